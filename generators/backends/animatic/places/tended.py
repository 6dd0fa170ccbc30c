"""Owns tended places out of doors: farm, garden, park.

Does not know: figures.
"""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, scallop
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.buildings import bench, cottage, street_lamp
from generators.backends.animatic.places.country import BLOOMS, butterflies, far_hills, open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def _farm_far(p: Painter) -> None:
    far_hills(p)
    nature.hill(p.away(0.3), 0.63, 0.008, (172, 190, 96), "crop")


def _farm(p: Painter) -> None:
    nature.ground(p, 0.66, (150, 188, 92))
    rows = poly([(p.x(0.36), p.y(0.665)), (p.x(0.58), p.y(0.665)), (p.x(0.74), p.y(0.79)), (p.x(0.1), p.y(0.79))])
    p.flat(rows, p.white((176, 130, 82)))
    for index in range(9):
        t = index / 8
        p.stroke(
            poly([(p.x(0.36 + 0.22 * t), p.y(0.667)), (p.x(0.1 + 0.64 * t), p.y(0.79))], close=False),
            (110, 158, 78),
            5,
            220,
        )
    barn(p, p.x(0.84), p.y(0.735), 320 * p.k, p.main((196, 62, 56)))
    _silo(p, p.x(0.66), p.y(0.715), 260 * p.k)
    trees.tree(p, "round", p.x(0.06), p.y(0.73), 280 * p.k)
    trees.tree(p, "round", p.x(0.2), p.y(0.69), 150 * p.k)
    hay(p, p.x(0.95), p.y(0.81), 60 * p.k)
    hay(p, p.x(0.88), p.y(0.79), 46 * p.k)
    nature.fence(p, p.x(-0.25), p.x(0.34), p.y(0.795), 58 * p.k, (236, 228, 214))
    nature.blades(p, (150, 188, 92), 0.8, 1.14, 300)
    nature.flowers(p, 0.82, 1.1, 20, BLOOMS, size=6)
    nature.puddles(p)


def barn(p: Painter, x: float, y: float, wide: float, hue: RGB) -> None:
    """A red barn with a hipped gable; pixels."""
    w, h = wide / 2, wide * 0.5
    p.shadow(x, y, w * 1.1)
    front = [
        (x - w * 0.86, y),
        (x - w * 0.86, y - h),
        (x - w * 0.58, y - h - wide * 0.23),
        (x, y - h - wide * 0.36),
        (x + w * 0.58, y - h - wide * 0.23),
        (x + w * 0.86, y - h),
        (x + w * 0.86, y),
    ]
    p.part(poly(front), hue, role="wood")
    for index in range(1, 10):
        a = x - w * 0.86 + index * w * 0.172
        p.stroke(poly([(a, y - h), (a, y)], close=False), shade(hue, 0.3), 1.6, 120)
    roof = poly(front[1:6], close=False)
    p.stroke(roof, shade((96, 66, 72), 0.1), wide * 0.06)
    if p.snowy:
        p.stroke(poly([(a, b - wide * 0.03) for a, b in front[1:6]], close=False), (244, 248, 255), wide * 0.035)
    white: RGB = (248, 240, 226)
    p.box(x - w * 0.36, y - h * 0.86, x + w * 0.36, y, white, 2)
    p.box(x - w * 0.31, y - h * 0.8, x + w * 0.31, y, shade(hue, 0.1), 0)
    for sign in (-1, 1):
        p.stroke(poly([(x - sign * w * 0.31, y - h * 0.8), (x + sign * w * 0.31, y)], close=False), white, wide * 0.024)
    p.stroke(poly([(x, y - h * 0.8), (x, y)], close=False), white, wide * 0.024)
    pane = rounded(x - w * 0.16, y - h - wide * 0.2, x + w * 0.16, y - h - wide * 0.05, 2)
    p.part(pane, (80, 64, 84))
    if p.dark > 0.25:
        p.raw.flat(pane, (255, 212, 120), 240)
    p.stroke(pane, white, wide * 0.02)


def _silo(p: Painter, x: float, y: float, tall: float) -> None:
    w = tall * 0.16
    p.box(x - w, y - tall * 0.86, x + w, y, (190, 192, 206), 3)
    for index in range(5):
        p.stroke(
            poly([(x - w, y - tall * 0.16 * (index + 1)), (x + w, y - tall * 0.16 * (index + 1))], close=False),
            (140, 144, 166),
            2.4,
            150,
        )
    dome = blob(
        [
            (x - w * 1.06, y - tall * 0.85),
            (x - w * 0.7, y - tall * 0.97),
            (x, y - tall),
            (x + w * 0.7, y - tall * 0.97),
            (x + w * 1.06, y - tall * 0.85),
        ],
        0.4,
    )
    p.part(dome, (140, 150, 176), role="metal")
    p.cap(dome, 8)


def hay(p: Painter, x: float, y: float, r: float) -> None:
    """A round bale of hay."""
    p.shadow(x, y, r * 1.2)
    p.part(ellipse(x, y - r * 0.9, r, r * 0.92), (230, 188, 92))
    for share in (0.74, 0.5, 0.26):
        p.stroke(ellipse(x, y - r * 0.9, r * share, r * share * 0.92), (182, 136, 62), 2.4, 170)
    p.cap(ellipse(x, y - r * 0.9, r, r * 0.92), r * 0.2)


def _garden(p: Painter) -> None:
    nature.ground(p, 0.665, (132, 190, 92))
    cottage(p, p.x(0.13), p.y(0.71), 280 * p.k, (238, 222, 196), "garden house")
    x, row = p.left, 0
    while x < p.right:
        if not p.x(0.0) < x < p.x(0.25):
            trees.bush(p, x, p.y(0.69), 130 * p.k, (98, 160, 86), (236, 120, 150) if row % 3 == 0 else None)
        x, row = x + 88 * p.k, row + 1
    _arch(p, p.x(0.55), p.y(0.7), 230 * p.k)
    nature.path_to(p, 0.55, 0.7, (232, 208, 166), wide=0.32, bend=0.03, tip=34)
    trees.tree(p, "round", p.x(0.91), p.y(0.73), 320 * p.k)
    for x0, x1, name in ((-0.25, 0.32, "left bed"), (0.72, 1.25, "right bed")):
        nature.flowers(p, 0.755, 0.83, 70, BLOOMS, name, x0, x1, 9)
    nature.blades(p, (132, 190, 92), 0.74, 1.14, 300)
    nature.puddles(p)


def _arch(p: Painter, x: float, y: float, tall: float) -> None:
    w = tall * 0.34
    frame = blob(
        [(x - w, y), (x - w, y - tall * 0.7), (x, y - tall), (x + w, y - tall * 0.7), (x + w, y)], 0.5, close=False
    )
    p.stroke(frame, (250, 244, 232), tall * 0.05)
    chance = p.rng("roses")
    for index in range(22):
        t = index / 21
        a = math.pi * (1 - t)
        cx, cy = x + math.cos(a) * w * 1.02, y - tall * 0.1 - math.sin(a) ** 0.7 * tall * 0.84
        p.part(scallop(cx, cy, tall * 0.085, tall * 0.075, 7), p.white((98, 160, 84), 0.3), role="leaf", line=0.6)
        if index % 2 and not p.snowy:
            p.part(
                scallop(cx + chance.uniform(-8, 8), cy + chance.uniform(-6, 6), tall * 0.036, tall * 0.034, 6),
                (236, 110, 140),
                line=0.5,
            )


def _park(p: Painter) -> None:
    nature.ground(p, 0.655, (124, 184, 92))
    pond = ellipse(p.x(0.4), p.y(0.7), p.x(0.17), 20 * p.k)
    p.stroke(pond, (206, 196, 170), 9)
    nature.water(p, pond, (86, 164, 196), "park pond")
    nature.path_to(p, 0.7, 0.66, (226, 206, 172), wide=0.5, bend=0.14)
    for kind, x, y, tall in (
        ("round", 0.04, 0.735, 400),
        ("birch", 0.19, 0.7, 260),
        ("round", 0.93, 0.74, 420),
        ("poplar", 0.82, 0.685, 210),
        ("round", 0.56, 0.672, 130),
    ):
        trees.tree(p, kind, p.x(x), p.y(y), tall * p.k)
    bench(p, p.x(0.21), p.y(0.775), 190 * p.k)
    street_lamp(p, p.x(0.11), p.y(0.775), 290 * p.k)
    street_lamp(p, p.x(0.85), p.y(0.76), 260 * p.k)
    trees.bush(p, p.x(0.75), p.y(0.72), 90 * p.k, (96, 158, 82), (240, 130, 150))
    nature.blades(p, (124, 184, 92), 0.7, 1.14, 320)
    nature.flowers(p, 0.79, 1.1, 26, BLOOMS, size=6)
    nature.puddles(p)


SPECS = (
    Spec(
        "farm",
        (Plane(0.05, open_sky), Plane(0.3, _farm_far, 0.8), Plane(1.0, _farm), framing("flowers")),
        also=("farmland", "farmyard", "ranch", "vineyard", "orchard", "cornfield", "wheat field", "barnyard"),
        live=(sky.birds, butterflies),
        spots={"door": (0.84, 0.735), "seat": (0.95, 0.75), "tree": (0.06, 0.73)},
    ),
    Spec(
        "garden",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.9), Plane(1.0, _garden), framing("roses")),
        also=("flower garden", "vegetable garden", "back garden", "courtyard", "greenhouse", "flowerbed"),
        live=(butterflies,),
        spots={"door": (0.13, 0.71), "tree": (0.91, 0.73), "path": (0.55, 0.75)},
    ),
    Spec(
        "park",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _park), framing("leaves")),
        also=("city park", "zoo", "picnic", "campsite", "camp", "campground", "golf course"),
        live=(sky.birds, butterflies),
        spots={"seat": (0.21, 0.73), "tree": (0.93, 0.74), "light": (0.11, 0.4), "water": (0.4, 0.7)},
    ),
)
