"""Owns the Figure of all animals that are neither mammal-like nor bird: one drawing function each, moved by action.

Does not know: single species (see `fishes`, `bugs`, `shore`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generators.backends.animatic.animals import features
from generators.backends.animatic.animals.mood import face_of
from generators.backends.animatic.animals.shapes import circle, placed, wave
from generators.backends.animatic.animals.spec import Coat, HeadSpec
from generators.backends.animatic.animals.timing import seconds_of
from generators.backends.animatic.animals.wear import Worn, wear_head
from generators.backends.animatic.colours import RGB, VIOLET, mix
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Ink, Point, ellipse
from planners.plan import Action

_ROUND = HeadSpec(1.0, skull=(1.0, 0.95))
MOVING = frozenset({"walk", "run", "crawl", "swim", "fly", "hop", "climb", "float"})


@dataclass(frozen=True)
class Draft:
    """What a drawing function gets: the coat, the pose, and how far the cycle is."""

    coat: Coat
    pose: Pose
    seed: int = 0

    @property
    def beat(self) -> float:
        """A slow sine when resting, a full one when moving, in -1 .. 1."""
        return wave(self.pose.phase, PHASES) * (1.0 if self.pose.action in MOVING else 0.35)

    @property
    def moving(self) -> bool:
        """Whether the figure travels."""
        return self.pose.action in MOVING

    def swing(self, shift: float, turns: float = 1.0) -> float:
        """A sine of the cycle, shifted."""
        return wave(self.pose.phase, PHASES, turns, shift) * (1.0 if self.moving else 0.3)


@dataclass(frozen=True)
class CreatureSpec:
    """A small or limbless animal; lengths in design units."""

    height: float
    """Figure units."""
    size: tuple[float, float]
    """Width and height in design units."""
    head: tuple[float, float, float]
    """Middle and radius of the face."""
    coat: Coat
    draw: Callable[[Ink, Draft], None]
    flies: bool = False
    """Whether it hovers when it flies (bugs)."""


def draw_face(
    ink: Ink, d: Draft, at: Point, r: float, around: RGB, *, gap: float = 0.4, turn: float = 0.3, eye: float = 1.0,
    mouth: float | None = 0.45,
) -> None:  # fmt: skip
    """Two eyes, a mouth and blush for round heads; `turn` moves the face toward the front, in head radii."""
    face = face_of(d.pose)
    with placed(ink, at, scale=r) as own:
        eyes = (
            features.Eye((turn - gap, -0.1), eye, 1.0, d.coat.iris, around),
            features.Eye((turn + gap, -0.1), eye, 0.88, d.coat.iris, around),
        )
        for side, one in zip((-1, 1), eyes, strict=True):
            features.draw_eye(own, one, face, d.pose)
            features.draw_brow(own, one, face, side)
        own.flat(circle(turn - gap - 0.14, 0.3, 0.15), features.BLUSH, 90)
        own.flat(circle(turn + gap + 0.1, 0.3, 0.13), features.BLUSH, 90)
        if face.tear:
            features.draw_tear(own, eyes[0])
        if mouth is None:
            return
        line = mix(around, VIOLET, 0.7) if not features.dark(around) else (250, 226, 210)
        features.draw_mouth(
            own, d.pose, face, left=(turn - 0.24, mouth - 0.04), middle=(turn, mouth + 0.03),
            right=(turn + 0.22, mouth - 0.04), colour=line,
        )  # fmt: skip


@dataclass(frozen=True)
class Creature:
    """A figure around one drawing function."""

    spec: CreatureSpec
    coat: Coat
    scale: float
    seed: int = 0
    wears: tuple[Worn, ...] = ()

    def _place(self, pose: Pose) -> tuple[float, float, float, float]:
        """(dx, dy, degrees, squash) by which the action moves the whole drawing, in design units."""
        tall = self.spec.size[1]
        p = pose.phase / PHASES
        if pose.action in ("jump", "hop"):
            up = abs(math.sin(math.pi * p))
            return (0.0, -tall * 0.7 * up, -8 * math.cos(math.pi * p), 1.0)
        if pose.action == "fly" or (self.spec.flies and pose.action == "float"):
            return (0.0, -tall * 0.08 * (1 + wave(pose.phase, PHASES)), -6.0, 1.0)
        if pose.action == "roll":
            return (0.0, 0.0, 360 * p, 1.0)
        if pose.action == "fall":
            return (0.0, 0.0, 24 + 12 * wave(pose.phase, PHASES), 1.0)
        if pose.action in ("dance", "spin", "play", "laugh", "fight"):
            return (0.0, -tall * 0.06 * abs(wave(pose.phase, PHASES, 2)), 8 * wave(pose.phase, PHASES), 1.0)
        if pose.action in ("lie", "sleep", "crouch", "hide", "sit"):
            return (0.0, 0.0, 0.0, 0.9 + 0.02 * wave(pose.phase, PHASES))
        if pose.action in ("eat", "drink", "bow", "dig"):
            return (0.0, 0.0, 7 + 4 * wave(pose.phase, PHASES, 3), 1.0)
        return (0.0, 0.0, 0.0, 1.0)

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw in figure space."""
        dx, dy, degrees, squash = self._place(pose)
        with placed(ink, (0.0, 0.0), scale=self.scale) as own:
            middle = (0.0, -self.spec.size[1] / 2)
            own.canvas.translate(dx, dy)
            if degrees:
                own.canvas.rotate(degrees, *middle)
            own.canvas.scale(1.0, squash)
            self.spec.draw(own, Draft(self.coat, pose, self.seed))
            if self.wears:
                self._wear(own)

    def _wear(self, ink: Ink) -> None:
        x, y, r = self.spec.head
        for worn in self.wears:
            if worn.shape in ("scarf", "bow", "collar", "coat", "vest", "cape"):
                ink.part(ellipse(x - r * 0.2, y + r * 1.0, r * 0.8, r * 0.22, 8), worn.colour, role="cloth", line=0.8)
        eyes = (features.Eye((-0.1, -0.1)), features.Eye((0.7, -0.1), 1.0, 0.88))
        with placed(ink, (x, y), scale=r) as own:
            wear_head(own, self.wears, _ROUND, eyes, 1.0)

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Named points in figure space."""
        dx, dy, _, squash = self._place(pose)
        x, y, r = self.spec.head
        w, h = self.spec.size
        points = {
            "head": (x, y), "top": (x, y - r), "mouth": (x + r * 0.5, y + r * 0.45), "hand": (x + r, y + r * 0.5),
            "far_hand": (x + r, y + r * 0.5), "seat": (0.0, -h * 0.3), "back": (-w * 0.1, -h * 0.75),
        }  # fmt: skip
        k = self.scale
        return {name: ((px + dx) * k, (py * squash + dy) * k) for name, (px, py) in points.items()}

    def seconds(self, action: Action) -> float:
        """Length of one cycle of the action."""
        base = seconds_of(action, self.size[1])
        return base * 0.6 if self.spec.flies and action == "fly" else base

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in figure units."""
        return (self.spec.size[0] * self.scale, self.spec.size[1] * self.scale)


def make_creature(
    spec: CreatureSpec, coat: Coat, *, height: float, seed: int = 0, wears: tuple[Worn, ...] = ()
) -> Creature:
    """The figure that is `height` figure units tall."""
    return Creature(spec, coat, height / spec.size[1], seed, wears)
