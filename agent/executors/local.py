"""Owns workers that are processes of this machine, fed one job at a time through pipes.

Ctrl-C reaches the parent only, which ends them. Does not know: what a task makes, in which order tasks come.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from agent.executors.base import Answer, Watcher, WorkerDied
from agent.executors.requests import answered, request_of, warming
from agent.settings import Settings
from agent.stages import Task


class ProcessWorker:
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
            self._ask(warming(module, settings), "warming up")

    def do(self, task: Task, root: Path, watcher: Watcher) -> Answer:
        """Do one task's job and wait for it.

        Raises:
            MakeError: the job raised.
            WorkerDied: the process ended.
        """
        return answered(task, self._ask(request_of(task, root), task.id, watcher))

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
