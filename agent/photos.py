"""Owns the author's pictures in a run folder: what a story pins is copied in, and the story there names the copies.

So a run folder is whole: it can be moved, and resumed without the story beside it. Does not know: their use.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from generators import RequestRefused, keep_photo
from planners import CharacterPin, PlacePin, PropPin, Story, StoryError, listed

GROUPS = ("characters", "places", "props")

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
    if not any(pin.reference for pins in pinned.values() for pin in pins.values()):
        return story
    kept = {group: {key: _kept(pin, key, root, beside) for key, pin in pins.items()} for group, pins in pinned.items()}
    return story.model_copy(update=kept)


def _kept(pin: Pin, key: str, root: Path, beside: Path) -> Pin:
    name = re.sub(r"\W+", "_", key)[:60]
    try:
        copies = tuple(keep_photo(beside / file, root, name=name) for file in listed(pin.reference))
    except RequestRefused as error:
        raise StoryError(str(error), source=beside, hint=f"It is pinned as the reference of {key!r}.") from error
    return pin.model_copy(update={"reference": copies[0] if len(copies) == 1 else copies or None})
