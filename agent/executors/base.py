"""Owns what all executors share: the answer of a job, who watches a run, and the walk over a schedule.

Does not know: where jobs run, what they make.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from agent.errors import MakeError
from agent.jobs import Outcome
from agent.settings import Settings
from agent.stages import Schedule, Task

Answer = tuple[Outcome, float]
"""What a job made, and the seconds that it took."""


class WorkerDied(MakeError):
    """The process that did a job ended without an answer: out of memory, killed, a crash in a library."""


class Watcher(Protocol):
    """Told what happens while tasks run; `finished` may add tasks to the schedule."""

    def started(self, task: Task) -> None:
        """Work on a task begins."""

    def finished(self, task: Task, outcome: Outcome, seconds: float) -> None:
        """A task is done."""

    def progressed(self, task: str, done: int, total: int) -> None:
        """Part of a task is done; called from any thread."""

    def retried(self, task: Task, reason: str) -> None:
        """A worker died over a task, which is tried once more."""


class Executor:
    """Base of executors: a context manager that ends its workers, at once when anything was raised."""

    slots: int
    """Tasks that can run side by side."""

    def warm(self, settings: Settings) -> None:
        """Load what the jobs will need, in the background, while something else is going on."""

    def submit(self, task: Task, root: Path, watcher: Watcher) -> Future[Answer]:
        """Begin a task's job; the future raises MakeError, or WorkerDied."""
        raise NotImplementedError

    def close(self, *, kill: bool = False) -> None:
        """End all workers; with `kill`, at once, whatever they are doing."""

    def run(self, schedule: Schedule, root: Path, watcher: Watcher) -> None:
        """Do all tasks of a schedule, and those that are added to it meanwhile.

        Raises:
            MakeError: a job failed, or its worker died twice; running jobs are waited for, so that what they
                made is kept.
        """
        running: dict[Future[Answer], Task] = {}
        failure: MakeError | None = None
        tried_again: set[str] = set()
        while True:
            while failure is None and len(running) < self.slots and (task := schedule.next()):
                watcher.started(task)
                running[self.submit(task, root, watcher)] = task
            if not running:
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                error = future.exception()
                if error is None:
                    schedule.finish(task)
                    watcher.finished(task, *future.result())
                elif isinstance(error, WorkerDied) and failure is None and task.id not in tried_again:
                    tried_again.add(task.id)
                    watcher.retried(task, str(error))
                    running[self.submit(task, root, watcher)] = task
                elif isinstance(error, MakeError):
                    failure = failure or error
                else:
                    raise error
        if failure is not None:
            raise failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close(kill=kind is not None)
