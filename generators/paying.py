"""Owns what a generator that costs money is handed: a purse, and a place for answers and jobs that are paid for.

A module `able` with `PAYS = True` says that its generators take both, as `purse=` and `kept=`. Does not know: where
money or answers are kept, any generator.
"""

from __future__ import annotations

from typing import Protocol

from planners.purse import OpenPurse, Purse, Spending

__all__ = ["Forgetful", "Kept", "OpenPurse", "Purse", "Spending"]


class Kept(Protocol):
    """Keeps what was paid for, by the digest of what was asked; safe to use from several processes."""

    def get(self, key: str) -> bytes | None:
        """The picture under a key; None when there is none that can be trusted."""

    def put(self, key: str, picture: bytes) -> None:
        """Keep a picture; its job is over."""

    def job(self, key: str) -> str | None:
        """The server's id of a job that was begun for a key and is not known to be over."""

    def begun(self, key: str, job: str) -> None:
        """Remember that a server works on a key."""

    def failed(self, key: str) -> None:
        """Forget a job that came to nothing."""


class Forgetful:
    """Keeps everything as long as the process lives."""

    def __init__(self) -> None:
        self._pictures: dict[str, bytes] = {}
        self._jobs: dict[str, str] = {}

    def get(self, key: str) -> bytes | None:
        """See `Kept`."""
        return self._pictures.get(key)

    def put(self, key: str, picture: bytes) -> None:
        """See `Kept`."""
        self._pictures[key] = picture
        self._jobs.pop(key, None)

    def job(self, key: str) -> str | None:
        """See `Kept`."""
        return self._jobs.get(key)

    def begun(self, key: str, job: str) -> None:
        """See `Kept`."""
        self._jobs[key] = job

    def failed(self, key: str) -> None:
        """See `Kept`."""
        self._jobs.pop(key, None)
