"""Owns the dissolve: one picture fades into the other while both go on."""

from __future__ import annotations

import cv2
import numpy as np

from consistency.joins.frames import shares
from consistency.joins.kinds import Made, Pair


def dissolve(pair: Pair) -> Made:
    """Linear in time, in the pictures' own levels."""
    rows = zip(pair.a, pair.b, shares(pair.count), strict=True)
    return Made(np.stack([cv2.addWeighted(a, 1 - share, b, share, 0.0) for a, b, share in rows]))
