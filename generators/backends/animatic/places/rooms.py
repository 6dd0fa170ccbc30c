"""Owns the shell of interiors: walls, floors, windows with the weather outside, doors, lamps, fire.

Sizes are pixels of the wide frame and shrink with the painter's `k`; positions are shares of the frame.
Does not know: any one room.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded
from generators.backends.animatic.places import sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Animate

FOOT = 0.68
"""Where back walls meet the floor, as a share of the height."""


_BULB: RGB = (255, 178, 92)


OAK: RGB = (158, 108, 68)


CREAMY: RGB = (250, 240, 216)


def wall(p: Painter, colour: RGB, kind: str = "plain", foot: float = FOOT) -> None:
    """The back wall with its covering: plain, stripes, planks, boards, tiles, bricks, stone, panel, metal."""
    area = sky.whole(p)
    p.wash(area, (shade(colour, 0.16), colour, light(colour, 0.1)), (0, p.top), (0, p.y(foot)))
    _COVERINGS[kind](p, colour, p.y(foot))


def _plain(p: Painter, colour: RGB, foot: float) -> None:
    skirting(p, light(colour, 0.4), foot)


def skirting(p: Painter, colour: RGB, foot: float) -> None:
    """The board along the foot of the wall."""
    p.box(p.left - 9, foot - 16 * p.k, p.right + 9, foot + 2, colour, 0, 0.7)


def _stripes(p: Painter, colour: RGB, foot: float) -> None:
    stripe, x = skia.Path(), p.left
    while x < p.right:
        stripe.addRect(skia.Rect.MakeXYWH(x, p.top, 26 * p.k, foot - p.top))
        x += 60 * p.k
    p.flat(stripe, light(colour, 0.3), 80)
    skirting(p, light(colour, 0.45), foot)


def _planks(p: Painter, colour: RGB, foot: float) -> None:
    y, index = foot, 0
    chance = p.rng("planks")
    while y > p.top:
        y -= 44 * p.k
        p.flat(
            skia.Path.Rect(skia.Rect.MakeLTRB(p.left, y, p.right, y + 44 * p.k)), shade(colour, 0.3), 22 * (index % 2)
        )
        p.stroke(poly([(p.left, y), (p.right, y)], close=False), shade(colour, 0.36), 2, 130)
        for _ in range(4):
            x = chance.uniform(p.left, p.right)
            p.stroke(poly([(x, y), (x, y + 44 * p.k)], close=False), shade(colour, 0.36), 1.6, 110)
        index += 1


def _boards(p: Painter, colour: RGB, foot: float) -> None:
    x, chance = p.left, p.rng("boards")
    while x < p.right:
        wide = chance.uniform(44, 62) * p.k
        board = skia.Path.Rect(skia.Rect.MakeLTRB(x, p.top, x + wide, foot))
        p.flat(board, mix(shade(colour, 0.3), light(colour, 0.2), chance.random()), 60)
        p.stroke(poly([(x, p.top), (x, foot)], close=False), shade(colour, 0.42), 2.2, 150)
        knot = chance.uniform(p.top, foot)
        p.stroke(ellipse(x + wide * 0.5, knot, wide * 0.1, wide * 0.2), shade(colour, 0.35), 1.4, 100)
        x += wide


def _grid(p: Painter, foot: float, wide: float, tall: float, shift: bool) -> skia.Path:
    lines, row, y = skia.Path(), 0, foot
    while y > p.top:
        y -= tall
        lines.moveTo(p.left, y)
        lines.lineTo(p.right, y)
        x = p.left + (wide / 2 if shift and row % 2 else 0)
        while x < p.right:
            lines.moveTo(x, y)
            lines.lineTo(x, y + tall)
            x += wide
        row += 1
    return lines


def _tiles(p: Painter, colour: RGB, foot: float) -> None:
    p.stroke(_grid(p, foot, 46 * p.k, 46 * p.k, False), light(colour, 0.6), 2.4, 150)
    chance = p.rng("tiles")
    for _ in range(50):
        x = p.left + chance.randrange(60) * 46 * p.k
        y = foot - (1 + chance.randrange(16)) * 46 * p.k
        p.flat(rounded(x + 3, y + 3, x + 43 * p.k, y + 43 * p.k, 3), shade(colour, 0.2), 60)


def _bricks(p: Painter, colour: RGB, foot: float) -> None:
    p.stroke(_grid(p, foot, 74 * p.k, 28 * p.k, True), light(colour, 0.3), 2.2, 90)
    chance = p.rng("bricks")
    for _ in range(60):
        row = chance.randrange(26)
        x = p.left + chance.randrange(30) * 74 * p.k + (37 * p.k if row % 2 else 0)
        y = foot - (1 + row) * 28 * p.k
        hue = shade(colour, 0.25) if chance.random() < 0.5 else light(colour, 0.2)
        p.flat(rounded(x + 2, y + 2, x + 72 * p.k, y + 26 * p.k, 3), hue, 110)


def _stone(p: Painter, colour: RGB, foot: float) -> None:
    p.stroke(_grid(p, foot, 118 * p.k, 58 * p.k, True), shade(colour, 0.42), 2.6, 130)
    chance = p.rng("stones")
    for _ in range(46):
        row = chance.randrange(13)
        x = p.left + chance.randrange(20) * 118 * p.k + (59 * p.k if row % 2 else 0)
        y = foot - (1 + row) * 58 * p.k
        hue = shade(colour, 0.25) if chance.random() < 0.5 else light(colour, 0.25)
        p.flat(rounded(x + 4, y + 4, x + 114 * p.k, y + 54 * p.k, 7), hue, 90)


def _panel(p: Painter, colour: RGB, foot: float) -> None:
    rail = foot - 150 * p.k
    p.down(skia.Path.Rect(skia.Rect.MakeLTRB(p.left, rail, p.right, foot)), shade(colour, 0.22), shade(colour, 0.3))
    x = p.left
    while x < p.right:
        panel = rounded(x + 12 * p.k, rail + 22 * p.k, x + 98 * p.k, foot - 26 * p.k, 4)
        p.part(panel, shade(colour, 0.2), role="wood", line=0.5)
        x += 110 * p.k
    p.box(p.left - 9, rail - 8 * p.k, p.right + 9, rail + 6 * p.k, light(colour, 0.2), 2, 0.7)
    skirting(p, shade(colour, 0.1), foot)


def _metal(p: Painter, colour: RGB, foot: float) -> None:
    p.stroke(_grid(p, foot, 190 * p.k, 150 * p.k, False), shade(colour, 0.4), 3, 150)
    rivets, x = skia.Path(), p.left
    while x < p.right:
        y = foot
        while y > p.top:
            for dx, dy in ((14, -14), (176, -14), (14, -136), (176, -136)):
                rivets.addCircle(x + dx * p.k, y + dy * p.k, 3 * p.k)
            y -= 150 * p.k
        x += 190 * p.k
    p.flat(rivets, light(colour, 0.35), 150)


_COVERINGS = {
    "plain": _plain, "stripes": _stripes, "planks": _planks, "boards": _boards, "tiles": _tiles,
    "bricks": _bricks, "stone": _stone, "panel": _panel, "metal": _metal,
}  # fmt: skip


def floor(p: Painter, colour: RGB, kind: str = "planks", foot: float = FOOT) -> None:
    """The floor in perspective: planks, tiles, plain, slabs."""
    top = p.y(foot)
    area = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, top, p.right, p.bottom))
    p.wash(area, (shade(colour, 0.1), light(colour, 0.06), shade(colour, 0.24)), (0, top), (0, p.bottom))
    if kind == "plain":
        return
    cx, cy = p.x(0.5), top - 300
    deep = p.bottom - cy
    checker = kind == "tiles"
    lines, count = skia.Path(), 22
    step = (p.right - p.left) * 1.5 / count
    for index in range(count + 1):
        x = cx + (index - count / 2) * step
        t = (top - cy) / deep
        lines.moveTo(cx + (x - cx) * t, top)
        lines.lineTo(x, p.bottom)
    rows = [top + (p.bottom - top) * (i / 8) ** 1.55 for i in range(9)]
    p.raw.canvas.save()
    p.raw.canvas.clipPath(area)
    if kind in ("tiles", "slabs"):
        for y in rows:
            lines.moveTo(p.left, y)
            lines.lineTo(p.right, y)
    if checker:
        _checks(p, cx, cy, deep, step, count, rows, colour)
    p.stroke(lines, shade(colour, 0.4), 1.8, 110)
    if kind == "planks":
        _joints(p, cx, cy, deep, step, count, rows, colour)
    p.raw.canvas.restore()
    p.fade(area, (20, 12, 50), (0, top), (0, top + 46), 70)
    if p.has("messy", "untidy", "cluttered", "chaotic"):
        _mess(p, top)


def _mess(p: Painter, top: float) -> None:
    """Papers and clothes that lie about."""
    chance = p.rng("mess")
    for index in range(16):
        x, y = p.x(chance.uniform(-0.1, 1.1)), chance.uniform(top + 30, p.y(1.0))
        size, hue = chance.uniform(16, 32) * p.k, chance.choice(((250, 246, 236), (206, 92, 84), (96, 136, 184)))
        scrap = poly(
            [
                (x - size, y),
                (x - size * 0.3, y - size * 0.4),
                (x + size, y - size * 0.2),
                (x + size * 0.4, y + size * 0.3),
            ]
        )
        p.part(scrap if index % 3 else ellipse(x, y, size, size * 0.4), hue, role="cloth", line=0.7)


def _checks(
    p: Painter, cx: float, cy: float, deep: float, step: float, count: int, rows: Sequence[float], colour: RGB
) -> None:
    path = skia.Path()
    for r, (ya, yb) in enumerate(pairwise(rows)):
        ta, tb = (ya - cy) / deep, (yb - cy) / deep
        for index in range(r % 2, count, 2):
            x0, x1 = (index - count / 2) * step, (index + 1 - count / 2) * step
            path.addPath(poly([(cx + x0 * ta, ya), (cx + x1 * ta, ya), (cx + x1 * tb, yb), (cx + x0 * tb, yb)]))
    p.flat(path, shade(colour, 0.4), 120)


def _joints(
    p: Painter, cx: float, cy: float, deep: float, step: float, count: int, rows: Sequence[float], colour: RGB
) -> None:
    chance, path = p.rng("joints"), skia.Path()
    for index in range(count):
        y = chance.choice(list(rows[1:])) + chance.uniform(-6, 6)
        t = (y - cy) / deep
        path.moveTo(cx + (index - count / 2) * step * t, y)
        path.lineTo(cx + (index + 1 - count / 2) * step * t, y)
    p.stroke(path, shade(colour, 0.4), 1.8, 110)


def pendant(p: Painter, x: float, y: float, size: float = 60, colour: RGB = (214, 110, 70)) -> None:
    """A lamp that hangs from the ceiling; glows when it is dark."""
    cx, cy, s = p.x(x), p.y(y), size * p.k
    p.stroke(poly([(cx, p.top), (cx, cy - s * 0.7)], close=False), (80, 62, 66), 3)
    p.lamp(cx, cy + s * 0.3, s * 5.2)
    p.raw.flat(
        ellipse(cx, cy + s * 0.02, s * 0.9, s * 0.17),
        mix(p.tint((236, 226, 206)), (255, 240, 186), min(1, p.dark * 1.4)),
    )
    hood = blob(
        [
            (cx - s, cy),
            (cx - s * 0.62, cy - s * 0.5),
            (cx - s * 0.3, cy - s * 0.74),
            (cx + s * 0.3, cy - s * 0.74),
            (cx + s * 0.62, cy - s * 0.5),
            (cx + s, cy),
            (cx, cy + s * 0.06),
        ],
        0.3,
    )
    p.part(hood, colour, role="metal")


def evening(p: Painter, x: float, y: float, radius: float = 1.0, edge: RGB = (76, 72, 150)) -> None:
    """Close a room at night: everything sinks into blue away from the lamp at (x, y). Call once, last."""
    if p.dark > 0.25:
        share = min(1.0, (p.dark - 0.25) / 0.6)
        p.falloff(
            p.x(x),
            p.y(y),
            max(p.w, p.h) * 0.72 * radius,
            mix((255, 255, 255), edge, share),
            mix((255, 255, 255), (255, 226, 176), share),
        )
        p.lamp(p.x(x), p.y(y), 0.55 * max(p.w, p.h), _BULB, 56)
        p.lamp(p.x(x), p.y(y), 0.24 * max(p.w, p.h), _BULB, 84)
        p.spill(p.x(x), p.y(0.84), 0.36 * p.w, _BULB, 110)


def fire(p: Painter, x: float, y: float, size: float, seconds: float) -> None:
    """A fire that flickers; (x, y) is the middle of its foot, in pixels."""
    flicker = 0.85 + 0.15 * math.sin(seconds * 11) * math.sin(seconds * 7.3)
    p.raw.glow(x, y - size * 0.5, size * 3.2 * flicker, (255, 170, 84), 100 + 70 * p.dark)
    for wide, tall, hue, speed in (
        (0.5, 1.0, (238, 108, 46), 8.0),
        (0.34, 0.72, (252, 176, 62), 10.0),
        (0.18, 0.42, (255, 236, 160), 12.0),
    ):
        sway = math.sin(seconds * speed) * size * 0.09
        high = size * tall * (0.9 + 0.1 * math.sin(seconds * speed * 1.3 + wide))
        flame = blob(
            [
                (x - size * wide, y - size * 0.08),
                (x - size * wide * 0.8, y - high * 0.4),
                (x + sway, y - high),
                (x + size * wide * 0.82, y - high * 0.36),
                (x + size * wide, y - size * 0.08),
                (x, y),
            ],
            0.5,
        )
        p.raw.flat(flame, hue, 235)


def flames(*spots: tuple[float, float, float]) -> Animate:
    """Fires at (x, y) shares with sizes in pixels of the wide frame."""

    def animate(p: Painter, seconds: float) -> None:
        for index, (x, y, size) in enumerate(spots):
            fire(p, p.x(x), p.y(y), size * p.k, seconds + index * 1.7)

    return animate
