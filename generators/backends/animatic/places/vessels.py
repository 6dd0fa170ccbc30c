"""Owns cabins and passages: ship's cabin, spaceship, lantern room, tunnel.

Does not know: figures.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, union
from generators.backends.animatic.places import beyond, nature, openings, rooms, sky
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def lantern(p: Painter, x: float, y: float, size: float) -> None:
    """A hanging lantern, lit when it is dark; pixels."""
    p.stroke(poly([(x, p.top), (x, y - size * 0.5)], close=False), (80, 66, 70), 2.4)
    p.lamp(x, y, size * 3.6)
    p.part(
        rounded(x - size * 0.3, y - size * 0.34, x + size * 0.3, y + size * 0.4, 8),
        mix((226, 214, 180), (255, 236, 160), min(1, p.dark)),
        role="glass",
    )
    if p.dark > 0.2:
        p.raw.flat(ellipse(x, y + size * 0.1, size * 0.12, size * 0.22), (255, 250, 214))
    p.part(
        poly([(x - size * 0.38, y - size * 0.3), (x, y - size * 0.6), (x + size * 0.38, y - size * 0.3)]), (96, 80, 76)
    )
    p.box(x - size * 0.36, y + size * 0.34, x + size * 0.36, y + size * 0.46, (96, 80, 76), 3)


def _cabin(p: Painter) -> None:
    wood = p.main((156, 104, 68))
    rooms.wall(p, wood, "planks")
    rooms.floor(p, (136, 90, 60))
    k = p.k
    for x in (0.3, 0.7):
        cx, cy, r = p.x(x), p.y(0.33), 78 * k
        p.part(ellipse(cx, cy, r + 17 * k, r + 17 * k), (216, 172, 88), role="metal")
        pane = ellipse(cx, cy, r, r)
        upper, middle, lower = p.view.light.sky
        p.wash(pane, (upper, middle, lower), (0, cy - r), (0, cy + r * 0.2), raw=True)
        p.raw.inside(pane, rounded(cx - r, cy + r * 0.15, cx + r, cy + r, 0), mix(p.tint((44, 132, 184)), lower, 0.2))
        for index in range(8):
            a = index * math.pi / 4
            p.part(
                ellipse(cx + math.cos(a) * (r + 9 * k), cy + math.sin(a) * (r + 9 * k), 4 * k, 4 * k),
                (160, 120, 60),
                line=0.5,
            )
    for x in (-0.05, 0.5, 1.05):
        p.part(
            blob(
                [
                    (p.x(x) - 26 * k, p.top),
                    (p.x(x) + 26 * k, p.top),
                    (p.x(x) + 20 * k, p.y(0.7)),
                    (p.x(x) - 20 * k, p.y(0.7)),
                ],
                0.2,
            ),
            shade(wood, 0.2),
            role="wood",
        )
    p.box(p.left, p.y(0.05), p.right, p.y(0.1), shade(wood, 0.24), 2)
    f.bed(p, 0.9, 0.78, 360, (72, 104, 150), shade(wood, 0.1))
    f.table(p, 0.2, 0.775, 270, 116, (176, 122, 80))
    chart = poly(
        [
            (p.x(0.12), p.y(0.775) - 138 * k),
            (p.x(0.25), p.y(0.775) - 138 * k),
            (p.x(0.265), p.y(0.775) - 122 * k),
            (p.x(0.11), p.y(0.775) - 122 * k),
        ]
    )
    p.part(chart, (244, 226, 180), line=0.7)
    f.chair(p, 0.06, 0.775, 180, shade(wood, 0.1))
    f.barrel(p, 0.69, 0.73, 100)
    lantern(p, p.x(0.5), p.y(0.2), 74 * k)
    openings.door(p, -0.13, shade(wood, 0.1))
    rooms.evening(p, 0.5, 0.3)


def _spaceship(p: Painter) -> None:
    hull = p.main((186, 194, 214))
    rooms.wall(p, hull, "metal")
    k = p.k
    w, top, low = p.x(0.32), p.y(0.1), p.y(0.52)
    frame = blob(
        [
            (p.x(0.5) - w * 1.08, low + 16),
            (p.x(0.5) - w * 0.9, top - 16),
            (p.x(0.5) + w * 0.9, top - 16),
            (p.x(0.5) + w * 1.08, low + 16),
        ],
        0.2,
    )
    p.part(frame, shade(hull, 0.25), role="metal")
    pane = blob([(p.x(0.5) - w, low), (p.x(0.5) - w * 0.84, top), (p.x(0.5) + w * 0.84, top), (p.x(0.5) + w, low)], 0.2)
    p.raw.canvas.save()
    p.raw.canvas.clipPath(pane, skia.ClipOp.kIntersect, True)
    beyond.cosmos(p)
    beyond.planet(p, p.x(0.62), p.y(0.3), 70 * k, (236, 152, 90), True)
    beyond.planet(p, p.x(0.34), p.y(0.2), 28 * k, (92, 190, 200))
    p.raw.canvas.restore()
    p.stroke(poly([(p.x(0.5), top), (p.x(0.5), low)], close=False), shade(hull, 0.25), 12)
    rooms.floor(p, (120, 128, 156), "slabs")
    p.part(
        blob([(p.x(0.2), p.y(0.69)), (p.x(0.23), p.y(0.56)), (p.x(0.77), p.y(0.56)), (p.x(0.8), p.y(0.69))], 0.15),
        (110, 120, 152),
        role="metal",
    )
    chance = p.rng("buttons")
    for index in range(44):
        x, y = p.x(0.245 + 0.0235 * (index % 22)), p.y(0.6 + 0.04 * (index // 22))
        hue = chance.choice(((250, 100, 100), (110, 230, 160), (250, 214, 100), (110, 190, 250)))
        p.raw.flat(ellipse(x, y, 6 * k, 5 * k), hue)
        if index % 5 == 0:
            p.raw.glow(x, y, 22 * k, hue, 150)
    for x in (0.06, 0.94):
        p.box(p.x(x) - 90 * k, p.y(0.22), p.x(x) + 90 * k, p.y(0.44), (60, 68, 98), 10)
        p.raw.flat(rounded(p.x(x) - 78 * k, p.y(0.24), p.x(x) + 78 * k, p.y(0.42), 6), (84, 190, 214), 220)
        p.raw.stroke(
            blob(
                [(p.x(x) - 70 * k + i * 20 * k, p.y(0.33) + math.sin(i * 1.4) * 26 * k) for i in range(8)], close=False
            ),
            (226, 255, 250),
            3,
        )
    _pilot_seats(p)
    rooms.evening(p, 0.5, 0.4, 1.4)


def _pilot_seats(p: Painter) -> None:
    k = p.k
    for x in (0.17, 0.83):
        p.shadow(p.x(x), p.y(0.79), 76 * k)
        p.part(
            rounded(p.x(x) - 50 * k, p.y(0.79) - 220 * k, p.x(x) + 50 * k, p.y(0.79) - 70 * k, 26),
            (84, 98, 150),
            role="cloth",
        )
        p.part(
            rounded(p.x(x) - 62 * k, p.y(0.79) - 96 * k, p.x(x) + 62 * k, p.y(0.79) - 60 * k, 14),
            (104, 118, 172),
            role="cloth",
        )
        p.box(p.x(x) - 12 * k, p.y(0.79) - 60 * k, p.x(x) + 12 * k, p.y(0.79), (90, 96, 120), 3)


def blink(p: Painter, seconds: float) -> None:
    """Control lights that go on and off."""
    for index in range(6):
        if math.sin(seconds * 3 + index * 1.9) > 0:
            p.raw.glow(
                p.x(0.27 + 0.09 * index), p.y(0.62), 20 * p.k, ((250, 120, 110), (120, 240, 170))[index % 2], 190
            )


def _lantern_room(p: Painter) -> None:
    upper, middle, lower = p.view.light.sky
    p.wash(sky.whole(p), (upper, middle, lower), (0, 0), (0, p.y(0.5)), raw=True)
    if p.dark > 0.9 and p.view.weather in ("clear", "wind"):
        sky.stars(p, 0.5, 70)
        sky.moon(p, p.x(0.86), p.y(0.2), 40 * p.k)
    nature.water(p, skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.y(0.5), p.right, p.y(0.7))), (44, 126, 180), "far sea")
    iron: RGB = (92, 100, 124)
    for index in range(9):
        x = p.left + index * (p.right - p.left) / 8
        p.box(x - 8 * p.k, p.top, x + 8 * p.k, p.y(0.62), iron, 0)
    for y in (0.06, 0.32):
        p.box(p.left - 9, p.y(y) - 5, p.right + 9, p.y(y) + 6, iron, 0)
    p.box(p.left - 9, p.y(0.58), p.right + 9, p.y(0.69), (176, 70, 64), 2)
    p.box(p.left - 9, p.y(0.565), p.right + 9, p.y(0.59), (220, 206, 190), 3)
    rooms.floor(p, (146, 110, 84), "planks", 0.685)
    _lens(p, p.x(0.5), p.y(0.72), 400 * p.k)
    f.stool(p, 0.12, 0.8, 96)
    f.crate(p, 0.9, 0.79, 90)
    f.barrel(p, 0.97, 0.8, 90)
    p.box(p.left - 9, p.top - 9, p.right + 9, p.y(-0.01), (150, 60, 60), 0)


def _lens(p: Painter, x: float, y: float, tall: float) -> None:
    w, brass = tall * 0.22, (222, 178, 92)
    p.shadow(x, y, w * 1.6)
    p.part(
        poly([(x - w * 0.9, y), (x - w * 0.6, y - tall * 0.2), (x + w * 0.6, y - tall * 0.2), (x + w * 0.9, y)]),
        brass,
        role="metal",
    )
    p.glow(x, y - tall * 0.58, tall * (0.7 + 0.6 * p.dark), (255, 234, 170), 120 + 90 * p.dark)
    body = union(rounded(x - w, y - tall * 0.92, x + w, y - tall * 0.22, w * 0.7))
    p.part(body, (206, 230, 236), role="glass")
    for index in range(10):
        v = y - tall * (0.27 + 0.068 * index)
        reach = w * math.sqrt(max(0.1, 1 - ((index - 4.5) / 6.4) ** 2))
        p.flat(rounded(x - reach, v, x + reach, v + tall * 0.032, 5), (255, 252, 236), 170)
        p.stroke(poly([(x - reach, v), (x + reach, v)], close=False), (130, 164, 180), 1.6, 170)
    p.raw.flat(ellipse(x, y - tall * 0.58, w * 0.42, w * 0.46), (255, 246, 200), 235)
    p.part(rounded(x - w * 0.8, y - tall * 0.98, x + w * 0.8, y - tall * 0.9, 6), brass, role="metal")


def sweep(p: Painter, seconds: float) -> None:
    """The turning light of the lantern room."""
    x, y = p.x(0.5), p.y(0.72) - 232 * p.k
    reach = p.w * (0.3 + 0.7 * abs(math.cos(seconds * 0.7)))
    for side in (0.0, 180.0):
        sky.beam(p, x, y, side + 5 * math.sin(seconds * 0.7), reach, 50 + 80 * p.dark)


def _tunnel(p: Painter) -> None:
    stone = p.main((134, 124, 146))
    rooms.wall(p, stone, "bricks")
    for index in range(4):
        r = (1 - index * 0.2) * 0.98
        hole = union(
            ellipse(p.x(0.5), p.y(0.5), p.x(0.46) * r, p.y(0.47) * r),
            rounded(p.x(0.5) - p.x(0.46) * r, p.y(0.5), p.x(0.5) + p.x(0.46) * r, p.y(0.75), 0),
        )
        p.part(
            hole, mix(shade(stone, 0.12 + 0.1 * index), (70, 62, 110), 0.2 * index), role="stone", line=0.8, depth=0.4
        )
    end = union(ellipse(p.x(0.5), p.y(0.5), p.x(0.12), p.y(0.13)), rounded(p.x(0.38), p.y(0.5), p.x(0.62), p.y(0.7), 0))
    openings.outside(p, end, "tunnel end")
    p.raw.glow(p.x(0.5), p.y(0.56), 380 * p.k, mix(p.view.light.sky[2], (255, 255, 255), 0.3), 130 - 60 * p.dark)
    rooms.floor(p, (124, 116, 134), "slabs", 0.69)
    for x, y, size in ((0.1, 0.3, 60), (0.9, 0.3, 60), (0.26, 0.36, 40), (0.74, 0.36, 40)):
        cx, cy, s = p.x(x), p.y(y), size * p.k
        p.glow(cx, cy, s * 3.4, (255, 206, 120), 150)
        p.part(rounded(cx - s * 0.2, cy - s * 0.32, cx + s * 0.2, cy + s * 0.32, 8), (255, 236, 180))
    for x in (0.06, 0.95):
        nature.rock(p, p.x(x), p.y(0.79), 120 * p.k, f"t{x}", (112, 102, 124))
    f.crate(p, 0.87, 0.77, 80)


SPECS = (
    Spec(
        "ship cabin",
        (Plane(1.0, _cabin),),
        also=(
            "ship's cabin",
            "cabin of a ship",
            "boat cabin",
            "boat interior",
            "submarine",
            "ship interior",
            "caravan",
            "wagon",
            "car interior",
            "train compartment",
        ),
        indoor=True,
        spots={
            "bed": (0.88, 0.7),
            "seat": (0.06, 0.69),
            "table": (0.2, 0.6),
            "window": (0.3, 0.33),
            "light": (0.5, 0.2),
        },
    ),
    Spec(
        "spaceship interior",
        (Plane(1.0, _spaceship),),
        also=(
            "spaceship",
            "space station",
            "rocket",
            "cockpit",
            "starship",
            "control room",
            "bridge of the ship",
            "spacecraft",
        ),
        indoor=True,
        live=(blink,),
        spots={"seat": (0.17, 0.7), "seat2": (0.83, 0.7), "window": (0.5, 0.3)},
    ),
    Spec(
        "lantern room",
        (Plane(1.0, _lantern_room),),
        also=(
            "lighthouse interior",
            "lamp room",
            "lighthouse top",
            "watchtower",
            "top of the lighthouse",
        ),
        indoor=True,
        live=(sweep,),
        spots={"light": (0.5, 0.4), "seat": (0.12, 0.7)},
    ),
    Spec(
        "tunnel",
        (Plane(1.0, _tunnel),),
        also=("sewer", "underpass", "passage", "subway tunnel", "crypt", "catacomb"),
        indoor=True,
        spots={"door": (0.5, 0.68)},
    ),
)
