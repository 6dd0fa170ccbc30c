"""Owns the tasks of everything seen: references, keyframes, shots, joins, the end card.

A generator that works over a guide gets the same picture by `Settings.guide`, an artefact of its own that it depends
on. Does not know: how any is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from agent.credits import card_lines
from agent.fingerprint import digest
from agent.jobs import CardJob, JoinJob, KeyframeJob, ReferenceJob, ShotJob, SpokenLine
from agent.settings import Settings
from agent.stages.joins import join_digest, subject_boxes
from agent.stages.task import Task, input_keys, safe, task_key
from agent.timeline import Piece, Timeline, timeline
from generators import ImageGenerator, RequestRefused, ShotSpec, VideoGenerator, capabilities, shot_spec
from planners import Line, Plan, Shot


def picture_tasks(plan: Plan, settings: Settings, speech: Mapping[str, Task]) -> list[Task]:
    """References, keyframes, shots, joins and the end card."""
    makers = _Makers(settings)
    makers.check(plan)
    line = timeline(plan)
    references, guides = _references(plan, makers)
    tasks: list[Task] = [*guides, *references.values()]
    for shot in plan.shots:
        needs = [references[item] for item in _looks(shot)]
        still, keyframe = _keyframes(plan, shot, makers, needs)
        clips = _shots(plan, shot, makers, still, keyframe, needs, line, speech)
        tasks += [task for task in (still, keyframe, *clips) if task]
    by_id = {task.id: task for task in tasks}
    tasks += [_join(plan, piece, by_id) for piece in line.pieces if piece.kind == "join"]
    if plan.cards.end:
        tasks.append(_card(plan, makers, settings))
    return tasks


class _Makers:
    """Names and versions of the generators in use; asked once, nothing is made."""

    def __init__(self, settings: Settings) -> None:
        self.image, self.video = settings.keyframes, settings.shots
        image = capabilities(settings.keyframes, ImageGenerator)
        video = capabilities(settings.shots, VideoGenerator)
        self.image_maker = f"{image.name}@{image.version}"
        self.video_maker = f"{video.name}@{video.version}"
        self._able = (image, video)
        self.guide = settings.guide
        guide = capabilities(settings.guide, VideoGenerator) if image.guided or video.guided else video
        self.guide_maker = f"{guide.name}@{guide.version}"
        self.image_guided, self.video_guided = image.guided, video.guided
        self.cards = (settings.guide, self.guide_maker) if video.guided else (settings.shots, self.video_maker)

    def check(self, plan: Plan) -> None:
        """See that the generators can make this film, before anything is made.

        Raises:
            RequestRefused: they cannot make its size, its rate, or one of its shots.
        """
        longest = max(shot.frames for shot in plan.shots)
        for able in self._able:
            (least, most), (slow, quick) = (able.min_size, able.max_size), able.fps
            if not all(low <= side <= high for low, side, high in zip(least, plan.size, most, strict=True)):
                raise RequestRefused(
                    f"{able.name} cannot make {plan.size[0]}x{plan.size[1]}: from {least[0]}x{least[1]}"
                    f" to {most[0]}x{most[1]} is possible"
                )
            if not slow <= plan.fps <= quick:
                raise RequestRefused(f"{able.name} cannot make {plan.fps} fps: {slow} to {quick} are possible")
            if able.max_frames is not None and longest > able.max_frames:
                raise RequestRefused(f"{able.name} makes shots of up to {able.max_frames} frames; one has {longest}")


def _looks(shot: Shot) -> list[tuple[str, str | None]]:
    """(entity, stage) of everything on stage in a shot, once each."""
    return list(dict.fromkeys((track.entity, track.stage) for track in shot.layout))


def _references(plan: Plan, makers: _Makers) -> tuple[dict[tuple[str, str | None], Task], list[Task]]:
    """The sheets by look, and those that guide them."""
    wanted = dict.fromkeys(look for shot in plan.shots for look in _looks(shot))
    if not makers.image_guided:
        return {look: _reference(plan, *look, makers) for look in wanted}, []
    guides = {look: _reference(plan, *look, makers, generator=makers.guide) for look in wanted}
    return {look: _reference(plan, *look, makers, guide=guides[look]) for look in wanted}, list(guides.values())


def _reference(
    plan: Plan,
    entity_id: str,
    stage: str | None,
    makers: _Makers,
    *,
    guide: Task | None = None,
    generator: str | None = None,
) -> Task:
    """The sheet of an entity; with `generator` the one that guides the other."""
    entity = plan.entities[entity_id]
    name = safe(entity_id) + (f".{safe(stage)}" if stage else "")
    parts = {
        "entity": digest(entity),
        "stage": digest(stage),
        "style": digest([plan.style, plan.style_text]),
        "seed": digest(plan.seed),
        "maker": makers.guide_maker if generator else makers.image_maker,
        **(input_keys([guide]) if guide else {}),
    }
    file = f"02_references/{'guides/' if generator else ''}{name}.png"
    job = ReferenceJob(
        entity=entity,
        stage=stage,
        style=plan.style,
        seed=plan.seed,
        generator=generator or makers.image,
        key=task_key(parts),
        file=file,
        guide=guide.record if guide else None,
    )
    return Task(
        id=f"{'guide:' if generator else ''}reference:{name}",
        stage="references",
        label=entity.name,
        file=file,
        parts=parts,
        job=job,
        deps=(guide.id,) if guide else (),
        weight=6,
    )


def spec_of(plan: Plan, shot: Shot) -> ShotSpec:
    """The shot's slice of the plan, without what does not concern it: its scene's number and other shots.

    So an edit that adds a scene before it does not make it stale.
    """
    spec = shot_spec(plan, shot.id)
    scene = spec.scene.model_copy(update={"shots": (), "id": "scene"})
    return spec.model_copy(update={"scene": scene, "shot": spec.shot.model_copy(update={"scene": "scene"})})


def _spec_parts(spec: ShotSpec) -> dict[str, str]:
    """The spec cut into named parts, so that a changed key tells its cause."""
    return {
        "shot": digest(spec.shot.model_copy(update={"transition": type(spec.shot.transition)()})),
        "scene": digest(spec.scene),
        "place": digest(spec.place),
        "style": digest([spec.style, spec.style_text]),
        "format": digest([spec.size, spec.fps]),
        "seed": digest(spec.seed),
        "title": digest(spec.title),
    }


def _keyframes(plan: Plan, shot: Shot, makers: _Makers, needs: list[Task]) -> tuple[Task | None, Task]:
    """A shot's still, and before it the one that guides it, when its maker wants one."""
    if not makers.image_guided:
        return None, _keyframe(plan, shot, makers, needs)
    guide = _keyframe(plan, shot, makers, [], generator=makers.guide)
    return guide, _keyframe(plan, shot, makers, needs, guide=guide)


def _keyframe(
    plan: Plan,
    shot: Shot,
    makers: _Makers,
    needs: list[Task],
    *,
    guide: Task | None = None,
    generator: str | None = None,
) -> Task:
    """One still; with `generator` the one that guides the other, without lettering, which a model would garble."""
    spec = spec_of(plan, shot)
    if generator:
        spec = spec.model_copy(update={"title": None})
    inputs = [*needs, *([guide] if guide else [])]
    maker = makers.guide_maker if generator else makers.image_maker
    parts = {**_spec_parts(spec), **input_keys(inputs), "maker": maker}
    file = f"03_keyframes/{'guides/' if generator else ''}{safe(shot.id)}.png"
    job = KeyframeJob(
        spec=spec,
        references=tuple(task.record for task in needs),
        generator=generator or makers.image,
        key=task_key(parts),
        file=file,
        guide=guide.file if guide else None,
    )
    return Task(
        id=f"{'guide:' if generator else ''}keyframe:{shot.id}",
        stage="keyframes",
        label=shot.id,
        file=file,
        parts=parts,
        job=job,
        deps=tuple(task.id for task in inputs),
        weight=10,
    )


def _shots(
    plan: Plan,
    shot: Shot,
    makers: _Makers,
    still: Task | None,
    keyframe: Task,
    needs: list[Task],
    line: Timeline,
    speech: Mapping[str, Task],
) -> list[Task]:
    """A shot's clip, and before it what guides it, when its maker wants that; `still` is None without a guide's."""
    if not makers.video_guided:
        return [_shot(plan, shot, makers, keyframe, needs, line, speech)]
    drawn = still or _keyframe(plan, shot, makers, [], generator=makers.guide)
    guide = _shot(plan, shot, makers, drawn, [], line, speech, generator=makers.guide)
    return [*([] if still else [drawn]), guide, _shot(plan, shot, makers, keyframe, needs, line, speech, guide=guide)]


def _shot(
    plan: Plan,
    shot: Shot,
    makers: _Makers,
    keyframe: Task,
    needs: list[Task],
    line: Timeline,
    speech: Mapping[str, Task],
    *,
    guide: Task | None = None,
    generator: str | None = None,
) -> Task:
    """One clip; with `generator` the one that guides the other."""
    handles = line.handles[shot.id]
    spoken = [(item, speech[f"line:{shot.id}:{index + 1}"]) for index, item in enumerate(shot.lines) if item.speaker]
    inputs = [keyframe, *needs, *(task for _, task in spoken), *([guide] if guide else [])]
    maker = makers.guide_maker if generator else makers.video_maker
    parts = {**input_keys(inputs), "handles": digest(handles), "maker": maker}
    file = f"04_shots/{'guides/' if generator else ''}{safe(shot.id)}.mp4"
    job = ShotJob(
        keyframe=keyframe.record,
        references=tuple(task.record for task in needs),
        lines=tuple(_spoken(item, task) for item, task in spoken),
        generator=generator or makers.video,
        head=handles.head,
        tail=handles.tail,
        key=task_key(parts),
        file=file,
        guide=guide.file if guide else None,
    )
    return Task(
        id=f"{'guide:' if generator else ''}shot:{shot.id}",
        stage="shots",
        label=shot.id,
        file=file,
        parts=parts,
        job=job,
        deps=tuple(task.id for task in inputs),
        weight=shot.frames,
    )


def _spoken(item: Line, task: Task) -> SpokenLine:
    return SpokenLine(speaker=item.speaker or "", start=item.start, record=task.record)


def _join(plan: Plan, piece: Piece, made: Mapping[str, Task]) -> Task:
    a, b = (made[f"shot:{shot}"] for shot in piece.shots)
    file = f"05_joins/{safe(piece.id)}.mp4"
    job = JoinJob(
        a=a.file,
        a_first=piece.first,
        b=b.file,
        b_first=piece.first_b,
        kind=piece.transition,
        frames=piece.frames,
        fps=plan.fps,
        file=file,
        **subject_boxes(plan, piece),
    )
    parts = {**input_keys([a, b]), "join": join_digest(job)}
    return Task(
        id=f"join:{piece.id}",
        stage="joins",
        label=piece.id,
        file=file,
        parts=parts,
        job=job,
        deps=(a.id, b.id),
        weight=8,
    )


def _card(plan: Plan, makers: _Makers, settings: Settings) -> Task:
    spec = spec_of(plan, plan.shots[-1])
    lines = card_lines(plan, settings.voice)
    file = "06_film/pieces/end_card_clip.mp4"
    job = CardJob(spec=spec, title=plan.title, lines=lines, frames=plan.cards.end, generator=makers.cards[0], file=file)
    parts = {**_spec_parts(spec), "card": digest([plan.title, lines, plan.cards.end]), "maker": makers.cards[1]}
    parts["shot"] = digest(spec.shot.seed)
    return Task(
        id="card:end",
        stage="joins",
        label="end card",
        file=file,
        parts=parts,
        job=job,
        weight=plan.cards.end / 2,
    )
