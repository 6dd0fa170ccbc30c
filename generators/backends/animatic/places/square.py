"""Owns market, playground, rooftop and train station.

Does not know: figures.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.buildings import HOUSES, bench, house_front, pavement, skyline, stall
from generators.backends.animatic.places.country import far_hills, open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def _market_far(p: Painter) -> None:
    chance, x = p.rng("market"), p.left
    while x < p.right:
        wide = chance.uniform(100, 140) * p.k
        house_front(
            p.away(0.25), x, p.y(0.665), wide, chance.uniform(190, 280) * p.k, chance.choice(HOUSES), f"mk{round(x)}"
        )
        x += wide + 3


def _market(p: Painter) -> None:
    pavement(p, 0.66, (206, 186, 162))
    _fountain(p, p.x(0.53), p.y(0.735), 150 * p.k)
    stall(p, p.x(0.13), p.y(0.765), 250 * p.k, (200, 72, 66), ((226, 84, 66), (240, 180, 70), (120, 172, 80)))
    stall(p, p.x(0.9), p.y(0.77), 270 * p.k, (66, 126, 160), ((236, 140, 60), (226, 196, 120), (180, 90, 150)))
    stall(p, p.x(0.31), p.y(0.715), 160 * p.k, (88, 150, 92), ((236, 150, 170), (250, 216, 110), (240, 240, 232)))
    stall(p, p.x(0.73), p.y(0.715), 160 * p.k, (226, 160, 66), ((180, 110, 66), (226, 176, 106)))
    f.crate(p, 0.245, 0.79, 60)
    f.barrel(p, 1.03, 0.82, 90)
    sky.bunting(
        p,
        [(p.x(-0.1 + 0.1 * i), p.y(0.2 + 0.02 * (i % 4))) for i in range(13)],
        ((206, 70, 64), (240, 190, 76), (76, 132, 170)),
        22 * p.k,
    )
    nature.puddles(p)


def _fountain(p: Painter, x: float, y: float, tall: float) -> None:
    stone: RGB = (198, 192, 188)
    p.shadow(x, y, tall * 0.8)
    p.part(rounded(x - tall * 0.7, y - tall * 0.24, x + tall * 0.7, y, 10), stone, role="stone")
    p.part(ellipse(x, y - tall * 0.24, tall * 0.7, tall * 0.1), (120, 178, 206), role="glass")
    p.part(tube([(x, y - tall * 0.2, tall * 0.16), (x, y - tall * 0.66, tall * 0.1)], 1), stone, role="stone")
    p.part(
        blob(
            [
                (x - tall * 0.34, y - tall * 0.72),
                (x + tall * 0.34, y - tall * 0.72),
                (x + tall * 0.12, y - tall * 0.56),
                (x - tall * 0.12, y - tall * 0.56),
            ],
            0.3,
        ),
        stone,
    )
    for side in (-1, 1):
        p.stroke(
            blob(
                [
                    (x, y - tall * 0.96),
                    (x + side * tall * 0.3, y - tall * 0.8),
                    (x + side * tall * 0.46, y - tall * 0.28),
                ],
                close=False,
            ),
            (226, 242, 250),
            4,
            200,
        )


def _playground(p: Painter) -> None:
    nature.ground(p, 0.66, nature.GRASS)
    trees.tree(p, "round", p.x(0.02), p.y(0.71), 300 * p.k)
    trees.tree(p, "round", p.x(0.97), p.y(0.7), 280 * p.k)
    p.flat(ellipse(p.x(0.5), p.y(0.83), p.x(0.62), p.y(0.085)), p.white((232, 204, 150)))
    _slide(p, p.x(0.82), p.y(0.79), 290 * p.k)
    _swing(p, p.x(0.2), p.y(0.775), 270 * p.k)
    _seesaw(p, p.x(0.53), p.y(0.735), 200 * p.k)
    nature.blades(p, nature.GRASS, 0.7, 0.78, 160)
    nature.blades(p, nature.GRASS, 0.93, 1.14, 140)
    nature.puddles(p)


def _slide(p: Painter, x: float, y: float, tall: float) -> None:
    red: RGB = (206, 72, 64)
    for dx in (0.24, 0.42):
        p.part(tube([(x + tall * dx, y - tall * 0.92, 9), (x + tall * dx, y, 9)], 1), (84, 124, 176), role="metal")
    for index in range(6):
        p.box(
            x + tall * 0.24,
            y - tall * (0.12 + index * 0.12),
            x + tall * 0.42,
            y - tall * (0.1 + index * 0.12),
            (240, 190, 80),
            2,
            0.7,
        )
    p.part(
        tube(
            [
                (x + tall * 0.26, y - tall * 0.72, tall * 0.08),
                (x - tall * 0.2, y - tall * 0.32, tall * 0.08),
                (x - tall * 0.52, y - tall * 0.1, tall * 0.08),
                (x - tall * 0.7, y - tall * 0.09, tall * 0.07),
            ],
            6,
        ),
        red,
    )
    p.part(
        poly(
            [(x + tall * 0.18, y - tall * 0.92), (x + tall * 0.33, y - tall * 1.1), (x + tall * 0.48, y - tall * 0.92)]
        ),
        (240, 190, 80),
    )


def _swing(p: Painter, x: float, y: float, tall: float) -> None:
    p.shadow(x, y, tall * 0.5, 60)
    for side in (-1, 1):
        for lean in (-0.12, 0.12):
            p.part(
                tube([(x + side * tall * 0.46, y - tall, 9), (x + side * tall * 0.46 + lean * tall, y, 9)], 1),
                (88, 152, 102),
                role="metal",
            )
    p.part(tube([(x - tall * 0.48, y - tall, 11), (x + tall * 0.48, y - tall, 11)], 1), (88, 152, 102), role="metal")
    for dx, low in ((-0.2, 0.24), (0.2, 0.26)):
        for side in (-1, 1):
            a = x + dx * tall + side * tall * 0.09
            p.stroke(poly([(a, y - tall), (a, y - tall * low)], close=False), (110, 104, 120), 2.6)
        p.box(
            x + dx * tall - tall * 0.11,
            y - tall * low - 4,
            x + dx * tall + tall * 0.11,
            y - tall * low + 7,
            (206, 72, 64),
            3,
        )


def _seesaw(p: Painter, x: float, y: float, wide: float) -> None:
    p.part(poly([(x - wide * 0.1, y), (x, y - wide * 0.2), (x + wide * 0.1, y)]), (84, 124, 176))
    p.part(tube([(x - wide * 0.5, y - wide * 0.06, 12), (x + wide * 0.5, y - wide * 0.32, 12)], 1), (240, 190, 80))


def _rooftop_far(p: Painter) -> None:
    skyline(p.away(0.9), 0.75, p.y(0.46), "roof far")
    skyline(p.away(0.4), 0.78, p.y(0.26), "roof near", (150, 124, 140))


def _rooftop(p: Painter) -> None:
    tile: RGB = (172, 144, 138)
    p.box(p.left - 9, p.y(0.665), p.right + 9, p.y(0.74), shade(tile, 0.12), 2)
    p.box(p.left - 9, p.y(0.65), p.right + 9, p.y(0.675), light(tile, 0.2), 3)
    p.cap(rounded(p.left - 9, p.y(0.65), p.right + 9, p.y(0.675), 3), 9)
    pavement(p, 0.735, (176, 162, 162))
    _tank(p, p.x(0.11), p.y(0.76), 330 * p.k)
    p.box(p.x(0.84), p.y(0.38), p.x(1.08), p.y(0.765), (196, 122, 100), 3)
    p.box(p.x(0.835), p.y(0.365), p.x(1.085), p.y(0.395), (160, 96, 84), 3)
    p.box(p.x(0.9), p.y(0.48), p.x(0.97), p.y(0.765), (90, 110, 130), 4)
    p.lamp(p.x(0.935), p.y(0.45), 150 * p.k)
    f.crate(p, 0.78, 0.78, 74)
    f.plant(p, 0.74, 0.775, 100)
    sky.bunting(
        p,
        [(p.x(0.14 + 0.1 * i), p.y(0.36 + 0.05 * math.sin(i * 0.45))) for i in range(8)],
        ((250, 222, 140), (244, 190, 110)),
        13 * p.k,
    )
    nature.puddles(p)


def _tank(p: Painter, x: float, y: float, tall: float) -> None:
    for dx in (-0.22, 0.22):
        p.part(
            tube([(x + dx * tall * 0.8, y - tall * 0.44, 10), (x + dx * tall, y, 10)], 1), (96, 88, 100), role="metal"
        )
    p.part(rounded(x - tall * 0.27, y - tall * 0.86, x + tall * 0.27, y - tall * 0.4, 8), (166, 112, 80), role="wood")
    for up in (0.5, 0.66, 0.8):
        p.stroke(
            poly([(x - tall * 0.27, y - tall * up), (x + tall * 0.27, y - tall * up)], close=False), (96, 70, 64), 3
        )
    roof = poly([(x - tall * 0.31, y - tall * 0.85), (x, y - tall * 1.06), (x + tall * 0.31, y - tall * 0.85)])
    p.part(roof, (120, 104, 118))
    p.cap(roof, 12)


def _station(p: Painter) -> None:
    skyline(p.away(0.8), 0.62, p.y(0.24), "station town")
    nature.ground(p.away(0.3), 0.61, (140, 158, 112))
    p.flat(skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.655), p.right, p.y(0.74))), p.white((140, 128, 124), 0.6))
    for index in range(60):
        x = p.left + index * 46 * p.k
        p.flat(poly([(x, p.y(0.67)), (x + 12, p.y(0.67)), (x + 8, p.y(0.725)), (x - 8, p.y(0.725))]), (104, 80, 70))
    for y in (0.678, 0.712):
        p.box(p.left - 9, p.y(y), p.right + 9, p.y(y) + 6, (170, 174, 188), 1, 0.6)
    _train(p, p.x(0.66), p.y(0.715), 190 * p.k)
    pavement(p, 0.765, (196, 178, 164))
    p.box(p.left - 9, p.y(0.738), p.right + 9, p.y(0.768), (226, 206, 186), 2)
    p.flat(rounded(p.left, p.y(0.785), p.right, p.y(0.797), 0), (244, 204, 90))
    for x in (0.03, 0.97):
        p.part(tube([(p.x(x), p.y(0.12), 18 * p.k), (p.x(x), p.y(0.8), 22 * p.k)], 1), (70, 104, 100), role="metal")
    roof = poly(
        [(p.left - 9, p.y(0.1)), (p.right + 9, p.y(0.1)), (p.right + 9, p.y(0.15))]
        + [(p.right - i * 40, p.y(0.15 + 0.022 * (i % 2))) for i in range(int((p.right - p.left) / 40) + 1)]
        + [(p.left - 9, p.y(0.15))]
    )
    p.part(roof, (76, 116, 110))
    p.box(p.left - 9, p.top, p.right + 9, p.y(0.102), (92, 134, 124), 0)
    f.clock(p, 0.17, 0.26, 44)
    p.stroke(poly([(p.x(0.17), p.y(0.16)), (p.x(0.17), p.y(0.2))], close=False), (70, 80, 90), 5)
    for x in (0.36, 0.84):
        p.lamp(p.x(x), p.y(0.22), 200 * p.k)
        p.part(ellipse(p.x(x), p.y(0.215), 17 * p.k, 21 * p.k), (252, 240, 200))
    bench(p, p.x(0.15), p.y(0.835), 210 * p.k)
    f.crate(p, 0.9, 0.83, 64, (166, 96, 70))
    f.crate(p, 0.945, 0.84, 50, (90, 120, 150))


def _train(p: Painter, x: float, y: float, tall: float) -> None:
    hue = p.main((186, 66, 62))
    for index in range(3):
        a = x + index * tall * 2.05
        p.box(a, y - tall, a + tall * 2, y - tall * 0.12, hue, 16)
        p.box(a + 5, y - tall * 0.46, a + tall * 2 - 5, y - tall * 0.36, (248, 236, 210), 0, 0.5)
        for column in range(4):
            pane = rounded(
                a + tall * (0.16 + column * 0.46),
                y - tall * 0.86,
                a + tall * (0.46 + column * 0.46),
                y - tall * 0.54,
                6,
            )
            p.part(pane, (156, 196, 214), role="glass", line=0.8)
            if p.dark > 0.25:
                p.raw.flat(pane, (255, 220, 140), 245)
        for dx in (0.34, 0.66, 1.34, 1.66):
            p.part(
                ellipse(a + tall * dx, y - tall * 0.07, tall * 0.1, tall * 0.1), (76, 72, 88), role="metal", line=0.8
            )
    p.raw.glow(x + 6, y - tall * 0.28, 90 * p.k, (255, 240, 190), 120)
    p.part(ellipse(x + 9, y - tall * 0.28, 9 * p.k, 9 * p.k), (255, 244, 206))


def puffs(p: Painter, seconds: float) -> None:
    """Steam over the engine."""
    sky.steam(p, p.x(0.66) + 40 * p.k, p.y(0.715) - 190 * p.k, seconds, 70, (240, 240, 244))


SPECS = (
    Spec(
        "market",
        (Plane(0.05, open_sky), Plane(0.5, _market_far), Plane(1.0, _market)),
        also=("market square", "marketplace", "bazaar", "plaza", "fountain"),
        live=(sky.birds,),
        spots={"stall": (0.13, 0.77), "stall2": (0.9, 0.77), "water": (0.53, 0.72)},
        mirror=0.755,
    ),
    Spec(
        "playground",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _playground), framing("leaves")),
        also=("schoolyard", "school yard", "sandbox", "swing", "kindergarten"),
        live=(sky.birds,),
        spots={"swing": (0.2, 0.7), "slide": (0.82, 0.78)},
    ),
    Spec(
        "rooftop",
        (Plane(0.05, open_sky), Plane(0.35, _rooftop_far), Plane(1.0, _rooftop)),
        also=("roof", "terrace", "balcony", "skyscraper", "skyline"),
        live=(sky.birds,),
        spots={"door": (0.935, 0.76), "seat": (0.78, 0.71)},
        mirror=0.7,
    ),
    Spec(
        "train station",
        (Plane(0.05, open_sky), Plane(1.0, _station)),
        also=(
            "station",
            "railway station",
            "platform",
            "railway",
            "bus stop",
            "bus station",
            "subway",
            "train",
            "metro",
        ),
        live=(puffs,),
        spots={"seat": (0.15, 0.79), "door": (0.7, 0.7), "clock": (0.17, 0.26)},
        mirror=0.76,
    ),
)
