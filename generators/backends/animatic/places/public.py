"""Owns public rooms: classroom, library, office, hospital, cafe, shop, laboratory, gym. Does not know: figures."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import rooms, sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

_FLAG_HUES: tuple[RGB, ...] = ((206, 70, 64), (240, 190, 76), (76, 132, 170), (104, 168, 110))


def _classroom(p: Painter) -> None:
    rooms.wall(p, p.main((248, 232, 192)), "plain")
    rooms.floor(p, (204, 156, 104))
    k, cx = p.k, p.x(0.48)
    p.box(cx - 230 * k, p.y(0.16), cx + 230 * k, p.y(0.5), (156, 106, 70), 5)
    board = rounded(cx - 216 * k, p.y(0.18), cx + 216 * k, p.y(0.48), 3)
    p.part(board, (56, 112, 92))
    chalk: RGB = (238, 246, 236)
    for index, length in enumerate((0.9, 0.7, 0.82)):
        y = p.y(0.26 + 0.06 * index)
        p.stroke(poly([(cx - 40 * k, y), (cx - 40 * k + 190 * length * k, y)], close=False), chalk, 3, 190)
    hx, hy = cx - 140 * k, p.y(0.4)
    p.stroke(
        poly(
            [
                (hx - 34 * k, hy),
                (hx - 34 * k, hy - 44 * k),
                (hx, hy - 78 * k),
                (hx + 34 * k, hy - 44 * k),
                (hx + 34 * k, hy),
            ]
        ),
        chalk,
        3,
        200,
    )
    p.box(cx - 120 * k, p.y(0.5), cx + 120 * k, p.y(0.515), (176, 124, 84), 2)
    rooms.window(p, 0.87, 0.31, 190, 210)
    rooms.door(p, 0.05, (96, 142, 150), glass=True)
    f.clock(p, 0.21, 0.2, 34)
    f.board(p, 0.21, 0.36, 130, "books")
    for x, hue in ((0.2, (206, 80, 70)), (0.72, (84, 132, 180)), (0.86, (226, 176, 76)), (0.34, (104, 160, 110))):
        f.table(p, x, 0.755, 150, 92, (214, 164, 108))
        f.chair(p, x, 0.79, 120, (110, 112, 128), hue)
    globe(p, p.x(0.06), p.y(0.78), 110 * k)
    sky.bunting(p, [(p.x(-0.1 + 0.1 * i), p.y(0.06 + 0.025 * (i % 2))) for i in range(13)], _FLAG_HUES, 22 * k)
    rooms.evening(p, 0.48, 0.3, 1.2)


def globe(p: Painter, x: float, y: float, tall: float) -> None:
    """A globe on a stand; pixels."""
    r = tall * 0.34
    p.shadow(x, y, r)
    p.part(tube([(x, y - tall * 0.3, r * 0.2), (x, y - 3, r * 0.2)], 1), (166, 116, 72), line=0.8)
    p.part(ellipse(x, y - 3, r * 0.7, r * 0.16), (166, 116, 72))
    ball = ellipse(x, y - tall * 0.62, r, r)
    p.part(ball, (84, 158, 206))
    p.ink.inside(
        ball,
        blob(
            [
                (x - r * 0.7, y - tall * 0.8),
                (x - r * 0.1, y - tall * 0.86),
                (x, y - tall * 0.6),
                (x - r * 0.5, y - tall * 0.5),
            ]
        ),
        (120, 180, 104),
    )
    p.ink.inside(ball, ellipse(x + r * 0.5, y - tall * 0.52, r * 0.34, r * 0.3), (120, 180, 104))


def _library(p: Painter) -> None:
    rooms.wall(p, p.main((176, 132, 92)), "panel")
    rooms.floor(p, (148, 98, 66))
    rooms.window(p, 0.5, 0.34, 170, 180, arch=True, bars=(3, 3))
    for x in (-0.13, 0.1, 0.3, 0.7, 0.9, 1.13):
        f.bookcase(p, x, 0.69, 232, 460, 6)
    _ladder(p, p.x(0.79), p.y(0.73), 420 * p.k)
    p.flat(
        poly([(p.x(0.44), p.y(0.685)), (p.x(0.56), p.y(0.685)), (p.x(0.74), p.bottom), (p.x(0.26), p.bottom)]),
        (168, 66, 66),
    )
    p.stroke(poly([(p.x(0.45), p.y(0.685)), (p.x(0.29), p.bottom)], close=False), (232, 190, 110), 4)
    p.stroke(poly([(p.x(0.55), p.y(0.685)), (p.x(0.71), p.bottom)], close=False), (232, 190, 110), 4)
    f.table(p, 0.13, 0.79, 260, 118, (126, 82, 56))
    f.lamp(p, 0.1, 0.79 - 140 * p.k / 720, 92, (84, 158, 110))
    f.books(p, p.x(0.14), p.x(0.19), p.y(0.79) - 140 * p.k, 46 * p.k, "table")
    f.sofa(p, 0.91, 0.8, 190, (96, 126, 96))
    for x in (0.3, 0.7):
        _globe_lamp(p, x, 0.1)
    rooms.evening(p, 0.5, 0.4)


def _globe_lamp(p: Painter, x: float, y: float) -> None:
    cx, cy, r = p.x(x), p.y(y), 30 * p.k
    p.stroke(poly([(cx, p.top), (cx, cy)], close=False), (92, 70, 62), 3)
    p.glow(cx, cy, r * 3.2, (255, 224, 160), 90)
    p.lamp(cx, cy, r * 8)
    p.part(ellipse(cx, cy, r, r), (255, 240, 204), line=0.7)


def _ladder(p: Painter, x: float, y: float, tall: float) -> None:
    for dx in (0.0, 0.14):
        p.part(
            tube([(x + dx * tall + tall * 0.1, y - tall, 9), (x + dx * tall, y, 10)], 1),
            (190, 140, 90),
            role="wood",
            line=0.8,
        )
    for index in range(8):
        t = (index + 0.6) / 8.4
        p.box(
            x + tall * 0.1 * t, y - tall * t - 4, x + tall * (0.14 + 0.1 * t), y - tall * t + 4, (206, 156, 104), 2, 0.7
        )


def _office(p: Painter) -> None:
    rooms.wall(p, p.main((206, 216, 220)), "plain")
    rooms.floor(p, (146, 152, 164), "slabs")
    rooms.window(p, 0.5, 0.3, 330, 190, frame=(226, 230, 234), bars=(3, 1))
    rooms.door(p, 0.06, (150, 112, 84), glass=True)
    for x in (0.22, 0.8):
        desk(p, p.x(x), p.y(0.775), 260 * p.k)
    f.cupboard(p, 0.97, 0.7, 110, 210, (140, 152, 166), drawers=4)
    f.clock(p, 0.76, 0.2, 34)
    f.picture(p, 0.23, 0.24, 120, 84, (220, 160, 110))
    f.plant(p, 0.7, 0.71, 150)
    p.box(p.x(0.88), p.y(0.16), p.x(0.99), p.y(0.34), (250, 250, 248), 3)
    for index, hue in enumerate(((226, 110, 90), (90, 150, 200), (110, 180, 120))):
        p.box(
            p.x(0.895 + 0.03 * index),
            p.y(0.33) - (30 + 26 * index) * p.k,
            p.x(0.915 + 0.03 * index),
            p.y(0.325),
            hue,
            1,
            0.5,
        )
    rooms.evening(p, 0.5, 0.25, 1.2)


def desk(p: Painter, x: float, y: float, wide: float) -> None:
    """A desk with a computer and a chair behind; pixels."""
    h = wide * 0.42
    p.part(rounded(x - wide * 0.14, y - h * 2.1, x + wide * 0.14, y - h * 1.0, 14), (84, 92, 122), role="cloth")
    p.shadow(x, y, wide * 0.54)
    for side in (-1, 1):
        p.box(x + side * wide * 0.42 - wide * 0.06, y - h, x + side * wide * 0.42 + wide * 0.06, y, (176, 134, 98), 2)
    p.box(x - wide * 0.52, y - h * 1.1, x + wide * 0.52, y - h * 0.94, (206, 160, 116), 4)
    p.box(x + wide * 0.05, y - h * 1.84, x + wide * 0.37, y - h * 1.22, (70, 76, 98), 6)
    p.raw.flat(rounded(x + wide * 0.07, y - h * 1.79, x + wide * 0.35, y - h * 1.29, 3), (150, 206, 232), 235)
    p.lamp(x + wide * 0.21, y - h * 1.5, wide * 0.5, (150, 206, 240), 120)
    p.box(x + wide * 0.19, y - h * 1.24, x + wide * 0.23, y - h * 1.1, (70, 76, 98), 0)
    p.box(x - wide * 0.34, y - h * 1.17, x - wide * 0.14, y - h * 1.09, (250, 248, 240), 1, 0.7)
    f.jar(p, x - wide * 0.44, y - h * 1.09, wide * 0.09, (206, 92, 80))


def _hospital(p: Painter) -> None:
    rooms.wall(p, p.main((206, 230, 226)), "plain")
    p.flat(rounded(p.left, p.y(0.44), p.right, p.y(0.47), 0), (126, 190, 186))
    rooms.floor(p, (214, 222, 222), "tiles")
    rooms.window(p, 0.3, 0.26, 210, 170, frame=(248, 250, 250))
    rooms.door(p, 0.06, (170, 206, 210), glass=True)
    k, x, y = p.k, p.x(0.82), p.y(0.79)
    p.shadow(x, y, 230 * k)
    for dx in (-170, 170):
        p.part(tube([(x + dx * k, y - 110 * k, 9), (x + dx * k, y - 8, 9)], 1), (150, 166, 180), role="metal")
        p.part(ellipse(x + dx * k, y - 8, 11 * k, 11 * k), (84, 88, 104))
    p.box(x + 186 * k, y - 210 * k, x + 204 * k, y - 30 * k, (160, 176, 190), 6)
    p.box(x - 204 * k, y - 160 * k, x - 190 * k, y - 30 * k, (160, 176, 190), 6)
    p.part(rounded(x - 192 * k, y - 110 * k, x + 190 * k, y - 62 * k, 12), (250, 252, 252), role="cloth")
    p.part(
        blob(
            [
                (x + 90 * k, y - 108 * k),
                (x + 100 * k, y - 142 * k),
                (x + 176 * k, y - 156 * k),
                (x + 186 * k, y - 112 * k),
            ],
            0.6,
        ),
        (252, 252, 252),
        role="cloth",
    )
    p.part(
        blob(
            [
                (x - 194 * k, y - 60 * k),
                (x - 192 * k, y - 118 * k),
                (x + 70 * k, y - 124 * k),
                (x + 84 * k, y - 64 * k),
            ],
            0.2,
        ),
        (130, 196, 206),
        role="cloth",
    )
    p.part(tube([(p.x(0.6), p.y(0.3), 6 * k), (p.x(0.6), p.y(0.74), 6 * k)], 1), (160, 176, 190), role="metal")
    p.part(rounded(p.x(0.6) + 4, p.y(0.31), p.x(0.6) + 38 * k, p.y(0.4), 9), (206, 232, 244), role="glass")
    p.box(p.x(0.88), p.y(0.26), p.x(0.98), p.y(0.38), (70, 84, 104), 6)
    pulse = [
        (p.x(0.885), p.y(0.32)),
        (p.x(0.91), p.y(0.32)),
        (p.x(0.92), p.y(0.285)),
        (p.x(0.93), p.y(0.355)),
        (p.x(0.94), p.y(0.32)),
        (p.x(0.975), p.y(0.32)),
    ]
    p.raw.stroke(poly(pulse, close=False), (130, 240, 160), 3)
    cross = (206, 70, 70)
    p.box(p.x(0.5) - 14 * k, p.y(0.15), p.x(0.5) + 14 * k, p.y(0.27), cross, 3, 0.7)
    p.box(p.x(0.5) - 42 * k, p.y(0.19), p.x(0.5) + 42 * k, p.y(0.23), cross, 3, 0.7)
    f.chair(p, 0.2, 0.77, 180, (150, 166, 180), (110, 180, 186))
    rooms.evening(p, 0.6, 0.25, 1.25)


def _cafe(p: Painter) -> None:
    rooms.wall(p, p.main((214, 150, 112)), "bricks")
    rooms.floor(p, (146, 96, 66))
    rooms.window(p, 0.27, 0.33, 330, 230, frame=(74, 104, 96), bars=(3, 1))
    rooms.door(p, 0.035, (74, 104, 96), glass=True)
    f.counter(p, 0.66, 1.3, 0.715, 150, (92, 124, 108), doors=6)
    for x in (0.72, 0.8, 0.88):
        f.stool(p, x, 0.765, 100, seat=(186, 84, 66))
    f.board(p, 0.82, 0.3, 260)
    f.board(p, 0.82, 0.42, 260)
    p.box(p.x(0.9), p.y(0.715) - 230 * p.k, p.x(0.97), p.y(0.715) - 164 * p.k, (176, 182, 194), 8)
    p.box(p.x(0.52), p.y(0.16), p.x(0.63), p.y(0.42), (70, 60, 62), 5)
    for index in range(4):
        p.stroke(
            poly(
                [(p.x(0.535), p.y(0.22 + index * 0.045)), (p.x(0.6 + 0.01 * (index % 2)), p.y(0.22 + index * 0.045))],
                close=False,
            ),
            (240, 232, 214),
            3,
            200,
        )
    for x in (0.16, 0.38):
        f.chair(p, x - 0.075, 0.77, 170, (120, 80, 58), (206, 150, 90))
        f.chair(p, x + 0.075, 0.77, 170, (120, 80, 58), (206, 150, 90))
        f.table(p, x, 0.785, 150, 116, (166, 112, 74))
        cup(p, p.x(x) - 20 * p.k, p.y(0.785) - 136 * p.k, 22 * p.k)
    for x in (0.16, 0.38, 0.8):
        rooms.pendant(p, x, 0.13, 38, (226, 178, 92))
    rooms.evening(p, 0.4, 0.35, 1.15)


def cup(p: Painter, x: float, y: float, size: float) -> None:
    """A cup on a saucer; pixels."""
    p.part(ellipse(x, y, size * 0.9, size * 0.2), (246, 240, 230), line=0.7)
    p.part(
        blob(
            [
                (x - size * 0.5, y - size * 0.8),
                (x + size * 0.5, y - size * 0.8),
                (x + size * 0.34, y),
                (x - size * 0.34, y),
            ],
            0.25,
        ),
        (246, 240, 230),
        line=0.8,
    )


def _shop(p: Painter) -> None:
    rooms.wall(p, p.main((244, 220, 176)), "stripes")
    rooms.floor(p, (206, 190, 170), "tiles")
    rooms.window(p, 0.5, 0.28, 170, 150, frame=(196, 88, 72))
    rooms.door(p, 0.5 - 0.17, (196, 88, 72), glass=True)
    for x, name in ((0.12, "a"), (0.88, "b")):
        k, cx, base = p.k, p.x(x), p.y(0.715)
        p.shadow(cx, base, 170 * k)
        p.box(cx - 160 * k, base - 430 * k, cx + 160 * k, base, (166, 116, 76), 4)
        for row in range(4):
            y = base - 12 * k - row * 104 * k
            p.flat(rounded(cx - 150 * k, y - 92 * k, cx + 150 * k, y, 2), shade((166, 116, 76), 0.4))
            chance, at = p.rng(f"shelf{name}{row}"), cx - 140 * k
            while at < cx + 118 * k:
                size = chance.uniform(32, 58) * k
                hue = chance.choice(f.BOOKS)
                if chance.random() < 0.5:
                    f.jar(p, at + size / 2, y, size, hue)
                else:
                    p.box(at, y - size * 1.2, at + size * 0.8, y, hue, 4, 0.8)
                at += size + 6 * k
            p.box(cx - 156 * k, y - 3, cx + 156 * k, y + 9 * k, (190, 138, 92), 2, 0.7)
    f.counter(p, 0.62, 0.78, 0.735, 138, (112, 148, 120), doors=2)
    p.box(p.x(0.68), p.y(0.735) - 206 * p.k, p.x(0.75), p.y(0.735) - 152 * p.k, (206, 90, 78), 8)
    p.box(p.x(0.69), p.y(0.735) - 236 * p.k, p.x(0.74), p.y(0.735) - 206 * p.k, (226, 220, 200), 4)
    f.crate(p, 0.285, 0.76, 76)
    for dx, hue in ((-20, (206, 80, 66)), (0, (236, 160, 70)), (20, (206, 80, 66))):
        p.part(ellipse(p.x(0.285) + dx * p.k, p.y(0.76) - 70 * p.k, 15 * p.k, 14 * p.k), hue, line=0.7)
    rooms.pendant(p, 0.5, 0.09, 50, (196, 88, 72))
    rooms.evening(p, 0.5, 0.25, 1.2)


def _laboratory(p: Painter) -> None:
    rooms.wall(p, p.main((178, 196, 214)), "tiles")
    rooms.floor(p, (150, 164, 180), "slabs")
    rooms.window(p, 0.5, 0.27, 200, 130, frame=(220, 228, 236))
    rooms.door(p, 0.04, (130, 150, 170))
    f.counter(p, 0.1, 0.42, 0.715, 128, (226, 232, 238), (96, 112, 134), doors=4)
    f.counter(p, 0.64, 1.3, 0.715, 128, (226, 232, 238), (96, 112, 134), doors=6)
    for x, size, hue in (
        (0.15, 80, (110, 220, 160)),
        (0.22, 58, (240, 120, 170)),
        (0.29, 90, (110, 180, 244)),
        (0.7, 76, (250, 190, 84)),
        (0.77, 100, (120, 226, 150)),
        (0.96, 74, (190, 130, 240)),
    ):
        flask(p, p.x(x), p.y(0.715) - 142 * p.k, size * p.k, hue)
    f.board(p, 0.25, 0.31, 250)
    f.board(p, 0.8, 0.28, 250)
    p.box(p.x(0.835), p.y(0.715) - 260 * p.k, p.x(0.92), p.y(0.715) - 142 * p.k, (92, 104, 126), 8)
    p.raw.flat(rounded(p.x(0.842), p.y(0.715) - 248 * p.k, p.x(0.913), p.y(0.715) - 180 * p.k, 4), (120, 230, 190), 230)
    f.stool(p, 0.33, 0.79, 110, (130, 140, 156), (84, 96, 120))
    rooms.pendant(p, 0.5, 0.07, 44, (220, 228, 236))
    rooms.evening(p, 0.5, 0.3, 1.2)


def flask(p: Painter, x: float, y: float, size: float, hue: RGB) -> None:
    """A glass with a glowing liquid; pixels."""
    glass = blob(
        [
            (x - size * 0.11, y - size),
            (x + size * 0.11, y - size),
            (x + size * 0.11, y - size * 0.6),
            (x + size * 0.42, y - size * 0.1),
            (x + size * 0.34, y),
            (x - size * 0.34, y),
            (x - size * 0.42, y - size * 0.1),
            (x - size * 0.11, y - size * 0.6),
        ],
        0.2,
    )
    p.part(glass, (224, 238, 244), role="glass", line=0.9)
    p.ink.inside(glass, rounded(x - size, y - size * 0.4, x + size, y + 9, 0), hue, 235)
    p.glow(x, y - size * 0.25, size * 0.7, hue, 90)


def bubbling(p: Painter, seconds: float) -> None:
    """Bubbles over the flasks."""
    for index, (x, size, hue) in enumerate(
        ((0.15, 80, (110, 220, 160)), (0.29, 90, (110, 180, 244)), (0.77, 100, (120, 226, 150)))
    ):
        for drop in range(3):
            age = (seconds * 0.6 + index * 0.3 + drop / 3) % 1.0
            y = p.y(0.715) - (142 + size + age * 40) * p.k
            p.flat(ellipse(p.x(x) + math.sin(seconds * 3 + drop) * 4, y, 4, 4), light(hue, 0.3), 220 * (1 - age))


def _gym(p: Painter) -> None:
    rooms.wall(p, p.main((232, 206, 164)), "bricks")
    p.flat(rounded(p.left, p.y(0.5), p.right, p.y(0.68), 0), (84, 122, 168))
    for x in (0.24, 0.5, 0.76):
        rooms.window(p, x, 0.12, 190, 90, bars=(3, 1))
    k = p.k
    for row in range(3):
        y = p.y(0.665) - row * 46 * k
        p.box(p.x(-0.2), y - 46 * k, p.x(0.34) - row * 30 * k, y, shade((206, 150, 96), 0.07 * row), 2)
    rooms.floor(p, (222, 166, 104))
    for half, tall in ((0.34, 0.12), (0.09, 0.034)):
        p.stroke(ellipse(p.x(0.5), p.y(0.83), p.x(half), p.y(tall)), (250, 246, 236), 5, 220)
    p.stroke(poly([(p.x(0.5), p.y(0.68)), (p.x(0.5), p.bottom)], close=False), (206, 76, 66), 5, 180)
    cx, cy = p.x(0.84), p.y(0.32)
    p.box(cx - 11 * k, cy, cx + 11 * k, p.y(0.7), (110, 116, 136), 2)
    p.box(cx - 88 * k, cy - 70 * k, cx + 88 * k, cy + 50 * k, (248, 246, 240), 5)
    p.stroke(rounded(cx - 32 * k, cy - 26 * k, cx + 32 * k, cy + 24 * k, 0), (206, 76, 66), 4)
    for dx in (-26, -13, 0, 13, 26):
        p.stroke(
            poly([(cx + dx * k, cy + 36 * k), (cx + dx * 0.5 * k, cy + 84 * k)], close=False), (250, 250, 250), 2.4
        )
    p.stroke(ellipse(cx, cy + 36 * k, 32 * k, 8 * k), (232, 110, 56), 6)
    ball = ellipse(p.x(0.95), p.y(0.79), 22 * k, 22 * k)
    p.part(ball, (226, 128, 62))
    rooms.evening(p, 0.5, 0.1, 1.4)


SPECS = (
    Spec(
        "classroom",
        (Plane(1.0, _classroom),),
        also=("school", "class", "university", "lecture hall"),
        indoor=True,
        live=(rooms.panes((0.87, 0.31, 190, 210)),),
        spots={
            "door": (0.05, 0.68),
            "window": (0.87, 0.31),
            "board": (0.48, 0.4),
            "seat": (0.2, 0.74),
            "seat2": (0.72, 0.74),
            "table": (0.86, 0.63),
        },
    ),
    Spec(
        "library",
        (Plane(1.0, _library),),
        also=("bookshop", "bookstore", "archive", "reading room"),
        indoor=True,
        live=(rooms.panes((0.5, 0.34, 170, 180)),),
        spots={"window": (0.5, 0.34), "seat": (0.91, 0.73), "table": (0.13, 0.62), "shelf": (0.3, 0.69)},
    ),
    Spec(
        "office",
        (Plane(1.0, _office),),
        also=("police station", "bank", "workplace", "newsroom", "bureau", "meeting room", "courtroom", "post office"),
        indoor=True,
        live=(rooms.panes((0.5, 0.3, 330, 190)),),
        spots={
            "door": (0.06, 0.68),
            "window": (0.5, 0.3),
            "seat": (0.22, 0.7),
            "seat2": (0.8, 0.7),
            "table": (0.22, 0.62),
        },
    ),
    Spec(
        "hospital room",
        (Plane(1.0, _hospital),),
        also=("hospital", "clinic", "doctor office", "ward", "infirmary", "sickroom", "emergency room"),
        indoor=True,
        live=(rooms.panes((0.3, 0.26, 210, 170)),),
        spots={"door": (0.06, 0.68), "bed": (0.8, 0.66), "seat": (0.2, 0.69), "window": (0.3, 0.26)},
    ),
    Spec(
        "cafe",
        (Plane(1.0, _cafe),),
        also=(
            "café",
            "restaurant",
            "pub",
            "bar",
            "tavern",
            "inn",
            "diner",
            "coffee shop",
            "bistro",
            "canteen",
            "cafeteria",
            "saloon",
            "teahouse",
        ),
        indoor=True,
        live=(rooms.panes((0.27, 0.33, 330, 230)),),
        spots={
            "door": (0.035, 0.68),
            "window": (0.27, 0.33),
            "seat": (0.085, 0.69),
            "seat2": (0.235, 0.69),
            "table": (0.16, 0.62),
        },
    ),
    Spec(
        "shop",
        (Plane(1.0, _shop),),
        also=(
            "store",
            "supermarket",
            "grocery",
            "grocery store",
            "toy store",
            "toy shop",
            "mall",
            "pharmacy",
            "boutique",
            "pet shop",
        ),
        indoor=True,
        live=(rooms.panes((0.5, 0.28, 170, 150)),),
        spots={"door": (0.33, 0.68), "window": (0.5, 0.28), "table": (0.7, 0.56)},
    ),
    Spec(
        "laboratory",
        (Plane(1.0, _laboratory),),
        also=("lab", "science lab", "research station", "observatory lab"),
        indoor=True,
        live=(bubbling, rooms.panes((0.5, 0.27, 200, 130))),
        spots={"door": (0.04, 0.68), "table": (0.26, 0.54), "seat": (0.33, 0.64)},
    ),
    Spec(
        "gym",
        (Plane(1.0, _gym),),
        also=("gymnasium", "sports hall", "stadium", "arena", "court", "basketball court", "dojo", "swimming pool"),
        indoor=True,
        spots={"seat": (0.12, 0.62), "hoop": (0.84, 0.4)},
    ),
)
