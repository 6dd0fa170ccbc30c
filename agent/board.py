"""Owns the board of a film: one row a shot with its state, length, cast, scores and what became of it.

Pure reading of a run folder; nothing is loaded or made. Does not know: terminals.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from agent.events import read_events
from agent.outlook import Outlook, Row, outlook, worded
from agent.settings import Settings
from agent.stages import safe
from agent.store import Store
from planners import Plan, Shot

ShotState = Literal["missing", "current", "stale", "failed", "kept", "yours"]
"""Never made; as it is wanted; made from something else; the last attempt failed; kept from before and brought back;
your own file."""
SCORES = "07_check/scores.json"
_EVENTS = "events.jsonl"


class BoardShot(BaseModel):
    """One shot on the board."""

    model_config = ConfigDict(frozen=True)

    number: int
    shot: str
    text: str
    state: ShotState
    reason: str
    """Why it is in this state."""
    seconds: float
    cast: tuple[str, ...]
    """Names."""
    accepted: bool | None
    """What the last check found; None when it was not measured as it is now."""
    failures: tuple[str, ...] = ()
    """Measures that failed."""
    spent: float | None = None
    """US dollars that were paid for it, when anything was."""
    keyframe: Path | None = None


class Board(BaseModel):
    """Every shot of a film."""

    model_config = ConfigDict(frozen=True)

    title: str
    shots: tuple[BoardShot, ...]

    def text(self) -> str:
        """As plain lines."""
        head = ("shot", "state", "length", "checked", "paid", "what happens (who)")
        rows = [
            (str(row.number), row.state, f"{row.seconds:.1f} s", _checked(row), _paid(row), row.text)
            for row in self.shots
        ]
        widths = [max(len(row[at]) for row in (head, *rows)) for at in range(5)]
        lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(head[:5], widths, strict=True)), head[5]])]
        for shot, row in zip(self.shots, rows, strict=True):
            told = "  ".join(cell.ljust(width) for cell, width in zip(row[:5], widths, strict=True))
            cast = f" ({', '.join(shot.cast)})" if shot.cast else ""
            why = f" <- {_why(shot)}" if shot.state in ("stale", "failed") else ""
            lines.append(f"{told}  {_short(row[5])}{cast}{why}")
        return "\n".join(lines)


def _why(shot: BoardShot) -> str:
    return worded(shot.reason) if shot.state == "stale" else shot.reason


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _checked(row: BoardShot) -> str:
    if row.accepted is None:
        return "-"
    return "ok" if row.accepted else ", ".join(row.failures) or "fails"


def _paid(row: BoardShot) -> str:
    return "-" if row.spent is None else f"${row.spent:.2f}"


def board(plan: Plan, store: Store, settings: Settings, *, seen: Outlook | None = None) -> Board:
    """The board of a film as it lies in its run folder.

    Args:
        plan: The film.
        store: Of its run folder.
        settings: With which generators it is made.
        seen: What making it would do, when that is known already.

    Raises:
        GeneratorError: a generator is unknown, or cannot make this film.
    """
    rows = {row.task: row for row in (seen or outlook(plan, settings, store)).rows}
    verdicts, lost, paid = _verdicts(store.root), _failures(store.root), _spent(store.root)
    return Board(
        title=plan.title,
        shots=tuple(
            _shot(plan, shot, number, rows, verdicts.get(shot.id), lost, paid.get(shot.id), store.root)
            for number, shot in enumerate(plan.shots, 1)
        ),
    )


def _shot(
    plan: Plan,
    shot: Shot,
    number: int,
    rows: Mapping[str, Row],
    verdict: Mapping[str, Any] | None,
    lost: Mapping[str, str],
    spent: float | None,
    root: Path,
) -> BoardShot:
    tasks = [f"keyframe:{shot.id}", f"shot:{shot.id}"]
    state, reason = _state(shot, [rows[name] for name in tasks if name in rows], [lost.get(name, "") for name in tasks])
    judged = verdict if state == "current" or state == "yours" else None
    still = root / f"03_keyframes/{safe(shot.id)}.png"
    return BoardShot(
        number=number,
        shot=shot.id,
        text=shot.text,
        state=state,
        reason=reason,
        seconds=shot.frames / plan.fps,
        cast=tuple(plan.entities[name].name for name in shot.cast if name in plan.entities),
        accepted=None if judged is None else bool(judged.get("accepted", not judged.get("failures"))),
        failures=tuple(str(row.get("measure", "")) for row in (judged or {}).get("failures", ())),
        spent=spent,
        keyframe=still if still.is_file() else None,
    )


def _state(shot: Shot, rows: Sequence[Row], lost: Sequence[str]) -> tuple[ShotState, str]:
    """The worst of the still's and the clip's."""
    failed = next((text for text in lost if text), "")
    waiting = [row for row in rows if row.state in ("missing", "stale", "kept")]
    if failed and waiting:
        return "failed", failed
    for state in ("stale", "missing", "kept"):
        row = next((row for row in waiting if row.state == state), None)
        if row is not None:
            return row.state, row.reason
    if shot.keyframe or shot.clip or any(row.by_hand for row in rows):
        return "yours", shot.clip or shot.keyframe or "replaced by hand"
    return "current", ""


def _verdicts(root: Path) -> Mapping[str, Mapping[str, Any]]:
    path = root / SCORES
    if not path.is_file():
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    return {row["shot"]: row for row in found.get("verdicts", ())}


def _failures(root: Path) -> Mapping[str, str]:
    """Task -> what went wrong, where nothing was made since."""
    lost: dict[str, str] = {}
    for event in read_events(root / _EVENTS):
        if event.get("kind") == "failed":
            lost[event["task"]] = str(event["error"])
        elif event.get("kind") == "made":
            lost.pop(event["task"], None)
    return lost


def _spent(root: Path) -> Mapping[str, float]:
    """Shot id -> dollars."""
    paid: dict[str, float] = {}
    for event in read_events(root / _EVENTS):
        if event.get("kind") == "spent" and event.get("usd"):
            for name in str(event.get("where", "")).replace(":", " ").split():
                if name.startswith("shot_"):
                    paid[name] = paid.get(name, 0.0) + float(event["usd"])
    return paid
