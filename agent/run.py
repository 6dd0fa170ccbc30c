"""Owns the walk through the stages: what is current is reused, what is not is made, what was lost is named.

The one conductor: it alone sees every stage. Does not know: how anything is drawn, spoken or encoded; how
events are shown.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from agent.errors import MakeError, Stopped
from agent.events import (
    Done,
    Downgraded,
    EventLog,
    Failed,
    Made,
    Progressed,
    Removed,
    Reused,
    RunStarted,
    StageStarted,
    Started,
)
from agent.executors import LocalExecutor
from agent.fingerprint import file_digest
from agent.jobs import Outcome
from agent.settings import Settings
from agent.stages import Task, film_tasks, graph, picture_tasks, speech_tasks
from agent.store import Record, Status, Store
from planners import Plan


class Run:
    """One walk from a plan to a film, in one folder."""

    def __init__(self, plan: Plan, store: Store, settings: Settings, log: EventLog) -> None:
        self.plan, self.store, self.settings, self.log = plan, store, settings, log
        self.made: dict[str, str] = {}
        """Task id -> why it was made."""
        self.reused: list[str] = []
        self.records: dict[str, Record] = {}
        self._reasons: dict[str, str] = {}
        self._stages_seen: set[str] = set()
        self._executor: LocalExecutor | None = None

    def walk(self) -> None:
        """Make everything that is not current.

        Raises:
            MakeError: a job failed.
            Stopped: Ctrl-C; everything finished is kept.
        """
        self._sweep()
        began = time.perf_counter()
        try:
            speech = speech_tasks(self.plan, self.settings)
            self._make(speech)
            voices = {task.id: task for task in speech}
            pictures = {task.id: task for task in picture_tasks(self.plan, self.settings, voices)}
            film = film_tasks(self.plan, self.settings, pictures, voices, self._lengths(speech))
            self._make([*speech, *pictures.values(), *film], done=set(voices))
            self._remove_strays([*speech, *pictures.values(), *film])
        except KeyboardInterrupt:
            self._close(kill=True)
            raise Stopped("stopped; everything made so far is kept") from None
        except MakeError as failure:
            self.log.tell(Failed(task=failure.task, error=str(failure)))
            raise
        finally:
            self._close()
        seconds = round(time.perf_counter() - began, 3)
        self.log.tell(Done(film="06_film/film.mp4", made=len(self.made), reused=len(self.reused), seconds=seconds))

    def _make(self, tasks: list[Task], done: set[str] = frozenset()) -> None:  # type: ignore[assignment]
        """Bring tasks up to date; those in `done` already are."""
        states = {task.id: self._status(task) for task in tasks if task.id not in done}
        whole = graph(tasks)
        stale = {name for name, status in states.items() if not status.current}
        self.log.tell(RunStarted(run=self.store.root.name, tasks=len(states), stale=len(stale)))
        for task in tasks:
            if task.id in done or task.id in stale:
                continue
            self.records[task.id] = _record(states[task.id])
            self.reused.append(task.id)
            self.log.tell(Reused(task=task.id, reason=states[task.id].reason))
        if not stale:
            return
        self._reasons = {name: states[name].reason for name in stale}
        work: nx.DiGraph[str] = whole.subgraph(stale).copy()
        self._stage_sizes = _sizes(work)
        if self._executor is None:
            self._executor = LocalExecutor(self.settings.workers)
        self._executor.run(
            work, self.store.root, on_start=self._started, on_done=self._finished, on_progress=self._progressed
        )

    def _status(self, task: Task) -> Status:
        return self.store.status(task.record, task.key, task.parts)

    def _started(self, task: Task) -> None:
        if task.stage not in self._stages_seen:
            self._stages_seen.add(task.stage)
            self.log.tell(StageStarted(stage=task.stage, tasks=self._stage_sizes[task.stage]))
        self.store.path(task.file)
        self.log.tell(Started(task=task.id, stage=task.stage, label=task.label))

    def _finished(self, task: Task, outcome: Outcome, seconds: float) -> None:
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
        reason = self._reasons[task.id]
        self.made[task.id] = reason
        self.log.tell(Made(task=task.id, reason=reason, files=outcome.files, seconds=round(seconds, 3)))
        for what in outcome.downgrades:
            self.log.tell(Downgraded(task=task.id, what=what))

    def _drop_old(self, task: Task, outcome: Outcome) -> None:
        """Files that the artefact had before and has no more would be taken for its own: they go."""
        before = self.store.read(task.record)
        for name in set(before.files if before else ()) - set(outcome.files):
            self.store.path(name).unlink(missing_ok=True)

    def _progressed(self, task: str, done: int, total: int) -> None:
        self.log.tell(Progressed(task=task, done=done, total=total))

    def _lengths(self, speech: Iterable[Task]) -> dict[str, float]:
        return {task.id: float(self.records[task.id].data.get("seconds", 0.0)) for task in speech}

    def _sweep(self) -> None:
        """Remove what a killed run left half-written."""
        for path in self.store.root.rglob("*.part*"):
            if path.is_file() and (path.suffix == ".part" or ".part." in path.name):
                path.unlink()

    def _remove_strays(self, tasks: Iterable[Task]) -> None:
        """Artefacts of shots and entities that are no longer in the plan go; only files with our record."""
        kept = {task.record for task in tasks} | {"01_plan/plan.json"}
        for path in sorted(self.store.root.glob("0[2-6]_*/**/*.json")):
            name = path.relative_to(self.store.root).as_posix()
            record = None if name in kept else self.store.read(name)
            if record is None:
                continue
            for file in record.files:
                self.store.path(file).unlink(missing_ok=True)
            path.unlink()
            self.log.tell(Removed(file=name, reason="nothing in the plan needs it any more"))

    def _close(self, *, kill: bool = False) -> None:
        if self._executor is not None:
            self._executor.close(kill=kill)
            self._executor = None

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
            "shots": shots,
            "notes": [note.model_dump() for note in self.plan.notes],
            "downgrades": downgrades,
        }

    def _shot_row(self, shot: str) -> dict[str, Any]:
        spec = self.plan.shot(shot)
        record = self.records.get(f"shot:{shot}")
        return {
            "shot": shot,
            "frames": spec.frames,
            "seconds": spec.frames / self.plan.fps,
            "cast": list(spec.cast),
            "seconds_to_make": record.seconds if record else None,
            "downgrades": list(record.downgrades) if record else [],
        }


def _record(status: Status) -> Record:
    if status.record is None:
        raise ValueError("a current artefact has a record")
    return status.record


def _sizes(work: nx.DiGraph[str]) -> Mapping[str, int]:
    sizes: dict[str, int] = {}
    for node in work:
        stage = work.nodes[node]["task"].stage
        sizes[stage] = sizes.get(stage, 0) + 1
    return sizes
