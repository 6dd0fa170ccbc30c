"""Owns the offline embedders: which colours a figure has, how much of each, how high up; and those of a place.

Does not know: where crops come from, thresholds.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from consistency.crops import Crop

Vector = npt.NDArray[np.float32]
Spots = npt.NDArray[np.float32]
"""Rows of (weight, L, a, b, height)."""

SPOTS = 20
_STEP = (14.0, 12.0, 12.0)
_HEIGHT = 15.0
"""Lab units that the whole height of a figure is worth."""
_SCALE = 12.0
_MORE = 1.5
"""The second figure has so much of everything: the first may be a part of it (a close-up of a whole figure)."""
_EVEN = 0.6
"""Weights are areas to this power: small parts (hair, scarf) count more than their area."""


class PaletteParts:
    """A figure as at most 20 spots of colour with height; likeness is the earth mover's distance, light taken out.

    Source: signatures and their partial distance after Rubner, Tomasi, Guibas (IJCV 2000); the rest is our own. Light
    is taken out by fitting one bounded shift and gain in Lab to the spots that the distance matches, twice. Similarity
    exp(-distance / 12 Lab units), 0..1; the first may be a part of the second, so it is not quite symmetric. Limits: no
    shapes (two sorts of brown dog are alike), blind to faces; a figure of one colour that is recoloured within the
    bounds of light passes for the same.
    """

    name = "palette-parts@1"

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop; None where the mask is empty."""
        return [_spots(crop) for crop in crops]

    def similarity(self, a: Vector, b: Vector) -> float:
        """0..1; 1 for the same."""
        return float(np.exp(-distance(a.reshape(-1, 5), b.reshape(-1, 5)) / _SCALE))


class PaletteGround(PaletteParts):
    """A whole frame or a place as spots of colour, wherever they are; light counts.

    The same distance in both directions, the smaller one, because either picture may be a part of the other (another
    framing). For pictures that are planned under the same light. Limits: no shapes: two rooms in the same colours are
    one.
    """

    name = "palette-ground@1"

    def similarity(self, a: Vector, b: Vector) -> float:
        """0..1; 1 for the same."""
        one, other = a.reshape(-1, 5).copy(), b.reshape(-1, 5).copy()
        one[:, 4] = other[:, 4] = 0
        one, other = one[one[:, 0] > 0], other[other[:, 0] > 0]
        return float(np.exp(-min(_moved(one, other, 2.0)[0], _moved(other, one, 2.0)[0]) / _SCALE))


def distance(a: Spots, b: Spots) -> float:
    """Earth mover's distance in Lab units, after light is taken out of `a`."""
    a, b = a[a[:, 0] > 0], b[b[:, 0] > 0]
    best, flow = _moved(a, b)
    fitted = a
    for _ in range(2):
        fitted = _relit(a, b, flow)
        value, flow = _moved(fitted, b)
        best = min(best, value)
    return best


def _spots(crop: Crop) -> Vector | None:
    mask = cv2.erode(crop.mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    mask = mask if mask.sum() >= 30 else crop.mask
    if mask.sum() < 12:
        return None
    lab = cv2.cvtColor(crop.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    high = np.repeat(np.linspace(0, 1, lab.shape[0], dtype=np.float32)[:, None], lab.shape[1], axis=1)
    colours, heights = lab[mask], high[mask]
    rows = _clusters(colours, heights)
    out = np.zeros((SPOTS, 5), np.float32)
    out[: len(rows)] = rows
    return out.reshape(-1)


def _clusters(colours: npt.NDArray[np.float32], heights: npt.NDArray[np.float32]) -> Spots:
    cells = np.floor(colours / np.array(_STEP, np.float32)).astype(int) + 50
    codes = ((cells[:, 0] * 100 + cells[:, 1]) * 100 + cells[:, 2]) * 3 + np.minimum((heights * 3).astype(int), 2)
    _, where, count = np.unique(codes, return_inverse=True, return_counts=True)
    order = np.argsort(-count, kind="stable")[:SPOTS]
    rows = []
    for cell in order:
        member = where == cell
        rows.append([count[cell] ** _EVEN, *colours[member].mean(axis=0), heights[member].mean() * _HEIGHT])
    spots = np.array(rows, np.float32)
    spots[:, 0] /= spots[:, 0].sum()
    return spots


def _moved(a: Spots, b: Spots, more: float = _MORE) -> tuple[float, npt.NDArray[np.float32]]:
    plenty = b * np.array([more, 1, 1, 1, 1], np.float32)
    value, _, flow = cv2.EMD(np.ascontiguousarray(a), np.ascontiguousarray(plenty), cv2.DIST_L2)
    return float(value), flow


def _relit(a: Spots, b: Spots, flow: npt.NDArray[np.float32]) -> Spots:
    """The spots of `a` in the light of `b`: bounded gain and shift of L, shift of a and b, by least squares."""
    rows, columns = np.nonzero(flow)
    weight = flow[rows, columns].astype(np.float64)
    weight /= weight.sum()
    here, there = a[rows, 1:4].astype(np.float64), b[columns, 1:4].astype(np.float64)
    mean_here, mean_there = weight @ here, weight @ there
    spread = weight @ (here[:, 0] - mean_here[0]) ** 2
    both = weight @ ((here[:, 0] - mean_here[0]) * (there[:, 0] - mean_there[0]))
    gain = float(np.clip((both + 40) / (spread + 40), 0.6, 1.6))
    out = a.copy()
    out[:, 1] = (a[:, 1] - mean_here[0]) * gain + mean_here[0] + np.clip(mean_there[0] - mean_here[0], -35, 35)
    out[:, 2:4] = a[:, 2:4] + np.clip(mean_there[1:] - mean_here[1:], -12, 12)
    return out
