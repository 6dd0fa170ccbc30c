"""Owns wooded places: forest, jungle, swamp. Does not know: figures."""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import blob, ellipse, scallop, tube, union
from generators.backends.animatic.places import nature, sky, trees
from generators.backends.animatic.places.country import butterflies
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec

MOSS: RGB = (104, 158, 76)


def trunks(p: Painter, y: float, count: int, wide: float, colour: RGB, name: str) -> None:
    """A far rank of trunks that run out of the picture, flat, feet at the share y."""
    chance, whole = p.rng(name), skia.Path()
    for index in range(count):
        x = p.left + (index + chance.uniform(0.1, 0.9)) * (p.right - p.left) / count
        w, lean = wide * chance.uniform(0.6, 1.3), chance.uniform(-14, 14)
        foot = p.y(y) + chance.uniform(-6, 10)
        whole.addPath(
            blob(
                [
                    (x - w * 0.9, foot),
                    (x - w * 0.5, foot - 40),
                    (x - w * 0.42 + lean, p.top),
                    (x + w * 0.42 + lean, p.top),
                    (x + w * 0.5, foot - 40),
                    (x + w * 0.9, foot),
                ],
                0.3,
            )
        )
    p.wash(whole, (shade(colour, 0.1), colour, light(colour, 0.12)), (0, p.top), (0, p.y(y)))


def canopy(p: Painter, y: float, colour: RGB, name: str, lobe: float = 90) -> None:
    """A roof of leaves from the upper edge down to about the share y."""
    chance = p.rng(name)
    shape = skia.Path.Rect(skia.Rect.MakeLTRB(p.left, p.top, p.right, p.y(y) - lobe * 0.4))
    x = p.left
    while x < p.right + lobe:
        shape = union(shape, scallop(x, p.y(y) - lobe * 0.5 + chance.uniform(-24, 24), lobe * 0.85, lobe * 0.56, 9))
        x += lobe * chance.uniform(0.8, 1.2)
    p.part(shape, p.white(colour, 0.2), role="leaf", line=0.7 if p.haze < 0.5 else 0, depth=0.7 if p.haze < 0.5 else 0)


def glade(p: Painter) -> None:
    """Light between the far trunks."""
    upper, middle, lower = p.view.light.sky
    leaf = p.tint((150, 196, 132))
    p.wash(
        sky.whole(p),
        (mix(upper, leaf, 0.7), mix(middle, leaf, 0.55), mix(lower, leaf, 0.25), mix(lower, leaf, 0.5)),
        (0, 0),
        (0, p.y(0.7)),
        raw=True,
    )
    if p.view.light.sun is not None:
        if p.dark > 0.9:
            sky.stars(p, 0.5, 60)
        x, y = p.x(p.view.light.sun[0]), p.y(min(p.view.light.sun[1], 0.4))
        p.raw.glow(x, y + 60, 420 * p.k, p.view.light.key, 150)
        if p.dark > 0.9:
            sky.moon(p, x, y + 70, 40 * p.k)


def _forest_far(p: Painter) -> None:
    trunks(p.away(1.0), 0.64, 17, 22 * p.k, (96, 134, 104), "far trunks")
    canopy(p.away(0.95), 0.2, (104, 158, 104), "far leaves", 80)
    nature.hill(p.away(0.7), 0.645, 0.012, (126, 178, 96), "glade floor")
    trunks(p.away(0.6), 0.67, 11, 36 * p.k, (92, 104, 84), "middle trunks")
    canopy(p.away(0.5), 0.13, (84, 150, 84), "middle leaves", 100)
    undergrowth(p.away(0.42), 0.685, (92, 150, 84), "undergrowth")


def undergrowth(p: Painter, y: float, colour: RGB, name: str) -> None:
    """A row of shrubs about the feet of the far trunks."""
    chance, x = p.rng(name), p.left
    while x < p.right:
        wide = chance.uniform(60, 130) * max(p.k, 0.7)
        if abs(x / p.w - 0.5) > 0.1:
            shape = scallop(x, p.y(y) - wide * 0.1, wide * 0.6, wide * 0.34, 10)
            p.wash(shape, (light(colour, 0.2), shade(colour, 0.12)), (0, p.y(y) - wide * 0.5), (0, p.y(y) + 10))
        x += wide * chance.uniform(0.9, 1.7)


def _forest(p: Painter) -> None:
    nature.ground(p, 0.665, MOSS)
    nature.path_to(p, 0.52, 0.67, (206, 170, 118), wide=0.3)
    trees.tree(p, "round", p.x(0.13), p.y(0.745), 470 * max(p.k, 0.8))
    trees.tree(p, "round", p.x(0.88), p.y(0.755), 500 * max(p.k, 0.8), (78, 142, 84))
    trees.bush(p, p.x(0.26), p.y(0.715), 90 * p.k)
    trees.bush(p, p.x(0.75), p.y(0.72), 100 * p.k, (96, 152, 82), (214, 80, 90))
    for x, y, reach in ((0.045, 0.79, 62), (0.31, 0.745, 40), (0.7, 0.745, 42), (0.83, 0.8, 58)):
        for angle in (-152, -118, -90, -62, -28):
            trees.frond(p, p.x(x), p.y(y), reach * p.k, angle, (96, 160, 84))
    nature.blades(p, MOSS, 0.69, 1.14, 480)
    nature.flowers(p, 0.72, 1.08, 26, ((250, 250, 246), (250, 220, 110), (188, 160, 232)), "wood flowers", size=5)
    mushrooms(p, p.x(0.2), p.y(0.78), 30 * p.k)
    nature.rock(p, p.x(0.95), p.y(0.8), 90 * p.k, "stone")
    nature.puddles(p)
    sun = p.view.light.sun
    if sun is not None:
        lean = (20, 30, 40, 52) if sun[0] < 0.5 else (-20, -30, -40, -52)
        sky.rays(p, p.x(sun[0]), p.y(-0.12), tuple(map(float, lean)), p.y(1.05), 74)


def mushrooms(p: Painter, x: float, y: float, size: float) -> None:
    """Two red caps with white spots."""
    for dx, r in ((0.0, 1.0), (0.9, 0.7)):
        cx, top = x + dx * size, y - size * r
        p.part(tube([(cx, y, size * 0.34 * r), (cx, top, size * 0.26 * r)], 2), (244, 232, 214), line=0.8)
        cap = blob(
            [
                (cx - size * 0.6 * r, top),
                (cx - size * 0.4 * r, top - size * 0.5 * r),
                (cx, top - size * 0.66 * r),
                (cx + size * 0.4 * r, top - size * 0.5 * r),
                (cx + size * 0.6 * r, top),
                (cx, top + size * 0.12 * r),
            ]
        )
        p.part(cap, (206, 56, 54), line=0.9)
        for sx, sy in ((-0.3, 0.2), (0.05, 0.42), (0.34, 0.16)):
            p.ink.inside(
                cap, ellipse(cx + sx * size * r, top - sy * size * r, size * 0.1 * r, size * 0.08 * r), (252, 244, 230)
            )


def _forest_front(p: Painter) -> None:
    hue = mix((52, 84, 66), shade((64, 104, 70), 0.2), 0.5)
    wide = 74 * max(p.k, 0.7)
    for x, side in ((p.x(-0.035), 1), (p.x(1.035), -1)):
        trunk = blob(
            [
                (x - wide * 1.3, p.bottom),
                (x - wide * 0.7, p.y(0.8)),
                (x - wide * 0.62, p.y(0.3)),
                (x - wide * 0.8, p.top),
                (x + wide * 0.8, p.top),
                (x + wide * 0.56, p.y(0.34)),
                (x + wide * 0.66, p.y(0.8)),
                (x + wide * 1.3, p.bottom),
            ],
            0.4,
        )
        p.part(trunk, (84, 72, 66), role="wood")
        p.cap(trunk, 8)
        branch = tube(
            [
                (x, p.y(0.2), wide * 0.5),
                (x + side * wide * 1.4, p.y(0.13), wide * 0.3),
                (x + side * wide * 2.2, p.y(0.03), wide * 0.16),
            ]
        )
        p.part(branch, (84, 72, 66), role="wood")
        leaf_frame(p, x + side * wide * 0.6, p.y(-0.02), wide * 2.6, hue, f"frame{side}")
        nature.tufts(p, hue, x + side * wide * 0.9, p.y(1.08), 120 * max(p.k, 0.7), f"fern{side}", 11)


def leaf_frame(p: Painter, x: float, y: float, r: float, colour: RGB, name: str) -> None:
    """Overhanging leaves at an upper corner."""
    chance = p.rng(name)
    shape = scallop(x, y, r, r * 0.42, 13)
    for _ in range(5):
        shape = union(
            shape, scallop(x + chance.uniform(-0.8, 0.8) * r, y + chance.uniform(0, 0.2) * r, r * 0.42, r * 0.26, 9)
        )
    p.part(shape, p.white(colour, 0.15), role="leaf")
    p.cap(shape, 6)


SPECS = (
    Spec(
        "forest",
        (Plane(0.05, glade), Plane(0.35, _forest_far, 0.8), Plane(1.0, _forest, 0.05), Plane(1.3, _forest_front)),
        also=("wood", "woods", "woodland", "grove", "glade", "clearing", "thicket", "tree", "oak", "pine"),
        live=(butterflies,),
        spots={"tree": (0.88, 0.75), "tree2": (0.13, 0.75), "path": (0.52, 0.7), "stone": (0.95, 0.8)},
    ),
)
