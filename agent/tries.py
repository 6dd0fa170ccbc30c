"""Owns the record of attempts at one artefact: what was changed for each, what the measures said, which is kept.

Further attempts that the film's check asked for lie in `07_check/retries.json`, so that a later run keeps their
results. Does not know: how anything is made, measured or changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from agent.store import Store, write_text
from consistency import Advice, Number, Verdict

RETRIES_FILE = "07_check/retries.json"
RETRIED_FILE = "07_check/retried.json"
"""What came of the last further attempts."""


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Frozen):
    """One change that an attempt carries out."""

    advice: Advice
    number: int
    """The attempt that it was made for first, counted from 0: another seed is drawn from it."""


class Tried(_Frozen):
    """What came of an attempt."""

    steps: tuple[Step, ...] = ()
    """All changes to what was planned, in their order."""
    verdict: Verdict


class Attempt(Tried):
    """An attempt that was finished and measured."""

    number: int
    numbers: tuple[Number, ...] = ()
    """What was measured of it, without single frames."""
    outcome: dict[str, Any]
    """What the job made: `agent.jobs.Outcome`."""
    files: dict[str, str]
    """Relative path -> digest of the file's bytes."""
    refused: str = ""
    """Why a region was not painted anew though the generator says that it can."""

    def row(self, *, kept: bool) -> dict[str, Any]:
        """For records and reports."""
        verdict = self.verdict
        return {
            "attempt": self.number + 1,
            "kept": kept,
            "accepted": verdict.accepted,
            "judged": verdict.judged,
            "margin": round(verdict.margin, 4),
            "failures": [failure.sentence() for failure in verdict.failures],
            "changes": [said(step.advice) for step in self.steps],
            "why": self.steps[-1].advice.why if self.steps else "",
            "steps": [step.model_dump() for step in self.steps],
            "verdict": verdict.model_dump(),
            "scores": {_name(number): number.value for number in self.numbers if number.value is not None},
        }


class Again(_Frozen):
    """More attempts at an artefact of a finished film, because the film's check did not accept it."""

    base: str
    """Key of the artefact as it is planned; when the plan changes, this no longer holds."""
    number: int
    """Attempts made before."""
    more: int
    """Attempts to make at most."""
    tried: tuple[Tried, ...]
    """What was tried before, with what the whole film's check said of it."""


def read_retries(store: Store) -> dict[str, Again]:
    """Further attempts that were asked for in a run folder, by task; none when the file is damaged."""
    try:
        return _RETRIES.validate_json((store.root / RETRIES_FILE).read_text(encoding="utf-8"))
    except (OSError, ValidationError):
        return {}


def write_retries(store: Store, retries: Mapping[str, Again]) -> None:
    """Ask for further attempts from the next walk on; replaces what was asked before."""
    text = _RETRIES.dump_json(dict(sorted(retries.items())), indent=1).decode()
    write_text(store.path(RETRIES_FILE), text + "\n")


def said(advice: Advice) -> str:
    """A change in words: `identity of mara +0.15`."""
    of = f" of {advice.entity}" if advice.entity else ""
    return f"{advice.change}{of}" + (f" {advice.by:+.2f}" if advice.by else "")


_RETRIES = TypeAdapter(dict[str, Again])


def _name(number: Number) -> str:
    return f"{number.measure}{f' of {number.entity}' if number.entity else ''}"
