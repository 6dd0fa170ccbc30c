"""Owns the table from an action to the stance at a moment of its cycle, and what an emotion adds to a posture.

Does not know: sizes, clothes, drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.people import deeds, gait, rests
from generators.backends.animatic.people.skeleton import Arm, Stance
from planners.plan import Action, Emotion

Motion = Callable[[float], Stance]

MOTIONS: Mapping[Action, tuple[Motion, float]] = {
    "stand": (rests.stand, 3.6), "walk": (gait.walk, 1.05), "run": (gait.run, 0.62), "sit": (rests.sit, 3.6),
    "kneel": (rests.kneel, 3.4), "lie": (rests.lie, 4.0), "sleep": (rests.sleep, 4.4), "jump": (gait.jump, 1.1),
    "dance": (deeds.dance, 1.6), "reach": (deeds.reach, 2.4), "hold": (deeds.hold, 3.4), "carry": (deeds.carry, 3.2),
    "give": (deeds.give, 2.4), "wave": (deeds.wave_hand, 1.0), "point": (deeds.point, 2.6), "hug": (deeds.hug, 2.8),
    "fight": (deeds.fight, 1.0), "fly": (rests.fly, 2.6), "swim": (gait.swim, 1.5), "fall": (rests.fall, 0.9),
    "climb": (gait.climb, 1.4), "crawl": (gait.crawl, 1.2), "roll": (rests.roll, 1.0), "ride": (rests.ride, 1.0),
    "drive": (rests.drive, 1.6), "eat": (deeds.eat, 1.6), "drink": (deeds.drink, 3.0), "read": (deeds.read, 4.0),
    "write": (deeds.write, 1.4), "cook": (deeds.cook, 1.2), "sing": (deeds.sing, 2.0), "cry": (deeds.cry, 1.6),
    "laugh": (deeds.laugh, 0.8), "look": (deeds.look, 3.6), "talk": (deeds.talk, 2.2), "listen": (deeds.listen, 3.6),
    "push": (deeds.push, 1.3), "pull": (deeds.pull, 1.3), "throw": (deeds.throw, 1.2), "catch": (deeds.catch, 1.2),
    "open": (deeds.open_, 1.8), "hide": (rests.hide, 2.2), "dig": (deeds.dig, 1.5), "play": (deeds.play, 1.2),
    "paint": (deeds.paint, 1.8), "float": (rests.float_, 4.0), "sail": (rests.sail, 3.0), "spin": (deeds.spin, 1.0),
    "bow": (deeds.bow, 2.8), "hop": (gait.hop, 0.8), "perch": (rests.perch, 3.6), "crouch": (rests.crouch, 3.0),
}  # fmt: skip
"""The motion and the seconds of its cycle."""

_OWN_WAYS: Mapping[Action, tuple[Motion, ...]] = {
    "stand": rests.MANNERS, "talk": deeds.TALKS, "listen": deeds.LISTENS,
}  # fmt: skip
"""What each person does in a way of their own."""


@dataclass(frozen=True)
class Bearing:
    """What a feeling adds to a posture, in degrees and shares."""

    lean: float = 0.0
    curl: float = 0.0
    nod: float = 0.0
    shrug: float = 0.0
    arms: float = 0.0
    """Forward swing of the arms."""
    bend: float = 0.0


BEARINGS: Mapping[Emotion, Bearing] = {
    "happy": Bearing(lean=-2, nod=-4, bend=6), "sad": Bearing(lean=3, curl=14, nod=17, arms=6, bend=-4),
    "angry": Bearing(lean=5, nod=5, shrug=0.3, bend=16, arms=-6),
    "afraid": Bearing(lean=-6, curl=8, nod=-3, shrug=0.8, arms=16, bend=46),
    "surprised": Bearing(lean=-6, nod=-7, shrug=0.4, bend=22), "tender": Bearing(lean=2, curl=3, nod=7),
    "pain": Bearing(lean=9, curl=12, nod=10, shrug=0.5, arms=14, bend=24),
    "tired": Bearing(lean=3, curl=11, nod=11, arms=4, bend=-6), "proud": Bearing(lean=-4, curl=-5, nod=-9, arms=-5),
    "thoughtful": Bearing(lean=1, curl=4, nod=8),
}  # fmt: skip
_DRAWN_IN: frozenset[Emotion] = frozenset({"sad", "afraid", "pain", "tired", "surprised", "angry"})
"""Feelings in which everybody stands alike."""
_UPRIGHT: frozenset[Action] = frozenset(
    {"stand", "walk", "talk", "listen", "look", "sit", "hold", "carry", "give", "reach", "point", "kneel", "run"}
)
"""Actions that a feeling bends in full; others it bends by a third."""
_EMPTY_HANDED: frozenset[Action] = frozenset({"stand", "walk", "listen", "look"})
"""Actions in which a feeling also moves the arms."""


SEATED: frozenset[Action] = frozenset({"sit", "kneel", "perch", "crouch"})
"""Postures in which the arms are free for a deed."""


def stance(pose: Pose, manner: int = 0) -> Stance:
    """What the body does in a pose; `manner` picks the person's own way of standing."""
    if pose.deed is not None and pose.action in SEATED:
        lower, upper = (stance(replace(pose, action=a, deed=None), manner) for a in (pose.action, pose.deed))
        return replace(
            lower, near_arm=upper.near_arm, far_arm=upper.far_arm, lean=lower.lean + 0.6 * upper.lean,
            nod=upper.nod, shrug=upper.shrug, curl=lower.curl + 0.5 * upper.curl, over=upper.over,
        )  # fmt: skip
    motion, _ = MOTIONS[pose.action]
    own = _OWN_WAYS.get(pose.action)
    if own is not None and pose.emotion not in _DRAWN_IN:
        motion = own[manner % len(own)]
    found = motion((pose.phase % PHASES) / PHASES)
    bearing = BEARINGS.get(pose.emotion)
    if bearing is None:
        return found
    return _borne(found, bearing, pose.action)


def _borne(found: Stance, bearing: Bearing, action: Action) -> Stance:
    share = 1.0 if action in _UPRIGHT else 0.35
    near, far = found.near_arm, found.far_arm
    if action in _EMPTY_HANDED:
        near, far = (
            replace(arm, swing=arm.swing + bearing.arms, bend=max(arm.bend + bearing.bend, 2)) for arm in (near, far)
        )
    return replace(
        found,
        lean=found.lean + bearing.lean * share,
        curl=found.curl + bearing.curl * share,
        nod=found.nod + bearing.nod * share,
        shrug=found.shrug + bearing.shrug * share,
        near_arm=near,
        far_arm=far,
    )


def held(found: Stance, pose: Pose) -> Stance:
    """The stance with its hands around what is held."""
    if pose.holding is None:
        return found
    near = replace(found.near_arm, hand="grip")
    if pose.holding == "large" and pose.action != "carry":
        return replace(
            found, near_arm=replace(near, swing=22, bend=62, at=None), far_arm=Arm(swing=30, bend=58, hand="grip")
        )
    if pose.action in _EMPTY_HANDED and pose.reach is None:
        near = replace(near, bend=near.bend + 34)
    return replace(found, near_arm=near)


def seconds(action: Action) -> float:
    """Length of one cycle."""
    return MOTIONS[action][1]
