"""Owns naming inside one sentence: appositions, "the fox called Red", "Pip the mouse".

Does not know: entities.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planners.backends.rules.clauses import lemma
from planners.backends.rules.nouns import Phrase
from planners.backends.rules.sorts import ACTING, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc


_VOICES = {
    "bark": "dog", "wag": "dog", "whine": "dog", "purr": "cat", "meow": "cat", "miaow": "cat", "neigh": "horse",
    "whinny": "horse", "quack": "duck", "bleat": "sheep", "moo": "cow", "oink": "pig", "cluck": "hen",
    "croak": "frog", "chirp": "bird", "tweet": "bird", "hoot": "owl", "hiss": "snake",
}  # fmt: skip
_HEARD = re.compile(
    r"\b([A-Z][a-z]+) (?:\w+ly |only |just |then )?(?:\w+ed and |\w+ed, )?"
    r"(" + "|".join(stem.rstrip("e") for stem in _VOICES) + r")(?:g?ed|e?s|ing)\b(?! (?:an? |the )?(?:order|command))"
)


def animal_names(plain: str) -> dict[str, str]:
    """Names (lower case) whose bearers bark, purr or quack somewhere in a text, and what they therefore are."""
    known = {stem.rstrip("e"): noun for stem, noun in _VOICES.items()}
    found = ((match.group(1).lower(), known[match.group(2)]) for match in _HEARD.finditer(plain))
    return {name: noun for name, noun in found if not listed(name)}


def links_of(doc: Doc, by_token: dict[int, Phrase]) -> dict[int, int]:
    """Token -> earlier token that means the same one: appositions, "the fox called Red", "Pip the mouse"."""
    out: dict[int, int] = {}
    for i, phrase in by_token.items():
        token = phrase.token
        if (
            token.dep_ == "appos"
            and token.head.i in by_token
            and _same_kind(by_token[token.head.i], phrase)
            and token.head.i < i
            and phrase.number in (None, by_token[token.head.i].number)
            and not (phrase.article == "a" and any(c.dep_ in ("cc", "conj") for c in token.children))
        ):
            out[i] = token.head.i
        elif (
            token.dep_ in ("oprd", "attr", "dobj", "appos", "ccomp")
            and lemma(token.head) in ("name", "call")
            and phrase.name
            and token.head.dep_ in ("acl", "relcl")
            and token.head.head.i in by_token
        ):
            out[i] = token.head.head.i
        elif not phrase.name and phrase.article in ("the", "a"):
            start = min((t.i for t in token.lefts), default=i)
            if (
                start - 1 in by_token
                and by_token[start - 1].name
                and by_token[start - 1].sort in ACTING
                and phrase.sort in ACTING
            ):
                out[i] = start - 1
        elif phrase.name and not phrase.title:
            start = i - len(phrase.name.split())
            before = by_token.get(start)
            if (
                before is not None
                and before.sort in ("person", "animal", "fabled")
                and not before.name
                and not before.plural
            ):
                out[i] = start
    return out


def _same_kind(left: Phrase, right: Phrase) -> bool:
    if left.sort not in ACTING or right.sort not in ACTING:
        return left.sort == right.sort == "thing"
    return bool(left.name) != bool(right.name) or (
        left.sort == right.sort and not left.plural and right.article in ("a", "the")
    )
