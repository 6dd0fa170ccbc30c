"""Owns wide places: savanna, stadium, airport, waterfall. Does not know: figures."""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, scallop, tube, union
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.buildings import windows
from generators.backends.animatic.places.country import far_hills, open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

STRAW: RGB = (224, 188, 100)
ROCK: RGB = (128, 120, 128)


def acacia(p: Painter, x: float, y: float, tall: float, name: str) -> None:
    """An umbrella tree of the dry plains; pixels."""
    chance, bark = p.rng(name), (112, 82, 66)
    if p.haze < 0.35:
        p.shadow(x, y, tall * 0.16)
        trees.cast(p, x, y, tall)
    w = tall * 0.06
    stem = tube([(x, y, w * 1.5), (x - w, y - tall * 0.3, w), (x + w * 0.4, y - tall * 0.5, w * 0.8)], 4)
    boughs = [
        tube(
            [
                (x, y - tall * 0.42, w * 0.8),
                (x + dx * tall * 0.6, y - tall * 0.62, w * 0.5),
                (x + dx * tall, y - tall * 0.76, w * 0.3),
            ],
            3,
        )
        for dx in (-0.34, -0.12, 0.16, 0.36)
    ]
    p.part(union(stem, *boughs), bark, role="wood")
    for dx, up, wide in ((-0.26, 0.76, 0.3), (0.28, 0.78, 0.32), (0.0, 0.88, 0.36)):
        crown = scallop(x + dx * tall, y - up * tall, wide * tall, tall * 0.085, 15, 0.12)
        p.part(crown, p.white((126, 152, 70), 0.3), role="leaf")
        for _ in range(16):
            at = (x + (dx + chance.uniform(-0.8, 0.8) * wide) * tall, y - (up + chance.uniform(-0.05, 0.05)) * tall)
            p.ink.inside(crown, ellipse(*at, tall * 0.024, tall * 0.012), light((126, 152, 70), 0.34), 130)


def _savanna_far(p: Painter) -> None:
    nature.hill(p.away(1.0), 0.55, 0.03, (170, 150, 150), "blue range", 6)
    nature.hill(p.away(0.85), 0.6, 0.018, (206, 172, 112), "tan range", 6)
    far = p.away(0.5)
    for x, tall in ((0.14, 76), (0.36, 58), (0.55, 84), (0.68, 54), (0.98, 72)):
        acacia(far, far.x(x), far.y(0.635), tall * p.k, f"far{x}")
    nature.hill(p.away(0.5), 0.632, 0.008, (218, 186, 106), "near range", 5)


def _savanna(p: Painter) -> None:
    nature.ground(p, 0.65, STRAW)
    kopje = union(
        ellipse(p.x(0.08), p.y(0.68), 110 * p.k, 56 * p.k), ellipse(p.x(0.02), p.y(0.65), 80 * p.k, 70 * p.k),
        ellipse(p.x(0.14), p.y(0.7), 60 * p.k, 32 * p.k),
    )  # fmt: skip
    p.part(kopje, (186, 140, 112), role="stone")
    acacia(p, p.x(0.84), p.y(0.745), 360 * p.k, "near")
    _dry_grass(p)
    nature.blades(p, (206, 166, 84), 0.68, 1.14, 420, tall=24)
    nature.puddles(p)


def _dry_grass(p: Painter) -> None:
    """Clumps of tall straw, darker at the root, fewer where figures stand."""
    chance = p.rng("dry grass")
    for index in range(90):
        t = index / 89
        x, y, size = chance.uniform(p.left, p.right), p.y(0.675 + 0.43 * t), (20 + 44 * t) * p.k
        if 0.76 < y / p.h < 0.98 and 0.26 < x / p.w < 0.74:
            continue
        for shade_, alpha in ((shade((196, 146, 70), 0.12), 210), (p.white((244, 214, 132), 0.6), 230)):
            clump = skia.Path()
            for _ in range(7):
                lean, high = chance.uniform(-0.5, 0.5) * size, size * chance.uniform(0.6, 1.1)
                clump.moveTo(x + lean * 0.2, y)
                clump.quadTo(x + lean * 0.3, y - high * 0.6, x + lean, y - high)
            p.stroke(clump, shade_, 1.6 + 1.8 * t, alpha)


def _stands(p: Painter) -> None:
    """Rows of people behind the pitch, floodlights over them."""
    p.wash(sky.whole(p, p.y(0.36)), ((120, 130, 160), (92, 100, 136)), (0, p.y(0.36)), (0, p.y(0.62)))
    chance = p.rng("crowd")
    hues: tuple[RGB, ...] = (
        (226, 90, 80),
        (250, 214, 96),
        (240, 240, 244),
        (96, 150, 214),
        (120, 180, 110),
        (226, 150, 190),
    )
    for row in range(7):
        y = p.y(0.395 + row * 0.032)
        p.flat(skia.Path.Rect(skia.Rect.MakeLTRB(p.left, y + 9, p.right, y + 22)), (74, 82, 116), 130)
        x = p.left
        while x < p.right:
            hue = chance.choice(hues)
            p.flat(ellipse(x, y + 12, 9, 10), mix(hue, p.view.light.haze, 0.25))
            p.flat(ellipse(x, y, 6, 6.4), mix((226, 178, 148), p.view.light.haze, 0.25))
            x += chance.uniform(19, 30)
    roof = poly([(p.left, p.y(0.3)), (p.right, p.y(0.3)), (p.right, p.y(0.37)), (p.left, p.y(0.37))])
    p.part(roof, (206, 210, 224), role="metal")
    p.box(p.left - 9, p.y(0.615), p.right + 9, p.y(0.665), (70, 110, 180), 2)
    for x in (0.12, 0.88):
        p.box(p.x(x) - 6, p.y(0.08), p.x(x) + 6, p.y(0.32), (120, 126, 146), 2)
        p.box(p.x(x) - 70 * p.k, p.y(0.03), p.x(x) + 70 * p.k, p.y(0.1), (84, 90, 112), 5)
        for index in range(4):
            cx = p.x(x) + (index - 1.5) * 32 * p.k
            p.raw.flat(ellipse(cx, p.y(0.065), 12 * p.k, 12 * p.k), (255, 250, 224), 235)
            p.lamp(cx, p.y(0.065), 150 * p.k, (226, 236, 255), 130)


def _stadium(p: Painter) -> None:
    pitch = nature.ground(p, 0.66, (98, 176, 88), amplitude=0.0)
    cx, low = p.x(0.5), p.bottom
    for index in range(-9, 10, 2):
        stripe = poly(
            [
                (cx + index * 110, p.y(0.66)),
                (cx + (index + 1) * 110, p.y(0.66)),
                (cx + (index + 1) * 230, low),
                (cx + index * 230, low),
            ]
        )
        p.ink.inside(pitch, stripe, p.white((128, 204, 108)), 110)
    chalk: RGB = (250, 250, 244)
    p.stroke(poly([(p.left, p.y(0.685)), (p.right, p.y(0.685))], close=False), chalk, 4, 220)
    p.stroke(ellipse(cx, p.y(0.86), p.x(0.2), p.y(0.085)), chalk, 5, 220)
    p.stroke(poly([(cx, p.y(0.685)), (cx, low)], close=False), chalk, 5, 200)
    for x, side in ((-0.02, 1), (1.02, -1)):
        gx = p.x(x)
        net = poly(
            [(gx, p.y(0.6)), (gx + side * 90 * p.k, p.y(0.56)), (gx + side * 90 * p.k, p.y(0.79)), (gx, p.y(0.85))]
        )
        p.flat(net, chalk, 60)
        p.stroke(
            poly([(gx, p.y(0.6)), (gx + side * 90 * p.k, p.y(0.56)), (gx + side * 90 * p.k, p.y(0.79))], close=False),
            chalk,
            7,
        )
    nature.blades(p, (98, 176, 88), 0.7, 1.14, 260, tall=9)
    nature.puddles(p)


def _airport_far(p: Painter) -> None:
    far_hills(p)
    far = p.away(0.2)
    hall = blob(
        [
            (p.x(0.5), p.y(0.66)),
            (p.x(0.5), p.y(0.57)),
            (p.x(0.7), p.y(0.52)),
            (p.x(0.98), p.y(0.55)),
            (p.x(1.2), p.y(0.66)),
        ],
        0.3,
    )
    far.part(hall, (214, 222, 232), role="metal")
    windows(far, p.x(0.53), p.y(0.585), p.x(1.1), p.y(0.645), 22, 1, "terminal")
    far.box(p.x(0.4) - 16 * p.k, p.y(0.36), p.x(0.4) + 16 * p.k, p.y(0.66), (226, 226, 232), 3)
    cab = poly(
        [
            (p.x(0.4) - 46 * p.k, p.y(0.3)),
            (p.x(0.4) + 46 * p.k, p.y(0.3)),
            (p.x(0.4) + 30 * p.k, p.y(0.37)),
            (p.x(0.4) - 30 * p.k, p.y(0.37)),
        ]
    )
    far.part(cab, (110, 170, 196), role="glass")
    far.box(p.x(0.4) - 50 * p.k, p.y(0.28), p.x(0.4) + 50 * p.k, p.y(0.302), (206, 84, 76), 3)


def _airport(p: Painter) -> None:
    nature.ground(p, 0.655, (140, 178, 96), amplitude=0.003)
    tarmac = p.white((122, 122, 136), 0.5)
    p.wash(sky.whole(p, p.y(0.715)), (light(tarmac, 0.12), shade(tarmac, 0.16)), (0, p.y(0.715)), (0, p.bottom))
    x = p.left
    while x < p.right:
        p.flat(
            poly([(x, p.y(0.86)), (x + 110, p.y(0.86)), (x + 106, p.y(0.876)), (x - 8, p.y(0.876))]),
            (250, 244, 226),
            220,
        )
        x += 210
    p.stroke(poly([(p.left, p.y(0.735)), (p.right, p.y(0.735))], close=False), (250, 214, 96), 5, 220)
    for index in range(9):
        lx = p.x(index / 8)
        p.part(ellipse(lx, p.y(0.72), 6 * p.k, 5 * p.k), (250, 226, 130), line=0.7)
        p.lamp(lx, p.y(0.718), 60 * p.k, (140, 190, 255), 170)
    p.box(p.x(0.06) - 3, p.y(0.56), p.x(0.06) + 3, p.y(0.73), (226, 226, 232), 1)
    sock = poly(
        [
            (p.x(0.06), p.y(0.56)),
            (p.x(0.06) + 84 * p.k, p.y(0.575)),
            (p.x(0.06) + 84 * p.k, p.y(0.6)),
            (p.x(0.06), p.y(0.61)),
        ]
    )
    p.part(sock, (238, 126, 66), role="cloth")
    nature.puddles(p)


_RIM = (
    (-0.05, 0.4, 150), (0.05, 0.395, 120), (0.13, 0.385, 80), (0.25, 0.4, 140), (0.34, 0.395, 90), (0.43, 0.36, 110),
    (0.7, 0.36, 120), (0.79, 0.395, 90), (0.88, 0.385, 150), (0.99, 0.38, 120),
)  # fmt: skip
"""Bushes on the cliff: x, y, width."""


def _falls_far(p: Painter) -> None:
    nature.hill(p.away(0.9), 0.44, 0.05, (96, 146, 130), "high wood", 6)
    trees.grove(p.away(0.6), "fir", 0.46, 90 * p.k, 30, (64, 120, 92), "rim firs")
    face = poly(
        [
            (p.left, p.y(0.4)), (p.x(0.1), p.y(0.36)), (p.x(0.3), p.y(0.4)), (p.x(0.46), p.y(0.33)),
            (p.x(0.66), p.y(0.33)), (p.x(0.8), p.y(0.39)), (p.x(0.95), p.y(0.35)), (p.right, p.y(0.41)),
            (p.right, p.y(0.7)), (p.left, p.y(0.7)),
        ]
    )  # fmt: skip
    near = p.away(0.22)
    near.wash(face, (light(ROCK, 0.2), ROCK, shade(ROCK, 0.3)), (0, p.y(0.34)), (0, p.y(0.7)))
    chance = p.rng("cracks")
    for _ in range(34):
        x, y = chance.uniform(p.left, p.right), p.y(chance.uniform(0.42, 0.64))
        slab = poly(
            [
                (x, y),
                (x + chance.uniform(24, 80) * p.k, y - 8),
                (x + chance.uniform(30, 70) * p.k, y + 34 * p.k),
                (x - 6, y + 30 * p.k),
            ]
        )
        near.ink.inside(face, slab, light(ROCK, 0.24) if chance.random() < 0.5 else shade(ROCK, 0.3), 120)
    for x, y, wide in _RIM:
        trees.bush(near, p.x(x), p.y(y), wide * p.k, (84, 146, 84))


def falling(p: Painter, seconds: float) -> None:
    """Streaks that fall, foam that boils at their foot."""
    chance, streaks = p.rng("falling"), skia.Path()
    for _ in range(26):
        at, speed, phase = chance.random(), chance.uniform(0.9, 1.3), chance.random()
        t = (phase + seconds * speed) % 1.0
        y = p.y(0.33) + t * p.y(0.36)
        x = p.x(0.49 + 0.14 * at) + (at - 0.5) * 60 * p.k * t
        streaks.moveTo(x, y)
        streaks.lineTo(x + (at - 0.5) * 8, min(y + 46 * p.k, p.y(0.715)))
    p.raw.stroke(streaks, mix(p.view.light.sky[2], (255, 255, 255), 0.7), 3, 170)
    for index in range(7):
        x = p.x(0.475 + 0.17 * index / 6)
        r = (20 + 5 * math.sin(seconds * 5 + index * 2)) * p.k
        p.flat(scallop(x, p.y(0.718), r, r * 0.6, 8), (246, 250, 255), 220)


def _falls(p: Painter) -> None:
    fall = poly([(p.x(0.49), p.y(0.33)), (p.x(0.63), p.y(0.33)), (p.x(0.655), p.y(0.72)), (p.x(0.465), p.y(0.72))])
    p.wash(fall, ((214, 240, 250), (150, 206, 232), (220, 242, 250)), (0, p.y(0.33)), (0, p.y(0.72)))
    p.raw.glow(p.x(0.56), p.y(0.7), 230 * p.k, (235, 246, 255), 150)
    pool = blob(
        [
            (p.left, p.y(0.7)),
            (p.x(0.3), p.y(0.7)),
            (p.x(0.8), p.y(0.7)),
            (p.right, p.y(0.7)),
            (p.right, p.bottom),
            (p.left, p.bottom),
        ],
        0.1,
    )
    nature.water(p, pool, (60, 158, 186), "pool")
    bank = blob(
        [
            (p.left, p.y(0.78)),
            (p.x(0.2), p.y(0.775)),
            (p.x(0.5), p.y(0.785)),
            (p.x(0.8), p.y(0.775)),
            (p.right, p.y(0.78)),
            (p.right, p.bottom + 40),
            (p.left, p.bottom + 40),
        ],
        0.3,
    )
    grass = p.white((112, 170, 88), 0.8)
    p.wash(bank, (light(grass, 0.16), grass, shade(grass, 0.24)), (0, p.y(0.77)), (0, p.bottom))
    for x, y, wide in (
        (0.02, 0.76, 190),
        (0.13, 0.755, 110),
        (0.3, 0.735, 80),
        (0.72, 0.735, 90),
        (0.87, 0.755, 130),
        (0.98, 0.77, 200),
    ):
        nature.rock(p, p.x(x), p.y(y), wide * p.k, f"falls{x}", ROCK)
    for x in (0.07, 0.93):
        trees.tree(p, "fir", p.x(x), p.y(0.79), 300 * p.k, (66, 124, 88))
    nature.blades(p, (112, 170, 88), 0.8, 1.14, 260)
    nature.flowers(p, 0.81, 1.1, 24, ((250, 248, 240), (176, 140, 226), (250, 206, 90)), size=6)


SPECS = (
    Spec(
        "savanna",
        (Plane(0.05, open_sky), Plane(0.3, _savanna_far, 0.7), Plane(1.0, _savanna), framing("straw")),
        also=("savannah", "grassland", "steppe", "african plain", "serengeti", "plains", "bush"),
        live=(sky.birds,),
        spots={"tree": (0.84, 0.745), "stone": (0.08, 0.68), "seat": (0.14, 0.7)},
    ),
    Spec(
        "stadium",
        (Plane(0.05, open_sky), Plane(0.3, _stands), Plane(1.0, _stadium)),
        also=(
            "arena",
            "pitch",
            "football field",
            "soccer field",
            "football pitch",
            "sports field",
            "finish line",
            "starting line",
        ),
        spots={"seat": (0.5, 0.6), "light": (0.12, 0.06)},
    ),
    Spec(
        "airport",
        (Plane(0.05, open_sky), Plane(0.3, _airport_far, 0.6), Plane(1.0, _airport)),
        also=("runway", "airfield", "tarmac", "airstrip"),
        live=(sky.birds,),
        spots={"door": (0.75, 0.66), "light": (0.5, 0.72)},
        mirror=0.73,
    ),
    Spec(
        "waterfall",
        (Plane(0.05, open_sky), Plane(0.35, _falls_far), Plane(1.0, _falls), framing("leaves")),
        also=("falls", "cascade", "rapids", "hidden waterfall"),
        live=(falling, sky.birds),
        spots={"water": (0.56, 0.74), "stone": (0.13, 0.75), "seat": (0.87, 0.74), "tree": (0.07, 0.79)},
    ),
)
