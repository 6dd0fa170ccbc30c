"""Owns the ink look: a nib whose line swells on one side, washes that fade downward, a wavering hand.

Does not know: colours of the style (its grade), the paper (its finish).
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB, argb, mix
from generators.backends.animatic.kit import Ink, fill_paint, stroke_paint

_INK: RGB = (30.0, 26.0, 36.0)
_PAPER: RGB = (247.0, 240.0, 224.0)


@dataclass(frozen=True)
class InkWash:
    """Brush and wash."""

    name: str = "ink"
    waver: float = 0.0
    """How much scenery's contours tremble, in pixels."""

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """The nib's thick side behind, a wash over it, the thin contour on top."""
        canvas, bounds = ink.canvas, path.getBounds()
        small = min(bounds.width(), bounds.height()) * ink.px
        width = ink.line * line
        if line > 0:
            swell = width * (0.95 if small > 14 else 0.5)
            canvas.save()
            canvas.translate(swell * 0.9, swell * 0.75)
            canvas.drawPath(path, stroke_paint(_INK, width * 0.8))
            canvas.restore()
        canvas.drawPath(path, _wash(bounds, colour, 0.26 if small > 20 else 0.1))
        if small > 12 and depth > 0:
            self._pool(ink, path, small / ink.px, colour)
        if line > 0:
            thin = stroke_paint(_INK, width * 0.75, 235)
            if self.waver and small > 30:
                thin.setPathEffect(skia.DiscretePathEffect.Make(16 / ink.px, self.waver / ink.px))
            canvas.drawPath(path, thin)

    def _pool(self, ink: Ink, path: skia.Path, small: float, colour: RGB) -> None:
        """Pigment gathers on the shadow side."""
        lx, ly = ink.toward_light
        reach = min(small * 0.2, 20 / ink.px)
        canvas = ink.canvas
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        for share, alpha in ((1.0, 34.0), (0.5, 40.0)):
            pooled = skia.Path(path)
            pooled.offset(lx * reach * share, ly * reach * share)
            pooled.toggleInverseFillType()
            canvas.drawPath(pooled, fill_paint(mix(colour, _INK, 0.7), alpha))
        canvas.restore()

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """A plain fill."""
        ink.canvas.drawPath(path, fill_paint(colour, alpha))

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """A dry stroke: darker, a little thinner."""
        ink.canvas.drawPath(path, stroke_paint(mix(colour, _INK, 0.35), width * 0.9, alpha))

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """A stain of thinned colour."""
        colours = [argb(colour, alpha * 0.7), argb(colour, alpha * 0.3), argb(colour, 0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(x, y), radius, colours, [0, 0.55, 1])
        paint = skia.Paint(AntiAlias=True, Shader=shader, BlendMode=skia.BlendMode.kMultiply)
        ink.canvas.drawCircle(x, y, radius, paint)


def _wash(bounds: skia.Rect, colour: RGB, fade: float) -> skia.Paint:
    top, bottom = skia.Point(bounds.left(), bounds.top()), skia.Point(bounds.left(), bounds.bottom())
    colours = [argb(mix(colour, _INK, 0.08)), argb(colour), argb(mix(colour, _PAPER, fade))]
    return skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeLinear([top, bottom], colours, [0, 0.4, 1]))
