"""Owns the order of work: which tasks are ready, which of them comes first; more may be added while others run.

Does not know: what a task makes, who does it, what is current.
"""

from __future__ import annotations

from collections.abc import Iterable

from agent.stages.task import STAGES, Task

LINES_PER_ENGINE = 40
"""Loading a speech engine takes as long as speaking so many lines: with fewer, one worker speaks them all."""
_FIRST = {"voices": 0, "references": 1}
"""Stages that everything else waits for; all others are equal, and the heaviest task goes first."""


class Schedule:
    """Tasks to be done, each after those it depends on."""

    def __init__(self, *, by_stage: bool = False) -> None:
        """Begin with nothing to do.

        Args:
            by_stage: Finish each stage before the next as far as tasks allow it, so that models which fill the machine
                are loaded once each.
        """
        self._by_stage = by_stage
        self._waiting: dict[str, tuple[Task, set[str]]] = {}
        self._ready: list[Task] = []
        self._running: dict[str, Task] = {}

    def add(self, tasks: Iterable[Task]) -> None:
        """Add tasks; dependencies that are not in the schedule are taken to be there already."""
        new = list(tasks)
        open_ones = {*self._waiting, *self._running, *(task.id for task in (*self._ready, *new))}
        for task in new:
            needs = open_ones.intersection(task.deps)
            if needs:
                self._waiting[task.id] = (task, needs)
            else:
                self._ready.append(task)
        self._ready.sort(key=self._urgency)

    def next(self) -> Task | None:
        """The task to start now; None when nothing can start before another has finished."""
        crowded = self._speaking() > self._silent() // LINES_PER_ENGINE
        for place, task in enumerate(self._ready):
            if task.stage == "voices" and crowded:
                continue
            del self._ready[place]
            self._running[task.id] = task
            return task
        return None

    def finish(self, task: Task) -> None:
        """A task is done: those that waited for nothing else become ready."""
        del self._running[task.id]
        free = []
        for name, (waiting, needs) in self._waiting.items():
            needs.discard(task.id)
            if not needs:
                free.append(name)
                self._ready.append(waiting)
        for name in free:
            del self._waiting[name]
        self._ready.sort(key=self._urgency)

    def _urgency(self, task: Task) -> tuple[int, float]:
        rank = STAGES.index(task.stage) if self._by_stage else _FIRST.get(task.stage, len(_FIRST))
        return (rank, -task.weight)

    def _speaking(self) -> int:
        return sum(task.stage == "voices" for task in self._running.values())

    def _silent(self) -> int:
        return sum(task.stage == "voices" for task in self._ready)
