"""Owns what makes a plan valid: pure checks, Plan -> what is wrong, where, and what would mend it.

Does not know: how plans are made or mended.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Literal

from planners.lens import SPAN, overlap
from planners.plan import Frozen, Plan, Shot, project, window

Severity = Literal["error", "warning"]
HIDDEN = 0.72
"""Share of the smaller of two figures that the other may cover."""
OUTSIDE = 0.35
"""Share of an acting figure that must be seen at some moment of its shot."""
MOMENTS = (0.0, 0.25, 0.5, 0.75, 1.0)


class Problem(Frozen):
    """One thing that is wrong with a plan."""

    check: str
    where: str
    what: str
    fix: str
    severity: Severity = "warning"


def check_plan(plan: Plan) -> tuple[Problem, ...]:
    """Everything that is wrong, errors first."""
    found = [problem for check in CHECKS for problem in check(plan)]
    return tuple(sorted(found, key=lambda problem: problem.severity != "error"))


def ids_resolve(plan: Plan) -> Iterator[Problem]:
    """Every id that is named exists, and ids are unique."""
    scenes, shots = {scene.id for scene in plan.scenes}, [shot.id for shot in plan.shots]
    for twice in {name for name in shots if shots.count(name) > 1}:
        yield _error("ids", twice, "two shots have this id", "give one of them another id")
    for scene in plan.scenes:
        if scene.place not in plan.entities:
            yield _error("ids", scene.id, f"no entity {scene.place!r}", "name a place of `entities`")
    for shot in plan.shots:
        if shot.scene not in scenes:
            yield _error("ids", shot.id, f"no scene {shot.scene!r}", f"one of {sorted(scenes)}")
        yield from _names_of(plan, shot)


def _names_of(plan: Plan, shot: Shot) -> Iterator[Problem]:
    known = set(plan.entities)
    keys = {track.key for track in shot.layout}
    for track in shot.layout:
        if track.entity not in known:
            yield _error("ids", f"{shot.id}.{track.key}", f"no entity {track.entity!r}", "name one of `entities`")
        elif track.stage and track.stage not in {stage.id for stage in plan.entities[track.entity].stages}:
            yield _error("ids", f"{shot.id}.{track.key}", f"no stage {track.stage!r}", "name a stage of the entity")
        if track.held_by and track.held_by not in keys:
            yield _error("ids", f"{shot.id}.{track.key}", f"held by {track.held_by!r}, not on stage", "drop held_by")
    wished = shot.prompt.first if shot.prompt else ()
    for name in (*shot.cast, *wished, *(line.speaker for line in shot.lines if line.speaker)):
        if name not in known:
            yield _error("ids", shot.id, f"no entity {name!r}", "name one of `entities`")
    for beat in shot.beats:
        for name in (*beat.actors, *beat.targets):
            if name.split("#")[0] not in known:
                yield _error("ids", f"{shot.id}.{beat.id}", f"no entity {name!r}", "name one of `entities`")


def lengths_hold(plan: Plan) -> Iterator[Problem]:
    """Lines lie in their shots, as far as these do not overlap in sound, and one after another."""
    lead = 0
    for shot in plan.shots:
        end, lead = -lead, shot.transition.lead
        for line in shot.lines:
            if line.start < end:
                yield _error("lines", f"{shot.id}.{line.id}", "begins before the line before it ends", "move it")
            if line.start + line.frames > shot.frames + shot.transition.trail:
                yield _error("lines", f"{shot.id}.{line.id}", "is longer than its shot", "make the shot longer")
            end = line.start + line.frames


def events_covered(plan: Plan) -> Iterator[Problem]:
    """Every event of the story has a beat, in the story's order."""
    told = [beat.event for shot in plan.shots for beat in shot.beats if beat.event in plan.events]
    order = {event: index for index, event in enumerate(plan.events)}
    for event, words in plan.events.items():
        if event not in told:
            yield Problem(
                check="events", where=event, what=f"no beat shows {words!r}", fix="add a beat with this event"
            )
    for earlier, later in itertools.pairwise(dict.fromkeys(told)):
        if order[earlier or ""] > order[later or ""]:
            yield Problem(check="events", where=str(later), what="is told out of order", fix="move its shot")


def figures_seen(plan: Plan) -> Iterator[Problem]:
    """Whoever acts is in the frame at some moment; things only where nobody else is."""
    for shot in plan.shots:
        acting = {name for beat in shot.beats for name in beat.actors}
        for track in shot.layout:
            if track.key not in acting and track.entity not in acting:
                continue
            if track.head is None and any(other.head is not None for other in shot.layout):
                continue
            shares = [_seen_share(plan, shot, track.key, t) for t in MOMENTS]
            wanted = OUTSIDE if SPAN[shot.camera.framing] in (0.0, 1.28) else 0.05
            if max(shares) < wanted and shot.camera.focus in (None, track.key, track.entity):
                what = f"acts but at most {max(shares):.0%} of it is in the frame"
                yield Problem(check="frame", where=f"{shot.id}.{track.key}", what=what, fix="move its boxes inside")


def _seen_share(plan: Plan, shot: Shot, key: str, t: float) -> float:
    seen = plan.boxes(shot, t).get(key)
    box = next((track.at(t) for track in shot.layout if track.key == key), None)
    if seen is None or box is None:
        return 0.0
    whole = project(box, window(shot, t, plan.size))
    area = (whole[2] - whole[0]) * (whole[3] - whole[1])
    return (seen[2] - seen[0]) * (seen[3] - seen[1]) / area if area > 0 else 0.0


def nobody_hidden(plan: Plan) -> Iterator[Problem]:
    """No character covers another."""
    for shot in plan.shots:
        tracks = [track for track in shot.layout if not track.held_by and _is_character(plan, track.entity)]
        for a, b in itertools.combinations(tracks, 2):
            worst = max((overlap(p, q) for t in MOMENTS if (p := a.at(t)) and (q := b.at(t))), default=0.0)
            if worst > HIDDEN:
                what = f"covers {worst:.0%} of {b.key}"
                yield Problem(check="hidden", where=f"{shot.id}.{a.key}", what=what, fix="move them apart")


def _is_character(plan: Plan, name: str) -> bool:
    entity = plan.entities.get(name)
    return entity is not None and entity.kind == "character"


def windows_valid(plan: Plan) -> Iterator[Problem]:
    """The camera stays on the painted stage and keeps the frame's aspect."""
    for shot in plan.shots:
        for t in (0.0, 1.0):
            x0, y0, x1, y1 = window(shot, t, plan.size)
            if x0 < -0.25 or x1 > 1.25 or y0 < -0.15 or y1 > 1.15:
                yield Problem(check="camera", where=shot.id, what="leaves the painted stage", fix="a smaller move")
            if abs((x1 - x0) - (y1 - y0)) > 0.02:
                yield _error("camera", shot.id, "the window's sides differ", "make x1 - x0 equal to y1 - y0")


def neighbours_differ(plan: Plan) -> Iterator[Problem]:
    """No two neighbouring shots are framed alike."""
    for a, b in itertools.pairwise(plan.shots):
        if a.scene == b.scene and a.cast == b.cast and a.camera == b.camera and not b.continues:
            yield Problem(check="alike", where=b.id, what=f"is framed as {a.id}", fix="another framing or focus")


CHECKS: tuple[Callable[[Plan], Iterator[Problem]], ...] = (
    ids_resolve, lengths_hold, events_covered, figures_seen, nobody_hidden, windows_valid, neighbours_differ,
)  # fmt: skip


def _error(check: str, where: str, what: str, fix: str) -> Problem:
    return Problem(check=check, where=where, what=what, fix=fix, severity="error")
