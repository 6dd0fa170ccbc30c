"""Owns what is said back in a conversation: short texts of a kind, with the files that they speak of.

Does not know: terminals, films.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

AGREED = "agreed"
"""Words of a command whose price was agreed to."""
ReplyKind = Literal[
    "said", "changed", "outlook", "question", "unknown", "problem", "picture", "rendering", "film", "table", "board",
    "bye",
]  # fmt: skip


class Reply(BaseModel):
    """One thing that is said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ReplyKind
    text: str
    files: tuple[Path, ...] = ()
    """What it speaks of: a keyframe, the film."""


def said(text: str, *files: Path) -> Reply:
    """A plain reply."""
    return Reply(kind="said", text=text, files=files)
