"""Owns built things out of doors: houses, fronts, windows, towers, lamps, benches, stalls.

Does not know: where they stand.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places.painter import Painter

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
        p.spill(x + wide * 0.33, y + tall * 0.12, wide * 0.6, alpha=130)
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
            p.spill(a, y + h * 0.12, w * 0.7, alpha=120 * (1 - p.haze))
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


def house_front(p: Painter, x: float, y: float, wide: float, tall: float, hue: RGB, name: str) -> None:
    """A narrow house with a gable, its left foot at (x, y); pixels. Windows glow in the dark."""
    p.box(x, y - tall, x + wide, y, hue, 1, 0.7)
    roof = poly([(x - 5, y - tall), (x + wide / 2, y - tall - wide * 0.5), (x + wide + 5, y - tall)])
    p.part(roof, mix((150, 84, 74), shade(hue, 0.3), 0.4), line=0.7)
    p.cap(roof, wide * 0.16)
    windows(
        p, x + wide * 0.14, y - tall * 0.92, x + wide * 0.86, y - tall * 0.08, 2, max(1, round(tall / wide * 1.6)), name
    )


def windows(p: Painter, x0: float, y0: float, x1: float, y1: float, columns: int, rows: int, name: str) -> None:
    """A grid of small windows; some of them glow in the dark."""
    chance = p.rng(name)
    for row in range(rows):
        for column in range(columns):
            wide, tall = (x1 - x0) / columns, (y1 - y0) / rows
            pane = rounded(
                x0 + (column + 0.2) * wide,
                y0 + (row + 0.16) * tall,
                x0 + (column + 0.8) * wide,
                y0 + (row + 0.8) * tall,
                2,
            )
            p.flat(pane, mix((108, 138, 166), (190, 214, 226), chance.random() * 0.6))
            if p.dark > 0.3 and chance.random() < 0.66:
                p.raw.flat(pane, mix((255, 212, 122), p.view.light.haze, p.haze * 0.4), 245)


def street_lamp(p: Painter, x: float, y: float, tall: float) -> None:
    """A lantern on a post; pixels."""
    p.shadow(x, y, tall * 0.08)
    p.part(
        tube([(x, y, tall * 0.05), (x, y - tall * 0.1, tall * 0.03), (x, y - tall * 0.84, tall * 0.024)], 2),
        (66, 68, 92),
        role="metal",
    )
    glass = poly(
        [
            (x - tall * 0.05, y - tall * 0.96),
            (x + tall * 0.05, y - tall * 0.96),
            (x + tall * 0.034, y - tall * 0.84),
            (x - tall * 0.034, y - tall * 0.84),
        ]
    )
    p.part(glass, (250, 232, 180))
    if p.dark > 0.2:
        p.raw.flat(glass, (255, 236, 170), 255 * min(1.0, p.dark * 1.5))
    p.lamp(x, y - tall * 0.9, tall * 0.55, alpha=200)
    p.lamp(x, y - tall * 0.6, tall * 0.9, alpha=70)
    p.spill(x, y + tall * 0.03, tall * 0.62, alpha=150)
    hat = poly([(x - tall * 0.07, y - tall * 0.96), (x, y - tall * 1.03), (x + tall * 0.07, y - tall * 0.96)])
    p.part(hat, (66, 68, 92))
    p.cap(hat, tall * 0.02)
