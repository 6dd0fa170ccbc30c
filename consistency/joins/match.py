"""Owns the match: the subject of one clip lands where, and as large as, the subject of the next is.

The picture in which the subject is smaller moves: it pushes in until its subject lies on the other's, and there the
two change over; the closer picture is not touched, so no border shows. A subject too near the edge to get there is
refused: two of them side by side would be no match. Colour and brightness of both go along.
Does not know: who the subject is, flow.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from consistency.joins.colour import between, tone, toned
from consistency.joins.frames import Picture, eased, shares
from consistency.joins.kinds import Box, Made, Pair, refused

ZOOM = 2.6
"""A picture is enlarged at most so much: beyond, it is too soft."""
MISSED = 0.1
"""How far from the other's place, in shares of the frame, a subject may land."""
SLACK = 0.12
"""How much of the frame may show what is beyond the picture's edge (it is mirrored there)."""
LANDED, FADE = 0.62, 0.36
"""Share of the join after which the moving picture has landed, and the length of the change-over around the middle."""


class Placed(NamedTuple):
    """Where a subject is in the frame, in shares of its width and height."""

    x: float
    y: float
    size: float


def match(pair: Pair) -> Made:
    """See the module. Without boxes, colour and brightness alone are matched."""
    middle = pair.count // 2
    if pair.boxes_a and pair.boxes_b and _missed(pair.boxes_a[middle], pair.boxes_b[middle]) > MISSED:
        return refused("the subject stands too near the picture's edge to be brought to the other's place")
    frames = []
    for index, share in enumerate(shares(pair.count)):
        a, b = pair.a[index], pair.b[index]
        own_a, own_b = tone(a), tone(b)
        target = between(own_a, own_b, share)
        a, b = toned(a, own_a, target), toned(b, own_b, target)
        if pair.boxes_a and pair.boxes_b:
            a, b = _landed(a, b, pair.boxes_a[index], pair.boxes_b[index], share)
        weight = eased((share - 0.5) / FADE + 0.5)
        frames.append(cv2.addWeighted(a, 1 - weight, b, weight, 0.0))
    return Made(np.stack(frames))


def _landed(a: Picture, b: Picture, box_a: Box, box_b: Box, share: float) -> tuple[Picture, Picture]:
    """Both pictures, the wider one moved toward the closer one's subject."""
    at_a, at_b = _placed(box_a), _placed(box_b)
    if at_a.size <= at_b.size:
        return _moved(a, box_a, at_b, eased(share / LANDED)), b
    return a, _moved(b, box_b, at_a, eased((1 - share) / LANDED))


def _missed(box_a: Box, box_b: Box) -> float:
    """How far apart the subjects are when the moving picture has landed, in shares of the frame."""
    at_a, at_b = _placed(box_a), _placed(box_b)
    box, own, goal = (box_a, at_a, at_b) if at_a.size <= at_b.size else (box_b, at_b, at_a)
    zoom, shift = _way(box, goal, 1.0)
    return max(abs(zoom * own.x + shift[0] - goal.x), abs(zoom * own.y + shift[1] - goal.y))


def _placed(box: Box) -> Placed:
    return Placed((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, max(box[3] - box[1], 1e-3))


def _moved(picture: Picture, box: Box, goal: Placed, share: float) -> Picture:
    """The picture zoomed and shifted so that its subject is `share` of the way to the goal."""
    height, width = picture.shape[:2]
    zoom, shift = _way(box, goal, share)
    matrix = np.array([[zoom, 0, shift[0] * width], [0, zoom, shift[1] * height]], np.float32)
    return np.asarray(
        cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    )


def _way(box: Box, goal: Placed, share: float) -> tuple[float, tuple[float, float]]:
    """Zoom, and shift in shares of the frame: as far as the picture covers it, the rest is left to the change-over."""
    own = _placed(box)
    zoom = min(goal.size / own.size, ZOOM) ** share
    x, y = own.x + (goal.x - own.x) * share, own.y + (goal.y - own.y) * share
    return zoom, (
        _covering(x - zoom * own.x, zoom, box[0], box[2]), _covering(y - zoom * own.y, zoom, box[1], box[3])
    )  # fmt: skip


def _covering(shift: float, zoom: float, low: float, high: float) -> float:
    """A shift that shows at most a little of what is beyond the picture's edge, and never a mirrored subject.

    Args:
        shift: As wished.
        zoom: Of the picture.
        low: Where the subject begins along this side, in shares of it.
        high: Where it ends.
    """
    before, after = (min(SLACK, max(margin, 0.0) * zoom) for margin in (low, 1 - high))
    return min(max(shift, 1 - zoom - after), before)
