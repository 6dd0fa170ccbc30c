"""Owns what the nouns of one sentence mean, and what its predicates and fractions add to that.

Does not know: how nouns are tied to beings (see ground).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planners.backends.rules import beings, things
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import lemma
from planners.backends.rules.describe import adjective, describe
from planners.backends.rules.looks import COLOURS, MATERIALS, PATTERNS, SIZES
from planners.backends.rules.nouns import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass
class Ground:
    """What the nouns and pronouns of one sentence mean."""

    ids: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Token index of a head noun or pronoun -> beings."""
    parts: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Token index of a body part or garment -> its owner."""
    places: list[Phrase] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    talked: set[int] = field(default_factory=set)
    """Tokens that are only spoken, thought or dreamt of."""
    counts: dict[int, int] = field(default_factory=dict)
    """Token index -> how many are meant here, when it is not all of them."""

    def who(self, token: Token) -> tuple[str, ...]:
        """The beings that a token stands for, itself or as a part of them."""
        return self.ids.get(token.i) or self.parts.get(token.i) or ()


def _last(cast: Cast, number: int) -> tuple[str, ...]:
    """The so many individuals who were named last."""
    single = sorted((b for b in cast.acting() if not b.plural and b.mentions), key=lambda b: (-b.last, -b.rank))
    return tuple(b.id for b in single[:number]) if len(single) >= number else ()


def fractions(doc: Doc, out: Ground, cast: Cast) -> None:
    """As in "Two of them fly away": some of those that are known."""
    for token in doc:
        low = token.text.lower()
        if token.i in out.ids or not (token.tag_ == "CD" or low in ("some", "each", "one", "all", "none", "many")):
            continue
        for of in (c for c in token.children if c.dep_ == "prep" and c.text.lower() == "of"):
            for inner in (c for c in of.children if c.dep_ == "pobj" and c.i in out.ids):
                out.ids[token.i] = out.ids[inner.i]
                number = beings.NUMBERS.get(low, int(low) if low.isdigit() else 0)
                if number > 1 and len(out.ids[inner.i]) not in (1, number):
                    out.ids[token.i] = out.ids[inner.i] = _last(cast, number) or out.ids[inner.i]
                if number and len(out.ids[inner.i]) == 1:
                    out.counts[token.i] = number


def predicates(doc: Doc, by_token: dict[int, Phrase], out: Ground, cast: Cast) -> None:
    """As in "Her coat was blue", "the car is red", "he was a farmer"."""
    for verb in doc:
        if (
            lemma(verb) not in ("be", "look", "become", "turn", "grow")
            or verb.pos_ not in ("AUX", "VERB")
            or any(c.dep_ == "neg" for c in verb.children)
        ):
            continue
        for subject_token in (c for c in verb.children if c.dep_ == "nsubj"):
            for said in (c for c in verb.children if c.dep_ in ("acomp", "oprd")):
                _predicate(subject_token, said, by_token, out, cast)


def _predicate(subject_token: Token, said: Token, by_token: dict[int, Phrase], out: Ground, cast: Cast) -> None:
    word = said.text.lower()
    part = by_token.get(subject_token.i)
    if subject_token.i in out.parts and part is not None:
        for key in out.parts[subject_token.i]:
            owner = cast.beings[key]
            if owner.sort in ("person", "group", "fabled") or part.sort == "garment":
                kind = things.GARMENTS.get(part.noun)
                if kind in owner.now.clothes and word in COLOURS:
                    owner.now.clothes.pop(kind)
                describe(f"{word} {part.noun}", owner.now)
        return
    for key in out.ids.get(subject_token.i, ()):
        being = cast.beings[key]
        words = [word, *(c.text.lower() for c in said.children if c.dep_ == "conj")]
        for w in words:
            if (
                w in COLOURS | PATTERNS | MATERIALS
                or w in SIZES
                or w in ("old", "young", "elderly", "bald", "fat", "thin", "slim")
            ):
                adjective(w, being.now, person=being.sort == "person")
