"""Owns what a line of chat can mean: edits, a command, a question back, or nothing that is known.

Does not know: words, films, terminals.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from agent.edits import Edit, ToldEdit

CommandName = Literal[
    "undo", "redo", "render", "stop", "show", "board", "export", "branch", "switch", "go_to", "history", "why", "cost",
    "takes", "pick", "help", "quit", "check", "retry", "hello",
]  # fmt: skip


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Command(_Frozen):
    """Something that is done with the film and changes no shot by itself."""

    name: CommandName
    shot: str | None = None
    """Shot id, for show, why, takes and pick."""
    number: int = 1
    """Steps of undo and redo, number of takes, number of the take that is picked."""
    words: str = ""
    """Format of an export, name of a branch, a moment to go back to, a generator to price."""
    edits: tuple[ToldEdit, ...] = ()
    """What is tried on a branch."""


class Choice(_Frozen):
    """One answer to a question."""

    label: str
    edits: tuple[Edit, ...] = ()
    command: Command | None = None


class Understood(_Frozen):
    """What a line means; exactly one of the four is there."""

    edits: tuple[Edit, ...] = ()
    command: Command | None = None
    question: str = ""
    """What is not clear, with `choices`."""
    choices: tuple[Choice, ...] = ()
    nearest: str = ""
    """For a line that is not understood: a sentence that works and is close to it."""
    heard: str = ""
    """Shot id that the line was about, for a following "make it longer"."""

    note: str = ""
    """How it was read, when not as was asked for."""

    @property
    def known(self) -> bool:
        """Whether it means anything."""
        return bool(self.edits or self.command or self.choices)
