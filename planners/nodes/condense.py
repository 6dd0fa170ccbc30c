"""Owns fitting a long story into its film: which sentences are told when there is not time for all.

The spine stays: how it begins, where each main character comes in, the turns, how it ends; the room between is shared
evenly over the text. Does not know: shots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planners.nodes.salience import STILL, Choice, Facts, facts_of, filled, main_characters, spine, worth_of
from planners.nodes.shorten import LONG_WORDS, SHORT_WORDS, shortened
from planners.nodes.speechtime import speech_seconds
from planners.nodes.timing import cards_of
from planners.plan import Note
from planners.reading import Event, Reading, Sentence
from planners.story import Story

LONG_ENTRY_WORDS, TOLD_WORDS = 34, 30
"""An entry of `shots:` with more words than the first is a description: this many words at most are read aloud."""
LONGEST_SECONDS = 240.0
"""Without a wished duration, a film is not made longer than this."""
FEW, GLIMPSE_SECONDS = 6, 1.0
"""Of so many sentences each is seen for so long at least, though not all of them are read aloud."""
FAR_TOO_LONG = 3.0
"""A text that takes so many times the film's length is told in shorter sentences."""


def condensed(
    story: Story, reading: Reading, sentences: Sequence[Sentence], chosen: Sequence[int] = ()
) -> tuple[tuple[Sentence, ...], list[Note]]:
    """The sentences that fit the film's length, in order, and what was left out.

    Args:
        story: What a person wrote.
        reading: What was understood of it.
        sentences: Its sentences, settled.
        chosen: Indices that somebody else chose; empty: the rules choose.
    """
    told, brief, facts = _briefs(story, reading, sentences)
    choice = _pressed(story, brief, facts, chosen=bool(chosen))
    if choice is None:
        return brief, [_note(reading, told, brief, room_of(story))] if brief != told else []
    if not chosen and len(brief) <= FEW and len(brief) * GLIMPSE_SECONDS <= choice.room:
        kept = _glimpsed(choice)
        return kept, [_note(reading, told, kept, choice.room)]
    wanted = frozenset(chosen)
    kept = tuple(s for s in brief if s.index in wanted) or rules_choice(facts, choice)
    return _named(reading, brief, kept), [_note(reading, told, kept, choice.room)]


def pressed(story: Story, reading: Reading, sentences: Sequence[Sentence]) -> tuple[Facts, Choice] | None:
    """What there is to choose from; None when there is room for everything."""
    _, brief, facts = _briefs(story, reading, sentences)
    choice = _pressed(story, brief, facts)
    return None if choice is None else (facts, choice)


def rules_choice(facts: Facts, choice: Choice) -> tuple[Sentence, ...]:
    """The sentences that the rules choose."""
    return filled(choice, spine(facts, choice))


def room_of(story: Story) -> float:
    """Seconds of the film that its shots have: all but the end card."""
    length = story.duration or LONGEST_SECONDS
    return length - cards_of(story, length).end / story.fps


def _briefs(
    story: Story, reading: Reading, sentences: Sequence[Sentence]
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], Facts]:
    """All that could be told, the same as short as it must be, and the facts of the reading."""
    told = tuple(sentence for sentence in sentences if sentence.text.strip())
    facts, room = facts_of(reading), room_of(story)
    whole = sum(_seconds(story, facts, sentence) for sentence in told)
    if whole <= room * 1.02 or len(told) <= 1:
        return told, told, facts
    most = LONG_WORDS if whole < FAR_TOO_LONG * room else SHORT_WORDS
    return told, tuple(_brief(sentence, most) for sentence in told), facts


def _pressed(story: Story, brief: tuple[Sentence, ...], facts: Facts, *, chosen: bool = False) -> Choice | None:
    """What there is to choose from and what it is worth (not, when it is chosen already); None when all fits."""
    lengths = {sentence.index: _seconds(story, facts, sentence) for sentence in brief}
    room = room_of(story)
    if sum(lengths.values()) <= room * 1.02 or len(brief) <= 1:
        return None
    if chosen:
        return Choice(brief, lengths, {}, room)
    mains = main_characters(facts.reading)
    worth = {s.index: worth_of(facts, s, k / len(brief), mains) for k, s in enumerate(brief)}
    return Choice(brief, lengths, worth, room, mains)


def _glimpsed(choice: Choice) -> tuple[Sentence, ...]:
    """All of a few sentences: those that there is no time to read aloud are only shown."""
    spoken: set[int] = set()
    left = choice.room - GLIMPSE_SECONDS * len(choice.told)
    for sentence in sorted(choice.told, key=lambda s: (s.index > 0, -choice.worth[s.index])):
        more = choice.lengths[sentence.index] - GLIMPSE_SECONDS
        if more <= left:
            spoken.add(sentence.index)
            left -= more
    return tuple(s if s.index in spoken else s.model_copy(update={"narration": ""}) for s in choice.told)


def _brief(sentence: Sentence, most: int) -> Sentence:
    """The sentence with a narration that is not longer than it must be."""
    if len(sentence.narration.split()) <= most:
        return sentence
    return sentence.model_copy(update={"narration": shortened(sentence.narration, most)})


def _seconds(story: Story, facts: Facts, sentence: Sentence) -> float:
    spoken = [speech.text for speech in facts.speeches_of(sentence.index)]
    if story.narration and sentence.narration:
        spoken.append(sentence.narration)
    said = sum(speech_seconds(text) + 0.5 for text in spoken)
    return max(said, 1.6)


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
    silent = sum(not s.narration and bool(t.narration) for s in kept for t in told if s.index == t.index)
    what = f"condensed to fit {room:.0f} s of shots: {len(kept)} of {len(told)} sentences are told"
    short = sum(len(s.narration) < len(t.narration) for s in kept for t in told if s.index == t.index)
    what += f", {silent} of them only shown" if silent else ""
    what += f", {short - silent} of them shortened" if short > silent else ""
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
    return sum(bool(event.agents) and event.action not in STILL for event in reading.events_of(sentence.index))


def _clause(text: str) -> str:
    """A text cut after its first main clauses when it is too long to be read aloud."""
    out = ""
    for part in re.split(r"(?<=[;,])\s+", text):
        if out and len(f"{out} {part}".split()) > TOLD_WORDS:
            break
        out = f"{out} {part}".strip()
    return out.rstrip(" ,;") + ("." if out[-1:] in ",;" else "")
