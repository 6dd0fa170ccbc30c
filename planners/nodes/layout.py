"""Owns the layout node (blocking): who is where in each shot, from the rules of its neighbours, kept from shot to shot.

Does not know: the camera, any one rule of blocking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planners.lens import Box
from planners.nodes.boarding import boarded, inside, ridden, span
from planners.nodes.company import Instance, actions_of, beats_of, company
from planners.nodes.continuity import Carried, Continuity, carriers_after, continued
from planners.nodes.facing import facing
from planners.nodes.furniture import OPEN_WATER
from planners.nodes.mounts import behind, mounted, places, postured, seated
from planners.nodes.postures import POSTURES, RISING, after
from planners.nodes.setup import Setup
from planners.nodes.space import centred, kept_inside, middle, rounded
from planners.nodes.standing import stand
from planners.nodes.state import Draft, State
from planners.nodes.walking import keys, moving
from planners.plan import Beat, Entity, Facing, Key, Note, Shot, Track
from planners.reading import Reading
from planners.seats import TETHERED

HAND = (0.42, 0.52)
"""Where a held thing is: to the side of its holder's middle in shares of its width, and down its box."""
ARMS = (0.34, 0.42)
"""The same for somebody small who is carried."""


def layout(state: State) -> State:
    """Drafts -> shots with cast, beats and layout."""
    reading, entities, size = state["reading"], state["entities"], state["story"].size
    continuity = Continuity()
    shots, notes = [], list(state["notes"])
    for draft in state["drafts"]:
        shot, found = staged(draft, reading, entities, size, continuity)
        notes += found
        shots.append(shot)
    return {"shots": tuple(shots), "notes": tuple(notes)}


def staged(
    draft: Draft, reading: Reading, entities: Mapping[str, Entity], size: tuple[int, int], continuity: Continuity
) -> tuple[Shot, list[Note]]:
    """One draft on its stage; what later shots need is kept in `continuity`."""
    carried = continuity.before(draft.scene)
    told = continued(draft, carried, continuity.mounts, reading, entities)
    doing = actions_of(told, reading)
    postures = {name: posture for name, posture in carried.postures.items() if doing.get(name) not in RISING}
    instances, notes = company(told, reading, entities, postures)
    mounts = mounted(told, instances, entities[draft.scene.place].attributes.noun in OPEN_WATER)
    instances = postured(instances, mounts)
    setup = Setup(told, reading, entities, size, instances, dict(carried.sides), continuity.heading, mounts)
    setup.riding = frozenset(carried.carriers)
    tracks = blocked(setup)
    beats = ridden(setup, beats_of(told, reading, instances, postures))
    shot = Shot(
        id=draft.id,
        scene="",
        frames=1,
        text=draft.text,
        beats=beats,
        cast=tuple(dict.fromkeys(item.entity for item in instances)),
        layout=tracks,
        state={key: value for event in draft.events for key, value in event.state.items()},
    )
    _keep(continuity, setup, carried, beats, tracks)
    return shot, notes


def _keep(
    continuity: Continuity, setup: Setup, carried: Carried, beats: Sequence[Beat], tracks: Sequence[Track]
) -> None:
    done = [(name, beat.action) for beat in beats for name in beat.actors]
    seats = {rider.split("#")[0]: mount.split("#")[0] for rider, mount in setup.mounts.items()}
    continuity.mounts.update(seats)
    continuity.after(
        setup.draft.scene,
        sides=_sides(setup, tracks),
        postures=after(carried.postures, done),
        carriers=carriers_after(carried.carriers, seats, setup.draft, done),
    )


def _sides(setup: Setup, tracks: Sequence[Track]) -> dict[str, float]:
    """Where everybody is found next: where they first stood, or where the text has sent them."""
    out = dict(setup.known)
    items = {item.key: item for item in setup.free}
    for track in tracks:
        boxes = [key.box for key in track.keys if key.box is not None]
        item = items.get(track.key)
        if item is None or not boxes:
            continue
        event = moving(setup, item)
        motion = event.motion if event is not None else None
        sent = motion is not None and bool(motion.direction or motion.end or motion.target)
        if (sent and len(boxes) > 1) or track.key not in out:
            out[track.key] = round(min(max(middle(boxes[-1])[0], 0.12), 0.88), 2)
    return out


def blocked(setup: Setup) -> tuple[Track, ...]:
    """Everybody's track, far to near."""
    stand(setup)
    free = setup.free
    ways = {item.key: keys(setup, item) for item in free}
    faces = {item.key: facing(setup, item, ways[item.key]) for item in free}
    _ride(setup, ways, faces)
    for item in setup.instances:
        if item.held_by is not None:
            ways[item.key], faces[item.key] = _held(setup, item, ways, faces)
    tracks = [
        Track(
            key=item.key,
            entity=item.entity,
            stage=item.stage,
            depth=_depth(setup, item),
            facing=faces[item.key],
            held_by=item.held_by or _carrier(setup, item),
            keys=ways[item.key],
        )
        for item in setup.instances
    ]
    return tuple(sorted(tracks, key=lambda track: track.depth))


def _depth(setup: Setup, item: Instance) -> float:
    """Its own, or that of what it is with; what is held is nearer than its holder, a crew behind the hull."""
    holder = item.held_by or ""
    base = setup.depths.get(setup.mounts.get(holder, holder) or setup.mounts.get(item.key, item.key), 0.5)
    if item.key in setup.mounts:
        mount = next(other for other in setup.instances if other.key == setup.mounts[item.key])
        hidden = behind(mount) or (_carrier(setup, item) is None and inside(setup, item))
        return round(base + (-0.02 if hidden else 0.02), 3)
    return round(base + (0.02 if item.held_by else 0), 3)


def _ride(setup: Setup, ways: dict[str, tuple[Key, ...]], faces: dict[str, Facing]) -> None:
    """Riders on their seats, all along their mount's way."""
    for mount in (item for item in setup.instances if item.key in setup.mounts.values()):
        riders = [item for item in setup.instances if setup.mounts.get(item.key) == mount.key]
        along = places([rider.key for rider in riders], mount)
        share = _shrunk(setup, mount)
        for rider in riders:
            w, h = setup.measured(rider)
            size = (w * share, h * share)
            side: Facing = faces[mount.key] if faces[mount.key] in ("left", "right") else "right"
            on = seated(rider, size, mount, ways[mount.key], side, along[rider.key])
            ways[rider.key] = boarded(setup, rider, on, ways[mount.key][0].box or setup.boxes[mount.key], side)
            faces[rider.key] = faces[mount.key] = side
            box = next((key.box for key in ways[rider.key] if key.box is not None), None)
            if box is not None:
                setup.boxes[rider.key] = box


def _carrier(setup: Setup, item: Instance) -> str | None:
    """What carries an instance during the whole shot."""
    return setup.mounts.get(item.key) if item.key in setup.mounts and span(setup, item) == (0.0, 1.0) else None


def _shrunk(setup: Setup, item: Instance) -> float:
    """By what an instance was made smaller for want of room."""
    return setup.sizes[item.key][1] / max(setup.measured(item)[1], 1e-6)


def _held(
    setup: Setup, item: Instance, ways: Mapping[str, tuple[Key, ...]], faces: Mapping[str, Facing]
) -> tuple[tuple[Key, ...], Facing]:
    """At the hand of the holder, all along its way."""
    holder = item.held_by or ""
    side = -1 if faces[holder] == "left" else 1
    wh = setup.measured(item)
    out = []
    for key in ways[holder]:
        if key.box is None:
            out.append(key)
            continue
        if item.look.noun in TETHERED and not _sits(setup, holder):
            out.append(Key(t=key.t, box=rounded(_above(key.box, side, wh))))
            continue
        x0, y0, x1, y1 = key.box
        across, down = ARMS if item.kind == "character" else HAND
        x = (x0 + x1) / 2 + side * (x1 - x0) * across
        out.append(Key(t=key.t, box=rounded(centred(x, y0 + (y1 - y0) * down, wh))))
    return tuple(out), faces[holder]


def _sits(setup: Setup, key: str) -> bool:
    return any(item.key == key and item.action in POSTURES for item in setup.instances)


def _above(holder: Box, side: int, wh: tuple[float, float]) -> Box:
    """Where a kite flies: high, and before who holds its string."""
    x = middle(holder)[0] + side * (holder[3] - holder[1]) * 0.35
    return kept_inside(centred(x, max(holder[1] - wh[1] * 0.9, 0.04 + wh[1] / 2), wh))
