"""Owns pictures on their way to and from a pipeline: reading guides, scaling, writing.

Does not know: torch, pipelines.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import av
import numpy as np
import numpy.typing as npt
from PIL import Image

from generators.artefacts import ShotSpec
from generators.backends.diffusion import between
from generators.base import Progress
from generators.encode import ClipWriter
from generators.errors import RequestRefused

Picture: TypeAlias = Image.Image


def read_still(path: Path, size: tuple[int, int] | None = None) -> Picture:
    """A picture file, scaled; at its own size when None.

    Raises:
        RequestRefused: it cannot be read.
    """
    try:
        with Image.open(path) as picture:
            return picture.convert("RGB").resize(size or picture.size, Image.Resampling.LANCZOS)
    except OSError as error:
        raise RequestRefused(f"the picture {path.name} cannot be read: {error}") from error


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of a picture file in pixels."""
    with Image.open(path) as picture:
        return int(picture.width), int(picture.height)


def read_frames(path: Path, wanted: Sequence[int], size: tuple[int, int]) -> list[Picture]:
    """Frames of a clip by number, scaled.

    Raises:
        RequestRefused: the clip cannot be read or is too short.
    """
    found: dict[int, Picture] = {}
    last, needed = max(wanted), set(wanted)
    try:
        with av.open(str(path)) as container:
            for index, frame in enumerate(container.decode(video=0)):
                if index in needed:
                    found[index] = frame.to_image().resize(size, Image.Resampling.LANCZOS)
                if index >= last:
                    break
    except (OSError, av.FFmpegError) as error:
        raise RequestRefused(f"the guide {path.name} cannot be read: {error}") from error
    if len(found) < len(needed):
        raise RequestRefused(f"the guide {path.name} is too short: it has no frame {min(needed - set(found))}")
    return [found[index] for index in wanted]


def count_frames(path: Path) -> int:
    """How many frames a clip has.

    Raises:
        RequestRefused: it cannot be read, or has none.
    """
    try:
        with av.open(str(path)) as container:
            count = sum(1 for _ in container.demux(video=0)) - 1
    except (OSError, av.FFmpegError) as error:
        raise RequestRefused(f"the clip {path.name} cannot be read: {error}") from error
    if count < 1:
        raise RequestRefused(f"the clip {path.name} has no frames")
    return count


def spread(made: Sequence[Picture], count: int) -> list[Picture]:
    """So many of the pictures, evenly, with the first and the last."""
    return [made[round(index * (len(made) - 1) / max(count - 1, 1))] for index in range(count)]


def write_still(picture: Picture, path: Path, size: tuple[int, int]) -> None:
    """Write a PNG under a temporary name, then give it its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    picture.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(part, format="PNG")
    part.replace(path)


def write_clip(
    made: Sequence[Picture],
    steps: Sequence[int],
    path: Path,
    *,
    spec: ShotSpec,
    total: int,
    threads: int,
    progress: Progress | None,
) -> between.Way | None:
    """Write a clip of `total` frames in which the made pictures stand at their steps.

    Returns:
        How the frames between were made; None when there are none.
    """
    frames = [scaled(picture, spec.size) for picture in made]
    way = between.better(frames) if len(steps) < total else None
    with ClipWriter(path, size=spec.size, fps=spec.fps, threads=threads) as clip:
        for pixels in between.in_time(frames, steps, total, way or "blend"):
            clip.write(pixels)
    if progress is not None:
        progress(total, total)
    return way


def scaled(picture: Picture, size: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """A picture's pixels at a size, (height, width, 3)."""
    return np.ascontiguousarray(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), dtype=np.uint8)
