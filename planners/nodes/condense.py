"""Owns fitting a long story into its film: which sentences are told when there is not time for all.

The spine stays: how it begins, where each main character comes in, the turns, how it ends; the room between is shared
evenly over the text. Does not know: shots.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planners.nodes.shorten import LONG_WORDS, SHORT_WORDS, shortened
from planners.nodes.speechtime import speech_seconds
from planners.plan import Note
from planners.reading import Event, Reading, Sentence
from planners.story import Story

LONG_ENTRY_WORDS, TOLD_WORDS = 34, 30
"""An entry of `shots:` with more words than the first is a description: this many words at most are read aloud."""
LONGEST_SECONDS = 240.0
"""Without a wished duration, a film is not made longer than this."""
END_CARD_SECONDS = 3.0
FAR_TOO_LONG = 3.0
"""A text that takes so many times the film's length is told in shorter sentences."""
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
class _Choice:
    """What the choosing of sentences needs to know."""

    told: tuple[Sentence, ...]
    lengths: Mapping[int, float]
    worth: Mapping[int, float]
    room: float


def condensed(story: Story, reading: Reading, sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], list[Note]]:
    """The sentences that fit the film's length, in order, and what was left out."""
    told = tuple(sentence for sentence in sentences if sentence.text.strip())
    room = (story.duration or LONGEST_SECONDS) - END_CARD_SECONDS
    whole = sum(_seconds(story, reading, sentence) for sentence in told)
    if whole <= room * 1.02 or len(told) <= 1:
        return told, []
    most = LONG_WORDS if whole < FAR_TOO_LONG * room else SHORT_WORDS
    brief = tuple(_brief(sentence, most) for sentence in told)
    lengths = {sentence.index: _seconds(story, reading, sentence) for sentence in brief}
    if sum(lengths.values()) <= room:
        return brief, [_note(reading, told, brief, room)]
    mains = _mains(reading)
    worth = {s.index: _worth(reading, s, k / len(brief), mains) for k, s in enumerate(brief)}
    choice = _Choice(brief, lengths, worth, room)
    kept = _filled(choice, _spine(reading, choice, mains))
    return _named(reading, brief, kept), [_note(reading, told, kept, room)]


def _brief(sentence: Sentence, most: int) -> Sentence:
    """The sentence with a narration that is not longer than it must be."""
    if len(sentence.narration.split()) <= most:
        return sentence
    return sentence.model_copy(update={"narration": shortened(sentence.narration, most)})


def _seconds(story: Story, reading: Reading, sentence: Sentence) -> float:
    spoken = [speech.text for speech in reading.speeches_of(sentence.index)]
    if story.narration and sentence.narration:
        spoken.append(sentence.narration)
    said = sum(speech_seconds(text) + 0.5 for text in spoken)
    return max(said, 1.6)


def _mains(reading: Reading) -> tuple[str, ...]:
    """The main characters: those who are there most often, at most six."""
    seen: dict[str, int] = {}
    for sentence in reading.sentences:
        for name in sentence.present:
            if name in reading.entities and reading.entities[name].kind == "character":
                seen[name] = seen.get(name, 0) + 1
    least = max(2.0, MAIN_SHARE * sum(seen.values()))
    ranked = sorted(seen, key=lambda name: -seen[name])[:MOST_MAIN]
    return tuple(name for name in ranked if seen[name] >= least) or tuple(ranked[:1])


def _worth(reading: Reading, sentence: Sentence, at: float, mains: Sequence[str]) -> float:
    """What a sentence adds to the story, `at` its place in the text from 0 to 1."""
    if sentence.text.isupper():
        return 0.0
    events = [event for event in reading.events_of(sentence.index) if event.agents]
    acts = [event for event in events if event.action not in _STILL]
    main = [event for event in events if set(event.agents) & set(mains)]
    gain = 1.5 * len(acts[:3]) + 0.5 * len(events[:3]) + 1.5 * bool(main) + 0.5 * len(sentence.present[:3])
    gain += 1.0 * bool(reading.speeches_of(sentence.index)) + 1.5 * bool(_TURN.search(sentence.text))
    gain += 1.5 * any(event.verb in _DEEDS or event.state for event in events)
    gain += 0.5 * any(event.emotion != "neutral" for event in events)
    return gain * (1.35 if at >= 1 - ENDING else 1.0) + 0.2


def _spine(reading: Reading, choice: _Choice, mains: Sequence[str]) -> list[int]:
    """Indices of the sentences without which the story is not told, the most needed first."""
    told = choice.told
    acted = [s for s in told if any(e.agents for e in reading.events_of(s.index))] or list(told)
    ending = [s for s in acted if s in told[-max(2, round(ENDING * len(told))) :]] or acted[-2:]
    last = max(ending, key=lambda s: choice.worth[s.index])
    said = [s for s in told if any(x.speaker for x in reading.speeches_of(s.index))]
    line = max(said, key=lambda s: _gain(choice, set(), s), default=last)
    wanted = [_opening(told), last, line, *ending[-1:], *_entrances(reading, told, mains), *ending[-3:]]
    out: list[int] = []
    needed = {s.index for s in wanted[:3]}
    for sentence in dict.fromkeys(s.index for s in wanted):
        room = choice.room * (1.0 if sentence in needed else SPINE_SHARE)
        if not out or sum(choice.lengths[k] for k in (*out, sentence)) <= room:
            out.append(sentence)
    return out


def _opening(told: Sequence[Sentence]) -> Sentence:
    """The first sentence that is no heading and shows somebody, among the first few; else the first."""
    text = [s for s in told if not s.text.isupper()] or list(told)
    return next((s for s in text[:6] if s.present), text[0])


def _entrances(reading: Reading, told: Sequence[Sentence], mains: Sequence[str]) -> list[Sentence]:
    """The first sentence in which each main character does something, else is seen."""
    out = []
    for name in mains:
        seen = [s for s in told if name in s.present]
        acting = [s for s in seen[:4] if any(name in e.agents for e in reading.events_of(s.index))]
        out += (acting or seen)[:1]
    return out


def _filled(choice: _Choice, spine: Iterable[int]) -> tuple[Sentence, ...]:
    """The spine, and for the rest of the room the best of each even part, then the best of all."""
    kept = set(spine)
    size = max(1, round(len(choice.told) / PART_SENTENCES))
    bounds = [round(k * len(choice.told) / size) for k in range(size + 1)]
    for share in (choice.room / size, choice.room):
        parts = [choice.told[a:b] for a, b in itertools.pairwise(bounds)]
        parts = parts if share < choice.room else [choice.told]
        for part in sorted(parts, key=lambda p: -max((choice.worth[s.index] for s in p), default=0.0)):
            _fill(choice, kept, part, share)
    return tuple(sentence for sentence in choice.told if sentence.index in kept)


def _fill(choice: _Choice, kept: set[int], part: Sequence[Sentence], share: float) -> None:
    """Add sentences of a part, the most telling for their time first, while there is room in it and in all."""
    left = [s for s in part if s.index not in kept and choice.worth[s.index] >= LEAST_WORTH]
    while left:
        best = max(left, key=lambda s: _gain(choice, kept, s))
        left.remove(best)
        used = sum(choice.lengths[s.index] for s in part if s.index in kept)
        total = sum(choice.lengths[k] for k in kept)
        length = choice.lengths[best.index]
        if used + length <= share * 1.1 and total + length <= choice.room:
            kept.add(best.index)


def _gain(choice: _Choice, kept: set[int], sentence: Sentence) -> float:
    """Worth for its time; what follows or leads up to a told sentence counts for more."""
    beside = (sentence.index - 1 in kept) + (sentence.index + 1 in kept)
    return choice.worth[sentence.index] * (1 + 0.12 * beside) / (choice.lengths[sentence.index] + 3.0)


# -- what is said about it ----------------------------------------------------------------------------------


_HE = re.compile(r"^((?:And|But|So|Then|At last|Suddenly),? )?(He|She|he|she)\b(?!['’])")


def _named(reading: Reading, told: Sequence[Sentence], kept: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """With names for "he" and "she" where the sentence before is not told."""
    indices = {sentence.index for sentence in kept}
    order = [sentence.index for sentence in told]
    out = []
    for sentence in kept:
        at = order.index(sentence.index)
        orphan = at > 0 and order[at - 1] not in indices
        out.append(_with_name(reading, sentence) if orphan else sentence)
    return tuple(out)


def _with_name(reading: Reading, sentence: Sentence) -> Sentence:
    match = _HE.match(sentence.narration)
    first: Event | None = next((e for e in reading.events_of(sentence.index) if e.agents), None)
    if match is None or first is None or len(first.agents) != 1:
        return sentence
    entity = reading.entities[first.agents[0]]
    said = entity.name if entity.proper else f"the {entity.name.split()[-1]}"
    if entity.count > 1 or not said.strip() or entity.name == "I":
        return sentence
    lead = match.group(1) or ""
    words = f"{lead}{said}{sentence.narration[match.end() :]}"
    return sentence.model_copy(update={"narration": words[0].upper() + words[1:]})


def _note(reading: Reading, told: Sequence[Sentence], kept: Sequence[Sentence], room: float) -> Note:
    """How much is told, who is never seen, and what is left out."""
    indices = {sentence.index for sentence in kept}
    before = {name for s in told for name in s.present}
    after = {name for s in kept for name in s.present}
    lost = [
        reading.entities[name].name
        for name in reading.entities
        if name in before - after and reading.entities[name].kind == "character"
    ]
    what = f"condensed to fit {room + END_CARD_SECONDS:.0f} s: {len(kept)} of {len(told)} sentences are told"
    short = sum(len(s.narration) < len(t.narration) for s in kept for t in told if s.index == t.index)
    what += f", {short} of them shortened" if short else ""
    what += f"; never seen: {', '.join(lost[:12])}{' and others' if len(lost) > 12 else ''}" if lost else ""
    detail = "left out: " + "; ".join(s.text[:60] for s in told if s.index not in indices)
    return Note(kind="downgrade", where="story", what=what, detail=detail[:4000])


def told_of_entry(reading: Reading, sentences: Sequence[Sentence]) -> str:
    """What is read aloud of an entry of `shots:`: all of a short one, of a long description the act that matters."""
    whole = " ".join(sentence.narration for sentence in sentences if sentence.narration)
    if len(whole.split()) <= LONG_ENTRY_WORDS:
        return whole
    acted = [sentence for sentence in sentences if _acts(reading, sentence) and sentence.narration]
    if not acted:
        return ""
    best = max(acted, key=lambda sentence: _acts(reading, sentence) / (len(sentence.narration.split()) + 8))
    return _clause(best.narration)


def _acts(reading: Reading, sentence: Sentence) -> int:
    """How many things somebody does in a sentence."""
    return sum(bool(event.agents) and event.action not in _STILL for event in reading.events_of(sentence.index))


_STILL = frozenset({"stand", "sit", "hold", "lie"})


def _clause(text: str) -> str:
    """A text cut after its first main clauses when it is too long to be read aloud."""
    out = ""
    for part in re.split(r"(?<=[;,])\s+", text):
        if out and len(f"{out} {part}".split()) > TOLD_WORDS:
            break
        out = f"{out} {part}".strip()
    return out.rstrip(" ,;") + ("." if out[-1:] in ",;" else "")
