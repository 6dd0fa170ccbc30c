"""Owns jungle, swamp and cave.

Does not know: figures.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, tube
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.country import butterflies, fireflies
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec
from generators.backends.animatic.places.strand import reeds
from generators.backends.animatic.places.woods import canopy, glade, leaf_frame, trunks, undergrowth


def _cave(p: Painter) -> None:
    stone: RGB = (98, 88, 146)
    p.wash(sky.whole(p), (shade(stone, 0.4), shade(stone, 0.25)), (0, 0), (0, p.y(0.7)))
    for index in range(4):
        share = 1 - index * 0.2
        hole = blob(
            [
                (p.x(0.5 - 0.5 * share), p.y(0.78)),
                (p.x(0.5 - 0.46 * share), p.y(0.5 - 0.2 * share)),
                (p.x(0.5 - 0.24 * share), p.y(0.44 - 0.42 * share)),
                (p.x(0.5 + 0.06 * share), p.y(0.42 - 0.46 * share)),
                (p.x(0.5 + 0.32 * share), p.y(0.44 - 0.36 * share)),
                (p.x(0.5 + 0.48 * share), p.y(0.52 - 0.18 * share)),
                (p.x(0.5 + 0.5 * share), p.y(0.78)),
            ],
            0.5,
        )
        p.flat(hole, mix(shade(stone, 0.18), light(mix(stone, (150, 170, 230), 0.5), 0.15), index / 3))
    mouth = blob(
        [
            (p.x(0.39), p.y(0.72)),
            (p.x(0.4), p.y(0.52)),
            (p.x(0.47), p.y(0.42)),
            (p.x(0.55), p.y(0.43)),
            (p.x(0.6), p.y(0.54)),
            (p.x(0.61), p.y(0.72)),
        ],
        0.5,
    )
    upper, middle, lower = p.view.light.sky
    p.wash(mouth, (upper, middle, lower), (0, p.y(0.4)), (0, p.y(0.7)), raw=True)
    p.raw.glow(p.x(0.5), p.y(0.58), 330 * p.k, mix(lower, (255, 255, 255), 0.2), 120 - 50 * p.dark)


def _cave_floor(p: Painter) -> None:
    stone: RGB = (116, 104, 160)
    nature.ground(p, 0.7, stone, amplitude=0.012)
    pool = ellipse(p.x(0.68), p.y(0.755), p.x(0.13), 16 * p.k)
    nature.water(p, pool, (74, 150, 190), "pool")
    for x, y, size, hue in (
        (0.12, 0.79, 90, (120, 220, 226)),
        (0.9, 0.8, 110, (236, 140, 214)),
        (0.2, 0.75, 54, (170, 150, 244)),
        (0.82, 0.76, 60, (120, 220, 226)),
    ):
        crystal(p, p.x(x), p.y(y), size * p.k, hue)
    for x, wide in ((0.02, 150), (1.0, 170)):
        nature.rock(p, p.x(x), p.y(0.82), wide * p.k, f"c{x}", (96, 86, 134), 0.9)


def crystal(p: Painter, x: float, y: float, size: float, hue: RGB) -> None:
    """A cluster of glowing crystals."""
    p.raw.glow(x, y - size * 0.5, size * 1.6, hue, 130)
    for dx, lean, share in ((-0.3, -0.3, 0.66), (0.32, 0.3, 0.74), (0.0, 0.04, 1.15)):
        cx, tall, w = x + dx * size, size * share, size * 0.17
        tip = (cx + lean * size, y - tall)
        shape = poly(
            [
                (cx - w, y),
                (cx - w + lean * size * 0.7, y - tall * 0.72),
                tip,
                (cx + w + lean * size * 0.7, y - tall * 0.72),
                (cx + w, y),
            ]
        )
        p.part(shape, hue, role="glass")
        p.ink.inside(
            shape,
            poly([(cx, y), (cx + lean * size * 0.7, y - tall * 0.7), tip, (cx - w * 2, y - tall * 0.7), (cx - w, y)]),
            light(hue, 0.6),
            120,
        )


def _cave_front(p: Painter) -> None:
    dark: RGB = (66, 58, 106)
    chance, shape = p.rng("stalactites"), skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.top, p.right, p.y(0.015)))
    x = p.left
    while x < p.right:
        wide = chance.uniform(36, 84) * p.k
        edge = abs((x / p.w) - 0.5) * 2
        shape.addPath(
            poly(
                [
                    (x, p.y(0.01)),
                    (x + wide, p.y(0.01)),
                    (x + wide * 0.55, p.y(0.06 + edge * chance.uniform(0.04, 0.22))),
                ]
            )
        )
        x += wide * 0.9
    p.part(shape, dark, role="stone", depth=0.4)
    for side in (0, 1):
        a = p.x(-0.26 if side == 0 else 1.26)
        s = 1 if side == 0 else -1
        wall = blob(
            [
                (a, p.top),
                (a + s * p.x(0.3), p.top),
                (a + s * p.x(0.275), p.y(0.3)),
                (a + s * p.x(0.25), p.y(0.6)),
                (a + s * p.x(0.3), p.bottom),
                (a, p.bottom),
            ],
            0.3,
        )
        p.part(wall, dark, role="stone")


def bats(p: Painter, seconds: float) -> None:
    """Three bats and the glint of crystals."""
    for index in range(3):
        x = p.x(0.5) + math.sin(seconds * 0.8 + index * 2.1) * p.x(0.2)
        y = p.y(0.22) + math.sin(seconds * 1.7 + index) * 30
        lift = 8 * math.sin(seconds * 14 + index)
        wings = blob(
            [
                (x - 22, y - lift),
                (x - 10, y - 6),
                (x, y),
                (x + 10, y - 6),
                (x + 22, y - lift),
                (x + 10, y + 5),
                (x, y + 6),
                (x - 10, y + 5),
            ],
            0.4,
        )
        p.flat(wings, (62, 50, 96))


def _jungle_far(p: Painter) -> None:
    trunks(p.away(1.0), 0.66, 13, 26 * p.k, (92, 140, 116), "jungle far")
    canopy(p.away(0.9), 0.24, (80, 150, 104), "jungle leaves", 110)
    nature.hill(p.away(0.6), 0.62, 0.02, (96, 160, 88), "jungle bushes", 8)
    trunks(p.away(0.5), 0.68, 6, 48 * p.k, (98, 92, 76), "jungle middle")
    canopy(p.away(0.4), 0.14, (60, 132, 84), "jungle roof", 130)
    undergrowth(p.away(0.35), 0.69, (74, 146, 84), "jungle undergrowth")


def _jungle(p: Painter) -> None:
    floor: RGB = (92, 142, 74)
    nature.ground(p, 0.675, floor)
    nature.path_to(p, 0.47, 0.68, (178, 138, 94), wide=0.28)
    for x, tall in ((0.12, 430), (0.9, 470)):
        trees.tree(p, "palm", p.x(x), p.y(0.76), tall * max(p.k, 0.8), (60, 148, 80))
    for x, y, reach in ((0.03, 0.8, 130), (0.22, 0.75, 80), (0.78, 0.76, 90), (0.98, 0.81, 150)):
        for angle in (-150, -115, -90, -62, -28):
            trees.frond(p, p.x(x), p.y(y), reach * p.k, angle, (64, 150, 84))
    nature.flowers(p, 0.74, 0.86, 14, ((240, 90, 110), (250, 170, 70), (240, 130, 210)), "orchids", -0.1, 0.3, 10)
    nature.flowers(p, 0.74, 0.86, 14, ((240, 90, 110), (250, 170, 70), (240, 130, 210)), "orchids2", 0.72, 1.1, 10)
    nature.blades(p, floor, 0.7, 1.14, 300)
    sun = p.view.light.sun
    if sun is not None:
        sky.rays(p, p.x(sun[0]), p.y(-0.1), (8.0, 24.0, 38.0) if sun[0] < 0.5 else (-8.0, -24.0, -38.0), p.y(1.0), 80)


def _jungle_front(p: Painter) -> None:
    hue: RGB = (38, 96, 70)
    for x, side in ((-0.03, 1), (1.03, -1)):
        leaf_frame(p, p.x(x + side * 0.03), p.y(-0.03), 210 * max(p.k, 0.7), hue, f"jf{side}")
        for index in range(3):
            vx = p.x(x + side * (0.05 + 0.04 * index))
            low = p.y(0.2 + 0.09 * ((index * 2 + (side > 0)) % 3))
            p.part(
                tube([(vx, p.top, 7 * p.k), (vx + side * 14, low * 0.5, 6 * p.k), (vx, low, 4 * p.k)], 4),
                (60, 110, 66),
                role="leaf",
                line=0.8,
            )
            p.part(ellipse(vx, low, 9 * p.k, 15 * p.k), (84, 156, 84), role="leaf", line=0.8)
        for angle in (-60, -90, -120):
            trees.frond(p, p.x(x), p.y(1.1), 190 * max(p.k, 0.7), angle, hue)


def _swamp_far(p: Painter) -> None:
    trunks(p.away(0.8), 0.66, 9, 26 * p.k, (110, 128, 116), "swamp far")
    canopy(p.away(0.7), 0.12, (104, 136, 100), "swamp leaves", 90)
    nature.hill(p.away(0.5), 0.63, 0.012, (112, 136, 92), "swamp bank", 8)
    nature.water(p, sky.whole(p, p.y(0.655)), (84, 118, 92), "swamp water")


def _swamp(p: Painter) -> None:
    mud: RGB = (122, 126, 78)
    for x, y, wide in ((0.34, 0.7, 90), (0.6, 0.72, 130), (0.46, 0.685, 60)):
        p.flat(ellipse(p.x(x), p.y(y), wide * p.k, wide * 0.11 * p.k), (130, 168, 88))
        for index in range(3):
            p.part(
                ellipse(p.x(x) + (index - 1) * wide * 0.5 * p.k, p.y(y) - 3, 18 * p.k, 5 * p.k),
                (108, 164, 84),
                line=0.6,
            )
    nature.ground(p, 0.775, mud, amplitude=0.014)
    trees.tree(p, "bare", p.x(0.1), p.y(0.79), 420 * max(p.k, 0.8))
    trees.tree(p, "bare", p.x(0.9), p.y(0.785), 360 * max(p.k, 0.8))
    for x, y in ((0.1, 0.42), (0.17, 0.5), (0.86, 0.48), (0.94, 0.44)):
        for index in range(4):
            mx = p.x(x) + index * 10 * p.k
            p.stroke(
                blob([(mx, p.y(y)), (mx + 5, p.y(y + 0.06)), (mx - 2, p.y(y + 0.1 + 0.02 * index))], close=False),
                (120, 150, 100),
                4 * p.k,
                200,
            )
    for x in (0.02, 0.24, 0.77, 0.98):
        reeds(p, p.x(x), p.y(0.82), 120 * p.k, f"sw{x}")
    for x, y in ((0.3, 0.86), (0.7, 0.9)):
        p.flat(ellipse(p.x(x), p.y(y), 90 * p.k, 10 * p.k), mix(mud, (84, 118, 92), 0.7))
    nature.blades(p, mud, 0.8, 1.14, 300)


def mist(p: Painter, seconds: float) -> None:
    """Low mist and fireflies over a swamp."""
    for index in range(2):
        x = p.x(0.5) + math.sin(seconds * 0.2 + index * 3) * p.x(0.3)
        y = p.y(0.7 + 0.05 * index)
        p.raw.canvas.save()
        p.raw.canvas.translate(x, y)
        p.raw.canvas.scale(1, 0.1)
        p.raw.glow(0, 0, 420 * p.k, p.view.light.haze, 70)
        p.raw.canvas.restore()
    fireflies(p, seconds, 6)


SPECS = (
    Spec(
        "cave",
        (Plane(0.5, _cave), Plane(1.0, _cave_floor), Plane(1.25, _cave_front)),
        also=("cavern", "grotto", "mine", "lair", "burrow"),
        indoor=True,
        live=(bats,),
        spots={"door": (0.5, 0.7), "water": (0.68, 0.755), "light": (0.5, 0.55)},
        sunlit=False,
    ),
    Spec(
        "jungle",
        (Plane(0.05, glade), Plane(0.35, _jungle_far), Plane(1.0, _jungle), Plane(1.3, _jungle_front)),
        also=("rainforest", "tropical forest", "rain forest"),
        live=(butterflies,),
        spots={"tree": (0.9, 0.76), "path": (0.47, 0.7)},
    ),
    Spec(
        "swamp",
        (Plane(0.05, glade), Plane(0.35, _swamp_far), Plane(1.0, _swamp), framing("reeds")),
        also=("marsh", "bog", "wetland", "bayou", "moor"),
        live=(mist,),
        spots={"water": (0.5, 0.71), "tree": (0.1, 0.79)},
    ),
)
