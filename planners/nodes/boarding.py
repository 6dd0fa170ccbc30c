"""Owns getting on and off within a shot: from when to when a rider is on its mount, and its way there and back.

Does not know: where the seat is (see mounts).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planners.lens import Box
from planners.nodes.company import Instance
from planners.nodes.getting import gets_off, gets_on
from planners.nodes.mounts import RIDING, ROWING
from planners.nodes.setup import Setup
from planners.nodes.space import GROUND, figure, middle, rounded, shifted, standing
from planners.plan import Action, Beat, Facing, Key
from planners.seats import seat_of

ON_AFTER = 0.6
"""How far into getting on a rider is on, as a share of the event."""
DOOR = 0.75
"""When on its way to the mount a rider is beside it, as a share of that way."""
GOING: frozenset[str] = frozenset(
    {"walk", "run", "stand", "roll", "float", "fly", "hop", "jump", "climb", "reach", "crawl", "sit"}
)
"""What a rider is said to do that is, in truth, riding."""

Span = tuple[float, float]


def span(setup: Setup, rider: Instance) -> Span:
    """From when to when a rider is on its mount, as shares of the shot."""
    count = max(len(setup.draft.events), 1)
    start, end, ridden = 0.0, 1.0, rider.entity in setup.riding
    for index, event in enumerate(setup.draft.events):
        if rider.entity not in setup.agents(event):
            continue
        if gets_off(event):
            end = index / count
        elif gets_on(event) and not ridden:
            start = (index + ON_AFTER) / count
        ridden = ridden or event.action in RIDING or event.verb in ROWING or gets_on(event)
    return (start, end) if start < end else (0.0, end) if end > 0 else (0.0, 0.05)


def boarded(setup: Setup, rider: Instance, seat: tuple[Key, ...], mount: Box, faces: Facing) -> tuple[Key, ...]:
    """A rider's keys: beside the mount until it gets on, beside it again once it has got off.

    Args:
        setup: The shot.
        rider: Who rides.
        seat: Its keys while it rides.
        mount: The mount's box where it is boarded.
        faces: The way the mount faces: cabins are boarded from behind, so that the rider comes facing the same way.
    """
    start, end = span(setup, rider)
    wh = figure(rider.look, rider.kind, "walk", setup.size, 0.5 if setup.far else 1.0)
    keys = [key for key in seat if start <= key.t <= end]
    if start > 0:
        behind = -1 if faces == "right" else 1
        roomy = mount[0] > wh[0] if behind < 0 else mount[2] < 1 - wh[0]
        side = behind if roomy and inside(setup, rider) else -1 if middle(mount)[0] > 0.45 else 1
        door = (mount[0] if side < 0 else mount[2]) + side * wh[0] * 0.3
        on = [Key(t=round(start, 4), box=_at(seat, start)), *(key for key in keys if key.t > start)]
        beside = standing(door, GROUND, wh)
        away = shifted(beside, side * 0.12)
        keys = [Key(t=0, box=rounded(away)), Key(t=round(start * DOOR, 4), box=rounded(beside)), *on]
    if end < 1:
        last = _at(seat, end) or mount
        side = 1 if middle(last)[0] < 0.5 else -1
        foot = standing(middle(last)[0] + side * (mount[2] - mount[0] + wh[0]) * 0.55, GROUND, wh)
        keys = [*(key for key in keys if key.t < end), Key(t=round(end, 4), box=last)]
        keys.append(Key(t=round(min(end + 0.2, 1.0), 4), box=rounded(foot)))
    return tuple(keys)


def inside(setup: Setup, rider: Instance) -> bool:
    """Whether a rider sits in a cabin, seen through its windows."""
    mount = next((item for item in setup.instances if item.key == setup.mounts.get(rider.key)), None)
    seat = seat_of(mount.look) if mount is not None else None
    return seat is not None and seat.how == "inside"


def _at(keys: Sequence[Key], t: float) -> Box | None:
    """Where keys have got to at a time; between two keys the way is straight."""
    for left, right in pairwise(keys):
        if left.t <= t < right.t and left.box is not None and right.box is not None:
            share = (t - left.t) / (right.t - left.t)
            a, b = left.box, right.box
            return rounded(tuple(p + (q - p) * share for p, q in zip(a, b, strict=True)))  # type: ignore[arg-type]
    return next((key.box for key in reversed(keys) if key.t <= t), keys[0].box)


def ridden(setup: Setup, told: Sequence[Beat]) -> tuple[Beat, ...]:
    """The beats with riders riding whatever verb says that they go, and with one of riding for all others."""
    out = []
    spans = {item.entity: span(setup, item) for item in setup.instances if item.key in setup.mounts}
    events = {event.id: event for event in setup.draft.events}
    cabins = {item.entity for item in setup.instances if item.key in setup.mounts and inside(setup, item)}
    for beat in told:
        event = events.get(beat.event or "")
        own = [spans[name] for name in beat.actors if name in spans]
        on = bool(own) and len(own) == len(beat.actors) and all(a <= beat.start < b for a, b in own)
        going = beat.action in GOING and not (event and (gets_off(event)))
        steps = (
            event is not None
            and (gets_on(event) or gets_off(event))
            and beat.action == "climb"
            and set(beat.actors) <= cabins
        )
        inside_now = on and set(beat.actors) <= cabins and not (event and (gets_on(event) or gets_off(event)))
        action = "drive" if inside_now else "ride" if on and going else "walk" if steps else beat.action
        out.append(beat.model_copy(update={"action": action}))
    for name, (start, end) in spans.items():
        said = any(name in beat.actors and (beat.action in RIDING or beat.start >= start) for beat in out)
        if not said and end > start:
            number = f"b{len(out) + 1}"
            rides: Action = "drive" if name in cabins else "ride"
            out.append(Beat(id=number, actors=(name,), action=rides, verb="ride", start=round(start, 3), end=end))
    return tuple(out)
