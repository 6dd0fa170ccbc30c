"""Owns the tasks of stills: a shot's keyframe, the one of its last moment, and the guides of both.

A keyframe shows the shot's most telling moment, or its first when the shots' generator starts from it: then no second
picture is paid for. Does not know: clips, how a still is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agent.fingerprint import digest
from agent.jobs import ControlJob, KeyframeJob
from agent.stages.given import given_still_task
from agent.stages.makers import Makers
from agent.stages.specs import guide_spec, made_spec, spec_parts
from agent.stages.task import Task, input_keys, once_more, safe, task_key
from agent.tries import Again
from generators import telling_moment
from planners import Plan, Shot

CONTROL_VERSION = 1


@dataclass(frozen=True)
class Stills:
    """A shot's stills."""

    keyframe: Task
    last: Task | None
    """Of the shot's last moment."""
    guide: Task | None
    """Of the keyframe."""
    helpers: tuple[Task, ...]
    """Guides and control files."""

    @property
    def tasks(self) -> list[Task]:
        """All of them, what others depend on first."""
        return [*self.helpers, self.keyframe, *([self.last] if self.last else [])]


@dataclass(frozen=True)
class _Moment:
    """Which still of a shot: its name in tasks, its folder, and when in [0, 1]; None: the most telling moment."""

    name: str
    folder: str
    t: float | None


def stills(
    plan: Plan, shot: Shot, makers: Makers, needs: list[Task], retries: Mapping[str, Again] | None = None
) -> Stills:
    """The stills that a shot is made from; `needs` are the references of who is in it."""
    first = _Moment("keyframe", "03_keyframes/", makers.first)
    guide, helpers = _guides(plan, shot, makers, first) if makers.image_guided else (None, ())
    keyframe = _still(plan, shot, makers, first, [*needs, *helpers], retries or {})
    if not makers.last:
        return Stills(keyframe, None, guide, helpers)
    end = _Moment("last", "03_keyframes/last/", 1.0)
    _, more = _guides(plan, shot, makers, end) if makers.image_guided else (None, ())
    return Stills(keyframe, _still(plan, shot, makers, end, [*needs, *more], {}), guide, (*helpers, *more))


def guide_still(plan: Plan, shot: Shot, makers: Makers) -> Task:
    """The still that a guide clip is made from, when the keyframe itself needs none."""
    return _drawn(plan, shot, makers, _Moment("keyframe", "03_keyframes/", makers.first))


def _guides(plan: Plan, shot: Shot, makers: Makers, moment: _Moment) -> tuple[Task, tuple[Task, ...]]:
    guide = _drawn(plan, shot, makers, moment)
    return guide, (guide, *([_control(plan, shot, makers, moment)] if makers.controls else []))


def _still(
    plan: Plan, shot: Shot, makers: Makers, moment: _Moment, inputs: list[Task], retries: Mapping[str, Again]
) -> Task:
    """The still itself; among its inputs are references, the guide and the guide's control file."""
    spec = made_spec(plan, shot, makers)
    if shot.keyframe and moment.name == "keyframe":
        return given_still_task(shot, spec, _time(shot, moment))
    parts = {
        **spec_parts(spec, guided=makers.image_guided or makers.video_guided),
        **input_keys(inputs),
        **_when(moment),
        "maker": makers.image_maker,
    }
    by_kind = {task.id.partition(":")[0]: task.file for task in inputs}
    again, more = once_more(f"{moment.name}:{shot.id}", parts, retries)
    parts |= more
    job = KeyframeJob(
        spec=spec,
        references=tuple(task.record for task in inputs if task.stage == "references"),
        generator=makers.image,
        key=task_key(parts),
        file=f"{moment.folder}{safe(shot.id)}.png",
        t=moment.t,
        guide=by_kind.get("guide"),
        control=by_kind.get("control"),
        planned=plan.boxes(shot, _time(shot, moment)),
        attempts=makers.image_attempts,
        again=again,
        looker=makers.looker,
    )
    return _task(f"{moment.name}:{shot.id}", shot, job, parts, inputs)


def _drawn(plan: Plan, shot: Shot, makers: Makers, moment: _Moment) -> Task:
    """The guide of a still."""
    spec = guide_spec(plan, shot)
    parts = {**spec_parts(spec), **_when(moment), "maker": makers.guide_maker}
    job = KeyframeJob(
        spec=spec,
        references=(),
        generator=makers.guide,
        key=task_key(parts),
        file=f"{moment.folder}guides/{safe(shot.id)}.png",
        t=moment.t,
    )
    return _task(f"guide:{moment.name}:{shot.id}", shot, job, parts, [])


def _control(plan: Plan, shot: Shot, makers: Makers, moment: _Moment) -> Task:
    """The control file of a still's guide."""
    spec = guide_spec(plan, shot)
    parts = {**spec_parts(spec), **_when(moment), "maker": makers.guide_maker, "file": digest(CONTROL_VERSION)}
    file = f"{moment.folder}guides/{safe(shot.id)}.control.npz"
    job = ControlJob(
        spec=spec,
        t=_time(shot, moment),
        generator=makers.guide,
        file=file,
    )
    return _task(f"control:{moment.name}:{shot.id}", shot, job, parts, [])


def _time(shot: Shot, moment: _Moment) -> float:
    return telling_moment(shot) if moment.t is None else moment.t


def _when(moment: _Moment) -> dict[str, str]:
    return {} if moment.t is None else {"moment": digest(moment.t)}


def _task(name: str, shot: Shot, job: KeyframeJob | ControlJob, parts: dict[str, str], inputs: list[Task]) -> Task:
    return Task(
        id=name,
        stage="keyframes",
        label=shot.id,
        file=job.file,
        parts=parts,
        job=job,
        deps=tuple(task.id for task in inputs),
        weight=10,
    )
