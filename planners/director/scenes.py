"""Owns the last look at a long text's choice: opening, entrances before deeds, turns, ending, and the film's length.

The model may exchange a bounded number of sentences; what is still missing then, rules put in, and what is too much
they take out, and a note says so. Does not know: acts, shots.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planners.chat_model import Asker
from planners.director.answers import ScenesAnswer
from planners.director.steps import lines, window_note, windows
from planners.errors import NoAnswer
from planners.nodes.salience import Choice, Facts, filled, opening
from planners.plan import Note
from planners.reading import Sentence

SENTENCES_AT_ONCE = 120
"""Told sentences in one question."""
TEXT_LETTERS = 160
"""Of one sentence, in a question."""
OTHERS = 24
"""Sentences that may be taken in."""
MOST_SWAPS = 8
EDGE = 0.02
"""Share of the text in which its film must begin, and end."""
LEAST_EDGE = 6
ENTRANCES, ENTRANCE_SECONDS = 12, 12.0
"""Of the first sentences that name somebody, so many are looked at for one that takes no longer; openings too."""
ROOMY = 0.85
"""A film that is filled less than this is filled up."""
TIGHT = 1.15
"""With its swaps a choice may be so much too long; the rest is taken out by rules."""


@dataclass(frozen=True)
class Whole:
    """All that is known of a long text when its acts are chosen."""

    facts: Facts
    choice: Choice
    mains: tuple[str, ...]
    """Ids of the main characters."""
    seen: tuple[int, ...]
    """Indices of the sentences that the model saw."""
    summary: str = ""

    @functools.cached_property
    def by_index(self) -> Mapping[int, Sentence]:
        """The sentences that could be told."""
        return {sentence.index: sentence for sentence in self.choice.told}

    @functools.cached_property
    def edges(self) -> tuple[frozenset[int], frozenset[int], int, int]:
        """Where a film may begin, where it may end, and the sentences that serve best."""
        told, worth, lengths = self.choice.told, self.choice.worth, self.choice.lengths
        size = max(min(LEAST_EDGE, len(told) // 2), round(EDGE * len(told)), 1)
        first, last = told[:size], told[-size:]
        best = max(last, key=lambda s: (worth[s.index] / (lengths[s.index] + 3.0), s.index))
        short = [s.index for s in first if s.present and lengths[s.index] <= ENTRANCE_SECONDS]
        start = opening(told).index
        start = start if lengths[start] <= ENTRANCE_SECONDS or not short else short[0]
        return frozenset(s.index for s in first), frozenset(s.index for s in last), start, best.index

    @functools.cached_property
    def entrance(self) -> Mapping[str, int]:
        """A sentence in which each main character comes in: an early one that names it and is not too long."""
        found: dict[str, int] = {}
        for name in self.mains:
            seen = [s for s in self.choice.told if name in s.present]
            rows = [s for s in seen if self.names(s.index, name)][:ENTRANCES] or seen[:1]
            lengths = {s.index: self.choice.lengths[s.index] for s in rows}
            if rows:
                short = [k for k, length in lengths.items() if length <= ENTRANCE_SECONDS]
                found[name] = short[0] if short else min(lengths, key=lambda k: (lengths[k], k))
        return found

    def names(self, index: int, name: str) -> bool:
        """Whether a sentence calls somebody by name."""
        words = self.facts.reading.entities[name].name.split()
        return bool(words) and words[-1].lower() in self.by_index[index].text.lower()

    def seconds(self, kept: Iterable[int]) -> float:
        """How long sentences take to tell."""
        return sum(self.choice.lengths[index] for index in kept)


def scenes(whole: Whole, chosen: Sequence[int], asker: Asker) -> tuple[list[int], list[Note]]:
    """The sentences of all acts -> those that are told, in order, and what is to be said about it."""
    kept = sorted(set(chosen))
    notes: list[Note] = []
    parts = [tuple(part) for part in windows(kept, SENTENCES_AT_ONCE)]
    swapped = 0
    for number, part in enumerate(parts):
        first = part[0] if number else 0
        last = parts[number + 1][0] - 1 if number + 1 < len(parts) else whole.choice.told[-1].index
        where = f"sentences {first} to {last}"
        try:
            answer = asker.ask(
                "scenes",
                _variables(whole, kept, part, others_of(whole, kept, first, last), (first, last)),
                ScenesAnswer,
                check=functools.partial(check_scenes, whole=whole, kept=tuple(kept), span=(first, last)),
                where=where,
            )
        except NoAnswer as error:
            notes.append(window_note("scenes", where, "check of the whole", error))
            continue
        kept = exchanged(kept, answer)
        swapped += len(answer.swaps)
    if swapped:
        notes.append(Note(kind="interpreted", where="scenes", what=f"{swapped} sentences were exchanged in the whole"))
    fit = fitted(whole, mended(whole, kept))
    return fit, [*notes, *_mended_note(kept, fit)]


def _mended_note(before: Sequence[int], after: Sequence[int]) -> list[Note]:
    added, taken = sorted(set(after) - set(before)), sorted(set(before) - set(after))
    rows = [f"{word} {', '.join(map(str, found))}"
            for word, found in (("put in", added), ("took out", taken)) if found]  # fmt: skip
    what = f"to fit the film and keep its spine, rules {' and '.join(rows)}"[:600]
    return [Note(kind="downgrade", where="scenes", what=what)] if rows else []


def exchanged(kept: Sequence[int], answer: ScenesAnswer) -> list[int]:
    """The sentences after the swaps."""
    out = {row.out for row in answer.swaps}
    into = {row.into for row in answer.swaps if row.into >= 0}
    return sorted((set(kept) - out) | into)


def others_of(whole: Whole, kept: Sequence[int], first: int, last: int) -> list[int]:
    """What may be taken in between two sentences: what is needed, then the most telling that the model saw."""
    needed = [index for index in needs(whole, kept) if first <= index <= last]
    have = set(kept)
    seen = [k for k in whole.seen if first <= k <= last and k not in have]
    best = sorted(seen, key=lambda k: (-whole.choice.worth[k], k))
    return sorted(list(dict.fromkeys((*needed, *best)))[:OTHERS])


def _variables(
    whole: Whole, kept: Sequence[int], part: Sequence[int], others: Sequence[int], span: tuple[int, int]
) -> dict[str, object]:
    missing = {k: why for k, why in needs(whole, kept).items() if span[0] <= k <= span[1]}
    return {
        "seconds": round(whole.choice.room),
        "taken": round(whole.seconds(kept)),
        "summary": whole.summary or "none",
        "swaps": MOST_SWAPS,
        "told": _rows(whole, part),
        "others": _rows(whole, others),
        "missing": lines({"n": index, "why": why} for index, why in missing.items()) or "nothing",
    }


def _rows(whole: Whole, indices: Iterable[int]) -> str:
    rows = (whole.by_index[index] for index in indices)
    return lines(
        {
            "n": s.index,
            "s": round(whole.choice.lengths[s.index], 1),
            "text": s.text if len(s.text) <= TEXT_LETTERS else f"{s.text[: TEXT_LETTERS - 1]}…",
        }
        for s in rows
    )


# -- what may be wrong ------------------------------------------------------------------------------


def check_scenes(answer: ScenesAnswer, whole: Whole, kept: Sequence[int], span: tuple[int, int]) -> list[str]:
    """What is wrong with the swaps, in plain sentences."""
    first, last = span
    others, mine = others_of(whole, kept, first, last), {k for k in kept if first <= k <= last}
    out = [row.out for row in answer.swaps if row.out >= 0]
    into = [row.into for row in answer.swaps if row.into >= 0]
    found = [f"sentence {k} is not told, so it cannot go out" for k in out if k not in mine]
    found += [f"sentence {k} is not one of the others; it cannot come in" for k in into if k not in others]
    found += ["a sentence is named twice"] if len({*out, *into}) < len(out) + len(into) else []
    found += ["a swap has neither `out` nor `into`"] if any(r.out < 0 and r.into < 0 for r in answer.swaps) else []
    if len(answer.swaps) > MOST_SWAPS:
        found.append(f"{len(answer.swaps)} swaps; at most {MOST_SWAPS}")
    if found:
        return found
    after = exchanged(kept, answer)
    lost = {k: why for k, why in needs(whole, after).items() if first <= k <= last}
    found += [f"{why}: take in sentence {k}" for k, why in lost.items()][:MOST_SWAPS]
    total, most = whole.seconds(after), max(TIGHT * whole.choice.room, whole.seconds(kept))
    return [*found, f"all take {total:.0f} s of {whole.choice.room:.0f} s: take more out"] if total > most else found


def needs(whole: Whole, kept: Sequence[int]) -> dict[int, str]:
    """Sentences without which the film lacks its opening, an entrance before a deed, or its ending; and why."""
    early, late, start, end = whole.edges
    have = set(kept)
    out: dict[int, str] = {}
    if not have & early:
        out[start] = "the film does not begin where the story begins"
    if not have & late:
        out[end] = "the ending of the story is not told"
    for name, entrance in whole.entrance.items():
        first = next((k for k in sorted(have) if name in whole.by_index[k].present), None)
        if first is None or (not whole.names(first, name) and entrance < first):
            out[entrance] = f"{name} is never seen" if first is None else f"{name} acts before it comes in"
    return out


# -- mending ----------------------------------------------------------------------------------------


def mended(whole: Whole, kept: Sequence[int]) -> list[int]:
    """The sentences with what they need."""
    return sorted({*kept, *needs(whole, kept)})


def fitted(whole: Whole, kept: Sequence[int]) -> list[int]:
    """As much as the film has room for: too much is taken out, the least telling first; too little is filled up."""
    choice, out = whole.choice, sorted(kept)
    if whole.seconds(out) < ROOMY * choice.room:
        return [sentence.index for sentence in filled(choice, out)]
    while whole.seconds(out) > choice.room and len(out) > 1:
        out.remove(_least(whole, out))
    return out


def _least(whole: Whole, kept: Sequence[int]) -> int:
    """The sentence that tells least for its time, and whose loss is no harm to opening, entrances and ending."""
    before = needs(whole, kept)
    ranked = sorted(kept, key=lambda k: (whole.choice.worth[k] / whole.choice.lengths[k], -k))
    harmless = (k for k in ranked if needs(whole, [other for other in kept if other != k]).keys() <= before.keys())
    return next(harmless, ranked[0])
