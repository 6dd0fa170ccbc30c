"""Owns takes: variants of one shot, made beside the film, measured, shown side by side, kept.

A take is an edit. What it makes ends in the attic under its keys, so the film stays as it is, and picking a take brings
its files back. A take is written down before it is made: a run that was killed goes on with it, and others can be
queued meanwhile. Does not know: how edits are carried out, how a film is put together.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from agent.attic import Attic
from agent.checking import Masks, footage_of_shot, references
from agent.edits import Edit, SetShot, apply_edits
from agent.estimate import ShotCost, estimate
from agent.outlook import needed, tasks_of
from agent.settings import Settings
from agent.stages import safe
from agent.store import Store
from agent.takelist import Rows, Take, change_takes, read_takes
from agent.timeline import timeline
from agent.variants import Vary, told, variants
from consistency import check_shot, judge, look_of
from planners import Plan, PlanError

FOLDER = "takes"
SHOWN = ("identity_reference", "identity_within", "presence", "dynamics", "flicker")
"""Measures that stand with a take; all others count for its verdict."""
Make = Callable[[Plan, Sequence[str]], None]
"""Makes some tasks of a plan, by their ids, in place."""


class Takes:
    """The takes of one run folder."""

    def __init__(self, store: Store, settings: Settings) -> None:
        """Take the folder; nothing is read or written yet."""
        self._store, self._settings, self._attic = store, settings, Attic(store)

    def all(self) -> Rows:
        """Shot id -> its takes in their order; none when nothing was asked for, or the file is damaged."""
        return read_takes(self._store.root)

    def of(self, shot: str) -> tuple[Take, ...]:
        """The takes of a shot."""
        return self.all().get(shot, ())

    def take(self, shot: str, number: int) -> Take:
        """One take.

        Raises:
            PlanError: there is none of that number.
        """
        found = [item for item in self.of(shot) if item.number == number]
        if not found:
            have = ", ".join(str(item.number) for item in self.of(shot)) or "none"
            raise PlanError(f"{shot} has no take {number}; it has {have}")
        return found[0]

    def picked(self, plan: Plan, shot: str, number: int) -> tuple[Edit, ...]:
        """The edits that put a take into the film; 0 is the shot as it was before its takes.

        What takes of the shot differ in becomes as this take has it, whichever take the film had before; everything
        else stays as it is.

        Raises:
            PlanError: there is no such take.
        """
        takes = self.of(shot)
        found = self.take(shot, number) if number else next((item for item in takes if item.base), None)
        if found is None:
            raise PlanError(f"{shot} has no takes yet: `takes` makes some")
        wanted = found.shot if number else found.base
        if wanted is None:
            return found.edits
        fields = {name for item in takes for name in _differing(item)}
        update = {name: getattr(wanted, name) for name in sorted(fields)}
        return (SetShot(shot=shot, by=plan.shot(shot).model_copy(update=update)),)

    def queue(self, plan: Plan, shots: Iterable[str], count: int, vary: Vary | Sequence[Sequence[Edit]]) -> None:
        """Write down which takes are to be made; those that an earlier run left count.

        Raises:
            PlanError: no such shot, or not so many variants of it.
        """

        def add(rows: Rows) -> Rows:
            for shot in shots:
                before = rows.get(shot, ())
                left = count - sum(1 for item in before if item.made is None)
                rows[shot] = (*before, *_fresh(plan, shot, self._variants(plan, shot, vary), before, left))
            return rows

        change_takes(self._store.root, add)

    def queued(self, plan: Plan, shots: Iterable[str] = ()) -> tuple[tuple[str, Take], ...]:
        """What is yet to be made, in the order of the film; of all its shots when none are named."""
        rows, wanted = self.all(), set(shots)
        names = [shot.id for shot in plan.shots if not wanted or shot.id in wanted]
        return tuple((name, item) for name in names for item in rows.get(name, ()) if item.made is None)

    def costs(self, plan: Plan, shots: Iterable[str] = ()) -> tuple[ShotCost, ...]:
        """What making the queued takes would cost and take, one row each; nothing is made or asked.

        Raises:
            PlanError: the film cannot take a take's edits any more.
            GeneratorError: a generator is unknown, or cannot make this film.
        """
        return tuple(
            row
            for shot, item in self.queued(plan, shots)
            for row in estimate(apply_edits(plan, item.edits), self._settings, self._store, only=[shot]).shots
        )

    def drop(self, shots: Iterable[str] = ()) -> int:
        """Take what is yet to be made off the queue, of all shots when none are named; returns how many it were."""
        wanted, gone = set(shots), 0

        def without(rows: Rows) -> Rows:
            nonlocal gone
            for shot, takes in rows.items():
                kept = tuple(item for item in takes if item.made is not None or (wanted and shot not in wanted))
                gone += len(takes) - len(kept)
                rows[shot] = kept
            return rows

        change_takes(self._store.root, without)
        return gone

    def make(self, plan: Plan, shots: Sequence[str], make: Make) -> None:
        """Make the queued takes of shots, of all when none are named, and those that join the queue meanwhile.

        Afterwards the film's own artefacts are in their places again.
        """
        done: dict[str, None] = dict.fromkeys(shots)
        try:
            while left := self.queued(plan, shots):
                shot, item = left[0]
                made = self._made(plan, shot, item, make)
                change_takes(self._store.root, functools.partial(_replaced, shot=shot, item=made))
                done[shot] = None
        finally:
            self.put_back(plan)
        for shot in done:
            self.sheet(plan, shot)

    def put_back(self, plan: Plan) -> None:
        """The film's own artefacts into their places, as far as they were ever made; those of takes out of the way."""
        for task in tasks_of(plan, self._settings, self._store):
            record = self._store.read(task.record)
            if record is None or record.key == task.key:
                continue
            if self._attic.restore(task.record, task.key) is None and record.key in self._keys():
                self._attic.set_aside(task.record)

    def clip(self, shot: str, item: Take) -> Path | None:
        """Where the clip of a take lies; None when it is gone."""
        name = f"04_shots/{safe(shot)}"
        if item.stands(self._store, shot):
            return self._store.root / f"{name}.mp4"
        path = self._attic.file(f"{name}.json", item.keys.get(f"{name}.json", ""), f"{name}.mp4")
        return path if path.is_file() else None

    def sheet(self, plan: Plan, shot: str) -> Path:
        """All takes of a shot side by side, the film's own first; returns the picture's file."""
        takes = self.of(shot)
        own = [] if any(item.stands(self._store, shot) for item in takes) else self._own(plan, shot)
        rows = [(_caption(item, self._store, shot), path) for item in takes if (path := self.clip(shot, item))]
        file = self._store.path(f"{FOLDER}/{safe(shot)}.png")
        importlib.import_module("agent.takesheet").draw([*own, *rows], file)
        return file

    def _own(self, plan: Plan, shot: str) -> list[tuple[Sequence[str], Path]]:
        """The shot as the film has it, measured like the takes; nothing when it was never made."""
        path = self._store.root / f"04_shots/{safe(shot)}.mp4"
        if not path.is_file():
            return []
        found = self._measured(plan, shot)
        return [(("In the film", "as it is", *_judged(found["accepted"], found["scores"])), path)]

    def _made(self, plan: Plan, shot: str, item: Take, make: Make) -> Take:
        changed = apply_edits(plan, item.edits)
        tasks = tasks_of(changed, self._settings, self._store)
        make(changed, needed(shot, tasks))
        mine = {"base": plan.shot(shot), "shot": changed.shot(shot)} if _alone(plan, changed, shot) else {}
        own = {task.record: task.key for task in tasks if task.label == shot and task.stage in ("keyframes", "shots")}
        found = self._measured(changed, shot)
        return item.model_copy(update={"keys": own, "made": datetime.now(UTC), **mine, **found})

    def _measured(self, plan: Plan, shot: str) -> dict[str, Any]:
        spec = plan.shot(shot)
        video = self._store.root / f"04_shots/{safe(shot)}.mp4"
        footage = footage_of_shot(plan, spec, video, timeline(plan).handles[shot].head)
        looks = tuple(look_of(sheet, self._store.root) for sheet in references(plan, self._store))
        found = check_shot(footage, looks, masks=Masks(plan, self._store))
        verdict = judge(found, shot, apart=frozenset({"seam_jump"}))
        scores = {}
        for name in SHOWN:
            values = [row.value for row in found.of(name, shot=shot) if row.value is not None]
            if values:
                scores[name] = round(max(values) if name == "flicker" else min(values), 4)
        return {
            "scores": scores,
            "accepted": verdict.accepted if verdict.judged else None,
            "failures": tuple(failure.sentence() for failure in verdict.failures),
        }

    def _variants(self, plan: Plan, shot: str, vary: Vary | Sequence[Sequence[Edit]]) -> Iterator[tuple[Edit, ...]]:
        if isinstance(vary, str):
            return variants(plan, shot, vary, self._settings)
        return (tuple(edits) for edits in vary)

    def _keys(self) -> set[str]:
        return {key for rows in self.all().values() for item in rows for key in item.keys.values()}


def _alone(before: Plan, after: Plan, shot: str) -> bool:
    """Whether two plans differ in this shot alone."""
    return after.model_copy(update={"shots": before.shots}) == before and all(
        a == b or a.id == shot for a, b in zip(before.shots, after.shots, strict=False)
    )


def _differing(item: Take) -> set[str]:
    """Fields of the shot that a take changes."""
    if item.base is None or item.shot is None:
        return set()
    return {name for name in type(item.base).model_fields if getattr(item.base, name) != getattr(item.shot, name)}


def _replaced(rows: Rows, shot: str, item: Take) -> Rows:
    """The list with a take as it was made; one that was taken off meanwhile is there again."""
    takes = {row.number: row for row in rows.get(shot, ())}
    before = takes.get(item.number)
    if before is not None and before.edits != item.edits:
        item = item.model_copy(update={"number": max(takes) + 1})
    takes[item.number] = item
    rows[shot] = tuple(takes[number] for number in sorted(takes))
    return rows


def _fresh(
    plan: Plan, shot: str, variants: Iterator[tuple[Edit, ...]], before: Sequence[Take], count: int
) -> Iterator[Take]:
    """The next so many variants that are none of those before, and that the film can take."""
    known = {_json(item.edits) for item in before}
    number, made = max((item.number for item in before), default=0), 0
    for edits in variants:
        if made >= count:
            return
        if _json(edits) in known or _applied(plan, edits) in (None, plan):
            continue
        made += 1
        yield Take(number=number + made, differs=told(edits), edits=edits)
    if made < count:
        more = {0: "is no other variant", 1: "is only 1 more variant"}.get(made, f"are only {made} more variants")
        raise PlanError(f"there {more} of {shot}: vary something else, or ask for fewer")


def _applied(plan: Plan, edits: Sequence[Edit]) -> Plan | None:
    """The plan with edits; None when they cannot be carried out."""
    try:
        return apply_edits(plan, edits)
    except PlanError:
        return None


_EDITS: TypeAdapter[tuple[Edit, ...]] = TypeAdapter(tuple[Edit, ...])


def _json(edits: tuple[Edit, ...]) -> bytes:
    return _EDITS.dump_json(edits)


def _caption(item: Take, store: Store, shot: str) -> tuple[str, ...]:
    """What is said over a take: number and what is other, verdict, scores."""
    here = " · in the film" if item.stands(store, shot) else ""
    return (f"Take {item.number}{here}", item.differs, *_judged(item.accepted, item.scores))


def _judged(accepted: bool | None, scores: Mapping[str, float]) -> Iterator[str]:
    yield {True: "accepted", False: "not accepted", None: "not judged"}[accepted]
    yield from (f"{name.replace('_', ' ')} {value:.2f}" for name, value in scores.items())
