"""Owns built places out of doors: street, village, market, playground, rooftop, station, road.

Does not know: figures.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.kit import ellipse, poly, rounded
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.buildings import (
    HOUSES,
    bench,
    church,
    cottage,
    facades,
    pavement,
    skyline,
    street_lamp,
)
from generators.backends.animatic.places.country import far_hills, open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def _street_far(p: Painter) -> None:
    skyline(p.away(0.9), 0.66, p.y(0.42), "far towers")


def _street(p: Painter) -> None:
    facades(p, 0.7, p.y(0.56), "left row", gap=(0.4, 0.6))
    trees.tree(p, "round", p.x(0.5), p.y(0.69), 190 * p.k)
    pavement(p, 0.695)
    road = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.765), p.right, p.y(0.965)))
    hue = p.white((116, 112, 128), 0.55)
    p.box(p.left - 9, p.y(0.752), p.right + 9, p.y(0.774), (206, 198, 194), 2, 0.8)
    p.wash(road, (light(hue, 0.08), shade(hue, 0.12)), (0, p.y(0.765)), (0, p.y(0.965)))
    for index in range(-3, 14):
        x = p.x(0.5) + (index - 5) * 170
        p.flat(
            poly([(x, p.y(0.862)), (x + 90, p.y(0.862)), (x + 88, p.y(0.874)), (x - 6, p.y(0.874))]),
            (240, 232, 210),
            190,
        )
    p.box(p.left - 9, p.y(0.958), p.right + 9, p.y(0.985), (206, 198, 194), 2, 0.8)
    for x in (0.04, 0.3, 0.7, 0.96):
        street_lamp(p, p.x(x), p.y(0.755), 270 * p.k)
    bench(p, p.x(0.17), p.y(0.757), 150 * p.k)
    _hydrant(p, p.x(0.84), p.y(0.762), 56 * p.k)
    nature.puddles(p, 0.79, 0.94)


def _hydrant(p: Painter, x: float, y: float, tall: float) -> None:
    p.part(rounded(x - tall * 0.2, y - tall * 0.8, x + tall * 0.2, y, 5), (206, 66, 58))
    p.part(ellipse(x, y - tall * 0.82, tall * 0.24, tall * 0.16), (206, 66, 58))
    p.part(ellipse(x, y - tall * 0.48, tall * 0.32, tall * 0.11), (186, 54, 54))


def _village_far(p: Painter) -> None:
    far_hills(p)
    church(p.away(0.3), p.x(0.3), p.y(0.655), 270 * p.k)
    for x, wide, hue in ((0.12, 100, HOUSES[1]), (0.47, 96, HOUSES[4]), (0.6, 110, HOUSES[0]), (0.74, 96, HOUSES[1])):
        cottage(p.away(0.3), p.x(x), p.y(0.66), wide * p.k, hue, f"far{x}")


def _village(p: Painter) -> None:
    nature.ground(p, 0.665, (136, 184, 96))
    nature.path_to(p, 0.53, 0.67, (222, 196, 150), wide=0.34, bend=0.06)
    cottage(p, p.x(0.12), p.y(0.745), 270 * p.k, HOUSES[4], "near left")
    cottage(p, p.x(0.88), p.y(0.75), 290 * p.k, HOUSES[1], "near right", (120, 104, 128))
    trees.tree(p, "round", p.x(0.29), p.y(0.715), 200 * p.k)
    trees.tree(p, "poplar", p.x(0.715), p.y(0.71), 210 * p.k)
    nature.fence(p, p.x(-0.2), p.x(0.3), p.y(0.79), 50 * p.k)
    nature.fence(p, p.x(0.76), p.x(1.22), p.y(0.795), 50 * p.k)
    _well(p, p.x(0.7), p.y(0.77), 110 * p.k)
    nature.blades(p, (136, 184, 96), 0.72, 1.14, 260)
    nature.flowers(p, 0.8, 0.86, 14, ((240, 100, 120), (250, 210, 90)), "v1", -0.1, 0.28, 6)
    nature.puddles(p)


def _well(p: Painter, x: float, y: float, tall: float) -> None:
    p.shadow(x, y, tall * 0.5)
    for side in (-1, 1):
        p.box(
            x + side * tall * 0.32 - 4,
            y - tall * 0.9,
            x + side * tall * 0.32 + 4,
            y - tall * 0.3,
            (140, 96, 66),
            2,
            0.8,
        )
    p.part(rounded(x - tall * 0.42, y - tall * 0.42, x + tall * 0.42, y, 8), (166, 160, 162), role="stone")
    p.part(ellipse(x, y - tall * 0.42, tall * 0.42, tall * 0.09), (110, 104, 122))
    roof = poly([(x - tall * 0.54, y - tall * 0.82), (x, y - tall * 1.16), (x + tall * 0.54, y - tall * 0.82)])
    p.part(roof, (176, 96, 72))
    p.cap(roof, 10)


def chimneys(p: Painter, seconds: float) -> None:
    """Smoke over the cottages."""
    for x, y, wide in ((0.12, 0.745, 270), (0.88, 0.75, 290)):
        sky.steam(p, p.x(x) + wide * p.k * 0.23, p.y(y) - wide * p.k * 0.96, seconds + x * 9, 80, (236, 232, 236))


def _road(p: Painter) -> None:
    nature.ground(p, 0.645, (156, 178, 100))
    asphalt = p.white((118, 114, 130), 0.5)
    trees.tree(p, "round", p.x(0.1), p.y(0.7), 250 * p.k)
    trees.tree(p, "poplar", p.x(0.83), p.y(0.69), 250 * p.k)
    trees.tree(p, "poplar", p.x(0.9), p.y(0.7), 280 * p.k)
    nature.fence(p, p.left, p.right, p.y(0.73), 44 * p.k)
    band = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.755), p.right, p.y(0.985)))
    p.box(p.left - 9, p.y(0.745), p.right + 9, p.y(0.77), (206, 190, 150), 2, 0.6)
    p.wash(band, (light(asphalt, 0.1), shade(asphalt, 0.14)), (0, p.y(0.755)), (0, p.y(0.985)))
    for index in range(-3, 13):
        x = p.x(0.5) + (index - 5) * 190
        p.flat(
            poly([(x, p.y(0.862)), (x + 104, p.y(0.862)), (x + 102, p.y(0.876)), (x - 6, p.y(0.876))]),
            (250, 224, 130),
            220,
        )
    for y in (0.768, 0.972):
        p.flat(rounded(p.left, p.y(y), p.right, p.y(y + 0.006), 0), (246, 240, 226), 200)
    _signpost(p, p.x(0.72), p.y(0.755), 190 * p.k)
    nature.blades(p, (156, 178, 100), 0.67, 0.75, 150)
    nature.puddles(p, 0.79, 0.96)


def _signpost(p: Painter, x: float, y: float, tall: float) -> None:
    p.box(x - 6, y - tall, x + 6, y, (140, 100, 70), 2)
    for up, s in ((0.86, 1), (0.62, -1)):
        board = poly(
            [
                (x - s * tall * 0.12, y - tall * up),
                (x + s * tall * 0.34, y - tall * up),
                (x + s * tall * 0.44, y - tall * (up - 0.08)),
                (x + s * tall * 0.34, y - tall * (up - 0.16)),
                (x - s * tall * 0.12, y - tall * (up - 0.16)),
            ]
        )
        p.part(board, (206, 162, 110), role="wood")
        p.cap(board, 6)


SPECS = (
    Spec(
        "street",
        (Plane(0.05, open_sky), Plane(0.35, _street_far), Plane(1.0, _street)),
        also=(
            "city",
            "town",
            "city street",
            "downtown",
            "sidewalk",
            "alley",
            "pavement",
            "avenue",
            "crosswalk",
            "metropolis",
            "neighborhood",
            "neighbourhood",
            "square",
            "intersection",
            "suburb",
            "outside",
            "parking lot",
        ),
        spots={"seat": (0.17, 0.72), "door": (0.1, 0.7), "light": (0.3, 0.42)},
        mirror=0.755,
    ),
    Spec(
        "village",
        (Plane(0.05, open_sky), Plane(0.3, _village_far), Plane(1.0, _village), framing("flowers")),
        also=("hamlet", "cottage", "house", "hut", "cabin", "yard", "farmhouse", "backyard"),
        live=(sky.birds, chimneys),
        spots={"door": (0.12, 0.745), "door2": (0.88, 0.75), "well": (0.7, 0.77), "path": (0.53, 0.7)},
    ),
    Spec(
        "road",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _road), framing("grass")),
        also=(
            "highway",
            "motorway",
            "track",
            "country road",
            "race track",
            "racetrack",
            "roadside",
            "path",
            "trail",
            "lane",
        ),
        live=(sky.birds,),
        spots={"tree": (0.1, 0.7), "sign": (0.72, 0.75)},
        mirror=0.752,
    ),
)
