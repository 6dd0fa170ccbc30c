"""Owns the ground seen from straight above, for top-down shots: the place's own ground colours, spread flat.

Does not know: figures (they keep their boxes and lie on this ground by their contact shadows).
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import skia

from generators.backends.animatic.camera import DESIGN
from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, Look, Point, blob, ellipse, rounded
from generators.backends.animatic.scenery import Layer, Place, SceneView, SeenFromAbove

_SAMPLE = 0.25


@dataclass(frozen=True)
class Overhead:
    """A place whose floor fills the frame."""

    place: Place
    look: Look
    floor: bool = True

    @property
    def indoor(self) -> bool:
        """As the place itself."""
        return self.place.indoor

    def layers(self, view: SceneView) -> tuple[Layer, ...]:
        """The ground alone: painted by the place where it can, else in the colour of its floor."""
        if isinstance(self.place, SeenFromAbove):
            return (self.place.top_down(view),)
        colour = ground_colour(self.place, view, self.look)
        return (_Ground(colour=colour, view=view, boards=self.place.indoor),)

    def live(self, ink: Ink, view: SceneView, seconds: float) -> None:
        """Nothing moves by itself."""

    def spots(self, view: SceneView) -> Mapping[str, Point]:
        """The place's own."""
        return self.place.spots(view)


@dataclass(frozen=True)
class _Ground:
    colour: RGB
    view: SceneView
    boards: bool
    parallax: float = 1.0

    def paint(self, ink: Ink) -> None:
        """Boards or tufts over one colour, darker toward the edges."""
        width = self.view.width
        ink.flat(rounded(-width, -DESIGN, 2 * width, 2 * DESIGN, 0), self.colour)
        (self._paint_boards if self.boards else self._paint_tufts)(ink)

    def _paint_boards(self, ink: Ink) -> None:
        luck = random.Random(f"{self.view.seed}-boards")
        tall = 64.0
        y = -2 * tall
        while y < DESIGN * 1.2:
            x = -0.3 * self.view.width - luck.uniform(0, 260)
            while x < 1.3 * self.view.width:
                long = luck.uniform(280, 460)
                tone = light(self.colour, 0.1) if luck.random() < 0.5 else shade(self.colour, luck.uniform(0, 0.1))
                ink.part(rounded(x, y, x + long, y + tall, 3), tone, role="wood", depth=0.25, line=0.6)
                x += long
            y += tall

    def _paint_tufts(self, ink: Ink) -> None:
        luck = random.Random(f"{self.view.seed}-ground")
        for _ in range(46):
            x, y = luck.uniform(-0.3, 1.3) * self.view.width, luck.uniform(-0.2, 1.2) * DESIGN
            rx, ry = luck.uniform(60, 190), luck.uniform(40, 120)
            tone = mix(self.colour, light(self.colour, 0.3) if luck.random() < 0.5 else shade(self.colour, 0.25), 0.5)
            points = [(x + rx * c * luck.uniform(0.8, 1.1), y + ry * s * luck.uniform(0.8, 1.1)) for c, s in _ROUND]
            ink.flat(blob(points), tone, 90)
        for _ in range(150):
            x, y = luck.uniform(-0.3, 1.3) * self.view.width, luck.uniform(-0.2, 1.2) * DESIGN
            tone = shade(self.colour, luck.uniform(0.12, 0.35))
            size = luck.uniform(5, 12)
            if luck.random() < 0.25:
                ink.part(ellipse(x, y, size * 1.3, size), mix(tone, (170.0, 164.0, 170.0), 0.5), role="stone", line=0.6)
                continue
            for lean in (-0.7, 0.0, 0.7):
                blade = blob(
                    [(x, y), (x + lean * size * 0.6, y - size * 0.7), (x + lean * size, y - size)], close=False
                )
                ink.stroke(blade, tone, 2.0, 150)


_ROUND = ((1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7))


def ground_colour(place: Place, view: SceneView, look: Look) -> RGB:
    """The middle colour of the lower part of the place's picture."""
    width, height = round(view.width * _SAMPLE), round(DESIGN * _SAMPLE)
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    canvas = surface.getCanvas()
    canvas.scale(_SAMPLE, _SAMPLE)
    ink = Ink(canvas=canvas, look=look, px=_SAMPLE, toward_light=view.light.toward_light)
    for layer in place.layers(view):
        if layer.parallax <= 1.0:
            count = canvas.save()
            layer.paint(ink)
            canvas.restoreToCount(count)
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)
    strip = pixels[round(height * 0.8) : round(height * 0.97), :, :3].reshape(-1, 3)
    red, green, blue = np.median(strip, axis=0)
    return (float(red), float(green), float(blue))
