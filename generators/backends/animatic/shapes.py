"""Owns the small shapes that props share: stars, hearts, leaves, drops, gears of points. Does not know: any prop."""

from __future__ import annotations

import math
from functools import lru_cache

import skia

from generators.backends.animatic.kit import Point, blob, poly, scaled, tube, turned, union


@lru_cache(maxsize=8192)
def at(text: str) -> tuple[Point, ...]:
    """Points from "x,y x,y ...": geometry is data, kept compact."""
    pairs = (pair.split(",") for pair in text.split())
    return tuple((float(x), float(y)) for x, y in pairs)


@lru_cache(maxsize=8192)
def soft(text: str, tension: float = 0.5) -> skia.Path:
    """A smooth closed shape through the points of a text (see `at`). Do not change the path: it is shared."""
    return blob(at(text), tension)


@lru_cache(maxsize=8192)
def soft_open(text: str) -> skia.Path:
    """A smooth open line to be stroked. Do not change the path: it is shared."""
    return blob(at(text), close=False)


@lru_cache(maxsize=8192)
def hard(text: str) -> skia.Path:
    """A shape with straight sides through the points of a text. Do not change the path: it is shared."""
    return poly(at(text))


@lru_cache(maxsize=8192)
def even(text: str, tension: float = 0.5) -> skia.Path:
    """A shape that is the same left and right: the points run down its right side, tension 0 gives straight sides."""
    right = at(text)
    points = (*right, *((-x, y) for x, y in reversed(right) if x != 0))
    return poly(points) if tension == 0 else blob(points, tension)


@lru_cache(maxsize=8192)
def pipe(text: str, steps: int = 6) -> skia.Path:
    """A tube through "x,y,width x,y,width ...". Do not change the path: it is shared."""
    return tube([(float(x), float(y), float(w)) for x, y, w in (part.split(",") for part in text.split())], steps)


def mirror(path: skia.Path) -> skia.Path:
    """A copy flipped left to right about x = 0."""
    return scaled(path, -1, 1)


def pair(path: skia.Path) -> skia.Path:
    """The shape and its mirror image as one."""
    return union(path, mirror(path))


def star(x: float, y: float, radius: float, points: int = 5, inner: float = 0.45, turn: float = -90.0) -> skia.Path:
    """A star with straight edges; `inner` is the inner radius as a share."""
    out: list[Point] = []
    for i in range(points * 2):
        r = radius if i % 2 == 0 else radius * inner
        angle = math.radians(turn + 180 * i / points)
        out.append((x + r * math.cos(angle), y + r * math.sin(angle)))
    return poly(out)


def heart(x: float, y: float, r: float) -> skia.Path:
    """A heart of half width `r` around (x, y)."""
    path = skia.Path()
    path.moveTo(x, y + r * 0.95)
    path.cubicTo(x - r * 1.3, y + r * 0.1, x - r * 1.1, y - r * 1.05, x, y - r * 0.42)
    path.cubicTo(x + r * 1.1, y - r * 1.05, x + r * 1.3, y + r * 0.1, x, y + r * 0.95)
    path.close()
    return path


def leaf(x: float, y: float, length: float, width: float, degrees: float) -> skia.Path:
    """A pointed leaf growing from (x, y); 0 degrees grows to the right, -90 up."""
    path = skia.Path()
    path.moveTo(x, y)
    path.cubicTo(x + length * 0.25, y - width * 0.75, x + length * 0.75, y - width * 0.6, x + length, y)
    path.cubicTo(x + length * 0.75, y + width * 0.6, x + length * 0.25, y + width * 0.75, x, y)
    path.close()
    return turned(path, degrees, (x, y))


def drop(x: float, y: float, r: float) -> skia.Path:
    """A drop with its point up; `r` is half its width, (x, y) the middle of its round part."""
    return blob([(x, y - r * 2.1), (x + r * 0.62, y - r * 0.8), (x + r, y + r * 0.1), (x, y + r), (x - r, y + r * 0.1),
                 (x - r * 0.62, y - r * 0.8)], 0.45)  # fmt: skip


def ngon(x: float, y: float, radius: float, sides: int, turn: float = -90.0) -> skia.Path:
    """A regular polygon."""
    steps = [math.radians(turn + 360 * i / sides) for i in range(sides)]
    return poly([(x + radius * math.cos(a), y + radius * math.sin(a)) for a in steps])


def petals(x: float, y: float, count: int, reach: float, width: float, turn: float = 0.0) -> list[skia.Path]:
    """A ring of petals around (x, y)."""
    return [leaf(x, y, reach, width, turn + 360 * i / count) for i in range(count)]
