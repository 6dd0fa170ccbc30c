"""Owns the features that all animal faces share: eyes, brows, mouth, nose. One eye shape for all.

Lengths in head radii; the caller has placed the ink. Does not know: species, bodies.
"""

# ruff: noqa: E501 (outlines)

from __future__ import annotations

from dataclasses import dataclass

import skia

from generators.backends.animatic.animals.mood import Face, gape, openness
from generators.backends.animatic.animals.shapes import line, merged, placed
from generators.backends.animatic.colours import CREAM, RGB, VIOLET, mix
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point, blob, ellipse

PUPIL: RGB = (44, 28, 38)
GLINT: RGB = (255, 252, 244)
THROAT: RGB = (132, 46, 58)
TONGUE: RGB = (232, 118, 122)
BLUSH: RGB = (240, 120, 110)


def dark(colour: RGB) -> bool:
    """Whether dark eyes would be lost on this colour."""
    return colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11 < 105


@dataclass(frozen=True)
class Eye:
    """Where and how an eye is drawn."""

    at: Point
    size: float = 1.0
    narrow: float = 1.0
    """Width as a share: the far eye is seen from aside."""
    iris: RGB | None = None
    around: RGB = CREAM
    """Colour of the skin around it."""


def draw_eye(ink: Ink, eye: Eye, face: Face, pose: Pose) -> None:
    """An oval dark eye with a glint; with an iris, a round coloured one; closed, a line."""
    share = openness(face, pose)
    line_colour = mix(eye.around, VIOLET, 0.78) if not dark(eye.around) else mix(eye.around, CREAM, 0.6)
    with placed(ink, eye.at, scale=eye.size) as small:
        if share <= 0.12:
            _closed(small, eye, face, line_colour)
            return
        _open(small, eye, min(share, 1.25), pose)
        if share < 0.8:
            _lid(small, eye, share, line_colour)


def _closed(ink: Ink, eye: Eye, face: Face, colour: RGB) -> None:
    rise = -0.11 if face.arcs else 0.09
    width = 0.19 * eye.narrow
    ink.stroke(line([(-width, 0.03), (0, 0.03 + rise), (width, 0.03)]), colour, max(0.07, ink.line * 0.6))


def _open(ink: Ink, eye: Eye, share: float, pose: Pose) -> None:
    tall = 0.2 * (share if share > 1 else 1)
    gx, gy = pose.gaze[0] * 0.05, pose.gaze[1] * 0.05
    n = eye.narrow
    if eye.iris is not None:
        ink.flat(ellipse(0, 0, 0.225 * n, tall * 1.16), mix(eye.around, VIOLET, 0.62))
        ink.flat(ellipse(0, 0, 0.19 * n, tall), eye.iris)
        ink.flat(ellipse(gx * 1.4 * n, gy * 1.4, 0.105 * n, tall * 0.72), PUPIL)
    else:
        if dark(eye.around):
            ink.flat(ellipse(0, 0, 0.215 * n, tall * 1.2), GLINT)
        ink.flat(ellipse(gx * n, gy, 0.15 * n, tall), PUPIL)
    ink.flat(
        merged(
            [
                ellipse(gx * n + 0.055 * n, gy - 0.075, 0.055 * n, 0.06),
                ellipse(gx * n - 0.05 * n, gy + 0.08, 0.026 * n, 0.028),
            ]
        ),
        GLINT,
    )


def _lid(ink: Ink, eye: Eye, share: float, colour: RGB) -> None:
    n = eye.narrow
    edge = -0.24 + 0.44 * (1 - share)
    lid = blob([(-0.26 * n, edge), (-0.2 * n, -0.26), (0, -0.3), (0.2 * n, -0.26), (0.26 * n, edge), (0, edge + 0.02)])
    ink.flat(lid, eye.around)
    ink.stroke(line([(-0.21 * n, edge), (0, edge - 0.02), (0.21 * n, edge)]), colour, max(0.05, ink.line * 0.5))


def draw_brow(ink: Ink, eye: Eye, face: Face, side: int) -> None:
    """A tapered brow; side -1 for the near (left) eye, +1 for the far one."""
    if not face.brows:
        return
    colour = mix(eye.around, VIOLET, 0.62) if not dark(eye.around) else mix(eye.around, CREAM, 0.45)
    at = (eye.at[0], eye.at[1] - (0.34 - face.lift) * eye.size)
    with placed(ink, at, degrees=face.brow * -side, scale=eye.size) as small:
        n = eye.narrow
        curve = line([(-0.19 * n, 0.02), (0, -0.05), (0.19 * n, 0.02)])
        small.stroke(curve, colour, max(0.075, small.line * 0.7))


def draw_tear(ink: Ink, eye: Eye) -> None:
    """A drop under the eye."""
    x, y = eye.at
    drop = blob([(x, y + 0.2), (x + 0.08, y + 0.36), (x, y + 0.44), (x - 0.08, y + 0.36)], 0.6)
    ink.flat(drop, (150, 206, 240), 235)


def draw_mouth(ink: Ink, pose: Pose, face: Face, *, left: Point, middle: Point, right: Point, colour: RGB) -> None:
    """A line from corner to corner through the middle; open, a dark shape with a tongue beneath it."""
    rise = face.smile
    wide = gape(face, pose)
    lx, ly = left[0], left[1] - rise
    rx, ry = right[0], right[1] - rise
    top = [(lx, ly), middle, (rx, ry)]
    if wide > 0.02:
        low = (middle[0] * 0.6 + (lx + rx) * 0.2, max(middle[1], (ly + ry) / 2) + wide)
        shape = blob([(lx, ly), middle, (rx, ry), ((rx + low[0]) / 2 + 0.03, low[1] - wide * 0.22), low,
                      ((lx + low[0]) / 2 - 0.03, low[1] - wide * 0.3)], 0.45)  # fmt: skip
        ink.part(shape, THROAT, role="skin", depth=0, line=0.7)
        ink.inside(shape, ellipse(low[0], low[1] + wide * 0.08, abs(rx - lx) * 0.3, wide * 0.5), TONGUE)
    ink.stroke(line(top), colour, max(0.055, ink.line * 0.6))


def draw_nose(ink: Ink, kind: str, at: Point, size: float, colour: RGB, yaw: float) -> None:
    """The nose at the muzzle's tip: dot, disc (pig), nostrils (hoofed), big (koala)."""
    x, y = at
    if kind == "disc":
        disc = ellipse(x, y + 0.1, size * (1 - 0.38 * yaw), size * 0.92)
        ink.part(disc, colour, role="skin", line=0.8)
        holes = [ellipse(x + dx * size * (1 - 0.38 * yaw), y + 0.1, size * 0.15, size * 0.27) for dx in (-0.36, 0.36)]
        ink.flat(merged(holes), mix(colour, VIOLET, 0.55))
    elif kind == "nostrils":
        spread = size * (1.0 - 0.5 * yaw)
        holes = [ellipse(x + dx * spread, y, size * 0.3, size * 0.42, -20 * dx) for dx in (-1, 1)]
        ink.flat(merged(holes), mix(colour, VIOLET, 0.6))
    elif kind == "beak":
        beak = blob([(x - size, y - 0.3), (x + size * 0.2, y - 0.34), (x + size * 1.3, y + 0.1), (x + size * 1.1, y + 0.6),
                     (x + size * 0.6, y + 0.25), (x - size * 0.9, y + 0.3)], 0.4)  # fmt: skip
        ink.part(beak, (244, 184, 60), role="skin", line=0.8)
    elif kind == "big":
        ink.part(ellipse(x, y - size * 0.2, size * 0.72, size * 1.15), colour, role="skin", line=0.6)
    elif kind == "dot":
        shape = blob(
            [
                (x - size, y - size * 0.45),
                (x, y - size * 0.72),
                (x + size, y - size * 0.45),
                (x + size * 0.7, y + size * 0.35),
                (x, y + size * 0.75),
                (x - size * 0.7, y + size * 0.35),
            ]
        )
        ink.flat(shape, colour)
        ink.flat(ellipse(x - size * 0.2, y - size * 0.36, size * 0.38, size * 0.16), GLINT, 150)


def draw_whiskers(ink: Ink, near: Point, far: Point, yaw: float, colour: RGB) -> None:
    """Three hairs on either cheek."""
    hairs = skia.Path()
    for step in (-1, 0, 1):
        x, y = near
        hairs.addPath(line([(x, y + step * 0.07), (x - 0.55 + 0.1 * yaw, y + step * 0.2 - 0.05)]))
        x, y = far
        hairs.addPath(line([(x, y + step * 0.07), (x + 0.55 - 0.12 * yaw, y + step * 0.2 - 0.05)]))
    ink.stroke(hairs, colour, max(0.02, ink.line * 0.35), 190)
