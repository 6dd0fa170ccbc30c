"""Owns the geometry that all animals share: fast unions, placed inks, two-bone limbs, body frames, noise.

Does not know: any species, any action.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

import skia

from generators.backends.animatic.kit import Ink, Point

Spine = Sequence[tuple[float, float, float]]


def join(*paths: skia.Path) -> skia.Path:
    """One outline around all shapes, in one pass."""
    builder = skia.OpBuilder()
    for path in paths:
        builder.add(path, skia.PathOp.kUnion_PathOp)
    return builder.resolve() or paths[0]


@contextmanager
def placed(
    ink: Ink, at: Point, *, degrees: float = 0.0, scale: float = 1.0, flip: bool = False, squash: float = 1.0
) -> Iterator[Ink]:
    """The ink for drawing in a moved, turned and scaled frame; the light stays where it is in the picture."""
    canvas = ink.canvas
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(degrees)
    canvas.scale(-scale if flip else scale, scale * squash)
    turn = math.radians(-degrees)
    lx, ly = ink.toward_light
    x, y = lx * math.cos(turn) - ly * math.sin(turn), lx * math.sin(turn) + ly * math.cos(turn)
    yield replace(ink, px=ink.px * scale, toward_light=(-x if flip else x, y))
    canvas.restore()


def taper(points: Spine, steps: int = 3) -> skia.Path:
    """A limb of (x, y, width) with round ends: like kit.tube, with one path operation less."""
    dense = _smooth(points, min(steps, 3))
    left: list[Point] = []
    right: list[Point] = []
    last = len(dense) - 1
    for i, (x, y, width) in enumerate(dense):
        ax, ay, _ = dense[max(i - 1, 0)]
        bx, by, _ = dense[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1e-6
        nx, ny = -(by - ay) / length * width / 2, (bx - ax) / length * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    body = skia.Path()
    body.moveTo(*left[0])
    _through(body, left)
    body.lineTo(*right[-1])
    _through(body, right[::-1])
    body.close()
    first, final = dense[0], dense[-1]
    return join(body, circle(first[0], first[1], first[2] / 2), circle(final[0], final[1], final[2] / 2))


def _through(path: skia.Path, points: Sequence[Point]) -> None:
    """Continue the path along the points, rounded between their midpoints."""
    for (ax, ay), (bx, by) in pairwise(points[1:]):
        path.quadTo(ax, ay, (ax + bx) / 2, (ay + by) / 2)
    path.lineTo(*points[-1])


def _smooth(points: Spine, steps: int) -> list[tuple[float, float, float]]:
    if len(points) == 2:
        return [points[0], points[1]]
    out: list[tuple[float, float, float]] = []
    count = len(points)
    for i in range(count - 1):
        quad = (points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, count - 1)])
        out.extend(_between(quad, step / steps) for step in range(steps))
    out.append(points[-1])
    return out


def _between(quad: Sequence[tuple[float, float, float]], t: float) -> tuple[float, float, float]:
    a, b, c, d = quad
    k0, k1 = -0.5 * t + t * t - 0.5 * t**3, 1 - 2.5 * t * t + 1.5 * t**3
    k2, k3 = 0.5 * t + 2 * t * t - 1.5 * t**3, -0.5 * t * t + 0.5 * t**3
    return (
        a[0] * k0 + b[0] * k1 + c[0] * k2 + d[0] * k3,
        a[1] * k0 + b[1] * k1 + c[1] * k2 + d[1] * k3,
        max(a[2] * k0 + b[2] * k1 + c[2] * k2 + d[2] * k3, 1e-3),
    )


def circle(x: float, y: float, radius: float) -> skia.Path:
    """A disc."""
    return skia.Path.Circle(x, y, max(radius, 1e-4))


def merged(paths: Iterable[skia.Path]) -> skia.Path:
    """Many separate marks as one path, without any path operation."""
    out = skia.Path()
    for path in paths:
        out.addPath(path)
    return out


def line(points: Sequence[Point]) -> skia.Path:
    """A smooth open line through two, three or more points."""
    path = skia.Path()
    path.moveTo(*points[0])
    if len(points) == 2:
        path.lineTo(*points[1])
    elif len(points) == 3:
        (ax, ay), (bx, by), (cx, cy) = points
        path.quadTo(2 * bx - (ax + cx) / 2, 2 * by - (ay + cy) / 2, cx, cy)
    else:
        for x, y, _ in _smooth([(p[0], p[1], 1.0) for p in points], 6)[1:]:
            path.lineTo(x, y)
    return path


def bend(start: Point, end: Point, first: float, second: float, side: float) -> Point:
    """The joint of a two-bone limb from start to end; side +1 bends to the right of the way, -1 to the left."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    gap = math.hypot(dx, dy) or 1e-6
    reach = min(gap, (first + second) * 0.999)
    along = (first * first - second * second + reach * reach) / (2 * reach)
    off = math.sqrt(max(first * first - along * along, 0.0)) * side
    ux, uy = dx / gap, dy / gap
    return (start[0] + ux * along + uy * off, start[1] + uy * along - ux * off)


def toward(start: Point, end: Point, limit: float) -> Point:
    """`end`, or the point `limit` away from `start` on the way to it when it is farther."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    gap = math.hypot(dx, dy)
    if gap <= limit:
        return end
    return (start[0] + dx / gap * limit, start[1] + dy / gap * limit)


@dataclass(frozen=True)
class Axis:
    """A body's own frame: u runs from hip (0) to chest (1), v from back (-1) to belly (+1) in units of `girth`."""

    hip: Point
    chest: Point
    girth: float

    @property
    def along(self) -> Point:
        """Unit vector from hip to chest."""
        dx, dy = self.chest[0] - self.hip[0], self.chest[1] - self.hip[1]
        length = math.hypot(dx, dy) or 1e-6
        return (dx / length, dy / length)

    @property
    def down(self) -> Point:
        """Unit vector toward the belly."""
        ax, ay = self.along
        return (-ay, ax)

    def at(self, u: float, v: float) -> Point:
        """The point (u, v) in figure space."""
        nx, ny = self.down
        return (
            self.hip[0] + (self.chest[0] - self.hip[0]) * u + nx * v * self.girth,
            self.hip[1] + (self.chest[1] - self.hip[1]) * u + ny * v * self.girth,
        )


def wave(phase: int, phases: int, turns: float = 1.0, shift: float = 0.0) -> float:
    """A sine over the cycle."""
    return math.sin(2 * math.pi * (phase * turns / phases + shift))


def noise(seed: int, index: int) -> float:
    """An even, repeatable number in 0 .. 1."""
    value = (seed * 747796405 + index * 2891336453 + 12345) & 0xFFFFFFFF
    value = ((value >> ((value >> 28) + 4)) ^ value) * 277803737 & 0xFFFFFFFF
    return ((value >> 22) ^ value) % 100003 / 100003
