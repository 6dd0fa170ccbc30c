"""Owns answers of models on disk, texts and pictures: whole or not there, trusted only with their own digest.

Does not know: what was asked, what an answer means.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.fingerprint import digest, file_digest
from planners import ChatReply

ANSWER_SCHEMA = "storyreel/answer@1"
PICTURE_SCHEMA = "storyreel/paid-picture@1"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: str = Field(default=ANSWER_SCHEMA, alias="schema")
    key: str
    digest: str
    reply: ChatReply


class FolderCache:
    """An AnswerCache in a folder; several threads and processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> ChatReply | None:
        """The answer under a key; None when it is missing, damaged or altered."""
        try:
            file = _File.model_validate_json(self._path(key).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            return None
        return file.reply if file.key == key and file.digest == digest(file.reply) else None

    def put(self, key: str, reply: ChatReply) -> None:
        """Keep an answer."""
        self._folder.mkdir(parents=True, exist_ok=True)
        file = _File(key=key, digest=digest(reply), reply=reply)
        part = self._folder / f"{key}.{threading.get_ident()}.part"
        part.write_text(file.model_dump_json(indent=1, by_alias=True) + "\n", encoding="utf-8", newline="\n")
        part.replace(self._path(key))

    def drop(self, key: str) -> None:
        """Forget an answer."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


class _Picture(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: str = Field(default=PICTURE_SCHEMA, alias="schema")
    key: str
    job: str | None = None
    """The server's id of a job that is not known to be over."""
    digest: str | None = None
    """Of the picture's file; None: it is not there yet."""


class PictureFolder:
    """Pictures that were paid for, and jobs that were begun, in a folder that several processes share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """The picture under a key; None when it is missing, damaged or altered."""
        row, file = self._row(key), self._file(key)
        if row is None or row.digest is None or not file.is_file() or file_digest(file) != row.digest:
            return None
        return file.read_bytes()

    def put(self, key: str, picture: bytes) -> None:
        """Keep a picture; its job is over."""
        self._whole(self._file(key), picture)
        self._write(_Picture(key=key, digest=file_digest(self._file(key))))

    def job(self, key: str) -> str | None:
        """The job that was begun for a key."""
        row = self._row(key)
        return row.job if row else None

    def begun(self, key: str, job: str) -> None:
        """Remember that a server works on a key."""
        self._write(_Picture(key=key, job=job))

    def failed(self, key: str) -> None:
        """Forget a job that came to nothing."""
        self._record(key).unlink(missing_ok=True)

    def _row(self, key: str) -> _Picture | None:
        try:
            row = _Picture.model_validate_json(self._record(key).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            return None
        return row if row.key == key else None

    def _write(self, row: _Picture) -> None:
        self._whole(self._record(row.key), (row.model_dump_json(indent=1, by_alias=True) + "\n").encode())

    def _whole(self, path: Path, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_bytes(data)
        part.replace(path)

    def _record(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.picture"
