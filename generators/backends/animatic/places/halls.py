"""Owns the church, the railway carriage and the building site. Does not know: figures."""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube, union
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, openings, rooms, sky
from generators.backends.animatic.places.buildings import skyline
from generators.backends.animatic.places.country import open_sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Animate, Plane, Spec

_GLASS: tuple[RGB, ...] = ((206, 70, 76), (70, 116, 196), (240, 190, 84), (84, 156, 104), (146, 92, 170))
_TRAIN_WINDOWS = ((0.2, 0.36, 210.0, 180.0), (0.5, 0.36, 210.0, 180.0), (0.8, 0.36, 210.0, 180.0))
IRON: RGB = (230, 168, 70)


def _church(p: Painter) -> None:
    stone = p.main((206, 196, 182))
    rooms.wall(p, stone, "stone")
    rooms.floor(p, (178, 166, 156), "slabs")
    rose = ellipse(p.x(0.5), p.y(0.2), 96 * p.k, 96 * p.k)
    for x, wide, tall in ((0.22, 74, 250), (0.78, 74, 250), (0.36, 60, 200), (0.64, 60, 200)):
        stained(p, p.x(x), p.y(0.5), wide * p.k, tall * p.k, f"pane{x}")
    p.part(ellipse(p.x(0.5), p.y(0.2), 108 * p.k, 108 * p.k), shade(stone, 0.2), role="stone")
    _panes(p, rose, "rose")
    for x in (0.02, 0.13, 0.87, 0.98):
        w = 38 * p.k
        p.box(p.x(x) - w, p.top, p.x(x) + w, p.y(0.7), light(stone, 0.25), 4)
        p.box(p.x(x) - w * 1.3, p.y(0.66), p.x(x) + w * 1.3, p.y(0.71), light(stone, 0.3), 4)
    _altar(p)
    carpet = poly([(p.x(0.46), p.y(0.7)), (p.x(0.54), p.y(0.7)), (p.x(0.66), p.bottom), (p.x(0.34), p.bottom)])
    p.flat(carpet, (150, 50, 62))
    for row, y in enumerate((0.735, 0.78)):
        for side in (-1, 1):
            inner, outer = sorted((p.x(0.5 + side * (0.13 + 0.03 * row)), p.x(0.5 + side * (0.46 + 0.04 * row))))
            p.shadow((inner + outer) / 2, p.y(y), (outer - inner) * 0.54, 80)
            p.box(inner, p.y(y) - 66 * p.k, outer, p.y(y) - 20 * p.k, (136, 90, 62), 6)
            p.box(inner - 5, p.y(y) - 74 * p.k, outer + 5, p.y(y) - 62 * p.k, (160, 110, 76), 5)
    for x, lean in ((0.22, 0.12), (0.78, -0.12)):
        shaft = poly(
            [
                (p.x(x) - 30, p.y(0.22)),
                (p.x(x) + 30, p.y(0.22)),
                (p.x(x + lean) + 110, p.y(0.9)),
                (p.x(x + lean) - 70, p.y(0.9)),
            ]
        )
        p.fade(
            shaft, (255, 226, 180), (p.x(x), p.y(0.2)), (p.x(x + lean), p.y(0.95)), 80 * (1 - 0.6 * p.dark), screen=True
        )
    rooms.evening(p, 0.5, 0.55)


def stained(p: Painter, x: float, y: float, wide: float, tall: float, name: str) -> None:
    """A pointed window of coloured glass, its foot at (x, y); pixels."""
    shape = blob(
        [
            (x - wide / 2, y),
            (x - wide / 2, y - tall * 0.66),
            (x, y - tall),
            (x + wide / 2, y - tall * 0.66),
            (x + wide / 2, y),
        ],
        0.22,
    )
    p.part(shape, (120, 112, 118), role="stone")
    inner = blob(
        [
            (x - wide * 0.4, y - 6),
            (x - wide * 0.4, y - tall * 0.65),
            (x, y - tall * 0.95),
            (x + wide * 0.4, y - tall * 0.65),
            (x + wide * 0.4, y - 6),
        ],
        0.22,
    )
    _panes(p, inner, name)


def _panes(p: Painter, shape: skia.Path, name: str) -> None:
    """Coloured panes with lead between them, bright by day."""
    chance, box = p.rng(name), shape.getBounds()
    bright = 1.0 - 0.55 * p.dark
    p.raw.canvas.save()
    p.raw.canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    side, lead, y = 26 * p.k, skia.Path(), box.top()
    while y < box.bottom():
        x = box.left()
        while x < box.right():
            hue = mix((30, 28, 66), chance.choice(_GLASS), bright)
            cell = poly([(x, y + side / 2), (x + side / 2, y), (x + side, y + side / 2), (x + side / 2, y + side)])
            p.raw.flat(skia.Path.Rect(skia.Rect.MakeXYWH(x, y, side, side)), mix(hue, (255, 250, 230), 0.12 * bright))
            p.raw.flat(cell, hue)
            lead.addPath(cell)
            x += side
        y += side
    p.raw.stroke(lead, (52, 46, 66), 2.2, 200)
    p.raw.canvas.restore()
    p.raw.stroke(shape, (62, 56, 76), 3)


def _altar(p: Painter) -> None:
    x, y, k = p.x(0.5), p.y(0.7), p.k
    p.box(x - 190 * k, y - 20 * k, x + 190 * k, y, (196, 186, 176), 3)
    p.box(x - 110 * k, y - 96 * k, x + 110 * k, y - 20 * k, (250, 246, 236), 3)
    p.box(x - 118 * k, y - 104 * k, x + 118 * k, y - 92 * k, (226, 190, 110), 3)
    for dx in (-80, 80):
        p.box(x + dx * k - 5, y - 150 * k, x + dx * k + 5, y - 104 * k, (252, 246, 226), 2, 0.7)
    p.box(x - 4, y - 178 * k, x + 4, y - 104 * k, (226, 180, 84), 1)
    p.box(x - 24 * k, y - 160 * k, x + 24 * k, y - 152 * k, (226, 180, 84), 1)


def candles(p: Painter, seconds: float) -> None:
    """Two flames on the altar."""
    for dx in (-80, 80):
        rooms.fire(p, p.x(0.5) + dx * p.k, p.y(0.7) - 150 * p.k, 17 * p.k, seconds + dx)


def _carriage(p: Painter) -> None:
    """Inside a railway carriage: wide windows, seats face to face, racks with cases."""
    rooms.wall(p, p.main((196, 150, 104)), "panel")
    rooms.floor(p, (120, 84, 78), "plain")
    p.box(p.left - 9, p.top, p.right + 9, p.y(0.06), (232, 214, 184), 0)
    for x, y, wide, tall in _TRAIN_WINDOWS:
        openings.window(p, x, y, wide, tall, frame=(126, 84, 62), bars=(1, 1))
        for side in (-1, 1):
            a = p.x(x) + side * wide * p.k * 0.56
            cloth = blob(
                [
                    (a - 18 * p.k, p.y(0.22)),
                    (a + 18 * p.k, p.y(0.22)),
                    (a + 12 * p.k, p.y(0.4)),
                    (a + 20 * p.k, p.y(0.52)),
                    (a - 20 * p.k, p.y(0.52)),
                    (a - 12 * p.k, p.y(0.4)),
                ],
                0.3,
            )
            p.part(cloth, (176, 66, 66), role="cloth")
    p.box(p.left - 9, p.y(0.165), p.right + 9, p.y(0.18), (206, 166, 96), 2)
    for x, wide, hue in (
        (0.1, 90, (96, 120, 160)),
        (0.4, 120, (150, 92, 66)),
        (0.68, 100, (110, 140, 104)),
        (0.92, 80, (176, 76, 70)),
    ):
        p.box(p.x(x) - wide * p.k / 2, p.y(0.165) - 58 * p.k, p.x(x) + wide * p.k / 2, p.y(0.165), hue, 8)
        p.stroke(
            blob(
                [
                    (p.x(x) - 14, p.y(0.165) - 58 * p.k),
                    (p.x(x), p.y(0.165) - 70 * p.k),
                    (p.x(x) + 14, p.y(0.165) - 58 * p.k),
                ],
                close=False,
            ),
            shade(hue, 0.4),
            4,
        )
    for x, side in ((0.04, 1), (0.35, -1), (0.65, 1), (0.96, -1)):
        _bench(p, p.x(x), p.y(0.735), side)
    rooms.evening(p, 0.5, 0.2, 1.2)


def _bench(p: Painter, x: float, y: float, side: int) -> None:
    k, hue = p.k, (58, 112, 110)
    p.shadow(x, y, 90 * k)
    a, b = sorted((x - side * 62 * k, x - side * 26 * k))
    p.part(rounded(a, y - 190 * k, b, y, 14), hue, role="cloth")
    a, b = sorted((x - side * 60 * k, x + side * 64 * k))
    p.part(rounded(a, y - 78 * k, b, y - 34 * k, 16), light(hue, 0.1), role="cloth")
    p.box(a + 8, y - 36 * k, b - 8, y, shade(hue, 0.4), 3)


def _site_far(p: Painter) -> None:
    skyline(p.away(0.9), 0.66, p.y(0.3), "site towers")
    far = p.away(0.3)
    mast = p.x(0.74)
    far.box(mast - 9 * p.k, p.y(0.1), mast + 9 * p.k, p.y(0.68), IRON, 1)
    far.box(p.x(0.46), p.y(0.12), p.x(0.9), p.y(0.145), IRON, 1)
    far.part(poly([(mast, p.y(0.04)), (mast - 24 * p.k, p.y(0.13)), (mast + 24 * p.k, p.y(0.13))]), IRON)
    far.stroke(
        poly([(p.x(0.46), p.y(0.12)), (mast, p.y(0.04)), (p.x(0.9), p.y(0.12))], close=False), (120, 96, 70), 2.4
    )
    far.stroke(poly([(p.x(0.52), p.y(0.14)), (p.x(0.52), p.y(0.34))], close=False), (90, 80, 96), 2.4)
    far.box(p.x(0.52) - 34 * p.k, p.y(0.34), p.x(0.52) + 34 * p.k, p.y(0.37), (150, 150, 164), 2)
    far.box(p.x(0.86), p.y(0.145), p.x(0.9), p.y(0.2), (120, 120, 134), 2)


def _site(p: Painter) -> None:
    nature.ground(p, 0.665, (190, 154, 110))
    left, right, foot = p.x(0.02), p.x(0.34), p.y(0.72)
    for row in range(3):
        y = foot - (row + 1) * 118 * p.k
        p.box(left, y, right, y + 16 * p.k, (176, 172, 176), 1)
        for index in range(4):
            x = left + (right - left) * index / 3
            p.box(x - 9 * p.k, y, x + 9 * p.k, y + 118 * p.k, (196, 190, 190), 1)
    half = poly(
        [
            (left, foot),
            (left, foot - 110 * p.k),
            (left + (right - left) * 0.34, foot - 110 * p.k),
            (left + (right - left) * 0.34, foot),
        ]
    )
    p.part(half, (190, 104, 84))
    for row in range(5):
        y = foot - 20 * p.k * (row + 1)
        p.stroke(poly([(left, y), (left + (right - left) * 0.34, y)], close=False), (226, 196, 176), 2, 150)
    for x in (left - 20 * p.k, right + 20 * p.k):
        p.part(tube([(x, foot, 6 * p.k), (x, foot - 390 * p.k, 6 * p.k)], 1), IRON, role="metal", line=0.8)
    pile = blob(
        [
            (p.x(0.74), p.y(0.76)),
            (p.x(0.8), p.y(0.69)),
            (p.x(0.86), p.y(0.65)),
            (p.x(0.94), p.y(0.7)),
            (p.x(1.02), p.y(0.76)),
        ],
        0.5,
    )
    p.part(pile, (206, 172, 122))
    for index in range(6):
        bx, by = p.x(0.62) + (index % 3) * 44 * p.k, p.y(0.765) - (index // 3) * 24 * p.k
        p.box(bx, by - 24 * p.k, bx + 42 * p.k, by, (196, 100, 80), 2, 0.8)
    for x in (0.42, 0.56, 0.9):
        _cone(p, p.x(x), p.y(0.78), 58 * p.k)
    f.barrel(p, 0.08, 0.8, 90)
    ribbon = tube([(p.x(-0.2), p.y(0.75), 7), (p.x(0.12), p.y(0.765), 7), (p.x(0.38), p.y(0.75), 7)], 6)
    p.part(ribbon, (250, 214, 90), line=0.6)
    nature.puddles(p)


def _cone(p: Painter, x: float, y: float, tall: float) -> None:
    p.shadow(x, y, tall * 0.5)
    body = poly([(x - tall * 0.06, y - tall), (x + tall * 0.06, y - tall), (x + tall * 0.28, y), (x - tall * 0.28, y)])
    p.part(union(body, rounded(x - tall * 0.4, y - tall * 0.09, x + tall * 0.4, y, 3)), (238, 118, 50))
    for up in (0.7, 0.4):
        p.ink.inside(body, rounded(x - tall, y - tall * up, x + tall, y - tall * (up - 0.14), 0), (250, 246, 236))


_out: Animate = openings.panes(*_TRAIN_WINDOWS)

SPECS = (
    Spec(
        "construction site",
        (Plane(0.05, open_sky), Plane(0.3, _site_far), Plane(1.0, _site)),
        also=("building site", "worksite", "excavation", "quarry"),
        live=(sky.birds,),
        spots={"seat": (0.66, 0.74)},
    ),
    Spec(
        "church",
        (Plane(1.0, _church),),
        also=("church interior", "cathedral", "chapel", "monastery", "abbey", "wedding"),
        indoor=True,
        live=(candles,),
        spots={"seat": (0.2, 0.72), "seat2": (0.8, 0.72), "light": (0.5, 0.5)},
    ),
    Spec(
        "train carriage",
        (Plane(1.0, _carriage),),
        also=("train compartment", "compartment", "train interior", "railway carriage", "bus interior", "subway car"),
        indoor=True,
        live=(_out,),
        spots={"seat": (0.06, 0.68), "seat2": (0.33, 0.68), "window": (0.5, 0.36), "light": (0.5, 0.04)},
    ),
)
