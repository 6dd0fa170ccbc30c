"""Owns VGoT's four numbers (arXiv 2412.02259, appendix C): faces and VGG maps, within a shot and across a cut.

The published scripts have five faults that are not repeated here: a frame without a face is left out and counted, not
taken for a zero (a); a shot is compared with the next, not the next but one (b); no number is a softmax over its own
alternatives (c); none is drawn by chance (d); shots go by their ids, so none is skipped by counting from one (e).
Does not know: who is in the picture, thresholds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from consistency.crops import Crop
from consistency.embedders import Embedder, Vector
from consistency.footage import Pixels

NEAR = 8
"""Frames on either side of a cut that are compared."""
FACE_SIDE = 512
"""Side in pixels of the square to which frames are brought before faces are looked for, as published."""


@dataclass(frozen=True)
class Shown:
    """One shot as an embedder sees it."""

    within: float | None
    """Mean similarity of neighbouring frames; None when there is no pair."""
    lost: int
    """Frames in which there was nothing to judge (no face)."""
    frames: int
    first: tuple[Vector | None, ...]
    last: tuple[Vector | None, ...]
    """The first and the last `NEAR` frames, or all of a shorter shot."""


def shown(frames: Iterable[Pixels], embedder: Embedder, *, side: int | None = None) -> Shown:
    """WS-FC (face embedder, frames as squares of `FACE_SIDE`) or WS-SC (VGG-19), and what CS-FC and CS-SC need.

    `within` is the mean over all neighbouring frames j of cos(F_j, F_j+1), -1..1, higher is better; pairs in which
    either frame has no vector are left out. Needs: every frame of the shot, an embedder with weights. Limits: rewards
    stillness. FC is published with InsightFace's recogniser and the first face that it lists: here it is any
    recogniser and the largest face, so it has a name of its own. SC compares layout and texture, not style.

    Args:
        frames: RGB, taken one by one.
        embedder: Of whole frames.
        side: Squeeze frames to such a square first.
    """
    total, pairs, lost, count = 0.0, 0, 0, 0
    first: list[Vector | None] = []
    last: list[Vector | None] = []
    for frame in frames:
        (vector,) = embedder.embed([_whole(frame, side)])
        before = last[-1] if last else None
        if vector is not None and before is not None:
            total, pairs = total + embedder.similarity(before, vector), pairs + 1
        first += [vector] if count < NEAR else []
        last = [*last, vector][-NEAR:]
        lost, count = lost + (vector is None), count + 1
    return Shown(total / pairs if pairs else None, lost, count, tuple(first), tuple(last))


def across(before: Shown, after: Shown, embedder: Embedder) -> float | None:
    """CS-FC or CS-SC: mean similarity of a shot's last `NEAR` frames and the next shot's first, k-th with k-th; -1..1.

    Paired as the published script pairs them (the paper's index runs one of them backwards). Frames without a vector
    are left out; None when no pair is left. Higher is better. Needs: both shots by one embedder. Limits: a cut to
    another person or framing is low, as it should be.
    """
    count = min(len(before.last), len(after.first))
    pairs = zip(before.last[len(before.last) - count :], after.first, strict=False)
    values = [embedder.similarity(a, b) for a, b in pairs if a is not None and b is not None]
    return float(np.mean(values)) if values else None


def _whole(frame: Pixels, side: int | None) -> Crop:
    if side is not None:
        frame = np.asarray(cv2.resize(frame, (side, side), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
    return Crop(frame, np.ones(frame.shape[:2], bool), "none")
