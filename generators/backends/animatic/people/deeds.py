"""Owns stances of doing something with the hands: giving, pointing, reading, fighting, dancing and their like.

Times are shares of a cycle in [0, 1). Does not know: sizes, clothes, drawing.
"""

from __future__ import annotations

import math

from generators.backends.animatic.people.gait import wave
from generators.backends.animatic.people.skeleton import Arm, Leg, Stance

_NEAR, _FAR = Leg(at=(-0.06, 0.0)), Leg(at=(0.1, 0.0))
_WIDE_NEAR, _WIDE_FAR = Leg(at=(-0.2, 0.0)), Leg(at=(0.24, 0.0))


def _ease(t: float, start: float, end: float) -> float:
    s = min(max((t - start) / (end - start), 0.0), 1.0)
    return s * s * (3 - 2 * s)


def _pulse(t: float) -> float:
    """Out and back: 0 at 0 and 1, 1 at the middle."""
    return 0.5 - 0.5 * math.cos(2 * math.pi * t)


def talk(t: float) -> Stance:
    """One hand open and moving before the chest, the other at rest."""
    s, c = wave(t), wave(2 * t, 0.1)
    return Stance(
        lean=2 + 1.5 * s, curl=1, nod=1 + 3 * c, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=14 + 8 * s, bend=92 + 16 * c, hand="open" if t < 0.5 else "reach", turn=10 * s, out=12),
        far_arm=Arm(swing=7 + 2 * s, bend=24 - 3 * c, turn=6),
    )  # fmt: skip


def talk_both(t: float) -> Stance:
    """Both hands before the chest, in turn."""
    s, c = wave(t), wave(t, 0.3)
    return Stance(
        lean=3 + s, curl=1, nod=1 + 3 * wave(2 * t), near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=10 + 7 * s, bend=86 + 18 * c, hand="reach" if t < 0.5 else "open", turn=14 * s, out=10),
        far_arm=Arm(swing=26 - 6 * s, bend=84 - 18 * c, hand="open" if t < 0.5 else "reach", turn=8, out=10),
    )  # fmt: skip


def talk_far(t: float) -> Stance:
    """The far hand speaks, the near one is on the hip."""
    s, c = wave(t), wave(2 * t, 0.1)
    return Stance(
        lean=-1 + 1.5 * s, curl=1, nod=-1 + 3 * c, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(at=(-0.35, -0.15), of="hip", hand="fist", turn=-30),
        far_arm=Arm(swing=34 + 10 * s, bend=88 + 18 * c, hand="open" if t < 0.6 else "reach", turn=10 * s, out=14),
    )  # fmt: skip


def talk_finger(t: float) -> Stance:
    """A finger raised, the other hand behind or down."""
    s, c = wave(t), wave(2 * t, 0.1)
    return Stance(
        lean=3 + 2 * s, curl=2, nod=2 + 3 * c, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=22 + 6 * s, bend=108 + 14 * c, hand="point" if t < 0.5 else "relax", turn=8, out=12),
        far_arm=Arm(swing=10 + 2 * s, bend=30, turn=6),
    )  # fmt: skip


TALKS = (talk, talk_both, talk_far, talk_finger)
"""Ways of talking; each person keeps one."""


def _nodding(t: float) -> float:
    return 5 * max(0.0, wave(2 * t)) if t < 0.5 else 0.0


def listen(t: float) -> Stance:
    """Arms down, a nod now and then."""
    s = wave(t)
    return Stance(
        lean=2, curl=2, nod=3 + _nodding(t), near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=s, bend=20, turn=4), far_arm=Arm(swing=9 + s, bend=26, turn=6),
    )  # fmt: skip


def listen_crossed(t: float) -> Stance:
    """Arms crossed."""
    s = 0.04 * wave(t)
    return Stance(
        lean=-1, curl=2, nod=3 + _nodding(t), near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=4, bend=92 + 20 * s, hand="relax", out=-8),
        far_arm=Arm(at=(-0.15, 0.62 + s), of="chest", hand="relax", flip=True), over=True,
    )  # fmt: skip


def listen_chin(t: float) -> Stance:
    """A hand at the chin, its elbow in the other."""
    s = 0.05 * wave(t)
    return Stance(
        lean=2, curl=3, nod=5 + _nodding(t), near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(at=(-0.12, 0.62 + s), of="mouth", hand="fist", turn=6),
        far_arm=Arm(at=(0.35, 1.15 + s), of="chest", hand="flat"),
    )  # fmt: skip


def listen_behind(t: float) -> Stance:
    """Hands behind the back."""
    s = wave(t)
    return Stance(
        lean=1, curl=2, nod=4 + _nodding(t), near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=-28 + s, bend=56, hand="fist"), far_arm=Arm(swing=2 + s, bend=16), behind=True,
    )  # fmt: skip


LISTENS = (listen, listen_crossed, listen_chin, listen_behind)
"""Ways of listening; each person keeps one."""


def look(t: float) -> Stance:
    """Leaning out, the far hand over the brow; the face stays free."""
    s = wave(t)
    return Stance(
        lean=7 + s, nod=-3 + 2 * s, near_leg=Leg(at=(-0.12, 0)), far_leg=Leg(at=(0.14, 0)),
        near_arm=Arm(swing=-8, bend=22), far_arm=Arm(at=(1.12, 0.5), of="crown", hand="flat", turn=34),
        yaw=0.6,
    )  # fmt: skip


def point(t: float) -> Stance:
    """An arm out straight, a finger."""
    s = wave(2 * t)
    return Stance(
        lean=4, nod=-2, near_leg=_NEAR, far_leg=Leg(at=(0.15, 0)),
        near_arm=Arm(swing=88 + 3 * s, bend=3, hand="point", out=40), far_arm=Arm(swing=-6, bend=16), yaw=0.6,
    )  # fmt: skip


def wave_hand(t: float) -> Stance:
    """The far hand high and to and fro."""
    s = wave(t)
    return Stance(
        lean=-1, nod=-3, near_leg=_NEAR, far_leg=_FAR, near_arm=Arm(swing=4, bend=20),
        far_arm=Arm(swing=106, bend=52 + 21 * s, hand="open", out=30), yaw=0.4,
    )  # fmt: skip


def reach(t: float) -> Stance:
    """Leaning out with an open hand."""
    s = _pulse(t)
    return Stance(
        hips=0.95, lean=9 + 5 * s, nod=-5, near_leg=Leg(at=(-0.2, 0), foot=6), far_leg=Leg(at=(0.2, 0)),
        near_arm=Arm(swing=92 + 10 * s, bend=8, hand="reach", out=30), far_arm=Arm(swing=-22, bend=22), yaw=0.6,
    )  # fmt: skip


def give(t: float) -> Stance:
    """A palm held out, and back."""
    s = _pulse(t)
    return Stance(
        lean=4 + 5 * s, nod=2, near_leg=_NEAR, far_leg=Leg(at=(0.17, 0)),
        near_arm=Arm(swing=30 + 34 * s, bend=58 - 40 * s, hand="flat", turn=4, out=10),
        far_arm=Arm(swing=16 + 8 * s, bend=40 - 10 * s, hand="reach"),
    )  # fmt: skip


def hold(t: float) -> Stance:
    """Something in the hand before the body."""
    s = wave(t)
    return Stance(
        lean=0.5, curl=1 + s, nod=3, near_leg=_NEAR, far_leg=_FAR, near_arm=Arm(swing=12 + s, bend=74, hand="grip"),
        far_arm=Arm(swing=4, bend=18),
    )  # fmt: skip


def carry(t: float) -> Stance:
    """Both arms under a load, leaning back."""
    s = wave(t)
    return Stance(
        hips=0.96, lean=-7 + s, nod=3, near_leg=Leg(at=(-0.12, 0)), far_leg=Leg(at=(0.14, 0)),
        near_arm=Arm(swing=20, bend=66 + 2 * s, hand="grip", turn=10),
        far_arm=Arm(swing=28, bend=62 + 2 * s, hand="grip", turn=10),
    )  # fmt: skip


def hug(t: float) -> Stance:
    """Both arms around someone in front: the near hand on their back, the far one lower and beyond."""
    s = wave(t)
    return Stance(
        lean=8 + s, curl=4, nod=11, near_leg=_NEAR, far_leg=Leg(at=(0.14, 0)),
        near_arm=Arm(swing=42 + s, bend=62, hand="flat", turn=-30, out=34),
        far_arm=Arm(swing=14 + s, bend=66, hand="flat", turn=-20, out=34),
        yaw=0.5,
    )  # fmt: skip


def fight(t: float) -> Stance:
    """On guard, and a blow."""
    blow = _pulse(min(t * 2, 1.0))
    other = _pulse(max(t * 2 - 1, 0.0))
    return Stance(
        hips=0.9, lean=9 + 8 * blow, nod=5, shrug=0.4, near_leg=_WIDE_NEAR, far_leg=Leg(at=(0.28, 0)),
        near_arm=Arm(swing=22 + 64 * blow, bend=112 - 104 * blow, hand="fist"),
        far_arm=Arm(swing=48 + 40 * other, bend=92 - 80 * other, hand="fist"), sway=-0.2 + 0.4 * blow,
    )  # fmt: skip


def dance(t: float) -> Stance:
    """Side to side, arms up in turn, a knee lifted."""
    s, c = wave(t), abs(wave(t))
    up, other, rise = max(s, 0.0), max(-s, 0.0), 0.5 + 0.5 * s
    return Stance(
        hips=0.95 + 0.03 * c, x=0.05 * s, lean=-7 * s, nod=6 * s, sway=0.7 * wave(t, 0.12),
        near_leg=Leg(at=(-0.1 - 0.1 * other, 0.2 * up), foot=28 * up),
        far_leg=Leg(at=(0.12 + 0.12 * up, 0.2 * other), foot=28 * other),
        near_arm=Arm(swing=-4 - 146 * rise, bend=46 - 82 * rise, hand="open", out=40),
        far_arm=Arm(swing=70 - 78 * s, bend=40, hand="open", out=40),
        yaw=0.4,
    )  # fmt: skip


def spin(t: float) -> Stance:
    """Turning on the toes, arms out."""
    s = wave(t)
    return Stance(
        hips=1.0, lean=2, nod=-4, sway=0.9 * s, air=0.0, near_leg=Leg(at=(0.0, 0.07), foot=36),
        far_leg=Leg(swing=40, bend=92, foot=40), near_arm=Arm(swing=-72 + 30 * s, bend=12, hand="reach", out=70),
        far_arm=Arm(swing=84 + 26 * s, bend=12, hand="reach", out=70), yaw=0.4 + 0.25 * s,
    )  # fmt: skip


def bow(t: float) -> Stance:
    """Down from the hips, a hand on the heart, and up."""
    s = _pulse(t) ** 0.7
    return Stance(
        hips=0.975, lean=2 + 52 * s, curl=12 * s, nod=14 * s + 2, near_leg=_NEAR, far_leg=Leg(at=(0.12, 0)),
        near_arm=Arm(at=(0.2, 0.2), of="chest", hand="flat"), far_arm=Arm(swing=-26 * s, bend=12, hand="reach"),
    )  # fmt: skip


def eat(t: float) -> Stance:
    """Hand to mouth and back."""
    s = _pulse(t)
    return Stance(
        lean=3 + 2 * s, nod=4 + 4 * s, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(at=(0.42 + 0.5 * (1 - s), 0.25 + 1.2 * (1 - s)), hand="grip", turn=10),
        far_arm=Arm(swing=10, bend=34),
    )  # fmt: skip


def drink(t: float) -> Stance:
    """A cup raised, the head tipped back."""
    s = _pulse(t) ** 0.6
    return Stance(
        lean=1 - 4 * s, nod=4 - 16 * s, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(at=(0.5, 0.25 + 1.4 * (1 - s)), hand="grip", turn=6), far_arm=Arm(swing=2, bend=20),
    )  # fmt: skip


def read(t: float) -> Stance:
    """A book in both hands, head bent."""
    s = wave(t)
    return Stance(
        lean=1, curl=3, nod=13 + s, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(at=(1.75, 0.25 + 0.03 * s), of="chest", hand="grip", turn=14),
        far_arm=Arm(at=(2.75, 0.15 + 0.03 * s), of="chest", hand="grip", turn=14), yaw=0.5,
    )  # fmt: skip


def write(t: float) -> Stance:
    """A pen over a pad in the other hand."""
    s, c = wave(2 * t), wave(t)
    return Stance(
        lean=4, curl=5, nod=15, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(swing=20 + 3 * c, bend=78 + 5 * s, hand="grip", turn=8 * s),
        far_arm=Arm(swing=32, bend=56, hand="flat"),
    )  # fmt: skip


def cook(t: float) -> Stance:
    """Stirring in front."""
    s, c = wave(t), wave(t, 0.25)
    return Stance(
        lean=7, curl=3, nod=11, near_leg=_NEAR, far_leg=_FAR,
        near_arm=Arm(at=(2.2 + 0.34 * c, 0.75 + 0.14 * s), of="chest", hand="grip"),
        far_arm=Arm(at=(2.0, 1.0), of="chest", hand="grip"),
    )  # fmt: skip


def paint(t: float) -> Stance:
    """Brush strokes on something upright in front."""
    s, c = wave(t), wave(2 * t)
    return Stance(
        lean=2, nod=-2, near_leg=_NEAR, far_leg=Leg(at=(0.14, 0)),
        near_arm=Arm(at=(1.5 + 0.14 * c, 0.7 - 0.7 * s), hand="grip", turn=10),
        far_arm=Arm(swing=22, bend=66, hand="flat"),
        yaw=0.6,
    )  # fmt: skip


def sing(t: float) -> Stance:
    """Chest out, a hand on the heart, the other to the hall."""
    s = wave(t)
    return Stance(
        lean=-4 + 2 * s, curl=-3, nod=-11 + 3 * s, near_leg=_NEAR, far_leg=Leg(at=(0.13, 0)),
        near_arm=Arm(at=(0.25, -0.05), of="chest", hand="flat"),
        far_arm=Arm(swing=72 + 13 * s, bend=24, hand="open", out=30),
    )  # fmt: skip


def cry(t: float) -> Stance:
    """Hands to the face, shoulders shaking."""
    s = wave(3 * t)
    return Stance(
        hips=0.97, lean=7, curl=18 + s, nod=22 + 2 * s, shrug=0.5 + 0.18 * s, near_leg=_NEAR,
        far_leg=Leg(at=(0.06, 0)),
        near_arm=Arm(at=(0.0, -0.42), hand="fist", turn=24), far_arm=Arm(at=(0.4, -0.35), hand="fist", turn=24),
        yaw=0.4,
    )  # fmt: skip


def laugh(t: float) -> Stance:
    """Head back, a hand on the belly."""
    s = wave(2 * t)
    return Stance(
        hips=0.97, lean=-10 + 3 * s, curl=4, nod=-15 + 3 * s, shrug=0.3 + 0.2 * s, near_leg=Leg(at=(-0.1, 0)),
        far_leg=Leg(at=(0.14, 0)),
        near_arm=Arm(at=(0.45, 1.6 + 0.08 * s), of="chest", hand="flat"),
        far_arm=Arm(swing=40, bend=58 + 8 * s, hand="open"),
    )  # fmt: skip


def push(t: float) -> Stance:
    """The whole weight against something, stepping."""
    s = wave(t)
    return Stance(
        hips=0.86, x=-0.1, lean=33, nod=4,
        near_leg=Leg(at=(-0.42 + 0.16 * s, 0.06 + 0.05 * max(wave(t, 0.25), 0)), foot=24),
        far_leg=Leg(at=(0.1 - 0.16 * s, 0.05 * max(wave(t, 0.75), 0))),
        near_arm=Arm(swing=84, bend=16 + 4 * s, hand="flat", turn=62),
        far_arm=Arm(swing=92, bend=12 + 4 * s, hand="flat", turn=62),
        sway=0.2,
    )  # fmt: skip


def pull(t: float) -> Stance:
    """Leaning back on a rope."""
    s = wave(t)
    return Stance(
        hips=0.86, lean=-24 - 4 * s, nod=12, near_leg=Leg(at=(-0.06, 0)), far_leg=Leg(at=(0.4, 0), foot=-10),
        near_arm=Arm(swing=62, bend=22 + 14 * s, hand="fist"), far_arm=Arm(swing=74, bend=14 + 12 * s, hand="fist"),
        sway=-0.2,
    )  # fmt: skip


def throw(t: float) -> Stance:
    """Wind up, fling, follow through."""
    s = _ease(t, 0.3, 0.55) * (1 - _ease(t, 0.8, 1.0))
    return Stance(
        hips=0.93, lean=-13 + 34 * s, nod=-4 + 6 * s, near_leg=Leg(at=(-0.26 + 0.04 * s, 0.05 * s), foot=26 * s),
        far_leg=Leg(at=(0.22, 0.07 * (1 - s)), foot=-12 * (1 - s)),
        near_arm=Arm(swing=-150 + 225 * s if s < 0.5 else 190 - 130 * s, bend=-58 if s < 0.02 else 24,
        hand="grip" if s < 0.5 else "open", out=50),
        far_arm=Arm(swing=76 - 96 * s, bend=16, hand="reach"), sway=0.6 * s - 0.3,
    )  # fmt: skip


def catch(t: float) -> Stance:
    """Both hands up and out, then to the chest."""
    s = _pulse(t)
    return Stance(
        hips=0.93 - 0.02 * s, lean=-3, nod=-8 + 6 * s, near_leg=_WIDE_NEAR, far_leg=_WIDE_FAR,
        near_arm=Arm(swing=94 - 54 * s, bend=26 + 52 * s, hand="open", out=20),
        far_arm=Arm(swing=112 - 58 * s, bend=20 + 50 * s, hand="open", out=20),
    )  # fmt: skip


def open_(t: float) -> Stance:
    """A handle gripped and drawn back."""
    s = _pulse(t)
    return Stance(
        lean=5 - 10 * s, nod=3, near_leg=_NEAR, far_leg=Leg(at=(0.17, 0)),
        near_arm=Arm(swing=54 - 62 * s, bend=24 + 56 * s, hand="grip"), far_arm=Arm(swing=10, bend=34, hand="reach"),
    )  # fmt: skip


def dig(t: float) -> Stance:
    """A shovel driven down and heaved up."""
    s = _pulse(t)
    return Stance(
        hips=0.89 - 0.02 * s, lean=31 - 16 * s, curl=8, nod=4, near_leg=_WIDE_NEAR, far_leg=Leg(at=(0.27, 0)),
        near_arm=Arm(swing=-14 + 26 * s, bend=58 + 12 * s, hand="fist"),
        far_arm=Arm(swing=20 + 30 * s, bend=6, hand="fist"),
        sway=0.15,
    )  # fmt: skip


def play(t: float) -> Stance:
    """Bouncing on the feet, arms going."""
    s, c = wave(t), abs(wave(t))
    return Stance(
        hips=0.93 + 0.04 * c, lean=4, nod=-4 * s, sway=0.3 * s, near_leg=Leg(at=(-0.15, 0.0)),
        far_leg=Leg(at=(0.17, 0.17 * c), foot=20 * c), near_arm=Arm(swing=-52 - 44 * s, bend=-14, hand="open", out=40),
        far_arm=Arm(swing=72 - 40 * s, bend=44, hand="open", out=40),
    )  # fmt: skip
