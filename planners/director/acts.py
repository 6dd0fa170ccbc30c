"""Owns the director's acts: what is told of a text that is far too long for its film.

The text is divided into as many acts as the film has room for. Of each act the model sees an extract of bounded length
and chooses sentences by their numbers; a summary and the main characters are carried from act to act; a last pass
sees the whole (scenes.py). So calls grow with the film's length and hardly with the text's. Lists of shots and
screenplays are never touched. Does not know: shots.
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planners.chat_model import Asker
from planners.director.answers import ActAnswer
from planners.director.evidence import told
from planners.director.scenes import Whole, scenes
from planners.director.steps import known, lines, noted, window_note
from planners.errors import NoAnswer
from planners.nodes.condense import pressed, rules_choice
from planners.nodes.salience import MOST_MAIN, Choice, Facts, filled, spine
from planners.nodes.script import settled_sentences
from planners.nodes.state import State
from planners.plan import Note
from planners.reading import Sentence

SECONDS_AN_ACT = 25.0
MOST_ACTS = 120
LEAST_SENTENCES = 6
"""Of the text, in an act."""
EXTRACT_LETTERS = 7200
"""Of an act, in one question: about 1200 words."""
SENTENCE_LETTERS = 360
"""Of one sentence, in a question."""
NAMES_AT_ONCE, NAME_LETTERS = 24, 60
OVER, UNDER = 1.25, 0.5
"""An act may take so much more or less than its share of the film."""
SNAP = 0.15
"""An act begins at a new paragraph (better: a heading) when one is as near as this share of its length."""
SECONDS_A_MAIN = 25.0
"""A film has so many seconds for each main character."""


@dataclass(frozen=True)
class Act:
    """A stretch of the text, and what the model sees of it."""

    number: int
    count: int
    room: float
    """Seconds of the film."""
    part: tuple[Sentence, ...]
    shown: tuple[Sentence, ...]

    @property
    def where(self) -> str:
        """How the act is called in notes."""
        return f"act {self.number} of {self.count}"


@dataclass
class _Carried:
    """What goes from act to act."""

    summary: str = ""
    votes: Counter[str] = field(default_factory=Counter)
    notes: list[Note] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    answered: int = 0


def acts(state: State, asker: Asker) -> State:
    """Story and reading -> the sentences that are told, where there is not room for all; else nothing."""
    story, reading = state["story"], state["reading"]
    found = None if story.shots is not None else pressed(story, reading, settled_sentences(reading))
    if found is None:
        return {}
    facts, choice = found
    rules = rules_choice(facts, choice)
    carried = _Carried()
    divided = divide(facts, choice, rules)
    for act in divided:
        _ask(asker, act, facts, choice, rules, carried)
    if not carried.answered:
        return noted(state, {}, carried.notes)
    seen = [s.index for act in divided for s in act.shown]
    mains = main_characters(carried.votes, choice)
    whole = Whole(facts, choice, mains, tuple(seen), carried.summary)
    kept, notes = scenes(whole, carried.kept, asker)
    what = f"{carried.answered} of {len(divided)} acts of a long text were chosen by the model: {len(kept)} sentences"
    said = Note(kind="interpreted", where="acts", what=what, detail=carried.summary)
    changed = State(chosen=tuple(kept))
    return {**changed, **noted(state, changed, [*carried.notes, said, *notes])}


def main_characters(votes: Counter[str], choice: Choice) -> tuple[str, ...]:
    """Whom the model named as main in two acts or more, as many as the film has time for; else the rules' own."""
    most = max(1, min(MOST_MAIN, int(choice.room / SECONDS_A_MAIN)))
    named = [name for name, count in votes.most_common() if count > 1] or list(choice.mains) or list(votes)
    return tuple(named[:most])


# -- dividing ---------------------------------------------------------------------------------------


def divide(facts: Facts, choice: Choice, rules: Sequence[Sentence]) -> tuple[Act, ...]:
    """The acts: as many as the film's length asks for, of the same length, each with its extract."""
    count = min(round(choice.room / SECONDS_AN_ACT), MOST_ACTS, len(choice.told) // LEAST_SENTENCES)
    count = max(count, 1)
    ideal = [round(k * len(choice.told) / count) for k in range(count + 1)]
    reach = int(SNAP * len(choice.told) / count)
    bounds = [0, *(_snapped(choice.told, at, reach) for at in ideal[1:-1]), len(choice.told)]
    wanted = list(
        dict.fromkeys((*spine(facts, choice), *sorted((s.index for s in rules), key=lambda k: -choice.worth[k])))
    )
    out = []
    for number, (first, last) in enumerate(itertools.pairwise(bounds), 1):
        part, room = choice.told[first:last], choice.room / count
        fit = tuple(s for s in part if choice.lengths[s.index] <= OVER * room) or part
        out.append(Act(number, count, room, part, extract(choice, fit, wanted)))
    return tuple(out)


def _snapped(told: Sequence[Sentence], at: int, reach: int) -> int:
    near = range(max(1, at - reach), min(len(told), at + reach + 1))
    starts = [k for k in near if told[k].paragraph != told[k - 1].paragraph]
    return min(starts, key=lambda k: (not told[k].text.isupper(), abs(k - at), k), default=at)


def extract(choice: Choice, part: tuple[Sentence, ...], wanted: Iterable[int]) -> tuple[Sentence, ...]:
    """What is shown of an act, in order: all of a short one, else the most telling from all its stretches.

    Args:
        choice: What the sentences are worth.
        part: The act's sentences.
        wanted: Indices that come first, the most needed first.
    """
    letters = {s.index: float(min(len(s.text), SENTENCE_LETTERS)) for s in part}
    if sum(letters.values()) <= EXTRACT_LETTERS:
        return part
    first: list[int] = []
    for index in wanted:
        if index in letters and sum(letters[k] for k in (*first, index)) <= EXTRACT_LETTERS / 2:
            first.append(index)
    return filled(Choice(part, letters, choice.worth, EXTRACT_LETTERS), first)


# -- asking -----------------------------------------------------------------------------------------


def _ask(asker: Asker, act: Act, facts: Facts, choice: Choice, rules: Sequence[Sentence], carried: _Carried) -> None:
    """One act: the model's sentences, or the rules' with a note."""
    people = _people(act, facts, carried)
    try:
        answer = asker.ask(
            "acts",
            _variables(act, facts, choice, people, carried),
            ActAnswer,
            check=functools.partial(check_act, act=act, choice=choice, people=people),
            where=act.where,
        )
    except NoAnswer as error:
        carried.notes.append(window_note("acts", act.where, "choice of sentences", error))
        inside = {s.index for s in act.part}
        carried.kept += [s.index for s in rules if s.index in inside]
        return
    carried.answered += 1
    carried.kept += answer.sentences
    carried.summary = answer.summary
    carried.votes.update(dict.fromkeys(answer.main, 1))


def _people(act: Act, facts: Facts, carried: _Carried) -> tuple[str, ...]:
    """Ids of the characters of an act, those who are there most first, and of the main ones before."""
    entities = facts.reading.entities
    there = Counter(name for s in act.shown for name in s.present if name in entities)
    names = (name for name, _ in (*carried.votes.most_common(MOST_MAIN), *there.most_common()))
    return tuple(itertools.islice(
        (name for name in dict.fromkeys(names) if entities[name].kind == "character"), NAMES_AT_ONCE
    ))  # fmt: skip


def _variables(act: Act, facts: Facts, choice: Choice, people: Sequence[str], carried: _Carried) -> dict[str, object]:
    entities = facts.reading.entities
    return {
        "number": act.number,
        "count": act.count,
        "seconds": round(act.room),
        "before": carried.summary or "Nothing; the film begins here.",
        "main": ", ".join(name for name, _ in carried.votes.most_common(MOST_MAIN)) or "none yet",
        "people": lines({"id": name, "name": entities[name].name[:NAME_LETTERS]} for name in people),
        "sentences": lines(row_of(s, choice, people, SENTENCE_LETTERS) for s in act.shown),
    }


def row_of(sentence: Sentence, choice: Choice, people: Iterable[str], letters: int) -> dict[str, object]:
    """A sentence as the model sees it: its number, how long it takes, its words, who is there."""
    text = sentence.text if len(sentence.text) <= letters else f"{sentence.text[: letters - 1]}…"
    there = [name for name in people if name in sentence.present]
    return {"n": sentence.index, "s": round(choice.lengths[sentence.index], 1), "text": text, "who": there[:6]}


def check_act(answer: ActAnswer, act: Act, choice: Choice, people: Sequence[str]) -> list[str]:
    """What is wrong with the choice of an act, in plain sentences."""
    shown = {s.index for s in act.shown}
    found = [f"there is no sentence {k} in this act" for k in dict.fromkeys(answer.sentences) if k not in shown]
    if any(b <= a for a, b in itertools.pairwise(answer.sentences)):
        found.append("the numbers must rise: each sentence once, in the order of the story")
    found += known(answer.main, people, "main", what="character of this act")
    if told(answer.summary)[1]:
        found.append("the summary gives orders to a machine; tell what happens")
    if not answer.summary:
        found.append("the summary is empty; say what has happened so far")
    return found or _check_length(answer.sentences, act, choice)


def _check_length(chosen: Sequence[int], act: Act, choice: Choice) -> list[str]:
    if not chosen:
        return ["choose at least one sentence"]
    total = sum(choice.lengths[k] for k in chosen)
    if total > OVER * act.room and len(chosen) > 1:
        return [f"these take {total:.0f} s; this act has {act.room:.0f} s: leave some out"]
    least = UNDER * min(act.room, sum(choice.lengths[s.index] for s in act.shown))
    return [f"these take {total:.0f} s; this act has {act.room:.0f} s: add some"] if total < least else []
