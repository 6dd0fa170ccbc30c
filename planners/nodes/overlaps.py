"""Owns sound that does not end where the picture does: J-cuts and L-cuts of speech, and how long they are.

A J-cut lets the next shot be heard before it is seen, an L-cut lets a shot be heard after it was seen. Voices that are
seen speaking in the other shot are not moved: they would be heard from closed lips. Does not know: sounds, the mix.
"""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from planners.plan import Line, Plan, Shot, Transition

ASKED_SECONDS = 0.8
"""Length of a J- or L-cut that the author asks for."""
LEAD_SECONDS, TRAIL_SECONDS = 0.5, 0.4
"""Where time or place changes: so much earlier the next scene is heard, so much longer the former one."""
GAP_SECONDS = 0.25
"""Silence that stays between two voices."""


def overlapping(join: Transition, asked: Set[str], *, changes: bool, fps: int, most: int) -> Transition:
    """A transition with its overlap of sound.

    Args:
        join: How the picture changes.
        asked: `lead`, `trail`, or both, when the author asks for a J-cut or an L-cut.
        changes: Whether time or place changes; then sound overlaps unasked.
        fps: Frames per second.
        most: Longest overlap in frames.
    """
    usual = {"lead": LEAD_SECONDS, "trail": TRAIL_SECONDS} if changes and not asked else {}
    seconds = {name: ASKED_SECONDS if name in asked else usual.get(name, 0.0) for name in ("lead", "trail")}
    return join.model_copy(update={name: min(round(length * fps), most) for name, length in seconds.items()})


def overlapped(plan: Plan) -> Plan:
    """The plan with the voices at its joins moved over the cuts, where there is room. Done twice it does no more."""
    shots = list(plan.shots)
    gap = round(GAP_SECONDS * plan.fps)
    for index, (a, b) in enumerate(pairwise(plan.shots)):
        a, b = shots[index], shots[index + 1]
        room = _silence(a, b) - gap
        if a.transition.lead and b.lines and not _seen(b.lines[0], a):
            b = _earlier(b, min(a.transition.lead, room))
        elif a.transition.trail and a.lines and not _seen(a.lines[-1], b):
            a = _later(a, min(a.transition.trail, room))
        shots[index], shots[index + 1] = a, b
    return plan.model_copy(update={"shots": tuple(shots)})


def _silence(a: Shot, b: Shot) -> int:
    """Frames between the last voice of a shot and the first one of the next."""
    before = a.frames - (a.lines[-1].start + a.lines[-1].frames) if a.lines else a.frames
    return before + (b.lines[0].start if b.lines else b.frames)


def _seen(line: Line, other: Shot) -> bool:
    return line.speaker is not None and not line.off and line.speaker in other.cast


def _earlier(shot: Shot, frames: int) -> Shot:
    """With its first line so much earlier, when that brings it over the cut; lines after it stay."""
    first = shot.lines[0]
    if not 0 <= first.start < frames:
        return shot
    moved = first.model_copy(update={"start": first.start - frames})
    return shot.model_copy(update={"lines": (moved, *shot.lines[1:])})


def _later(shot: Shot, frames: int) -> Shot:
    """With its last line so much later, when that brings it over the cut."""
    last = shot.lines[-1]
    end = last.start + last.frames
    if not end <= shot.frames < end + frames:
        return shot
    moved = last.model_copy(update={"start": last.start + frames})
    return shot.model_copy(update={"lines": (*shot.lines[:-1], moved)})
