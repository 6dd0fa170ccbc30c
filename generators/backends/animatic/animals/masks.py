"""Owns the markings of mammal faces, drawn flat inside the head's outline. Lengths in head radii.

Does not know: bodies; which species has which mask (the tables do).
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from generators.backends.animatic.animals.shapes import line, merged
from generators.backends.animatic.animals.spec import Coat
from generators.backends.animatic.colours import RGB, mix, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse


@dataclass(frozen=True)
class FaceMap:
    """Where the parts of a face are in this yaw."""

    outline: skia.Path
    yaw: float
    near: Point
    far: Point
    tip: Point
    """Middle of the muzzle's tip."""
    tip_r: float
    coat: Coat

    @property
    def face(self) -> RGB:
        """Colour of the marking."""
        return self.coat.face or self.coat.belly or mix(self.coat.base, (255, 250, 235), 0.5)


def _muzzle(ink: Ink, m: FaceMap) -> None:
    x, y = m.tip
    r = m.tip_r
    ink.inside(m.outline, ellipse(x - 0.1 * m.yaw, y + 0.04, r * 1.35 + 0.12 * m.yaw, r * 1.28), m.face)


def _fox(ink: Ink, m: FaceMap) -> None:
    x, y = m.tip
    f = m.yaw
    low = blob([(-1.25 + 0.2 * f, 0.2), (-0.5 + 0.2 * f, 0.3), (-0.1 + 0.36 * f, 0.08), (0.06 + 0.5 * f, 0.36),
                (x + m.tip_r, y - 0.02), (x + 0.3, y + 0.6), (0.0, 1.5), (-1.3, 0.9)], 0.4)  # fmt: skip
    ink.inside(m.outline, low, m.face)
    if f < 0.5:
        ink.inside(m.outline, blob([(1.25, 0.2), (0.5, 0.3), (0.05, 0.1), (0.0, 0.9), (1.2, 0.9)], 0.4), m.face)


def _wolf(ink: Ink, m: FaceMap) -> None:
    _fox(ink, m)
    ink.inside(m.outline, merged([ellipse(p[0], p[1] - 0.34, 0.16, 0.09) for p in (m.near, m.far)]), m.face)


def _blaze(ink: Ink, m: FaceMap) -> None:
    x, y = m.tip
    mid = (m.near[0] + m.far[0]) / 2
    stripe = blob([(mid - 0.12, -1.05), (mid + 0.12, -1.05), (mid + 0.14, -0.2), (x * 0.7 + 0.3, y - 0.1), (x + 0.4, y + 0.6),
                   (x - 0.5, y + 0.55), (mid - 0.2, 0.15), (mid - 0.14, -0.3)], 0.4)  # fmt: skip
    ink.inside(m.outline, stripe, m.face)


def _badger(ink: Ink, m: FaceMap) -> None:
    ink.inside(m.outline, ellipse(0.3 * m.yaw, 0.1, 1.6, 1.5), m.face)
    dark = m.coat.mark or shade(m.coat.base, 0.6)
    for eye in (m.near, m.far):
        end = (eye[0] + (m.tip[0] - eye[0]) * 0.75, m.tip[1] - 0.1)
        band = line([(eye[0] - 0.06 - 0.1 * m.yaw, -1.1), (eye[0], eye[1]), end])
        _clipped_stroke(ink, m.outline, band, dark, 0.36)


def _raccoon(ink: Ink, m: FaceMap) -> None:
    _muzzle(ink, m)
    dark = m.coat.mark or shade(m.coat.base, 0.6)
    mid = (m.near[0] + m.far[0]) / 2
    ink.inside(m.outline, ellipse(mid, m.near[1] - 0.26, 0.95, 0.28), m.face)
    for eye, way in ((m.near, -1), (m.far, 1)):
        patch = ellipse(eye[0] + way * 0.1, eye[1] + 0.06, 0.34, 0.28, -18 * way)
        ink.inside(m.outline, patch, dark)


def _panda(ink: Ink, m: FaceMap) -> None:
    dark = m.coat.mark or (58, 52, 62)
    for eye, way in ((m.near, -1), (m.far, 1)):
        ink.inside(m.outline, ellipse(eye[0] + way * 0.06, eye[1] + 0.08, 0.27, 0.36, 28 * way), dark)


def _tiger(ink: Ink, m: FaceMap) -> None:
    _muzzle(ink, m)
    mid = (m.near[0] + m.far[0]) / 2
    dark = m.coat.mark or shade(m.coat.base, 0.7)
    bars = [
        line([(mid - w, y), (mid, y + 0.05), (mid + w, y)]) for y, w in ((-0.86, 0.16), (-0.68, 0.24), (-0.5, 0.14))
    ]
    bars += [line([(-1.1, y), (-0.6 + 0.1 * m.yaw, y + 0.06)]) for y in (0.1, 0.34, 0.56)]
    bars += [line([(1.1, y), (0.72 + 0.2 * m.yaw, y + 0.05)]) for y in (0.1, 0.34)] if m.yaw < 0.6 else []
    _clipped_stroke(ink, m.outline, merged(bars), dark, 0.1)


def _tabby(ink: Ink, m: FaceMap) -> None:
    _tiger(ink, m)


def _stripe(ink: Ink, m: FaceMap) -> None:
    mid = (m.near[0] + m.far[0]) / 2
    _clipped_stroke(ink, m.outline, line([(mid - 0.3, -1.1), (mid, -0.5), (m.tip[0], m.tip[1] - 0.2)]), m.face, 0.2)


def _heart(ink: Ink, m: FaceMap) -> None:
    x, y = m.tip
    spots = [ellipse(p[0], p[1], 0.46, 0.5) for p in (m.near, m.far)]
    ink.inside(m.outline, merged([*spots]), m.face)
    ink.inside(m.outline, ellipse(x - 0.16 * m.yaw, y + 0.1, m.tip_r * 1.5, m.tip_r * 1.3), m.face)


def _patch(ink: Ink, m: FaceMap) -> None:
    _muzzle(ink, m)
    ink.inside(m.outline, ellipse(m.near[0] - 0.1, m.near[1] - 0.16, 0.48, 0.6, 14), m.coat.mark or m.coat.base)


def _zebra(ink: Ink, m: FaceMap) -> None:
    dark = m.coat.mark or (52, 46, 60)
    x, y = m.tip
    bars = [line([(-0.9 + 0.28 * k, -1.2 + 0.22 * k), (-0.5 + 0.3 * k, -0.1 + 0.2 * k)]) for k in (0, 1, 3, 4, 5)]
    _clipped_stroke(ink, m.outline, merged(bars), dark, 0.11)
    ink.inside(m.outline, ellipse(x + 0.06, y + 0.1, m.tip_r * 1.1, m.tip_r * 1.05), dark)


def _snout(ink: Ink, m: FaceMap) -> None:
    x, y = m.tip
    ink.inside(m.outline, ellipse(x, y + 0.02, m.tip_r * 1.2, m.tip_r * 1.15), m.face)


def _chip(ink: Ink, m: FaceMap) -> None:
    _muzzle(ink, m)
    dark = m.coat.mark or shade(m.coat.base, 0.6)
    pale, bands = skia.Path(), skia.Path()
    for eye in (m.near, m.far):
        ends = [(eye[0] - 0.55, eye[1] - 0.2), (eye[0], eye[1] - 0.02), (m.tip[0], m.tip[1] - 0.18)]
        bands.addPath(line(ends))
        pale.addPath(line([(x, y - 0.26) for x, y in ends[:2]]))
        pale.addPath(line([(x, y + 0.26) for x, y in ends[:2]]))
    _clipped_stroke(ink, m.outline, pale, m.face, 0.16)
    _clipped_stroke(ink, m.outline, bands, dark, 0.2)


def _whole(ink: Ink, m: FaceMap) -> None:
    ink.inside(m.outline, ellipse(0.7 * m.yaw, 0.2, 1.25, 1.2), m.face)


def _all(ink: Ink, m: FaceMap) -> None:
    ink.inside(m.outline, ellipse(0.2 * m.yaw, 0.2, 2.5, 2.5), m.face)


def _clipped_stroke(ink: Ink, outline: skia.Path, path: skia.Path, colour: RGB, width: float) -> None:
    ink.canvas.save()
    ink.canvas.clipPath(outline, skia.ClipOp.kIntersect, True)
    ink.stroke(path, colour, width)
    ink.canvas.restore()


MASKS: dict[str, Callable[[Ink, FaceMap], None]] = {
    "muzzle": _muzzle, "fox": _fox, "wolf": _wolf, "blaze": _blaze, "badger": _badger, "raccoon": _raccoon,
    "panda": _panda, "tiger": _tiger, "tabby": _tabby, "stripe": _stripe, "heart": _heart, "patch": _patch,
    "zebra": _zebra, "snout": _snout, "chip": _chip, "possum": _whole, "sheep": _all, "eagle": _all,
}  # fmt: skip
