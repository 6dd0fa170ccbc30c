"""Owns moving characters apart who stand in front of one another. Does not know: why they stand there."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from planners.lens import Box
from planners.nodes.space import middle, rounded, shifted
from planners.plan import Key, Shot, Track

CLOSEST = 0.62
"""Distance of two neighbours' middles over their mean width: less hides one of them."""
MARGIN = 0.03


def spread(shot: Shot, people: Collection[str]) -> Shot:
    """The shot with its standing characters side by side, in the order in which they stood."""
    still = [track for track in shot.layout if _stands(track, people)]
    boxes = {track.key: track.keys[0].box for track in still}
    rest: dict[str, Box] = {key: box for key, box in boxes.items() if box is not None}
    order = sorted(rest, key=lambda key: (middle(rest[key])[0], key))
    if len(order) < 2:
        return shot
    places = _places([rest[key] for key in order])
    moved = {key: rounded(shifted(rest[key], x - middle(rest[key])[0])) for key, x in zip(order, places, strict=True)}
    dx = {key: box[0] - rest[key][0] for key, box in moved.items()}
    return shot.model_copy(update={"layout": tuple(_moved(track, dx) for track in shot.layout)})


def _stands(track: Track, people: Collection[str]) -> bool:
    return track.entity in people and not track.held_by and len(track.keys) == 1


def _places(boxes: list[Box]) -> list[float]:
    """New middles, no nearer than CLOSEST where there is room, around where the boxes were."""
    widths = [box[2] - box[0] for box in boxes]
    gaps = [CLOSEST * (a + b) / 2 for a, b in itertools.pairwise(widths)]
    low, high = MARGIN + widths[0] / 2, 1 - MARGIN - widths[-1] / 2
    room = max(high - low, 0.0)
    tight = min(1.0, room / sum(gaps)) if sum(gaps) > 0 else 1.0
    places = [middle(boxes[0])[0]]
    for box, gap in zip(boxes[1:], gaps, strict=True):
        places.append(max(middle(box)[0], places[-1] + gap * tight))
    over = max(places[-1] - high, 0.0)
    back = [places[-1] - over]
    for place, gap in zip(reversed(places[:-1]), reversed(gaps), strict=True):
        back.append(min(place, back[-1] - gap * tight))
    return list(reversed(back))


def _moved(track: Track, dx: dict[str, float]) -> Track:
    shift = dx.get(track.key, dx.get(track.held_by or "", 0.0))
    if not shift:
        return track
    keys = tuple(key if key.box is None else Key(t=key.t, box=rounded(shifted(key.box, shift))) for key in track.keys)
    return track.model_copy(update={"keys": keys})
