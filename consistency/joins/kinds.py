"""Owns what a join is made from and what comes of it, as data that all kinds share.

Does not know: any kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from consistency.joins.frames import Frames

Box = tuple[float, float, float, float]
"""(x0, y0, x1, y1) in the frame, origin top left; parts outside [0, 1] are outside the frame."""


@dataclass(frozen=True)
class Pair:
    """The frames of both clips over the time of a join; frame i of both is the same moment of the film."""

    a: Frames
    b: Frames
    boxes_a: tuple[Box, ...] = ()
    """Where the subject is in each frame of `a`; empty when there is none."""
    boxes_b: tuple[Box, ...] = ()
    """Where the subject of `b` is, the same or another one."""

    @property
    def count(self) -> int:
        """Frames of the join."""
        return len(self.a)

    def cut(self) -> Frames:
        """The join that is none: the first half of one clip, the second of the other."""
        half = self.count // 2
        joined: Frames = self.a.copy()
        joined[half:] = self.b[half:]
        return joined


@dataclass(frozen=True)
class Made:
    """The frames of a join, or why there are none."""

    frames: Frames | None
    reason: str = ""
    """In a full sentence, when there are none."""


Maker = Callable[[Pair], Made]


def refused(reason: str) -> Made:
    """No frames, for a reason."""
    return Made(frames=None, reason=reason)


def boxes_for(boxes: Sequence[Box], count: int) -> tuple[Box, ...]:
    """As many boxes as frames: the last one holds; none stay none."""
    given = tuple(boxes)[:count]
    return (*given, *([given[-1]] * (count - len(given)))) if given else ()
