"""Owns the paper-cut look: flat sheets with a dropped shadow and a white cut edge; no line, no gradient.

Does not know: colours of the style (its grade), the frame's mat (its finish).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB, argb
from generators.backends.animatic.kit import Ink, fill_paint, scallop, stroke_paint

_SHADOW: RGB = (24.0, 12.0, 48.0)


@dataclass(frozen=True)
class PaperCut:
    """Sheets of coloured paper, one over the other."""

    name: str = "paper-cut"
    lift: float = 1.0
    """How far sheets lie above each other."""

    def part(self, ink: Ink, path: skia.Path, colour: RGB, *, role: str, line: float, depth: float) -> None:
        """A sheet: shadow, flat colour, cut edge."""
        canvas, bounds = ink.canvas, path.getBounds()
        small = min(bounds.width(), bounds.height()) * ink.px
        if line > 0 and small > 7:
            self._drop(ink, path, small, depth)
        canvas.drawPath(path, fill_paint(colour))
        if small > 12 and role != "glass":
            _edge(ink, path, 1.3 / ink.px)

    def _drop(self, ink: Ink, path: skia.Path, small: float, depth: float) -> None:
        height = min(1.5 + small * 0.035, 9.0) * self.lift * min(max(depth, 0.4), 1.5)
        soft = skia.Paint(AntiAlias=True, Color=argb(_SHADOW, 118))
        soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, height * 0.7 / ink.px))
        _shifted(ink, path, height * 0.7 / ink.px, soft)
        _shifted(ink, path, 1.0 / ink.px, fill_paint(_SHADOW, 80))

    def flat(self, ink: Ink, path: skia.Path, colour: RGB, alpha: float) -> None:
        """A plain fill."""
        ink.canvas.drawPath(path, fill_paint(colour, alpha))

    def stroke(self, ink: Ink, path: skia.Path, colour: RGB, width: float, alpha: float) -> None:
        """A thin strip of paper."""
        ink.canvas.drawPath(path, stroke_paint(colour, width, alpha))

    def glow(self, ink: Ink, x: float, y: float, radius: float, colour: RGB, alpha: float) -> None:
        """Three scalloped discs of vellum."""
        for share, strength in ((0.95, 0.36), (0.66, 0.38), (0.38, 0.48)):
            lobes = max(12, round(22 * share))
            disc = scallop(x, y, radius * share, radius * share, lobes, 0.05)
            ink.canvas.drawPath(disc, fill_paint(colour, alpha * strength))


def _shifted(ink: Ink, path: skia.Path, by: float, paint: skia.Paint) -> None:
    lx, ly = ink.toward_light
    ink.canvas.save()
    ink.canvas.translate(-lx * by, -ly * by if math.copysign(1, ly) < 0 else by)
    ink.canvas.drawPath(path, paint)
    ink.canvas.restore()


def _edge(ink: Ink, path: skia.Path, by: float) -> None:
    lx, ly = ink.toward_light
    canvas = ink.canvas
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    cut = skia.Path(path)
    cut.offset(-lx * by, -ly * by)
    cut.toggleInverseFillType()
    canvas.drawPath(cut, fill_paint((255.0, 250.0, 240.0), 112))
    canvas.restore()
