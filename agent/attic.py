"""Owns what a run folder keeps of artefacts that others took the place of: earlier takes, undone edits.

Everything lies under `.kept/<artefact>/<key>/` with its record, so going back to it costs nothing and makes nothing.
What a person changed by hand is kept too, under a name of its own. Does not know: why an artefact was replaced.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from agent.fingerprint import file_digest
from agent.store import Record, Store

FOLDER = ".kept"
BY_HAND = "by-hand"
_RECORD = "record.json"
_SHOWN = 16
"""Letters of a key that name its folder."""


class Attic:
    """Artefacts of one run folder that are not in use."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def set_aside(self, record_file: str) -> Record | None:
        """Move an artefact with its record out of the way; None when there is none, or it is not whole."""
        store = self._store
        record = store.read(record_file)
        if record is None:
            return None
        there = {name: (store.root / name) for name in record.files if (store.root / name).is_file()}
        if len(there) < len(record.files):
            return None
        altered = any(file_digest(path) != record.files[name] for name, path in there.items())
        if altered:
            now = {name: file_digest(path) for name, path in there.items()}
            record = record.model_copy(update={"files": now, "data": record.data | {"by_hand": True}})
        target = self._altered(record_file) if altered else self._folder(record_file, record.key)
        shutil.rmtree(target, ignore_errors=True)
        for name, path in there.items():
            kept = target / name
            kept.parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, kept)
        store.write(self._relative(target / _RECORD), record)
        (store.root / record_file).unlink(missing_ok=True)
        return record

    def restore(self, record_file: str, key: str) -> Record | None:
        """Bring an artefact back that was made from just this; None when it is not kept, or not whole any more."""
        folder = self._folder(record_file, key)
        record = self._store.read(self._relative(folder / _RECORD))
        if record is None or record.key != key or not self._whole(folder, record):
            return None
        self.set_aside(record_file)
        for name in record.files:
            os.replace(folder / name, self._store.path(name))
        self._store.write(record_file, record)
        shutil.rmtree(folder)
        return record

    def has(self, record_file: str, key: str) -> bool:
        """Whether `restore` would bring this artefact back."""
        folder = self._folder(record_file, key)
        record = self._store.read(self._relative(folder / _RECORD))
        return record is not None and record.key == key and self._whole(folder, record)

    def kept(self, record_file: str) -> tuple[Record, ...]:
        """Everything that is kept of an artefact, in the order of their keys."""
        found = [
            self._store.read(self._relative(path)) for path in sorted(self._home(record_file).glob(f"*/{_RECORD}"))
        ]
        return tuple(record for record in found if record is not None)

    def file(self, record_file: str, key: str, name: str) -> Path:
        """Where a file of a kept artefact lies."""
        return self._folder(record_file, key) / name

    def _whole(self, folder: Path, record: Record) -> bool:
        return all(
            (folder / name).is_file() and file_digest(folder / name) == digest for name, digest in record.files.items()
        )

    def _altered(self, record_file: str) -> Path:
        number = 1
        while (folder := self._home(record_file) / f"{BY_HAND}-{number}").exists():
            number += 1
        return folder

    def _folder(self, record_file: str, key: str) -> Path:
        return self._home(record_file) / key[:_SHOWN]

    def _home(self, record_file: str) -> Path:
        return self._store.root / FOLDER / record_file.rsplit(".", 1)[0]

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._store.root).as_posix()
