"""Owns the tasks of the user's own stills and clips in place of generated ones.

Does not know: where the files came from, how they are brought to the film's form.
"""

from __future__ import annotations

from collections.abc import Mapping

from agent.fingerprint import digest
from agent.jobs import GivenClipJob, GivenStillJob, MovingStillJob
from agent.stages.task import Task, input_keys, safe, task_key
from agent.timeline import Handles
from generators import ShotSpec
from planners import Box, Move, Plan, Shot

GIVEN_VERSION = 1
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
_NEAR: Box = (0.1, 0.1, 0.9, 0.9)
WINDOWS: Mapping[Move, tuple[Box, Box]] = {
    "static": (WHOLE, WHOLE),
    "zoom in": (WHOLE, _NEAR),
    "zoom out": (_NEAR, WHOLE),
    "left": ((0.2, 0.1, 1.0, 0.9), (0.0, 0.1, 0.8, 0.9)),
    "right": ((0.0, 0.1, 0.8, 0.9), (0.2, 0.1, 1.0, 0.9)),
    "up": ((0.1, 0.2, 0.9, 1.0), (0.1, 0.0, 0.9, 0.8)),
    "down": ((0.1, 0.0, 0.9, 0.8), (0.1, 0.2, 0.9, 1.0)),
}
"""The camera's move over a still: what of it is seen first and last."""


def given_still_task(shot: Shot, spec: ShotSpec, moment: float) -> Task:
    """The still of a shot that the user gave; its name tells its content."""
    parts = {
        "own": digest(shot.keyframe),
        "format": digest([spec.size, spec.fps, GIVEN_VERSION]),
        "shot": digest(spec.shot),
    }
    job = GivenStillJob(
        spec=spec,
        source=str(shot.keyframe),
        t=moment,
        key=task_key(parts),
        file=f"03_keyframes/{safe(shot.id)}.png",
    )
    return Task(id=f"keyframe:{shot.id}", stage="keyframes", label=shot.id, file=job.file, parts=parts, job=job)


def given_clip_task(plan: Plan, shot: Shot, handles: Handles) -> Task:
    """The clip of a shot that the user gave."""
    job = GivenClipJob(
        source=str(shot.clip),
        size=plan.size,
        fps=plan.fps,
        frames=shot.frames,
        head=handles.head,
        tail=handles.tail,
        file=f"04_shots/{safe(shot.id)}.mp4",
    )
    return _clip(shot, job, {"own": digest(shot.clip)}, ())


def moving_still_task(plan: Plan, shot: Shot, keyframe: Task, handles: Handles, *, instead: str) -> Task:
    """A clip over the user's still, by the shot's camera move, in place of a generator that cannot start from it."""
    start, end = WINDOWS[shot.camera.move]
    job = MovingStillJob(
        source=keyframe.file,
        size=plan.size,
        fps=plan.fps,
        frames=shot.frames,
        start=start,
        end=end,
        head=handles.head,
        tail=handles.tail,
        file=f"04_shots/{safe(shot.id)}.mp4",
        instead=instead,
    )
    return _clip(shot, job, input_keys([keyframe]), (keyframe.id,))


def _clip(shot: Shot, job: GivenClipJob | MovingStillJob, more: Mapping[str, str], deps: tuple[str, ...]) -> Task:
    parts = {"form": digest([job, GIVEN_VERSION]), **more}
    return Task(
        id=f"shot:{shot.id}",
        stage="shots",
        label=shot.id,
        file=job.file,
        parts=parts,
        job=job,
        deps=deps,
        weight=shot.frames / 4,
    )
