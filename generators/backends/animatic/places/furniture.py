"""Owns furniture and fittings.

x and y are shares of the frame, where the thing stands; sizes are pixels of the wide frame.

Does not know: any one room.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube, union
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.rooms import OAK

BOOKS: tuple[RGB, ...] = (
    (178, 62, 62), (70, 106, 158), (84, 134, 92), (224, 176, 84), (132, 84, 140),
    (208, 120, 70), (70, 128, 134), (226, 214, 190),
)  # fmt: skip


def table(p: Painter, x: float, y: float, wide: float, tall: float = 120, colour: RGB = OAK) -> None:
    """A table seen slightly from above."""
    cx, base, w, h = p.x(x), p.y(y), wide * p.k / 2, tall * p.k
    p.shadow(cx, base, w * 1.05, 80)
    for side in (-1, 1):
        p.part(
            tube([(cx + side * w * 0.84, base - h, 17 * p.k), (cx + side * w * 0.88, base, 12 * p.k)], 1),
            shade(colour, 0.1),
            role="wood",
        )
    p.box(cx - w * 0.92, base - h, cx + w * 0.92, base - h * 0.8, shade(colour, 0.14), 3)
    top = poly(
        [(cx - w * 0.9, base - h * 1.22), (cx + w * 0.9, base - h * 1.22), (cx + w, base - h), (cx - w, base - h)]
    )
    p.part(union(top, rounded(cx - w, base - h * 1.02, cx + w, base - h * 0.92, 4)), light(colour, 0.08), role="wood")


def chair(p: Painter, x: float, y: float, tall: float = 190, colour: RGB = OAK, seat: RGB | None = None) -> None:
    """A chair seen from the front."""
    cx, base, h = p.x(x), p.y(y), tall * p.k
    w = h * 0.22
    p.shadow(cx, base, w * 1.3, 70)
    for side in (-1, 1):
        p.part(
            tube([(cx + side * w, base - h, w * 0.24), (cx + side * w, base - h * 0.45, w * 0.24)], 1),
            colour,
            role="wood",
            line=0.8,
        )
        p.part(
            tube([(cx + side * w, base - h * 0.42, w * 0.26), (cx + side * w * 1.06, base, w * 0.2)], 1),
            colour,
            role="wood",
            line=0.8,
        )
    for up in (0.93, 0.78, 0.63):
        p.box(cx - w, base - h * up - w * 0.13, cx + w, base - h * up + w * 0.13, colour, 3, 0.8)
    p.box(cx - w * 1.2, base - h * 0.5, cx + w * 1.2, base - h * 0.4, seat or light(colour, 0.14), 6)


def stool(p: Painter, x: float, y: float, tall: float = 96, colour: RGB = OAK, seat: RGB = (186, 74, 66)) -> None:
    """A round stool."""
    cx, base, h = p.x(x), p.y(y), tall * p.k
    p.shadow(cx, base, h * 0.4, 70)
    for dx in (-0.3, 0.3, 0.0):
        p.part(
            tube(
                [(cx + dx * h * 0.7, base - h * 0.9, h * 0.08), (cx + dx * h, base + (4 if dx == 0 else 0), h * 0.08)],
                1,
            ),
            colour,
            role="wood",
            line=0.7,
        )
    p.part(
        union(
            ellipse(cx, base - h, h * 0.38, h * 0.1),
            rounded(cx - h * 0.38, base - h, cx + h * 0.38, base - h * 0.86, 5),
        ),
        seat,
    )


def sofa(p: Painter, x: float, y: float, wide: float = 340, colour: RGB = (76, 128, 134)) -> None:
    """A sofa, or an armchair when it is narrow."""
    cx, base, w, h = p.x(x), p.y(y), wide * p.k / 2, 165 * p.k
    p.shadow(cx, base, w * 1.1, 90)
    p.part(rounded(cx - w * 0.92, base - h, cx + w * 0.92, base - h * 0.2, 26 * p.k), colour, role="cloth")
    count = 2 if wide > 240 else 1
    for index in range(count):
        a = cx - w * 0.78 + index * w * 1.56 / count
        b = a + w * 1.56 / count
        p.part(rounded(a, base - h * 0.9, b, base - h * 0.48, 18 * p.k), light(colour, 0.08), role="cloth", line=0.7)
        p.part(rounded(a, base - h * 0.54, b, base - h * 0.24, 12 * p.k), light(colour, 0.14), role="cloth", line=0.7)
    for side in (-1, 1):
        a, b = sorted((cx + side * w * 0.76, cx + side * w))
        p.part(rounded(a, base - h * 0.66, b, base - h * 0.06, 18 * p.k), shade(colour, 0.06), role="cloth")
        p.box(cx + side * w * 0.84 - 6, base - h * 0.08, cx + side * w * 0.84 + 6, base, (96, 66, 52), 2, 0.7)


def bed(p: Painter, x: float, y: float, wide: float = 400, quilt: RGB = (92, 118, 178), wood: RGB = OAK) -> None:
    """A bed along the wall, head to the right."""
    cx, base, w = p.x(x), p.y(y), wide * p.k / 2
    h = 86 * p.k
    p.shadow(cx, base, w * 1.08, 90)
    p.part(
        blob(
            [
                (cx + w * 0.92, base),
                (cx + w * 0.9, base - h * 2.1),
                (cx + w * 1.0, base - h * 2.3),
                (cx + w * 1.08, base - h * 2.1),
                (cx + w * 1.08, base),
            ],
            0.25,
        ),
        wood,
        role="wood",
    )
    p.box(cx - w, base - h * 0.72, cx + w, base - h * 0.2, wood, 5)
    p.part(
        rounded(cx - w * 0.98, base - h * 1.15, cx + w * 0.94, base - h * 0.6, 14 * p.k), (244, 238, 228), role="cloth"
    )
    p.part(
        blob(
            [
                (cx + w * 0.46, base - h * 1.1),
                (cx + w * 0.5, base - h * 1.5),
                (cx + w * 0.84, base - h * 1.62),
                (cx + w * 0.93, base - h * 1.16),
            ],
            0.6,
        ),
        (250, 246, 240),
        role="cloth",
    )
    cover = blob(
        [
            (cx - w * 1.02, base - h * 0.3),
            (cx - w * 1.0, base - h * 1.16),
            (cx - w * 0.4, base - h * 1.3),
            (cx + w * 0.42, base - h * 1.26),
            (cx + w * 0.46, base - h * 0.34),
            (cx - w * 0.2, base - h * 0.26),
        ],
        0.3,
    )
    p.part(cover, quilt, role="cloth")
    hues = (light(quilt, 0.35), (226, 152, 112), (206, 190, 120), (150, 120, 180))
    for i in range(6):
        for j in range(3):
            if (i + j) % 2 == 0:
                a, b = cx - w * 0.98 + i * w * 0.245, base - h * 1.24 + j * h * 0.32
                p.ink.inside(cover, rounded(a, b, a + w * 0.23, b + h * 0.3, 4), hues[(i + 2 * j) % 4], 170)
    p.part(rounded(cx - w * 1.06, base - h * 1.5, cx - w * 0.97, base, 5), wood, role="wood")


def cupboard(
    p: Painter, x: float, y: float, wide: float, tall: float, colour: RGB, doors: int = 2, drawers: int = 0
) -> None:
    """A cupboard or chest with doors or drawers."""
    cx, base, w, h = p.x(x), p.y(y), wide * p.k / 2, tall * p.k
    p.shadow(cx, base, w * 1.06, 80)
    p.box(cx - w, base - h, cx + w, base, colour, 5)
    p.box(cx - w - 6, base - h - 8 * p.k, cx + w + 6, base - h + 6 * p.k, light(colour, 0.12), 3)
    for index in range(drawers):
        y0 = base - h * 0.94 + index * h * 0.9 / drawers
        p.box(cx - w * 0.88, y0, cx + w * 0.88, y0 + h * 0.9 / drawers - 6, light(colour, 0.08), 4, 0.6)
        p.part(ellipse(cx, y0 + h * 0.42 / drawers, 6 * p.k, 5 * p.k), (224, 190, 104), line=0.6)
    for index in range(doors if not drawers else 0):
        a = cx - w * 0.92 + index * w * 1.84 / doors
        p.box(a + 3, base - h * 0.93, a + w * 1.84 / doors - 3, base - h * 0.07, light(colour, 0.08), 4, 0.6)
        knob = a + w * 1.84 / doors - 14 * p.k if index % 2 == 0 else a + 14 * p.k
        p.part(ellipse(knob, base - h * 0.5, 5 * p.k, 5 * p.k), (224, 190, 104), line=0.6)


def books(p: Painter, x0: float, x1: float, y: float, tall: float, name: str) -> None:
    """A row of books from x0 to x1 on a board at y; pixels."""
    chance, x = p.rng(name), x0
    while x < x1 - 6:
        wide = min(chance.uniform(0.14, 0.3) * tall, x1 - x)
        high = tall * chance.uniform(0.72, 1.0)
        hue = chance.choice(BOOKS)
        book = poly([(x, y), (x, y - high), (x + wide - 1, y - high), (x + wide - 1, y)])
        p.wash(book, (light(hue, 0.12), shade(hue, 0.16)), (x, 0), (x + wide, 0))
        if wide > 7:
            p.flat(
                skia.Path.Rect(skia.Rect.MakeLTRB(x + 2, y - high * 0.8, x + wide - 3, y - high * 0.72)),
                (240, 214, 150),
                170,
            )
        x += wide
        if chance.random() < 0.06:
            x += wide


def bookcase(
    p: Painter, x: float, y: float, wide: float, tall: float, rows: int = 5, colour: RGB = (128, 84, 56)
) -> None:
    """A case full of books."""
    cx, base, w, h = p.x(x), p.y(y), wide * p.k / 2, tall * p.k
    p.shadow(cx, base, w * 1.05, 80)
    p.box(cx - w, base - h, cx + w, base, colour, 4)
    p.flat(rounded(cx - w * 0.92, base - h * 0.97, cx + w * 0.92, base - h * 0.04, 2), shade(colour, 0.5))
    for row in range(rows):
        y1 = base - h * 0.04 - row * h * 0.93 / rows
        books(p, cx - w * 0.9, cx + w * 0.9, y1, h * 0.74 / rows, f"case{x}{row}")
        p.box(cx - w * 0.95, y1 - 2, cx + w * 0.95, y1 + 7 * p.k, light(colour, 0.1), 0, 0.5)


def board(p: Painter, x: float, y: float, wide: float, things: str = "jars") -> None:
    """A wall board with jars, books or plates on it."""
    cx, base, w = p.x(x), p.y(y), wide * p.k / 2
    if things == "books":
        books(p, cx - w * 0.9, cx + w * 0.8, base, 56 * p.k, f"board{x}")
    else:
        chance, at = p.rng(f"board{x}{y}"), cx - w * 0.86
        while at < cx + w * 0.8:
            size = chance.uniform(24, 40) * p.k
            jar(p, at + size / 2, base, size, chance.choice(BOOKS))
            at += size + 12 * p.k
    p.box(cx - w, base, cx + w, base + 12 * p.k, (146, 100, 66), 3)


def jar(p: Painter, x: float, y: float, size: float, colour: RGB) -> None:
    """A pot with a lid; pixels."""
    p.box(x - size * 0.4, y - size, x + size * 0.4, y, colour, size * 0.16, 0.8)
    p.box(x - size * 0.3, y - size * 1.22, x + size * 0.3, y - size * 0.96, shade(colour, 0.2), 3, 0.7)


def picture(p: Painter, x: float, y: float, wide: float = 110, tall: float = 80, hue: RGB = (120, 170, 190)) -> None:
    """A framed landscape."""
    cx, cy, w, h = p.x(x), p.y(y), wide * p.k / 2, tall * p.k / 2
    p.box(cx - w, cy - h, cx + w, cy + h, (176, 130, 78), 4)
    inner = rounded(cx - w * 0.84, cy - h * 0.8, cx + w * 0.84, cy + h * 0.8, 2)
    p.down(inner, hue, light(hue, 0.5))
    p.ink.inside(
        inner,
        blob(
            [
                (cx - w, cy + h),
                (cx - w * 0.3, cy),
                (cx + w * 0.2, cy + h * 0.3),
                (cx + w, cy - h * 0.1),
                (cx + w, cy + h),
            ]
        ),
        shade(hue, 0.3),
    )
    p.ink.inside(inner, ellipse(cx + w * 0.4, cy - h * 0.35, h * 0.22, h * 0.22), (250, 226, 150))


def rug(p: Painter, x: float, y: float, wide: float, colour: RGB) -> None:
    """An oval carpet."""
    cx, cy, w = p.x(x), p.y(y), wide * p.k / 2
    for share, hue in (
        (1.0, shade(colour, 0.1)),
        (0.86, light(colour, 0.3)),
        (0.78, colour),
        (0.4, light(colour, 0.18)),
    ):
        p.flat(ellipse(cx, cy, w * share, w * 0.24 * share), hue)
    p.stroke(ellipse(cx, cy, w, w * 0.24), shade(colour, 0.35), 2, 140)


def plant(
    p: Painter, x: float, y: float, tall: float = 130, pot: RGB = (204, 116, 78), leaf: RGB = (78, 148, 88)
) -> None:
    """A potted plant."""
    cx, base, h = p.x(x), p.y(y), tall * p.k
    p.shadow(cx, base, h * 0.24, 70)
    for index in range(9):
        angle = math.radians(-90 + (index - 4) * 19)
        tip = (cx + math.cos(angle) * h * 0.46, base - h * 0.34 + math.sin(angle) * h * 0.64)
        mid = (cx + math.cos(angle) * h * 0.2, base - h * 0.34 + math.sin(angle) * h * 0.4)
        leaf_shape = tube([(cx, base - h * 0.3, h * 0.03), (*mid, h * 0.1), (*tip, h * 0.02)], 3)
        p.part(leaf_shape, mix(leaf, light(leaf, 0.2), index % 3 / 2), role="leaf", line=0.7)
    p.part(
        poly(
            [
                (cx - h * 0.19, base - h * 0.36),
                (cx + h * 0.19, base - h * 0.36),
                (cx + h * 0.13, base),
                (cx - h * 0.13, base),
            ]
        ),
        pot,
    )


def lamp(p: Painter, x: float, y: float, tall: float, hue: RGB = (250, 222, 150)) -> None:
    """A lamp with a shade on a foot; glows when it is dark."""
    cx, base, h = p.x(x), p.y(y), tall * p.k
    s = min(h * 0.4, 74 * p.k)
    p.part(
        tube([(cx, base - h + s * 0.8, s * 0.12), (cx, base - s * 0.1, s * 0.12)], 1),
        (150, 112, 76),
        role="metal",
        line=0.8,
    )
    p.part(rounded(cx - s * 0.4, base - s * 0.14, cx + s * 0.4, base, 4), (150, 112, 76), role="metal", line=0.8)
    p.lamp(cx, base - h + s * 0.5, s * 5)
    hood = poly(
        [
            (cx - s * 0.36, base - h),
            (cx + s * 0.36, base - h),
            (cx + s * 0.62, base - h + s * 0.84),
            (cx - s * 0.62, base - h + s * 0.84),
        ]
    )
    p.part(hood, hue, role="cloth")
    if p.dark > 0.2:
        p.wash(hood, ((255, 226, 150), (255, 246, 206)), (0, base - h), (0, base - h + s), raw=True)


def clock(p: Painter, x: float, y: float, r: float = 36) -> None:
    """A wall clock."""
    cx, cy, s = p.x(x), p.y(y), r * p.k
    p.part(ellipse(cx, cy, s, s), (150, 104, 70))
    p.flat(ellipse(cx, cy, s * 0.82, s * 0.82), (252, 246, 230))
    p.stroke(poly([(cx, cy - s * 0.56), (cx, cy), (cx + s * 0.36, cy + s * 0.16)], close=False), (60, 46, 66), s * 0.1)


def crate(p: Painter, x: float, y: float, size: float = 84, colour: RGB = (186, 142, 92)) -> None:
    """A wooden crate."""
    cx, base, s = p.x(x), p.y(y), size * p.k
    p.shadow(cx, base, s * 0.6, 80)
    p.box(cx - s / 2, base - s * 0.86, cx + s / 2, base, colour, 3)
    for up in (0.28, 0.57):
        p.stroke(poly([(cx - s / 2, base - s * up), (cx + s / 2, base - s * up)], close=False), shade(colour, 0.35), 2)
    p.part(
        poly(
            [
                (cx - s * 0.46, base - s * 0.06),
                (cx - s * 0.36, base - s * 0.06),
                (cx + s * 0.46, base - s * 0.8),
                (cx + s * 0.36, base - s * 0.8),
            ]
        ),
        light(colour, 0.08),
        line=0.6,
    )
    p.cap(rounded(cx - s / 2, base - s * 0.86, cx + s / 2, base, 3), s * 0.12)


def barrel(p: Painter, x: float, y: float, tall: float = 104, colour: RGB = (166, 112, 68)) -> None:
    """A barrel with two hoops."""
    cx, base, h = p.x(x), p.y(y), tall * p.k
    w = h * 0.36
    p.shadow(cx, base, w * 1.2, 80)
    body = blob(
        [
            (cx - w * 0.82, base),
            (cx - w, base - h * 0.5),
            (cx - w * 0.82, base - h),
            (cx + w * 0.82, base - h),
            (cx + w, base - h * 0.5),
            (cx + w * 0.82, base),
        ],
        0.4,
    )
    p.part(body, colour, role="wood")
    for up in (0.22, 0.76):
        p.ink.inside(
            body,
            rounded(cx - w * 1.1, base - h * up - h * 0.045, cx + w * 1.1, base - h * up + h * 0.045, 2),
            (98, 92, 104),
        )
    p.part(ellipse(cx, base - h, w * 0.82, h * 0.07), shade(colour, 0.12), role="wood", line=0.8)


def counter(
    p: Painter, x0: float, x1: float, y: float, tall: float, colour: RGB, top: RGB = (190, 138, 88), doors: int = 4
) -> None:
    """A row of low cupboards with a worktop from x0 to x1 (shares)."""
    a, b, base, h = p.x(x0), p.x(x1), p.y(y), tall * p.k
    p.shadow((a + b) / 2, base, (b - a) * 0.52, 60)
    p.box(a, base - h, b, base, colour, 3)
    for index in range(doors):
        left = a + (b - a) * index / doors
        p.box(left + 7, base - h * 0.84, left + (b - a) / doors - 7, base - h * 0.1, light(colour, 0.07), 5, 0.6)
        p.part(
            ellipse(left + (b - a) / doors * (0.85 if index % 2 == 0 else 0.15), base - h * 0.6, 5 * p.k, 5 * p.k),
            (236, 206, 130),
            line=0.6,
        )
    p.box(a - 8, base - h - 14 * p.k, b + 8, base - h + 4 * p.k, top, 4)
