"""Owns turns in short texts: who comes first, then, and finally, and what was empty before.

Does not know: parses; it works on the reading and its words.
"""

from __future__ import annotations

import re
from itertools import pairwise

from planners.backends.rules import motion
from planners.reading import Appearance, Event, Reading, Sentence

_TURN = re.compile(
    r"\b(?:first(?! (?:half|third|quarter|part|few|second|two|three|moment))|firstly|then|next(?! to)|finally|lastly|"
    r"at last|afterwards?|later|followed by|subsequently|in the end|after (?:that|this|a while|a moment))\b"
)
_EMPTY = re.compile(r"\b(?:empty|deserted|nothing|nobody|no one|bare)\b")
_LEAD = re.compile(
    r"^\W*(?:(?:and|comes?|came|there (?:is|are|comes?)|in comes?|we see|by)\W+)*"
    r"(?:an?|the|one|another|some|several|two|three|four|five|six|\d+)\b"
)
"""How a turn begins that brings somebody."""


def arrivals(reading: Reading, low: str) -> Reading:
    """The reading with everybody who comes in a later turn seen from that turn on.

    Args:
        reading: Of a short text about one picture.
        low: The text in lower case.
    """
    cuts = [0, *(match.start() for match in _TURN.finditer(low) if match.start() > 0), len(low)]
    pieces = [low[a:b] for a, b in pairwise(cuts)]
    comers = _comers(reading, low, cuts)
    empty = bool(_EMPTY.search(pieces[0])) and not comers.get(0)
    turns = [k for k in range(len(pieces)) if comers.get(k) or (k == 0 and empty)]
    if len(turns) < 2:
        return reading
    share = motion.share(pieces[0])
    first = share[1] if share is not None and share[0] == 0 and share[1] < 1 else None
    starts = {k: rank / len(turns) for rank, k in enumerate(turns)}
    if first is not None and len(turns) == 2:
        starts[turns[1]] = first
    came = {name: starts[k] for k in turns for name in comers.get(k, ())}
    told = {a.entity for s in reading.sentences for a in s.appearances if a.start > 0}
    came = {name: start for name, start in came.items() if empty or start == 0 or name not in told}
    return _with_events(_with_starts(reading, came), comers, pieces)


def _comers(reading: Reading, low: str, cuts: list[int]) -> dict[int, list[str]]:
    """Turn -> who is named in it for the first time and acts, or is all that it names."""
    out: dict[int, list[str]] = {}
    acting = {agent for event in reading.events for agent in event.agents}
    for name in dict.fromkeys(name for sentence in reading.sentences for name in sentence.present):
        at = _first(reading, low, name)
        if at is None:
            continue
        k = max(index for index, cut in enumerate(cuts[:-1]) if cut <= at)
        turn = _TURN.sub("", low[cuts[k] : at], count=1)
        brought = len(turn.split()) <= 5 and bool(_LEAD.match(turn))
        if name in acting or (k > 0 and brought):
            out.setdefault(k, []).append(name)
    return out


def _first(reading: Reading, low: str, name: str) -> int | None:
    entity = reading.entities[name]
    nouns = {entity.attributes.noun, entity.name.lower().split()[-1], entity.attributes.species or ""} - {""}
    found = [m.start() for noun in nouns for m in [re.search(rf"\b{re.escape(noun)}", low)] if m]
    return min(found) if found else None


def _with_starts(reading: Reading, came: dict[str, float]) -> Reading:
    sentences = tuple(_seen_from(sentence, came) for sentence in reading.sentences)
    return reading.model_copy(update={"sentences": sentences})


def _seen_from(sentence: Sentence, came: dict[str, float]) -> Sentence:
    late = {name: start for name, start in came.items() if start > 0 and name in sentence.present}
    old = {a.entity: a for a in sentence.appearances}
    new = []
    for name in dict.fromkeys((*old, *late)):
        base = old.get(name, Appearance(entity=name))
        if name in came:
            start = round(came[name], 3)
            end = base.end if base.end > start else 1.0
            base = base.model_copy(update={"start": start, "end": end})
        new.append(base)
    return sentence.model_copy(update={"appearances": tuple(new)})


def _with_events(reading: Reading, comers: dict[int, list[str]], pieces: list[str]) -> Reading:
    """Whoever comes without a verb does what the one before did: "a snail crosses the path, then a hedgehog"."""
    events = list(reading.events)
    for k in sorted(comers):
        for name in comers[k]:
            acts = any(name in event.agents for event in events)
            before = [event for event in events if event.agents and reading.entities[name].kind == "character"]
            if acts or not before:
                continue
            made = before[-1].model_copy(
                update={"id": f"e{1 + len(events)}", "agents": (name,), "text": pieces[k].strip(" ,.;")}
            )
            events.append(made)
    return reading.model_copy(update={"events": tuple(_numbered(events))})


def _numbered(events: list[Event]) -> list[Event]:
    """Events with ids that are theirs alone."""
    taken: set[str] = set()
    out = []
    for index, event in enumerate(events):
        own = event.id if event.id not in taken else f"e{len(events) + index + 1}"
        taken.add(own)
        out.append(event.model_copy(update={"id": own}) if own != event.id else event)
    return out
