"""Owns the surface of water: at what height of the stage it lies in each place, and how deep things sink in it.

The planner puts whoever swims and whatever floats there; the animatic cuts figures off along that line.
Does not know: how water is drawn, who is on stage.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from planners.plan import Action, Attributes
from planners.seats import seat_of

SURFACE: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("sea", "ocean", "open sea", "open water", "high sea", "water"), 0.84),
        **dict.fromkeys(("lake", "pond", "lakeside", "lakeshore", "pool", "loch"), 0.73),
        **dict.fromkeys(("river", "riverbank", "stream", "brook", "creek"), 0.755),
        **dict.fromkeys(("harbour", "harbor", "port", "dock", "pier", "marina", "quay", "wharf", "jetty"), 0.735),
        **dict.fromkeys(("beach", "shore", "seaside", "seashore", "coast", "bay", "island", "lagoon", "cove"), 0.68),
    }
)
"""Where a body floats, by the noun of the place: share of the stage's height."""
REACH = 0.09
"""How far below that line a body may end and still be in the water; what stands lower is ashore."""
OPEN = 0.8
"""From this height of the line on there is no shore before it: bodies are mirrored below it in full."""
SHALLOWS = 0.012
"""Share of the stage's height of water between a body and the near shore elsewhere."""
_BODY: Mapping[str, float] = MappingProxyType(
    {**dict.fromkeys(("duck", "swan", "goose", "duckling", "pelican", "gull", "seagull"), 0.22),
     **dict.fromkeys(("fish", "shark", "goldfish"), 0.55),
     **dict.fromkeys(("whale", "dolphin", "orca", "porpoise", "narwhal"), 0.28)}
)  # fmt: skip
_ALWAYS = frozenset({"fish", "shark", "goldfish", "whale", "dolphin", "orca", "porpoise", "narwhal"})
"""What is in the water whatever it does, but for a leap."""
_LEAPS: frozenset[Action] = frozenset({"jump", "fly", "fall"})
_IN_AIR = re.compile(r"balloon|airship|zeppelin|blimp|dirigible|sleigh|sled")
_SWIMMER, _DRIFTING = 0.45, 0.3
_KEEL, _KEELS = 0.07, 0.2
"""How deep a hull lies: a share of its length, at most this share of its height."""


def surface(place: Attributes) -> float | None:
    """Where bodies float in a place; None where there is no water."""
    return SURFACE.get(place.noun, SURFACE.get(place.noun.split(" ")[-1]))


def hull(look: Attributes) -> bool:
    """Whether something is a vessel."""
    seat = seat_of(look)
    return look.noun == "raft" or (seat is not None and seat.how == "afloat" and not _IN_AIR.search(look.noun))


def draught(look: Attributes, action: Action, shape: float) -> float:
    """How much of a body's height is under water: 0 for what is not in it.

    Args:
        look: What it is.
        action: What it does; vessels are in the water whatever they do.
        shape: Its width over its height.
    """
    if hull(look):
        return min(_KEEL * shape, _KEELS)
    if action == "swim" or (look.species in _ALWAYS and action not in _LEAPS):
        return _BODY.get(look.species or look.noun, _SWIMMER)
    if action in ("float", "fall") and look.species is None:
        return _DRIFTING
    return 0.0
