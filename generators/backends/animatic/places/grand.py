"""Owns rooms with a story: throne room, theatre, barn, cabin, spaceship, lantern room, tunnel.

Does not know: figures.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, openings, rooms, sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec
from generators.backends.animatic.places.tended import hay
from generators.backends.animatic.places.vessels import lantern


def _throne(p: Painter) -> None:
    stone = p.main((178, 170, 192))
    rooms.wall(p, stone, "stone")
    rooms.floor(p, (166, 156, 172), "tiles")
    k = p.k
    for x in (0.26, 0.74):
        openings.window(p, x, 0.34, 84, 210, frame=light(stone, 0.25), arch=True, bars=(2, 4))
    for x in (0.15, 0.37, 0.63, 0.85):
        if x in (0.37, 0.63):
            _banner(p, p.x(x), p.y(0.08), 90 * k, 250 * k, (176, 50, 66))
        else:
            _pillar(p, p.x(x), 52 * k, light(stone, 0.16))
    for index in range(3):
        w = (220 - 46 * index) * k
        p.box(
            p.x(0.5) - w,
            p.y(0.715) - (index + 1) * 22 * k,
            p.x(0.5) + w,
            p.y(0.715) - index * 22 * k,
            light(stone, 0.1 + 0.06 * index),
            3,
        )
    p.flat(
        poly(
            [
                (p.x(0.5) - 60 * k, p.y(0.715) - 66 * k),
                (p.x(0.5) + 60 * k, p.y(0.715) - 66 * k),
                (p.x(0.5) + 90 * k, p.y(0.715)),
                (p.x(0.69), p.bottom),
                (p.x(0.31), p.bottom),
                (p.x(0.5) - 90 * k, p.y(0.715)),
            ]
        ),
        (176, 50, 66),
    )
    for side in (-1, 1):
        p.stroke(
            poly([(p.x(0.5) + side * 80 * k, p.y(0.715)), (p.x(0.5 + side * 0.17), p.bottom)], close=False),
            (236, 194, 100),
            5,
        )
    _chair_of_state(p, p.x(0.5), p.y(0.715) - 66 * k, 220 * k)
    for x in (0.03, 0.97):
        _pillar(p, p.x(x), 84 * k, light(stone, 0.2))
    rooms.evening(p, 0.5, 0.45)


def _banner(p: Painter, x: float, y: float, wide: float, tall: float, hue: RGB) -> None:
    cloth = poly(
        [(x - wide / 2, y), (x + wide / 2, y), (x + wide / 2, y + tall), (x, y + tall * 0.84), (x - wide / 2, y + tall)]
    )
    p.part(cloth, hue, role="cloth")
    star = [
        (x + math.cos(a) * r * wide, y + tall * 0.4 + math.sin(a) * r * wide)
        for i in range(10)
        for a, r in [(i * math.pi / 5 - math.pi / 2, 0.3 if i % 2 == 0 else 0.13)]
    ]
    p.part(poly(star), (240, 200, 104), line=0.7)
    p.box(x - wide * 0.58, y - 8, x + wide * 0.58, y + 4, (206, 166, 84), 3)


def _pillar(p: Painter, x: float, wide: float, hue: RGB) -> None:
    p.box(x - wide / 2, p.top, x + wide / 2, p.y(0.72), hue, 2)
    for dx in (-0.22, 0.06, 0.3):
        p.stroke(poly([(x + dx * wide, p.top), (x + dx * wide, p.y(0.68))], close=False), shade(hue, 0.25), 3, 110)
    p.box(x - wide * 0.7, p.y(0.69), x + wide * 0.7, p.y(0.735), light(hue, 0.1), 4)


def _chair_of_state(p: Painter, x: float, y: float, tall: float) -> None:
    gold: RGB = (230, 184, 84)
    w = tall * 0.3
    p.part(
        blob(
            [
                (x - w, y),
                (x - w, y - tall * 0.8),
                (x - w * 0.5, y - tall * 0.92),
                (x, y - tall * 1.1),
                (x + w * 0.5, y - tall * 0.92),
                (x + w, y - tall * 0.8),
                (x + w, y),
            ],
            0.15,
        ),
        gold,
        role="metal",
    )
    p.part(rounded(x - w * 0.72, y - tall * 0.78, x + w * 0.72, y - tall * 0.3, 16), (176, 50, 66), role="cloth")
    p.part(rounded(x - w * 1.0, y - tall * 0.36, x + w * 1.0, y - tall * 0.2, 10), (196, 66, 78), role="cloth")
    for side in (-1, 1):
        p.part(
            tube([(x + side * w * 1.08, y - tall * 0.5, w * 0.24), (x + side * w * 1.08, y, w * 0.24)], 1),
            gold,
            role="metal",
        )
        p.part(ellipse(x + side * w * 1.08, y - tall * 0.52, w * 0.2, w * 0.2), gold)
        p.part(ellipse(x + side * w * 0.86, y - tall * 0.88, w * 0.15, w * 0.15), (96, 150, 220))
    p.part(ellipse(x, y - tall * 0.96, w * 0.18, w * 0.18), (214, 62, 82))


def torches(p: Painter, seconds: float) -> None:
    """Two torches on the wall of the hall."""
    for x in (0.15, 0.85):
        cx, y = p.x(x), p.y(0.4)
        p.flat(poly([(cx - 9, y), (cx + 9, y), (cx + 4, y + 56 * p.k), (cx - 4, y + 56 * p.k)]), (120, 80, 60))
        rooms.fire(p, cx, y + 4, 36 * p.k, seconds + x * 10)


def _theatre(p: Painter) -> None:
    hue = p.main((168, 42, 58))
    p.wash(sky.whole(p), ((74, 62, 120), (110, 96, 160), (150, 130, 180)), (0, p.top), (0, p.y(0.68)))
    for x, y, r in ((0.2, 0.66, 0.3), (0.52, 0.7, 0.34), (0.84, 0.66, 0.3)):
        p.flat(ellipse(p.x(x), p.y(y), p.x(r) * 0.6, p.y(0.16)), (92, 130, 130))
    p.part(ellipse(p.x(0.7), p.y(0.28), 44 * p.k, 44 * p.k), (250, 232, 170), line=0.7)
    for x in (0.32, 0.5, 0.62):
        p.stroke(poly([(p.x(x), p.top), (p.x(x), p.y(0.2 + 0.08 * (x > 0.4)))], close=False), (220, 210, 230), 2)
        p.part(
            rounded(p.x(x) - 8, p.y(0.19 + 0.08 * (x > 0.4)), p.x(x) + 8, p.y(0.22 + 0.08 * (x > 0.4)), 5),
            (250, 226, 150),
            line=0.6,
        )
    rooms.floor(p, (186, 130, 84), foot=0.69)
    for x in (0.33, 0.5, 0.67):
        cx = p.x(x)
        p.fade(
            poly([(cx - 10, p.top), (cx + 10, p.top), (cx + 150 * p.k, p.y(0.9)), (cx - 150 * p.k, p.y(0.9))]),
            (255, 240, 200),
            (cx, p.top),
            (cx, p.y(0.95)),
            96,
            screen=True,
        )
        p.raw.canvas.save()
        p.raw.canvas.clipRect(skia.Rect.MakeLTRB(p.left, p.y(0.7), p.right, p.bottom))
        p.raw.flat(ellipse(cx, p.y(0.88), 165 * p.k, 34 * p.k), (255, 244, 206), 70)
        p.raw.canvas.restore()
    p.box(p.left - 9, p.y(0.985), p.right + 9, p.bottom + 9, shade(hue, 0.3), 0)
    for index in range(13):
        x = p.left + index * (p.right - p.left) / 12
        p.part(ellipse(x, p.y(0.985), 24 * p.k, 17 * p.k), (240, 200, 120))
        p.glow(x, p.y(0.975), 60 * p.k, (255, 226, 150), 120)
    for side in (-1, 1):
        for index in range(7):
            a = p.x(0.5 + side * (0.37 + 0.058 * index))
            wide = p.x(0.07)
            fold = blob(
                [
                    (a - wide / 2, p.top),
                    (a + wide / 2, p.top),
                    (a + wide * 0.56, p.y(0.5)),
                    (a + wide / 2, p.y(0.8)),
                    (a - wide / 2, p.y(0.8)),
                    (a - wide * 0.5, p.y(0.4)),
                ],
                0.25,
            )
            p.part(fold, hue if index % 2 else shade(hue, 0.08), role="cloth")
    for index in range(9):
        x = p.left + (index + 0.5) * (p.right - p.left) / 9
        r = (p.right - p.left) / 17
        p.part(
            blob([(x - r, p.top), (x + r, p.top), (x + r, p.y(0.03)), (x, p.y(0.14)), (x - r, p.y(0.03))], 0.4),
            hue,
            role="cloth",
        )
    p.box(p.left - 9, p.top - 9, p.right + 9, p.y(0.02), (230, 184, 90), 3)


def _barn(p: Painter) -> None:
    wood = p.main((156, 100, 70))
    rooms.wall(p, wood, "boards")
    rooms.floor(p, (196, 158, 100), "plain")
    k = p.k
    frame = rounded(p.x(0.5) - 130 * k, p.y(0.24), p.x(0.5) + 130 * k, p.y(0.68), 2)
    p.part(frame, light(wood, 0.2), role="wood")
    openings.outside(p, rounded(p.x(0.5) - 114 * k, p.y(0.265), p.x(0.5) + 114 * k, p.y(0.68), 0), "barn door")
    p.box(p.left, p.y(0.1), p.right, p.y(0.15), shade(wood, 0.2), 2)
    for x in (0.22, 0.78):
        p.box(p.x(x) - 20 * k, p.top, p.x(x) + 20 * k, p.y(0.72), shade(wood, 0.16), 2)
        for side in (-1, 1):
            p.part(
                tube([(p.x(x), p.y(0.3), 26 * k), (p.x(x) + side * 110 * k, p.y(0.14), 24 * k)], 1),
                shade(wood, 0.16),
                role="wood",
            )
    for x in (0.06, 0.94):
        nature.fence(p, p.x(x) - 150 * k, p.x(x) + 150 * k, p.y(0.73), 110 * k, (176, 126, 84))
    for x, y, r in ((0.13, 0.79, 62), (0.04, 0.8, 70), (0.9, 0.8, 66)):
        hay(p, p.x(x), p.y(y), r * k)
    f.barrel(p, 0.83, 0.76, 100)
    chance, straw = p.rng("straw"), skia.Path()
    for _ in range(260):
        x, y = chance.uniform(p.left, p.right), p.y(chance.uniform(0.7, 1.14))
        straw.moveTo(x, y)
        straw.lineTo(x + chance.uniform(-16, 16), y + chance.uniform(-5, 5))
    p.stroke(straw, (236, 206, 120), 2, 170)
    lantern(p, p.x(0.34), p.y(0.24), 64 * k)
    lantern(p, p.x(0.66), p.y(0.24), 64 * k)
    rooms.evening(p, 0.5, 0.4)


SPECS = (
    Spec(
        "throne room",
        (Plane(1.0, _throne),),
        also=(
            "castle hall",
            "great hall",
            "hall",
            "ballroom",
            "palace hall",
            "royal court",
            "castle interior",
            "throne",
        ),
        indoor=True,
        live=(torches,),
        spots={"seat": (0.5, 0.57), "window": (0.26, 0.34), "light": (0.15, 0.38)},
    ),
    Spec(
        "theatre",
        (Plane(1.0, _theatre),),
        also=("theater", "stage", "opera", "concert hall", "cinema", "concert", "auditorium"),
        indoor=True,
        spots={"light": (0.5, 0.0)},
    ),
    Spec(
        "barn",
        (Plane(1.0, _barn),),
        also=("stable", "stall", "cowshed", "hayloft", "henhouse", "coop", "sty"),
        indoor=True,
        spots={"door": (0.5, 0.68), "seat": (0.13, 0.71), "light": (0.34, 0.24)},
    ),
)
