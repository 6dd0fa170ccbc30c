"""Owns what lies by the water: sand, shells, boats, ropes, reeds, lighthouses.

Does not know: any one place.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import nature
from generators.backends.animatic.places.painter import Painter


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


def rope(p: Painter, x: float, y: float, r: float) -> None:
    """A coil of rope."""
    for index in range(3):
        p.part(ellipse(x, y - index * r * 0.2, r * (1 - index * 0.08), r * 0.34), (206, 172, 116), line=0.8)
    p.flat(ellipse(x, y - r * 0.44, r * 0.4, r * 0.13), (110, 84, 66))


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
