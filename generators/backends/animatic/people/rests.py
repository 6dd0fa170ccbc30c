"""Owns stances of resting and being carried: standing, sitting, lying, flying, riding, hiding and their like.

Times are shares of a cycle in [0, 1). Does not know: sizes, clothes, drawing.
"""

from __future__ import annotations

from generators.backends.animatic.people.gait import wave
from generators.backends.animatic.people.skeleton import Arm, Leg, Stance

_SIT = Leg(swing=86, bend=86)


def stand(t: float) -> Stance:
    """Weight on the near leg, breathing, the weight shifting a little."""
    s = wave(t)
    return Stance(
        hips=0.985, x=0.012 * s, lean=0.5 + 0.6 * s, curl=1 + s, nod=1 - s, shrug=0.06 * wave(t, 0.2),
        near_leg=Leg(at=(-0.09 - 0.012 * s, 0)), far_leg=Leg(at=(0.12 - 0.012 * s, 0)),
        near_arm=Arm(swing=-2 + s, bend=18 + 2 * s, turn=4), far_arm=Arm(swing=8 + s, bend=22 + s, turn=6),
    )  # fmt: skip


def stand_akimbo(t: float) -> Stance:
    """A hand on the hip, the other loose."""
    s = wave(t)
    return Stance(
        hips=0.98, x=-0.01 + 0.008 * s, lean=-1 + 0.5 * s, curl=1 + s, nod=-s, shrug=0.06 * wave(t, 0.2),
        near_leg=Leg(at=(-0.1, 0)), far_leg=Leg(at=(0.13, 0), foot=0),
        near_arm=Arm(at=(-0.35, -0.15), of="hip", hand="fist", flip=False, turn=-30),
        far_arm=Arm(swing=10 + s, bend=20 + s),
    )  # fmt: skip


def stand_folded(t: float) -> Stance:
    """Hands folded before the body."""
    s = wave(t)
    return Stance(
        hips=0.985, x=0.008 * s, lean=1 + 0.5 * s, curl=1 + s, nod=2 - s, shrug=0.06 * wave(t, 0.2),
        near_leg=Leg(at=(-0.06, 0)), far_leg=Leg(at=(0.08, 0)),
        near_arm=Arm(at=(0.95, -0.2 + 0.05 * s), of="hip", hand="relax"),
        far_arm=Arm(at=(1.15, -0.25 + 0.05 * s), of="hip"),
        over=True,
    )  # fmt: skip


def stand_behind(t: float) -> Stance:
    """One hand behind the back."""
    s = wave(t)
    return Stance(
        hips=0.985, x=0.008 * s, lean=-0.5 + 0.5 * s, curl=2 + s, nod=-s, shrug=0.06 * wave(t, 0.2),
        near_leg=Leg(at=(-0.09, 0)), far_leg=Leg(at=(0.1, 0)),
        near_arm=Arm(swing=-26 + s, bend=52, hand="fist"), far_arm=Arm(swing=4 + s, bend=18 + s), behind=True,
    )  # fmt: skip


MANNERS = (stand, stand_akimbo, stand_folded, stand_behind)
"""Ways of standing; each person keeps one."""


def sit(t: float) -> Stance:
    """On a seat, feet down, hands in the lap."""
    s = wave(t)
    return Stance(
        lean=-3, curl=3 + s, nod=2 - s, near_leg=_SIT, far_leg=Leg(swing=80, bend=72),
        near_arm=Arm(at=(-0.25, -0.5), of="knee", hand="relax"), far_arm=Arm(at=(-0.5, -0.45), of="knee"),
        shrug=0.05 * s,
    )  # fmt: skip


def kneel(t: float) -> Stance:
    """One knee on the ground, hand on the other."""
    s = wave(t)
    return Stance(
        lean=6, curl=3 + s, nod=3, near_leg=Leg(swing=4, bend=96, foot=62), far_leg=Leg(swing=88, bend=88),
        near_arm=Arm(swing=14, bend=34), far_arm=Arm(swing=36, bend=42, hand="flat"),
    )  # fmt: skip


def lie(t: float) -> Stance:
    """On the back, one knee up, hands behind the head and on the belly."""
    s = wave(t)
    return Stance(
        roll=-86, centred=True, nod=10, curl=3, near_leg=Leg(swing=8, bend=6, foot=-64, free=True),
        far_leg=Leg(swing=48, bend=84, foot=10), near_arm=Arm(at=(0.75, 1.3 + 0.08 * s), of="chest"),
        far_arm=Arm(at=(-0.9, 0.6), of="crown", flip=True), yaw=0.35,
    )  # fmt: skip


def sleep(t: float) -> Stance:
    """On the side, knees drawn up, hands under the cheek."""
    s = wave(t)
    return Stance(
        roll=-84, centred=True, nod=16, curl=12 + 1.5 * s, lean=4,
        near_leg=Leg(swing=52, bend=82, foot=20, free=True), far_leg=Leg(swing=38, bend=66, foot=20, free=True),
        near_arm=Arm(at=(0.5, 0.9 + 0.06 * s), of="mouth"), far_arm=Arm(at=(0.1, 0.7), of="mouth", hand="flat"),
        yaw=0.25,
    )  # fmt: skip


def crouch(t: float) -> Stance:
    """Down on the heels."""
    s = wave(t)
    return Stance(
        lean=26, curl=14 + 2 * s, nod=-8, near_leg=Leg(swing=98, bend=138, foot=8),
        far_leg=Leg(swing=88, bend=128, foot=8),
        near_arm=Arm(at=(0.2, -0.1), of="knee"), far_arm=Arm(at=(0.5, -0.1), of="knee"),
    )  # fmt: skip


def hide(t: float) -> Stance:
    """Made small, head drawn in, hands before the mouth."""
    s = wave(2 * t)
    return Stance(
        lean=30, curl=26 + s, nod=4, shrug=0.9, near_leg=Leg(swing=102, bend=142, foot=10),
        far_leg=Leg(swing=94, bend=134, foot=10), near_arm=Arm(at=(0.05, 0.5), of="mouth", hand="flat", turn=20),
        far_arm=Arm(at=(0.5, 0.6), of="mouth", hand="fist"), yaw=0.35,
    )  # fmt: skip


def perch(t: float) -> Stance:
    """On an edge, legs dangling one after the other."""
    s = wave(t)
    return Stance(
        lean=6, curl=4, nod=2, near_leg=Leg(swing=78, bend=74 + 16 * s, foot=14, free=False),
        far_leg=Leg(swing=72, bend=68 - 16 * s, foot=14), near_arm=Arm(swing=-16, bend=8, hand="flat", turn=-40),
        far_arm=Arm(swing=6, bend=10, hand="flat", turn=-40),
    )  # fmt: skip


def ride(t: float) -> Stance:
    """Astride, hands at the reins, bouncing."""
    s = wave(t)
    return Stance(
        lean=5 + 3 * s, curl=4, nod=-3 * s, air=0.02 + 0.02 * s, near_leg=Leg(swing=52, bend=66, foot=-6),
        far_leg=Leg(swing=58, bend=70, foot=-6), near_arm=Arm(swing=34 + 5 * s, bend=44, hand="grip"),
        far_arm=Arm(swing=40 + 5 * s, bend=46, hand="grip"), sway=0.55 + 0.25 * s, over=False,
    )  # fmt: skip


def drive(t: float) -> Stance:
    """On a seat, hands at a wheel."""
    s = wave(t)
    return Stance(
        lean=-6, nod=2, near_leg=Leg(swing=80, bend=50, foot=-20), far_leg=Leg(swing=84, bend=56, foot=-20),
        near_arm=Arm(swing=52 + 7 * s, bend=32, hand="grip"), far_arm=Arm(swing=58 - 7 * s, bend=34, hand="grip"),
        sway=0.2,
    )  # fmt: skip


def sail(t: float) -> Stance:
    """At the tiller: feet apart, swaying with the sea."""
    s = wave(t)
    return Stance(
        hips=0.94, lean=3 * s, nod=-2 * s - 3, near_leg=Leg(at=(-0.17, 0)), far_leg=Leg(at=(0.2, 0)),
        near_arm=Arm(swing=-28 + 5 * s, bend=22, hand="grip"),
        far_arm=Arm(at=(1.12, 0.5), of="crown", hand="flat", turn=34),
        sway=0.75 + 0.2 * wave(2 * t),
    )  # fmt: skip


def fly(t: float) -> Stance:
    """Stretched out through the air, one fist ahead."""
    s = wave(t)
    return Stance(
        roll=64, air=0.3 + 0.03 * s, nod=-48, centred=True, sway=0.9,
        near_leg=Leg(swing=-6 - 4 * s, bend=8, foot=58, free=True),
        far_leg=Leg(swing=12 + 4 * s, bend=46, foot=52, free=True),
        near_arm=Arm(swing=-14 - 6 * s, bend=8, hand="flat"), far_arm=Arm(swing=160 + 4 * s, bend=4, hand="fist"),
    )  # fmt: skip


def float_(t: float) -> Stance:
    """Weightless: everything loose."""
    s, c = wave(t), wave(t, 0.25)
    return Stance(
        roll=-12 + 5 * s, air=0.16 + 0.05 * c, nod=4, sway=0.3 * s,
        near_leg=Leg(swing=26 + 6 * s, bend=44 + 6 * c, foot=34), far_leg=Leg(swing=-8 - 6 * s, bend=34, foot=34),
        near_arm=Arm(swing=-58 - 10 * c, bend=14, hand="relax", out=50),
        far_arm=Arm(swing=82 - 10 * c, bend=16, hand="open", out=60),
    )  # fmt: skip


def fall(t: float) -> Stance:
    """Backward through the air, arms and legs flung up."""
    s, c = wave(t), wave(t, 0.25)
    return Stance(
        roll=-52 + 4 * s, air=0.2, nod=8, sway=-0.6, centred=True, shrug=0.5,
        near_leg=Leg(swing=58 + 14 * s, bend=40, foot=10, free=True),
        far_leg=Leg(swing=84 - 14 * s, bend=60, foot=10, free=True),
        near_arm=Arm(swing=112 + 20 * c, bend=24, hand="open"), far_arm=Arm(swing=150 - 20 * c, bend=26, hand="open"),
    )  # fmt: skip


def roll(t: float) -> Stance:
    """A somersault, knees held."""
    return Stance(
        roll=360 * t, centred=True, lean=20, curl=46, nod=44, shrug=0.4,
        near_leg=Leg(swing=112, bend=132, foot=20, free=True), far_leg=Leg(swing=104, bend=126, foot=20, free=True),
        near_arm=Arm(at=(0.4, 0.6), of="knee"), far_arm=Arm(at=(0.5, 0.5), of="knee"),
    )  # fmt: skip
