"""Owns cloth over bones: outlines of trunk, skirt, sleeve and leg, patterns, folds, and the seam-free arm.

Does not know: which garment is worn with which, the order of drawing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import skia

from generators.backends.animatic.colours import RGB, VIOLET, mix
from generators.backends.animatic.kit import Ink, Point, blob, ellipse
from generators.backends.animatic.people.clothes import Layer
from generators.backends.animatic.people.forms import along, bent, curve, hull, outline, ribbon
from generators.backends.animatic.people.skeleton import Limb, Rig

SIDE = 0.94
"""Breadth of a trunk in side view over its breadth from the front."""
_STEPS = 6
"""Corners of a limb between two of its spots: smooth at every size."""


def shape(rig: Rig, share: float) -> tuple[float, float]:
    """How far the trunk reaches to the back and to the front of the spine, in units, at a share of its height."""
    build = rig.build
    table = (
        (-0.3, build.hip * 0.98), (0.0, build.hip), (0.34, build.waist), (0.72, build.chest),
        (0.88, build.shoulder * 0.95), (0.98, build.shoulder * 0.62), (1.07, build.head * 0.4),
    )  # fmt: skip
    width = table[0][1]
    for (s0, w0), (s1, w1) in pairwise(table):
        if share >= s0:
            t = min((share - s0) / (s1 - s0), 1.0)
            width = w0 + (w1 - w0) * t
    if rig.view != "side":
        return width, width
    belly = build.belly * math.exp(-(((share - 0.25) / 0.3) ** 2)) + build.bust * math.exp(
        -(((share - 0.7) / 0.16) ** 2)
    )
    return width * SIDE, width * SIDE + belly


def edge(rig: Rig, share: float, where: float, room: float = 0.0) -> Point:
    """A point of the trunk: `where` -1 at the back edge, 0 at the front's middle line, 1 at the front edge."""
    back, front = shape(rig, share)
    middle = (front - back) / 2 + (front * 0.3 if rig.view == "side" else 0.0)
    if where >= 0:
        return rig.at(share, middle + (front + room - middle) * where)
    return rig.at(share, middle + (back + room + middle) * where)


def trunk(rig: Rig, room: float, low: float, flare: float = 0.0, top: float = 1.06) -> skia.Path:
    """The outline of a garment's trunk from `low` (share, negative below the hips) to the neck; lengths in units."""
    high = [share for share in (0.36, 0.56, 0.74, 0.88, 0.975) if share < top - 0.03]
    shares = [*((low,) if low > 0 else (low, low * 0.4, 0.12)), *high, top]
    back: list[Point] = []
    front: list[Point] = []
    for share in shares:
        b, f = shape(rig, share)
        extra = room * min(1.0, max(0.0, (1.02 - share) * 6)) + (
            flare if share == low else flare * 0.4 if share < 0 else 0.0
        )
        back.append(rig.at(share, -b - extra))
        front.append(rig.at(share, f + extra))
    path = blob(back, close=False)
    path.addPath(blob(front[::-1], close=False), skia.Path.AddPathMode.kExtend_AddPathMode)
    (ax, ay), (bx, by) = front[0], back[0]
    drop_x, drop_y = (by - ay) * -0.06, (bx - ax) * -0.06
    path.cubicTo(ax * 0.8 + bx * 0.2 + drop_x, ay * 0.8 + by * 0.2 + drop_y,
                 ax * 0.2 + bx * 0.8 + drop_x, ay * 0.2 + by * 0.8 + drop_y, bx, by)  # fmt: skip
    path.close()
    return rounded_off(path, rig.build.head * 0.12)


def rounded_off(path: skia.Path, radius: float) -> skia.Path:
    """The shape with its corners rounded."""
    out = skia.Path()
    paint = skia.Paint(PathEffect=skia.CornerPathEffect.Make(radius))
    return out if paint.getFillPath(path, out) else path


def skirt(rig: Rig, hem: float, flare: float, sway: float, room: float = 0.0) -> skia.Path:
    """Cloth from the hips over both legs down to a share of their length; `flare` and `room` in units."""
    build = rig.build
    discs: list[tuple[float, float, float]] = []
    for share, where in ((0.3, -0.86), (0.3, 0.86), (0.05, -1.0), (0.05, 1.0), (-0.05, -1.0), (-0.05, 1.0)):
        x, y = edge(rig, share, where, room)
        discs.append((x, y, 0.0))
    for leg in (rig.near_leg, rig.far_leg):
        for share in (0.0, hem * 0.5, hem):
            if share > 0.5 > share - hem * 0.5:
                discs.append((*leg.mid, build.thigh * 0.5))
            x, y = along(*leg.points, share)
            grow = flare * share / max(hem, 1e-6)
            half = build.thigh * (0.52 if share < 0.3 else 0.44) + grow
            discs += _across(leg, share, (x, y), half)
    if sway and rig.view == "side":
        x, y = along(*rig.near_leg.points, hem)
        lag = sway * (0.25 + hem) * build.head * (1.5 - 0.8 * min(flare / build.head, 1.0))
        discs.append((x - build.thigh * 0.5 - flare - lag, y - abs(lag) * 0.25, 0.0))
    return rounded_off(outline(hull(discs, 8)), build.head * 0.3)


def _across(leg: Limb, share: float, at: Point, half: float) -> list[tuple[float, float, float]]:
    a, b = (leg.root, leg.mid) if share <= 0.5 else (leg.mid, leg.end)
    dx, dy = b[0] - a[0], b[1] - a[1]
    if abs(dy) > 0.45 * abs(dx):
        dx = 0.0
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * half, dx / length * half
    return [(at[0] + nx * 1.2, at[1] + ny * 1.2, 0.0), (at[0] - nx * 1.2, at[1] - ny * 1.2, 0.0)]


def leg_path(rig: Rig, leg: Limb, loose: float, cut: float = 1.0) -> skia.Path:
    """A leg, or its upper part, as one ribbon; `loose` in half heads."""
    build = rig.build
    room = loose * build.head
    low = build.ankle * (1.12 if cut > 0.9 else 1.2)
    return ribbon(bent(*leg.points, (build.thigh + room, build.thigh * 0.7 + room, low + room), cut), _STEPS)


def arm_path(rig: Rig, arm: Limb, loose: float, cut: float = 1.0, wide: float = 1.0) -> skia.Path:
    """A whole sleeve, or bare arm, as one ribbon; `wide` scales the cuff."""
    build = rig.build
    room = loose * build.head
    widths = (build.sleeve * 1.06 + room, build.sleeve * 0.84 + room, build.cuff * wide + room * 0.8)
    spots = bent(*arm.points, widths, cut)
    (x, y, width), (x1, y1, _) = spots[:2]
    deltoid = (x + (x1 - x) * 0.36, y + (y1 - y) * 0.36, width * 1.04)
    return ribbon([(x, y, width * 0.8), deltoid, *spots[1:]], _STEPS)


def melt(ink: Ink, body: skia.Path, at: Point, radius: float, colour: RGB) -> None:
    """Hide the line where an arm leaves the trunk under soft dabs of the cloth's colour."""
    ink.canvas.save()
    ink.canvas.clipPath(body, skia.ClipOp.kIntersect, True)
    for share, alpha in ((1.0, 70), (0.82, 90), (0.62, 120), (0.42, 150)):
        ink.flat(ellipse(at[0], at[1], radius * share, radius * share), colour, alpha)
    ink.canvas.restore()


def folds(ink: Ink, path: skia.Path, lines: Sequence[Sequence[Point]], colour: RGB) -> None:
    """Soft creases, kept inside the cloth."""
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    dark = mix(colour, VIOLET, 0.42)
    for line in lines:
        ink.stroke(curve(line), dark, ink.line * 0.8, 120)
    ink.canvas.restore()


def pattern(ink: Ink, rig: Rig, path: skia.Path, item: Layer, limb: Limb | None = None) -> None:
    """The garment's pattern over a part of it, in the direction of trunk or limb."""
    if item.pattern is None:
        return
    unit = rig.build.head
    bounds = path.getBounds()
    if limb is None:
        origin, degrees = rig.pelvis, rig.lean
    else:
        origin = limb.mid
        degrees = math.degrees(math.atan2(limb.end[1] - limb.root[1], limb.end[0] - limb.root[0])) - 90
    reach = max(bounds.width(), bounds.height()) * 0.8 + unit
    canvas = ink.canvas
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    canvas.translate(*origin)
    canvas.rotate(degrees)
    ink.flat(_motif(item.pattern, unit, reach), item.second, 215)
    canvas.restore()


def _motif(kind: str, unit: float, reach: float) -> skia.Path:
    path = skia.Path()
    step = unit * (0.46 if kind in ("striped", "checked") else 0.5)
    count = int(reach / step) + 1
    if kind in ("striped", "checked"):
        for k in range(-count, count + 1):
            path.addRect(
                skia.Rect.MakeLTRB(-reach, k * step, reach, k * step + step * (0.42 if kind == "striped" else 0.16))
            )
            if kind == "checked":
                path.addRect(skia.Rect.MakeLTRB(k * step, -reach, k * step + step * 0.16, reach))
        return path
    for row in range(-count, count + 1):
        for column in range(-count, count + 1):
            x, y = (column + (row % 2) * 0.5) * step, row * step * 0.86
            if kind == "dotted":
                path.addCircle(x, y, step * 0.17)
            elif kind == "stars":
                _star(path, x, y, step * 0.24)
            else:
                _flower(path, x, y, step * 0.12)
    return path


def _star(path: skia.Path, x: float, y: float, radius: float) -> None:
    corners = [
        (
            x + math.sin(math.pi * k / 5) * radius * (1 if k % 2 == 0 else 0.42),
            y - math.cos(math.pi * k / 5) * radius * (1 if k % 2 == 0 else 0.42),
        )
        for k in range(10)
    ]
    path.addPoly([skia.Point(*p) for p in corners], True)


def _flower(path: skia.Path, x: float, y: float, radius: float) -> None:
    for k in range(4):
        a = math.pi / 2 * k + 0.4
        path.addCircle(x + math.cos(a) * radius * 1.1, y + math.sin(a) * radius * 1.1, radius)


def ring(ink: Ink, rig: Rig, share: float, colour: RGB, width: float) -> None:
    """A belt around the trunk at a share of its height."""
    room = rig.build.head * 0.06
    a, m, b = edge(rig, share, -1.0, room), edge(rig, share - 0.03, 0.0), edge(rig, share, 1.0, room)
    ink.part(ribbon([(*a, width), (*m, width), (*b, width)]), colour, depth=0.6, line=0.8)
