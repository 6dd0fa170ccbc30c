"""Owns the offline embedder of places and whole frames: which colours they have, and how much of each.

Does not know: where pictures come from, thresholds.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from consistency.crops import Crop
from consistency.spots import clusters, moved

Vector = npt.NDArray[np.float32]
SPOTS = 20
_SCALE = 12.0
_MORE = 2.0
_LEAST = 12


class PaletteGround:
    """A whole frame or a place as at most 20 spots of colour, wherever they are; light counts.

    Earth mover's distance (see `spots`) in both directions, the smaller one, because either picture may be a part of
    the other (another framing). Similarity exp(-distance / 12 Lab units), 0..1. For pictures that are planned under the
    same light. Needs: nothing. Limits: no shapes: two rooms in the same colours are one.
    """

    name = "palette-ground@1"

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop; None where the mask is empty."""
        return [_vector(crop) for crop in crops]

    def similarity(self, a: Vector, b: Vector) -> float:
        """0..1; 1 for the same."""
        one, other = (rows[rows[:, 0] > 0] for rows in (a.reshape(-1, 5), b.reshape(-1, 5)))
        ways = (moved(x, y, _MORE, height=0.0)[0] for x, y in ((one, other), (other, one)))
        return float(np.exp(-min(ways) / _SCALE))


def _vector(crop: Crop) -> Vector | None:
    mask = cv2.erode(crop.mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    mask = mask if mask.sum() >= 30 else crop.mask
    if mask.sum() < _LEAST:
        return None
    lab = cv2.cvtColor(crop.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    high = np.repeat(np.linspace(0, 1, lab.shape[0], dtype=np.float32)[:, None], lab.shape[1], axis=1)
    return clusters(lab[mask], high[mask], count=SPOTS, tiers=3).reshape(-1)
