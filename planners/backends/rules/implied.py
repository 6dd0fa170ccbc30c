"""Owns carriers that a text implies without naming them: who cycles has a bicycle, who is on horseback a horse.

Does not know: parses; it works on the reading.
"""

from __future__ import annotations

import re

from planners.backends.rules import things
from planners.plan import Attributes, Kind, Note
from planners.reading import Event, ReadEntity, Reading

CARRIERS: dict[str, tuple[str, Kind]] = {
    "cycle": ("bicycle", "prop"), "pedal": ("bicycle", "prop"), "bike": ("bicycle", "prop"),
    "row": ("rowboat", "prop"),
}  # fmt: skip
"""Verb -> noun and kind of what it needs."""
_HORSEBACK = re.compile(r"\bon horseback\b|\bmounted on horses?\b", re.IGNORECASE)


def carriers(reading: Reading) -> Reading:
    """The reading with what its riders must be sitting on, and a note for each."""
    for event in reading.events:
        told = next((s for s in reading.sentences if s.index == event.sentence), None)
        noun, kind = CARRIERS.get(event.verb, ("", "prop"))
        if told is not None and _HORSEBACK.search(told.text):
            noun, kind = "horse", "character"
        riders = [a for a in event.agents if reading.entities[a].kind == "character"]
        if noun and riders and not event.patients and not _has_one(reading, noun):
            reading = _with_carrier(reading, event, riders, noun, kind)
    return reading


def _has_one(reading: Reading, noun: str) -> bool:
    """Whether the story names something that could be meant."""
    nouns = [entity.attributes.noun for entity in reading.entities.values() if entity.kind != "place"]
    return any(name == noun or things.rideable(name) for name in nouns)


def _with_carrier(reading: Reading, event: Event, riders: list[str], noun: str, kind: Kind) -> Reading:
    count = sum(reading.entities[rider].count for rider in riders)
    look = Attributes(noun=noun, species=noun if kind == "character" else None)
    key = noun if noun not in reading.entities else f"{noun}_ridden"
    entity = ReadEntity(id=key, kind=kind, name=noun, count=count, attributes=look)
    sentences = tuple(
        s.model_copy(
            update={
                "present": (*s.present, key),
                "relations": (*s.relations, *((rider, "on", key) for rider in riders)),
            }
        )
        if s.index == event.sentence
        else s
        for s in reading.sentences
    )
    note = Note(kind="interpreted", where=key, what=f"{event.verb!r} names no {noun}: one is shown")
    return reading.model_copy(
        update={"entities": {**reading.entities, key: entity}, "sentences": sentences, "notes": (*reading.notes, note)}
    )
