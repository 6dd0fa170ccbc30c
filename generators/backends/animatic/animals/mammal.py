"""Owns the Figure of four-limbed animals: scale, stance by action, anchors. Does not know: other body plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.backends.animatic.animals.quad import QuadArt
from generators.backends.animatic.animals.shapes import placed
from generators.backends.animatic.animals.skeleton import Skeleton, quad_skeleton
from generators.backends.animatic.animals.spec import QuadSpec
from generators.backends.animatic.animals.timing import seconds_of
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point
from planners.plan import Action


@dataclass(frozen=True)
class Mammal:
    """A four-limbed animal that is drawn in figure space."""

    art: QuadArt
    scale: float
    """Figure units per design unit."""

    @property
    def spec(self) -> QuadSpec:
        """The species' measures."""
        return self.art.spec

    def skeleton(self, pose: Pose) -> Skeleton:
        """The joints of a pose, in design units."""
        return quad_skeleton(self.spec, pose)

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        with placed(ink, (0.0, 0.0), scale=self.scale) as own:
            self.art.draw(own, self.skeleton(pose), pose)

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Named points in figure space."""
        s = self.skeleton(pose)
        r = self.spec.head.r
        mouth = self.art.head.mouth(s.yaw)
        points = {
            "head": s.head,
            "top": (s.head[0], s.head[1] - r * self.spec.head.skull[1]),
            "mouth": (s.head[0] + mouth[0] * r, s.head[1] + mouth[1] * r),
            "hand": (s.head[0] + mouth[0] * r, s.head[1] + mouth[1] * r),
            "far_hand": s.feet["front far"].at,
            "seat": s.hip,
            "back": self.art.axis(s).at(0.5, -1.0),
        }
        return {name: (x * self.scale, y * self.scale) for name, (x, y) in points.items()}

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
    return Mammal(art, height / art.spec.design_height)
