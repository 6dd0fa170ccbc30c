"""Owns the offline embedder of figures: which colours they have, how much of each, how high up; and those of the crown.

Does not know: where crops come from, thresholds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

from consistency.crops import Crop
from consistency.spots import Spots, clusters, moved

Vector = npt.NDArray[np.float32]
Relight = Callable[[Spots], Spots]
Heights = npt.NDArray[np.float32]

SPOTS, CROWN_SPOTS = 32, 10
_TIERS = 6
_CROWNS = (0.06, 0.1, 0.14)
"""Shares of the whole figure's height that are its crown: the middle one of either figure meets all of the other, as
who sits is shorter than who stands."""
_STARTS, _REACHES = 0.06, 0.8
"""A crop has a crown when it begins so high up in the figure, and shows such a share of the crown's height."""
_SLACK = 0.06
_HEIGHT = 15.0
"""Lab units that the whole height of a figure is worth."""
_SCALE = 12.0
_MORE = 1.2
"""The second figure has so much of everything, as poses show more of one part and less of another."""
_LEAST, _LEAST_CROWN = 12, 25


class FigureParts:
    """A figure as at most 32 spots of colour, each with its height, and its crown as 10 more; the worse of both counts.

    Likeness is the earth mover's distance of the spots in Lab, over the heights that both crops show, light taken out:
    one bounded gain and shift of lightness and of colour is fitted to the spots that the distance matches, twice. The
    crown (hair, hat, ears: the upper 10 % of the figure) is compared by itself under that light, since its few pixels
    would drown in the coat's. Where one picture is black and white, only lightness is compared. Similarity
    exp(-distance / 12 Lab units), 0..1.

    Source: signatures and their partial distance after Rubner, Tomasi, Guibas (IJCV 2000); the rest is our own. Needs:
    masks, best those of who drew the picture. Limits: no shapes (two sorts of brown dog are alike), blind to features
    of a face; a look-alike in the same colours passes; a figure that was found in the picture (`Crop.masked_by`) may
    lack parts, its head first, and is told apart less well.
    """

    name = "figure-parts@2"

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop; None where the mask is empty."""
        return [_vector(crop) for crop in crops]

    def similarity(self, a: Vector, b: Vector) -> float:
        """0..1; 1 for the same."""
        return float(np.exp(-max(distances(a, b).values()) / _SCALE))


def distances(a: Vector, b: Vector) -> dict[str, float]:
    """Lab units by which two figures differ: `body`, and `crown` where both show one."""
    one, other = _Figure(a), _Figure(b)
    if one.grey or other.grey:
        one, other = one.in_grey(), other.in_grey()
    low, high = max(one.part[0], other.part[0]) - _SLACK, min(one.part[1], other.part[1]) + _SLACK
    body, relight = _in_one_light(_between(one.body, low, high), _between(other.body, low, high))
    crown = _crowns_apart(one.crowns, other.crowns, relight)
    return {"body": body} if crown is None else {"body": body, "crown": crown}


class _Figure:
    """A vector, read."""

    def __init__(self, vector: Vector) -> None:
        self.part, self.grey = (float(vector[0]), float(vector[1])), bool(vector[2])
        self._vector = vector
        rows = vector[3:].reshape(-1, 5)
        self.body = rows[:SPOTS]
        self.crowns = rows[SPOTS:].reshape(len(_CROWNS), CROWN_SPOTS, 5)

    def in_grey(self) -> _Figure:
        """The same without colours."""
        bare = self._vector.copy()
        bare[3:].reshape(-1, 5)[:, 2:4] = 0
        return _Figure(bare)


def _vector(crop: Crop) -> Vector | None:
    mask = cv2.erode(crop.mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    mask = mask if mask.sum() >= 30 else crop.mask
    if mask.sum() < _LEAST:
        return None
    lab = cv2.cvtColor(crop.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    top, bottom = crop.part
    rows = (np.arange(lab.shape[0], dtype=np.float32) + 0.5) / lab.shape[0] * (bottom - top) + top
    colours, heights = lab[mask], np.repeat(rows[:, None], lab.shape[1], axis=1)[mask]
    found = [clusters(colours, heights, count=SPOTS, tiers=_TIERS)]
    for share in _CROWNS:
        upper = heights < share
        shown = top < _STARTS and bottom >= share * _REACHES and upper.sum() >= _LEAST_CROWN
        found.append(
            clusters(colours[upper], heights[upper], count=CROWN_SPOTS, tiers=1)
            if shown
            else np.zeros((CROWN_SPOTS, 5), np.float32)
        )
    return np.concatenate([np.array([*crop.part, crop.grey], np.float32), *(spots.ravel() for spots in found)]).astype(
        np.float32
    )


def _between(spots: Spots, low: float, high: float) -> Spots:
    """The spots between two heights; all of them where hardly any are."""
    there = spots[spots[:, 0] > 0]
    inside = there[(there[:, 4] >= low) & (there[:, 4] <= high)]
    return _whole(inside if len(inside) > 1 else there)


def _whole(spots: Spots) -> Spots:
    out = spots[spots[:, 0] > 0].copy()
    out[:, 0] /= out[:, 0].sum()
    return out


def _in_one_light(a: Spots, b: Spots) -> tuple[float, Relight]:
    """Least distance of `a` in its own light and in that of `b`, and what brings `a` into the better of both."""
    best, flow = moved(a, b, _MORE, height=_HEIGHT)
    relight: Relight = _unchanged
    for _ in range(2):
        fitted = _light_between(a, b, flow)
        value, flow = moved(fitted(a), b, _MORE, height=_HEIGHT)
        if value < best:
            best, relight = value, fitted
    return best, relight


def _unchanged(spots: Spots) -> Spots:
    return spots


def _light_between(a: Spots, b: Spots, flow: npt.NDArray[np.float32]) -> Relight:
    """Bounded gain and shift of L, and of a and b, by least squares over what was matched."""
    rows, columns = np.nonzero(flow)
    weight = flow[rows, columns].astype(np.float64)
    weight /= weight.sum()
    here, there = a[rows, 1:4].astype(np.float64), b[columns, 1:4].astype(np.float64)
    mean_here, mean_there = weight @ here, weight @ there
    near, far = here - mean_here, there - mean_there
    spread, both = weight @ near**2, weight @ (near * far)
    light = float(np.clip((both[0] + 40) / (spread[0] + 40), 0.6, 1.6))
    chroma = float(np.clip((both[1:].sum() + 40) / (spread[1:].sum() + 40), 0.6, 1.4))
    gain = np.array([light, chroma, chroma])
    shift = np.clip(mean_there - mean_here, [-35, -12, -12], [35, 12, 12])

    def relight(spots: Spots) -> Spots:
        out = spots.copy()
        out[:, 1:4] = (spots[:, 1:4] - mean_here) * gain + mean_here + shift
        return out

    return relight


def _crowns_apart(a: Spots, b: Spots, relight: Relight) -> float | None:
    """The least distance of the middle crown of either figure to any of the other; None when one shows none."""
    middle = len(_CROWNS) // 2
    pairs = [(a[middle], other) for other in b] + [(other, b[middle]) for other in a]
    there = [(_whole(x), _whole(y)) for x, y in pairs if x[:, 0].any() and y[:, 0].any()]
    apart = [moved(relight(x), y, more, height=0.0)[0] for (x, y), more in product(there, (_MORE, 1.0))]
    return min(apart, default=None)
