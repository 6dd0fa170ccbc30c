"""Owns contact between figures in a frame: hands on held things, riders on seats, and who is drawn over whom.

Does not know: how anything is drawn, the camera's way, light.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generators.backends.animatic.figure import Mount
from generators.backends.animatic.kit import Point
from generators.backends.animatic.performance import Acting
from generators.backends.animatic.troupe import Placement, nudged
from planners.plan import Action
from planners.seats import TETHERED

HAND = "hand:"
"""Prefix of the keys of fingers, which the plan does not know."""
_SHOULDER = -0.72
"""Height of a shoulder in figure heights, y down."""
_ARM = 0.44
"""Length of an arm in figure heights."""
_LARGE = 0.3
"""A held thing taller than this share of its holder takes both arms."""
_STRING = (0.3, -0.68)
"""Where the hand is that holds a string, in figure heights."""
_CRANK = 0.47
"""Length of a pedal's arm over the height of its axle."""
_STRAY = 1.6
"""A rider farther from the seat than this share of its own height stays in its own box."""


@dataclass(frozen=True)
class Stood:
    """One member with its place in the frame."""

    act: Acting
    at: Placement

    @property
    def key(self) -> str:
        """The track's key."""
        return self.act.member.track.key


def joined(stood: Sequence[Stood]) -> list[Stood]:
    """The members with hands on what they hold and riders on their seats, ordered from far to near."""
    by_key = {item.key: item for item in stood}
    done = dict(by_key)
    riders = Counter(item.act.member.track.held_by for item in stood)
    for item in stood:
        holder = by_key.get(item.act.member.track.held_by or "")
        if holder is None:
            continue
        if flown(item.act, holder.act) and "hand" in _anchors(holder):
            tall = holder.act.member.figure.size[1]
            up = holder.at.point((_STRING[0] * tall, _STRING[1] * tall))
            done[holder.key] = _reaching(done[holder.key], up, 0.0)
        elif _rides(item, holder) or "hand" not in _anchors(holder):
            done[item.key] = _seated(item, done[holder.key], alone=riders[holder.key] == 1)
        else:
            done[holder.key], done[item.key] = _held(item, done[holder.key])
    return _ordered([*done.values(), *_fingers(done)])


def _fingers(stood: Mapping[str, Stood]) -> list[Stood]:
    """The fingers of every hand that holds something of the plan."""
    found = []
    for item in stood.values():
        of = getattr(item.act.member.figure, "fingers", None)
        if of is None or item.act.pose.holding is None:
            continue
        member = item.act.member
        track = member.track.model_copy(update={"key": HAND + item.key, "held_by": item.key})
        pose = replace(item.act.pose, mouth=0, blink=0, gaze=(0.0, 0.0))
        closing = replace(member, track=track, figure=of, name=f"{member.name}|hand")
        found.append(replace(item, act=replace(item.act, member=closing, pose=pose)))
    return found


def flown(act: Acting, holder: Acting) -> bool:
    """Whether a thing is in the air on a string rather than in the hand."""
    return act.member.entity.attributes.noun in TETHERED and act.box[3] < (holder.box[1] + holder.box[3]) / 2


def _rides(item: Stood, holder: Stood) -> bool:
    """Whether it sits on the other, rather than lying in its arms."""
    if item.act.member.entity.kind != "character":
        return False
    person = holder.act.member.entity.kind == "character" and holder.act.member.entity.attributes.species is None
    small = item.act.member.figure.size[1] * item.at.sy < 0.62 * holder.act.member.figure.size[1] * holder.at.sy
    return not (person and small)


def _anchors(item: Stood) -> dict[str, Point]:
    return dict(item.act.member.figure.anchors(item.act.pose))


def _held(item: Stood, holder: Stood) -> tuple[Stood, Stood]:
    """The holder reaching for the thing, and the thing in its hand."""
    grip = item.at.point(_anchors(item).get("grip", (0.0, -item.act.member.figure.size[1] / 2)))
    tall = holder.act.member.figure.size[1]
    size = item.act.member.figure.size[1] * item.at.sy / max(tall * holder.at.sy, 1e-6)
    holder = _reaching(holder, grip, size)
    hand = holder.at.point(_anchors(holder)["hand"])
    return holder, replace(item, at=nudged(item.at, hand[0] - grip[0], hand[1] - grip[1]))


def _reaching(holder: Stood, to: Point, size: float) -> Stood:
    """A person whose hand goes toward a point of the frame, closed on something of a size in own heights."""
    pose = holder.act.pose
    if holder.act.member.entity.attributes.species is not None or pose.view == "back":
        return holder
    reach = _within_reach(holder.at.units(*to), holder.act.member.figure.size[1])
    pose = replace(pose, reach=reach, holding="large" if size > _LARGE else "small")
    return replace(holder, act=replace(holder.act, pose=pose))


def _within_reach(at: Point, tall: float) -> Point:
    """The point, or the nearest that an arm gets to; in steps, so that drawings can be kept."""
    dx, dy = at[0], at[1] - _SHOULDER * tall
    far = math.hypot(dx, dy)
    share = min(1.0, _ARM * tall / far) if far > 0 else 1.0
    step = max(tall * 0.03, 1.0)
    x, y = dx * share, _SHOULDER * tall + dy * share
    return (round(x / step) * step, round(y / step) * step)


def _seated(item: Stood, carrier: Stood, *, alone: bool) -> Stood:
    """The rider's seat on the carrier's seat, when its box is near; several share it side by side."""
    item = _mounted(item, carrier)
    under = _anchors(carrier)
    seat = under.get("seat") if carrier.act.member.entity.kind == "prop" else under.get("back", under.get("seat"))
    if seat is None:
        return item
    person = item.act.member.entity.attributes.species is None
    own = _anchors(item).get("seat") if person and item.act.pose.action != "stand" else None
    to = carrier.at.point(seat)
    of = item.at.point(own if own is not None else (0.0, 0.0))
    dx, dy = to[0] - of[0] if alone else 0.0, to[1] - of[1]
    if math.hypot(dx, dy) > _STRAY * item.act.member.figure.size[1] * item.at.sy:
        return item
    return replace(item, at=nudged(item.at, dx, dy))


def _mounted(item: Stood, carrier: Stood) -> Stood:
    """A person who rides, facing as the mount does, in time with it, told where its bars and pedals are."""
    act = item.act
    person = act.member.entity.kind == "character" and act.member.entity.attributes.species is None
    if not person or act.pose.action not in ("ride", "drive", "sit") or carrier.act.pose.view != "side":
        return item
    mirrored = carrier.at.mirrored
    item = replace(item, at=replace(item.at, mirrored=mirrored))
    found = _mount(item, carrier)
    if found is None:
        return Stood(act, replace(item.at, mirrored=act.mirrored))
    action: Action = "ride" if act.pose.action == "sit" else act.pose.action
    pose = replace(act.pose, action=action, view="side", phase=carrier.act.pose.phase, mount=found)
    return replace(item, act=replace(act, pose=pose, mirrored=mirrored))


def _mount(item: Stood, carrier: Stood) -> Mount | None:
    """Bars and pedals of a carrier from its seat, in the rider's units; None for what has no saddle."""
    under = _anchors(carrier)
    animal = carrier.act.member.entity.kind == "character"
    seat = under.get("back") if animal else under.get("seat")
    if seat is None or (carrier.act.member.entity.attributes.species is None and animal):
        return None
    x0, y0 = carrier.at.point(seat)
    step = max(item.act.member.figure.size[1] * 0.01, 0.5)

    def seen(name: str) -> Point | None:
        if name not in under:
            return None
        x, y = carrier.at.point(under[name])
        across = (x - x0) / item.at.sx * (-1 if item.at.mirrored else 1)
        return (round(across / step) * step, round((y - y0) / item.at.sy / step) * step)

    if animal:
        return Mount("back")
    bars, pedals = seen("bars"), seen("pedal")
    noun = carrier.act.member.entity.attributes.noun
    if noun.endswith("board"):
        return Mount("stand")
    if bars is None or bars[0] <= 0:
        return None
    if getattr(carrier.act.member.figure, "cabin", False):
        return Mount("boat", bars)
    if -bars[1] > 0.42 * item.act.member.figure.size[1]:
        return Mount("stand", bars)
    if pedals is None:
        return Mount("cycle", bars, seen("floor"))
    crank = _CRANK * -under["pedal"][1] * carrier.at.sy / item.at.sy
    return Mount("cycle", bars, pedals, round(crank / step) * step)


def _ordered(stood: list[Stood]) -> list[Stood]:
    """From far to near; what is held goes over its holder, who sits in a cabin goes under it."""
    base = {item.key: (item.act.member.track.depth, item.act.box[3]) for item in stood}

    def rank(item: Stood) -> tuple[float, float, int]:
        track = item.act.member.track
        carrier = next((c for c in stood if c.key == track.held_by), None)
        if carrier is None:
            return (*base[item.key], 0)
        if item.key.startswith(HAND):
            return (*base[carrier.key], 2)
        inside = bool(getattr(carrier.act.member.figure, "cabin", False))
        return (*base[carrier.key], -1 if inside else 1)

    return sorted(stood, key=rank)
