"""Owns reading lines from a person: a prompt with history, completion and several lines; or a pipe, or a dumb terminal.

Does not know: what lines mean.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agent.talk import Talk
from planners import cache_folder

PROMPT = "> "
HISTORY = "chat-history"


def typed_lines(talk: Talk, ahead: list[str]) -> Iterator[str]:
    """Every line that is typed or piped in, until the end of input.

    Args:
        talk: Completes sentences.
        ahead: Lines that were typed while something else went on; they come first.
    """
    for line in _typed(talk):
        yield line
        while ahead:
            yield ahead.pop(0)


def _typed(talk: Talk) -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from (line.rstrip("\n") for line in sys.stdin)
    elif os.environ.get("TERM", "dumb") == "dumb":
        yield from _plain_lines()
    else:
        yield from _prompted(talk)


def _plain_lines() -> Iterator[str]:
    while True:
        sys.stdout.write(PROMPT)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line.rstrip("\n")


def _prompted(talk: Talk) -> Iterator[str]:
    session = _session(talk)
    while True:
        try:
            yield str(session.prompt(PROMPT))
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _session(talk: Talk) -> Any:
    """A prompt; the library is loaded now."""
    kit = importlib.import_module("prompt_toolkit")
    history = importlib.import_module("prompt_toolkit.history")
    completion = importlib.import_module("prompt_toolkit.completion")
    binding = importlib.import_module("prompt_toolkit.key_binding").KeyBindings()

    binding.add("escape", "enter")(_new_line)

    class Sentences(completion.Completer):  # type: ignore[name-defined, misc]
        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Any]:
            for text in talk.completions(document.text_before_cursor):
                yield completion.Completion(text, start_position=-len(document.text_before_cursor))

    return kit.PromptSession(
        history=history.FileHistory(str(_history_file())),
        completer=completion.ThreadedCompleter(Sentences()),
        complete_while_typing=False,
        key_bindings=binding,
        enable_open_in_editor=False,
    )


def _new_line(event: Any) -> None:
    event.current_buffer.insert_text("\n")


def _history_file() -> Path:
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / HISTORY
