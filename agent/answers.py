"""Owns answers of language models on disk: one JSON file each, whole or not there, trusted only with its own digest.

Does not know: what was asked, what an answer means.
"""

from __future__ import annotations

import threading
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.fingerprint import digest
from planners import ChatReply

ANSWER_SCHEMA = "storyreel/answer@1"


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
