"""Owns built places out of doors: street, village, market, playground, rooftop, station, road.

Does not know: figures.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.coast import house_front, street_lamp, windows
from generators.backends.animatic.places.country import far_hills, open_sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

HOUSES: tuple[RGB, ...] = (
    (226, 128, 96),
    (240, 206, 140),
    (120, 164, 176),
    (196, 96, 100),
    (232, 220, 198),
    (150, 176, 132),
)


def skyline(p: Painter, y: float, tall: float, name: str, colour: RGB = (140, 146, 176)) -> None:
    """Far towers, their feet at the share y, lit at night."""
    chance, x = p.rng(name), p.left
    while x < p.right:
        wide, high = chance.uniform(50, 100) * p.k, tall * chance.uniform(0.45, 1.0)
        tower = skia.Path.Rect(skia.Rect.MakeLTRB(x, p.y(y) - high, x + wide, p.y(y) + 30))
        p.wash(tower, (light(colour, 0.1 * chance.random()), light(colour, 0.3)), (0, p.y(y) - high), (0, p.y(y)))
        windows(
            p,
            x + 4,
            p.y(y) - high + 8,
            x + wide - 4,
            p.y(y) - 10,
            max(2, int(wide / 20)),
            max(2, int(high / 24)),
            f"{name}{round(x)}",
        )
        x += wide + chance.uniform(-4, 14)


def facades(p: Painter, y: float, tall: float, name: str, gap: tuple[float, float] | None = None) -> None:
    """A row of town houses with shops in the ground floor; `gap` (shares) stays free."""
    chance, x, index = p.rng(name), p.left, 0
    while x < p.right:
        wide, high = chance.uniform(150, 210) * p.k, tall * chance.uniform(0.82, 1.1)
        if gap is None or not gap[0] * p.w - wide < x < gap[1] * p.w:
            hue = HOUSES[(index + chance.randrange(2)) % len(HOUSES)]
            _facade(p, x, p.y(y), wide, high, hue, f"{name}{index}")
        index += 1
        x += wide + 2


def _facade(p: Painter, x: float, y: float, wide: float, tall: float, hue: RGB, name: str) -> None:
    shop = min(126 * p.k, tall * 0.34)
    wall = skia.Path.Rect(skia.Rect.MakeLTRB(x, y - tall, x + wide, y))
    p.part(wall, hue, line=0.8, depth=0.5)
    p.box(x - 4, y - tall - 12, x + wide + 4, y - tall + 8, light(hue, 0.25), 2, 0.8)
    p.cap(rounded(x - 4, y - tall - 12, x + wide + 4, y - tall + 8, 2), 8)
    rows = max(1, round((tall - shop) / (100 * p.k)))
    for row in range(rows):
        for column in range(3):
            a, b = x + wide * (0.1 + column * 0.29), y - tall + 22 * p.k + row * (tall - shop - 24 * p.k) / rows
            pane = rounded(a, b, a + wide * 0.2, b + 62 * p.k, 3)
            p.part(pane, (132, 168, 194), role="glass", line=0.8, depth=0.6)
            if p.dark > 0.3 and p.rng(f"{name}{row}{column}").random() < 0.55:
                p.raw.flat(pane, (255, 212, 124), 245)
            p.stroke(poly([(a + wide * 0.1, b), (a + wide * 0.1, b + 62 * p.k)], close=False), light(hue, 0.4), 2)
            p.box(a - 4, b + 60 * p.k, a + wide * 0.2 + 4, b + 68 * p.k, light(hue, 0.3), 2, 0.6)
    _shop_front(
        p,
        x,
        y,
        wide,
        shop,
        p.rng(f"{name}shop").choice(((66, 134, 122), (196, 72, 68), (80, 100, 160), (214, 150, 70))),
    )


def _shop_front(p: Painter, x: float, y: float, wide: float, tall: float, hue: RGB) -> None:
    glass = rounded(x + wide * 0.06, y - tall * 0.72, x + wide * 0.6, y - tall * 0.14, 3)
    p.part(glass, (150, 186, 204), role="glass", line=0.8)
    door = rounded(x + wide * 0.68, y - tall * 0.74, x + wide * 0.92, y, 3)
    p.part(door, shade(hue, 0.2), role="wood", line=0.8)
    if p.dark > 0.3:
        p.raw.flat(glass, (255, 216, 134), 240)
        p.lamp(x + wide * 0.33, y - tall * 0.3, tall * 1.1, alpha=110)
    count = 7
    for index in range(count):
        a = x + wide * index / count
        stripe = blob(
            [
                (a, y - tall),
                (a + wide / count, y - tall),
                (a + wide / count, y - tall * 0.76),
                (a + wide / count / 2, y - tall * 0.7),
                (a, y - tall * 0.76),
            ],
            0.15,
        )
        p.part(stripe, hue if index % 2 == 0 else (246, 240, 228), role="cloth", line=0.5, depth=0.4)


def pavement(p: Painter, y: float, colour: RGB = (190, 180, 176)) -> None:
    """Flagstones in perspective from the share y down."""
    area = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(y), p.right, p.bottom))
    hue = p.white(colour, 0.75)
    p.wash(area, (light(hue, 0.1), hue, shade(hue, 0.2)), (0, p.y(y)), (0, p.bottom))
    lines = skia.Path()
    for index in range(-14, 15):
        lines.moveTo(p.x(0.5) + index * 80, p.y(y))
        lines.lineTo(p.x(0.5) + index * 170, p.bottom)
    for index in range(1, 8):
        v = p.y(y) + (p.bottom - p.y(y)) * (index / 8) ** 1.5
        lines.moveTo(p.left, v)
        lines.lineTo(p.right, v)
    p.stroke(lines, shade(colour, 0.35), 1.6, 90)


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


def bench(p: Painter, x: float, y: float, wide: float, colour: RGB = (170, 112, 72)) -> None:
    """A park bench; pixels."""
    p.shadow(x, y, wide * 0.55, 80)
    for side in (-1, 1):
        p.part(
            tube([(x + side * wide * 0.4, y - wide * 0.52, wide * 0.05), (x + side * wide * 0.4, y, wide * 0.05)], 1),
            (70, 70, 90),
            role="metal",
            line=0.8,
        )
    for up in (0.5, 0.4):
        p.box(x - wide / 2, y - wide * (up + 0.07), x + wide / 2, y - wide * up, colour, 3, 0.8)
    p.box(x - wide * 0.52, y - wide * 0.27, x + wide * 0.52, y - wide * 0.19, light(colour, 0.1), 3)
    p.cap(rounded(x - wide * 0.52, y - wide * 0.27, x + wide * 0.52, y - wide * 0.19, 3), 6)


def _hydrant(p: Painter, x: float, y: float, tall: float) -> None:
    p.part(rounded(x - tall * 0.2, y - tall * 0.8, x + tall * 0.2, y, 5), (206, 66, 58))
    p.part(ellipse(x, y - tall * 0.82, tall * 0.24, tall * 0.16), (206, 66, 58))
    p.part(ellipse(x, y - tall * 0.48, tall * 0.32, tall * 0.11), (186, 54, 54))


def cottage(p: Painter, x: float, y: float, wide: float, hue: RGB, name: str, roof: RGB = (176, 96, 72)) -> None:
    """A cottage with a gable roof, its middle at (x, y); pixels."""
    w, h = wide / 2, wide * 0.46
    p.shadow(x, y, w * 1.1, 80)
    p.box(x + w * 0.34, y - h - wide * 0.5, x + w * 0.58, y - h - wide * 0.16, (158, 108, 94), 2, 0.8)
    p.box(x - w, y - h, x + w, y, hue, 2)
    top = poly(
        [
            (x - w * 1.18, y - h + 5),
            (x - w * 0.74, y - h - wide * 0.36),
            (x + w * 0.74, y - h - wide * 0.36),
            (x + w * 1.18, y - h + 5),
        ]
    )
    p.part(top, roof)
    for index in range(3):
        up = h + wide * (0.07 + 0.1 * index)
        p.ink.inside(top, rounded(x - w * 1.3, y - up, x + w * 1.3, y - up + 2.4, 1), shade(roof, 0.35), 130)
    p.cap(top, wide * 0.12)
    p.part(rounded(x - w * 0.17, y - h * 0.74, x + w * 0.17, y, w * 0.15), (120, 78, 56), role="wood")
    for side in (-1, 1):
        a = x + side * w * 0.6
        pane = rounded(a - w * 0.2, y - h * 0.72, a + w * 0.2, y - h * 0.3, 3)
        p.part(pane, (150, 190, 210), role="glass")
        if p.dark > 0.2:
            p.raw.flat(pane, mix((255, 214, 120), p.view.light.haze, p.haze * 0.4), 250)
            p.lamp(a, y - h * 0.5, w * 0.8, alpha=120)
        p.stroke(poly([(a, y - h * 0.72), (a, y - h * 0.3)], close=False), (248, 240, 224), 2.4)
        p.stroke(poly([(a - w * 0.2, y - h * 0.51), (a + w * 0.2, y - h * 0.51)], close=False), (248, 240, 224), 2.4)


def church(p: Painter, x: float, y: float, tall: float) -> None:
    """A village church with a spire; pixels."""
    w = tall * 0.1
    p.box(x, y - tall * 0.34, x + tall * 0.4, y, (234, 222, 204), 2, 0.8)
    roof = poly(
        [
            (x - 4, y - tall * 0.33),
            (x + tall * 0.04, y - tall * 0.5),
            (x + tall * 0.38, y - tall * 0.5),
            (x + tall * 0.44, y - tall * 0.33),
        ]
    )
    p.part(roof, (150, 92, 84))
    p.cap(roof, tall * 0.05)
    p.box(x - w, y - tall * 0.62, x + w, y, (240, 230, 212), 2, 0.8)
    spire = poly([(x - w * 1.2, y - tall * 0.61), (x, y - tall), (x + w * 1.2, y - tall * 0.61)])
    p.part(spire, (110, 100, 132))
    p.cap(spire, tall * 0.04)
    windows(p, x + w * 1.4, y - tall * 0.26, x + tall * 0.38, y - tall * 0.06, 3, 1, "church")
    f_clock = ellipse(x, y - tall * 0.5, w * 0.5, w * 0.5)
    p.part(f_clock, (252, 244, 224), line=0.8)


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


def stall(p: Painter, x: float, y: float, wide: float, hue: RGB, goods: tuple[RGB, ...]) -> None:
    """A market stall with a striped awning; pixels."""
    h = wide * 0.92
    p.shadow(x, y, wide * 0.55)
    for side in (-1, 1):
        p.box(x + side * wide * 0.46 - 4, y - h, x + side * wide * 0.46 + 4, y, (150, 104, 70), 2, 0.8)
    p.box(x - wide * 0.5, y - h * 0.38, x + wide * 0.5, y, (186, 138, 92), 3)
    chance = p.rng(f"goods{x}")
    for index in range(12):
        gx = x - wide * 0.42 + index * wide * 0.077
        for row in range(2):
            p.part(
                ellipse(gx + row * 6, y - h * (0.4 + 0.05 * row), wide * 0.05, wide * 0.046),
                chance.choice(goods),
                line=0.6,
            )
    for index in range(8):
        a, s = x - wide * 0.58 + index * wide * 0.145, wide * 0.145
        top = x + (a - x) * 0.82
        stripe = blob(
            [
                (top, y - h * 1.2),
                (top + s * 0.82, y - h * 1.2),
                (a + s, y - h * 0.92),
                (a + s / 2, y - h * 0.85),
                (a, y - h * 0.92),
            ],
            0.12,
        )
        p.part(stripe, hue if index % 2 == 0 else (248, 240, 226), role="cloth", line=0.6, depth=0.4)
    p.lamp(x, y - h * 0.74, wide * 0.7)


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


def puffs(p: Painter, seconds: float) -> None:
    """Steam over the engine."""
    sky.steam(p, p.x(0.66) + 40 * p.k, p.y(0.715) - 190 * p.k, seconds, 70, (240, 240, 244))


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
    ),
    Spec(
        "village",
        (Plane(0.05, open_sky), Plane(0.3, _village_far), Plane(1.0, _village)),
        also=("hamlet", "cottage", "house", "hut", "cabin", "church", "yard", "farmhouse", "backyard"),
        live=(sky.birds, chimneys),
        spots={"door": (0.12, 0.745), "door2": (0.88, 0.75), "well": (0.7, 0.77), "path": (0.53, 0.7)},
    ),
    Spec(
        "market",
        (Plane(0.05, open_sky), Plane(0.5, _market_far), Plane(1.0, _market)),
        also=("market square", "marketplace", "bazaar", "fair", "plaza", "fountain", "festival", "carnival", "circus"),
        live=(sky.birds,),
        spots={"stall": (0.13, 0.77), "stall2": (0.9, 0.77), "water": (0.53, 0.72)},
    ),
    Spec(
        "playground",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _playground)),
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
            "airport",
            "train",
            "metro",
        ),
        live=(puffs,),
        spots={"seat": (0.15, 0.79), "door": (0.7, 0.7), "clock": (0.17, 0.26)},
    ),
    Spec(
        "road",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _road)),
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
    ),
)
