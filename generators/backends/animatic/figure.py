"""Owns the contract between figures (people, animals, vehicles, props) and the stage that shows them.

Figure space: 100 units are the height of a standing adult person. Origin is on the ground under the
figure's middle (for what flies, swims or hangs: its lowest middle point); x to the right, y DOWN, so a
head is at negative y. Figures are drawn facing RIGHT (or front, or back); the stage mirrors for left.
Does not know: any one figure, light of the scene, where on the stage it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from generators.backends.animatic.kit import Ink, Point
from planners.plan import Action, Emotion

PHASES = 12
"""Drawings in one cycle of an action; poses change on twos, so 12 fill one second at 24 fps."""


@dataclass(frozen=True)
class Mount:
    """What a figure rides, so that its hands and feet meet it. Points are from its seat, in its own figure units."""

    kind: str = "back"
    """back (astride an animal), cycle (bars and pedals or rests), stand (on its deck), boat (seated, oars)."""
    bars: Point | None = None
    """Where the hands hold."""
    pedals: Point | None = None
    """Middle of the crank, or where the feet rest."""
    crank: float = 0.0
    """Length of a pedal's arm; 0 for rests that do not turn."""


@dataclass(frozen=True)
class Pose:
    """Everything about a figure that changes over time, quantised so that drawings can be cached."""

    action: Action = "stand"
    phase: int = 0
    """0 .. PHASES-1 within the action's cycle (gaits, waves, chewing)."""
    view: str = "side"
    """side (three-quarter to the right), front (to the camera), back."""
    emotion: Emotion = "neutral"
    mouth: int = 0
    """0 closed, 1 small, 2 open, 3 wide; from the speaker's own audio."""
    blink: int = 0
    """0 open, 1 half, 2 closed."""
    reach: Point | None = None
    """Where the near hand goes, in figure units; None lets the action decide."""
    holding: str | None = None
    """What the near hand closes on: None, "small" (one hand), "large" (both arms)."""
    gaze: Point = (0.0, 0.0)
    """Direction of the eyes, each in -1 .. 1: x to the figure's front, y down."""
    deed: Action | None = None
    """What face and arms do while the action is a posture: who sits may talk, laugh, wave."""
    mount: Mount | None = None
    """What it rides while it rides, drives or sits; None lets the action decide."""
    before: Pose | None = None
    """What it did until just now, when it is on the way from there; None: it is there."""
    share: float = 1.0
    """How far it is on that way, 0 to 1, in steps."""

    @property
    def settled(self) -> Pose:
        """The nearer of the two poses between which it is, for figures that do not move from one to the other."""
        if self.before is None:
            return self
        return replace(self, before=None, share=1.0) if self.share >= 0.5 else self.before


class Figure(Protocol):
    """Something with one fixed appearance that can be drawn in any pose."""

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space. Solid parts only through `ink`; no shadow on the ground (the stage does it)."""

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Named points in figure space. People and animals: head (centre), top, mouth, hand, far_hand, seat, back.

        Lamps and fires: light. Vehicles: seat (where a rider's seat is), floor.
        """

    def seconds(self, action: Action) -> float:
        """Length of one cycle of the action in seconds (the stage turns time into `Pose.phase`)."""

    @property
    def size(self) -> tuple[float, float]:
        """Nominal (width, height) in figure units, standing, side view; an adult person is about (38, 100)."""
