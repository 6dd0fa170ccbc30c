"""Owns which sounds of the world are heard when: ambience runs through the cuts of its scene and over its ends.

What is of the place (rain, waves, a fire, a crowd) is heard from its first shot of a scene to its last, also where the
camera looks elsewhere; a scene with none of it has the tone of its room instead of silence. Where a transition overlaps
in sound, the next scene's ambience comes before its picture and the former one's ends after it. Does not know: how
anything sounds, speech, music.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from agent.jobs import Heard
from agent.timeline import Timeline
from planners import Plan, Shot

AMBIENT = frozenset({"rain", "wind", "waves", "water", "fire", "crowd", "engine", "birds"})
"""Sounds of a place, which do not begin and end with a shot."""
ROOM = "room"
"""The tone of a place in which nothing else sounds."""


class Span(NamedTuple):
    """A sound from one frame of the film to another."""

    name: str
    start: int
    end: int


def effects_of(plan: Plan, line: Timeline) -> tuple[Heard, ...]:
    """Every sound of the film, in order; one that goes on over a cut is one sound."""
    spans = [span for shot in plan.shots for span in _own(shot, line)]
    first = 0
    for _, group in itertools.groupby(plan.shots, key=lambda shot: shot.scene):
        shots = list(group)
        spans += _ambience(plan, line, shots, first)
        first += len(shots)
    heard = [
        Heard(name=name, start=start / plan.fps, seconds=(end - start) / plan.fps, seed=plan.seed)
        for name, start, end in _merged(spans)
    ]
    return tuple(sorted(heard, key=lambda item: (item.start, item.name)))


def _own(shot: Shot, line: Timeline) -> list[Span]:
    """What sounds in this shot alone."""
    start = line.starts[shot.id]
    return [Span(name, start, start + shot.frames) for name in dict.fromkeys(shot.effects) if name not in AMBIENT]


def _ambience(plan: Plan, line: Timeline, shots: Sequence[Shot], first: int) -> list[Span]:
    """The sounds of one scene's place, `first` being the number of its first shot in the film."""
    before = plan.shots[first - 1].transition if first else None
    after = shots[-1].transition
    begins, ends = line.starts[shots[0].id], line.starts[shots[-1].id] + shots[-1].frames
    out: list[Span] = []
    for name in sorted({name for shot in shots for name in shot.effects if name in AMBIENT}) or [ROOM]:
        there = [shot for shot in shots if name in shot.effects] or list(shots)
        start, end = line.starts[there[0].id], line.starts[there[-1].id] + there[-1].frames
        start -= before.lead if before and start == begins else 0
        end += after.trail if end == ends and first + len(shots) < len(plan.shots) else 0
        out.append(Span(name, max(start, 0), end))
    return out


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Sounds of one name that touch or overlap, as one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and out[-1].name == span.name and span.start <= out[-1].end:
            out[-1] = out[-1]._replace(end=max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
