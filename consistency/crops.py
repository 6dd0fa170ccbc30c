"""Owns crops: the part of a picture where something is planned to be, with a mask of what belongs to it.

Masks come from whoever drew the picture, else from the picture itself: against a plain ground by the border's colour,
else by GrabCut. Does not know: what is in the crop, how crops are compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from consistency.footage import Mask, Pixels, shrunk
from consistency.values import Box

SIDE = 128
"""Longer side of a crop in pixels."""
LEAST = 14
"""Shorter side in pixels of the frame under which a crop says nothing."""
_MARGIN, _LOOKED = 0.25, 160
"""What is looked at around a box, in shares of it, and at how many pixels."""
_PLAIN = 10.0
_FAR, _SAME = 3.0, 1.5


class MaskSource(Protocol):
    """Masks of a shot's instances, by whoever knows them (the animatic, a segmenter)."""

    def __call__(self, shot: str, frame: int) -> Mapping[str, Mask] | None:
        """Mask of each instance in a frame of the shot by key, any size; None where there are none."""
        ...


@dataclass(frozen=True)
class Crop:
    """A piece of a picture and what of it counts."""

    pixels: Pixels
    """RGB, longer side at most `SIDE`."""
    mask: Mask
    masked_by: str
    """given, ground, grabcut or none."""
    part: tuple[float, float] = (0.0, 1.0)
    """Which of the whole figure's height is shown, 0 its crown and 1 its feet."""
    grey: bool = False
    """Whether the picture is meant to be black and white."""


def crop_of(
    frame: Pixels,
    box: Box,
    *,
    mask: Mask | None = None,
    hidden_by: Sequence[Box] = (),
    whole: Box | None = None,
    grey: bool = False,
) -> Crop | None:
    """The crop of one instance.

    Args:
        frame: The picture.
        box: Where it is, in shares of the frame.
        mask: Its pixels in the frame, when known.
        hidden_by: Boxes of what stands before it; their inside does not count when there is no mask.
        whole: Box of the whole figure, which may reach out of the frame; None: the box shows all of it.
        grey: Whether the picture is meant to be black and white.

    Returns:
        None when the box is too small or mostly hidden.
    """
    height, width = frame.shape[:2]
    x0, y0, x1, y1 = _inside(box, width, height)
    if min(x1 - x0, y1 - y0) < LEAST:
        return None
    part = _part(box, whole)
    if mask is not None:
        known = cv2.resize(mask.astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA) > 0
        return _small(frame[y0:y1, x0:x1], known[y0:y1, x0:x1], "given", part, grey=grey)
    seen = np.ones((height, width), bool)
    for other in hidden_by:
        ox0, oy0, ox1, oy1 = _inside(other, width, height)
        seen[oy0:oy1, ox0:ox1] = False
    if seen[y0:y1, x0:x1].mean() < 0.4:
        return None
    found, how = _found(frame, (x0, y0, x1, y1))
    return _small(frame[y0:y1, x0:x1], found & seen[y0:y1, x0:x1], how, part, grey=grey)


def _part(box: Box, whole: Box | None) -> tuple[float, float]:
    """Heights of a box in the whole figure's."""
    if whole is None or whole[3] <= whole[1]:
        return 0.0, 1.0
    tall = whole[3] - whole[1]
    return (box[1] - whole[1]) / tall, (box[3] - whole[1]) / tall


WHOLE = ("front", "side", "back", "walk")
"""Views that show a whole figure; any crop with skin in it resembles a view of a head alone."""


def whole_views(views: Mapping[str, Box]) -> list[Box]:
    """The boxes of those views of a sheet that a crop is compared with: whole figures, else all, else the sheet."""
    return [views[name] for name in WHOLE if name in views] or list(views.values()) or [(0.0, 0.0, 1.0, 1.0)]


def view_of(picture: Pixels, box: Box) -> Crop:
    """A view of a reference sheet: masked against its plain ground, cut tight to what is left."""
    height, width = picture.shape[:2]
    x0, y0, x1, y1 = _inside(box, width, height)
    piece = picture[y0:y1, x0:x1]
    mask = _against_ground(piece)
    if mask is None or mask.mean() < 0.01:
        return _small(piece, np.ones(piece.shape[:2], bool), "none")
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    tight = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return _small(piece[tight], mask[tight], "ground")


def _small(pixels: Pixels, mask: Mask, how: str, part: tuple[float, float] = (0.0, 1.0), *, grey: bool = False) -> Crop:
    small = shrunk(pixels, SIDE)
    size = small.shape[1], small.shape[0]
    return Crop(small, cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0, how, part, grey)


def _found(frame: Pixels, box: tuple[int, int, int, int]) -> tuple[Mask, str]:
    """The figure in a box, found in the picture itself: what differs from the surroundings of the box."""
    x0, y0, x1, y1 = box
    across, down = int(_MARGIN * (x1 - x0)) + 4, int(_MARGIN * (y1 - y0)) + 4
    height, width = frame.shape[:2]
    ex0, ey0, ex1, ey1 = max(x0 - across, 0), max(y0 - down, 0), min(x1 + across, width), min(y1 + down, height)
    around = frame[ey0:ey1, ex0:ex1]
    small = shrunk(around, _LOOKED)
    scale = small.shape[1] / around.shape[1]
    left, top, right, bottom = (round(side * scale) for side in (x0 - ex0, y0 - ey0, x1 - ex0, y1 - ey0))
    mask = np.full(small.shape[:2], cv2.GC_BGD, np.uint8)
    mask[top:bottom, left:right] = cv2.GC_PR_FGD
    cv2.setRNGSeed(7)
    try:
        cv2.grabCut(small, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    except cv2.error:
        return np.ones((y1 - y0, x1 - x0), bool), "none"
    big = cv2.resize(mask & 1, (around.shape[1], around.shape[0]), interpolation=cv2.INTER_NEAREST) > 0
    figure = big[y0 - ey0 : y1 - ey0, x0 - ex0 : x1 - ex0]
    if figure.mean() < 0.08:
        return np.ones((y1 - y0, x1 - x0), bool), "none"
    return figure, "grabcut"


def _against_ground(piece: Pixels) -> Mask | None:
    """What differs from the border's colour, holes filled; None when the border has no one colour."""
    lab = cv2.cvtColor(piece.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    border = np.concatenate([lab[0], lab[-1], lab[:, 0], lab[:, -1]])
    ground = np.median(border, axis=0)
    noise = float(np.median(np.linalg.norm(border - ground, axis=1)))
    if noise > _PLAIN:
        return None
    far = (np.linalg.norm(lab - ground, axis=2) > max(_FAR, 3 * noise)).astype(np.uint8)
    closed = cv2.morphologyEx(far, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    shapes, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.zeros_like(far)
    cv2.drawContours(filled, [shape for shape in shapes if cv2.contourArea(shape) > 0.002 * far.size], -1, 1, -1)
    if filled.mean() > 0.97:
        return np.asarray(far) > 0
    return np.asarray(filled > 0) & ~_paper(lab, ground, filled)


def _paper(lab: npt.NDArray[np.float32], ground: npt.NDArray[np.float32], filled: npt.NDArray[np.uint8]) -> Mask:
    """Where the ground is seen between arms and legs: larger patches of exactly its colour."""
    same = ((np.linalg.norm(lab - ground, axis=2) < _SAME) & (filled > 0)).astype(np.uint8)
    count, labels, about, _ = cv2.connectedComponentsWithStats(same, connectivity=4)
    large = [number for number in range(1, count) if about[number, cv2.CC_STAT_AREA] >= 0.004 * filled.sum()]
    return np.asarray(np.isin(labels, large))


def _inside(box: Box, width: int, height: int) -> tuple[int, int, int, int]:
    x0, y0 = int(min(max(box[0], 0), 1) * width), int(min(max(box[1], 0), 1) * height)
    x1, y1 = round(min(max(box[2], 0), 1) * width), round(min(max(box[3], 0), 1) * height)
    return x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)
