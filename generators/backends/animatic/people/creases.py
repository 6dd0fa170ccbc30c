"""Owns what shows that clothes are cloth: creases at bends, ribs of knitted hems, seams and pockets.

Drawn in thin strokes over a finished part, and only where a figure is large enough to see them.
Does not know: outlines of garments, patterns, the order of drawing.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import CREAM, RGB, VIOLET, mix
from generators.backends.animatic.kit import Ink, Point
from generators.backends.animatic.people import cloth
from generators.backends.animatic.people.clothes import Layer
from generators.backends.animatic.people.forms import along, curve
from generators.backends.animatic.people.skeleton import Limb, Rig

KNITTED = frozenset({"sweater", "turtleneck", "hoodie", "cardigan", "parka"})
_POCKETED = frozenset({"coat", "overcoat", "raincoat", "parka", "jacket", "blazer", "doctor coat", "fire coat",
                       "waistcoat", "bathrobe", "cardigan"})  # fmt: skip
_LEAST = 2.2
"""Pixels per unit below which creases would be dirt."""


def _shown(ink: Ink, item: Layer) -> bool:
    return ink.px >= _LEAST and item.cut.role != "metal"


def _lines(ink: Ink, path: skia.Path, lines: list[list[Point]], colour: RGB, alpha: float, wide: float = 0.8) -> None:
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    for line in lines:
        ink.stroke(curve(line), colour, ink.line * wide, alpha)
    ink.canvas.restore()


def _bend(limb: Limb) -> float:
    """Degrees that the joint is folded, clockwise positive."""
    a = math.atan2(limb.mid[1] - limb.root[1], limb.mid[0] - limb.root[0])
    b = math.atan2(limb.end[1] - limb.mid[1], limb.end[0] - limb.mid[0])
    return math.degrees(math.remainder(b - a, 2 * math.pi))


def _fan(limb: Limb, width: float, bend: float) -> list[list[Point]]:
    """Creases that run from the inside of a bend toward its outside."""
    way = 1.0 if bend > 0 else -1.0
    out = []
    sharp = abs(bend) > 75
    for share, reach in ((0.5, 0.6),) if sharp else ((0.4, 0.62), (0.5, 0.78), (0.6, 0.58)):
        x, y = along(*limb.points, share)
        bx, by = along(*limb.points, 0.5)
        ax, ay = limb.root if share < 0.5 else limb.mid
        cx, cy = limb.mid if share <= 0.5 else limb.end
        length = math.hypot(cx - ax, cy - ay) or 1.0
        nx, ny = -(cy - ay) / length * way, (cx - ax) / length * way
        start = (x + nx * width * 0.55, y + ny * width * 0.55)
        end = (bx + (x - bx) * 0.7 + nx * width * (0.55 - reach), by + (y - by) * 0.7 + ny * width * (0.55 - reach))
        out.append([start, ((start[0] + end[0]) / 2 + (x - bx) * 0.12, (start[1] + end[1]) / 2 + (y - by) * 0.12), end])
    return out


def sleeve(ink: Ink, rig: Rig, arm: Limb, path: skia.Path, item: Layer, colour: RGB) -> None:
    """Creases in the elbow of a long sleeve, a hem on a short one."""
    if not _shown(ink, item):
        return
    dark = mix(colour, VIOLET, 0.5)
    bend = _bend(arm)
    if item.cut.sleeve > 0.7 and abs(bend) > 28:
        _lines(ink, path, _fan(arm, rig.build.sleeve * 0.92, bend), dark, min(70 + abs(bend), 150))
    elif item.cut.sleeve < 0.7:
        x, y = along(*arm.points, item.cut.sleeve * 0.88)
        length = math.hypot(arm.mid[0] - arm.root[0], arm.mid[1] - arm.root[1]) or 1.0
        nx, ny = -(arm.mid[1] - arm.root[1]) / length, (arm.mid[0] - arm.root[0]) / length
        w = rig.build.sleeve
        _lines(ink, path, [[(x - nx * w, y - ny * w), (x + nx * w, y + ny * w)]], dark, 110)


def leg(ink: Ink, rig: Rig, limb: Limb, path: skia.Path, item: Layer, colour: RGB) -> None:
    """Creases behind a bent knee, and over the shoe of a straight leg; a seam down jeans."""
    if not _shown(ink, item) or item.kind == "leggings":
        return
    dark = mix(colour, VIOLET, 0.5)
    bend, build = _bend(limb), rig.build
    lines: list[list[Point]] = []
    if abs(bend) > 24:
        lines += _fan(limb, build.thigh * 0.75, bend)
    if item.cut.hem > 0.9:
        for share, way in ((0.86, 1), (0.91, -1)):
            x, y = along(*limb.points, share)
            half = build.ankle * 0.6
            lines.append([(x + way * half, y - half * 0.5), (x, y), (x - way * half * 0.3, y + half * 0.1)])
    _lines(ink, path, lines, dark, 110)
    if item.kind == "jeans":
        side = [along(*limb.points, share) for share in (0.06, 0.5, 0.95)]
        shift = -build.thigh * 0.2 if rig.view == "side" else (-1 if limb is rig.near_leg else 1) * build.thigh * 0.26
        _lines(ink, path, [[(x + shift * (1 - 0.5 * k), y) for k, (x, y) in enumerate(side)]], mix(colour, CREAM, 0.4),
               120, 0.6)  # fmt: skip


def ribs(ink: Ink, rig: Rig, path: skia.Path, colour: RGB, a: Point, b: Point) -> None:
    """Knitted ribs across a band that runs from a to b."""
    if ink.px < _LEAST * 1.3:
        return
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    step = rig.build.head * 0.1
    lines = [
        [(a[0] - dx * 0.2 + nx * step * k, a[1] - dy * 0.2 + ny * step * k),
         (b[0] + dx * 0.2 + nx * step * k, b[1] + dy * 0.2 + ny * step * k)]
        for k in range(-3, 4)
    ]  # fmt: skip
    _lines(ink, path, lines, mix(colour, VIOLET, 0.4), 110, 0.6)


def trunk(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    """Creases from armpit and waist, the hem of a top, pockets."""
    if not _shown(ink, item) or item.cut.front == "bib":
        return
    dark = mix(item.colour, VIOLET, 0.48)
    sides = (-1.0, 1.0)
    lines = []
    tight = item.cut.loose < 0.04
    for way in sides:
        a, b = cloth.edge(rig, 0.3, way), cloth.edge(rig, 0.24, way * 0.62)
        lines.append([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + rig.build.head * 0.03), b])
        if not tight:
            c, d = cloth.edge(rig, 0.42, way), cloth.edge(rig, 0.31, way * 0.72)
            lines.append([c, ((c[0] + d[0]) / 2, (c[1] + d[1]) / 2 + rig.build.head * 0.05), d])
    _lines(ink, path, lines, dark, 105)
    if item.cut.hem < 0.2:
        _hem(ink, rig, path, item, dark)
    if item.kind in _POCKETED and rig.view != "back":
        _pockets(ink, rig, path, item, dark)


def _hem(ink: Ink, rig: Rig, path: skia.Path, item: Layer, dark: RGB) -> None:
    """A seam along the hem; a ribbed band on what is knitted."""
    low = -item.cut.hem * rig.build.leg / rig.build.trunk
    room = (item.cut.loose + item.cut.flare) * rig.build.head + rig.build.head * 0.1
    share = low + (0.13 if item.kind in KNITTED else 0.07)
    unit = rig.build.head
    spots = [cloth.edge(rig, share, where, room) for where in (-1.0, -0.4, 0.2, 1.0)]
    sag = (0.0, unit * 0.1, unit * 0.1, 0.0)
    line = [(x, y + s) for (x, y), s in zip(spots, sag, strict=True)]
    _lines(ink, path, [line], dark, 130)
    if item.kind in KNITTED and ink.px >= _LEAST * 1.3:
        count = 13
        marks = []
        for k in range(count):
            where = -1.0 + 2.0 * k / (count - 1)
            a, b = cloth.edge(rig, share - 0.01, where, room * 0.5), cloth.edge(rig, low - 0.05, where, room * 0.5)
            dip = unit * 0.1 * (1 - where * where)
            marks.append([(a[0], a[1] + dip), (b[0], b[1] + dip)])
        _lines(ink, path, marks, dark, 90, 0.6)


def _pockets(ink: Ink, rig: Rig, path: skia.Path, item: Layer, dark: RGB) -> None:
    unit = rig.build.head
    low = 0.02 if item.cut.hem > 0.15 else 0.14
    lines = []
    for way in (-0.62, 0.66):
        (x, y), side = cloth.edge(rig, low, way), 1 if way > 0 else -1
        lines.append([(x - side * unit * 0.26, y - unit * 0.03), (x, y), (x + side * unit * 0.22, y - unit * 0.1)])
    _lines(ink, path, lines, dark, 170, 1.0)
