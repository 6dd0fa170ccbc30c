"""Owns the price of one task, asked of its generator before anything is done. Does not know: what is stale, sums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.jobs import JoinJob, KeyframeJob, ReferenceJob, ShotJob
from agent.stages import Task
from generators import Quote, Wanted, price_of
from planners import Plan, listed


def quote_of(task: Task, by_id: Mapping[str, Task], plan: Plan) -> Quote:
    """What a task costs when it is done once; jobs without a generator are done by this machine.

    Args:
        task: Of the plan.
        by_id: All tasks of the plan.
        plan: The film.
    """
    name = getattr(task.job, "generator", None)
    wanted = _wanted(task.job, by_id, plan) if name else None
    return Quote() if wanted is None or name is None else price_of(name, wanted)


def _wanted(job: Any, by_id: Mapping[str, Task], plan: Plan) -> Wanted | None:
    if isinstance(job, ReferenceJob):
        return Wanted(
            kind="reference",
            size=plan.size,
            looks=((job.entity, job.stage),),
            style=job.style,
            guided=job.guide is not None,
            photos=len(listed(job.entity.reference)),
        )
    if isinstance(job, KeyframeJob):
        sheets = {task.record: task.job for task in by_id.values() if isinstance(task.job, ReferenceJob)}
        looks = tuple((sheets[record].entity, sheets[record].stage) for record in job.references)
        return Wanted(
            kind="still",
            size=job.spec.size,
            spec=job.spec,
            looks=looks,
            guided=job.guide is not None,
            repairs=job.looker is not None and (job.attempts > 1 or job.again is not None),
        )
    if isinstance(job, ShotJob):
        frames = job.head + job.tail + plan.shot(_shot_in(job, by_id)).frames
        return Wanted(kind="clip", size=plan.size, seconds=frames / plan.fps, guided=job.guide is not None)
    if isinstance(job, JoinJob):
        return Wanted(kind="clip", size=plan.size, seconds=job.frames / job.fps)
    return None


def _shot_in(job: ShotJob, by_id: Mapping[str, Task]) -> str:
    return next(task.label for task in by_id.values() if task.job is job)
