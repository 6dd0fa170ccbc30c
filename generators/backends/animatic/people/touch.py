"""Owns the small strokes that faces and hair need beside the kit: tapered ribbons, soft patches, line widths.

Head space only: one unit is half a head, so `ink.px` is that half head in device pixels.
Does not know: what a face is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from generators.backends.animatic.colours import RGB, VIOLET, argb, mix
from generators.backends.animatic.kit import Ink, Point, blob

TINY = 26.0
"""Below this many pixels for half a head, features are simplified."""
CLOSE = 95.0
"""From here on, close-up detail is drawn."""


def weight(ink: Ink) -> float:
    """Factor on contour widths: finer in small heads and, relative to the head, in close-ups."""
    if ink.px < TINY:
        return 0.5 + 0.25 * ink.px / TINY
    return 0.8 if ink.px < 60 else 1.0


def line_of(colour: RGB, share: float = 0.55) -> RGB:
    """The colour of a line on something of this colour."""
    return mix(colour, VIOLET, share)


def skin_shade(skin: RGB, share: float = 0.5) -> RGB:
    """A living shadow on skin: toward a warm red violet, never grey."""
    return mix(skin, (134, 48, 66), share)


def lit_skin(skin: RGB, share: float = 0.5) -> RGB:
    """Light on skin: toward cream on pale skin, toward a warm gold on dark skin."""
    return mix(skin, (255, 240, 216) if sum(skin) > 480 else (250, 190, 138), share)


def soft(ink: Ink, x: float, y: float, rx: float, ry: float, colour: RGB, alpha: float) -> None:
    """A patch that fades outward: blush, shade in a socket. `alpha` in 0..255 in the middle."""
    laid = skia.Matrix.Translate(x, y).preScale(rx, ry)
    colours = [argb(colour, min(alpha * share, 255)) for share in (1.1, 0.62, 0.0)]
    shader = skia.GradientShader.MakeRadial(
        skia.Point(0, 0), 1.0, colours, [0.0, 0.5, 1.0], skia.TileMode.kClamp, 0, laid
    )
    box = skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry)
    ink.canvas.drawOval(box, skia.Paint(AntiAlias=True, Shader=shader))


def ribbon(spine: Sequence[tuple[float, float, float]]) -> skia.Path:
    """A smooth tapered stroke along (x, y, width); cheaper than a tube, pointed where the width is 0."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(spine) - 1
    for i, (x, y, width) in enumerate(spine):
        ax, ay, _ = spine[max(i - 1, 0)]
        bx, by, _ = spine[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1e-6
        nx, ny = -(by - ay) / length * width / 2, (bx - ax) / length * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return blob(left + right[::-1], 0.5)


def curve(points: Sequence[Point]) -> skia.Path:
    """An open smooth line through the points."""
    if len(points) == 3:
        path = skia.Path()
        (x0, y0), (x1, y1), (x2, y2) = points
        path.moveTo(x0, y0)
        path.quadTo(2 * x1 - (x0 + x2) / 2, 2 * y1 - (y0 + y2) / 2, x2, y2)
        return path
    return blob(points, close=False)


def scalloped(points: Sequence[Point], bulge: float) -> skia.Path:
    """A closed shape whose edge swells outward between the points (given clockwise): curls, fluff."""
    path = skia.Path()
    path.moveTo(*points[0])
    count = len(points)
    for i in range(count):
        (ax, ay), (bx, by) = points[i], points[(i + 1) % count]
        dx, dy = bx - ax, by - ay
        path.cubicTo(
            ax + dy * bulge - dx * 0.08,
            ay - dx * bulge - dy * 0.08,
            bx + dy * bulge + dx * 0.08,
            by - dx * bulge + dy * 0.08,
            bx,
            by,
        )
    path.close()
    return path


def lerp(a: float, b: float, share: float) -> float:
    """`a` at 0, `b` at 1."""
    return a + (b - a) * share
