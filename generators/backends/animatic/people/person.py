"""Owns a person as a figure: appearance, build and outfit put together, drawn and anchored in any pose.

Does not know: where it stands, light of the scene, other figures.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point
from generators.backends.animatic.people import gait, poses, riding
from generators.backends.animatic.people.appearance import Appearance, resolve
from generators.backends.animatic.people.between import between
from generators.backends.animatic.people.body import Body
from generators.backends.animatic.people.fingers import Fingers
from generators.backends.animatic.people.head import Head
from generators.backends.animatic.people.skeleton import Build, Rig, proportions
from generators.backends.animatic.people.solving import solve
from generators.backends.animatic.people.wardrobe import Outfit, dress
from planners.plan import Action, Attributes


class Person:
    """One person with one look."""

    def __init__(self, appearance: Appearance, build: Build, outfit: Outfit, manner: int = 0) -> None:
        self.manner = manner
        self.appearance, self.build, self.outfit = appearance, build, outfit
        self._head = Head(appearance)
        self._solved = lru_cache(maxsize=64)(self._solve)

    @property
    def size(self) -> tuple[float, float]:
        """Nominal (width, height) in figure units."""
        return (self.build.tall * 0.38, self.build.tall)

    @property
    def fingers(self) -> Fingers:
        """The fingers that close over what the near hand holds."""
        glove = self.outfit.extras.get("gloves")
        return Fingers(self.rig, glove.colour if glove else self.appearance.skin, self.size)

    def seconds(self, action: Action) -> float:
        """Length of one cycle; smaller people move quicker."""
        return poses.seconds(action) * math.sqrt(self.build.tall / 100)

    def stride(self, action: Action) -> float:
        """Figure units travelled in one cycle of a gait."""
        if action in gait.DUTY:
            return 2 * gait.REACH[action] * self.build.leg / gait.DUTY[action]
        return self.build.leg * (0.55 if action in ("crawl", "climb") else 0.8 if action in ("push", "pull") else 1.1)

    def rig(self, pose: Pose) -> Rig:
        """The joints in a pose."""
        return self._solved(_bodily(pose))

    def _solve(self, pose: Pose) -> Rig:
        if pose.before is not None and pose.mount is None:
            came = replace(pose.before, reach=pose.reach, holding=pose.holding)
            return between(self.rig(came), self.rig(replace(pose, before=None)), pose.share)
        stance = riding.mounted(self.build, pose) or poses.stance(pose, self.manner)
        return solve(self.build, poses.held(stance, pose), pose.view, pose.reach, both=pose.holding == "large")

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        Body(ink, self.rig(pose), pose, self.outfit, self.appearance.skin, self._head).draw()

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """head, top, mouth, hand, far_hand, seat, back."""
        rig = self.rig(pose)
        unit = self.build.head
        a = math.radians(rig.head_angle)
        up = (math.sin(a) * unit, -math.cos(a) * unit)
        front = 0.4 if pose.view == "side" else 0.0
        x, y = rig.head
        return {
            "head": (x, y),
            "top": (x + up[0], y + up[1]),
            "mouth": (x - up[0] * 0.6 - up[1] * front, y - up[1] * 0.6 + up[0] * front),
            "hand": rig.palm(rig.near_arm),
            "far_hand": rig.palm(rig.far_arm),
            "seat": self._seat(pose, rig),
            "back": rig.at(0.7, -self.build.chest),
        }

    def _seat(self, pose: Pose, rig: Rig) -> Point:
        """What touches the seat: the feet of who stands on it, else the underside of the hips."""
        if pose.mount is not None and pose.mount.kind == "stand":
            return (rig.pelvis[0], 0.0)
        return (rig.pelvis[0], rig.pelvis[1] + self.build.hip * riding.SEAT)


def _bodily(pose: Pose) -> Pose:
    """The pose without what the face alone does."""
    came = pose.before and _bodily(pose.before)
    return replace(pose, mouth=0, blink=0, gaze=(0.0, 0.0), before=came)


def make_person(attributes: Attributes, seed: int) -> Person:
    """The person that the attributes describe; the seed fills what they leave open."""
    look = resolve(attributes, seed)
    dice = random.Random(f"{seed}-build")
    chance = dice.random()
    words = " ".join(filter(None, (attributes.build, attributes.size, *attributes.extra)))
    build = proportions(look.age, look.gender, words, chance)
    return Person(look, build, dress(attributes, look.age, look.gender, seed), dice.randrange(4))
