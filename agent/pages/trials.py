"""Owns what the check page tells of attempts: each still or clip that was made more than once, with pictures and why.

Does not know: how anything is tried, measured or made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.attic import FOLDER
from agent.pages.cards import called_in
from agent.pages.pictures import Encoded
from agent.stages import safe
from agent.store import Record, Store
from agent.tries import RETRIED_FILE
from consistency import Failure
from planners import Plan

KINDS = (("still", "03_keyframes", "png"), ("clip", "04_shots", "mp4"))
"""What is tried, its folder, and the ending of its file."""
_SHOWN = 16

Pictured = Callable[[Path, int], Encoded | None]
"""A picture file, or so many frames into a clip."""


@dataclass(frozen=True)
class Try:
    """One attempt."""

    number: int
    used: bool
    accepted: bool
    changes: str
    """What was changed for it; empty for the first."""
    failures: tuple[str, ...]
    picture: Encoded | None
    regions: tuple[tuple[float, float, float, float], ...] = ()
    """What of it was painted anew: left, top, width and height in percent."""


@dataclass(frozen=True)
class Tried:
    """One artefact that was made more than once, or that no attempt was accepted of."""

    shot: int
    what: str
    tries: tuple[Try, ...]


@dataclass(frozen=True)
class Redone:
    """One shot that was made again after the film's check."""

    shot: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    used: str


def tried(plan: Plan, store: Store, pictured: Pictured) -> tuple[Tried, ...]:
    """Every artefact with more than one attempt, in film order, and those whose only one was not accepted."""
    found = []
    for index, shot in enumerate(plan.shots, 1):
        for what, folder, ending in KINDS:
            file = f"{folder}/{safe(shot.id)}.{ending}"
            record = store.read(file.rsplit(".", 1)[0] + ".json")
            rows = record.data.get("attempts", []) if record else []
            if record and (len(rows) > 1 or any(not row["accepted"] for row in rows)):
                found.append(Tried(index, what, tuple(_tries(store, record, file, rows, pictured))))
    return tuple(found)


def redone(plan: Plan, store: Store) -> tuple[tuple[Redone, ...], tuple[str, ...]]:
    """What `storyreel check --retry` did last, and why it left other shots alone."""
    numbers = {shot.id: index for index, shot in enumerate(plan.shots, 1)}
    names = called_in(plan)
    try:
        told = json.loads((store.root / RETRIED_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return (), ()
    rows = tuple(
        Redone(numbers[row["shot"]], _said(row["before"], names), _said(row["after"], names), row["kept"])
        for row in told.get("retried", ())
        if row["shot"] in numbers
    )
    return rows, tuple(told.get("notes", ()))


def _tries(store: Store, record: Record, file: str, rows: list[dict[str, Any]], pictured: Pictured) -> Iterator[Try]:
    home = store.root / FOLDER / file.rsplit(".", 1)[0] / f"tries-{record.key[:_SHOWN]}"
    for row in rows:
        picture = pictured(home / str(row["attempt"] - 1) / file, _middle(record))
        steps = [step["advice"] for step in row["steps"] if step["number"] == row["attempt"] - 1]
        regions = tuple(_percent(step["region"]) for step in steps if step.get("region"))
        changes = ", ".join(row["changes"])
        yield Try(row["attempt"], row["kept"], row["accepted"], changes, tuple(row["failures"]), picture, regions)


def _middle(record: Record) -> int:
    return int(record.data.get("frames", 0)) // 2


def _percent(box: list[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (round(100 * edge, 2) for edge in box)
    return x0, y0, round(x1 - x0, 2), round(y1 - y0, 2)


def _said(verdict: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, ...]:
    if verdict["accepted"]:
        return ("accepted",)
    return tuple(Failure.model_validate(row).sentence(names) for row in verdict["failures"])
