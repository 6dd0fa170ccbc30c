"""Owns what a run tells the world: typed events, written to `events.jsonl` and passed to listeners.

Does not know: who listens, what a stage does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class Event(BaseModel):
    """Base of all events."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str


class RunStarted(Event):
    """A run begins: how many artefacts there are, how many must be made."""

    kind: Literal["run_started"] = "run_started"
    run: str
    tasks: int
    stale: int
    at: str = ""
    """When, in UTC."""
    only: str = ""
    """What alone is made, when it is not the film."""


class MoreFound(Event):
    """More artefacts are known by now: how many, how many of them must be made."""

    kind: Literal["more_found"] = "more_found"
    tasks: int
    stale: int


class StageStarted(Event):
    """The first work of a stage begins."""

    kind: Literal["stage_started"] = "stage_started"
    stage: str
    tasks: int


class Reused(Event):
    """An artefact is current and was not made again."""

    kind: Literal["reused"] = "reused"
    task: str
    reason: str


class Started(Event):
    """Work on an artefact begins."""

    kind: Literal["started"] = "started"
    task: str
    stage: str
    label: str


class Progressed(Event):
    """Part of an artefact is done (not written to the log)."""

    kind: Literal["progressed"] = "progressed"
    task: str
    done: int
    total: int


class Made(Event):
    """An artefact was made, and why."""

    kind: Literal["made"] = "made"
    task: str
    reason: str
    files: tuple[str, ...]
    seconds: float


class Downgraded(Event):
    """Something is not as it was asked for."""

    kind: Literal["downgraded"] = "downgraded"
    task: str
    what: str


class Placement(Event):
    """Where and how a generator computes: device, number type, memory setting; told once per generator and stage."""

    kind: Literal["placement"] = "placement"
    stage: str
    generator: str
    where: str


class Removed(Event):
    """A file that no part of the plan needs any more was set aside."""

    kind: Literal["removed"] = "removed"
    file: str
    reason: str


class Retried(Event):
    """A worker died over an artefact, which is tried once more."""

    kind: Literal["retried"] = "retried"
    task: str
    reason: str


class TriedAgain(Event):
    """An artefact was made more than once, because its measures did not accept it."""

    kind: Literal["tried_again"] = "tried_again"
    task: str
    attempts: int
    kept: int
    """Which attempt is used, counted from 1."""
    accepted: bool
    why: str
    """What was wrong with the first."""


class Failed(Event):
    """An artefact could not be made."""

    kind: Literal["failed"] = "failed"
    task: str
    error: str


class Asked(Event):
    """A question to a language model is on its way (not written to the log)."""

    kind: Literal["asked"] = "asked"
    prompt: str
    where: str
    model: str
    doing: str
    letters: int


class Spent(Event):
    """A call of a hosted model is over: what it took; `usd` is None when the price is not known."""

    kind: Literal["spent"] = "spent"
    what: str
    where: str
    prompt_tokens: int
    completion_tokens: int
    usd: float | None
    seconds: float
    cached: bool = False
    total_usd: float
    """Sum of the run folder's ledger so far."""


class Done(Event):
    """The run has ended well."""

    kind: Literal["done"] = "done"
    film: str
    """Its file; empty when only parts were made."""
    made: int
    reused: int
    seconds: float


Listener = Callable[[Event], None]


class EventLog:
    """Appends events to a file, one JSON object a line, and tells every listener."""

    def __init__(self, path: Path | None, listeners: tuple[Listener, ...] = ()) -> None:
        self._path = path
        self._listeners = listeners

    def tell(self, event: Event) -> None:
        """Log and pass on one event; progress is passed on only."""
        if self._path is not None and not isinstance(event, (Progressed, Asked)):
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write(event.model_dump_json() + "\n")
        for listener in self._listeners:
            listener(event)


def read_events(path: Path) -> Iterator[dict[str, Any]]:
    """The events of a log, oldest first; a line that a killed run left half-written is passed over."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as stream:
        for line in stream:
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict) and "kind" in event:
                yield event
