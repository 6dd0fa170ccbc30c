"""Owns the worker process: reads jobs as JSON lines, does them, answers with JSON lines.

Started as `python -m agent.executors.worker`, so that a user's script needs no `__main__` guard. Holds the
project's one broad except: whatever a job raises is sent back, never swallowed. Does not know: order, store.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any, TextIO

from agent import jobs
from agent.settings import Settings


def serve(lines: TextIO, answers: TextIO) -> None:
    """Answer every line until there are no more."""
    for line in lines:
        request = json.loads(line)
        _answer(answers, _do(request, answers))


def _do(request: dict[str, Any], answers: TextIO) -> dict[str, Any]:
    def progress(done: int, total: int) -> None:
        _answer(answers, {"progress": [done, total]})

    began = time.perf_counter()
    try:
        if "warm" in request:
            importlib.import_module(request["warm"]).warm(Settings.model_validate_json(request["data"]))
            return {"warmed": request["warm"]}
        job: jobs.Job = getattr(jobs, request["job"]).model_validate_json(request["data"])
        outcome = job.run(Path(request["root"]), progress)
    except Exception as error:
        return {"error": str(error) or type(error).__name__, "trace": traceback.format_exc()}
    return {"outcome": outcome.model_dump(mode="json"), "seconds": time.perf_counter() - began}


def _answer(answers: TextIO, value: dict[str, Any]) -> None:
    answers.write(json.dumps(value) + "\n")
    answers.flush()


def _die_with(parent: int) -> None:
    """End this process and the encoder that it feeds as soon as the run that started it is gone."""
    while os.getppid() == parent:
        time.sleep(0.25)
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


def main() -> None:
    """Serve on standard input and output; anything a library prints goes to standard error."""
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    serve(sys.stdin, answers)


if __name__ == "__main__":
    main()
