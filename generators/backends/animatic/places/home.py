"""Owns rooms of a home: kitchen, bedroom, living room, bathroom, attic, workshop, and the plain room.

Does not know: figures.
"""

from __future__ import annotations

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import rooms, sky
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
    rooms.window(p, *_KITCHEN_WINDOW, curtains=(214, 92, 82))
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
    rooms.window(p, *_BEDROOM_WINDOW, curtains=(96, 116, 186))
    f.picture(p, 0.62, 0.24)
    f.board(p, 0.83, 0.24, 190, "books")
    rooms.door(p, 0.02, (222, 206, 186))
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
    rooms.window(p, *_LIVING_WINDOW, curtains=(172, 74, 70))
    rooms.door(p, 0.055, (136, 88, 60))
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


def _bathroom(p: Painter) -> None:
    rooms.wall(p, p.main((168, 212, 214)), "tiles")
    rooms.floor(p, (222, 226, 226), "tiles")
    rooms.window(p, 0.28, 0.24, 130, 130)
    rooms.door(p, 0.06, (238, 232, 222))
    cx, base, k = p.x(0.78), p.y(0.79), p.k
    p.shadow(cx, base, 220 * k, 80)
    for dx in (-150, 150):
        p.part(ellipse(cx + dx * k, base - 8 * k, 18 * k, 14 * k), (222, 182, 96))
    p.part(
        blob(
            [
                (cx - 214 * k, base - 120 * k),
                (cx - 190 * k, base - 40 * k),
                (cx - 140 * k, base - 10 * k),
                (cx + 140 * k, base - 10 * k),
                (cx + 190 * k, base - 40 * k),
                (cx + 214 * k, base - 120 * k),
            ],
            0.4,
        ),
        (250, 248, 244),
    )
    for index in range(11):
        p.part(
            ellipse(cx + (-180 + index * 36) * k, base - (126 + (index * 7) % 18) * k, 26 * k, 20 * k),
            (246, 252, 255),
            line=0.5,
        )
    p.part(rounded(cx - 222 * k, base - 128 * k, cx + 222 * k, base - 110 * k, 9 * k), (255, 253, 250))
    p.part(
        tube(
            [
                (cx + 190 * k, base - 128 * k, 12 * k),
                (cx + 190 * k, base - 190 * k, 12 * k),
                (cx + 150 * k, base - 186 * k, 11 * k),
            ],
            4,
        ),
        (196, 202, 212),
        role="metal",
    )
    sx = p.x(0.46)
    p.part(ellipse(sx, p.y(0.27), 66 * k, 82 * k), (220, 182, 110))
    glass = ellipse(sx, p.y(0.27), 55 * k, 71 * k)
    p.down(glass, (214, 234, 244), (168, 204, 222))
    p.ink.inside(
        glass,
        poly([(sx - 60 * k, p.y(0.27)), (sx + 10 * k, p.y(0.16)), (sx + 30 * k, p.y(0.16)), (sx - 40 * k, p.y(0.3))]),
        (255, 255, 255),
        110,
    )
    p.part(
        blob(
            [(sx - 80 * k, p.y(0.47)), (sx + 80 * k, p.y(0.47)), (sx + 44 * k, p.y(0.53)), (sx - 44 * k, p.y(0.53))],
            0.4,
        ),
        (250, 248, 244),
    )
    p.box(sx - 20 * k, p.y(0.52), sx + 20 * k, p.y(0.69), (244, 242, 238), 6)
    p.part(
        tube([(sx, p.y(0.47), 9 * k), (sx, p.y(0.43), 9 * k), (sx + 20 * k, p.y(0.43), 8 * k)], 3),
        (196, 202, 212),
        line=0.7,
    )
    p.box(p.x(0.6) - 44 * k, p.y(0.34), p.x(0.6) + 30 * k, p.y(0.5), (232, 128, 130), 6)
    f.rug(p, 0.5, 0.87, 360, (104, 168, 190))
    f.stool(p, 0.2, 0.76, 80, seat=(244, 240, 232))
    rooms.pendant(p, 0.46, 0.08, 40, (240, 236, 226))
    rooms.evening(p, 0.46, 0.2, 1.15)


def _attic(p: Painter) -> None:
    wood: RGB = p.main((170, 124, 86))
    rooms.wall(p, wood, "boards")
    rooms.floor(p, (140, 98, 70))
    for side in (-1, 1):

        def at(x: float, side: int = side) -> float:
            return p.x(0.5 + side * x)

        slope = poly([(at(0.12), p.top), (at(0.8), p.top), (at(0.8), p.y(0.74)), (at(0.62), p.y(0.7))])
        p.wash(slope, (shade(wood, 0.34), shade(wood, 0.2)), (at(0.7), p.y(0.1)), (at(0.3), p.y(0.5)))
        for index in range(5):
            t = index / 4
            p.stroke(
                poly([(at(0.12 + 0.17 * t), p.top), (at(0.62 + 0.08 * t), p.y(0.7 + 0.02 * t))], close=False),
                shade(wood, 0.5),
                2,
                120,
            )
        p.part(
            poly([(at(0.1), p.top), (at(0.15), p.top), (at(0.645), p.y(0.7)), (at(0.6), p.y(0.7))]),
            shade(wood, 0.12),
            role="wood",
        )
    p.box(p.left, p.y(0.06), p.right, p.y(0.105), shade(wood, 0.12), 2)
    rooms.window(p, 0.5, 0.32, 130, 130, frame=shade(wood, 0.05), arch=True)
    f.crate(p, 0.27, 0.73, 100)
    f.crate(p, 0.2, 0.78, 84, (170, 120, 84))
    f.bookcase(p, 0.71, 0.7, 120, 150, 3)
    _chest(p, p.x(0.82), p.y(0.79))
    f.lamp(p, 0.9, 0.72, 190)
    _webs(p)
    f.rug(p, 0.5, 0.88, 380, (150, 110, 150))
    rooms.evening(p, 0.5, 0.36)


def _webs(p: Painter) -> None:
    cx, cy = p.x(0.3), p.y(0.105)
    for a in (0.0, 0.35, 0.7, 1.0):
        p.stroke(poly([(cx, cy), (cx + 90 * (1 - a) * p.k, cy + 80 * a * p.k)], close=False), (230, 226, 226), 1, 120)
    for r in (30, 55, 78):
        p.stroke(
            blob(
                [(cx + r * p.k, cy), (cx + r * 0.6 * p.k, cy + r * 0.5 * p.k), (cx, cy + r * 0.85 * p.k)], close=False
            ),
            (230, 226, 226),
            1,
            110,
        )


def _chest(p: Painter, x: float, y: float) -> None:
    k = p.k
    p.shadow(x, y, 90 * k, 80)
    p.box(x - 80 * k, y - 70 * k, x + 80 * k, y, (140, 90, 58), 5)
    p.part(
        blob(
            [
                (x - 82 * k, y - 68 * k),
                (x - 74 * k, y - 108 * k),
                (x, y - 122 * k),
                (x + 74 * k, y - 108 * k),
                (x + 82 * k, y - 68 * k),
            ],
            0.35,
        ),
        (156, 102, 64),
        role="wood",
    )
    for dx in (-50, 50):
        p.box(x + (dx - 8) * k, y - 116 * k, x + (dx + 8) * k, y, (206, 168, 90), 2, 0.6)
    p.box(x - 13 * k, y - 84 * k, x + 13 * k, y - 52 * k, (226, 190, 104), 4, 0.8)


def _workshop(p: Painter) -> None:
    rooms.wall(p, p.main((186, 178, 168)), "bricks")
    rooms.floor(p, (150, 146, 148), "slabs")
    rooms.window(p, 0.86, 0.27, 170, 130, frame=(110, 104, 108), bars=(3, 2))
    k, cx = p.k, p.x(0.13)
    p.box(cx - 170 * k, p.y(0.16), cx + 170 * k, p.y(0.685), (196, 88, 66), 3)
    for index in range(7):
        y = p.y(0.18 + index * 0.072)
        p.box(cx - 160 * k, y, cx + 160 * k, y + 44 * k, light((196, 88, 66), 0.1), 3, 0.6)
    x0 = p.x(0.5)
    p.box(x0 - 170 * k, p.y(0.16), x0 + 170 * k, p.y(0.42), (190, 146, 98), 4)
    for index, kind in enumerate("hswhps"):
        tool(p, x0 + (-136 + index * 54) * k, p.y(0.2), 90 * k, kind)
    f.table(p, 0.5, 0.72, 400, 112, (166, 116, 74))
    f.crate(p, 0.78, 0.74, 90)
    f.barrel(p, 0.93, 0.78, 112, (80, 124, 160))
    for dy in (0, 26, 52):
        tyre = ellipse(p.x(0.28), p.y(0.77) - dy * k, 52 * k, 17 * k)
        p.part(tyre, (74, 70, 84))
    p.flat(ellipse(p.x(0.28), p.y(0.77) - 56 * k, 26 * k, 8 * k), (44, 40, 56))
    f.jar(p, p.x(0.44), p.y(0.72) - 134 * k, 34 * k, (222, 160, 70))
    f.jar(p, p.x(0.58), p.y(0.72) - 134 * k, 28 * k, (86, 140, 110))
    rooms.pendant(p, 0.5, 0.08, 46, (90, 130, 110))
    rooms.evening(p, 0.5, 0.2, 1.1)


def tool(p: Painter, x: float, y: float, size: float, kind: str) -> None:
    """A tool on its hook: hammer, saw, wrench or pliers."""
    steel: RGB = (176, 182, 194)
    if kind == "s":
        p.part(
            poly([(x - 12, y + size * 0.2), (x + 16, y + size * 0.2), (x + 4, y + size), (x - 6, y + size)]),
            steel,
            role="metal",
            line=0.8,
        )
        p.box(x - 15, y, x + 17, y + size * 0.24, (190, 110, 66), 6)
        return
    p.part(
        tube([(x, y + size * 0.2, size * 0.1), (x, y + size, size * 0.12)], 1),
        (190, 110, 66) if kind == "h" else steel,
        line=0.8,
    )
    head = (
        rounded(x - size * 0.25, y, x + size * 0.25, y + size * 0.22, 4)
        if kind == "h"
        else ellipse(x, y + size * 0.14, size * 0.17, size * 0.17)
    )
    p.part(head, steel, role="metal")


def _plain_room(p: Painter) -> None:
    hue = p.main((206, 200, 178))
    rooms.wall(p, hue, "plain")
    rooms.floor(p, (176, 128, 92))
    rooms.window(p, 0.28, 0.3, 190, 200, curtains=(126, 152, 130))
    rooms.door(p, 0.8, (150, 104, 72))
    f.picture(p, 0.52, 0.26, 130, 96)
    f.table(p, 0.12, 0.74, 180, 112)
    f.lamp(p, 0.12, 0.74 - 132 * p.k / 720, 90)
    f.chair(p, 0.95, 0.75)
    f.plant(p, 0.62, 0.71, 130)
    f.rug(p, 0.5, 0.87, 520, (136, 150, 178))
    rooms.evening(p, 0.3, 0.4)


SPECS = (
    Spec(
        "kitchen",
        (Plane(1.0, _kitchen),),
        also=("bakery", "galley", "pantry"),
        indoor=True,
        live=(kettle, rooms.panes(_KITCHEN_WINDOW)),
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
        live=(rooms.panes(_BEDROOM_WINDOW),),
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
        (Plane(1.0, _living),),
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
        live=(rooms.panes(_LIVING_WINDOW), rooms.flames((0.78, 0.68, 60))),
        spots={
            "window": (0.3, 0.3),
            "door": (0.055, 0.68),
            "seat": (0.26, 0.7),
            "seat2": (0.35, 0.7),
            "fire": (0.78, 0.66),
            "light": (0.465, 0.42),
        },
    ),
    Spec(
        "bathroom",
        (Plane(1.0, _bathroom),),
        also=("bath", "restroom", "toilet", "washroom", "shower"),
        indoor=True,
        spots={"door": (0.06, 0.68), "water": (0.78, 0.7), "mirror": (0.46, 0.27), "seat": (0.2, 0.68)},
    ),
    Spec(
        "attic",
        (Plane(1.0, _attic),),
        also=("loft", "garret", "storage room"),
        indoor=True,
        spots={"window": (0.5, 0.32), "chest": (0.82, 0.74), "seat": (0.27, 0.65)},
    ),
    Spec(
        "workshop",
        (Plane(1.0, _workshop),),
        also=("garage", "shed", "forge", "smithy", "studio", "basement", "cellar", "factory", "atelier"),
        indoor=True,
        spots={"table": (0.5, 0.56), "door": (0.13, 0.68), "window": (0.86, 0.27)},
    ),
    Spec(
        "room",
        (Plane(1.0, _plain_room),),
        also=("interior", "building", "hallway", "corridor", "chamber", "indoors", "inside", "waiting room"),
        indoor=True,
        live=(rooms.panes((0.28, 0.3, 190, 200)),),
        spots={"window": (0.28, 0.3), "door": (0.8, 0.68), "seat": (0.95, 0.67), "table": (0.12, 0.58)},
    ),
)
