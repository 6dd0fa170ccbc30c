"""Owns ids inside a Reading: every place where an entity is named, renamed or taken out in one walk.

Does not know: why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planners.reading import Event, Motion, ReadEntity, Reading, Sentence, Speech

Names = Mapping[str, str | None]
"""Old id -> new id; None: it is taken out. Ids that are not in it stay."""


def renamed(reading: Reading, names: Names) -> Reading:
    """The reading with ids changed everywhere; what is left without an actor or a target loses only that."""
    entities = {
        key: entity.model_copy(update={"members": _all(entity.members, names)})
        for key, entity in reading.entities.items()
        if names.get(key, key) == key
    }
    return reading.model_copy(
        update={
            "entities": entities,
            "sentences": tuple(_sentence(sentence, names) for sentence in reading.sentences),
            "events": tuple(_event(event, names) for event in reading.events),
            "speeches": tuple(_speech(speech, names) for speech in reading.speeches),
        }
    )


def merged(entities: Mapping[str, ReadEntity], keep: str, others: Iterable[str]) -> ReadEntity:
    """One entity out of several that are the same: what the first does not say the others do."""
    whole = entities[keep]
    for other in (entities[name] for name in others if name in entities and name != keep):
        look = {
            field: value or getattr(other.attributes, field)
            for field, value in whole.attributes.model_dump(exclude={"clothes"}).items()
        }
        clothes = whole.attributes.clothes or other.attributes.clothes
        whole = whole.model_copy(
            update={
                "attributes": whole.attributes.model_copy(update={**look, "clothes": clothes}),
                "stages": {**other.stages, **whole.stages},
                "description": whole.description or other.description,
                "mentions": whole.mentions + other.mentions,
                "proper": whole.proper,
            }
        )
    return whole


def _one(name: str | None, names: Names) -> str | None:
    return None if name is None else names.get(name, name)


def _all(found: Iterable[str], names: Names) -> tuple[str, ...]:
    kept = (_one(name, names) for name in found)
    return tuple(dict.fromkeys(name for name in kept if name is not None))


def _keys(found: Mapping[str, str], names: Names) -> dict[str, str]:
    return {new: value for name, value in found.items() if (new := _one(name, names)) is not None}


def _sentence(sentence: Sentence, names: Names) -> Sentence:
    seen = [item.model_copy(update={"entity": _one(item.entity, names) or ""}) for item in sentence.appearances]
    near = [(_one(a, names), how, _one(b, names)) for a, how, b in sentence.relations]
    return sentence.model_copy(
        update={
            "place": _one(sentence.place, names),
            "present": _all(sentence.present, names),
            "appearances": tuple(item for item in seen if item.entity),
            "relations": tuple((a, how, b) for a, how, b in near if a and b and a != b),
            "stages": _keys(sentence.stages, names),
            "camera": sentence.camera.model_copy(update={"focus": _one(sentence.camera.focus, names)}),
        }
    )


def _event(event: Event, names: Names) -> Event:
    return event.model_copy(
        update={
            "agents": _all(event.agents, names),
            "patients": _all(event.patients, names),
            "instruments": _all(event.instruments, names),
            "recipient": _one(event.recipient, names),
            "motion": event.motion and _motion(event.motion, names),
            "state": _keys(event.state, names),
        }
    )


def _motion(motion: Motion, names: Names) -> Motion:
    around = motion.around if not motion.around else _one(motion.around, names)
    return motion.model_copy(
        update={"past": _one(motion.past, names), "target": _one(motion.target, names), "around": around}
    )


def _speech(speech: Speech, names: Names) -> Speech:
    return speech.model_copy(
        update={"speaker": _one(speech.speaker, names), "listeners": _all(speech.listeners, names)}
    )
