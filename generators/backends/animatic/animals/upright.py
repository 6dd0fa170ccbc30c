"""Owns the upright stance: mammals that stand on two legs and use their paws as hands.

Design units of the species, feet at y = 0, facing right. Does not know: how anything is painted.
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generators.backends.animatic.animals.shapes import toward, wave
from generators.backends.animatic.animals.skeleton import LIMBS, Foot, Skeleton, step
from generators.backends.animatic.animals.spec import QuadSpec
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Point

HANDS: dict[str, tuple[Point, Point]] = {
    "hold": ((0.64, 0.3), (0.45, 0.25)), "carry": ((0.68, 0.34), (0.74, 0.28)), "read": ((0.72, 0.3), (0.78, 0.24)),
    "write": ((0.8, 0.25), (0.6, 0.2)), "cook": ((0.88, 0.3), (0.6, 0.3)), "give": ((1.0, -0.02), (0.5, 0.4)),
    "wave": ((0.98, -0.5), (0.1, 0.62)), "point": ((1.05, -0.2), (0.1, 0.62)), "drive": ((0.82, 0.05), (0.9, 0.0)),
    "ride": ((0.72, 0.2), (0.8, 0.15)), "paint": ((0.98, -0.3), (0.5, 0.3)), "throw": ((0.9, -0.6), (0.4, 0.2)),
    "catch": ((0.9, -0.3), (0.95, -0.4)), "open": ((1.0, 0.0), (0.2, 0.6)), "push": ((1.05, -0.1), (1.05, 0.05)),
    "pull": ((0.95, 0.2), (0.9, 0.15)), "hug": ((0.95, 0.1), (0.98, 0.0)), "reach": ((0.9, -0.55), (0.1, 0.6)),
    "dance": ((-0.85, -0.35), (0.98, -0.4)), "fight": ((0.75, -0.2), (0.6, -0.05)), "climb": ((0.95, -0.6), (0.7, -0.4)),
    "eat": ((0.5, -0.3), (0.5, 0.25)), "drink": ((0.5, -0.3), (0.45, -0.2)), "cry": ((0.42, -0.5), (0.5, -0.45)),
    "laugh": ((0.45, 0.3), (0.3, 0.35)), "jump": ((-0.8, -0.4), (0.98, -0.45)), "talk": ((0.68, 0.12), (0.15, 0.62)),
    "sing": ((0.62, -0.1), (0.66, -0.05)), "play": ((0.66, -0.1), (0.7, 0.05)), "fall": ((-0.85, -0.4), (0.95, -0.5)),
    "bow": ((0.4, 0.5), (0.2, 0.6)), "kneel": ((0.6, 0.05), (0.62, 0.08)), "swim": ((0.9, -0.5), (0.2, 0.6)),
}  # fmt: skip
"""Near and far paw from the shoulder, in arm lengths; other actions let the arms hang."""
BUSY = frozenset(
    {"wave", "cook", "write", "paint", "fight", "dance", "climb", "play", "throw", "dig", "push", "pull", "eat", "swim"}
)
SEATED = frozenset({"sit", "read", "drive", "ride", "write", "sail"})


@dataclass(frozen=True)
class Build:
    """Lengths of the upright body in design units."""

    leg: float
    torso: float
    arm: float


def slimmed(spec: QuadSpec) -> QuadSpec:
    """The species as it is when it stands on two legs: a slimmer barrel, so that legs and waist show."""
    total = spec.chest_h * 1.2
    share = min(1.0, max(0.56, total * 0.5 / (spec.hip_r * 1.25 + spec.leg[1])))
    leg = (spec.leg[0] * max(share, 0.7), spec.leg[1] * max(share, 0.7))
    foot = "paw" if spec.foot == "long" else spec.foot
    return replace(
        spec, hip_r=spec.hip_r * share, mid_r=spec.mid_r * share, chest_r=spec.chest_r * min(1.0, share * 0.94), leg=leg,
        foot=foot, neck_w=(min(spec.neck_w[0], spec.chest_r * share * 1.5), min(spec.neck_w[1], spec.head.r * 1.0)),
    )  # fmt: skip


def build_of(spec: QuadSpec) -> Build:
    """Legs and torso that bring the head to about where it is on four legs, so that both fit the same box."""
    total = spec.chest_h * 1.2
    low = max(spec.hip_r * 1.25 + spec.leg[1] * 0.75, total * 0.42)
    torso = max(total - low, spec.chest_r + spec.hip_r * 0.5)
    return Build(low, torso, spec.chest_h * 0.52 + spec.leg[1] * 0.9)


def upright_skeleton(spec: QuadSpec, pose: Pose) -> Skeleton:
    """The joints of a pose on two legs."""
    b = build_of(spec)
    seated = pose.action in SEATED
    hip, feet = _legs(spec, b, pose, seated=seated)
    lean = _lean(pose)
    chest = (hip[0] + b.torso * math.sin(lean), hip[1] - b.torso * math.cos(lean))
    rise = abs(spec.neck[1]) * 0.9 + spec.chest_r * 0.1
    head = (chest[0] + spec.neck[0] * 0.28 + rise * math.sin(lean), chest[1] - rise * math.cos(lean) * _nod(pose))
    hands = _hands(b, chest, pose, gait=pose.action in ("walk", "run"))
    feet["front near"], feet["front far"] = Foot(hands[0]), Foot(hands[1])
    tilt = 14.0 if pose.action in ("read", "write", "cook", "cry", "bow", "eat") else 2.5 * wave(pose.phase, PHASES)
    spin = -24 * pose.phase if pose.action == "roll" else 0.0
    roll = spin if spin else (-28.0 + 14 * wave(pose.phase, PHASES) if pose.action == "fall" else 0.0)
    tail = 8 * wave(pose.phase, PHASES)
    return Skeleton(hip, chest, head, feet, tilt=tilt, tail=tail, stance="two", yaw=0.9, roll=roll)


def _lean(pose: Pose) -> float:
    lean = {
        "run": 0.24,
        "push": 0.3,
        "bow": 0.7,
        "pull": -0.2,
        "walk": 0.05,
        "crouch": 0.3,
        "hug": 0.1,
        "fight": 0.12,
    }.get(pose.action, 0.03)
    return lean + (0.14 * wave(pose.phase, PHASES) if pose.action == "dance" else 0.0)


def _nod(pose: Pose) -> float:
    return 0.9 if pose.emotion in ("sad", "tired") or pose.action in ("cry", "read") else 1.0


def _legs(spec: QuadSpec, b: Build, pose: Pose, *, seated: bool) -> tuple[Point, dict[str, Foot]]:
    w = spec.leg[0]
    if seated:
        hip = (-spec.hip_r * 0.3, -spec.hip_r * 1.05)
        reach = b.leg * 0.62 + spec.hip_r * 0.5
        return hip, {"hind near": Foot((reach, 0.0)), "hind far": Foot((reach + w * 0.55, 0.0))}
    bob, hop = 0.0, 0.0
    if pose.action in ("jump", "hop"):
        hop = b.leg * 0.9 * math.sin(math.pi * pose.phase / (PHASES - 1))
    if pose.action in ("dance", "laugh", "fight", "play"):
        bob = b.leg * 0.05 * (1 + wave(pose.phase, PHASES, 2))
    sink = b.leg * (0.3 if pose.action in ("crouch", "hide", "kneel") else 0.0)
    hip = (0.0, -b.leg + bob + sink - hop)
    feet = {}
    for name, shift, side in (("hind near", 0.0, -0.34), ("hind far", 0.5, 0.5)):
        dx, dy, turn = 0.0, -hop * 0.9, 20.0 if hop else 0.0
        if pose.action in ("walk", "run", "crawl"):
            pace = (0.95, 0.24) if pose.action == "walk" else (1.35, 0.5)
            dx, dy, turn = step((pose.phase / PHASES + shift) % 1.0, b.leg * pace[0], b.leg * pace[1], 0.58)
        elif pose.action == "dance":
            dy = -b.leg * 0.3 * max(0.0, wave(pose.phase, PHASES, 1, shift))
        feet[name] = Foot((w * side + dx, dy), turn)
    return hip, feet


def _hands(b: Build, chest: Point, pose: Pose, *, gait: bool) -> tuple[Point, Point]:
    near, far = HANDS.get(pose.action, ((0.22, 0.78), (0.4, 0.74)))
    if pose.holding == "large":
        near, far = (0.7, 0.3), (0.76, 0.24)
    elif pose.holding == "small" and pose.action not in HANDS:
        near = (0.64, 0.3)
    if gait and pose.holding is None:
        swing = wave(pose.phase, PHASES)
        near, far = (0.18 - 0.45 * swing, 0.72), (0.3 + 0.45 * swing, 0.7)
    if pose.action in BUSY:
        shake = 0.12 * wave(pose.phase, PHASES, 2)
        near, far = (near[0] + shake, near[1] + shake * 0.6), (far[0] - shake * 0.5, far[1] - shake * 0.6)
    points = [(chest[0] + x * b.arm, chest[1] + y * b.arm) for x, y in (near, far)]
    if pose.reach is not None:
        points[0] = toward(chest, pose.reach, b.arm * 1.3)
    return (points[0], points[1])


def front_skeleton(spec: QuadSpec, pose: Pose, *, upright: bool) -> Skeleton:
    """Seen from the front or the back: everything near the middle."""
    base = upright_skeleton(spec, pose)
    if upright:
        side = spec.chest_r * 0.75
        hip, chest = (0.0, base.hip[1]), (0.0, base.chest[1])
        spread = {"hind near": -spec.leg[0] * 0.75, "hind far": spec.leg[0] * 0.75}
        feet = {}
        for name in LIMBS:
            at = base.feet[name].at
            if name in spread:
                feet[name] = Foot((spread[name], at[1]))
            else:
                far = name == "front far"
                reach = (at[0] - base.chest[0]) * (0.45 if far else -0.45) + (side if far else -side)
                feet[name] = Foot((reach, at[1]))
        return Skeleton(hip, chest, (0.0, base.head[1]), feet, stance="two", yaw=0.0, tilt=base.tilt * 0.3)
    w = spec.chest_r * 0.62
    step = wave(pose.phase, PHASES) * spec.chest_h * 0.07 if pose.action in ("walk", "run") else 0.0
    feet = {
        "hind near": Foot((-spec.hip_r * 0.86, -spec.chest_h * 0.06)), "hind far": Foot((spec.hip_r * 0.86, -spec.chest_h * 0.06)),
        "front near": Foot((-w, min(0.0, step))), "front far": Foot((w, min(0.0, -step))),
    }  # fmt: skip
    neck = abs(spec.neck[1]) + abs(step) * 0.4
    return Skeleton(
        (0.0, -spec.hip_h * 0.94),
        (0.0, -spec.chest_h * 1.06),
        (0.0, -spec.chest_h - neck),
        feet,
        yaw=0.0,
        stance="front",
    )
