"""Owns the choice of picture for an entity: person, animal, vehicle, prop, glyph or a labelled shape.

Every step below an exact picture is named as a downgrade. Does not know: how anything is drawn.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generators.backends.animatic import animals, glyphs, people, props, vehicles
from generators.backends.animatic.figure import Figure
from generators.backends.animatic.living import Living
from generators.backends.animatic.near_nouns import NEAR
from generators.backends.animatic.nouns import PERSONS, SYNONYMS
from planners.plan import Attributes, Entity

_SHORTEST = 6
"""Letters of the shortest noun that may be a misspelling: shorter words are too near to each other."""


_CALLINGS = frozenset({
    "coach", "page", "figure", "ruler", "dummy", "guide", "conductor", "idol", "pilot", "miner", "boxer", "model",
    "cook", "general", "major", "count", "minister", "usher", "sweet", "suit", "captain",
})  # fmt: skip
"""Characters whose noun could also be read as a thing or an animal."""


@dataclass(frozen=True)
class Found:
    """A noun that can be drawn, and what had to be given up for it."""

    picture: str
    animal: bool = False
    note: str | None = None


def cast(entity: Entity, stage: str | None, seed: int) -> tuple[Figure, tuple[str, ...]]:
    """The figure for an entity in a stage of its looks, and the downgrades that this took, as full sentences.

    Args:
        entity: Character, prop or place.
        stage: Id of one of the entity's stages, or None for its own looks.
        seed: Decides what the text leaves open.
    """
    attributes = entity.look(stage)
    seed = zlib.crc32(f"{entity.id}-{seed}".encode())  # two people of whom nothing is told still differ
    noun = _plain(attributes.noun or entity.name)
    acts = entity.kind == "character"
    if acts and (_human(attributes) or _named(entity.name, noun)):
        return people.make_person(attributes, seed), ()
    found = _found(attributes, entity.name, noun, acts)
    if found is not None:
        figure = _drawn(found, attributes, seed, acts)
        if figure is not None:
            return figure, (found.note,) if found.note else ()
    if noun in PERSONS or (acts and not glyphs.is_thing(noun)):
        return people.make_person(attributes, seed), ()
    figure = glyphs.make_glyph(noun, attributes, seed)
    how = "a felt puppet" if figure.character is None else "an emoji glyph"
    return figure, (f"No drawing for {noun!r}: shown as {how} with its name.",)


def _plain(noun: str) -> str:
    return " ".join(noun.lower().replace("-", " ").replace("_", " ").split())


def _human(attributes: Attributes) -> bool:
    """Whether the looks are those of a person, whatever the noun ("Rose", "the cook")."""
    worn = attributes.clothes or attributes.hair or attributes.hair_color or attributes.beard
    return attributes.species is None and bool(attributes.gender or attributes.role or attributes.skin or worn)


def _named(name: str, noun: str) -> bool:
    """Whether the noun is a proper name ("Rose", "Ruby"), or a calling that is also a thing ("coach", "page")."""
    return noun in _CALLINGS or (name[:1].isupper() and _plain(name) == noun and animals.find(noun) is None)


def _found(attributes: Attributes, name: str, noun: str, acts: bool) -> Found | None:
    """What to draw: the longest phrase that is known, then the species, then a near noun, then a likely spelling."""
    for phrase in _phrases(noun, name):
        if " " in phrase and (_thing(phrase) or phrase in SYNONYMS):
            return Found(SYNONYMS.get(phrase, phrase))
    species = animals.find(attributes.species or "") or animals.find(noun)
    if species is not None:
        return Found(species, animal=True)
    for word in _forms(noun):
        if _thing(word) or word in SYNONYMS:
            return Found(SYNONYMS.get(word, word))
        if animals.find(word) is not None:
            return Found(word, animal=True)
    if attributes.species is not None:
        return _spelt(attributes.species)
    return _near(noun, acts)


def _phrases(noun: str, name: str) -> Iterator[str]:
    """Endings of the name that end in the noun, the longest first, then the noun."""
    words = _plain(name).split()
    if words and noun.split()[-1:] == words[-1:]:
        for start in range(len(words)):
            yield " ".join(words[start:])
    yield noun


def _forms(noun: str) -> Iterator[str]:
    """The noun as it is and without a plural."""
    yield noun
    for ending, single in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            yield noun[: -len(ending)] + single


def _near(noun: str, acts: bool) -> Found | None:
    """A near noun, the head of a compound, or a likely spelling; things that act only by near noun."""
    for word in _forms(noun):
        if word in NEAR and (glyphs.exact(word) is None or acts):
            return Found(NEAR[word], note=f"No drawing of its own for {noun!r}: shown as a {NEAR[word]}.")
    head = noun.split()[-1] if noun else ""
    if head != noun and (_thing(head) or head in SYNONYMS or animals.find(head) is not None):
        picture = SYNONYMS.get(head, head)
        note = f"No drawing of its own for {noun!r}: shown as a {picture}."
        return Found(picture, animals.find(head) is not None, note)
    if head != noun and head in NEAR:
        return Found(NEAR[head], note=f"No drawing of its own for {noun!r}: shown as a {NEAR[head]}.")
    if acts or glyphs.find(noun) is not None:
        return None
    return _spelt(noun)


def _spelt(noun: str) -> Found | None:
    """The known noun that this one misspells by one slip inside the word: a letter more, less, other, or swapped."""
    if len(noun) < _SHORTEST:
        return None
    close = [word for word in _vocabulary() if word[0] == noun[0] and word[-1] == noun[-1]]
    best = process.extractOne(noun, close, scorer=OSA.distance, score_cutoff=1)
    if best is None:
        return None
    picture = SYNONYMS.get(best[0], best[0])
    return Found(picture, best[0] in animals.SPECIES, f"{noun!r} is not a known noun: read as {best[0]!r}.")


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    return (*props.PROPS, *vehicles.VEHICLES, *animals.SPECIES, *sorted(SYNONYMS))


def _thing(noun: str) -> bool:
    return props.find(noun) is not None or vehicles.find(noun) is not None


def _drawn(found: Found, attributes: Attributes, seed: int, acts: bool) -> Figure | None:
    """The figure of what was found; things that act have a face."""
    if found.animal:
        return animals.make_animal(attributes.model_copy(update={"species": found.picture}), seed)
    look = attributes.model_copy(update={"noun": found.picture})
    vehicle = vehicles.make_vehicle(look, seed)
    thing = vehicle or props.make_prop(look, seed)
    if thing is None or not acts:
        return thing
    return Living(thing, hops=vehicle is None)
