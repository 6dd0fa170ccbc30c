"""Owns running jobs side by side in processes of this machine.

Each process is led by a thread of its own that feeds it one job at a time. Ctrl-C reaches the parent only, which
ends the workers. Does not know: what a task makes, what is current, in which order tasks come.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

from agent.errors import MakeError
from agent.executors.base import Answer, Executor, Watcher, WorkerDied
from agent.jobs import Outcome
from agent.settings import Settings
from agent.stages import Task

WARM = ("agent.work.pictures", "agent.work.sound")
"""Modules that are slow to load: each is loaded by a worker of its own, which gets the jobs that need it."""


class Worker:
    """One process that does jobs, one after another."""

    def __init__(self) -> None:
        said, name = tempfile.mkstemp(prefix="storyreel-worker-")
        self._said = Path(name)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "agent.executors.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        os.close(said)

    def warm(self, module: str, settings: Settings) -> None:
        """Load a module of `agent.work` and what it needs; what goes wrong is found out by the first job."""
        with contextlib.suppress(WorkerDied):
            self._ask({"warm": module, "data": settings.model_dump_json()}, "warming up")

    def do(self, task: Task, root: Path, watcher: Watcher) -> Answer:
        """Do one task's job and wait for it.

        Raises:
            MakeError: the job raised.
            WorkerDied: the process ended.
        """
        request = {"job": type(task.job).__name__, "data": task.job.model_dump_json(), "root": str(root)}
        answer = self._ask(request, task.id, watcher)
        if "error" in answer:
            raise MakeError(answer["error"], task=task.id) from RuntimeError(answer["trace"])
        return Outcome.model_validate(answer["outcome"]), float(answer["seconds"])

    def _ask(self, request: dict[str, str], what: str, watcher: Watcher | None = None) -> dict[str, Any]:
        """The answer to a request; progress on the way goes to the watcher."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise WorkerDied(self._last_words(), task=what) from error
        for line in self._process.stdout:
            answer: dict[str, Any] = json.loads(line)
            if "progress" not in answer:
                return answer
            if watcher is not None:
                watcher.progressed(what, *answer["progress"])
        raise WorkerDied(self._last_words(), task=what)

    def _last_words(self) -> str:
        code = self._process.wait()
        tail = " | ".join(self._said.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-4:])
        return f"the worker process ended with code {code}: {tail or 'it said nothing'}"

    def close(self, *, kill: bool) -> None:
        """End the process, at once with `kill`."""
        if kill:
            self._end()
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:
                self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._said.unlink(missing_ok=True)

    def _end(self) -> None:
        """Kill the process and the encoder that it may be feeding."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()


class _Seat:
    """A place for one worker: its thread, its process once it is needed, and what that has loaded."""

    def __init__(self) -> None:
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
                self._worker = Worker()
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


class LocalExecutor(Executor):
    """Worker processes that live for one run; each is started when it is first needed."""

    def __init__(self, workers: int) -> None:
        self.slots = workers
        self._seats = [_Seat() for _ in range(workers)]

    def warm(self, settings: Settings) -> None:
        """Start workers and load what is slow to load."""
        for seat, module in zip(self._seats, WARM, strict=False):
            seat.warm(module, settings)

    def submit(self, task: Task, root: Path, watcher: Watcher) -> Future[Answer]:
        """Give the task to the free worker that knows most of what it needs."""

        def fit(seat: _Seat) -> tuple[bool, bool, int]:
            return (seat.last not in task.deps, _module(task) not in seat.loaded, len(seat.loaded))

        best = min((seat for seat in self._seats if seat.free), key=fit)
        return best.take(task, root, watcher)

    def close(self, *, kill: bool = False) -> None:
        """End all workers; with `kill`, at once, whatever they are doing."""
        for seat in self._seats:
            seat.close(kill=kill)
        for seat in self._seats:
            seat.thread.shutdown(wait=True)
