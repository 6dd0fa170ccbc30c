"""Owns the director's looks node: how everybody and everything looks, by guided questions (VideoStudio 3.1).

What the story says stands; the model fills what it leaves open, in the closed words of the plan. Places and props
get the same care as people. Does not know: who is in the story, shots.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from planners.backends.rules.describe import Looks, describe
from planners.chat_model import Asker
from planners.director.answers import LookRow, LooksAnswer
from planners.director.evidence import stands_in
from planners.director.steps import known, lines, noted, window_note, windows
from planners.errors import NoAnswer
from planners.nodes.cast import seen
from planners.nodes.script import script
from planners.nodes.state import State
from planners.plan import Attributes, Note
from planners.reading import ReadEntity, Reading

LOOKS_AT_ONCE = 6
"""Entities in one question."""
LETTERS = 6000
"""Of the story, in one question."""


def looks(state: State, asker: Asker) -> State:
    """Reading -> a reading in which whatever the film shows has its looks."""
    reading = state["reading"]
    drafts = script(state)["drafts"]
    shown = dict.fromkeys(name for draft in drafts for name in (draft.scene.place, *seen(reading, draft)))
    notes: list[Note] = []
    for part in windows([name for name in shown if name in reading.entities], LOOKS_AT_ONCE):
        said = dict.fromkeys(s.text for s in reading.sentences if {*s.present, s.place} & set(part))
        variables = {
            "text": " ".join(said)[:LETTERS],
            "entities": lines({"id": name, **_short(reading.entities[name])} for name in part),
            "style": state["story"].style,
        }
        try:
            answer = asker.ask(
                "looks",
                variables,
                LooksAnswer,
                check=functools.partial(check_looks, wanted=part, reading=reading),
                where=f"looks of {', '.join(part)}",
            )
        except NoAnswer as error:
            notes.append(window_note("looks", ", ".join(part), "looks", error))
            continue
        reading = merge_looks(reading, answer)
    return noted(state, {"reading": reading}, notes)


def phrase(look: Attributes) -> str:
    """Looks in a few words, for a model to read."""
    words = [look.age, look.gender, look.role, look.build, look.hair_color, look.hair, *look.colors, *look.extra]
    words += [" ".join(filter(None, (item.color, item.kind))) for item in look.clothes]
    return ", ".join(word for word in words if word)


def _short(entity: ReadEntity) -> dict[str, object]:
    return {"kind": entity.kind, "name": entity.name, "noun": entity.attributes.noun, "said": phrase(entity.attributes)}


def check_looks(answer: LooksAnswer, wanted: Sequence[str], reading: Reading) -> list[str]:
    """Every entity is described, none other, and no description brings in somebody else."""
    given = [row.id for row in answer.looks]
    found = known(given, wanted, "looks")
    found += [f"looks: {name!r} is missing" for name in wanted if name not in given]
    for row in answer.looks:
        others = [
            other.name
            for name, other in reading.entities.items()
            if name != row.id and other.proper and other.kind == "character" and stands_in(other.name, row.description)
        ]
        found += [f"looks of {row.id!r}: describe it alone, without {other}" for other in others]
    return found


def merge_looks(reading: Reading, answer: LooksAnswer) -> Reading:
    """The reading with looks filled where the story leaves them open; what the story says stands."""
    entities = dict(reading.entities)
    for row in answer.looks:
        entity = entities[row.id]
        look = _filled(entity.attributes, _read(row, entity))
        entities[row.id] = entity.model_copy(
            update={"attributes": look, "description": entity.description or row.description}
        )
    return reading.model_copy(update={"entities": entities})


def _read(row: LookRow, entity: ReadEntity) -> Attributes:
    """A row's words through the reader of descriptions, so that they come out in our closed words."""
    person = entity.kind == "character" and entity.attributes.species is None
    if entity.kind == "place":
        return Attributes(colors=row.colors[:2], material=row.material or None)
    hair = " ".join(filter(None, (row.hair_color, row.hair, "hair"))) if row.hair or row.hair_color else ""
    body = [row.age, row.gender, row.build, f"{row.skin} skin" if row.skin else "", hair]
    worn = f"wearing {', '.join(row.clothes)}" if row.clothes else ""
    words = [*body, f"{row.eyes} eyes" if row.eyes else "", worn] if person else [*row.colors, row.material, worn]
    look = describe(", ".join(word for word in words if word), Looks(), person=person).frozen()
    return look.model_copy(
        update={
            "age": row.age or None,
            "gender": row.gender or None,
            "size": row.size or None,
            "colors": () if person else (look.colors or row.colors[:2]),
            "extra": (),
        }
    )


def _filled(stated: Attributes, found: Attributes) -> Attributes:
    """What is stated, and what was found for the rest; garments that are named without a colour get one."""
    values = {
        field: getattr(stated, field) or getattr(found, field)
        for field in type(stated).model_fields
        if field not in ("clothes", "noun", "species")
    }
    colours = {item.kind: item for item in found.clothes}
    clothes = tuple(colours.get(item.kind, item) if item.color is None else item for item in stated.clothes)
    have = {item.kind for item in clothes}
    more = tuple(item for item in found.clothes if item.kind not in have)
    return stated.model_copy(update={**values, "clothes": clothes + more})
