"""Owns motion between two pictures: dense flow both ways, where the two agree, and pictures moved along it.

DIS optical flow (Kroeger et al., ECCV 2016) as OpenCV has it; forward-backward check after Sundaram et al. (ECCV
2010). Does not know: joins, clips.
"""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from consistency.joins.frames import Floats, Picture

WORKING_HEIGHT = 360
"""Flow is found at this height in pixels at most, and scaled up: it is smooth, pictures are not."""
_SLACK, _LOOSE = 0.01, 0.003
"""By how much both ways may disagree: a share of the squared motion (Sundaram's), and a share of the picture's width
(ours, where they have half a pixel), so that a film's size does not decide."""
_THIN = 0.02
"""Weight in a splat under which a pixel counts as uncovered."""

Mask = npt.NDArray[np.float32]
Image = TypeVar("Image", Floats, Picture)


def flow(a: Picture, b: Picture, guess: Floats | None = None) -> Floats:
    """Displacement in pixels (dx, dy) of every pixel of `a` to its place in `b`, shape (height, width, 2).

    Args:
        a: A picture.
        b: One of the same size.
        guess: A flow of the same size to start from, so that a sequence of flows does not jitter.
    """
    height, width = a.shape[:2]
    scale = min(1.0, WORKING_HEIGHT / height)
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    small = [cv2.cvtColor(cv2.resize(side, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY) for side in (a, b)]
    start = None if guess is None else np.ascontiguousarray(_resized(guess, size))
    finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    found = finder.calc(small[0], small[1], start)
    return _resized(found, (width, height))


def _resized(field: Floats, size: tuple[int, int]) -> Floats:
    height, width = field.shape[:2]
    if (width, height) == size:
        return field
    scaled = cv2.resize(field, size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(scaled * np.array([size[0] / width, size[1] / height], np.float32), np.float32)


def agreement(there: Floats, back: Floats) -> Mask:
    """1 where following `there` and then `back` leads home, 0 where a pixel is covered or not found; float mask.

    Source: Sundaram, Brox, Keutzer (ECCV 2010), eq. 5.
    """
    returned = move(back, there)
    off = np.square(there + returned).sum(axis=2)
    most = _SLACK * (np.square(there).sum(axis=2) + np.square(returned).sum(axis=2)) + (_LOOSE * off.shape[1]) ** 2
    return np.asarray(off <= most, np.float32)


def inside(field: Floats) -> Mask:
    """1 where a pixel's goal lies in the picture, else 0."""
    height, width = field.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    tx, ty = x + field[..., 0], y + field[..., 1]
    return np.asarray((tx >= 0) & (tx < width) & (ty >= 0) & (ty < height), np.float32)


def move(picture: Image, field: Floats) -> Image:
    """The picture whose pixel at x is the old one at x + field(x); pictures keep their detail, fields stay smooth."""
    height, width = picture.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    way = cv2.INTER_LANCZOS4 if picture.dtype == np.uint8 else cv2.INTER_LINEAR
    at = x + field[..., 0], y + field[..., 1]
    return np.asarray(cv2.remap(picture, *at, way, borderMode=cv2.BORDER_REPLICATE), picture.dtype)


def splat(field: Floats, share: float, weight: Mask) -> tuple[Floats, Mask]:
    """The flow as seen from a moment on the way: from each pixel at time `share` back to its origin.

    Every pixel carries its motion forward to where it is at that moment (bilinear splatting, as in Niklaus and Liu,
    CVPR 2020, with agreement as the importance); places that nothing reaches are filled from around them.

    Args:
        field: Displacement over the whole way.
        share: How far on the way, 0 to 1.
        weight: How much each pixel counts.

    Returns:
        The displacement back to the origin, and how well each place is covered, 0 to 1.
    """
    height, width = weight.shape
    scale = min(1.0, WORKING_HEIGHT / height)
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    small = cv2.resize(weight, size, interpolation=cv2.INTER_AREA)
    sums, covered = _carried(_resized(field, size), share, np.maximum(small, 0.02))
    back = _resized(np.asarray(-share * _filled(sums, covered), np.float32), (width, height))
    return back, cv2.resize(np.minimum(covered, 1.0), (width, height), interpolation=cv2.INTER_LINEAR)


def _carried(field: Floats, share: float, weight: Mask) -> tuple[Floats, Mask]:
    """Where every pixel is at that moment: sums of weighted displacements, and of weights."""
    height, width = weight.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    tx, ty = x + share * field[..., 0], y + share * field[..., 1]
    left, top = np.floor(tx), np.floor(ty)
    total = np.zeros(height * width, np.float64)
    sums = np.zeros((2, height * width), np.float64)
    for dx in (0, 1):
        for dy in (0, 1):
            px, py = left + dx, top + dy
            near = (1 - np.abs(tx - px)) * (1 - np.abs(ty - py)) * weight
            shown = (px >= 0) & (px < width) & (py >= 0) & (py < height)
            at = (py[shown] * width + px[shown]).astype(np.int64)
            total += np.bincount(at, near[shown], height * width)
            for axis in (0, 1):
                sums[axis] += np.bincount(at, near[shown] * field[..., axis][shown], height * width)
    back = np.stack([sums[axis].reshape(height, width) for axis in (0, 1)], axis=2).astype(np.float32)
    return back, total.reshape(height, width).astype(np.float32)


def _filled(sums: Floats, weight: Mask) -> Floats:
    """Weighted sums over their weights; where there is little weight, from ever wider surroundings."""
    out = sums / np.maximum(weight, 1e-6)[..., None]
    hole = weight < _THIN
    for sigma in (2.0, 6.0, 18.0, 54.0):
        if not hole.any():
            break
        wide = cv2.GaussianBlur(weight, (0, 0), sigma)
        around = cv2.GaussianBlur(sums, (0, 0), sigma) / np.maximum(wide, 1e-6)[..., None]
        fill = hole & (wide > 1e-3)
        out[fill] = around[fill]
        hole &= ~fill
    out[hole] = 0.0
    return np.asarray(out, np.float32)
