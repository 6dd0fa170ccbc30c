"""Owns the pastel look: pieces of felt with fuzzy edges, soft relief and stitches along large seams.

Does not know: colours of the style (its grade), the felt's nap (its finish).
"""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import CREAM, RGB, VIOLET, mix
from generators.backends.animatic.kit import Ink, Storybook, fill_paint, minus, stroke_paint

_SMOOTH = frozenset({"glass", "metal", "skin"})
_STITCHED = frozenset({"solid", "cloth", "ground", "leaf", "fur", "wood"})


@dataclass(frozen=True)
class Felt:
    """Cut felt, sewn on."""

    name: str = "pastel"

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """A piece of felt: fuzz under it, its fill, soft relief, stitches when it is large."""
        canvas, bounds = ink.canvas, path.getBounds()
        small = min(bounds.width(), bounds.height()) * ink.px
        if line > 0 and small > 6:
            self._under(ink, path, colour, small, role)
        canvas.drawPath(path, fill_paint(colour))
        if small > 9 and depth > 0:
            _relief(ink, path, min(small * 0.14, 11.0) / ink.px)
        if line > 0 and role in _STITCHED and small > 46:
            _stitch(ink, path, colour, 6.0 / ink.px)

    def _under(self, ink: Ink, path: skia.Path, colour: RGB, small: float, role: str) -> None:
        shadow = stroke_paint(mix(colour, VIOLET, 0.75), 2.4 / ink.px, 70)
        ink.canvas.save()
        ink.canvas.translate(1.2 / ink.px, 1.8 / ink.px)
        ink.canvas.drawPath(path, shadow)
        ink.canvas.restore()
        if role in _SMOOTH:
            ink.canvas.drawPath(path, stroke_paint(mix(colour, VIOLET, 0.3), 1.2 / ink.px))
            return
        reach = min(small * 0.05, 1.0)
        for jitter, width, shift in ((4.2, 1.7, -0.12), (2.4, 2.2, 0.1)):
            paint = stroke_paint(mix(colour, CREAM if shift > 0 else VIOLET, abs(shift)), width / ink.px)
            paint.setPathEffect(skia.DiscretePathEffect.Make(5 / ink.px, jitter * reach / ink.px))
            ink.canvas.drawPath(path, paint)

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """A plain fill."""
        ink.canvas.drawPath(path, fill_paint(colour, alpha))

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """A thread."""
        ink.canvas.drawPath(path, stroke_paint(colour, width, alpha))

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """A soft screened radial."""
        Storybook().glow(ink, x, y, radius, colour, alpha * 0.8)


def _relief(ink: Ink, path: skia.Path, reach: float) -> None:
    """Soft shade and light along the inner edge."""
    lx, ly = ink.toward_light
    canvas = ink.canvas
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    for share, colour, alpha in ((1.0, VIOLET, 62.0), (-0.8, CREAM, 92.0)):
        edge = skia.Path(path)
        edge.offset(lx * reach * share, ly * reach * share)
        edge.toggleInverseFillType()
        paint = fill_paint(colour, alpha)
        if reach * ink.px > 3:
            sigma = min(reach * 0.4, 3 / ink.px)
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, sigma))
        canvas.drawPath(edge, paint)
    canvas.restore()


def _stitch(ink: Ink, path: skia.Path, colour: RGB, inset: float) -> None:
    band = skia.Path()
    if not stroke_paint(colour, inset * 2).getFillPath(path, band):
        return
    seam = minus(path, band)
    dash = skia.DashPathEffect.Make([7.0 / ink.px, 5.0 / ink.px], 0.0)
    under = stroke_paint(mix(colour, VIOLET, 0.5), 1.8 / ink.px, 90)
    under.setPathEffect(dash)
    ink.canvas.save()
    ink.canvas.translate(0.6 / ink.px, 1.0 / ink.px)
    ink.canvas.drawPath(seam, under)
    ink.canvas.restore()
    thread = stroke_paint(mix(colour, (255.0, 250.0, 240.0), 0.62), 1.6 / ink.px, 225)
    thread.setPathEffect(dash)
    ink.canvas.drawPath(seam, thread)
