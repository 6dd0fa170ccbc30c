"""Owns the frames between those that a model made: along the motion, or blended where that measures better.

Which of the two is found out on the made frames themselves: every other one is held out and made from its neighbours
by both ways. Motion is dense inverse search (Kroeger et al. 2016, as OpenCV has it); both neighbours are warped to the
moment between by flows put together as in Super SloMo (Jiang et al. 2018, section 3.1). Does not know: models, files.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Pixels: TypeAlias = npt.NDArray[np.uint8]
Way = Literal["motion", "blend"]
MEASURED = 320
"""Width in pixels at which the two ways are compared."""
MOST_HELD_OUT = 8
"""How many frames are held out at most."""
GAIN = 0.95
"""Motion is taken when its mean squared error is at most this share of the blend's."""


def blend(a: Pixels, b: Pixels, share: float) -> Pixels:
    """The mean of two frames; `share` is the part of the second."""
    return np.round(a.astype(np.float32) * (1 - share) + b.astype(np.float32) * share).astype(np.uint8)


def along(a: Pixels, b: Pixels, share: float) -> Pixels:
    """The frame at `share` of the way from one to the other, along the motion between them."""
    return Motion(a, b).at(share)


class Motion:
    """The motion between two frames, both ways."""

    def __init__(self, a: Pixels, b: Pixels) -> None:
        self.a, self.b = a, b
        grey = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in (a, b)]
        search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
        self._there = search.calc(grey[0], grey[1], None)
        self._back = search.calc(grey[1], grey[0], None)

    def at(self, share: float) -> Pixels:
        """The frame at `share` of the way, 0 to 1."""
        there, back = self._there, self._back
        to_a = -(1 - share) * share * there + share * share * back
        to_b = (1 - share) ** 2 * there - share * (1 - share) * back
        return blend(_warped(self.a, to_a), _warped(self.b, to_b), share)


def _warped(frame: Pixels, flow: npt.NDArray[np.float32]) -> Pixels:
    height, width = frame.shape[:2]
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    moved = cv2.remap(
        frame, columns + flow[..., 0], rows + flow[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(moved, dtype=np.uint8)


def better(made: Sequence[Pixels]) -> Way:
    """Which way is nearer to frames that were held out; the blend when there are too few to tell."""
    middles = range(1, len(made) - 1)
    picked = middles[:: max(1, -(-len(middles) // MOST_HELD_OUT))]
    errors = {"motion": 0.0, "blend": 0.0}
    for index in picked:
        before, held, after = (_small(made[index + step]) for step in (-1, 0, 1))
        for name, way in WAYS.items():
            errors[name] += float(np.square(way(before, after, 0.5).astype(np.float32) - held).mean())
    return "motion" if errors["blend"] > 0 and errors["motion"] <= GAIN * errors["blend"] else "blend"


WAYS: Mapping[Way, Callable[[Pixels, Pixels, float], Pixels]] = {"motion": along, "blend": blend}


def _small(frame: Pixels) -> Pixels:
    height, width = frame.shape[:2]
    if width <= MEASURED:
        return frame
    size = (MEASURED, max(2, round(height * MEASURED / width)))
    return np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def in_time(made: Sequence[Pixels], steps: Sequence[int], total: int, way: Way = "blend") -> Iterator[Pixels]:
    """Every frame from 0 to `total` - 1: a made one at its step, else one between its neighbours.

    Args:
        made: Frames (height, width, 3).
        steps: Their numbers, rising.
        total: How many frames there shall be.
        way: How those between are made.
    """
    motion: tuple[int, Motion] | None = None
    for frame in range(total):
        after = min(bisect.bisect_left(steps, frame), len(steps) - 1)
        if steps[after] == frame or after == 0 or frame > steps[-1]:
            yield made[after]
            continue
        share = (frame - steps[after - 1]) / (steps[after] - steps[after - 1])
        if way == "blend":
            yield blend(made[after - 1], made[after], share)
            continue
        if motion is None or motion[0] != after:
            motion = (after, Motion(made[after - 1], made[after]))
        yield motion[1].at(share)
