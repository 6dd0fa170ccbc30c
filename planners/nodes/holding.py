"""Owns what is in whose hands: told things, small ones they act with, small animals in arms, kites on strings.

Does not know: where anybody stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from planners.nodes.cast import expanded
from planners.nodes.state import Draft
from planners.plan import Entity
from planners.reading import Event, Reading
from planners.seats import TETHERED
from planners.sizes import size_of

IN_HAND = 48.0
"""Things up to this size, in figure units, are held; larger ones are stood beside or pushed."""
IN_ARMS = 0.62
"""Somebody up to this share of a person's height is carried in the arms."""
HOLDING: frozenset[str] = frozenset(
    {"hold", "carry", "give", "read", "write", "eat", "drink", "play", "throw", "catch", "paint", "cook", "open",
     "reach"}
)  # fmt: skip
AWAY: frozenset[str] = frozenset({"throw"})
CARRYING: frozenset[str] = frozenset({"carry", "hold"})


def holders(draft: Draft, reading: Reading, entities: Mapping[str, Entity]) -> dict[str, str]:
    """Small thing or animal -> entity whose hand it is in."""
    out: dict[str, str] = {}
    for event in draft.events:
        for thing in (*event.instruments, *event.patients):
            holder = _holder(event, thing, reading, entities)
            if holder is not None:
                out.setdefault(thing, holder)
        for thing in _brought(draft, event, entities):
            holder = _holder(event.model_copy(update={"instruments": (thing,)}), thing, reading, entities)
            if holder is not None:
                out.setdefault(thing, holder)
    for sentence in draft.sentences:
        for a, relation, b in sentence.relations:
            if relation in ("held by", "carried by") and b in entities:
                out.setdefault(a, b)
    return out


def _brought(draft: Draft, event: Event, entities: Mapping[str, Entity]) -> list[str]:
    """Things that an event's agents have with them: "walks with a red kite"."""
    told = next((sentence for sentence in draft.sentences if sentence.index == event.sentence), None)
    if told is None or not event.agents:
        return []
    return [
        name
        for name in told.present
        if name in entities
        and entities[name].kind == "prop"
        and entities[name].attributes.noun
        and re.search(
            rf"\bwith (an?|the|his|her|their|its) ([\w-]+ )?{re.escape(entities[name].attributes.noun)}\b", told.text
        )
    ]


def _holder(event: Event, thing: str, reading: Reading, entities: Mapping[str, Entity]) -> str | None:
    entity = entities.get(thing)
    agents = [name for agent in event.agents for name in expanded(reading, agent) if name in entities]
    agents = [name for name in agents if entities[name].kind == "character"]
    if entity is None or not agents or entity.count > 1 or thing in agents:
        return None
    if entity.kind == "character":
        return agents[0] if event.action in CARRYING and _in_arms(entity, entities[agents[0]]) else None
    if entity.attributes.noun in TETHERED and event.action in (*HOLDING, "fly"):
        return agents[0]
    wanted = (event.action in HOLDING and event.action not in AWAY) or thing in event.instruments
    small = max(size_of(entity.attributes, "prop")) <= IN_HAND or entity.attributes.noun in TETHERED
    return agents[0] if wanted and small else None


def _in_arms(entity: Entity, holder: Entity) -> bool:
    tall = size_of(holder.attributes, holder.kind)[1]
    person = holder.kind == "character" and holder.attributes.species is None
    return person and size_of(entity.attributes, entity.kind)[1] <= IN_ARMS * tall
