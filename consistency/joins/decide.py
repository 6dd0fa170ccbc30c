"""Owns the measures of a join and what they decide: a join that is no better than a hard cut gives way to it.

The first two are SEINE's (ICLR 2024) CLIPSIM-scenes and CLIPSIM-frames with an embedder by name in CLIP's place;
with the offline one they are surrogates. Does not know: how a join is made, the kinds.
"""

from __future__ import annotations

import math
from itertools import pairwise

import cv2
import numpy as np
from pydantic import BaseModel, ConfigDict

from consistency.joins.frames import Frames, Picture
from consistency.joins.kinds import Pair
from consistency.joins.scenes import OFFLINE, embedder_of

_WIDTH = 160
_STILL = 0.5
"""Clips that move less than this, in levels of 255 a frame, are taken to move so much: nothing is divided by zero."""
LOWER = 0.95
"""A join's largest jump must be under this share of the cut's."""
QUIET = 1.5
"""A jump of up to so many times the clips' own motion is none."""
SAME = 0.01
"""Differences of likeness up to this are none."""
LOST = 0.15
"""How much less alike to the nearer scene a join's worst frame may be than a picture halfway between the two is."""


class Measures(BaseModel):
    """What is measured of a join, or of the hard cut in its place."""

    model_config = ConfigDict(frozen=True)

    jump: float
    """Largest change between neighbouring frames, in multiples of how much the clips themselves change a frame."""
    scenes: float
    """Likeness of the worst frame to the nearer of the two scenes, -1 to 1 (CLIPSIM-scenes takes means)."""
    frames: float
    """Likeness of the two neighbouring frames that are least alike, -1 to 1 (CLIPSIM-frames takes the mean)."""
    embedder: str = OFFLINE


def measure(pair: Pair, joined: Frames, *, embedder: str = OFFLINE) -> Measures:
    """Measure the frames of a join between the clips that it lies between."""
    embed = embedder_of(embedder)
    seen = [embed(frame) for frame in joined]
    ends = embed(pair.a[0]), embed(pair.b[-1])
    middle = embed(pair.a[len(pair.a) // 2 - 1]), embed(pair.b[len(pair.b) // 2])
    sides = [*ends, *middle]
    return Measures(
        jump=jump(pair, joined),
        scenes=min(max(float(item @ side) for side in sides) for item in seen),
        frames=min((float(a @ b) for a, b in pairwise(seen)), default=1.0),
        embedder=embedder,
    )


def jump(pair: Pair, joined: Frames) -> float:
    """See `Measures.jump`. The frames before and after the join count as its neighbours."""
    row = [_small(frame) for frame in (pair.a[0], *joined[1:-1], pair.b[-1])]
    own = [step for side in (pair.a, pair.b) for step in _steps([_small(frame) for frame in side])]
    usual = float(np.median(own)) if own else 0.0
    return max(_steps(row), default=0.0) / max(usual, _STILL)


def _small(frame: Picture) -> Picture:
    scale = min(1.0, _WIDTH / frame.shape[1])
    return np.asarray(cv2.resize(frame, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _steps(frames: list[Picture]) -> list[float]:
    """Mean absolute difference of neighbouring frames in levels of 255."""
    return [float(cv2.absdiff(a, b).mean()) for a, b in pairwise(frames)]


def worse(join: Measures, cut: Measures) -> str:
    """Why a join is worse than the cut in its place, in a clause; empty when it is not."""
    if join.jump > max(cut.jump * LOWER, QUIET):
        return f"its largest jump is {join.jump:.2f} times the clips' own motion, the cut's {cut.jump:.2f}"
    halfway = math.cos(math.acos(min(max(cut.frames, -1.0), 1.0)) / 2)
    if join.scenes < halfway - LOST:
        return f"a frame looks like neither scene ({join.scenes:.2f} alike, a picture halfway is {halfway:.2f})"
    if join.frames < cut.frames - SAME:
        return f"its frames differ more from each other ({join.frames:.2f} alike) than over the cut ({cut.frames:.2f})"
    return ""
