"""Owns the worker process: reads requests as JSON lines, answers with JSON lines.

Started as `python -m agent.executors.worker`, so that a user's script needs no `__main__` guard. Does not know: what
the requests ask for, their order.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from typing import Any, TextIO

from agent.executors.requests import fulfil


def serve(lines: TextIO, answers: TextIO) -> None:
    """Answer every line until there are no more."""

    def progress(done: int, total: int) -> None:
        _answer(answers, {"progress": [done, total]})

    for line in lines:
        _answer(answers, fulfil(json.loads(line), progress))


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
