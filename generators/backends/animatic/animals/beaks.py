"""Owns beaks: outlines by kind in head radii, side view at yaw 1, from the front at yaw 0. Does not know: bodies."""

from __future__ import annotations

from generators.backends.animatic.animals.shapes import line
from generators.backends.animatic.colours import RGB, shade
from generators.backends.animatic.kit import Ink, Point, blob, poly, turned

_UPPER: dict[str, tuple[Point, ...]] = {
    "point": ((0.55, -0.22), (1.2, -0.14), (1.7, 0.1), (1.15, 0.14), (0.55, 0.16)),
    "short": ((0.66, -0.2), (1.1, -0.08), (1.32, 0.06), (1.0, 0.12), (0.66, 0.14)),
    "dagger": ((0.55, -0.28), (1.3, -0.2), (2.15, 0.08), (1.3, 0.16), (0.55, 0.18)),
    "hook": ((0.5, -0.34), (1.05, -0.36), (1.5, -0.06), (1.48, 0.5), (1.26, 0.2), (0.9, 0.16), (0.5, 0.16)),
    "flat": ((0.6, -0.22), (1.1, -0.08), (1.66, 0.0), (1.86, 0.12), (1.6, 0.2), (1.0, 0.18), (0.6, 0.2)),
    "hen": ((0.6, -0.26), (1.1, -0.2), (1.38, 0.12), (1.0, 0.14), (0.6, 0.14)),
    "big": ((0.42, -0.42), (1.0, -0.52), (1.4, -0.1), (1.34, 0.52), (1.12, 0.24), (0.8, 0.14), (0.46, 0.14)),
    "long": ((0.6, -0.2), (1.8, -0.06), (3.3, 0.14), (1.8, 0.14), (0.6, 0.14)),
    "bent": ((0.55, -0.26), (1.2, -0.26), (1.7, 0.12), (1.72, 0.8), (1.42, 0.42), (1.0, 0.16), (0.55, 0.16)),
    "gull": ((0.6, -0.22), (1.3, -0.2), (1.66, 0.02), (1.62, 0.26), (1.3, 0.12), (0.6, 0.14)),
    "pouch": ((0.6, -0.2), (1.6, -0.1), (2.9, 0.1), (2.94, 0.26), (1.8, 0.14), (0.6, 0.1)),
    "toucan": ((0.42, -0.5), (1.2, -0.72), (2.2, -0.4), (2.5, 0.36), (2.2, 0.16), (1.4, 0.12), (0.46, 0.14)),
    "needle": ((0.7, -0.06), (1.6, -0.02), (2.9, 0.05), (1.6, 0.07), (0.7, 0.1)),
}
_LOWER: dict[str, tuple[Point, ...]] = {
    "pouch": ((0.5, 0.1), (1.8, 0.14), (2.86, 0.24), (2.1, 0.72), (1.2, 0.86), (0.5, 0.6)),
    "big": ((0.5, 0.12), (0.9, 0.16), (1.06, 0.36), (0.8, 0.5), (0.5, 0.4)),
    "toucan": ((0.5, 0.12), (1.4, 0.12), (2.2, 0.2), (1.4, 0.46), (0.5, 0.4)),
    "long": ((0.6, 0.12), (1.8, 0.14), (3.1, 0.2), (1.8, 0.3), (0.6, 0.3)),
    "dagger": ((0.55, 0.14), (1.3, 0.16), (1.9, 0.16), (1.2, 0.34), (0.55, 0.36)),
    "flat": ((0.6, 0.16), (1.0, 0.18), (1.62, 0.2), (1.2, 0.36), (0.6, 0.36)),
}
_PLAIN_LOWER: tuple[Point, ...] = ((0.58, 0.1), (0.95, 0.14), (1.18, 0.16), (0.9, 0.3), (0.58, 0.32))


def draw_beak(ink: Ink, kind: str, colour: RGB, *, gape: float, front: bool, tip: RGB | None = None) -> None:
    """Draw the beak, opened by `gape` (0 .. 0.45)."""
    if front:
        _front(ink, colour, gape)
        return
    angle = gape * 62
    lower = blob(_LOWER.get(kind, _PLAIN_LOWER), 0.35)
    if angle:
        ink.flat(poly([(0.6, 0.0), (1.15, 0.05), (1.05, 0.1 + gape), (0.6, 0.3)]), (150, 52, 60))
        lower = turned(lower, angle, (0.5, 0.1))
    ink.part(lower, shade(colour, 0.16), role="skin", line=0.7, depth=0.6)
    upper = blob(_UPPER[kind], 0.4)
    ink.part(turned(upper, -angle * 0.25, (0.5, 0.0)) if angle else upper, colour, role="skin", line=0.8, depth=0.7)
    if tip is not None:
        x, y = _UPPER[kind][3]
        ink.inside(upper, blob([(x - 0.3, y - 0.6), (x + 0.6, y - 0.6), (x + 0.6, y + 0.9), (x - 0.3, y + 0.9)]), tip)
    ink.flat(blob([(0.84, -0.13), (0.96, -0.12), (0.94, -0.07)]), shade(colour, 0.5), 150)


def _front(ink: Ink, colour: RGB, gape: float) -> None:
    if gape > 0.02:
        ink.part(blob([(-0.18, 0.2), (0.18, 0.2), (0.0, 0.42 + gape)], 0.4), shade(colour, 0.2), role="skin", line=0.7)
        ink.flat(blob([(-0.11, 0.24), (0.11, 0.24), (0.0, 0.3 + gape)], 0.4), (150, 52, 60))
    ink.part(
        blob([(-0.2, -0.02), (0.0, -0.16), (0.2, -0.02), (0.07, 0.34), (0.0, 0.44), (-0.07, 0.34)], 0.4),
        colour,
        role="skin",
        line=0.8,
    )
    ink.stroke(line([(-0.05, 0.06), (-0.05, 0.1)]), shade(colour, 0.5), 0.04)
