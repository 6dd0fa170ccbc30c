"""Owns the pixels of a clip while it is measured: decoded once, kept small, a few frames kept whole.

Does not know: what is measured, the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""RGB, shape (..., height, width, 3)."""
Mask = npt.NDArray[np.bool_]

WIDTH = 256
"""Length in pixels of the longer side of the small frames: about 0.1 MB per frame, 150 MB per minute at 24 fps."""
KEPT = 8
"""Whole frames kept of a shot, evenly spread: appearance changes slower than motion."""
KEPT_SIDE = 960
"""Longer side of a frame that is kept, at most."""


class ClipUnreadable(Exception):
    """A clip has no picture, or fewer frames than its shot needs."""


@dataclass(frozen=True)
class Clip:
    """The frames of one shot."""

    small: Pixels
    """All frames, longer side `WIDTH`; shape (frames, height, width, 3)."""
    fps: int
    steps: npt.NDArray[np.float64]
    """Mean absolute difference of each frame to the next at full size, 0..255; shape (frames - 1,)."""
    kept: dict[int, Pixels] = field(default_factory=dict)
    """Frame number -> the frame, large."""

    def __len__(self) -> int:
        return len(self.small)


def read_clip(video: Path, *, first: int = 0, frames: int | None = None, fps: int = 24) -> Clip:
    """Decode the frames of a shot.

    Args:
        video: The clip.
        first: First frame of the shot in the file.
        frames: How many; None: all that follow.
        fps: Frame rate.

    Raises:
        ClipUnreadable: it is no video, or ends before the shot does.
    """
    keep = set(_spread(frames, KEPT)) if frames else set()
    small: list[Pixels] = []
    steps: list[float] = []
    kept: dict[int, Pixels] = {}
    before: Pixels | None = None
    for index, frame in enumerate(_decoded(video, first, frames)):
        if before is not None:
            steps.append(cv2.norm(frame, before, cv2.NORM_L1) / frame.size)
        if index in keep or frames is None:
            kept[index] = shrunk(frame, KEPT_SIDE)
        small.append(shrunk(frame, WIDTH))
        before = frame
    if not small or (frames is not None and len(small) < frames):
        raise ClipUnreadable(f"{video.name} has {len(small)} of {frames or 'any'} frames from {first} on")
    chosen = kept if frames else {index: kept[index] for index in _spread(len(small), KEPT)}
    return Clip(small=np.stack(small), fps=fps, steps=np.array(steps), kept=chosen)


def clip_of(frames: Pixels, *, fps: int = 24) -> Clip:
    """A clip made of frames in memory, shape (frames, height, width, 3)."""
    steps = [cv2.norm(a, b, cv2.NORM_L1) / a.size for a, b in pairwise(frames)]
    kept = {index: shrunk(frames[index], KEPT_SIDE) for index in _spread(len(frames), KEPT)}
    return Clip(small=np.stack([shrunk(frame, WIDTH) for frame in frames]), fps=fps, steps=np.array(steps), kept=kept)


def frames_of(video: Path, *, first: int = 0, frames: int | None = None) -> Iterator[Pixels]:
    """The frames of a shot at full size, one by one.

    Raises:
        ClipUnreadable: it is no video; what can be read comes first.
    """
    return _decoded(video, first, frames)


def read_picture(path: Path) -> Pixels:
    """A picture file as RGB.

    Raises:
        ClipUnreadable: it is no picture.
    """
    return next(_decoded(path, 0, 1))


def shrunk(frame: Pixels, side: int) -> Pixels:
    """A picture whose longer side is at most `side` pixels."""
    height, width = frame.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return frame
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    return np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _spread(frames: int, count: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, frames - 1, min(count, frames))})


def _decoded(video: Path, first: int, frames: int | None) -> Iterator[Pixels]:
    try:
        with av.open(str(video)) as container:
            for index, frame in enumerate(container.decode(video=0)):
                if frames is not None and index >= first + frames:
                    return
                if index >= first:
                    yield np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.uint8)
    except (av.error.FFmpegError, OSError, IndexError) as error:
        raise ClipUnreadable(f"{video.name} cannot be read: {error}") from error
