"""Owns the shapes that bodies are cut from: limbs as tapered ribbons, hulls of cloth, unit shapes laid on joints.

Does not know: whose body, which cloth, colours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import skia

from generators.backends.animatic.kit import Point, blob

Spot = tuple[float, float, float]
"""x, y and width (of a ribbon) or radius (of a disc)."""


def ribbon(spots: Sequence[Spot], steps: int = 5) -> skia.Path:
    """A limb along (x, y, width) with round ends, cheaper than a kit tube; clean at bends of any angle."""
    dense = _smooth(spots, steps)
    count = len(dense)
    left: list[Point] = []
    right: list[Point] = []
    directions: list[float] = []
    for i, (x, y, width) in enumerate(dense):
        ax, ay, _ = dense[max(i - 1, 0)]
        bx, by, _ = dense[min(i + 1, count - 1)]
        angle = math.atan2(by - ay, bx - ax)
        directions.append(angle)
        nx, ny = -math.sin(angle) * width / 2, math.cos(angle) * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    points = left + _cap(dense[-1], directions[-1] + math.pi / 2) + right[::-1]
    points += _cap(dense[0], directions[0] - math.pi / 2)
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    most = max(abs(math.remainder(b - a, 2 * math.pi)) for a, b in pairwise(directions))
    if most > 0.28:
        path = skia.Simplify(path) or path
    return path


def _cap(spot: Spot, start: float) -> list[Point]:
    x, y, width = spot
    return [
        (x + math.cos(start - math.pi * k / 8) * width / 2, y + math.sin(start - math.pi * k / 8) * width / 2)
        for k in range(1, 8)
    ]


def _smooth(spots: Sequence[Spot], steps: int) -> list[Spot]:
    out: list[Spot] = []
    last = len(spots) - 1
    for i in range(last):
        p0, p1, p2, p3 = spots[max(i - 1, 0)], spots[i], spots[i + 1], spots[min(i + 2, last)]
        for step in range(steps):
            t = step / steps
            out.append(
                (
                    _between(p0[0], p1[0], p2[0], p3[0], t),
                    _between(p0[1], p1[1], p2[1], p3[1], t),
                    p1[2] + (p2[2] - p1[2]) * t * t * (3 - 2 * t),
                )
            )
    out.append(spots[-1])
    return out


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def bent(root: Point, mid: Point, end: Point, widths: tuple[float, float, float], cut: float = 1.0) -> list[Spot]:
    """Spots of a limb with one joint, rounded at the joint; `cut` in 0..1 keeps only so much of its length."""
    (x0, y0), (x1, y1), (x2, y2) = root, mid, end
    w0, w1, w2 = widths
    full = [
        (x0, y0, w0),
        (x0 + (x1 - x0) * 0.55, y0 + (y1 - y0) * 0.55, w0 + (w1 - w0) * 0.5),
        (x1 + (x0 + x2 - 2 * x1) * 0.045, y1 + (y0 + y2 - 2 * y1) * 0.045, w1),
        (x1 + (x2 - x1) * 0.45, y1 + (y2 - y1) * 0.45, w1 + (w2 - w1) * 0.45),
        (x2, y2, w2),
    ]
    if cut >= 0.999:
        return full
    place = max(cut, 0.08) * 4
    whole = int(place)
    a, b, t = full[whole], full[whole + 1], place - whole
    return [*full[: whole + 1], (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)]


def along(root: Point, mid: Point, end: Point, share: float) -> Point:
    """The point at a share of a limb's length: 0 root, .5 joint, 1 end."""
    a, b, t = (root, mid, share * 2) if share <= 0.5 else (mid, end, share * 2 - 1)
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def hull(discs: Sequence[Spot], around: int = 12) -> list[Point]:
    """Corners of the tightest convex outline around discs, and points where the radius is 0."""
    points = sorted(
        (x + math.cos(2 * math.pi * k / around) * r, y + math.sin(2 * math.pi * k / around) * r)
        for x, y, r in discs
        for k in range(around if r else 1)
    )
    lower: list[Point] = []
    upper: list[Point] = []
    for chain, run in ((lower, points), (upper, points[::-1])):
        for p in run:
            while len(chain) > 1 and _cross(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
    return lower[:-1] + upper[:-1]


def _cross(o: Point, a: Point, b: Point) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def outline(points: Sequence[Point]) -> skia.Path:
    """A closed path of straight lines, made at once."""
    path = skia.Path()
    path.addPoly([skia.Point(*p) for p in points], True)
    return path


def curve(points: Sequence[Point]) -> skia.Path:
    """An open smooth line through points."""
    return blob(list(points), close=False) if len(points) > 2 else _segment(points)


def _segment(points: Sequence[Point]) -> skia.Path:
    path = skia.Path()
    path.moveTo(*points[0])
    path.lineTo(*points[-1])
    return path


def laid(path: skia.Path, at: Point, degrees: float, size: float, flip: bool = False) -> skia.Path:
    """A unit shape scaled, turned and moved onto a joint; `flip` mirrors it across its own axis."""
    matrix = skia.Matrix.Translate(*at).preRotate(degrees).preScale(size, -size if flip else size)
    out = skia.Path(path)
    out.transform(matrix)
    return out


def band(a: Point, b: Point, width: float) -> skia.Path:
    """A flat cuff between two points of a limb, slightly bowed at its ends."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * width / 2, dx / length * width / 2
    bow = width * 0.1
    tip = (b[0] + dx / length * bow, b[1] + dy / length * bow)
    dent = (a[0] + dx / length * bow, a[1] + dy / length * bow)
    path = skia.Path()
    path.moveTo(a[0] + nx, a[1] + ny)
    path.lineTo(b[0] + nx, b[1] + ny)
    path.quadTo(2 * tip[0] - b[0], 2 * tip[1] - b[1], b[0] - nx, b[1] - ny)
    path.lineTo(a[0] - nx, a[1] - ny)
    path.quadTo(2 * dent[0] - a[0], 2 * dent[1] - a[1], a[0] + nx, a[1] + ny)
    path.close()
    return path
