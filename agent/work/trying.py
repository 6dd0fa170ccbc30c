"""Owns the attempts at one artefact: make, measure, change by advice, make again; the best is used, all are kept.

Every finished attempt lies whole in `.kept/<artefact>/tries-<key>/<n>/`, its record written last, so a run that was
killed goes on after it. Does not know: how anything is made, measured, or changed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from agent.attic import FOLDER
from agent.errors import BudgetError
from agent.fingerprint import file_digest
from agent.jobs import Outcome
from agent.store import write_text
from agent.tries import Again, Attempt, Step, Tried
from agent.work.advice import changed, following
from agent.work.judging import Judged
from agent.work.paid import spent
from consistency import LOOKED, Verdict, best
from generators import Capabilities, ShotSpec

RECORD = "attempt.json"
NONE_PASSED = "None of {count} attempts at {shot} was accepted; number {number} is the best: {why}."
LEFT_OUT = "{who} was left out of {shot}, so that the others come out right."
NO_MONEY = "{shot} was not tried again, though it was not accepted: {why}"
_SHOWN = 16
"""Letters of a key that name its folder."""


@dataclass(frozen=True)
class Trial:
    """One artefact to be tried."""

    root: Path
    """The run folder."""
    file: str
    key: str
    spec: ShotSpec
    """As planned."""
    able: Capabilities
    make: Callable[[ShotSpec], Outcome]
    """Makes it to its own files."""
    judge: Callable[[ShotSpec, Outcome], Judged]
    attempts: int
    again: Again | None = None


def tried(trial: Trial) -> Outcome:
    """Try until an attempt is accepted, or as often as is allowed; the files of the best are in place then.

    Raises:
        BudgetError: there is no money for the first attempt.
    """
    again = trial.again
    first, most = (again.number, again.more) if again else (0, trial.attempts)
    shelf = _Shelf(trial)
    made: list[Attempt] = []
    stopped = ""
    while len(made) < most and not (made and made[-1].verdict.accepted):
        number = first + len(made)
        found = shelf.read(number)
        if found is None:
            try:
                found = _attempt(trial, shelf, number, made)
            except BudgetError as error:
                if not made:
                    raise
                stopped = NO_MONEY.format(shot=trial.spec.shot.id, why=error)
                break
        made.append(found)
    return _outcome(trial, shelf, made, stopped)


def _attempt(trial: Trial, shelf: _Shelf, number: int, made: list[Attempt]) -> Attempt:
    before: list[Tried] = [*(trial.again.tried if trial.again else ()), *made]
    steps = following(before, trial.spec, trial.able, number) if before else ()
    spec = changed(trial.spec, steps, trial.able)
    outcome = trial.make(spec)
    verdict, numbers = trial.judge(spec, outcome)
    return shelf.keep(number, steps, verdict, numbers, outcome)


def _outcome(trial: Trial, shelf: _Shelf, made: list[Attempt], stopped: str) -> Outcome:
    """The best attempt's outcome with all attempts in its data."""
    at = best([attempt.verdict for attempt in made])
    chosen = made[at]
    shelf.use(chosen)
    outcome = Outcome.model_validate(chosen.outcome)
    lost = [*outcome.downgrades, *_lost(trial, chosen, len(made)), *([stopped] if stopped else [])]
    rows = [attempt.row(kept=attempt is chosen) for attempt in made]
    return outcome.model_copy(
        update={
            "data": outcome.data | {"attempts": rows},
            "downgrades": tuple(lost),
            "spent": (*(row for attempt in shelf.fresh for row in attempt.spent), *spent(trial.root)),
        }
    )


def _lost(trial: Trial, chosen: Attempt, count: int) -> list[str]:
    shot = trial.spec.shot.id
    left = changed(trial.spec, chosen.steps, trial.able).leave_out
    said = [LEFT_OUT.format(who=trial.spec.cast[name].name, shot=shot) for name in left]
    if not chosen.verdict.accepted:
        why = "; ".join(failure.sentence() for failure in chosen.verdict.failures)
        said.append(NONE_PASSED.format(count=count, shot=shot, number=chosen.number + 1, why=why))
    said += [number.why for number in chosen.numbers if number.measure == LOOKED and number.value is None]
    return said


class _Shelf:
    """The finished attempts at an artefact, on disk."""

    def __init__(self, trial: Trial) -> None:
        self._root = trial.root
        self._home = trial.root / FOLDER / trial.file.rsplit(".", 1)[0] / f"tries-{trial.key[:_SHOWN]}"
        self.fresh: list[Outcome] = []
        """What was made in this process."""

    def read(self, number: int) -> Attempt | None:
        """A finished attempt; None when there is none, or it is not whole."""
        folder = self._home / str(number)
        try:
            attempt = Attempt.model_validate_json((folder / RECORD).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            return None
        whole = all(
            (folder / name).is_file() and file_digest(folder / name) == digest for name, digest in attempt.files.items()
        )
        return attempt if whole else None

    def keep(
        self, number: int, steps: tuple[Step, ...], verdict: Verdict, numbers: tuple[object, ...], outcome: Outcome
    ) -> Attempt:
        """Move what was just made here, and write its record."""
        self.fresh.append(outcome)
        folder = self._home / str(number)
        shutil.rmtree(folder, ignore_errors=True)
        files = {}
        for name in outcome.files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._root / name, folder / name)
            files[name] = file_digest(folder / name)
        attempt = Attempt(
            number=number,
            steps=steps,
            verdict=verdict,
            numbers=numbers,
            outcome=outcome.model_copy(update={"spent": ()}).model_dump(mode="json"),
            files=files,
        )
        write_text(folder / RECORD, attempt.model_dump_json(indent=1) + "\n")
        return attempt

    def use(self, attempt: Attempt) -> None:
        """Put an attempt's files in place; they stay here too."""
        for name in attempt.files:
            kept, place = self._home / str(attempt.number) / name, self._root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(f".{place.stem}.part{place.suffix}")
            part.unlink(missing_ok=True)
            try:
                os.link(kept, part)
            except OSError:
                shutil.copy2(kept, part)
            os.replace(part, place)
