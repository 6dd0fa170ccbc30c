"""Owns the second go at a finished film: what its check does not accept is made again, and kept only if it is better.

A retry is asked for in `07_check/retries.json`; it is part of the key of what it changes, so joins and shots that are
tied to it follow, and everything else stays. Does not know: how anything is measured, made or changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from agent.checking import FilmCheck, check_run
from agent.errors import BudgetError
from agent.settings import Settings
from agent.stages import Makers, safe, task_key
from agent.store import Record, Store, write_text
from agent.tries import RETRIED_FILE, Again, Step, Tried, read_retries, write_retries
from consistency import Verdict, best
from planners import Plan, Shot

DRAWN = "Shot {shot} is drawn by rules: it would be drawn the same again."
TRIED_OUT = "Shot {shot} was made as often as the number of attempts allows."
LOST = "Shot {shot} has no record, so it is not made again."
PAST = "past:"
"""Before the name of a task whose further attempts came to nothing: what was tried is remembered, not used."""
OWN = "Shot {shot} is the user's own clip: it is not made again."


class Retry(BaseModel):
    """What became of one shot that the check did not accept."""

    model_config = ConfigDict(frozen=True)

    shot: str
    task: str
    """What was made again: the clip, or the still that it starts from."""
    before: Verdict
    after: Verdict
    """Of the new attempt, also when it is not used."""
    kept: Literal["new", "earlier"]


class Retries(BaseModel):
    """Both checks of a film, and what was done between them."""

    model_config = ConfigDict(frozen=True)

    before: FilmCheck
    after: FilmCheck
    """Of the film as it is now."""
    rows: tuple[Retry, ...] = ()
    notes: tuple[str, ...] = ()
    """What was not tried, and why."""

    def summary(self) -> dict[str, Any]:
        """For files and JSON."""
        return {"retried": [row.model_dump() for row in self.rows], "notes": list(self.notes)}


def retry_run(
    plan: Plan, store: Store, settings: Settings, walk: Callable[[], object], *, more: int | None = 1, **tools: str
) -> Retries:
    """Check a film, make what fails again with advice, check again; what became no better goes back.

    Args:
        plan: Of the film.
        store: Of its run folder.
        settings: With which it was made.
        walk: Makes what is not current.
        more: Attempts at each shot that fails; None: as many as the settings leave.
        tools: As for `check_run`.

    Raises:
        MakeError, Stopped: as for making a film.
    """

    def check() -> FilmCheck:
        return check_run(plan, store, progress=None, **tools)

    before, earlier = check(), read_retries(store)
    asked, notes = _asked(plan, store, Makers(settings), before, earlier, more)
    if not asked:
        return Retries(before=before, after=before, notes=notes)
    write_retries(store, {**earlier, **asked})
    try:
        walk()
    except BudgetError as error:
        write_retries(store, earlier)
        walk()
        return Retries(before=before, after=before, notes=(*notes, f"Nothing was made again: {error}"))
    after = check()
    rows = tuple(_row(task, before, after) for task in asked)
    worse = [row for row in rows if row.kept == "earlier"]
    if worse:
        back = {row.task: earlier[row.task] for row in worse if row.task in earlier}
        past = {PAST + row.task: _over(asked[row.task], _record(store, row.task), row.after) for row in worse}
        better = {task: again for task, again in asked.items() if task not in {row.task for row in worse}}
        write_retries(store, {**earlier, **better, **back, **past})
        walk()
        after = check()
    found = Retries(before=before, after=after, rows=rows, notes=notes)
    write_text(store.path(RETRIED_FILE), json.dumps(found.summary(), indent=1, ensure_ascii=False) + "\n")
    return found


def _asked(
    plan: Plan, store: Store, makers: Makers, check: FilmCheck, earlier: Mapping[str, Again], more: int | None
) -> tuple[dict[str, Again], tuple[str, ...]]:
    """Further attempts at every shot that fails, by task; and why there are none at some."""
    asked: dict[str, Again] = {}
    notes: list[str] = []
    for verdict in check.verdicts:
        if verdict.accepted:
            continue
        task, note = _target(plan.shot(verdict.shot), makers)
        record = _record(store, task) if task else None
        if record is None:
            notes.append(note or LOST.format(shot=verdict.shot))
            continue
        left = _left(makers, record) if more is None else more
        if left < 1:
            notes.append(TRIED_OUT.format(shot=verdict.shot))
        else:
            asked[task] = _again(record, verdict, earlier, left)
    return asked, tuple(notes)


def _left(makers: Makers, record: Record) -> int:
    """How many attempts the settings leave at an artefact."""
    most = makers.image_attempts if record.task.startswith("keyframe:") else makers.video_attempts
    return most - max(len(record.data.get("attempts", [])), 1)


def _target(shot: Shot, makers: Makers) -> tuple[str, str]:
    """What of a shot is made again: its clip; its still, where the clip starts from that; else the reason why not."""
    if shot.clip:
        return "", OWN.format(shot=shot.id)
    if makers.starts_from_still and makers.image_learned and not shot.keyframe:
        return f"keyframe:{shot.id}", ""
    return (f"shot:{shot.id}", "") if makers.video_learned else ("", DRAWN.format(shot=shot.id))


def _record(store: Store, task: str) -> Record | None:
    kind, _, shot = task.partition(":")
    return store.read(f"{'03_keyframes' if kind == 'keyframe' else '04_shots'}/{safe(shot)}.json")


def _again(record: Record, verdict: Verdict, earlier: Mapping[str, Again], more: int) -> Again:
    """Further attempts after those that are known; what is used now is judged as the film's check did."""
    base = task_key({name: value for name, value in record.parts.items() if name != "again"})
    over, used = earlier.get(PAST + record.task), earlier.get(record.task)
    if over is not None and over.base == base:
        return over.model_copy(update={"more": more})
    past = used if used is not None and used.base == base else Again(base=base, number=0, more=0, tried=())
    return _over(past, record, verdict).model_copy(update={"more": more})


def _over(again: Again, record: Record | None, verdict: Verdict) -> Again:
    """Attempts with those that a record tells of; the one that is in use is judged as the film's check did."""
    rows: Sequence[dict[str, Any]] = record.data.get("attempts", []) if record else []
    made = tuple(
        Tried(
            steps=tuple(Step.model_validate(step) for step in row["steps"]),
            verdict=verdict if row["kept"] else Verdict.model_validate(row["verdict"]),
        )
        for row in rows
    ) or (Tried(verdict=verdict),)
    return again.model_copy(update={"number": again.number + len(made), "tried": (*again.tried, *made)})


def _row(task: str, before: FilmCheck, after: FilmCheck) -> Retry:
    shot = task.partition(":")[2]
    old, new = (next(row for row in check.verdicts if row.shot == shot) for check in (before, after))
    kept: Literal["new", "earlier"] = "new" if best([old, new]) == 1 else "earlier"
    return Retry(shot=shot, task=task, before=old, after=new, kept=kept)
