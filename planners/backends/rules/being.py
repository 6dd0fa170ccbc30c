"""Owns the record of somebody or something of the story while it is being read.

Does not know: phrases, sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planners.backends.rules import beings
from planners.backends.rules.describe import Looks
from planners.backends.rules.sorts import Sort
from planners.backends.rules.tables import wordset
from planners.plan import Kind

GENERIC_PEOPLE = wordset(
    "man woman boy girl child lady person kid gentleman fellow guy lad lass stranger figure adult teenager "
    "youth "
    "individual human elder old character baby toddler protagonist hero heroine newcomer friend companion youngster"
)


@dataclass
class Being:
    """Somebody or something of the story, while the story is being read."""

    id: str
    kind: Kind
    sort: Sort
    looks: Looks
    name: str
    proper: bool = False
    count: int = 1
    plural: bool = False
    heads: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    owner: str | None = None
    description: str = ""
    pinned: bool = False
    mentions: int = 0
    seen: bool = False
    last: int = -1
    born: int = -1
    """Sentence of the first mention."""
    rank: int = 0
    """How prominent the last mention was: 3 subject, 2 object, 1 other."""
    gender: str | None = None
    """Also known when it does not show, from a pronoun."""
    years: set[str] = field(default_factory=set)
    """Ages in years that were said of it: "32-year-old"."""
    stages: dict[str, Looks] = field(default_factory=dict)
    stage: str | None = None
    members: tuple[str, ...] = ()
    assumed: bool = False
    """First spoken of with "the", as if known."""
    teased: bool = False
    """First spoken of as "the boy", as if known: a name is still to come."""

    @property
    def now(self) -> Looks:
        """The looks of the present stage."""
        return self.stages[self.stage] if self.stage else self.looks

    @property
    def noun(self) -> str:
        """Canonical noun."""
        return self.looks.noun


def slug(text: str) -> str:
    """An id from words: lower case, underscores."""
    return re.sub(r"[^\w]+", "_", text.lower().replace("'s", "")).strip("_") or "someone"


def noun_looks(noun: str, being: Being) -> None:
    """What a noun alone says of its bearer's looks: a queen is female, a puppy is young, a knight wears armour."""
    last = noun.split()[-1]
    if noun in beings.ANIMALS | beings.FABLED or last in beings.ANIMALS | beings.FABLED:
        being.looks.species = being.looks.species or (noun if being.sort != "person" else None)
    if last in beings.FEMALE:
        being.gender = being.gender or "female"
    elif last in beings.MALE:
        being.gender = being.gender or "male"
    tables = ((beings.BABIES, "baby"), (beings.ELDERS, "elder"), (beings.TEENS, "teen"), (beings.YOUNG, "child"))
    for table, age in tables:
        if last in table and last not in ("daughter", "son"):
            being.looks.keep("age", age)
    if last in beings.CORE_ROLES or noun in beings.CORE_ROLES:
        being.looks.keep("role", noun if noun in beings.CORE_ROLES or " " in noun else last)
