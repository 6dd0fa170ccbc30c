"""Owns the measures that all headwear shares: places on the hatted skull, crowns, brims, bands, clips.

Does not know: any one hat.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly
from generators.backends.animatic.people.hairline import Run, joined, run
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import TINY, lerp, skin_shade, weight


@dataclass(frozen=True)
class Block:
    """A hat block: u = -1..1 across the skull (near to far), v is y in head units."""

    skull: Skull
    rear: bool = False

    @property
    def middle(self) -> float:
        """X of the skull's middle."""
        return (self.skull.left + self.skull.right) / 2

    @property
    def half(self) -> float:
        """Half the width of the skull."""
        return (self.skull.right - self.skull.left) / 2

    def at(self, u: float, v: float) -> Point:
        """A place on the block."""
        return (self.middle + u * self.half, v)

    def many(self, points: Sequence[Point]) -> list[Point]:
        """Places on the block."""
        return [self.at(u, v) for u, v in points]

    @property
    def front(self) -> float:
        """The u of the middle of the forehead."""
        return 0.0 if self.rear else (self.skull.axis - self.middle) / self.half

    def edge(self, v: float, sag: float, out: float = 1.0) -> list[Point]:
        """A hat's lower edge over the forehead, far to near."""
        bend = -sag if self.rear else sag
        f = self.front
        return self.many(
            [
                (out, v),
                (0.62 + 0.2 * f, v + bend * 0.72),
                (f * 0.8, v + bend),
                (-0.62 + 0.2 * f, v + bend * 0.72),
                (-out, v),
            ]
        )

    def crown(
        self, over: Sequence[Point], v: float, sag: float, out: float = 1.02, *, sharp: bool = False
    ) -> skia.Path:
        """A hat's body: from the near edge over the given points to the far edge and back along the forehead."""
        rim = self.edge(v, sag, out)
        body: Run = run([rim[-1], *self.many(over), rim[0]], sharp=sharp)
        return joined([body, run(rim)])

    def band(self, v: float, sag: float, tall: float, out: float = 1.03) -> skia.Path:
        """A strip of height `tall` above the edge."""
        low, high = self.edge(v, sag, out), self.edge(v - tall, sag, out * 0.995)
        return joined([run(low), run(high[::-1])])

    def below(self, v: float, sag: float) -> skia.Path:
        """Everything under the edge: hair shows only there."""
        return poly([(-9.0, v), *self.edge(v, sag, 1.0)[::-1], (9.0, v), (9.0, 9.0), (-9.0, 9.0)])

    def brim(self, v: float, wide: float, tall: float, shift: float = 0.0) -> skia.Path:
        """An elliptical brim around the head."""
        x, _ = self.at(self.front * 0.3 + shift, 0)
        return ellipse(x, v, self.half * wide, tall)


DOME: tuple[Point, ...] = ((-1.06, -0.72), (-0.62, -1.08), (0.0, -1.18), (0.62, -1.08), (1.06, -0.72))
"""A round crown that hugs the skull with a little air."""


def part(ink: Ink, path: skia.Path, colour: RGB, role: str = "cloth", depth: float = 0.9) -> None:
    """A piece of headwear in the hand."""
    ink.part(path, colour, role=role, line=weight(ink), depth=depth)


def cast(ink: Ink, block: Block, path: skia.Path, drop: float = 0.12) -> None:
    """The shade that a brim or an edge throws on the face."""
    if ink.px < TINY or block.rear:
        return
    fallen = skia.Path(path)
    fallen.offset(-ink.toward_light[0] * drop * 0.3, drop)
    ink.inside(block.skull.outline(), fallen, skin_shade(block.skull.look.skin), 84)


def face_opening(block: Block, grow: float = 0.0, top: float = -0.40, low: float = 0.86) -> skia.Path:
    """The part of the face that cloth or steel leaves free."""
    s = block.skull
    near = lerp(s.left + 0.16, s.ear[0] + 0.20, min(s.yaw / 0.5, 1.0)) - grow
    far = s.right - 0.06 * (1 - s.yaw) + grow
    x = s.axis * 0.9
    return blob([
        (x, top - grow), (lerp(x, far, 0.66), top + 0.09 - grow), (far, -0.02), (far - 0.03, 0.36),
        (lerp(s.chin_x, far, 0.62), 0.72 + grow),
        (s.chin_x, low + grow), (lerp(s.chin_x, near, 0.62), 0.72 + grow), (near + 0.02, 0.34), (near, -0.02),
        (lerp(x, near, 0.66), top + 0.09 - grow),
    ])  # fmt: skip
