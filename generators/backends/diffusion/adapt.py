"""Owns fitting a request to what a model can make: size, rate and length, each difference named before anything loads.

Does not know: torch, pipelines, files.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from generators.artefacts import ShotSpec
from generators.backends.diffusion.models import Choice

MOST_FRAMES = 64
"""A take is never longer in the model than this; longer ones are made at a lower rate."""


@dataclass(frozen=True)
class Fitted:
    """What the model is asked for in place of the request."""

    size: tuple[int, int]
    """Width and height in pixels that the model makes."""
    steps: tuple[int, ...]
    """Frames of the request (counted from 0) that the model makes; the others lie between them."""
    frames: int
    """Frames that the model makes: of `steps`, and what its own counting needs beyond them."""
    windows: int
    """Length of the window that runs over the frames; 0: all at once."""
    downgrades: tuple[str, ...]


def still(size: tuple[int, int], choice: Choice) -> Fitted:
    """One picture of a size."""
    made = native_size(size, choice.native_side, choice.family.side_step)
    return Fitted(size=made, steps=(0,), frames=1, windows=0, downgrades=_resized(size, made, choice.backend))


def moving(spec: ShotSpec, frames: int, choice: Choice) -> Fitted:
    """A clip of so many frames at the spec's size and rate."""
    family = choice.family
    made = native_size(spec.size, choice.native_side, family.side_step)
    said = list(_resized(spec.size, made, choice.backend))
    rate, window = family.native_fps or spec.fps, family.native_frames or MOST_FRAMES
    wished = frames if rate >= spec.fps else max(2, math.ceil((frames - 1) * rate / spec.fps) + 1)
    most = window if family.takes == "slower" else max(window, MOST_FRAMES)
    made_frames = min(on_grid(min(frames, wished), family.frame_step), on_grid(most, family.frame_step, up=False))
    count = min(frames, made_frames)
    if count < frames:
        each = (frames - 1) / (count - 1)
        said.append(
            f"{choice.backend} makes {spec.fps / each:.1f} frames a second; the {spec.fps} of the film are blended."
        )
    if count > window and family.takes == "windows":
        said.append(
            f"The shot has {count} frames for the model, which makes {window} at once: a window runs over them."
        )
    steps = tuple(round(index * (frames - 1) / max(count - 1, 1)) for index in range(count))
    windows = window if count > window and family.takes == "windows" else 0
    return Fitted(size=made, steps=steps, frames=made_frames, windows=windows, downgrades=tuple(said))


def unchanged(size: tuple[int, int], frames: int) -> Fitted:
    """What needs no model: the guide as it is."""
    return Fitted(size=size, steps=tuple(range(frames)), frames=frames, windows=0, downgrades=())


def on_grid(frames: int, step: int, *, up: bool = True) -> int:
    """The next count of frames that is one more than a multiple of `step`, upwards or downwards."""
    whole = (frames - 1) / step
    return (math.ceil(whole) if up else max(0, math.floor(whole))) * step + 1


def native_size(size: tuple[int, int], side: int, step: int) -> tuple[int, int]:
    """Sides on a grid with about the area of the native square and the shape of `size`, never larger than `size`.

    Args:
        size: Width and height in pixels.
        side: Of the native square; tiny models (below four steps) have a finer grid.
        step: Of the grid.
    """
    scale = min(1.0, side / math.sqrt(size[0] * size[1]))
    grid = step if side >= 4 * step else max(1, step // 4)
    width, height = (max(grid, round(length * scale / grid) * grid) for length in size)
    return width, height


def _resized(asked: tuple[int, int], made: tuple[int, int], backend: str) -> tuple[str, ...]:
    if made == asked:
        return ()
    return (f"{backend} makes {made[0]}x{made[1]}, which is scaled to {asked[0]}x{asked[1]}.",)
