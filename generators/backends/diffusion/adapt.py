"""Owns fitting a request to what a model can make: size, rate and length, each difference named before anything loads.

Does not know: torch, pipelines, files.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generators.artefacts import ShotSpec
from generators.backends.diffusion.models import Choice

GRID = 64
"""Sides are multiples of this: eight pixels a latent, three halvings in the UNet."""
MOST_FRAMES = 64
"""A take is never longer in the model than this; longer ones are made at a lower rate."""


@dataclass(frozen=True)
class Fitted:
    """What the model is asked for in place of the request."""

    size: tuple[int, int]
    """Width and height in pixels that the model makes."""
    steps: tuple[int, ...]
    """Frames of the request (counted from 0) that the model makes; the others lie between them."""
    windows: int
    """Length of the window that runs over the frames; 0: all at once."""
    downgrades: tuple[str, ...]


def still(size: tuple[int, int], choice: Choice) -> Fitted:
    """One picture of a size."""
    made = native_size(size, choice.native_side)
    return Fitted(size=made, steps=(0,), windows=0, downgrades=_resized(size, made, choice.backend))


def moving(spec: ShotSpec, frames: int, choice: Choice) -> Fitted:
    """A clip of so many frames at the spec's size and rate."""
    made = native_size(spec.size, choice.native_side)
    said = list(_resized(spec.size, made, choice.backend))
    rate, window = choice.family.native_fps or spec.fps, choice.family.native_frames or MOST_FRAMES
    wished = frames if rate >= spec.fps else max(2, math.ceil((frames - 1) * rate / spec.fps) + 1)
    count = min(frames, wished, MOST_FRAMES)
    if count < frames:
        each = (frames - 1) / (count - 1)
        said.append(
            f"{choice.backend} makes {spec.fps / each:.1f} frames a second; the {spec.fps} of the film are blended."
        )
    if count > window:
        said.append(
            f"The shot has {count} frames for the model, which makes {window} at once: a window runs over them."
        )
    steps = tuple(round(index * (frames - 1) / max(count - 1, 1)) for index in range(count))
    return Fitted(size=made, steps=steps, windows=window if count > window else 0, downgrades=tuple(said))


def native_size(size: tuple[int, int], side: int) -> tuple[int, int]:
    """Sides on the grid with about the area of the native square and the shape of `size`, never larger than `size`."""
    scale = min(1.0, side / math.sqrt(size[0] * size[1]))
    grid = GRID if side >= 4 * GRID else GRID // 4
    width, height = (max(grid, round(length * scale / grid) * grid) for length in size)
    return width, height


def _resized(asked: tuple[int, int], made: tuple[int, int], backend: str) -> tuple[str, ...]:
    if made == asked:
        return ()
    return (f"{backend} makes {made[0]}x{made[1]}, which is scaled to {asked[0]}x{asked[1]}.",)
