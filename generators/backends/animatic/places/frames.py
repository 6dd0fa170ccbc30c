"""Owns what frames a picture near the eye: boughs, grass, fronds, weeds, soft and dark, in the corners only.

The middle of the frame stays free for figures. Does not know: any one place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, scallop, tube, turned
from generators.backends.animatic.places import nature
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Paint, Plane
from generators.backends.animatic.places.trees import frond

_REACH = 0.34
"""Share of the width that frames take on each side of a wide frame."""
_LEAVES: RGB = (62, 116, 70)


def framing(kind: str) -> Plane:
    """The nearest plane of a place: one of `FRAMES`."""
    return Plane(1.28, _softened(FRAMES[kind]))


def _softened(draw: Callable[[Painter], None]) -> Paint:
    """Out of focus, a little; only at the two sides, because a blur costs by area."""

    def paint(p: Painter) -> None:
        blur, canvas = skia.Paint(ImageFilter=skia.ImageFilters.Blur(2.2, 2.2)), p.raw.canvas
        for left, right in (
            (p.left, p.x(0.5 if p.w < 900 else _REACH)),
            (p.x(0.5 if p.w < 900 else 1 - _REACH), p.right),
        ):
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(left, p.top, right, p.bottom))
            canvas.saveLayer(None, blur)
            draw(p)
            canvas.restore()
            canvas.restore()

    return paint


def _bough(p: Painter, x: float, y: float, reach: float, side: int, name: str, colour: RGB = _LEAVES) -> None:
    """A leafy branch that hangs into the frame from (x, y), pixels, toward `side`."""
    chance = p.rng(name)
    spine = [(x + side * reach * t, y + reach * (0.16 * math.sin(t * 2.6) + 0.1 * t * t)) for t in (0, 0.3, 0.6, 0.9)]
    widths = (0.085, 0.06, 0.038, 0.014)
    branch = tube([(a, b, reach * w) for (a, b), w in zip(spine, widths, strict=True)], 5)
    p.part(branch, (84, 62, 58), role="wood")
    for index in range(34):
        t = 0.12 + 0.88 * index / 33
        bx = x + side * reach * t * 0.95
        by = y + reach * (0.16 * math.sin(t * 2.6) + 0.1 * t * t)
        size = reach * chance.uniform(0.075, 0.12)
        hang = chance.uniform(-0.9, 1.5)
        cx, cy = bx + chance.uniform(-0.6, 0.6) * size, by + hang * size
        lens = blob([(cx - size, cy), (cx, cy - size * 0.42), (cx + size, cy), (cx, cy + size * 0.42)], 0.6)
        tone = mix(shade(colour, 0.3), light(colour, 0.22), chance.random())
        p.part(turned(lens, chance.uniform(-70, 70), (cx, cy)), p.white(tone, 0.35), role="leaf", line=0.6, depth=0.6)


def _leafy(p: Painter) -> None:
    k = max(p.k, 0.7)
    _bough(p, p.x(-0.03), p.y(-0.02), 300 * k, 1, "bough left")
    _bough(p, p.x(1.03), p.y(-0.06), 210 * k, -1, "bough right", (74, 126, 74))
    _grass(p)


def _grass(p: Painter) -> None:
    k = max(p.k, 0.7)
    for x, size in ((-0.05, 110), (0.02, 84), (0.075, 56), (0.94, 60), (0.985, 92), (1.05, 116)):
        nature.tufts(p, p.white((70, 124, 66), 0.6), p.x(x), p.y(1.05), size * k, f"front{x}", 11)


def _straw(p: Painter) -> None:
    """Tall dry grass."""
    k = max(p.k, 0.7)
    for x, size in ((-0.05, 150), (0.01, 110), (0.06, 76), (0.94, 80), (0.99, 120), (1.05, 150)):
        nature.tufts(p, p.white((206, 162, 84), 0.6), p.x(x), p.y(1.05), size * k, f"straw{x}", 13)


def _flowery(p: Painter) -> None:
    _grass(p)
    if p.snowy:
        return
    chance = p.rng("front blooms")
    for x0, x1 in ((-0.04, 0.12), (0.88, 1.04)):
        for _ in range(9):
            hue = chance.choice(((236, 96, 128), (250, 206, 96), (252, 246, 240), (176, 128, 216)))
            nature.flower(
                p, p.x(chance.uniform(x0, x1)), p.y(chance.uniform(1.0, 1.06)), chance.uniform(11, 17) * p.k, hue
            )


def _firs(p: Painter) -> None:
    k = max(p.k, 0.7)
    for x, side, reach in ((-0.03, 1, 260), (1.03, -1, 230)):
        for row in range(4):
            y = p.y(-0.02) + row * 40 * k
            needle = poly(
                [
                    (p.x(x), y - 26 * k),
                    (p.x(x) + side * reach * k * (1 - row * 0.17), y + 44 * k),
                    (p.x(x) + side * reach * k * 0.5, y + 34 * k),
                    (p.x(x), y + 40 * k),
                ]
            )
            p.part(needle, (48, 92, 78), role="leaf")
            p.cap(needle, 14 * k)
    _grass(p)


def _palms(p: Painter) -> None:
    reach = 330 * max(p.k, 0.7)
    for angle in (148, 172, 120):
        frond(p, p.x(1.04), p.y(-0.06), reach, angle, (56, 126, 76))
    for angle in (30, 62):
        frond(p, p.x(-0.06), p.y(-0.08), reach * 0.8, angle, (56, 126, 76))


def _dunes(p: Painter) -> None:
    _palms(p)
    for x, size in ((-0.03, 80), (0.04, 60), (0.96, 60), (1.02, 84)):
        nature.tufts(p, p.white((158, 156, 92), 0.6), p.x(x), p.y(1.05), size * max(p.k, 0.7), f"dune{x}", 9)


def _weeds(p: Painter) -> None:
    chance = p.rng("front weed")
    for x in (-0.02, 0.03, 0.075, 0.925, 0.97, 1.02):
        tall, wide = p.y(chance.uniform(0.3, 0.56)), 26 * max(p.k, 0.7)
        spine = [
            (p.x(x) + 24 * math.sin(index * 1.4 + x * 9) * p.k, p.y(1.06) - tall * index / 5, wide * (1 - 0.17 * index))
            for index in range(6)
        ]
        p.part(tube(spine, 5), mix((24, 92, 92), (40, 120, 92), chance.random()), role="leaf")


def _stones(p: Painter) -> None:
    for x, wide in ((-0.02, 230), (0.06, 120), (0.95, 130), (1.03, 250)):
        nature.rock(p, p.x(x), p.y(1.09), wide * max(p.k, 0.7), f"near{x}", p.main((112, 100, 112)), 0.5)


def _reeds(p: Painter) -> None:
    chance = p.rng("front reeds")
    for x0, x1 in ((-0.05, 0.09), (0.91, 1.05)):
        for index in range(8):
            x, tall = p.x(x0 + (x1 - x0) * index / 7), p.y(chance.uniform(0.18, 0.34))
            lean = chance.uniform(-16, 16)
            stem = tube([(x, p.y(1.05), 7 * p.k), (x + lean, p.y(1.05) - tall, 3 * p.k)], 2)
            p.part(stem, p.white((74, 112, 66), 0.4), role="leaf", line=0.7)
            if index % 2:
                p.part(ellipse(x + lean, p.y(1.05) - tall, 8 * p.k, 26 * p.k), (112, 76, 54), role="wood", line=0.7)
    _bough(p, p.x(-0.03), p.y(-0.04), 240 * max(p.k, 0.7), 1, "reed bough")


def _roses(p: Painter) -> None:
    k = max(p.k, 0.7)
    chance = p.rng("front roses")
    for x, wide in ((-0.01, 150), (0.07, 90), (0.94, 100), (1.01, 150)):
        bush = scallop(p.x(x), p.y(1.04), wide * k, wide * 0.5 * k, 12)
        p.part(bush, p.white((70, 128, 74), 0.5), role="leaf")
        if p.snowy:
            continue
        for _ in range(9):
            cx, cy = p.x(x) + chance.uniform(-0.7, 0.7) * wide * k, p.y(1.04) - chance.uniform(0.05, 0.42) * wide * k
            p.part(scallop(cx, cy, 14 * k, 13 * k, 6), chance.choice(((234, 92, 120), (250, 196, 96), (250, 240, 236))))
    _bough(p, p.x(1.03), p.y(-0.05), 240 * k, -1, "rose bough", (86, 142, 78))


def _houseplant(p: Painter, x: float, y: float, size: float, side: int) -> None:
    """Long leaves that fan from a corner into the frame; pixels."""
    for index, degrees in enumerate((-88, -66, -46, -26, -8)):
        a = math.radians(degrees)
        reach = size * (1.0, 0.92, 1.08, 0.86, 0.7)[index]
        tip = (x + side * math.cos(a) * reach, y + math.sin(a) * reach)
        nx, ny = -math.sin(a) * size * 0.1 * side, math.cos(a) * size * 0.1
        mid = ((x + tip[0]) / 2, (y + tip[1]) / 2)
        leaf = blob([(x, y), (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx, mid[1] - ny)], 0.6)
        p.part(leaf, mix((52, 106, 76), (86, 142, 86), index / 4), role="leaf")
        p.stroke(poly([(x, y), tip], close=False), (44, 88, 66), 2, 130)


def _plants(p: Painter) -> None:
    size = 190 * max(p.k, 0.7)
    _houseplant(p, p.x(-0.012), p.y(1.05), size, 1)
    _houseplant(p, p.x(1.015), p.y(1.08), size * 0.9, -1)


FRAMES: Mapping[str, Callable[[Painter], None]] = {
    "leaves": _leafy, "grass": _grass, "flowers": _flowery, "firs": _firs, "palms": _palms, "dunes": _dunes,
    "weeds": _weeds, "stones": _stones, "reeds": _reeds, "roses": _roses,
    "plants": _plants, "straw": _straw,
}  # fmt: skip
