"""Owns the tasks of everything seen: references, keyframes, shots, joins, the end card.

A generator that works over a guide gets the same picture by `Settings.guide`, an artefact of its own that it depends
on. Does not know: how any is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from agent.credits import card_lines
from agent.fingerprint import digest
from agent.jobs import CardJob, JoinJob, ReferenceJob, TitleJob
from agent.settings import Settings
from agent.stages.clips import Before, Clips
from agent.stages.joins import bridge_of, bridge_parts, join_digest, subject_boxes
from agent.stages.makers import Makers
from agent.stages.specs import spec_of, spec_parts
from agent.stages.steadying import shown, steady_tasks
from agent.stages.stills import stills
from agent.stages.task import Task, input_keys, safe, task_key
from agent.timeline import Piece, timeline
from agent.tries import Again
from planners import Plan, Shot

TITLE = "title"
"""Task of the lettering over the first shot."""


def picture_tasks(
    plan: Plan, settings: Settings, speech: Mapping[str, Task], retries: Mapping[str, Again] | None = None
) -> list[Task]:
    """References, keyframes, shots, joins and the end card.

    Args:
        plan: The film.
        settings: Who makes what.
        speech: Tasks of spoken lines.
        retries: Further attempts by task, after the film's check.
    """
    makers = Makers(settings)
    makers.check(plan)
    line = timeline(plan)
    references, guides = _references(plan, makers)
    tasks: list[Task] = [*guides, *references.values()]
    clips = Clips(plan, makers, line, speech, retries or {})
    before: Before | None = None
    for shot in plan.shots:
        needs = [references[item] for item in _looks(shot)]
        drawn = stills(plan, shot, makers, needs, retries)
        made = clips.tasks(shot, drawn, needs, before)
        tasks += [*drawn.tasks, *made]
        before = Before(shot, made[-1])
    tasks += steady_tasks(plan, makers, line, {task.id: task for task in tasks})
    by_id = {task.id: task for task in tasks}
    tasks += [_join(plan, piece, makers, by_id) for piece in line.pieces if piece.kind == "join"]
    if plan.cards.end:
        tasks.append(_card(plan, makers, settings))
    if plan.cards.title and not makers.lettered:
        tasks.append(_title(plan, makers))
    return tasks


def _looks(shot: Shot) -> list[tuple[str, str | None]]:
    """(entity, stage) of everything on stage in a shot, once each."""
    return list(dict.fromkeys((track.entity, track.stage) for track in shot.layout))


def _references(plan: Plan, makers: Makers) -> tuple[dict[tuple[str, str | None], Task], list[Task]]:
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
    makers: Makers,
    *,
    guide: Task | None = None,
    generator: str | None = None,
) -> Task:
    """The sheet of an entity; with `generator` the one that guides the other."""
    entity = plan.entities[entity_id]
    if generator:
        entity = entity.model_copy(update={"reference": None})
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


def _join(plan: Plan, piece: Piece, makers: Makers, made: Mapping[str, Task]) -> Task:
    a, b = (shown(made, shot) for shot in piece.shots)
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
        **bridge_of(plan, piece, makers),
    )
    parts = {**input_keys([a, b]), "join": join_digest(job), **bridge_parts(job, makers)}
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


def _card(plan: Plan, makers: Makers, settings: Settings) -> Task:
    spec = spec_of(plan, plan.shots[-1])
    lines = card_lines(plan, settings.voice)
    file = "06_film/pieces/end_card_clip.mp4"
    job = CardJob(spec=spec, title=plan.title, lines=lines, frames=plan.cards.end, generator=makers.writer, file=file)
    parts = {**spec_parts(spec), "card": digest([plan.title, lines, plan.cards.end]), "maker": makers.writer_maker}
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


def _title(plan: Plan, makers: Makers) -> Task:
    """The lettering over the first shot, for generators that cannot write."""
    spec = spec_of(plan, plan.shots[0])
    file = f"04_shots/title/{safe(plan.shots[0].id)}.png"
    parts = {**spec_parts(spec), "maker": makers.writer_maker}
    job = TitleJob(spec=spec, generator=makers.writer, file=file)
    return Task(id=TITLE, stage="shots", label="title", file=file, parts=parts, job=job)
