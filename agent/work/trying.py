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
from agent.budget import paying_for
from agent.errors import BudgetError
from agent.fingerprint import file_digest
from agent.jobs import Outcome
from agent.store import write_text
from agent.tries import Again, Attempt, Step, Tried
from agent.work.advice import base_of, changed, following, patches_of
from agent.work.judging import Judged
from agent.work.paid import spent
from consistency import LOOKED, best
from generators import Capabilities, Patch, RequestRefused, ShotSpec

RECORD = "attempt.json"
NONE_PASSED = "None of {count} attempts at {shot} was accepted; number {number} is the best: {why}."
LEFT_OUT = "{who} was left out of {shot}, so that the others come out right."
REFUSED = "The region that fails in {shot} could not be painted anew, so the whole was: {why}."
UNREPAIRED = "In {shot} the region of {who} should be painted anew; {name} cannot do that, so {then}."
NO_MONEY = "{shot} was not tried again, though it was not accepted: {why}"
_SHOWN = 16
"""Letters of a key that name its folder."""


Repair = Callable[[ShotSpec, tuple[Patch, ...], Path, int], Outcome]
"""Paints regions of a picture anew, to its own files; the number tells repairs of one picture apart."""


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
    repair: Repair | None = None
    """For generators that paint regions anew; None: advice to do so is passed over, and that is said."""


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
    at = base_of(before) - (len(before) - len(made)) if before else -1
    with paying_for(trial.key, extra=bool(before)):
        steps, outcome, refused = _made(trial, before, (made[at], shelf.file(made[at])) if at >= 0 else None, number)
    with paying_for(trial.key, extra=True):
        verdict, numbers = trial.judge(changed(trial.spec, steps, trial.able), outcome)
    return shelf.keep(Tried(steps=steps, verdict=verdict), number, numbers, outcome, refused)


def _made(
    trial: Trial, before: list[Tried], base: tuple[Attempt, Path] | None, number: int
) -> tuple[tuple[Step, ...], Outcome, str]:
    """The next attempt: regions of the best one painted anew, or the whole made again.

    Args:
        trial: What is tried.
        before: What was tried so far.
        base: The best of them with its file; None when it is not one of this trial.
        number: Of the attempt.
    """
    able = trial.able if trial.repair and base else trial.able.model_copy(update={"repairs": False})
    steps = following(before, trial.spec, able, number) if before else ()
    patches, lost = patches_of(steps, number), ""
    if patches and trial.repair and base:
        try:
            outcome = trial.repair(changed(trial.spec, steps, able), patches, base[1], number)
            return steps, _over(outcome, base[0]), ""
        except RequestRefused as error:
            lost = REFUSED.format(shot=trial.spec.shot.id, why=error)
            able = able.model_copy(update={"repairs": False})
            steps = following(before, trial.spec, able, number)
    return steps, trial.make(changed(trial.spec, steps, able)), lost


def _over(outcome: Outcome, base: Attempt) -> Outcome:
    """A repaired picture has what was lost in the one beneath it, and its data where it has none of its own."""
    below = Outcome.model_validate(base.outcome)
    lost = dict.fromkeys((*below.downgrades, *outcome.downgrades))
    return outcome.model_copy(update={"data": below.data | outcome.data, "downgrades": tuple(lost)})


def _outcome(trial: Trial, shelf: _Shelf, made: list[Attempt], stopped: str) -> Outcome:
    """The best attempt's outcome with all attempts in its data."""
    at = best([attempt.verdict for attempt in made])
    chosen = made[at]
    shelf.use(chosen)
    outcome = Outcome.model_validate(chosen.outcome)
    lost = [*outcome.downgrades, *_lost(trial, chosen, len(made)), *_unrepaired(trial, made), *filter(None, [stopped])]
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


def _unrepaired(trial: Trial, made: list[Attempt]) -> list[str]:
    """Whose regions were to be painted anew where that cannot be done."""
    if trial.repair is not None:
        return [attempt.refused for attempt in made if attempt.refused]
    advice = [row for attempt in made for row in attempt.verdict.advice if row.change == "repair"]
    names = dict.fromkeys(trial.spec.cast[row.entity].name for row in advice if row.entity in trial.spec.cast)
    then = "the whole was made again" if len(made) > 1 else "nothing was made again"
    said = {"who": " and ".join(names), "shot": trial.spec.shot.id, "name": trial.able.name, "then": then}
    return [UNREPAIRED.format(**said)] if names else []


class _Shelf:
    """The finished attempts at an artefact, on disk."""

    def __init__(self, trial: Trial) -> None:
        self._root, self._file = trial.root, trial.file
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

    def file(self, attempt: Attempt) -> Path:
        """The artefact of a finished attempt."""
        return self._home / str(attempt.number) / self._file

    def keep(self, tried: Tried, number: int, numbers: tuple[object, ...], outcome: Outcome, refused: str) -> Attempt:
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
            steps=tried.steps,
            verdict=tried.verdict,
            refused=refused,
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
