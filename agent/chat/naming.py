"""Owns whom words mean: "the fox", "her", "Tom's mother", "mum".

Pure. What could be meant by several is an `Unclear` with the candidates; what nobody is meant by is an `Unknown` with
what there is. Does not know: shots, what is to be done with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from planners import Entity, Plan, PlanError, lemmas


class Unclear(PlanError):
    """Several could be meant."""

    def __init__(self, what: str, candidates: Sequence[str]) -> None:
        super().__init__(f"which {what}?")
        self.what, self.candidates = what, tuple(candidates)


class Unknown(PlanError):
    """Nobody and nothing is meant."""


@dataclass(frozen=True)
class Spoken:
    """What was spoken of before."""

    shot: str | None = None
    entity: str | None = None


def entity_of(words: str, plan: Plan, spoken: Spoken, *, kinds: Iterable[str] = (), exact: bool = False) -> Entity:
    """Whom or what some words mean.

    Args:
        words: A name, a noun with or without its looks, or a pronoun.
        plan: The film.
        spoken: Whom pronouns mean.
        kinds: Only these kinds; all when empty.
        exact: Only by a name or noun as it is written, not by one that is like it or by a look alone.

    Raises:
        Unknown: nobody.
        Unclear: several.
    """
    wanted = set(kinds) or {"character", "place", "prop"}
    pool = [entity for entity in plan.entities.values() if entity.kind in wanted]
    text = re.sub(r"^(?:the|a|an|our|my)\s+", "", " ".join(words.lower().split())).removesuffix("'s")
    if text in ("he", "she", "it", "they", "him", "her", "them"):
        return _pronoun(text, plan, spoken)
    named = [entity for entity in pool if text in (entity.id.replace("_", " "), entity.name.lower())]
    if len(named) == 1:
        return named[0]
    found = named or [entity for entity in pool if _answers_to(entity, text, exact)]
    if len(found) > 1:
        raise Unclear(f"{text}", [entity.id for entity in found])
    if found:
        return found[0]
    if exact:
        raise Unknown(f"nobody and nothing is called {words!r}")
    near = process.extractOne(text, [entity.name.lower() for entity in pool], scorer=fuzz.ratio, score_cutoff=82)
    if near is not None:
        return pool[near[2]]
    raise Unknown(f"nobody and nothing is called {words!r}; the film has {', '.join(e.name for e in pool)}")


def _pronoun(text: str, plan: Plan, spoken: Spoken) -> Entity:
    if spoken.entity in plan.entities:
        return plan.entities[spoken.entity]
    wished = {"he": "male", "him": "male", "she": "female", "her": "female"}.get(text)
    if text == "it":
        raise Unknown("nothing was spoken of before that 'it' could mean")
    people = [e for e in plan.entities.values() if e.kind == "character" and (e.attributes.gender == wished)]
    if wished and len(people) == 1:
        return people[0]
    raise Unclear("one do you mean", [e.id for e in plan.entities.values() if e.kind == "character"])


_AGES: Mapping[str, set[str]] = {"elder": {"old", "elderly"}, "child": {"little", "young", "kid"}, "adult": {"young"}}


_KIN: Mapping[str, str] = {
    "mum": "mother", "mom": "mother", "mummy": "mother", "mommy": "mother", "mama": "mother", "dad": "father",
    "daddy": "father", "papa": "father", "grandma": "grandmother", "granny": "grandmother", "gran": "grandmother",
    "grandpa": "grandfather", "granddad": "grandfather", "kitty": "cat", "bunny": "rabbit", "doggy": "dog",
    "doggie": "dog", "puppy": "dog", "kitten": "cat", "birdie": "bird", "lady": "woman", "guy": "man", "kid": "child",
}  # fmt: skip
"""What people call somebody at home -> the word of the film."""


def _answers_to(entity: Entity, text: str, exact: bool = False) -> bool:
    look = entity.attributes
    nouns = {look.noun.replace("_", " "), look.species, look.role, *entity.name.lower().split()}
    nouns |= {"person"} if entity.kind == "character" and not look.species else set()
    heads = {word for noun in nouns if noun for word in (noun, *noun.split())}
    looks = set(look.colors) | set(look.extra) | _AGES.get(look.age or "", set())
    looks |= {look.age or "", look.gender or "", look.size or ""}
    words = [word if word in heads else _KIN.get(word, word) for word in text.split()]
    if not words:
        return False
    last = {words[-1]} if words[-1] in heads or len(words[-1]) < _PLURAL else lemmas(words[-1], "noun") | {words[-1]}
    known = heads | looks
    return bool(last & (heads - looks if exact else known)) and all(word in known for word in words[:-1])


_PLURAL = 4
"""A plural has at least so many letters."""
