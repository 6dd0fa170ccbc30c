"""Owns the joints of four-limbed animals for every action: where hip, chest, head and paws are.

Design units of the species, feet at y = 0, facing right. Does not know: how anything is painted.
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from generators.backends.animatic.animals.shapes import wave
from generators.backends.animatic.animals.spec import QuadSpec
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Point

LIMBS = ("hind near", "front near", "hind far", "front far")
_WALK = {"hind near": 0.0, "front near": 0.25, "hind far": 0.5, "front far": 0.75}
_GALLOP = {"hind near": 0.0, "hind far": 0.12, "front near": 0.5, "front far": 0.62}
DUTY = 0.62


@dataclass(frozen=True)
class Foot:
    """Where a foot is; `turn` in degrees, 0 flat on the ground, + toes down."""

    at: Point
    turn: float = 0.0


@dataclass(frozen=True)
class Skeleton:
    """One pose of a four-limbed body."""

    hip: Point
    chest: Point
    head: Point
    feet: dict[str, Foot]
    tilt: float = 0.0
    """Turn of the head, degrees clockwise."""
    tail: float = 0.0
    """Turn of the tail, degrees clockwise (down behind)."""
    stance: str = "four"
    """four, sit, lie, curl, two."""
    yaw: float = 1.0
    lift: float = 0.0
    """How far a trunk is raised, 0 .. 1."""
    roll: float = 0.0
    """Whole drawing turned by this many degrees around its middle."""


def standing(spec: QuadSpec) -> Skeleton:
    """Four feet on the ground."""
    half = spec.length / 2
    hip, chest = (-half, -spec.hip_h), (half, -spec.chest_h)
    head = (chest[0] + spec.neck[0], chest[1] + spec.neck[1])
    shift = spec.leg[0] * 0.42
    feet = {
        "hind near": Foot((hip[0] - shift * 0.6, 0.0)),
        "front near": Foot((chest[0] - shift * 0.4, 0.0)),
        "hind far": Foot((hip[0] + shift * 1.3, 0.0)),
        "front far": Foot((chest[0] + shift * 1.2, 0.0)),
    }
    return Skeleton(hip, chest, head, feet)


def _moved(s: Skeleton, dx: float, dy: float, *, feet: bool = False) -> Skeleton:
    def go(p: Point) -> Point:
        return (p[0] + dx, p[1] + dy)

    limbs = {k: replace(f, at=go(f.at)) for k, f in s.feet.items()} if feet else s.feet
    return replace(s, hip=go(s.hip), chest=go(s.chest), head=go(s.head), feet=limbs)


def step(p: float, stride: float, lift: float, duty: float) -> tuple[float, float, float]:
    """Foot offset (x, y) and toe turn at phase p of its own cycle."""
    if p < duty:
        return (stride / 2 - stride * p / duty, 0.0, 0.0)
    q = (p - duty) / (1 - duty)
    smooth = q * q * (3 - 2 * q)
    return (-stride / 2 + stride * smooth, -lift * math.sin(math.pi * q), 34 * math.sin(math.pi * q) * (1 - q * 0.7))


def _gait(spec: QuadSpec, pose: Pose, order: dict[str, float], stride: float, lift: float, duty: float) -> Skeleton:
    base = standing(spec)
    feet = {}
    for name, foot in base.feet.items():
        p = (pose.phase / PHASES + order[name]) % 1.0
        dx, dy, turn = step(p, stride, lift, duty)
        feet[name] = Foot((foot.at[0] + dx, foot.at[1] + dy), turn)
    return replace(base, feet=feet)


def _walk(spec: QuadSpec, pose: Pose) -> Skeleton:
    if spec.plan == "hop":
        return _bound(spec, pose)
    tall = max(spec.hip_h, spec.chest_h)
    s = _gait(spec, pose, _WALK, tall * 0.5, tall * 0.16, DUTY)
    bob = 0.035 * tall * wave(pose.phase, PHASES, 2)
    s = _moved(s, 0, bob)
    nod = 2.5 * wave(pose.phase, PHASES, 2, 0.2)
    return replace(s, tilt=nod, tail=6 * wave(pose.phase, PHASES))


def _run(spec: QuadSpec, pose: Pose) -> Skeleton:
    if spec.plan == "hop":
        return _bound(spec, pose)
    tall = max(spec.hip_h, spec.chest_h)
    s = _gait(spec, pose, _GALLOP, tall * 1.15, tall * 0.3, 0.4)
    pitch = 0.1 * tall * wave(pose.phase, PHASES, 1, 0.1)
    rise = -0.07 * tall * (1 + wave(pose.phase, PHASES, 1, 0.55))
    hip = (s.hip[0], s.hip[1] + pitch + rise)
    chest = (s.chest[0] + 0.04 * tall, s.chest[1] - pitch + rise)
    head = (s.head[0] + 0.14 * tall, s.head[1] - pitch * 0.5 + rise + 0.09 * tall)
    return replace(s, hip=hip, chest=chest, head=head, tilt=4 + pitch * 0.3, tail=-16 + 9 * wave(pose.phase, PHASES))


def _soar(spec: QuadSpec, pose: Pose) -> Skeleton:
    """In the air: legs trailing, the body rising and sinking with the wings."""
    tall = max(spec.hip_h, spec.chest_h)
    beat = wave(pose.phase, PHASES)
    s = _moved(standing(spec), 0, tall * (0.34 + 0.05 * beat))
    feet = {}
    for name in LIMBS:
        front, far = name.startswith("front"), 0.12 if "far" in name else 0.0
        root = s.chest if front else s.hip
        dx, dy = (0.3 + far, 0.46) if front else (-0.42 + far, 0.42)
        feet[name] = Foot((root[0] + dx * tall, root[1] + dy * tall), 20 if front else 60)
    return replace(s, feet=feet, chest=(s.chest[0], s.chest[1] - tall * 0.1), tail=-6 + 8 * beat)


def _bound(spec: QuadSpec, pose: Pose) -> Skeleton:
    tall = max(spec.hip_h, spec.chest_h)
    p = pose.phase / PHASES
    up = max(0.0, math.sin(2 * math.pi * p)) if p < 0.5 else 0.0
    crouch = max(0.0, -math.sin(2 * math.pi * p)) * 0.04
    reach = math.cos(2 * math.pi * p) * up
    s = _moved(standing(spec), 0, -up * tall * 0.6 + crouch * tall, feet=False)
    feet = {}
    for name, foot in s.feet.items():
        fold = 0.5 if name.startswith("front") else 0.7
        side = 1.0 if name.startswith("front") else -1.2
        lift = -up * tall * fold
        feet[name] = Foot((foot.at[0] + side * up * tall * 0.25, lift), (40 if side < 0 else -20) * up)
    tilt = -9 * reach
    return replace(s, feet=feet, tilt=tilt, tail=-14 * up, hip=(s.hip[0], s.hip[1] + reach * tall * 0.14))


def _jump(spec: QuadSpec, pose: Pose) -> Skeleton:
    tall = max(spec.hip_h, spec.chest_h)
    p = pose.phase / (PHASES - 1)
    up = math.sin(math.pi * p) * 0.9
    pitch = math.cos(math.pi * p) * 0.3 * min(1.0, up * 3)
    s = standing(spec)
    hip = (s.hip[0], s.hip[1] - tall * (up - pitch * 0.5))
    chest = (s.chest[0], s.chest[1] - tall * (up + pitch * 0.9))
    head = (s.head[0] + tall * 0.1, s.head[1] - tall * (up + pitch))
    feet = {}
    for name, foot in s.feet.items():
        front = name.startswith("front")
        dx = (0.5 if front else -0.55) * up * tall
        feet[name] = Foot(
            (foot.at[0] + dx, -tall * (up * (1.0 if front else 0.75) + (pitch if front else -pitch * 0.3)) * 0.9),
            -25 if front else 50,
        )
        if feet[name].at[1] > 0:
            feet[name] = replace(feet[name], at=(feet[name].at[0], 0.0))
    return replace(s, hip=hip, chest=chest, head=head, feet=feet, tail=-20 * up, tilt=-6)


def _low_head(spec: QuadSpec, pose: Pose) -> Skeleton:
    s = standing(spec)
    if "trunk" in spec.head.extras:
        return replace(s, lift=0.5 + 0.35 * wave(pose.phase, PHASES), tail=4 * wave(pose.phase, PHASES))
    r = spec.head.r
    nod = 0.12 * r * wave(pose.phase, PHASES, 3)
    down = -r * 0.95 + nod
    long_neck = math.hypot(*spec.neck)
    x = s.chest[0] + min(long_neck * 0.75, spec.length * 0.2 + r) + r * 0.5
    drop = min(0.22 * spec.chest_h, max(0.0, (-s.chest[1] + down) - long_neck * 1.1))
    chest = (s.chest[0] + 0.03 * spec.length, s.chest[1] + drop)
    return replace(s, chest=chest, head=(x, down), tilt=34, tail=4 * wave(pose.phase, PHASES))


def _dig(spec: QuadSpec, pose: Pose) -> Skeleton:
    s = _low_head(spec, pose)
    tall = spec.chest_h
    feet = dict(s.feet)
    for name, shift in (("front near", 0.0), ("front far", 0.5)):
        swing = wave(pose.phase, PHASES, 3, shift)
        feet[name] = Foot((s.feet[name].at[0] + tall * (0.16 + 0.22 * swing), -tall * 0.13 * (1 + swing)), 20 * swing)
    head = (s.head[0] - 0.1 * tall, s.head[1] - 0.35 * tall)
    return replace(s, feet=feet, head=head, tail=-12 + 14 * wave(pose.phase, PHASES, 3), tilt=26)


def _crouch(spec: QuadSpec, pose: Pose) -> Skeleton:
    tall = max(spec.hip_h, spec.chest_h)
    s = _gait(spec, pose, _WALK, tall * (0.4 if pose.action == "crawl" else 0.0), tall * 0.1, DUTY)
    sink = tall * 0.34
    head = (s.head[0] + tall * 0.16, s.head[1] + sink * 1.7)
    head = (head[0], min(head[1], -spec.head.r * 0.95))
    return replace(_moved(s, 0, sink), head=head, chest=(s.chest[0], s.chest[1] + sink * 1.2), tilt=6, tail=-8)


def _sit(spec: QuadSpec, pose: Pose) -> Skeleton:
    s = standing(spec)
    tall = spec.chest_h
    hip_y = -spec.hip_r * 0.95
    hip = (-spec.length * 0.26, hip_y)
    chest_y = -max(tall * 1.02, spec.hip_r * 1.5 + spec.chest_r * 0.5)
    chest = (spec.length * 0.16, chest_y)
    nod = 0.5 * wave(pose.phase, PHASES)
    head = (chest[0] + spec.neck[0] * 0.55, chest_y + spec.neck[1] * 0.92 - spec.chest_r * 0.12 + nod)
    w = spec.leg[0]
    feet = {
        "hind near": Foot((hip[0] + spec.hip_r * 0.95, 0.0)),
        "hind far": Foot((hip[0] + spec.hip_r * 1.2 + w * 0.3, 0.0)),
        "front near": Foot((chest[0] + spec.chest_r * 0.1, 0.0)),
        "front far": Foot((chest[0] + spec.chest_r * 0.1 + w * 0.75, 0.0)),
    }
    return replace(s, hip=hip, chest=chest, head=head, feet=feet, stance="sit", tail=-12 + 5 * wave(pose.phase, PHASES))


def _lie(spec: QuadSpec, pose: Pose) -> Skeleton:
    s = standing(spec)
    hip = (-spec.length * 0.5, -spec.hip_r * 0.98)
    chest = (spec.length * 0.42, -spec.chest_r * 1.12)
    breath = 0.3 * wave(pose.phase, PHASES)
    head = (chest[0] + spec.neck[0] * 0.95, chest[1] + spec.neck[1] * 0.72 + breath)
    head = (head[0], min(head[1], -spec.head.r * 1.05))
    w = spec.leg[0]
    feet = {
        "hind near": Foot((hip[0] + spec.hip_r * 1.25, 0.0)),
        "hind far": Foot((hip[0] + spec.hip_r * 1.5, 0.0)),
        "front near": Foot((chest[0] + spec.chest_r * 1.35, 0.0)),
        "front far": Foot((chest[0] + spec.chest_r * 1.35 + w, 0.0)),
    }
    return replace(s, hip=hip, chest=chest, head=head, feet=feet, stance="lie", tail=-16, lift=0.5)


def _sleep(spec: QuadSpec, pose: Pose) -> Skeleton:
    s = _lie(spec, pose)
    r = spec.head.r
    breath = 0.04 * r * wave(pose.phase, PHASES)
    chest = (spec.length * 0.36, -spec.chest_r * 1.0)
    reach = min(math.hypot(*spec.neck) * 0.7, spec.chest_r * 0.6 + r * 0.75)
    return replace(
        s, chest=chest, head=(chest[0] + reach, -r * 0.86 + breath), tilt=8, tail=-20, lift=0.55, stance="lie"
    )


def _roll(spec: QuadSpec, pose: Pose) -> Skeleton:
    """A ball that turns about its middle."""
    s = standing(spec)
    r = max(spec.hip_r * 1.4, spec.head.r * 2.0)
    half = spec.length * 0.2
    hip, chest = (-half, -r), (half, -r)
    head = (half + spec.head.r * 0.5, -r + spec.head.r * 0.2)
    feet = {}
    for i, name in enumerate(LIMBS):
        x = (half if name.startswith("front") else -half) + spec.leg[0] * (0.5 if "far" in name else -0.1)
        feet[name] = Foot((x, -r + spec.hip_r * 1.15 + 0.04 * r * wave(pose.phase, PHASES, 2, i * 0.3)), 30)
    return replace(
        s, hip=hip, chest=chest, head=head, feet=feet, roll=360 * pose.phase / PHASES, stance="ball", tail=-60
    )


def _fall(spec: QuadSpec, pose: Pose) -> Skeleton:
    """Feet in the air, turning a little to and fro."""
    s = standing(spec)
    tall = spec.hip_h
    kick = {
        k: Foot((f.at[0] * 1.15, -tall * 0.16 + 0.1 * tall * wave(pose.phase, PHASES, 2, i * 0.3)), 30)
        for i, (k, f) in enumerate(s.feet.items())
    }
    return replace(s, feet=kick, roll=-20 + 16 * wave(pose.phase, PHASES), tail=26)


def _rear(spec: QuadSpec, pose: Pose) -> Skeleton:
    """On the hind legs, forelegs up: what hoofed animals do when they fight, dance or climb."""
    s = standing(spec)
    beat = wave(pose.phase, PHASES, 2)
    long = spec.length * 0.95
    angle = math.radians(58 + 4 * beat)
    hip = (-spec.length * 0.18, -spec.hip_h * 0.94)
    chest = (hip[0] + long * math.cos(angle), hip[1] - long * math.sin(angle))
    head = (chest[0] + spec.neck[0] * 0.75, chest[1] + spec.neck[1] * 0.85)
    tall = spec.chest_h
    feet = {
        "hind near": Foot((hip[0] - spec.leg[0] * 0.3, 0.0)),
        "hind far": Foot((hip[0] + spec.leg[0] * 1.4, 0.0)),
        "front near": Foot((chest[0] + tall * 0.62, chest[1] + tall * (0.16 + 0.16 * beat)), 40),
        "front far": Foot((chest[0] + tall * 0.7, chest[1] + tall * (0.0 - 0.16 * beat)), 40),
    }
    return replace(s, hip=hip, chest=chest, head=head, feet=feet, tail=14)


def _paw_up(spec: QuadSpec, pose: Pose) -> Skeleton:
    """Sitting, one paw raised: a greeting."""
    s = _sit(spec, pose)
    beat = wave(pose.phase, PHASES, 2)
    feet = dict(s.feet)
    lift = spec.chest_h * (0.92 + 0.14 * beat)
    feet["front near"] = Foot((s.chest[0] + spec.chest_r + spec.chest_h * 0.45, -lift), -60 - 15 * beat)
    return replace(s, feet=feet)


def _howl(spec: QuadSpec, pose: Pose) -> Skeleton:
    s = standing(spec)
    r = spec.head.r
    return replace(
        s,
        head=(s.head[0] - r * 0.2, s.head[1] - r * 0.25),
        tilt=-34 + 2 * wave(pose.phase, PHASES, 2),
        lift=1.0,
        tail=10,
    )


def _alert(spec: QuadSpec, pose: Pose) -> Skeleton:
    if spec.plan == "sit":
        return _sit(spec, pose)
    s = standing(spec)
    breath = 0.006 * spec.chest_h * wave(pose.phase, PHASES)
    head = (s.head[0], s.head[1] + breath * 1.5)
    sad = pose.emotion in ("sad", "tired", "pain") or pose.action == "cry"
    if sad:
        head = (head[0] + spec.head.r * 0.18, head[1] + spec.head.r * 0.45)
    tail = -24.0 if sad else 5 * wave(pose.phase, PHASES, 2 if pose.emotion == "happy" else 1)
    tilt = 12.0 if sad else (2 * wave(pose.phase, PHASES) if pose.action in ("talk", "laugh") else 0.0)
    return replace(s, head=head, tail=tail, tilt=tilt)


def _swim(spec: QuadSpec, pose: Pose) -> Skeleton:
    tall = max(spec.hip_h, spec.chest_h)
    s = _gait(spec, pose, _WALK, tall * 0.7, tall * 0.24, DUTY)
    head = (s.head[0] + 0.1 * tall, s.chest[1] - abs(spec.neck[1]) * 0.75 - 0.02 * tall * wave(pose.phase, PHASES))
    feet = {k: Foot((f.at[0] * 1.0, f.at[1] * 0.9 - tall * 0.12), 40) for k, f in s.feet.items()}
    return replace(s, head=head, feet=feet, tail=-8)


QUAD_POSES: dict[str, Callable[[QuadSpec, Pose], Skeleton]] = {
    "walk": _walk, "run": _run, "hop": _bound, "jump": _jump, "eat": _low_head, "drink": _low_head, "dig": _dig,
    "crouch": _crouch, "crawl": _crouch, "hide": _crouch, "kneel": _crouch, "bow": _low_head, "sit": _sit,
    "lie": _lie, "sleep": _sleep, "roll": _roll, "spin": _walk, "fall": _fall, "fight": _rear, "climb": _rear,
    "dance": _rear, "wave": _paw_up, "point": _paw_up, "give": _paw_up, "sing": _howl, "swim": _swim, "float": _swim,
    "fly": _soar, "perch": _sit, "ride": _sit, "drive": _sit, "listen": _sit, "play": _crouch, "push": _walk, "pull": _walk,
    "sail": _sit, "read": _sit, "write": _sit, "hug": _rear, "catch": _rear,
}  # fmt: skip
"""What a four-legged stance does; every other action stands."""


def quad_skeleton(spec: QuadSpec, pose: Pose) -> Skeleton:
    """The joints of a pose on four legs."""
    return QUAD_POSES.get(pose.action, _alert)(spec, pose)
