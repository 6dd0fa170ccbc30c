"""Owns the drawings of figures as cached images: one per figure, pose, size and direction, already lit.

A figure is recorded once per pose, measured by its drawn pixels, and lit from its one image: ambient
multiplied over it, a rim of light, a soft shadow. Does not know: where it stands, other figures.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import skia

from generators.backends.animatic.colours import RGB, argb, mix
from generators.backends.animatic.figure import Figure, Pose
from generators.backends.animatic.kit import Ink, Look, Point
from planners.plan import Box

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
NEAREST = skia.SamplingOptions()
EVERYTHING: Box = (-1e6, -1e6, 1e6, 1e6)
GLOW: RGB = (255.0, 206.0, 132.0)
"""Colour of the light of lamps and fires on who is beside them."""
_PROBE = 0.5
"""Pixels per figure unit at which a drawing is measured."""
_COOL = 12.0
"""How much bluer than red a light is from which warm things are kept warm."""
_GLOW = 0.6
"""How far a lamp's own glow reaches beyond it, in its sizes."""
_SHADOW_SHARE = 0.25
"""Size of a shadow image over its sprite's."""


@dataclass(frozen=True)
class Lamp:
    """How the scene's light falls on all figures of a shot."""

    ambient: RGB = (255.0, 255.0, 255.0)
    rim: RGB = (255.0, 255.0, 255.0)
    rim_alpha: float = 0.0
    rim_px: float = 2.4
    toward_light: Point = (-0.6, -0.8)
    grade: skia.ColorFilter | None = None
    """Colour change of the style."""
    haze: RGB = (255.0, 255.0, 255.0)
    """Colour of the air before far figures."""
    key: RGB = (255.0, 255.0, 255.0)
    shade: RGB = (0.0, 0.0, 0.0)
    contrast: float = 0.0
    """0..1: how much a figure is lighter toward the light (by the key) and darker away from it (by the shade)."""


@dataclass(frozen=True)
class Sprite:
    """A lit drawing. `left`, `top` place its image relative to the figure's origin, in pixels."""

    image: skia.Image
    left: float
    top: float
    sx: float
    sy: float
    """Pixels per figure unit."""
    bounds: Box
    """Tight box of the drawn pixels in figure units, mirrored as drawn."""

    @property
    def bytes(self) -> int:
        """Memory of the image."""
        return int(self.image.width() * self.image.height() * 4)


def measure(figure: Figure, pose: Pose, look: Look) -> Box:
    """The tight box of what a figure draws in a pose, in figure units, facing right.

    Near-transparent traces (glows, soft shadows) do not count.
    """
    return _tight(record(figure, pose, look, 4.0, (-0.6, -0.8), 2.0), figure)


def record(figure: Figure, pose: Pose, look: Look, px: float, toward: Point, line_px: float) -> skia.Picture:
    """The drawing calls of a figure in a pose, in figure units."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(_reach(figure))
    figure.draw(Ink(canvas=canvas, look=look, px=px, toward_light=toward, line_px=line_px), pose)
    return recorder.finishRecordingAsPicture()


def _reach(figure: Figure) -> skia.Rect:
    width, height = figure.size
    side = max(width, height)
    return skia.Rect.MakeLTRB(-1.25 * side - 45, -1.5 * height - 70, 1.25 * side + 45, 0.6 * height + 50)


def _tight(picture: skia.Picture, figure: Figure) -> Box:
    reach = _reach(figure)
    width, height = math.ceil(reach.width() * _PROBE), math.ceil(reach.height() * _PROBE)
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = _canvas(pixels)
    canvas.scale(_PROBE, _PROBE)
    canvas.translate(-reach.left(), -reach.top())
    canvas.drawPicture(picture)
    seen = tight_box(pixels[:, :, 3])
    if seen is None:
        return (-figure.size[0] / 2, -figure.size[1], figure.size[0] / 2, 0.0)
    x0, y0, x1, y1 = seen
    left, top = reach.left(), reach.top()
    return (left + x0 / _PROBE, top + y0 / _PROBE, left + x1 / _PROBE, top + y1 / _PROBE)


def tight_box(alpha: np.ndarray, floor: int = 110) -> tuple[int, int, int, int] | None:
    """(x0, y0, x1, y1) of the pixels at least `floor` opaque, end-exclusive; None when there are none."""
    solid = alpha >= floor
    rows = np.flatnonzero(solid.any(axis=1))
    columns = np.flatnonzero(solid.any(axis=0))
    if not len(rows) or not len(columns):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _canvas(pixels: np.ndarray) -> skia.Canvas:
    info = native(pixels.shape[1], pixels.shape[0])
    return skia.Canvas.MakeRasterDirect(info, pixels)


class SpriteBook:
    """A cache of sprites, least recently used first out, bounded in bytes."""

    def __init__(self, look: Look, lamp: Lamp, *, limit: int = 256 << 20) -> None:
        """Start empty.

        Args:
            look: The style's hand for figures.
            lamp: The light of the shot.
            limit: Bytes of images to keep.
        """
        self.look, self.lamp, self.limit = look, lamp, limit
        self.used = 0
        self.drawn = 0
        self._kept: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()
        self._shadows: OrderedDict[tuple[object, ...], tuple[skia.Image, skia.Image]] = OrderedDict()

    def sprite(
        self, name: str, figure: Figure, pose: Pose, *, sx: float, sy: float, mirrored: bool, line_px: float,
        crop: Box = EVERYTHING, haze: float = 0.0, toward: Point | None = None,
    ) -> Sprite:  # fmt: skip
        """The lit drawing of a figure; drawn now when it is not kept.

        Args:
            name: Identifies the figure within the shot.
            figure: What to draw.
            pose: How.
            sx: Pixels per unit across.
            sy: Pixels per unit up.
            mirrored: Whether it faces left.
            line_px: Width of contours in pixels.
            crop: The part, in figure units as drawn, that will ever be seen; the rest is left out.
            haze: Share of the air's colour over it.
            toward: Where a lamp beside it is; None for the light of the scene.
        """
        key = (name, pose, round(sx, 3), round(sy, 3), mirrored, crop, haze, toward)
        found = self._kept.get(key)
        if found is None:
            lamp = self.lamp if toward is None else _beside(self.lamp, toward)
            found = self._draw(figure, pose, sx, sy, mirrored, line_px, crop, lamp)
            if haze > 0:
                found = replace(found, image=veiled(found.image, self.lamp.haze, haze))
            self._kept[key] = found
            self.used += found.bytes
            self.drawn += 1
            while self.used > self.limit and len(self._kept) > 1:
                self.used -= self._kept.popitem(last=False)[1].bytes
        else:
            self._kept.move_to_end(key)
        return found

    def shadow(self, name: str, sprite: Sprite, colour: RGB) -> skia.Image:
        """A small blurred silhouette of a sprite, `_SHADOW_SHARE` of its size."""
        key = (name, id(sprite.image))
        found = self._shadows.get(key)
        if found is None:
            # The sprite's image is kept beside its shadow, so that its id stays its own.
            found = (_silhouette(sprite.image, colour), sprite.image)
            self._shadows[key] = found
            while len(self._shadows) > 64:
                self._shadows.popitem(last=False)
        return found[0]

    def _draw(
        self, figure: Figure, pose: Pose, sx: float, sy: float, mirrored: bool, line_px: float, crop: Box,
        lamp: Lamp,
    ) -> Sprite:  # fmt: skip
        lx, ly = lamp.toward_light
        toward = (-lx, ly) if mirrored else (lx, ly)
        picture = record(figure, pose, self.look, sy, toward, line_px)
        x0, y0, x1, y1 = _tight(picture, figure)
        if mirrored:
            x0, x1 = -x1, -x0
        margin = 6 + 3 * line_px
        if "light" in figure.anchors(pose):
            margin += _GLOW * max(figure.size) * sy
        left = math.floor(max(x0 * sx - margin, crop[0] * sx))
        top = math.floor(max(y0 * sy - margin, crop[1] * sy))
        width = max(1, math.ceil(min(x1 * sx + margin, crop[2] * sx)) - left)
        height = max(1, math.ceil(min(y1 * sy + margin, crop[3] * sy)) - top)

        def paint(canvas: skia.Canvas) -> None:
            canvas.translate(-left, -top)
            canvas.scale(-sx if mirrored else sx, sy)
            canvas.drawPicture(picture)

        image = lit(_raster(width, height, paint), lamp, (-left, -top - figure.size[1] * sy / 2), figure.size[1] * sy)
        return Sprite(image=image, left=left, top=top, sx=sx, sy=sy, bounds=(x0, y0, x1, y1))


def _beside(lamp: Lamp, toward: Point) -> Lamp:
    """The light on somebody beside a lamp or fire: warm, from its side, stronger than the rest."""
    return replace(
        lamp, toward_light=toward, rim=GLOW, key=GLOW, contrast=lamp.contrast * 1.6,
        rim_alpha=min(lamp.rim_alpha * 1.35, 255.0),
    )  # fmt: skip


def _raster(width: int, height: int, paint: Callable[[skia.Canvas], None]) -> skia.Image:
    surface = skia.Surface.MakeRasterN32Premul(width, height)
    paint(surface.getCanvas())
    return surface.makeImageSnapshot()


def lit(image: skia.Image, lamp: Lamp, middle: Point, height: float) -> skia.Image:
    """The image under the scene's light: the style's grade, ambient multiplied, key and shade, a rim on the lit edge.

    Args:
        image: The drawing.
        lamp: The light.
        middle: The middle of the standing figure in the image, in pixels.
        height: The standing figure's, in pixels.
    """

    def paint(canvas: skia.Canvas) -> None:
        tint = tinted(lamp.ambient)
        whole = tint if lamp.grade is None else skia.ColorFilters.Compose(tint, lamp.grade)
        canvas.drawImage(image, 0, 0, NEAREST, skia.Paint(ColorFilter=whole))
        if lamp.contrast > 0.05:
            canvas.drawPaint(_side_light(lamp, middle, height))
        if lamp.rim_alpha > 1:
            canvas.drawImage(_rim(image, lamp), 0, 0)

    return _raster(image.width(), image.height(), paint)


def _side_light(lamp: Lamp, middle: Point, height: float) -> skia.Paint:
    (x, y), (lx, ly), reach = middle, lamp.toward_light, height * 0.55
    ends = [skia.Point(x + lx * reach, y + ly * reach), skia.Point(x - lx * reach, y - ly * reach)]
    strength = min(lamp.contrast, 1.0)
    colours = [argb(lamp.key, 62 * strength), argb(lamp.key, 0), argb(lamp.shade, 0), argb(lamp.shade, 84 * strength)]
    shader = skia.GradientShader.MakeLinear(ends, colours, [0, 0.46, 0.5, 1])
    return skia.Paint(Shader=shader, BlendMode=skia.BlendMode.kSrcATop)


def tinted(ambient: RGB) -> skia.ColorFilter:
    """The ambient colour multiplied; under a blue light skin, fur and wood keep their warmth."""
    if ambient[2] - ambient[0] < _COOL:
        return skia.ColorFilters.Blend(argb(ambient), skia.BlendMode.kModulate)
    return _tint_that_keeps_warmth((round(ambient[0]), round(ambient[1]), round(ambient[2])))


@lru_cache(maxsize=32)
def _tint_that_keeps_warmth(ambient: tuple[int, int, int]) -> skia.ColorFilter:
    brightness = 0.3 * ambient[0] + 0.59 * ambient[1] + 0.11 * ambient[2]
    warm = mix(ambient, (min(255.0, brightness * 1.22), brightness * 1.06, brightness * 0.94), 0.75)
    cool_, warm_ = (f"half3({r / 255:.4f}, {g / 255:.4f}, {b / 255:.4f})" for r, g, b in (ambient, warm))
    source = (
        "half4 main(half4 p) { half top = max(p.r, max(p.g, p.b));"
        " half warm = smoothstep(0.08, 0.22, (p.r - p.b) / max(top, 0.004));"
        f" return half4(p.rgb * mix({cool_}, {warm_}, warm), p.a); }}"
    )
    return skia.RuntimeEffect.MakeForColorFilter(source).makeColorFilter(skia.Data.MakeEmpty())


def veiled(image: skia.Image, colour: RGB, share: float) -> skia.Image:
    """The image seen through air of a colour."""
    keep = 1.0 - share
    rows = [[keep if column == row else 0.0 for column in range(4)] + [colour[row] / 255 * share] for row in range(3)]
    matrix = [value for row in rows for value in row] + [0.0, 0.0, 0.0, 1.0, 0.0]

    def paint(canvas: skia.Canvas) -> None:
        canvas.drawImage(image, 0, 0, NEAREST, skia.Paint(ColorFilter=skia.ColorFilters.Matrix(matrix)))

    return _raster(image.width(), image.height(), paint)


def _rim(image: skia.Image, lamp: Lamp) -> skia.Image:
    """Light on the edge that faces it: the image without itself moved to the dark side, in the rim's colour.

    Done on the bytes because every blend mode but source-over is slow on this canvas.
    """
    pixmap = skia.Pixmap()
    image.peekPixels(pixmap)
    # Four bytes as one number: alpha is the highest byte in both channel orders.
    alpha = (np.asarray(memoryview(pixmap)).view(np.uint32)[:, :, 0] >> 24).astype(np.uint16)
    dx, dy = round(-lamp.toward_light[0] * lamp.rim_px), round(-lamp.toward_light[1] * lamp.rim_px)
    height, width = alpha.shape
    behind = np.zeros_like(alpha)
    behind[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = alpha[
        max(-dy, 0) : height + min(-dy, 0), max(-dx, 0) : width + min(-dx, 0)
    ]
    edge = (alpha * (255 - behind) + 255) >> 8
    swapped = pixmap.colorType() == skia.ColorType.kBGRA_8888_ColorType
    shades = _rim_shades(lamp.rim[::-1] if swapped else lamp.rim, lamp.rim_alpha)
    # The pixmap only points at the array: it needs a name until the copy is made.
    pixels = shades[edge]
    return skia.Image.MakeRasterCopy(skia.Pixmap(native(width, height), pixels, width * 4))


def _rim_shades(channels: Sequence[float], alpha: float) -> npt.NDArray[np.uint32]:
    """The premultiplied pixel of a rim for each of its 256 strengths."""
    strength = np.arange(256) * alpha / 255
    out = np.empty((256, 4), np.uint8)
    out[:, 3] = strength
    for place, channel in enumerate(channels):
        out[:, place] = strength * channel / 255
    return out.view(np.uint32)[:, 0]


def native(width: int, height: int) -> skia.ImageInfo:
    """The pixel format that draws fastest here: premultiplied, in the machine's own channel order."""
    return skia.ImageInfo.MakeN32Premul(width, height)


def _silhouette(image: skia.Image, colour: RGB) -> skia.Image:
    width = max(2, math.ceil(image.width() * _SHADOW_SHARE))
    height = max(2, math.ceil(image.height() * _SHADOW_SHARE))

    def paint(canvas: skia.Canvas) -> None:
        flood = skia.ColorFilters.Blend(argb(colour), skia.BlendMode.kSrcIn)
        soft = skia.ImageFilters.Blur(1.2, 1.2)
        canvas.drawImageRect(
            image,
            skia.Rect.MakeWH(width, height),
            skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
            skia.Paint(ColorFilter=flood, ImageFilter=soft),
        )

    return _raster(width, height, paint)


def readable(ambient: RGB, floor: float) -> RGB:
    """An ambient colour light enough that faces stay readable at night."""
    brightness = 0.3 * ambient[0] + 0.59 * ambient[1] + 0.11 * ambient[2]
    if brightness >= floor:
        return ambient
    return mix(ambient, (255.0, 255.0, 255.0), (floor - brightness) / (255.0 - brightness))
