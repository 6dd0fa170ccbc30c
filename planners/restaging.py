"""Owns restaging: the same shot with its figures placed in another way, by the rules of staging.

Whoever holds, carries, touches or sits on something moves with it; nobody leaves the frame, nobody is hidden who was
seen, feet stay on the ground, and no side that the author named is changed. Does not know: how a shot was staged first,
edits, drawing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, get_args

from planners.checks import MOMENTS, check_plan
from planners.errors import PlanError
from planners.lens import Box
from planners.nodes.fittings import fitting
from planners.plan import Facing, Key, Move, Plan, Shot, Track, seen_boxes, window
from planners.waters import surface

Staging = Literal["mirrored", "nearer", "farther", "apart", "together", "left", "right", "in depth"]
"""The other side of the frame; larger and nearer; smaller and farther; more or less room between figures; the group on
a third of the frame; the main figure near and the others behind."""
STAGINGS: tuple[Staging, ...] = get_args(Staging)
EDGE = 0.02
"""Share of the frame that stays free at its edges."""
SEEN = 0.045
"""By how much the edge of some figure must be elsewhere on the screen for a restaging to be one."""
GROUND, RISE = 0.90, 0.2
"""Where feet stand, and how much nearer the lower edge they come as figures grow, as a share of the growth."""
_LARGER, _LEAST, _SMALLER, _BEHIND = 1.3, 1.12, 0.76, 0.7
_COMING = 1.5
"""How much farther outside of the frame somebody may be who comes or goes."""
_ASHORE = 0.14
"""So far below the water's line on the stage somebody stands on the shore, also when set back."""
_APART, _TOGETHER = 1.5, 0.6
OVERSCAN = 0.12
"""How far a camera may look over the sides of the stage; places are painted beyond it."""
_CLOSE = 0.8
"""Width of a window that follows its figures, so that they stand elsewhere in it only when it is turned."""
_THIRDS: Mapping[str, float] = {"left": 1 / 3, "right": 2 / 3}
_BACK_DEPTH = 0.3
_BOUND = frozenset({"hug", "give", "fight", "hold", "carry", "push", "pull", "ride", "drive", "catch", "sit", "eat"})
"""What two do that keeps them together."""
_SIDES = re.compile(
    r"\b(?:the|to|from|her|his|its|their|upper|lower|far|turns?|moves?|goes|walks?|runs?|looks?|flies|pans?)"
    r" (?:left|right)\b"
    r"|\b(?:left|right)(?: to (?:the )?(?:left|right)|wards?\b|-hand|most\b| side\b)"
    r"|\b(?:links|rechts|gauche|droite|izquierda|derecha|sinistra|destra)\b",
    re.I,
)
_TURNED: Mapping[Facing, Facing] = {"left": "right", "right": "left", "front": "front", "back": "back"}
_MOVED: Mapping[Move, Move] = {"left": "right", "right": "left"}
Place = Callable[[Box], Box]


def restaged(plan: Plan, shot_id: str, way: Staging) -> Shot:
    """A shot of a plan with its figures placed in another way.

    Args:
        plan: The film.
        shot_id: A shot of it.
        way: One of `STAGINGS`.

    Raises:
        PlanError: there is no such shot, or it cannot be staged so by the rules, with the reason.
    """
    shot = next((item for item in plan.shots if item.id == shot_id), None)
    if shot is None:
        raise PlanError(f"there is no shot {shot_id!r}")
    if not shot.layout:
        raise PlanError(f"{shot_id} shows nobody who could be placed")
    if way in ("mirrored", "left", "right") and (told := _side_told(plan, shot)):
        raise PlanError(f"{shot_id} cannot be staged {way}: {told}")
    made = _WAYS[way](plan, shot)
    _hold(plan, shot, made, way)
    return made


def crosses_line(plan: Plan, shot: Shot) -> str | None:
    """The neighbour of the same scene from which a shot would jump over the line of action (the 180 degree rule).

    Two who are seen in both shots stand in another order there, or one who moves across both turns round.

    Args:
        plan: The film.
        shot: A shot as it would be, with the id of the one that it takes the place of.
    """
    at = [item.id for item in plan.shots].index(shot.id)
    near = [plan.shots[index] for index in (at - 1, at + 1) if 0 <= index < len(plan.shots)]
    return next((other.id for other in near if other.scene == shot.scene and _turned(other, shot)), None)


def _turned(a: Shot, b: Shot) -> bool:
    before, now = _middles(a), _middles(b)
    both = sorted(set(before) & set(now))
    pairs = itertools.combinations(both, 2)
    if any((before[p] - before[q]) * (now[p] - now[q]) < 0 for p, q in pairs):
        return True
    ways, others = _ways(a), _ways(b)
    return any(ways[name] * others[name] < 0 for name in set(ways) & set(others))


def _middles(shot: Shot) -> dict[str, float]:
    boxes = {track.key: box for track in shot.layout if track.head is not None and (box := _box(track))}
    return {key: (box[0] + box[2]) / 2 for key, box in boxes.items()}


def _ways(shot: Shot) -> dict[str, float]:
    """Which way everybody goes who goes far enough across."""
    found = {}
    for track in shot.layout:
        boxes = [key.box for key in track.keys if key.box is not None]
        if len(boxes) > 1 and abs(way := boxes[-1][0] - boxes[0][0]) > 0.1:
            found[track.key] = way
    return found


def _side_told(plan: Plan, shot: Shot) -> str:
    """Why nothing may change sides: the author said where; empty when it may."""
    words = " ".join([shot.text, shot.script.relation, *(line.manner for line in shot.lines)])
    if found := _SIDES.search(words):
        return f"its words say {found[0]!r}"
    place = plan.entities[plan.scene_of(shot).place].attributes.noun
    looks = (plan.entities[name].attributes for name in shot.cast if name in plan.entities)
    bound = next((look.noun for look in looks if fitting(place, look)), None)
    return f"the {bound} is a part of the {place}" if bound else ""


def _hold(plan: Plan, before: Shot, made: Shot, way: Staging) -> None:
    """The rules, for the shot as it would be.

    Raises:
        PlanError: one is broken, or nobody would see a difference.
    """
    if _differing(plan, before, made) < SEEN:
        raise PlanError(f"{before.id} staged {way} would look as it does: its camera goes where its figures are")
    changed = plan.model_copy(update={"shots": tuple(made if item.id == made.id else item for item in plan.shots)})
    known = {(problem.check, problem.where) for problem in check_plan(plan)}
    for problem in check_plan(changed):
        if (problem.check, problem.where) not in known:
            raise PlanError(f"{before.id} cannot be staged {way}: {problem.where} {problem.what}")
    for track in made.layout:
        old = next(item for item in before.layout if item.key == track.key)
        if any(_out(new) > _out(was) * _COMING + 0.01 for t in MOMENTS if (new := track.at(t)) and (was := old.at(t))):
            raise PlanError(f"{before.id} cannot be staged {way}: there is no room for {track.key}")


def _out(box: Box) -> float:
    """How far a box reaches over the edges of the frame."""
    return max(EDGE - box[0], box[2] - 1 + EDGE, EDGE - box[1], box[3] - 1 + EDGE, 0.0)


def _differing(plan: Plan, before: Shot, made: Shot) -> float:
    found = []
    for t in (0.0, 0.5, 1.0):
        was, now = seen_boxes(before, t, plan.size), seen_boxes(made, t, plan.size)
        for key in set(was) | set(now):
            a, b = was.get(key), now.get(key)
            found.append(1.0 if a is None or b is None else max(abs(p - q) for p, q in zip(a, b, strict=True)))
    return max(found, default=0.0)


# -- ways -------------------------------------------------------------------------------------------


def _mirrored(plan: Plan, shot: Shot) -> Shot:
    def flipped(box: Box) -> Box:
        return (1 - box[2], box[1], 1 - box[0], box[3])

    camera = shot.camera.model_copy(
        update={
            "move": _MOVED.get(shot.camera.move, shot.camera.move),
            "start": flipped(shot.camera.start) if shot.camera.start else None,
            "end": flipped(shot.camera.end) if shot.camera.end else None,
            "path": tuple((t, flipped(box)) for t, box in shot.camera.path),
        }
    )
    layout = tuple(
        _placed(track, flipped).model_copy(update={"facing": _TURNED[track.facing]}) for track in shot.layout
    )
    return shot.model_copy(update={"layout": layout, "camera": camera})


def _nearer(plan: Plan, shot: Shot) -> Shot:
    _on_land(plan, shot)
    _free_camera(shot)
    for step in range(10):
        share = _LARGER - step * (_LARGER - _LEAST) / 9
        made = _scaled(shot, share)
        if all(_out(box) <= _out(old) * _COMING + 1e-6 for old, box in _pairs(shot, made)):
            return made
    raise PlanError(f"{shot.id} cannot be staged nearer: there is no room for larger figures")


def _farther(plan: Plan, shot: Shot) -> Shot:
    _on_land(plan, shot)
    _free_camera(shot)
    return _scaled(shot, _SMALLER)


def _scaled(shot: Shot, share: float) -> Shot:
    """Everybody larger or smaller around the middle of the ground; the nearer, the lower they stand."""
    middle = _middle(shot)
    place = _scaling(share, middle, 0.5 if shot.camera.angle == "top-down" else GROUND)
    return shot.model_copy(update={"layout": tuple(_placed(track, place) for track in shot.layout)})


def _scaling(share: float, x: float, ground: float) -> Place:
    feet = ground + (share - 1) * RISE if ground == GROUND else ground
    return lambda box: (
        x + (box[0] - x) * share,
        feet + (box[1] - ground) * share,
        x + (box[2] - x) * share,
        feet + (box[3] - ground) * share,
    )


def _spaced(share: float) -> Callable[[Plan, Shot], Shot]:
    def space(plan: Plan, shot: Shot) -> Shot:
        _free_camera(shot)
        groups = _groups(shot)
        if len(groups) < 2:
            raise PlanError(f"{shot.id} shows one figure, or figures that belong together: nothing to move apart")
        places = [_span(group) for group in groups]
        middle = sum((x0 + x1) / 2 for x0, x1 in places) / len(places)
        shifts: dict[str, float] = {}
        for group, (x0, x1) in zip(groups, places, strict=True):
            wish = ((x0 + x1) / 2 - middle) * (share - 1)
            shift = min(max(wish, EDGE - x0), 1 - EDGE - x1) if share > 1 else wish
            shifts |= dict.fromkeys((track.key for track in group), shift)
        return _shifted(shot, shifts)

    return space


def _third(side: str) -> Callable[[Plan, Shot], Shot]:
    def move(plan: Plan, shot: Shot) -> Shot:
        _free_camera(shot)
        first = window(shot, 0.0, plan.size)
        if first[2] - first[0] < _CLOSE:
            return _framed_aside(plan, shot, first, _THIRDS[side])
        spans = [_span(group) for group in _groups(shot)]
        x0, x1 = min(span[0] for span in spans), max(span[1] for span in spans)
        wish = _THIRDS[side] - (x0 + x1) / 2
        shift = min(max(wish, EDGE - x0), 1 - EDGE - x1)
        if shift * wish <= 0 or (side == "left") == (shift > 0):
            raise PlanError(f"{shot.id} cannot be staged {side}: it is there already, or there is no room")
        return _shifted(shot, {track.key: shift for track in shot.layout})

    return move


def _framed_aside(plan: Plan, shot: Shot, first: Box, third: float) -> Shot:
    """A closer shot's camera turned so far that its figures stand on a third of the frame."""
    last, side = window(shot, 1.0, plan.size), first[2] - first[0]
    middles = [(box[0] + box[2]) / 2 for box in seen_boxes(shot, 0.0, plan.size).values()]
    now = sum(middles) / len(middles) if middles else 0.5
    shift = (now - third) * side
    moved = [(x0 + shift, y0, x1 + shift, y1) for x0, y0, x1, y1 in (first, last)]
    if any(x0 < -OVERSCAN or x1 > 1 + OVERSCAN for x0, _, x1, _ in moved):
        raise PlanError(f"{shot.id} cannot be staged so: the camera would leave the painted place")
    start, end = (_rounded(box) for box in moved)
    return shot.model_copy(update={"camera": shot.camera.model_copy(update={"start": start, "end": end})})


def _in_depth(plan: Plan, shot: Shot) -> Shot:
    _on_land(plan, shot)
    _free_camera(shot)
    groups = _groups(shot)
    if len(groups) < 2:
        raise PlanError(f"{shot.id} shows one figure, or figures that belong together: nobody to set back")
    acting = [name for beat in shot.beats for name in beat.actors]
    wanted = shot.camera.focus or next(iter(acting), "")
    main = next((group for group in groups if _has(group, wanted)), groups[0])
    layout = []
    for track in shot.layout:
        own = next(group for group in groups if track in group)
        if own is main:
            layout.append(track)
            continue
        x0, x1 = _span(own)
        back = _placed(track, _scaling(_BEHIND, (x0 + x1) / 2, GROUND))
        layout.append(back.model_copy(update={"depth": round(min(track.depth, 0.35), 3)}))
    return shot.model_copy(update={"layout": tuple(layout)})


def _has(group: Sequence[Track], name: str) -> bool:
    return any(name in (track.key, track.entity) for track in group)


_WAYS: Mapping[Staging, Callable[[Plan, Shot], Shot]] = {
    "mirrored": _mirrored, "nearer": _nearer, "farther": _farther, "apart": _spaced(_APART),
    "together": _spaced(_TOGETHER), "left": _third("left"), "right": _third("right"), "in depth": _in_depth,
}  # fmt: skip


def _on_land(plan: Plan, shot: Shot) -> None:
    line = surface(plan.entities[plan.scene_of(shot).place].attributes)
    feet = [key.box[3] for track in shot.layout for key in track.keys if key.box is not None]
    if line is not None and shot.camera.angle != "top-down" and min(feet, default=1.0) < line + _ASHORE:
        raise PlanError(f"{shot.id} is at the water, which stays where it is: nobody can be set nearer or farther")


def _free_camera(shot: Shot) -> None:
    if shot.camera.path or shot.camera.start or shot.camera.angle == "over-the-shoulder":
        raise PlanError(f"{shot.id} has a camera that is set to where its figures are: mirror it, or free the camera")


# -- figures that belong together -------------------------------------------------------------------


def _groups(shot: Shot) -> list[list[Track]]:
    """The figures, those together that must move together, in the order of the layout."""
    groups: list[list[Track]] = []
    for track in shot.layout:
        near = [group for group in groups if any(_bound(shot, track, other) for other in group)]
        merged = [*(item for group in near for item in group), track]
        groups = [group for group in groups if group not in near] + [merged]
    return groups


def _bound(shot: Shot, a: Track, b: Track) -> bool:
    if a.held_by == b.key or b.held_by == a.key:
        return True
    for beat in shot.beats:
        names = {*beat.actors, *beat.targets, beat.recipient}
        if beat.action in _BOUND and all({track.key, track.entity} & names for track in (a, b)):
            return True
    if min(a.depth, b.depth) < _BACK_DEPTH:
        return False
    return any(_touch(p, q) for t in MOMENTS if (p := a.at(t)) and (q := b.at(t)))


def _touch(a: Box, b: Box) -> bool:
    """Whether one stands on, in or close before the other."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return width > 0.3 * min(a[2] - a[0], b[2] - b[0]) and height > -0.03


def _span(group: Sequence[Track]) -> tuple[float, float]:
    """From where to where a group reaches across the stage while it is in the frame."""
    boxes = [key.box for track in group for key in track.keys if key.box is not None]
    inside = [box for box in boxes if box[0] > -0.05 and box[2] < 1.05] or boxes
    return (min(box[0] for box in inside), max(box[2] for box in inside)) if inside else (0.5, 0.5)


def _middle(shot: Shot) -> float:
    spans = [_span(group) for group in _groups(shot)]
    return (min(span[0] for span in spans) + max(span[1] for span in spans)) / 2


def _box(track: Track) -> Box | None:
    return track.at(0.5) or next((key.box for key in track.keys if key.box is not None), None)


def _pairs(before: Shot, made: Shot) -> Iterator[tuple[Box, Box]]:
    for old, new in zip(before.layout, made.layout, strict=True):
        for was, now in zip(old.keys, new.keys, strict=True):
            if was.box is not None and now.box is not None:
                yield was.box, now.box


def _placed(track: Track, place: Place) -> Track:
    keys = tuple(Key(t=key.t, box=_rounded(place(key.box)) if key.box else None) for key in track.keys)
    return track.model_copy(update={"keys": keys})


def _shifted(shot: Shot, shifts: Mapping[str, float]) -> Shot:
    def by(dx: float) -> Place:
        return lambda box: (box[0] + dx, box[1], box[2] + dx, box[3])

    return shot.model_copy(update={"layout": tuple(_placed(track, by(shifts[track.key])) for track in shot.layout)})


def _rounded(box: Box) -> Box:
    x0, y0, x1, y1 = (round(edge, 4) for edge in box)
    return (x0, y0, x1, y1)
