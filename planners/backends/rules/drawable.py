"""Owns the question whether a noun phrase is somebody or something that can be drawn at all.

Does not know: entities.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from planners import sizes
from planners.backends.rules import beings, things
from planners.backends.rules.clauses import lemma
from planners.backends.rules.looks import COLOURS, MATERIALS
from planners.backends.rules.nouns import Phrase
from planners.backends.rules.sorts import ACTING
from planners.backends.rules.tables import wordset

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
_ARRANGED = frozenset({"row", "line", "circle", "ring", "stack", "pile", "heap", "column", "queue", "tower", "chain"})
"""How many things stand, no thing of its own."""
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


_SKY = frozenset({"moon", "sun", "star", "shooting star", "cloud", "rainbow", "comet"})
_IN_THE_SKY = wordset(
    "rise sink set appear disappear cross hang move fall drift float twinkle climb descend peek streak shoot be vanish "
    "fly emerge arch glide come"
)
"""What the things of the sky do when a prompt is about them."""
_ABOUT = frozenset({"around", "beside", "behind", "under", "between", "past", "near", "over", "above", "to"})


def as_seen(phrase: Phrase, *, prompt: bool) -> Phrase:
    """A phrase of a short prompt, whose nouns name what is seen wherever there is a picture of it."""
    if not prompt:
        return phrase
    if any(child.text.lower() == "no" for child in phrase.token.children):
        return replace(phrase, sort="never")
    lookup = _SEEN.get(phrase.sort)
    return replace(phrase, sort="thing") if lookup and not phrase.name and lookup(phrase) else phrase


def _pictured(phrase: Phrase) -> bool:
    """Whether there is a picture of a noun that no table of words knows, or the noun is counted among things."""
    if phrase.noun in _SKY:
        return _told_of(phrase)
    known = phrase.noun in sizes.table() or phrase.noun.split()[-1] in sizes.table()
    counted = phrase.article in ("a", "another") or (phrase.number is not None and not phrase.vague)
    named = phrase.sort == "unknown" or phrase.noun in COLOURS
    whole = phrase.token.dep_ not in ("npadvmod", "intj") and not _had(phrase.token)
    return named and whole and ((known and (counted or phrase.article != "bare")) or (counted and _landed(phrase)))


def _had(token: Token) -> bool:
    """As in "a clown with a wig": what belongs to somebody's looks."""
    return bool(
        token.dep_ == "pobj" and token.head.text.lower() in ("with", "in") and token.head.head.pos_ in ("NOUN", "PROPN")
    )


def _landed(phrase: Phrase) -> bool:
    """Whether something else is said to be near, or the noun is counted among things."""
    token = phrase.token
    return bool(token.dep_ == "pobj" and token.head.text.lower() in _ABOUT) or phrase.noun in COLOURS


def _told_of(phrase: Phrase) -> bool:
    """Whether the prompt is about a thing of the sky: it moves, appears, is counted or stands beside others."""
    token = phrase.token
    if phrase.plural and phrase.number is None:
        return False
    if token.dep_ == "conj":
        return phrase.number is not None or phrase.article in ("a", "another")
    if token.dep_ in ("nsubj", "attr"):
        return lemma(token.head) in _IN_THE_SKY
    if token.dep_ == "pobj" and token.head.text.lower() == "of":
        return token.head.head.text.lower() in ("left", "right")
    return phrase.number is not None and not phrase.vague


def _landmark(phrase: Phrase) -> bool:
    """As in "to the right of the well": a small place that others stand beside."""
    token = phrase.token
    beside = token.dep_ == "pobj" and token.head.text.lower() in ("of", "beside", "behind", "past", "around")
    return phrase.noun in ("well", "tent", "igloo") and beside


def _lies_about(phrase: Phrase) -> bool:
    """As in "a pair of boots", "boots on the floor": what nobody wears."""
    head = phrase.token.head
    paired = head.text.lower() == "of" and head.head.lemma_.lower() in ("pair", "row", "pile", "heap", "stack", "line")
    wears = head.head.head if paired else head
    worn_by = wears.pos_ == "VERB" and lemma(wears) in ("wear", "put", "dress", "have")
    clad = wears.pos_ == "ADP" and wears.text.lower() in ("in", "with")
    return paired and not worn_by and not clad


_SEEN: Mapping[str, Callable[[Phrase], bool]] = {
    "unknown": _pictured, "never": _pictured, "place": _landmark, "garment": _lies_about,
}  # fmt: skip
"""Sort of a noun -> what makes it a thing in a short prompt."""


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
    if phrase.sort == "group" and any(c.tag_ == "CD" for c in of.children):
        return False
    empty = beings.GROUPS.keys() | _EMPTY_HEADS | _ARRANGED
    return (phrase.noun in empty and phrase.noun not in ("string", "set")) or phrase.noun in things.PARTITIVES


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
