"""Owns the scenery of a shot: the place's layers, baked once for what the camera will see, and moved with it.

At the middle of the shot all layers stand as the place composed them; parallax shows only as the camera
moves. Does not know: figures, style beyond the hand it is given.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import skia

from generators.backends.animatic.camera import DESIGN, Lens, View
from generators.backends.animatic.grades import Grade
from generators.backends.animatic.kit import Ink, Look
from generators.backends.animatic.scenery import Layer, Place, SceneView
from generators.backends.animatic.sprites import LINEAR, NEAREST, tight_box
from planners.plan import Box

_REACH: Box = (-0.25, -0.15, 1.25, 1.15)
"""What places paint, in stage coordinates."""
_MOST_PIXELS = 6_000_000
_CLOSE = 2.4
"""Zoom from which the background is only a soft backcloth."""
_FAR = 0.6
"""Layers with less parallax than this are flattened into one far plane."""


@dataclass(frozen=True)
class Plane:
    """A baked layer, or several flattened: an image and where it lies on the stage."""

    image: skia.Image
    left: float
    top: float
    pixels: float
    """Image pixels per frame height of the stage."""
    parallax: float
    opaque: bool


@dataclass(frozen=True)
class Hand:
    """How scenery is painted: the style's look, its grade, its line."""

    look: Look
    live: Look
    grade: Grade | None = None
    line_px: float = 2.0


class Backdrop:
    """The scenery of one shot."""

    def __init__(self, place: Place, scene: SceneView, lens: Lens, hand: Hand) -> None:
        """Bake all layers.

        Args:
            place: What to paint.
            scene: Its light, weather, attributes.
            lens: The camera over the shot.
            hand: The style's way of painting.
        """
        self.place, self.scene, self.lens, self.hand = place, scene, lens, hand
        self.still = lens.still
        self.anchor = lens.at((lens.shot.frames - 1) / 2)
        layers = place.layers(scene)
        behind = [layer for layer in layers if layer.parallax <= 1.0]
        before = [layer for layer in layers if layer.parallax > 1.0]
        blur = depth_blur(self.anchor)
        self.behind = [self._bake(group, parallax, blur) for group, parallax in self._groups(behind)]
        nearest = sum(layer.parallax for layer in before) / len(before) if before else 1.0
        self.before = [self._bake(before, nearest, blur * 1.5)] if before else []

    def paint_behind(self, canvas: skia.Canvas, view: View) -> None:
        """Draw everything behind the figures that does not move by itself."""
        for plane in self.behind:
            self._draw(canvas, plane, view)

    def paint_live(self, canvas: skia.Canvas, view: View, seconds: float) -> None:
        """Draw what moves by itself behind the figures; not in close shots, where it would be sharp behind a face."""
        if view.zoom > _CLOSE:
            return
        canvas.save()
        ink = self._enter(canvas, view)
        self.place.live(ink, self.scene, seconds)
        canvas.restore()

    def paint_before(self, canvas: skia.Canvas, view: View) -> None:
        """Draw the planes before the figures."""
        for plane in self.before:
            self._draw(canvas, plane, view)

    # -- baking -----------------------------------------------------------------------------------

    def _groups(self, behind: Sequence[Layer]) -> list[tuple[list[Layer], float]]:
        if self.still or len(behind) < 2:
            return [(list(behind), 1.0)]
        far = [layer for layer in behind if layer.parallax < _FAR]
        near = [layer for layer in behind if layer.parallax >= _FAR]
        if not far or not near:
            return [(list(behind), 1.0 if near else far[-1].parallax)]
        return [(far, sum(layer.parallax for layer in far) / len(far)), (near, 1.0)]

    def _bake(self, layers: Sequence[Layer], parallax: float, blur: float) -> Plane:
        views = [self._seen(view, parallax) for view in ([self.anchor] if self.still else self.lens.samples())]
        x0, y0 = min(v.window[0] for v in views), min(v.window[1] for v in views)
        x1, y1 = max(v.window[2] for v in views), max(v.window[3] for v in views)
        width, height = self.lens.size
        pixels = max(v.zoom for v in views) * height
        while not self.still and (x1 - x0) * (y1 - y0) * pixels * pixels * width / height > _MOST_PIXELS:
            pixels *= 0.9
        spare = 0 if self.still else 3
        wide, tall = self._pixel_size(x1 - x0, y1 - y0, pixels, spare)
        left, top = x0 - spare / (pixels * width / height), y0 - spare / pixels
        surface = skia.Surface.MakeRasterN32Premul(wide, tall)
        canvas = surface.getCanvas()
        scale = pixels / DESIGN
        canvas.scale(scale, scale)
        canvas.translate(-left * self.scene.width, -top * DESIGN)
        for layer in layers:
            canvas.save()
            layer.paint(self._ink(canvas, scale, self.hand.look))
            canvas.restore()
        image = finished(surface.makeImageSnapshot(), self.hand.grade, blur * height / DESIGN)
        return self._trimmed(image, left, top, pixels, parallax)

    def _pixel_size(self, wide: float, tall: float, pixels: float, spare: int) -> tuple[int, int]:
        width, height = self.lens.size
        if self.still:
            return width, height
        return math.ceil(wide * pixels * width / height) + 2 * spare, math.ceil(tall * pixels) + 2 * spare

    def _trimmed(self, image: skia.Image, left: float, top: float, pixels: float, parallax: float) -> Plane:
        alpha = image.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)[:, :, 3]
        if bool(np.all(alpha == 255)):
            return Plane(image, left, top, pixels, parallax, True)
        seen = tight_box(alpha, 1)
        if seen is None:
            return Plane(image, left, top, pixels, parallax, False)
        x0, y0, x1, y1 = seen
        part = image.makeSubset(skia.IRect.MakeLTRB(x0, y0, x1, y1))
        across = pixels * self.lens.size[0] / self.lens.size[1]
        return Plane(part, left + x0 / across, top + y0 / pixels, pixels, parallax, False)

    # -- drawing ----------------------------------------------------------------------------------

    def _seen(self, view: View, parallax: float) -> View:
        """What the camera sees of a plane: nearer planes move more."""
        view, anchor = self._tilted(view), self._tilted(self.anchor)
        if parallax == 1.0:
            return view
        (cx, cy), (ax, ay) = view.centre, anchor.centre
        x, y = ax + parallax * (cx - ax), ay + parallax * (cy - ay)
        side = (view.window[3] - view.window[1]) / (self.anchor.window[3] - self.anchor.window[1])
        half = (self.anchor.window[3] - self.anchor.window[1]) * side ** (0.4 + 0.6 * parallax) / 2
        return View(window=(x - half, y - half, x + half, y + half), size=view.size)

    def _tilted(self, view: View) -> View:
        tilt = self.lens.tilt * (view.window[3] - view.window[1])
        return View(window=_lowered(view.window, tilt), size=view.size) if tilt else view

    def _draw(self, canvas: skia.Canvas, plane: Plane, view: View) -> None:
        seen = self._seen(view, plane.parallax)
        x, y = seen.point(plane.left, plane.top)
        if self.still:
            paint = skia.Paint(BlendMode=skia.BlendMode.kSrc) if plane.opaque else None
            canvas.drawImage(plane.image, round(x), round(y), NEAREST, paint)
            return
        scale = seen.zoom * view.size[1] / plane.pixels
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(scale, scale)
        canvas.drawImage(plane.image, 0, 0, LINEAR)
        canvas.restore()

    def _enter(self, canvas: skia.Canvas, view: View) -> Ink:
        x, y = self._seen(view, 1.0).point(0.0, 0.0)
        canvas.translate(x, y)
        canvas.scale(view.scale, view.scale)
        return self._ink(canvas, view.scale, self.hand.live)

    def _ink(self, canvas: skia.Canvas, scale: float, look: Look) -> Ink:
        zoom = scale * DESIGN / self.lens.size[1]
        line = self.hand.line_px * self.lens.size[1] / DESIGN * min(math.sqrt(zoom), 1.7)
        return Ink(
            canvas=canvas,
            look=look,
            px=scale,
            toward_light=self.scene.light.toward_light,
            line_px=line,
        )


def depth_blur(view: View) -> float:
    """Blur of the scenery in design pixels: none in wide shots, soft in close-ups."""
    return max(0.0, min(5.0, (view.zoom - 1.7) * 1.6))


def finished(image: skia.Image, grade: Grade | None, blur: float) -> skia.Image:
    """The image graded and blurred; edges stay full."""
    if grade is None and blur < 0.3:
        return image
    surface = skia.Surface.MakeRasterN32Premul(image.width(), image.height())
    paint = skia.Paint(ColorFilter=grade.filter()) if grade is not None else skia.Paint()
    if blur >= 0.3:
        paint.setImageFilter(skia.ImageFilters.Blur(blur, blur, skia.TileMode.kClamp))
    surface.getCanvas().drawImage(image, 0, 0, NEAREST, paint)
    return surface.makeImageSnapshot()


def _lowered(box: Box, by: float) -> Box:
    """The window moved up by a share of the stage (down when negative), within what places paint."""
    by = min(by, box[1] - _REACH[1]) if by > 0 else max(by, box[3] - _REACH[3])
    return (box[0], box[1] - by, box[2], box[3] - by)
