"""Owns hands: unit outlines of seven poses and how they are drawn at the end of an arm.

Unit space: wrist at the origin, fingers along +x, tips at x = 1, thumb side y < 0. Does not know: arms, sleeves.
"""

from __future__ import annotations

import math
from functools import lru_cache

import skia

from generators.backends.animatic.colours import RGB, mix
from generators.backends.animatic.kit import Ink, Point, blob, union
from generators.backends.animatic.people.forms import curve, laid, ribbon

_RED: RGB = (150, 60, 56)
_PALM: tuple[Point, ...] = (
    (-0.1, -0.2),
    (0.2, -0.27),
    (0.5, -0.27),
    (0.58, 0.0),
    (0.5, 0.25),
    (0.2, 0.26),
    (-0.1, 0.2),
)
_BASES: tuple[Point, ...] = ((0.46, -0.2), (0.5, -0.07), (0.48, 0.07), (0.42, 0.19))

_FINGERS: dict[str, tuple[tuple[float, float], ...]] = {
    "relax": ((8, 0.42), (12, 0.44), (17, 0.4), (22, 0.32)),
    "reach": ((-6, 0.48), (2, 0.5), (8, 0.46), (16, 0.36)),
    "open": ((-20, 0.48), (-5, 0.52), (11, 0.48), (30, 0.4)),
    "flat": ((0, 0.48), (1, 0.52), (2, 0.48), (3, 0.4)),
    "point": ((-4, 0.56),),
}
"""Per finger: degrees and length."""
_THUMB: dict[str, tuple[Point, Point]] = {
    "relax": ((0.3, -0.32), (0.52, -0.24)),
    "reach": ((0.28, -0.4), (0.5, -0.48)),
    "open": ((0.2, -0.42), (0.32, -0.66)),
    "flat": ((0.3, -0.34), (0.52, -0.36)),
    "point": ((0.34, -0.3), (0.56, -0.12)),
}
_FIST: tuple[Point, ...] = (
    (-0.1, -0.2), (0.16, -0.3), (0.46, -0.33), (0.68, -0.2), (0.72, 0.04), (0.62, 0.27), (0.34, 0.32), (-0.1, 0.2),
)  # fmt: skip


@lru_cache(maxsize=16)
def _shape(pose: str) -> skia.Path:
    if pose in ("fist", "grip"):
        thumb = ribbon([(0.14, -0.24, 0.2), (0.34, -0.3, 0.2), (0.54, -0.18 if pose == "fist" else -0.3, 0.18)])
        return union(blob(_FIST), thumb)
    shape = blob(_FIST if pose == "point" else _PALM)
    for (x, y), (degrees, length) in zip(_BASES, _FINGERS[pose], strict=False):
        a = math.radians(degrees)
        tip = (x + math.cos(a) * length, y + math.sin(a) * length)
        droop = 0.05 if pose == "relax" else 0.0
        middle = ((x + tip[0]) / 2, (y + tip[1]) / 2 - droop)
        shape = union(shape, ribbon([(x - 0.08, y, 0.16), (*middle, 0.16), (*tip, 0.12)]))
    knuckle, tip = _THUMB[pose]
    return union(shape, ribbon([(0.02, -0.12, 0.2), (*knuckle, 0.19), (*tip, 0.14)]))


@lru_cache(maxsize=16)
def _lines(pose: str) -> skia.Path:
    """Where fingers part."""
    path = skia.Path()
    if pose in ("fist", "grip", "point"):
        for y in (-0.1, 0.06, 0.2):
            path.addPath(curve([(0.44, y - 0.02), (0.58, y), (0.7 - abs(y) * 0.3, y + 0.02)]))
        return path
    for (x, y), (degrees, length) in zip(_BASES[:-1], _FINGERS[pose][:-1], strict=True):
        a = math.radians(degrees + 4)
        path.addPath(
            curve([(x + 0.02, y + 0.07), (x + math.cos(a) * length * 0.6, y + 0.07 + math.sin(a) * length * 0.6)])
        )
    return path


def draw_hand(ink: Ink, at: Point, degrees: float, length: float, pose: str, skin: RGB, *, flip: bool = False) -> None:
    """Draw a hand.

    Args:
        ink: The hand that draws.
        at: Wrist.
        degrees: Direction of the fingers, clockwise from pointing right.
        length: Wrist to finger tips, in units.
        pose: relax, reach, open, flat, grip, fist or point.
        skin: Or the colour of a glove.
        flip: Thumb to the other side.
    """
    shape = laid(_shape(pose), at, degrees, length, flip)
    ink.part(shape, skin, role="skin", line=0.85, depth=0.7)
    if length * ink.px > 15:
        ink.stroke(laid(_lines(pose), at, degrees, length, flip), mix(skin, _RED, 0.5), ink.line * 0.55, 190)


_CURLED: tuple[float, ...] = (-0.24, -0.08, 0.08, 0.23)
"""Where across the hand each finger lies."""


def draw_fingers(ink: Ink, at: Point, degrees: float, length: float, skin: RGB, *, flip: bool = False) -> None:
    """Draw the fingers of a closed hand alone, over what it holds; see `draw_hand`."""
    for y in _CURLED:
        curl = ribbon([(0.74 - abs(y) * 0.25, y, 0.18), (0.56, y + 0.01, 0.19), (0.36, y + 0.02, 0.15)])
        ink.part(laid(curl, at, degrees, length, flip), skin, role="skin", line=0.7, depth=0.6)
