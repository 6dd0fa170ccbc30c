"""Stills on disk: every reader gets back the pixels that were drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import skia

from generators.backends.animatic.png import save_png


@pytest.mark.parametrize("opaque", [True, False])
@pytest.mark.parametrize("size", [(64, 36), (1, 1), (33, 7)])
def test_what_was_drawn_is_read_back(tmp_path: Path, size: tuple[int, int], opaque: bool) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (size[1], size[0], 4), np.uint8)
    pixels[:, :, 3] = 255
    if not opaque:
        pixels[size[1] // 2 :] = 0
    image = skia.Image.fromarray(pixels, colorType=skia.ColorType.kRGBA_8888_ColorType)
    save_png(image, tmp_path / "deep" / "still.png")
    back = skia.Image.open(str(tmp_path / "deep" / "still.png"))
    seen, wanted = (item.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType) for item in (back, image))
    assert np.array_equal(seen, wanted)
    assert not list((tmp_path / "deep").glob("*.part*"))
