"""Owns why something was made again: what the run folder's events and the film's history tell of a shot.

Does not know: terminals, how anything is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agent.events import read_events
from agent.outlook import Outlook, worded

EVENTS = "events.jsonl"
KINDS: Mapping[str, str] = {
    "keyframe": "its still", "shot": "its clip", "join": "the join to the next shot", "line": "its speech",
}  # fmt: skip


def reasons(root: Path, shot_id: str, seen: Outlook) -> tuple[str, ...]:
    """Why the parts of a shot were made the last time, and why they would be made now; one line each."""
    last: dict[str, dict[str, Any]] = {}
    for event in read_events(root / EVENTS):
        if event["kind"] == "made":
            last[event["task"]] = event
    lines = []
    for kind, name in KINDS.items():
        task = f"{kind}:{shot_id}"
        if task in last:
            lines.append(f"{name} was made because {worded(str(last[task]['reason']))}")
        row = next((row for row in seen.rows if row.task == task and row.state in ("stale", "kept")), None)
        if row is not None:
            lines.append(f"{name} is not current now: {worded(row.reason)}")
    return tuple(lines)
