"""Owns what places have of their own: a stove in the kitchen, a door in the living room, and where.

Such a thing is not drawn a second time when the text names it; people go to where it is. Shares of the frame, as the
animatic's places are painted (their `spots`). Does not know: who is on stage.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.lens import Box
from planners.nodes.space import BACK
from planners.plan import Attributes

_Row = Mapping[str, tuple[float, float, float]]
"""Noun -> middle, width and top."""

_DOOR = {"door": (0.06, 0.1, 0.33), "doorway": (0.06, 0.1, 0.33)}
_LIVING: _Row = {
    **_DOOR, "window": (0.3, 0.18, 0.14), "curtain": (0.3, 0.24, 0.12), "fireplace": (0.78, 0.16, 0.3),
    "hearth": (0.78, 0.16, 0.3), "mantel": (0.78, 0.16, 0.3), "mantelpiece": (0.78, 0.16, 0.3),
    "bookshelf": (0.98, 0.1, 0.28), "bookcase": (0.98, 0.1, 0.28),
}  # fmt: skip
_KITCHEN: _Row = {
    "stove": (0.78, 0.12, 0.5), "oven": (0.78, 0.12, 0.5), "cooker": (0.78, 0.12, 0.5), "fridge": (0.97, 0.1, 0.3),
    "refrigerator": (0.97, 0.1, 0.3), "window": (0.5, 0.2, 0.14), "cupboard": (0.16, 0.2, 0.1),
    "counter": (0.3, 0.5, 0.53), "countertop": (0.3, 0.5, 0.53), "sink": (0.5, 0.14, 0.53),
}  # fmt: skip
_OWN: Mapping[str, _Row] = {
    "kitchen": _KITCHEN,
    "living room": _LIVING, "dining room": _LIVING, "parlor": _LIVING, "parlour": _LIVING, "sitting room": _LIVING,
    "bedroom": {"door": (0.02, 0.1, 0.3), "window": (0.26, 0.2, 0.14), "nightstand": (0.6, 0.08, 0.55)},
    "classroom": {
        **_DOOR, "blackboard": (0.48, 0.36, 0.22), "chalkboard": (0.48, 0.36, 0.22), "board": (0.48, 0.36, 0.22),
        "window": (0.87, 0.16, 0.18),
    },
    "cafe": {
        "door": (0.04, 0.12, 0.25), "window": (0.27, 0.3, 0.14), "counter": (0.82, 0.3, 0.53),
        "menu board": (0.57, 0.12, 0.12), "blackboard": (0.57, 0.12, 0.12),
    },
    "office": {**_DOOR, "window": (0.5, 0.28, 0.1)},
    "bathroom": {**_DOOR, "mirror": (0.46, 0.14, 0.14), "bathtub": (0.78, 0.3, 0.55), "tub": (0.78, 0.3, 0.55)},
    "library": {"window": (0.5, 0.14, 0.1), "shelf": (0.3, 0.2, 0.1), "bookshelf": (0.3, 0.2, 0.1)},
    "barn": {"door": (0.5, 0.2, 0.35)},
    "workshop": {"door": (0.13, 0.1, 0.3), "workbench": (0.5, 0.4, 0.55), "window": (0.86, 0.14, 0.15)},
    "shop": {"door": (0.33, 0.1, 0.3), "window": (0.5, 0.2, 0.12), "counter": (0.7, 0.3, 0.55)},
}  # fmt: skip


def fitting(place: str, look: Attributes) -> Box | None:
    """Where a place has a thing of its own, on the stage; None when it has none."""
    row = _OWN.get(place, {})
    found = row.get(look.noun) or row.get(look.noun.split(" ")[-1])
    if found is None:
        return None
    x, width, top = found
    return (x - width / 2, top, x + width / 2, BACK)
