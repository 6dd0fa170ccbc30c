"""Owns open country: meadow, farm, garden, park, and the generic outdoors. Does not know: figures."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, shade
from generators.backends.animatic.kit import ellipse, poly
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

BLOOMS: tuple[RGB, ...] = ((238, 96, 120), (252, 250, 244), (250, 206, 84), (176, 122, 214), (244, 140, 70))


def open_sky(p: Painter) -> None:
    """The plain sky plane that most outdoor places share."""
    sky.sky(p)


def far_hills(p: Painter) -> None:
    """Ranges of hills, each nearer one greener, with fields and woods between."""
    nature.hill(p.away(1.0), 0.475, 0.06, (116, 142, 190), "blue range", 7)
    nature.hill(p.away(0.95), 0.53, 0.04, (106, 158, 160), "range", 6)
    trees.grove(p.away(0.8), "round", 0.556, 26 * p.k + 6, 40, (82, 138, 118), "far wood")
    nature.hill(p.away(0.8), 0.575, 0.03, (128, 182, 122), "fields", 5)
    _fields(p.away(0.7))
    trees.grove(p.away(0.55), "round", 0.618, 46 * p.k + 10, 12, (72, 132, 92), "wood", -0.25, 0.36)
    trees.grove(p.away(0.55), "round", 0.622, 40 * p.k + 10, 9, (80, 140, 86), "wood 2", 0.72, 1.25)
    nature.hill(p.away(0.6), 0.622, 0.016, (116, 178, 98), "near range", 4)


def _fields(p: Painter) -> None:
    """Strips of crops on a far slope."""
    for x, wide, hue in ((0.1, 0.13, (222, 204, 112)), (0.34, 0.16, (152, 196, 104)), (0.52, 0.1, (208, 184, 120)),
                         (0.8, 0.15, (168, 204, 110)), (1.02, 0.12, (222, 204, 112))):  # fmt: skip
        strip = poly(
            [
                (p.x(x), p.y(0.572)),
                (p.x(x + wide), p.y(0.576)),
                (p.x(x + wide * 1.25), p.y(0.607)),
                (p.x(x - wide * 0.2), p.y(0.603)),
            ]
        )
        p.flat(strip, p.white(hue), 190)
        for index in range(1, 6):
            a, b = x + wide * index / 6, x - wide * 0.2 + wide * 1.45 * index / 6
            p.stroke(poly([(p.x(a), p.y(0.574)), (p.x(b), p.y(0.605))], close=False), shade(p.white(hue), 0.2), 1.4, 90)


def _meadow(p: Painter) -> None:
    nature.ground(p, 0.65, nature.GRASS)
    nature.path_to(p, 0.6, 0.655, (222, 190, 132), wide=0.26)
    trees.tree(p, "round", p.x(0.88), p.y(0.735), 330 * p.k)
    trees.bush(p, p.x(0.06), p.y(0.71), 120 * p.k)
    trees.bush(p, p.x(0.13), p.y(0.725), 80 * p.k, (112, 164, 82), (230, 120, 140))
    trees.tree(p, "birch", p.x(-0.1), p.y(0.74), 300 * p.k)
    nature.blades(p, nature.GRASS, 0.68, 1.14, 420)
    nature.flowers(p, 0.71, 0.8, 36, BLOOMS, "far flowers", size=3.4)
    nature.flowers(p, 0.8, 1.1, 44, BLOOMS, size=7)
    nature.puddles(p)


def butterflies(p: Painter, seconds: float) -> None:
    """Two butterflies by day, fireflies by night."""
    if p.view.weather not in ("clear", "cloudy", "wind"):
        return
    if p.dark > 0.4:
        fireflies(p, seconds)
        return
    for index in range(2):
        x = p.x(0.2 + 0.6 * index) + math.sin(seconds * 0.7 + index * 3) * 90 + math.sin(seconds * 2.3) * 16
        y = p.y(0.6) + math.cos(seconds * 1.1 + index) * 36
        flap = 0.35 + 0.65 * abs(math.sin(seconds * 9 + index))
        for side in (-1, 1):
            p.flat(ellipse(x + side * 5 * flap, y - 2, 5 * flap, 6.5, side * 24), BLOOMS[index * 2 + 2 - index])
        p.flat(ellipse(x, y, 1.4, 5), (70, 50, 60))


def fireflies(p: Painter, seconds: float, count: int = 9) -> None:
    """Points of warm light that wander and pulse in the dark."""
    chance = p.rng("fireflies")
    for index in range(count):
        x = p.x(chance.uniform(0.02, 0.98)) + math.sin(seconds * 0.6 + index * 2) * 30
        y = p.y(chance.uniform(0.5, 0.92)) + math.cos(seconds * 0.8 + index) * 18
        pulse = 0.5 + 0.5 * math.sin(seconds * 2.2 + index * 1.9)
        p.raw.glow(x, y, 11, (250, 236, 140), 60 + 170 * pulse)
        p.raw.flat(ellipse(x, y, 1.6, 1.6), (255, 252, 214), 120 + 130 * pulse)


SPECS = (
    Spec(
        "meadow",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _meadow, 0.05), framing("flowers")),
        also=("field", "pasture", "prairie", "hill", "hillside", "valley", "countryside", "plain", "lawn"),
        live=(sky.birds, butterflies),
        spots={"tree": (0.88, 0.74), "path": (0.6, 0.7), "seat": (0.78, 0.8)},
    ),
)
