"""Owns places by and in the water: beach, cliff, harbour, island, open sea, lake, river, bridge, under water.

Does not know: figures.
"""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, poly, union
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.buildings import house_front, street_lamp
from generators.backends.animatic.places.country import open_sky
from generators.backends.animatic.places.frames import framing
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Animate, Plane, Spec
from generators.backends.animatic.places.strand import boat, bucket, lighthouse, pier, ripples, rope, shell, starfish

SEA: RGB = (44, 138, 192)


def sea(p: Painter, y: float, colour: RGB = SEA) -> None:
    """Water from the horizon at the share y downward."""
    nature.water(p, sky.whole(p, p.y(y)), colour, "sea")
    p.raw.stroke(
        poly([(p.left, p.y(y)), (p.right, p.y(y))], close=False),
        mix(p.view.light.sky[2], (255, 255, 255), 0.3),
        1.5,
        120,
    )


def shore(p: Painter, y: float, colour: RGB = nature.SAND) -> None:
    """Sand with a rim of foam on the water, from about the share y down."""
    line = nature.ridge(p, y, 0.014, "shore", 6)
    wet = [(x, v - 13) for x, v in line]
    p.flat(nature.below(p, [(x, v - 25) for x, v in line]), (255, 255, 255), 150)
    p.flat(nature.below(p, wet), shade(colour, 0.24), 255)
    near = p.white(mix(colour, (206, 152, 84), 0.5) if p.wet else colour, 0.8)
    beach = nature.below(p, line)
    p.wash(beach, (light(near, 0.16), near, shade(near, 0.2)), (0, p.y(y)), (0, p.bottom))
    nature.grains(p, beach, near, y)
    if p.wet:
        sheen(p, y)


def sheen(p: Painter, y: float) -> None:
    """Wet sand that carries the sky in long streaks, and lines of foam that the last waves left."""
    chance, sky_ = p.rng("sheen"), p.view.light.sky
    for index in range(18):
        t = (index + chance.random()) / 18
        x, half = chance.uniform(p.left, p.right), chance.uniform(90, 260) * (0.5 + t) * p.k
        streak = ellipse(x, p.y(y + 0.015 + (1.04 - y) * t), half, half * 0.045)
        p.raw.flat(streak, mix(sky_[1], (255, 255, 255), 0.25), 70)
    for lift in (0.03, 0.075):
        line = nature.ridge(p, y + lift, 0.018, f"foam{lift}", 9)
        p.stroke(blob(line, close=False), (250, 252, 255), 3.4, 120)


def surf(y: float) -> Animate:
    """Foam that runs up a shore at the share y and back."""

    def animate(p: Painter, seconds: float) -> None:
        line = nature.ridge(p, y, 0.014, "shore", 6)
        reach = 9 + 9 * math.sin(seconds * 1.1)
        for lift, alpha, width in ((16 - reach, 170, 5.0), (24 - reach * 0.6, 90, 3.0)):
            p.stroke(blob([(x, v - lift) for x, v in line], close=False), (255, 255, 255), width, alpha)
        nature.waves(p, seconds, y - 0.13, y - 0.04, 10)

    return animate


def sea_waves(y0: float, y1: float, count: int = 14) -> Animate:
    """Wandering light on water between two shares of the height."""

    def animate(p: Painter, seconds: float) -> None:
        nature.waves(p, seconds, y0, y1, count)

    return animate


def _headland(p: Painter) -> None:
    shape = blob(
        [
            (p.x(0.66), p.y(0.56)),
            (p.x(0.78), p.y(0.5)),
            (p.x(0.9), p.y(0.515)),
            (p.right + 40, p.y(0.47)),
            (p.right + 40, p.y(0.56)),
        ],
        0.5,
    )
    p.wash(shape, ((118, 158, 152), (150, 178, 166)), (0, p.y(0.47)), (0, p.y(0.56)))


def _beach_far(p: Painter) -> None:
    _headland(p.away(0.9))
    sea(p, 0.555)
    boat(p.away(0.25), p.x(0.68), p.y(0.6), 54 * p.k)


def _beach(p: Painter) -> None:
    shore(p, 0.71)
    trees.tree(p, "palm", p.x(0.07), p.y(0.8), 520 * max(p.k, 0.8))
    nature.rock(p, p.x(0.93), p.y(0.77), 120 * p.k, "a")
    nature.rock(p, p.x(1.0), p.y(0.79), 150 * p.k, "b")
    starfish(p, p.x(0.8), p.y(0.93), 17)
    shell(p, p.x(0.24), p.y(0.94), 15)
    bucket(p, p.x(0.87), p.y(0.86), 58 * p.k)
    ripples(p, nature.SAND, 0.76, 1.1, 26)
    nature.puddles(p)


_LIGHT = (0.89, 0.615, 420.0)


def _cliff(p: Painter) -> None:
    hue: RGB = (134, 116, 118)
    face = blob(
        [
            (p.x(0.56), p.bottom + 30),
            (p.x(0.6), p.y(0.86)),
            (p.x(0.585), p.y(0.74)),
            (p.x(0.63), p.y(0.645)),
            (p.x(0.72), p.y(0.618)),
            (p.x(0.95), p.y(0.61)),
            (p.right + 60, p.y(0.59)),
            (p.right + 60, p.bottom + 30),
        ],
        0.25,
    )
    p.part(face, hue, role="stone")
    p.ink.inside(
        face,
        nature.below(
            p,
            [
                (p.left, p.y(0.9)),
                (p.x(0.56), p.y(0.7)),
                (p.x(0.63), p.y(0.665)),
                (p.x(0.75), p.y(0.645)),
                (p.right, p.y(0.63)),
            ],
        ),
        shade(hue, 0.16),
        90,
    )
    p.ink.inside(
        face,
        union(ellipse(p.x(0.84), p.y(0.61), p.x(0.22), p.y(0.028)), ellipse(p.x(1.15), p.y(0.6), p.x(0.3), p.y(0.03))),
        p.white((120, 160, 88)),
    )
    lighthouse(p, p.x(_LIGHT[0]), p.y(_LIGHT[1]), _LIGHT[2] * max(p.k, 0.78))
    nature.ground(p, 0.765, (140, 166, 92), amplitude=0.012)
    nature.path_to(p, 0.7, 0.77, (214, 186, 140), wide=0.22, bend=0.1)
    for x, wide in ((0.03, 150), (0.1, 90), (0.97, 110)):
        nature.rock(p, p.x(x), p.y(0.81), wide * p.k, f"r{x}")
    nature.blades(p, (140, 166, 92), 0.78, 1.14, 320)
    nature.puddles(p)


def _cliff_far(p: Painter) -> None:
    sea(p, 0.57, (44, 112, 176))
    for x, wide in ((0.08, 110), (0.33, 70)):
        nature.rock(p.away(0.4), p.x(x), p.y(0.66), wide * p.k, f"stack{x}", (120, 110, 124), 0.9)


def light_beam(p: Painter, seconds: float) -> None:
    """The lighthouse's turning beam, when it is dark."""
    if p.dark < 0.3:
        return
    tall = _LIGHT[2] * max(p.k, 0.78)
    turn = seconds * 0.7
    reach = p.w * (0.25 + 0.75 * abs(math.cos(turn)))
    x, y = p.x(_LIGHT[0]), p.y(_LIGHT[1]) - tall * 0.85
    side = 180.0 if math.cos(turn) > 0 else 0.0
    sky.beam(p, x, y, side + 4 * math.sin(turn), reach, 150 * p.dark)
    sky.beam(p, x, y, 180 - side - 4 * math.sin(turn), reach * 0.7, 110 * p.dark)


def _harbour_far(p: Painter) -> None:
    nature.hill(p.away(0.9), 0.5, 0.02, (118, 150, 140), "harbour hill")
    far = p.away(0.45)
    chance = p.rng("quay")
    x = p.left
    while x < p.right:
        wide, tall = chance.uniform(70, 110) * p.k, chance.uniform(90, 150) * p.k
        hue = chance.choice(((214, 118, 88), (238, 208, 150), (120, 160, 176), (196, 98, 96), (236, 226, 206)))
        house_front(far, x, p.y(0.585), wide, tall, hue, f"q{round(x)}")
        x += wide + 4
    sea(p, 0.585)


def _harbour(p: Painter) -> None:
    boat(p, p.x(0.16), p.y(0.72), 170 * p.k, (66, 112, 152))
    boat(p, p.x(0.87), p.y(0.7), 140 * p.k)
    pier(p, 0.755)
    f.crate(p, 0.04, 0.83)
    f.crate(p, 0.1, 0.8, 64, (166, 122, 80))
    f.barrel(p, 0.94, 0.82)
    f.barrel(p, 1.0, 0.85, 110)
    rope(p, p.x(0.83), p.y(0.83), 40 * p.k)
    street_lamp(p, p.x(0.22), p.y(0.77), 280 * p.k)
    nature.puddles(p)


def _island_far(p: Painter) -> None:
    _headland(p.away(1.0))
    sea(p, 0.56, (46, 158, 196))


def _island(p: Painter) -> None:
    sand = blob(
        [
            (p.left, p.bottom + 20),
            (p.x(-0.12), p.y(0.86)),
            (p.x(0.12), p.y(0.76)),
            (p.x(0.5), p.y(0.735)),
            (p.x(0.88), p.y(0.76)),
            (p.x(1.12), p.y(0.86)),
            (p.right, p.bottom + 20),
        ],
        0.5,
    )
    p.raw.canvas.save()
    p.raw.canvas.translate(0, -14)
    p.flat(sand, (255, 255, 255), 130)
    p.raw.canvas.restore()
    hue = p.white(nature.SAND, 0.8)
    p.wash(sand, (light(hue, 0.16), hue, shade(hue, 0.2)), (0, p.y(0.73)), (0, p.bottom))
    trees.tree(p, "palm", p.x(0.2), p.y(0.79), 470 * max(p.k, 0.8))
    trees.tree(p, "palm", p.x(0.8), p.y(0.8), 380 * max(p.k, 0.8), name="other")
    trees.bush(p, p.x(0.13), p.y(0.79), 120 * p.k, (84, 156, 84))
    trees.bush(p, p.x(0.88), p.y(0.8), 100 * p.k, (84, 156, 84), (240, 120, 130))
    nature.rock(p, p.x(0.02), p.y(0.86), 130 * p.k, "i")
    shell(p, p.x(0.66), p.y(0.94), 15)
    starfish(p, p.x(0.3), p.y(0.95), 16)
    ripples(p, nature.SAND, 0.8, 1.1, 18)


def _open_sea(p: Painter) -> None:
    sea(p, 0.6, (36, 118, 182))
    for index, y in enumerate((0.68, 0.76, 0.86, 0.98)):
        chance, line, x = p.rng(f"swell{index}"), [], p.left - 60
        while x < p.right + 120:
            line += [(x, p.y(y) + chance.uniform(-3, 3)), (x + 70 + index * 22, p.y(y) - 9 - index * 6)]
            x += 140 + index * 44
        hue = mix((44, 132, 192), (22, 76, 142), index / 3)
        p.wash(nature.below(p, line), (light(hue, 0.12), hue, shade(hue, 0.14)), (0, p.y(y) - 20), (0, p.y(y + 0.16)))
        p.stroke(blob(line, close=False), (232, 246, 250), 2.4, 120)
    if p.view.light.sun is not None:
        nature.glitter(p, p.x(p.view.light.sun[0]), p.y(0.605), p.y(1.06))


SPECS = (
    Spec(
        "beach",
        (Plane(0.05, open_sky), Plane(0.4, _beach_far), Plane(1.0, _beach), framing("dunes")),
        also=("shore", "seaside", "seashore", "coast", "sand", "bay", "dune", "sandy beach", "cove"),
        live=(sky.birds, surf(0.71)),
        spots={"water": (0.5, 0.66), "tree": (0.07, 0.8), "seat": (0.95, 0.72)},
    ),
    Spec(
        "cliff",
        (Plane(0.05, open_sky), Plane(0.4, _cliff_far), Plane(1.0, _cliff), framing("grass")),
        also=("lighthouse", "headland", "cliff with lighthouse", "lighthouse cliff", "cape", "rock"),
        live=(sky.birds, sea_waves(0.6, 0.72), light_beam),
        spots={"door": (0.89, 0.62), "light": (0.89, 0.1), "water": (0.3, 0.68)},
    ),
    Spec(
        "harbour",
        (Plane(0.05, open_sky), Plane(0.4, _harbour_far), Plane(1.0, _harbour)),
        also=("harbor", "port", "dock", "pier", "marina", "quay", "wharf", "jetty"),
        live=(sky.birds, sea_waves(0.61, 0.73)),
        spots={"seat": (0.05, 0.75), "boat": (0.16, 0.72), "water": (0.5, 0.68)},
        mirror=0.757,
    ),
    Spec(
        "island",
        (Plane(0.05, open_sky), Plane(0.4, _island_far), Plane(1.0, _island), framing("dunes")),
        also=("desert island", "tropical island", "atoll", "lagoon"),
        live=(sky.birds, sea_waves(0.58, 0.72)),
        spots={"tree": (0.2, 0.79), "seat": (0.02, 0.8)},
    ),
    Spec(
        "sea",
        (Plane(0.05, open_sky), Plane(1.0, _open_sea)),
        also=("ocean", "open sea", "open water", "water", "wave", "high sea"),
        live=(sky.birds, sea_waves(0.62, 0.96, 18)),
        spots={"water": (0.5, 0.85)},
    ),
)
