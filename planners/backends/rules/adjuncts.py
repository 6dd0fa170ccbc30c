"""Owns what hangs on a clause: its prepositions with their nouns, and the words that are its own.

Does not know: entities, whether the clause happens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules.clauses import with_conjuncts
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from spacy.tokens import Token


def prepositions(verb: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) pairs that hang on the verb, chained ones ("from behind the tree") joined."""
    out: list[tuple[str, Token]] = []
    for child in verb.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod"):
            out.extend(_prep_objects(child, child.text.lower()))
    return out


def _prep_objects(prep: Token, words: str) -> list[tuple[str, Token]]:
    out: list[tuple[str, Token]] = []
    for child in prep.children:
        if child.dep_ == "pobj":
            out.extend((words, token) for token in with_conjuncts(child))
            out.extend(
                (c.text.lower(), t)
                for c in child.children
                if c.dep_ == "prep" and c.text.lower() in _FREE
                for t in _pobj(c)
            )
        elif child.dep_ in ("prep", "pcomp") and child.pos_ in ("ADP", "SCONJ", "ADV"):
            own = child.text.lower()
            out.extend(_prep_objects(child, own if words in _LOOSE else f"{words} {own}"))
    return out


_LOOSE = wordset("by along around about past over down up away")
"""Adverbs that the parser takes for prepositions of what follows: "flies by on her broom"."""
_FREE = wordset("past across through over under into onto toward towards from to along around behind between up down")


def _pobj(prep: Token) -> list[Token]:
    return [token for child in prep.children if child.dep_ == "pobj" for token in with_conjuncts(child)]


def clause_tokens(verb: Token, heads: set[int]) -> list[Token]:
    """The words of the verb's own clause: its subtree without the subtrees of other event verbs."""
    out: list[Token] = []

    def walk(token: Token) -> None:
        out.append(token)
        for child in token.children:
            if child.i not in heads:
                walk(child)

    walk(verb)
    return sorted(out, key=lambda t: t.i)
