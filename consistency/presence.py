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

_SIDE = 240


class Detector(Protocol):
    """Finds things by name; plug one in for open vocabularies."""

    name: str

    def find(self, frame: Pixels, noun: str) -> list[tuple[Box, float]]:
        """Boxes in [0, 1] with their confidence, best first."""
        ...


def contrast(frame: Pixels, box: Box) -> float | None:
    """Share of contours inside a box against those in the ring around it, 0..1; 0.5 when both have as many.

    Own measure: mean gradient of lightness inside the box over the sum of that and the ring's, which is 30 % wider.
    Figures have more contours than what they stand before. None when the box fills the frame. Needs: planned boxes.
    Limits: a patterned background hides a plain figure; a neighbour in the ring counts against it; it does not know who
    is there.
    """
    grey = cv2.cvtColor(shrunk(frame, _SIDE), cv2.COLOR_RGB2GRAY).astype(np.float32)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    size = grey.shape[0], grey.shape[1]
    inside = _rectangle(box, 0.0, size)
    ring = _rectangle(box, 0.3, size) & ~_rectangle(box, 0.05, size)
    if ring.sum() < 20 or inside.sum() < 12:
        return None
    within, around = float(slope[inside].mean()), float(slope[ring].mean())
    return within / (within + around + 1.0)


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


def _overlap(a: Box, b: Box) -> float:
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(wide, 0) * max(tall, 0)
    areas = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1])
    return both / max(areas - both, 1e-9)
