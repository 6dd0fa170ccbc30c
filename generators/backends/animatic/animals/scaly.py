"""Owns the table of four-limbed reptiles, living and dead, that share the mammals' skeleton. Does not know: drawing."""

# ruff: noqa: E501 (a data table)

from __future__ import annotations

from generators.backends.animatic.animals.spec import Coat, HeadSpec, QuadSpec

# fmt: off
SCALY: dict[str, QuadSpec] = {
    "crocodile": QuadSpec(
        30, Coat((96, 142, 84), belly=(226, 222, 162), wing=(70, 112, 72), mark=(74, 116, 72), mane=(60, 100, 64), iris=(246, 208, 80)),
        HeadSpec(10.5, (0.92, 0.72), (2.5, 0.42, 0.3), 0.6, "none", 0.4, "", nose="nostrils", nose_size=0.13, eye=0.95, eye_x=0.3, eye_y=-0.36, gap=0.34, extras=("jaws",)),
        length=50, hip_h=14, chest_h=14, hip_r=11, chest_r=10.5, mid_r=11.5, leg=(8.5, 6.6), neck=(17, -5), neck_w=(18, 16),
        tail="thick", tail_len=44, pattern="fawn", extras=("plates",), hands=False,
    ),
    "lizard": QuadSpec(
        14, Coat((122, 178, 88), belly=(228, 230, 160), mark=(82, 134, 74), wing=(82, 134, 74), iris=(246, 190, 70)),
        HeadSpec(9.5, (1.0, 0.78), (0.92, 0.3, 0.32), 0.54, "none", 0.4, "", nose="nostrils", nose_size=0.1, eye=1.15, eye_x=0.36, gap=0.4),
        length=34, hip_h=10, chest_h=11, hip_r=6.5, chest_r=7, mid_r=7, leg=(5, 3.8), neck=(13, -8), neck_w=(11, 11),
        tail="whip", tail_len=52, pattern="fawn", extras=("green tail",), hands=False,
    ),
    "turtle": QuadSpec(
        20, Coat((140, 180, 92), belly=(226, 220, 150), wing=(134, 104, 62), mark=(100, 76, 52)),
        HeadSpec(10, (1.0, 0.9), (0.56, 0.3, 0.4), 0.5, "none", 0.4, "", nose="nostrils", nose_size=0.08, eye=1.15, eye_x=0.34),
        length=28, hip_h=12, chest_h=12, hip_r=9, chest_r=9, mid_r=9, leg=(8.6, 7.2), foot="pad", neck=(19, -15), neck_w=(11, 10),
        tail="stub", tail_len=10, extras=("shell",), hands=True,
    ),
    "trex": QuadSpec(
        150, Coat((116, 158, 84), belly=(232, 226, 160), mark=(84, 122, 70), wing=(84, 122, 70), iris=(248, 200, 70), nose=(84, 110, 70)),
        HeadSpec(23, (0.9, 0.8), (1.1, 0.36, 0.5), 0.66, "none", 0.4, "", nose="nostrils", nose_size=0.13, eye=0.8, eye_y=-0.3, eye_x=0.3, gap=0.34, extras=("jawteeth",)),
        length=40, hip_h=46, chest_h=58, hip_r=23, chest_r=17, mid_r=21, leg=(10, 7), foot="long", neck=(16, -28), neck_w=(28, 24),
        tail="thick", tail_len=66, plan="upright", pattern="stripes",
    ),
}
# fmt: on
