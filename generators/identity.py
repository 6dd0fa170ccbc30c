"""Owns the offline embedder `palette-hog@1`: what an entity looks like, as numbers, from its sheet alone.

Per view: a histogram of the figure's colours in Lab, and histograms of oriented gradients over its body;
the sheet's background is masked out. Numpy only. Does not know: shots, who asks.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from generators.embedding import EmbedAsk, Embedding, store_embedding
from planners.plan import Box

NAME = "palette-hog@1"
VIEWS = ("front", "side")
"""Views that are embedded, in this order; missing ones repeat the first."""
_CELLS = (8, 4)
_GRID = (128, 64)
_BINS = 8
_COLOUR_SHARE = 0.75

Pixels = npt.NDArray[np.float32]


def embed_sheet(ask: EmbedAsk) -> tuple[str, ...]:
    """Embed the views of a reference sheet by palette and gradients; what was not as asked."""
    picture, views = read_picture(ask.sheet), ask.views
    present = [views[name] for name in VIEWS if name in views] or list(views.values())[:1] or [(0.0, 0.0, 1.0, 1.0)]
    crops = [crop(picture, box) for box in present]
    crops += [crops[0]] * (len(VIEWS) - len(crops))
    numbers = hashlib.sha256(json.dumps([NAME, _CELLS, _GRID, _BINS, _COLOUR_SHARE]).encode()).hexdigest()[:16]
    store_embedding(ask.target, Embedding(NAME, numbers, VIEWS, {"embedding": embed(crops)}))
    return ()


def embed(crops: Sequence[Pixels]) -> Pixels:
    """Unit vectors, one row per picture: RGB in 0..255 on a plain background."""
    return np.stack([_embed_one(picture) for picture in crops]).astype(np.float32)


def similarity(a: Pixels, b: Pixels) -> float:
    """Mean cosine of two embeddings of the same shape, in -1 .. 1; 1 for the same."""
    return float(np.mean(np.sum(a * b, axis=1)))


def read_picture(path: Path) -> Pixels:
    """A picture file as float RGB in 0..255, shape (height, width, 3)."""
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
        return np.asarray(frame.to_ndarray(format="rgb24"), dtype=np.float32)


def crop(picture: Pixels, box: Box) -> Pixels:
    """The part of a picture in a box in [0, 1], at least one pixel large."""
    height, width = picture.shape[:2]
    x0, y0 = int(max(box[0], 0) * width), int(max(box[1], 0) * height)
    x1, y1 = max(int(min(box[2], 1) * width), x0 + 1), max(int(min(box[3], 1) * height), y0 + 1)
    return picture[y0:y1, x0:x1]


def _embed_one(picture: Pixels) -> Pixels:
    small = _resized(picture, _GRID)
    lab = _lab(small)
    weight = _foreground(lab)
    colours = _unit(np.sqrt(_palette(lab, weight)))
    shape = _unit(_gradients(lab[:, :, 0], weight))
    joined = np.concatenate([colours * np.sqrt(_COLOUR_SHARE), shape * np.sqrt(1 - _COLOUR_SHARE)])
    return _unit(joined.astype(np.float32))


def _foreground(lab: Pixels) -> Pixels:
    """1 where the picture differs from its border's colour, 0 on the background."""
    border = np.concatenate([lab[0], lab[-1], lab[:, 0], lab[:, -1]])
    ground = np.median(border, axis=0)
    far = np.sqrt(np.sum((lab - ground) ** 2, axis=2)) > 9.0
    return far.astype(np.float32) if far.mean() > 0.02 else np.ones(lab.shape[:2], np.float32)


def _palette(lab: Pixels, weight: Pixels) -> Pixels:
    bins = [(0.0, 100.0), (-80.0, 80.0), (-80.0, 80.0)]
    histogram, _ = np.histogramdd(lab.reshape(-1, 3), bins=(5, 10, 10), range=bins, weights=weight.reshape(-1))
    soft = histogram.copy()
    for axis in range(3):
        soft = soft + 0.25 * (_shifted(soft, axis, 1) + _shifted(soft, axis, -1))
    return np.asarray(soft.reshape(-1) / max(soft.sum(), 1e-6), dtype=np.float32)


def _shifted(values: npt.NDArray[np.float64], axis: int, by: int) -> npt.NDArray[np.float64]:
    rolled = np.roll(values, by, axis=axis)
    edge: list[slice | int] = [slice(None)] * values.ndim
    edge[axis] = 0 if by > 0 else -1
    rolled[tuple(edge)] = 0
    return rolled


def _gradients(light: Pixels, weight: Pixels) -> Pixels:
    dy, dx = np.gradient(light)
    strength = np.hypot(dx, dy) * np.maximum(weight, 0.25)
    turn = (np.arctan2(dy, dx) % np.pi) / np.pi * _BINS
    index = np.minimum(turn.astype(int), _BINS - 1)
    rows, columns = _CELLS
    tall, wide = light.shape[0] // rows, light.shape[1] // columns
    out = np.zeros((rows, columns, _BINS), np.float32)
    for row in range(rows):
        for column in range(columns):
            part = np.s_[row * tall : (row + 1) * tall, column * wide : (column + 1) * wide]
            cell = np.bincount(index[part].ravel(), weights=strength[part].ravel(), minlength=_BINS)
            out[row, column] = cell / (np.linalg.norm(cell) + 20.0)
    return out.reshape(-1)


def _resized(picture: Pixels, size: tuple[int, int]) -> Pixels:
    """Nearest samples of a box-blurred picture: enough for statistics."""
    height, width = picture.shape[:2]
    step = max(height // size[0], width // size[1], 1)
    if step > 1:
        tall, wide = height // step * step, width // step * step
        cut = picture[:tall, :wide]
        picture = cut.reshape(tall // step, step, wide // step, step, 3).mean(axis=(1, 3)).astype(np.float32)
        height, width = picture.shape[:2]
    rows = np.minimum((np.arange(size[0]) + 0.5) * height / size[0], height - 1).astype(int)
    columns = np.minimum((np.arange(size[1]) + 0.5) * width / size[1], width - 1).astype(int)
    return np.asarray(picture[rows][:, columns], dtype=np.float32)


def _lab(rgb: Pixels) -> Pixels:
    """CIE Lab (D65) of sRGB in 0..255."""
    c = rgb / 255.0
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = linear @ to_xyz.T / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    lab = np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=-1)
    return lab.astype(np.float32)


def _unit(vector: Pixels) -> Pixels:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)
