"""Owns things that live: a prop or vehicle with eyes and a mouth that looks, blinks, speaks and hops.

Does not know: which things live, what they say.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from generators.backends.animatic.crafting import INK, Crafted
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Ink, Point, blob, ellipse
from planners.plan import Action

OWN_FACE = frozenset({"robot", "ghost", "doll", "teddy", "snowman", "skull", "scarecrow", "chess piece"})
_HOPS = frozenset({"walk", "run", "dance", "hop", "jump", "laugh", "sing", "play"})
_BROWS: Mapping[str, tuple[float, float]] = {
    "angry": (0.5, -0.1), "sad": (-0.4, 0.0), "afraid": (-0.45, -0.3), "pain": (-0.4, 0.0), "surprised": (0.0, -0.4),
    "proud": (0.15, -0.2), "thoughtful": (0.25, -0.1),
}  # fmt: skip
_CURVES: Mapping[str, float] = {
    "happy": 0.45, "proud": 0.35, "tender": 0.3, "neutral": 0.2, "sad": -0.35, "angry": -0.25, "afraid": -0.25,
    "pain": -0.35, "tired": -0.05, "surprised": 0.0, "thoughtful": 0.05,
}  # fmt: skip
_WHITE = (252, 250, 244)


@dataclass(frozen=True)
class Living:
    """A thing with a face."""

    thing: Crafted
    hops: bool = True

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw the thing, its hop and its face."""
        canvas = ink.canvas
        canvas.save()
        if self.hops and pose.action in _HOPS:
            turn = 2 * math.pi * pose.phase / PHASES
            canvas.translate(0, -abs(math.sin(turn)) * self.size[1] * 0.07)
            canvas.rotate(4 * math.sin(turn))
        self.thing.draw(ink, pose)
        if self.thing.kind.name not in OWN_FACE:
            x, y, half = self._face_in(pose)
            _eyes(ink, x, y, half, pose)
            _mouth(ink, x, y + half * 0.75, half, pose)
        canvas.restore()

    def _face_in(self, pose: Pose) -> tuple[float, float, float]:
        """The face in this pose: in the middle when the thing is seen from ahead."""
        x, y, half = self._face
        return (0.0 if self.thing.ended(pose) else x, y, half)

    @property
    def _face(self) -> tuple[float, float, float]:
        """Middle between the eyes and half the face's width, in figure units."""
        kind, factor = self.thing.kind, self.thing.factor
        width, height = self.size
        if kind.face is None or kind.face[2] < 1:
            return (0.0, -height * 0.56, min(width, height) * 0.24)
        x, y, half = kind.face
        scale = kind.scale * factor
        fx, fy = kind.place((x, y))
        fx, fy = self.thing.place((fx * factor, fy * factor))
        return (fx, fy, half * scale)

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Those of the thing, with mouth, head and hands."""
        x, y, half = self._face_in(pose)
        width, height = self.size
        own = dict(self.thing.anchors(pose))
        own |= {"head": (x, y), "mouth": (x, y + half * 0.75), "top": (0.0, -height)}
        own |= {"hand": (width * 0.5, -height * 0.42), "far_hand": (-width * 0.5, -height * 0.42)}
        own.setdefault("seat", (0.0, -height))
        return own

    def seconds(self, action: Action) -> float:
        """Length of a cycle in seconds."""
        return self.thing.seconds(action)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in figure units."""
        return self.thing.size

    @property
    def cabin(self) -> bool:
        """Whether riders sit inside."""
        return self.thing.cabin


def _eyes(ink: Ink, x: float, y: float, half: float, pose: Pose) -> None:
    tilt, lift = _BROWS.get(pose.emotion, (0.0, 0.0))
    radius = half * 0.36
    closed = pose.blink == 2 or pose.action == "sleep"
    for side in (-1, 1):
        cx = x + side * half * 0.52
        if closed:
            lid = [(cx - radius, y), (cx, y + radius * 0.5), (cx + radius, y)]
            ink.stroke(blob(lid, close=False), INK, radius * 0.28)
            continue
        tall = radius * (1.25 if pose.blink == 0 else 0.6)
        ink.part(ellipse(cx, y, radius, tall), _WHITE, line=0.7, depth=0.4)
        px, py = cx + radius * (0.15 + 0.35 * pose.gaze[0]), y + tall * 0.35 * pose.gaze[1]
        pupil = radius * 0.58
        ink.flat(ellipse(px, py, pupil, min(pupil * 1.1, tall * 0.9)), INK)
        ink.flat(ellipse(px - pupil * 0.3, py - pupil * 0.4, pupil * 0.32, pupil * 0.32), _WHITE)
        if pose.emotion in _BROWS:
            by = y - radius * (1.75 - lift)
            inner, outer = by + tilt * radius, by - tilt * radius * 0.4
            brow = [(cx - side * radius * 0.9, inner), (cx + side * radius * 0.9, outer)]
            ink.stroke(blob([brow[0], ((brow[0][0] + brow[1][0]) / 2, by), brow[1]], close=False), INK, radius * 0.32)


def _mouth(ink: Ink, x: float, y: float, half: float, pose: Pose) -> None:
    wide = half * (0.34 + 0.04 * pose.mouth)
    opened = max(pose.mouth, 2 if pose.emotion == "surprised" else 0)
    if opened:
        tall = half * (0.08 + 0.12 * opened)
        ink.flat(ellipse(x, y + tall * 0.4, wide, tall), (112, 40, 58))
        ink.flat(ellipse(x, y + tall * 0.85, wide * 0.6, tall * 0.42), (226, 110, 110))
        return
    curve = _CURVES.get(pose.emotion, 0.2) * half
    smile = [(x - wide, y), (x, y + curve), (x + wide, y)]
    ink.stroke(blob(smile, close=False), INK, half * 0.1)
