"""Owns the geometry of one head at one yaw: outline of skull and jaw, and where each feature sits.

Head space: half a head is one unit, crown y = -1, chin y = +1, facing right for yaw > 0.
Near is the side that faces the viewer (left), far the other. Does not know: paint, hair, expressions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generators.backends.animatic.kit import Point, blob
from generators.backends.animatic.people.appearance import Appearance
from generators.backends.animatic.people.touch import lerp

NEAR, FAR = -1, 1


@dataclass(frozen=True)
class _Build:
    """Half widths and heights that an age gives to a head."""

    width: float
    cheek: float
    jaw: float
    chin: float
    cheek_y: float
    eye_y: float
    eye: float
    nose_y: float
    mouth_y: float


_BUILDS = {
    "baby": _Build(0.97, 0.97, 0.74, 0.26, 0.46, 0.17, 1.22, 0.40, 0.62),
    "child": _Build(0.90, 0.885, 0.67, 0.23, 0.42, 0.13, 1.20, 0.39, 0.63),
    "teen": _Build(0.84, 0.795, 0.585, 0.21, 0.36, 0.08, 1.08, 0.36, 0.63),
    "adult": _Build(0.81, 0.765, 0.575, 0.225, 0.34, 0.04, 1.0, 0.34, 0.62),
    "elder": _Build(0.81, 0.77, 0.58, 0.23, 0.38, 0.04, 0.88, 0.36, 0.63),
}


@dataclass(frozen=True)
class Skull:
    """One head turned by `yaw` in 0..0.75."""

    look: Appearance
    yaw: float

    @property
    def build(self) -> _Build:
        """Proportions of the person's age."""
        return _BUILDS[self.look.age]

    @property
    def width(self) -> float:
        """Half the width of the cranium from the front."""
        return self.build.width * self.look.features.width

    @property
    def axis(self) -> float:
        """X of the line between the eyes."""
        return 0.40 * self.yaw

    @property
    def chin_x(self) -> float:
        """X of the chin."""
        return 0.27 * self.yaw

    @property
    def left(self) -> float:
        """X of the cranium's back (or near side)."""
        return -self.width - 0.13 * self.yaw

    @property
    def right(self) -> float:
        """X of the cranium's far side."""
        return self.width - 0.10 * self.yaw

    def rim(self, degrees: float, out: float = 0.0) -> Point:
        """A point on the cranium, `degrees` clockwise from the crown, `out` beyond the skull."""
        angle = math.radians(degrees)
        middle, half = (self.left + self.right) / 2, (self.right - self.left) / 2
        s, c = math.sin(angle), math.cos(angle)
        square = 1 + 0.035 * math.sin(2 * angle) ** 2
        return (middle + (half + out) * s * square, -0.04 - (0.96 + out) * c * square)

    def across(self, offset: float) -> float:
        """X of something that lies `offset` from the face's axis; the far side is foreshortened."""
        return self.axis + offset * (1 - (0.30 if offset > 0 else 0.05) * self.yaw)

    def spread(self, side: int) -> float:
        """Width factor of a feature on this side."""
        return 1 - (0.34 if side == FAR else 0.04) * self.yaw

    @property
    def ear(self) -> Point:
        """Middle of the near ear."""
        return (self.left + 0.02 + 0.52 * self.yaw, self.build.eye_y + 0.13)

    @property
    def far_ear(self) -> Point:
        """Middle of the far ear: behind the face once the head turns."""
        return (self.right - 0.02 - 0.45 * self.yaw, self.build.eye_y + 0.13)

    @property
    def nape(self) -> Point:
        """Where the hair ends behind the near ear."""
        return (lerp(self.left + 0.04, self.left + 0.22, min(self.yaw / 0.6, 1.0)), lerp(0.2, 0.52, self.yaw / 0.6))

    def outline(self) -> skia.Path:
        """Face and cranium as one shape."""
        return blob(self.outline_points(), 0.5)

    def outline_points(self) -> list[Point]:
        """Clockwise from the crown."""
        f, b, v = self.yaw, self.build, self.look.features
        turn = min(f / 0.6, 1.2)
        cheek = b.cheek * v.cheek * v.width
        jaw, chin = b.jaw * v.jaw * v.width, b.chin * v.chin
        jaw_y = 0.71 if self.look.age != "elder" else 0.74
        top = [self.rim(a) for a in (0, 38, 68)]
        far = [
            (self.right - 0.005, -0.12),
            (self.right - 0.01 - 0.035 * turn, b.eye_y + 0.05),
            (lerp(cheek, self.right + 0.01 + 0.35 * (cheek - self.width), turn), b.cheek_y),
            (jaw + 0.15 * f, jaw_y),
            (self.chin_x + chin + 0.05, 0.935),
            (self.chin_x, 1.0),
        ]
        near = [
            (self.chin_x - chin - 0.05, lerp(0.935, 0.93, turn)),
            (-jaw + lerp(0.0, 0.15, turn), jaw_y),
            (lerp(-cheek, self.left + 0.22, turn), lerp(b.cheek_y, 0.42, turn)),
            (self.left + 0.01, 0.06),
        ]
        back = [self.rim(a) for a in (-68, -38)]
        return [*top, *far, *near, *back]
