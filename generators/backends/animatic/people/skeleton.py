"""Owns people's bones: proportions by age, gender and build, what a stance is, and what solved joints are.

Lengths are figure units (100 = a standing adult), y down, facing right; a stance is given in angles and
in shares of leg and arm so that one table of poses serves every size. Does not know: cloth, heads, colours.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from generators.backends.animatic.kit import Point


@dataclass(frozen=True)
class Build:
    """Proportions of one person, in figure units."""

    tall: float
    head: float
    """Half a head."""
    neck: float
    """Shoulder line to chin."""
    trunk: float
    """Hip joint to shoulder line."""
    leg: float
    """Hip joint to sole."""
    arm: float
    """Shoulder to wrist."""
    shoulder: float
    """Half width between the shoulder joints."""
    chest: float
    waist: float
    hip: float
    belly: float
    """How far the front stands out at the waist."""
    bust: float
    thigh: float
    """Widths of limbs."""
    ankle: float
    sleeve: float
    cuff: float
    hand: float
    foot: float
    stoop: float = 0.0
    """Degrees that the upper back bends forward at rest."""

    @property
    def sole(self) -> float:
        """Height of the ankle over the sole."""
        return self.foot * 0.3


_AGES: dict[str, tuple[float, float, float, float, float, float]] = {
    "baby": (45.0, 3.3, 0.08, 1.02, 0.98, 0.76),
    "child": (69.0, 4.5, 0.17, 1.30, 0.98, 0.90),
    "teen": (88.0, 5.4, 0.25, 1.58, 0.96, 1.0),
    "adult": (100.0, 5.8, 0.27, 1.66, 1.0, 1.06),
    "elder": (93.0, 5.2, 0.2, 1.62, 1.02, 0.98),
}
"""Height; heads high; neck, trunk in heads; width factor; arm against trunk."""
_BUILDS: dict[str, tuple[float, float]] = {
    "slim": (0.88, 1.0), "thin": (0.85, 1.0), "skinny": (0.82, 1.0), "lean": (0.9, 1.0), "slender": (0.87, 1.0),
    "sturdy": (1.22, 0.99), "stout": (1.3, 0.96), "fat": (1.42, 0.97), "plump": (1.3, 0.97), "chubby": (1.28, 0.97),
    "round": (1.36, 0.95), "heavy": (1.3, 1.0), "muscular": (1.22, 1.02), "strong": (1.2, 1.02), "broad": (1.25, 1.0),
    "burly": (1.32, 1.02), "big": (1.2, 1.06), "large": (1.2, 1.06), "tall": (0.96, 1.08), "lanky": (0.86, 1.08),
    "short": (1.06, 0.9), "small": (0.95, 0.9), "tiny": (0.92, 0.8), "little": (0.95, 0.92), "petite": (0.88, 0.93),
    "huge": (1.3, 1.14), "frail": (0.85, 0.97), "athletic": (1.08, 1.02),
}  # fmt: skip
"""Factors of breadth and height."""


def proportions(age: str, gender: str, words: str, chance: float) -> Build:
    """The build of a person.

    Args:
        age: A key of the ages of the plan.
        gender: female or male.
        words: Anything that was said of the build.
        chance: In 0..1, what makes two people of a kind differ.
    """
    tall, heads, neck, trunk, wide, reach = _AGES[age]
    breadth, height = 0.94 + 0.14 * chance, 0.975 + 0.05 * ((chance * 7.3) % 1.0)
    for word in words.lower().replace("-", " ").split():
        if word in _BUILDS:
            breadth, height = _BUILDS[word]
    woman = gender == "female" and age not in ("baby", "child")
    if gender == "female" and age in ("adult", "elder"):
        height *= 0.965
    unit = tall / heads * math.sqrt(height)
    tall *= height
    trunk_, neck_ = trunk * unit, neck * unit
    leg = tall - unit - neck_ - trunk_
    arm = 1.06 * reach * 1.72 * unit if age in ("teen", "adult", "elder") else reach * 1.5 * unit
    girth = unit * wide * breadth
    grown = age in ("teen", "adult", "elder")
    bulk = max(breadth - 1.08, 0.0)
    limb = math.sqrt(breadth)
    return Build(
        tall=tall, head=unit / 2, neck=neck_, trunk=trunk_, leg=leg, arm=arm,
        shoulder=girth * (0.4 if woman else 0.47 if grown else 0.36) * (1 - 0.25 * bulk),
        chest=girth * (0.41 if woman else 0.46 if grown else 0.4),
        waist=girth * (0.335 if woman else 0.42) * (1 + 0.5 * bulk),
        hip=girth * (0.45 if woman else 0.41 if grown else 0.4),
        belly=girth * (0.03 if grown else 0.09) + unit * 0.5 * bulk,
        bust=unit * (0.075 if woman else 0.0),
        thigh=unit * limb * (0.45 if grown else 0.4), ankle=unit * limb * 0.25,
        sleeve=unit * limb * (0.3 if woman else 0.35 if grown else 0.3), cuff=unit * limb * 0.205,
        hand=unit * (0.42 if grown else 0.36), foot=unit * (0.66 if grown else 0.56),
        stoop=14.0 if age == "elder" else 0.0,
    )  # fmt: skip


@dataclass(frozen=True)
class Leg:
    """A leg: by angles, or by where its ankle goes."""

    swing: float = 0.0
    """Degrees of the thigh forward of straight down."""
    bend: float = 4.0
    """Degrees that the knee folds the shin back."""
    foot: float = 0.0
    """Degrees of the sole, toe down positive: to the ground, or to the shin if `free`."""
    at: Point | None = None
    """Ankle: leg lengths forward of the hips, and up from where the ankle stands."""
    free: bool = False


@dataclass(frozen=True)
class Arm:
    """An arm: by angles, or by where its palm goes."""

    swing: float = 6.0
    """Degrees of the upper arm forward of straight down."""
    bend: float = 14.0
    """Degrees that the elbow folds the forearm forward."""
    hand: str = "relax"
    turn: float = 0.0
    """Degrees of the hand against the forearm, upward."""
    at: Point | None = None
    """Palm: half heads right and down of `of`."""
    of: str = "mouth"
    """mouth, crown, chest, hip, knee, shoulder."""
    flip: bool = False
    """Elbow to the other side."""
    out: float = 0.0
    """Degrees away from the body, seen in front and back view."""


@dataclass(frozen=True)
class Stance:
    """What a body does at one moment, free of its size."""

    hips: float | None = None
    """Height of the hips in legs while feet are placed; None: as high as the legs reach."""
    x: float = 0.0
    """Hips forward of the origin, in legs."""
    lean: float = 2.0
    """Degrees of the trunk forward of upright."""
    curl: float = 0.0
    """Degrees more at the chest than at the hips."""
    nod: float = 0.0
    """Degrees of the head, chin down positive, against upright."""
    roll: float = 0.0
    """Degrees that the whole body is turned clockwise."""
    air: float = 0.0
    """Legs over the ground."""
    near_leg: Leg = field(default_factory=Leg)
    far_leg: Leg = field(default_factory=Leg)
    near_arm: Arm = field(default_factory=Arm)
    far_arm: Arm = field(default_factory=Arm)
    shrug: float = 0.0
    """Shoulders up, in half heads."""
    sway: float = 0.0
    """How far loose cloth trails behind, -1 .. 1."""
    yaw: float = 0.5
    """Turn of the head in side view, 0 to the camera .. 0.75."""
    behind: bool = False
    """Whether the near arm goes behind the body."""
    over: bool = False
    """Whether the far arm goes over the body."""
    centred: bool = False
    """Whether the figure's middle, not its hips, is over the origin (for lying bodies)."""


@dataclass(frozen=True)
class Limb:
    """Three joints, the angle of what is at the end, and which hand or foot that is."""

    root: Point
    mid: Point
    end: Point
    angle: float
    """Degrees, clockwise from pointing right."""
    hand: str = "relax"

    @property
    def points(self) -> tuple[Point, Point, Point]:
        """From the body outward."""
        return self.root, self.mid, self.end


@dataclass(frozen=True)
class Rig:
    """Solved joints in figure space."""

    build: Build
    view: str
    pelvis: Point
    chest: Point
    nape: Point
    """Middle of the shoulder line."""
    head: Point
    head_angle: float
    near_leg: Limb
    far_leg: Limb
    near_arm: Limb
    far_arm: Limb
    stance: Stance

    def spine(self, share: float) -> tuple[Point, Point]:
        """A point of the spine and its unit normal to the front: 0 hips, 1 shoulder line, beyond straight on."""
        p, c, n = self.pelvis, self.chest, self.nape
        s = min(max(share, 0.0), 1.0)
        x = p[0] * (1 - s) ** 2 + 2 * c[0] * s * (1 - s) + n[0] * s * s
        y = p[1] * (1 - s) ** 2 + 2 * c[1] * s * (1 - s) + n[1] * s * s
        dx = (c[0] - p[0]) * (1 - s) + (n[0] - c[0]) * s
        dy = (c[1] - p[1]) * (1 - s) + (n[1] - c[1]) * s
        length = math.hypot(dx, dy) or 1.0
        ux, uy = dx / length, dy / length
        beyond = (share - s) * self.build.trunk
        return (x + ux * beyond, y + uy * beyond), (-uy, ux)

    def at(self, share: float, across: float) -> Point:
        """A point beside the spine, `across` units to the front."""
        (x, y), (nx, ny) = self.spine(share)
        return (x + nx * across, y + ny * across)

    @property
    def lean(self) -> float:
        """Degrees of the trunk, clockwise from upright."""
        return math.degrees(math.atan2(self.nape[0] - self.pelvis[0], self.pelvis[1] - self.nape[1]))

    def palm(self, limb: Limb) -> Point:
        """Middle of the hand at the end of an arm."""
        a = math.radians(limb.angle)
        reach = self.build.hand * PALM
        return (limb.end[0] + math.cos(a) * reach, limb.end[1] + math.sin(a) * reach)


PALM = 0.5
"""Where in the hand's length things are gripped."""
