"""Owns trees and shrubs, by kind, at any size. Does not know: where they stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import skia

from generators.backends.animatic.colours import RGB, argb, light, mix, shade
from generators.backends.animatic.kit import Point, blob, ellipse, poly, scallop, tube, union
from generators.backends.animatic.places.painter import Painter

BARK: RGB = (116, 82, 62)


LEAF: RGB = (86, 146, 78)


def tree(p: Painter, kind: str, x: float, y: float, tall: float, colour: RGB = LEAF, name: str = "") -> None:
    """A tree that stands at (x, y), `tall` pixels high. Kinds: see TREES."""
    if p.haze < 0.35:
        p.shadow(x + tall * 0.03, y, tall * 0.2, 70)
        cast(p, x, y, tall)
    TREES[kind](p, x, y, tall, colour, name or f"{kind}{round(x)}")


def cast(p: Painter, x: float, y: float, tall: float) -> None:
    """The shade that a tree throws on the ground, away from the light."""
    light = p.view.light
    lean = max(-1.0, min(1.0, light.shadow_skew)) * tall
    crown = ellipse(x + lean * 0.5, y + tall * 0.05, tall * (0.26 + 0.16 * abs(light.shadow_skew)), tall * 0.05)
    stem = poly([(x - tall * 0.03, y), (x + tall * 0.03, y), (x + lean * 0.5, y + tall * 0.06)])
    paint = skia.Paint(AntiAlias=True, Color=argb(light.shadow, light.shadow_alpha * 0.62))
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, max(2.0, tall * 0.012)))
    p.raw.canvas.drawPath(union(crown, stem), paint)


def trunk(x: float, y: float, w: float, tall: float) -> skia.Path:
    """A trunk `w` thick that flares into roots at (x, y)."""
    sides = [(w * 1.5, 0.0), (w * 0.74, tall * 0.1), (w * 0.52, tall * 0.4), (w * 0.4, tall)]
    left = [(x - half, y - up) for half, up in sides]
    right = [(x + half * 0.92, y - up) for half, up in reversed(sides)]
    return blob([*left, *right, (x + w * 0.5, y - w * 0.1), (x - w * 0.3, y + w * 0.2)], 0.36)


def _round(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    chance = p.rng(name)
    w = tall * 0.075
    branch = tube([(x, y - tall * 0.3, w * 0.6), (x + tall * 0.1, y - tall * 0.44, w * 0.4)], 3)
    p.part(union(trunk(x, y, w, tall * 0.6), branch), BARK, role="wood")
    r = tall * 0.29
    crown = union(
        scallop(x, y - tall * 0.68, r * 1.04, r * 0.92, 13),
        scallop(x - r * 0.62, y - tall * 0.53, r * 0.62, r * 0.56, 10),
        scallop(x + r * 0.66, y - tall * 0.55, r * 0.64, r * 0.58, 10),
        scallop(x + r * 0.1, y - tall * 0.84, r * 0.66, r * 0.6, 10),
    )
    p.part(crown, p.white(colour, 0.3), role="leaf")
    _dabs(p, crown, x, y - tall * 0.66, r * 1.3, r * 1.2, colour, chance.randrange(10**6), 120)
    p.cap(crown, tall * 0.05)


def _dabs(
    p: Painter, crown: skia.Path, x: float, y: float, rx: float, ry: float, colour: RGB, seed: int, count: int
) -> None:
    """Leaf dabs inside a crown: pale toward the light, deep away from it."""
    chance, (lx, ly) = p.rng(str(seed)), p.view.light.toward_light
    pale, deep = skia.Path(), skia.Path()
    for _ in range(count):
        angle, reach = chance.uniform(0, 2 * math.pi), chance.random() ** 0.5
        dx, dy = math.cos(angle) * reach, math.sin(angle) * reach
        size = rx * chance.uniform(0.03, 0.056)
        path = pale if dx * lx + dy * ly + chance.uniform(-0.4, 0.4) > 0 else deep
        path.addPath(ellipse(x + dx * rx * 0.92, y + dy * ry * 0.92, size * 1.35, size * 0.8, chance.uniform(-50, 50)))
    glow = mix(light(colour, 0.34), p.view.light.key, 0.16)
    p.ink.inside(crown, ellipse(x - lx * rx * -0.5, y + ly * ry * 0.45, rx * 0.85, ry * 0.72), glow, 46)
    p.ink.inside(crown, pale, glow, 130)
    p.ink.inside(crown, deep, shade(colour, 0.34), 120)


def _fir(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    chance = p.rng(name)
    p.box(x - tall * 0.03, y - tall * 0.14, x + tall * 0.03, y, BARK, 2, 0.7)
    tiers = 5 if tall > 120 else 4
    for tier in range(tiers):
        t = tier / tiers
        base, top = y - tall * (0.08 + 0.72 * t), y - tall * (0.08 + 0.72 * t + 0.36 - 0.1 * t)
        half = tall * (0.23 - 0.15 * t) * chance.uniform(0.94, 1.06)
        points: list[Point] = [(x, top)]
        points += [(x + half, base), (x + half * 0.66, base - tall * 0.015), (x + half * 0.36, base + tall * 0.022)]
        points += [(x, base - tall * 0.005), (x - half * 0.36, base + tall * 0.022)]
        points += [(x - half * 0.66, base - tall * 0.015), (x - half, base)]
        skirt = blob(points, 0.22)
        p.part(skirt, mix(shade(colour, 0.16), light(colour, 0.06), t), role="leaf", line=0.8)
        p.cap(skirt, tall * 0.045)


def _birch(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    w = tall * 0.05
    p.part(
        tube([(x, y, w * 1.4), (x + w * 0.4, y - tall * 0.4, w), (x, y - tall * 0.85, w * 0.5)], 4),
        (232, 228, 218),
        role="wood",
    )
    for index in range(5):
        at = y - tall * (0.08 + index * 0.11)
        p.stroke(poly([(x - w * 0.3, at), (x + w * 0.2, at - 2)], close=False), (70, 62, 70), w * 0.16)
    crown = union(
        *(
            scallop(x + dx * tall, y - up * tall, r * tall, r * tall * 0.9, 9)
            for dx, up, r in ((0, 0.82, 0.17), (-0.12, 0.66, 0.14), (0.13, 0.64, 0.14), (0.01, 0.6, 0.15))
        )
    )
    p.part(crown, p.white(light(colour, 0.2), 0.3), role="leaf")
    _dabs(p, crown, x, y - tall * 0.7, tall * 0.24, tall * 0.24, light(colour, 0.2), 7, 22)
    p.cap(crown, tall * 0.04)


def _palm(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    chance = p.rng(name)
    lean = tall * 0.16
    w = tall * 0.05
    trunk = tube(
        [
            (x, y, w * 1.7),
            (x + lean * 0.1, y - tall * 0.3, w * 1.1),
            (x + lean * 0.5, y - tall * 0.62, w * 0.95),
            (x + lean, y - tall * 0.86, w * 0.8),
        ],
        6,
    )
    p.part(trunk, (160, 112, 74), role="wood")
    for index in range(9):
        t = 0.08 + index * 0.09
        at = (x + lean * t * t * 1.2, y - tall * t * 0.92)
        p.ink.inside(trunk, ellipse(at[0], at[1], w, w * 0.16, -6), (112, 74, 56), 150)
    cx, cy = x + lean, y - tall * 0.87
    for angle in (-168, -20, -140, -48, 158, 22, -96):
        frond(p, cx, cy, tall * chance.uniform(0.32, 0.38), angle, colour)
    for dx, dy in ((-0.5, 0.5), (0.45, 0.6), (0, 0.9)):
        p.part(ellipse(cx + dx * w, cy + dy * w, w * 0.55, w * 0.55), (120, 78, 54), line=0.8)


def frond(p: Painter, x: float, y: float, reach: float, degrees: float, colour: RGB) -> None:
    """One palm leaf from (x, y), drooping."""
    a = math.radians(degrees)
    dx, dy = math.cos(a), math.sin(a)
    droop = reach * 0.34
    mid = (x + dx * reach * 0.55, y + dy * reach * 0.55 + droop * 0.05)
    tip = (x + dx * reach, y + dy * reach * 0.8 + droop)
    nx, ny = -dy, dx
    wide = reach * 0.13
    upper = [(x, y), (mid[0] + nx * wide * (1 if nx * 0 + ny < 0 else -1), mid[1] - abs(ny) * wide - wide * 0.2), tip]
    lower = []
    for i in range(1, 6):
        t = 1 - i / 6
        px = x + (tip[0] - x) * t
        py = y + (tip[1] - y) * t - math.sin(t * math.pi) * droop * 0.5
        lower += [(px + dx * reach * 0.02, py + wide * 0.85), (px - dx * reach * 0.03, py + wide * 0.2)]
    leaf = blob([*upper, *lower], 0.3)
    p.part(leaf, mix(colour, (60, 160, 90), 0.3), role="leaf", line=0.8)
    p.stroke(blob([(x, y), (mid[0], mid[1] - wide * 0.3), tip], close=False), shade(colour, 0.3), alpha=120)


def _bare(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    chance, bark = p.rng(name), mix(BARK, (92, 80, 96), 0.5)
    w = tall * 0.09
    shape = tube(
        [
            (x, y, w * 1.6),
            (x + w * 0.3, y - tall * 0.3, w),
            (x - w * 0.3, y - tall * 0.62, w * 0.6),
            (x + w * 0.4, y - tall, w * 0.16),
        ],
        4,
    )
    for up, reach, side in ((0.36, 0.3, 1), (0.46, 0.34, -1), (0.6, 0.26, 1), (0.7, 0.22, -1), (0.8, 0.15, 1)):
        reach *= chance.uniform(0.85, 1.15)
        ax, ay = x, y - tall * up
        bx, by = x + side * tall * reach * 0.6, ay - tall * reach * 0.3
        cx, cy = x + side * tall * reach, ay - tall * reach * 0.85
        shape = union(shape, tube([(ax, ay, w * 0.5), (bx, by, w * 0.34), (cx, cy, w * 0.12)], 3))
        shape = union(shape, tube([(bx, by, w * 0.26), (bx + side * tall * 0.09, by + tall * 0.01, w * 0.1)], 2))
    p.part(shape, bark, role="wood")
    p.cap(shape, tall * 0.02)


def _willow(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    chance = p.rng(name)
    w = tall * 0.1
    p.part(
        tube([(x, y, w * 1.7), (x + w * 0.3, y - tall * 0.3, w), (x - w * 0.2, y - tall * 0.6, w * 0.8)], 4),
        BARK,
        role="wood",
    )
    p.part(scallop(x, y - tall * 0.74, tall * 0.34, tall * 0.22, 13), p.white(shade(colour, 0.12), 0.3), role="leaf")
    for index in range(17):
        t = index / 16 - 0.5
        ax, ay = x + t * tall * 0.66, y - tall * (0.82 - abs(t) * 0.26)
        low = y - tall * chance.uniform(0.1, 0.34)
        strand = tube(
            [(ax, ay, w * 0.32), (ax + t * tall * 0.1, (ay + low) / 2, w * 0.42), (ax + t * tall * 0.12, low, w * 0.1)],
            4,
        )
        p.part(strand, mix(colour, light(colour, 0.25), chance.random()), role="leaf", line=0.5)


def _cactus(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    w = tall * 0.2
    body = tube([(x, y, w), (x, y - tall * 0.5, w * 1.04), (x, y - tall + w * 0.5, w * 0.9)], 3)
    arm = tube(
        [
            (x, y - tall * 0.36, w * 0.6),
            (x + w * 1.3, y - tall * 0.38, w * 0.6),
            (x + w * 1.42, y - tall * 0.66, w * 0.56),
        ],
        5,
    )
    other = tube(
        [
            (x, y - tall * 0.5, w * 0.56),
            (x - w * 1.2, y - tall * 0.52, w * 0.56),
            (x - w * 1.3, y - tall * 0.74, w * 0.5),
        ],
        5,
    )
    whole = union(body, arm, other)
    p.part(whole, mix(colour, (66, 150, 96), 0.5), role="leaf")
    for dx in (-0.25, 0.02, 0.28):
        p.stroke(
            poly([(x + dx * w, y - tall * 0.05), (x + dx * w, y - tall * 0.88)], close=False),
            shade(colour, 0.3),
            1.6,
            120,
        )
    p.part(scallop(x, y - tall * 1.0, w * 0.24, w * 0.2, 6, 0.3), (236, 128, 160), line=0.7)


def _poplar(p: Painter, x: float, y: float, tall: float, colour: RGB, name: str) -> None:
    p.box(x - tall * 0.025, y - tall * 0.2, x + tall * 0.025, y, BARK, 2, 0.7)
    crown = blob(
        [
            (x, y - tall),
            (x + tall * 0.1, y - tall * 0.62),
            (x + tall * 0.11, y - tall * 0.3),
            (x, y - tall * 0.12),
            (x - tall * 0.11, y - tall * 0.3),
            (x - tall * 0.1, y - tall * 0.62),
        ]
    )
    p.part(crown, p.white(colour, 0.3), role="leaf")
    _dabs(p, crown, x, y - tall * 0.5, tall * 0.1, tall * 0.42, colour, 3, 18)
    p.cap(crown, tall * 0.04)


TREES: Mapping[str, Callable[[Painter, float, float, float, RGB, str], None]] = {
    "round": _round,
    "fir": _fir,
    "birch": _birch,
    "palm": _palm,
    "bare": _bare,
    "willow": _willow,
    "cactus": _cactus,
    "poplar": _poplar,
}


def bush(p: Painter, x: float, y: float, wide: float, colour: RGB = LEAF, berries: RGB | None = None) -> None:
    """A shrub that stands at y."""
    r = wide / 2
    shape = union(
        scallop(x, y - r * 0.62, r * 0.72, r * 0.62, 11),
        scallop(x - r * 0.55, y - r * 0.34, r * 0.46, r * 0.38, 9),
        scallop(x + r * 0.58, y - r * 0.36, r * 0.46, r * 0.4, 9),
    )
    p.shadow(x, y, r * 1.05, 60)
    p.part(shape, p.white(colour, 0.3), role="leaf")
    _dabs(p, shape, x, y - r * 0.5, r * 0.95, r * 0.55, colour, 5, 16)
    if berries is not None and not p.snowy:
        chance = p.rng(f"berries{round(x)}")
        for _ in range(9):
            spot = ellipse(
                x + chance.uniform(-0.75, 0.75) * r, y - chance.uniform(0.15, 0.95) * r, r * 0.075, r * 0.075
            )
            p.ink.inside(shape, spot, berries)
    p.cap(shape, r * 0.2)


def grove(
    p: Painter,
    kind: str,
    y: float,
    tall: float,
    count: int,
    colour: RGB,
    name: str,
    x0: float = -0.25,
    x1: float = 1.25,
) -> None:
    """A far row of trees as flat silhouettes, from x0 to x1 (shares), standing at y (share)."""
    chance = p.rng(name)
    whole = skia.Path()
    for index in range(count):
        x = p.x(x0 + (x1 - x0) * (index + chance.uniform(0.1, 0.9)) / count)
        high, foot = tall * chance.uniform(0.65, 1.15), p.y(y) + chance.uniform(-3, 6)
        if kind == "fir":
            for tier in range(4):
                base, half = foot - high * 0.22 * tier, high * (0.2 - 0.042 * tier)
                whole.addPath(poly([(x - half, base), (x, base - high * 0.4), (x + half, base)]))
        else:
            whole.addPath(skia.Path.Rect(skia.Rect.MakeLTRB(x - high * 0.03, foot - high * 0.5, x + high * 0.03, foot)))
            whole.addPath(scallop(x, foot - high * 0.62, high * 0.3, high * 0.36, 11))
    p.wash(whole, (light(p.white(colour, 0.35), 0.08), p.white(colour, 0.35)), (0, p.y(y) - tall), (0, p.y(y)))
