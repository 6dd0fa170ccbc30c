"""Owns dishes, baked things and sweets. Does not know: who eats it."""

from __future__ import annotations

from generators.backends.animatic.crafting import BLUE, GLASS, INK, LEAF, PAPER, RED, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, rounded, scallop, union
from generators.backends.animatic.props.everyday import steam
from generators.backends.animatic.shapes import even, hard, heart, leaf, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind


@kind("bread", 16, 9, (218, 152, 82), (246, 218, 160), face=(0, -22, 14))
def _bread(b: Brush) -> None:
    b.part(soft("-50,-24 -44,-46 -24,-54 24,-54 44,-46 50,-24 44,-3 20,0 -20,0 -44,-3", 0.45))
    for x in (-28, -2, 24):
        b.part(soft(f"{x - 8},-16 {x - 4},-44 {x + 6},-50 {x + 8},-42 {x + 2},-14 {x - 4},-10"), b.second, line=0.5)


@kind("cake", 19, 18, (246, 200, 208), (150, 96, 66), RED, light=(0, -92), face=(0, -26, 16))
def _cake(b: Brush) -> None:
    b.part(ellipse(0, -4, 50, 5), PAPER)
    b.part(rounded(-42, -54, 42, -3, 5), b.second)
    b.flat(rounded(-42, -34, 42, -26, 0), (252, 236, 214))
    icing = "-43,-54 43,-54 44,-40 37,-32 30,-40 22,-34 14,-42 6,-33 -3,-41 -12,-32 -22,-41 -30,-34 -38,-40 -44,-38"
    b.part(soft(icing, 0.45))
    b.part(ellipse(0, -54, 43, 7), line=0.7)
    for x in (-24, 0, 24):
        b.part(rounded(x - 2.4, -76, x + 2.4, -55, 1), BLUE if x else b.third, line=0.7)
        b.glow(x, -84, 22)
        b.flame(x, -76, 15, 8)


@kind("pie", 18, 9, (222, 160, 88), (178, 70, 66), face=(0, -14, 10))
def _pie(b: Brush) -> None:
    steam(b, -46, (-16, 4, 22), 12)
    b.part(hard("-46,-26 46,-26 34,0 -34,0"), (170, 176, 190), "metal")
    b.flat(soft("-44,-27 -24,-42 0,-46 24,-42 44,-27"), b.second)
    for x in (-26, -9, 9, 26):
        b.part(pipe(f"{x * 1.4},-26,6 {x * 0.9},-44,5"), line=0.6)
    b.part(pipe("-38,-34,5 0,-37,5 38,-34,5"), line=0.6)
    b.part(scallop(0, -26, 49, 6, 15, 0.2), line=0.8)


@kind("pizza", 18, 16, (244, 202, 98), (206, 140, 74), (206, 66, 56))
def _pizza(b: Brush) -> None:
    b.part(soft("-46,-74 -30,-88 0,-92 30,-88 46,-74 40,-68 0,-80 -40,-68", 0.4), b.second)
    b.part(soft("-40,-70 0,-80 40,-70 22,-34 4,-2 -4,-2 -22,-34", 0.15))
    for x, y, r in ((-14, -58, 9), (16, -60, 9), (1, -32, 8)):
        b.part(ellipse(x, y, r, r * 0.85), b.third, line=0.7)
    for x, y in ((2, -66), (-8, -42), (14, -44)):
        b.flat(leaf(x, y, 9, 6, 30), LEAF)


@kind("cookie", 8, 8, (214, 160, 94), (96, 60, 46), face=(0, -44, 16), round=True)
def _cookie(b: Brush) -> None:
    body = scallop(0, -46, 43, 42, 11, 0.06)
    b.part(minus(body, union(ellipse(36, -82, 18, 16), ellipse(52, -62, 14, 14))) if b.has("bitten") else body)
    for x, y in ((-18, -60), (8, -66), (24, -44), (-26, -34), (-2, -38), (12, -18), (-12, -14)):
        b.flat(ellipse(x, y, 5.5, 4.8), b.second)


@kind("sandwich", 14, 9, (226, 176, 106), LEAF, (246, 208, 92))
def _sandwich(b: Brush) -> None:
    b.part(hard("-46,-12 46,-12 42,0 -42,0"), (246, 226, 184))
    b.part(soft("-50,-20 -30,-12 -12,-20 6,-12 26,-20 48,-14 44,-26 -46,-26"), b.second, "leaf")
    b.part(rounded(-44, -34, 44, -24, 2), b.third, line=0.7)
    b.part(rounded(-46, -40, 46, -32, 3), (210, 84, 72), line=0.7)
    b.part(soft("-48,-40 -42,-58 -20,-66 20,-66 42,-58 48,-40", 0.3))


@kind("cheese", 13, 10, (248, 206, 88), (226, 166, 56), face=(-6, -24, 12))
def _cheese(b: Brush) -> None:
    b.part(hard("-50,-40 34,-76 50,-46 50,-40"), b.third)
    side = rounded(-50, -42, 50, 0, 2)
    b.part(side)
    for x, y, r in ((-30, -20, 7), (8, -12, 6), (28, -28, 9), (-4, -34, 5)):
        b.inside(side, ellipse(x, y, r, r * 0.9), b.second)


@kind("egg", 7, 9, (248, 236, 216), face=(0, -40, 17), round=True)
def _egg(b: Brush) -> None:
    body = even("0,-99 22,-84 36,-46 26,-10 8,0", 0.5)
    b.part(body)
    for i, (x, y) in enumerate(((-14, -64), (16, -52), (-6, -34), (12, -76), (-20, -40), (20, -26))):
        if b.has("spotted", "speckled", "painted"):
            b.inside(body, ellipse(x, y, 4 + i % 2 * 2, 4), b.second)
    if b.has("cracked", "broken", "hatching"):
        b.line([(-34, -50), (-20, -58)], INK, 2)
        b.ink.stroke(hard("-20,-58 -10,-46 2,-60 12,-46 24,-58 12,-45 2,-58 -10,-45"), INK, 2)


@kind("ice cream", 8, 16, (246, 188, 200), (222, 166, 98), (140, 90, 64), face=(0, -66, 12), grip=(0, -24))
def _ice_cream(b: Brush) -> None:
    cone = hard("-22,-52 22,-52 0,0")
    b.part(cone, b.second)
    for i in range(-4, 5):
        b.inside(cone, pipe(f"{i * 9 - 20},-60,1 {i * 9 + 10},4,1"), (160, 104, 60), 170)
        b.inside(cone, pipe(f"{i * 9 + 20},-60,1 {i * 9 - 10},4,1"), (160, 104, 60), 170)
    b.part(ellipse(0, -84, 18, 16), b.third)
    b.part(soft("-26,-52 -25,-66 -14,-78 0,-81 14,-78 25,-66 26,-52 17,-48 9,-54 0,-46 -9,-54 -17,-47"))
    b.part(ellipse(4, -98, 4.5, 4.5), RED, line=0.7)


@kind("candy", 10, 6, (222, 76, 110), PAPER)
def _candy(b: Brush) -> None:
    for wing in ("-22,-30 -46,-48 -50,-30 -46,-12", "22,-30 46,-48 50,-30 46,-12"):
        b.part(soft(wing, 0.2), b.third)
    body = ellipse(0, -30, 26, 26)
    b.part(body)
    for x in (-14, 8):
        b.inside(body, soft(f"{x},-60 {x + 10},-60 {x + 2},-30 {x + 8},0 {x - 4},0 {x - 8},-30"), b.second)


@kind("lollipop", 7, 15, (224, 84, 120), PAPER, PAPER, tilt=14, grip=(0, -14))
def _lollipop(b: Brush) -> None:
    b.part(rounded(-2.4, -50, 2.4, 0, 2), b.third)
    b.part(ellipse(0, -75, 24, 24))
    b.ink.stroke(soft_open("0,-75 6,-78 4,-84 -6,-84 -11,-75 -4,-64 10,-64 17,-76 12,-90 -4,-94"), b.second, 4)


@kind("soup", 15, 10, (196, 84, 66), (236, 170, 84), PAPER, face=(0, -20, 16))
def _soup(b: Brush) -> None:
    steam(b, -52, (-18, 0, 18), 16)
    b.part(ellipse(0, -3, 30, 4), b.third)
    b.part(soft("-48,-44 -38,-14 -16,-3 16,-3 38,-14 48,-44", 0.5))
    b.part(ellipse(0, -44, 48, 9), line=0.8)
    b.flat(ellipse(0, -43, 42, 6.5), b.second)
    for x, y in ((-20, -44), (0, -41), (18, -45)):
        b.flat(ellipse(x, y, 5, 2.4), LEAF)


@kind("rice", 13, 10, (86, 124, 180), (248, 246, 240), PAPER)
def _rice(b: Brush) -> None:
    b.part(scallop(0, -46, 38, 26, 12, 0.1), b.second)
    b.part(soft("-46,-44 -36,-12 -14,0 14,0 36,-12 46,-44", 0.4))
    b.inside(soft("-46,-44 -36,-12 -14,0 14,0 36,-12 46,-44", 0.4), rounded(-60, -36, 60, -31, 0), b.third)
    b.part(pipe("10,-52,2.4 44,-84,3"), WOOD, "wood", line=0.7)
    b.part(pipe("2,-54,2.4 34,-90,3"), WOOD, "wood", line=0.7)


@kind("honey", 11, 12, (240, 174, 56), (176, 112, 62), face=(0, -34, 16))
def _honey(b: Brush) -> None:
    b.part(pipe("6,-74,5 26,-98,5"), b.second, "wood")
    body = even("30,-70 42,-34 28,0", 0.5)
    b.part(body, b.second)
    b.part(soft("-34,-72 34,-72 34,-58 24,-50 18,-58 12,-40 4,-42 0,-58 -12,-52 -20,-58 -34,-56", 0.4))
    b.part(rounded(-36, -80, 36, -68, 5))
    b.flat(heart(0, -24, 9), b.main)


@kind("milk", 7, 14, (248, 246, 244), BLUE, role="glass", face=(0, -34, 14))
def _milk(b: Brush) -> None:
    body = even("10,-94 10,-78 24,-58 25,-6 20,0", 0.4)
    b.part(body, GLASS, "glass")
    b.inside(body, rounded(-40, -66, 40, 0, 0), b.main, 245)
    b.part(rounded(-13, -100, 13, -90, 4), b.second)
    b.shine([(-17, -50), (-17, -12)], 3)


@kind("fish dish", 18, 7, (232, 230, 236), (118, 160, 182), (246, 218, 92))
def _fish_dish(b: Brush) -> None:
    b.part(ellipse(0, -12, 50, 12))
    b.part(soft("-34,-20 -14,-34 14,-34 28,-22 42,-32 40,-10 28,-18 10,-10 -18,-10", 0.4), b.second)
    b.flat(ellipse(-22, -23, 2.4, 2.4), INK)
    b.ink.stroke(soft_open("-12,-31 -8,-22 -12,-12"), INK, 1.4, 150)
    b.part(ellipse(8, -8, 8, 4), b.third, line=0.7)


@kind("popcorn", 10, 14, (214, 66, 60), PAPER, (252, 238, 190))
def _popcorn(b: Brush) -> None:
    for x, y in ((-24, -68), (-8, -76), (10, -74), (25, -68), (0, -88), (-14, -64), (16, -62), (0, -64)):
        b.part(scallop(x, y, 10, 9, 5, 0.2), b.third, line=0.7)
    cup = hard("-34,-62 34,-62 24,0 -24,0")
    b.part(cup)
    for x in (-24, -3, 18):
        b.inside(cup, hard(f"{x},-62 {x + 10},-62 {x * 0.7 + 7},0 {x * 0.7},0"), b.second)


@kind("sausage", 12, 6, (190, 92, 66))
def _sausage(b: Brush) -> None:
    b.part(pipe("-38,-30,20 0,-12,22 38,-30,20"))
    for x, y in ((-22, -26), (0, -18), (20, -26)):
        b.line([(x - 3, y), (x + 5, y + 8)], b.second, 2.4)


@kind("doughnut", 9, 7, (240, 150, 176), (216, 160, 96), round=True)
def _doughnut(b: Brush) -> None:
    b.part(minus(ellipse(0, -40, 49, 38), ellipse(0, -44, 15, 9)), b.second)
    icing = minus(scallop(0, -45, 43, 29, 9, 0.1), ellipse(0, -45, 17, 10))
    b.part(icing)
    for x, y, c in (
        (-28, -52, BLUE),
        (-10, -66, RED),
        (14, -64, PAPER),
        (30, -48, BLUE),
        (20, -28, RED),
        (-18, -28, PAPER),
    ):
        b.line([(x - 3, y), (x + 3, y + 2)], c, 3)
