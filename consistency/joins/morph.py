"""Owns the flow join: a motion-compensated morph in which what both pictures show moves from one place to the other.

Each frame: flow from the one clip to the other and back, both pictures moved along it to the moment between, and
mixed by how well each covers a place; what is covered in one picture comes from the other. What is not found again
changes over quickly, so that it ghosts for a moment instead of for the whole join.
Does not know: whose boxes they are, colour.
"""

from __future__ import annotations

import cv2
import numpy as np

from consistency.joins.flow import Mask, agreement, flow, inside, move, splat
from consistency.joins.frames import Floats, Picture, eased, shares
from consistency.joins.kinds import Box, Made, Pair, refused

FOUND = 0.6
"""Share of one picture's detail that must be found again in the other; under it there is no motion to follow. Measured
on joins of animatic clips: 0.71 and more for the same people and place, 0.22 and less for others."""
ALIKE = 12.0
"""Mean difference in levels of 255 up to which a pixel and the one that flow leads to show the same."""
_SHARED = 0.1
"""Share of a picture that must lie in the other at all."""
_TEXTURE = 60.0
"""Gradient from which on an edge counts no more: a hard edge is as much detail as a very hard one."""
_ABRUPT = 0.3
"""Share of the join, around its middle, in which the pictures change over: both lie on each other by then, and mixing
them for longer would only soften them."""
_LEAST, _NEVER = 0.02, 1e-3
"""Weight of what is not believed, against 1; and of the picture whose turn it is not, where the other has nothing."""
_BEYOND = 0.7
"""How much a pixel counts that the other picture does not reach: nothing speaks against it."""


def morph(pair: Pair) -> Made:
    """See the module; refused when too little of the one picture is found again in the other."""
    middle = pair.count // 2
    leads = _leads(pair)
    share_found = found(pair.a[middle], pair.b[middle], *_flows(pair, middle, leads))
    if share_found < FOUND:
        return refused(
            f"{share_found:.0%} of the one picture's detail is found again in the other, {FOUND:.0%} are needed to"
            " follow its motion"
        )
    frames = []
    for index, share in enumerate(shares(pair.count)):
        there, back = _flows(pair, index, leads)
        frames.append(_between(pair.a[index], pair.b[index], there, back, eased(share)))
    return Made(np.stack(frames))


def _leads(pair: Pair) -> bool:
    """Whether the subject's boxes lead the flow: where with them more is found again than without."""
    if not (pair.boxes_a and pair.boxes_b):
        return False
    middle = pair.count // 2
    a, b = pair.a[middle], pair.b[middle]
    with_boxes, without = (found(a, b, *_flows(pair, middle, leads)) for leads in (True, False))
    return with_boxes > without


def found(a: Picture, b: Picture, there: Floats, back: Floats) -> float:
    """Share of the detail in what both pictures show that flow finds again in the other, 0 to 1: of the worse way."""
    return min(_found_one_way(a, b, there), _found_one_way(b, a, back))


def _found_one_way(a: Picture, b: Picture, way: Floats) -> float:
    seen = inside(way)
    grey = cv2.cvtColor(a, cv2.COLOR_RGB2GRAY).astype(np.float32)
    detail = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    weight = np.minimum(detail, _TEXTURE) * seen
    if float(seen.mean()) < _SHARED or float(weight.sum()) == 0.0:
        return 0.0
    return float((weight * same(a, b, way)).sum() / weight.sum())


def same(a: Picture, b: Picture, way: Floats) -> Mask:
    """1 where a pixel of a and the one of b that flow leads to look the same, else 0."""
    off = np.abs(move(b, way).astype(np.float32) - a.astype(np.float32)).mean(axis=2)
    return np.asarray(off < ALIKE, np.float32)


def _flows(pair: Pair, index: int, leads: bool) -> tuple[Floats, Floats]:
    """Flow from frame `index` of a to that of b, and back; large changes of scale and place are led by the boxes."""
    a, b = pair.a[index], pair.b[index]
    if not leads:
        return flow(a, b), flow(b, a)
    height, width = a.shape[:2]
    lead = similarity(pair.boxes_a[index], pair.boxes_b[index], (width, height))
    return led(a, b, lead), led(b, a, cv2.invertAffineTransform(lead))


def similarity(own: Box, goal: Box, size: tuple[int, int]) -> Floats:
    """The zoom and shift in pixels, 2 x 3, that lays the middle and height of one box on those of another."""
    zoom = (goal[3] - goal[1]) / max(own[3] - own[1], 1e-3)
    shift = [((goal[k] + goal[k + 2]) - zoom * (own[k] + own[k + 2])) / 2 * size[k] for k in (0, 1)]
    return np.array([[zoom, 0, shift[0]], [0, zoom, shift[1]]], np.float32)


def led(a: Picture, b: Picture, lead: Floats) -> Floats:
    """Flow from a to b when most of a goes where `lead` (2 x 3, pixels) says: only the rest is searched for."""
    height, width = a.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    # b as it would look from a's place: pixel x shows b at lead(x).
    seen = cv2.warpAffine(b, lead, (width, height), flags=cv2.INTER_AREA | cv2.WARP_INVERSE_MAP)
    rest = flow(a, np.asarray(seen, np.uint8))
    px, py = x + rest[..., 0], y + rest[..., 1]
    return np.stack([lead[0, 0] * px + lead[0, 2] - x, lead[1, 1] * py + lead[1, 2] - y], axis=2).astype(np.float32)


def _between(a: Picture, b: Picture, there: Floats, back: Floats, share: float) -> Picture:
    """The picture at `share` of the way."""
    trust_a, trust_b = _trust(a, b, there, back), _trust(b, a, back, there)
    to_a, seen_a = splat(there, share, trust_a)
    to_b, seen_b = splat(back, 1 - share, trust_b)
    moved_a, moved_b = move(a, to_a), move(b, to_b)
    known_a = seen_a * move(trust_a, to_a)
    known_b = seen_b * move(trust_b, to_b)
    sudden = eased((share - 0.5) / _ABRUPT + 0.5)
    weight_a = (1 - sudden) * (known_a + _LEAST * seen_a) + _NEVER * known_a
    weight_b = sudden * (known_b + _LEAST * seen_b) + _NEVER * known_b
    mix = cv2.GaussianBlur(weight_b / (weight_a + weight_b + 1e-6), (0, 0), 1.5)[..., None]
    mixed = moved_a.astype(np.float32) * (1 - mix) + moved_b.astype(np.float32) * mix
    return np.asarray(np.clip(mixed + 0.5, 0, 255), np.uint8)


def _trust(a: Picture, b: Picture, way: Floats, other: Floats) -> Mask:
    """How far each pixel's motion is believed, 0 to 1: both ways agree, or what it leads to looks the same."""
    believed = np.maximum(agreement(way, other), same(a, b, way))
    return np.asarray(np.where(inside(way) > 0, believed, _BEYOND), np.float32)
