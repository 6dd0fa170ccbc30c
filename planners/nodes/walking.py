"""Owns where an instance is over a shot: its journey, and its coming and going.

Does not know: where anybody stands at rest, facing, how journeys are made.
"""

from __future__ import annotations

from planners.nodes.company import Instance, appearances
from planners.nodes.moves import timed
from planners.nodes.paths import journey, legs
from planners.nodes.setup import Setup
from planners.nodes.space import rounded
from planners.plan import Key
from planners.reading import Event


def keys(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """Where an instance is over the shot; absent before it appears and after it leaves, as the text says."""
    out = journey(setup, item) or (Key(t=0, box=rounded(setup.boxes[item.key])),)
    for appearance in appearances(setup.draft, item.entity):
        if appearance.start > 0 or appearance.end < 1:
            return timed(out, appearance.start, appearance.end, before=True, after=True)
    return out


def moving(setup: Setup, item: Instance) -> Event | None:
    """The event in which an instance first moves: its own, or that of who rides it."""
    found = legs(setup, item)
    return found[0][2] if found else None
