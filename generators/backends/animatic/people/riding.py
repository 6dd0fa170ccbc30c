"""Owns stances of riding: hands on the bars, feet on turning pedals, astride a back, standing on a deck, at the oars.

Does not know: what is ridden beyond its mount, clothes, drawing.
"""

from __future__ import annotations

import math
from dataclasses import replace

from generators.backends.animatic.figure import PHASES, Mount, Pose
from generators.backends.animatic.kit import Point
from generators.backends.animatic.people.gait import wave
from generators.backends.animatic.people.skeleton import PALM, Arm, Build, Leg, Stance

MOUNTED = frozenset({"ride", "drive", "sit"})
"""Actions in which a mount decides the stance."""
SEAT = 0.55
"""How far the seat is under the hip joint, in half hips."""


def mounted(build: Build, pose: Pose) -> Stance | None:
    """The stance on a mount; None when there is none."""
    if pose.mount is None or pose.action not in MOUNTED:
        return None
    t = (pose.phase % PHASES) / PHASES
    found = _WAYS[pose.mount.kind](build, pose.mount, t)
    if pose.mount.bars is None or pose.view != "side":
        return found
    at = _hand(build, pose.mount.bars)
    return replace(found, near_arm=Arm(at=at, of="hip", hand="grip"), far_arm=Arm(at=at, of="hip", hand="grip"))


def astride(pose: Pose) -> bool:
    """Whether the far leg is hidden behind what is ridden."""
    return (
        pose.mount is not None and pose.mount.kind == "back" and pose.action in MOUNTED and pose.view == "side"
    )  # fmt: skip


def _hand(build: Build, bars: Point) -> Point:
    """The bars from the hip joint, in half heads."""
    return (bars[0] / build.head, (bars[1] + build.hip * SEAT) / build.head)


def _leaning(build: Build, bars: Point | None, least: float, most: float) -> float:
    """Degrees of lean at which the hands reach the bars with bent elbows."""
    if bars is None:
        return least
    x, y = bars[0], bars[1] + build.hip * SEAT
    reach = 0.9 * (build.arm + build.hand * PALM)
    for degrees in range(round(least), round(most), 2):
        a = math.radians(degrees)
        shoulder = (math.sin(a) * build.trunk, -math.cos(a) * build.trunk + build.head * 0.33)
        if math.hypot(x - shoulder[0], y - shoulder[1]) <= reach:
            return float(degrees)
    return most


def _footed(build: Build, at: Point, degrees: float) -> Leg:
    """A leg whose ball stands on a point given from the seat; hips are one leg high."""
    a = math.radians(degrees)
    ball = (build.foot * 0.34 * math.cos(a) - build.sole * math.sin(a),
            build.foot * 0.34 * math.sin(a) + build.sole * math.cos(a))  # fmt: skip
    x, y = at[0] - ball[0], at[1] + build.hip * SEAT - ball[1]
    return Leg(at=(x / build.leg, 1.0 - (y + build.sole) / build.leg), foot=degrees)


def _cycle(build: Build, mount: Mount, t: float) -> Stance:
    """Bent to the bars; the pedals turn once a cycle."""
    lean = _leaning(build, mount.bars, 10, 56)
    feet = []
    middle = mount.pedals or (build.leg * 0.1, build.leg * 0.8)
    for shift in (0.0, 0.5):
        a = 2 * math.pi * (t + shift)
        at = (middle[0] + mount.crank * math.cos(a), middle[1] + mount.crank * math.sin(a))
        feet.append(_footed(build, at, 12 + 10 * math.sin(a) if mount.crank else 4))
    return Stance(
        hips=1.0, lean=lean + 1.5 * wave(2 * t), curl=7, nod=2 - 0.4 * lean, near_leg=feet[0], far_leg=feet[1],
        sway=0.85 + 0.1 * wave(2 * t), yaw=0.62,
    )  # fmt: skip


def _back(build: Build, mount: Mount, t: float) -> Stance:
    """Astride: thighs along the flanks, toes up, hands low at the reins."""
    s = wave(t)
    leg = Leg(swing=50 + 3 * s, bend=56 + 3 * s, foot=-4)
    return Stance(
        lean=4 + 3 * s, curl=3, nod=-2 - 2 * s, near_leg=leg, far_leg=leg,
        near_arm=Arm(swing=22 + 4 * s, bend=62 - 4 * s, hand="grip"),
        far_arm=Arm(swing=30 + 4 * s, bend=58 - 4 * s, hand="grip"), sway=0.55 + 0.25 * s,
    )  # fmt: skip


def _stand(build: Build, mount: Mount, t: float) -> Stance:
    """On a deck, knees soft, one foot behind the other."""
    s = wave(t)
    return Stance(
        hips=0.93 + 0.012 * s, lean=6 if mount.bars else 2 + 3 * s, curl=3, nod=-3,
        near_leg=Leg(at=(-0.22, 0.0)), far_leg=Leg(at=(0.2, 0.0)),
        near_arm=Arm(swing=-32 + 6 * s, bend=24, hand="reach", out=50),
        far_arm=Arm(swing=52 - 6 * s, bend=22, hand="reach", out=50), sway=0.85 + 0.1 * wave(2 * t),
    )  # fmt: skip


def _boat(build: Build, mount: Mount, t: float) -> Stance:
    """On a thwart, legs stretched; the body swings with the oars."""
    s = wave(t)
    return Stance(
        lean=4 + 13 * s, curl=4 + 4 * s, nod=-3 - 5 * s, near_leg=Leg(swing=84, bend=46, foot=-24),
        far_leg=Leg(swing=88, bend=52, foot=-24), near_arm=Arm(at=(2.2 + 0.3 * s, 1.0), of="chest", hand="grip"),
        far_arm=Arm(at=(2.6 + 0.3 * s, 0.9), of="chest", hand="grip"), sway=0.1,
    )  # fmt: skip


_WAYS = {"cycle": _cycle, "back": _back, "stand": _stand, "boat": _boat}
