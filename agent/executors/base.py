"""Owns what all executors share: the answer of a job, who watches a run, and the walk over a schedule.

Does not know: where jobs run, what they make.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Protocol, Self

from agent.errors import BudgetError, MakeError
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


class Worker(Protocol):
    """Does one thing at a time, somewhere; called by one thread only, but for `close`."""

    def warm(self, module: str, settings: Settings) -> None:
        """Load a module of `agent.work` and what it needs; what goes wrong is found out by the first job."""

    def do(self, task: Task, root: Path, watcher: Watcher) -> Answer:
        """Do one task's job and wait for it.

        Raises:
            MakeError: the job raised.
            WorkerDied: the worker is gone.
        """

    def close(self, *, kill: bool) -> None:
        """End the worker, at once with `kill`."""


WARM = ("agent.work.pictures", "agent.work.sound")
"""Modules that are slow to load: each is loaded by a worker of its own, which gets the jobs that need it."""


class _Seat:
    """A place for one worker: its thread, the worker once it is needed, and what that has loaded."""

    def __init__(self, make: Callable[[], Worker]) -> None:
        self._make = make
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self.free = True
        self.loaded: set[str] = set()
        self.last = ""
        self._worker: Worker | None = None
        self._closed = False
        self._lock = Lock()

    def warm(self, module: str, settings: Settings) -> None:
        self.loaded.add(module)
        self.thread.submit(self._warm, module, settings)

    def _warm(self, module: str, settings: Settings) -> None:
        self._present("warming up").warm(module, settings)

    def take(self, task: Task, root: Path, watcher: Watcher) -> Future[Answer]:
        self.free = False
        self.last = task.id
        self.loaded.add(_module(task))
        return self.thread.submit(self._do, task, root, watcher)

    def _do(self, task: Task, root: Path, watcher: Watcher) -> Answer:
        try:
            return self._present(task.id).do(task, root, watcher)
        except WorkerDied:
            self._end(kill=True)
            raise
        finally:
            self.free = True

    def _present(self, what: str) -> Worker:
        with self._lock:
            if self._closed:
                raise WorkerDied("the run was stopped", task=what)
            if self._worker is None:
                self._worker = self._make()
            return self._worker

    def _end(self, *, kill: bool) -> None:
        with self._lock:
            if self._worker is not None:
                self._worker.close(kill=kill)
                self._worker = None
                self.loaded.clear()

    def close(self, *, kill: bool) -> None:
        self._closed = True
        self.thread.shutdown(wait=False, cancel_futures=True)
        self._end(kill=kill)


def _module(task: Task) -> str:
    return task.job.worker.partition(":")[0]


class Executor:
    """Workers that live for one run; each is started when it is first needed, and all end with the block.

    A context manager; when anything was raised in its block, the workers end at once.
    """

    def __init__(self, workers: int, make: Callable[[], Worker]) -> None:
        """Start nothing yet.

        Args:
            workers: How many tasks run side by side.
            make: Starts one worker.
        """
        self._seats = [_Seat(make) for _ in range(workers)]

    def warm(self, settings: Settings) -> None:
        """Load what is slow to load, in the background, while something else is going on."""
        for seat, module in zip(self._seats, WARM, strict=False):
            seat.warm(module, settings)

    def _submit(self, task: Task, root: Path, watcher: Watcher) -> Future[Answer]:
        """Give the task to the free worker that knows most of what it needs."""

        def fit(seat: _Seat) -> tuple[bool, bool, int]:
            return (seat.last not in task.deps, _module(task) not in seat.loaded, len(seat.loaded))

        return min((seat for seat in self._seats if seat.free), key=fit).take(task, root, watcher)

    def close(self, *, kill: bool = False) -> None:
        """End all workers; with `kill`, at once, whatever they are doing."""
        for seat in self._seats:
            seat.close(kill=kill)
        for seat in self._seats:
            seat.thread.shutdown(wait=True)

    def run(self, schedule: Schedule, root: Path, watcher: Watcher) -> None:
        """Do all tasks of a schedule, and those that are added to it meanwhile.

        Raises:
            BudgetError: a job could have passed the budget.
            MakeError: a job failed, or its worker died twice; running jobs are waited for, so that what they
                made is kept.
        """
        running: dict[Future[Answer], Task] = {}
        failure: MakeError | BudgetError | None = None
        tried_again: set[str] = set()
        while True:
            while failure is None and len(running) < len(self._seats) and (task := schedule.next()):
                watcher.started(task)
                running[self._submit(task, root, watcher)] = task
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
                    running[self._submit(task, root, watcher)] = task
                elif isinstance(error, (MakeError, BudgetError)):
                    failure = failure or error
                else:
                    raise error
        if failure is not None:
            raise failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close(kill=kind is not None)
