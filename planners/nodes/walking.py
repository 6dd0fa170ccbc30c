"""Owns who moves in a shot and along which keys: told paths, events, groups that keep together, coming and going.

Does not know: where anybody stands at rest, facing.
"""

from __future__ import annotations

from planners.nodes.company import Instance, appearances
from planners.nodes.entrances import beside, emerging
from planners.nodes.moves import AT_REST, TRAVELLING, keys_for, timed
from planners.nodes.paths import path
from planners.nodes.setup import Setup
from planners.nodes.space import rounded
from planners.plan import Key
from planners.reading import Event, Motion

MOVED = ("push", "pull", "throw")
"""Actions whose patients move with or instead of their agents."""
CHASES = frozenset({"chase", "pursue", "hunt", "follow"})
"""Verbs whose object runs ahead of the subject."""


def keys(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """Where an instance is over the shot."""
    rest = setup.boxes[item.key]
    out: tuple[Key, ...] = (Key(t=0, box=rounded(rest)),)
    motion = _motion(setup, item)
    if motion is not None:
        others = {other.entity: setup.boxes[other.key] for other in setup.instances if other.key in setup.boxes}
        out = _together(setup, item, keys_for(motion, rest, others, flat=setup.flat))
    out = _together(setup, item, _emerging(setup, item)) or out
    return _present(setup, item, out)


def _motion(setup: Setup, item: Instance) -> Motion | None:
    """How an instance moves: along the corners that the text names, else as its event says."""
    stops = path(setup.draft)
    if stops and item.entity in setup.draft.sentences[0].present + setup.draft.sentences[-1].present:
        return Motion(start=stops[0], way=stops[1:-1], end=stops[-1])
    event = moving(setup, item)
    if event is None or event.motion is None or "out of" in event.text:
        return None
    motion = event.motion
    if event.verb in CHASES and _quarry(setup, event):
        motion = Motion(direction=motion.direction or "right", manner=motion.manner)
    return _directed(setup, item, motion)


def _quarry(setup: Setup, event: Event) -> set[str]:
    """Who is chased, of those on stage."""
    hunted = {member for name in event.patients for member in setup.members(name)}
    return {item.entity for item in setup.free if item.entity in hunted and item.kind == "character"}


def _emerging(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """Out of the bushes, out of the house: from there, or from the back, to where it stands."""
    event = moving(setup, item)
    if event is None or event.motion is None or "out of" not in event.text:
        return ()
    target = event.motion.target
    there = (o for o in setup.instances if o.entity == target and o.key in setup.boxes)
    return emerging(setup.boxes[item.key], next((setup.boxes[o.key] for o in there), None))


def moving(setup: Setup, item: Instance) -> Event | None:
    """The event in which an instance moves: its own, or that of who rides it; getting on is no way to go."""
    names = {item.entity, *(rider.split("#")[0] for rider, mount in setup.mounts.items() if mount == item.key)}
    own = item.entity if item.key in setup.mounts.values() else None
    for event in setup.draft.events:
        agents = setup.agents(event)
        along = event.verb in CHASES or (event.action in MOVED and not agents & names)
        moved = {member for name in event.patients for member in setup.members(name)} if along else set()
        if event.motion is None or event.action in AT_REST or (own is not None and event.motion.target == own):
            continue
        if names & (agents | moved):
            return event
    return None


def _directed(setup: Setup, item: Instance, motion: Motion) -> Motion:
    """Travel without a stated direction keeps the heading it had."""
    stated = motion.direction or motion.start or motion.end or motion.target or motion.around is not None
    travels = item.action in TRAVELLING or item.key in setup.mounts.values()
    if stated or not travels:
        if motion.direction in ("left", "right"):
            setup.heading[item.entity] = motion.direction
        return motion
    return motion.model_copy(update={"direction": setup.heading.setdefault(item.entity, "right")})


def _together(setup: Setup, item: Instance, out: tuple[Key, ...]) -> tuple[Key, ...]:
    """Those who move together keep their places in the group."""
    event = moving(setup, item)
    group = [o for o in setup.free if o.entity == item.entity or (event is not None and moving(setup, o) is event)]
    if len(group) < 2:
        return out
    if event is not None and event.verb in CHASES and event.motion is not None:
        ahead = event.motion.direction != "left"
        hunted = _quarry(setup, event)
        group.sort(key=lambda other: (other.entity in hunted) == ahead)
    widths = [setup.sizes[other.key][0] * 0.9 for other in group]
    index, reach = group.index(item), (sum(widths) - widths[-1]) / 2
    offset = sum(widths[:index]) + widths[index] / 2 - sum(widths) / 2
    return tuple(beside(key, offset, reach, (index % 2) * 0.04 - 0.02) for key in out)


def _present(setup: Setup, item: Instance, out: tuple[Key, ...]) -> tuple[Key, ...]:
    """Absent before it appears and after it leaves, as the text says."""
    for appearance in appearances(setup.draft, item.entity):
        if appearance.start > 0 or appearance.end < 1:
            return timed(out, appearance.start, appearance.end, before=True, after=True)
    return out
