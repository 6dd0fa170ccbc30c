"""Owns two looks of few tones: noir (hard black shadows) and night-blue (chalk lines on deep blue).

Does not know: colours of the styles (their grades), the finish.
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB, argb, mix
from generators.backends.animatic.grades import luma
from generators.backends.animatic.kit import Ink, Point, Storybook, fill_paint, stroke_paint

_BLACK: RGB = (16.0, 14.0, 22.0)
_WHITE: RGB = (255.0, 255.0, 255.0)
_CHALK: RGB = (232.0, 238.0, 255.0)
_GOLD: RGB = (255.0, 214.0, 140.0)
_NIGHT: RGB = (20.0, 28.0, 84.0)
_LAMPLIGHT: RGB = (255.0, 178.0, 76.0)
_WARM = 50.0
"""How much redder than blue a light is that counts as warm."""
_PALE = 0.62
"""Luma above which a chalk line would not show: such things get a dark one."""


@dataclass(frozen=True)
class Noir:
    """Film noir: flat tones, one hard shadow, a heavy brush on the dark side, a sharp rim."""

    name: str = "noir"

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """A tone with a hard-edged shadow and a rim of light."""
        canvas, bounds = ink.canvas, path.getBounds()
        small = min(bounds.width(), bounds.height())
        lx, ly = ink.toward_light
        width = ink.line * line
        if line > 0:
            canvas.save()
            canvas.translate(-lx * width, -ly * width)
            canvas.drawPath(path, stroke_paint(_BLACK, width * 1.7))
            canvas.restore()
        canvas.drawPath(path, fill_paint(colour))
        if small * ink.px > 6 and depth > 0:
            canvas.save()
            canvas.clipPath(path, skia.ClipOp.kIntersect, True)
            reach = min(small * 0.3, 46 / ink.px) * min(depth, 1.2)
            _slice(canvas, path, lx * reach, ly * reach, argb(_BLACK, 96 if role == "skin" else 138))
            _slice(canvas, path, -lx * 1.6 / ink.px, -ly * 1.6 / ink.px, argb(_WHITE, 120))
            canvas.restore()
        if line > 0:
            canvas.drawPath(path, stroke_paint(_BLACK, width * 0.6))

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """A plain fill."""
        ink.canvas.drawPath(path, fill_paint(colour, alpha))

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """A plain stroke."""
        ink.canvas.drawPath(path, stroke_paint(colour, width, alpha))

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """A pool of white light."""
        Storybook().glow(ink, x, y, radius, mix(colour, _WHITE, 0.75), alpha)


@dataclass(frozen=True)
class NightBlue:
    """Chalk on blue paper: light contours on what is dark, blue ones on what is pale, shade toward night."""

    name: str = "night-blue"

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """A tone that sinks into night, chalk rubbed on its lit side, a line around it that shows."""
        canvas, bounds = ink.canvas, path.getBounds()
        small = min(bounds.width(), bounds.height()) * ink.px
        lx, ly = ink.toward_light
        canvas.drawPath(path, _night_fill(bounds, colour, (lx, ly)) if small > 8 else fill_paint(colour))
        if small > 8 and depth > 0:
            canvas.save()
            canvas.clipPath(path, skia.ClipOp.kIntersect, True)
            reach = min(small * 0.22, 26) / ink.px
            _slice(canvas, path, -lx * reach, -ly * reach, argb(_CHALK, 34))
            _slice(canvas, path, -lx * reach * 0.45, -ly * reach * 0.45, argb(_CHALK, 46))
            _slice(canvas, path, lx * reach * 0.7, ly * reach * 0.7, argb(_NIGHT, 44 if role == "skin" else 84))
            canvas.restore()
        if line > 0:
            pale = luma(colour) > _PALE
            tone = mix(colour, _NIGHT, 0.72) if pale else mix(colour, _GOLD if role == "hair" else _CHALK, 0.72)
            chalk = stroke_paint(tone, ink.line * line * 0.7, 235 if pale else 215)
            if small > 24:
                chalk.setPathEffect(skia.DiscretePathEffect.Make(7 / ink.px, 0.7 / ink.px))
            canvas.drawPath(path, chalk)

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """A plain fill."""
        ink.canvas.drawPath(path, fill_paint(colour, alpha))

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """A chalk stroke where it is light, a plain one where it is dark."""
        ink.canvas.drawPath(path, stroke_paint(colour, width, alpha))

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """A screened radial; warm light is gold that covers the blue."""
        if colour[0] - colour[2] < _WARM:
            Storybook().glow(ink, x, y, radius, colour, alpha)
            return
        gold, strength = mix(colour, _LAMPLIGHT, 0.6), min(alpha * 1.25, 235.0)
        colours = [argb(gold, strength), argb(gold, strength * 0.44), argb(gold, strength * 0.13), argb(gold, 0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(x, y), radius, colours, [0, 0.28, 0.62, 1])
        ink.canvas.drawCircle(x, y, radius, skia.Paint(AntiAlias=True, Shader=shader))


def _night_fill(bounds: skia.Rect, colour: RGB, toward: Point) -> skia.Paint:
    """From the lit side of the shape to its night side."""
    cx, cy = bounds.centerX(), bounds.centerY()
    reach = (bounds.width() + bounds.height()) / 3.4 or 1.0
    start = skia.Point(cx + toward[0] * reach, cy + toward[1] * reach)
    end = skia.Point(cx - toward[0] * reach, cy - toward[1] * reach)
    colours = [argb(mix(colour, _CHALK, 0.06)), argb(mix(colour, _NIGHT, 0.04)), argb(mix(colour, _NIGHT, 0.3))]
    return skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear([start, end], colours, [0, 0.45, 1]))


def _slice(canvas: skia.Canvas, path: skia.Path, dx: float, dy: float, colour: int) -> None:
    """What of the shape the shape moved by (dx, dy) leaves free; the caller clips."""
    cut = skia.Path(path)
    cut.offset(dx, dy)
    cut.toggleInverseFillType()
    canvas.drawPath(cut, skia.Paint(AntiAlias=True, Color=colour))
