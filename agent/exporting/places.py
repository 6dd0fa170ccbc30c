"""Owns how files of a run are named and laid elsewhere: relative paths, hard links or copies.

Does not know: which files, why.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from agent.exporting.values import Media

Place = Callable[[Media], str]
"""The path of a file as a document names it."""


def beside(folder: Path) -> Place:
    """Paths relative to a folder, with forward slashes; absolute where there is no relative one (another drive)."""

    def place(media: Media) -> str:
        try:
            return Path(os.path.relpath(media.file, folder.resolve())).as_posix()
        except ValueError:
            return media.file.as_posix()

    return place


def as_url(path: str) -> str:
    """A relative or absolute path as a URL reference: percent-encoded; absolute ones as `file://`."""
    if path.startswith("/") or path[1:2] == ":":
        return Path(path).as_uri()
    return quote(path)


def lay(source: Path, target: Path) -> None:
    """Make a file appear at another place: a hard link, or a copy where the disk cannot link."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
