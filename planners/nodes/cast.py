"""Owns the cast node: read entities become the plan's entities, each with a voice of its own if it speaks.

Does not know: where anybody stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planners.nodes.script import NOWHERE
from planners.nodes.state import Draft, State
from planners.plan import Attributes, Entity, Note, Stage, Voice
from planners.reading import ReadEntity, Reading
from planners.story import CharacterPin, PlacePin, PropPin, Story

_PITCHES: Mapping[str, tuple[float, ...]] = {
    "male": (0.80, 0.86, 0.76, 0.90, 0.83, 0.78),
    "female": (1.06, 1.12, 0.97, 1.16, 1.03, 1.09),
    "child": (1.24, 1.30, 1.20, 1.27, 1.33, 1.22),
    "thing": (0.93, 1.18, 0.88, 1.28, 0.84, 1.36),
}
"""Pitches that one after another is given out; the narrator has 1.0."""
_RATES: Mapping[str, float] = {"elder": 0.93, "child": 1.05, "baby": 1.05}
_WORDS: Mapping[str, tuple[float, float]] = {
    "low": (0.84, 1.0), "deep": (0.76, 0.97), "high": (1.2, 1.0), "squeaky": (1.36, 1.05), "slow": (0.0, 0.88),
    "fast": (0.0, 1.14), "child": (1.26, 1.04), "male": (0.84, 1.0), "female": (1.08, 1.0), "old": (0.0, 0.92),
}  # fmt: skip


def cast(state: State) -> State:
    """Drafts and Reading -> entities."""
    story, reading, drafts = state["story"], state["reading"], state["drafts"]
    needed = _needed(reading, drafts)
    entities = {name: _entity(reading.entities[name], story) for name in needed if name in reading.entities}
    gone = reading.entities.keys() - entities.keys()
    notes = [note for note in state["notes"] if note.where not in gone]
    if any(draft.scene.place == NOWHERE for draft in drafts) or not any(e.kind == "place" for e in entities.values()):
        entities[NOWHERE] = Entity(
            id=NOWHERE, kind="place", name="an open meadow", attributes=Attributes(noun="meadow")
        )
        what = "no place is named: an open meadow is shown"
        notes.append(Note(kind="interpreted", where="story", what=what))
    return {"entities": _voiced(entities, story, drafts), "notes": tuple(notes)}


def _needed(reading: Reading, drafts: Sequence[Draft]) -> list[str]:
    """Ids that some draft shows, speaks through or plays in; members stand for groups that have them."""
    found: dict[str, None] = {}
    for draft in drafts:
        found[draft.scene.place] = None
        for name in seen(reading, draft):
            found[name] = None
        for speech in draft.speeches:
            if speech.speaker:
                for name in expanded(reading, speech.speaker):
                    found[name] = None
    return list(found)


def seen(reading: Reading, draft: Draft) -> list[str]:
    """Ids of characters and props that a draft shows, groups resolved, each once."""
    names = [name for sentence in draft.sentences for name in sentence.present]
    for event in draft.events:
        names += [*event.agents, *event.patients, *event.instruments, *([event.recipient] if event.recipient else [])]
    names += [speech.speaker for speech in draft.speeches if speech.speaker and not speech.off]
    flat = [member for name in names for member in expanded(reading, name)]
    return [n for n in dict.fromkeys(flat) if n in reading.entities and reading.entities[n].kind != "place"]


def expanded(reading: Reading, name: str) -> list[str]:
    """The members of a group, when they are known; else the name itself."""
    entity = reading.entities.get(name)
    if entity is None or not entity.members:
        return [name]
    return [member for inner in entity.members if inner != name for member in expanded(reading, inner)]


def _entity(read: ReadEntity, story: Story) -> Entity:
    pins: dict[str, CharacterPin | PlacePin | PropPin] = {**story.characters, **story.props, **story.places}
    pin = pins.get(read.id)
    return Entity(
        id=read.id,
        kind=read.kind,
        name=read.name,
        count=max(read.count, 1),
        description=read.description or (pin.description if pin else ""),
        attributes=read.attributes,
        stages=tuple(Stage(id=name, attributes=look) for name, look in read.stages.items()),
        reference=pin.reference if pin else None,
    )


def _voiced(entities: dict[str, Entity], story: Story, drafts: Sequence[Draft]) -> dict[str, Entity]:
    """Every speaker with a pitch that nobody else has."""
    taken: set[float] = {1.0}
    out = dict(entities)
    for draft in drafts:
        for speech in draft.speeches:
            entity = out.get(speech.speaker or "")
            if entity is None or entity.voice is not None:
                continue
            pin = story.characters.get(entity.id)
            voice = _voice(entity, pin.voice if pin else None, taken)
            taken.add(voice.pitch)
            out[entity.id] = entity.model_copy(update={"voice": voice})
    return out


def _voice(entity: Entity, words: str | None, taken: set[float]) -> Voice:
    look = entity.attributes
    row = "child" if look.age in ("child", "baby") else look.gender or "thing"
    pitch = next((value for value in _PITCHES[row] if value not in taken), None)
    rate = _RATES.get(look.age or "", 1.0)
    for word in (words or "").lower().split():
        wished = _WORDS.get(word.strip(",."))
        if wished is not None:
            pitch, rate = wished[0] or pitch, wished[1] if wished[1] != 1.0 else rate
    if pitch is None or pitch in taken:
        start = pitch or _PITCHES[row][0]
        pitch = next(
            round(start + step * 0.02, 2) for step in range(1, 60) if round(start + step * 0.02, 2) not in taken
        )
    return Voice(pitch=pitch, rate=rate)
