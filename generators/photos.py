"""Owns the user's photos in a run folder: upright, without what a camera wrote about place and time, named by content.

Does not know: stories, who is shown.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import cv2

from generators.crops import read_rgb, write_png

FOLDER = "photos"
"""In the run folder."""
_SIDE = 2048
"""Longer side in pixels that is kept."""


def keep_photo(photo: Path, folder: Path, *, name: str) -> str:
    """Copy a photo into a run folder as PNG.

    Args:
        photo: The user's picture.
        folder: The run folder.
        name: What it is called there, followed by its content's digest: another picture has another name.

    Returns:
        Its path relative to the run folder.

    Raises:
        RequestRefused: it cannot be read as a picture.
    """
    picture = read_rgb(photo)
    scale = _SIDE / max(picture.shape[:2])
    if scale < 1:
        size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    kept = f"{FOLDER}/{name}.{hashlib.sha256(picture.tobytes()).hexdigest()[:12]}.png"
    if not (folder / kept).is_file():
        write_png(folder / kept, picture)
    return kept
