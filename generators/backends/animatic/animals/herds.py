"""Owns the table of hoofed animals and large wild ones: measures and coats. Does not know: how they are drawn."""

# ruff: noqa: E501 (a data table)

from __future__ import annotations

from generators.backends.animatic.animals.spec import WHITE, Coat, HeadSpec, QuadSpec

PINK = (238, 164, 160)
INK = (56, 48, 62)
_HORSE = HeadSpec(
    12.5,
    (0.74, 0.78),
    (1.5, 0.92, 0.4),
    0.62,
    "leaf",
    0.62,
    "stripe",
    nose="nostrils",
    nose_size=0.16,
    eye=1.0,
    eye_x=0.3,
    gap=0.22,
    extras=("forelock",),
)

# fmt: off
HERDS: dict[str, QuadSpec] = {
    "horse": QuadSpec(
        118, Coat((168, 96, 54), face=WHITE, socks=WHITE, mane=(70, 44, 46), ear=(206, 140, 116)),
        _HORSE, length=48, hip_h=52, chest_h=53, hip_r=15.5, chest_r=15.5, mid_r=13.5, leg=(11, 6.6), foot="hoof", neck=(24, -33), neck_w=(26, 16),
        tail="hair", tail_len=42, hands=False, extras=("mane",),
    ),
    "donkey": QuadSpec(
        92, Coat((150, 144, 148), belly=(222, 216, 212), face=(240, 234, 228), mane=(74, 66, 76), ear=(214, 180, 176)),
        HeadSpec(13.5, (0.8, 0.8), (1.3, 0.86, 0.42), 0.6, "long", 1.5, "snout", nose="nostrils", nose_size=0.15, eye=1.0, eye_x=0.3, gap=0.24, extras=("forelock",)),
        length=42, hip_h=41, chest_h=42, hip_r=14, chest_r=14, mid_r=13.5, leg=(10, 6.4), foot="hoof", neck=(19, -25), neck_w=(24, 16),
        tail="thin", tail_len=36, hands=False, extras=("short mane",),
    ),
    "zebra": QuadSpec(
        106, Coat((246, 242, 234), mark=(54, 48, 62), mane=(54, 48, 62), ear=(206, 190, 190), keeps=("mark",)),
        HeadSpec(13, (0.76, 0.8), (1.4, 0.9, 0.4), 0.62, "leaf", 0.74, "zebra", nose="", eye=1.0, eye_x=0.3, gap=0.22),
        length=46, hip_h=47, chest_h=48, hip_r=15.5, chest_r=15.5, mid_r=14.5, leg=(10.5, 6.4), foot="hoof", neck=(22, -29), neck_w=(26, 17),
        tail="thin", tail_len=38, pattern="zebra", hands=False, extras=("short mane",),
    ),
    "cow": QuadSpec(
        96, Coat((246, 242, 236), face=(240, 178, 168), mark=(60, 52, 64), mane=(60, 52, 64), ear=PINK, keeps=("face",)),
        HeadSpec(17, (0.86, 0.9), (0.9, 0.52, 0.54), 0.6, "leaf", 0.72, "patch", nose="nostrils", nose_size=0.26, eye=0.85, eye_x=0.3, extras=("horns", "bell")),
        length=54, hip_h=46, chest_h=46, hip_r=21, chest_r=20, mid_r=22, leg=(13, 9), foot="hoof", neck=(25, -19), neck_w=(30, 22),
        tail="thin", tail_len=42, pattern="patches", hands=False, extras=("udder",),
    ),
    "bull": QuadSpec(
        98, Coat((104, 66, 54), face=(206, 160, 136), mane=(60, 40, 42), ear=(190, 120, 104)),
        HeadSpec(17, (0.92, 0.9), (0.86, 0.56, 0.52), 0.64, "leaf", 0.6, "muzzle", nose="nostrils", nose_size=0.24, eye=0.8, eye_x=0.3, extras=("horns", "ring")),
        length=52, hip_h=44, chest_h=50, hip_r=20, chest_r=27, mid_r=22, leg=(14, 9.4), foot="hoof", neck=(29, -8), neck_w=(44, 28),
        tail="thin", tail_len=40, hands=False,
    ),
    "pig": QuadSpec(
        58, Coat((240, 160, 162), ear=(226, 120, 130), nose=(246, 150, 154)),
        HeadSpec(17, (1.0, 0.94), (0.74, 0.3, 0.42), 0.54, "fold", 0.72, "", nose="disc", nose_size=0.44, eye=0.8),
        length=44, hip_h=31, chest_h=31, hip_r=21, chest_r=20, mid_r=22.5, leg=(12, 9), foot="hoof", neck=(21, -12), neck_w=(32, 28),
        tail="curl", tail_len=18, hands=True,
    ),
    "boar": QuadSpec(
        60, Coat((118, 92, 80), belly=(92, 70, 66), mane=(70, 52, 54), ear=(150, 110, 100), nose=(190, 134, 124)),
        HeadSpec(16, (0.96, 0.9), (1.2, 0.44, 0.34), 0.58, "tri", 0.6, "", nose="disc", nose_size=0.34, eye=0.75, extras=("mohawk", "tusks")),
        length=46, hip_h=31, chest_h=33, hip_r=18, chest_r=22, mid_r=20, leg=(11, 8), foot="hoof", neck=(23, -7), neck_w=(36, 28),
        tail="thin", tail_len=20, extras=("short mane",),
    ),
    "sheep": QuadSpec(
        64, Coat((246, 240, 226), face=(88, 76, 84), socks=(78, 66, 76), ear=(150, 120, 124), keeps=("socks", "face")),
        HeadSpec(14.5, (0.88, 0.92), (0.82, 0.5, 0.4), 0.56, "leaf", 0.8, "sheep", nose="nostrils", nose_size=0.13, eye=0.9, extras=("wool", "dark ears")),
        length=34, hip_h=31, chest_h=32, hip_r=18, chest_r=18, mid_r=18, leg=(8, 6.4), foot="hoof", neck=(24, -14), neck_w=(22, 18),
        tail="scut", tail_len=16, hands=True, extras=("wool", "dark legs"),
    ),
    "goat": QuadSpec(
        66, Coat((232, 222, 206), socks=(150, 130, 118), mane=(240, 232, 218), tip=WHITE, ear=PINK),
        HeadSpec(13.5, (0.82, 0.86), (1.02, 0.6, 0.34), 0.54, "leaf", 0.8, "", nose="nostrils", nose_size=0.14, eye=0.9, eye_x=0.32, gap=0.3, extras=("backhorns", "beard")),
        length=38, hip_h=32, chest_h=33, hip_r=13.5, chest_r=14, mid_r=13.5, leg=(9, 6), foot="hoof", neck=(16, -23), neck_w=(21, 16),
        tail="scut", tail_len=12, hands=True,
    ),
    "deer": QuadSpec(
        92, Coat((182, 116, 66), belly=(242, 222, 192), face=(240, 218, 190), mark=(248, 228, 190), tip=WHITE, ear=(240, 196, 176), horn=(124, 84, 62), keeps=("mark", "belly", "tip")),
        HeadSpec(13, (0.86, 0.86), (1.08, 0.5, 0.22), 0.5, "leaf", 0.9, "muzzle", nose_size=0.2, eye=1.15, eye_x=0.36, gap=0.34, extras=("antlers",)),
        length=36, hip_h=44, chest_h=45, hip_r=12, chest_r=12.5, mid_r=11, leg=(9, 4.8), foot="hoof", neck=(15, -32), neck_w=(18, 12),
        tail="scut", tail_len=13, pattern="fawn", hands=False,
    ),
    "reindeer": QuadSpec(
        92, Coat((142, 110, 92), belly=(232, 222, 210), face=(232, 222, 210), mane=(240, 232, 220), tip=WHITE, socks=(92, 72, 68), ear=(206, 170, 154), horn=(150, 116, 88), nose=(196, 62, 58)),
        HeadSpec(13.5, (0.86, 0.86), (1.02, 0.54, 0.32), 0.54, "leaf", 0.8, "snout", nose_size=0.24, eye=1.0, eye_x=0.36, gap=0.32, extras=("antlers",)),
        length=38, hip_h=40, chest_h=41, hip_r=13.5, chest_r=15, mid_r=13.5, leg=(9.4, 6), foot="hoof", neck=(20, -22), neck_w=(24, 18),
        tail="scut", tail_len=13, hands=False, extras=("collar",),
    ),
    "moose": QuadSpec(
        126, Coat((102, 72, 60), face=(150, 116, 98), mane=(70, 50, 46), socks=(150, 130, 114), ear=(170, 124, 104), horn=(206, 170, 122)),
        HeadSpec(16, (0.8, 0.82), (1.5, 0.9, 0.46), 0.62, "leaf", 0.6, "", nose="nostrils", nose_size=0.2, eye=0.8, eye_x=0.3, gap=0.28, extras=("palms", "beard")),
        length=52, hip_h=58, chest_h=62, hip_r=17, chest_r=23, mid_r=19, leg=(13, 7.6), foot="hoof", neck=(28, -18), neck_w=(36, 24),
        tail="stub", tail_len=14, hands=False,
    ),
    "elephant": QuadSpec(
        150, Coat((134, 150, 178), mark=(100, 112, 140), mane=(84, 90, 112), ear=(232, 168, 172)),
        HeadSpec(27, (0.92, 0.96), (0.56, 0.34, 0.36), 0.56, "fan", 1.05, "", nose="none", eye=0.68, eye_x=0.36, gap=0.34, extras=("trunk",)),
        length=54, hip_h=54, chest_h=56, hip_r=33, chest_r=32, mid_r=33, leg=(27, 22), foot="pad", neck=(34, -24), neck_w=(44, 36),
        tail="thin", tail_len=40, pattern="grooves", hands=False,
    ),
    "rhino": QuadSpec(
        104, Coat((146, 148, 160), mark=(110, 110, 126), ear=(206, 164, 164), horn=(236, 226, 204), mane=(90, 88, 100)),
        HeadSpec(20, (0.88, 0.84), (1.24, 0.62, 0.42), 0.66, "leaf", 0.5, "", nose="nostrils", nose_size=0.14, eye=0.62, eye_x=0.3, gap=0.3, extras=("nosehorn",)),
        length=58, hip_h=46, chest_h=47, hip_r=29, chest_r=29, mid_r=30, leg=(22, 18), foot="pad", neck=(36, -2), neck_w=(44, 34),
        tail="thin", tail_len=28, pattern="grooves", hands=False,
    ),
    "hippo": QuadSpec(
        88, Coat((160, 132, 152), belly=(226, 178, 178), mark=(128, 100, 124), ear=(230, 160, 164), mane=(120, 92, 112), face=(206, 160, 168)),
        HeadSpec(21, (0.82, 0.8), (1.0, 0.5, 0.66), 0.66, "round", 0.24, "snout", nose="nostrils", nose_size=0.26, eye=0.66, eye_x=0.24, eye_y=-0.28, gap=0.34, extras=("teeth",)),
        length=54, hip_h=37, chest_h=37, hip_r=29, chest_r=28, mid_r=31, leg=(20, 17), foot="pad", neck=(30, -12), neck_w=(42, 34),
        tail="thin", tail_len=18, pattern="grooves", hands=False,
    ),
    "camel": QuadSpec(
        122, Coat((212, 168, 110), belly=(232, 200, 150), mane=(150, 104, 64), ear=(226, 170, 140)),
        HeadSpec(13.5, (0.82, 0.78), (1.22, 0.5, 0.36), 0.56, "leaf", 0.42, "", nose="nostrils", nose_size=0.14, eye=0.95, eye_x=0.32, gap=0.3, extras=("forelock",)),
        length=48, hip_h=58, chest_h=58, hip_r=15, chest_r=16, mid_r=16, leg=(11, 7.4), foot="pad", neck=(33, -30), neck_w=(24, 14),
        tail="thin", tail_len=36, hands=False, extras=("hump",),
    ),
    "giraffe": QuadSpec(
        196, Coat((246, 208, 124), mark=(176, 106, 56), mane=(150, 86, 50), face=(250, 226, 170), ear=(240, 190, 150), keeps=("mark",)),
        HeadSpec(14.5, (0.8, 0.78), (1.26, 0.52, 0.34), 0.54, "leaf", 0.7, "", nose="nostrils", nose_size=0.13, eye=1.0, eye_x=0.32, gap=0.3, extras=("ossicones",)),
        length=42, hip_h=62, chest_h=67, hip_r=14.5, chest_r=16.5, mid_r=14.5, leg=(11, 7), foot="hoof", neck=(28, -86), neck_w=(24, 14),
        tail="thin", tail_len=42, pattern="giraffe", hands=False, extras=("short mane",),
    ),
    "lion": QuadSpec(
        76, Coat((228, 176, 90), belly=(246, 218, 162), face=(250, 230, 190), mane=(166, 84, 44), ear=(206, 140, 100), nose=(150, 80, 76), keeps=("mane",)),
        HeadSpec(17.5, (0.98, 0.92), (0.66, 0.42, 0.38), 0.52, "round", 0.3, "muzzle", nose_size=0.2, eye=0.85, extras=("mane", "whiskers")),
        length=46, hip_h=36, chest_h=38, hip_r=14.5, chest_r=17, mid_r=14.5, leg=(12.5, 9.6), neck=(19, -22), neck_w=(28, 24),
        tail="thin", tail_len=46, 
    ),
    "tiger": QuadSpec(
        72, Coat((236, 144, 58), belly=WHITE, face=WHITE, mark=(58, 46, 54), tip=(58, 46, 54), ear=(240, 190, 176), nose=(214, 110, 110), iris=(240, 200, 80), keeps=("mark", "belly", "face")),
        HeadSpec(17, (1.08, 0.92), (0.64, 0.42, 0.38), 0.52, "round", 0.32, "tiger", nose_size=0.19, eye=0.9, cheeks=0.5, extras=("whiskers",)),
        length=48, hip_h=34, chest_h=35, hip_r=14, chest_r=15.5, mid_r=14, leg=(12, 9.4), neck=(18, -21), neck_w=(25, 21),
        tail="long", tail_len=46, pattern="stripes",
    ),
    "leopard": QuadSpec(
        62, Coat((238, 184, 96), belly=(250, 234, 202), face=(250, 234, 202), mark=(84, 58, 50), tip=(84, 58, 50), ear=(226, 160, 140), iris=(150, 190, 90), keeps=("mark",)),
        HeadSpec(14.5, (1.02, 0.92), (0.64, 0.42, 0.36), 0.5, "round", 0.3, "muzzle", nose_size=0.18, extras=("whiskers", "dots")),
        length=46, hip_h=31, chest_h=32, hip_r=11.5, chest_r=12.5, mid_r=11, leg=(10, 7.4), neck=(15, -19), neck_w=(20, 17),
        tail="long", tail_len=46, pattern="rosettes",
    ),
}
# fmt: on
