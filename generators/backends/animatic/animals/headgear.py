"""Owns what grows on mammal heads: manes, horns, antlers, tusks, trunks, forelocks, beards, wool caps, teeth.

Lengths in head radii. `behind` is drawn before the skull, `before` after the face. Does not know: species.
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from generators.backends.animatic.animals.shapes import circle, join, line, merged, taper
from generators.backends.animatic.animals.spec import Coat, HeadSpec
from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, blob, ellipse, poly, scallop


@dataclass(frozen=True)
class Gear:
    """What a piece of headgear needs to know."""

    spec: HeadSpec
    coat: Coat
    yaw: float
    phase: int = 0
    lift: float = 0.0
    """How far a trunk is raised, 0 .. 1."""
    low: bool = False
    """Whether the head is near the ground."""

    @property
    def hair(self) -> RGB:
        """Colour of the mane."""
        return self.coat.mane or shade(self.coat.base, 0.45)


def _lion_mane(ink: Ink, g: Gear) -> None:
    x = -0.14 * g.yaw
    ink.part(scallop(x, 0.1, 1.45, 1.42, 15, 0.1), shade(g.hair, 0.25), role="fur")
    ink.part(scallop(x + 0.06, 0.06, 1.2, 1.18, 13, 0.1), g.hair, role="fur", line=0.7)


def _wool_cap(ink: Ink, g: Gear) -> None:
    ink.part(scallop(0.05, -0.74, 0.66, 0.38, 9, 0.18), light(g.coat.base, 0.1), role="fur")


def _antler(ink: Ink, g: Gear, side: int) -> None:
    x = 0.1 * g.yaw + 0.3 * side * (1 - 0.2 * g.yaw)
    ways: list[list[tuple[float, float, float]]] = [
        [(x, -0.7, 0.16), (x + 0.34 * side, -1.25, 0.14), (x + 0.42 * side, -1.8, 0.11), (x + 0.2 * side, -2.25, 0.06)],
        [(x + 0.3 * side, -1.2, 0.13), (x + 0.75 * side, -1.4, 0.1), (x + 0.88 * side, -1.75, 0.05)],
        [(x + 0.42 * side, -1.7, 0.11), (x + 0.8 * side, -1.95, 0.08), (x + 0.82 * side, -2.25, 0.05)],
    ]
    ink.part(join(*(taper(way, 4) for way in ways)), g.coat.horn, role="wood", line=0.8)


def _antlers(ink: Ink, g: Gear) -> None:
    _antler(ink, g, 1)
    _antler(ink, g, -1)


def _palms(ink: Ink, g: Gear) -> None:
    for side in (1, -1):
        x = 0.1 * g.yaw + 0.4 * side
        palm = blob([(x, -0.6), (x + 0.5 * side, -0.85), (x + 1.0 * side, -0.75), (x + 1.5 * side, -1.0), (x + 1.25 * side, -1.2),
                     (x + 1.45 * side, -1.6), (x + 1.05 * side, -1.4), (x + 1.0 * side, -1.85), (x + 0.7 * side, -1.42),
                     (x + 0.5 * side, -1.7), (x + 0.4 * side, -1.15)], 0.4)  # fmt: skip
        ink.part(palm, g.coat.horn, role="wood", line=0.8)


def _cow_horns(ink: Ink, g: Gear) -> None:
    for side in (1, -1):
        x = 0.1 * g.yaw + 0.42 * side
        horn = taper([(x, -0.72, 0.26), (x + 0.34 * side, -0.98, 0.2), (x + 0.34 * side, -1.4, 0.06)], 4)
        ink.part(horn, g.coat.horn, role="wood", line=0.8)


def _back_horns(ink: Ink, g: Gear) -> None:
    for x in (0.42, 0.12):
        horn = taper([(x, -0.7, 0.28), (x - 0.12, -1.25, 0.22), (x - 0.6, -1.6, 0.14), (x - 1.05, -1.5, 0.05)], 5)
        ink.part(horn, g.coat.horn, role="wood", line=0.8)


def _ram_horns(ink: Ink, g: Gear) -> None:
    for side in (1, -1):
        x = 0.2 * g.yaw + 0.55 * side
        spiral = [
            (x, -0.6, 0.4),
            (x + 0.5 * side, -0.75, 0.38),
            (x + 0.85 * side, -0.25, 0.32),
            (x + 0.55 * side, 0.2, 0.24),
            (x + 0.25 * side, -0.02, 0.12),
        ]
        ink.part(taper(spiral, 5), g.coat.horn, role="wood", line=0.8)


def _lyre(ink: Ink, g: Gear) -> None:
    """Horns of a gazelle: up, back, and in again at the tips."""
    for side in (1, -1):
        x = 0.16 * g.yaw + 0.3 * side
        way = [(x, -0.7, 0.24), (x + 0.3 * side - 0.1 * g.yaw, -1.3, 0.2), (x + 0.4 * side - 0.3 * g.yaw, -1.8, 0.14),
               (x + 0.12 * side - 0.2 * g.yaw, -2.2, 0.05)]  # fmt: skip
        ink.part(taper(way, 5), g.coat.horn, role="wood", line=0.8)


def _spires(ink: Ink, g: Gear) -> None:
    """Long straight horns, leaning back."""
    for x in (0.34, 0.06):
        ink.part(
            taper([(x, -0.7, 0.22), (x - 0.3 * g.yaw, -1.8, 0.15), (x - 0.66 * g.yaw, -2.9, 0.04)], 4),
            g.coat.horn,
            role="wood",
            line=0.8,
        )


def _tears(ink: Ink, g: Gear) -> None:
    """The dark lines from a cheetah's eyes to its mouth."""
    x, y, r = g.spec.muzzle
    marks = [
        line([(0.42 * g.yaw + 0.24 * side, 0.05), (x * 0.8 * g.yaw + 0.26 * side, y + r * 0.4)]) for side in (1, -1)
    ]
    ink.stroke(merged(marks), (58, 46, 54), 0.08)


def _ossicones(ink: Ink, g: Gear) -> None:
    for x in (0.42, 0.0):
        stick = join(taper([(x, -0.7, 0.17), (x - 0.04, -1.3, 0.15)]), circle(x - 0.04, -1.36, 0.17))
        ink.part(stick, g.hair, role="fur", line=0.8)


def _unicorn(ink: Ink, g: Gear) -> None:
    x = 0.34 * g.yaw
    horn = poly([(x - 0.17, -0.7), (x + 0.42 * g.yaw + 0.05, -2.2), (x + 0.2, -0.62)])
    ink.part(horn, (246, 208, 96), role="metal", line=0.8)
    rings = [line([(x - 0.1 + 0.13 * k, -0.95 - 0.3 * k), (x + 0.2 + 0.09 * k, -0.86 - 0.32 * k)]) for k in range(4)]
    ink.stroke(merged(rings), (196, 142, 50), 0.05)


def _forelock(ink: Ink, g: Gear) -> None:
    x = 0.25 * g.yaw
    lock = blob(
        [(x - 0.4, -0.86), (x + 0.05, -1.08), (x + 0.3, -0.85), (x + 0.26, -0.4), (x + 0.1, -0.15), (x + 0.02, -0.5)],
        0.5,
    )
    ink.part(lock, g.hair, role="hair", line=0.7)


def _tusks(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    for side in (1, -1):
        at = x * g.yaw + side * r * 0.6 * (1 - g.yaw) - 0.25 * g.yaw
        ink.part(
            taper([(at, y + r * 0.5, 0.17), (at + 0.2, y + r + 0.25, 0.13), (at + 0.5, y + r + 0.22, 0.05)], 4),
            (250, 242, 222),
        )
        if g.yaw > 0.5:
            return


def _trunk(ink: Ink, g: Gear) -> None:
    f, sway = g.yaw, 0.06 * math.sin(g.phase * math.pi / 6)
    up = g.lift
    low = [
        (0.62 * f, 0.15, 0.9),
        (0.98 * f, 0.75, 0.62),
        (1.08 * f + sway, 1.4, 0.48),
        (1.12 * f + sway * 2, 2.0, 0.38),
        (1.5 * f + sway * 3 + 0.12, 2.2, 0.3),
    ]
    high = [(0.62, 0.15, 0.9), (1.1, 0.55, 0.62), (1.6, 0.45, 0.48), (1.75, -0.25, 0.38), (1.6, -0.8, 0.3)]
    spine = [tuple(a + (b - a) * up for a, b in zip(p, q, strict=True)) for p, q in zip(low, high, strict=True)]
    if f > 0.5:
        tusk = taper([(0.55, 0.72, 0.2), (0.8, 1.12, 0.17), (1.3, 1.18, 0.06)], 4)
        ink.part(tusk, (252, 244, 224), line=0.8)
    trunk = taper([(p[0], p[1], p[2]) for p in spine], 6)
    ink.part(trunk, g.coat.base, role="fur")
    folds = [line([(p[0] + p[2] * 0.05, p[1]), (p[0] + p[2] * 0.42, p[1] - 0.02)]) for p in spine[1:4]]
    ink.stroke(merged(folds), shade(g.coat.base, 0.3), 0.05)


def _nose_horn(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    ink.part(
        poly([(x * g.yaw - 0.3, y - r * 0.8), (x * g.yaw + 0.34, y - r - 0.95), (x * g.yaw + 0.2, y - r * 0.62)]),
        g.coat.horn,
    )
    ink.part(
        poly(
            [
                (x * g.yaw * 0.6 - 0.12, y - r * 1.1),
                (x * g.yaw * 0.6 + 0.16, y - r * 1.1 - 0.4),
                (x * g.yaw * 0.6 + 0.2, y - r),
            ]
        ),
        g.coat.horn,
    )


def _beard(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    ink.part(
        blob([(x * g.yaw - 0.4, y + r * 0.7), (x * g.yaw, y + r * 0.8), (x * g.yaw - 0.16, y + r + 0.75)], 0.4),
        g.hair,
        role="hair",
        line=0.7,
    )


def _cheeks(ink: Ink, g: Gear) -> None:
    f, size = g.yaw, 0.55
    face = g.coat.face or g.coat.base
    near = poly([(-0.7, -0.1), (-0.98 - size * 0.5 + 0.3 * f, 0.3), (-0.86 + 0.2 * f, 0.36), (-0.98 + 0.2 * f, 0.66),
                 (-0.62 + 0.2 * f, 0.66), (-0.45, 0.98), (0.2, 0.6)])  # fmt: skip
    pale = g.spec.mask in ("fox", "wolf") and f >= 0.5
    ink.part(near, face if pale else g.coat.base, role="fur", line=0.8)
    if f < 0.5:
        far = poly(
            [(-x, y) for x, y in ((-0.7, -0.1), (-1.25, 0.3), (-0.86, 0.36), (-0.98, 0.66), (-0.4, 0.9), (0.2, 0.6))]
        )
        ink.part(far, g.coat.base, role="fur", line=0.8)


def _teeth(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    at = x * g.yaw - 0.1 * g.yaw
    ink.flat(
        poly(
            [
                (at - 0.1, y + r * 0.52),
                (at + 0.1, y + r * 0.52),
                (at + 0.09, y + r * 0.52 + 0.2),
                (at - 0.09, y + r * 0.52 + 0.2),
            ]
        ),
        (252, 248, 236),
    )
    ink.stroke(line([(at, y + r * 0.52), (at, y + r * 0.52 + 0.2)]), (150, 130, 120), 0.025)


def _mohawk(ink: Ink, g: Gear) -> None:
    bristles = [
        (-0.75, -0.4),
        (-0.9, -0.95),
        (-0.5, -0.95),
        (-0.4, -1.35),
        (-0.05, -1.05),
        (0.15, -1.36),
        (0.3, -0.9),
        (0.1, -0.7),
    ]
    ink.part(poly(bristles), g.hair, role="hair", line=0.7)


def _topknot(ink: Ink, g: Gear) -> None:
    ink.part(
        blob([(-0.3, -0.75), (-0.28, -1.2), (0.05, -1.0), (0.1, -1.3), (0.4, -0.8)], 0.4),
        g.coat.base,
        role="fur",
        line=0.8,
    )


def _dragon_horns(ink: Ink, g: Gear) -> None:
    for x in (0.3, -0.2):
        ink.part(
            taper([(x, -0.7, 0.26), (x - 0.24, -1.15, 0.2), (x - 0.3, -1.6, 0.04)], 4),
            g.coat.horn,
            role="wood",
            line=0.8,
        )
    ink.part(
        poly([(-0.75, 0.1), (-1.25, 0.1), (-0.95, 0.32), (-1.2, 0.6), (-0.55, 0.55)]), g.coat.wing or g.hair, line=0.8
    )


def _devil_horns(ink: Ink, g: Gear) -> None:
    for side in (1, -1):
        x = 0.1 * g.yaw + 0.45 * side
        ink.part(
            taper([(x, -0.72, 0.3), (x + 0.22 * side, -1.05, 0.2), (x + 0.12 * side, -1.35, 0.05)], 4),
            g.coat.horn,
            line=0.8,
        )


def _hair(ink: Ink, g: Gear) -> None:
    ink.part(
        blob(
            [
                (-0.55, -0.65),
                (-0.4, -1.2),
                (-0.1, -1.0),
                (0.1, -1.34),
                (0.3, -1.0),
                (0.55, -1.15),
                (0.6, -0.6),
                (0.1, -0.75),
            ],
            0.4,
        ),
        g.hair,
        role="hair",
        line=0.7,
    )


def _fangs(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    for dx in (-0.34, 0.2):
        at = x * g.yaw + dx
        ink.flat(poly([(at - 0.08, y + r * 0.5), (at + 0.08, y + r * 0.5), (at, y + r * 0.5 + 0.22)]), (252, 248, 236))


def _bell(ink: Ink, g: Gear) -> None:
    if g.low:
        return
    ink.part(ellipse(-0.1 * g.yaw, 1.62, 0.26, 0.3), (226, 178, 66), role="metal", line=0.8)
    ink.flat(circle(-0.1 * g.yaw, 1.84, 0.07), mix((226, 178, 66), (60, 30, 40), 0.6))


def _tongue(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    at = x * g.yaw + 0.06 * g.yaw
    tongue = blob(
        [
            (at - 0.14, y + r * 0.55),
            (at + 0.12, y + r * 0.5),
            (at + 0.15, y + r + 0.2),
            (at, y + r + 0.3),
            (at - 0.13, y + r + 0.18),
        ],
        0.5,
    )
    ink.part(tongue, (236, 116, 124), role="skin", line=0.6)


def _ring(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    ink.stroke(ellipse((x + r * 0.5) * g.yaw, y + r * 0.25, 0.16, 0.2), (226, 178, 66), 0.08)


def _dots(ink: Ink, g: Gear) -> None:
    dark = g.coat.mark or shade(g.coat.base, 0.6)
    spots = [
        (-0.3, -0.72),
        (0.05, -0.8),
        (0.35, -0.7),
        (-0.1, -0.55),
        (0.22, -0.55),
        (-0.72, 0.05),
        (-0.62, 0.34),
        (-0.85, -0.25),
    ]
    ink.flat(merged([ellipse(x + 0.1 * g.yaw, y, 0.075, 0.06) for x, y in spots]), dark)


def _hackles(ink: Ink, g: Gear) -> None:
    points = []
    for k in range(9):
        angle = math.pi * (0.15 + 0.2 * k)
        points += [
            (-0.2 + 1.3 * math.cos(angle), 0.35 + 1.25 * math.sin(angle)),
            (-0.2 + 0.95 * math.cos(angle + 0.3), 0.3 + 0.95 * math.sin(angle + 0.3)),
        ]
    ink.part(poly(points), g.coat.face or g.coat.base, role="fur", line=0.8)


def _frill(ink: Ink, g: Gear) -> None:
    ink.part(scallop(-0.35 * g.yaw, -0.35, 1.5, 1.45, 11, 0.08), g.coat.wing or g.hair)
    ink.flat(ellipse(-0.3 * g.yaw, -0.32, 1.15, 1.1), light(g.coat.wing or g.hair, 0.25))


def _brow_horns(ink: Ink, g: Gear) -> None:
    for x in (0.62, 0.0):
        ink.part(taper([(x, -0.5, 0.34), (x + 0.3, -1.05, 0.24), (x + 0.75, -1.5, 0.05)], 4), g.coat.horn, line=0.8)


def _jaw_teeth(ink: Ink, g: Gear) -> None:
    x, y, r = g.spec.muzzle
    f = g.yaw
    first, last = (0.62 if x > 2 else 0.3) * f - 0.3 * (1 - f), (x + r * 0.5) * f + 0.3 * (1 - f)
    count = 6 if x > 2 else 5
    low = y + r * 0.5
    teeth = []
    for k in range(count):
        at = first + (last - first) * k / (count - 1)
        teeth.append(poly([(at - 0.08, low - 0.02), (at + 0.08, low - 0.02), (at, low + 0.2)]))
    ink.flat(merged(teeth), (252, 248, 236))


BEHIND: dict[str, Callable[[Ink, Gear], None]] = {
    "mane": _lion_mane, "antlers": _antlers, "palms": _palms, "horns": _cow_horns, "backhorns": _back_horns,
    "cheeks": _cheeks, "mohawk": _mohawk, "dragon": _dragon_horns, "ossicones": _ossicones, "hackles": _hackles, "frill": _frill,
    "lyre": _lyre, "spires": _spires,
}  # fmt: skip
BEFORE: dict[str, Callable[[Ink, Gear], None]] = {
    "wool": _wool_cap, "ram": _ram_horns, "unicorn": _unicorn, "forelock": _forelock, "tusks": _tusks,
    "trunk": _trunk, "nosehorn": _nose_horn, "beard": _beard, "teeth": _teeth, "topknot": _topknot,
    "devil": _devil_horns, "hair": _hair, "fangs": _fangs, "bell": _bell, "tongue": _tongue, "ring": _ring,
    "dots": _dots, "jaws": _jaw_teeth, "jawteeth": _jaw_teeth, "browhorns": _brow_horns, "tears": _tears,
}  # fmt: skip
