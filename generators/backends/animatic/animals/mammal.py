"""Owns the Figure of four-limbed animals: scale, stance by action, anchors. Does not know: other body plans."""

# ruff: noqa: E501 (outlines)

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generators.backends.animatic.animals.between import between
from generators.backends.animatic.animals.quad import QuadArt
from generators.backends.animatic.animals.shapes import placed
from generators.backends.animatic.animals.skeleton import Skeleton, quad_skeleton
from generators.backends.animatic.animals.spec import QuadSpec
from generators.backends.animatic.animals.timing import seconds_of
from generators.backends.animatic.animals.upright import front_skeleton, slimmed, upright_skeleton
from generators.backends.animatic.animals.wear import dressed
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point
from planners.plan import Action

HANDY = frozenset({
    "hold", "carry", "read", "write", "cook", "give", "drive", "ride", "paint", "throw", "catch", "open", "hug", "reach",
    "dance", "push", "pull",
})  # fmt: skip
"""Actions for which an animal with paws rises on its hind legs."""
PRONE = frozenset({"lie", "sleep", "crawl"})
FRONTAL = frozenset({
    "stand", "talk", "look", "listen", "walk", "run", "wave", "laugh", "cry", "sing", "hold", "carry", "point", "give",
    "dance", "jump", "hug", "reach", "read", "cook", "bow", "eat", "drink",
})  # fmt: skip
"""Actions that have drawings from the front and the back; others are seen from the side."""


@dataclass(frozen=True)
class Mammal:
    """A four-limbed animal that is drawn in figure space."""

    art: QuadArt
    two: QuadArt
    """The same animal on two legs."""
    scale: float
    """Figure units per design unit."""

    @property
    def spec(self) -> QuadSpec:
        """The species' measures."""
        return self.art.spec

    def skeleton(self, pose: Pose) -> Skeleton:
        """The joints of a pose, in design units."""
        if pose.before is not None:
            came = replace(pose.before, reach=pose.reach, holding=pose.holding)
            return between(self.skeleton(came), self.skeleton(replace(pose, before=None)), pose.share)
        upright = self.upright(pose)
        if pose.view != "side" and pose.action in FRONTAL:
            return front_skeleton(self.two.spec if upright else self.spec, pose, upright=upright)
        return upright_skeleton(self.two.spec, pose) if upright else quad_skeleton(self.spec, pose)

    def upright(self, pose: Pose) -> bool:
        """Whether it stands on two legs: by nature, because it is dressed, or because it needs its hands."""
        if pose.action in PRONE:
            return False
        if self.spec.plan == "upright" or dressed(self.art.wears):
            return True
        return self.spec.hands and (pose.action in HANDY or pose.holding is not None)

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        if pose.view != "side":
            pose = pose.settled
        with placed(ink, (0.0, 0.0), scale=self.scale) as own:
            s = self._local(pose)
            art = self.two if s.stance == "two" else self.art
            if pose.view != "side" and pose.action in FRONTAL:
                art.draw_front(own, s, pose, back=pose.view == "back")
            else:
                art.draw(own, s, pose)

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Named points in figure space."""
        if pose.view != "side":
            pose = pose.settled
        s = self._local(pose)
        r = self.spec.head.r
        mouth = self.art.head.mouth(s.yaw)
        points = {
            "head": s.head,
            "top": (s.head[0], s.head[1] - r * self.spec.head.skull[1]),
            "mouth": (s.head[0] + mouth[0] * r, s.head[1] + mouth[1] * r),
            "hand": self._hand(s),
            "far_hand": s.feet["front far"].at,
            "seat": s.hip,
            "back": self.art.axis(s).at(0.5, -1.0),
        }
        return {name: (x * self.scale, y * self.scale) for name, (x, y) in points.items()}

    def _local(self, pose: Pose) -> Skeleton:
        if pose.reach is not None:
            pose = replace(pose, reach=(pose.reach[0] / self.scale, pose.reach[1] / self.scale))
        return self.skeleton(pose)

    def _hand(self, s: Skeleton) -> Point:
        if s.stance == "two":
            return self.two.limb(s, "front near").foot.at
        x, y = self.art.head.mouth(s.yaw)
        r = self.spec.head.r
        return (s.head[0] + x * r, s.head[1] + y * r)

    def seconds(self, action: Action) -> float:
        """Length of one cycle of the action."""
        return seconds_of(action, self.size[1])

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in figure units."""
        spec = self.spec
        wide = spec.length + spec.hip_r + spec.neck[0] + spec.head.r * (1 + spec.muzzle_reach)
        return (wide * self.scale, spec.design_height * self.scale)


def make_mammal(art: QuadArt, *, height: float) -> Mammal:
    """The figure that stands `height` figure units to the top of its skull."""
    two = replace(art, spec=slimmed(art.spec))
    return Mammal(art, two, height / art.spec.design_height)
