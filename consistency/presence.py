"""Owns presence: is something where the plan says that something is.

Whether it is the right one is identity's question. Does not know: names, references.
"""

from __future__ import annotations

from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from consistency.footage import Pixels, shrunk
from consistency.values import Box

_SIDE = 160


class Detector(Protocol):
    """Finds things by name; plug one in for open vocabularies."""

    name: str

    def find(self, frame: Pixels, noun: str) -> list[tuple[Box, float]]:
        """Boxes in [0, 1] with their confidence, best first."""
        ...


def contrast(frame: Pixels, box: Box) -> float | None:
    """How much the inside of a box differs from the ring around it, 0..1; higher means that something is there.

    Own measure: half the summed difference of coarse Lab histograms of the box's middle (its inner 80 %) and of a ring
    half its size around it. None when the ring is outside the frame (the box fills it). Limits: a figure in the colours
    of its background is missed; a patterned background looks inhabited; it does not know who is there.
    """
    small = shrunk(frame, _SIDE)
    height, width = small.shape[:2]
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    inside, around = _rectangle(box, -0.1, (height, width)), _rectangle(box, 0.3, (height, width))
    ring = around & ~_rectangle(box, 0.05, (height, width))
    if ring.sum() < 0.25 * inside.sum() or inside.sum() < 12:
        return None
    return float(np.abs(_shares(lab[inside]) - _shares(lab[ring])).sum() / 2)


def found_at(boxes: list[tuple[Box, float]], planned: Box, *, least: float = 0.3) -> float:
    """Best overlap (intersection over union, 0..1) of a detector's boxes of some confidence with the planned one."""
    return max((_overlap(box, planned) for box, sure in boxes if sure >= least), default=0.0)


def _rectangle(box: Box, grow: float, size: tuple[int, int]) -> npt.NDArray[np.bool_]:
    height, width = size
    across, down = grow * (box[2] - box[0]), grow * (box[3] - box[1])
    out = np.zeros(size, bool)
    rows = slice(max(int((box[1] - down) * height), 0), max(int((box[3] + down) * height), 0))
    out[rows, max(int((box[0] - across) * width), 0) : max(int((box[2] + across) * width), 0)] = True
    return out


def _shares(lab: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    codes = (lab[:, 0] / 12.5).astype(int) * 625 + ((lab[:, 1] + 128) / 10.3).astype(int) * 25
    codes += ((lab[:, 2] + 128) / 10.3).astype(int)
    return np.bincount(codes, minlength=9 * 625) / len(lab)


def _overlap(a: Box, b: Box) -> float:
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(wide, 0) * max(tall, 0)
    areas = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    return both / max(areas - both, 1e-9)
