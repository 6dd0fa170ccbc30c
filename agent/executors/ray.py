"""Owns workers that are actors of a ray cluster: the one that RAY_ADDRESS names, else one started on this machine.

A request is the same frozen data that a process of this machine gets. The cluster's machines must see the run folder
under the same path and have storyreel installed. Does not know: what a task makes, in which order tasks come.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import sys
import threading
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from agent.errors import MissingExtra
from agent.executors.base import Answer, Executor, Watcher, WorkerDied
from agent.executors.requests import answered, fulfil, request_of, warming
from agent.settings import Settings
from agent.stages import Task

LOOK = 0.5
"""Seconds between two looks at how far a job is."""


class Hands:
    """The actor: does what it is asked, and says meanwhile how far it is."""

    def __init__(self) -> None:
        self._far: tuple[int, int] | None = None

    def fulfil(self, request: Mapping[str, str]) -> dict[str, Any]:
        """Do what a request asks for."""
        self._far = None
        return fulfil(request, self._progress)

    def far(self) -> tuple[int, int] | None:
        """Parts done and parts in all of the job at hand."""
        return self._far

    def _progress(self, done: int, total: int) -> None:
        self._far = (done, total)


class RayWorker:
    """One actor, with a processor of its own."""

    def __init__(self, ray: Any) -> None:
        self._ray = ray
        self._actor = ray.remote(num_cpus=1, max_concurrency=2)(Hands).remote()

    def warm(self, module: str, settings: Settings) -> None:
        """See `Worker`."""
        with contextlib.suppress(WorkerDied):
            self._ask(warming(module, settings), "warming up")

    def do(self, task: Task, root: Path, watcher: Watcher) -> Answer:
        """See `Worker`."""
        return answered(task, self._ask(request_of(task, root.resolve()), task.id, watcher))

    def _ask(self, request: Mapping[str, str], what: str, watcher: Watcher | None = None) -> dict[str, Any]:
        ray = self._ray
        try:
            answer = self._actor.fulfil.remote(request)
            while not ray.wait([answer], timeout=LOOK)[0]:
                far = ray.get(self._actor.far.remote())
                if far is not None and watcher is not None:
                    watcher.progressed(what, *far)
            given: dict[str, Any] = ray.get(answer)
        except ray.exceptions.RayError as error:
            raise WorkerDied(f"the ray worker ended: {str(error).splitlines()[0]}", task=what) from error
        return given

    def close(self, *, kill: bool) -> None:
        """End the actor; its process ends with it."""
        with contextlib.suppress(self._ray.exceptions.RayError):
            self._ray.kill(self._actor)


class RayExecutor(Executor):
    """Workers on a ray cluster, which is joined, or started, when the first of them is needed."""

    def __init__(self, workers: int) -> None:
        """Start nothing yet.

        Raises:
            MissingExtra: ray is not installed.
        """
        if find_spec("ray") is None:
            raise MissingExtra("the executor 'ray' is not installed", extra="ray")
        super().__init__(workers, self._worker)
        self._workers = workers
        self._lock = threading.Lock()
        self._ray: Any = None

    def _worker(self) -> RayWorker:
        with self._lock:
            if self._ray is None:
                self._ray = _joined(self._workers)
        return RayWorker(self._ray)

    def close(self, *, kill: bool = False) -> None:
        """End all workers, and leave the cluster."""
        super().close(kill=kill)
        if self._ray is not None:
            self._ray.shutdown()
            self._ray = None


def _joined(workers: int) -> Any:
    """The ray library, connected to a cluster."""
    ray = importlib.import_module("ray")
    address = os.environ.get("RAY_ADDRESS")
    own = {} if address else {"num_cpus": workers, "include_dashboard": False}
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    ray.init(
        address=address, ignore_reinit_error=True, log_to_driver=False, logging_level=logging.ERROR,
        runtime_env={"env_vars": paths}, **own,
    )  # fmt: skip
    return ray
