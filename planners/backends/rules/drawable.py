"""Owns the question whether a noun phrase is somebody or something that can be drawn at all.

Does not know: entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import beings, things
from planners.backends.rules.clauses import lemma
from planners.backends.rules.looks import COLOURS, MATERIALS
from planners.backends.rules.nouns import Phrase
from planners.backends.rules.sorts import ACTING

if TYPE_CHECKING:
    from spacy.tokens import Token


_GARMENT_PARTS = frozenset(
    {
        "collar",
        "hood",
        "sleeve",
        "cuff",
        "hem",
        "strap",
        "flutter",
        "lapel",
        "pocket",
        "knot",
        "leg",
        "edge",
        "rim",
        "lid",
    }
)
_BARE = frozenset({"sign", "guard", "game", "charge", "pit", "land", "place", "room"})
_EMPTY_HEADS = frozenset(
    {
        "kind",
        "sort",
        "type",
        "number",
        "lot",
        "dozen",
        "hundred",
        "thousand",
        "one",
        "two",
        "couple",
        "silhouette",
        "figure",
        "shape",
    }
)


def ignored(phrase: Phrase) -> bool:
    """Comparisons, adverbials, picture words and the empty heads of "a group of friends"."""
    token = phrase.token
    if phrase.sort in ("never", "part") and not phrase.name:
        return True
    words = phrase.noun.split()
    if words[-1:] and words[-1] in _GARMENT_PARTS and len(words) > 1:
        return True
    if token.dep_ in ("npadvmod", "intj", "dep") and phrase.sort not in ("person", "animal", "fabled"):
        return bool(token.dep_ == "npadvmod")
    if phrase.noun in _BARE and (
        (phrase.article == "bare" and not phrase.number)
        or _of(token)
        or phrase.noun in ("land", "place", "game", "room")
    ):
        return True
    if (
        token.dep_ == "pobj"
        and token.head.text.lower() in ("like", "as", "than")
        and token.head.dep_ in ("prep", "mark")
    ):
        return True
    of = next((c for c in token.children if c.dep_ == "prep" and c.text.lower() == "of"), None)
    if of is None or not any(c.dep_ == "pobj" for c in of.children):
        return False
    empty = beings.GROUPS.keys() | _EMPTY_HEADS
    return (
        phrase.noun in empty and phrase.noun not in ("string", "set", "circle", "line", "stack", "pile")
    ) or phrase.noun in things.PARTITIVES


def changing(token: Token) -> bool:
    """Whether a piece of clothing is just being put on or off (see stages)."""
    head = token
    while head.dep_ in ("conj", "pobj", "prep", "dobj"):
        head = head.head
    return lemma(head) in ("put", "pull", "slip", "try", "don", "take", "remove", "change", "dress", "doff")


def _of(token: Token) -> bool:
    return any(c.dep_ == "prep" and c.text.lower() == "of" for c in token.children)


def worn(phrase: Phrase) -> bool:
    """Whether a garment is on somebody rather than lying about."""
    token = phrase.token
    if phrase.owner is not None and token.dep_ != "nsubj":
        return lemma(token.head) not in (
            "drop",
            "fetch",
            "bring",
            "lay",
            "steal",
            "snatch",
            "grab",
            "mend",
            "lose",
            "find",
            "throw",
            "hang",
            "fold",
            "wash",
            "give",
            "hold",
            "sell",
            "buy",
            "wave",
            "shake",
            "pick",
            "carry",
        )
    return True


def in_hand(phrase: Phrase) -> bool:
    """Whether somebody else takes a garment, or it is waved: the helmet of "snatched the guard's helmet"."""
    taken = phrase.token.dep_ == "dobj" and lemma(phrase.token.head) in ("snatch", "steal", "seize", "wave", "grab")
    return taken and phrase.sort == "garment"


def drawable(phrase: Phrase) -> bool:
    """Whether a noun is somebody or something that can be drawn."""
    if phrase.name or phrase.sort in ACTING or phrase.sort in ("thing", "garment"):
        return not (phrase.sort == "garment" and phrase.noun in ("outfit", "clothes", "costume", "clothing"))
    if phrase.sort == "place":
        return True
    if phrase.sort != "unknown" or not phrase.token.text[:1].isalpha() or len(phrase.noun) < 3:
        return False
    token = phrase.token
    held = token.dep_ == "dobj" and lemma(token.head) in things.HELD
    looks = any(w in COLOURS or w in MATERIALS for w in phrase.adjectives) and phrase.noun.endswith(
        ("er", "or", "et", "le", "ch", "ck", "ll", "ne", "on")
    )
    stands = (
        token.dep_ == "nsubj"
        and lemma(token.head) in ("run", "walk", "roll", "fly", "bounce", "jump", "crawl", "hop", "spin")
        and phrase.article in ("a", "the")
    )
    return (held and phrase.article != "bare") or (looks and phrase.article != "bare") or stands
