"""Owns where an instance is over a shot: its journey, and its coming and going.

Does not know: where anybody stands at rest, facing, how journeys are made.
"""

from __future__ import annotations

from planners.nodes.company import SEATS, Instance, appearances
from planners.nodes.moves import timed
from planners.nodes.paths import journey, legs
from planners.nodes.postures import POSTURES
from planners.nodes.setup import Setup
from planners.nodes.space import centred, middle, rounded, shifted
from planners.plan import Key
from planners.reading import Event

FAR = 0.3
"""From how far somebody comes who goes to a seat."""
HAND, BOW = 0.35, 0.16
"""Where a hand is, from the top of a figure; how high something thrown flies over both ends."""


def keys(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """Where an instance is over the shot; absent before it appears and after it leaves, as the text says."""
    out = (
        _thrown(setup, item)
        or _to_seat(setup, item)
        or journey(setup, item)
        or (Key(t=0, box=rounded(setup.boxes[item.key])),)
    )
    for appearance in appearances(setup.draft, item.entity):
        if appearance.start > 0 or appearance.end < 1:
            return timed(out, appearance.start, appearance.end, before=True, after=True)
    return out


def _to_seat(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """To the seat that it sits down on: there by the middle of the shot."""
    seats = {other.entity for other in setup.instances if other.look.noun in SEATS}
    on = any(a == item.entity and how in ("on", "in") and b in seats for a, how, b in setup.relations())
    sits = any(event.action in POSTURES and item.entity in setup.agents(event) for event in setup.draft.events)
    if not on or not sits or not legs(setup, item):
        return ()
    rest = setup.boxes[item.key]
    side = 1 if rest[0] > 0.5 else -1
    return (Key(t=0, box=rounded(shifted(rest, side * FAR))), Key(t=0.5, box=rounded(rest)))


def _thrown(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """From the thrower's hand in a bow to whom or where it is thrown."""
    event = next((e for e in setup.draft.events if e.action == "throw" and item.entity in e.patients), None)
    if event is None or item.kind == "character":
        return ()
    boxes = {other.entity: setup.boxes[other.key] for other in setup.instances if other.key in setup.boxes}
    throwers = [boxes[name] for name in setup.agents(event) if name in boxes]
    if not throwers:
        return ()
    goal = boxes.get(event.recipient or "") or boxes.get((event.motion.target if event.motion else None) or "")
    start, wh = throwers[0], setup.sizes[item.key]
    x0, y0 = middle(start)[0], start[1] + HAND * (start[3] - start[1])
    x1 = middle(goal)[0] if goal else (0.85 if x0 < 0.5 else 0.15)
    y1 = (goal[1] + HAND * (goal[3] - goal[1])) if goal else start[3] - wh[1] / 2
    x1 += 0.0 if goal is None else (-1 if x1 > x0 else 1) * (goal[2] - goal[0]) / 2
    top = max(min(y0, y1) - BOW, wh[1] / 2)
    bow = ((0.0, x0, y0), (0.35, x0, y0), (0.6, (x0 + x1) / 2, top), (0.85, x1, y1))
    return tuple(Key(t=t, box=rounded(centred(x, y, wh))) for t, x, y in bow)


def moving(setup: Setup, item: Instance) -> Event | None:
    """The event in which an instance first moves: its own, or that of who rides it."""
    found = legs(setup, item)
    return found[0][2] if found else None
