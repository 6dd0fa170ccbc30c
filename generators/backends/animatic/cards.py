"""Owns the end card: the film's title and credits over its last place, blurred and dimmed.

Does not know: who made what; the lines are given.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import skia

from generators.backends.animatic.backdrop import finished
from generators.backends.animatic.camera import DESIGN
from generators.backends.animatic.colours import VIOLET, argb
from generators.backends.animatic.kit import Ink
from generators.backends.animatic.lettering import ROUND, SERIF, wrapped, write
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
        room, colour = width * 0.84, self.style.lettering
        large = min(height * 0.1, width * 0.085)
        small = min(height * 0.036, width * 0.045)
        title = wrapped(self.request.title, SERIF, large, room)
        lines = [part for line in self.request.credit_lines for part in wrapped(line, ROUND, small, room)]
        tall = len(title) * large * 1.15 + (small * 1.6 + len(lines) * small * 1.5 if lines else 0)
        if lines and tall > height * 0.9:
            small *= max((height * 0.9 - len(title) * large * 1.15) / (tall - len(title) * large * 1.15), 0.3)
            tall = height * 0.9
        y = (height - tall) / 2 + large
        for line in title:
            write(canvas, line, family=SERIF, size=large, x=width / 2, y=y, colour=colour)
            y += large * 1.15
        y += small * 0.8
        for line in lines:
            write(canvas, line, family=ROUND, size=small, x=width / 2, y=y, colour=colour)
            y += small * 1.5
        return surface.makeImageSnapshot()
