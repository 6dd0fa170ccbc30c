"""Owns spots: the colours of a region as a few weighted points in Lab with heights, and the distance of two such sets.

Source: signatures and the earth mover's distance, Rubner, Tomasi, Guibas (IJCV 2000). Does not know: what is compared.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Spots = npt.NDArray[np.float32]
"""Rows of (weight, L, a, b, height)."""

_STEP = (14.0, 12.0, 12.0)
_EVEN = 0.6
"""Weights are areas to this power: small parts (hair, scarf) count more than their area."""
_MOST_TIERS = 32


def clusters(colours: npt.NDArray[np.float32], heights: npt.NDArray[np.float32], *, count: int, tiers: int) -> Spots:
    """The `count` largest cells of colour and height, weights adding up to 1; unused rows are zero.

    Args:
        colours: Lab, (pixels, 3).
        heights: (pixels,), 0 at the top of the whole figure and 1 at its foot.
        count: Rows of the result.
        tiers: Into how many heights the figure is cut.
    """
    cells = np.floor(colours / np.array(_STEP, np.float32)).astype(int) + 50
    tier = np.clip((heights * tiers).astype(int), 0, _MOST_TIERS - 1)
    codes = ((cells[:, 0] * 100 + cells[:, 1]) * 100 + cells[:, 2]) * _MOST_TIERS + tier
    _, where, sizes = np.unique(codes, return_inverse=True, return_counts=True)
    order = np.argsort(-sizes, kind="stable")[:count]
    out = np.zeros((count, 5), np.float32)
    for row, cell in enumerate(order):
        member = where == cell
        out[row] = [sizes[cell] ** _EVEN, *colours[member].mean(axis=0), heights[member].mean()]
    out[:, 0] /= out[:, 0].sum()
    return out


def moved(a: Spots, b: Spots, more: float, *, height: float) -> tuple[float, npt.NDArray[np.float32]]:
    """Mean way in Lab units from the spots of `a` to those of `b`, and what goes where.

    Args:
        a: All of it is moved.
        b: Receives; there is `more` times as much of everything.
        more: At least 1; above, `a` may be a part of `b`.
        height: Lab units that the whole height of a figure is worth.
    """
    scale = np.array([1, 1, 1, 1, height], np.float32)
    there = b * scale
    there[:, 0] *= more
    value, _, flow = cv2.EMD(np.ascontiguousarray(a * scale), np.ascontiguousarray(there), cv2.DIST_L2)
    return float(value), flow
