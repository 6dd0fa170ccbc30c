"""Owns the director's drafts: an idea that is too short for its film is told in one sentence per shot.

VideoGen-of-Thought 1.3 (module 1a); one main action a sentence (MTVG 6.2, VideoDirectorGPT 2.2); only what can be seen
(Vlogger's rough script); then compared with the idea and patched (Vlogger's detailed script, 4.1). Finished texts that
fill their time and lists of shots are never expanded. Does not know: shots.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from planners.backends.rules.tables import wordset
from planners.chat_model import Asker
from planners.director.answers import CoverageAnswer, DraftsAnswer, Missing
from planners.director.evidence import stands_in, told, words_of
from planners.director.likeness import REPEAT, likeness
from planners.director.steps import guarded, noted, window_note
from planners.errors import NoAnswer
from planners.nodes.condense import room_of
from planners.nodes.speechtime import speech_seconds
from planners.nodes.state import State
from planners.plan import Note
from planners.reading import Reading
from planners.story import Story

SECONDS_A_SENTENCE = 5.0
"""What a sentence of a dozen words takes to tell and to look at."""
SHORT_OF = 0.5
"""A text that fills less than this share of its film is an idea."""
MOST_SENTENCES = 60
NEWCOMERS = 2
"""Characters that an idea may be given beyond its own."""
LONGEST_WORDS, SHORTEST_WORDS = 26, 4
COVERAGE_ROUNDS = 2
_INWARD = wordset(
    "thought thinks think wondered wonders realized realised realizes remembered remembers knew knows hoped hopes "
    "believed believes decided decides imagined imagines wished wishes"
)

Read = Callable[[Story], Reading]


def drafts(state: State, asker: Asker, read: Read) -> State:
    """Story and reading -> the story in as many sentences as its film has room for, and their reading."""
    story, reading = state["story"], state["reading"]
    count = sentences_wanted(story, reading)
    if not count:
        return {}
    cast = [entity.name for entity in reading.entities.values()]
    answer = asker.ask(
        "drafts",
        {"idea": story.text, "count": count, "names": ", ".join(cast), "style": story.style},
        DraftsAnswer,
        check=functools.partial(check_drafts, count=count, story=story, reading=reading, read=read),
        where="drafts",
    )
    rows, notes = _covered(list(answer.sentences), story, asker)
    retold = story.model_copy(update={"story": " ".join(rows), "title": story.title or answer.title or None})
    what = (
        f"an idea that fills {natural_seconds(reading):.0f} of {story.duration:g} s was told in {len(rows)} sentences"
    )
    notes.append(Note(kind="interpreted", where="story", what=what, detail=" ".join(rows)[:2000]))
    changed = State(story=retold, reading=read(retold))
    return {**changed, **noted(state, changed, notes)}


def expanded(state: State, asker: Asker, read: Read) -> State:
    """`drafts`, with the story as it was when the model has no good answer."""
    return guarded("drafts", "reading of the idea as it is", functools.partial(drafts, read=read))(state, asker)


def natural_seconds(reading: Reading) -> float:
    """How long a text takes to be told and seen."""
    return sum(max(speech_seconds(sentence.text), 2.2) + 0.8 for sentence in reading.sentences)


def sentences_wanted(story: Story, reading: Reading) -> int:
    """How many sentences the film has room for; 0 when the text is no idea or is to be kept as it is."""
    if story.shots is not None or story.duration is None:
        return 0
    room = room_of(story)
    if room <= SECONDS_A_SENTENCE or natural_seconds(reading) >= SHORT_OF * room:
        return 0
    return min(round(room / SECONDS_A_SENTENCE), MOST_SENTENCES)


# -- what may be wrong ------------------------------------------------------------------------------


def check_drafts(answer: DraftsAnswer, count: int, story: Story, reading: Reading, read: Read) -> list[str]:
    """What is wrong with the sentences of an expanded idea."""
    rows = answer.sentences
    spare = max(1, count // 5)
    if abs(len(rows) - count) > spare:
        return [f"{len(rows)} sentences; {count} are needed"]
    found = [problem for index, row in enumerate(rows) for problem in _check_sentence(index, row)]
    found += [
        f"sentence {index + 1} repeats sentence {index}"
        for index in range(1, len(rows))
        if likeness(rows[index - 1], rows[index]) >= REPEAT
    ]
    return found or _check_cast(" ".join(rows), story, reading, read)


def _check_sentence(index: int, row: str) -> list[str]:
    words = words_of(row)
    where = f"sentence {index + 1}"
    found: list[str] = []
    if row.isascii() and not SHORTEST_WORDS <= len(words) <= LONGEST_WORDS:
        found.append(f"{where}: {len(words)} words; {SHORTEST_WORDS} to {LONGEST_WORDS} are good")
    found += [f"{where}: {word!r} cannot be seen; tell what the camera sees" for word in words if word in _INWARD]
    if told(row)[1]:
        found.append(f"{where}: it gives orders to a machine; tell the story")
    return found


def _check_cast(text: str, story: Story, reading: Reading, read: Read) -> list[str]:
    """The idea's people are there, under their names, and few others."""
    found = [
        f"{entity.name} of the idea does not occur"
        for entity in reading.entities.values()
        if entity.kind == "character" and not entity.members and not _occurs(entity.name, entity.attributes.noun, text)
    ]
    retold = read(story.model_copy(update={"story": text}))
    new = [
        entity.name
        for entity in retold.entities.values()
        if entity.kind == "character" and not entity.members and not _occurs(entity.name, "", story.text)
        and not any(_occurs(other.name, "", entity.name) for other in reading.entities.values())
    ]  # fmt: skip
    if len(new) > NEWCOMERS:
        found.append(f"{len(new)} people who are not in the idea ({', '.join(new[:6])}); at most {NEWCOMERS}")
    return found


def _occurs(name: str, noun: str, text: str) -> bool:
    have = set(words_of(text))
    return stands_in(name, text) or bool(noun and noun in have) or bool(set(words_of(name)[-1:]) & have)


# -- coverage ---------------------------------------------------------------------------------------


def _covered(rows: list[str], story: Story, asker: Asker) -> tuple[list[str], list[Note]]:
    """The sentences with what of the idea they lacked, and the verdict."""
    for number in range(1, COVERAGE_ROUNDS + 1):
        shown = "\n".join(f"{index}. {row}" for index, row in enumerate(rows))
        try:
            answer = asker.ask(
                "coverage",
                {"story": story.text, "sentences": shown},
                CoverageAnswer,
                check=functools.partial(check_coverage, story=story, count=len(rows)),
                where=f"coverage round {number}",
            )
        except NoAnswer as error:
            return rows, [window_note("coverage", f"round {number}", "sentences without a comparison", error)]
        if answer.complete:
            return rows, [Note(kind="interpreted", where="coverage", what=f"all of the idea is told (round {number})")]
        rows = patched(rows, answer.missing)
    what = f"something of the idea may still be missing after {COVERAGE_ROUNDS} rounds"
    return rows, [Note(kind="downgrade", where="coverage", what=what)]


def check_coverage(answer: CoverageAnswer, story: Story, count: int) -> list[str]:
    """What is missing cites the story, has a place, and is told so that it can be seen."""
    if answer.complete and answer.missing:
        return ["it cannot be complete and have something missing"]
    if not answer.complete and not answer.missing:
        return ["say what is missing, or that it is complete"]
    found: list[str] = []
    for row in answer.missing:
        found += _check_sentence(row.after, row.sentence)
        if not stands_in(row.words, story.text):
            found.append(f"the words {row.words!r} are not in the story; copy them")
        if row.after >= count:
            found.append(f"there is no sentence {row.after}; the last is {count - 1}")
    return found


def patched(rows: Sequence[str], missing: Sequence[Missing]) -> list[str]:
    """The sentences with the missing ones in their places."""
    out: list[str] = []
    for index in range(-1, len(rows)):
        out += [rows[index]] if index >= 0 else []
        out += [row.sentence for row in missing if row.after == index]
    return out
