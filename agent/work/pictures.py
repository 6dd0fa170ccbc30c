"""Owns the work on pictures: one function per job, each calling the generators or the smoothing stage.

Does not know: plans, what is current.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agent.budget import paying_for
from agent.jobs import (
    CardJob,
    ControlJob,
    JoinJob,
    KeyframeJob,
    LookerOf,
    Outcome,
    Progress,
    ReferenceJob,
    ShotJob,
    SpokenLine,
    SteadyJob,
    TitleJob,
)
from agent.settings import Settings
from agent.work import regions
from agent.work.judging import Judged, judged_clip, judged_still
from agent.work.looking import looked_at, middle
from agent.work.paid import generator, spent
from agent.work.trying import Trial, tried
from consistency import LOOKED, Bridge, Number, Side, seen, smooth, steady
from generators import (
    Artefact,
    Before,
    ControlRequest,
    ImageGenerator,
    Keyframe,
    MouthTrack,
    Patch,
    Reference,
    ShotSpec,
    TitleRequest,
    VideoGenerator,
    boxes_of,
    capabilities,
    make_card,
    make_keyframe,
    make_reference,
    make_shot,
    pays,
    repair_keyframe,
    telling_moment,
)


def warm(settings: Settings) -> None:
    """Load the generators."""
    for name in {settings.keyframes, settings.shots}:
        if not pays(name):
            generator(name, Path())


def reference(job: ReferenceJob, root: Path, progress: Progress) -> Outcome:
    """Write the sheet and its embedding."""
    with paying_for(job.key):
        made = make_reference(
            job.entity,
            job.stage,
            backend=generator(job.generator, root),
            folder=root,
            image=job.file,
            style=job.style,
            seed=job.seed,
            digest=job.key,
            guide=Reference.model_validate(_artefact(root, job.guide)) if job.guide else None,
        )
    return Outcome(files=made.files, data=_told(made), downgrades=made.downgrades, spent=spent(root))


def keyframe(job: KeyframeJob, root: Path, progress: Progress) -> Outcome:
    """Write the still, the best of as many as are made."""
    references = tuple(Reference.model_validate(_artefact(root, name)) for name in job.references)

    def make(spec: ShotSpec) -> Outcome:
        return _still(job.model_copy(update={"spec": spec}), references, root)

    if job.attempts < 2 and job.again is None and job.looker is None:
        with paying_for(job.key):
            return make(job.spec)

    def repair(spec: ShotSpec, patches: tuple[Patch, ...], still: Path, number: int) -> Outcome:
        return _repaired(job.model_copy(update={"spec": spec}), references, root, patches, still, number)

    def judge(spec: ShotSpec, outcome: Outcome) -> Judged:
        t = Keyframe.model_validate(outcome.data["artefact"]).t
        control = root / job.control if job.control else None
        found = judged_still(spec, root / job.file, t, references, folder=root, control=control)
        return _looked(job.looker, found, root, spec, t, lambda: (root / job.file).read_bytes())

    able = capabilities(job.generator, ImageGenerator)
    mend = repair if able.repairs else None
    return tried(Trial(root, job.file, job.key, job.spec, able, make, judge, job.attempts, job.again, mend))


def _still(job: KeyframeJob, references: tuple[Reference, ...], root: Path) -> Outcome:
    made = make_keyframe(
        job.spec,
        references,
        backend=generator(job.generator, root),
        folder=root,
        image=job.file,
        t=job.t,
        digest=job.key,
        guide=job.guide,
        control=job.control,
    )
    drawn = boxes_of(root / job.control).boxes if job.control else {}
    files, data = [made.image], _told(made)
    if made.attended or drawn or job.guide:
        able = capabilities(job.generator, ImageGenerator)
        data["regions"] = regions.rows(job.planned, made.attended, drawn)
        data["regions_note"] = regions.note(able.name, job.planned, made.attended, attends=able.attends)
    if made.attended:
        folder, _, name = job.file.rpartition("/")
        files.append(f"{folder}/regions/{name}")
        regions.save_picture(root / job.file, job.planned, made.attended, root / files[-1])
    return Outcome(files=tuple(files), data=data, downgrades=made.downgrades, spent=spent(root))


def _repaired(
    job: KeyframeJob,
    references: tuple[Reference, ...],
    root: Path,
    patches: tuple[Patch, ...],
    still: Path,
    number: int,
) -> Outcome:
    made = repair_keyframe(
        job.spec,
        patches,
        references,
        backend=generator(job.generator, root),
        folder=root,
        still=still,
        image=job.file,
        t=telling_moment(job.spec.shot) if job.t is None else job.t,
        number=number,
        digest=job.key,
        guide=job.guide,
        control=job.control,
    )
    painted = [patch.model_dump(mode="json") for patch in patches]
    data = _told(made) | {"repaired": painted}
    return Outcome(files=(made.image,), data=data, downgrades=made.downgrades, spent=spent(root))


def _looked(
    looker: LookerOf | None, found: Judged, root: Path, spec: ShotSpec, t: float, picture: Callable[[], bytes]
) -> Judged:
    """A verdict with what the looker sees; it is asked only when the measures accept, as it may cost money."""
    verdict, numbers = found
    if looker is None or not verdict.accepted:
        return found
    saw, why = looked_at(looker, root, spec, picture(), t)
    number = Number(measure=LOOKED, value=saw.score if saw else None, shot=spec.shot.id, by=looker.model, why=why)
    return seen(verdict, saw) if saw else verdict, (*numbers, number)


def control(job: ControlJob, root: Path, progress: Progress) -> Outcome:
    """Write the control file."""
    request = ControlRequest(spec=job.spec, t=job.t, head=job.head, tail=job.tail, control=root / job.file)
    made = generator(job.generator, root).control(request)
    return Outcome(files=(job.file,), downgrades=made.downgrades)


def title(job: TitleJob, root: Path, progress: Progress) -> Outcome:
    """Write the title's picture."""
    made = generator(job.generator, root).title(TitleRequest(spec=job.spec, image=root / job.file))
    return Outcome(files=(job.file,), downgrades=made.downgrades)


def shot(job: ShotJob, root: Path, progress: Progress) -> Outcome:
    """Write the clip, the best of as many as are made."""
    keyframe = Keyframe.model_validate(_artefact(root, job.keyframe))
    references = tuple(Reference.model_validate(_artefact(root, name)) for name in job.references)

    def make(spec: ShotSpec) -> Outcome:
        return _clip(job, keyframe.model_copy(update={"spec": spec}), references, root, progress)

    if job.attempts < 2 and job.again is None and job.looker is None:
        with paying_for(job.key):
            return make(keyframe.spec)

    def judge(spec: ShotSpec, outcome: Outcome) -> Judged:
        control = root / job.control if job.control else None
        found = judged_clip(spec, root / job.file, job.head, references, folder=root, control=control)
        at = job.head + spec.shot.frames // 2
        return _looked(job.looker, found, root, spec, 0.5, lambda: middle(root / job.file, at))

    able = capabilities(job.generator, VideoGenerator)
    return tried(Trial(root, job.file, job.key, keyframe.spec, able, make, judge, job.attempts, job.again))


def _clip(
    job: ShotJob, keyframe: Keyframe, references: tuple[Reference, ...], root: Path, progress: Progress
) -> Outcome:
    made = make_shot(
        keyframe,
        references,
        backend=generator(job.generator, root),
        folder=root,
        video=job.file,
        mouths=tuple(_mouth(root, line) for line in job.lines),
        head=job.head,
        tail=job.tail,
        digest=job.key,
        guide=job.guide,
        control=job.control,
        last=Keyframe.model_validate(_artefact(root, job.last)) if job.last else None,
        before=Before(job.before, job.before_last, job.tie) if job.before else None,
        progress=progress,
    )
    data = {"frames": made.frames, "maker": made.maker, **_placed(made)}
    return Outcome(files=(job.file,), data=data, downgrades=made.downgrades)


def join(job: JoinJob, root: Path, progress: Progress) -> Outcome:
    """Write the join's clip."""
    made = smooth(
        Side(video=root / job.a, first=job.a_first, boxes=job.a_boxes),
        Side(video=root / job.b, first=job.b_first, boxes=job.b_boxes),
        kind=job.kind,
        frames=job.frames,
        fps=job.fps,
        out=root / job.file,
        bridge=Bridge(generator(job.generator, root), job.spec) if job.generator and job.spec else None,
    )
    data = made.model_dump(mode="json", exclude={"frames", "downgrades"})
    return Outcome(files=(job.file,), data=data, downgrades=made.downgrades)


def steadied(job: SteadyJob, root: Path, progress: Progress) -> Outcome:
    """Write the clip with steady light."""
    (root / job.file).parent.mkdir(parents=True, exist_ok=True)
    done = steady(
        root / job.clip,
        root / job.file,
        frames=job.frames,
        fps=job.fps,
        guide=root / job.guide if job.guide else None,
        first=root / job.first if job.first else None,
        first_guide=root / job.first_guide if job.first_guide else None,
        first_frames=job.first_frames,
    )
    return Outcome(files=(job.file,), data=done.model_dump(mode="json"))


def card(job: CardJob, root: Path, progress: Progress) -> Outcome:
    """Write the card's clip."""
    lost = make_card(
        job.spec,
        backend=generator(job.generator, root),
        folder=root,
        video=job.file,
        title=job.title,
        credit_lines=job.lines,
        frames=job.frames,
        progress=progress,
    )
    return Outcome(files=(job.file,), downgrades=lost)


def _told(made: Reference | Keyframe) -> dict[str, Any]:
    return {"artefact": made.model_dump(mode="json"), **_placed(made)}


def _placed(made: Artefact) -> dict[str, str]:
    """Where it was computed and by whom, for makers that have a choice."""
    return {"generator": made.maker.partition("@")[0], "placement": made.placement} if made.placement else {}


def _artefact(root: Path, record: str) -> Any:
    return json.loads((root / record).read_text(encoding="utf-8"))["data"]["artefact"]


def _mouth(root: Path, line: SpokenLine) -> MouthTrack:
    data = json.loads((root / line.record).read_text(encoding="utf-8"))["data"]
    return MouthTrack(speaker=line.speaker, start=line.start, openness=tuple(data["mouth"]))
