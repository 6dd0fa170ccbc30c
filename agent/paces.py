"""Owns how long work takes: from the records of the run folder, else from figures that were measured and shipped.

What nobody measured is not known, and said so. Does not know: money, how anything is made.
"""

from __future__ import annotations

import functools
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from agent.spans import UNKNOWN, Span
from agent.stages import Task
from agent.store import Record, Store
from planners import Plan

CLIPS = frozenset({"shot", "guide:shot", "card"})
"""Kinds of tasks whose work grows with their frames."""
LIKE: Mapping[str, str] = {
    "guide:keyframe": "keyframe", "guide:last": "keyframe", "last": "keyframe", "guide:reference": "reference",
    "guide:shot": "shot",
}  # fmt: skip
"""Kinds of tasks that are the same work as another."""


class Paces:
    """How quick each kind of work is, by who does it."""

    def __init__(self, tasks: Sequence[Task], plan: Plan, store: Store) -> None:
        """Read what the folder tells of work that was done there."""
        self._pixels = plan.size[0] * plan.size[1] / 1e6
        self._known: dict[tuple[str, str], list[float]] = defaultdict(list)
        for task in tasks:
            record = store.read(task.record)
            if record is not None and record.seconds > 0:
                self._known[_kind(task), _maker(record.parts)].append(record.seconds / _size(task))
        self._film = _film_pace(store, plan)
        self._unknown: set[str] = set()
        self._shipped: set[str] = set()

    def of(self, task: Task, attempts: int = 1) -> Span:
        """Seconds that a task takes when it is done once, or as often as it may be."""
        found = self._known.get((_kind(task), _maker(task.parts)))
        if found:
            return Span(least=min(found) * _size(task), most=max(found) * _size(task) * attempts)
        row = _row(_kind(task), _maker(task.parts))
        if row is None:
            self._unknown.add(f"{_kind(task)} by {_maker(task.parts).partition('@')[0] or 'this machine'}")
            return UNKNOWN
        self._shipped.add(_machine())
        scale = _size(task) * (1.0 if task.stage == "voices" else self._pixels)
        return Span(least=row[0] * scale, most=row[1] * scale * attempts)

    def film(self, plan: Plan) -> Span:
        """Seconds for encoding, mixing and joining the film."""
        if self._film is not None:
            return Span(least=self._film * plan.frames, most=self._film * plan.frames)
        row = _row("film", "")
        if row is None:
            return UNKNOWN
        self._shipped.add(_machine())
        return Span(least=row[0] * self._pixels * plan.frames, most=row[1] * self._pixels * plan.frames)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the figures are from, where it is not this folder, and what is not known."""
        notes = [f"Seconds are those of another machine: {name}." for name in sorted(self._shipped)]
        if self._unknown:
            notes.append(f"How long these take was not measured yet: {', '.join(sorted(self._unknown))}.")
        return tuple(notes)


def _kind(task: Task) -> str:
    return "line" if task.stage == "voices" else task.id.rpartition(":")[0] or task.id


def _maker(parts: Mapping[str, str]) -> str:
    return parts.get("maker", "")


def _size(task: Task) -> float:
    """What the seconds of a task grow with."""
    return task.weight if _kind(task) in CLIPS else 1.0


def _film_pace(store: Store, plan: Plan) -> float | None:
    """Seconds per frame of the folder's last film."""
    if not plan.frames or not (store.root / "06_film").is_dir():
        return None
    paths = sorted((store.root / "06_film").glob("**/*.json"))
    found = [record for path in paths if isinstance(record := _read(store, path.relative_to(store.root)), Record)]
    return sum(record.seconds for record in found) / plan.frames if found else None


def _read(store: Store, path: Any) -> Record | None:
    return store.read(path.as_posix())


@functools.cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("agent") / "paces.json").read_text(encoding="utf-8"))
    return found


def _row(kind: str, maker: str) -> tuple[float, float] | None:
    """Least and most seconds per million pixels, and per frame where the work grows with frames."""
    row = _table()["makers"].get(maker.partition("@")[0], {}).get(LIKE.get(kind, kind))
    return (row[0], row[1]) if row else None


def _machine() -> str:
    return str(_table()["machine"])
