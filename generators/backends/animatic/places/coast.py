"""Owns places by and in the water: beach, cliff, harbour, island, open sea, lake, river, bridge, under water.

Does not know: figures.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube, union
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.country import BLOOMS, butterflies, far_hills, open_sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Animate, Plane, Spec

SEA: RGB = (44, 138, 192)


def sea(p: Painter, y: float, colour: RGB = SEA) -> None:
    """Water from the horizon at the share y downward."""
    nature.water(p, sky.whole(p, p.y(y)), colour, "sea")
    p.raw.stroke(
        poly([(p.left, p.y(y)), (p.right, p.y(y))], close=False),
        mix(p.view.light.sky[2], (255, 255, 255), 0.3),
        1.5,
        120,
    )


def shore(p: Painter, y: float, colour: RGB = nature.SAND) -> None:
    """Sand with a rim of foam on the water, from about the share y down."""
    line = nature.ridge(p, y, 0.014, "shore", 6)
    wet = [(x, v - 13) for x, v in line]
    p.flat(nature.below(p, [(x, v - 25) for x, v in line]), (255, 255, 255), 150)
    p.flat(nature.below(p, wet), shade(colour, 0.24), 255)
    near = p.white(colour, 0.8)
    p.wash(nature.below(p, line), (light(near, 0.16), near, shade(near, 0.2)), (0, p.y(y)), (0, p.bottom))


def surf(y: float) -> Animate:
    """Foam that runs up a shore at the share y and back."""

    def animate(p: Painter, seconds: float) -> None:
        line = nature.ridge(p, y, 0.014, "shore", 6)
        reach = 9 + 9 * math.sin(seconds * 1.1)
        for lift, alpha, width in ((16 - reach, 170, 5.0), (24 - reach * 0.6, 90, 3.0)):
            p.stroke(blob([(x, v - lift) for x, v in line], close=False), (255, 255, 255), width, alpha)
        nature.waves(p, seconds, y - 0.13, y - 0.04, 10)

    return animate


def sea_waves(y0: float, y1: float, count: int = 14) -> Animate:
    """Wandering light on water between two shares of the height."""

    def animate(p: Painter, seconds: float) -> None:
        nature.waves(p, seconds, y0, y1, count)

    return animate


def boat(p: Painter, x: float, y: float, size: float, hull: RGB = (186, 84, 62)) -> None:
    """A small sailing boat; pixels."""
    p.part(
        poly(
            [(x + size * 0.05, y - size * 0.2), (x + size * 0.05, y - size * 1.2), (x + size * 0.62, y - size * 0.26)]
        ),
        (250, 244, 230),
        role="cloth",
        line=0.8,
    )
    p.part(
        poly(
            [(x - size * 0.03, y - size * 0.24), (x - size * 0.03, y - size * 1.0), (x - size * 0.44, y - size * 0.28)]
        ),
        (226, 128, 84),
        role="cloth",
        line=0.8,
    )
    p.part(
        blob(
            [
                (x - size * 0.6, y - size * 0.2),
                (x + size * 0.66, y - size * 0.2),
                (x + size * 0.42, y + size * 0.06),
                (x - size * 0.4, y + size * 0.06),
            ],
            0.3,
        ),
        hull,
        role="wood",
    )


def _headland(p: Painter) -> None:
    shape = blob(
        [
            (p.x(0.66), p.y(0.56)),
            (p.x(0.78), p.y(0.5)),
            (p.x(0.9), p.y(0.515)),
            (p.right + 40, p.y(0.47)),
            (p.right + 40, p.y(0.56)),
        ],
        0.5,
    )
    p.wash(shape, ((118, 158, 152), (150, 178, 166)), (0, p.y(0.47)), (0, p.y(0.56)))


def _beach_far(p: Painter) -> None:
    _headland(p.away(0.9))
    sea(p, 0.555)
    boat(p.away(0.25), p.x(0.68), p.y(0.6), 54 * p.k)


def _beach(p: Painter) -> None:
    shore(p, 0.71)
    trees.tree(p, "palm", p.x(0.07), p.y(0.8), 520 * max(p.k, 0.8))
    nature.rock(p, p.x(0.93), p.y(0.77), 120 * p.k, "a")
    nature.rock(p, p.x(1.0), p.y(0.79), 150 * p.k, "b")
    starfish(p, p.x(0.8), p.y(0.93), 17)
    shell(p, p.x(0.24), p.y(0.94), 15)
    bucket(p, p.x(0.87), p.y(0.86), 58 * p.k)
    ripples(p, nature.SAND, 0.76, 1.1, 26)
    nature.puddles(p)


def ripples(p: Painter, colour: RGB, y0: float, y1: float, count: int) -> None:
    """Wind lines in sand or snow."""
    chance = p.rng("ripples")
    for _ in range(count):
        t = chance.random()
        x, y, half = chance.uniform(p.left, p.right), p.y(y0 + (y1 - y0) * t), chance.uniform(30, 90) * (0.5 + t)
        p.stroke(
            blob([(x - half, y), (x - half * 0.3, y - 3), (x + half * 0.4, y + 2), (x + half, y - 1)], close=False),
            shade(p.white(colour), 0.2),
            2,
            80,
        )


def starfish(p: Painter, x: float, y: float, r: float) -> None:
    """A starfish on the sand."""
    points = [
        (x + math.cos(a) * s * r, y + math.sin(a) * s * r * 0.62)
        for i in range(10)
        for a, s in [(i * math.pi / 5 - 1.5, 1.0 if i % 2 == 0 else 0.42)]
    ]
    p.part(blob(points, 0.3), (236, 128, 84))


def shell(p: Painter, x: float, y: float, r: float) -> None:
    """A scallop shell."""
    fan = blob(
        [
            (x - r, y - r * 0.3),
            (x - r * 0.5, y - r * 0.9),
            (x, y - r * 1.05),
            (x + r * 0.5, y - r * 0.9),
            (x + r, y - r * 0.3),
            (x, y + r * 0.3),
        ],
        0.5,
    )
    p.part(fan, (246, 204, 196))
    for dx in (-0.5, 0.0, 0.5):
        p.stroke(poly([(x, y + r * 0.2), (x + dx * r, y - r * 0.8)], close=False), (214, 150, 150), 1.2, 150)


def bucket(p: Painter, x: float, y: float, size: float) -> None:
    """A toy pail."""
    p.shadow(x, y, size * 0.6)
    p.stroke(
        blob([(x - size * 0.44, y - size * 0.8), (x, y - size * 1.4), (x + size * 0.44, y - size * 0.8)], close=False),
        (236, 196, 90),
        size * 0.08,
    )
    p.part(
        poly(
            [
                (x - size * 0.5, y - size * 0.84),
                (x + size * 0.5, y - size * 0.84),
                (x + size * 0.36, y),
                (x - size * 0.36, y),
            ]
        ),
        (206, 74, 66),
    )
    p.box(x - size * 0.54, y - size * 0.92, x + size * 0.54, y - size * 0.76, (236, 196, 90), 4)


def lighthouse(p: Painter, x: float, y: float, tall: float) -> None:
    """A striped lighthouse that stands at (x, y), pixels."""
    w = tall * 0.12

    def half(t: float) -> float:
        return w * (1 - 0.38 * t)

    top = y - tall * 0.78
    body = poly([(x - half(0), y), (x - half(1), top), (x + half(1), top), (x + half(0), y)])
    p.part(body, (248, 242, 232))
    for a in (0.16, 0.48, 0.8):
        y0, y1 = y - tall * 0.78 * a, y - tall * 0.78 * (a + 0.16)
        p.ink.inside(body, rounded(x - w * 1.2, y1, x + w * 1.2, y0, 0), (206, 66, 58), 225)
    for a in (0.36, 0.68):
        pane = rounded(x - w * 0.16, y - tall * 0.78 * a - w * 0.26, x + w * 0.16, y - tall * 0.78 * a + w * 0.2, 5)
        p.part(pane, (90, 96, 130), line=0.7)
        if p.dark > 0.3:
            p.raw.flat(pane, (255, 220, 130), 230)
    p.part(rounded(x - w * 0.3, y - tall * 0.11, x + w * 0.3, y, w * 0.2), (96, 64, 60), role="wood")
    p.box(x - w * 0.86, top - tall * 0.02, x + w * 0.86, top + tall * 0.015, (74, 66, 84), 3)
    p.box(x - w * 0.44, top - tall * 0.12, x + w * 0.44, top - tall * 0.02, (255, 236, 170), 2)
    p.raw.flat(
        rounded(x - w * 0.36, top - tall * 0.11, x + w * 0.36, top - tall * 0.03, 2), (255, 242, 190), 80 + 170 * p.dark
    )
    p.lamp(x, top - tall * 0.07, tall * 0.5)
    p.part(
        blob([(x - w * 0.62, top - tall * 0.12), (x, top - tall * 0.22), (x + w * 0.62, top - tall * 0.12)], 0.3),
        (196, 58, 54),
    )
    for dx in (-0.75, -0.38, 0.38, 0.75):
        p.stroke(poly([(x + dx * w, top - tall * 0.02), (x + dx * w, top - tall * 0.06)], close=False), (74, 66, 84), 2)
    p.stroke(poly([(x - w * 0.82, top - tall * 0.06), (x + w * 0.82, top - tall * 0.06)], close=False), (74, 66, 84), 2)


_LIGHT = (0.83, 0.62, 420.0)


def _cliff(p: Painter) -> None:
    hue: RGB = (134, 116, 118)
    face = blob(
        [
            (p.x(0.56), p.bottom + 30),
            (p.x(0.6), p.y(0.86)),
            (p.x(0.585), p.y(0.74)),
            (p.x(0.63), p.y(0.645)),
            (p.x(0.72), p.y(0.618)),
            (p.x(0.95), p.y(0.61)),
            (p.right + 60, p.y(0.59)),
            (p.right + 60, p.bottom + 30),
        ],
        0.25,
    )
    p.part(face, hue, role="stone")
    p.ink.inside(
        face,
        nature.below(
            p,
            [
                (p.left, p.y(0.9)),
                (p.x(0.56), p.y(0.7)),
                (p.x(0.63), p.y(0.665)),
                (p.x(0.75), p.y(0.645)),
                (p.right, p.y(0.63)),
            ],
        ),
        shade(hue, 0.16),
        90,
    )
    p.ink.inside(
        face,
        union(ellipse(p.x(0.84), p.y(0.61), p.x(0.22), p.y(0.028)), ellipse(p.x(1.15), p.y(0.6), p.x(0.3), p.y(0.03))),
        p.white((120, 160, 88)),
    )
    lighthouse(p, p.x(_LIGHT[0]), p.y(_LIGHT[1]), _LIGHT[2] * max(p.k, 0.78))
    nature.ground(p, 0.765, (140, 166, 92), amplitude=0.012)
    nature.path_to(p, 0.7, 0.77, (214, 186, 140), wide=0.22, bend=0.1)
    for x, wide in ((0.03, 150), (0.1, 90), (0.97, 110)):
        nature.rock(p, p.x(x), p.y(0.81), wide * p.k, f"r{x}")
    nature.blades(p, (140, 166, 92), 0.78, 1.14, 320)
    nature.puddles(p)


def _cliff_far(p: Painter) -> None:
    sea(p, 0.57, (44, 112, 176))
    for x, wide in ((0.08, 110), (0.33, 70)):
        nature.rock(p.away(0.4), p.x(x), p.y(0.66), wide * p.k, f"stack{x}", (120, 110, 124), 0.9)


def light_beam(p: Painter, seconds: float) -> None:
    """The lighthouse's turning beam, when it is dark."""
    if p.dark < 0.3:
        return
    tall = _LIGHT[2] * max(p.k, 0.78)
    turn = seconds * 0.7
    reach = p.w * (0.25 + 0.75 * abs(math.cos(turn)))
    x, y = p.x(_LIGHT[0]), p.y(_LIGHT[1]) - tall * 0.85
    side = 180.0 if math.cos(turn) > 0 else 0.0
    sky.beam(p, x, y, side + 4 * math.sin(turn), reach, 150 * p.dark)
    sky.beam(p, x, y, 180 - side - 4 * math.sin(turn), reach * 0.7, 110 * p.dark)


def pier(p: Painter, y: float, colour: RGB = (158, 116, 82)) -> None:
    """Planks to stand on, right across the picture, with posts in the water."""
    for index in range(9):
        x = p.left + (p.right - p.left) * index / 8
        p.box(x - 13 * p.k, p.y(y) - 66 * p.k, x + 13 * p.k, p.y(y + 0.06), shade(colour, 0.2), 5)
        p.part(ellipse(x, p.y(y) - 66 * p.k, 13 * p.k, 5 * p.k), light(colour, 0.1), line=0.7)
    deck = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(y), p.right, p.bottom))
    hue = p.white(colour, 0.5)
    p.wash(deck, (light(hue, 0.1), hue, shade(hue, 0.25)), (0, p.y(y)), (0, p.bottom))
    lines, cx = skia.Path(), p.x(0.5)
    for index in range(-16, 17):
        lines.moveTo(cx + index * 62, p.y(y))
        lines.lineTo(cx + index * 128, p.bottom)
    p.stroke(lines, shade(colour, 0.45), 2.2, 150)
    p.box(p.left - 9, p.y(y) - 5, p.right + 9, p.y(y) + 11, light(hue, 0.08), 2)


def _harbour_far(p: Painter) -> None:
    nature.hill(p.away(0.9), 0.5, 0.02, (118, 150, 140), "harbour hill")
    far = p.away(0.45)
    chance = p.rng("quay")
    x = p.left
    while x < p.right:
        wide, tall = chance.uniform(70, 110) * p.k, chance.uniform(90, 150) * p.k
        hue = chance.choice(((214, 118, 88), (238, 208, 150), (120, 160, 176), (196, 98, 96), (236, 226, 206)))
        house_front(far, x, p.y(0.585), wide, tall, hue, f"q{round(x)}")
        x += wide + 4
    sea(p, 0.585)


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


def _harbour(p: Painter) -> None:
    boat(p, p.x(0.16), p.y(0.72), 170 * p.k, (66, 112, 152))
    boat(p, p.x(0.87), p.y(0.7), 140 * p.k)
    pier(p, 0.755)
    f.crate(p, 0.04, 0.83)
    f.crate(p, 0.1, 0.8, 64, (166, 122, 80))
    f.barrel(p, 0.94, 0.82)
    f.barrel(p, 1.0, 0.85, 110)
    rope(p, p.x(0.83), p.y(0.83), 40 * p.k)
    street_lamp(p, p.x(0.22), p.y(0.77), 280 * p.k)
    nature.puddles(p)


def rope(p: Painter, x: float, y: float, r: float) -> None:
    """A coil of rope."""
    for index in range(3):
        p.part(ellipse(x, y - index * r * 0.2, r * (1 - index * 0.08), r * 0.34), (206, 172, 116), line=0.8)
    p.flat(ellipse(x, y - r * 0.44, r * 0.4, r * 0.13), (110, 84, 66))


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
    hat = poly([(x - tall * 0.07, y - tall * 0.96), (x, y - tall * 1.03), (x + tall * 0.07, y - tall * 0.96)])
    p.part(hat, (66, 68, 92))
    p.cap(hat, tall * 0.02)


def _island_far(p: Painter) -> None:
    _headland(p.away(1.0))
    sea(p, 0.56, (46, 158, 196))


def _island(p: Painter) -> None:
    sand = blob(
        [
            (p.left, p.bottom + 20),
            (p.x(-0.12), p.y(0.86)),
            (p.x(0.12), p.y(0.76)),
            (p.x(0.5), p.y(0.735)),
            (p.x(0.88), p.y(0.76)),
            (p.x(1.12), p.y(0.86)),
            (p.right, p.bottom + 20),
        ],
        0.5,
    )
    p.raw.canvas.save()
    p.raw.canvas.translate(0, -14)
    p.flat(sand, (255, 255, 255), 130)
    p.raw.canvas.restore()
    hue = p.white(nature.SAND, 0.8)
    p.wash(sand, (light(hue, 0.16), hue, shade(hue, 0.2)), (0, p.y(0.73)), (0, p.bottom))
    trees.tree(p, "palm", p.x(0.2), p.y(0.79), 470 * max(p.k, 0.8))
    trees.tree(p, "palm", p.x(0.8), p.y(0.8), 380 * max(p.k, 0.8), name="other")
    trees.bush(p, p.x(0.13), p.y(0.79), 120 * p.k, (84, 156, 84))
    trees.bush(p, p.x(0.88), p.y(0.8), 100 * p.k, (84, 156, 84), (240, 120, 130))
    nature.rock(p, p.x(0.02), p.y(0.86), 130 * p.k, "i")
    shell(p, p.x(0.66), p.y(0.94), 15)
    starfish(p, p.x(0.3), p.y(0.95), 16)
    ripples(p, nature.SAND, 0.8, 1.1, 18)


def _open_sea(p: Painter) -> None:
    sea(p, 0.6, (36, 118, 182))
    for index, y in enumerate((0.68, 0.76, 0.86, 0.98)):
        chance, line, x = p.rng(f"swell{index}"), [], p.left - 60
        while x < p.right + 120:
            line += [(x, p.y(y) + chance.uniform(-3, 3)), (x + 70 + index * 22, p.y(y) - 9 - index * 6)]
            x += 140 + index * 44
        hue = mix((44, 132, 192), (22, 76, 142), index / 3)
        p.wash(nature.below(p, line), (light(hue, 0.12), hue, shade(hue, 0.14)), (0, p.y(y) - 20), (0, p.y(y + 0.16)))
        p.stroke(blob(line, close=False), (232, 246, 250), 2.4, 120)


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


def reeds(p: Painter, x: float, y: float, tall: float, name: str) -> None:
    """Reeds with brown heads."""
    nature.tufts(p, (96, 144, 82), x, y, tall * 0.8, name, 7)
    for dx in (-0.12, 0.05, 0.2):
        p.stroke(poly([(x, y), (x + dx * tall, y - tall)], close=False), (104, 132, 72), 2)
        p.part(
            tube(
                [(x + dx * tall, y - tall * 1.02, tall * 0.07), (x + dx * tall * 0.85, y - tall * 0.82, tall * 0.07)], 1
            ),
            (128, 84, 56),
            line=0.7,
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
    stream = poly([(p.x(0.46), p.y(0.63)), (p.x(0.54), p.y(0.63)), (p.x(0.8), p.bottom), (p.x(0.2), p.bottom)])
    p.stroke(stream, (196, 178, 136), 12)
    nature.water(p, stream, (62, 142, 182), "stream")
    trees.tree(p, "round", p.x(0.02), p.y(0.7), 340 * p.k)
    trees.tree(p, "poplar", p.x(0.97), p.y(0.69), 340 * p.k)
    trees.tree(p, "round", p.x(0.88), p.y(0.675), 210 * p.k)
    stone: RGB = p.main((170, 158, 150))
    p.box(p.left - 9, p.y(0.66), p.right + 9, p.y(0.74), shade(stone, 0.1), 3)
    for index in range(40):
        x = p.left + index * 66 * p.k
        p.box(x + 2, p.y(0.648), x + 62 * p.k, p.y(0.672), light(stone, 0.08), 5, 0.7)
        p.cap(rounded(x + 2, p.y(0.648), x + 62 * p.k, p.y(0.672), 5), 8)
    road = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.735), p.right, p.y(0.975)))
    hue = p.white((196, 182, 166), 0.7)
    p.wash(road, (shade(hue, 0.12), hue, shade(hue, 0.06)), (0, p.y(0.735)), (0, p.y(0.975)))
    _cobbles(p, 0.75, 0.97)
    under = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.975), p.right, p.bottom))
    p.down(under, shade(stone, 0.12), shade(stone, 0.4))
    p.box(p.left - 9, p.y(0.965), p.right + 9, p.y(0.99), light(stone, 0.06), 3)
    street_lamp(p, p.x(0.1), p.y(0.745), 250 * p.k)
    street_lamp(p, p.x(0.9), p.y(0.745), 250 * p.k)
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
        "beach",
        (Plane(0.05, open_sky), Plane(0.4, _beach_far), Plane(1.0, _beach)),
        also=("shore", "seaside", "seashore", "coast", "sand", "bay", "dune", "sandy beach", "cove"),
        live=(sky.birds, surf(0.71)),
        spots={"water": (0.5, 0.66), "tree": (0.07, 0.8), "seat": (0.95, 0.72)},
    ),
    Spec(
        "cliff",
        (Plane(0.05, open_sky), Plane(0.4, _cliff_far), Plane(1.0, _cliff)),
        also=("lighthouse", "headland", "cliff with lighthouse", "lighthouse cliff", "cape", "rock"),
        live=(sky.birds, sea_waves(0.6, 0.72), light_beam),
        spots={"door": (0.83, 0.62), "light": (0.83, 0.1), "water": (0.3, 0.68)},
    ),
    Spec(
        "harbour",
        (Plane(0.05, open_sky), Plane(0.4, _harbour_far), Plane(1.0, _harbour)),
        also=("harbor", "port", "dock", "pier", "marina", "quay", "wharf", "jetty"),
        live=(sky.birds, sea_waves(0.61, 0.73)),
        spots={"seat": (0.05, 0.75), "boat": (0.16, 0.72), "water": (0.5, 0.68)},
    ),
    Spec(
        "island",
        (Plane(0.05, open_sky), Plane(0.4, _island_far), Plane(1.0, _island)),
        also=("desert island", "tropical island", "atoll", "lagoon"),
        live=(sky.birds, sea_waves(0.58, 0.72)),
        spots={"tree": (0.2, 0.79), "seat": (0.02, 0.8)},
    ),
    Spec(
        "sea",
        (Plane(0.05, open_sky), Plane(1.0, _open_sea)),
        also=("ocean", "open sea", "open water", "water", "wave", "high sea"),
        live=(sky.birds, sea_waves(0.62, 0.96, 18)),
        spots={"water": (0.5, 0.85)},
    ),
    Spec(
        "lake",
        (Plane(0.05, open_sky), Plane(0.35, _lake_far), Plane(1.0, _lake)),
        also=("pond", "lakeside", "lakeshore", "pool", "loch"),
        live=(sea_waves(0.62, 0.74), butterflies),
        spots={"water": (0.5, 0.7), "tree": (0.07, 0.79), "jetty": (0.74, 0.76)},
    ),
    Spec(
        "river",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _river)),
        also=("riverbank", "river bank", "stream", "brook", "creek", "waterfall", "bank"),
        live=(sea_waves(0.69, 0.75, 8), butterflies),
        spots={"water": (0.5, 0.72), "tree": (0.9, 0.69), "stone": (0.76, 0.745)},
    ),
    Spec(
        "bridge",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _bridge)),
        also=("stone bridge", "footbridge", "viaduct"),
        live=(sky.birds,),
        spots={"light": (0.1, 0.42), "water": (0.5, 0.7)},
    ),
)
