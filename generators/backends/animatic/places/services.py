"""Owns cafe, shop, laboratory and gym.

Does not know: figures.
"""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import openings, rooms
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def _cafe(p: Painter) -> None:
    rooms.wall(p, p.main((214, 150, 112)), "bricks")
    rooms.floor(p, (146, 96, 66))
    openings.window(p, 0.27, 0.33, 330, 230, frame=(74, 104, 96), bars=(3, 1))
    openings.door(p, 0.035, (74, 104, 96), glass=True)
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
    openings.window(p, 0.5, 0.28, 170, 150, frame=(196, 88, 72))
    openings.door(p, 0.5 - 0.17, (196, 88, 72), glass=True)
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
    openings.window(p, 0.5, 0.27, 200, 130, frame=(220, 228, 236))
    openings.door(p, 0.04, (130, 150, 170))
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
        openings.window(p, x, 0.12, 190, 90, bars=(3, 1))
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
        "cafe",
        (Plane(1.0, _cafe), framing("plants")),
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
        live=(openings.panes((0.27, 0.33, 330, 230)),),
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
        live=(openings.panes((0.5, 0.28, 170, 150)),),
        spots={"door": (0.33, 0.68), "window": (0.5, 0.28), "table": (0.7, 0.56)},
    ),
    Spec(
        "laboratory",
        (Plane(1.0, _laboratory),),
        also=("lab", "science lab", "research station"),
        indoor=True,
        live=(bubbling, openings.panes((0.5, 0.27, 200, 130))),
        spots={"door": (0.04, 0.68), "table": (0.26, 0.54), "seat": (0.33, 0.64)},
    ),
    Spec(
        "gym",
        (Plane(1.0, _gym),),
        also=("gymnasium", "sports hall", "court", "basketball court", "dojo", "swimming pool"),
        indoor=True,
        spots={"seat": (0.12, 0.62), "hoop": (0.84, 0.4)},
    ),
)
