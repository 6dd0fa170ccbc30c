"""Owns the table of mammals of house and wood: measures and coats, no drawing. Does not know: how they are drawn."""

# ruff: noqa: E501 (a data table)

from __future__ import annotations

from generators.backends.animatic.animals.spec import WHITE, Coat, HeadSpec, QuadSpec

PINK = (238, 164, 160)

# fmt: off
MAMMALS: dict[str, QuadSpec] = {
    "fox": QuadSpec(
        46, Coat((226, 108, 38), belly=WHITE, face=WHITE, socks=(84, 44, 40), tip=WHITE, ear=(96, 46, 44), keeps=("socks", "belly", "face", "tip", "ear")),
        HeadSpec(14.5, (0.98, 0.9), (1.2, 0.36, 0.17), 0.46, "tri", 1.12, "fox", nose_size=0.19, eye_y=-0.12, extras=("cheeks",)),
        length=36, hip_h=27, chest_h=28, hip_r=10, chest_r=11, mid_r=9.5, leg=(8.6, 6), neck=(10, -19), neck_w=(17, 14),
        tail="bushy", tail_len=38,
    ),
    "wolf": QuadSpec(
        56, Coat((138, 148, 170), belly=(222, 226, 232), face=(226, 228, 234), mark=(92, 102, 128), tip=(78, 86, 110), ear=(150, 116, 124), iris=(240, 190, 70)),
        HeadSpec(14.5, (0.98, 0.88), (1.32, 0.36, 0.27), 0.54, "tri", 0.86, "wolf", nose_size=0.2, extras=("cheeks",)),
        length=42, hip_h=34, chest_h=36, hip_r=11, chest_r=14.5, mid_r=11.5, leg=(10.5, 7), neck=(14, -19), neck_w=(25, 19),
        tail="brush", tail_len=32, pattern="saddle",
    ),
    "dog": QuadSpec(
        42, Coat((206, 138, 76), belly=WHITE, face=WHITE, socks=WHITE, tip=WHITE, mark=(128, 76, 48), ear=PINK),
        HeadSpec(14.8, (0.98, 0.94), (1.0, 0.36, 0.36), 0.52, "drop", 1.0, "blaze", nose_size=0.22, extras=("tongue",)),
        length=34, hip_h=26, chest_h=27, hip_r=10.5, chest_r=12, mid_r=10.5, leg=(9, 6.6), neck=(10, -18), neck_w=(18, 15),
        tail="up", tail_len=28, pattern="saddle", extras=("collar",),
    ),
    "cat": QuadSpec(
        35, Coat((232, 150, 74), belly=WHITE, face=WHITE, socks=WHITE, mark=(190, 104, 48), tip=WHITE, ear=PINK, nose=(226, 124, 122), iris=(132, 190, 92)),
        HeadSpec(14.5, (1.06, 0.92), (0.5, 0.42, 0.28), 0.48, "tri", 0.8, "tabby", nose_size=0.12, eye=1.15, eye_x=0.3, gap=0.42, extras=("whiskers",)),
        length=32, hip_h=23, chest_h=23, hip_r=9.5, chest_r=9.5, mid_r=9, leg=(7.8, 5.6), neck=(9, -16), neck_w=(15, 13),
        tail="cat", tail_len=40, pattern="stripes",
    ),
    "bear": QuadSpec(
        84, Coat((128, 82, 56), face=(198, 156, 112), ear=(178, 122, 98)),
        HeadSpec(21, (1.02, 0.92), (0.82, 0.36, 0.36), 0.5, "round", 0.36, "muzzle", nose_size=0.2, eye=0.8),
        length=50, hip_h=44, chest_h=45, hip_r=27, chest_r=26, mid_r=27, leg=(22, 18), foot="pad", neck=(27, -17), neck_w=(38, 30),
        tail="stub", tail_len=14,
    ),
    "polar-bear": QuadSpec(
        86, Coat((240, 236, 226), face=(250, 246, 238), ear=(206, 196, 196)),
        HeadSpec(18, (1.0, 0.86), (1.12, 0.4, 0.34), 0.54, "round", 0.3, "muzzle", nose_size=0.22, eye=0.8),
        length=56, hip_h=44, chest_h=46, hip_r=27, chest_r=25, mid_r=27, leg=(22, 18), foot="pad", neck=(36, -16), neck_w=(38, 28),
        tail="stub", tail_len=14,
    ),
    "panda": QuadSpec(
        74, Coat((246, 242, 234), face=(246, 242, 234), socks=(60, 54, 64), mark=(60, 54, 64), ear=(60, 54, 64), keeps=("mark", "socks", "ear")),
        HeadSpec(24, (1.06, 0.94), (0.5, 0.42, 0.3), 0.46, "round", 0.34, "panda", nose_size=0.16, eye=0.8, eye_x=0.32, extras=("dark ears",)),
        length=42, hip_h=36, chest_h=37, hip_r=25, chest_r=24, mid_r=25, leg=(20, 17), foot="pad", neck=(22, -22), neck_w=(36, 30),
        tail="stub", tail_len=14, pattern="belt", extras=("dark legs",),
    ),
    "koala": QuadSpec(
        34, Coat((150, 152, 164), belly=(236, 234, 232), face=(206, 204, 210), ear=(238, 226, 230), nose=(58, 50, 62)),
        HeadSpec(15, (1.1, 0.92), (0.42, 0.36, 0.26), 0.4, "round", 0.56, "", nose="big", nose_size=0.34, eye=0.8, gap=0.5, eye_x=0.3),
        length=22, hip_h=15, chest_h=15, hip_r=12, chest_r=11, mid_r=11.5, leg=(8.4, 7), neck=(6, -19), neck_w=(17, 16),
        tail="none", plan="sit",
    ),
    "rabbit": QuadSpec(
        26, Coat((190, 164, 138), belly=WHITE, face=(238, 226, 208), tip=WHITE, nose=(226, 130, 130), keeps=("tip",), ear=PINK),
        HeadSpec(12, (0.96, 0.96), (0.6, 0.4, 0.32), 0.5, "long", 1.7, "muzzle", nose_size=0.12, eye=1.15, eye_x=0.34, extras=("whiskers", "teeth")),
        length=22, hip_h=15, chest_h=14, hip_r=13, chest_r=9, mid_r=11.5, leg=(7, 4.6), neck=(8, -12), neck_w=(15, 13),
        tail="scut", tail_len=13, plan="hop",
    ),
    "squirrel": QuadSpec(
        22, Coat((190, 98, 52), belly=WHITE, face=WHITE, ear=(232, 160, 130), keeps=("belly",)),
        HeadSpec(11.5, (0.98, 0.94), (0.62, 0.38, 0.28), 0.46, "tuft", 0.72, "muzzle", nose_size=0.12, eye=1.15, eye_x=0.36, cheeks=0.3, extras=("whiskers",)),
        length=17, hip_h=13, chest_h=14, hip_r=11, chest_r=8.5, mid_r=9.5, leg=(6, 4.2), neck=(7, -13), neck_w=(13, 12),
        tail="squirrel", tail_len=31, plan="hop",
    ),
    "chipmunk": QuadSpec(
        18, Coat((196, 130, 76), belly=WHITE, face=WHITE, mark=(92, 58, 46), ear=(232, 176, 150)),
        HeadSpec(11.5, (1.02, 0.92), (0.6, 0.4, 0.27), 0.46, "round", 0.3, "chip", nose_size=0.12, eye=1.1, cheeks=0.7, extras=("whiskers",)),
        length=19, hip_h=12, chest_h=12, hip_r=10, chest_r=8.5, mid_r=9.5, leg=(6, 4.2), neck=(8, -11), neck_w=(14, 13),
        tail="bushy", tail_len=26, pattern="chip", plan="hop",
    ),
    "mouse": QuadSpec(
        14, Coat((158, 150, 166), belly=(232, 224, 226), face=(216, 208, 214), ear=(240, 166, 170), nose=(230, 120, 130)),
        HeadSpec(11, (0.98, 0.9), (0.92, 0.42, 0.16), 0.46, "round", 0.66, "", nose_size=0.14, eye=1.1, extras=("whiskers",)),
        length=18, hip_h=12, chest_h=11, hip_r=11.5, chest_r=8.5, mid_r=10.5, leg=(5, 3.4), neck=(10, -8), neck_w=(13, 12),
        tail="whip", tail_len=36, plan="hop",
    ),
    "rat": QuadSpec(
        17, Coat((120, 106, 108), belly=(196, 184, 180), face=(170, 156, 156), ear=(226, 158, 160), nose=(226, 130, 140)),
        HeadSpec(10, (1.0, 0.84), (1.22, 0.42, 0.16), 0.48, "round", 0.4, "muzzle", nose_size=0.14, eye=0.9, extras=("whiskers", "teeth")),
        length=27, hip_h=12, chest_h=11, hip_r=11, chest_r=8.5, mid_r=10.5, leg=(5.4, 3.8), neck=(11, -7), neck_w=(13, 12),
        tail="whip", tail_len=44,
    ),
    "hedgehog": QuadSpec(
        16, Coat((226, 192, 154), belly=(238, 214, 180), mark=(104, 76, 66), ear=(196, 142, 118), keeps=("mark",)),
        HeadSpec(10, (0.92, 0.86), (1.1, 0.44, 0.13), 0.46, "round", 0.26, "", nose_size=0.19, eye=1.0),
        length=20, hip_h=12, chest_h=11, hip_r=11, chest_r=9, mid_r=11, leg=(5.6, 4.4), neck=(9.5, -5), neck_w=(15, 14),
        tail="none", extras=("spines",),
    ),
    "raccoon": QuadSpec(
        32, Coat((142, 140, 148), belly=(206, 202, 204), face=(240, 236, 232), socks=(72, 66, 76), mark=(60, 52, 64), tip=(60, 52, 64), ear=(222, 214, 214), keeps=("mark", "face")),
        HeadSpec(14, (1.08, 0.9), (0.86, 0.4, 0.19), 0.46, "tri", 0.6, "raccoon", nose_size=0.17, cheeks=0.6),
        length=30, hip_h=20, chest_h=20, hip_r=13, chest_r=11.5, mid_r=13, leg=(8, 6), neck=(11, -14), neck_w=(18, 16),
        tail="ringed", tail_len=34,
    ),
    "possum": QuadSpec(
        24, Coat((166, 162, 168), belly=(226, 222, 220), face=(244, 240, 236), ear=(70, 60, 72), socks=(80, 70, 80), nose=(232, 140, 146)),
        HeadSpec(11.5, (0.94, 0.86), (1.24, 0.42, 0.15), 0.46, "round", 0.4, "possum", nose_size=0.16, eye=0.9, extras=("dark ears",)),
        length=30, hip_h=16, chest_h=16, hip_r=12, chest_r=10, mid_r=12, leg=(6.4, 4.8), neck=(11, -9), neck_w=(16, 14),
        tail="whip", tail_len=38,
    ),
    "badger": QuadSpec(
        27, Coat((126, 124, 132), belly=(62, 54, 66), face=(246, 242, 236), socks=(58, 50, 62), mark=(50, 44, 58), ear=(236, 230, 228), keeps=("face", "mark", "belly", "socks")),
        HeadSpec(12.5, (1.0, 0.84), (1.14, 0.38, 0.22), 0.5, "round", 0.26, "badger", nose_size=0.19, eye=0.8),
        length=34, hip_h=16, chest_h=16, hip_r=13, chest_r=12, mid_r=13, leg=(9, 7), neck=(14, -8), neck_w=(22, 19),
        tail="stub", tail_len=22,
    ),
    "skunk": QuadSpec(
        25, Coat((58, 52, 64), face=(250, 246, 238), mark=(250, 246, 238), ear=(90, 80, 92), keeps=("mark", "face")),
        HeadSpec(12, (0.98, 0.86), (0.96, 0.4, 0.18), 0.46, "round", 0.3, "stripe", nose_size=0.17),
        length=27, hip_h=15, chest_h=15, hip_r=12, chest_r=10, mid_r=11.5, leg=(7, 5.4), neck=(11, -9), neck_w=(16, 14),
        tail="skunk", tail_len=40, pattern="backstripe",
    ),
    "beaver": QuadSpec(
        28, Coat((132, 86, 58), belly=(176, 128, 90), face=(190, 144, 104), mark=(86, 66, 64), ear=(150, 98, 74), keeps=("mark",)),
        HeadSpec(13.5, (0.98, 0.92), (0.66, 0.38, 0.38), 0.5, "round", 0.24, "muzzle", nose_size=0.22, eye=0.85, extras=("teeth", "whiskers")),
        length=26, hip_h=16, chest_h=16, hip_r=15, chest_r=12, mid_r=14.5, leg=(8, 6.6), neck=(11, -13), neck_w=(22, 20),
        tail="flat", tail_len=32,
    ),
    "otter": QuadSpec(
        25, Coat((138, 96, 68), belly=(220, 190, 152), face=(228, 202, 168), ear=(120, 80, 62)),
        HeadSpec(12, (1.06, 0.86), (0.54, 0.34, 0.36), 0.46, "round", 0.2, "muzzle", nose_size=0.18, eye=0.95, extras=("whiskers",)),
        length=38, hip_h=14, chest_h=15, hip_r=10, chest_r=9.5, mid_r=9.5, leg=(7.4, 6), neck=(13, -15), neck_w=(17, 16),
        tail="thick", tail_len=30,
    ),
    "bat": QuadSpec(
        22, Coat((112, 84, 104), belly=(196, 156, 150), face=(186, 144, 142), wing=(84, 60, 88), ear=(226, 150, 156)),
        HeadSpec(12, (1.0, 0.94), (0.46, 0.36, 0.24), 0.4, "bat", 1.0, "muzzle", nose_size=0.13, eye=1.15, eye_x=0.3, extras=("fangs",)),
        length=13, hip_h=12, chest_h=17, hip_r=8.5, chest_r=8.5, mid_r=9, leg=(4, 3), neck=(3, -14), neck_w=(13, 12),
        tail="none", plan="upright", extras=("bat wings",),
    ),
    "monkey": QuadSpec(
        48, Coat((136, 88, 58), belly=(226, 186, 146), face=(236, 198, 160), ear=(236, 186, 152)),
        HeadSpec(14.5, (1.0, 0.94), (0.42, 0.4, 0.42), 0.52, "round", 0.44, "heart", nose="nostrils", nose_size=0.1, eye=0.95, eye_x=0.28, gap=0.34),
        length=26, hip_h=24, chest_h=28, hip_r=10.5, chest_r=10.5, mid_r=10.5, leg=(7, 6), neck=(6, -19), neck_w=(13, 12),
        tail="curlup", tail_len=46, plan="upright",
    ),
    "gorilla": QuadSpec(
        80, Coat((74, 70, 84), face=(120, 108, 116), mark=(150, 148, 160), ear=(96, 86, 96), nose=(50, 42, 54)),
        HeadSpec(19, (0.94, 1.0), (0.44, 0.44, 0.46), 0.56, "round", 0.22, "heart", nose="nostrils", nose_size=0.17, eye=0.7, eye_x=0.3, gap=0.32),
        length=36, hip_h=34, chest_h=50, hip_r=20, chest_r=27, mid_r=23, leg=(19, 16), foot="pad", neck=(18, -17), neck_w=(40, 30),
        tail="none", pattern="saddle",
    ),
    "kangaroo": QuadSpec(
        88, Coat((196, 132, 84), belly=(240, 214, 176), face=(238, 208, 172), ear=(236, 180, 160)),
        HeadSpec(14, (0.94, 0.88), (1.1, 0.4, 0.27), 0.5, "leaf", 1.15, "muzzle", nose_size=0.2),
        length=36, hip_h=33, chest_h=60, hip_r=18, chest_r=11.5, mid_r=15, leg=(9, 6.4), foot="long", neck=(10, -21), neck_w=(16, 13),
        tail="thick", tail_len=52, plan="upright", extras=("pouch",),
    ),
    "meerkat": QuadSpec(
        28, Coat((204, 164, 116), belly=(236, 212, 174), face=(236, 216, 184), mark=(86, 62, 58), ear=(96, 72, 66)),
        HeadSpec(10.5, (0.96, 0.9), (0.86, 0.4, 0.17), 0.42, "round", 0.22, "raccoon", nose_size=0.17),
        length=24, hip_h=15, chest_h=26, hip_r=8, chest_r=7, mid_r=8, leg=(5, 4), neck=(3, -15), neck_w=(11, 10),
        tail="whip", tail_len=28, plan="upright",
    ),
    "sloth": QuadSpec(
        34, Coat((160, 132, 104), belly=(190, 164, 132), face=(236, 216, 184), mark=(98, 70, 60), ear=(150, 120, 96)),
        HeadSpec(14, (1.02, 0.92), (0.4, 0.4, 0.3), 0.4, "none", 0.2, "raccoon", nose_size=0.2, eye=0.8, eye_x=0.3),
        length=28, hip_h=18, chest_h=18, hip_r=12, chest_r=12, mid_r=12, leg=(9, 7), neck=(8, -17), neck_w=(18, 16),
        tail="none",
    ),
}
# fmt: on
