"""Owns the gaits: stances over one cycle of walking, running, crawling, climbing, swimming and hopping.

Times are shares of a cycle in [0, 1). Does not know: sizes, clothes, how far a figure travels on the stage.
"""

from __future__ import annotations

import math

from generators.backends.animatic.people.skeleton import Arm, Leg, Stance

DUTY = {"walk": 0.58, "run": 0.36}
"""Share of the cycle in which a foot is on the ground."""
REACH = {"walk": 0.36, "run": 0.42}
"""How far before and behind the hips a foot treads, in legs."""


def wave(t: float, shift: float = 0.0) -> float:
    """A sine over the cycle."""
    return math.sin(2 * math.pi * (t + shift))


def _smooth(t: float) -> float:
    return t * t * (3 - 2 * t)


def _step(t: float, duty: float, reach: float, lift: float, strike: float, push: float) -> Leg:
    """One foot: straight back on the ground, then forward through the air."""
    t %= 1.0
    if t < duty:
        s = t / duty
        x = reach * (1 - 2 * s)
        heel = strike * max(0.0, 1 - s * 5)
        toe = push * max(0.0, (s - 0.62) / 0.38) ** 1.4
        return Leg(at=(x, 0.0 + toe / push * 0.085), foot=heel + toe)
    s = (t - duty) / (1 - duty)
    x = -reach + 2 * reach * _smooth(s)
    up = lift * math.sin(math.pi * s) ** 0.8 + 0.085 * (1 - s) ** 2
    angle = push * (1 - s) ** 1.2 * 1.15 + strike * max(0.0, s - 0.45) / 0.55
    return Leg(at=(x, up), foot=angle)


def walk(t: float) -> Stance:
    """Contact at 0 and .5: near foot in front at 0."""
    bob = 0.955 + 0.022 * -math.cos(4 * math.pi * (t - 0.04))
    swing = math.cos(2 * math.pi * t)
    duty, reach = DUTY["walk"], REACH["walk"]
    return Stance(
        hips=bob, lean=4, nod=1.5 * math.cos(4 * math.pi * t),
        near_leg=_step(t, duty, reach, 0.13, -17, 30), far_leg=_step(t + 0.5, duty, reach, 0.13, -17, 30),
        near_arm=Arm(swing=-27 * swing - 2, bend=17 - 11 * swing, turn=2),
        far_arm=Arm(swing=27 * swing + 2, bend=17 + 11 * swing, turn=2),
        sway=0.45 + 0.18 * wave(2 * t),
    )  # fmt: skip


def run(t: float) -> Stance:
    """Two flights a cycle."""
    duty, reach = DUTY["run"], REACH["run"]
    swing = math.cos(2 * math.pi * (t + 0.02))
    flight = max(0.0, math.sin(4 * math.pi * (t - 0.36) + 0.4))
    legs = [_step(t + shift, duty, reach, 0.42, -8, 46) for shift in (0.0, 0.5)]
    return Stance(
        hips=0.9 + 0.02 * flight, air=0.07 * flight, lean=15, curl=3, nod=4,
        near_leg=legs[0], far_leg=legs[1],
        near_arm=Arm(swing=-48 * swing - 6, bend=84 - 10 * swing, hand="fist"),
        far_arm=Arm(swing=48 * swing - 6, bend=84 + 10 * swing, hand="fist"),
        sway=0.95 + 0.1 * wave(2 * t),
    )  # fmt: skip


def crawl(t: float) -> Stance:
    """On hands and knees, crosswise."""
    s = wave(t)
    return Stance(
        lean=76, curl=8, nod=-6, sway=0.2,
        near_leg=Leg(swing=4 + 17 * s, bend=92, foot=84), far_leg=Leg(swing=4 - 17 * s, bend=92, foot=84),
        near_arm=Arm(swing=22 - 20 * s, bend=6, hand="flat", turn=72),
        far_arm=Arm(swing=22 + 20 * s, bend=6, hand="flat", turn=72), yaw=0.55,
    )  # fmt: skip


def climb(t: float) -> Stance:
    """Hand over hand up something in front."""
    s = wave(t)
    return Stance(
        lean=5, nod=-16, air=0.05 + 0.03 * wave(2 * t),
        near_leg=Leg(swing=42 - 34 * s, bend=66 - 40 * s, foot=6),
        far_leg=Leg(swing=42 + 34 * s, bend=66 + 40 * s, foot=6),
        near_arm=Arm(swing=126 + 24 * s, bend=18 - 26 * s, hand="grip"),
        far_arm=Arm(swing=126 - 24 * s, bend=18 + 26 * s, hand="grip"),
        sway=0.1,
    )  # fmt: skip


def swim(t: float) -> Stance:
    """Crawl stroke, face down the way."""
    kick = 14 * wave(3 * t)
    turn = 360 * t
    near, far = 160 - turn, 340 - turn
    return Stance(
        roll=76, air=0.04, nod=-58, centred=True, sway=0.5, yaw=0.5,
        near_leg=Leg(swing=-4 + kick, bend=12 + max(kick, 0), foot=66, free=True),
        far_leg=Leg(swing=-4 - kick, bend=12 + max(-kick, 0), foot=66, free=True),
        near_arm=Arm(swing=near, bend=16 + 22 * max(0.0, wave(t, 0.5)), hand="flat"),
        far_arm=Arm(swing=far, bend=16 + 22 * max(0.0, wave(t)), hand="flat"),
    )  # fmt: skip


def hop(t: float) -> Stance:
    """Small jumps with both feet."""
    up = max(0.0, math.sin(2 * math.pi * t))
    dip = max(0.0, -math.sin(2 * math.pi * t))
    fold = 20 + 34 * dip + 22 * up
    return Stance(
        lean=6 + 10 * dip, air=0.26 * up, sway=0.2 - 0.4 * up,
        near_leg=Leg(swing=fold * 0.62, bend=fold * 1.2, foot=18 * up),
        far_leg=Leg(swing=fold * 0.62 - 8, bend=fold * 1.2, foot=18 * up),
        near_arm=Arm(swing=-12 - 44 * up + 40 * dip, bend=40, hand="fist"),
        far_arm=Arm(swing=14 + 30 * up - 30 * dip, bend=60, hand="fist"),
    )  # fmt: skip


def jump(t: float) -> Stance:
    """Crouch, spring, air, land."""
    if t < 0.25 or t >= 0.75:
        deep = math.sin(math.pi * (t / 0.25 if t < 0.25 else (t - 0.75) / 0.25))
        back = -58 * deep if t < 0.25 else 40 * (1 - deep)
        return Stance(
            lean=4 + 34 * deep, nod=-10 * deep,
            near_leg=Leg(swing=58 * deep, bend=104 * deep + 4), far_leg=Leg(swing=50 * deep, bend=100 * deep + 4),
            near_arm=Arm(swing=back, bend=20, hand="reach"), far_arm=Arm(swing=back + 6, bend=20, hand="reach"),
            sway=-0.2 if t < 0.25 else -0.5,
        )  # fmt: skip
    s = (t - 0.25) / 0.5
    up = math.sin(math.pi * (0.12 + 0.76 * s))
    return Stance(
        lean=6, nod=-10, air=0.62 * up, sway=0.7 - 1.3 * s,
        near_leg=Leg(swing=44 * up, bend=86 * up, foot=24), far_leg=Leg(swing=-16 * up, bend=62 * up, foot=34),
        near_arm=Arm(swing=-158 * up, bend=-12, hand="open"), far_arm=Arm(swing=128 * up + 10, bend=18, hand="open"),
    )  # fmt: skip
