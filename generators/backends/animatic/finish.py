"""Owns the finish: one image laid over every frame (vignette, grain, frame edges), painted once per shot.

Does not know: the picture beneath.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import skia

from generators.backends.animatic.colours import RGB, VIOLET, argb
from generators.backends.animatic.kit import blob

Opacity = npt.NDArray[np.float32]
"""Opacity per pixel, shape (height, width)."""
Finish = Callable[[tuple[int, int], float], skia.Image | None]
"""(size in pixels, darkness of the scene 0..1) -> the image to lay over each frame."""


def paper(size: tuple[int, int], dark: float) -> skia.Image:
    """Storybook: a violet vignette and low-contrast paper grain."""
    return veil(vignette(size, 0.16 + 0.14 * dark) + grain(size, 0.035, seed=3), VIOLET)


def mat(size: tuple[int, int], dark: float) -> skia.Image:
    """Paper-cut: fibres along the sheets, and a dark mat with a wavy opening."""
    alpha = vignette(size, 0.2 + 0.1 * dark) + grain(size, 0.1, seed=5, stretch=16)
    surface = skia.Surface.MakeRasterN32Premul(*size)
    canvas = surface.getCanvas()
    canvas.drawImage(veil(alpha, (20.0, 10.0, 44.0)), 0, 0)
    edge = min(size) * 0.018
    opening = _wavy(size, edge)
    outside = skia.Path(opening)
    outside.toggleInverseFillType()
    soft = skia.Paint(AntiAlias=True, Color=argb((12.0, 6.0, 30.0), 170))
    soft.setMaskFilter(skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, edge * 0.5))
    canvas.drawPath(outside, soft)
    canvas.drawPath(outside, skia.Paint(AntiAlias=True, Color=argb((26.0, 16.0, 52.0))))
    return surface.makeImageSnapshot()


def rice(size: tuple[int, int], dark: float) -> skia.Image:
    """Ink: granulated pigment, and bare paper showing at the edges."""
    surface = skia.Surface.MakeRasterN32Premul(*size)
    canvas = surface.getCanvas()
    canvas.drawImage(veil(vignette(size, 0.62, start=0.7), (243.0, 234.0, 216.0)), 0, 0)
    canvas.drawImage(
        veil(grain(size, 0.1, seed=7) + _clouds(size, 0.05 + 0.03 * dark, seed=8), (60.0, 50.0, 50.0)), 0, 0
    )
    return surface.makeImageSnapshot()


def felt(size: tuple[int, int], dark: float) -> skia.Image:
    """Pastel: the nap of felt, and a blanket stitch around the frame."""
    alpha = grain(size, 0.07, seed=9) + _clouds(size, 0.03, seed=10) + vignette(size, 0.05 + 0.05 * dark)
    surface = skia.Surface.MakeRasterN32Premul(*size)
    canvas = surface.getCanvas()
    canvas.drawImage(veil(alpha, (84.0, 60.0, 104.0)), 0, 0)
    unit = min(size) / 720
    paint = skia.Paint(AntiAlias=True, Color=argb((255.0, 250.0, 240.0), 215), Style=skia.Paint.kStroke_Style)
    paint.setStrokeWidth(2.2 * unit)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    canvas.drawPath(_blanket(size, 13 * unit, 25 * unit), paint)
    return surface.makeImageSnapshot()


def film(size: tuple[int, int], dark: float) -> skia.Image:
    """Noir: a deep vignette and coarse grain."""
    return veil(vignette(size, 0.72 + 0.1 * dark, start=0.36) + grain(size, 0.1, seed=11), (6.0, 6.0, 10.0))


def chalk(size: tuple[int, int], dark: float) -> skia.Image:
    """Night-blue: the tooth of blue paper."""
    tooth = np.maximum(grain(size, 0.16, seed=13) - 0.06, 0)
    return veil(tooth + vignette(size, 0.3 + 0.06 * dark, start=0.6), (10.0, 16.0, 54.0))


def _wavy(size: tuple[int, int], edge: float) -> skia.Path:
    """A rectangle inside the frame whose sides waver a little."""
    width, height = size
    corners = ((edge, edge), (width - edge, edge), (width - edge, height - edge), (edge, height - edge))
    points: list[tuple[float, float]] = []
    for side, (x0, y0) in enumerate(corners):
        x1, y1 = corners[(side + 1) % 4]
        for step in range(14):
            share = step / 14
            sway = math.sin(step * 1.9 + side * 2.3) * edge * 0.3
            across = side % 2 == 0
            points.append((x0 + (x1 - x0) * share + (0 if across else sway), y0 + (y1 - y0) * share + sway * across))
    return blob(points)


def _blanket(size: tuple[int, int], inset: float, pitch: float) -> skia.Path:
    width, height = size
    path = skia.Path.Rect(skia.Rect.MakeLTRB(inset, inset, width - inset, height - inset))
    for along in np.arange(pitch, width - pitch / 2, pitch):
        for y, way in ((inset, -inset), (height - inset, inset)):
            path.moveTo(float(along), y)
            path.lineTo(float(along), y + way)
    for along in np.arange(pitch, height - pitch / 2, pitch):
        for x, way in ((inset, -inset), (width - inset, inset)):
            path.moveTo(x, float(along))
            path.lineTo(x + way, float(along))
    return path


def _clouds(size: tuple[int, int], strength: float, *, seed: int) -> Opacity:
    """Slow mottling in 0..strength."""
    width, height = size
    coarse = np.random.default_rng(seed).random((12, 20), dtype=np.float32)
    image = skia.Image.fromarray(
        np.dstack([np.uint8(coarse * 255)] * 3 + [np.full(coarse.shape, 255, np.uint8)]).copy(),
        colorType=skia.ColorType.kRGBA_8888_ColorType,
    )
    sampling = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    grown = image.resize(width, height, sampling).toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)
    return np.asarray(grown[:, :, 0] * np.float32(strength / 255), dtype=np.float32)


def vignette(size: tuple[int, int], strength: float, *, start: float = 0.62) -> Opacity:
    """Opacity that grows from the middle to `strength` in the corners; shape (height, width)."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = np.hypot((x / width - 0.5) * 2, (y / height - 0.5) * 2) / np.float32(np.sqrt(2))
    share = np.clip((radius - start) / (1 - start), 0, 1)
    return np.asarray(share**1.6 * strength, dtype=np.float32)


def grain(size: tuple[int, int], strength: float, *, seed: int, stretch: int = 1) -> Opacity:
    """Noise opacity in 0..strength, stretched `stretch` times across; shape (height, width)."""
    width, height = size
    noise = np.random.default_rng(seed).random((256, 256 // stretch + 1), dtype=np.float32)
    wide = np.repeat(noise, stretch, axis=1)[:, :256]
    tile = (wide + np.roll(wide, 1, 0) + np.roll(wide, 1, 1)) / 3
    reps = (height // 256 + 1, width // 256 + 1)
    return np.asarray(np.tile(tile, reps)[:height, :width] * strength, dtype=np.float32)


def veil(alpha: Opacity, colour: RGB) -> skia.Image:
    """An image of one colour with this opacity per pixel."""
    share = np.clip(alpha, 0, 1)[:, :, None]
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    pixels[:, :, :3] = np.round(np.asarray(colour, np.float32) * share)
    pixels[:, :, 3] = np.round(share[:, :, 0] * 255)
    return image_of(pixels)


def image_of(pixels: npt.NDArray[np.uint8]) -> skia.Image:
    """A copy of premultiplied RGBA pixels, in the format that draws fastest."""
    info = skia.ImageInfo.Make(
        pixels.shape[1], pixels.shape[0], skia.ColorType.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
    )
    image = skia.Image.MakeRasterCopy(skia.Pixmap(info, pixels, pixels.strides[0]))
    surface = skia.Surface.MakeRasterN32Premul(image.width(), image.height())
    surface.getCanvas().drawImage(image, 0, 0)
    return surface.makeImageSnapshot()
