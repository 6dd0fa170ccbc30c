"""Owns public rooms: classroom, library, office, hospital, cafe, shop, laboratory, gym. Does not know: figures."""

from __future__ import annotations

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import openings, rooms, sky
from generators.backends.animatic.places.frames import framing
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
    openings.window(p, 0.87, 0.31, 190, 210)
    openings.door(p, 0.05, (96, 142, 150), glass=True)
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
    openings.window(p, 0.5, 0.34, 170, 180, arch=True, bars=(3, 3))
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
    openings.window(p, 0.5, 0.3, 330, 190, frame=(226, 230, 234), bars=(3, 1))
    openings.door(p, 0.06, (150, 112, 84), glass=True)
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
    openings.window(p, 0.3, 0.26, 210, 170, frame=(248, 250, 250))
    openings.door(p, 0.06, (170, 206, 210), glass=True)
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


SPECS = (
    Spec(
        "classroom",
        (Plane(1.0, _classroom),),
        also=("school", "class", "university", "lecture hall"),
        indoor=True,
        live=(openings.panes((0.87, 0.31, 190, 210)),),
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
        (Plane(1.0, _library), framing("plants")),
        also=("bookshop", "bookstore", "archive", "reading room"),
        indoor=True,
        live=(openings.panes((0.5, 0.34, 170, 180)),),
        spots={"window": (0.5, 0.34), "seat": (0.91, 0.73), "table": (0.13, 0.62), "shelf": (0.3, 0.69)},
    ),
    Spec(
        "office",
        (Plane(1.0, _office), framing("plants")),
        also=("police station", "bank", "workplace", "newsroom", "bureau", "meeting room", "courtroom", "post office"),
        indoor=True,
        live=(openings.panes((0.5, 0.3, 330, 190)),),
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
        live=(openings.panes((0.3, 0.26, 210, 170)),),
        spots={"door": (0.06, 0.68), "bed": (0.8, 0.66), "seat": (0.2, 0.69), "window": (0.3, 0.26)},
    ),
)
