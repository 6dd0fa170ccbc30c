"""Owns the table of four-limbed creatures of fable and of the deep past. Does not know: how they are drawn."""

# ruff: noqa: E501 (a data table)

from __future__ import annotations

from dataclasses import replace

from generators.backends.animatic.animals.herds import HERDS
from generators.backends.animatic.animals.spec import WHITE, Coat, HeadSpec, QuadSpec

_HORSE = HERDS["horse"]

# fmt: off
FABLED: dict[str, QuadSpec] = {
    "unicorn": replace(
        _HORSE, coat=Coat((250, 246, 244), mane=(212, 150, 206), socks=(246, 214, 232), ear=(242, 190, 206), keeps=("mane",)),
        head=replace(_HORSE.head, mask="", eye=1.2, extras=("unicorn", "forelock")),
    ),
    "pegasus": replace(
        _HORSE, coat=Coat((248, 246, 246), mane=(232, 206, 130), wing=(226, 234, 248), ear=(242, 200, 200), keeps=("mane", "wing")),
        head=replace(_HORSE.head, mask="", eye=1.15), extras=("mane", "feather wings"),
    ),
    "griffin": QuadSpec(
        96, Coat((214, 164, 92), belly=(240, 208, 146), face=WHITE, socks=(240, 180, 70), mane=(150, 96, 56), wing=(168, 112, 66), ear=WHITE, iris=(246, 196, 70)),
        HeadSpec(15.5, (0.96, 0.92), (0.78, 0.3, 0.24), 0.4, "tri", 0.6, "eagle", nose="beak", nose_size=0.42, extras=("hackles",)),
        length=44, hip_h=38, chest_h=42, hip_r=15, chest_r=17, mid_r=14.5, leg=(12, 8.4), neck=(17, -27), neck_w=(26, 22),
        tail="thin", tail_len=46, extras=("feather wings",),
    ),
    "dragon": QuadSpec(
        120, Coat((58, 142, 122), belly=(242, 216, 146), face=(92, 176, 148), wing=(222, 104, 62), ear=(220, 120, 90), horn=(244, 218, 160), iris=(246, 204, 70), tip=(222, 104, 62), keeps=("belly",)),
        HeadSpec(17.5, (0.92, 0.86), (1.2, 0.4, 0.34), 0.56, "none", 0.5, "", nose="nostrils", nose_size=0.14, eye=1.0, extras=("dragon", "fangs")),
        length=40, hip_h=34, chest_h=38, hip_r=21, chest_r=18.5, mid_r=20.5, leg=(15, 11), foot="pad", neck=(20, -48), neck_w=(29, 18),
        tail="dragon", tail_len=54, extras=("bat wings", "spikes", "belly plates"),
    ),
    "longneck": QuadSpec(
        210, Coat((118, 166, 110), belly=(214, 222, 160), mark=(84, 128, 92), ear=(120, 160, 110)),
        HeadSpec(16, (0.92, 0.8), (0.86, 0.36, 0.4), 0.54, "none", 0.5, "", nose="nostrils", nose_size=0.12, eye=0.95),
        length=66, hip_h=50, chest_h=48, hip_r=29, chest_r=27, mid_r=31, leg=(23, 18), foot="pad", neck=(58, -100), neck_w=(40, 18),
        tail="thick", tail_len=74, pattern="fawn", hands=False,
    ),
    "stegosaurus": QuadSpec(
        92, Coat((198, 150, 74), belly=(240, 214, 150), wing=(206, 86, 66), ear=(160, 110, 60)),
        HeadSpec(15, (0.9, 0.8), (0.98, 0.4, 0.36), 0.52, "none", 0.5, "", nose="nostrils", nose_size=0.12, eye=0.9),
        length=56, hip_h=46, chest_h=36, hip_r=27, chest_r=21, mid_r=27, leg=(19, 15), foot="pad", neck=(38, -4), neck_w=(30, 20),
        tail="thick", tail_len=56, hands=False, extras=("plates",),
    ),
    "triceratops": QuadSpec(
        92, Coat((126, 142, 168), belly=(214, 208, 196), wing=(206, 128, 84), ear=(150, 120, 120), horn=(246, 234, 206)),
        HeadSpec(18, (0.9, 0.86), (1.06, 0.5, 0.34), 0.6, "none", 0.5, "", nose="nostrils", nose_size=0.12, eye=0.7, extras=("frill", "nosehorn", "browhorns")),
        length=54, hip_h=41, chest_h=40, hip_r=26, chest_r=25, mid_r=27, leg=(19, 16), foot="pad", neck=(38, -10), neck_w=(38, 30),
        tail="thick", tail_len=44, hands=False,
    ),
    "monster": QuadSpec(
        116, Coat((126, 100, 178), belly=(196, 172, 226), face=(196, 172, 226), mark=(96, 72, 150), horn=(250, 226, 160), ear=(220, 150, 190)),
        HeadSpec(27, (1.04, 0.94), (0.3, 0.42, 0.46), 0.6, "round", 0.3, "", nose="dot", nose_size=0.15, eye=1.15, eye_x=0.28, extras=("devil", "fangs", "hair")),
        length=40, hip_h=38, chest_h=40, hip_r=26, chest_r=25, mid_r=28, leg=(19, 16), foot="pad", neck=(10, -34), neck_w=(38, 34),
        tail="dragon", tail_len=30, plan="upright", pattern="spots",
    ),
    "yeti": QuadSpec(
        136, Coat((228, 236, 244), face=(150, 186, 214), mane=(240, 246, 250), horn=(206, 196, 190), ear=(170, 190, 214)),
        HeadSpec(25, (1.0, 1.0), (0.36, 0.4, 0.42), 0.56, "none", 0.3, "heart", nose="dot", nose_size=0.16, eye=0.85, eye_x=0.3, extras=("hair", "fangs")),
        length=50, hip_h=44, chest_h=46, hip_r=30, chest_r=32, mid_r=32, leg=(24, 20), foot="pad", neck=(10, -36), neck_w=(46, 38),
        tail="none", plan="upright",
    ),
    "troll": QuadSpec(
        120, Coat((124, 148, 96), belly=(164, 178, 120), face=(150, 172, 116), mane=(84, 60, 54), nose=(150, 128, 92), ear=(190, 160, 120)),
        HeadSpec(25, (1.02, 0.92), (0.5, 0.42, 0.44), 0.56, "leaf", 0.8, "", nose="dot", nose_size=0.32, eye=0.72, eye_x=0.3, extras=("hair", "tusks")),
        length=44, hip_h=38, chest_h=40, hip_r=27, chest_r=27, mid_r=29, leg=(20, 17), foot="pad", neck=(12, -32), neck_w=(40, 34),
        tail="thin", tail_len=30, plan="upright",
    ),
}
# fmt: on
