"""Owns what goes to a worker and what comes back: plain data, wherever the worker is.

Holds the project's one broad except: whatever a job raises is sent back, never swallowed. Does not know: how
requests travel, order, store.
"""

from __future__ import annotations

import importlib
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agent import jobs
from agent.errors import BudgetError, MakeError
from agent.jobs import Outcome
from agent.settings import Settings
from agent.stages import Task


def request_of(task: Task, root: Path) -> dict[str, str]:
    """A task's job as a request to a worker."""
    return {"job": type(task.job).__name__, "data": task.job.model_dump_json(), "root": str(root)}


def warming(module: str, settings: Settings) -> dict[str, str]:
    """The request to load a module of `agent.work` with what the settings need of it."""
    return {"warm": module, "data": settings.model_dump_json()}


def answered(task: Task, answer: Mapping[str, Any]) -> tuple[Outcome, float]:
    """What a worker answered to a task's request: what the job made, and how many seconds it took.

    Raises:
        MakeError: the job raised.
        BudgetError: it could have passed the budget.
    """
    if "enough" in answer:
        raise BudgetError(answer["error"], enough=answer["enough"]) from RuntimeError(answer["trace"])
    if "error" in answer:
        raise MakeError(answer["error"], task=task.id) from RuntimeError(answer["trace"])
    return Outcome.model_validate(answer["outcome"]), float(answer["seconds"])


def fulfil(request: Mapping[str, str], progress: jobs.Progress) -> dict[str, Any]:
    """Do what a request asks for; the answer, or the error as text."""
    began = time.perf_counter()
    try:
        if "warm" in request:
            importlib.import_module(request["warm"]).warm(Settings.model_validate_json(request["data"]))
            return {"warmed": request["warm"]}
        job: jobs.Job = getattr(jobs, request["job"]).model_validate_json(request["data"])
        outcome = job.run(Path(request["root"]), progress)
    except Exception as error:
        told = {"error": str(error) or type(error).__name__, "trace": traceback.format_exc()}
        return told | ({"enough": error.enough} if isinstance(error, BudgetError) else {})
    return {"outcome": outcome.model_dump(mode="json"), "seconds": time.perf_counter() - began}
