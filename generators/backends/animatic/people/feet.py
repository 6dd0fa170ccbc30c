"""Owns feet: unit outlines of bare feet, shoes and boots, and how they are laid on an ankle.

Unit space: ankle at the origin, sole at y = 0.3, toe along +x, foot length 1. Does not know: legs above the shaft.
"""

from __future__ import annotations

from functools import lru_cache

import skia

from generators.backends.animatic.colours import CREAM, RGB, VIOLET, mix
from generators.backends.animatic.kit import Ink, blob, poly, union
from generators.backends.animatic.people.clothes import Layer
from generators.backends.animatic.people.forms import along, band, laid, ribbon
from generators.backends.animatic.people.skeleton import Limb, Rig

_SIDE: dict[str, tuple[tuple[float, float], ...]] = {
    "shoe": ((-0.24, -0.12), (0.16, -0.14), (0.34, 0.0), (0.6, 0.08), (0.74, 0.2), (0.7, 0.3), (0.3, 0.3),
    (-0.22, 0.3), (-0.3, 0.14)),
    "bare": ((-0.16, -0.16), (0.14, -0.16), (0.34, 0.04), (0.6, 0.14), (0.72, 0.23), (0.66, 0.3), (0.3, 0.3),
    (-0.18, 0.3), (-0.26, 0.16)),
    "boot": ((-0.26, -0.3), (0.2, -0.3), (0.26, -0.06), (0.62, 0.04), (0.78, 0.18), (0.74, 0.3), (0.3, 0.3),
    (-0.24, 0.3), (-0.32, 0.12)),
}  # fmt: skip
_FRONT: tuple[tuple[float, float], ...] = (
    (-0.17, -0.16),
    (0.17, -0.16),
    (0.25, 0.1),
    (0.26, 0.26),
    (0.0, 0.3),
    (-0.26, 0.26),
    (-0.25, 0.1),
)


@lru_cache(maxsize=8)
def _side(kind: str) -> skia.Path:
    return blob(_SIDE[kind], tension=0.45)


@lru_cache(maxsize=8)
def _sole(view: str) -> skia.Path:
    if view == "side":
        return poly(((-0.4, 0.235), (0.9, 0.235), (0.9, 0.4), (-0.4, 0.4)))
    return poly(((-0.4, 0.225), (0.4, 0.225), (0.4, 0.4), (-0.4, 0.4)))


def draw_foot(ink: Ink, rig: Rig, leg: Limb, wear: Layer | None, skin: RGB, dim: float) -> None:
    """Draw one foot with its shoe, and the shaft of a boot.

    Args:
        ink: The hand that draws.
        rig: The body.
        leg: Which leg.
        wear: Shoe; None for bare.
        skin: Colour of a bare foot.
        dim: Share of shadow on a far foot.
    """
    side = rig.view == "side"
    kind = "bare" if wear is None or wear.kind in ("sandals", "slippers") else "boot" if wear.cut.hem > 0.2 else "shoe"
    length = rig.build.foot
    angle = leg.angle if side else leg.angle * 0.1
    unit = _side(kind) if side else blob(_FRONT)
    path = laid(unit, leg.end, angle, length)
    colour = skin if wear is None or wear.kind == "sandals" else mix(wear.colour, VIOLET, dim)
    role = "skin" if wear is None or wear.kind == "sandals" else wear.cut.role
    if kind == "boot":
        path = union(path, _shaft(rig, leg, wear.cut.hem if wear else 0.3))
    ink.part(path, colour, role=role, depth=0.8)
    if wear is None:
        return
    sole = laid(_sole("side" if side else "front"), leg.end, angle, length)
    tone = CREAM if wear.kind in ("sneakers",) else mix(wear.colour, VIOLET, 0.5)
    ink.inside(path, sole, mix(tone, VIOLET, dim), 235)
    if kind == "boot" and length * ink.px > 22:
        x, y = along(*leg.points, 1 - wear.cut.hem / 2 + 0.02)
        x2, y2 = along(*leg.points, 1 - wear.cut.hem / 2 + 0.07)
        width = rig.build.ankle * 1.55
        ink.part(band((x, y), (x2, y2), width), mix(mix(wear.colour, CREAM, 0.2), VIOLET, dim), depth=0.5)
    if wear.kind == "sandals":
        straps = poly(((0.28, -0.1), (0.4, -0.04), (0.5, 0.4), (0.36, 0.4)))
        ink.inside(path, laid(straps, leg.end, angle, length), mix(wear.colour, VIOLET, dim))


def _shaft(rig: Rig, leg: Limb, tall: float) -> skia.Path:
    """The boot's leg: `tall` as a share of the whole leg, twice as much of the shin."""
    build = rig.build
    top = along(*leg.points, 1 - tall / 2)
    middle = along(*leg.points, 1 - tall / 4)
    width = build.ankle * 1.46
    return ribbon([(*top, width * 1.06), (*middle, width), (*leg.end, width)])
