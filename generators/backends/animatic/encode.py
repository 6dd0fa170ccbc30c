"""Owns how the canvas' frames are encoded: in the order of channels that it draws fastest.

Does not know: what they show.
"""

from __future__ import annotations

from pathlib import Path

import skia

from generators import encode

CHANNELS = "bgr0" if skia.ImageInfo.MakeN32Premul(1, 1).colorType() == skia.ColorType.kBGRA_8888_ColorType else "rgb0"
"""Order of the channels in memory."""


class ClipWriter(encode.ClipWriter):
    """Context manager that encodes drawn frames to an mp4; on any error nothing is left behind."""

    def __init__(self, path: Path, *, size: tuple[int, int], fps: int, threads: int = 1) -> None:
        """Prepare, without starting anything; see `generators.encode.ClipWriter`."""
        super().__init__(path, size=size, fps=fps, threads=threads, channels=CHANNELS)
