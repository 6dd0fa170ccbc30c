"""Owns sorts: what kind of thing a noun names, by the project's tables, then coreferee's lists, then its ending.

Does not know: noun phrases, names.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from planners.backends.rules import beings, things
from planners.backends.rules.looks import COLOURS
from planners.backends.rules.model import words
from planners.backends.rules.settings_words import PLACES
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from spacy.tokens import Token

Sort = Literal["person", "animal", "fabled", "thing", "place", "garment", "body", "group", "part", "never", "unknown"]

ACTING: frozenset[str] = frozenset(("person", "animal", "fabled", "group"))


TABLES: tuple[tuple[Sort, frozenset[str]], ...] = (
    ("group", beings.PEOPLE_GROUPS | beings.ANIMAL_GROUPS),
    ("body", things.BODY),
    ("person", beings.PEOPLE),
    ("fabled", beings.FABLED),
    ("animal", beings.ANIMALS),
    ("thing", things.VEHICLES),
    ("never", things.NEVER - things.PROPS),
    ("place", frozenset(PLACES) - things.PROPS | frozenset(("bridge", "well"))),
    ("garment", frozenset(things.GARMENTS)),
    ("thing", things.PROPS | things.BIG),
    ("part", things.PARTS),
    ("never", things.NEVER),
)
_NO_ANIMALS = wordset("prey predator game perch")
"""Words of coreferee's list that name no animal that could be drawn."""
_NOT_PEOPLE = wordset(
    "minimalist neutral orderly wanton gay classic romantic moderate radical creative regular individual "
    "second general thing case self other one better match fan look pick dear look right native first last "
    "creation subject "
                        "being head light type passage love character")  # fmt: skip


def listed(noun: str) -> bool:
    """Whether the project's own tables know the noun (coreferee's lists hold many words that are also names)."""
    return any(noun in table for _, table in TABLES)


@lru_cache(maxsize=4096)
def sort_of(noun: str) -> Sort:
    """What kind of thing a noun names, from the tables, then from coreferee's lists, then from its ending."""
    for sort, table in TABLES:
        if noun in table:
            return sort
    if noun in COLOURS:
        return "never"
    if noun.endswith("ling") and noun in words("animal_words"):
        return "animal"
    if " " in noun or "-" in noun:
        head = re.split(r"[ -]", noun)[-1]
        return sort_of(head) if head and head != noun and listed(head) else "unknown"
    if noun.endswith(things.ABSTRACT_ENDINGS) and noun not in words("person_words"):
        return "never"
    if noun in words("animal_words") - _NO_ANIMALS and noun not in words("person_words"):
        return "animal"
    if noun in words("exclusively_person_words") and noun not in _NOT_PEOPLE:
        return "person"
    if re.search(r"(?:man|woman|person|keeper|maker|boy|girl)$", noun):
        return "person"
    return "unknown"


def singular(token: Token) -> str:
    """Singular lower-case form of a noun token."""
    lemma = (token.lemma_ or token.text).lower()
    text = token.text.lower()
    if sort_of(text) != "unknown" and not text.endswith("s"):
        return str(text)
    if (
        text in ("glasses", "sunglasses", "spectacles", "eyeglasses") and token.nbor().text.lower() != "of"
        if token.i + 1 < len(token.doc)
        else text == "glasses"
    ):
        return str(text)
    if lemma == text and token.tag_ in ("NNS", "NNPS", "NNP") and sort_of(text) == "unknown":
        for ending, stem in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", "")):
            base = text[: -len(ending)] + stem
            if text.endswith(ending) and sort_of(base) != "unknown":
                return str(base)
    return str(lemma)
