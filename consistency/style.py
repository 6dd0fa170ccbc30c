"""Owns measures of style: how lines and surfaces are made, and which colours a film keeps to.

Does not know: who is in the picture, which light was planned.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from consistency.footage import Pixels, shrunk

Texture = npt.NDArray[np.float32]
_SIDE = 320
_BINS = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 1e9)


def texture(frames: Sequence[Pixels]) -> Texture:
    """How surfaces are made, as shares: fine contrast at three scales and colourfulness, over all frames given.

    Histograms of the Laplacian's size over the lightness around it at three scales, and of chroma.
    """
    return np.asarray(np.mean([_texture(shrunk(frame, _SIDE)) for frame in frames], axis=0), dtype=np.float32)


def drift(a: Texture, b: Texture) -> float:
    """How far the styles of two shots are apart: mean of half the differences of the histograms, 0..1; 0 is the same.

    Own measure (VGoT's WS-SC / CS-SC, arXiv 2412.02259, appendix C, compares flattened VGG maps, which is layout
    rather than style). Needs: nothing. Limits: a change of place with other surfaces moves it too.
    """
    return float(np.abs(a - b).sum() / 2 / 4)


def _texture(frame: Pixels) -> Texture:
    lab = cv2.cvtColor(frame.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    light = np.ascontiguousarray(lab[..., 0])
    parts = []
    for _ in range(3):
        fine = np.abs(cv2.Laplacian(light, cv2.CV_32F)) / (cv2.blur(light, (15, 15)) + 4) * 60
        parts.append(_shares(fine, _BINS))
        light = cv2.resize(light, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    parts.append(_shares(chroma, (0.0, 3.0, 8.0, 15.0, 25.0, 40.0, 60.0, 90.0, 182.0)))
    return np.concatenate(parts)


def _shares(values: npt.NDArray[np.float32], bins: Sequence[float]) -> Texture:
    return np.asarray(np.histogram(values, bins=bins)[0] / values.size, dtype=np.float32)
