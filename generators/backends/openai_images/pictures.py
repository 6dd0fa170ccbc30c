"""Owns pictures on their way to and from a server: fitted to its sizes so that nothing of the composition is lost.

Does not know: servers, what a picture shows.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import skia

from generators.errors import GenerationFailed, RequestRefused
from planners.plan import Box

Size = tuple[int, int]
BLUR = 24.0
"""Of what fills the room around a composition of another shape, in pixels."""
_FINE = skia.SamplingOptions(skia.CubicResampler.Mitchell())


def size_of(path: Path) -> Size:
    """Width and height of a picture file in pixels.

    Raises:
        RequestRefused: it cannot be read.
    """
    image = _opened(path)
    return int(image.width()), int(image.height())


def padded(path: Path, size: Size) -> bytes:
    """A picture whole and centred in a frame of a size, its own blurred colours around it; as PNG.

    Raises:
        RequestRefused: it cannot be read.
    """
    image = _opened(path)
    surface = skia.Surface(*size)
    canvas = surface.getCanvas()
    paint = skia.Paint(ImageFilter=skia.ImageFilters.Blur(BLUR, BLUR, skia.TileMode.kClamp))
    canvas.drawImageRect(image, skia.Rect.MakeWH(*size), _FINE, paint)
    canvas.drawImageRect(image, _inner(_shape(image), size), _FINE)
    return _png(surface)


def opened(mask: npt.NDArray[np.float32], size: Size) -> bytes:
    """A mask for a picture that `padded` made: clear where it is to be painted anew, opaque elsewhere; as PNG.

    Args:
        mask: (height, width) in [0, 1], in the picture's own shape; above 0 is painted anew.
        size: Of the frame.
    """
    alpha = np.where(mask > 0, 0, 255).astype(np.uint8)
    rgba = np.ascontiguousarray(np.repeat(alpha[..., None], 4, axis=2))
    shape = (mask.shape[1], mask.shape[0])
    surface = skia.Surface(*size)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorBLACK)
    paint = skia.Paint(BlendMode=skia.BlendMode.kSrc)
    canvas.drawImageRect(skia.Image.fromarray(rgba), _inner(shape, size), skia.SamplingOptions(), paint)
    return _png(surface)


def cropped(path: Path, box: Box | None) -> bytes:
    """A box (in [0, 1]) of a picture, or all of it; as PNG.

    Raises:
        RequestRefused: it cannot be read.
    """
    image = _opened(path)
    width, height = _shape(image)
    left, top, right, bottom = box or (0.0, 0.0, 1.0, 1.0)
    part = skia.Rect.MakeLTRB(left * width, top * height, right * width, bottom * height).roundOut()
    surface = skia.Surface(max(part.width(), 1), max(part.height(), 1))
    surface.getCanvas().drawImage(image, -part.left(), -part.top())
    return _png(surface)


def write(data: bytes, path: Path, size: Size) -> None:
    """Write what a server made as PNG of a size: the middle of it in that shape; under its name when it is whole.

    Raises:
        GenerationFailed: it is no picture.
    """
    image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(data))
    if image is None:
        raise GenerationFailed("openai-images: the server sent something that is no PNG, JPEG or WebP picture")
    surface = skia.Surface(*size)
    surface.getCanvas().drawImageRect(image, _inner(size, _shape(image)), skia.Rect.MakeWH(*size), _FINE)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    part.write_bytes(_png(surface))
    part.replace(path)


def _inner(shape: Size, frame: Size) -> skia.Rect:
    """The largest rectangle of a shape in the middle of a frame."""
    scale = min(frame[0] / shape[0], frame[1] / shape[1])
    width, height = shape[0] * scale, shape[1] * scale
    return skia.Rect.MakeXYWH((frame[0] - width) / 2, (frame[1] - height) / 2, width, height)


def _opened(path: Path) -> skia.Image:
    try:
        image = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(path.read_bytes()))
    except OSError as error:
        raise RequestRefused(f"the picture {path.name} cannot be read: {error.strerror}") from error
    if image is None:
        raise RequestRefused(f"{path.name} is no PNG, JPEG or WebP picture")
    return image


def _shape(image: skia.Image) -> Size:
    return int(image.width()), int(image.height())


def _png(surface: skia.Surface) -> bytes:
    return bytes(surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kPNG, 100))
