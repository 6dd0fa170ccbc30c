"""Owns the solving of a stance to joints: limbs by angle or by goal, turns of the whole body, the ground.

Does not know: cloth, heads, colours, which action a stance is for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from generators.backends.animatic.kit import Point
from generators.backends.animatic.people.skeleton import PALM, Arm, Build, Leg, Limb, Rig, Stance


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
    near = _arm_to(build, rig.near_arm, reach, _elbow_side(view, True), "grip", hang=_hang(view, True))
    far = rig.far_arm
    if both:
        far = _arm_to(
            build,
            far,
            (reach[0] + build.head * 0.5, reach[1]),
            _elbow_side(view, False),
            "grip",
            hang=_hang(view, False),
        )
    return replace(rig, near_arm=near, far_arm=far)


def _elbow_side(view: str, near: bool) -> float:
    if view == "side":
        return 1.0
    return 1.0 if near else -1.0


def _hang(view: str, near: bool) -> float:
    """To which side an elbow hangs that is seen from the front; 0 in side view."""
    return 0.0 if view == "side" else -1.0 if near else 1.0


def _arm_to(
    build: Build, arm: Limb, goal: Point, side: float, hand: str, turn: float = 0.0, *, hang: float = 0.0
) -> Limb:
    """The arm with its palm at the goal; forearm and palm are one bone, so that it is exact.

    Seen from the front the elbow hangs beside the body where it can, and the forearm is foreshortened.
    """
    upper, fore = build.arm * 0.52, build.arm * 0.48
    palm = build.hand * PALM
    low = (arm.root[0] + hang * upper * 0.24, arm.root[1] + upper * 0.92)
    away = math.hypot(goal[0] - low[0], goal[1] - low[1])
    if hang and palm * 1.2 < away <= fore + palm:
        angle = math.degrees(math.atan2(goal[1] - low[1], goal[0] - low[0]))
        wrist = (low[0] + (goal[0] - low[0]) * (1 - palm / away), low[1] + (goal[1] - low[1]) * (1 - palm / away))
        return Limb(arm.root, low, wrist, angle - turn, hand)
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


def _shoulder(rig: Rig, near: bool) -> float:
    """Where across the trunk an arm begins, in shoulder widths: three-quarter when upright, profile when bent over."""
    if rig.view != "side":
        return -0.86 if near else 0.86
    upright = max(math.cos(math.radians(rig.lean)), 0.0) ** 2
    return -0.4 - 0.34 * upright if near else 0.36 + 0.26 * upright


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
    drop = build.head * ((0.33 if view == "side" else 0.5) - 0.35 * rig.stance.shrug)
    base = rig.at(1.0, _shoulder(rig, near) * build.shoulder)
    root = (base[0], base[1] + drop)
    shell = Limb(root, root, root, 0.0)
    if arm.at is not None:
        goal = _goal(rig, arm, near)
        side = _elbow_side(view, near) * (-1.0 if arm.flip else 1.0)
        turn = arm.turn if view == "side" or near is False else -arm.turn
        return _arm_to(build, shell, goal, side, arm.hand, turn, hang=_hang(view, near))
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
        "shoulder": rig.at(1.0, _shoulder(rig, near) * rig.build.shoulder),
        "knee": (rig.near_leg if near else rig.far_leg).mid,
    }
    x, y = anchors[arm.of]
    if rig.view != "side":
        dx = (dx * (0.85 if arm.of == "crown" else 0.35) + unit * 0.12) * (-1 if near else 1)
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
    dy = -lowest(rig) - rig.stance.air * rig.build.leg
    dx = rig.stance.x * rig.build.leg
    if rig.stance.centred:
        xs = [p[0] for p in _contacts(rig)]
        dx = -(min(xs) + max(xs)) / 2
    return shifted(rig, dx, dy)


def lowest(rig: Rig) -> float:
    """How far down the body reaches, in figure units (y down)."""
    return max(y for _, y in _contacts(rig))


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


def shifted(rig: Rig, dx: float, dy: float) -> Rig:
    """The whole body moved."""

    def move(p: Point) -> Point:
        return (p[0] + dx, p[1] + dy)

    def limb(part: Limb) -> Limb:
        return replace(part, root=move(part.root), mid=move(part.mid), end=move(part.end))

    return replace(
        rig, pelvis=move(rig.pelvis), chest=move(rig.chest), nape=move(rig.nape), head=move(rig.head),
        near_leg=limb(rig.near_leg), far_leg=limb(rig.far_leg), near_arm=limb(rig.near_arm),
        far_arm=limb(rig.far_arm),
    )  # fmt: skip
