"""Owns the list of takes: `takes.json` of a run folder, read and changed whole under a lock of its own.

So takes can be queued, and taken from the queue, while others are being made. Does not know: how takes are made,
measured or shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.edits import Edit
from agent.lock import alone
from agent.stages import safe
from agent.store import Store, write_text
from planners import Shot

FILE, LOCK = "takes.json", ".takes.lock"
SCHEMA = "storyreel/takes@1"


class Take(BaseModel):
    """One variant of a shot."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int = Field(ge=1)
    differs: str
    """What is other than in the film, in words."""
    edits: tuple[Edit, ...]
    base: Shot | None = None
    """The shot as it was when the take was made; None when the take concerns more of the film than this shot."""
    shot: Shot | None = None
    """The shot as the take has it."""
    made: datetime | None = None
    """None: not yet."""
    keys: dict[str, str] = {}
    """Record file -> key of everything that belongs to it alone."""
    scores: dict[str, float] = {}
    """The worst number of some measures."""
    accepted: bool | None = None
    """Whether all measures accept it; None: nothing could be judged."""
    failures: tuple[str, ...] = ()

    def stands(self, store: Store, shot: str) -> bool:
        """Whether the film's clip of the shot is this take."""
        record = f"04_shots/{safe(shot)}.json"
        now = store.read(record)
        return now is not None and self.made is not None and now.key == self.keys.get(record)


Rows = dict[str, tuple[Take, ...]]
"""Shot id -> its takes in their order."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: str = Field(default=SCHEMA, alias="schema")
    shots: Rows = {}


def read_takes(root: Path) -> Rows:
    """The takes of a run folder; none when none were asked for, or the file is damaged."""
    try:
        return dict(_File.model_validate_json((root / FILE).read_text(encoding="utf-8")).shots)
    except (OSError, ValidationError):
        return {}


def change_takes(root: Path, change: Callable[[Rows], Mapping[str, tuple[Take, ...]]]) -> Rows:
    """Read the takes, change them and write them whole, while nobody else does; returns them as written."""
    with alone(root / LOCK):
        rows = {shot: takes for shot, takes in change(read_takes(root)).items() if takes}
        text = _File(shots=rows).model_dump_json(indent=1, by_alias=True)
        write_text(root / FILE, text + "\n")
    return rows
