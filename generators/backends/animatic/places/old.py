"""Owns old and tended places: castle, graveyard, ruins, farm, garden, park. Does not know: figures."""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, scallop, tube, union
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.coast import street_lamp
from generators.backends.animatic.places.country import BLOOMS, butterflies, far_hills, open_sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec
from generators.backends.animatic.places.town import bench, cottage

STONE: RGB = (202, 194, 206)


def tower(p: Painter, x: float, y: float, wide: float, tall: float, roof: RGB, stone: RGB = STONE) -> None:
    """A round tower with a pointed roof; pixels."""
    w = wide / 2
    p.box(x - w, y - tall, x + w, y, stone, 2)
    p.box(x - w * 1.16, y - tall - w * 0.1, x + w * 1.16, y - tall + w * 0.34, light(stone, 0.15), 2, 0.8)
    cone = blob(
        [
            (x - w * 1.36, y - tall),
            (x - w * 0.5, y - tall - w * 1.5),
            (x, y - tall - w * 3),
            (x + w * 0.5, y - tall - w * 1.5),
            (x + w * 1.36, y - tall),
        ],
        0.15,
    )
    p.part(cone, roof)
    p.cap(cone, w * 0.4)
    for up in (0.36, 0.72):
        pane = union(
            rounded(x - w * 0.2, y - tall * up, x + w * 0.2, y - tall * up + w * 0.7, 2),
            ellipse(x, y - tall * up, w * 0.2, w * 0.24),
        )
        p.part(pane, (92, 92, 140), line=0.7)
        if p.dark > 0.2:
            p.raw.flat(pane, (255, 214, 120), 245)


def battlement(p: Painter, x0: float, x1: float, y: float, tall: float, stone: RGB = STONE) -> None:
    """A wall with merlons; pixels."""
    step = tall * 0.2
    wall = skia.Path.Rect(skia.Rect.MakeLTRB(x0, y - tall, x1, y))
    x = x0
    while x < x1 - step * 0.5:
        wall = union(
            wall, skia.Path.Rect(skia.Rect.MakeLTRB(x, y - tall - step * 0.7, min(x + step * 0.62, x1), y - tall + 2))
        )
        x += step
    p.part(wall, stone, role="stone")
    p.cap(wall, 7)
    chance = p.rng(f"wall{round(x0)}")
    for _ in range(16):
        a, b = chance.uniform(x0, x1 - 30), chance.uniform(y - tall * 0.9, y - 16)
        p.ink.inside(wall, rounded(a, b, a + 26, b + 12, 3), shade(stone, 0.22), 90)


def _castle(p: Painter) -> None:
    nature.ground(p, 0.655, (116, 166, 92), amplitude=0.012)
    hue = p.main(STONE)
    k, y = p.k, p.y(0.695)
    blue, red = (84, 98, 176), (196, 76, 84)
    wide = p.x(0.18)
    tower(p, p.x(0.5) - 62 * k, y - 130 * k, 62 * k, 150 * k, red, shade(hue, 0.06))
    tower(p, p.x(0.5) + 62 * k, y - 130 * k, 62 * k, 150 * k, red, shade(hue, 0.06))
    tower(p, p.x(0.5), y - 100 * k, 92 * k, 240 * k, blue, shade(hue, 0.03))
    battlement(p, p.x(0.5) - wide, p.x(0.5) + wide, y, 150 * k, hue)
    for side in (-1, 1):
        tower(p, p.x(0.5) + side * wide, y + 4, 100 * k, 250 * k, blue, hue)
    gate = union(
        rounded(p.x(0.5) - 42 * k, y - 70 * k, p.x(0.5) + 42 * k, y, 0), ellipse(p.x(0.5), y - 70 * k, 42 * k, 40 * k)
    )
    p.part(gate, (120, 78, 60), role="wood")
    for index in range(-2, 3):
        p.stroke(
            poly([(p.x(0.5) + index * 15 * k, y - 104 * k), (p.x(0.5) + index * 15 * k, y)], close=False),
            (78, 56, 58),
            3,
        )
    nature.path_to(p, 0.5, 0.694, (224, 200, 158), wide=0.36, bend=0.05, tip=40)
    for x, v, tall in ((0.05, 0.77, 300), (0.14, 0.73, 180), (0.87, 0.735, 190), (0.97, 0.775, 320)):
        trees.tree(p, "fir", p.x(x), p.y(v), tall * k, (72, 132, 96))
    nature.blades(p, (116, 166, 92), 0.72, 1.14, 300)
    nature.flowers(p, 0.78, 1.1, 30, BLOOMS, size=6)
    nature.puddles(p)


def flags(p: Painter, seconds: float) -> None:
    """Pennants on the castle's towers."""
    k, y = p.k, p.y(0.695)
    for dx, up in ((0.0, 478), (-0.18, 400), (0.18, 400)):
        x, top = p.x(0.5 + dx), y - up * k
        p.stroke(poly([(x, top + 34 * k), (x, top - 12 * k)], close=False), (90, 80, 110), 2.4)
        wave = [(x + i * 11 * k, top - 10 * k + math.sin(seconds * 6 - i * 1.1) * 2.4 * i * k * 0.5) for i in range(5)]
        p.flat(poly([*wave, (x, top + 12 * k)]), (240, 190, 74))


def _graves(p: Painter) -> None:
    nature.ground(p, 0.66, (106, 138, 98), amplitude=0.014)
    nature.path_to(p, 0.48, 0.665, (170, 158, 146), wide=0.28)
    _railing(p, p.y(0.69), 96 * p.k)
    trees.tree(p, "bare", p.x(0.88), p.y(0.75), 420 * max(p.k, 0.8))
    for x, y, s, kind in (
        (0.08, 0.77, 110, 0),
        (0.2, 0.73, 84, 1),
        (0.3, 0.71, 66, 0),
        (0.72, 0.72, 76, 2),
        (0.78, 0.78, 100, 0),
        (0.97, 0.81, 126, 1),
        (0.64, 0.7, 60, 0),
        (0.01, 0.83, 120, 2),
    ):
        _stone_of(p, p.x(x), p.y(y), s * p.k, kind)
    nature.blades(p, (106, 138, 98), 0.69, 1.14, 380)
    nature.flowers(p, 0.74, 0.84, 10, ((250, 246, 240), (190, 160, 220)), "wreath", 0.02, 0.26, 6)
    nature.puddles(p)


def _railing(p: Painter, y: float, tall: float) -> None:
    iron: RGB = (84, 82, 110)
    for up in (0.3, 0.84):
        p.box(p.left, y - tall * up, p.right, y - tall * up + 5, iron, 1, 0.5)
    x = p.left
    while x < p.right:
        p.part(
            poly([(x - 3, y), (x - 3, y - tall * 0.94), (x, y - tall * 1.1), (x + 3, y - tall * 0.94), (x + 3, y)]),
            iron,
            line=0.5,
        )
        x += 26 * p.k


def _stone_of(p: Painter, x: float, y: float, size: float, kind: int) -> None:
    stone: RGB = (162, 160, 176)
    p.shadow(x, y, size * 0.45)
    w = size * 0.33
    if kind == 2:
        shape = union(
            rounded(x - w * 0.28, y - size * 1.1, x + w * 0.28, y, 3),
            rounded(x - w * 0.9, y - size * 0.84, x + w * 0.9, y - size * 0.62, 3),
        )
    else:
        shape = union(
            rounded(x - w, y - size * 0.7, x + w, y, 2), ellipse(x, y - size * 0.7, w, w * (0.8 if kind == 0 else 0.3))
        )
    p.part(shape, stone, role="stone")
    p.cap(shape, size * 0.08)
    for index in range(2 if kind != 2 else 0):
        p.stroke(
            poly(
                [(x - w * 0.55, y - size * (0.62 - index * 0.14)), (x + w * 0.55, y - size * (0.62 - index * 0.14))],
                close=False,
            ),
            shade(stone, 0.4),
            2.4,
            150,
        )


def _column(p: Painter, x: float, y: float, tall: float, whole: bool) -> None:
    stone: RGB = (222, 206, 180)
    w = 27 * p.k
    p.shadow(x, y, w * 1.8)
    p.box(x - w * 1.4, y - 20 * p.k, x + w * 1.4, y, stone, 3)
    top = (
        [(x - w, y - tall), (x + w, y - tall)]
        if whole
        else [
            (x - w, y - tall),
            (x - w * 0.3, y - tall * 1.06),
            (x + w * 0.2, y - tall * 0.94),
            (x + w, y - tall * 1.02),
        ]
    )
    shaft = poly([(x - w * 1.08, y - 18 * p.k), *top, (x + w * 1.08, y - 18 * p.k)])
    p.part(shaft, stone, role="stone")
    for dx in (-0.5, 0.0, 0.5):
        p.stroke(
            poly([(x + dx * w, y - 24 * p.k), (x + dx * w, y - tall * 0.92)], close=False), shade(stone, 0.25), 3, 120
        )
    if whole:
        p.box(x - w * 1.5, y - tall - 24 * p.k, x + w * 1.5, y - tall, light(stone, 0.1), 3)
    for index in range(3):
        p.ink.inside(
            shaft,
            scallop(x - w + index * w * 0.8, y - tall * (0.1 + 0.14 * index), w * 0.4, w * 0.5, 7),
            (112, 150, 92),
            200,
        )


def _ruins(p: Painter) -> None:
    nature.ground(p, 0.665, (156, 170, 104), amplitude=0.012)
    nature.path_to(p, 0.5, 0.67, (214, 198, 166), wide=0.32, bend=0.04)
    battlement(p, p.x(0.34), p.x(0.44), p.y(0.7), 96 * p.k, (196, 182, 160))
    battlement(p, p.x(0.58), p.x(0.65), p.y(0.7), 60 * p.k, (196, 182, 160))
    for x, y, tall, whole in (
        (0.24, 0.72, 250, True),
        (0.74, 0.72, 250, True),
        (0.1, 0.77, 350, True),
        (0.88, 0.77, 230, False),
    ):
        _column(p, p.x(x), p.y(y), tall * p.k, whole)
    p.box(p.x(-0.08), p.y(0.77) - 410 * p.k, p.x(0.13), p.y(0.77) - 372 * p.k, (214, 196, 168), 4)
    fallen = tube([(p.x(0.93), p.y(0.83), 50 * p.k), (p.x(1.08), p.y(0.85), 50 * p.k)], 1)
    p.shadow(p.x(1.0), p.y(0.86), 130 * p.k)
    p.part(fallen, (222, 206, 180), role="stone")
    for x, wide in ((0.3, 60), (0.7, 70), (0.02, 90)):
        nature.rock(p, p.x(x), p.y(0.785), wide * p.k, f"ru{x}", (196, 182, 162))
    nature.blades(p, (156, 170, 104), 0.69, 1.14, 420)
    nature.puddles(p)


def _farm_far(p: Painter) -> None:
    far_hills(p)
    nature.hill(p.away(0.3), 0.63, 0.008, (172, 190, 96), "crop")


def _farm(p: Painter) -> None:
    nature.ground(p, 0.66, (150, 188, 92))
    rows = poly([(p.x(0.36), p.y(0.665)), (p.x(0.58), p.y(0.665)), (p.x(0.74), p.y(0.79)), (p.x(0.1), p.y(0.79))])
    p.flat(rows, p.white((176, 130, 82)))
    for index in range(9):
        t = index / 8
        p.stroke(
            poly([(p.x(0.36 + 0.22 * t), p.y(0.667)), (p.x(0.1 + 0.64 * t), p.y(0.79))], close=False),
            (110, 158, 78),
            5,
            220,
        )
    barn(p, p.x(0.84), p.y(0.735), 320 * p.k, p.main((196, 62, 56)))
    _silo(p, p.x(0.66), p.y(0.715), 260 * p.k)
    trees.tree(p, "round", p.x(0.06), p.y(0.73), 280 * p.k)
    trees.tree(p, "round", p.x(0.2), p.y(0.69), 150 * p.k)
    hay(p, p.x(0.95), p.y(0.81), 60 * p.k)
    hay(p, p.x(0.88), p.y(0.79), 46 * p.k)
    nature.fence(p, p.x(-0.25), p.x(0.34), p.y(0.795), 58 * p.k, (236, 228, 214))
    nature.blades(p, (150, 188, 92), 0.8, 1.14, 300)
    nature.flowers(p, 0.82, 1.1, 20, BLOOMS, size=6)
    nature.puddles(p)


def barn(p: Painter, x: float, y: float, wide: float, hue: RGB) -> None:
    """A red barn with a hipped gable; pixels."""
    w, h = wide / 2, wide * 0.5
    p.shadow(x, y, w * 1.1)
    front = [
        (x - w * 0.86, y),
        (x - w * 0.86, y - h),
        (x - w * 0.58, y - h - wide * 0.23),
        (x, y - h - wide * 0.36),
        (x + w * 0.58, y - h - wide * 0.23),
        (x + w * 0.86, y - h),
        (x + w * 0.86, y),
    ]
    p.part(poly(front), hue, role="wood")
    for index in range(1, 10):
        a = x - w * 0.86 + index * w * 0.172
        p.stroke(poly([(a, y - h), (a, y)], close=False), shade(hue, 0.3), 1.6, 120)
    roof = poly(front[1:6], close=False)
    p.stroke(roof, shade((96, 66, 72), 0.1), wide * 0.06)
    if p.snowy:
        p.stroke(poly([(a, b - wide * 0.03) for a, b in front[1:6]], close=False), (244, 248, 255), wide * 0.035)
    white: RGB = (248, 240, 226)
    p.box(x - w * 0.36, y - h * 0.86, x + w * 0.36, y, white, 2)
    p.box(x - w * 0.31, y - h * 0.8, x + w * 0.31, y, shade(hue, 0.1), 0)
    for sign in (-1, 1):
        p.stroke(poly([(x - sign * w * 0.31, y - h * 0.8), (x + sign * w * 0.31, y)], close=False), white, wide * 0.024)
    p.stroke(poly([(x, y - h * 0.8), (x, y)], close=False), white, wide * 0.024)
    pane = rounded(x - w * 0.16, y - h - wide * 0.2, x + w * 0.16, y - h - wide * 0.05, 2)
    p.part(pane, (80, 64, 84))
    if p.dark > 0.25:
        p.raw.flat(pane, (255, 212, 120), 240)
    p.stroke(pane, white, wide * 0.02)


def _silo(p: Painter, x: float, y: float, tall: float) -> None:
    w = tall * 0.16
    p.box(x - w, y - tall * 0.86, x + w, y, (190, 192, 206), 3)
    for index in range(5):
        p.stroke(
            poly([(x - w, y - tall * 0.16 * (index + 1)), (x + w, y - tall * 0.16 * (index + 1))], close=False),
            (140, 144, 166),
            2.4,
            150,
        )
    dome = blob(
        [
            (x - w * 1.06, y - tall * 0.85),
            (x - w * 0.7, y - tall * 0.97),
            (x, y - tall),
            (x + w * 0.7, y - tall * 0.97),
            (x + w * 1.06, y - tall * 0.85),
        ],
        0.4,
    )
    p.part(dome, (140, 150, 176), role="metal")
    p.cap(dome, 8)


def hay(p: Painter, x: float, y: float, r: float) -> None:
    """A round bale of hay."""
    p.shadow(x, y, r * 1.2)
    p.part(ellipse(x, y - r * 0.9, r, r * 0.92), (230, 188, 92))
    for share in (0.74, 0.5, 0.26):
        p.stroke(ellipse(x, y - r * 0.9, r * share, r * share * 0.92), (182, 136, 62), 2.4, 170)
    p.cap(ellipse(x, y - r * 0.9, r, r * 0.92), r * 0.2)


def _garden(p: Painter) -> None:
    nature.ground(p, 0.665, (132, 190, 92))
    cottage(p, p.x(0.13), p.y(0.71), 280 * p.k, (238, 222, 196), "garden house")
    x, row = p.left, 0
    while x < p.right:
        if not p.x(0.0) < x < p.x(0.25):
            trees.bush(p, x, p.y(0.69), 130 * p.k, (98, 160, 86), (236, 120, 150) if row % 3 == 0 else None)
        x, row = x + 88 * p.k, row + 1
    _arch(p, p.x(0.55), p.y(0.7), 230 * p.k)
    nature.path_to(p, 0.55, 0.7, (232, 208, 166), wide=0.32, bend=0.03, tip=34)
    trees.tree(p, "round", p.x(0.91), p.y(0.73), 320 * p.k)
    for x0, x1, name in ((-0.25, 0.32, "left bed"), (0.72, 1.25, "right bed")):
        nature.flowers(p, 0.755, 0.83, 70, BLOOMS, name, x0, x1, 9)
    nature.blades(p, (132, 190, 92), 0.74, 1.14, 300)
    nature.puddles(p)


def _arch(p: Painter, x: float, y: float, tall: float) -> None:
    w = tall * 0.34
    frame = blob(
        [(x - w, y), (x - w, y - tall * 0.7), (x, y - tall), (x + w, y - tall * 0.7), (x + w, y)], 0.5, close=False
    )
    p.stroke(frame, (250, 244, 232), tall * 0.05)
    chance = p.rng("roses")
    for index in range(22):
        t = index / 21
        a = math.pi * (1 - t)
        cx, cy = x + math.cos(a) * w * 1.02, y - tall * 0.1 - math.sin(a) ** 0.7 * tall * 0.84
        p.part(scallop(cx, cy, tall * 0.085, tall * 0.075, 7), p.white((98, 160, 84), 0.3), role="leaf", line=0.6)
        if index % 2 and not p.snowy:
            p.part(
                scallop(cx + chance.uniform(-8, 8), cy + chance.uniform(-6, 6), tall * 0.036, tall * 0.034, 6),
                (236, 110, 140),
                line=0.5,
            )


def _park(p: Painter) -> None:
    nature.ground(p, 0.655, (124, 184, 92))
    pond = ellipse(p.x(0.4), p.y(0.7), p.x(0.17), 20 * p.k)
    p.stroke(pond, (206, 196, 170), 9)
    nature.water(p, pond, (86, 164, 196), "park pond")
    nature.path_to(p, 0.7, 0.66, (226, 206, 172), wide=0.5, bend=0.14)
    for kind, x, y, tall in (
        ("round", 0.04, 0.735, 400),
        ("birch", 0.19, 0.7, 260),
        ("round", 0.93, 0.74, 420),
        ("poplar", 0.82, 0.685, 210),
        ("round", 0.56, 0.672, 130),
    ):
        trees.tree(p, kind, p.x(x), p.y(y), tall * p.k)
    bench(p, p.x(0.21), p.y(0.775), 190 * p.k)
    street_lamp(p, p.x(0.11), p.y(0.775), 290 * p.k)
    street_lamp(p, p.x(0.85), p.y(0.76), 260 * p.k)
    trees.bush(p, p.x(0.75), p.y(0.72), 90 * p.k, (96, 158, 82), (240, 130, 150))
    nature.blades(p, (124, 184, 92), 0.7, 1.14, 320)
    nature.flowers(p, 0.79, 1.1, 26, BLOOMS, size=6)
    nature.puddles(p)


SPECS = (
    Spec(
        "castle",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _castle)),
        also=("palace", "fortress", "fort", "kingdom", "chateau", "citadel", "tower"),
        live=(sky.birds, flags),
        spots={"door": (0.5, 0.7), "path": (0.5, 0.75)},
    ),
    Spec(
        "graveyard",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.9), Plane(1.0, _graves)),
        also=("cemetery", "churchyard", "grave", "tomb"),
        live=(butterflies,),
        spots={"grave": (0.08, 0.77), "tree": (0.88, 0.75)},
    ),
    Spec(
        "ruins",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _ruins)),
        also=("ruin", "temple", "ancient temple", "acropolis", "amphitheatre", "shrine", "pyramid"),
        live=(butterflies,),
        spots={"seat": (0.98, 0.8), "stone": (0.3, 0.785)},
    ),
    Spec(
        "farm",
        (Plane(0.05, open_sky), Plane(0.3, _farm_far, 0.8), Plane(1.0, _farm)),
        also=("farmland", "farmyard", "ranch", "vineyard", "orchard", "cornfield", "wheat field", "barnyard"),
        live=(sky.birds, butterflies),
        spots={"door": (0.84, 0.735), "seat": (0.95, 0.75), "tree": (0.06, 0.73)},
    ),
    Spec(
        "garden",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.9), Plane(1.0, _garden)),
        also=("flower garden", "vegetable garden", "back garden", "courtyard", "greenhouse", "flowerbed"),
        live=(butterflies,),
        spots={"door": (0.13, 0.71), "tree": (0.91, 0.73), "path": (0.55, 0.75)},
    ),
    Spec(
        "park",
        (Plane(0.05, open_sky), Plane(0.3, far_hills, 0.8), Plane(1.0, _park)),
        also=("city park", "zoo", "picnic", "campsite", "camp", "campground", "golf course"),
        live=(sky.birds, butterflies),
        spots={"seat": (0.21, 0.73), "tree": (0.93, 0.74), "light": (0.11, 0.4), "water": (0.4, 0.7)},
    ),
)
