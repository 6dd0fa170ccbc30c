"""Owns journeys: which movements of a shot a figure makes, one after another, alone, after another or in a group.

Does not know: how one movement looks (see moves), who rides what (see mounts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from planners.nodes.company import Instance, appearances
from planners.nodes.entrances import beside, emerging
from planners.nodes.getting import gets_on
from planners.nodes.moves import AT_REST, FREE, TRAVELLING, keys_for, meeting, orbit, timed
from planners.nodes.setup import Setup
from planners.nodes.space import middle, rounded, shifted
from planners.plan import Key
from planners.reading import Event, Motion

MOVED = ("push", "pull", "throw")
"""Actions whose patients move with or instead of their agents."""
BLOCK = 0.66
"""Share of the frame's width that a moving group may take."""
AHEAD = 1.2
"""How far ahead of its pursuer the pursued is, in means of their widths."""
CHASE = 0.2
"""How far the middle of a chase gets from the middle of the frame."""

Leg = tuple[float, float, Event]
"""From when to when in the shot, and the event."""


def journey(setup: Setup, item: Instance) -> tuple[Key, ...]:
    """The keys of a figure that moves; none when it stays."""
    out: tuple[Key, ...] = ()
    for start, end, event in legs(setup, item):
        leg = _leg(setup, item, event)
        if out:
            leg = _continued(leg, out[-1])
        if turn := _turn(setup, item, event):
            first = start + (end - start) * 0.7 * turn[0] / turn[1]
            leg = timed(leg, first, min(first + (end - start) * 0.4, 1.0), before=True, after=False)
        else:
            leg = timed(leg, start, end, before=False, after=False)
        out = (*(key for key in out if key.t < leg[0].t), *leg)
    return (Key(t=0, box=out[0].box), *out) if out and out[0].t > 0 else out


_IN_TURN = re.compile(r"\b(?:one by one|one after (?:another|the other)|one at a time|in single file)\b", re.IGNORECASE)


def _turn(setup: Setup, item: Instance, event: Event) -> tuple[int, int] | None:
    """(how many go before, how many in all) of one who comes in its turn: who is ahead comes first."""
    row = [other for other in _group(setup, event, item) if other.entity == item.entity]
    if len(row) < 2 or item not in row or not _IN_TURN.search(setup.draft.sentences[0].text):
        return None
    motion = event.motion or Motion()
    left = motion.direction == "left" or "right" in (motion.start or "")
    return (row.index(item) if left else len(row) - 1 - row.index(item), len(row))


def legs(setup: Setup, item: Instance) -> list[Leg]:
    """The movements of a figure with their times: those that say where, else the first."""
    events = list(setup.draft.events)
    found = [index for index, event in enumerate(events) if item.entity in movers(setup, event, item)]
    telling = [index for index in found if _tells(events[index])] or found[:1]
    telling = [index for index in telling if index == telling[-1] or not _only_begins(events[index])]
    telling = [index for k, index in enumerate(telling) if k == 0 or not _elaborates(events[index])]
    starts = [index / len(events) for index in telling]
    if telling and not _waits(setup, item, telling[0]):
        starts[0] = 0.0
    ends = [*starts[1:], 1.0][: len(starts)]
    return [(start, end, events[index]) for start, end, index in zip(starts, ends, telling, strict=True)]


def movers(setup: Setup, event: Event, item: Instance) -> list[str]:
    """Who changes place in an event, with what they ride; getting on is no way to go."""
    motion = event.motion
    if motion is None or event.action in AT_REST or (item.key in setup.mounts.values() and gets_on(event)):
        return []
    agents = sorted(setup.agents(event))
    riders = {rider.split("#")[0]: mount.split("#")[0] for rider, mount in setup.mounts.items()}
    agents += [riders[name] for name in agents if name in riders]
    patients = [member for name in event.patients for member in setup.members(name)]
    if _hunted(setup, event):
        return [*agents, *_hunted(setup, event)]
    if event.action == "throw":
        return patients
    return [*agents, *patients] if event.action in MOVED else agents


def _hunted(setup: Setup, event: Event) -> list[str]:
    """Who runs ahead of those who follow, unless it is told where it goes itself."""
    motion = event.motion
    if motion is None or motion.relation != "follow" or motion.target is None:
        return []
    own = any(e.motion is not None and motion.target in setup.agents(e) for e in setup.draft.events)
    here = {item.entity for item in setup.free}
    return [] if own else [name for name in setup.members(motion.target) if name in here]


def _only_begins(event: Event) -> bool:
    """Whether an event says where a movement starts and no more: "starts in the lower left"."""
    motion = event.motion
    return (
        motion is not None and motion.start is not None and motion == Motion(start=motion.start, manner=motion.manner)
    )


def _begun(setup: Setup, item: Instance, event: Event, motion: Motion) -> Motion:
    """The movement with the start that an event before it has told."""
    if motion.start is not None or not (motion.way or motion.end):
        return motion
    before = setup.draft.events[: setup.draft.events.index(event)]
    told = [e.motion.start for e in before if e.motion and _only_begins(e) and item.entity in setup.agents(e)]
    return motion.model_copy(update={"start": told[-1]}) if told else motion


def _waits(setup: Setup, item: Instance, at: int) -> bool:
    """Whether a figure, or who rides it, does something else before its first movement."""
    own = {item.entity, *(rider.split("#")[0] for rider, mount in setup.mounts.items() if mount == item.key)}
    earlier = setup.draft.events[:at]
    return any(own & setup.agents(e) and (e.motion is None or gets_on(e)) for e in earlier)


def _elaborates(event: Event) -> bool:
    """Whether an event only says more of the movement before it: "..., passing a letter box"."""
    motion = event.motion
    return bool(_PARTICIPLE.match(event.text)) and not (motion and (motion.end or motion.direction))


_PARTICIPLE = re.compile(r"^\W*(?:while |slowly |quickly )?\w{2,}ing\b")


def _tells(event: Event) -> bool:
    """Whether an event says where its movement goes."""
    motion = event.motion
    if motion is None:
        return False
    stated = motion.start or motion.end or motion.direction or motion.target or motion.past
    return bool(stated) or motion.around is not None or motion.relation != "none" or motion.manner == "jump"


def _leg(setup: Setup, item: Instance, event: Event) -> tuple[Key, ...]:
    """One movement of a figure, with its group if it has one."""
    group = _group(setup, event, item)
    box = setup.boxes[item.key]
    rest = shifted(box, sum(middle(setup.boxes[o.key])[0] for o in group) / len(group) - middle(box)[0])
    motion = _directed(setup, item, _begun(setup, item, event, event.motion or Motion()))
    if "out of" in event.text and motion.target is not None and motion.relation == "away":
        origin = next((setup.boxes[o.key] for o in setup.free if o.entity == motion.target), None)
        origin = origin or setup.fittings().get(motion.target)
        return _beside(setup, item, group, emerging(rest, origin))
    if motion.relation in ("meet", "part", "pass"):
        return meeting(box, _side(setup, item, group), motion.relation)
    others = setup.fittings()
    others |= {other.entity: setup.boxes[other.key] for other in setup.instances if other.key in setup.boxes}
    if motion.around is not None:
        free = setup.flat or motion.manner in FREE
        return orbit(motion, rest, others, free=free, phase=group.index(item) / len(group))
    if motion.relation == "follow" and len(group) > 1:
        return _following(setup, item, group, motion)
    return _beside(setup, item, group, keys_for(motion, rest, others, flat=setup.flat))


def _group(setup: Setup, event: Event, item: Instance) -> list[Instance]:
    """Who moves together in an event: pursuers first, in the order in which they stand on stage."""
    moving = [other for other in setup.free if other.entity in movers(setup, event, other)]
    hunted = _hunted(setup, event)
    moving.sort(key=lambda other: other.entity in hunted)
    return moving if item in moving else [item]


def _beside(setup: Setup, item: Instance, group: Sequence[Instance], out: tuple[Key, ...]) -> tuple[Key, ...]:
    """The way of the group's middle as the way of one of its members."""
    if len(group) < 2:
        return out
    widths = [(setup.boxes[other.key][2] - setup.boxes[other.key][0]) * 0.9 for other in group]
    whole = sum(widths)
    fit = min(1.0, max(BLOCK, 1.5 * max(widths)) / whole)
    index, reach = group.index(item), (whole - widths[-1]) / 2 * fit
    offset = (sum(widths[:index]) + widths[index] / 2 - whole / 2) * fit
    return tuple(beside(key, offset, reach, (index % 2) * 0.04 - 0.02) for key in out)


def _following(setup: Setup, item: Instance, group: Sequence[Instance], motion: Motion) -> tuple[Key, ...]:
    """One behind the other along the frame, the pursued ahead."""
    left = motion.direction == "left" or motion.end in ("left", "offscreen left")
    row = group[::-1] if left else group
    if motion.direction in ("up", "down"):
        plain = motion.model_copy(update={"relation": "none", "target": None})
        return _beside(setup, item, row, keys_for(plain, setup.boxes[item.key], {}, flat=setup.flat))
    widths = [(setup.boxes[other.key][2] - setup.boxes[other.key][0]) * AHEAD for other in row]
    index = row.index(item)
    offset = sum(widths[:index]) + widths[index] / 2 - sum(widths) / 2
    x = middle(setup.boxes[item.key])[0]
    ends = (0.5 + CHASE, 0.5 - CHASE) if left else (0.5 - CHASE, 0.5 + CHASE)
    first, last = (rounded(shifted(setup.boxes[item.key], end + offset - x)) for end in ends)
    return (Key(t=0, box=first), Key(t=1, box=last))


def _side(setup: Setup, item: Instance, group: Sequence[Instance]) -> int:
    """-1 for those who come from the left, 1 for those from the right."""
    row = sorted(group, key=lambda other: middle(setup.boxes[other.key])[0])
    return -1 if row.index(item) < (len(row) + 1) // 2 else 1


def _directed(setup: Setup, item: Instance, motion: Motion) -> Motion:
    """Travel without a stated direction keeps the heading that it had; nobody goes to what carries it."""
    carrying = {mount.split("#")[0] for mount in setup.mounts.values()}
    lost: dict[str, object] = {}
    if motion.target in carrying:
        lost = {"target": None, "relation": "none"}
    if motion.past in carrying:
        lost["past"] = None
    motion = motion.model_copy(update=lost)
    if motion.relation == "follow":
        motion = motion.model_copy(update=_way_of(setup, motion.target))
    stated = motion.direction or motion.start or motion.end or motion.around is not None
    led = motion.relation in ("meet", "part", "pass") or (motion.target and motion.relation != "follow")
    travels = item.action in TRAVELLING or motion.relation == "follow" or item.key in setup.mounts.values()
    placed = any(a.region for a in appearances(setup.draft, item.entity))
    if stated or led or placed or not travels:
        if motion.direction in ("left", "right"):
            setup.heading[item.entity] = motion.direction
        return motion
    return motion.model_copy(update={"direction": setup.heading.setdefault(item.entity, "right")})


def _way_of(setup: Setup, name: str | None) -> dict[str, object]:
    """Where somebody who is followed is told to go."""
    for event in setup.draft.events:
        told = event.motion
        if told is not None and told.relation != "follow" and name in setup.agents(event):
            return {"direction": told.direction, "start": told.start, "way": told.way, "end": told.end}
    return {}


def _continued(leg: tuple[Key, ...], last: Key) -> tuple[Key, ...]:
    """A movement that begins where the one before has ended."""
    if last.box is None or leg[0].box is None:
        return leg
    first = leg[0].box
    return tuple(Key(t=key.t, box=last.box) if key.box == first else key for key in leg)
