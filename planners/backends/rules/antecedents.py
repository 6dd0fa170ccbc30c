"""Owns what the grammar of a sentence says of a pronoun: whom it can and cannot mean in its place.

Does not know: which of the beings that are left it means (see pronouns).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import things
from planners.backends.rules.cast import Cast
from planners.backends.rules.clauses import lemma, subject
from planners.backends.rules.grounded import Ground
from planners.backends.rules.nouns import in_quote
from planners.backends.rules.sorts import singular, sort_of
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from spacy.tokens import Token


_COMING = wordset("knock ring come arrive appear stop enter step sit stand wait walk run climb")
"""What one does at a place of somebody else's."""


def doers(token: Token, out: Ground, cast: Cast, sentence: int) -> set[str]:
    """The subject of the clause that a possessive pronoun stands in: "Biscuit wagged his tail"."""
    if token.tag_ != "PRP$":
        return set()
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.dep_ != "ROOT":
        head = head.head
    found = {i for t in subject(head) if t.i < token.i for i in out.ids.get(t.i, ())}
    own = token.head.dep_ == "dobj" or singular(token.head) in things.GARMENTS
    return {i for i in found if cast.beings[i].born != sentence or own}


def newcomers(token: Token, out: Ground, cast: Cast, sentence: int) -> set[str]:
    """Who comes in at somebody's: the giant of "a giant knocked at his door"."""
    if token.tag_ != "PRP$" or token.head.dep_ != "pobj" or _on_body(token.head):
        return set()
    if lemma(token.head.head.head) not in _COMING:
        return set()
    new = {k for i, ids in out.ids.items() if i < token.i and token.doc[i].pos_ != "PRON" for k in ids}
    return {k for k in new if cast.beings[k].born == sentence and not cast.beings[k].proper}


def undrawn(token: Token, out: Ground) -> bool:
    """Whether "it" is something named before in the same role that is not drawn: "stirred the sauce, tasted it"."""
    role = token.dep_
    if role not in ("dobj", "nsubj", "nsubjpass"):
        return False
    before = [t for t in token.doc[: token.i] if t.dep_ == role and t.pos_ == "NOUN" and not in_quote(t)]
    if not before or before[-1].i in out.ids:
        return False
    if before[-1].i in out.parts:
        return role == "dobj" and sort_of(singular(before[-1])) == "garment"
    later = [i for i in out.ids if i > before[-1].i and token.doc[i].pos_ != "PRON" and not _whence(token.doc[i], role)]
    return sort_of(singular(before[-1])) in ("unknown", "never", "thing", "place") and not later


def handled(token: Token, out: Ground, cast: Cast) -> tuple[str, ...]:
    """As in "Take out the kites and assemble them": the things, not the people."""
    if token.text.lower() != "them" or token.dep_ != "dobj":
        return ()
    for i in sorted((i for i in out.ids if i < token.i), reverse=True):
        being = cast.beings[out.ids[i][0]]
        if being.kind == "prop" and being.plural and token.doc[i].dep_ == "dobj":
            return out.ids[i]
    return ()


def barred(token: Token, out: Ground) -> set[str]:
    """An object pronoun is not the subject of its own verb, nor coordinated with itself."""
    if any(c.text.lower() == "both" for c in token.children):
        return set()
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.dep_ != "ROOT":
        head = head.head
    own = (
        {i for t in subject(head) if t.i != token.i for i in out.ids.get(t.i, ())}
        if token.dep_ not in ("nsubj", "nsubjpass")
        else set()
    )
    if token.dep_ == "conj":
        own |= set(out.ids.get(token.head.i, ()))
    return own


def _whence(token: Token, role: str) -> bool:
    """As in "took a herring from the bucket and tossed it": what it was taken from is not it."""
    return role == "dobj" and token.dep_ == "pobj" and token.head.text.lower() in ("from", "of", "off")


def _on_body(token: Token) -> bool:
    """Whether a noun is a part of somebody, or worn."""
    return sort_of(singular(token)) in ("body", "garment") or singular(token) in things.GARMENTS
