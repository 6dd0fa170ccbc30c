"""Owns the hand: the few drawing functions with which every solid thing in every picture is drawn.

Figures, places and props call `Ink.part`, `Ink.flat`, `Ink.stroke` and `Ink.glow` only; a Look decides
how each is painted, so geometry is shared by all styles. Shapes come from `blob`, `tube`, `poly`.
Recipe: a heavy self-coloured line on the shadow side, a gradient fill, a shade crescent and a rim of
light made from the shape moved against itself, a thin line on top. Does not know: any figure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import skia

from generators.backends.animatic.colours import CREAM, RGB, VIOLET, argb, mix

Point = tuple[float, float]


@dataclass(frozen=True)
class Ink:
    """A canvas with the hand that draws on it. Lengths are in the units of the canvas' current matrix."""

    canvas: skia.Canvas
    look: Look
    px: float = 1.0
    """Device pixels per unit under the current matrix: keeps line widths even at every scale."""
    toward_light: Point = (-0.6, -0.8)
    """Unit vector toward the light in the current units (x flips in mirrored figures)."""
    line_px: float = 2.0
    """Width of a contour in device pixels."""

    def scaled(self, factor: float) -> Ink:
        """The ink for drawing under a matrix that is `factor` times larger."""
        return replace(self, px=self.px * factor)

    def mirrored(self) -> Ink:
        """The ink for drawing under a matrix that is flipped left to right."""
        return replace(self, toward_light=(-self.toward_light[0], self.toward_light[1]))

    @property
    def line(self) -> float:
        """Width of a contour in current units."""
        return self.line_px / self.px

    def part(self, path: skia.Path, colour: RGB, *, role: str = "solid", line: float = 1.0, depth: float = 1.0) -> None:
        """Draw a solid thing. `line` and `depth` scale the contour's width and the crescents' size.

        Roles: solid, skin, hair, cloth, fur, metal, wood, leaf, stone, glass, ground.
        """
        self.look.part(self, path, colour, role=role, line=line, depth=depth)

    def flat(self, path: skia.Path, colour: RGB, alpha: float = 255) -> None:
        """Fill without line or light: markings, eyes, patterns. `alpha` in 0..255."""
        self.look.flat(self, path, colour, alpha)

    def stroke(self, path: skia.Path, colour: RGB, width: float | None = None, alpha: float = 255) -> None:
        """Draw a round-capped line; `width` in units, None for the thin contour width."""
        self.look.stroke(self, path, colour, self.line * 0.7 if width is None else width, alpha)

    def glow(self, x: float, y: float, radius: float, colour: RGB, alpha: float = 160) -> None:
        """Light spilling from a point: radial, screened, fading to nothing at `radius`."""
        self.look.glow(self, x, y, radius, colour, alpha)

    def inside(self, outline: skia.Path, path: skia.Path, colour: RGB, alpha: float = 255) -> None:
        """A marking: `path` filled flat, kept inside `outline`."""
        self.canvas.save()
        self.canvas.clipPath(outline, skia.ClipOp.kIntersect, True)
        self.flat(path, colour, alpha)
        self.canvas.restore()


class Look(Protocol):
    """How a style paints what the hand draws. Implementations are in `looks.py`."""

    @property
    def name(self) -> str:
        """The style's name."""

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """See `Ink.part`."""

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """See `Ink.flat`."""

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """See `Ink.stroke`."""

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """See `Ink.glow`."""


@dataclass(frozen=True)
class Storybook:
    """The default look: soft gradients, violet shade, cream rim, self-coloured contours."""

    name: str = "storybook"
    line_colour: RGB = field(default=VIOLET)

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """See module docstring; `recipes.md` set A "the hand"."""
        canvas, bounds = ink.canvas, path.getBounds()
        small = max(min(bounds.width(), bounds.height()), 1e-6)
        lx, ly = ink.toward_light
        contour = mix(colour, self.line_colour, 0.55)
        width = ink.line * line
        if line > 0:
            canvas.save()
            canvas.translate(-lx * width * 0.45, -ly * width * 0.45)
            canvas.drawPath(path, stroke_paint(contour, width * 1.5))
            canvas.restore()
        canvas.drawPath(path, _gradient_paint(bounds, colour, (lx, ly)))
        if small * ink.px > 5 and depth > 0:
            canvas.save()
            canvas.clipPath(path, skia.ClipOp.kIntersect, True)
            reach = min(small * 0.16, 14 / ink.px + small * 0.05) * depth
            _crescent(canvas, path, lx * reach, ly * reach, argb(VIOLET, 54))
            _crescent(canvas, path, -lx * reach / 3, -ly * reach / 3, argb(CREAM, 60))
            canvas.restore()
        if line > 0:
            canvas.drawPath(path, stroke_paint(contour, width * 0.55))

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """A plain fill."""
        ink.canvas.drawPath(path, fill_paint(colour, alpha))

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """A plain round stroke."""
        ink.canvas.drawPath(path, stroke_paint(colour, width, alpha))

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """A screened radial."""
        shader = skia.GradientShader.MakeRadial(
            skia.Point(x, y), radius, [argb(colour, alpha), argb(colour, alpha * 0.35), argb(colour, 0)], [0, 0.4, 1]
        )
        paint = skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kScreen)
        ink.canvas.drawCircle(x, y, radius, paint)


def fill_paint(colour: RGB, alpha: float = 255) -> skia.Paint:
    """A paint that fills with one colour."""
    return skia.Paint(AntiAlias=True, Color=argb(colour, alpha))


def stroke_paint(colour: RGB, width: float, alpha: float = 255) -> skia.Paint:
    """A paint that strokes round lines of `width` units."""
    return skia.Paint(
        AntiAlias=True,
        Color=argb(colour, alpha),
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width,
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )


def _gradient_paint(bounds: skia.Rect, colour: RGB, toward: Point) -> skia.Paint:
    cx, cy = bounds.centerX(), bounds.centerY()
    reach = (bounds.width() + bounds.height()) / 3 or 1.0
    start = skia.Point(cx + toward[0] * reach, cy + toward[1] * reach)
    end = skia.Point(cx - toward[0] * reach, cy - toward[1] * reach)
    colours = [argb(mix(colour, CREAM, 0.14)), argb(colour), argb(mix(colour, VIOLET, 0.13))]
    return skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear([start, end], colours, [0, 0.45, 1]))


def _crescent(canvas: skia.Canvas, path: skia.Path, dx: float, dy: float, colour: int) -> None:
    moved = skia.Path(path)
    moved.offset(dx, dy)
    moved.toggleInverseFillType()
    canvas.drawPath(moved, skia.Paint(AntiAlias=True, Color=colour))


# -- shapes ---------------------------------------------------------------------------------------


def poly(points: Iterable[Point], close: bool = True) -> skia.Path:
    """Straight lines through the points."""
    path = skia.Path()
    for index, (x, y) in enumerate(points):
        (path.moveTo if index == 0 else path.lineTo)(x, y)
    if close:
        path.close()
    return path


def blob(points: Sequence[Point], tension: float = 0.5, close: bool = True) -> skia.Path:
    """A smooth Catmull-Rom curve through the points."""
    path = skia.Path()
    count = len(points)
    if count < 3:
        return poly(points, close=False)
    path.moveTo(*points[0])
    last = count if close else count - 1
    for i in range(last):
        before = points[(i - 1) % count] if close or i > 0 else points[0]
        here, there = points[i], points[(i + 1) % count]
        after = points[(i + 2) % count] if close or i + 2 < count else there
        k = tension / 3 * 2
        path.cubicTo(
            here[0] + (there[0] - before[0]) * k / 2,
            here[1] + (there[1] - before[1]) * k / 2,
            there[0] - (after[0] - here[0]) * k / 2,
            there[1] - (after[1] - here[1]) * k / 2,
            there[0],
            there[1],
        )
    if close:
        path.close()
    return path


def tube(spine: Sequence[tuple[float, float, float]], steps: int = 8) -> skia.Path:
    """A limb: a smooth centre line of (x, y, width) with round ends. One whole sleeve is ONE tube."""
    dense = _resample(spine, steps)
    left: list[Point] = []
    right: list[Point] = []
    count = len(dense)
    for i, (x, y, width) in enumerate(dense):
        ax, ay, _ = dense[max(i - 1, 0)]
        bx, by, _ = dense[min(i + 1, count - 1)]
        length = math.hypot(bx - ax, by - ay) or 1e-6
        nx, ny = -(by - ay) / length * width / 2, (bx - ax) / length * width / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    body = poly(left + right[::-1])
    for x, y, width in (dense[0], dense[-1]):
        body = union(body, skia.Path.Circle(x, y, width / 2))
    return simplified(body)


def _resample(spine: Sequence[tuple[float, float, float]], steps: int) -> list[tuple[float, float, float]]:
    out: list[tuple[float, float, float]] = []
    count = len(spine)
    for i in range(count - 1):
        p0, p1 = spine[max(i - 1, 0)], spine[i]
        p2, p3 = spine[i + 1], spine[min(i + 2, count - 1)]
        for step in range(steps):
            t = step / steps
            x, y, width = (_catmull(p0[k], p1[k], p2[k], p3[k], t) for k in range(3))
            out.append((x, y, width))
    out.append(spine[-1])
    return out


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def ellipse(x: float, y: float, rx: float, ry: float, degrees: float = 0.0) -> skia.Path:
    """An ellipse around (x, y), turned clockwise by `degrees`."""
    path = skia.Path.Oval(skia.Rect.MakeLTRB(x - rx, y - ry, x + rx, y + ry))
    return turned(path, degrees, (x, y)) if degrees else path


def rounded(x0: float, y0: float, x1: float, y1: float, radius: float) -> skia.Path:
    """A rectangle with round corners."""
    return skia.Path.RRect(skia.Rect.MakeLTRB(x0, y0, x1, y1), radius, radius)


def scallop(x: float, y: float, rx: float, ry: float, lobes: int, bulge: float = 0.14) -> skia.Path:
    """An oval with round lobes: wool, manes, tree crowns, clouds."""
    path = skia.Path()
    points = []
    for i in range(lobes):
        angle = 2 * math.pi * i / lobes - math.pi / 2
        points.append((x + rx * math.cos(angle), y + ry * math.sin(angle)))
    path.moveTo(*points[0])
    for i in range(lobes):
        angle = 2 * math.pi * (i + 0.5) / lobes - math.pi / 2
        control = (x + rx * (1 + 2 * bulge) * math.cos(angle), y + ry * (1 + 2 * bulge) * math.sin(angle))
        path.quadTo(*control, *points[(i + 1) % lobes])
    path.close()
    return path


def union(first: skia.Path, *others: skia.Path) -> skia.Path:
    """All shapes as one: no seams between body, neck and near legs."""
    out = first
    for other in others:
        out = skia.Op(out, other, skia.PathOp.kUnion_PathOp) or out
    return out


def minus(first: skia.Path, other: skia.Path) -> skia.Path:
    """The first shape without the other."""
    return skia.Op(first, other, skia.PathOp.kDifference_PathOp) or first


def common(first: skia.Path, other: skia.Path) -> skia.Path:
    """What both shapes cover."""
    return skia.Op(first, other, skia.PathOp.kIntersect_PathOp) or skia.Path()


def simplified(path: skia.Path) -> skia.Path:
    """The same area without self-overlaps."""
    return skia.Simplify(path) or path


def moved(path: skia.Path, dx: float, dy: float) -> skia.Path:
    """A moved copy."""
    out = skia.Path(path)
    out.offset(dx, dy)
    return out


def turned(path: skia.Path, degrees: float, around: Point = (0.0, 0.0)) -> skia.Path:
    """A copy turned clockwise by `degrees` around a point."""
    out = skia.Path(path)
    out.transform(skia.Matrix().setRotate(degrees, *around))
    return out


def scaled(path: skia.Path, sx: float, sy: float, around: Point = (0.0, 0.0)) -> skia.Path:
    """A copy scaled around a point."""
    out = skia.Path(path)
    matrix = skia.Matrix.Translate(-around[0], -around[1]).postScale(sx, sy).postTranslate(*around)
    out.transform(matrix)
    return out
