"""Owns what makes a garment that garment: its front, collar, lapels, buttons and trim.

Does not know: stances, limbs, the order of drawing.
"""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import CREAM, RGB, VIOLET, mix
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, minus, poly, union
from generators.backends.animatic.people import cloth
from generators.backends.animatic.people.clothes import Layer
from generators.backends.animatic.people.forms import along, curve, ribbon
from generators.backends.animatic.people.skeleton import Rig


def opened(rig: Rig, path: skia.Path, item: Layer) -> skia.Path:
    """A garment with its front open, or the bib of overalls."""
    if item.cut.front == "bib":
        return _bib(rig)
    low = -item.cut.hem * rig.build.leg / rig.build.trunk - 0.3
    wide = 0.34 if item.kind == "vest" else 0.26
    shares = (low, 0.1, 0.5, 0.85, 1.3)
    spread = (wide + 0.12, wide, wide * 0.85, wide * 0.7, wide + 0.1)
    left = [cloth.edge(rig, s, -w * 0.8) for s, w in zip(shares, spread, strict=True)]
    right = [cloth.edge(rig, s, w) for s, w in zip(shares, spread, strict=True)]
    return minus(path, poly(left + right[::-1]))


def _bib(rig: Rig) -> skia.Path:
    lower = cloth.rounded_off(cloth.trunk(rig, rig.build.head * 0.05, -0.08, 0.0, top=0.3), rig.build.head * 0.5)
    a, b = cloth.edge(rig, 0.2, -0.62), cloth.edge(rig, 0.2, 0.8)
    c, d = cloth.edge(rig, 0.74, 0.66), cloth.edge(rig, 0.74, -0.44)
    path = union(lower, poly((a, b, c, d)))
    width = rig.build.head * 0.2
    for where, top in ((-0.38, -0.42), (0.5, 0.5)):
        low, high = cloth.edge(rig, 0.7, where), cloth.edge(rig, 1.0, top)
        path = union(path, ribbon([(*low, width), (*high, width)]))
    return path


def draw_front(ink: Ink, rig: Rig, path: skia.Path, item: Layer, skin: RGB) -> None:
    """Collar, closing and trim of a top."""
    back = rig.view == "back"
    _trim(ink, rig, path, item)
    if not back and item.cut.front != "open":
        _collar(ink, rig, path, item, skin)
        drawer = _FRONTS.get(item.cut.front)
        if drawer is not None:
            drawer(ink, rig, path, item)
        if item.kind == "armor":
            _plates(ink, rig, path, item)
    elif item.cut.front == "open" and item.cut.collar in ("lapel", "fur") and not back:
        _lapels(ink, rig, item)
    if item.cut.collar == "turtle":
        _band(ink, rig, item)
    elif item.cut.collar in ("hood", "fur"):
        _hood(ink, rig, item)


def _trim(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    if item.cut.trim is None or item.cut.role == "metal":
        return
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    ink.stroke(path, item.second, rig.build.head * 0.2, 235)
    ink.canvas.restore()


def _collar(ink: Ink, rig: Rig, path: skia.Path, item: Layer, skin: RGB) -> None:
    unit = rig.build.head
    kind = item.cut.collar
    x, y = cloth.edge(rig, 1.0, 0.0)
    if kind in ("round", "v", "straps"):
        deep = 0.3 if kind == "round" else 0.62
        points = [
            (x - unit * 0.44, y - unit * 0.34),
            (x + unit * 0.4, y - unit * 0.34),
            (x + unit * 0.26, y + unit * deep * 0.5),
            (x, y + unit * deep),
            (x - unit * 0.28, y + unit * deep * 0.5),
        ]
        hole = blob(points) if kind == "round" else poly(points)
        ink.inside(path, hole, mix(skin, VIOLET, 0.08))
        ink.canvas.save()
        ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        ink.stroke(hole, mix(item.colour, VIOLET, 0.25), unit * 0.09)
        ink.canvas.restore()
    elif kind in ("shirt", "sailor", "lapel", "ruff"):
        tone = item.second if kind in ("sailor",) else mix(item.colour, CREAM, 0.3)
        size = 1.0 if kind == "shirt" else 1.5 if kind == "lapel" else 1.3
        for way in (-1, 1):
            flap = poly(
                (
                    (x, y + unit * 0.02),
                    (x + way * unit * 0.32, y - unit * 0.2),
                    (x + way * unit * 0.46 * size, y + unit * 0.2 * size),
                    (x + way * unit * 0.12, y + unit * 0.4 * size),
                )
            )
            ink.part(flap, tone, depth=0.6, line=0.8)


def _band(ink: Ink, rig: Rig, item: Layer) -> None:
    a, b = rig.at(0.98, 0.0), rig.at(1.1, 0.0)
    unit = rig.build.head
    width = unit * 0.84
    nx, ny = rig.spine(1.0)[1]
    path = blob(
        [
            (a[0] - nx * width * 0.62, a[1] - ny * width * 0.62),
            (b[0] - nx * width * 0.5, b[1] - ny * width * 0.5),
            (b[0] + nx * width * 0.5, b[1] + ny * width * 0.5),
            (a[0] + nx * width * 0.62, a[1] + ny * width * 0.62),
            (a[0], a[1] + unit * 0.2),
        ]
    )
    ink.part(path, mix(item.colour, CREAM, 0.1), role=item.cut.role, depth=0.7)


def _hood(ink: Ink, rig: Rig, item: Layer) -> None:
    unit = rig.build.head
    tone = CREAM if item.cut.collar == "fur" else mix(item.colour, CREAM, 0.1)
    a, m, b = cloth.edge(rig, 1.05, -0.9), cloth.edge(rig, 0.95, 0.0), cloth.edge(rig, 1.03, 0.8)
    ink.part(ribbon([(*a, unit * 0.4), (*m, unit * 0.3), (*b, unit * 0.34)]), tone, depth=0.7)


def _lapels(ink: Ink, rig: Rig, item: Layer) -> None:
    unit = rig.build.head
    tone = CREAM if item.cut.collar == "fur" else mix(item.colour, CREAM, 0.16)
    for way in (-1, 1):
        top, low = cloth.edge(rig, 1.02, way * 0.42), cloth.edge(rig, 0.52, way * 0.3)
        out = cloth.edge(rig, 0.8, way * 0.62)
        if item.cut.collar == "fur":
            ink.part(ribbon([(*top, unit * 0.36), (*out, unit * 0.3), (*low, unit * 0.26)]), tone, depth=0.6)
        else:
            ink.part(poly((top, out, low)), tone, depth=0.6, line=0.8)


def _middle(ink: Ink, rig: Rig, path: skia.Path, item: Layer, where: float = 0.0) -> list[Point]:
    low = -max(item.cut.hem, 0.05) * rig.build.leg / rig.build.trunk
    points = [cloth.edge(rig, s, where) for s in (0.92, 0.5, 0.15)]
    if item.cut.hem < 0.2:
        points.append(cloth.edge(rig, low, where))
    else:
        a, b = along(*rig.near_leg.points, item.cut.hem), along(*rig.far_leg.points, item.cut.hem)
        points.append(((a[0] * 0.4 + b[0] * 0.6), (a[1] + b[1]) / 2))
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    ink.stroke(curve(points), mix(item.colour, VIOLET, 0.45), ink.line * 0.8, 170)
    ink.canvas.restore()
    return points


def _buttons(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    _middle(ink, rig, path, item)
    _knobs(ink, rig, item, 0.09 if rig.view == "side" else 0.0)


def _double(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    _middle(ink, rig, path, item, 0.3)
    _knobs(ink, rig, item, -0.16)
    _knobs(ink, rig, item, 0.2)


def _knobs(ink: Ink, rig: Rig, item: Layer, where: float) -> None:
    radius = rig.build.head * 0.075
    dark = sum(item.colour) > 480
    tone = mix(item.colour, VIOLET, 0.6) if dark else mix(item.colour, CREAM, 0.75)
    for share in (0.8, 0.56, 0.32, 0.08):
        x, y = cloth.edge(rig, share, where)
        ink.flat(ellipse(x, y, radius, radius), tone)


def _zip(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    points = _middle(ink, rig, path, item)
    ink.stroke(curve(points[:3]), mix(item.colour, CREAM, 0.5), rig.build.head * 0.06, 220)


def _wrap(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    unit = rig.build.head
    a, b, c = cloth.edge(rig, 1.06, -0.5), cloth.edge(rig, 0.72, 0.15), cloth.edge(rig, 0.34, 0.75)
    d = cloth.edge(rig, 1.06, 0.5)
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    ink.stroke(curve([d, b]), item.second, unit * 0.17)
    ink.stroke(curve([a, b, c]), item.second, unit * 0.17)
    ink.canvas.restore()


def _lace(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    unit = rig.build.head
    for share in (0.74, 0.62, 0.5):
        a, b = cloth.edge(rig, share, -0.16), cloth.edge(rig, share - 0.08, 0.22)
        ink.stroke(curve([a, b]), item.second, unit * 0.05)
        a, b = cloth.edge(rig, share, 0.22), cloth.edge(rig, share - 0.08, -0.16)
        ink.stroke(curve([a, b]), item.second, unit * 0.05)
    cloth.ring(ink, rig, 0.34, item.second, unit * 0.16)


def _sash(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    unit = rig.build.head
    drape = poly(
        (
            cloth.edge(rig, 1.1, -1.0),
            cloth.edge(rig, 1.1, -0.3),
            cloth.edge(rig, 0.25, 1.1),
            cloth.edge(rig, -0.1, 1.1),
            cloth.edge(rig, 0.1, 0.2),
        )
    )
    ink.inside(path, drape, mix(item.colour, CREAM, 0.18))
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    ink.stroke(drape, item.second, unit * 0.1)
    ink.canvas.restore()


def _emblem(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    x, y = cloth.edge(rig, 0.72, 0.05)
    unit = rig.build.head
    ink.part(
        poly(((x - unit * 0.36, y - unit * 0.3), (x + unit * 0.36, y - unit * 0.3), (x, y + unit * 0.42))),
        (240, 196, 74),
        depth=0.6,
    )


def _pocket(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    unit = rig.build.head
    corners = [
        cloth.edge(rig, 0.62, -0.2),
        cloth.edge(rig, 0.62, 0.4),
        cloth.edge(rig, 0.42, 0.36),
        cloth.edge(rig, 0.42, -0.16),
    ]
    ink.part(poly(corners), mix(item.colour, CREAM, 0.08), depth=0.5, line=0.8)
    for where in (-0.38, 0.6):
        x, y = cloth.edge(rig, 0.71, where)
        ink.flat(ellipse(x, y, unit * 0.1, unit * 0.1), (236, 200, 96))


def _plates(ink: Ink, rig: Rig, path: skia.Path, item: Layer) -> None:
    for share in (0.38, 0.2, 0.02):
        line = [cloth.edge(rig, share, -1.0), cloth.edge(rig, share - 0.06, 0.1), cloth.edge(rig, share, 1.0)]
        cloth.folds(ink, path, [line], item.colour)
    cloth.folds(ink, path, [[cloth.edge(rig, 0.95, 0.05), cloth.edge(rig, 0.4, 0.05)]], item.colour)


_FRONTS = {
    "buttons": _buttons, "double": _double, "zip": _zip, "wrap": _wrap, "lace": _lace, "sash": _sash,
    "emblem": _emblem, "bib": _pocket,
}  # fmt: skip
