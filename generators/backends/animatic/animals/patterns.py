"""Owns coat patterns: stripes, spots, patches, saddles, drawn inside a body's outline in its own axis.

Does not know: heads, single species.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import skia

from generators.backends.animatic.animals.shapes import Axis, line, merged, noise
from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly


@dataclass(frozen=True)
class Field:
    """What is patterned: an outline, the body's axis, the neck and the legs."""

    outline: skia.Path
    axis: Axis
    head: Point
    feet: tuple[Point, ...]
    colour: RGB
    seed: int = 0


def _blot(f: Field, u: float, v: float, size: float, index: int) -> skia.Path:
    x, y = f.axis.at(u, v)
    r = f.axis.girth * size
    points = []
    for k in range(7):
        angle = 2 * math.pi * k / 7
        reach = r * (0.72 + 0.5 * noise(f.seed, index * 11 + k))
        points.append((x + reach * math.cos(angle) * 1.15, y + reach * math.sin(angle)))
    return blob(points)


def _stripes(ink: Ink, f: Field) -> None:
    wedges = []
    for k in range(6):
        u = -0.14 + 0.24 * k
        low = 0.25 if k % 2 else -0.1
        a, b, c = f.axis.at(u - 0.06, -1.25), f.axis.at(u + 0.05, -1.25), f.axis.at(u + 0.03, low)
        wedges.append(poly([a, b, c]))
    for k in range(5):
        u = -0.02 + 0.25 * k
        wedges.append(poly([f.axis.at(u - 0.045, 1.3), f.axis.at(u + 0.045, 1.3), f.axis.at(u + 0.02, 0.35)]))
    ink.inside(f.outline, merged(wedges), f.colour)
    _leg_bands(ink, f, 3)


def _leg_bands(ink: Ink, f: Field, count: int) -> None:
    bands = []
    roots = (f.axis.hip, f.axis.chest)
    for index, foot in enumerate(f.feet):
        root = roots[index % 2]
        for k in range(1, count + 1):
            t = 0.38 + 0.5 * k / count
            y = root[1] + (foot[1] - root[1]) * t
            x = root[0] + (foot[0] - root[0]) * t
            w = f.axis.girth
            bands.append(poly([(x - w, y - w * 0.06), (x + w * 0.6, y - w * 0.02), (x - w, y + w * 0.1)]))
    ink.inside(f.outline, merged(bands), f.colour)


def _zebra(ink: Ink, f: Field) -> None:
    bars = skia.Path()
    for k in range(7):
        u = -0.12 + 0.2 * k
        bars.addPath(line([f.axis.at(u, -1.3), f.axis.at(u + 0.02, -0.2), f.axis.at(u - 0.03, 0.9)]))
    hx, hy = f.head
    cx, cy = f.axis.at(1.05, -0.3)
    g = f.axis.girth
    for k in range(1, 5):
        x, y = cx + (hx - cx) * k / 5, cy + (hy - cy) * k / 5
        bars.addPath(line([(x - g * 0.9, y - g * 0.25), (x, y), (x + g * 0.7, y + g * 0.45)]))
    ink.canvas.save()
    ink.canvas.clipPath(f.outline, skia.ClipOp.kIntersect, True)
    ink.stroke(bars, f.colour, g * 0.17)
    ink.canvas.restore()
    _leg_bands(ink, f, 5)


def _spots(ink: Ink, f: Field) -> None:
    dots = []
    for k in range(24):
        u = -0.3 + 1.6 * ((k * 0.618) % 1.0)
        v = -0.9 + 1.5 * noise(f.seed, k + 3)
        x, y = f.axis.at(u, v)
        r = f.axis.girth * (0.07 + 0.05 * noise(f.seed, k + 90))
        dots.append(ellipse(x, y, r * 1.25, r))
    ink.inside(f.outline, merged(dots), f.colour)


def _rosettes(ink: Ink, f: Field) -> None:
    dots = []
    for row in range(4):
        for k in range(9):
            u = -0.26 + 0.19 * k + 0.09 * (row % 2) + 0.03 * noise(f.seed, row * 9 + k)
            x, y = f.axis.at(u, -0.82 + 0.46 * row)
            r = f.axis.girth * (0.12 + 0.03 * noise(f.seed, row * 31 + k))
            dots.append(ellipse(x, y, r, r * 0.8))
    for index, foot in enumerate(f.feet):
        root = (f.axis.hip, f.axis.chest)[index % 2]
        for t in (0.5, 0.66, 0.8):
            r = f.axis.girth * 0.08
            dots.append(ellipse(root[0] + (foot[0] - root[0]) * t, root[1] + (foot[1] - root[1]) * t, r, r))
    ink.inside(f.outline, merged(dots), f.colour)


def _fawn(ink: Ink, f: Field) -> None:
    dots = []
    for k in range(11):
        u, v = -0.06 + 0.105 * k, -0.52 + 0.34 * (k % 3)
        x, y = f.axis.at(u, v)
        dots.append(ellipse(x, y, f.axis.girth * 0.1, f.axis.girth * 0.085))
    ink.inside(f.outline, merged(dots), f.colour)


def _patches(ink: Ink, f: Field) -> None:
    places = ((-0.1, -0.45, 0.62), (0.46, -0.62, 0.5), (0.98, 0.1, 0.46), (0.36, 0.62, 0.26), (1.25, -0.9, 0.3))
    ink.inside(f.outline, merged([_blot(f, u, v, s, i) for i, (u, v, s) in enumerate(places)]), f.colour)


def _giraffe(ink: Ink, f: Field) -> None:
    plates = []
    for row in range(3):
        for k in range(5):
            plates.append(_blot(f, -0.16 + 0.31 * k + 0.15 * (row % 2), -0.72 + 0.68 * row, 0.24, row * 5 + k))
    cx, cy = f.axis.at(1.0, -0.4)
    hx, hy = f.head
    g = f.axis.girth
    for k in range(7):
        t = 0.1 + 0.13 * k
        x, y = cx + (hx - cx) * t + (g * 0.24 if k % 2 else -g * 0.2), cy + (hy - cy) * t
        r = g * (0.26 - 0.014 * k)
        plates.append(
            blob([(x - r, y - r * 0.6), (x + r * 0.7, y - r), (x + r, y + r * 0.7), (x - r * 0.6, y + r)], 0.3)
        )
    ink.inside(f.outline, merged(plates), f.colour)


def _saddle(ink: Ink, f: Field) -> None:
    a = f.axis
    shape = blob(
        [
            a.at(-0.5, -1.5),
            a.at(1.2, -1.5),
            a.at(1.16, -0.5),
            a.at(0.8, -0.12),
            a.at(0.4, -0.28),
            a.at(0.1, -0.02),
            a.at(-0.4, -0.4),
        ],
        0.45,
    )
    ink.inside(f.outline, shape, f.colour)


def _back_stripe(ink: Ink, f: Field) -> None:
    a = f.axis
    shape = blob([a.at(-0.6, -1.4), a.at(1.2, -1.6), a.at(1.3, -0.5), a.at(0.5, -0.42), a.at(-0.4, -0.36)], 0.4)
    ink.inside(f.outline, shape, f.colour)


def _chip(ink: Ink, f: Field) -> None:
    a = f.axis
    bands = skia.Path()
    for v in (-0.66, -0.3):
        bands.addPath(line([a.at(-0.3, v), a.at(0.5, v - 0.12), a.at(1.25, v)]))
    ink.canvas.save()
    ink.canvas.clipPath(f.outline, skia.ClipOp.kIntersect, True)
    ink.stroke(bands, f.colour, a.girth * 0.3)
    ink.stroke(bands, light(f.colour, 0.85), a.girth * 0.1)
    ink.canvas.restore()


def _belt(ink: Ink, f: Field) -> None:
    """The panda: dark shoulders and legs, pale barrel."""
    a = f.axis
    band = blob(
        [a.at(0.66, -1.6), a.at(1.04, -1.7), a.at(1.2, 0.0), a.at(1.6, 2.4), a.at(0.7, 2.4), a.at(0.6, 0.2)], 0.4
    )
    ink.inside(f.outline, band, f.colour)
    g = a.girth
    for foot in f.feet[::2]:
        x, y = foot
        leg = blob(
            [
                (x - g, y - g * 1.05),
                (x, y - g * 1.2),
                (x + g, y - g * 0.9),
                (x + g * 1.3, y + g * 0.4),
                (x - g, y + g * 0.4),
            ],
            0.5,
        )
        ink.inside(f.outline, leg, f.colour)


def _grooves(ink: Ink, f: Field) -> None:
    """Folds of thick skin."""
    a = f.axis
    folds = merged([line([a.at(u, -0.9), a.at(u + 0.1, 0.0), a.at(u, 0.8)]) for u in (0.1, 0.86)])
    ink.stroke(folds, shade(f.colour, 0.35), alpha=150)


def _flank(ink: Ink, f: Field) -> None:
    """A dark band along the side, where the tan back meets the pale belly."""
    upper = [f.axis.at(-0.1 + 0.14 * k, 0.12 + 0.1 * math.sin(k * 0.45)) for k in range(9)]
    lower = [f.axis.at(-0.1 + 0.14 * k, 0.42 + 0.1 * math.sin(k * 0.45)) for k in range(9)]
    ink.inside(f.outline, blob([*upper, *reversed(lower)], 0.4), f.colour)


def _ribs(ink: Ink, f: Field) -> None:
    """Upright dark bars on shoulder and side."""
    bars = skia.Path()
    for k in range(5):
        u = 0.5 + 0.15 * k
        bars.addPath(line([f.axis.at(u, -1.0), f.axis.at(u + 0.03, -0.2), f.axis.at(u, 0.5)]))
    ink.canvas.save()
    ink.canvas.clipPath(f.outline, skia.ClipOp.kIntersect, True)
    ink.stroke(bars, f.colour, f.axis.girth * 0.1, 170)
    ink.canvas.restore()


PATTERNS: dict[str, Callable[[Ink, Field], None]] = {
    "stripes": _stripes, "zebra": _zebra, "spots": _spots, "rosettes": _rosettes, "fawn": _fawn,
    "patches": _patches, "giraffe": _giraffe, "saddle": _saddle, "backstripe": _back_stripe, "chip": _chip,
    "belt": _belt, "grooves": _grooves, "flank": _flank, "ribs": _ribs,
}  # fmt: skip
