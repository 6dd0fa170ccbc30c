"""Owns the walk through the stages: what is current is reused, what is not is made, what was lost is named.

The one conductor: it alone sees every stage. Does not know: how anything is drawn, spoken or encoded; how
events are shown.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from agent.attic import Attic
from agent.budget import LEDGER_FILE, Ledger
from agent.errors import MakeError, Stopped
from agent.events import (
    Done,
    Downgraded,
    EventLog,
    Failed,
    Made,
    MoreFound,
    Placement,
    Progressed,
    Removed,
    Retried,
    Reused,
    RunStarted,
    StageStarted,
    Started,
    TriedAgain,
)
from agent.executors import Executor, fills_machine
from agent.fingerprint import digest, file_digest
from agent.jobs import Outcome
from agent.quotes import quote_of
from agent.settings import Settings
from agent.stages import Schedule, Task, check_graph, film_tasks, picture_tasks, speech_tasks
from agent.store import Record, Store
from agent.tries import read_retries
from planners import Plan

REMADE_AT_WILL = frozenset({"film"})
"""Stages whose artefacts are large and cheap: they are not kept when others take their place."""


class Run:
    """One walk from a plan to a film, in one folder. It watches the executor's work, and adds to it."""

    def __init__(self, plan: Plan, store: Store, settings: Settings, log: EventLog) -> None:
        self.plan, self.store, self.settings, self.log = plan, store, settings, log
        self.made: dict[str, str] = {}
        """Task id -> why it was made."""
        self.reused: list[str] = []
        self.records: dict[str, Record] = {}
        self._attic = Attic(store)
        self._tasks: dict[str, Task] = {}
        self._schedule = Schedule(by_stage=fills_machine(settings))
        self._reasons: dict[str, str] = {}
        self._stage_sizes: Counter[str] = Counter()
        self._stages_seen: set[str] = set()
        self._unspoken: set[str] = set()
        self._placed: set[tuple[str, str, str]] = set()
        self._ledger = Ledger()

    def walk(self, executor: Executor) -> None:
        """Make everything that is not current.

        The film's own tasks need to know how long every line is, so they join when the last line is spoken.

        Raises:
            MakeError: a job failed.
            Stopped: Ctrl-C; everything finished is kept.
        """
        self._sweep()
        self._open_ledger()
        began = time.perf_counter()
        speech = {task.id: task for task in speech_tasks(self.plan, self.settings)}
        pictures = picture_tasks(self.plan, self.settings, speech, read_retries(self.store))
        stale = self._add([*speech.values(), *pictures])
        self._set_aside()
        self.log.tell(self._began(len(self._tasks), stale))
        self._unspoken = set(speech) - set(self.records)
        if not self._unspoken:
            self._add_film()
        try:
            executor.run(self._schedule, self.store.root, self)
        except KeyboardInterrupt:
            executor.close(kill=True)
            raise Stopped("stopped; everything made so far is kept") from None
        except MakeError as failure:
            self.log.tell(Failed(task=failure.task, error=str(failure)))
            raise
        self._remove_strays()
        self._ended(began, "06_film/film.mp4")

    def make_references(self, executor: Executor) -> str:
        """Make the references alone, for a person to look at; pictures that were replaced by hand are kept.

        Returns:
            The digest of their files.

        Raises:
            MakeError, Stopped: as for `walk`.
        """
        speech = {task.id: task for task in speech_tasks(self.plan, self.settings)}
        tasks = [task for task in picture_tasks(self.plan, self.settings, speech) if task.stage == "references"]
        kept = [adopted for task in tasks if (adopted := self.store.adopt(task.record, task.key))]
        for name in kept:
            self.log.tell(Reused(task=name, reason="replaced by hand: honoured as it is"))
        stale = self._add(tasks)
        if stale:
            self._open_ledger()
            self.log.tell(self._began(len(tasks), stale, only="references"))
            began = time.perf_counter()
            executor.run(self._schedule, self.store.root, self)
            self._ended(began)
        return digest([self.records[task.id].files for task in tasks])

    def make_some(self, executor: Executor, names: Iterable[str]) -> None:
        """Make some artefacts of the plan alone, in their places; the film is not put together.

        Args:
            executor: Does the work.
            names: Ids of tasks, with all that they depend on.

        Raises:
            MakeError, Stopped: as for `walk`.
        """
        wanted = set(names)
        self._open_ledger()
        speech = {task.id: task for task in speech_tasks(self.plan, self.settings)}
        pictures = picture_tasks(self.plan, self.settings, speech, read_retries(self.store))
        tasks = [task for task in (*speech.values(), *pictures) if task.id in wanted]
        stale = self._add(tasks)
        self._set_aside()
        self.log.tell(self._began(len(tasks), stale, only="single shots"))
        began = time.perf_counter()
        try:
            executor.run(self._schedule, self.store.root, self)
        except KeyboardInterrupt:
            executor.close(kill=True)
            raise Stopped("stopped; everything made so far is kept") from None
        except MakeError as failure:
            self.log.tell(Failed(task=failure.task, error=str(failure)))
            raise
        self._ended(began)

    def _began(self, tasks: int, stale: int, only: str = "") -> RunStarted:
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        return RunStarted(run=self.store.root.name, tasks=tasks, stale=stale, at=at, only=only)

    def _ended(self, began: float, film: str = "") -> None:
        seconds = round(time.perf_counter() - began, 3)
        self.log.tell(Done(film=film, made=len(self.made), reused=len(self.reused), seconds=seconds))

    def _add(self, tasks: Iterable[Task]) -> int:
        """Take up tasks: what is current is reused, the rest is scheduled; returns how many those are."""
        new = list(tasks)
        self._tasks |= {task.id: task for task in new}
        check_graph(self._tasks.values())
        stale = []
        for task in new:
            status = self.store.status(task.record, task.key, task.parts)
            record, reason = status.record if status.current else None, status.reason
            if record is None and task.stage not in REMADE_AT_WILL:
                record, reason = self._attic.restore(task.record, task.key), "kept from before"
            if record is not None:
                self.records[task.id] = record
                self.reused.append(task.id)
                self.log.tell(Reused(task=task.id, reason=reason))
            else:
                self._reasons[task.id] = status.reason
                stale.append(task)
        self._stage_sizes.update(task.stage for task in stale)
        self._schedule.add(stale)
        return len(stale)

    def _add_film(self) -> None:
        before = len(self._tasks)
        stale = self._add(film_tasks(self.plan, self.settings, self._tasks, self._lengths()))
        self.log.tell(MoreFound(tasks=len(self._tasks) - before, stale=stale))

    def _lengths(self) -> dict[str, float]:
        """Seconds of every spoken line, by its task."""
        spoken = [name for name, task in self._tasks.items() if task.stage == "voices"]
        return {name: float(self.records[name].data.get("seconds", 0.0)) for name in spoken}

    def started(self, task: Task) -> None:
        """Tell that work on a task begins."""
        if task.stage not in self._stages_seen:
            self._stages_seen.add(task.stage)
            self.log.tell(StageStarted(stage=task.stage, tasks=self._stage_sizes[task.stage]))
        self.store.path(task.file)
        if task.stage not in REMADE_AT_WILL:
            self._attic.set_aside(task.record)
        self.log.tell(Started(task=task.id, stage=task.stage, label=task.label))

    def finished(self, task: Task, outcome: Outcome, seconds: float) -> None:
        """Write the record of what was made, last of all."""
        self._drop_old(task, outcome)
        files = {name: file_digest(self.store.path(name)) for name in outcome.files}
        record = Record(
            task=task.id,
            key=task.key,
            parts=dict(task.parts),
            files=files,
            data=outcome.data,
            downgrades=outcome.downgrades,
            seconds=round(seconds, 3),
        )
        self.store.write(task.record, record)
        self.records[task.id] = record
        if self.settings.budget is not None:
            self._ledger.made(task.key)
        reason = self._reasons[task.id]
        self.made[task.id] = reason
        self.log.tell(Made(task=task.id, reason=reason, files=outcome.files, seconds=round(seconds, 3)))
        for row in outcome.spent:
            self.log.tell(row)
        for what in outcome.downgrades:
            self.log.tell(Downgraded(task=task.id, what=what))
        self._tell_placement(task.stage, outcome.data)
        self._tell_attempts(task.id, outcome.data.get("attempts", []))
        if task.id in self._unspoken:
            self._unspoken.discard(task.id)
            if not self._unspoken:
                self._add_film()

    def _tell_placement(self, stage: str, data: Mapping[str, Any]) -> None:
        placed = (stage, str(data.get("generator", "")), str(data.get("placement", "")))
        if placed[2] and placed not in self._placed:
            self._placed.add(placed)
            self.log.tell(Placement(stage=stage, generator=placed[1], where=placed[2]))

    def _tell_attempts(self, task: str, rows: Sequence[Mapping[str, Any]]) -> None:
        kept = next((row for row in rows if row["kept"]), None)
        if kept is not None and len(rows) > 1:
            why, accepted = "; ".join(rows[0]["failures"]), bool(kept["accepted"])
            told = TriedAgain(task=task, attempts=len(rows), kept=kept["attempt"], accepted=accepted, why=why)
            self.log.tell(told)

    def progressed(self, task: str, done: int, total: int) -> None:
        """Tell how far a task is."""
        self.log.tell(Progressed(task=task, done=done, total=total))

    def retried(self, task: Task, reason: str) -> None:
        """Tell that a worker died."""
        self.log.tell(Retried(task=task.id, reason=reason))

    def _drop_old(self, task: Task, outcome: Outcome) -> None:
        """Files that the artefact had before and has no more would be taken for its own: they go."""
        before = self.store.read(task.record)
        for name in set(before.files if before else ()) - set(outcome.files):
            self.store.path(name).unlink(missing_ok=True)

    def _open_ledger(self) -> None:
        """Set the budget that all workers keep together; what a killed run held counts as spent."""
        self._ledger = Ledger(self.store.root / LEDGER_FILE, limit=self.settings.budget)

    def _set_aside(self) -> None:
        """Keep money for everything that is not made yet, so that no second attempt takes it away."""
        if self.settings.budget is None:
            return
        stale = [task for task in self._tasks.values() if task.id in self._reasons]
        quotes = {task.key: quote_of(task, self._tasks, self.plan) for task in stale}
        self._ledger.set_aside({key: quote.most for key, quote in quotes.items() if quote.most})

    def _sweep(self) -> None:
        """Remove what a killed run left half-written."""
        for path in self.store.root.rglob("*.part*"):
            if path.is_file() and (path.suffix == ".part" or ".part." in path.name):
                path.unlink()

    def _remove_strays(self) -> None:
        """Artefacts of shots and entities that are no longer in the plan are set aside; only files with our record."""
        kept = {task.record for task in self._tasks.values()} | {"01_plan/plan.json"}
        for path in sorted(self.store.root.glob("0[2-6]_*/**/*.json")):
            name = path.relative_to(self.store.root).as_posix()
            record = None if name in kept else self.store.read(name)
            if record is None:
                continue
            if not name.startswith("06_"):
                self._attic.set_aside(name)
            for file in record.files:
                self.store.path(file).unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            self.log.tell(Removed(file=name, reason="nothing in the plan needs it any more"))

    def report(self) -> dict[str, Any]:
        """Every number and every downgrade of the run, for `report.json`."""
        downgrades = {name: list(record.downgrades) for name, record in self.records.items() if record.downgrades}
        mix = self.records["mix"].data if "mix" in self.records else {}
        shots = [self._shot_row(shot.id) for shot in self.plan.shots]
        return {
            "schema": "storyreel/report@1",
            "title": self.plan.title,
            "frames": self.plan.frames,
            "fps": self.plan.fps,
            "seconds": self.plan.frames / self.plan.fps,
            "size": list(self.plan.size),
            "style": self.plan.style,
            "sound": dict(mix),
            "placements": self._placements(),
            "shots": shots,
            "notes": [note.model_dump() for note in self.plan.notes],
            "downgrades": downgrades,
        }

    def _placements(self) -> list[dict[str, str]]:
        """Where each generator that has a choice computed, once per stage."""
        rows = [
            {"stage": self._tasks[name].stage, "generator": record.data["generator"], "where": record.data["placement"]}
            for name, record in self.records.items()
            if record.data.get("placement")
        ]
        return [row for number, row in enumerate(rows) if row not in rows[:number]]

    def _shot_row(self, shot: str) -> dict[str, Any]:
        spec = self.plan.shot(shot)
        record = self.records.get(f"shot:{shot}")
        still = self.records.get(f"keyframe:{shot}")
        return {
            "shot": shot,
            "frames": spec.frames,
            "seconds": spec.frames / self.plan.fps,
            "cast": list(spec.cast),
            "control": spec.control if spec.control is not None else self.settings.control,
            "attempts": {
                kind: item.data["attempts"]
                for kind, item in (("keyframe", still), ("shot", record))
                if item and "attempts" in item.data
            },
            "regions": still.data.get("regions", {}) if still else {},
            "regions_note": still.data.get("regions_note", "") if still else "",
            "seconds_to_make": record.seconds if record else None,
            "downgrades": list(record.downgrades) if record else [],
        }
