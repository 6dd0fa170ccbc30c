"""Owns how a clause is done: manner of moving, feeling, pace, what it changes, what is heard.

Does not know: entities' ids beyond those handed in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planners.backends.rules import motion, things, verbs
from planners.backends.rules.clauses import (
    lemma,
    particle,
)
from planners.reading import Region

if TYPE_CHECKING:
    from spacy.tokens import Token

    from planners.plan import Emotion


def entering(
    verb: Token, start: Region | None, end: Region | None, heading: str | None
) -> tuple[Region | None, Region | None]:
    """Entering and leaving the picture: from or to beyond its edge."""
    text = verb.doc.text.lower()
    name = lemma(verb)
    frame = any(w in text for w in (" frame", " screen", " scene", " picture", " view", " shot"))
    sides: dict[str, Region] = {
        "left": "offscreen left",
        "right": "offscreen right",
        "top": "offscreen top",
        "bottom": "offscreen bottom",
    }
    enters = name in ("enter", "come") or (frame and name in ("arrive", "appear")) or bool(_COMES_IN.search(text))
    if start in sides and enters:
        return sides[start], end
    if _GOES_OUT.search(text) and end not in ("top", "bottom"):
        told = end or heading or next((side for side in sides if re.search(rf"\b{side}\b", text)), None)
        return start, sides[str(told)] if told in sides else end
    if name in ("leave", "exit", "depart") and (end in sides or heading in sides or start in sides):
        return (None if end is None else start), sides[str(end or heading or start)]
    return start, end


_COMES_IN = re.compile(
    r"\b(?:in|into (?:the )?(?:view|frame|shot|scene|picture|sight))(?: \w+ly)? from (?:the|its)?\s*(?:far )?"
    r"(?:left|right|top|bottom)"
)
"""As in "walks in from the right"."""
_GOES_OUT = re.compile(
    r"\b(?:out of|off|beyond|outside) (?:the )?(?:frame|view|shot|sight|picture|screen|image)\b|\boff[- ]?screen\b|"
    r"\bout (?:on|at|to|through) the (?:far )?(?:left|right)\b|\boff (?:to )?the (?:left|right)\b"
)
"""As in "rolls out of frame on the left"."""

_AIRCRAFT = frozenset(
    ["airplane", "plane", "helicopter", "rocket", "spaceship", "saucer", "drone", "jet", "balloon", "ufo", "airship"]
)
_WATERCRAFT = frozenset(["boat", "ship", "sailboat", "canoe", "raft", "ferry", "yacht", "rowboat", "submarine"])
_FLYERS = frozenset(
    [
        "bird",
        "butterfly",
        "bee",
        "eagle",
        "owl",
        "crow",
        "falcon",
        "dragonfly",
        "hummingbird",
        "bat",
        "seagull",
        "sparrow",
        "pigeon",
        "moth",
        "hawk",
        "fly",
    ]
)
_SWIMMERS = frozenset(
    ["fish", "shark", "dolphin", "whale", "octopus", "jellyfish", "goldfish", "squid", "seal", "stingray"]
)
_NEUTRAL = frozenset(
    [
        "move",
        "go",
        "travel",
        "start",
        "begin",
        "come",
        "appear",
        "cross",
        "pass",
        "head",
        "enter",
        "leave",
        "approach",
        "arrive",
        "circle",
        "follow",
    ]
)


def manner_of(name: str, noun: str) -> str:
    """How a mover moves, by its verb, else by what it is."""
    last = noun.split()[-1] if noun else ""
    vehicle = noun in things.VEHICLES or last in things.VEHICLES
    told = verbs.MANNERS.get(name, "walk")
    if told != "walk" and not (vehicle and told in ("run", "jump")):
        return told
    if vehicle:
        if last in _AIRCRAFT:
            return "fly"
        return "float" if last in _WATERCRAFT else "drive"
    if last in ("ball", "wheel", "barrel", "marble", "coin", "hoop", "tire"):
        return "roll"
    if last in ("balloon", "leaf", "feather", "bubble", "kite"):
        return "float"
    flyer = last in _FLYERS
    swimmer = last in _SWIMMERS
    neutral = name in _NEUTRAL
    return (
        "fly"
        if flyer and neutral
        else "swim"
        if swimmer and neutral
        else "crawl"
        if last in ("snake", "snail", "worm", "caterpillar") and neutral
        else "walk"
    )


def emotion_of(verb: Token, clause: list[Token]) -> Emotion:
    """The feeling that the words of a clause show."""
    for token in clause:
        low = token.text.lower()
        if (
            (token.pos_ in ("ADV", "ADJ", "NOUN") or token is verb)
            and low in verbs.EMOTIONS
            and (token.pos_ != "ADJ" or token.dep_ in ("acomp", "advcl", "conj", "oprd", "ROOT"))
            and (token.pos_ != "NOUN" or token.head.dep_ == "prep" or token.head.text.lower() in ("with", "in", "of"))
        ):
            return verbs.EMOTIONS[low]
    if any(t.text.lower() in ("smile", "smiles") for t in clause):
        return "happy"
    return verbs.EMOTIONS.get(lemma(verb), "neutral")


def pace_of(verb: Token, clause: list[Token]) -> float:
    """How quick the clause is; 1 is normal."""
    base = verbs.PACES.get(lemma(verb), 1.0)
    adverb = motion.adverb_value((t.text.lower() for t in clause), dict(verbs.PACE_ADVERBS))
    return round(base * adverb, 2) if adverb else base


def state_of(verb: Token, agents: tuple[str, ...], patients: tuple[str, ...]) -> dict[str, str]:
    """What the verb changes: id to new state."""
    name, extra = lemma(verb), particle(verb)
    change = verbs.CHANGES.get(f"{name}_{extra}") or verbs.CHANGES.get(name)
    if change is None:
        return {}
    changed = patients or agents
    return {} if name == "light" and extra == "up" else dict.fromkeys(changed, change)


def sounds_of(verb: Token, words: str) -> tuple[str, ...]:
    """What is heard in a clause."""
    found = [verbs.SOUNDS[lemma(verb)]] if lemma(verb) in verbs.SOUNDS else []
    found += [verbs.SOUNDS[word] for word in words.split() if word in verbs.SOUNDS]
    return tuple(dict.fromkeys(found))
