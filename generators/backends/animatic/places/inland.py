"""Owns inland waters: lake, river, bridge.

Does not know: figures.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, poly, rounded
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.buildings import street_lamp
from generators.backends.animatic.places.coast import sea_waves
from generators.backends.animatic.places.country import BLOOMS, butterflies, far_hills, open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec
from generators.backends.animatic.places.strand import reeds


def _lake_far(p: Painter) -> None:
    nature.mountain(p.away(1.0), p.x(0.24), p.y(0.6), p.x(0.6), p.y(0.3), (120, 134, 168), "lake a")
    nature.mountain(p.away(1.0), p.x(0.74), p.y(0.6), p.x(0.66), p.y(0.36), (112, 128, 166), "lake b")
    trees.grove(p.away(0.6), "fir", 0.605, 70 * p.k, 50, (64, 112, 96), "lake firs")
    nature.water(p, sky.whole(p, p.y(0.6)), (64, 136, 172), "lake")


def _lake(p: Painter) -> None:
    bank = nature.ridge(p, 0.765, 0.012, "bank", 6)
    p.flat(nature.below(p, [(x, y - 8) for x, y in bank]), (206, 190, 148))
    nature.ground(p, 0.77, nature.GRASS, "bank", 0.012)
    trees.tree(p, "willow", p.x(0.07), p.y(0.79), 440 * max(p.k, 0.8), (120, 166, 84))
    for x in (0.86, 0.93, 1.0):
        reeds(p, p.x(x), p.y(0.8), 110 * p.k, f"reed{x}")
    _jetty(p)
    nature.rock(p, p.x(0.22), p.y(0.81), 70 * p.k, "l")
    nature.blades(p, nature.GRASS, 0.79, 1.14, 320)
    nature.flowers(p, 0.82, 1.1, 22, BLOOMS, size=6)


def _jetty(p: Painter) -> None:
    a, b, y0, y1 = p.x(0.66), p.x(0.8), p.y(0.665), p.y(0.79)
    deck = poly([(a, y0), (a + 44 * p.k, y0), (b + 60 * p.k, y1), (b - 60 * p.k, y1)])
    for x, y in ((a, y0), (a + 44 * p.k, y0), (b - 62 * p.k, y1 - 20), (b + 52 * p.k, y1 - 20)):
        p.box(x - 5, y - 20 * p.k, x + 5, y + 26 * p.k, (116, 84, 62), 2, 0.8)
    p.part(deck, (176, 132, 92), role="wood")
    for index in range(7):
        t = index / 7
        p.stroke(
            poly(
                [
                    (a + (b - 60 * p.k - a) * t, y0 + (y1 - y0) * t),
                    (a + 44 * p.k + (b + 16 * p.k - a) * t, y0 + (y1 - y0) * t),
                ],
                close=False,
            ),
            (110, 78, 58),
            1.6,
            140,
        )


def _river(p: Painter) -> None:
    nature.ground(p, 0.64, nature.GRASS)
    stream = blob(
        [
            (p.x(0.62), p.y(0.645)),
            (p.x(0.55), p.y(0.66)),
            (p.x(0.4), p.y(0.69)),
            (p.left, p.y(0.7)),
            (p.left, p.y(0.775)),
            (p.x(0.2), p.y(0.772)),
            (p.x(0.6), p.y(0.745)),
            (p.x(1.0), p.y(0.76)),
            (p.right, p.y(0.768)),
            (p.right, p.y(0.715)),
            (p.x(0.8), p.y(0.69)),
            (p.x(0.68), p.y(0.66)),
        ],
        0.5,
    )
    p.stroke(stream, (206, 186, 138), 12)
    nature.water(p, stream, (66, 152, 190), "river")
    for x, wide in ((0.16, 60), (0.3, 44), (0.76, 60), (0.9, 50)):
        nature.rock(p, p.x(x), p.y(0.745), wide * p.k, f"st{x}")
    trees.tree(p, "willow", p.x(0.9), p.y(0.69), 330 * p.k, (126, 172, 88))
    trees.tree(p, "round", p.x(0.1), p.y(0.69), 300 * p.k)
    trees.bush(p, p.x(0.24), p.y(0.675), 80 * p.k)
    for x in (0.02, 0.97):
        reeds(p, p.x(x), p.y(0.81), 110 * p.k, f"rr{x}")
    nature.blades(p, nature.GRASS, 0.78, 1.14, 340)
    nature.flowers(p, 0.8, 1.1, 34, BLOOMS, size=6.5)


def _bridge(p: Painter) -> None:
    nature.ground(p, 0.63, (112, 168, 88))
    stream = poly([(p.x(0.42), p.y(0.63)), (p.x(0.58), p.y(0.63)), (p.x(1.5), p.bottom), (p.x(-0.5), p.bottom)])
    p.stroke(stream, (196, 178, 136), 12)
    nature.water(p, stream, (62, 142, 182), "stream")
    for x in (0.3, 0.72):
        trees.bush(p, p.x(x), p.y(0.665), 70 * p.k)
    trees.tree(p, "round", p.x(0.02), p.y(0.7), 340 * p.k)
    trees.tree(p, "poplar", p.x(0.97), p.y(0.69), 340 * p.k)
    trees.tree(p, "round", p.x(0.88), p.y(0.675), 210 * p.k)
    stone: RGB = p.main((170, 158, 150))
    p.box(p.left - 9, p.y(0.715), p.right + 9, p.y(0.765), shade(stone, 0.1), 3)
    for index in range(40):
        x = p.left + index * 66 * p.k
        p.box(x + 2, p.y(0.7), x + 62 * p.k, p.y(0.724), light(stone, 0.08), 5, 0.7)
        p.cap(rounded(x + 2, p.y(0.7), x + 62 * p.k, p.y(0.724), 5), 8)
    road = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.762), p.right, p.y(0.975)))
    hue = p.white((196, 182, 166), 0.7)
    p.wash(road, (shade(hue, 0.12), hue, shade(hue, 0.06)), (0, p.y(0.762)), (0, p.y(0.975)))
    _cobbles(p, 0.775, 0.97)
    under = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.975), p.right, p.bottom))
    p.down(under, shade(stone, 0.12), shade(stone, 0.4))
    p.box(p.left - 9, p.y(0.965), p.right + 9, p.y(0.99), light(stone, 0.06), 3)
    street_lamp(p, p.x(0.1), p.y(0.772), 270 * p.k)
    street_lamp(p, p.x(0.9), p.y(0.772), 270 * p.k)
    nature.puddles(p, 0.78, 0.95)


def _cobbles(p: Painter, y0: float, y1: float, count: int = 150) -> None:
    chance, stones = p.rng("cobbles"), skia.Path()
    for _ in range(count):
        t = chance.random()
        stones.addOval(
            skia.Rect.MakeXYWH(chance.uniform(p.left, p.right), p.y(y0 + (y1 - y0) * t), 20 + 26 * t, 6 + 8 * t)
        )
    p.flat(stones, (120, 108, 116), 70)


SPECS = (
    Spec(
        "lake",
        (Plane(0.05, open_sky), Plane(0.35, _lake_far), Plane(1.0, _lake), framing("reeds")),
        also=("pond", "lakeside", "lakeshore", "pool", "loch"),
        live=(sea_waves(0.62, 0.74), butterflies),
        spots={"water": (0.5, 0.7), "tree": (0.07, 0.79), "jetty": (0.74, 0.76)},
    ),
    Spec(
        "river",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _river), framing("reeds")),
        also=("riverbank", "river bank", "stream", "brook", "creek", "bank"),
        live=(sea_waves(0.69, 0.75, 8), butterflies),
        spots={"water": (0.5, 0.72), "tree": (0.9, 0.69), "stone": (0.76, 0.745)},
    ),
    Spec(
        "bridge",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _bridge)),
        also=("stone bridge", "footbridge", "viaduct"),
        live=(sky.birds,),
        spots={"light": (0.1, 0.42), "water": (0.5, 0.7)},
        mirror=0.74,
    ),
)
