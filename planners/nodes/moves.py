"""Owns motion on the stage: what the text says of a movement -> keyed boxes.

Does not know: who else is there (it is told the boxes of what is passed, approached or circled).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from planners.lens import Box
from planners.nodes.space import GROUND, REGIONS, centred, middle, rounded, shifted, standing
from planners.plan import Key
from planners.reading import Motion, Region

FREE = frozenset({"fly", "swim", "float", "fall"})
"""Manners that leave the ground."""
TRAVELLING = frozenset({"walk", "run", "fly", "swim", "crawl", "roll", "drive", "ride", "sail", "climb", "hop"})
NEAR_EDGE = 0.02
LEAST_WAY = 0.25
"""How far those who meet, part or rise go at least, even out of the frame."""
CLOSE: Mapping[str, float] = {"hug": -0.25, "give": 0.15, "fight": 0.1, "throw": 1.5, "dance": 0.2}
"""Air between two who do this with each other, as a share of the slimmer one's width."""
AT_REST: frozenset[str] = frozenset(
    {"sleep", "lie", "sit", "kneel", "perch", "crouch", "talk", "look", "listen", "reach", "hold"}
)
"""What is done in one place, whatever its verb ("fell asleep")."""


def keys_for(motion: Motion, rest: Box, others: Mapping[str, Box], *, flat: bool) -> tuple[Key, ...]:
    """The keys of a figure that rests at `rest` and moves as `motion` says.

    Args:
        motion: What the text says.
        rest: Where the figure would stand; its size is kept.
        others: Boxes of the other figures by entity id.
        flat: Seen from above: y is free for everybody.
    """
    if motion.around is not None:
        return orbit(motion, rest, others, free=flat or motion.manner in FREE)
    for rule in (_waypoints, _onto, _past, _toward, _away, _vertical, _sideways):
        keys = rule(motion, rest, others, flat)
        if keys:
            return keys
    return (Key(t=0, box=rounded(rest)),)


Rule = Callable[[Motion, Box, Mapping[str, Box], bool], tuple[Key, ...]]


def orbit(motion: Motion, rest: Box, others: Mapping[str, Box], *, free: bool, phase: float = 0.0) -> tuple[Key, ...]:
    """Once around what is circled, or around where the figure rests.

    Args:
        motion: What the text says; `around` is what is circled.
        rest: Where the figure would stand; its size is kept.
        others: Boxes of the other figures by entity id.
        free: Whether height is free: in the air, in water, seen from above.
        phase: Where on the circle it begins, as a share of the circle.
    """
    cx, cy = middle(others.get(motion.around or "", rest))
    rx, ry = 0.24, 0.2 if free else 0.05
    wh = _wh(rest)
    cx = min(max(cx, rx + wh[0] / 2 + NEAR_EDGE), 1 - rx - wh[0] / 2 - NEAR_EDGE) if motion.around == "" else cx
    keys = []
    for step in range(13):
        angle = math.pi + 2 * math.pi * (step / 12 + phase)
        x = cx + rx * math.cos(angle)
        y = (cy if free else rest[3] - wh[1] / 2) + ry * math.sin(angle)
        keys.append(Key(t=round(step / 12, 4), box=rounded(centred(x, y, wh))))
    return tuple(keys)


def meeting(rest: Box, side: int, how: str) -> tuple[Key, ...]:
    """Toward one another from both sides, apart to both sides, or past each other.

    Args:
        rest: Where the figure would stand; its size is kept.
        side: -1 for who comes from (or goes to) the left, 1 for the right.
        how: meet, part or pass.
    """
    half, x = (rest[2] - rest[0]) / 2, middle(rest)[0]
    outer = max(0.46 - half, half + LEAST_WAY)
    places = {"meet": (outer, half + 0.015), "part": (half + 0.015, outer), "pass": (outer, -outer)}[how]
    first, last = (rounded(shifted(rest, 0.5 + side * place - x)) for place in places)
    return (Key(t=0, box=first), Key(t=0.85 if how == "meet" else 1, box=last))


def _waypoints(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    stops: list[Region] = [place for place in (motion.start, *motion.way, motion.end) if place is not None]
    if not stops:
        return ()
    if len(stops) == 1 and stops[0].startswith("offscreen"):
        outside = _at_region(stops[0], rest, motion, flat, stops)
        boxes = [outside, rest] if motion.start is not None else [rest, outside]
    else:
        stops = _completed(stops[0], motion, rest) if len(stops) == 1 else stops
        boxes = [_at_region(place, rest, motion, flat, stops) for place in stops]
    last = max(len(boxes) - 1, 1)
    return tuple(Key(t=round(index / last, 4), box=rounded(box)) for index, box in enumerate(boxes))


_OPPOSITE: Mapping[str, Region] = {"left": "right", "right": "left", "up": "bottom", "down": "top"}
_TOWARD: Mapping[str, Region] = {"left": "left", "right": "right", "up": "top", "down": "bottom"}


def _completed(stop: Region, motion: Motion, rest: Box) -> list[Region]:
    """A start without an end, or an end without a start, with the missing one from the direction or the rest."""
    direction = motion.direction if motion.direction in _OPPOSITE else None
    if motion.start is not None:
        return [stop, _TOWARD[direction or _away_from(stop)]]
    if direction:
        return [_OPPOSITE[direction], stop]
    x, _ = REGIONS[stop]
    if abs(x - 0.5) < 0.1:
        return ["left" if middle(rest)[0] <= 0.5 else "right", stop]
    return ["right" if x < 0.5 else "left", stop]


def _away_from(stop: Region) -> str:
    """The direction of one who comes from a part of the frame."""
    x, y = REGIONS[stop]
    if abs(x - 0.5) > 0.1:
        return "right" if x < 0.5 else "left"
    return "down" if y < 0.5 else "up"


def _at_region(place: Region, rest: Box, motion: Motion, flat: bool, stops: Sequence[Region]) -> Box:
    wh = _wh(rest)
    x, y = REGIONS[place]
    x = _reached(x, wh[0])
    vertical = any(stop.split(" ")[0] in ("upper", "lower", "top", "bottom") for stop in stops)
    if flat or motion.manner in FREE or vertical:
        y = min(max(y, wh[1] / 2 + NEAR_EDGE), 1 - wh[1] / 2 - NEAR_EDGE) if 0 <= y <= 1 else y
        return centred(x, y, wh)
    return shifted(rest, x - middle(rest)[0])


def _reached(x: float, width: float) -> float:
    """Left and right mean all the way to the edge of the frame, as far as the figure stays in it."""
    if x < 0 or x > 1:
        return -width / 2 - NEAR_EDGE if x < 0 else 1 + width / 2 + NEAR_EDGE
    if x < 0.4:
        return min(x, width / 2 + 0.06)
    return max(x, 1 - width / 2 - 0.06) if x > 0.6 else x


def _past(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    if motion.past is None:
        return ()
    from_left = motion.direction != "left"
    thing = others.get(motion.past)
    if motion.manner == "jump" and thing is not None:
        return _over(rest, thing, from_left)
    return _across(rest, from_left)


def _over(rest: Box, thing: Box, to_right: bool) -> tuple[Key, ...]:
    """From one side of a thing over its top to the other."""
    w, h = _wh(rest)
    x, side = middle(thing)[0], 1 if to_right else -1
    reach = (thing[2] - thing[0]) / 2 + w / 2 + 0.02
    top = max(thing[1] - h * 0.55, h / 2 + NEAR_EDGE)
    ground = rest[3] - h / 2
    way = ((0.0, -reach - 0.08, ground), (0.3, -reach, ground), (0.5, 0.0, top), (0.7, reach, ground),
           (1.0, reach + 0.08, ground))  # fmt: skip
    return tuple(Key(t=t, box=rounded(centred(x + side * dx, y, (w, h)))) for t, dx, y in way)


def _across(rest: Box, to_right: bool) -> tuple[Key, ...]:
    width = rest[2] - rest[0]
    low, high = width / 2 + 0.04, 1 - width / 2 - 0.04
    x0, x1 = (low, high) if to_right else (high, low)
    x = middle(rest)[0]
    return (Key(t=0, box=rounded(shifted(rest, x0 - x))), Key(t=1, box=rounded(shifted(rest, x1 - x))))


def _onto(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    """Up a tree, a ladder, a wall; with a leap onto what one then stands on."""
    target = others.get(motion.target or "")
    if target is None or flat or motion.manner not in ("climb", "jump") or motion.relation == "away":
        return ()
    wh, x = _wh(rest), middle(rest)[0]
    atop = abs(x - middle(target)[0]) < (target[2] - target[0]) / 2 and rest[3] < target[3] - 0.04
    if motion.manner == "climb" and target[3] - target[1] > wh[1] * 0.8 and not atop:
        foot = standing(middle(target)[0], GROUND, wh)
        top = standing(middle(target)[0], max(target[1] + wh[1] * 0.9, wh[1] + NEAR_EDGE), wh)
        return (Key(t=0, box=rounded(foot)), Key(t=1, box=rounded(top)))
    if not atop:
        return ()
    side = -1 if middle(target)[0] > 0.4 else 1
    edge = target[0] if side < 0 else target[2]
    foot = standing(edge + side * (wh[0] / 2 + 0.04), GROUND, wh)
    peak = shifted(rest, (middle(foot)[0] - x) * 0.35, -min(0.1, max(rest[1] - NEAR_EDGE, 0.0)))
    steps = ((0, foot), (0.25, foot), (0.5, peak), (0.7, rest))
    return tuple(Key(t=t, box=rounded(box)) for t, box in steps)


def _toward(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    target = others.get(motion.target or "")
    if target is None or motion.relation not in ("toward", "follow"):
        return ()
    x, goal = middle(rest)[0], middle(target)[0]
    side = 1 if goal >= x else -1
    gap = (rest[2] - rest[0]) / 2 + (target[2] - target[0]) / 2 + 0.015
    end = goal - side * gap
    start = end - side * 0.34
    return (
        Key(t=0, box=rounded(shifted(rest, start - x))),
        Key(t=0.8, box=rounded(shifted(rest, end - x))),
    )


def _away(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    if motion.relation != "away" and motion.direction != "away":
        return ()
    if motion.direction in ("left", "right"):
        return _sideways(motion, rest, others, flat)
    target = others.get(motion.target or "")
    side = 1 if target is None or middle(target)[0] <= middle(rest)[0] else -1
    out = (1.12 if side > 0 else -0.12) - middle(rest)[0]
    return (Key(t=0, box=rounded(rest)), Key(t=0.2, box=rounded(rest)), Key(t=1, box=rounded(shifted(rest, out))))


def _vertical(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    x, _ = middle(rest)
    wh = _wh(rest)
    if motion.direction == "up":
        top = centred(x + 0.08, min(wh[1] / 2 + 0.06, middle(rest)[1] - LEAST_WAY), wh)
        return (Key(t=0, box=rounded(rest)), Key(t=1, box=rounded(top)))
    if motion.direction == "down" or motion.manner == "fall":
        top = centred(x, wh[1] / 2 + 0.04, wh)
        return (Key(t=0, box=rounded(top)), Key(t=0.75, box=rounded(rest)), Key(t=1, box=rounded(rest)))
    if motion.direction == "toward":
        small = _grown(rest, 0.45)
        return (Key(t=0, box=rounded(shifted(small, 0, -0.08))), Key(t=1, box=rounded(_grown(rest, 1.25))))
    return ()


def _grown(box: Box, by: float) -> Box:
    cx, w, h = (box[0] + box[2]) / 2, (box[2] - box[0]) * by, (box[3] - box[1]) * by
    return (cx - w / 2, box[3] - h, cx + w / 2, box[3])


def _sideways(motion: Motion, rest: Box, others: Mapping[str, Box], flat: bool) -> tuple[Key, ...]:
    if motion.manner == "jump":
        return _jump(motion, rest)
    if motion.direction in ("left", "right"):
        return _across(rest, motion.direction == "right")
    return ()


def _jump(motion: Motion, rest: Box) -> tuple[Key, ...]:
    across = _across(rest, motion.direction != "left") if motion.direction in ("left", "right") else None
    start = across[0].box if across else rest
    end = across[1].box if across else rest
    if start is None or end is None:
        return ()
    height = min(0.24, max(start[1] - NEAR_EDGE, 0.0))
    up = shifted(((start[0] + end[0]) / 2, start[1], (start[2] + end[2]) / 2, start[3]), 0, -height)
    return (
        Key(t=0, box=rounded(start)),
        Key(t=0.3, box=rounded(shifted(start, (end[0] - start[0]) * 0.3))),
        Key(t=0.5, box=rounded(up)),
        Key(t=0.7, box=rounded(shifted(end, (start[0] - end[0]) * 0.3))),
        Key(t=1, box=rounded(end)),
    )


def _wh(box: Box) -> tuple[float, float]:
    return (box[2] - box[0], box[3] - box[1])


def timed(keys: tuple[Key, ...], start: float, end: float, *, before: bool, after: bool) -> tuple[Key, ...]:
    """The keys squeezed into [start, end] of the shot; absent before or after where that is said."""
    moved = [Key(t=round(start + key.t * (end - start), 4), box=key.box) for key in keys]
    if before and start > 0:
        moved = [Key(t=0, box=None), *moved]
    if after and end < 1:
        moved = [*moved, *([Key(t=round(end, 4), box=moved[-1].box)] if moved[-1].t < end else []), _gone(end)]
    return tuple(moved)


def _gone(t: float) -> Key:
    return Key(t=round(min(t + 0.0001, 1.0), 4), box=None)
