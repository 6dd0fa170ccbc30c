"""Owns things of house and washing: machines of the kitchen, what one washes, sews and cleans with.

Does not know: who uses them.
"""

from __future__ import annotations

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import (
    BLUE,
    GLASS,
    GOLD,
    INK,
    IRON,
    LEAF,
    PAPER,
    RED,
    STEEL,
    WOOD,
    Brush,
    Shelf,
)
from generators.backends.animatic.kit import ellipse, poly, rounded, turned, union
from generators.backends.animatic.shapes import drop, even, hard, leaf, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind
FOAM = (250, 252, 255)


@kind("watering can", 34, 26, (92, 158, 150), role="metal", face=(8, -28, 10), grip=(24, -58))
def _watering_can(b: Brush) -> None:
    b.ink.stroke(soft_open("2,-50 18,-74 40,-62 44,-22 36,-8"), shade(b.main, 0.3), 6)
    b.part(hard("-14,-10 -46,-56 -40,-60 -4,-32"))
    b.part(hard("-52,-50 -34,-70 -32,-66 -48,-46"), light(b.main, 0.2))
    b.part(soft("-18,0 -16,-48 32,-48 36,0", 0.2))
    b.part(ellipse(8, -48, 24, 5), shade(b.main, 0.4), line=0.7)
    b.shine([(-6, -38), (-8, -12)], 4)


@kind("toaster", 30, 22, (206, 92, 82), STEEL, role="metal", face=(0, -32, 12))
def _toaster(b: Brush) -> None:
    for x in (-18, 12):
        b.part(rounded(x - 16, -78, x + 16, -40, 9), (226, 176, 108))
    b.part(rounded(-50, -56, 50, -4, 14))
    b.part(rounded(-44, -8, 44, 0, 3), INK, line=0.7)
    b.part(rounded(44, -42, 54, -30, 3), b.second)
    b.shine([(-38, -46), (-38, -18)], 5)


@kind("microwave", 52, 30, (222, 226, 232), INK, role="metal", face=(-12, -30, 12))
def _microwave(b: Brush) -> None:
    b.part(rounded(-50, -58, 50, 0, 6))
    b.part(rounded(-42, -50, 20, -8, 5), b.second, "glass")
    b.line([(26, -48), (26, -10)], shade(b.main, 0.4), 4)
    b.part(rounded(34, -50, 45, -42, 2), LEAF, line=0.6)
    for y in (-34, -25, -16):
        for x in (36, 43):
            b.flat(ellipse(x, y, 2.4, 2.4), shade(b.main, 0.5))
    b.shine([(-34, -44), (-18, -44)], 4)


@kind("trash can", 34, 46, (126, 138, 150), role="metal", face=(0, -44, 13))
def _trash_can(b: Brush) -> None:
    b.part(even("32,-76 26,0", 0.0))
    for x in (-18, -6, 6, 18):
        b.line([(x * 1.1, -70), (x * 0.9, -6)], shade(b.main, 0.3), 2.4, 150)
    b.part(rounded(-37, -84, 37, -74, 4), light(b.main, 0.1))
    b.part(even("0,-96 30,-84 34,-82", 0.3), light(b.main, 0.16))
    b.ink.stroke(soft_open("-9,-93 0,-101 9,-93"), shade(b.main, 0.4), 4)


@kind("vacuum cleaner", 46, 66, (210, 82, 74), INK, IRON, face=(-14, -14, 8), grip=(30, -96))
def _vacuum(b: Brush) -> None:
    b.ink.stroke(soft_open("-22,-24 -30,-70 0,-84 26,-94"), b.third, 6)
    b.part(pipe("30,-98,5 14,-40,5 8,-8,5", 2), STEEL, "metal")
    b.part(hard("-8,0 24,0 18,-10 0,-10"), b.second)
    b.part(soft("-50,-4 -48,-26 -28,-36 -6,-24 -4,-4", 0.4))
    b.part(ellipse(-36, -6, 9, 9), b.second)
    b.part(ellipse(-12, -4, 6, 6), b.second)
    b.shine([(-42, -24), (-30, -31)], 3)


@kind("soap", 13, 8, (246, 176, 190), FOAM, face=(0, -22, 14))
def _soap(b: Brush) -> None:
    b.part(rounded(-44, -46, 44, 0, 20))
    b.ink.stroke(rounded(-32, -36, 32, -10, 13), shade(b.main, 0.25), 2.4)
    for x, y, r in ((-30, -52, 13), (-8, -60, 10), (22, -52, 15), (40, -44, 9), (4, -46, 8)):
        b.part(ellipse(x, y, r, r), b.second, "glass", line=0.6)


@kind("toothbrush", 4, 26, (84, 168, 200), PAPER, tilt=24)
def _toothbrush(b: Brush) -> None:
    b.part(pipe("0,-4,8 -2,-50,9 0,-76,6 0,-98,8", 4))
    for y in (-94, -88, -82, -76):
        b.part(rounded(3, y - 2.5, 16, y + 2.5, 1.5), b.second, line=0.5)


@kind("toothpaste", 24, 9, PAPER, RED, (120, 200, 210), face=(-6, -20, 9))
def _toothpaste(b: Brush) -> None:
    b.part(hard("-50,-40 -50,-2 26,-8 26,-34"))
    b.part(hard("-34,-38 -22,-37 -22,-4 -34,-4"), b.second, line=0.5)
    b.part(hard("-16,-36 -8,-36 -8,-5 -16,-5"), b.third, line=0.5)
    b.part(rounded(26, -32, 44, -10, 4), b.second)


@kind("towel", 26, 34, (112, 168, 196), PAPER, role="cloth", face=(0, -56, 12))
def _towel(b: Brush) -> None:
    body = soft("-34,-98 34,-98 36,-50 34,-4 12,-8 -12,-2 -34,-6 -36,-50", 0.2)
    b.part(body)
    for y in (-22, -14):
        b.inside(body, rounded(-50, y - 2, 50, y + 2, 0), b.second)
    for x in (-20, -2, 18):
        b.line([(x, -92), (x + 3, -34)], shade(b.main, 0.2), 2, 120)


@kind("comb", 20, 8, (222, 138, 92), tilt=-18)
def _comb(b: Brush) -> None:
    b.part(rounded(-50, -38, 50, -22, 7))
    for i in range(15):
        b.part(rounded(-46 + i * 6.4, -26, -42.4 + i * 6.4, 0, 1.6), line=0.5, depth=0)


@kind("sewing machine", 44, 32, (72, 112, 140), GOLD, WOOD, role="metal", face=(-4, -52, 9))
def _sewing_machine(b: Brush) -> None:
    b.part(rounded(-50, -10, 50, 0, 3), b.third, "wood")
    b.part(soft("-40,-10 -40,-66 -30,-70 36,-68 42,-60 42,-10 22,-10 20,-40 -16,-42 -18,-10", 0.12))
    b.part(pipe("-29,-34,3 -29,-10,1.6", 1), STEEL, "metal", line=0.6)
    b.part(ellipse(46, -50, 9, 13), b.second, "metal")
    b.part(rounded(-4, -80, 8, -68, 2), RED)
    b.line([(2, -78), (-20, -74), (-29, -36)], RED, 1.2)
    b.line([(-12, -62), (26, -60)], b.second, 2.4)


@kind("thread", 9, 12, (206, 74, 92), WOOD)
def _thread(b: Brush) -> None:
    b.part(even("30,-98 34,-90 20,-84", 0.1), b.second, "wood")
    b.part(even("20,-16 34,-10 30,-2", 0.1), b.second, "wood")
    b.part(rounded(-28, -86, 28, -14, 8), None, "cloth")
    for y in range(-78, -16, 9):
        b.line([(-28, y + 3), (28, y - 3)], shade(b.main, 0.3), 2, 150)
    b.line([(28, -24), (44, -16), (40, 0)], b.main, 3)


@kind("yarn ball", 16, 15, (190, 96, 150), face=(0, -46, 14), round=True)
def _yarn_ball(b: Brush) -> None:
    body = ellipse(0, -48, 46, 46)
    b.part(body, None, "cloth")
    for x in (-34, -18, 0, 18, 34):
        b.inside(body, pipe(f"{x - 22},-100,2.6 {x + 10},-48,2.6 {x - 10},4,2.6", 5), shade(b.main, 0.3), 150)
        b.inside(body, pipe(f"-50,{x - 60},2.2 0,{x - 40},2.2 50,{x - 66},2.2", 5), light(b.main, 0.3), 150)
    b.line([(34, -14), (52, -4), (40, 0), (60, -1)], b.main, 4)


@kind("needle", 3, 18, STEEL, RED, role="metal", tilt=35)
def _needle(b: Brush) -> None:
    b.part(even("0,-100 5,-92 4,-60 0,0", 0.2))
    b.flat(ellipse(0, -90, 1.8, 5), INK)
    b.line([(0, -90), (18, -80), (14, -50), (30, -40)], b.second, 2.2)


@kind("button", 7, 7, (84, 150, 176), round=True, face=(0, -46, 16))
def _button(b: Brush) -> None:
    b.part(ellipse(0, -50, 50, 50))
    b.ink.stroke(ellipse(0, -50, 36, 36), shade(b.main, 0.3), 4)
    for x, y in ((-11, -61), (11, -61), (-11, -39), (11, -39)):
        b.flat(ellipse(x, y, 5.5, 5.5), shade(b.main, 0.6))


@kind("thermometer", 6, 26, PAPER, RED, role="glass", tilt=22)
def _thermometer(b: Brush) -> None:
    b.part(union(rounded(-9, -100, 9, -12, 9), ellipse(0, -12, 14, 13)))
    b.flat(union(rounded(-3, -66, 3, -12, 3), ellipse(0, -12, 9, 8)), b.second)
    for y in range(-90, -24, 10):
        b.line([(3, y), (8, y)], INK, 1.4)


@kind("stethoscope", 22, 30, (86, 96, 128), STEEL)
def _stethoscope(b: Brush) -> None:
    b.ink.stroke(soft_open("-30,-96 -34,-60 0,-44 34,-60 30,-96"), b.main, 5)
    b.ink.stroke(soft_open("0,-44 2,-20 24,-8 30,-22"), b.main, 5)
    for x in (-30, 30):
        b.part(ellipse(x, -97, 5, 4), b.second, "metal", line=0.7)
    b.part(ellipse(30, -26, 13, 13), b.second, "metal")
    b.part(ellipse(30, -26, 6, 6), light(b.main, 0.3), line=0.6)


@kind("syringe", 22, 8, GLASS, (120, 200, 170), STEEL, role="glass", tilt=-20)
def _syringe(b: Brush) -> None:
    b.line([(34, -20), (50, -20)], b.third, 2.4)
    b.part(rounded(-26, -34, 32, -6, 4))
    b.flat(rounded(-4, -31, 30, -9, 3), b.second, 210)
    b.part(rounded(-46, -24, -26, -16, 2), b.third, "metal", line=0.7)
    b.part(rounded(-50, -36, -44, -4, 2), b.third, "metal", line=0.7)


@kind("bandage", 16, 8, (238, 198, 158), PAPER, role="cloth", tilt=-18)
def _bandage(b: Brush) -> None:
    b.part(rounded(-50, -44, 50, -2, 20))
    b.part(rounded(-17, -44, 17, -2, 2), b.second, line=0.6)
    for x in (-8, 0, 8):
        for y in (-32, -14):
            b.flat(ellipse(x, y, 1.8, 1.8), shade(b.main, 0.3))


@kind("hammock", 150, 62, (224, 142, 92), PAPER, WOOD, role="cloth", seat=(0, -16), face=(0, -16, 9))
def _hammock(b: Brush) -> None:
    for x in (-48, 48):
        b.part(pipe(f"{x},0,4.5 {x},-42,3.4", 1), b.third, "wood")
    for x in (-1, 1):
        b.line([(48 * x, -37), (37 * x, -29)], shade(b.third, 0.3), 1.2)
        b.line([(48 * x, -37), (37 * x, -24)], shade(b.third, 0.3), 1.2)
    cloth = soft("-38,-30 -20,-18 0,-14 20,-18 38,-30 36,-22 20,-8 0,-3 -20,-8 -36,-22", 0.5)
    b.part(cloth)
    for x in (-26, -12, 2, 16):
        b.inside(cloth, hard(f"{x},-40 {x + 6},-40 {x + 6},10 {x},10"), b.second, 190)


@kind("sandcastle", 60, 50, (236, 202, 138), RED, face=(0, -22, 8))
def _sandcastle(b: Brush) -> None:
    b.part(soft("-50,0 -40,-10 0,-14 40,-10 50,0", 0.4), shade(b.main, 0.06))
    for x, y, w in ((-28, -44, 13), (28, -44, 13), (0, -60, 16)):
        b.part(hard(f"{x - w},-4 {x - w * 0.84},{y} {x + w * 0.84},{y} {x + w},-4"))
        for i in (-1, 0, 1):
            b.part(rounded(x + i * w * 0.62 - 3, y - 7, x + i * w * 0.62 + 3, y + 2, 1), line=0.7)
    b.part(soft("-7,-2 -7,-15 0,-21 7,-15 7,-2", 0.4), shade(b.main, 0.5), line=0.7)
    b.line([(0, -66), (0, -88)], WOOD, 1.8)
    b.part(hard("0,-88 16,-82 0,-76"), b.second, "cloth", line=0.7)


@kind("stairs", 90, 78, (190, 150, 108), role="wood", face=(20, -20, 9))
def _stairs(b: Brush) -> None:
    for i in range(5):
        x0 = -50 + i * 20
        b.part(rounded(x0, -(i + 1) * 17, 50, -i * 17, 1), light(b.main, 0.05 * i))
        b.part(rounded(x0 - 2, -(i + 1) * 17 - 3, x0 + 20, -(i + 1) * 17 + 2, 1), light(b.main, 0.3), line=0.6)


@kind("drum kit", 96, 70, (196, 64, 70), PAPER, GOLD, face=(0, -22, 9))
def _drum_kit(b: Brush) -> None:
    for x in (-40, 40):
        b.line([(x, 0), (x * 0.95, -60)], IRON, 1.8)
        b.part(ellipse(x * 0.95, -62, 16, 3.4), b.third, "metal", line=0.8)
    for x in (-17, 17):
        b.part(rounded(x - 14, -58, x + 14, -40, 3))
        b.part(ellipse(x, -58, 14, 4), b.second, line=0.8)
    b.part(ellipse(0, -22, 24, 22))
    b.part(ellipse(0, -22, 19, 17), b.second, line=0.8)
    b.part(rounded(-46, -30, -24, -16, 3))
    b.part(ellipse(-35, -30, 11, 3.4), b.second, line=0.8)


@kind("saxophone", 18, 40, GOLD, IRON, role="metal", tilt=14, grip=(0, -50))
def _saxophone(b: Brush) -> None:
    b.part(pipe("-22,-96,4 -4,-98,6 0,-80,9 2,-26,13 10,-8,15 24,-12,17 28,-34,24 32,-48,30", 7))
    b.part(ellipse(32, -50, 15, 5), shade(b.main, 0.4), line=0.8)
    for y in (-72, -60, -48, -36):
        b.part(ellipse(1, y, 4.6, 4.6), light(b.main, 0.4), line=0.7)
    b.part(rounded(-30, -98, -18, -92, 2), b.second, line=0.7)


@kind("headphones", 24, 22, (70, 74, 98), RED, face=(0, -30, 8))
def _headphones(b: Brush) -> None:
    b.ink.stroke(soft_open("-36,-30 -34,-76 0,-94 34,-76 36,-30"), b.main, 9)
    for x in (-38, 38):
        b.part(rounded(x - 12, -46, x + 12, -2, 11))
        b.part(rounded(x - 5, -38, x + 5, -10, 5), b.second, line=0.7)


@kind("game controller", 20, 13, (236, 236, 242), INK, RED, face=(0, -34, 8))
def _controller(b: Brush) -> None:
    b.part(soft("-34,-56 0,-50 34,-56 48,-34 46,-4 34,-4 20,-20 -20,-20 -34,-4 -46,-4 -48,-34", 0.5))
    b.part(rounded(-34, -42, -18, -37, 1), b.second, line=0.5)
    b.part(rounded(-28.5, -48, -23.5, -31, 1), b.second, line=0.5)
    for x, y, c in ((28, -46, b.third), (20, -38, GOLD), (36, -38, BLUE), (28, -30, LEAF)):
        b.part(ellipse(x, y, 4, 4), c, line=0.6)


@kind("rubber duck", 12, 12, (250, 208, 70), (240, 140, 60), face=(20, -70, 7))
def _toy_duck(b: Brush) -> None:
    b.part(soft("-44,-34 -34,-44 -10,-40 16,-42 36,-26 30,-4 -20,-2 -40,-14", 0.5))
    b.part(ellipse(20, -66, 26, 25))
    b.part(soft("42,-66 60,-62 56,-54 42,-54", 0.4), b.second, line=0.8)
    b.part(leaf(8, -22, -34, 22, 10), shade(b.main, 0.1), line=0.7)
    b.flat(ellipse(26, -72, 4, 5), INK)


@kind("tap", 20, 18, STEEL, BLUE, role="metal")
def _tap(b: Brush) -> None:
    b.part(pipe("-30,0,16 -30,-50,14 -10,-70,14 24,-66,14 30,-44,12", 5))
    b.part(rounded(-46, -82, -14, -72, 5), light(b.main, 0.2))
    b.flat(drop(30, -18 + 10 * b.turn, 7), b.second, 230)


@kind("paper plane", 24, 12, PAPER, (196, 206, 226), tilt=-12)
def _paper_plane(b: Brush) -> None:
    b.part(poly([(50, -30), (-50, -48), (-24, -24)]))
    b.part(poly([(50, -30), (-24, -24), (-34, 0)]), b.second)
    b.part(poly([(50, -30), (-24, -24), (-16, -8)]), shade(b.main, 0.2), line=0.7)


@kind("clothesline", 150, 76, WOOD, RED, BLUE, role="wood")
def _clothesline(b: Brush) -> None:
    sway = 1.5 * b.wave()
    for x in (-48, 48):
        b.part(pipe(f"{x},0,2.4 {x},-49,2", 1))
        b.line([(x - 5, -46), (x + 5, -46)], shade(b.main, 0.2), 1.6)
    b.ink.stroke(soft_open("-48,-46 0,-42 48,-46"), INK, 0.8)
    b.part(hard(f"-40,-44 -24,-43 {-24 + sway},-18 {-40 + sway},-18"), PAPER, "cloth", line=0.8)
    b.part(
        hard(f"-16,-42 -10,-43 -4,-43 2,-42 8,-34 3,-31 {2 + sway},-20 {-15 + sway},-20 -17,-31 -22,-34"),
        b.second,
        "cloth",
        line=0.8,
    )
    b.part(
        hard(f"14,-42 28,-43 {29 + sway},-16 {22 + sway},-16 21,-32 {19 + sway},-16 {12 + sway},-16"),
        b.third,
        "cloth",
        line=0.8,
    )
    b.part(turned(rounded(36, -44, 41, -28, 2), 0), GOLD, "cloth", line=0.8)
