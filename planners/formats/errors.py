"""Owns the one error that bad input raises. Does not know: what is being read."""

from __future__ import annotations

from pathlib import Path


class StoryError(ValueError):
    """The story (or another file that a person wrote) is wrong: where, what was found, what is allowed."""

    def __init__(self, what: str, *, source: str | Path = "story", line: int | None = None, hint: str = "") -> None:
        self.what = what
        self.source = str(source)
        self.line = line
        self.hint = hint
        place = self.source if line is None else f"{self.source}, line {line}"
        super().__init__(f"{place}: {what}" + (f"\n  {hint}" if hint else ""))
