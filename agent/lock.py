"""Owns the lock of a run folder: one run at a time; the system frees it when the run that held it is gone.

Does not know: what a run does.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from agent.errors import BusyError
from planners import StoryError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # a byte far behind the text, so that others can read who holds it
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


LOCK_FILE = ".lock"
LOOK = 0.005
"""Seconds between two tries to get a lock that another holds for a moment."""


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Make the run folder and hold it until the end of the block.

    Raises:
        StoryError: the folder cannot be made, or nothing can be written in it.
        BusyError: another run holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        hint = "Choose another folder with --out."
        raise StoryError(f"the run folder cannot be written to: {error.strerror}", source=folder, hint=hint) from None
    try:
        try:
            _take(handle)
        except OSError:
            raise BusyError(_busy(folder, handle)) from None
        _write(handle, str(os.getpid()))
        try:
            yield
        finally:
            _write(handle, "")
    finally:
        os.close(handle)


def _busy(folder: Path, handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    holder = os.read(handle, 20).decode("ascii", "replace").strip()
    who = f"process {holder}" if holder else "another process"
    return f"{folder}: {who} is making a film in this folder; wait for it, or choose another folder with --out"


def _write(handle: int, text: str) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, text.encode())


@contextlib.contextmanager
def alone(file: Path) -> Iterator[None]:
    """Hold a file's lock for the block, after every thread and process that asked before; the folder is made."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        while True:
            try:
                _take(handle)
                break
            except OSError:
                time.sleep(LOOK)
        yield
    finally:
        os.close(handle)
