"""Owns the table of wild kin: species that share their build with another one and differ in coat, horns and measure.

Does not know: how they are drawn.
"""

# ruff: noqa: E501 (a data table)

from __future__ import annotations

from dataclasses import replace

from generators.backends.animatic.animals.herds import HERDS
from generators.backends.animatic.animals.mammals import MAMMALS
from generators.backends.animatic.animals.spec import WHITE, Coat, QuadSpec

_DEER, _BULL, _GOAT, _SHEEP, _CAMEL = (HERDS[name] for name in ("deer", "bull", "goat", "sheep", "camel"))
_LEOPARD, _ZEBRA, _ELEPHANT = (HERDS[name] for name in ("leopard", "zebra", "elephant"))
_WOLF, _MOUSE, _HEDGEHOG, _OTTER, _MONKEY = (MAMMALS[name] for name in ("wolf", "mouse", "hedgehog", "otter", "monkey"))
_RACCOON, _BEAVER, _BADGER = (MAMMALS[name] for name in ("raccoon", "beaver", "badger"))
_INK = (58, 46, 54)

# fmt: off
WILDLIFE: dict[str, QuadSpec] = {
    "springbok": replace(
        _DEER, height=80, coat=Coat((214, 152, 88), belly=WHITE, face=WHITE, mark=(104, 62, 48), tip=WHITE, ear=(244, 206, 190), horn=(70, 56, 58), keeps=("mark", "belly", "face")),
        head=replace(_DEER.head, mask="blaze", extras=("lyre",)), pattern="flank", leg=(8.4, 4.2), neck=(14, -28),
    ),
    "antelope": replace(
        _DEER, height=96, coat=Coat((206, 168, 126), belly=WHITE, face=WHITE, mark=(84, 62, 60), socks=(240, 232, 220), tip=_INK, ear=(240, 206, 190), horn=(74, 62, 66)),
        head=replace(_DEER.head, mask="stripe", extras=("spires",)), pattern="flank", tail="thin", tail_len=26, chest_r=14,
    ),
    "wildebeest": replace(
        _BULL, height=96, coat=Coat((112, 104, 116), face=(66, 58, 70), socks=(150, 128, 110), mark=(80, 74, 90), mane=(48, 42, 54), ear=(150, 130, 130), horn=(84, 76, 82), nose=(40, 34, 44)),
        head=replace(_BULL.head, r=15, skull=(0.82, 0.84), muzzle=(1.24, 0.76, 0.44), extras=("horns", "beard"), mask="snout"),
        length=48, hip_h=47, chest_h=54, hip_r=15, chest_r=22, mid_r=17, leg=(11, 6.8), tail="hair", pattern="ribs", extras=("mane",),
    ),
    "bison": replace(
        _BULL, height=104, coat=Coat((132, 88, 62), face=(78, 54, 48), mark=(84, 58, 50), mane=(72, 50, 46), ear=(120, 84, 70), horn=(96, 84, 84)),
        head=replace(_BULL.head, r=19, extras=("horns", "beard", "hair")), hip_r=18, chest_r=32, chest_h=54, neck=(32, 4), neck_w=(56, 34), extras=("mane",), pattern="",
    ),
    "llama": replace(
        _CAMEL, height=104, coat=Coat((238, 222, 196), face=(248, 240, 226), socks=(150, 122, 104), mane=(214, 188, 152), ear=(240, 190, 176), nose=(90, 70, 76)),
        head=replace(_CAMEL.head, r=14, ears="leaf", ear=0.8, muzzle=(0.96, 0.4, 0.34), extras=("wool",)), hip_h=44, chest_h=45, hip_r=17, chest_r=18, mid_r=18, length=36,
        leg=(10, 7), foot="hoof", neck=(16, -52), neck_w=(24, 17), tail="scut", tail_len=14, extras=(),
    ),
    "ram": replace(_SHEEP, height=70, coat=replace(_SHEEP.coat, horn=(214, 180, 124)), head=replace(_SHEEP.head, extras=("wool", "dark ears", "ram"))),
    "okapi": replace(
        _ZEBRA, height=110, coat=Coat((108, 62, 58), socks=WHITE, face=(214, 196, 180), mark=WHITE, mane=(80, 48, 48), ear=(220, 170, 160)),
        head=replace(_ZEBRA.head, mask="snout", nose="dot", ear=0.9, extras=("ossicones",)), pattern="", neck=(24, -40),
    ),
    "mammoth": replace(
        _ELEPHANT, height=160, coat=Coat((140, 92, 64), mark=(104, 66, 52), mane=(98, 62, 50), ear=(176, 120, 96)),
        head=replace(_ELEPHANT.head, ear=0.6, extras=("trunk", "hair")), extras=("wool",), pattern="",
    ),
    "warthog": replace(
        HERDS["boar"], coat=Coat((150, 122, 110), belly=(176, 146, 130), mane=(92, 62, 52), ear=(176, 130, 118), nose=(206, 150, 138)), tail="thin", tail_len=30,
    ),
    "cheetah": replace(
        _LEOPARD, height=66, coat=replace(_LEOPARD.coat, base=(240, 196, 112), iris=(236, 160, 60)), pattern="spots", hip_h=37, chest_h=38, hip_r=10, chest_r=12.5, mid_r=9.5, leg=(9, 6),
        head=replace(_LEOPARD.head, r=12.5, extras=("whiskers", "tears")),
    ),
    "panther": replace(
        _LEOPARD, coat=Coat((56, 52, 72), belly=(70, 66, 88), face=(70, 66, 88), mark=(44, 40, 60), ear=(96, 80, 96), iris=(186, 214, 90), nose=(40, 36, 50)),
        head=replace(_LEOPARD.head, extras=("whiskers",)),
    ),
    "lynx": replace(
        _LEOPARD, height=54, coat=Coat((206, 166, 122), belly=WHITE, face=WHITE, mark=(124, 88, 70), tip=_INK, ear=(230, 190, 170), iris=(236, 190, 80)),
        head=replace(_LEOPARD.head, ears="tuft", ear=0.9, cheeks=0.9, extras=("whiskers", "cheeks")), tail="stub", tail_len=14, leg=(11, 8.6),
    ),
    "hyena": replace(
        _WOLF, height=62, coat=Coat((198, 166, 124), belly=(222, 198, 160), face=(120, 92, 84), mark=(104, 76, 66), mane=(120, 88, 70), tip=_INK, ear=(120, 92, 88), socks=(120, 92, 84)),
        head=replace(_WOLF.head, ears="round", ear=0.52, mask="muzzle", extras=("mohawk",)), hip_h=27, chest_h=36, hip_r=11, chest_r=15, pattern="spots", tail="stub", tail_len=20, extras=("short mane",),
    ),
    "hamster": replace(
        _MOUSE, height=12, coat=Coat((238, 186, 128), belly=WHITE, face=WHITE, ear=(240, 170, 160), nose=(230, 130, 130)),
        head=replace(_MOUSE.head, r=13, skull=(1.08, 0.94), muzzle=(0.56, 0.4, 0.26), ear=0.34, mask="muzzle", cheeks=0.5), length=15, hip_r=13.5, chest_r=12, mid_r=13, tail="stub", tail_len=5,
    ),
    "guinea-pig": replace(
        _MOUSE, height=16, coat=Coat((196, 124, 74), belly=WHITE, face=WHITE, mark=(74, 58, 62), ear=(230, 160, 150), nose=(220, 130, 130)),
        head=replace(_MOUSE.head, r=12.5, skull=(1.06, 0.94), muzzle=(0.66, 0.36, 0.34), ears="fold", ear=0.46, mask="blaze"), length=24, hip_r=13.5, chest_r=13, mid_r=14, tail="none", pattern="patches",
    ),
    "mole": replace(
        _MOUSE, height=16, coat=Coat((88, 78, 94), belly=(120, 108, 122), face=(226, 160, 160), socks=(240, 170, 170), ear=(110, 96, 110), nose=(246, 150, 160)),
        head=replace(_MOUSE.head, muzzle=(1.24, 0.34, 0.2), ears="none", nose_size=0.26, eye=0.6, mask=""), hip_r=13, chest_r=12, mid_r=13.5, leg=(7, 7), tail="stub", tail_len=8,
    ),
    "armadillo": replace(
        _HEDGEHOG, height=24, coat=Coat((206, 176, 150), belly=(236, 210, 186), wing=(168, 140, 128), mark=(120, 98, 96), ear=(226, 170, 150)),
        head=replace(_HEDGEHOG.head, ears="leaf", ear=0.7, muzzle=(1.3, 0.44, 0.16)), tail="thin", tail_len=28, extras=("shell",),
    ),
    "porcupine": replace(
        _HEDGEHOG, height=32, coat=Coat((98, 82, 84), belly=(132, 112, 108), mark=(62, 52, 62), ear=(130, 104, 100)),
        head=replace(_HEDGEHOG.head, muzzle=(0.84, 0.4, 0.28), extras=("whiskers",)),
    ),
    "anteater": replace(
        _BADGER, height=40, coat=Coat((132, 118, 112), belly=(96, 84, 86), face=(176, 160, 150), mark=(62, 54, 62), socks=(214, 204, 192), ear=(150, 126, 120)),
        head=replace(_BADGER.head, r=10, skull=(0.9, 0.8), muzzle=(2.7, 0.7, 0.2), root=0.6, mask="", ears="round", ear=0.24), tail="brush", tail_len=44, pattern="belt",
    ),
    "weasel": replace(
        _OTTER, height=18, coat=Coat((190, 118, 64), belly=WHITE, face=WHITE, tip=_INK, ear=(214, 150, 120)), length=40, hip_r=7.5, chest_r=7.5, mid_r=7, leg=(5.6, 4.4), neck=(12, -16), neck_w=(12, 11),
        head=replace(_OTTER.head, r=9.5, ear=0.3), tail="thin", tail_len=28,
    ),
    "chimpanzee": replace(
        _MONKEY, height=66, coat=Coat((66, 56, 62), face=(222, 176, 146), ear=(222, 176, 146), nose=(120, 84, 76)),
        head=replace(_MONKEY.head, ear=0.36), tail="none",
    ),
    "lemur": replace(
        _MONKEY, height=40, coat=Coat((150, 146, 156), belly=WHITE, face=WHITE, mark=(60, 52, 62), tip=(60, 52, 62), ear=WHITE, iris=(240, 160, 60)),
        head=replace(_MONKEY.head, muzzle=(0.86, 0.4, 0.2), mask="raccoon", ears="tri", ear=0.6, nose="dot", nose_size=0.17), tail="ringed", tail_len=48,
    ),
    "red-panda": replace(
        _RACCOON, height=32, coat=Coat((196, 92, 48), belly=(84, 48, 46), face=WHITE, socks=(70, 44, 46), mark=(140, 60, 44), tip=(140, 60, 44), ear=WHITE, keeps=("mark", "face", "socks")),
    ),
    "capybara": replace(
        _BEAVER, height=48, coat=Coat((166, 118, 78), belly=(190, 146, 104), face=(140, 98, 72), ear=(140, 98, 76)),
        head=replace(_BEAVER.head, muzzle=(0.9, 0.3, 0.5), root=0.66, extras=()), hip_h=24, chest_h=24, length=34, hip_r=17, chest_r=16, mid_r=17, tail="none",
    ),
}
# fmt: on
