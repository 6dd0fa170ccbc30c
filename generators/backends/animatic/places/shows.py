"""Owns places of wonder: circus, fairground, museum, dungeon. Does not know: figures."""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, minus, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, openings, rooms, sky
from generators.backends.animatic.places.country import far_hills, open_sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Animate, Plane, Spec

RED: RGB = (206, 66, 64)
IVORY: RGB = (250, 240, 218)
GOLD: RGB = (236, 190, 92)
_WHEEL = (0.3, 0.4, 210.0)


def _circus(p: Painter) -> None:
    """Inside the big top: stripes that meet above the ring, seats, a curtain, the sand."""
    p.flat(sky.whole(p), IVORY)
    top = (p.x(0.5), p.y(-0.32))
    count = 22
    for index in range(0, count, 2):
        a, b = (p.x(-0.6 + 2.2 * (index + step) / count) for step in (0, 1))
        p.flat(poly([top, (a, p.y(0.46)), (b, p.y(0.46))]), p.main(RED))
    x, index = p.left, 0
    while x < p.right:
        flap = blob(
            [
                (x, p.y(0.44)),
                (x + 70 * p.k, p.y(0.44)),
                (x + 70 * p.k, p.y(0.48)),
                (x + 35 * p.k, p.y(0.51)),
                (x, p.y(0.48)),
            ],
            0.2,
        )
        p.part(flap, GOLD if index % 2 else p.main(RED), role="cloth", line=0.6)
        x, index = x + 70 * p.k, index + 1
    _seats(p)
    for side in (-1, 1):
        drape = ((4, 0.46), (150, 0.46), (164, 0.6), (156, 0.73), (84, 0.73), (60, 0.66), (10, 0.58))
        cloth = blob([(p.x(0.5) + side * dx * p.k, p.y(y)) for dx, y in drape], 0.3)
        p.part(cloth, (96, 60, 140), role="cloth")
        for t in (0.35, 0.65):
            fold = p.x(0.5) + side * 150 * p.k * t
            p.stroke(poly([(fold, p.y(0.48)), (fold + side * 14, p.y(0.72))], close=False), (66, 40, 104), 3, 130)
    sand: RGB = (232, 196, 132)
    p.wash(
        sky.whole(p, p.y(0.72)), (shade(sand, 0.12), light(sand, 0.1), shade(sand, 0.18)), (0, p.y(0.72)), (0, p.bottom)
    )
    ring = ellipse(p.x(0.5), p.y(0.9), p.x(0.62), p.y(0.16))
    kerb = minus(ring, ellipse(p.x(0.5), p.y(0.905), p.x(0.58), p.y(0.143)))
    p.part(kerb, p.main(RED))
    for index in range(24):
        a = 2 * math.pi * index / 24
        p.flat(ellipse(p.x(0.5) + p.x(0.6) * math.cos(a), p.y(0.9) + p.y(0.151) * math.sin(a), 7, 5), GOLD)
    points = [(p.x(-0.1 + 0.1 * i), p.y(0.1 + 0.05 * math.sin(i * math.pi / 2) ** 2)) for i in range(13)]
    sky.bunting(p, points, ((96, 150, 214), GOLD, (120, 190, 130)), 24 * p.k)
    _spots(p)


def _seats(p: Painter) -> None:
    chance = p.rng("circus crowd")
    for row in range(5):
        y = p.y(0.535 + row * 0.042)
        p.flat(skia.Path.Rect(skia.Rect.MakeLTRB(p.left, y, p.right, y + 36)), (112 - row * 6, 74, 96))
        x = p.left
        while x < p.right:
            if abs(x - p.x(0.5)) > 170 * p.k:
                hue = chance.choice(
                    ((226, 120, 100), (120, 160, 206), (236, 206, 130), (150, 190, 130), (190, 140, 200))
                )
                p.flat(ellipse(x, y + 8, 12, 13), shade(hue, 0.2))
                p.flat(ellipse(x, y - 8, 8, 8.6), shade((226, 176, 146), 0.14))
            x += chance.uniform(28, 44)


def _spots(p: Painter) -> None:
    for x, lean in ((0.22, 0.16), (0.78, -0.16)):
        cone = poly(
            [
                (p.x(x) - 8, p.y(0.0)),
                (p.x(x) + 8, p.y(0.0)),
                (p.x(x + lean) + 190 * p.k, p.y(0.92)),
                (p.x(x + lean) - 190 * p.k, p.y(0.92)),
            ]
        )
        p.fade(cone, (255, 240, 190), (p.x(x), p.y(0.0)), (p.x(x + lean), p.y(0.96)), 100, screen=True)
        p.raw.canvas.save()
        p.raw.canvas.translate(p.x(x + lean), p.y(0.9))
        p.raw.canvas.scale(1, 0.24)
        p.raw.glow(0, 0, 230 * p.k, (255, 236, 180), 120)
        p.raw.canvas.restore()


def _fair_far(p: Painter) -> None:
    far_hills(p)
    far = p.away(0.35)
    for x, wide, hue in ((0.56, 150, (96, 150, 206)), (0.72, 190, RED), (0.92, 160, (236, 180, 84))):
        tent(far, p.x(x), p.y(0.655), wide * p.k, hue)


def tent(p: Painter, x: float, y: float, wide: float, hue: RGB) -> None:
    """A striped round tent with a flag; pixels."""
    h = wide * 0.42
    for index in range(8):
        a, b = x - wide / 2 + wide * index / 8, x - wide / 2 + wide * (index + 1) / 8
        tone = hue if index % 2 else IVORY
        p.part(poly([(a, y - h), (b, y - h), (b, y), (a, y)]), tone, role="cloth", line=0.4, depth=0.3)
        p.part(
            poly([(x, y - h - wide * 0.44), (a - (x - a) * 0.08, y - h), (b + (b - x) * 0.08, y - h)]),
            tone,
            role="cloth",
            line=0.4,
            depth=0.3,
        )
    p.part(poly([(x - wide * 0.09, y), (x, y - h * 0.9), (x + wide * 0.09, y)]), shade(hue, 0.55), line=0.6)
    p.stroke(poly([(x, y - h - wide * 0.44), (x, y - h - wide * 0.62)], close=False), (110, 84, 84), 2.4)
    p.part(
        poly([(x, y - h - wide * 0.62), (x + wide * 0.15, y - h - wide * 0.57), (x, y - h - wide * 0.52)]),
        hue,
        role="cloth",
        line=0.6,
    )
    p.lamp(x, y - h * 0.4, wide * 0.6)


def _fair(p: Painter) -> None:
    nature.ground(p, 0.66, (150, 184, 98))
    nature.path_to(p, 0.55, 0.66, (230, 206, 158), wide=0.62, bend=0.03, tip=46)
    x, y, r = p.x(_WHEEL[0]), p.y(_WHEEL[1]), _WHEEL[2] * p.k
    for side in (-1, 1):
        p.part(tube([(x, y, 10 * p.k), (x + side * r * 0.62, p.y(0.72), 14 * p.k)], 1), (120, 126, 160), role="metal")
    tent(p, p.x(0.9), p.y(0.755), 330 * p.k, RED)
    tent(p, p.x(0.02), p.y(0.75), 250 * p.k, (92, 148, 204))
    f.crate(p, 0.74, 0.8, 60)
    for x0, x1 in ((0.14, 0.5), (0.5, 0.8)):
        points = [(p.x(x0 + (x1 - x0) * i / 6), p.y(0.2 + 0.07 * math.sin(math.pi * i / 6))) for i in range(7)]
        sky.bunting(p, points, (RED, GOLD, (96, 150, 206), (120, 184, 120)), 20 * p.k)
    for index in range(14):
        bx, by = p.x(0.02 + index * 0.074), p.y(0.165 + 0.022 * math.sin(index * 1.9))
        p.raw.flat(ellipse(bx, by, 5 * p.k, 6 * p.k), (255, 232, 160), 120 + 130 * min(1.0, p.dark * 2))
        p.lamp(bx, by, 46 * p.k, alpha=130)
    nature.blades(p, (150, 184, 98), 0.7, 1.14, 220)
    nature.puddles(p)


def wheel_turns(p: Painter, seconds: float) -> None:
    """The big wheel with its cabins."""
    x, y, r = p.x(_WHEEL[0]), p.y(_WHEEL[1]), _WHEEL[2] * p.k
    p.stroke(ellipse(x, y, r, r), (206, 92, 104), 6 * p.k)
    p.stroke(ellipse(x, y, r * 0.9, r * 0.9), (240, 226, 206), 2.4)
    spokes, hues = skia.Path(), (RED, GOLD, (96, 150, 206), (120, 184, 120))
    for index in range(10):
        a = 2 * math.pi * index / 10 + seconds * 0.25
        ex, ey = x + r * math.cos(a), y + r * math.sin(a)
        spokes.moveTo(x, y)
        spokes.lineTo(ex, ey)
        p.flat(rounded(ex - 17 * p.k, ey + 4, ex + 17 * p.k, ey + 30 * p.k, 8), hues[index % 4])
        p.flat(rounded(ex - 12 * p.k, ey + 8, ex + 12 * p.k, ey + 16 * p.k, 4), (250, 244, 226))
        if p.dark > 0.3:
            p.raw.flat(ellipse(ex, ey, 4, 4), (255, 236, 170), 240)
    p.stroke(spokes, (226, 206, 196), 2.4, 220)
    p.flat(ellipse(x, y, 16 * p.k, 16 * p.k), (206, 92, 104))


def _museum(p: Painter) -> None:
    hue = p.main((196, 178, 158))
    rooms.wall(p, hue, "panel")
    rooms.floor(p, (206, 190, 172), "tiles")
    for x in (0.06, 0.94):
        p.box(p.x(x) - 34 * p.k, p.top, p.x(x) + 34 * p.k, p.y(0.69), light(hue, 0.3), 3)
        p.box(p.x(x) - 46 * p.k, p.y(0.66), p.x(x) + 46 * p.k, p.y(0.7), light(hue, 0.36), 3)
    for x, wide, tall, tone in (
        (0.2, 150, 190, (112, 150, 176)),
        (0.36, 110, 110, (206, 140, 110)),
        (0.66, 120, 120, (126, 164, 120)),
        (0.81, 150, 190, (176, 130, 166)),
    ):
        f.picture(p, x, 0.3, wide, tall, tone)
        p.fade(
            poly(
                [
                    (p.x(x) - 20, p.y(0.02)),
                    (p.x(x) + 20, p.y(0.02)),
                    (p.x(x) + 110 * p.k, p.y(0.5)),
                    (p.x(x) - 110 * p.k, p.y(0.5)),
                ]
            ),
            (255, 240, 200),
            (0, p.y(0.02)),
            (0, p.y(0.5)),
            70,
            screen=True,
        )
    _bones(p, p.x(0.5), p.y(0.7), 330 * p.k)
    for x in (0.36, 0.64):
        p.box(p.x(x) - 5, p.y(0.72), p.x(x) + 5, p.y(0.81), GOLD, 3)
    p.stroke(blob([(p.x(0.36), p.y(0.73)), (p.x(0.5), p.y(0.77)), (p.x(0.64), p.y(0.73))], close=False), RED, 8)
    for x in (0.14, 0.86):
        p.shadow(p.x(x), p.y(0.78), 80 * p.k)
        p.box(p.x(x) - 70 * p.k, p.y(0.74), p.x(x) + 70 * p.k, p.y(0.77), (130, 84, 66), 6)
    rooms.evening(p, 0.5, 0.4)


def _bones(p: Painter, x: float, y: float, wide: float) -> None:
    """The skeleton of a long-necked dinosaur on a plinth; pixels."""
    bone, s = (240, 230, 206), wide / 100
    p.shadow(x, y + 10, wide * 0.6)
    p.box(x - 58 * s, y - 6 * s, x + 58 * s, y + 6 * s, (150, 120, 100), 3)
    spine = tube(
        [
            (x - 56 * s, y - 26 * s, 1.6 * s),
            (x - 24 * s, y - 40 * s, 4 * s),
            (x + 8 * s, y - 44 * s, 5 * s),
            (x + 28 * s, y - 58 * s, 4 * s),
            (x + 38 * s, y - 84 * s, 3 * s),
        ],
        6,
    )
    p.part(spine, bone)
    p.part(
        blob(
            [
                (x + 34 * s, y - 90 * s),
                (x + 46 * s, y - 92 * s),
                (x + 56 * s, y - 86 * s),
                (x + 46 * s, y - 82 * s),
                (x + 36 * s, y - 82 * s),
            ],
            0.4,
        ),
        bone,
    )
    p.flat(ellipse(x + 42 * s, y - 88 * s, 1.8 * s, 1.8 * s), (96, 74, 74))
    for index in range(7):
        at = x - 20 * s + index * 5.6 * s
        deep = (16 + 8 * math.sin(math.pi * index / 6)) * s
        p.stroke(
            blob(
                [(at, y - 41 * s), (at - 5 * s, y - 41 * s + deep * 0.6), (at + 1 * s, y - 41 * s + deep)], close=False
            ),
            bone,
            2.2 * s,
        )
    for at in (-22, -14, 8, 16):
        leg = tube(
            [(x + at * s, y - 38 * s, 4 * s), (x + (at + 3) * s, y - 22 * s, 3 * s), (x + at * s, y - 6 * s, 3.4 * s)],
            3,
        )
        p.part(leg, bone, line=0.8)


def _dungeon(p: Painter) -> None:
    stone = p.main((112, 110, 128))
    rooms.wall(p, stone, "stone")
    rooms.floor(p, (104, 100, 116), "slabs")
    arch = blob(
        [
            (p.x(0.4), p.y(0.69)),
            (p.x(0.4), p.y(0.38)),
            (p.x(0.5), p.y(0.26)),
            (p.x(0.6), p.y(0.38)),
            (p.x(0.6), p.y(0.69)),
        ],
        0.35,
    )
    p.part(arch, (40, 36, 60), role="stone")
    for index in range(7):
        x = p.x(0.415 + 0.17 * index / 6)
        p.part(
            tube([(x, p.y(0.3 + 0.05 * abs(index - 3) / 3), 9 * p.k), (x, p.y(0.69), 9 * p.k)], 1),
            (84, 86, 104),
            role="metal",
            line=0.8,
        )
    for y in (0.42, 0.58):
        p.box(p.x(0.4), p.y(y) - 6, p.x(0.6), p.y(y) + 6, (96, 98, 116), 2)
    openings.window(p, 0.84, 0.22, 70, 90, frame=shade(stone, 0.2), bars=(4, 1))
    for x, long in ((0.14, 5), (0.185, 4), (0.7, 6)):
        for index in range(long):
            p.stroke(ellipse(p.x(x), p.y(0.3) + index * 20 * p.k, 7 * p.k, 11 * p.k), (150, 150, 164), 4)
    hay = blob([(p.x(-0.04), p.y(0.76)), (p.x(0.05), p.y(0.7)), (p.x(0.16), p.y(0.72)), (p.x(0.22), p.y(0.77))], 0.5)
    p.part(hay, (206, 172, 98))
    f.barrel(p, 0.93, 0.78)
    f.stool(p, 0.8, 0.8, 80)
    for x in (0.3, 0.7):
        p.raw.glow(p.x(x), p.y(0.34), 260 * p.k, (255, 170, 84), 110)
        p.box(p.x(x) - 7 * p.k, p.y(0.36), p.x(x) + 7 * p.k, p.y(0.45), (110, 74, 56), 3)
        p.spill(p.x(x), p.y(0.76), 200 * p.k, (255, 176, 90), 130)
    rooms.evening(p, 0.5, 0.4)


_torches: Animate = rooms.flames((0.3, 0.365, 46), (0.7, 0.365, 46))

SPECS = (
    Spec(
        "fairground",
        (Plane(0.05, open_sky), Plane(0.3, _fair_far, 0.7), Plane(1.0, _fair)),
        also=("fair", "carnival", "amusement park", "funfair", "theme park", "festival", "county fair"),
        live=(wheel_turns,),
        spots={"door": (0.9, 0.75), "wheel": (0.3, 0.4), "seat": (0.74, 0.78)},
    ),
    Spec(
        "circus",
        (Plane(1.0, _circus),),
        also=("circus tent", "big top", "circus ring"),
        indoor=True,
        spots={"door": (0.5, 0.7), "seat": (0.15, 0.6), "light": (0.22, 0.02)},
    ),
    Spec(
        "museum",
        (Plane(1.0, _museum),),
        also=("gallery", "art gallery", "exhibition", "art museum", "history museum"),
        indoor=True,
        spots={"seat": (0.14, 0.74), "light": (0.5, 0.05)},
    ),
    Spec(
        "dungeon",
        (Plane(1.0, _dungeon),),
        also=("prison", "jail", "cell", "prison cell", "jail cell", "vault", "crypt", "dungeon cell"),
        indoor=True,
        live=(_torches,),
        spots={"door": (0.5, 0.69), "seat": (0.1, 0.72), "light": (0.3, 0.36)},
    ),
)
