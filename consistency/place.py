"""Owns the measure of places: do two shots of one place show the same place, whoever stands in it.

Does not know: the places' names, why two shots should match.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consistency.crops import Crop
from consistency.embedders import Embedder, Vector
from consistency.footage import Pixels, shrunk
from consistency.values import Box

_SIDE = 128


def background(frame: Pixels, boxes: Sequence[Box]) -> Crop | None:
    """The frame without what stands in it; None when less than a fifth is left."""
    small = shrunk(frame, _SIDE)
    height, width = small.shape[:2]
    mask = np.ones((height, width), bool)
    for x0, y0, x1, y1 in boxes:
        mask[int(max(y0, 0) * height) : int(y1 * height) + 1, int(max(x0, 0) * width) : int(x1 * width) + 1] = False
    return Crop(small, mask, "given") if mask.mean() >= 0.2 else None


def same_place(a: Sequence[Vector], b: Sequence[Vector], embedder: Embedder) -> float | None:
    """Mean of the best eighth of the similarities of two shots' backgrounds; at most 1, higher is better.

    Source: scene consistency of VideoStudio (arXiv 2401.01256, section 5: CLIP image similarity of backgrounds),
    figures left out. Needs: an embedder. Limits: another part of the place, or another framing, lowers it.
    """
    pairs = np.sort([embedder.similarity(x, y) for x in a for y in b])
    return float(pairs[-max(len(pairs) // 8, 1) :].mean()) if len(pairs) else None
