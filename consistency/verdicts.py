"""Owns verdicts: the scores of one shot against the thresholds -> accepted or not, with advice for the next attempt.

Advice is a typed change, weakest first, that whoever makes the shot again carries out. Does not know: how anything is
measured or made.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from consistency.table import MEASURES, Threshold, limit_for, thresholds
from consistency.values import Box, Number, Scores
from consistency.vision import Looked, Repair, hull

Change = Literal["repair", "seed", "identity", "control", "emphasis", "simplify"]
"""A region painted anew; other chances; a stronger or weaker hold on the reference; on the guide; words first in the
prompt; fewer figures."""


class Advice(BaseModel):
    """One change to the next attempt."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    change: Change
    entity: str | None = None
    by: float = 0.0
    """Added to a strength in 0..1 (identity, control)."""
    why: str = ""
    region: Box | None = None
    """What of a still is painted anew, in shares of the frame; of `repair` alone."""
    words: str = ""
    """What must be seen in the region."""
    keep: tuple[Box, ...] = ()
    """What is right and stays."""


class Failure(BaseModel):
    """A number on the wrong side of its threshold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    measure: str
    value: float
    threshold: float
    entity: str | None = None
    other: str | None = None
    said: str = ""
    """In place of the sentence about the number."""

    def sentence(self, names: Mapping[str, str] | None = None) -> str:
        """For people: `identity, crop to reference of mara is 0.61, at least 0.74 is wanted`.

        Args:
            names: What entities and shots are called; their ids where they are not in it.
        """
        if self.said:
            return self.said
        called = names or {}
        of = f" of {called.get(self.entity, self.entity)}" if self.entity else ""
        paired = self.other and "shot before" not in MEASURES[self.measure].title
        to = f" to {called.get(self.other, self.other)}" if self.other and paired else ""
        bound = "at least" if MEASURES[self.measure].better == "higher" else "at most"
        value, wanted = _apart(self.value, self.threshold)
        return f"{MEASURES[self.measure].title}{of}{to} is {value}, {bound} {wanted} is wanted"


class Verdict(BaseModel):
    """What the measures say of one shot."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    shot: str
    accepted: bool
    failures: tuple[Failure, ...] = ()
    advice: tuple[Advice, ...] = ()
    """What to try next, the gentlest first; empty when accepted."""
    margin: float = 0.0
    """How far the worst number is on the right side of its threshold, in shares of it."""
    judged: int = 0
    """Numbers that were compared with a threshold."""


_ADVICE: Mapping[str, tuple[tuple[Change, float], ...]] = {
    "identity_reference": (("identity", 0.15), ("emphasis", 0.0), ("seed", 0.0)),
    "identity_within": (("identity", 0.15), ("seed", 0.0), ("control", 0.1)),
    "identity_across": (("identity", 0.15), ("seed", 0.0)),
    "presence": (("control", 0.2), ("emphasis", 0.0), ("simplify", 0.0)),
    "direction": (("control", 0.2), ("seed", 0.0)),
    "place": (("control", 0.1), ("seed", 0.0)),
    "dynamics": (("control", -0.15), ("seed", 0.0)),
    "frozen": (("control", -0.15), ("seed", 0.0)),
    "text": (("emphasis", 0.0), ("seed", 0.0)),
}
_OF_ONE = frozenset({"repair", "identity", "emphasis", "simplify"})
"""Changes that are about one entity."""
_OTHERWISE: tuple[tuple[Change, float], ...] = (("seed", 0.0), ("control", 0.1))


def judge(
    scores: Scores, shot: str, limits: Mapping[str, Threshold] | None = None, *, apart: frozenset[str] = frozenset()
) -> Verdict:
    """Judge one shot by every number of its own that has a threshold which was found with the same embedder or flow.

    Args:
        scores: Of the shot, or of a film that it is in.
        shot: Its id; numbers between two shots belong to the later one.
        limits: Measure -> threshold; the stored ones when None.
        apart: Measures that say nothing of this shot: the seam of a plain cut is meant to jump.
    """
    table = thresholds() if limits is None else limits
    failures: list[Failure] = []
    margins: list[float] = []
    for number in scores.numbers:
        if number.value is None or number.frame is not None or _owner(number) != shot or number.measure in apart:
            continue
        stored = table.get(number.measure)
        limit = None if stored is None else limit_for(stored, number.by)
        if limit is None:
            continue
        margin = _margin(number.value, limit.value, MEASURES[number.measure].better)
        margins.append(margin)
        if margin < 0:
            failures.append(
                Failure(
                    measure=number.measure,
                    value=number.value,
                    threshold=limit.value,
                    entity=number.entity,
                    other=number.shot if number.other else None,
                )
            )
    return Verdict(
        shot=shot,
        accepted=not failures,
        failures=tuple(failures),
        advice=_advice(failures),
        margin=min(margins, default=0.0),
        judged=len(margins),
    )


LOOKED = "looked"
"""Name of the number that a look gives: the share of questions that hold. It has no threshold but all of them."""
_SEEN: Mapping[str, tuple[tuple[Change, float], ...]] = {
    "add": (("repair", 0.0), ("emphasis", 0.0), ("control", 0.2), ("seed", 0.0)),
    "count": (("repair", 0.0), ("seed", 0.0), ("control", 0.2)),
    "recolour": (("repair", 0.0), ("emphasis", 0.0), ("identity", 0.15), ("seed", 0.0)),
    "move": (("repair", 0.0), ("control", 0.2), ("seed", 0.0)),
    "act": (("repair", 0.0), ("emphasis", 0.0), ("seed", 0.0)),
}
"""What to change when a model that looks sees something else than was planned: the region first, the rest is right."""


def seen(verdict: Verdict, looked: Looked) -> Verdict:
    """A verdict with what a model saw: one failure more when any question fails, and advice for what is to be repaired.

    Args:
        verdict: By the measures.
        looked: Of the same shot.
    """
    wrong = [held for held in looked.verdicts if held.state == "fails"]
    if not wrong or looked.score is None:
        return verdict
    told = "; ".join(f"{held.question.text} {held.said or 'no'}, {held.question.wanted} is planned" for held in wrong)
    said = f"seen by a model: {told}"
    failure = Failure(measure=LOOKED, value=looked.score, threshold=1.0, said=said)
    rows = [(repair, _SEEN[repair.change]) for repair in looked.repairs]
    found = {(row.change, row.entity): row for row in verdict.advice}
    for step in range(max((len(changes) for _, changes in rows), default=0)):
        for repair, changes in rows:
            if step < len(changes):
                change, by = changes[step]
                entity = repair.entity if change in _OF_ONE else None
                if change == "repair":
                    _in_region(found, repair, said)
                else:
                    found.setdefault((change, entity), Advice(change=change, entity=entity, by=by, why=said))
    return verdict.model_copy(
        update={
            "accepted": False,
            "failures": (*verdict.failures, failure),
            "advice": tuple(found.values()),
            "margin": min(verdict.margin, looked.score - 1.0) if verdict.judged else looked.score - 1.0,
            "judged": verdict.judged + 1,
        }
    )


def _in_region(found: dict[tuple[Change, str | None], Advice], repair: Repair, why: str) -> None:
    """The region of a repair as advice; several of one entity become one that holds them all."""
    if repair.box is None:
        return
    key: tuple[Change, str | None] = ("repair", repair.entity)
    before = found.get(key)
    region = repair.box if before is None or before.region is None else hull([before.region, repair.box])
    words = repair.prompt if before is None else f"{before.words}, {repair.prompt}"
    found[key] = Advice(change="repair", entity=repair.entity, why=why, region=region, words=words, keep=repair.keep)


def best(verdicts: Sequence[Verdict]) -> int:
    """Index of the best of several tries: an accepted one first, then the fewest failures, then the margin.

    Raises:
        ValueError: there is none.
    """
    ranks = [(item.accepted, -len(item.failures), item.margin, -index) for index, item in enumerate(verdicts)]
    return ranks.index(max(ranks))


def _apart(value: float, threshold: float) -> tuple[str, str]:
    """Two numbers with two decimals, or with as many as tell them apart."""
    digits = next((n for n in range(2, 6) if round(value, n) != round(threshold, n)), 2)
    return f"{value:.{digits}f}", f"{threshold:.{digits}f}"


def _owner(number: Number) -> str | None:
    return number.other or number.shot


def _margin(value: float, threshold: float, better: str) -> float:
    """Signed distance from the threshold in shares of it; positive is good."""
    scale = max(abs(threshold), 1e-6)
    away = (value - threshold) / scale
    return math.copysign(min(abs(away), 10.0), away if better == "higher" else -away)


def _advice(failures: Sequence[Failure]) -> tuple[Advice, ...]:
    """Every change that a failure calls for, the first of each failure before any second."""
    rows = [(failure, _ADVICE.get(failure.measure, _OTHERWISE)) for failure in failures]
    longest = max((len(changes) for _, changes in rows), default=0)
    found: dict[tuple[str, str | None], Advice] = {}
    for step in range(longest):
        for failure, changes in rows:
            if step < len(changes):
                change, by = changes[step]
                entity = failure.entity if change in _OF_ONE else None
                advice = Advice(change=change, entity=entity, by=by, why=failure.sentence())
                found.setdefault((change, entity), advice)
    return tuple(found.values())
