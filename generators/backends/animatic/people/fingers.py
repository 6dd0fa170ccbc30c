"""Owns the fingers that close over a held thing: drawn after the thing, which lies between them and the palm.

Does not know: what is held, arms, the order in which figures are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point
from generators.backends.animatic.people.hands import draw_fingers
from generators.backends.animatic.people.skeleton import Rig
from planners.plan import Action


@dataclass(frozen=True)
class Fingers:
    """The fingers of somebody's near hand, as a figure that stands where its owner stands."""

    rig: Callable[[Pose], Rig]
    skin: RGB
    """Or the colour of a glove."""
    size: tuple[float, float]

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        if pose.view == "back":
            return
        rig = self.rig(pose)
        arm = rig.near_arm
        draw_fingers(ink, arm.end, arm.angle, rig.build.hand * 0.95, self.skin, flip=pose.view != "side")

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """None."""
        return {}

    def seconds(self, action: Action) -> float:
        """Fingers do not move by themselves."""
        return 1.0
