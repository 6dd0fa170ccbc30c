"""Owns artefacts on disk: a record beside each says what it was made from; existing means complete.

Files are written under a temporary name and renamed; a record is written last. Paths in records are
relative to the run folder, so a moved run folder still works. Does not know: how anything is made.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.fingerprint import file_digest

RECORD_SCHEMA = "storyreel/record@1"


class Record(BaseModel):
    """What an artefact was made from, and what came of it."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: str = Field(default=RECORD_SCHEMA, alias="schema")
    task: str
    key: str
    parts: dict[str, str]
    """Name of each thing it depends on -> its digest; tells the cause when the key differs."""
    files: dict[str, str]
    """Relative path -> digest of the file's bytes."""
    data: dict[str, Any] = Field(default_factory=dict)
    downgrades: tuple[str, ...] = ()
    seconds: float = 0.0


class Status(BaseModel):
    """Whether an artefact may be used as it is, and the reason in words."""

    model_config = ConfigDict(frozen=True)

    current: bool
    reason: str
    record: Record | None = None


class Store:
    """The artefacts of one run folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, relative: str) -> Path:
        """Where a file of the run lies; its folder is made.

        Raises:
            ValueError: the path would leave the run folder.
        """
        full = (self.root / relative).resolve()
        if not full.is_relative_to(self.root.resolve()):
            raise ValueError(f"{relative!r} leaves the run folder")
        full.parent.mkdir(parents=True, exist_ok=True)
        return full

    def read(self, record_file: str) -> Record | None:
        """The record in a file; None when it is missing or damaged."""
        try:
            return Record.model_validate_json((self.root / record_file).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            return None

    def status(self, record_file: str, key: str, parts: Mapping[str, str]) -> Status:
        """Whether the artefact with this record is current: same key, all files there and unchanged."""
        record = self.read(record_file)
        if record is None:
            return Status(current=False, reason="never made")
        if record.key != key:
            return Status(current=False, reason=f"changed: {_causes(record.parts, parts)}", record=record)
        for name, expected in record.files.items():
            path = self.root / name
            if not path.is_file():
                return Status(current=False, reason=f"missing: {name}", record=record)
            if file_digest(path) != expected:
                return Status(current=False, reason=f"altered on disk: {name}", record=record)
        return Status(current=True, reason="nothing that it depends on has changed", record=record)

    def adopt(self, record_file: str, key: str) -> str | None:
        """Take files that a person replaced for the artefact's own; returns its task when there were any.

        Nothing is adopted that is missing, or that was made from something else than `key` says.
        """
        record = self.read(record_file)
        if record is None or record.key != key or not all((self.root / name).is_file() for name in record.files):
            return None
        now = {name: file_digest(self.root / name) for name in record.files}
        if now == record.files:
            return None
        self.write(record_file, record.model_copy(update={"files": now, "data": record.data | {"by_hand": True}}))
        return record.task

    def write(self, record_file: str, record: Record) -> None:
        """Write a record whole or not at all."""
        write_text(self.path(record_file), record.model_dump_json(indent=1, by_alias=True) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    os.replace(part, path)


def _causes(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    names = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    return ", ".join(names) or "the key scheme"
