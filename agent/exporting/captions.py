"""Owns the hand-off of subtitles: the film's own files, copied. Does not know: how they are written."""

from __future__ import annotations

from pathlib import Path

from agent.errors import MakeError
from agent.exporting.values import Exported
from agent.store import Store, write_text
from planners import Plan


def write(plan: Plan, store: Store, target: Path) -> Exported:
    """Copy film.srt or film.vtt, by the target's ending.

    Raises:
        MakeError: the film has not been made.
    """
    source = store.root / f"06_film/film{target.suffix}"
    if not source.is_file():
        raise MakeError(f"{source.name} is not there: make the film first", task="export")
    text = source.read_text(encoding="utf-8")
    write_text(target, text)
    silent = not any(shot.lines for shot in plan.shots)
    return Exported(files=(target,), notes=("Nobody speaks in this film: there are no subtitles.",) if silent else ())
