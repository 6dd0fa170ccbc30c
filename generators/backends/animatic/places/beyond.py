"""Owns places beyond the ground: under water, the sky, space, the moon. Does not know: figures."""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, minus, poly, scallop, tube
from generators.backends.animatic.places import nature, sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec
from generators.backends.animatic.places.strand import shell, starfish


def _deep(p: Painter) -> None:
    hues: tuple[RGB, ...] = ((130, 226, 226), (52, 170, 208), (34, 112, 178), (26, 76, 140))
    p.wash(sky.whole(p), hues, (0, -60), (0, p.y(0.95)))
    for degrees, x in ((-18, 0.3), (-8, 0.42), (3, 0.52), (12, 0.6), (24, 0.74)):
        sky.rays(p, p.x(x), p.y(-0.16), (float(degrees),), p.y(1.05), 90 * (1 - 0.6 * p.dark))
    for y, hue, name in ((0.66, (44, 124, 178), "reef far"), (0.73, (38, 104, 160), "reef near")):
        nature.hill(p, y, 0.03, hue, name, 7)


def _seabed(p: Painter) -> None:
    nature.ground(p, 0.79, (222, 204, 160), amplitude=0.014)
    for x, y, size, hue in (
        (0.14, 0.84, 130, (236, 106, 128)),
        (0.84, 0.85, 150, (240, 144, 78)),
        (0.26, 0.82, 70, (176, 122, 214)),
        (0.74, 0.83, 84, (250, 196, 96)),
    ):
        coral(p, p.x(x), p.y(y), size * p.k, hue)
    nature.rock(p, p.x(0.93), p.y(0.88), 150 * p.k, "u1", (112, 110, 140))
    nature.rock(p, p.x(0.06), p.y(0.88), 130 * p.k, "u2", (112, 110, 140))
    starfish(p, p.x(0.36), p.y(0.93), 20 * p.k)
    shell(p, p.x(0.64), p.y(0.94), 20 * p.k)


def coral(p: Painter, x: float, y: float, size: float, hue: RGB) -> None:
    """A branching coral."""
    for dx, up, w in (
        (-0.42, 0.62, 0.13),
        (-0.2, 0.9, 0.15),
        (0.04, 1.0, 0.16),
        (0.26, 0.82, 0.15),
        (0.46, 0.56, 0.13),
    ):
        p.part(
            tube(
                [
                    (x + dx * size * 0.2, y, size * w),
                    (x + dx * size * 0.7, y - size * up * 0.5, size * w * 0.9),
                    (x + dx * size, y - size * up, size * w * 0.7),
                ],
                5,
            ),
            hue,
            line=0.8,
        )


def kelp(p: Painter, seconds: float) -> None:
    """Water plants that sway, bubbles, small fish."""
    for index, (x, tall) in enumerate(((0.02, 320), (0.055, 230), (0.1, 280), (0.905, 260), (0.95, 340), (0.99, 220))):
        high, root = tall * p.k, (p.x(x), p.y(0.9))
        left, right = [], []
        for i in range(7):
            t = i / 6
            sway = math.sin(seconds * 1.1 + index + t * 4) * 16 * t * p.k
            wide = 15 * p.k * (1 - t) * (1 + 0.35 * (i % 2)) + 2
            left.append((root[0] + sway - wide, root[1] - high * t))
            right.append((root[0] + sway + wide, root[1] - high * t))
        p.flat(blob([*left, *right[::-1]], 0.5), mix((34, 122, 104), (70, 166, 96), index % 3 / 2))
    _bubbles(p, seconds)
    _fish(p, seconds)


def _bubbles(p: Painter, seconds: float) -> None:
    chance, rings = p.rng("bubbles"), skia.Path()
    for index in range(12):
        x, speed = p.x(chance.uniform(0.05, 0.95)), chance.uniform(0.06, 0.12)
        t = (chance.random() + seconds * speed) % 1.0
        r = chance.uniform(3, 7)
        rings.addCircle(x + math.sin(seconds * 2 + index) * 6, p.y(0.9 - t), r)
    p.raw.stroke(rings, (226, 250, 255), 1.6, 190)


def _fish(p: Painter, seconds: float) -> None:
    chance = p.rng("fish")
    for index, hue in enumerate(((250, 166, 70), (240, 120, 150), (250, 214, 90), (120, 214, 220), (250, 166, 70))):
        speed, size = chance.uniform(26, 46), chance.uniform(13, 20) * p.k
        span, way = p.w * 1.4, 1 if index % 2 else -1
        x = ((chance.uniform(0, span) + way * seconds * speed) % span) - p.w * 0.2
        y = p.y(chance.uniform(0.12, 0.55)) + math.sin(seconds + index * 2) * 9
        flick = math.sin(seconds * 8 + index) * 0.25
        tail = poly(
            [
                (x - way * size * 0.8, y),
                (x - way * size * 1.6, y - size * (0.5 + flick)),
                (x - way * size * 1.6, y + size * (0.5 - flick)),
            ]
        )
        p.flat(tail, shade(hue, 0.12))
        p.flat(ellipse(x, y, size, size * 0.55), hue)
        p.flat(ellipse(x + way * size * 0.5, y - size * 0.12, size * 0.12, size * 0.12), (40, 40, 70))


def _high(p: Painter) -> None:
    sky.sky(p, 0.95, 5)


def _cloud_deck(p: Painter) -> None:
    for y, r, count, name in ((0.88, 120, 12, "deck far"), (1.02, 170, 9, "deck near")):
        chance = p.rng(name)
        for index in range(count):
            x = p.left + (index + chance.uniform(0.1, 0.9)) * (p.right - p.left) / count
            sky.cloud(
                p,
                x,
                p.y(y) + chance.uniform(-18, 18),
                r * max(p.k, 0.75) * chance.uniform(0.8, 1.2),
                255 if y > 0.9 else 190,
            )


def clouds_by(p: Painter, seconds: float) -> None:
    """Clouds that pass a flier."""
    chance = p.rng("fly by")
    span = p.w * 1.8
    for index in range(4):
        x = span - (chance.uniform(0, span) + seconds * (24 + 22 * index)) % span - p.w * 0.4
        sky.cloud(p, x, p.y(0.16 + 0.18 * index), (44 + 15 * index) * p.k, 200)


SPACE: tuple[RGB, ...] = ((26, 22, 76), (38, 30, 102), (58, 40, 126), (40, 32, 104))


def cosmos(p: Painter) -> None:
    """Stars and nebulas over deep violet, whatever the hour."""
    p.wash(sky.whole(p), SPACE, (0, 0), (p.w * 0.4, p.h), raw=True)
    for x, y, r, hue in (
        (0.2, 0.3, 360, (130, 70, 190)),
        (0.74, 0.62, 420, (60, 100, 200)),
        (0.52, 0.1, 280, (190, 80, 150)),
    ):
        p.raw.glow(p.x(x), p.y(y), r * p.k, hue, 110)
    sky.stars(p, 1.3, 230)


def planet(p: Painter, x: float, y: float, r: float, hue: RGB, ring: bool = False) -> None:
    """A banded planet, with a ring or without; pixels."""
    p.raw.glow(x, y, r * 1.7, hue, 110)
    disc = ellipse(x, y, r, r)
    if ring:
        p.raw.stroke(minus(ellipse(x, y, r * 1.8, r * 0.42, -16), disc), (240, 214, 166), r * 0.16, 220)
    p.raw.part(disc, hue)
    for dy, wide in ((-0.5, 0.16), (-0.1, 0.24), (0.36, 0.18)):
        p.raw.inside(
            disc, ellipse(x, y + dy * r, r * 1.3, r * wide, -16), light(hue, 0.25) if dy < 0.2 else shade(hue, 0.2), 120
        )
    p.raw.inside(
        disc,
        minus(ellipse(x, y, r * 1.2, r * 1.2), ellipse(x - r * 0.34, y - r * 0.28, r * 1.12, r * 1.12)),
        (36, 22, 84),
        120,
    )
    if ring:
        front = skia.Path()
        front.arcTo(skia.Rect.MakeLTRB(x - r * 1.8, y - r * 0.42, x + r * 1.8, y + r * 0.42), 8, 164, True)
        front.transform(skia.Matrix().setRotate(-16, x, y))
        p.raw.stroke(front, (250, 228, 184), r * 0.16, 255)


def _space(p: Painter) -> None:
    cosmos(p)
    planet(p, p.x(0.8), p.y(0.3), 96 * p.k, (236, 152, 90), True)
    planet(p, p.x(0.14), p.y(0.2), 50 * p.k, (92, 190, 200))
    planet(p, p.x(0.33), p.y(0.1), 20 * p.k, (230, 104, 130))


def _space_near(p: Painter) -> None:
    planet(p, p.x(0.42), p.y(1.0) + 620, 760, (92, 120, 206))
    for x, y, size in ((0.06, 0.66, 60), (0.93, 0.6, 46), (0.12, 0.76, 30), (0.88, 0.7, 26)):
        chance = p.rng(f"asteroid{x}")
        rock = blob(
            [
                (
                    p.x(x) + math.cos(i) * size * p.k * chance.uniform(0.8, 1.1),
                    p.y(y) + math.sin(i) * size * 0.8 * p.k * chance.uniform(0.8, 1.1),
                )
                for i in (0.0, 0.8, 1.6, 2.4, 3.2, 4.0, 4.8, 5.6)
            ]
        )
        p.raw.part(rock, (150, 132, 160), role="stone")
        for dx, dy in ((-0.3, -0.1), (0.25, 0.2)):
            p.raw.inside(
                rock,
                ellipse(p.x(x) + dx * size * p.k, p.y(y) + dy * size * p.k, size * 0.2 * p.k, size * 0.16 * p.k),
                (104, 88, 124),
                200,
            )


def twinkle(p: Painter, seconds: float) -> None:
    """Stars that twinkle and one that falls."""
    chance = p.rng("twinkle")
    for index in range(9):
        x, y = p.x(chance.uniform(0, 1)), p.y(chance.uniform(0, 0.6))
        p.raw.glow(x, y, 12, (226, 230, 255), 90 + 140 * (0.5 + 0.5 * math.sin(seconds * 2 + index * 2)))
    age = (seconds % 4.5) / 0.9
    if age < 1:
        x, y = p.x(0.2 + 0.4 * age), p.y(0.08 + 0.2 * age)
        p.raw.stroke(poly([(x, y), (x - 70, y - 26)], close=False), (255, 252, 236), 2.4, 230 * (1 - age))


def _moon_sky(p: Painter) -> None:
    cosmos(p)
    x, y, r = p.x(0.76), p.y(0.26), 96 * p.k
    planet(p, x, y, r, (72, 138, 214))
    disc = ellipse(x, y, r, r)
    for dx, dy, s in ((-0.35, -0.25, 0.4), (0.3, 0.15, 0.46), (-0.2, 0.6, 0.3)):
        p.raw.inside(disc, scallop(x + dx * r, y + dy * r, s * r, s * r * 0.8, 7), (110, 180, 120), 220)
    p.raw.inside(disc, ellipse(x - r * 0.2, y + r * 0.1, r * 0.8, r * 0.08, -14), (250, 252, 255), 170)


def _moon(p: Painter) -> None:
    dust: RGB = p.main((184, 178, 204))
    lit = Painter(p.raw, p.view, p.haze)
    for y, hue, name in ((0.64, shade(dust, 0.3), "moon far"), (0.7, dust, "moon near")):
        shape = nature.below(p, nature.ridge(p, y, 0.016, name, 6))
        p.wash(shape, (light(hue, 0.2), hue, shade(hue, 0.34)), (0, p.y(y)), (0, p.bottom), raw=True)
    for x, y, wide in (
        (0.14, 0.77, 120),
        (0.84, 0.75, 100),
        (0.64, 0.94, 150),
        (0.3, 0.9, 90),
        (0.98, 0.88, 130),
        (0.5, 0.735, 60),
    ):
        cx, cy, w = p.x(x), p.y(y), wide * p.k
        p.raw.flat(ellipse(cx, cy, w, w * 0.2), shade(dust, 0.4))
        p.raw.flat(ellipse(cx + 4, cy + w * 0.05, w * 0.9, w * 0.15), shade(dust, 0.2))
        p.raw.stroke(ellipse(cx, cy, w, w * 0.2), light(dust, 0.4), 2.4, 170)
    lander(lit, p.x(0.15), p.y(0.735), 190 * p.k)
    for x, wide in ((0.92, 70), (0.78, 44), (0.04, 90)):
        nature.rock(p, p.x(x), p.y(0.8), wide * p.k, f"mo{x}", (150, 144, 176))


def lander(p: Painter, x: float, y: float, size: float) -> None:
    """A landing craft on four legs, with a flag beside it."""
    for side in (-1, 1):
        p.raw.part(
            tube([(x + side * size * 0.2, y - size * 0.34, 8), (x + side * size * 0.46, y, 8)], 1),
            (206, 170, 90),
            line=0.8,
        )
        p.raw.part(ellipse(x + side * size * 0.46, y, size * 0.09, size * 0.03), (206, 170, 90), line=0.8)
    p.raw.part(
        poly(
            [
                (x - size * 0.34, y - size * 0.2),
                (x + size * 0.34, y - size * 0.2),
                (x + size * 0.26, y - size * 0.46),
                (x - size * 0.26, y - size * 0.46),
            ]
        ),
        (224, 184, 96),
        role="metal",
    )
    p.raw.part(
        blob(
            [
                (x - size * 0.24, y - size * 0.46),
                (x - size * 0.24, y - size * 0.74),
                (x, y - size * 0.88),
                (x + size * 0.24, y - size * 0.74),
                (x + size * 0.24, y - size * 0.46),
            ],
            0.4,
        ),
        (226, 228, 238),
        role="metal",
    )
    p.raw.part(ellipse(x, y - size * 0.64, size * 0.1, size * 0.1), (110, 180, 220), role="glass")
    p.raw.glow(x, y - size * 0.64, size * 0.3, (180, 226, 255), 120)
    fx = x + size * 0.86
    p.raw.part(tube([(fx, y - size * 0.7, 5), (fx, y, 5)], 1), (226, 228, 238), line=0.7)
    p.raw.part(
        blob(
            [
                (fx, y - size * 0.7),
                (fx + size * 0.2, y - size * 0.73),
                (fx + size * 0.36, y - size * 0.68),
                (fx + size * 0.36, y - size * 0.48),
                (fx + size * 0.18, y - size * 0.5),
                (fx, y - size * 0.47),
            ],
            0.3,
        ),
        (226, 92, 84),
        role="cloth",
    )


SPECS = (
    Spec(
        "under water",
        (Plane(0.3, _deep), Plane(1.0, _seabed), framing("weeds")),
        also=(
            "underwater",
            "seabed",
            "sea floor",
            "ocean floor",
            "reef",
            "coral reef",
            "deep sea",
            "aquarium",
            "bottom of the sea",
            "sea bottom",
        ),
        indoor=True,
        floor=False,
        live=(kelp,),
        spots={"stone": (0.93, 0.84), "light": (0.5, 0.0)},
        sunlit=False,
    ),
    Spec(
        "sky",
        (Plane(0.05, _high), Plane(0.6, _cloud_deck)),
        also=("cloud", "heaven", "air", "above the clouds"),
        floor=False,
        live=(clouds_by,),
        spots={"cloud": (0.5, 0.85)},
        sunlit=False,
    ),
    Spec(
        "space",
        (Plane(0.1, _space), Plane(0.4, _space_near)),
        also=("outer space", "galaxy", "universe", "orbit", "cosmos", "star", "asteroid"),
        indoor=True,
        floor=False,
        live=(twinkle,),
        spots={"planet": (0.8, 0.3)},
        sunlit=False,
    ),
    Spec(
        "moon",
        (Plane(0.1, _moon_sky), Plane(1.0, _moon)),
        also=("planet", "mars", "lunar surface", "alien planet", "another planet", "distant planet"),
        indoor=True,
        live=(twinkle,),
        spots={"door": (0.15, 0.735), "flag": (0.25, 0.735), "stone": (0.92, 0.8)},
        sunlit=False,
    ),
)
