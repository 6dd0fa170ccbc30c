"""Owns where things may stand on the stage: ground, regions, figure sizes in stage units.

Stage units: shares of the frame's width and height. Does not know: shots, beats.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.aloft import size_above
from planners.lens import Box
from planners.plan import Attributes
from planners.reading import Region
from planners.sizes import legible, size_of

GROUND = 0.90
"""Where the feet of those who act stand."""
BACK = 0.815
"""Where large things of the set stand."""
ADULT = 0.58
"""Height of a standing adult at GROUND over the frame's height, in 16:9."""

REGIONS: Mapping[Region, tuple[float, float]] = {
    "upper left": (0.22, 0.26), "top": (0.5, 0.24), "upper right": (0.78, 0.26),
    "left": (0.2, 0.55), "center": (0.5, 0.55), "right": (0.8, 0.55),
    "lower left": (0.22, 0.78), "bottom": (0.5, 0.8), "lower right": (0.78, 0.78),
    "offscreen left": (-0.3, 0.55), "offscreen right": (1.3, 0.55), "offscreen top": (0.5, -0.4),
    "offscreen bottom": (0.5, 1.5), "background": (0.5, 0.6), "foreground": (0.5, 0.8),
}  # fmt: skip
"""Middle of each named part of the frame."""


def figure(
    look: Attributes, kind: str, action: str, size: tuple[int, int], scale: float = 1.0, *, above: bool = False
) -> tuple[float, float]:
    """Width and height on the stage of something that stands at GROUND, or is seen from above."""
    units = size_above(look, kind, action) if above else size_of(look, kind, action)
    units = legible(units, size_above(look, kind) if above else size_of(look, kind))
    tall = size[1] / size[0]
    height = units[1] / 100 * ADULT * scale
    width = units[0] / 100 * ADULT * scale * tall
    # Nothing fills more than the frame can show.
    fit = min(1.0, 0.86 / height, 0.92 / width)
    return (width * fit, height * fit)


def standing(x: float, feet: float, wh: tuple[float, float]) -> Box:
    """The box of a figure whose feet are at (x, feet)."""
    return (x - wh[0] / 2, feet - wh[1], x + wh[0] / 2, feet)


def centred(x: float, y: float, wh: tuple[float, float]) -> Box:
    """The box of a figure whose middle is at (x, y)."""
    return (x - wh[0] / 2, y - wh[1] / 2, x + wh[0] / 2, y + wh[1] / 2)


def shifted(box: Box, dx: float, dy: float = 0.0) -> Box:
    """A moved box."""
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def middle(box: Box) -> tuple[float, float]:
    """Middle of a box."""
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def kept_inside(box: Box, margin: float = 0.02) -> Box:
    """The box moved (and, when it is larger than the frame, made smaller) so that it is in the frame."""
    x0, y0, x1, y1 = box
    room = 1 - 2 * margin
    fit = min(1.0, room / max(x1 - x0, 1e-6), room / max(y1 - y0, 1e-6))
    if fit < 1.0:
        cx = (x0 + x1) / 2
        x0, x1, y0 = cx - (x1 - x0) * fit / 2, cx + (x1 - x0) * fit / 2, y1 - (y1 - y0) * fit
    dx = max(margin - x0, 0.0) - max(x1 - (1 - margin), 0.0)
    dy = max(margin - y0, 0.0) - max(y1 - (1 - margin), 0.0)
    return shifted((x0, y0, x1, y1), dx, dy)


def rounded(box: Box) -> Box:
    """Four decimals: enough for 4K, short to read."""
    return (round(box[0], 4), round(box[1], 4), round(box[2], 4), round(box[3], 4))
