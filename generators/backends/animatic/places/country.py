"""Owns open country: meadow, farm, garden, park, and the generic outdoors. Does not know: figures."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.kit import ellipse
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

BLOOMS: tuple[RGB, ...] = ((238, 96, 120), (252, 250, 244), (250, 206, 84), (176, 122, 214), (244, 140, 70))


def open_sky(p: Painter) -> None:
    """The plain sky plane that most outdoor places share."""
    sky.sky(p)


def far_hills(p: Painter) -> None:
    """Two ranges of hills with woods between."""
    nature.hill(p.away(1.0), 0.52, 0.055, (104, 142, 168), "blue range", 5)
    nature.hill(p.away(1.0), 0.57, 0.03, (120, 168, 140), "range", 7)
    trees.grove(p.away(0.62), "round", 0.612, 40 * p.k + 10, 26, (72, 132, 92), "wood")
    nature.hill(p.away(0.7), 0.61, 0.02, (116, 172, 104), "near range")


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


def _meadow_front(p: Painter) -> None:
    for x, size in ((-0.06, 90), (0.03, 66), (0.97, 74), (1.07, 96)):
        nature.tufts(p, (86, 142, 70), p.x(x), p.y(1.06), size * max(p.k, 0.7), f"front{x}")
    nature.flowers(p, 1.0, 1.06, 8, BLOOMS, "front flowers", -0.1, 0.12, 11)
    nature.flowers(p, 1.0, 1.06, 8, BLOOMS, "front flowers 2", 0.9, 1.1, 11)


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
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _meadow, 0.05), Plane(1.25, _meadow_front)),
        also=("field", "grassland", "pasture", "prairie", "hill", "hillside", "valley", "countryside", "plain", "lawn"),
        live=(sky.birds, butterflies),
        spots={"tree": (0.88, 0.74), "path": (0.6, 0.7), "seat": (0.78, 0.8)},
    ),
)
