"""Owns digests: canonical JSON of what something is made from -> a key that is the same on every machine.

A key covers the spec, the maker and its version, the digests of all inputs, the seed, and KEY_VERSION.
Does not know: what is being made, where it is stored.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

KEY_VERSION = 1
"""Raised whenever the meaning of a key changes, so that old artefacts are never taken for new ones."""


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces, exact floats; pydantic models by their JSON form.

    Raises:
        TypeError: a value that has no canonical form.
    """
    return json.dumps(_plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {"model": type(value).__name__, **_plain(value.model_dump(mode="json", by_alias=True))}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, Path):
        return value.as_posix()
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"a {type(value).__name__} has no canonical form")


def digest(value: Any) -> str:
    """SHA-256 (first 32 hex digits) of the canonical form."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()[:32]


def file_digest(path: Path) -> str:
    """SHA-256 (first 32 hex digits) of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:32]
