"""Owns journeys: which movements of a shot a figure makes, one after another, alone, after another or in a group.

Does not know: how one movement looks (see moves), who rides what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planners.lens import Box
from planners.nodes.cast import expanded
from planners.nodes.company import Instance, appearances
from planners.nodes.entrances import beside, emerging
from planners.nodes.moves import AT_REST, TRAVELLING, keys_for, meeting, orbit, timed
from planners.nodes.space import middle, rounded, shifted
from planners.nodes.state import Draft
from planners.plan import Key
from planners.reading import Event, Motion, Reading

MOVING_OTHERS = frozenset({"push", "pull", "throw"})
"""What is done to a thing so that it moves rather than who does it."""
BLOCK = 0.66
"""Share of the frame's width that a moving group may take."""
AHEAD = 1.2
"""How far ahead of its pursuer the pursued is, in means of their widths."""
CHASE = 0.2
"""How far the middle of a chase gets from the middle of the frame."""

Leg = tuple[float, float, Event]
"""From when to when in the shot, and the event."""


@dataclass
class Travels:
    """The journeys of one shot."""

    draft: Draft
    reading: Reading
    items: Sequence[Instance]
    """Everybody on stage whom nobody holds."""
    boxes: Mapping[str, Box]
    heading: dict[str, str]
    """Which way each entity went last; kept over cuts."""
    flat: bool
    events: Sequence[Event]
    """The draft's events without those of boarding and leaving vehicles."""
    mounts: Mapping[str, tuple[str, ...]]
    """Vehicle or animal -> who rides it; it goes where they go."""

    def keys(self, item: Instance) -> tuple[Key, ...]:
        """The keys of a figure that moves; none when it stays."""
        legs = self.legs(item)
        out: tuple[Key, ...] = ()
        for start, end, event in legs:
            leg = self._leg(item, event)
            if not leg:
                continue
            if out:
                leg = _continued(leg, out[-1])
            out = _joined(out, timed(leg, start, end, before=False, after=False))
        return (Key(t=0, box=out[0].box), *out) if out and out[0].t > 0 else out

    def legs(self, item: Instance) -> list[Leg]:
        """The movements of a figure with their times: those that say where, else the first."""
        count = len(self.draft.events)
        found = [
            (self.draft.events.index(event) / count, 1.0, event) for event in self.events if self._moves(event, item)
        ]
        telling = [leg for leg in found if _tells(leg[2])] or found[:1]
        if telling and not self._waits(item, telling[0]):
            telling[0] = (0.0, 1.0, telling[0][2])
        ends = [*(leg[0] for leg in telling[1:]), 1.0][: len(telling)]
        return [(start, end, event) for (start, _, event), end in zip(telling, ends, strict=True)]

    def _waits(self, item: Instance, leg: Leg) -> bool:
        """Whether a figure does something else before its first movement."""
        earlier = [e for e in self.draft.events if self.draft.events.index(e) < self.draft.events.index(leg[2])]
        own = {item.entity, *self.mounts.get(item.entity, ())}
        done = [e for e in earlier if own & {n for a in e.agents for n in expanded(self.reading, a)}]
        return any(e.motion is None or e not in self.events for e in done)

    def _moves(self, event: Event, item: Instance) -> bool:
        if event.motion is None or event.action in AT_REST:
            return False
        return item.entity in self._movers(event)

    def _movers(self, event: Event) -> list[str]:
        """Who changes place in an event, the pursued before the pursuer."""
        agents = [name for agent in event.agents for name in expanded(self.reading, agent)]
        agents += [mount for mount, riders in self.mounts.items() if set(riders) & set(agents)]
        motion = event.motion
        if motion is not None and motion.relation == "follow" and motion.target is not None:
            own = any(e.motion is not None and motion.target in e.agents for e in self.events)
            return agents if own else [*expanded(self.reading, motion.target), *agents]
        return [*agents, *event.patients] if event.action in MOVING_OTHERS else agents

    def _leg(self, item: Instance, event: Event) -> tuple[Key, ...]:
        """One movement of a figure, with its group if it has one."""
        group = self._group(event, item)
        rest = self._middle(group, self.boxes[item.key])
        if "out of" in event.text:
            return self._beside(item, group, self._emerging(rest, event))
        motion = self._directed(item, event.motion or Motion())
        others = {other.entity: self.boxes[other.key] for other in self.items if other.key in self.boxes}
        if motion.relation in ("meet", "part"):
            sides = self._sides(group)
            return meeting(self.boxes[item.key], sides[item.key], parting=motion.relation == "part")
        if motion.around is not None:
            free = self.flat or motion.manner in ("fly", "swim", "float")
            return orbit(motion, rest, others, free=free, phase=group.index(item) / len(group))
        if motion.relation == "follow" and len(group) > 1:
            return self._following(item, group, motion)
        return self._beside(item, group, keys_for(motion, rest, others, flat=self.flat))

    def _group(self, event: Event, item: Instance) -> list[Instance]:
        """Who moves together in an event: pursuers first, in the order in which they stand on stage."""
        names = self._movers(event)
        ridden = {r for riders in self.mounts.values() for r in riders}
        moving = [other for other in self.items if other.entity in names and other.entity not in ridden]
        if event.motion is not None and event.motion.relation == "follow":
            moving.sort(key=lambda other: other.entity == event.motion.target)  # type: ignore[union-attr]
        return moving if item in moving else [item]

    def _middle(self, group: Sequence[Instance], box: Box) -> Box:
        """The box of a figure as if it stood in the middle of its group."""
        xs = [middle(self.boxes[other.key])[0] for other in group]
        return shifted(box, sum(xs) / len(xs) - middle(box)[0])

    def _beside(self, item: Instance, group: Sequence[Instance], keys: tuple[Key, ...]) -> tuple[Key, ...]:
        """The way of the group's middle as the way of one of its members."""
        if len(group) < 2:
            return keys
        widths = [(self.boxes[other.key][2] - self.boxes[other.key][0]) * 0.9 for other in group]
        whole = sum(widths)
        fit = min(1.0, max(BLOCK, 1.5 * max(widths)) / whole)
        index, reach = group.index(item), (whole - widths[-1]) / 2 * fit
        offset = (sum(widths[:index]) + widths[index] / 2 - whole / 2) * fit
        return tuple(beside(key, offset, reach, (index % 2) * 0.04 - 0.02) for key in keys)

    def _following(self, item: Instance, group: Sequence[Instance], motion: Motion) -> tuple[Key, ...]:
        """One behind the other, the pursued ahead; a stated way is gone along by both."""
        left = motion.direction == "left" or motion.end in ("left", "offscreen left")
        row = group[::-1] if left else group
        widths = [(self.boxes[other.key][2] - self.boxes[other.key][0]) * AHEAD for other in row]
        index = row.index(item)
        offset = sum(widths[:index]) + widths[index] / 2 - sum(widths) / 2
        if motion.direction in ("up", "down"):
            plain = motion.model_copy(update={"relation": "none", "target": None})
            return self._beside(item, row, keys_for(plain, self.boxes[item.key], {}, flat=self.flat))
        x = middle(self.boxes[item.key])[0]
        ends = (0.5 + CHASE, 0.5 - CHASE) if left else (0.5 - CHASE, 0.5 + CHASE)
        first, last = (rounded(shifted(self.boxes[item.key], end + offset - x)) for end in ends)
        return (Key(t=0, box=first), Key(t=1, box=last))

    def _sides(self, group: Sequence[Instance]) -> dict[str, int]:
        """-1 for those who come from the left, 1 for those from the right."""
        row = sorted(group, key=lambda other: middle(self.boxes[other.key])[0])
        half = (len(row) + 1) // 2
        return {other.key: -1 if index < half else 1 for index, other in enumerate(row)}

    def _emerging(self, rest: Box, event: Event) -> tuple[Key, ...]:
        """Out of the bushes, out of the house: from there, or from the back, to where it stands."""
        target = event.motion.target if event.motion else None
        origin = next((self.boxes[o.key] for o in self.items if o.entity == target and o.key in self.boxes), None)
        return emerging(rest, origin)

    def _directed(self, item: Instance, motion: Motion) -> Motion:
        """Travel without a stated direction keeps the heading that it had; nobody goes to what carries it."""
        if motion.target in self.mounts:
            motion = motion.model_copy(update={"target": None, "relation": "none"})
        if motion.past in self.mounts:
            motion = motion.model_copy(update={"past": None})
        stated = motion.direction or motion.start or motion.end or motion.around is not None
        led = motion.target if motion.relation != "follow" else None
        travels = item.action in TRAVELLING or motion.relation == "follow" or item.entity in self.mounts
        placed = any(a.region for a in appearances(self.draft, item.entity))
        if stated or led or placed or not travels:
            if motion.direction in ("left", "right"):
                self.heading[item.entity] = motion.direction
            return motion
        if motion.relation in ("meet", "part"):
            return motion
        heading = self.heading.setdefault(item.entity, "right")
        return motion.model_copy(update={"direction": heading})


def _tells(event: Event) -> bool:
    """Whether an event says where its movement goes."""
    motion = event.motion
    if motion is None:
        return False
    stated = motion.start or motion.end or motion.direction or motion.target or motion.past
    return bool(stated) or motion.around is not None or motion.relation != "none" or motion.manner == "jump"


def _continued(leg: tuple[Key, ...], last: Key) -> tuple[Key, ...]:
    """A movement that begins where the one before has ended."""
    if last.box is None or leg[0].box is None:
        return leg
    resting = [key for key in leg if key.box == leg[0].box]
    out = [Key(t=key.t, box=last.box) if key in resting else key for key in leg]
    return tuple(out)


def _joined(first: tuple[Key, ...], second: tuple[Key, ...]) -> tuple[Key, ...]:
    """Two movements as one; times stay in order."""
    if not first:
        return second
    return (*(key for key in first if key.t < second[0].t), *second)
