"""Owns what a run folder tells of its making: why each artefact was made, runs, money, scores.

Everything is optional: what is not there is empty. Does not know: plans, pages.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.budget import LEDGER_FILE, Ledger
from agent.checking import FOLDER
from agent.store import Store

SHOWN_RUNS = 12
"""The newest runs that are told in full."""


@dataclass(frozen=True)
class Making:
    """How one artefact came to be, when it was made last."""

    task: str
    reason: str = ""
    seconds: float = 0.0
    retries: tuple[str, ...] = ()
    """Why it was tried again."""
    lost: tuple[str, ...] = ()
    """What is not as it was asked for."""


@dataclass
class Walk:
    """One run that made something, removed something or failed."""

    made: list[Making] = field(default_factory=list)
    reused: int = 0
    at: str = ""
    """When it began, in UTC; empty in logs that do not tell."""
    only: str = ""
    """What alone was made, when it was not the film."""
    seconds: float | None = None
    """None: it did not come to its end."""
    troubles: list[tuple[str, str]] = field(default_factory=list)
    """What was tried again, failed or was set aside, and why."""

    @property
    def told(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.made or self.troubles)


@dataclass(frozen=True)
class Cost:
    """Paid calls of one kind."""

    what: str
    where: str
    calls: int
    tokens: int
    usd: float | None
    """None: at least one price is not known."""


@dataclass(frozen=True)
class Money:
    """What was spent in a run folder, ever."""

    usd: float = 0.0
    limit: float | None = None
    rows: tuple[Cost, ...] = ()


@dataclass(frozen=True)
class Checked:
    """The numbers of the last `storyreel check`."""

    values: Mapping[str, float]
    """`measure/shot/other/entity` -> value; what could not be measured is absent."""
    failures: Mapping[str, tuple[Mapping[str, Any], ...]]
    """Shot -> what is on the wrong side of its threshold."""
    judged: Mapping[str, int]
    """Shot -> numbers that were compared with a threshold."""
    notes: tuple[str, ...] = ()

    def value(self, measure: str, shot: str, *, entity: str = "", other: str = "") -> float | None:
        """One number; None when it was not measured."""
        return self.values.get(f"{measure}/{shot}/{other}/{entity}")


def walks(store: Store) -> tuple[Walk, ...]:
    """The runs in the log that did something, oldest first, at most the newest twelve; planning joins its run."""
    found: list[Walk] = []
    now, fresh = Walk(), True
    for event in _events(store.root / "events.jsonl"):
        kind = event.get("kind")
        if kind == "run_started" and not fresh:
            found.append(now)
            now = Walk()
        fresh = _told(event, now)
    found.append(now)
    return tuple(walk for walk in found if walk.told)[-SHOWN_RUNS:]


def _told(event: Mapping[str, Any], walk: Walk) -> bool:
    """Take one event up; returns whether the next run may still join this one (only its plan was made)."""
    kind, task = event.get("kind"), str(event.get("task", ""))
    if kind == "run_started":
        walk.at, walk.only = str(event.get("at", "")), str(event.get("only", ""))
    elif kind == "made":
        walk.made.append(Making(task, str(event.get("reason", "")), float(event.get("seconds", 0.0))))
    elif kind == "reused":
        walk.reused += 1
    elif kind == "retried":
        walk.troubles.append((task, f"tried again: {event.get('reason', '')}"))
    elif kind == "tried_again":
        walk.troubles.append((task, _tried(event)))
    elif kind == "failed":
        walk.troubles.append((task, f"failed: {event.get('error', '')}"))
    elif kind == "removed":
        walk.troubles.append((str(event.get("file", "")), f"set aside: {event.get('reason', '')}"))
    elif kind == "done":
        walk.seconds = float(event.get("seconds", 0.0))
        return False
    return all(making.task == "plan" for making in walk.made) and not walk.troubles


def _tried(event: Mapping[str, Any]) -> str:
    """`attempt 2 of 3 is used, which its measures accept; the first: ...`."""
    verdict = "which its measures accept" if event.get("accepted") else "none is accepted by its measures"
    return f"attempt {event.get('kept')} of {event.get('attempts')} is used, {verdict}; the first: {event.get('why')}"


def makings(store: Store) -> dict[str, Making]:
    """Task -> how it was made last."""
    found: dict[str, Making] = {}
    retries: dict[str, list[str]] = {}
    lost: dict[str, list[str]] = {}
    for event in _events(store.root / "events.jsonl"):
        kind, task = event.get("kind"), str(event.get("task", ""))
        if kind == "retried":
            retries.setdefault(task, []).append(f"tried again: {event.get('reason', '')}")
        elif kind == "downgraded":
            lost.setdefault(task, []).append(str(event.get("what", "")))
        elif kind == "tried_again" and task in found:
            found[task] = dataclasses.replace(found[task], retries=(*found[task].retries, _tried(event)))
        elif kind == "made":
            lost.pop(task, None)
            again = tuple(retries.pop(task, ()))
            found[task] = Making(task, str(event.get("reason", "")), float(event.get("seconds", 0.0)), again)
    return {name: dataclasses.replace(making, lost=tuple(lost.get(name, ()))) for name, making in found.items()}


def _events(path: Path) -> Iterator[dict[str, Any]]:
    """The log; lines that a killed run left half-written are skipped."""
    if not path.is_file():
        return
    with path.open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict):
                yield event


def money(store: Store) -> Money:
    """What was spent, by what was called and what for; empty when nothing ever cost anything.

    Raises:
        MakeError: there is a ledger that cannot be read.
    """
    path = store.root / LEDGER_FILE
    if not path.is_file():
        return Money()
    ledger = Ledger(path, joins=True)
    calls: Counter[tuple[str, str]] = Counter()
    tokens: Counter[tuple[str, str]] = Counter()
    usd: dict[tuple[str, str], float | None] = {}
    for row in ledger.rows:
        kind = (row.spending.what, row.spending.where)
        calls[kind] += 1
        tokens[kind] += row.spending.prompt_tokens + row.spending.completion_tokens
        before = usd.get(kind, 0.0)
        usd[kind] = None if before is None or row.spending.usd is None else before + row.spending.usd
    rows = tuple(Cost(*kind, calls=calls[kind], tokens=tokens[kind], usd=usd[kind]) for kind in calls)
    return Money(usd=ledger.usd, limit=ledger.limit, rows=rows)


def checked(store: Store) -> Checked | None:
    """The numbers of the last check; None when the film was never checked."""
    try:
        found = json.loads((store.root / f"{FOLDER}/scores.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    values = {
        "/".join(str(row.get(name) or "") for name in ("measure", "shot", "other", "entity")): float(row["value"])
        for row in found.get("numbers", ())
        if row.get("value") is not None
    }
    verdicts = found.get("verdicts", ())
    return Checked(
        values=values,
        failures={row["shot"]: tuple(row.get("failures", ())) for row in verdicts},
        judged={row["shot"]: int(row.get("judged", 0)) for row in verdicts},
        notes=tuple(found.get("notes", ())),
    )
