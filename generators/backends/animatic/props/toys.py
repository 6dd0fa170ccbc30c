"""Owns toys, games and musical instruments. Balls turn when they roll. Does not know: who plays."""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import BLUE, GOLD, INK, PAPER, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, moved, poly, rounded, tube, union
from generators.backends.animatic.shapes import even, hard, heart, mirror, ngon, pipe, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind
SUN = (243, 200, 74)


@kind("ball", 15, 15, RED, PAPER, BLUE, face=(0, -44, 20), round=True)
def _ball(b: Brush) -> None:
    body = ellipse(0, -50, 49, 49)
    b.part(body)
    if b.has("tinted", "plain"):
        b.inside(body, soft("-60,-58 0,-72 60,-58 60,-38 0,-52 -60,-38"), b.second, 225)
        b.shine([(-34, -72), (-24, -83)], 5)
        return
    colours = (b.second, b.third, b.second, SUN, b.second)
    for i, colour in enumerate(colours):
        wedge = skia.Path()
        wedge.moveTo(-8, -56)
        a0, a1 = math.radians(i * 72 - 20), math.radians(i * 72 + (36 if colour == b.second else 50))
        for a in (a0, (a0 + a1) / 2, a1):
            wedge.lineTo(-8 + 90 * math.cos(a), -56 + 90 * math.sin(a))
        wedge.close()
        b.inside(body, wedge, colour, 235)
    b.part(ellipse(-8, -56, 7, 7), b.second, line=0.6)
    b.ink.stroke(body, shade(b.main, 0.55), None)
    b.shine([(-34, -66), (-26, -78)], 5)


@kind("football", 15, 15, (244, 242, 240), INK, face=(0, -44, 18), round=True)
def _football(b: Brush) -> None:
    body = ellipse(0, -50, 49, 49)
    b.part(body)
    b.inside(body, ngon(0, -50, 17, 5), b.second)
    for i in range(5):
        a = math.radians(-90 + 72 * i)
        x, y = math.cos(a), math.sin(a)
        b.inside(body, ngon(46 * x, -50 + 46 * y, 17, 5, 90 + 72 * i), b.second)
        b.line([(17 * x, -50 + 17 * y), (32 * x, -50 + 32 * y)], b.second, 2)


@kind("balloon", 18, 44, RED, INK, face=(0, -76, 11), grip=(0, -2))
def _balloon(b: Brush) -> None:
    sway = 2.5 * b.wave()
    b.line([(sway, -52), (-4 + sway, -36), (4, -18), (0, 0)], b.second, 1.7)
    shape = even("0,-100 14,-96 20,-80 14,-63 3,-55", 0.5)
    b.ink.canvas.save()
    b.ink.canvas.translate(sway, 0)
    b.part(hard("-3,-51 3,-51 0,-56"), line=0.7)
    b.part(shape)
    b.shine([(-11, -80), (-8, -90)], 3)
    b.ink.canvas.restore()


@kind("kite", 30, 52, RED, SUN, BLUE, role="cloth", tilt=16, face=(0, -72, 9), grip=(-4, -2))
def _kite(b: Brush) -> None:
    sway = 4 * b.wave()
    b.line([(0, -42), (-6 + sway, -30), (6 - sway, -18), (-4 + sway, -2)], INK, 1)
    for x, y in ((-5 + sway, -28), (4 - sway, -16)):
        b.part(moved(union(hard("0,0 -6,-3 -6,3"), hard("0,0 6,-3 6,3")), x, y), b.third)
    second, third = (light(b.main, 0.35), shade(b.main, 0.2)) if b.has("tinted") else (b.second, b.third)
    for shape, colour in (
        ("0,-100 0,-78 -26,-74", b.main), ("0,-100 26,-74 0,-78", second), ("0,-78 26,-74 0,-42", third),
        ("0,-78 0,-42 -26,-74", second),
    ):  # fmt: skip
        b.part(hard(shape), colour, line=0.8)


@kind("doll", 16, 30, (222, 118, 150), (196, 124, 62), (248, 214, 184), grip=(0, -40))
def _doll(b: Brush) -> None:
    b.part(ellipse(0, -78, 23, 22), b.second, "hair")
    for x in (-9, 9):
        b.part(rounded(x - 4, -24, x + 4, 0, 4), b.third, "skin")
        b.part(ellipse(x + 1, -3, 6, 4), RED)
    b.part(pipe("-12,-50,8 -22,-38,7 -26,-28,7"), b.third, "skin")
    b.part(pipe("12,-50,8 22,-38,7 26,-28,7"), b.third, "skin")
    b.part(even("8,-58 12,-44 26,-16", 0.3), None, "cloth")
    b.part(ellipse(0, -74, 17, 17), b.third, "skin")
    b.part(soft("-18,-74 -16,-90 0,-96 16,-90 18,-74 10,-84 0,-87 -8,-84"), b.second, "hair")
    for x in (-6, 6):
        b.flat(ellipse(x, -72, 2, 2.6), INK)
    b.line([(-4, -65), (0, -63), (4, -65)], (190, 70, 80), 1.6)


@kind("teddy", 20, 26, (186, 124, 74), (232, 196, 148), RED, role="fur", grip=(0, -46))
def _teddy(b: Brush) -> None:
    for x in (-20, 20):
        b.part(ellipse(x, -92, 9, 9))
        b.flat(ellipse(x, -91, 5, 5), b.second)
        b.part(ellipse(x * 1.1, -10, 13, 10))
        b.flat(ellipse(x * 1.15, -9, 7, 6), b.second)
        b.part(pipe(f"{x * 0.9},-50,13 {x * 1.7},-36,13"))
    b.part(ellipse(0, -32, 25, 25))
    b.flat(ellipse(0, -29, 15, 16), b.second)
    b.part(ellipse(0, -74, 27, 22))
    b.part(ellipse(0, -68, 12, 9), b.second, line=0.6)
    b.flat(ellipse(0, -72, 4.5, 3.4), INK)
    for x in (-10, 10):
        b.flat(ellipse(x, -79, 2.8, 3.2), INK)
    bow = hard("0,-52 14,-59 14,-45")
    b.part(bow, b.third, "cloth", line=0.8)
    b.part(mirror(bow), b.third, "cloth", line=0.8)


@kind("toy car", 18, 11, BLUE, SUN, face=(0, -18, 10))
def _toy_car(b: Brush) -> None:
    b.part(soft("-48,-14 -48,-30 -26,-36 -16,-56 18,-56 28,-36 46,-32 50,-14", 0.3))
    b.part(soft("-20,-36 -13,-50 -2,-50 -2,-36", 0.2), (206, 232, 244), "glass", line=0.8)
    b.part(soft("3,-36 3,-50 15,-50 22,-36", 0.2), (206, 232, 244), "glass", line=0.8)
    for x in (-26, 26):
        b.part(ellipse(x, -13, 13, 13), INK)
        b.part(ellipse(x, -13, 6, 6), b.second, line=0.6)
        a = 2 * math.pi * b.turn
        b.flat(ellipse(x + 3.5 * math.cos(a), -13 + 3.5 * math.sin(a), 1.6, 1.6), INK)


@kind("block", 14, 14, RED, SUN, BLUE, face=(0, -30, 18))
def _block(b: Brush) -> None:
    for x, y, colour, letter in ((-25, 0, b.main, "A"), (25, 0, b.third, "B"), (0, -48, b.second, "C")):
        box = rounded(x - 24, y - 48, x + 24, y, 5)
        b.part(box, colour)
        b.flat(rounded(x - 17, y - 41, x + 17, y - 7, 3), light(colour, 0.5))
        marks = {"A": star(x, y - 24, 12), "B": heart(x, y - 24, 10), "C": ellipse(x, y - 24, 9, 9)}
        b.flat(marks[letter], shade(colour, 0.15))


@kind("puzzle", 13, 13, BLUE)
def _puzzle(b: Brush) -> None:
    body = union(rounded(-38, -76, 38, 0, 4), ellipse(0, -86, 13, 13), ellipse(46, -36, 13, 13))
    b.part(minus(minus(body, ellipse(-32, -38, 12, 12)), ellipse(0, -2, 12, 12)))


@kind("dice", 8, 8, PAPER, INK, round=True)
def _dice(b: Brush) -> None:
    b.part(hard("-46,-72 0,-98 46,-72 0,-46"))
    b.part(hard("-46,-72 0,-46 0,0 -46,-26"), shade(b.main, 0.08))
    b.part(hard("46,-72 0,-46 0,0 46,-26"), shade(b.main, 0.18))
    for x, y in ((0, -72), (-34, -52), (-12, -20), (-23, -36), (12, -38), (34, -34), (12, -18), (34, -54)):
        b.flat(ellipse(x, y, 5, 5), b.second)


@kind("chess piece", 8, 15, PAPER, INK)
def _chess(b: Brush) -> None:
    b.part(even("14,-20 26,-6 26,0", 0.2))
    b.part(soft("-18,-18 -12,-46 -24,-44 -30,-58 -12,-84 2,-98 8,-86 22,-66 22,-18", 0.4))
    b.flat(ellipse(-6, -74, 3, 3), b.second)


@kind("drum", 28, 24, RED, GOLD, PAPER, face=(0, -32, 16), grip=(0, -40))
def _drum(b: Brush) -> None:
    lift = 6 * max(0.0, b.wave(2)) if b.pose.action == "play" else 0.0
    body = soft("-42,-56 -42,-8 0,0 42,-8 42,-56", 0.15)
    b.part(body)
    for i in range(6):
        x = -42 + i * 14
        b.inside(body, pipe(f"{x},-54,2.4 {x + 7},-8,2.4 {x + 14},-54,2.4"), b.second)
    b.part(ellipse(0, -56, 44, 12), b.second, "metal")
    b.part(ellipse(0, -58, 40, 9), b.third, line=0.6)
    for s in (-1, 1):
        y = -60 - (lift if s > 0 else 6 - lift)
        b.part(tube([(10 * s, y, 4), (40 * s, y - 26, 4)]), WOOD, "wood", line=0.7)
        b.part(ellipse(10 * s, y, 5, 4), WOOD, "wood", line=0.7)


@kind("guitar", 15, 40, (206, 128, 62), (110, 66, 44), (246, 226, 180), role="wood", tilt=32, grip=(0, -30))
def _guitar(b: Brush) -> None:
    b.part(rounded(-3, -90, 3, -36, 1), b.second)
    b.part(even("4,-100 6,-88 3,-85", 0.2), b.second)
    for y in (-96, -91):
        b.flat(ellipse(-7, y, 2, 1.4), STEEL)
        b.flat(ellipse(7, y, 2, 1.4), STEEL)
    b.part(even("0,-50 10,-48 12,-40 9,-33 17,-22 15,-6 0,0", 0.5))
    b.flat(ellipse(0, -30, 6, 6), shade(b.second, 0.3))
    b.ink.stroke(ellipse(0, -30, 7.4, 7.4), b.third, 1)
    b.part(rounded(-7, -15, 7, -12, 1), b.second, line=0.6)
    for x in (-1.4, 1.4):
        b.line([(x, -90), (x, -14)], b.third, 0.7)


@kind("violin", 11, 34, (186, 96, 52), INK, (240, 214, 160), role="wood", tilt=30, grip=(0, -70))
def _violin(b: Brush) -> None:
    b.part(even("0,-56 11,-52 13,-42 7,-34 8,-28 16,-18 13,-4 0,0", 0.5))
    b.part(rounded(-2.6, -92, 2.6, -26, 1), b.second)
    b.part(ellipse(0, -95, 4, 5))
    b.ink.stroke(soft_open("-8,-38 -6,-32 -8,-24"), b.second, 1.4)
    b.ink.stroke(soft_open("8,-38 6,-32 8,-24"), b.second, 1.4)
    b.part(even("3,-14 2,-4", 0), b.second, line=0.5)
    for x in (-1, 1):
        b.line([(x, -90), (x, -12)], b.third, 0.6)
    slide = 10 * b.wave() if b.pose.action == "play" else 0.0
    b.part(tube([(-26, -2 + slide, 1.6), (26, -48 + slide, 1.6)]), WOOD, "wood", line=0.6)


@kind("piano", 80, 62, (74, 58, 66), PAPER, GOLD, role="wood", face=(0, -60, 14))
def _piano(b: Brush) -> None:
    for x in (-42, 36):
        b.part(rounded(x, -32, x + 6, 0, 2))
    b.part(rounded(-46, -77, 46, -8, 3))
    b.part(rounded(-48, -79, 48, -72, 2))
    b.part(rounded(-22, -66, 22, -46, 2), light(b.main, 0.12))
    b.part(hard("-46,-40 46,-40 48,-30 -48,-30"))
    b.part(rounded(-42, -42, 42, -34, 1), b.second, line=0.7)
    for i in range(1, 17):
        key = -42 + i * 84 / 17
        b.line([(key, -41), (key, -35)], INK, 0.6)
        if i % 7 not in (3, 0):
            b.flat(rounded(key - 1.4, -42, key + 1.4, -37.5, 0.4), INK)
    for x in (-6, 4):
        b.flat(ellipse(x, -4, 3, 1.6), b.third)


@kind("trumpet", 24, 10, GOLD, role="metal", grip=(-4, -20))
def _trumpet(b: Brush) -> None:
    b.part(minus(rounded(-26, -26, 18, -4, 10), rounded(-19, -20, 11, -10, 5)), None, "metal")
    for x in (-14, -4, 6):
        b.part(rounded(x - 3, -36, x + 3, -6, 2), None, "metal", line=0.7)
    b.part(soft("-48,-27 0,-27 26,-28 40,-34 49,-44 49,-2 40,-14 26,-20 0,-21 -48,-22", 0.3), None, "metal")
    b.part(ellipse(49, -23, 4, 21), b.second, "metal", line=0.7)


@kind("flute", 26, 5, (176, 182, 200), role="metal", tilt=-18)
def _flute(b: Brush) -> None:
    b.part(rounded(-50, -13, 50, -5, 4), None, "metal")
    for x in (-30, 0, 10, 20, 30, 40):
        b.flat(ellipse(x, -10, 2.4, 2), INK)
    b.part(rounded(-36, -15, -24, -3, 2), None, "metal", line=0.7)


@kind("bell", 12, 13, GOLD, INK, role="metal", face=(0, -40, 14), grip=(0, -94))
def _bell(b: Brush) -> None:
    swing = 9 * b.wave(2)
    b.ink.canvas.save()
    b.ink.canvas.rotate(swing, 0, -96)
    b.part(ellipse(swing * 0.6, -8, 8, 8), b.second)
    b.part(minus(ellipse(0, -90, 9, 9), ellipse(0, -90, 4, 4)), None, "metal")
    b.part(even("0,-86 18,-80 27,-52 30,-26 44,-14 0,-8", 0.4), None, "metal")
    b.shine([(-16, -64), (-21, -34)], 4)
    b.ink.canvas.restore()


@kind("accordion", 30, 20, RED, PAPER, GOLD, face=(0, -34, 12))
def _accordion(b: Brush) -> None:
    squeeze = 1 + 0.12 * b.wave()
    for i in range(8):
        x = (-22 + i * 5.6) * squeeze
        b.part(rounded(x, -60, x + 6, -4, 2), b.second, line=0.8)
    for x in (-48 * squeeze, 24 * squeeze):
        b.part(rounded(x, -66, x + 24, 0, 5))
    for y in range(-56, -6, 9):
        b.flat(ellipse(30 * squeeze + 6, y, 2.6, 2.6), b.third)
        b.flat(rounded(-42 * squeeze, y, -42 * squeeze + 9, y + 5, 1), b.second)


@kind("harp", 26, 52, GOLD, (176, 150, 110), role="metal", grip=(14, -50))
def _harp(b: Brush) -> None:
    for i in range(7):
        x = -14 + i * 4.4
        b.line([(x, -84 + i * 1.5), (x + 1, -14 - i * 9)], b.second, 1.2)
    b.part(pipe("-18,-96,6 -19,-50,5 -18,-6,7"), None, "metal")
    b.part(pipe("-18,-94,7 -4,-82,6 10,-92,6 22,-82,7"), None, "metal")
    b.part(pipe("22,-82,5 8,-40,7 -16,-6,9"), None, "metal")
    b.part(even("22,-6 24,0", 0), None, "metal")


@kind("microphone", 6, 17, (70, 66, 80), STEEL, role="metal", tilt=24)
def _microphone(b: Brush) -> None:
    b.part(even("9,-66 5,0", 0))
    b.part(ellipse(0, -82, 16, 18), b.second, "metal")
    for y in (-90, -82, -74):
        b.ink.stroke(soft_open(f"-14,{y} 0,{y + 3} 14,{y}"), INK, 1.2, 130)
    b.part(rounded(-13, -70, 13, -62, 3), GOLD, "metal", line=0.7)


@kind("swing", 60, 90, WOOD, RED, role="wood", seat=(0, -22))
def _swing(b: Brush) -> None:
    sway = 8 * b.wave() if b.pose.action == "play" else 0.0
    for s in (-1, 1):
        b.part(tube([(34 * s, -96, 4), (48 * s, -2, 5)]))
    b.part(rounded(-38, -100, 38, -94, 3))
    for x in (-12, 12):
        b.line([(x, -94), (x + sway, -22)], (214, 196, 160), 1.8)
    b.part(rounded(-15 + sway, -24, 15 + sway, -19, 2), b.second)


@kind("slide", 110, 84, RED, BLUE, SUN, seat=(-28, -64))
def _slide(b: Brush) -> None:
    for x in (-46, -30):
        b.part(rounded(x, -62, x + 4, 0, 1), b.second)
    for y in (-50, -38, -26, -14):
        b.part(rounded(-45, y, -27, y + 3, 1), b.third, line=0.7)
    b.part(poly([(-30, -62), (-14, -58), (22, -14), (48, -6), (50, 0), (16, -4), (-22, -50), (-30, -52)]))
    b.line([(-22, -57), (20, -11), (46, -4)], light(b.main, 0.4), 2.4)
    b.ink.stroke(soft_open("-46,-62 -44,-74 -32,-74 -28,-62"), b.second, 3)


@kind("seesaw", 90, 34, BLUE, RED, SUN)
def _seesaw(b: Brush) -> None:
    b.part(hard("-12,0 12,0 0,-22"), b.second)
    b.ink.canvas.save()
    b.ink.canvas.rotate(-9 + 9 * b.wave(), 0, -20)
    b.part(rounded(-50, -24, 50, -18, 3))
    for x in (-40, 34):
        b.part(rounded(x, -34, x + 5, -22, 2), b.third)
    b.ink.canvas.restore()


@kind("skipping rope", 18, 16, RED, BLUE)
def _skipping_rope(b: Brush) -> None:
    b.ink.stroke(soft_open("-34,-70 -44,-30 -14,-6 6,-36 30,-20 34,-70"), b.main, 4)
    for x in (-34, 34):
        b.part(rounded(x - 5, -96, x + 5, -64, 4), b.second)
