"""Owns the end card: the film's title and credits over its last place, blurred and dimmed.

Does not know: who made what; the lines are given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import skia

from generators.backends.animatic.backdrop import finished
from generators.backends.animatic.camera import DESIGN
from generators.backends.animatic.colours import CREAM, VIOLET, argb
from generators.backends.animatic.grades import luma
from generators.backends.animatic.kit import Ink
from generators.backends.animatic.lettering import ROUND, Lettering
from generators.backends.animatic.looks import Style
from generators.backends.animatic.scenery import Place
from generators.backends.animatic.sprites import LINEAR, NEAREST, native
from generators.backends.animatic.stage import scene_view
from generators.base import CardRequest


class Card:
    """Draws the frames of one card."""

    def __init__(self, request: CardRequest, style: Style, place: Place) -> None:
        """Paint background and lettering once.

        Args:
            request: What to show for how long.
            style: How.
            place: The film's last place.
        """
        self.request, self.style = request, style
        self.background = self._background(place)
        self.lettering = self._lettering()

    def frames(self) -> Iterator[np.ndarray]:
        """Frames in ONE buffer: the lettering fades in over a slow push, and all fades out at the end."""
        width, height = self.request.spec.size
        pixels = np.zeros((height, width, 4), np.uint8)
        canvas = skia.Canvas.MakeRasterDirect(native(width, height), pixels)
        for frame in range(-self.request.head, self.request.frames + self.request.tail):
            self._paint(canvas, frame)
            yield pixels

    def _paint(self, canvas: skia.Canvas, frame: int) -> None:
        width, height = self.request.spec.size
        fps, total = self.request.spec.fps, self.request.frames
        canvas.drawImage(self.background, 0, 0, NEAREST, skia.Paint(BlendMode=skia.BlendMode.kSrc))
        strength = min(max((frame / fps - 0.2) / 0.7, 0.0), 1.0)
        drift = (1 - strength) ** 2 * height * 0.012
        canvas.drawImage(self.lettering, 0, drift, LINEAR, skia.Paint(Alpha=round(255 * strength)))
        gone = min(max((frame - (total - 0.6 * fps)) / (0.6 * fps), 0.0), 1.0)
        if gone > 0:
            canvas.drawRect(skia.Rect.MakeWH(width, height), skia.Paint(Color=argb((10, 8, 18), 255 * gone)))

    def _background(self, place: Place) -> skia.Image:
        width, height = self.request.spec.size
        surface = skia.Surface.MakeRasterN32Premul(width, height)
        canvas = surface.getCanvas()
        scale = height / DESIGN
        view = scene_view(self.request.spec, place)
        ink = Ink(canvas=canvas, look=self.style.scenery, px=scale, toward_light=view.light.toward_light)
        for layer in place.layers(view):
            count = canvas.save()
            canvas.scale(scale, scale)
            layer.paint(ink)
            canvas.restoreToCount(count)
        soft = finished(surface.makeImageSnapshot(), self.style.scenery_grade, 9 * scale)
        canvas.drawImage(soft, 0, 0)
        canvas.drawRect(skia.Rect.MakeWH(width, height), skia.Paint(Color=argb(VIOLET, 128)))
        veil = self.style.finish(self.request.spec.size, view.light.dark)
        if veil is not None:
            canvas.drawImage(veil, 0, 0)
        return surface.makeImageSnapshot()

    def _lettering(self) -> skia.Image:
        width, height = self.request.spec.size
        surface = skia.Surface.MakeRasterN32Premul(width, height)
        canvas = surface.getCanvas()
        title = Lettering(
            self.request.title, self.style.font, min(height * 0.1, width * 0.085), width * 0.84
        ).balanced()
        words = "\n".join(self.request.credit_lines)
        small = Lettering(words, ROUND, min(height * 0.036, width * 0.045), width * 0.84)
        room = height * 0.9 - title.height - small.size
        while words and small.height > room and small.size > 4:
            small = replace(small, size=small.size * 0.94)
        tall = title.height + (small.size + small.height if words else 0.0)
        top = (height - tall) / 2
        # The card is dark in every style, so its letters are light.
        colour = self.style.lettering if luma(self.style.lettering) > 0.5 else CREAM
        title.paint(canvas, width / 2, top, colour)
        if words:
            small.paint(canvas, width / 2, top + title.height + small.size, colour)
        return surface.makeImageSnapshot()
