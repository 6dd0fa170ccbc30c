"""Owns riding: who sits on or in what carries them, where that puts them, and that both move as one.

Does not know: furniture (see `furniture`), what the carrier looks like beyond its seat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planners.lens import Box
from planners.nodes.company import Instance
from planners.nodes.getting import gets_off, gets_on
from planners.nodes.space import rounded
from planners.nodes.state import Draft
from planners.plan import Facing, Key
from planners.reading import Event
from planners.seats import HIPS, ON_ALL_FOURS, POSTURE, Seat, seat_of

RIDING = frozenset({"ride", "drive", "sail"})
ROWING = frozenset({"row", "pedal", "pedalled", "paddle", "steer", "gallop", "canter", "trot", "cycle"})
"""Verbs that tell of riding, whatever their action."""
ENTERED = frozenset({"train", "bus", "plane", "airplane", "ship", "tram", "ferry"})
"""What one is inside of when one is "on" it."""
LOW_ROOFS: Mapping[str, float] = {"helicopter": 0.26, "chopper": 0.26}
"""Where the roof of a cabin is, down its carrier's box, for those under whose roof a person has to be made smaller."""
ABREAST = 0.2
"""Share of a carrier's width between two who ride it."""


def mounted(draft: Draft, instances: Sequence[Instance], water: bool) -> dict[str, str]:
    """Rider's track key -> key of what carries it.

    Args:
        draft: For what is told of riding and of places.
        instances: Everybody and everything on stage.
        water: Whether the place is open water, where people are aboard if there is a boat.
    """
    carriers = [item for item in instances if seat_of(item.look) is not None and item.held_by is None]
    if not carriers:
        return {}
    found: dict[str, str] = {}
    for a, how, b in (relation for sentence in draft.sentences for relation in sentence.relations):
        mounts = [item for item in carriers if item.entity == b]
        _seat_all(found, [i for i in instances if i.entity == a and mounts and _sits(i, mounts[0], how)], mounts)
    for event in draft.events:
        if event.action in RIDING or event.verb in ROWING or gets_on(event):
            _seat_all(found, _riders(event, instances), _ridden(event, carriers))
        elif gets_off(event):
            vehicles = [item for item in carriers if item.look.species is None]
            _seat_all(found, _riders(event, instances), _ridden(event, vehicles))
    hulls = [item for item in carriers if _seat(item).how == "afloat" or item.look.noun == "raft"]
    if water and hulls:
        ashore = [i for i in instances if i.kind == "character" and i.look.species is None and i.action not in AFLOAT]
        _seat_all(found, ashore, hulls)
    return {rider: mount for rider, mount in found.items() if mount not in found}


AFLOAT = frozenset({"swim", "float", "fly", "fall"})
"""What people do in or over the water, not in the boat."""


def _seat(item: Instance) -> Seat:
    seat = seat_of(item.look)
    if seat is None:
        raise ValueError(f"{item.key} carries nobody")
    return seat


def behind(mount: Instance) -> bool:
    """Whether those whom it carries are seen behind its side."""
    return _seat(mount).how in ("afloat", "inside")


def _seat_all(found: dict[str, str], riders: Sequence[Instance], carriers: Sequence[Instance]) -> None:
    """Riders over carriers, one each while there are as many carriers as riders."""
    free = [rider for rider in riders if rider.held_by is None and rider not in carriers]
    for index, rider in enumerate(free):
        if carriers:
            found.setdefault(rider.key, carriers[index % len(carriers)].key)


def _sits(rider: Instance, mount: Instance, how: str) -> bool:
    """Whether a told "on" or "in" puts a rider on the mount's seat."""
    if rider.kind != "character" or how not in ("on", "in") or rider.key == mount.key:
        return False
    seat = _seat(mount).how
    if seat == "inside":
        return how == "in" or mount.look.noun in ENTERED or rider.action in RIDING
    return rider.look.species is None or seat in ("afloat", "aboard", "upright")


def _riders(event: Event, instances: Sequence[Instance]) -> list[Instance]:
    doing = set(event.agents)
    return [item for item in instances if item.entity in doing and item.kind == "character" and not _carries(item)]


def _carries(item: Instance) -> bool:
    return seat_of(item.look) is not None and item.look.species is not None


def _ridden(event: Event, carriers: Sequence[Instance]) -> list[Instance]:
    """What an event rides: what it names, else the only carrier on stage."""
    target = event.motion.target if event.motion else None
    named = {*event.patients, *event.instruments, *filter(None, (target,))}
    told = [item for item in carriers if item.entity in named]
    kinds = {item.entity for item in carriers if item.entity not in event.agents}
    return told or ([item for item in carriers if item.entity in kinds] if len(kinds) == 1 else [])


def postured(instances: Sequence[Instance], mounts: Mapping[str, str]) -> list[Instance]:
    """The instances with every rider in the posture of its seat."""
    by_key = {item.key: item for item in instances}
    out = []
    for item in instances:
        mount = by_key.get(mounts.get(item.key, ""))
        person = item.look.species is None
        action = POSTURE[_seat(mount).how] if mount and person else "sit" if mount else item.action
        out.append(replace(item, action=action) if action != item.action else item)
    return out


def seated(
    rider: Instance, size: tuple[float, float], mount: Instance, keys: Sequence[Key], facing: Facing, place: float
) -> tuple[Key, ...]:
    """The rider's keys for its mount's: its seat on the mount's seat.

    Args:
        rider: Who sits.
        size: Its width and height on the stage.
        mount: What carries it.
        keys: The mount's.
        facing: Of both.
        place: How far before the first one it sits, in shares of the mount's width.
    """
    seat = _seat(mount)
    roof = LOW_ROOFS.get(mount.look.noun, 0.0)
    own = HIPS[seat.how] if rider.look.species is None else ON_ALL_FOURS
    return tuple(
        key
        if key.box is None
        else Key(t=key.t, box=rounded(_on(key.box, seat, size, own, facing == "left", place, roof)))
        for key in keys
    )


def _on(
    box: Box, seat: Seat, size: tuple[float, float], own: tuple[float, float], mirrored: bool, place: float, roof: float
) -> Box:
    room = (seat.y - roof) * (box[3] - box[1])
    fit = min(1.0, room / (own[1] * size[1])) if roof else 1.0
    size = (size[0] * fit, size[1] * fit)
    x, hip = seat.x + place, own[0]
    if mirrored:
        x, hip = 1 - x, 1 - hip
    left = box[0] + x * (box[2] - box[0]) - hip * size[0]
    top = box[1] + seat.y * (box[3] - box[1]) - own[1] * size[1]
    return (left, top, left + size[0], top + size[1])


def places(riders: Sequence[str], mount: Instance) -> dict[str, float]:
    """How far from the seat each of a mount's riders sits, in shares of the mount's width."""
    seat = _seat(mount)
    room = 1.0 if seat.how in ("afloat", "aboard") else 0.5
    middle = 0.5 - seat.x if len(riders) > 1 and seat.how in ("afloat", "aboard") else 0.0
    step = min(ABREAST, 0.62 * room / max(len(riders) - 1, 1))
    return {key: middle + (index - (len(riders) - 1) / 2) * step for index, key in enumerate(riders)}


def alight(actions: Mapping[str, str]) -> set[str]:
    """Who gets off what it sat on: those who do what cannot be done there."""
    return {name for name, action in actions.items() if action in LEAVING}


LEAVING = frozenset(
    {"walk", "run", "jump", "dance", "climb", "fly", "swim", "hug", "fight", "crawl", "hop", "bow", "spin"}
)
"""What ends a ride."""
