"""Owns the script node: a Reading becomes drafts of shots, in order, with nothing of the story lost.

Prose: a sentence is a shot; long ones are cut between their actions, short ones join; a spoken line is a shot of its
own. A list of shots is obeyed exactly. Does not know: boxes, cameras, frames.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from planners.nodes.condense import condensed, told_of_entry
from planners.nodes.state import Draft, SceneKey, State
from planners.plan import Note
from planners.reading import Event, Reading, Sentence, Speech
from planners.story import Story

NOWHERE = "somewhere"
"""Id of the neutral place of a story that names none."""
PROMPT_WORDS, PROMPT_SENTENCES = 60, 3
"""One paragraph up to this length that speaks of parts of the clip describes one shot."""
LONG_WORDS = 17
"""Sentences longer than this are cut in two when they hold two actions."""


def script(state: State) -> State:
    """Reading -> drafts."""
    story, reading = state["story"], state["reading"]
    settled = settled_sentences(reading)
    notes = list(reading.notes)
    if story.shots is not None:
        drafts = _entries(story, reading, settled)
        notes += _shortened(story, drafts)
    else:
        kept, lost = condensed(story, reading, settled, state.get("chosen", ()))
        notes += lost
        drafts = [_whole(reading, kept)] if _one_shot(reading, kept) else _prose(reading, kept)
    return {"drafts": _opened(drafts), "notes": tuple(notes)}


def _one_shot(reading: Reading, sentences: Sequence[Sentence]) -> bool:
    """Whether a short text describes a single shot: it says when in it something is seen, or looks from above."""
    told = " ".join(sentence.text for sentence in sentences)
    if len(sentences) > PROMPT_SENTENCES or len({sentence.paragraph for sentence in sentences}) > 1:
        return False
    if reading.speeches or len(told.split()) > PROMPT_WORDS or len({s.place for s in sentences if s.place}) > 1:
        return False
    timed = any(item.start > 0 or item.end < 1 for sentence in sentences for item in sentence.appearances)
    above = any(sentence.camera.angle == "top-down" for sentence in sentences)
    return timed or above


def settled_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Every sentence with a place, time and weather: carried on, and back from the first that has one."""
    place = next((s.place for s in reading.sentences if s.place), NOWHERE)
    time = next((s.time for s in reading.sentences if s.time), "day")
    weather = None
    out = []
    for sentence in reading.sentences:
        moved = sentence.place is not None and sentence.place != place
        woke = sentence.time in ("dawn", "day") and time in ("dusk", "night")
        weather = None if woke else weather
        place, time = sentence.place or place, sentence.time or time
        weather = sentence.weather or (None if moved and weather not in ("rain", "snow", "storm") else weather)
        update = {"place": place, "time": time, "weather": weather or "clear"}
        out.append(sentence.model_copy(update=update))
    return tuple(out)


def _scene(sentence: Sentence) -> SceneKey:
    return SceneKey(place=sentence.place or NOWHERE, time=sentence.time or "day", weather=sentence.weather or "clear")


def _entries(story: Story, reading: Reading, sentences: Sequence[Sentence]) -> list[Draft]:
    """One draft per entry of `shots:`, whatever it holds."""
    drafts = []
    for index, pin in enumerate(story.shots or ()):
        own = tuple(s for s in sentences if s.shot == index) or (Sentence(index=-1, text=pin.words),)
        events = tuple(event for s in own for event in reading.events_of(s.index))
        speeches = tuple(speech for s in own for speech in reading.speeches_of(s.index))
        drafts.append(
            Draft(
                id="",
                scene=_scene(_telling(own)).model_copy(update={"heading": pin.heading}),
                mood=_mood(own),
                sentences=own,
                events=events,
                speeches=speeches,
                narration=told_of_entry(reading, own),
                text=pin.words,
                seconds=pin.duration,
                entry=index,
            )
        )
    return drafts


def _shortened(story: Story, drafts: Sequence[Draft]) -> list[Note]:
    if not story.narration:
        return []
    short = [draft.id or f"entry {index + 1}" for index, draft in enumerate(drafts) if _is_cut(draft)]
    what = f"long descriptions are shown, not read aloud in full: {', '.join(short)}"
    return [Note(kind="interpreted", where="shots", what=what)] if short else []


def _is_cut(draft: Draft) -> bool:
    return len(draft.narration) < len(" ".join(s.narration for s in draft.sentences if s.narration))


def _whole(reading: Reading, sentences: Sequence[Sentence]) -> Draft:
    """One draft with everything in it."""
    return Draft(
        id="",
        scene=_scene(_telling(sentences)),
        mood=_mood(sentences),
        sentences=tuple(sentences),
        events=tuple(event for sentence in sentences for event in reading.events_of(sentence.index)),
        narration=" ".join(sentence.narration for sentence in sentences if sentence.narration),
        text=" ".join(sentence.text for sentence in sentences),
    )


def _telling(sentences: Sequence[Sentence]) -> Sentence:
    return next((s for s in sentences if s.place), sentences[0])


def _mood(sentences: Sequence[Sentence]) -> str:
    return next((s.mood for s in sentences if s.mood != "neutral"), "neutral")


def _prose(reading: Reading, sentences: Iterable[Sentence]) -> list[Draft]:
    drafts: list[Draft] = []
    for sentence in sentences:
        for draft in _of_sentence(reading, sentence):
            last = drafts[-1] if drafts else None
            if last is not None and _joins(last, draft):
                drafts[-1] = _joined(last, draft)
            else:
                drafts.append(draft)
    return drafts


def _of_sentence(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The drafts of one sentence: its narrated part (perhaps in two), and its spoken part."""
    events, speeches = reading.events_of(sentence.index), reading.speeches_of(sentence.index)
    if not speeches and not sentence.narration and events:
        return [_draft(sentence, events, (), "")]
    if not speeches:
        return [_draft(sentence, part, (), text) for part, text in _halves(sentence.narration or sentence.text, events)]
    said = tuple(event for event in events if event.action in ("talk", "sing", "read"))
    done = tuple(event for event in events if event not in said)
    narration = sentence.narration
    if len(narration.split()) < 4 and len(done) < 1:
        return [_draft(sentence, events, speeches, "" if _only_tag(narration) else narration)]
    if len(" ".join(speech.text for speech in speeches).split()) + len(narration.split()) <= 14:
        return [_draft(sentence, events, speeches, narration)]
    spoken = _draft(sentence, said, speeches, "")
    told = _draft(sentence, done, (), narration)
    first = sentence.text.lstrip().startswith(('"', "“", "'", "‘", "«", "「"))
    if said and done:
        first = events.index(said[0]) < events.index(done[0])
    return [spoken, told] if first else [told, spoken]


def _only_tag(narration: str) -> bool:
    return bool(
        re.fullmatch(r"[^.]{0,40}\b(said|asked|cried|whispered|shouted|replied|answered|called)\b.?", narration)
    )


def _draft(sentence: Sentence, events: Sequence[Event], speeches: Sequence[Speech], narration: str) -> Draft:
    return Draft(
        id="",
        scene=_scene(sentence),
        mood=sentence.mood,
        sentences=(sentence,),
        events=tuple(events),
        speeches=tuple(speeches),
        narration=narration.strip(),
        text=sentence.text,
    )


def _halves(text: str, events: Sequence[Event]) -> list[tuple[tuple[Event, ...], str]]:
    """A long sentence with several actions, cut at the clause nearest to its middle."""
    words = len(text.split())
    if words <= LONG_WORDS or len(events) < 2:
        return [(tuple(events), text)]
    cuts = [
        match.end()
        for match in re.finditer(r"[;:—]\s+|,\s+(?=(?:and|but|then|while|when|so|where|until)\b)|,\s+", text)
    ]
    cuts = [cut for cut in cuts if min(cut, len(text) - cut) > len(text) * 0.25]
    if not cuts:
        return [(tuple(events), text)]
    cut = min(cuts, key=lambda at: abs(at - len(text) / 2))
    left, right = text[:cut].rstrip(" ,;:—"), text[cut:]
    before = tuple(itertools.takewhile(lambda event: _place_of(event, text) < cut, events))
    first = before or tuple(events[:1])
    rest = tuple(events[len(first) :])
    if not rest:
        return [(tuple(events), text)]
    return [(first, left + ","), *_halves(right, rest)]


def _place_of(event: Event, text: str) -> int:
    """Where an event's words stand in the text; in its order when they cannot be found."""
    found = text.find(event.text[:24]) if event.text else -1
    if found >= 0:
        return found
    match = re.search(rf"\b{re.escape(event.verb[:4])}", text)
    return match.start() if match else 0


def _joins(last: Draft, draft: Draft) -> bool:
    """Two short quiet drafts of one scene and cast are one shot."""
    short = len(last.narration.split()) + len(draft.narration.split()) <= 11
    silent = not last.speeches and not draft.speeches
    same = set(_agents(draft)) <= set(_agents(last)) and bool(_agents(draft))
    few = len(last.events) + len(draft.events) <= 2
    return short and silent and same and few and last.scene == draft.scene


def _agents(draft: Draft) -> list[str]:
    return [agent for event in draft.events for agent in event.agents]


def _joined(a: Draft, b: Draft) -> Draft:
    return a.model_copy(
        update={
            "sentences": (*a.sentences, *(s for s in b.sentences if s not in a.sentences)),
            "events": a.events + b.events,
            "narration": f"{a.narration} {b.narration}".strip(),
            "text": a.text if a.text == b.text else f"{a.text} {b.text}",
            "mood": a.mood if a.mood != "neutral" else b.mood,
        }
    )


def _opened(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """With ids, and with the first shot of every scene marked."""
    out = []
    for index, draft in enumerate(drafts):
        opens = index == 0 or drafts[index - 1].scene != draft.scene
        out.append(draft.model_copy(update={"id": f"shot_{index + 1:03}", "opens": opens}))
    return tuple(out)
