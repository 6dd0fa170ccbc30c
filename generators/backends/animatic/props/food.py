"""Owns fruit and vegetables. Does not know: who eats it."""

from __future__ import annotations

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import INK, LEAF, PAPER, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, rounded, union
from generators.backends.animatic.shapes import drop, even, hard, leaf, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind


@kind("apple", 8, 9, (208, 60, 54), LEAF, WOOD, face=(0, -42, 20), round=True)
def _apple(b: Brush) -> None:
    b.part(pipe("0,-76,5 2,-88,4.5 8,-99,5"), b.third, "wood", line=0.8)
    body = even("0,-76 20,-82 40,-66 40,-36 24,-4 8,0 0,-3", 0.5)
    b.part(body)
    b.part(leaf(4, -86, 34, 22, -18), b.second, "leaf", line=0.8)
    b.shine([(-28, -58), (-30, -42)], 6)
    if b.has("bitten", "half", "eaten"):
        b.part(union(ellipse(40, -44, 16, 14), ellipse(36, -28, 12, 10)), (248, 236, 200), line=0.6)


@kind("pear", 8, 10, (184, 196, 84), LEAF, WOOD, face=(0, -32, 16))
def _pear(b: Brush) -> None:
    b.part(pipe("0,-88,4 4,-99,5"), b.third, "wood", line=0.8)
    b.part(even("0,-90 13,-84 17,-62 34,-36 26,-6 8,0", 0.5))
    b.part(leaf(3, -92, 26, 17, -10), b.second, "leaf", line=0.8)
    b.shine([(-20, -42), (-22, -28)], 5)


@kind("orange", 8, 8, (238, 146, 52), LEAF, face=(0, -44, 20), round=True)
def _orange(b: Brush) -> None:
    b.part(ellipse(0, -46, 46, 46))
    for x, y in ((-14, -30), (10, -24), (22, -46), (-4, -60), (-26, -48), (6, -44)):
        b.flat(ellipse(x, y, 1.8, 1.8), shade(b.main, 0.25), 150)
    b.part(leaf(0, -90, 30, 20, -22), b.second, "leaf", line=0.8)
    b.shine([(-32, -60), (-24, -72)], 5)


@kind("lemon", 9, 7, (246, 218, 84), LEAF, round=True)
def _lemon(b: Brush) -> None:
    b.part(soft("-50,-38 -38,-44 -26,-66 0,-74 26,-66 38,-44 50,-38 38,-30 26,-8 0,0 -26,-8 -38,-30", 0.4))
    b.shine([(-24, -54), (-10, -62)], 5)


@kind("banana", 12, 9, (246, 214, 92), (128, 92, 60), face=(0, -22, 12))
def _banana(b: Brush) -> None:
    b.part(soft("-42,-70 -34,-72 -26,-44 0,-26 30,-28 46,-38 49,-30 34,-8 4,0 -28,-16 -44,-48", 0.45))
    b.ink.stroke(soft_open("-36,-60 -28,-32 4,-14 40,-26"), shade(b.main, 0.22), 2.4)
    b.part(rounded(-43, -80, -34, -68, 2), b.second, line=0.8)
    b.part(ellipse(48, -34, 3.4, 4), b.second, line=0.6)


@kind("strawberry", 7, 8, (216, 58, 66), LEAF, (252, 226, 150), face=(0, -46, 17))
def _strawberry(b: Brush) -> None:
    b.part(even("0,-84 26,-84 40,-64 28,-28 6,0", 0.5))
    for x, y in ((-20, -62), (0, -68), (20, -62), (-10, -46), (11, -46), (0, -28), (-16, -34), (17, -32), (0, -12)):
        b.flat(drop(x, y, 2.2), b.third)
    b.part(union(*(leaf(0, -84, 30, 15, a) for a in (20, -16, 90, 160, 196))), b.second, "leaf")
    b.part(pipe("0,-84,4 3,-98,4"), b.second, "leaf", line=0.8)


@kind("cherry", 8, 9, (190, 44, 62), LEAF)
def _cherry(b: Brush) -> None:
    for line in ("-18,-38 -6,-70 14,-94", "24,-34 22,-66 14,-94"):
        b.ink.stroke(soft_open(line), (110, 132, 66), 4)
    b.part(leaf(14, -92, 34, 24, 10), b.second, "leaf")
    for x in (-20, 25):
        b.part(ellipse(x, -22, 22, 22))
        b.shine([(x - 12, -26), (x - 8, -33)], 4)


@kind("grape", 9, 11, (128, 84, 156), LEAF, WOOD)
def _grape(b: Brush) -> None:
    b.part(pipe("0,-80,5 4,-98,5"), b.third, "wood")
    for y, xs in ((-66, (-26, -9, 9, 26)), (-48, (-18, 0, 18)), (-31, (-9, 9)), (-14, (0,))):
        for x in xs:
            b.part(ellipse(x, y, 13, 13), line=0.8)
    b.part(leaf(2, -82, 36, 28, -12), b.second, "leaf")


@kind("watermelon", 16, 9, (92, 160, 84), (228, 84, 88), INK, face=(0, -26, 14))
def _watermelon(b: Brush) -> None:
    b.part(soft("-50,-50 -42,-18 -20,-2 0,0 20,-2 42,-18 50,-50", 0.45))
    b.flat(soft("-46,-50 -38,-20 -18,-7 0,-5 18,-7 38,-20 46,-50", 0.45), (236, 240, 206))
    b.flat(soft("-42,-50 -34,-23 -16,-11 0,-9 16,-11 34,-23 42,-50", 0.45), b.second)
    for x, y in ((-26, -40), (-10, -40), (8, -40), (24, -40), (-17, -27), (0, -25), (17, -27)):
        b.flat(drop(x, y, 2), b.third)


@kind("pineapple", 8, 14, (226, 170, 66), LEAF, face=(0, -30, 14))
def _pineapple(b: Brush) -> None:
    for turn, length in ((-140, 30), (-40, 30), (-118, 42), (-62, 42), (-90, 46)):
        b.part(leaf(0, -54, length, 14, turn), b.second, "leaf", line=0.8)
    body = even("0,-62 20,-56 28,-32 20,-4 0,0", 0.5)
    b.part(body)
    for i in range(-3, 4):
        b.inside(body, pipe(f"{i * 12 - 30},-70,1.4 {i * 12 + 30},10,1.4"), (160, 104, 44), 150)
        b.inside(body, pipe(f"{i * 12 + 30},-70,1.4 {i * 12 - 30},10,1.4"), (160, 104, 44), 150)


@kind("carrot", 5, 13, (236, 132, 48), LEAF, tilt=32, face=(0, -52, 9))
def _carrot(b: Brush) -> None:
    for turn in (-118, -90, -62):
        b.part(leaf(0, -68, 34, 13, turn), b.second, "leaf", line=0.8)
    b.part(even("0,-72 14,-68 15,-56 8,-24 0,0", 0.45))
    for x, y in ((-11, -54), (3, -44), (-8, -32)):
        b.line([(x, y), (x + 7, y + 1)], shade(b.main, 0.3), 2)


@kind("tomato", 8, 7, (214, 66, 52), LEAF, face=(0, -38, 18), round=True)
def _tomato(b: Brush) -> None:
    b.part(even("0,-78 30,-80 50,-50 40,-12 14,0", 0.5))
    b.part(union(*(leaf(0, -76, 30, 11, a) for a in (14, -30, 80, 166, 210))), b.second, "leaf", line=0.8)
    b.shine([(-34, -52), (-36, -36)], 5)


@kind("potato", 9, 7, (196, 154, 100))
def _potato(b: Brush) -> None:
    b.part(soft("-46,-40 -30,-66 4,-72 38,-62 50,-32 36,-6 0,0 -36,-8", 0.5))
    for x, y in ((-18, -44), (12, -54), (22, -24), (-10, -18)):
        b.line([(x, y), (x + 6, y + 1)], b.second, 2.4)


@kind("corn", 6, 14, (246, 208, 86), LEAF, tilt=18)
def _corn(b: Brush) -> None:
    body = even("0,-98 12,-88 17,-54 12,-16 0,-8", 0.45)
    b.part(body)
    for x in (-9, -3, 3, 9):
        for y in range(-90, -16, 8):
            b.inside(body, ellipse(x, y, 2.6, 3.4), light(b.main, 0.35))
    b.part(soft("-2,0 -22,-22 -26,-56 -12,-34 0,-12", 0.4), b.second, "leaf")
    b.part(soft("2,0 22,-20 25,-50 12,-30 0,-10", 0.4), b.second, "leaf")


@kind("pumpkin", 22, 19, (230, 128, 48), (104, 132, 62), face=(0, -32, 22), round=True)
def _pumpkin(b: Brush) -> None:
    b.part(pipe("0,-66,10 2,-78,8 10,-86,8"), b.second, "leaf")
    for x, rx in ((-30, 20), (30, 20), (-16, 22), (16, 22), (0, 20)):
        b.part(ellipse(x, -36, rx, 34 + (4 if abs(x) < 20 else 0)), line=0.8)
    if b.has("carved", "scary", "haunted", "lit"):
        for shape in (
            "-26,-44 -10,-44 -18,-58",
            "10,-44 26,-44 18,-58",
            "-28,-28 28,-28 14,-14 6,-20 0,-13 -8,-20 -16,-14",
        ):
            b.flat(hard(shape), (255, 220, 110))


@kind("mushroom", 12, 12, (208, 62, 56), PAPER, (248, 240, 226), face=(0, -22, 13))
def _mushroom(b: Brush) -> None:
    b.part(even("0,-48 14,-46 13,-20 20,-2 0,0", 0.4), b.second)
    cap = soft("-49,-40 -40,-74 -16,-92 8,-93 36,-78 49,-42 26,-34 0,-32 -26,-33", 0.45)
    b.part(cap)
    for x, y, r in ((-26, -58, 9), (2, -76, 9), (26, -58, 10), (0, -46, 6), (-42, -42, 5), (40, -44, 5)):
        b.inside(cap, ellipse(x, y, r, r * 0.85), b.third)
