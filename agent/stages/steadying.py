"""Owns the tasks that steady the light of learned generators' clips, shot by shot along each scene.

What is drawn has no flicker and no drift: its clips are used as they are. Does not know: how light is corrected.
"""

from __future__ import annotations

from collections.abc import Mapping

from agent.fingerprint import digest
from agent.jobs import SteadyJob
from agent.stages.makers import WRITER, Makers
from agent.stages.task import Task, input_keys, safe
from agent.timeline import Piece, Timeline
from planners import Plan, Shot

STEADY_VERSION = 1


def steady_tasks(plan: Plan, makers: Makers, line: Timeline, made: Mapping[str, Task]) -> list[Task]:
    """One task per shot of a learned generator; none for drawn films."""
    if makers.video.partition(":")[0] == WRITER:
        return []
    firsts = {scene.id: next((shot for shot in plan.shots if shot.scene == scene.id), None) for scene in plan.scenes}
    return [_steady(plan, shot, firsts.get(shot.scene) or shot, line, made) for shot in plan.shots]


def shown(made: Mapping[str, Task], shot: str) -> Task:
    """The clip of a shot as the film shows it: with steady light, when that is seen to."""
    return made.get(f"steady:{shot}") or made[f"shot:{shot}"]


def source(made: Mapping[str, Task], piece: Piece) -> Task:
    """What a stretch of the film is cut from."""
    if piece.kind == "body":
        return shown(made, piece.id)
    return made["card:end" if piece.kind == "card" else f"join:{piece.id}"]


def _steady(plan: Plan, shot: Shot, first: Shot, line: Timeline, made: Mapping[str, Task]) -> Task:
    clip, guide = made[f"shot:{shot.id}"], made.get(f"guide:shot:{shot.id}")
    alone = first.id == shot.id
    anchor, anchor_guide = (None, None) if alone else (made[f"shot:{first.id}"], made.get(f"guide:shot:{first.id}"))
    inputs = [task for task in (clip, guide, anchor, anchor_guide) if task is not None]
    job = SteadyJob(
        clip=clip.file,
        guide=guide.file if guide else None,
        first=anchor.file if anchor else None,
        first_guide=anchor_guide.file if anchor_guide else None,
        frames=_length(shot, line),
        first_frames=_length(first, line),
        fps=plan.fps,
        file=f"05_joins/steady/{safe(shot.id)}.mp4",
    )
    return Task(
        id=f"steady:{shot.id}",
        stage="joins",
        label=f"light of {shot.id}",
        file=job.file,
        parts={**input_keys(inputs), "steady": digest([job.frames, job.first_frames, STEADY_VERSION])},
        job=job,
        deps=tuple(task.id for task in inputs),
        weight=shot.frames / 4,
    )


def _length(shot: Shot, line: Timeline) -> int:
    handles = line.handles[shot.id]
    return handles.head + shot.frames + handles.tail
