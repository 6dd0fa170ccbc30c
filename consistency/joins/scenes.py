"""Owns likeness of whole pictures, by embedders with names: does a frame of a join still look like either scene?

`layout-colour@1` needs no weights: where which colours and edges are. It is a surrogate for CLIP's image embedding,
under a name of its own. Does not know: joins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import numpy as np

from consistency.crops import Crop
from consistency.embedders import embedder
from consistency.joins.colour import to_lab
from consistency.joins.frames import Floats, Picture

Embedder = Callable[[Picture], Floats]
"""A picture -> a unit vector."""

OFFLINE = "layout-colour@1"
_CELLS = 6
_BINS = 8


def layout_colour(picture: Picture) -> Floats:
    """Mean colour, and edges by direction, of 6 x 6 parts of the picture; a third colours, two thirds edges."""
    small = cv2.resize(picture, (96, 96), interpolation=cv2.INTER_AREA)
    lab = to_lab(small)
    cells = cv2.resize(lab, (_CELLS, _CELLS), interpolation=cv2.INTER_AREA) - np.array([50, 0, 0], np.float32)
    dx, dy = (cv2.Sobel(lab[..., 0], cv2.CV_32F, *way) for way in ((1, 0), (0, 1)))
    strength, angle = np.hypot(dx, dy), np.mod(np.arctan2(dy, dx), np.pi)
    bins = np.minimum((angle / np.pi * _BINS).astype(int), _BINS - 1)
    side = 96 // _CELLS
    edges = np.zeros((_CELLS, _CELLS, _BINS), np.float32)
    for number in range(_BINS):
        part = np.where(bins == number, strength, 0.0).astype(np.float32)
        edges[..., number] = part.reshape(_CELLS, side, _CELLS, side).sum(axis=(1, 3))
    parts = [_unit(cells.ravel()) * np.sqrt(1 / 3), _unit(np.sqrt(edges).ravel()) * np.sqrt(2 / 3)]
    return _unit(np.concatenate(parts).astype(np.float32))


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-6), np.float32)


EMBEDDERS: Mapping[str, Embedder] = {OFFLINE: layout_colour}
"""Embedders of whole pictures that need nothing but this package."""


def embedder_of(name: str) -> Embedder:
    """The embedder of whole pictures called `name`: one of ours, or one of `consistency.embedders` (clip, dinov2).

    Raises:
        UnknownEmbedder: there is none, or its weights are not on this machine.
    """
    if name in EMBEDDERS:
        return EMBEDDERS[name]
    learned = embedder(name)

    def embed(picture: Picture) -> Floats:
        everything = np.ones(picture.shape[:2], np.bool_)
        (vector,) = learned.embed([Crop(pixels=picture, mask=everything, masked_by="none")])
        return _unit(np.zeros(1, np.float32) if vector is None else np.asarray(vector, np.float32).ravel())

    return embed
