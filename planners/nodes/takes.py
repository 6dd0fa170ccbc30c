"""Owns continued takes: shots that go on from each other without a jump, as the author asked by `continuation`.

What a later shot shows begins where the one before ended: who is there, where everybody stands, what the camera sees.
Who walks on shares the stage's width among the shots, who is new walks in, who is forgotten stays; the camera is one
path over the whole take. Pure. Does not know: how a take is drawn, joins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from planners.nodes.takecamera import one_camera, shifted_camera
from planners.plan import Box, Entity, Facing, Key, Note, Plan, Shot, Track, Transition, window

ARRIVE = 0.45
"""Share of a shot in which those who have to get to another place than they were at do so."""
EDGES = (0.02, 0.98)
"""Where on the stage a walk may begin and end."""
_NEAR = 0.02
"""Boxes whose sides differ less than this are at the same place."""
_OUTSIDE = 0.06
"""How far beyond the window's edge somebody waits who is about to come in, in stage units."""

Entities = Mapping[str, Entity]


def in_takes(plan: Plan) -> Plan:
    """The plan with its continued takes carried over the cuts; what cannot be one take becomes a cut, with a note."""
    shots, notes = continued(plan.shots, plan.size, plan.entities)
    return plan.model_copy(update={"shots": shots, "notes": (*plan.notes, *notes)})


def continued(
    shots: Sequence[Shot], size: tuple[int, int], entities: Entities
) -> tuple[tuple[Shot, ...], tuple[Note, ...]]:
    """Shots with their continued takes carried over the cuts, and what could not be.

    Args:
        shots: In order; a `continuation` transition or `continues` asks for it.
        size: Width and height of the frame in pixels.
        entities: By id, to know who can walk.
    """
    takes: list[list[Shot]] = []
    notes: list[Note] = []
    for shot in shots:
        asked = takes and (shot.continues or takes[-1][-1].transition.kind == "continuation")
        reason = _broken(takes[-1][-1], shot) if asked else ""
        if asked and not reason:
            takes[-1].append(shot)
            continue
        if reason:
            notes.append(Note(kind="downgrade", where=shot.id, what=f"made as a cut, not as one take: {reason}"))
            takes[-1][-1] = takes[-1][-1].model_copy(update={"transition": Transition()})
        takes.append([shot.model_copy(update={"continues": False}) if shot.continues else shot])
    return tuple(shot for take in takes for shot in (_one(take, size, entities) if len(take) > 1 else take)), tuple(
        notes
    )


def _broken(before: Shot, shot: Shot) -> str:
    """Why one take cannot hold both shots, in a clause."""
    if before.scene != shot.scene:
        return "it plays at another place or time"
    looks = {track.key: track.stage for track in before.layout}
    changed = [track.entity for track in shot.layout if looks.get(track.key, track.stage) != track.stage]
    return f"{changed[0]} looks different" if changed else ""


def _one(take: Sequence[Shot], size: tuple[int, int], entities: Entities) -> list[Shot]:
    """Several shots as one take."""
    shots = _with_things(_fitted(take), entities)
    row = shots[:1]
    for shot in shots[1:]:
        row[-1] = row[-1].model_copy(update={"transition": Transition(kind="continuation")})
        row.append(_carried(row[-1], shot, size, entities))
    # Again: who stays from shot to shot may hold what only a later one shows.
    return one_camera(_with_things(row, entities), size)


def _with_things(take: Sequence[Shot], entities: Entities) -> list[Shot]:
    """The shots of a take, each with the things that later ones have."""
    shots = list(take)
    for index in range(len(shots) - 1, 0, -1):
        shots[index - 1] = _made_room(shots[index - 1], shots[index], entities)
    return shots


def _made_room(before: Shot, shot: Shot, entities: Entities) -> Shot:
    """The earlier shot with the things in it that only the later one has: a thing does not appear from nowhere."""
    there = {track.key: track for track in before.layout}
    then = {track.key: track for track in shot.layout}
    added = []
    for track in shot.layout:
        first = track.at(0.0)
        if track.key in there or first is None or _walks(track, entities):
            continue
        holder = track.held_by
        if holder is None:
            added.append(track.model_copy(update={"keys": (Key(t=0, box=first),)}))
        elif holder in there and holder in then:
            still = track.model_copy(update={"keys": (Key(t=0, box=first),)})
            stands = then[holder].model_copy(update={"keys": (Key(t=0, box=then[holder].at(0.0)),)})
            added.append(track.model_copy(update={"keys": _beside(still, stands, there[holder])}))
    cast = dict.fromkeys((*before.cast, *(track.entity for track in added)))
    return before.model_copy(update={"layout": (*before.layout, *added), "cast": tuple(cast)}) if added else before


def _walks(track: Track, entities: Entities) -> bool:
    return entities[track.entity].kind == "character" and track.held_by is None


def _carried(before: Shot, shot: Shot, size: tuple[int, int], entities: Entities) -> Shot:
    """The later shot, begun where the earlier one ended; its arrangement moves to where its subject now is."""
    view = window(before, 1.0, size)
    ends = {track.key: track for track in before.layout}
    shot = _shifted(shot, _way(ends, shot))
    busy = any(beat.targets or beat.recipient for beat in shot.beats)
    layout = []
    for track in shot.layout:
        if track.key in ends:
            layout.append(_taken_over(track, ends[track.key], busy=busy))
        else:
            layout.append(_entering(track, view) if _walks(track, entities) else track)
    own = {track.key for track in shot.layout}
    stays = [
        track.model_copy(update={"keys": (Key(t=0, box=box),)})
        for key, track in ends.items()
        if key not in own and (box := track.at(1.0)) is not None
    ]
    layout = _followed([*layout, *stays], shot)
    cast = dict.fromkeys((*shot.cast, *(track.entity for track in stays)))
    return shot.model_copy(update={"layout": tuple(layout), "cast": tuple(cast), "continues": True})


def _way(ends: Mapping[str, Track], shot: Shot) -> float:
    """How far to the right of where a shot plans its subject the subject now is, in stage units."""
    found = [
        (track.key == shot.camera.focus or track.entity == shot.camera.focus, first[3] - first[1], _x(last) - _x(first))
        for track in shot.layout
        if track.key in ends and (last := ends[track.key].at(1.0)) is not None and (first := track.at(0.0)) is not None
    ]
    return max(found)[2] if found else 0.0


def _x(box: Box) -> float:
    return (box[0] + box[2]) / 2


def _shifted(shot: Shot, dx: float) -> Shot:
    layout = tuple(_remapped(track, lambda box: _moved(box, dx)) for track in shot.layout)
    return shot.model_copy(update={"layout": layout, "camera": shifted_camera(shot.camera, dx, dx)})


def _remapped(track: Track, place: Callable[[Box], Box]) -> Track:
    keys = tuple(Key(t=key.t, box=None if key.box is None else place(key.box)) for key in track.keys)
    return track.model_copy(update={"keys": keys})


def _moved(box: Box, dx: float, dy: float = 0.0) -> Box:
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def _taken_over(track: Track, before: Track, *, busy: bool) -> Track:
    """A track that begins where it was; one that stood still stays there, unless it is needed elsewhere."""
    last, first = before.at(1.0), track.at(0.0)
    if last is None or first is None:
        return track
    track = track.model_copy(update={"facing": _faces(before)})
    still = all(key.box is not None and _close(key.box, first) for key in track.keys)
    if still and (not busy or _close(last, first)):
        return track.model_copy(update={"keys": (Key(t=0, box=last),)})
    if still:
        return track.model_copy(update={"keys": (Key(t=0, box=last), Key(t=ARRIVE, box=first))})
    return track.model_copy(update={"keys": (Key(t=0, box=last), *(key for key in track.keys if key.t > 0))})


def _faces(track: Track) -> Facing:
    """Where somebody looks at the end of a shot: along the last way that they went sideways."""
    xs = [_x(key.box) for key in track.keys if key.box is not None]
    way = next((b - a for a, b in reversed(list(pairwise(xs))) if abs(b - a) > _NEAR), 0.0)
    if not way or track.facing not in ("left", "right"):
        return track.facing
    return "right" if way > 0 else "left"


def _close(a: Box, b: Box) -> bool:
    return max(abs(x - y) for x, y in zip(a, b, strict=True)) < _NEAR


def _entering(track: Track, view: Box) -> Track:
    """Somebody who was not there comes in from the nearer side of the picture."""
    first = track.at(0.0)
    if first is None or first[2] < view[0] or first[0] > view[2]:
        return track
    wide = first[2] - first[0]
    x = view[0] - wide - _OUTSIDE if _x(first) < _x(view) else view[2] + _OUTSIDE
    start = Key(t=0, box=(x, first[1], x + wide, first[3]))
    later = tuple(key for key in track.keys if key.t > ARRIVE)
    return track.model_copy(update={"keys": (start, Key(t=ARRIVE, box=track.at(ARRIVE)), *later)})


def _followed(layout: Sequence[Track], shot: Shot) -> list[Track]:
    """Held things and riders go where their carriers now go."""
    planned = {track.key: track for track in shot.layout}
    now = {track.key: track for track in layout}
    return [
        track.model_copy(update={"keys": _beside(planned[track.key], planned[track.held_by], now[track.held_by])})
        if track.held_by in planned and track.key in planned and track.held_by in now
        else track
        for track in layout
    ]


def _beside(track: Track, old: Track, new: Track) -> tuple[Key, ...]:
    """The keys of something carried when its carrier's way changes from `old` to `new`."""
    keys = []
    for t in sorted({key.t for one in (track, new) for key in one.keys}):
        own, was, now = track.at(t), old.at(t), new.at(t)
        whole = own is not None and was is not None and now is not None
        keys.append(Key(t=t, box=_moved(own, _x(now) - _x(was), now[3] - was[3]) if whole else own))  # type: ignore[arg-type,index]
    return tuple(keys)


def _fitted(take: Sequence[Shot]) -> list[Shot]:
    """Walks that would leave the stage when they go on shot after shot are shortened; cameras and burdens go along."""
    row = list(take)
    for key in dict.fromkeys(track.key for shot in take for track in shot.layout if track.held_by is None):
        share = _room([track for shot in row for track in shot.layout if track.key == key])
        if share < 1.0:
            row = [_shortened(shot, key, share) for shot in row]
    return row


def _room(tracks: Sequence[Track]) -> float:
    """The share of their ways that the stage has room for when these tracks go on from each other; 1: all of them."""
    boxes = [key.box for key in tracks[0].keys if key.box is not None]
    if not boxes:
        return 1.0
    at, farthest = 0.0, [0.0]
    for track in tracks:
        steps = [key.box for key in track.keys if key.box is not None]
        farthest += [at + _x(box) - _x(steps[0]) for box in steps]
        at = farthest[-1]
    origin = boxes[0]
    over, under = max(farthest), min(farthest)
    right, left = max(EDGES[1] - origin[2], 0.0), min(EDGES[0] - origin[0], 0.0)
    return min(1.0, right / over if over > _NEAR else 1.0, left / under if under < -_NEAR else 1.0)


def _shortened(shot: Shot, key: str, share: float) -> Shot:
    """A shot in which one track goes only a share of its way."""
    track = next((track for track in shot.layout if track.key == key), None)
    first = None if track is None else next((k.box for k in track.keys if k.box is not None), None)
    if track is None or first is None:
        return shot
    new = _remapped(track, lambda box: _moved(box, (_x(first) - _x(box)) * (1 - share)))
    layout = [new if one.key == key else one for one in shot.layout]
    shot = shot.model_copy(update={"layout": tuple(_followed(layout, shot))})
    if shot.camera.focus not in (key, track.entity):
        return shot
    ends = [(track.at(t), new.at(t)) for t in (0.0, 1.0)]
    ways = [_x(now) - _x(was) if was is not None and now is not None else 0.0 for was, now in ends]
    return shot.model_copy(update={"camera": shifted_camera(shot.camera, *ways)})
