"""Owns how figures come on out of something, and how a group keeps together. Does not know: why they move."""

from __future__ import annotations

from planners.lens import Box
from planners.nodes.space import BACK, kept_inside, middle, rounded, shifted, standing
from planners.plan import Key

EDGE = 0.02
"""How near to the frame's edge a group may come."""
FAR = 0.7
"""Size of a figure that is still in what it comes out of, over its size in front."""


def emerging(rest: Box, origin: Box | None) -> tuple[Key, ...]:
    """Out of the bushes, out of the house: from there (or from the back) to where it stands, or beside."""
    x = middle(origin)[0] if origin else 0.5 + (0.5 - middle(rest)[0]) * 0.6
    wh = ((rest[2] - rest[0]) * FAR, (rest[3] - rest[1]) * FAR)
    near = abs(x - middle(rest)[0]) < 0.2
    end = kept_inside(shifted(rest, -0.28 if x > 0.5 else 0.28)) if near else rest
    return (Key(t=0, box=rounded(standing(x, BACK, wh))), Key(t=0.8, box=rounded(end)))


def beside(key: Key, dx: float, reach: float, dy: float) -> Key:
    """The key moved by (dx, dy); a group that reaches `reach` to both sides stays in the frame if its middle does."""
    if key.box is None:
        return key
    inside = key.box[2] > 0 and key.box[0] < 1
    back = max(reach + EDGE - key.box[0], 0.0) - max(key.box[2] + reach - (1 - EDGE), 0.0) if inside else 0.0
    return Key(t=key.t, box=rounded(shifted(key.box, dx + back, dy)))
