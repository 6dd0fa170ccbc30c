"""Owns sentences that happen in two places: cut in two where the second place begins, so that each is its own shot.

"She lit the lamp, and a ship turned away from the rocks" is a shot in the lighthouse and a shot at sea.
Does not know: language models.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planners.reading import Event, Reading, Sentence

TRAILING = ("and", "but", "while", "then", "as", "when", "so", "where")
"""Words that a first half does not end with."""


def split_by_place(reading: Reading, places: Mapping[str, str]) -> Reading:
    """The reading with sentences cut where their events change place, and everything numbered anew.

    Args:
        reading: Of a story in prose; sentences with spoken lines stay whole.
        places: Event id -> id of the place where it happens, for events that are not where their sentence is.
    """
    sentences: list[Sentence] = []
    events: list[Event] = []
    numbers: dict[int, int] = {}
    for index, sentence in enumerate(reading.sentences):
        numbers[index] = len(sentences)
        own = list(reading.events_of(index))
        whole = bool(reading.speeches_of(index)) or sentence.shot is not None
        for part, told in [(sentence, own)] if whole else _parts(sentence, own, places):
            number = len(sentences)
            sentences.append(part.model_copy(update={"index": number}))
            events += [event.model_copy(update={"sentence": number}) for event in told]
    speeches = tuple(s.model_copy(update={"sentence": numbers[s.sentence]}) for s in reading.speeches)
    return reading.model_copy(update={"sentences": tuple(sentences), "events": tuple(events), "speeches": speeches})


def _parts(
    sentence: Sentence, events: Sequence[Event], places: Mapping[str, str]
) -> list[tuple[Sentence, list[Event]]]:
    """A sentence and its events, cut where the place changes for the first time; the rest is cut again."""
    here = [places.get(event.id, sentence.place or "") for event in events]
    at = next((k for k in range(1, len(events)) if here[k] != here[k - 1]), None)
    place = here[0] if here and here[0] else sentence.place
    if at is None:
        return [(_alone(sentence, events, place, len(events) < 1 or here[0] == (sentence.place or "")), list(events))]
    cut = sentence.text.find(events[at].text)
    if cut <= 0:
        return [(sentence, list(events))]
    left, right = _halved(sentence, cut)
    return [(_alone(left, events[:at], place, False), list(events[:at])), *_parts(right, events[at:], places)]


def _halved(sentence: Sentence, cut: int) -> tuple[Sentence, Sentence]:
    words = sentence.text[:cut].rstrip(" ,;:—").split()
    while len(words) > 1 and words[-1].lower() in TRAILING:
        words = words[:-1]
    first = " ".join(words).rstrip(" ,;:—") + "."
    rest = sentence.text[cut:]
    second = rest[:1].upper() + rest[1:]
    told = bool(sentence.narration)
    return (
        sentence.model_copy(update={"text": first, "narration": first if told else ""}),
        sentence.model_copy(update={"text": second, "narration": second if told else ""}),
    )


def _alone(sentence: Sentence, events: Sequence[Event], place: str | None, whole: bool) -> Sentence:
    """A part at its place, with those who act in it; a sentence that was not cut keeps everybody."""
    if whole:
        return sentence
    acting = [name for e in events for name in (*e.agents, *e.patients, *e.instruments, e.recipient) if name]
    present = tuple(dict.fromkeys(acting)) or sentence.present
    near = tuple(r for r in sentence.relations if r[0] in present and r[2] in present)
    return sentence.model_copy(update={"place": place, "present": present, "relations": near})
