"""Owns people's bones: proportions by age, gender and build, and the solving of a stance to joints.

Lengths are figure units (100 = a standing adult), y down, facing right; a stance is given in angles and
in shares of leg and arm so that one table of poses serves every size. Does not know: cloth, heads, colours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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


def two_bones(root: Point, goal: Point, first: float, second: float, side: float) -> tuple[Point, Point]:
    """Middle joint and end for a limb that goes to `goal`, or as near as it gets; `side` -1 or 1 is the bend's."""
    dx, dy = goal[0] - root[0], goal[1] - root[1]
    far = math.hypot(dx, dy) or 1e-6
    near, most = abs(first - second) * 1.05 + 1e-6, (first + second) * 0.999
    length = min(max(far, near), most)
    ux, uy = dx / far, dy / far
    along = (first * first - second * second + length * length) / (2 * length)
    off = math.sqrt(max(first * first - along * along, 0.0)) * side
    mid = (root[0] + ux * along - uy * off, root[1] + uy * along + ux * off)
    return mid, (root[0] + ux * length, root[1] + uy * length)


def sole_points(build: Build, limb: Limb) -> tuple[Point, Point]:
    """Heel and toe on the ground side of a foot."""
    return _rotated(limb.end, limb.angle, (-build.foot * 0.27, build.sole)), _rotated(
        limb.end, limb.angle, (build.foot * 0.7, build.sole)
    )


def _rotated(origin: Point, degrees: float, by: Point) -> Point:
    a = math.radians(degrees)
    c, s = math.cos(a), math.sin(a)
    return (origin[0] + by[0] * c - by[1] * s, origin[1] + by[0] * s + by[1] * c)


def solve(build: Build, stance: Stance, view: str, reach: Point | None = None, both: bool = False) -> Rig:
    """The joints of a stance.

    Args:
        build: Whose.
        stance: What is done.
        view: side, front or back.
        reach: Where the near palm goes, in figure units; None leaves it to the stance.
        both: Whether the far hand goes there too.
    """
    rig = _upright(build, stance, view)
    rig = _turned(rig, stance.roll)
    rig = _grounded(rig)
    if reach is None:
        return rig
    near = _arm_to(build, rig.near_arm, reach, _elbow_side(view, True), "grip")
    far = rig.far_arm
    if both:
        far = _arm_to(build, far, (reach[0] + build.head * 0.5, reach[1]), _elbow_side(view, False), "grip")
    return replace(rig, near_arm=near, far_arm=far)


def _elbow_side(view: str, near: bool) -> float:
    if view == "side":
        return 1.0
    return 1.0 if near else -1.0


def _arm_to(build: Build, arm: Limb, goal: Point, side: float, hand: str, turn: float = 0.0) -> Limb:
    """The arm with its palm at the goal; forearm and palm are one bone, so that it is exact."""
    upper, fore = build.arm * 0.52, build.arm * 0.48
    palm = build.hand * PALM
    mid, end = two_bones(arm.root, goal, upper, fore + palm, side)
    angle = math.degrees(math.atan2(end[1] - mid[1], end[0] - mid[0]))
    share = fore / (fore + palm)
    wrist = (mid[0] + (end[0] - mid[0]) * share, mid[1] + (end[1] - mid[1]) * share)
    return Limb(arm.root, mid, wrist, angle - turn, hand)


def _upright(build: Build, stance: Stance, view: str) -> Rig:
    side = view == "side"
    lean = math.radians(stance.lean)
    upper = math.radians(stance.lean + stance.curl + build.stoop)
    half = build.trunk / 2
    flat = 1.0 if side else 0.25
    chest = (math.sin(lean) * half * flat, -math.cos(lean) * half)
    nape = (chest[0] + math.sin(upper) * half * flat, chest[1] - math.cos(upper) * half)
    head = _head(build, stance, nape, upper * 0.7, flat)
    nod = stance.nod if side else stance.nod * 0.35
    rig = Rig(
        build=build, view=view, pelvis=(0.0, 0.0), chest=chest, nape=nape, head=head, head_angle=nod,
        near_leg=_leg(build, stance, stance.near_leg, view, True),
        far_leg=_leg(build, stance, stance.far_leg, view, False),
        near_arm=_NO_LIMB, far_arm=_NO_LIMB, stance=stance,
    )  # fmt: skip
    return replace(rig, near_arm=_arm(rig, stance.near_arm, True), far_arm=_arm(rig, stance.far_arm, False))


def _head(build: Build, stance: Stance, nape: Point, tilt: float, flat: float) -> Point:
    """Head centre: on the neck, pushed forward when the back bends, and turned about the chin's back by the nod."""
    rise = build.neck + build.head * 0.94 - stance.shrug * build.head * 0.35
    nod = math.radians(stance.nod)
    push = build.head * 0.1 if flat == 1.0 else 0.0
    x = nape[0] + (math.sin(tilt) * rise + math.sin(nod) * build.head * 0.34) * flat + push
    y = nape[1] - math.cos(tilt) * rise + (1 - math.cos(nod)) * build.head * 0.5
    return (x, y + max(math.sin(nod), 0.0) * build.head * 0.16)


_NO_LIMB = Limb((0.0, 0.0), (0.0, 0.0), (0.0, 0.0), 0.0)


def _spread(view: str, near: bool) -> float:
    """Which side of the body a limb is on, and how far out it shows."""
    side = -1.0 if near else 1.0
    return side * 0.52 if view == "side" else side


def _leg(build: Build, stance: Stance, leg: Leg, view: str, near: bool) -> Limb:
    thigh = shin = (build.leg - build.sole) * 0.5
    out = _spread(view, near)
    root = (out * build.hip * 0.52, 0.0)
    if leg.at is not None:
        height = stance.hips if stance.hips is not None else 0.985
        forward = leg.at[0] * build.leg if view == "side" else 0.0
        rise = leg.at[1] if view == "side" else leg.at[1] + 0.05 * leg.at[0]
        goal = (root[0] + forward, height * build.leg - build.sole - rise * build.leg)
        mid, end = two_bones(root, goal, thigh, shin, -1.0 if view == "side" or near is False else 1.0)
        if view != "side":
            mid = (root[0] + out * build.leg * 0.02, mid[1])
        angle = leg.foot
    else:
        mid = _segment(root, leg.swing, thigh, view, out)
        end = _segment(mid, leg.swing - leg.bend, shin, view, out * 0.3)
        angle = leg.foot + (-(leg.swing - leg.bend) if leg.free else 0.0)
    return Limb(root, mid, end, angle)


def _segment(root: Point, degrees: float, length: float, view: str, out: float) -> Point:
    a = math.radians(degrees)
    across = math.sin(a) if view == "side" else out * (abs(math.sin(a)) * 0.26 + 0.05)
    return (root[0] + across * length, root[1] + math.cos(a) * length)


def _arm(rig: Rig, arm: Arm, near: bool) -> Limb:
    build, view = rig.build, rig.view
    out = _spread(view, near)
    drop = build.head * (0.25 - 0.35 * rig.stance.shrug)
    across = out * build.shoulder
    base = rig.at(1.0, across)
    root = (base[0], base[1] + drop)
    shell = Limb(root, root, root, 0.0)
    if arm.at is not None:
        goal = _goal(rig, arm, near)
        side = _elbow_side(view, near) * (-1.0 if arm.flip else 1.0)
        return _arm_to(build, shell, goal, side, arm.hand, arm.turn if view == "side" or near is False else -arm.turn)
    upper, fore = build.arm * 0.52, build.arm * 0.48
    lean = rig.lean * 0.35 if view == "side" else 0.0
    if view == "side":
        mid = _segment(root, arm.swing - lean, upper, view, out)
        end = _segment(mid, arm.swing - lean + arm.bend, fore, view, out)
    else:
        mid = _raised(root, arm.swing, arm.out + 9, upper, out)
        end = _raised(mid, arm.swing + arm.bend, arm.out + 3, fore, out)
    angle = math.degrees(math.atan2(end[1] - mid[1], end[0] - mid[0]))
    facing = 1.0 if view == "side" or not near else -1.0
    return Limb(root, mid, end, angle - arm.turn * facing, arm.hand)


def _raised(root: Point, degrees: float, out: float, length: float, side: float) -> Point:
    """A segment of an arm from the front: what goes forward shortens, what goes up or out shows."""
    a, o = math.radians(degrees), math.radians(out)
    across = abs(math.sin(a)) * (0.75 if abs(degrees) > 100 else 0.25) + math.sin(o) * max(math.cos(a), 0.0)
    return (root[0] + side * across * length, root[1] + math.cos(a) * length)


def _goal(rig: Rig, arm: Arm, near: bool) -> Point:
    unit = rig.build.head
    assert arm.at is not None
    dx, dy = arm.at[0] * unit, arm.at[1] * unit
    anchors = {
        "mouth": (rig.head[0] + unit * (0.55 if rig.view == "side" else 0.0), rig.head[1] + unit * 0.6),
        "crown": (rig.head[0], rig.head[1] - unit),
        "chest": rig.at(0.7, 0.0),
        "hip": rig.at(0.0, 0.0),
        "shoulder": rig.at(1.0, _spread(rig.view, near) * rig.build.shoulder),
        "knee": (rig.near_leg if near else rig.far_leg).mid,
    }
    x, y = anchors[arm.of]
    if rig.view != "side":
        dx = (dx * 0.35 + unit * 0.12) * (-1 if near else 1)
    return (x + dx, y + dy)


def _turned(rig: Rig, degrees: float) -> Rig:
    if not degrees:
        return rig

    def spin(p: Point) -> Point:
        return _rotated((0.0, 0.0), degrees, p)

    def limb(part: Limb) -> Limb:
        return replace(part, root=spin(part.root), mid=spin(part.mid), end=spin(part.end), angle=part.angle + degrees)

    return replace(
        rig, chest=spin(rig.chest), nape=spin(rig.nape), head=spin(rig.head), head_angle=rig.head_angle + degrees,
        near_leg=limb(rig.near_leg), far_leg=limb(rig.far_leg), near_arm=limb(rig.near_arm),
        far_arm=limb(rig.far_arm),
    )  # fmt: skip


def _grounded(rig: Rig) -> Rig:
    """The rig with its lowest part on the ground (or in the air), hips or middle over the origin."""
    low = max(y for _, y in _contacts(rig))
    dy = -low - rig.stance.air * rig.build.leg
    dx = rig.stance.x * rig.build.leg
    if rig.stance.centred:
        xs = [p[0] for p in _contacts(rig)]
        dx = -(min(xs) + max(xs)) / 2
    return _shifted(rig, dx, dy)


def _contacts(rig: Rig) -> Sequence[Point]:
    build = rig.build
    points = [*sole_points(build, rig.near_leg), *sole_points(build, rig.far_leg)]
    for leg in (rig.near_leg, rig.far_leg):
        points.append((leg.mid[0], leg.mid[1] + build.thigh * 0.36))
    for arm in (rig.near_arm, rig.far_arm):
        points.append((arm.mid[0], arm.mid[1] + build.sleeve * 0.4))
        palm = rig.palm(arm)
        points.append((palm[0], palm[1] + build.hand * 0.2))
    for share, width in ((0.0, build.hip * 0.86), (1.0, build.shoulder * 0.7)):
        x, y = rig.spine(share)[0]
        points.append((x, y + width))
    points.append((rig.head[0], rig.head[1] + build.head))
    return points


def _shifted(rig: Rig, dx: float, dy: float) -> Rig:
    def move(p: Point) -> Point:
        return (p[0] + dx, p[1] + dy)

    def limb(part: Limb) -> Limb:
        return replace(part, root=move(part.root), mid=move(part.mid), end=move(part.end))

    return replace(
        rig, pelvis=move(rig.pelvis), chest=move(rig.chest), nape=move(rig.nape), head=move(rig.head),
        near_leg=limb(rig.near_leg), far_leg=limb(rig.far_leg), near_arm=limb(rig.near_arm),
        far_arm=limb(rig.far_arm),
    )  # fmt: skip
