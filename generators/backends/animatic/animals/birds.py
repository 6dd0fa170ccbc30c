"""Owns the table of birds: measures and coats, no drawing. Lengths in design units of the species.

Does not know: how they are drawn.
"""

# ruff: noqa: E501 (a data table)

from __future__ import annotations

from dataclasses import dataclass

from generators.backends.animatic.animals.spec import WHITE, Coat


@dataclass(frozen=True)
class BirdSpec:
    """A bird; the body is an egg on an axis, legs straight down from it."""

    height: float
    """Figure units to the top of the head."""
    coat: Coat
    axis: float = 34.0
    """Degrees that the body's axis rises toward the head: 10 duck, 34 crow, 80 owl."""
    body: tuple[float, float] = (17.0, 10.5)
    """Half length and half width."""
    leg: float = 14.0
    """From the belly to the ground."""
    leg_w: float = 1.8
    neck: tuple[float, float] = (13.0, -13.0)
    """From the body's middle to the head's."""
    neck_w: float = 13.0
    r: float = 8.5
    """Head radius."""
    beak: str = "point"
    """point, hook, flat, long, dagger, hen, big, bent, pouch, gull, short."""
    tail: float = 16.0
    tail_kind: str = "plain"
    """plain, fan, sickle, forked, stub, long."""
    web: bool = False
    front: bool = False
    """Face and breast to the camera (owls)."""
    swims: bool = False
    wing: float = 1.0
    """Length of the folded wing in body half lengths."""
    eye: float = 1.0
    extras: tuple[str, ...] = ()
    """comb, crest, tufts, discs, cheek, collar, breast, cap, hood, crown, face."""


YELLOW = (244, 178, 58)
BEAK = (240, 160, 52)

# fmt: off
BIRDS: dict[str, BirdSpec] = {
    "owl": BirdSpec(34, Coat((140, 96, 62), belly=(240, 216, 168), face=(246, 226, 186), wing=(108, 72, 50), iris=(248, 190, 60), beak=(238, 170, 70), mark=(164, 110, 66), socks=(214, 160, 90)), axis=86, body=(17, 13), leg=5, leg_w=3.4, neck=(0, -19), neck_w=20, r=13, beak="short", tail=9, front=True, wing=1.0, eye=1.9, extras=("tufts", "discs", "scales")),
    "crow": BirdSpec(28, Coat((56, 52, 72), wing=(44, 42, 62), beak=(74, 70, 84), socks=(70, 64, 76)), axis=36, leg=15, tail=17, beak="dagger", neck=(12, -14)),
    "eagle": BirdSpec(46, Coat((96, 66, 54), face=WHITE, wing=(78, 54, 48), tip=WHITE, beak=(246, 188, 58), iris=(248, 206, 90), socks=YELLOW, keeps=("face", "tip")), axis=56, body=(19, 11), leg=9, leg_w=4, neck=(9, -18), neck_w=16, r=9.5, beak="hook", tail=15, wing=1.15, eye=0.9, extras=("hood", "trousers")),
    "duck": BirdSpec(26, Coat((218, 204, 178), face=(38, 134, 88), belly=(138, 84, 56), wing=(190, 176, 156), beak=(244, 176, 60), socks=(240, 140, 50)), axis=10, body=(20, 12), leg=6, leg_w=2.4, neck=(16, -17), neck_w=11, r=9.5, beak="flat", tail=9, tail_kind="stub", web=True, swims=True, extras=("hood", "collar", "breast")),
    "goose": BirdSpec(44, Coat((246, 242, 234), wing=(224, 220, 214), beak=(244, 150, 54), socks=(240, 140, 50)), axis=14, body=(21, 13), leg=11, leg_w=2.6, neck=(19, -34), neck_w=9.5, r=8.5, beak="flat", tail=9, tail_kind="stub", web=True, swims=True),
    "swan": BirdSpec(48, Coat((250, 248, 244), wing=(236, 236, 240), beak=(238, 120, 56), mark=(60, 52, 62), socks=(80, 74, 84)), axis=10, body=(25, 13), leg=7, leg_w=2.4, neck=(22, -42), neck_w=8, r=7.5, beak="flat", tail=11, tail_kind="stub", web=True, swims=True, wing=1.1, extras=("s-neck", "knob")),
    "chicken": BirdSpec(32, Coat((246, 238, 222), wing=(228, 212, 190), beak=BEAK, socks=(240, 170, 60), tip=(228, 212, 190)), axis=22, body=(16, 13), leg=8, leg_w=2, neck=(12, -18), neck_w=13, r=7.8, beak="hen", tail=13, tail_kind="fan", extras=("comb", "wattle")),
    "rooster": BirdSpec(42, Coat((196, 88, 44), belly=(90, 48, 46), face=(236, 160, 62), wing=(150, 62, 44), beak=BEAK, socks=(240, 180, 70), tip=(40, 96, 88)), axis=34, body=(16.5, 12), leg=12, leg_w=2.2, neck=(11, -21), neck_w=14, r=7.8, beak="hen", tail=24, tail_kind="sickle", extras=("hood", "bigcomb", "wattle")),
    "chick": BirdSpec(12, Coat((252, 216, 92), wing=(244, 198, 74), beak=BEAK, socks=(240, 150, 60)), axis=40, body=(11, 10.5), leg=5, leg_w=1.6, neck=(3, -13), neck_w=13, r=9.5, beak="short", tail=4, tail_kind="stub", wing=0.7, eye=1.15),
    "turkey": BirdSpec(48, Coat((124, 80, 58), belly=(96, 62, 52), face=(196, 74, 66), wing=(104, 66, 52), beak=BEAK, socks=(214, 140, 90), tip=(190, 120, 70)), axis=26, body=(18, 14), leg=10, leg_w=2.4, neck=(16, -20), neck_w=8, r=7, beak="hen", tail=30, tail_kind="wheel", extras=("hood", "wattle")),
    "penguin": BirdSpec(46, Coat((48, 54, 78), belly=(250, 246, 238), face=(250, 246, 238), wing=(40, 46, 68), beak=(244, 160, 56), mark=(250, 196, 70), socks=(244, 160, 56), keeps=("belly", "face", "mark")), axis=89, body=(21, 13.5), leg=2.5, leg_w=5, neck=(0, -22), neck_w=20, r=11, beak="point", tail=5, tail_kind="stub", web=True, swims=True, wing=0.95, extras=("flippers", "mask", "cheek")),
    "parrot": BirdSpec(34, Coat((214, 52, 52), wing=(60, 116, 196), face=WHITE, mark=(248, 200, 70), tip=(60, 116, 196), beak=(72, 62, 70), socks=(110, 100, 108), keeps=("mark", "tip")), axis=58, body=(17, 9.5), leg=6, leg_w=2.4, neck=(7, -16), neck_w=15, r=9.5, beak="big", tail=26, tail_kind="long", wing=1.1, extras=("patch", "wingbar")),
    "songbird": BirdSpec(14, Coat((72, 132, 204), belly=(246, 214, 170), wing=(50, 98, 168), beak=(240, 176, 66), socks=(120, 90, 80)), axis=32, body=(14, 9.5), leg=7, leg_w=1.4, neck=(9, -9), neck_w=14, r=8.5, beak="short", tail=14, eye=1.2, extras=("breast",)),
    "robin": BirdSpec(14, Coat((136, 104, 82), belly=(230, 98, 50), face=(230, 98, 50), wing=(112, 84, 70), beak=(90, 76, 76), socks=(110, 80, 70)), axis=34, body=(13, 10.5), leg=8, leg_w=1.3, neck=(7, -9), neck_w=15, r=8.5, beak="short", tail=12, eye=1.2, extras=("breast", "bibface")),
    "pigeon": BirdSpec(22, Coat((150, 158, 178), face=(96, 118, 142), wing=(130, 138, 160), mark=(78, 80, 104), beak=(90, 84, 94), iris=(240, 130, 60), socks=(222, 100, 96)), axis=26, body=(17, 10.5), leg=8, leg_w=1.8, neck=(12, -14), neck_w=12, r=7.5, beak="short", tail=13, eye=0.9, extras=("hood", "wingbar", "sheen")),
    "dove": BirdSpec(20, Coat((250, 246, 242), wing=(234, 230, 230), beak=(220, 150, 130), socks=(226, 130, 120)), axis=24, body=(16, 10), leg=7, leg_w=1.6, neck=(11, -13), neck_w=12, r=7.8, beak="short", tail=15, tail_kind="fan", eye=1.0),
    "seagull": BirdSpec(26, Coat((250, 248, 244), wing=(156, 166, 184), tip=(60, 58, 72), beak=(248, 188, 60), socks=(244, 170, 70)), axis=20, body=(18, 10.5), leg=10, leg_w=1.8, neck=(14, -13), neck_w=13, r=8.5, beak="gull", tail=13, web=True, swims=True, wing=1.2),
    "pelican": BirdSpec(52, Coat((248, 242, 232), wing=(214, 208, 204), tip=(80, 74, 86), beak=(246, 176, 70), socks=(244, 160, 70)), axis=20, body=(21, 14), leg=11, leg_w=2.6, neck=(17, -28), neck_w=9, r=8.5, beak="pouch", tail=9, tail_kind="stub", web=True, swims=True, wing=1.1),
    "ostrich": BirdSpec(128, Coat((60, 54, 66), face=(226, 176, 160), tip=(246, 240, 230), wing=(46, 42, 54), beak=(226, 160, 110), socks=(222, 168, 150)), axis=12, body=(23, 16), leg=44, leg_w=4, neck=(22, -56), neck_w=6.5, r=8.5, beak="flat", tail=14, tail_kind="fan", wing=1.0, eye=1.3, extras=("longneck",)),
    "flamingo": BirdSpec(70, Coat((246, 150, 160), wing=(236, 116, 134), beak=(250, 226, 214), mark=(60, 50, 60), socks=(238, 120, 136)), axis=18, body=(15, 9), leg=36, leg_w=1.9, neck=(15, -34), neck_w=5, r=5.8, beak="bent", tail=8, tail_kind="stub", web=True, extras=("s-neck",)),
    "peacock": BirdSpec(46, Coat((38, 104, 168), belly=(30, 88, 150), wing=(120, 130, 110), mark=(60, 170, 150), tip=(58, 150, 96), beak=(150, 140, 140), socks=(130, 116, 110)), axis=30, body=(16, 9.5), leg=14, leg_w=1.8, neck=(11, -30), neck_w=8, r=6.8, beak="point", tail=40, tail_kind="peacock", extras=("crest",)),
    "stork": BirdSpec(78, Coat((250, 246, 240), wing=(250, 246, 240), tip=(56, 50, 62), beak=(224, 78, 54), socks=(224, 78, 54)), axis=20, body=(17, 9.5), leg=38, leg_w=1.9, neck=(15, -26), neck_w=6.5, r=6.4, beak="long", tail=8, tail_kind="stub", wing=1.1, extras=("wingtip",)),
    "heron": BirdSpec(74, Coat((142, 158, 182), belly=(236, 236, 238), face=(240, 240, 240), wing=(118, 134, 160), mark=(52, 52, 74), beak=(240, 180, 76), socks=(180, 150, 110)), axis=24, body=(17, 9), leg=36, leg_w=1.7, neck=(15, -32), neck_w=5.5, r=6, beak="long", tail=8, tail_kind="stub", extras=("s-neck", "crest", "hood")),
    "woodpecker": BirdSpec(22, Coat((54, 50, 62), belly=(246, 238, 226), face=(246, 238, 226), wing=(48, 44, 56), mark=(214, 50, 48), beak=(120, 114, 124), socks=(110, 104, 110)), axis=56, body=(15, 8.5), leg=7, leg_w=1.7, neck=(7, -14), neck_w=12, r=8, beak="dagger", tail=15, extras=("crown", "breast", "wingbar")),
    "toucan": BirdSpec(32, Coat((50, 46, 60), belly=(252, 238, 200), face=(252, 238, 200), wing=(42, 40, 54), beak=(248, 156, 50), tip=(42, 40, 54), socks=(96, 130, 180)), axis=52, body=(17, 10), leg=7, leg_w=2.2, neck=(8, -16), neck_w=15, r=9, beak="toucan", tail=18, extras=("breast", "bibface")),
    "hummingbird": BirdSpec(9, Coat((54, 156, 120), belly=(246, 240, 226), face=(206, 60, 110), wing=(120, 190, 190), beak=(80, 70, 80), socks=(90, 80, 84)), axis=40, body=(12, 6.5), leg=3, leg_w=1, neck=(7, -10), neck_w=10, r=6.5, beak="needle", tail=11, wing=1.1, eye=1.2, extras=("breast",)),
    "vulture": BirdSpec(48, Coat((74, 62, 66), face=(226, 160, 150), belly=(92, 78, 78), wing=(60, 52, 58), beak=(226, 200, 160), socks=(196, 160, 140), tip=(240, 232, 224)), axis=50, body=(19, 12), leg=9, leg_w=3.2, neck=(14, -14), neck_w=7, r=7.6, beak="hook", tail=13, wing=1.15, extras=("hood", "ruff")),
    "phoenix": BirdSpec(52, Coat((236, 96, 44), belly=(252, 186, 70), face=(250, 140, 50), wing=(214, 60, 44), tip=(252, 204, 80), mark=(252, 204, 80), beak=(252, 214, 100), iris=(255, 236, 140), socks=(240, 170, 60)), axis=46, body=(17, 9.5), leg=9, leg_w=2.4, neck=(9, -22), neck_w=10, r=7.8, beak="hook", tail=36, tail_kind="flame", wing=1.2, extras=("crest", "glow", "wingbar")),
    "puffin": BirdSpec(22, Coat((52, 52, 70), belly=(250, 246, 238), face=(250, 246, 238), wing=(44, 44, 62), beak=(238, 120, 60), mark=(250, 196, 70), socks=(244, 140, 56), keeps=("belly", "face")), axis=70, body=(17, 12), leg=4, leg_w=3, neck=(4, -17), neck_w=18, r=10, beak="big", tail=6, tail_kind="stub", web=True, swims=True, extras=("breast", "mask")),
    "kiwi": BirdSpec(26, Coat((140, 106, 80), wing=(120, 90, 70), beak=(232, 206, 160), socks=(180, 140, 110)), axis=16, body=(19, 15), leg=12, leg_w=2.6, neck=(16, -12), neck_w=13, r=7.6, beak="long", tail=3, tail_kind="stub", wing=0.4),
    "dodo": BirdSpec(48, Coat((150, 150, 168), belly=(206, 204, 214), face=(206, 196, 200), wing=(126, 126, 148), tip=(240, 238, 240), beak=(214, 176, 110), socks=(230, 180, 80)), axis=20, body=(22, 18), leg=10, leg_w=3.6, neck=(18, -22), neck_w=12, r=9.5, beak="bent", tail=10, tail_kind="fan", wing=0.6),
    "magpie": BirdSpec(24, Coat((44, 44, 62), belly=WHITE, wing=(50, 74, 132), beak=(60, 56, 66), socks=(66, 60, 72), tip=(40, 84, 92)), axis=32, body=(16, 10), leg=10, leg_w=1.7, neck=(10, -13), neck_w=13, r=8, beak="dagger", tail=28, tail_kind="long", extras=("breast",)),
    "kingfisher": BirdSpec(16, Coat((44, 132, 190), belly=(240, 140, 62), face=(250, 240, 226), wing=(30, 108, 166), beak=(66, 60, 72), socks=(226, 96, 70)), axis=44, body=(13, 9.5), leg=4, leg_w=1.4, neck=(7, -11), neck_w=15, r=9.5, beak="long", tail=7, tail_kind="stub", eye=1.1, extras=("breast",)),
    "sparrow": BirdSpec(13, Coat((150, 108, 78), belly=(232, 218, 198), face=(124, 84, 62), wing=(118, 80, 60), mark=(80, 56, 50), beak=(90, 78, 76), socks=(190, 140, 120)), axis=30, body=(13, 9.5), leg=6, leg_w=1.3, neck=(8, -9), neck_w=14, r=8.2, beak="short", tail=12, eye=1.1, extras=("breast", "wingbar")),
    "hawk": BirdSpec(38, Coat((142, 100, 70), belly=(240, 222, 192), wing=(112, 78, 60), mark=(112, 78, 60), tip=(90, 64, 54), beak=(90, 84, 92), iris=(250, 196, 70), socks=YELLOW), axis=58, body=(18, 10.5), leg=8, leg_w=3.4, neck=(7, -17), neck_w=15, r=9, beak="hook", tail=17, wing=1.2, eye=0.95, extras=("breast", "scales", "trousers")),
}
# fmt: on
