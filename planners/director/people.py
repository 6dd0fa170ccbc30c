"""Owns the director's cast node: who and what there is, each once, with words of the story that prove it.

Canonical ids, merged duplicates, phantoms out, stages by age and costume (VideoGen-of-Thought 1.5), groups by id
(VideoDirectorGPT 2.1). Does not know: looks, shots.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from planners.backends.rules.beings import PEOPLE
from planners.backends.rules.describe import Looks, describe
from planners.backends.rules.settings_words import PLACES
from planners.chat_model import Asker
from planners.director.answers import CastAnswer, CastRow, Phantom, StageRow
from planners.director.evidence import shares_a_word, stands_in, unsupported, words_of
from planners.director.looks import phrase
from planners.director.references import merged, renamed
from planners.director.scope import told_names, told_text
from planners.director.steps import known, lines
from planners.nodes.state import State
from planners.plan import Attributes
from planners.reading import ReadEntity, Reading
from planners.story import Story

SAFE_MENTIONS = 4
"""An entity that is named this often is no phantom."""


def people(state: State, asker: Asker) -> State:
    """Reading -> a reading with the cast mended."""
    story, reading = state["story"], state["reading"]
    text = told_text(state)
    variables = {
        "text": text,
        "draft": draft_of(reading, told_names(state)),
        "pinned": ", ".join(pinned(story)) or "none",
    }
    answer = asker.ask(
        "cast",
        variables,
        CastAnswer,
        check=functools.partial(check_cast, reading=reading, story=story, text=text),
        where="cast",
    )
    return {"reading": merge_cast(reading, answer)}


def pinned(story: Story) -> tuple[str, ...]:
    """Ids that the author fixed."""
    return (*story.characters, *story.places, *story.props)


def draft_of(reading: Reading, names: Sequence[str]) -> str:
    """The rules' cast, a line each."""
    return lines(
        {
            "id": entity.id,
            "kind": entity.kind,
            "name": entity.name,
            "noun": entity.attributes.noun,
            "count": entity.count if entity.count > 1 else None,
            "members": entity.members,
            "looks": phrase(entity.attributes),
        }
        for entity in (reading.entities[name] for name in names)
    )


# -- what may be wrong ------------------------------------------------------------------------------


def check_cast(answer: CastAnswer, reading: Reading, story: Story, text: str) -> list[str]:
    """What is wrong with a cast, in plain sentences."""
    found: list[str] = []
    ids = [row.id for row in answer.entities]
    found += [f"the id {name!r} is given twice" for name in dict.fromkeys(ids) if ids.count(name) > 1]
    for row in answer.entities:
        found += _check_row(row, reading, text, ids, fixed=row.id in pinned(story))
    groups = {row.id for row in answer.entities if row.members}
    groups |= {name for name, entity in reading.entities.items() if entity.members and name not in ids}
    found += [
        f"entity {row.id!r}: its member {name!r} is a group itself; name who is in it"
        for row in answer.entities
        for name in row.members
        if name in groups
    ]
    for phantom in answer.phantoms:
        found += _check_phantom(phantom, reading, story, ids)
    for stage in answer.stages:
        found += _check_stage(stage, reading, ids)
    return found


def _check_row(row: CastRow, reading: Reading, text: str, ids: Sequence[str], *, fixed: bool) -> list[str]:
    where = f"entity {row.id!r}"
    found = known(row.same_as, reading.entities, where, what="draft id")
    found += known(row.members, (*reading.entities, *ids), where)
    if row.id in row.same_as or row.id in row.members:
        found.append(f"{where}: it cannot be the same as itself or a member of itself")
    if fixed:
        return found
    if not stands_in(row.words, text):
        return [*found, f"{where}: the words {row.words!r} are not in the story; copy them exactly"]
    if row.id not in reading.entities and not shares_a_word(row.name, row.words):
        found.append(f"{where}: its name {row.name!r} has no word of the words that it cites, {row.words!r}")
    if row.noun and not _noun_allowed(row, reading, text):
        found.append(f"{where}: the story has no {row.noun!r}; take a noun of the story or leave it empty")
    return found


def _noun_allowed(row: CastRow, reading: Reading, text: str) -> bool:
    """A noun stands in the story, or the rules read it, or it is a plain word for people, or a place of our list."""
    noun = row.noun.lower()
    draft = reading.entities.get(row.id)
    if draft is not None and draft.attributes.noun == noun:
        return True
    if row.kind == "character" and noun in PEOPLE:
        return True
    if row.kind == "place" and noun in PLACES:
        return True
    return not unsupported([noun], text)


def _check_phantom(phantom: Phantom, reading: Reading, story: Story, ids: Sequence[str]) -> list[str]:
    where = f"phantom {phantom.id!r}"
    entity = reading.entities.get(phantom.id)
    if entity is None:
        return known([phantom.id], reading.entities, where, what="draft id")
    speaks = any(phantom.id == speech.speaker for speech in reading.speeches)
    if phantom.id in ids:
        return [f"{where}: it is also listed as an entity"]
    if phantom.id in pinned(story) or speaks or entity.mentions >= SAFE_MENTIONS:
        return [f"{where}: it is no phantom, it speaks, is pinned by the author, or is named often"]
    return []


def _check_stage(stage: StageRow, reading: Reading, ids: Sequence[str]) -> list[str]:
    where = f"stage {stage.stage!r} of {stage.id!r}"
    found = known([stage.id], (*reading.entities, *ids), where)
    if stage.sentence >= len(reading.sentences):
        found.append(f"{where}: there is no sentence {stage.sentence}")
    elif not stands_in(stage.words, " ".join(s.text for s in reading.sentences[: stage.sentence + 1])):
        found.append(f"{where}: the words {stage.words!r} do not stand in the story up to sentence {stage.sentence}")
    if not stage.age and not stage.clothes:
        found.append(f"{where}: say what is different: the age or the clothes")
    return found


# -- merging ----------------------------------------------------------------------------------------


def merge_cast(reading: Reading, answer: CastAnswer) -> Reading:
    """The reading with the answer's cast. Pure; an answer that passed `check_cast` always merges."""
    entities = dict(reading.entities)
    names: dict[str, str | None] = {phantom.id: None for phantom in answer.phantoms}
    for row in answer.entities:
        same = [name for name in row.same_as if name in entities and name not in names and name != row.id]
        if row.id not in entities and same:
            entities[row.id] = entities[same[0]].model_copy(update={"id": row.id})
        if row.id in entities and same:
            entities[row.id] = merged(entities, row.id, same)
        names.update(dict.fromkeys(same, row.id))
        entities[row.id] = _entity(row, entities.get(row.id))
    better = renamed(reading.model_copy(update={"entities": entities}), names)
    for row in answer.entities:
        better = _seen_where_named(better, row, reading)
    return _staged(_kinds_kept(_flat(better)), answer.stages)


def _flat(reading: Reading) -> Reading:
    """Without groups that hold themselves by way of others: a group in a group stays only where it holds no group."""
    groups = {name for name, entity in reading.entities.items() if entity.members}
    entities = {
        name: entity.model_copy(
            update={"members": tuple(m for m in entity.members if m not in groups or _plain(m, reading, groups))}
        )
        for name, entity in reading.entities.items()
    }
    return reading.model_copy(update={"entities": entities})


def _plain(name: str, reading: Reading, groups: set[str]) -> bool:
    return not set(reading.entities[name].members) & groups


def _entity(row: CastRow, draft: ReadEntity | None) -> ReadEntity:
    """The draft's entity with what the row says, or a new one."""
    look = draft.attributes if draft else Attributes()
    noun = row.noun.lower() or look.noun or _head(row.name)
    update: dict[str, object] = {"noun": noun, "age": row.age or look.age, "gender": row.gender or look.gender}
    if draft is None or draft.kind != row.kind or noun != look.noun:
        update["species"] = look.species if row.kind == "character" and noun == look.noun else _species(row, noun)
    base = draft or ReadEntity(id=row.id, kind=row.kind, name=row.name)
    return base.model_copy(
        update={
            "kind": row.kind,
            "name": row.name or base.name,
            "proper": base.proper or row.name[:1].isupper(),
            "count": row.count,
            "members": tuple(name for name in row.members if name != row.id) or base.members,
            "attributes": look.model_copy(update=update),
        }
    )


def _species(row: CastRow, noun: str) -> str | None:
    person = noun in PEOPLE or noun.split(" ")[-1] in PEOPLE or bool(row.gender and row.age)
    return None if person or row.kind != "character" else noun


def _head(name: str) -> str:
    words = words_of(name)
    return words[-1] if words else name.lower()


def _seen_where_named(reading: Reading, row: CastRow, before: Reading) -> Reading:
    """Somebody whom the rules missed is seen in the sentences that hold the cited words."""
    if row.kind == "place" or row.id in before.entities or row.same_as:
        return reading
    sentences = tuple(
        s.model_copy(update={"present": tuple(dict.fromkeys((*s.present, row.id)))}) if stands_in(row.words, s.text)
        else s
        for s in reading.sentences
    )  # fmt: skip
    return reading.model_copy(update={"sentences": sentences})


def _kinds_kept(reading: Reading) -> Reading:
    """Places are never on stage, and only places are played in."""
    places = {name for name, entity in reading.entities.items() if entity.kind == "place"}
    sentences = tuple(
        s.model_copy(
            update={
                "present": tuple(name for name in s.present if name not in places),
                "place": s.place if s.place in places else None,
            }
        )
        for s in reading.sentences
    )
    events = tuple(
        event.model_copy(
            update={
                "agents": tuple(name for name in event.agents if name not in places),
                "patients": tuple(name for name in event.patients if name not in places),
                "instruments": tuple(name for name in event.instruments if name not in places),
                "recipient": None if event.recipient in places else event.recipient,
            }
        )
        for event in reading.events
    )
    return reading.model_copy(update={"sentences": sentences, "events": events})


def _staged(reading: Reading, rows: Sequence[StageRow]) -> Reading:
    """From its sentence on, an entity is in its stage."""
    for row in sorted(rows, key=lambda item: item.sentence):
        entity = reading.entities.get(row.id)
        if entity is None:
            continue
        look = entity.attributes.model_copy(update={"age": row.age or entity.attributes.age})
        if row.clothes:
            worn = describe("wearing " + ", ".join(row.clothes), Looks()).frozen().clothes
            look = look.model_copy(update={"clothes": worn or look.clothes})
        changed = entity.model_copy(update={"stages": {**entity.stages, row.stage: look}})
        sentences = tuple(
            s.model_copy(update={"stages": {**s.stages, row.id: row.stage}}) if s.index >= row.sentence else s
            for s in reading.sentences
        )
        reading = reading.model_copy(update={"entities": {**reading.entities, row.id: changed}, "sentences": sentences})
    return reading
