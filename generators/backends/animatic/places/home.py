"""Owns rooms of a home: kitchen, bedroom, living room, bathroom, attic, workshop, and the plain room.

Does not know: figures.
"""

from __future__ import annotations

from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import openings, rooms, sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

_KITCHEN_WINDOW = (0.5, 0.3, 190.0, 190.0)


def _kitchen(p: Painter) -> None:
    teal = p.main((84, 158, 152))
    rooms.wall(p, (246, 224, 182), "plain")
    tiles = rounded(p.left, p.y(0.43), p.right, p.y(0.56), 0)
    p.flat(tiles, (226, 238, 230))
    p.raw.canvas.save()
    p.raw.canvas.clipPath(tiles)
    for index in range(56):
        for row in range(3):
            if (index + row) % 2:
                x, y = p.left + index * 36 * p.k, p.y(0.43) + row * 36 * p.k
                p.flat(rounded(x + 2, y + 2, x + 34 * p.k, y + 34 * p.k, 3), (168, 208, 204), 170)
    p.raw.canvas.restore()
    rooms.floor(p, (196, 136, 88), "planks")
    openings.window(p, *_KITCHEN_WINDOW, curtains=(214, 92, 82))
    f.counter(p, -0.3, 0.2, 0.7, 112, teal, doors=5)
    f.counter(p, 0.2, 0.7, 0.7, 112, teal, doors=4)
    f.counter(p, 0.86, 1.3, 0.7, 112, teal, doors=4)
    _stove(p, 0.78, 0.7)
    f.cupboard(p, 0.16, 0.3, 230, 130, teal)
    f.board(p, 0.77, 0.26, 210)
    for index, hue in enumerate(((150, 156, 168), (206, 128, 78), (150, 156, 168))):
        x = p.x(0.72) + index * 44 * p.k
        p.part(tube([(x, p.y(0.28), 4 * p.k), (x, p.y(0.34), 4 * p.k)], 1), hue, line=0.6)
        p.part(ellipse(x, p.y(0.36), 16 * p.k, 19 * p.k), hue, role="metal")
    _fruit(p, p.x(0.3), p.y(0.7) - 126 * p.k)
    f.plant(p, 0.6, 0.7 - 126 * p.k / 720, 66)
    _fridge(p, 1.0, 0.71)
    f.stool(p, 0.08, 0.84)
    f.rug(p, 0.5, 0.87, 480, (206, 120, 92))
    rooms.pendant(p, 0.5, 0.1, 56)
    rooms.evening(p, 0.5, 0.3)


def _stove(p: Painter, x: float, y: float) -> None:
    cx, base, k = p.x(x), p.y(y), p.k
    p.box(cx - 80 * k, base - 124 * k, cx + 80 * k, base, (244, 238, 228), 6)
    p.box(cx - 84 * k, base - 132 * k, cx + 84 * k, base - 116 * k, (86, 82, 96), 4)
    for dx in (-54, -18, 18, 54):
        p.part(ellipse(cx + dx * k, base - 100 * k, 8 * k, 8 * k), (206, 70, 62), line=0.7)
    p.box(cx - 60 * k, base - 80 * k, cx + 60 * k, base - 16 * k, (84, 74, 86), 8)
    p.glow(cx, base - 46 * k, 70 * k, (255, 160, 70), 90)
    p.box(cx - 50 * k, base - 182 * k, cx + 10 * k, base - 132 * k, (206, 70, 62), 8)
    p.box(cx - 56 * k, base - 190 * k, cx + 16 * k, base - 178 * k, (180, 54, 54), 4)
    p.box(cx + 26 * k, base - 164 * k, cx + 72 * k, base - 132 * k, (96, 132, 178), 8)


def _fridge(p: Painter, x: float, y: float) -> None:
    cx, base, k = p.x(x), p.y(y), p.k
    p.shadow(cx, base, 90 * k, 80)
    p.box(cx - 76 * k, base - 300 * k, cx + 76 * k, base, (222, 232, 226), 16)
    p.stroke(poly([(cx - 74 * k, base - 190 * k), (cx + 74 * k, base - 190 * k)], close=False), (140, 150, 160), 3)
    p.part(
        tube([(cx - 56 * k, base - 250 * k, 8 * k), (cx - 56 * k, base - 206 * k, 8 * k)], 1), (160, 166, 176), line=0.6
    )
    p.part(
        tube([(cx - 56 * k, base - 172 * k, 8 * k), (cx - 56 * k, base - 110 * k, 8 * k)], 1), (160, 166, 176), line=0.6
    )
    p.box(cx - 6 * k, base - 160 * k, cx + 44 * k, base - 110 * k, (250, 226, 140), 2, 0.6)


def _fruit(p: Painter, x: float, y: float) -> None:
    k = p.k
    for dx, dy, hue in ((-18, -22, (206, 70, 62)), (14, -24, (232, 150, 62)), (-2, -36, (140, 186, 84))):
        p.part(ellipse(x + dx * k, y + dy * k, 17 * k, 16 * k), hue, line=0.8)
    p.part(
        blob([(x - 46 * k, y - 18 * k), (x + 46 * k, y - 18 * k), (x + 24 * k, y), (x - 24 * k, y)], 0.3),
        (240, 236, 226),
    )


def kettle(p: Painter, seconds: float) -> None:
    """Steam over the pot."""
    sky.steam(p, p.x(0.78) - 20 * p.k, p.y(0.7) - 190 * p.k, seconds, 56)


_BEDROOM_WINDOW = (0.26, 0.3, 200.0, 240.0)


def _bedroom(p: Painter) -> None:
    hue = p.main((150, 168, 212))
    rooms.wall(p, hue, "stripes")
    rooms.floor(p, (186, 134, 94))
    openings.window(p, *_BEDROOM_WINDOW, curtains=(96, 116, 186))
    f.picture(p, 0.62, 0.24)
    f.board(p, 0.83, 0.24, 190, "books")
    openings.door(p, 0.02, (222, 206, 186))
    f.cupboard(p, 0.6, 0.7, 100, 104, (190, 138, 90), drawers=2)
    f.lamp(p, 0.6, 0.7 - 112 * p.k / 720, 96)
    f.bed(p, 0.83, 0.79, 420, (98, 122, 184))
    f.rug(p, 0.4, 0.87, 420, (212, 142, 150))
    _toys(p)
    rooms.evening(p, 0.6, 0.5)


def _toys(p: Painter) -> None:
    k, x, y = p.k, p.x(0.14), p.y(0.77)
    for dx, dy, hue in ((0, 0, (206, 80, 70)), (36, 0, (240, 196, 84)), (18, -34, (92, 150, 196))):
        p.box(x + (dx - 17) * k, y + (dy - 34) * k, x + (dx + 17) * k, y + dy * k, hue, 4)
    ball = ellipse(x + 84 * k, y - 18 * k, 20 * k, 20 * k)
    p.part(ball, (238, 232, 224))
    p.ink.inside(ball, rounded(x + 64 * k, y - 24 * k, x + 104 * k, y - 12 * k, 2), (206, 80, 70))


_LIVING_WINDOW = (0.3, 0.3, 220.0, 210.0)


def _living(p: Painter) -> None:
    hue = p.main((226, 190, 146))
    rooms.wall(p, hue, "panel")
    rooms.floor(p, (158, 104, 70))
    openings.window(p, *_LIVING_WINDOW, curtains=(172, 74, 70))
    openings.door(p, 0.055, (136, 88, 60))
    _hearth(p, 0.78, 0.69)
    f.bookcase(p, 1.04, 0.7, 200, 330)
    f.rug(p, 0.52, 0.86, 620, (168, 74, 74))
    f.sofa(p, 0.3, 0.77, 330, (76, 128, 134))
    f.lamp(p, 0.465, 0.75, 250)
    f.plant(p, 0.145, 0.76, 150)
    f.sofa(p, 0.985, 0.8, 190, (196, 142, 74))
    rooms.evening(p, 0.66, 0.52)


def _hearth(p: Painter, x: float, y: float) -> None:
    cx, base, k = p.x(x), p.y(y), p.k
    p.box(cx - 78 * k, p.top, cx + 78 * k, base - 200 * k, (172, 118, 98), 2)
    p.box(cx - 118 * k, base - 206 * k, cx + 118 * k, base, (176, 116, 94), 4)
    for row in range(6):
        for col in range(5):
            a = cx - 112 * k + col * 46 * k + (row % 2) * 14 * k
            p.flat(
                rounded(a, base - (200 - row * 33) * k, a + 38 * k, base - (174 - row * 33) * k, 3),
                (200, 140, 110),
                120,
            )
    p.box(cx - 136 * k, base - 226 * k, cx + 136 * k, base - 202 * k, (120, 78, 56), 4)
    opening = blob(
        [
            (cx - 70 * k, base),
            (cx - 70 * k, base - 90 * k),
            (cx, base - 140 * k),
            (cx + 70 * k, base - 90 * k),
            (cx + 70 * k, base),
        ],
        0.4,
    )
    p.part(opening, (66, 46, 58))
    p.glow(cx, base - 30 * k, 130 * k, (255, 150, 70), 130)
    for dx, turn in ((-24, 8), (20, -8)):
        p.part(
            tube(
                [
                    (cx + (dx - 30) * k, base - (12 + turn) * k, 18 * k),
                    (cx + (dx + 30) * k, base - (12 - turn) * k, 18 * k),
                ],
                1,
            ),
            (124, 80, 54),
            role="wood",
            line=0.8,
        )
    f.clock(p, x, y - 256 * k / 720, 28)
    f.jar(p, cx - 100 * k, base - 226 * k, 30 * k, (92, 132, 168))
    f.jar(p, cx + 100 * k, base - 226 * k, 26 * k, (206, 150, 84))
    p.flat(ellipse(cx, base + 12, 150 * k, 16 * k), (120, 104, 110), 150)


SPECS = (
    Spec(
        "kitchen",
        (Plane(1.0, _kitchen), framing("plants")),
        also=("bakery", "galley", "pantry"),
        indoor=True,
        live=(kettle, openings.panes(_KITCHEN_WINDOW)),
        spots={
            "window": (0.5, 0.3),
            "stove": (0.78, 0.6),
            "seat": (0.08, 0.76),
            "fridge": (1.0, 0.6),
            "light": (0.5, 0.12),
        },
    ),
    Spec(
        "bedroom",
        (Plane(1.0, _bedroom),),
        also=("nursery", "bed", "dormitory", "hotel room", "children room"),
        indoor=True,
        live=(openings.panes(_BEDROOM_WINDOW),),
        spots={
            "window": (0.26, 0.3),
            "door": (0.02, 0.68),
            "bed": (0.8, 0.72),
            "seat": (0.72, 0.72),
            "light": (0.6, 0.44),
        },
    ),
    Spec(
        "living room",
        (Plane(1.0, _living), framing("plants")),
        also=(
            "home",
            "house interior",
            "lounge",
            "parlour",
            "parlor",
            "sitting room",
            "fireplace",
            "hearth",
            "apartment",
            "flat",
            "study",
            "den",
            "family room",
            "dining room",
        ),
        indoor=True,
        live=(openings.panes(_LIVING_WINDOW), rooms.flames((0.78, 0.68, 60))),
        spots={
            "window": (0.3, 0.3),
            "door": (0.055, 0.68),
            "seat": (0.26, 0.7),
            "seat2": (0.35, 0.7),
            "fire": (0.78, 0.66),
            "light": (0.465, 0.42),
        },
    ),
)
