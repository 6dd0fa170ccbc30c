"""Owns takes: variants of one shot, made beside the film, measured, shown on a sheet, and remembered in `takes.json`.

A take is an edit. What it makes ends in the attic under its keys, so the film stays as it is, and picking a take brings
its files back. A take is written down before it is made: a run that was killed goes on with it. Does not know: how
edits are carried out, how a film is put together.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from agent.attic import Attic
from agent.checking import footage_of_shot, masks_of, references
from agent.edits import Edit, SetCamera, SetSeed, apply_edits
from agent.outlook import needed, tasks_of
from agent.settings import Settings
from agent.store import Store, write_text
from agent.timeline import timeline
from consistency import check_shot, judge, look_of
from generators import ImageGenerator, VideoGenerator, capabilities
from planners import Framing, Plan, PlanError

FILE, FOLDER = "takes.json", "takes"
SCHEMA = "storyreel/takes@1"
SHOWN = ("identity_reference", "identity_within", "presence", "dynamic_degree", "flicker")
"""Measures that stand with a take; all others count for its verdict."""
Vary = Literal["auto", "seed", "camera"]
FRAMINGS: tuple[Framing, ...] = (
    "extreme wide", "wide", "full", "medium wide", "medium", "medium close-up", "close-up", "extreme close-up",
)  # fmt: skip


class Take(BaseModel):
    """One variant of a shot."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int = Field(ge=1)
    differs: str
    """What is other than in the film, in words."""
    edits: tuple[Edit, ...]
    made: datetime | None = None
    """None: not yet."""
    keys: dict[str, str] = {}
    """Record file -> key of everything that belongs to it alone."""
    scores: dict[str, float] = {}
    """The worst number of some measures."""
    accepted: bool | None = None
    """Whether all measures accept it; None: nothing could be judged."""
    failures: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: str = Field(default=SCHEMA, alias="schema")
    shots: dict[str, tuple[Take, ...]] = {}


Make = Callable[[Plan, Sequence[str]], None]
"""Makes some tasks of a plan, by their ids, in place."""


class Takes:
    """The takes of one run folder."""

    def __init__(self, store: Store, settings: Settings) -> None:
        """Take the folder; nothing is read or written yet."""
        self._store, self._settings, self._attic = store, settings, Attic(store)

    def all(self) -> dict[str, tuple[Take, ...]]:
        """Shot id -> its takes in their order; none when nothing was made, or the file is damaged."""
        try:
            text = (self._store.root / FILE).read_text(encoding="utf-8")
            return dict(_File.model_validate_json(text).shots)
        except (OSError, ValidationError):
            return {}

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

    def queue(self, plan: Plan, shots: Iterable[str], count: int, vary: Vary | Sequence[Sequence[Edit]]) -> None:
        """Write down which takes are to be made; those that an earlier run left count.

        Raises:
            PlanError: no such shot, or not so many variants of it.
        """
        rows = self.all()
        for shot in shots:
            before = rows.get(shot, ())
            left = count - sum(1 for item in before if item.made is None)
            fresh = _fresh(plan, shot, self._variants(plan, shot, vary), before, left)
            rows[shot] = (*before, *fresh)
        self._write(rows)

    def make(self, plan: Plan, shots: Sequence[str], make: Make) -> None:
        """Make the queued takes of shots; afterwards the film's own artefacts are in their places again."""
        try:
            for shot in shots:
                for item in self.of(shot):
                    if item.made is None:
                        self._replace(shot, self._made(plan, shot, item, make))
        finally:
            self.put_back(plan)
        for shot in shots:
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
        record = f"04_shots/{shot}.json"
        now = self._store.read(record)
        key = item.keys.get(record, "")
        if now is not None and now.key == key:
            return self._store.root / f"04_shots/{shot}.mp4"
        path = self._attic.file(record, key, f"04_shots/{shot}.mp4")
        return path if path.is_file() else None

    def sheet(self, plan: Plan, shot: str) -> Path:
        """All takes of a shot side by side, the film's own first; returns the picture's file."""
        rows = [("as it is in the film", self._store.root / f"04_shots/{shot}.mp4")]
        rows += [(_caption(item), path) for item in self.of(shot) if (path := self.clip(shot, item))]
        file = self._store.path(f"{FOLDER}/{shot}.png")
        importlib.import_module("agent.takesheet").draw(rows, file)
        return file

    def _made(self, plan: Plan, shot: str, item: Take, make: Make) -> Take:
        changed = apply_edits(plan, item.edits)
        tasks = tasks_of(changed, self._settings, self._store)
        make(changed, needed(shot, tasks))
        own = {task.record: task.key for task in tasks if task.label == shot and task.stage in ("keyframes", "shots")}
        return item.model_copy(update={"keys": own, "made": datetime.now(UTC), **self._measured(changed, shot)})

    def _measured(self, plan: Plan, shot: str) -> dict[str, Any]:
        spec = plan.shot(shot)
        video = self._store.root / f"04_shots/{shot}.mp4"
        footage = footage_of_shot(plan, spec, video, timeline(plan).handles[shot].head)
        looks = tuple(look_of(sheet, self._store.root) for sheet in references(plan, self._store))
        found = check_shot(footage, looks, masks=masks_of(self._store))
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
        if not isinstance(vary, str):
            return (tuple(edits) for edits in vary)
        if vary == "auto":
            names = (
                capabilities(self._settings.keyframes, ImageGenerator),
                capabilities(self._settings.shots, VideoGenerator),
            )
            vary = "seed" if any(able.guided for able in names) else "camera"
        return _seeds(plan, shot) if vary == "seed" else _cameras(plan, shot)

    def _keys(self) -> set[str]:
        return {key for rows in self.all().values() for item in rows for key in item.keys.values()}

    def _replace(self, shot: str, item: Take) -> None:
        rows = self.all()
        rows[shot] = tuple(item if row.number == item.number else row for row in rows[shot])
        self._write(rows)

    def _write(self, rows: Mapping[str, tuple[Take, ...]]) -> None:
        text = _File(shots=dict(rows)).model_dump_json(indent=1, by_alias=True)
        write_text(self._store.path(FILE), text + "\n")


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
        yield Take(number=number + made, differs=_told(edits), edits=edits)
    if made < count:
        raise PlanError(f"there are only {made} more variants of {shot}: vary something else, or say what")


def _applied(plan: Plan, edits: Sequence[Edit]) -> Plan | None:
    """The plan with edits; None when they cannot be carried out."""
    try:
        return apply_edits(plan, edits)
    except PlanError:
        return None


def _seeds(plan: Plan, shot: str) -> Iterator[tuple[Edit, ...]]:
    first = plan.shot(shot).seed
    for number in range(1, 1000):
        seed = int.from_bytes(hashlib.sha256(f"take {number} of {shot} {first}".encode()).digest()[:4], "big")
        yield (SetSeed(shots=(shot,), seed=seed),)


def _cameras(plan: Plan, shot: str) -> Iterator[tuple[Edit, ...]]:
    """Closer, wider, from below, with another move, from above, and so on: the same for the same shot each time."""
    now = plan.shot(shot).camera
    at = FRAMINGS.index(now.framing)
    closer, wider = FRAMINGS[min(at + 2, len(FRAMINGS) - 1)], FRAMINGS[max(at - 2, 0)]
    moving: Any = "static" if now.move != "static" else "zoom in"
    changes: tuple[dict[str, Any], ...] = (
        {"framing": closer},
        {"framing": wider},
        {"angle": "low"},
        {"move": moving},
        {"angle": "high"},
        {"framing": FRAMINGS[min(at + 1, len(FRAMINGS) - 1)], "move": "left"},
        {"framing": FRAMINGS[max(at - 1, 0)], "move": "right"},
        {"framing": closer, "angle": "low"},
        {"framing": wider, "angle": "high"},
        {"move": "zoom out"},
    )
    for change in changes:
        if any(getattr(now, name) != value for name, value in change.items()):
            yield (SetCamera(shots=(shot,), **change),)


_EDITS: TypeAdapter[tuple[Edit, ...]] = TypeAdapter(tuple[Edit, ...])


def _json(edits: tuple[Edit, ...]) -> bytes:
    return _EDITS.dump_json(edits)


def _told(edits: Iterable[Edit]) -> str:
    """What edits change, in a few words: `framing close-up, move zoom in`."""
    parts = []
    for edit in edits:
        values = edit.model_dump(exclude_none=True, exclude={"op", "shot", "shots"})
        parts += [f"{name} {value}" for name, value in values.items() if value != ""]
    return ", ".join(parts)


def _caption(item: Take) -> str:
    state = {True: "accepted", False: "not accepted", None: "not judged"}[item.accepted]
    scores = ", ".join(f"{name.replace('_', ' ')} {value:.2f}" for name, value in item.scores.items())
    return f"{item.number}: {item.differs}\n{state}\n{scores}"
