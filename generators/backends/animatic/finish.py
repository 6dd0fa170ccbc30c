"""Owns the finish: one image laid over every frame (vignette, grain, frame edges), painted once per shot.

Does not know: the picture beneath.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import skia

from generators.backends.animatic.colours import RGB, VIOLET

Finish = Callable[[tuple[int, int], float], skia.Image | None]
"""(size in pixels, darkness of the scene 0..1) -> the image to lay over each frame."""


def paper_finish(size: tuple[int, int], dark: float) -> skia.Image:
    """A violet vignette and low-contrast paper grain."""
    alpha = vignette(size, 0.16 + 0.14 * dark) + grain(size, 0.035, seed=3)
    return veil(alpha, VIOLET)


def vignette(size: tuple[int, int], strength: float, *, start: float = 0.62) -> np.ndarray:
    """Opacity that grows from the middle to `strength` in the corners; shape (height, width)."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    radius = np.hypot((x / width - 0.5) * 2, (y / height - 0.5) * 2) / np.float32(np.sqrt(2))
    share = np.clip((radius - start) / (1 - start), 0, 1)
    return np.asarray(share**1.6 * strength, dtype=np.float32)


def grain(size: tuple[int, int], strength: float, *, seed: int, stretch: int = 1) -> np.ndarray:
    """Noise opacity in 0..strength, stretched `stretch` times across; shape (height, width)."""
    width, height = size
    noise = np.random.default_rng(seed).random((256, 256 // stretch + 1), dtype=np.float32)
    wide = np.repeat(noise, stretch, axis=1)[:, :256]
    tile = (wide + np.roll(wide, 1, 0) + np.roll(wide, 1, 1)) / 3
    reps = (height // 256 + 1, width // 256 + 1)
    return np.asarray(np.tile(tile, reps)[:height, :width] * strength, dtype=np.float32)


def veil(alpha: np.ndarray, colour: RGB) -> skia.Image:
    """An image of one colour with this opacity per pixel."""
    share = np.clip(alpha, 0, 1)[:, :, None]
    pixels = np.empty((*alpha.shape, 4), np.uint8)
    pixels[:, :, :3] = np.round(np.asarray(colour, np.float32) * share)
    pixels[:, :, 3] = np.round(share[:, :, 0] * 255)
    return image_of(pixels)


def image_of(pixels: np.ndarray) -> skia.Image:
    """A skia image that owns a copy of premultiplied RGBA pixels."""
    info = skia.ImageInfo.Make(
        pixels.shape[1], pixels.shape[0], skia.ColorType.kRGBA_8888_ColorType, skia.AlphaType.kPremul_AlphaType
    )
    return skia.Image.MakeRasterCopy(skia.Pixmap(info, pixels, pixels.strides[0]))
