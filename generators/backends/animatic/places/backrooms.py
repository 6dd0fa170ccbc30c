"""Owns bathroom, attic, workshop and the plain room.

Does not know: figures.
"""

from __future__ import annotations

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import openings, rooms
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def _bathroom(p: Painter) -> None:
    rooms.wall(p, p.main((168, 212, 214)), "tiles")
    rooms.floor(p, (222, 226, 226), "tiles")
    openings.window(p, 0.28, 0.24, 130, 130)
    openings.door(p, 0.06, (238, 232, 222))
    k = p.k
    _tub(p)
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


def _tub(p: Painter) -> None:
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
    openings.window(p, 0.5, 0.32, 130, 130, frame=shade(wood, 0.05), arch=True)
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
    openings.window(p, 0.86, 0.27, 170, 130, frame=(110, 104, 108), bars=(3, 2))
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
    openings.window(p, 0.28, 0.3, 190, 200, curtains=(126, 152, 130))
    openings.door(p, 0.8, (150, 104, 72))
    f.picture(p, 0.52, 0.26, 130, 96)
    f.table(p, 0.12, 0.74, 180, 112)
    f.lamp(p, 0.12, 0.74 - 132 * p.k / 720, 90)
    f.chair(p, 0.95, 0.75)
    f.plant(p, 0.62, 0.71, 130)
    f.rug(p, 0.5, 0.87, 520, (136, 150, 178))
    rooms.evening(p, 0.3, 0.4)


SPECS = (
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
        (Plane(1.0, _plain_room), framing("plants")),
        also=("interior", "building", "hallway", "corridor", "chamber", "indoors", "inside", "waiting room"),
        indoor=True,
        live=(openings.panes((0.28, 0.3, 190, 200)),),
        spots={"window": (0.28, 0.3), "door": (0.8, 0.68), "seat": (0.95, 0.67), "table": (0.12, 0.58)},
    ),
)
