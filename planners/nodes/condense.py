"""Owns fitting a long story into its film: which sentences are told when there is not time for all.

Sentences are taken evenly over the text, the richest of each stretch. Does not know: shots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planners.nodes.speechtime import speech_seconds
from planners.plan import Note
from planners.reading import Reading, Sentence
from planners.story import Story

LONG_ENTRY_WORDS, TOLD_WORDS = 34, 30
"""An entry of `shots:` with more words than the first is a description: this many words at most are read aloud."""
LONGEST_SECONDS = 240.0
"""Without a wished duration, a film is not made longer than this."""
END_CARD_SECONDS = 3.0


def condensed(story: Story, reading: Reading, sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], list[Note]]:
    """The sentences that fit the film's length, in order, and what was left out."""
    told = tuple(sentence for sentence in sentences if sentence.text.strip())
    room = (story.duration or LONGEST_SECONDS) - END_CARD_SECONDS
    lengths = {sentence.index: _seconds(story, reading, sentence) for sentence in told}
    whole = sum(lengths.values())
    if whole <= room * 1.02 or len(told) <= 1:
        return told, []
    kept = _chosen(reading, told, lengths, room)
    left = len(told) - len(kept)
    if not left:
        return told, []
    detail = "; ".join(sentence.text[:60] for sentence in told if sentence not in kept)[:600]
    what = f"condensed to fit {room + END_CARD_SECONDS:.0f} s: {len(kept)} of {len(told)} sentences are told"
    return kept, [Note(kind="downgrade", where="story", what=what, detail=detail)]


def _seconds(story: Story, reading: Reading, sentence: Sentence) -> float:
    spoken = [speech.text for speech in reading.speeches_of(sentence.index)]
    if story.narration and sentence.narration:
        spoken.append(sentence.narration)
    said = sum(speech_seconds(text) + 0.5 for text in spoken)
    return max(said, 1.6)


def _chosen(reading: Reading, told: Sequence[Sentence], lengths: dict[int, float], room: float) -> tuple[Sentence, ...]:
    """The best sentence of each of as many even stretches as there is room for."""
    mean = sum(lengths.values()) / len(told)
    stretches = max(1, int(room / mean))
    while True:
        picked = []
        for index in range(stretches):
            first, last = round(index * len(told) / stretches), round((index + 1) * len(told) / stretches)
            if last > first:
                picked.append(max(told[first:last], key=lambda sentence: _worth(reading, sentence, lengths)))
        if sum(lengths[sentence.index] for sentence in picked) <= room or stretches == 1:
            return tuple(picked)
        stretches -= 1


def _worth(reading: Reading, sentence: Sentence, lengths: dict[int, float]) -> float:
    """What a sentence adds: visible action and cast for the time that it takes."""
    events = [event for event in reading.events_of(sentence.index) if event.agents]
    gain = 2.0 * len(events[:3]) + len(sentence.present[:3]) + 1.5 * bool(reading.speeches_of(sentence.index))
    return (gain + 0.5) / (lengths[sentence.index] + 2.0)


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
