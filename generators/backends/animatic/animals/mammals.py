"""Owns the table of mammals that live with people or in the woods: measures and coats, no drawing.

Does not know: how they are drawn.
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

from generators.backends.animatic.animals.spec import WHITE, Coat, HeadSpec, QuadSpec

PINK = (238, 164, 160)

MAMMALS: dict[str, QuadSpec] = {
    "fox": QuadSpec(
        46, Coat((226, 110, 40), belly=WHITE, face=WHITE, socks=(84, 44, 40), tip=WHITE, ear=(96, 46, 44), keeps=("socks", "belly", "tip", "ear")),
        HeadSpec(14.5, (0.98, 0.9), (1.12, 0.34, 0.2), 0.5, "tri", 1.12, "fox", eye_y=-0.12, extras=("cheeks",)),
        length=40, hip_h=27, chest_h=28, hip_r=10, chest_r=11, mid_r=9.5, leg=(8, 5.4), neck=(11, -19), neck_w=(17, 14),
        tail="bushy", tail_len=36,
    ),
    "wolf": QuadSpec(
        54, Coat((138, 148, 170), belly=(222, 226, 232), face=(226, 228, 234), mark=(92, 102, 128), tip=(78, 86, 110), ear=(150, 116, 124), iris=(240, 190, 70)),
        HeadSpec(14.5, (0.98, 0.88), (1.3, 0.34, 0.27), 0.54, "tri", 0.86, "wolf", extras=("cheeks",)),
        length=46, hip_h=34, chest_h=36, hip_r=11, chest_r=14.5, mid_r=11.5, leg=(9.5, 6.4), neck=(15, -18), neck_w=(24, 18),
        tail="brush", tail_len=30, pattern="saddle",
    ),
    "dog": QuadSpec(
        42, Coat((206, 138, 76), belly=WHITE, face=WHITE, socks=WHITE, tip=WHITE, mark=(128, 76, 48), ear=PINK),
        HeadSpec(14.5, (0.98, 0.94), (0.98, 0.34, 0.36), 0.52, "drop", 1.0, "blaze", nose_size=0.2),
        length=38, hip_h=26, chest_h=27, hip_r=10.5, chest_r=12, mid_r=10.5, leg=(8.4, 6), neck=(11, -18), neck_w=(18, 15),
        tail="up", tail_len=26, pattern="saddle",
    ),
    "cat": QuadSpec(
        35, Coat((232, 150, 74), belly=WHITE, face=WHITE, socks=WHITE, mark=(190, 104, 48), tip=WHITE, ear=PINK, nose=(226, 124, 122), iris=(132, 190, 92)),
        HeadSpec(14.5, (1.06, 0.92), (0.52, 0.4, 0.3), 0.5, "tri", 0.78, "tabby", nose_size=0.11, eye=1.15, eye_x=0.3, gap=0.42, extras=("whiskers",)),
        length=36, hip_h=23, chest_h=23, hip_r=9.5, chest_r=9.5, mid_r=9, leg=(7.4, 5.2), neck=(10, -16), neck_w=(15, 13),
        tail="cat", tail_len=38, pattern="stripes",
    ),
    "bear": QuadSpec(
        82, Coat((128, 82, 56), face=(198, 156, 112), ear=(178, 122, 98)),
        HeadSpec(20, (1.02, 0.92), (0.82, 0.36, 0.36), 0.5, "round", 0.36, "muzzle", nose_size=0.2, eye=0.8),
        length=56, hip_h=44, chest_h=45, hip_r=27, chest_r=26, mid_r=27, leg=(21, 17), foot="pad", neck=(29, -15), neck_w=(38, 28),
        tail="stub", tail_len=14,
    ),
    "rabbit": QuadSpec(
        26, Coat((190, 164, 138), belly=WHITE, face=(238, 226, 208), tip=WHITE, nose=(226, 130, 130), keeps=("tip",)),
        HeadSpec(12, (0.96, 0.96), (0.6, 0.4, 0.32), 0.5, "long", 1.7, "muzzle", nose_size=0.12, eye=1.15, eye_x=0.34, extras=("whiskers", "teeth")),
        length=24, hip_h=15, chest_h=14, hip_r=13, chest_r=9, mid_r=11.5, leg=(7, 4.6), foot="paw", neck=(9, -12), neck_w=(15, 13),
        tail="scut", tail_len=13, plan="hop",
    ),
}  # fmt: skip
