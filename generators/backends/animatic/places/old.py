"""Owns old and tended places: castle, graveyard, ruins, farm, garden, park. Does not know: figures."""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, scallop, tube, union
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.country import BLOOMS, butterflies, far_hills, open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

STONE: RGB = (202, 194, 206)


def tower(p: Painter, x: float, y: float, wide: float, tall: float, roof: RGB, stone: RGB = STONE) -> None:
    """A round tower with a pointed roof; pixels."""
    w = wide / 2
    p.box(x - w, y - tall, x + w, y, stone, 2)
    p.box(x - w * 1.16, y - tall - w * 0.1, x + w * 1.16, y - tall + w * 0.34, light(stone, 0.15), 2, 0.8)
    cone = blob(
        [
            (x - w * 1.36, y - tall),
            (x - w * 0.5, y - tall - w * 1.5),
            (x, y - tall - w * 3),
            (x + w * 0.5, y - tall - w * 1.5),
            (x + w * 1.36, y - tall),
        ],
        0.15,
    )
    p.part(cone, roof)
    p.cap(cone, w * 0.4)
    for up in (0.36, 0.72):
        pane = union(
            rounded(x - w * 0.2, y - tall * up, x + w * 0.2, y - tall * up + w * 0.7, 2),
            ellipse(x, y - tall * up, w * 0.2, w * 0.24),
        )
        p.part(pane, (92, 92, 140), line=0.7)
        if p.dark > 0.2:
            p.raw.flat(pane, (255, 214, 120), 245)


def battlement(p: Painter, x0: float, x1: float, y: float, tall: float, stone: RGB = STONE) -> None:
    """A wall with merlons; pixels."""
    step = tall * 0.2
    wall = skia.Path.Rect(skia.Rect.MakeLTRB(x0, y - tall, x1, y))
    x = x0
    while x < x1 - step * 0.5:
        wall = union(
            wall, skia.Path.Rect(skia.Rect.MakeLTRB(x, y - tall - step * 0.7, min(x + step * 0.62, x1), y - tall + 2))
        )
        x += step
    p.part(wall, stone, role="stone")
    p.cap(wall, 7)
    chance = p.rng(f"wall{round(x0)}")
    for _ in range(16):
        a, b = chance.uniform(x0, x1 - 30), chance.uniform(y - tall * 0.9, y - 16)
        p.ink.inside(wall, rounded(a, b, a + 26, b + 12, 3), shade(stone, 0.22), 90)


def _castle(p: Painter) -> None:
    nature.ground(p, 0.655, (116, 166, 92), amplitude=0.012)
    hue = p.main(STONE)
    k, y = p.k, p.y(0.695)
    blue, red = (84, 98, 176), (196, 76, 84)
    wide = p.x(0.18)
    tower(p, p.x(0.5) - 62 * k, y - 130 * k, 62 * k, 150 * k, red, shade(hue, 0.06))
    tower(p, p.x(0.5) + 62 * k, y - 130 * k, 62 * k, 150 * k, red, shade(hue, 0.06))
    tower(p, p.x(0.5), y - 100 * k, 92 * k, 240 * k, blue, shade(hue, 0.03))
    battlement(p, p.x(0.5) - wide, p.x(0.5) + wide, y, 150 * k, hue)
    for side in (-1, 1):
        tower(p, p.x(0.5) + side * wide, y + 4, 100 * k, 250 * k, blue, hue)
    gate = union(
        rounded(p.x(0.5) - 42 * k, y - 70 * k, p.x(0.5) + 42 * k, y, 0), ellipse(p.x(0.5), y - 70 * k, 42 * k, 40 * k)
    )
    p.part(gate, (120, 78, 60), role="wood")
    for index in range(-2, 3):
        p.stroke(
            poly([(p.x(0.5) + index * 15 * k, y - 104 * k), (p.x(0.5) + index * 15 * k, y)], close=False),
            (78, 56, 58),
            3,
        )
    nature.path_to(p, 0.5, 0.694, (224, 200, 158), wide=0.36, bend=0.05, tip=40)
    for x, v, tall in ((0.05, 0.77, 300), (0.14, 0.73, 180), (0.87, 0.735, 190), (0.97, 0.775, 320)):
        trees.tree(p, "fir", p.x(x), p.y(v), tall * k, (72, 132, 96))
    nature.blades(p, (116, 166, 92), 0.72, 1.14, 300)
    nature.flowers(p, 0.78, 1.1, 30, BLOOMS, size=6)
    nature.puddles(p)


def flags(p: Painter, seconds: float) -> None:
    """Pennants on the castle's towers."""
    k, y = p.k, p.y(0.695)
    for dx, up in ((0.0, 478), (-0.18, 400), (0.18, 400)):
        x, top = p.x(0.5 + dx), y - up * k
        p.stroke(poly([(x, top + 34 * k), (x, top - 12 * k)], close=False), (90, 80, 110), 2.4)
        wave = [(x + i * 11 * k, top - 10 * k + math.sin(seconds * 6 - i * 1.1) * 2.4 * i * k * 0.5) for i in range(5)]
        p.flat(poly([*wave, (x, top + 12 * k)]), (240, 190, 74))


def _graves(p: Painter) -> None:
    nature.ground(p, 0.66, (106, 138, 98), amplitude=0.014)
    nature.path_to(p, 0.48, 0.665, (170, 158, 146), wide=0.28)
    _railing(p, p.y(0.69), 96 * p.k)
    trees.tree(p, "bare", p.x(0.88), p.y(0.75), 420 * max(p.k, 0.8))
    for x, y, s, kind in (
        (0.08, 0.77, 110, 0),
        (0.2, 0.73, 84, 1),
        (0.3, 0.71, 66, 0),
        (0.72, 0.72, 76, 2),
        (0.78, 0.78, 100, 0),
        (0.97, 0.81, 126, 1),
        (0.64, 0.7, 60, 0),
        (0.01, 0.83, 120, 2),
    ):
        _stone_of(p, p.x(x), p.y(y), s * p.k, kind)
    nature.blades(p, (106, 138, 98), 0.69, 1.14, 380)
    nature.flowers(p, 0.74, 0.84, 10, ((250, 246, 240), (190, 160, 220)), "wreath", 0.02, 0.26, 6)
    nature.puddles(p)


def _railing(p: Painter, y: float, tall: float) -> None:
    iron: RGB = (84, 82, 110)
    for up in (0.3, 0.84):
        p.box(p.left, y - tall * up, p.right, y - tall * up + 5, iron, 1, 0.5)
    x = p.left
    while x < p.right:
        p.part(
            poly([(x - 3, y), (x - 3, y - tall * 0.94), (x, y - tall * 1.1), (x + 3, y - tall * 0.94), (x + 3, y)]),
            iron,
            line=0.5,
        )
        x += 26 * p.k


def _stone_of(p: Painter, x: float, y: float, size: float, kind: int) -> None:
    stone: RGB = (162, 160, 176)
    p.shadow(x, y, size * 0.45)
    w = size * 0.33
    if kind == 2:
        shape = union(
            rounded(x - w * 0.28, y - size * 1.1, x + w * 0.28, y, 3),
            rounded(x - w * 0.9, y - size * 0.84, x + w * 0.9, y - size * 0.62, 3),
        )
    else:
        shape = union(
            rounded(x - w, y - size * 0.7, x + w, y, 2), ellipse(x, y - size * 0.7, w, w * (0.8 if kind == 0 else 0.3))
        )
    p.part(shape, stone, role="stone")
    p.cap(shape, size * 0.08)
    for index in range(2 if kind != 2 else 0):
        p.stroke(
            poly(
                [(x - w * 0.55, y - size * (0.62 - index * 0.14)), (x + w * 0.55, y - size * (0.62 - index * 0.14))],
                close=False,
            ),
            shade(stone, 0.4),
            2.4,
            150,
        )


def _column(p: Painter, x: float, y: float, tall: float, whole: bool) -> None:
    stone: RGB = (222, 206, 180)
    w = 27 * p.k
    p.shadow(x, y, w * 1.8)
    p.box(x - w * 1.4, y - 20 * p.k, x + w * 1.4, y, stone, 3)
    top = (
        [(x - w, y - tall), (x + w, y - tall)]
        if whole
        else [
            (x - w, y - tall),
            (x - w * 0.3, y - tall * 1.06),
            (x + w * 0.2, y - tall * 0.94),
            (x + w, y - tall * 1.02),
        ]
    )
    shaft = poly([(x - w * 1.08, y - 18 * p.k), *top, (x + w * 1.08, y - 18 * p.k)])
    p.part(shaft, stone, role="stone")
    for dx in (-0.5, 0.0, 0.5):
        p.stroke(
            poly([(x + dx * w, y - 24 * p.k), (x + dx * w, y - tall * 0.92)], close=False), shade(stone, 0.25), 3, 120
        )
    if whole:
        p.box(x - w * 1.5, y - tall - 24 * p.k, x + w * 1.5, y - tall, light(stone, 0.1), 3)
    for index in range(3):
        p.ink.inside(
            shaft,
            scallop(x - w + index * w * 0.8, y - tall * (0.1 + 0.14 * index), w * 0.4, w * 0.5, 7),
            (112, 150, 92),
            200,
        )


def _ruins(p: Painter) -> None:
    nature.ground(p, 0.665, (156, 170, 104), amplitude=0.012)
    nature.path_to(p, 0.5, 0.67, (214, 198, 166), wide=0.32, bend=0.04)
    battlement(p, p.x(0.34), p.x(0.44), p.y(0.7), 96 * p.k, (196, 182, 160))
    battlement(p, p.x(0.58), p.x(0.65), p.y(0.7), 60 * p.k, (196, 182, 160))
    for x, y, tall, whole in (
        (0.24, 0.72, 250, True),
        (0.74, 0.72, 250, True),
        (0.1, 0.77, 350, True),
        (0.88, 0.77, 230, False),
    ):
        _column(p, p.x(x), p.y(y), tall * p.k, whole)
    p.box(p.x(-0.08), p.y(0.77) - 410 * p.k, p.x(0.13), p.y(0.77) - 372 * p.k, (214, 196, 168), 4)
    fallen = tube([(p.x(0.93), p.y(0.83), 50 * p.k), (p.x(1.08), p.y(0.85), 50 * p.k)], 1)
    p.shadow(p.x(1.0), p.y(0.86), 130 * p.k)
    p.part(fallen, (222, 206, 180), role="stone")
    for x, wide in ((0.3, 60), (0.7, 70), (0.02, 90)):
        nature.rock(p, p.x(x), p.y(0.785), wide * p.k, f"ru{x}", (196, 182, 162))
    nature.blades(p, (156, 170, 104), 0.69, 1.14, 420)
    nature.puddles(p)


SPECS = (
    Spec(
        "castle",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _castle), framing("leaves")),
        also=("palace", "fortress", "fort", "kingdom", "chateau", "citadel", "tower"),
        live=(sky.birds, flags),
        spots={"door": (0.5, 0.7), "path": (0.5, 0.75)},
    ),
    Spec(
        "graveyard",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.9), Plane(1.0, _graves)),
        also=("cemetery", "churchyard", "grave", "tomb"),
        live=(butterflies,),
        spots={"grave": (0.08, 0.77), "tree": (0.88, 0.75)},
    ),
    Spec(
        "ruins",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _ruins), framing("leaves")),
        also=("ruin", "temple", "ancient temple", "acropolis", "amphitheatre", "shrine", "pyramid"),
        live=(butterflies,),
        spots={"seat": (0.98, 0.8), "stone": (0.3, 0.785)},
    ),
)
