"""Owns the order of shots: a plan put together anew from its shots, and the edits that add, take, move, cut and join.

Scenes, groups and events follow from the shots; ids of shots that stay are never changed. Pure.
Does not know: what a shot's words mean (see `agent.edits.remaking`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence

from agent.edits.types import CopyShot, MoveShot, RemoveShots, Retime, SetSeed, SetShot, SetTransition, SplitShot
from planners import Beat, Framing, Key, Line, Plan, PlanError, Scene, Shot, Track, Transition

LETTERS = "bcdefghijklmnopqrstuvwxyz"
CLOSER: Mapping[Framing, Framing] = {
    "extreme wide": "wide", "wide": "medium wide", "full": "medium", "medium wide": "medium",
    "medium": "medium close-up", "medium close-up": "close-up", "close-up": "medium", "extreme close-up": "close-up",
}  # fmt: skip
"""The framing after a cut inside a take: a step closer, so that the cut is meant."""
JOIN_FRAMES = 12
"""Length of a new transition that is not a cut, at most a third of its shots."""
LEAST_SECONDS = 0.5


def number_of(plan: Plan, shot_id: str) -> int:
    """Position of a shot, from 0.

    Raises:
        PlanError: there is no such shot.
    """
    for index, shot in enumerate(plan.shots):
        if shot.id == shot_id:
            return index
    raise PlanError(f"there is no shot {shot_id!r}; the film has {len(plan.shots)}, from {plan.shots[0].id} on")


def shot_of(plan: Plan, shot_id: str) -> Shot:
    """The shot. Raises PlanError."""
    return plan.shots[number_of(plan, shot_id)]


def free_id(near: str, taken: Iterable[str]) -> str:
    """An id that nothing has yet, told from its neighbour: shot_003b after shot_003."""
    used, base = set(taken), near.rstrip(LETTERS) or near
    names = (f"{base}{a}{b}" for a in ("", *LETTERS) for b in LETTERS)
    return next(name for name in names if name not in used)


def arranged(plan: Plan, shots: Sequence[Shot], scenes: Iterable[Scene] = ()) -> Plan:
    """The plan with these shots in this order; scenes, groups and events are those that they need.

    Args:
        plan: Where they come from.
        shots: At least one; each names a scene of the plan or of `scenes`.
        scenes: Further scenes.

    Raises:
        PlanError: there are no shots.
    """
    if not shots:
        raise PlanError("the last shot cannot be removed: a film has at least one")
    known = {scene.id: scene for scene in (*plan.scenes, *scenes)}
    kept: list[Shot] = []
    made: dict[str, Scene] = {}
    for name, run in itertools.groupby(shots, key=lambda shot: shot.scene):
        found = name if name not in made else free_id(name, {*known, *made})
        members = [shot if shot.scene == found else shot.model_copy(update={"scene": found}) for shot in run]
        made[found] = known[name].model_copy(update={"id": found, "shots": tuple(shot.id for shot in members)})
        kept += members
    events = [beat.event for shot in kept for beat in shot.beats]
    told = {name: plan.events[name] for name in dict.fromkeys(events) if name is not None and name in plan.events}
    groups: dict[str, tuple[str, ...]] = {}
    for shot in kept:
        for name in shot.cast:
            groups[name] = (*groups.get(name, ()), shot.id)
    return plan.model_copy(
        update={"shots": tuple(kept), "scenes": tuple(made.values()), "events": told, "groups": groups}
    )


def with_shot(plan: Plan, shot: Shot) -> Plan:
    """The plan with another shot of the same id."""
    return arranged(plan, [shot if item.id == shot.id else item for item in plan.shots])


def remove_shots(plan: Plan, edit: RemoveShots) -> Plan:
    """Without them."""
    gone = {shot_of(plan, name).id for name in edit.shots}
    return arranged(plan, [shot for shot in plan.shots if shot.id not in gone])


def move_shot(plan: Plan, edit: MoveShot) -> Plan:
    """The shot after another, in the scene that it had."""
    shot = shot_of(plan, edit.shot)
    if edit.after == edit.shot:
        return plan
    others = [item for item in plan.shots if item.id != shot.id]
    at = 0 if edit.after is None else [item.id for item in others].index(shot_of(plan, edit.after).id) + 1
    return arranged(plan, [*others[:at], shot, *others[at:]])


def copy_shot(plan: Plan, edit: CopyShot) -> Plan:
    """A copy with ids of its own; it tells no event a second time."""
    shot = shot_of(plan, edit.shot)
    name = edit.copy_id or free_id(shot.id, {item.id for item in plan.shots})
    if name in {item.id for item in plan.shots}:
        raise PlanError(f"there is a shot {name!r} already")
    copy = shot.model_copy(
        update={
            "id": name,
            "continues": False,
            "beats": tuple(beat.model_copy(update={"event": None}) for beat in shot.beats),
            "lines": tuple(line.model_copy(update={"id": f"{name}_line_{n}"}) for n, line in enumerate(shot.lines, 1)),
        }
    )
    at = number_of(plan, edit.after or edit.shot) + 1
    return arranged(plan, [*plan.shots[:at], copy, *plan.shots[at:]])


def split_shot(plan: Plan, edit: SplitShot) -> Plan:
    """Two shots that meet at the cut; lines stay whole, in the half in which they begin."""
    shot = shot_of(plan, edit.shot)
    cut = round(shot.frames * edit.at)
    least = round(LEAST_SECONDS * plan.fps)
    first_lines = [line for line in shot.lines if line.start < cut]
    cut = max(cut, *(line.start + line.frames + 1 for line in first_lines), least) if first_lines else max(cut, least)
    if shot.frames - cut < least:
        raise PlanError(f"{shot.id} cannot be cut there: what is said in it does not fit into either half")
    at = cut / shot.frames
    name = free_id(shot.id, {item.id for item in plan.shots})
    first = shot.model_copy(
        update={
            "frames": cut,
            "transition": Transition(),
            "lines": tuple(first_lines),
            "beats": _during(shot.beats, 0.0, at),
            "layout": tuple(_cut(track, 0.0, at) for track in shot.layout),
        }
    )
    camera = shot.camera.model_copy(update={"framing": CLOSER[shot.camera.framing], "start": None, "end": None})
    later = [line for line in shot.lines if line.start >= cut]
    second = shot.model_copy(
        update={
            "id": name,
            "frames": shot.frames - cut,
            "lines": tuple(_later(line, cut, f"{name}_line_{n}") for n, line in enumerate(later, 1)),
            "beats": _during(shot.beats, at, 1.0),
            "layout": tuple(_cut(track, at, 1.0) for track in shot.layout),
            "camera": camera,
            "continues": False,
        }
    )
    place = number_of(plan, shot.id)
    return arranged(plan, [*plan.shots[:place], first, second, *plan.shots[place + 1 :]])


def _later(line: Line, cut: int, name: str) -> Line:
    return line.model_copy(update={"id": name, "start": line.start - cut})


def _during(beats: Sequence[Beat], start: float, end: float) -> tuple[Beat, ...]:
    """The beats between two moments, on a clock of their own; when none is, the nearest goes on."""
    inside = [beat for beat in beats if beat.end > start and beat.start < end]
    inside = inside or sorted(beats, key=lambda beat: abs(beat.start - start))[:1]

    def clock(t: float) -> float:
        return round(min(1.0, max(0.0, (t - start) / (end - start))), 4)

    again = {beat.event for beat in beats if beat.start < start} if start else set()
    return tuple(
        beat.model_copy(
            update={
                "start": clock(beat.start),
                "end": clock(beat.end),
                "event": None if beat.event in again else beat.event,
            }
        )
        for beat in inside
    )


def _cut(track: Track, start: float, end: float) -> Track:
    """The track between two moments, on a clock of its own."""
    inside = [key for key in track.keys if start < key.t < end]
    keys = [Key(t=0, box=track.at(start))]
    keys += [Key(t=round((key.t - start) / (end - start), 4), box=key.box) for key in inside]
    if end < 1:
        keys.append(Key(t=1, box=track.at(end)))
    elif track.keys and track.keys[-1].t > start:
        keys.append(Key(t=1, box=track.keys[-1].box))
    return track.model_copy(update={"keys": tuple(keys)})


def retime(plan: Plan, edit: Retime) -> Plan:
    """Other lengths; a shot is never cut shorter than what is said in it."""
    for name in edit.shots:
        shot = shot_of(plan, name)
        wished = edit.seconds * plan.fps if edit.seconds else shot.frames * edit.factor + edit.by * plan.fps
        spoken = max((line.start + line.frames for line in shot.lines), default=0)
        frames = max(round(wished), spoken + 2, round(LEAST_SECONDS * plan.fps))
        plan = with_shot(plan, shot.model_copy(update={"frames": frames}))
    return _joins_fit(plan)


def set_transition(plan: Plan, edit: SetTransition) -> Plan:
    """Other transitions; the last shot has none to leave to."""
    for name in edit.shots:
        shot, at = shot_of(plan, name), number_of(plan, name)
        if at + 1 == len(plan.shots):
            raise PlanError(f"{name} is the last shot: there is none that it could leave to")
        if edit.kind == "cut":
            join = Transition()
        else:
            room = min(shot.frames, plan.shots[at + 1].frames) // 3
            join = Transition(kind=edit.kind, frames=max(2, min(JOIN_FRAMES * plan.fps // 24 or 2, room)))
        plan = with_shot(plan, shot.model_copy(update={"transition": join}))
    return plan


def set_shot(plan: Plan, edit: SetShot) -> Plan:
    """The shot as it is given."""
    own = shot_of(plan, edit.shot)
    return _joins_fit(with_shot(plan, edit.by.model_copy(update={"id": own.id, "scene": own.scene})))


def set_seed(plan: Plan, edit: SetSeed) -> Plan:
    """Other chances for some shots."""
    for name in edit.shots:
        plan = with_shot(plan, shot_of(plan, name).model_copy(update={"seed": edit.seed}))
    return plan


def _joins_fit(plan: Plan) -> Plan:
    """Transitions that are longer than a third of their shots become shorter."""
    for a, b in itertools.pairwise(plan.shots):
        room = min(a.frames, b.frames) // 3
        if a.transition.frames > room:
            join = a.transition.model_copy(update={"frames": max(room, 1)})
            plan = with_shot(plan, a.model_copy(update={"transition": join}))
    return plan
