"""Owns the author's pictures and clips in a run folder: what a story pins is copied in, the story names the copies.

They are named by their content, and never written again. So a run folder is whole: it can be moved, and resumed without
the story beside it. Does not know: their use.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TypeVar

from agent.fingerprint import file_digest
from generators import RequestRefused, keep_photo
from planners import CharacterPin, PlacePin, PlanError, PropPin, ShotPin, Story, StoryError, listed

GROUPS = ("characters", "places", "props")
OWN = "own"
STILLS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"})
CLIPS = frozenset({".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v", ".gif"})

Pin = TypeVar("Pin", CharacterPin, PlacePin, PropPin)


def keep_pictures(story: Story, root: Path, *, beside: Path) -> Story:
    """The story with its pinned pictures in the run folder.

    Args:
        story: As its author wrote it; pictures are relative to `beside`.
        root: The run folder.
        beside: The story's folder.

    Raises:
        StoryError: a picture cannot be read.
    """
    pinned = {group: getattr(story, group) for group in GROUPS}
    kept: dict[str, object] = {}
    if any(pin.reference for pins in pinned.values() for pin in pins.values()):
        for group, pins in pinned.items():
            kept[group] = {key: _kept(pin, key, root, beside) for key, pin in pins.items()}
    if any(shot.keyframe or shot.clip for shot in story.shots or ()):
        kept["shots"] = tuple(_own(shot, number, root, beside) for number, shot in enumerate(story.shots or (), 1))
    return story.model_copy(update=kept) if kept else story


def _kept(pin: Pin, key: str, root: Path, beside: Path) -> Pin:
    name = re.sub(r"\W+", "_", key)[:60]
    try:
        copies = tuple(keep_photo(beside / file, root, name=name) for file in listed(pin.reference))
    except RequestRefused as error:
        raise StoryError(str(error), source=beside, hint=f"It is pinned as the reference of {key!r}.") from error
    return pin.model_copy(update={"reference": copies[0] if len(copies) == 1 else copies or None})


def _own(shot: ShotPin, number: int, root: Path, beside: Path) -> ShotPin:
    files = {what: getattr(shot, what) for what in ("keyframe", "clip")}
    try:
        copies = {
            what: keep_own(beside / file, root, name=f"shot_{number:03}", what=what)
            for what, file in files.items()
            if file is not None
        }
    except PlanError as error:
        raise StoryError(str(error), source=beside, hint=f"It is pinned at shot {number}.") from error
    return shot.model_copy(update=copies)


def keep_own(file: Path, root: Path, *, name: str, what: str) -> str:
    """Copy a still or clip into a run folder; its path there, relative and with forward slashes.

    Args:
        file: The user's file.
        root: The run folder.
        name: What it is called there, followed by its content's digest: another picture has another name.
        what: keyframe or clip.

    Raises:
        PlanError: there is no such file, or it is of another kind.
    """
    known = STILLS if what == "keyframe" else CLIPS
    if file.suffix.lower() not in known:
        raise PlanError(f"{file.name} is no {what}: {', '.join(sorted(known))} can be used")
    if not file.is_file():
        raise PlanError(f"there is no file {file}")
    kept = own_name(file, name)
    target = root / kept
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        shutil.copyfile(file, part)
        os.replace(part, target)
    return kept


def own_name(file: Path, name: str) -> str:
    """Where `keep_own` puts a file."""
    return f"{OWN}/{re.sub(r'[^A-Za-z0-9_]+', '_', name)[:60]}.{file_digest(file)[:12]}{file.suffix.lower()}"
