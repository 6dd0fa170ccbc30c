"""Owns salience: what each sentence of a story is worth, who its main characters are, what its spine is.

The spine: how it begins, where each main character comes in, a spoken line, how it ends. Does not know: how long a
sentence takes to tell, shots.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planners.reading import Event, Reading, Sentence, Speech

ENDING = 0.12
"""Share of the text that is its ending."""
MAIN_SHARE, MOST_MAIN = 0.05, 6
"""Who has this share of all appearances of characters is a main character, and how many of them there are at most."""
SPINE_SHARE = 0.75
"""Share of the film that the spine may take."""
LEAST_WORTH = 0.8
"""A sentence that is worth less shows nobody and nothing that happens."""
PART_SENTENCES = 8
"""Sentences of a stretch that is to keep its share of the film."""
PART_PIECES = 2.0
"""A stretch is at least so long that its share of the film holds so many of its sentences."""
STILL = frozenset({"stand", "sit", "hold", "lie"})
"""Actions in which nothing moves on."""

_TURN = re.compile(
    r"\b(?:suddenly|at last|at length|finally|one (?:day|morning|evening|night|winter|summer)|that (?:night|evening|"
    r"day)|the next (?:day|morning)|just then|at that moment|but then|when at last|all at once|in the end|from that "
    r"(?:day|time)|ever after|once upon a time|years later|meanwhile|no sooner|at once)\b",
    re.I,
)
_DEEDS = frozenset((
    "kill", "die", "marry", "find", "lose", "save", "rescue", "steal", "escape", "break", "burn", "fall", "drown",
    "catch", "win", "free", "wake", "return", "arrive", "meet", "kiss", "fight", "vanish", "disappear", "transform",
    "turn", "flee", "discover", "swallow", "throw", "leave", "shoot", "slay", "open", "enter", "reach", "cry",
    "hide", "give", "promise", "refuse", "chase", "attack", "kidnap", "seize", "forgive", "reveal", "recognize",
    "crown", "strike",
))  # fmt: skip
"""Deeds that change how a story goes on."""


@dataclass(frozen=True)
class Facts:
    """A reading with its events and lines by sentence, so that looking them up takes no walk over the whole text."""

    reading: Reading
    events: Mapping[int, tuple[Event, ...]]
    speeches: Mapping[int, tuple[Speech, ...]]

    def events_of(self, sentence: int) -> tuple[Event, ...]:
        """The events of one sentence, in order."""
        return self.events.get(sentence, ())

    def speeches_of(self, sentence: int) -> tuple[Speech, ...]:
        """The spoken lines of one sentence, in order."""
        return self.speeches.get(sentence, ())


def facts_of(reading: Reading) -> Facts:
    """The facts of a reading."""
    events: dict[int, list[Event]] = {}
    speeches: dict[int, list[Speech]] = {}
    for event in reading.events:
        events.setdefault(event.sentence, []).append(event)
    for speech in reading.speeches:
        speeches.setdefault(speech.sentence, []).append(speech)
    return Facts(
        reading,
        {index: tuple(rows) for index, rows in events.items()},
        {index: tuple(rows) for index, rows in speeches.items()},
    )


@dataclass(frozen=True)
class Choice:
    """What the choosing of sentences needs to know."""

    told: tuple[Sentence, ...]
    """Everything that could be told, in order."""
    lengths: Mapping[int, float]
    """What each takes, by its index: seconds, or words."""
    worth: Mapping[int, float]
    room: float
    """What there is room for, in the unit of the lengths."""
    mains: tuple[str, ...] = ()
    """Ids of the main characters."""


def main_characters(reading: Reading) -> tuple[str, ...]:
    """The main characters: those who are there most often, at most six."""
    seen: dict[str, int] = {}
    for sentence in reading.sentences:
        for name in sentence.present:
            if name in reading.entities and reading.entities[name].kind == "character":
                seen[name] = seen.get(name, 0) + 1
    least = max(2.0, MAIN_SHARE * sum(seen.values()))
    ranked = sorted(seen, key=lambda name: -seen[name])[:MOST_MAIN]
    return tuple(name for name in ranked if seen[name] >= least) or tuple(ranked[:1])


def worth_of(facts: Facts, sentence: Sentence, at: float, mains: Sequence[str]) -> float:
    """What a sentence adds to the story, `at` its place in the text from 0 to 1."""
    if sentence.text.isupper():
        return 0.0
    events = [event for event in facts.events_of(sentence.index) if event.agents]
    acts = [event for event in events if event.action not in STILL]
    main = [event for event in events if set(event.agents) & set(mains)]
    gain = 1.5 * len(acts[:3]) + 0.5 * len(events[:3]) + 1.5 * bool(main) + 0.5 * len(sentence.present[:3])
    gain += 1.0 * bool(facts.speeches_of(sentence.index)) + 1.5 * bool(_TURN.search(sentence.text))
    gain += 1.5 * any(event.verb in _DEEDS or event.state for event in events)
    gain += 0.5 * any(event.emotion != "neutral" for event in events)
    return gain * (1.35 if at >= 1 - ENDING else 1.0) + 0.2


def spine(facts: Facts, choice: Choice) -> list[int]:
    """Indices of the sentences without which the story is not told, the most needed first."""
    told = choice.told
    acted = [s for s in told if any(e.agents for e in facts.events_of(s.index))] or list(told)
    late = {s.index for s in told[-max(2, round(ENDING * len(told))) :]}
    ending = [s for s in acted if s.index in late] or acted[-2:]
    last = max(ending, key=lambda s: choice.worth[s.index])
    said = [s for s in told if any(x.speaker for x in facts.speeches_of(s.index))]
    line = max(said, key=lambda s: gain(choice, set(), s), default=last)
    wanted = [opening(told), last, line, *ending[-1:], *entrances(facts, told, choice.mains), *ending[-3:]]
    out: list[int] = []
    needed = {s.index for s in wanted[:3]}
    for sentence in dict.fromkeys(s.index for s in wanted):
        room = choice.room * (1.0 if sentence in needed else SPINE_SHARE)
        if not out or sum(choice.lengths[k] for k in (*out, sentence)) <= room:
            out.append(sentence)
    return out


def opening(told: Sequence[Sentence]) -> Sentence:
    """The first sentence that is no heading and shows somebody, among the first few; else the first."""
    text = [s for s in told if not s.text.isupper()] or list(told)
    return next((s for s in text[:6] if s.present), text[0])


def entrances(facts: Facts, told: Sequence[Sentence], mains: Sequence[str]) -> list[Sentence]:
    """The first sentence in which each main character does something, else is seen."""
    out = []
    for name in mains:
        seen = [s for s in told if name in s.present]
        acting = [s for s in seen[:4] if any(name in e.agents for e in facts.events_of(s.index))]
        out += (acting or seen)[:1]
    return out


def filled(choice: Choice, spine: Iterable[int]) -> tuple[Sentence, ...]:
    """The spine, and for the rest of the room the best of each even part, then the best of all."""
    kept = set(spine)
    size = _parts(choice)
    bounds = [round(k * len(choice.told) / size) for k in range(size + 1)]
    for share in (choice.room / size, choice.room):
        parts = [choice.told[a:b] for a, b in itertools.pairwise(bounds)]
        parts = parts if share < choice.room else [choice.told]
        for part in sorted(parts, key=lambda p: -max((choice.worth[s.index] for s in p), default=0.0)):
            _fill(choice, kept, part, share)
    return tuple(sentence for sentence in choice.told if sentence.index in kept)


def _parts(choice: Choice) -> int:
    """In how many stretches the room is shared: each has text for a choice, and room for some of it."""
    count = len(choice.told)
    usual = sum(choice.lengths[s.index] for s in choice.told) / max(count, 1)
    return max(1, min(round(count / PART_SENTENCES), int(choice.room / max(PART_PIECES * usual, 1e-6))))


def _fill(choice: Choice, kept: set[int], part: Sequence[Sentence], share: float) -> None:
    """Add sentences of a part, the most telling for their time first, while there is room in it and in all."""
    left = [s for s in part if s.index not in kept and choice.worth[s.index] >= LEAST_WORTH]
    used = sum(choice.lengths[s.index] for s in part if s.index in kept)
    total = sum(choice.lengths[k] for k in kept)
    while left:
        most = min(share * 1.1 - used, choice.room - total)
        left = [s for s in left if choice.lengths[s.index] <= most]
        if left:
            best = max(left, key=lambda s: gain(choice, kept, s))
            left.remove(best)
            kept.add(best.index)
            used, total = used + choice.lengths[best.index], total + choice.lengths[best.index]


def gain(choice: Choice, kept: set[int], sentence: Sentence) -> float:
    """Worth for its time; what follows or leads up to a told sentence counts for more."""
    beside = (sentence.index - 1 in kept) + (sentence.index + 1 in kept)
    return choice.worth[sentence.index] * (1 + 0.12 * beside) / (choice.lengths[sentence.index] + 3.0)
