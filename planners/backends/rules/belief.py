"""Owns belief: which nouns are only spoken, thought or dreamt of, and which "it" means nothing.

Does not know: entities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planners.backends.rules import things, verbs
from planners.backends.rules.beings import GROUPS
from planners.backends.rules.clauses import lemma
from planners.backends.rules.settings_words import PLACES
from planners.backends.rules.sorts import singular, sort_of
from planners.backends.rules.tables import wordset

if TYPE_CHECKING:
    from spacy.tokens import Token


_MENTAL_NOUNS = wordset(
    "story tale dream thought memory picture painting photograph portrait news idea name legend song image "
    "fear hope love rumor rumour "
    "mention promise plan poem book absence lack sake sort kind type"
)


_MENTAL_VERBS = wordset(
    "remember miss want need imagine dream forget mention await believe expect know envy trust resemble mean seek crave"
)


AIMS = {
    ("look", "for"),
    ("search", "for"),
    ("wait", "for"),
    ("hope", "for"),
    ("ask", "for"),
    ("think", "of"),
    ("think", "about"),
    ("dream", "of"),
    ("dream", "about"),
    ("talk", "about"),
    ("tell", "about"),
    ("tell", "of"),
    ("speak", "of"),
    ("hear", "of"),
    ("hear", "about"),
    ("learn", "about"),
    ("long", "for"),
    ("know", "of"),
    ("care", "about"),
    ("worry", "about"),
    ("sing", "about"),
    ("wish", "for"),
    ("call", "for"),
    ("look", "like"),
    ("act", "like"),
}


def only_talked(token: Token, unreal: set[int]) -> bool:
    """Whether a noun is only spoken, thought or dreamt of; `unreal` are the verbs that do not happen."""
    return _absent(token) or _imagined(token, unreal)


def _absent(token: Token) -> bool:
    """Whether it is told that somebody is not there: "no answer from her", "the skeleton of a whale", "he was gone"."""
    if token.dep_ in ("nsubj", "nsubjpass"):
        return _gone(token.head)
    above = token.head.head if token.dep_ == "pobj" else None
    if above is None:
        return False
    remains = token.head.text == "of" and above.lemma_ in ("skeleton", "statue", "ghost")
    return remains or any(c.text.lower() == "no" for c in above.children)


def _imagined(token: Token, unreal: set[int]) -> bool:
    if token.dep_ == "poss" and token.head.lemma_.lower() not in things.BODY | set(things.GARMENTS):
        return bool(token.tag_ != "PRP$")
    if any(c.dep_ in ("neg", "det") and c.text.lower() in ("no", "neither") for c in token.children):
        return True
    node = token
    while node.dep_ != "ROOT":
        parent = node.head
        if node.dep_ == "pobj" and (said := _after_word(parent)) is not None:
            return said
        if parent.pos_ in ("VERB", "AUX"):
            wished = node.dep_ == "dobj" and lemma(parent) in _MENTAL_VERBS
            if parent.i in unreal and node.dep_ == "dobj" and _unnoticed(parent) and _definite(token):
                return False
            if wished or (parent.i in unreal and not (node.dep_ == "nsubj" and _negated_here(parent))):
                return True
            if node.dep_ in ("nsubj", "nsubjpass") or parent.dep_ == "ROOT":
                return False
        node = parent
    return False


def _gone(verb: Token) -> bool:
    """As in "Vera was already gone", "the bride was nowhere to be found"."""
    words = {c.text.lower() for c in verb.children if c.dep_ in ("acomp", "attr", "advmod", "auxpass", "aux")}
    lost = verb.lemma_ == "be" and bool(words & {"gone", "missing", "nowhere", "absent"})
    return lost or (verb.text.lower() == "gone" and bool(words & {"was", "were", "is", "are"}))


def _unnoticed(verb: Token) -> bool:
    """As in "nobody noticed the boy", "he did not see her", "nobody had switched it on": denied, not wished."""
    if lemma(verb) in _NEEDS_NONE or any(c.dep_ == "aux" and c.text.lower() not in _PLAIN for c in verb.children):
        return False
    nobody = any(c.dep_ == "nsubj" and c.text.lower() in ("nobody", "none") for c in verb.children)
    return nobody or any(c.dep_ == "neg" for c in verb.children)


def _definite(token: Token) -> bool:
    return token.pos_ in ("PRON", "PROPN") or any(c.text.lower() in ("the", "this", "that") for c in token.children)


_NEEDS_NONE = wordset("have be find get want like know need own make build buy bring catch")
_PLAIN = wordset("had have has did do does was were is are been")


def _after_word(prep: Token) -> bool | None:
    """What a preposition says of its noun: absent after "without" and "story of", present after "ran about"."""
    word, above = prep.text.lower(), prep.head
    if word in ("without", "like", "about", "than", "unlike"):
        return not (word == "about" and lemma(above) in verbs.MOVERS)
    if word == "for" and any(
        t.text.lower() in ("too", "enough") for c in (above, *above.children) for t in (c, *c.children)
    ):
        return True
    if word == "of" and above.lemma_.lower() in PLACES and above.lemma_.lower() not in GROUPS:
        return True
    if (word == "of" and above.lemma_.lower() in _MENTAL_NOUNS) or (lemma(above), word) in AIMS:
        return True
    return None


def _negated_here(verb: Token) -> bool:
    """As in "The boy did not move": he is there, and does not."""
    return any(c.dep_ == "neg" for c in verb.children) and verb.dep_ in ("ROOT", "conj") and verb.pos_ == "VERB"


def pleonastic(token: Token) -> bool:
    """Whether "it" means nothing: weather, time, "it is true that"."""
    head = token.head
    if head.lemma_ in ("rain", "snow", "drizzle", "thunder", "hail", "seem", "appear", "happen", "dawn"):
        return True
    if head.lemma_ != "be" or token.dep_ != "nsubj":
        return False
    said = {c.lemma_.lower() for c in head.children if c.dep_ in ("attr", "acomp", "npadvmod", "advmod")}
    weather = {
        "dark",
        "light",
        "cold",
        "late",
        "early",
        "night",
        "morning",
        "evening",
        "day",
        "time",
        "noon",
        "midnight",
        "summer",
        "winter",
        "spring",
        "autumn",
        "rainy",
        "sunny",
        "windy",
        "foggy",
        "hot",
        "warm",
        "dusk",
        "dawn",
        "quiet",
    }
    said |= {t.lemma_.lower() for c in head.children if c.dep_ == "prep" for t in c.subtree}
    if any(c.dep_ == "attr" and sort_of(singular(c)) in ("person", "animal", "fabled") for c in head.children):
        return True
    if any(t.dep_ == "aux" and t.tag_ == "TO" for c in head.children if c.dep_ == "attr" for t in c.subtree):
        return True
    clause = any(
        c.dep_ in ("ccomp", "xcomp", "advcl", "csubj") and c.i > head.i and (c.dep_ != "advcl") for c in head.children
    )
    return bool(said & weather) or clause
