"""Owns ears: outlines by kind, in head radii, rooted at (0, 0) and pointing up. Does not know: heads, species."""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import skia

from generators.backends.animatic.animals.shapes import circle, placed
from generators.backends.animatic.colours import RGB, mix, shade
from generators.backends.animatic.kit import Ink, Point, blob, scaled

_OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "tri": ((-0.36, 0.2), (-0.26, -0.45), (-0.04, -1.0), (0.04, -1.0), (0.27, -0.42), (0.34, 0.2)),
    "long": ((-0.13, 0.1), (-0.2, -0.35), (-0.15, -0.8), (0.0, -1.0), (0.14, -0.8), (0.18, -0.35), (0.12, 0.1)),
    "leaf": ((-0.14, 0.1), (-0.34, -0.3), (-0.28, -0.7), (0.0, -1.0), (0.2, -0.66), (0.24, -0.26), (0.12, 0.1)),
    "drop": ((-0.16, -0.12), (0.2, -0.2), (0.34, 0.2), (0.26, 0.72), (0.02, 1.0), (-0.28, 0.8), (-0.34, 0.3)),
    "fold": ((-0.36, 0.1), (-0.3, -0.6), (0.1, -0.86), (0.5, -0.5), (0.4, -0.1), (0.2, 0.15)),
    "tuft": ((-0.3, 0.2), (-0.28, -0.4), (-0.1, -0.7), (0.02, -1.25), (0.14, -0.7), (0.3, -0.36), (0.28, 0.2)),
    "fan": ((0.2, -0.5), (-0.3, -0.82), (-0.85, -0.62), (-1.0, 0.0), (-0.82, 0.66), (-0.4, 0.98), (-0.1, 0.6), (0.18, 0.3)),
    "bat": ((-0.34, 0.2), (-0.42, -0.5), (-0.2, -1.1), (0.12, -0.8), (0.36, -0.3), (0.3, 0.2)),
}  # fmt: skip

LEAN: dict[str, float] = {
    "tri": 14, "long": 12, "leaf": 62, "drop": -12, "fold": 16, "tuft": 20, "fan": 0, "round": 0, "bat": 18,
}  # fmt: skip
"""Degrees that an ear leans outward at rest."""
FRONT = frozenset({"drop", "fan", "fold"})
"""Ears that are drawn over the head instead of growing out of it."""
SEATS: dict[str, tuple[float, float]] = {
    "tri": (0.56, -0.62), "long": (0.34, -0.8), "leaf": (0.72, -0.5), "drop": (0.74, -0.66), "fold": (0.5, -0.7),
    "tuft": (0.58, -0.64), "fan": (0.3, -0.1), "round": (0.68, -0.7), "bat": (0.5, -0.62),
}  # fmt: skip
"""Where ears are rooted, mirrored for the other side."""


def outline(kind: str, length: float) -> skia.Path:
    """The ear, upright."""
    if kind == "round":
        return circle(0, -length * 0.3, length)
    return scaled(blob(_OUTLINES[kind], 0.55), length, length)


def draw_ear(
    ink: Ink, kind: str, at: Point, *, length: float, degrees: float, narrow: float, flip: bool, fur: RGB, inner: RGB
) -> None:
    """An ear with its inside. `narrow` is the share of its width that is seen."""
    with placed(ink, at, degrees=degrees, flip=flip) as own:
        shape = scaled(outline(kind, length), narrow, 1.0)
        own.part(shape, fur, role="fur", line=0.9)
        if kind in ("drop", "fold"):
            return
        share, drop = (0.62, -0.06) if kind != "round" else (0.6, 0.08)
        inside = scaled(shape, share, share * 1.1, (0.0, -length * 0.12 if kind != "round" else -length * 0.3))
        inside.offset(0, drop * length)
        own.inside(shape, inside, mix(inner, fur, 0.15))
        if kind == "tri":
            own.inside(shape, inside, shade(inner, 0.4), 40)
