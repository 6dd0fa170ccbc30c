"""Owns which way everybody faces: along their way, to whom they deal with, to the nearest other."""

from __future__ import annotations

from planners.nodes.company import Instance
from planners.nodes.setup import Setup
from planners.nodes.space import middle
from planners.plan import Facing, Key

OPEN = frozenset({"talk", "stand", "sing", "dance", "wave"})
"""What one alone does toward the viewer."""


def facing(setup: Setup, item: Instance, keys: tuple[Key, ...]) -> Facing:
    """The side that an instance faces while it moves along `keys`."""
    boxes = [key.box for key in keys if key.box is not None]
    if len(boxes) > 1:
        dx = middle(boxes[-1])[0] - middle(boxes[0])[0]
        if abs(dx) > 0.03:
            return "right" if dx > 0 else "left"
    x = middle(setup.boxes[item.key])[0]
    target = _looked_at(setup, item)
    if target is not None:
        return "right" if target > x else "left"
    here = (o for o in setup.instances if o.kind == "character" and o.key != item.key and o.key in setup.boxes)
    others = list(here)
    if others and item.kind == "character":
        nearest = min(others, key=lambda o: abs(middle(setup.boxes[o.key])[0] - x))
        return "right" if middle(setup.boxes[nearest.key])[0] >= x else "left"
    partner = _partner(setup, item)
    if partner is not None:
        return "right" if partner > x else "left"
    if item.kind == "character" and item.action in OPEN and len(boxes) <= 1:
        return "front" if not others and item.look.species is None else ("right" if x <= 0.5 else "left")
    return "right" if x <= 0.5 else "left"


def _partner(setup: Setup, item: Instance) -> float | None:
    """Where the nearest other character of the scene who is not in the picture stands (x): the axis is kept."""
    x = middle(setup.boxes[item.key])[0]
    others = [
        place
        for key, place in setup.known.items()
        if key.split("#")[0] != item.entity and setup.entities[key.split("#")[0]].kind == "character"
    ]
    near = [place for place in others if abs(place - x) > 0.04]
    return min(near, key=lambda place: abs(place - x)) if near and item.kind == "character" else None


def _looked_at(setup: Setup, item: Instance) -> float | None:
    """X of what the instance acts upon, speaks to, or is acted upon by."""
    for event in setup.draft.events:
        agents = setup.agents(event)
        objects = [*event.patients, *([event.recipient] if event.recipient else [])]
        wanted = objects if item.entity in agents else list(agents) if item.entity in objects else []
        for name in wanted:
            for other in setup.instances:
                if other.entity == name and other.key in setup.boxes and other.entity != item.entity:
                    return middle(setup.boxes[other.key])[0]
    return None
