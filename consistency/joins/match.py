"""Owns the match: the subject of one clip lands where, and as large as, the subject of the next is.

The picture in which the subject is smaller moves: it pushes in until its subject lies on the other's, and there the
two change over; the closer picture is not touched, so no border shows. Colour and brightness of both go along.
Does not know: who the subject is, flow.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from consistency.joins.colour import between, tone, toned
from consistency.joins.frames import Picture, eased, shares
from consistency.joins.kinds import Box, Made, Pair

ZOOM = 2.6
"""A picture is enlarged at most so much: beyond, it is too soft."""
LANDED, FADE = 0.62, 0.36
"""Share of the join after which the moving picture has landed, and the length of the change-over around the middle."""


class Placed(NamedTuple):
    """Where a subject is in the frame, in shares of its width and height."""

    x: float
    y: float
    size: float


def match(pair: Pair) -> Made:
    """See the module. Without boxes, colour and brightness alone are matched."""
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
        return _moved(a, at_a, at_b, eased(share / LANDED)), b
    return a, _moved(b, at_b, at_a, eased((1 - share) / LANDED))


def _placed(box: Box) -> Placed:
    return Placed((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, max(box[3] - box[1], 1e-3))


def _moved(picture: Picture, own: Placed, goal: Placed, share: float) -> Picture:
    """The picture zoomed and shifted so that its subject is `share` of the way to the goal."""
    height, width = picture.shape[:2]
    zoom = min(goal.size / own.size, ZOOM) ** share
    x, y = own.x + (goal.x - own.x) * share, own.y + (goal.y - own.y) * share
    shift = _covering(x - zoom * own.x, zoom), _covering(y - zoom * own.y, zoom)
    # Not more than the picture has: the rest of the way is left to the change-over.
    matrix = np.array([[zoom, 0, shift[0] * width], [0, zoom, shift[1] * height]], np.float32)
    return np.asarray(
        cv2.warpAffine(picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    )


def _covering(shift: float, zoom: float) -> float:
    """A shift that shows at most a little of what is beyond the picture's edge (it is mirrored there)."""
    slack = 0.12
    return min(max(shift, 1 - zoom - slack), slack)
