"""Owns the director's beats node: what happens when, by whom, to whom, in what light (Dysen's action timeline, 6.15).

One main action per beat (MTVG 6.2, VideoDirectorGPT 2.2), every event of the draft retold or said to be no picture,
states of things carried on. Does not know: shots, boxes.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from planners.chat_model import Asker
from planners.director.answers import BeatRow, BeatsAnswer, SentenceRow
from planners.director.evidence import stands_in
from planners.director.scope import told_names, told_sentences
from planners.director.splitting import split_by_place
from planners.director.steps import known, lines, noted, window_note, windows
from planners.errors import NoAnswer
from planners.nodes.state import State
from planners.plan import ACTIONS, Note
from planners.reading import Event, Motion, Reading, Sentence

SENTENCES_AT_ONCE = 6
"""Sentences in one question; their neighbours are shown too."""
ACTS_AT_ONCE = 3
"""More visible actions than this in one sentence cannot be followed."""


def beats(state: State, asker: Asker) -> State:
    """Reading -> a reading whose events, presence, places and speakers are mended for every sentence that is told."""
    reading = state["reading"]
    names = told_names(state)
    notes: list[Note] = []
    elsewhere: dict[str, str] = {}
    for part in windows(told_sentences(state), SENTENCES_AT_ONCE):
        where = f"s{part[0]}-s{part[-1]}"
        try:
            answer = asker.ask(
                "beats",
                _variables(reading, part, names),
                BeatsAnswer,
                check=functools.partial(check_beats, part=part, reading=reading),
                where=f"beats {where}",
            )
        except NoAnswer as error:
            notes.append(window_note("beats", where, "events and places", error))
            continue
        reading = merge_beats(reading, answer)
        elsewhere |= _elsewhere(reading, answer)
    return noted(state, {"reading": split_by_place(reading, elsewhere)}, notes)


def _elsewhere(reading: Reading, answer: BeatsAnswer) -> dict[str, str]:
    """Event id -> its place, for beats that are not where their sentence is."""
    rows = {(beat.sentence, beat.words): beat.place for beat in answer.beats if beat.place}
    return {
        event.id: rows[event.sentence, event.text] for event in reading.events if (event.sentence, event.text) in rows
    }


def _variables(reading: Reading, part: Sequence[int], names: Sequence[str]) -> dict[str, object]:
    first, last = part[0], part[-1]
    return {
        "before": " ".join(s.text for s in reading.sentences[max(0, first - 3) : first]),
        "sentences": lines(_row(s, index) for index, s in enumerate(reading.sentences) if index in part),
        "after": " ".join(s.text for s in reading.sentences[last + 1 : last + 2]),
        "entities": lines(
            {"id": e.id, "kind": e.kind, "name": e.name} for e in (reading.entities[name] for name in names)
        ),
        "events": lines(_event_row(event) for event in reading.events if event.sentence in part),
        "lines": lines(
            {"line": index, "sentence": speech.sentence, "text": speech.text, "speaker": speech.speaker}
            for index, speech in enumerate(reading.speeches)
            if speech.sentence in part
        ),
        "actions": ", ".join(ACTIONS),
    }


def _row(sentence: Sentence, index: int) -> dict[str, object]:
    return {
        "sentence": index,
        "text": sentence.text,
        "seen": sentence.present,
        "place": sentence.place,
        "time": sentence.time,
        "weather": sentence.weather,
        "mood": sentence.mood,
    }


def _event_row(event: Event) -> dict[str, object]:
    return {
        "event": event.id,
        "sentence": event.sentence,
        "words": event.text,
        "who": event.agents,
        "action": event.action,
        "verb": event.verb,
        "whom": event.patients,
        "to": event.recipient,
        "using": event.instruments,
    }


# -- what may be wrong ------------------------------------------------------------------------------


def check_beats(answer: BeatsAnswer, part: Sequence[int], reading: Reading) -> list[str]:
    """What is wrong with the beats of some sentences, in plain sentences."""
    found = _check_coverage(answer, part, reading)
    for row in answer.sentences:
        found += _check_sentence(row, part, reading)
    for beat in answer.beats:
        found += _check_beat(beat, part, reading)
    for index in part:
        acts = [beat for beat in answer.beats if beat.sentence == index]
        if len(acts) > ACTS_AT_ONCE:
            found.append(f"sentence {index}: {len(acts)} beats; keep the {ACTS_AT_ONCE} that matter most")
    for line in answer.lines:
        found += known([line.speaker], _people(reading), f"line {line.line}", what="character")
        if line.line >= len(reading.speeches) or reading.speeches[line.line].sentence not in part:
            found.append(f"there is no line {line.line} in these sentences")
    for change in answer.changes:
        found += known([change.id], reading.entities, f"change in sentence {change.sentence}")
        found += [] if change.sentence in part else [f"change: sentence {change.sentence} is not among these"]
    return found


def _check_coverage(answer: BeatsAnswer, part: Sequence[int], reading: Reading) -> list[str]:
    """No event of the draft is lost without a reason."""
    draft = {event.id: event for event in reading.events if event.sentence in part}
    told = {beat.event for beat in answer.beats} | {row.event for row in answer.unseen}
    found = [
        f"event {name} ({event.text!r}) is neither told nor unseen" for name, event in draft.items() if name not in told
    ]
    found += known([row.event for row in answer.unseen], draft, "unseen", what="event")
    found += known([beat.event for beat in answer.beats], draft, "beats", what="event")
    return found


def _people(reading: Reading) -> list[str]:
    return [name for name, entity in reading.entities.items() if entity.kind == "character"]


def _check_sentence(row: SentenceRow, part: Sequence[int], reading: Reading) -> list[str]:
    where = f"sentence {row.sentence}"
    if row.sentence not in part:
        return [f"{where}: it is not among these sentences"]
    places = [name for name, entity in reading.entities.items() if entity.kind == "place"]
    others = [name for name in reading.entities if name not in places]
    found = known([row.place], places, where, what="place")
    return found + known(row.seen, others, f"{where}, seen", what="character or prop")


def _check_beat(beat: BeatRow, part: Sequence[int], reading: Reading) -> list[str]:
    where = f"beat {beat.verb!r} of sentence {beat.sentence}"
    if beat.sentence not in part:
        return [f"{where}: it is not among these sentences"]
    found = known((*beat.who, *beat.whom, beat.to, *beat.using), reading.entities, where)
    places = [name for name, entity in reading.entities.items() if entity.kind == "place"]
    found += known([beat.place], places, where, what="place")
    if not stands_in(beat.words, reading.sentences[beat.sentence].text):
        found.append(f"{where}: the words {beat.words!r} are not in that sentence; copy them")
    if not beat.who:
        found.append(f"{where}: say who does it")
    if set(beat.who) & {*beat.whom, beat.to}:
        found.append(f"{where}: nobody can do this to themselves; leave `whom` empty")
    if beat.end <= beat.start:
        found.append(f"{where}: it ends before it starts")
    return found


# -- merging ----------------------------------------------------------------------------------------


def merge_beats(reading: Reading, answer: BeatsAnswer) -> Reading:
    """The reading with the answer's events, presence and speakers. Pure."""
    touched = {beat.sentence for beat in answer.beats} | {
        event.sentence for event in reading.events if event.id in {row.event for row in answer.unseen}
    }
    events = _events(reading, answer, touched)
    rows = {row.sentence: row for row in answer.sentences}
    sentences = tuple(
        _sentence(s, rows.get(index), [event for event in events if event.sentence == index])
        for index, s in enumerate(reading.sentences)
    )
    speakers = {line.line: line for line in answer.lines}
    speeches = tuple(
        speech.model_copy(update={"speaker": speakers[index].speaker or None, "emotion": speakers[index].emotion})
        if index in speakers
        else speech
        for index, speech in enumerate(reading.speeches)
    )
    return reading.model_copy(update={"events": events, "sentences": sentences, "speeches": speeches})


def _events(reading: Reading, answer: BeatsAnswer, touched: set[int]) -> tuple[Event, ...]:
    """All events in story order: those of touched sentences are the answer's."""
    old = {event.id: event for event in reading.events}
    taken = set(old)
    made: dict[int, list[Event]] = {}
    for beat in sorted(answer.beats, key=lambda row: (row.sentence, row.start)):
        name = (
            beat.event if beat.event in old else _fresh(f"e{beat.sentence}_{len(made.get(beat.sentence, []))}", taken)
        )
        made.setdefault(beat.sentence, []).append(_event(beat, name, old.get(beat.event)))
    states = _changes(answer)
    out: list[Event] = []
    for index in range(len(reading.sentences)):
        found = _unique(made.get(index, []), taken) if index in touched else list(reading.events_of(index))
        out += _with_states(found, states.get(index, {}))
    return tuple(out)


def _fresh(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "x"
    taken.add(name)
    return name


def _unique(found: Sequence[Event], taken: set[str]) -> list[Event]:
    """Two beats that retell one event are two events."""
    out: list[Event] = []
    for event in found:
        again = event.id in {other.id for other in out}
        out.append(event.model_copy(update={"id": _fresh(f"{event.id}_more", taken)}) if again else event)
    return out


def _event(beat: BeatRow, name: str, draft: Event | None) -> Event:
    """A beat as an event; what the rules read of pace, movement and sounds is kept where it is the same deed."""
    base = draft or Event(id=name, sentence=beat.sentence, text=beat.words, verb=beat.verb, action=beat.action)
    same = draft is not None and set(draft.agents) == set(beat.who) and draft.action == beat.action
    motion = base.motion if same else None
    return base.model_copy(
        update={
            "sentence": beat.sentence,
            "text": beat.words,
            "verb": beat.verb,
            "action": beat.action,
            "agents": beat.who,
            "patients": beat.whom,
            "recipient": beat.to or None,
            "instruments": beat.using,
            "emotion": beat.emotion,
            "motion": _motion(beat, motion),
            "span": (beat.start, beat.end),
        }
    )


_MANNERS = frozenset({"walk", "run", "fly", "swim", "fall", "jump", "climb", "roll", "drive", "float", "crawl"})
_LIKE: Mapping[str, str] = {"sail": "float", "ride": "drive", "hop": "jump", "dance": "walk", "carry": "walk"}


def _motion(beat: BeatRow, kept: Motion | None) -> Motion | None:
    """How a beat moves: what the row says, else what the rules read; nobody travels who only acts."""
    manner = _LIKE.get(beat.action, beat.action)
    if manner not in _MANNERS or (not beat.goes and kept is None and beat.action in ("dance", "jump", "hop", "carry")):
        return kept
    base = kept or Motion(manner=manner)
    if not beat.goes:
        return base
    target = next((name for name in (*beat.whom, beat.to) if name), None)
    if beat.goes in ("toward", "away from"):
        relation = "toward" if beat.goes == "toward" else "away"
        return base.model_copy(update={"target": target, "relation": relation})
    if beat.goes == "in":
        return base.model_copy(update={"start": "offscreen left", "end": "center"})
    if beat.goes == "out":
        return base.model_copy(update={"end": "offscreen right"})
    return base.model_copy(update={"direction": beat.goes})


def _changes(answer: BeatsAnswer) -> dict[int, dict[str, str]]:
    out: dict[int, dict[str, str]] = {}
    for change in answer.changes:
        if change.state:
            out.setdefault(change.sentence, {})[change.id] = change.state.lower()
    return out


def _with_states(events: list[Event], states: Mapping[str, str]) -> list[Event]:
    """Changes hang on the event that concerns their thing, else on the last of the sentence."""
    if not events or not states:
        return events
    out = list(events)
    for name, state in states.items():
        at = next((i for i, e in enumerate(out) if name in (*e.patients, *e.agents, *e.instruments)), len(out) - 1)
        out[at] = out[at].model_copy(update={"state": {**out[at].state, name: state}})
    return out


def _sentence(sentence: Sentence, row: SentenceRow | None, events: Sequence[Event]) -> Sentence:
    """A sentence with what the row says; whoever acts in it is seen."""
    if row is None:
        return sentence
    acting = [n for e in events for n in (*e.agents, *e.patients, *e.instruments, e.recipient) if n]
    return sentence.model_copy(
        update={
            "present": tuple(dict.fromkeys((*row.seen, *acting))),
            "place": row.place or sentence.place,
            "time": row.time or sentence.time,
            "weather": row.weather or sentence.weather,
            "mood": row.mood,
        }
    )
