"""Owns the task: one artefact to be, its chained key, and the graph of all tasks.

Keys are chained: a task's key covers the keys of what it depends on, so an edit reaches exactly what depends
on it. Does not know: which artefacts there are, what is current, how work is scheduled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from agent.fingerprint import KEY_VERSION, digest
from agent.jobs import Job
from agent.tries import Again
from planners import PlanError

STAGES = ("voices", "references", "keyframes", "shots", "joins", "film")


@dataclass(frozen=True)
class Task:
    """One artefact to be: its key, its record's file, what it depends on, and the job that makes it."""

    id: str
    stage: str
    label: str
    file: str
    parts: Mapping[str, str]
    job: Job
    deps: tuple[str, ...] = ()
    weight: float = 1.0
    """Cost relative to a frame of a shot, for progress."""
    key: str = field(init=False)

    def __post_init__(self) -> None:
        """Compute the key from the parts."""
        object.__setattr__(self, "key", task_key(self.parts))

    @property
    def record(self) -> str:
        """The record's file, beside the artefact."""
        return self.file.rsplit(".", 1)[0] + ".json"


def task_key(parts: Mapping[str, str]) -> str:
    """The key of a task with these parts."""
    return digest({"key version": KEY_VERSION, "parts": dict(parts)})


def check_graph(tasks: Iterable[Task]) -> None:
    """See that the tasks can be done in some order.

    Raises:
        ValueError: a dependency that no task makes, or a cycle.
    """
    by_id = {task.id: task for task in tasks}
    for task in by_id.values():
        for need in task.deps:
            if need not in by_id:
                raise ValueError(f"{task.id} depends on {need}, which nothing makes")
    try:
        TopologicalSorter({task.id: task.deps for task in by_id.values()}).prepare()
    except CycleError as error:
        raise ValueError(f"artefacts depend on each other in a circle: {' -> '.join(error.args[1])}") from error


def input_keys(tasks: Iterable[Task]) -> dict[str, str]:
    """The keys of tasks that another depends on, by their ids."""
    return {task.id: task.key for task in tasks}


def once_more(name: str, parts: Mapping[str, str], retries: Mapping[str, Again]) -> tuple[Again | None, dict[str, str]]:
    """The further attempts at a task with these parts, and what they add to its parts; none when the plan changed."""
    again = retries.get(name)
    if again is None or again.base != task_key(parts):
        return None, {}
    return again, {"again": digest(again)}


def safe(name: str) -> str:
    """The id itself, when it can be a file name.

    Raises:
        PlanError: it cannot; ids are letters, digits, dots, dashes and underscores.
    """
    if not re.fullmatch(r"\w[\w.\-]{0,120}", name) or ".." in name:
        raise PlanError(f"the id {name!r} cannot be used: ids are letters, digits, dots, dashes and underscores")
    return name
