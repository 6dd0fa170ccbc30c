"""Owns dishes, fruit and vegetables of the long tail. Does not know: who eats them."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import INK, LEAF, PAPER, RED, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, rounded, scallop, turned, union
from generators.backends.animatic.shapes import even, hard, heart, leaf, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind
BUN = (226, 160, 88)
SYRUP = (168, 92, 40)


@kind("burger", 17, 14, BUN, (122, 76, 52), RED, face=(0, -64, 14))
def _burger(b: Brush) -> None:
    b.part(rounded(-42, -24, 42, 0, 12))
    b.part(scallop(0, -28, 48, 7, 13, 0.5), LEAF)
    b.part(rounded(-46, -44, 46, -28, 8), b.second)
    b.part(hard("-44,-46 44,-46 26,-38 8,-46 -8,-38"), (248, 200, 80), line=0.7)
    b.part(rounded(-42, -54, 42, -46, 4), b.third, line=0.8)
    b.part(soft("-46,-54 -42,-76 -20,-88 20,-88 42,-76 46,-54", 0.4))
    for x, y in ((-22, -74), (-6, -82), (10, -74), (26, -76), (-34, -64), (2, -66)):
        b.flat(ellipse(x, y, 3.4, 2), light(b.main, 0.6))


@kind("hot dog", 22, 9, BUN, (190, 84, 60), (246, 206, 80), face=(0, -12, 8))
def _hot_dog(b: Brush) -> None:
    b.part(rounded(-46, -36, 46, -12, 12))
    b.part(pipe("-46,-26,16 0,-28,17 46,-26,16", 3), b.second)
    b.part(rounded(-44, -22, 44, 0, 11), light(b.main, 0.1))
    b.ink.stroke(soft_open("-38,-32 -26,-26 -14,-34 -2,-27 10,-34 22,-27 36,-32"), b.third, 4)


@kind("fries", 13, 16, RED, (248, 206, 92), PAPER, face=(0, -26, 12))
def _fries(b: Brush) -> None:
    for i, x in enumerate((-26, -17, -8, 1, 10, 19, 27)):
        lean = (i - 3) * 2.4
        b.part(
            hard(f"{x - 5},-40 {x - 5 + lean},{-88 - (i * 37) % 13} {x + 5 + lean},{-88 - (i * 37) % 13} {x + 5},-40"),
            b.second,
            line=0.8,
        )
    b.part(hard("-38,-58 -20,-50 20,-50 38,-58 28,0 -28,0"))
    b.part(hard("-8,-40 8,-40 6,-12 -6,-12"), b.third, line=0.5)


@kind("pancake", 22, 14, (232, 178, 98), SYRUP, PAPER, face=(0, -26, 10))
def _pancake(b: Brush) -> None:
    b.part(ellipse(0, -6, 50, 8), b.third)
    for i in range(4):
        b.part(
            union(ellipse(0, -14 - i * 10, 38, 8), rounded(-38, -14 - i * 10, 38, -7 - i * 10, 4)),
            light(b.main, 0.06 * i),
        )
    b.part(
        soft("-30,-48 0,-55 30,-48 32,-40 24,-30 20,-40 4,-36 0,-22 -6,-36 -24,-38 -28,-28 -34,-42", 0.5),
        b.second,
        "glass",
    )
    b.part(rounded(-9, -62, 9, -50, 2), (252, 226, 120))


@kind("waffle", 18, 18, (226, 166, 84), SYRUP, face=(0, -50, 12))
def _waffle(b: Brush) -> None:
    body = rounded(-46, -96, 46, -4, 16)
    b.part(body)
    for i in range(4):
        for j in range(4):
            x, y = -39 + i * 20, -90 + j * 20.5
            b.part(rounded(x, y, x + 17, y + 17, 3), shade(b.main, 0.22), line=0.5)
    b.inside(body, soft("-30,-100 30,-100 26,-70 8,-76 4,-52 -10,-60 -26,-70", 0.5), b.second, 190)


@kind("taco", 20, 13, (238, 190, 96), RED, LEAF, face=(0, -22, 10))
def _taco(b: Brush) -> None:
    b.part(soft("-46,-2 -40,-44 0,-66 40,-44 46,-2", 0.5), shade(b.main, 0.15))
    b.part(scallop(-4, -36, 40, 24, 11, 0.3), b.third)
    for x, y in ((-26, -46), (-6, -58), (16, -52), (30, -38)):
        b.part(ellipse(x, y, 8, 7), b.second, line=0.7)
    b.part(soft("-50,0 -42,-32 -8,-50 30,-36 44,0", 0.5))


@kind("sushi", 14, 11, PAPER, (240, 132, 96), (44, 66, 60), face=(0, -16, 9))
def _sushi(b: Brush) -> None:
    b.part(rounded(-42, -36, 42, 0, 16))
    b.part(soft("-48,-34 -40,-58 0,-66 40,-58 48,-34 30,-28 -30,-28", 0.4), b.second)
    for x in (-24, -6, 12, 28):
        b.line([(x, -60), (x + 8, -34)], light(b.second, 0.6), 3)
    b.part(rounded(-9, -64, 9, 0, 3), b.third)


@kind("noodles", 24, 20, (206, 74, 66), (246, 214, 130), WOOD, face=(0, -24, 11))
def _noodles(b: Brush) -> None:
    for x, lean in ((12, 18), (20, 22)):
        b.part(pipe(f"{x},-50,3 {x + lean},-104,2.6", 1), b.third, "wood")
    b.part(scallop(0, -52, 42, 16, 12, 0.2), b.second)
    for x in (-30, -16, -2, 12, 26):
        b.ink.stroke(soft_open(f"{x},-48 {x + 8},-62 {x + 14},-46"), shade(b.second, 0.2), 3)
    b.part(ellipse(-14, -60, 10, 8), PAPER, line=0.8)
    b.flat(ellipse(-14, -60, 5, 4.4), (250, 190, 70))
    b.part(even("50,-50 36,-12 18,0", 0.3))


@kind("popsicle", 9, 22, (236, 110, 130), WOOD, face=(0, -64, 13))
def _popsicle(b: Brush) -> None:
    b.part(rounded(-5, -30, 5, 0, 4), b.second, "wood")
    b.part(union(rounded(-22, -76, 22, -26, 6), ellipse(0, -76, 22, 22)))
    for x in (-8, 8):
        b.line([(x, -80), (x, -38)], shade(b.main, 0.2), 3, 150)
    b.shine([(-15, -82), (-15, -58)], 3)


@kind("candy cane", 9, 22, PAPER, RED, tilt=8)
def _candy_cane(b: Brush) -> None:
    cane = pipe("0,0,13 0,-64,13 8,-88,13 26,-92,13 36,-74,13", 8)
    b.part(cane)
    for y in range(-104, 4, 16):
        b.inside(cane, hard(f"-20,{y + 14} 50,{y - 16} 50,{y - 8} -20,{y + 22}"), b.second)
    b.ink.stroke(cane, shade(b.second, 0.4), None)


@kind("gingerbread man", 14, 18, (190, 124, 66), PAPER, RED, face=(0, -78, 9))
def _gingerbread(b: Brush) -> None:
    b.part(
        union(
            ellipse(0, -78, 21, 20),
            pipe("-40,-46,18 0,-50,24 40,-46,18", 4),
            pipe("-20,-8,19 -9,-34,22 0,-48,30 9,-34,22 20,-8,19", 5),
        )
    )
    for x in (-40, 40):
        b.ink.stroke(soft_open(f"{x - 4},-56 {x + 3},-50 {x - 3},-44 {x + 3},-37"), b.second, 2.4)
    b.ink.stroke(soft_open("-8,-72 0,-67 8,-72"), b.second, 2.4)
    for x in (-7, 7):
        b.flat(ellipse(x, -82, 2.6, 3), b.second)
    for y in (-54, -42):
        b.part(ellipse(0, y, 4, 4), b.third, line=0.6)


@kind("peach", 12, 12, (248, 168, 120), (226, 104, 92), LEAF, face=(0, -40, 13))
def _peach(b: Brush) -> None:
    body = soft("0,-80 26,-88 46,-62 40,-22 0,0 -40,-22 -46,-62 -26,-88", 0.5)
    b.part(body)
    b.inside(body, ellipse(30, -40, 28, 40), b.second, 90)
    b.line([(0, -80), (-6, -52), (2, -26)], shade(b.main, 0.25), 2.6)
    b.part(leaf(0, -84, 36, 20, -24), b.third, "leaf")


@kind("coconut", 14, 14, (122, 82, 56), PAPER, face=(0, -40, 14), round=True)
def _coconut(b: Brush) -> None:
    body = ellipse(0, -48, 46, 46)
    b.part(body)
    for i in range(11):
        a = i * 0.57
        b.inside(body, turned(rounded(-46, -50, 10, -48, 1), math.degrees(a), (0, -48)), light(b.main, 0.24), 130)
    for x, y in ((-12, -74), (12, -74), (0, -56)):
        b.flat(ellipse(x, y, 5, 6), shade(b.main, 0.6))


@kind("onion", 11, 12, (206, 128, 156), (150, 190, 110), face=(0, -36, 12))
def _onion(b: Brush) -> None:
    b.part(pipe("0,-80,9 -4,-100,4", 2), b.second)
    b.part(soft("0,-88 12,-72 42,-52 40,-18 0,-2 -40,-18 -42,-52 -12,-72", 0.5))
    for x in (-24, -9, 9, 24):
        b.line([(x * 0.3, -80), (x, -42), (x * 0.4, -4)], shade(b.main, 0.25), 2, 130)


@kind("pepper", 11, 13, RED, LEAF, face=(0, -40, 13))
def _pepper(b: Brush) -> None:
    b.part(soft("-10,-78 -34,-84 -46,-62 -36,-22 -20,-2 -4,-10 8,0 24,-6 38,-28 46,-62 34,-84 10,-78", 0.5))
    b.part(pipe("0,-76,9 4,-90,7 14,-98,6", 3), b.second)
    for x in (-14, 14):
        b.line([(x * 0.5, -76), (x, -44), (x * 0.9, -10)], shade(b.main, 0.3), 2.4, 130)
    b.shine([(-30, -66), (-28, -44)], 4)


@kind("eggplant", 11, 22, (98, 62, 124), LEAF, tilt=24, face=(0, -32, 12))
def _eggplant(b: Brush) -> None:
    b.part(even("0,-84 14,-72 22,-40 16,-10 0,0", 0.5))
    b.part(soft("-16,-70 -10,-86 -4,-88 -3,-100 3,-100 4,-88 10,-86 16,-70 6,-74 0,-66 -6,-74", 0.3), b.second, "leaf")
    b.shine([(-10, -58), (-13, -36)], 3)


@kind("broccoli", 14, 15, (86, 146, 76), (160, 196, 112), face=(0, -30, 9))
def _broccoli(b: Brush) -> None:
    b.part(soft("-14,0 -12,-32 -30,-50 30,-50 12,-32 14,0", 0.3), b.second)
    b.part(union(scallop(-26, -58, 24, 20, 8), scallop(26, -58, 24, 20, 8), scallop(0, -74, 30, 26, 9)))
    for x, y in ((-24, -64), (-4, -84), (14, -68), (30, -58), (-8, -62)):
        b.flat(scallop(x, y, 7, 6, 6), light(b.main, 0.2), 150)


@kind("acorn", 8, 10, (190, 128, 70), (116, 78, 54), face=(0, -32, 13))
def _acorn(b: Brush) -> None:
    b.part(soft("-34,-52 -30,-22 0,0 30,-22 34,-52", 0.5))
    b.part(soft("-42,-50 -36,-78 0,-88 36,-78 42,-50 0,-42", 0.4), b.second)
    b.part(pipe("0,-84,7 6,-100,5", 2), shade(b.second, 0.2))
    for x in (-24, -8, 8, 24):
        b.line([(x, -50), (x * 0.7, -78)], shade(b.second, 0.3), 2, 140)


@kind("peanut", 12, 8, (222, 176, 112), face=(0, -26, 9), tilt=-14)
def _peanut(b: Brush) -> None:
    b.part(soft("-48,-26 -38,-50 -14,-46 0,-38 16,-48 40,-48 50,-24 38,-2 14,-4 0,-12 -16,-4 -38,-2", 0.5))
    for x in (-32, -18, 16, 32):
        b.line([(x, -42), (x + 2, -8)], shade(b.main, 0.2), 2, 120)


@kind("salad", 22, 16, (230, 226, 216), LEAF, RED, face=(0, -22, 10))
def _salad(b: Brush) -> None:
    for x, y, r in ((-28, -52, 20), (0, -60, 24), (28, -52, 20)):
        b.part(scallop(x, y, r, r * 0.8, 8, 0.3), light(b.second, 0.2 if x else 0.0), "leaf")
    for x, y in ((-16, -56), (14, -62), (32, -48)):
        b.part(ellipse(x, y, 9, 8), b.third, line=0.8)
    b.part(even("50,-48 38,-12 18,0", 0.4))


@kind("jam", 11, 14, (196, 48, 70), PAPER, (206, 92, 92), role="glass", face=(0, -36, 12))
def _jam(b: Brush) -> None:
    b.part(rounded(-34, -72, 34, 0, 14))
    b.part(rounded(-24, -54, 24, -18, 4), b.second, line=0.6)
    b.flat(heart(0, -36, 10), b.third)
    b.part(scallop(0, -78, 40, 13, 13, 0.2), b.third, "cloth")
    b.line([(-34, -72), (34, -72)], b.second, 3)


@kind("toast", 14, 14, (198, 132, 70), (244, 208, 140), (252, 230, 120), face=(0, -44, 12))
def _toast(b: Brush) -> None:
    b.part(soft("-38,0 -38,-54 -48,-74 -34,-94 34,-94 48,-74 38,-54 38,0", 0.25))
    b.part(soft("-30,-8 -30,-56 -38,-74 -28,-85 28,-85 38,-74 30,-56 30,-8", 0.25), b.second, line=0.5)
    b.part(rounded(-14, -58, 14, -32, 4), b.third, line=0.7)


@kind("beet", 11, 16, (150, 46, 84), LEAF, face=(0, -34, 11))
def _beet(b: Brush) -> None:
    for turn in (-120, -90, -60):
        b.part(leaf(0, -58, 42, 20, turn), b.second, "leaf")
    b.part(soft("-32,-48 -24,-62 24,-62 32,-48 22,-22 4,-10 0,0 -4,-10 -22,-22", 0.5))
    b.line([(-18, -40), (18, -40)], shade(b.main, 0.3), 2, 120)


@kind("chili", 6, 16, RED, LEAF, tilt=-30)
def _chili(b: Brush) -> None:
    b.part(soft("-10,-84 10,-84 14,-60 8,-26 -8,0 -4,-30 -12,-60", 0.5))
    b.part(soft("-13,-80 -4,-90 -3,-102 3,-102 4,-90 13,-80 0,-76", 0.3), b.second)
    b.shine([(-4, -74), (-6, -54)], 3)


@kind("cereal", 18, 26, (240, 176, 70), RED, PAPER, face=(0, -30, 11))
def _cereal(b: Brush) -> None:
    b.part(rounded(-34, -98, 34, 0, 3))
    b.part(ellipse(0, -68, 28, 16), b.second, line=0.7)
    b.part(even("24,-42 18,-22 8,-18", 0.3), b.third, line=0.7)
    for x, y in ((-10, -46), (0, -48), (10, -46), (4, -44)):
        b.ink.stroke(ellipse(x, y, 4, 3), INK, 2)
