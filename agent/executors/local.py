"""Owns running tasks side by side in processes of this machine, in the order that their graph allows.

Each worker process is led by a thread that feeds it one job at a time. Ctrl-C reaches the parent only, which
ends the workers. Does not know: what a task makes, what is current.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import networkx as nx

from agent.errors import MakeError
from agent.jobs import Outcome
from agent.stages import Task

OnStart = Callable[[Task], None]
OnDone = Callable[[Task, Outcome, float], None]
OnProgress = Callable[[str, int, int], None]
Answer = tuple[Outcome, float]


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

    def do(self, task: Task, root: Path, on_progress: OnProgress) -> Answer:
        """Do one task's job and wait for it.

        Raises:
            MakeError: the job raised, or the process died.
        """
        request = {"job": type(task.job).__name__, "data": task.job.model_dump_json(), "root": str(root)}
        if self._process.stdin is None or self._process.stdout is None:
            raise MakeError("the worker has no pipes", task=task.id)
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            raise MakeError(self._last_words(), task=task.id) from error
        for line in self._process.stdout:
            answer: dict[str, Any] = json.loads(line)
            if "progress" in answer:
                on_progress(task.id, *answer["progress"])
            elif "error" in answer:
                raise MakeError(answer["error"], task=task.id) from RuntimeError(answer["trace"])
            else:
                return Outcome.model_validate(answer["outcome"]), float(answer["seconds"])
        raise MakeError(self._last_words(), task=task.id)

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


class LocalExecutor:
    """Worker processes that live for one run; started when first needed."""

    def __init__(self, workers: int) -> None:
        self._count = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="worker")
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._workers: list[Worker] = []

    def run(
        self, tasks: nx.DiGraph[str], root: Path, *, on_start: OnStart, on_done: OnDone, on_progress: OnProgress
    ) -> None:
        """Run every task of the graph, each after those it depends on.

        Raises:
            MakeError: a job failed; running jobs are waited for, so that what they made is kept.
        """
        waiting = {node: set(tasks.predecessors(node)) for node in tasks}
        ready = _by_urgency(tasks, [node for node in waiting if not waiting[node]])
        running: dict[Future[Answer], Task] = {}
        failure: MakeError | None = None
        while (ready and failure is None) or running:
            while ready and failure is None and len(running) < self._count:
                task: Task = tasks.nodes[ready.pop(0)]["task"]
                on_start(task)
                running[self._threads.submit(self._do, task, root, on_progress)] = task
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task = running.pop(future)
                error = future.exception()
                if isinstance(error, MakeError):
                    failure = failure or error
                    continue
                on_done(task, *future.result())
                ready = _by_urgency(tasks, [*ready, *_freed(tasks, waiting, task.id)])
        if failure is not None:
            raise failure

    def _do(self, task: Task, root: Path, on_progress: OnProgress) -> Answer:
        worker = self._borrow()
        try:
            return worker.do(task, root, on_progress)
        finally:
            self._idle.put(worker)

    def _borrow(self) -> Worker:
        if self._idle.empty() and len(self._workers) < self._count:
            worker = Worker()
            self._workers.append(worker)
            return worker
        return self._idle.get()

    def close(self, *, kill: bool = False) -> None:
        """End all workers; with `kill`, at once, whatever they are doing."""
        for worker in self._workers:
            worker.close(kill=kill)
        self._workers.clear()
        self._threads.shutdown(wait=True, cancel_futures=True)


def _freed(tasks: nx.DiGraph[str], waiting: dict[str, set[str]], done: str) -> list[str]:
    free = []
    for node in tasks.successors(done):
        waiting[node].discard(done)
        if not waiting[node]:
            free.append(node)
    return free


def _by_urgency(tasks: nx.DiGraph[str], nodes: list[str]) -> list[str]:
    """Voices and references first, as all waits for them; then the heaviest first."""

    def urgency(node: str) -> tuple[int, float]:
        task: Task = tasks.nodes[node]["task"]
        return ({"voices": 0, "references": 1}.get(task.stage, 2), -task.weight)

    return sorted(nodes, key=urgency)
