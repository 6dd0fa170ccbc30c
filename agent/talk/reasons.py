"""Owns why something was made again: what the run folder's events and the film's history tell of a shot.

Does not know: terminals, how anything is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agent.events import read_events
from agent.outlook import Outlook

EVENTS = "events.jsonl"
KINDS: Mapping[str, str] = {
    "keyframe": "its still", "shot": "its clip", "join": "the join to the next shot", "line": "its speech",
}  # fmt: skip
PARTS: Mapping[str, str] = {
    "shot": "the shot", "scene": "light, weather, mood or place of its scene", "place": "the look of its place",
    "style": "the style", "format": "size or speed of the film", "seed": "its take", "title": "the title",
    "control": "how closely it keeps to its first drawing", "take": "the take that it belongs to",
    "handles": "the joins to its neighbours", "maker": "who draws it", "tie": "the hold on the clip before",
    "join": "the transition",
}  # fmt: skip
"""What a record calls a thing that it was made from -> in words."""
_INPUTS: Mapping[str, str] = {
    "reference": "the look of {}", "keyframe": "its still", "line": "what is said in it", "shot": "a clip beside it",
    "guide": "its first drawing",
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
            lines.append(f"{name} was made because {_worded(str(last[task]['reason']))}")
        row = next((row for row in seen.rows if row.task == task and row.state in ("stale", "kept")), None)
        if row is not None:
            lines.append(f"{name} is not current now: {_worded(row.reason)}")
    return tuple(lines)


def _worded(reason: str) -> str:
    kind, _, rest = reason.partition(": ")
    if kind == "changed":
        names = [_part(part) for part in rest.split(", ")]
        return f"{' and '.join(dict.fromkeys(names))} changed"
    if kind == "missing":
        return f"the file {rest} was not there"
    if kind == "altered on disk":
        return f"the file {rest} was changed by hand"
    return "it had never been made" if reason == "never made" else reason


def _part(name: str) -> str:
    kind, _, rest = name.partition(":")
    if rest:
        return _INPUTS.get(kind, kind).format(rest.replace("_", " "))
    return PARTS.get(name, name.replace("_", " "))
