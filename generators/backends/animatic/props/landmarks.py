"""Owns landmarks and things of play and work that stories ask for now and then. Does not know: places."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import (
    BLUE,
    FLAME,
    GOLD,
    INK,
    IRON,
    PAPER,
    RED,
    STEEL,
    STONE,
    WOOD,
    Brush,
    Shelf,
)
from generators.backends.animatic.kit import ellipse, minus, rounded, turned, union
from generators.backends.animatic.shapes import hard, heart, pipe, soft, soft_open, star
from generators.backends.animatic.vehicles.wheels import spoked

SHELF = Shelf()
kind = SHELF.kind
SNOW = (246, 248, 252)


@kind("mountain", 420, 300, (128, 136, 166), SNOW, role="stone", face=(0, -34, 9))
def _mountain(b: Brush) -> None:
    b.part(hard("-50,0 -30,-30 -22,-26 -14,-44 6,-18 8,0"), shade(b.main, 0.12))
    body = hard("-34,0 -16,-36 -8,-44 4,-70 14,-54 22,-44 34,-20 50,0")
    b.part(body)
    b.inside(body, hard("4,-72 8,-40 2,-24 14,0 60,0 34,-24 22,-48"), shade(b.main, 0.22), 170)
    b.inside(body, hard("4,-72 -9,-46 -5,-42 -1,-47 3,-41 8,-47 13,-43 19,-47 14,-58"), b.second)


@kind("volcano", 300, 220, (120, 92, 96), FLAME, (246, 196, 76), role="stone", light=(0, -66), face=(0, -26, 9))
def _volcano(b: Brush) -> None:
    if not b.has("sleeping", "extinct", "quiet"):
        for i in range(4):
            age = (i + b.turn) / 4
            x = 5 * math.sin(i * 2.1) * age
            b.flat(ellipse(x, -56 - 20 * age, 6 + 8 * age, 5 + 6 * age), (150, 140, 156), 190 * (1 - age))
        b.glow(0, -54, 30, FLAME, 150)
    cone = soft("-50,0 -26,-26 -13,-54 -6,-50 0,-53 7,-50 13,-54 26,-26 50,0", 0.2)
    b.part(cone)
    b.inside(cone, soft("-14,-60 14,-60 12,-42 16,-22 9,-28 6,-12 1,-30 -4,-18 -8,-38 -13,-32 -12,-46", 0.4), b.second)
    b.inside(cone, soft("-8,-60 8,-60 6,-44 3,-32 0,-44 -5,-36", 0.4), b.third)


@kind("pyramid", 360, 220, (226, 188, 112), role="stone", face=(-8, -26, 9))
def _pyramid(b: Brush) -> None:
    b.part(hard("-50,0 6,-60 50,0"))
    b.flat(hard("6,-60 20,0 50,0"), shade(b.main, 0.25), 200)
    for y in (-12, -24, -36, -48):
        b.line([(6 - 56 * (60 + y) / 60 - 0, y), (6 + 14 * (60 + y) / 60, y)], shade(b.main, 0.22), 0.9, 170)
    b.part(hard("-14,0 -14,-9 -6,-9 -6,0"), shade(b.main, 0.5), line=0.7)


@kind("igloo", 150, 84, SNOW, (176, 204, 228), role="stone", face=(-10, -38, 9))
def _igloo(b: Brush) -> None:
    dome = soft("-50,0 -46,-28 -28,-50 -4,-56 20,-48 36,-26 40,0", 0.4)
    b.part(dome)
    for y in (-14, -28, -42):
        b.inside(dome, pipe(f"-60,{y},1 -4,{y - 3},1 50,{y},1"), b.second)
    for x, y in ((-34, -7), (-12, -7), (-24, -21), (-2, -21), (-14, -35), (8, -35), (18, -14), (-4, -49)):
        b.inside(dome, rounded(x, y - 7, x + 1, y + 7, 0), b.second)
    b.part(soft("12,0 12,-20 28,-30 46,-22 48,0", 0.4))
    b.part(soft("22,0 22,-14 31,-20 41,-14 41,0", 0.4), (84, 104, 140), line=0.8)


@kind("iceberg", 240, 150, (206, 230, 246), BLUE, role="glass", face=(0, -28, 9))
def _iceberg(b: Brush) -> None:
    b.part(hard("-50,0 -38,-30 -22,-36 -8,-60 8,-46 22,-50 36,-24 50,0"), None, "glass")
    b.flat(hard("-8,-60 -2,-28 14,0 50,0 36,-24 22,-50 8,-46"), b.second, 70)
    b.line([(-8, -58), (-4, -32), (-20, -14)], (255, 255, 255), 1.6, 180)


@kind("tombstone", 34, 46, STONE, (112, 158, 96), role="stone", face=(0, -50, 12))
def _tombstone(b: Brush) -> None:
    b.part(soft("-34,-4 -34,-66 -26,-88 0,-98 26,-88 34,-66 34,-4", 0.3))
    b.part(rounded(-42, -10, 42, 0, 3))
    b.line([(0, -78), (0, -40)], shade(b.main, 0.4), 4)
    b.line([(-12, -66), (12, -66)], shade(b.main, 0.4), 4)
    for x in (-38, -30, 32, 38):
        b.line([(x, 0), (x + 2, -12)], b.second, 2.4)


@kind("ferris wheel", 260, 290, RED, (120, 130, 170), GOLD, face=(0, -56, 8))
def _ferris(b: Brush) -> None:
    for s in (-1, 1):
        b.line([(0, -56), (24 * s, 0)], b.second, 2.6)
    b.part(rounded(-30, -3, 30, 0, 1), b.second, "metal")
    b.ink.stroke(ellipse(0, -56, 38, 38), b.second, 2.4)
    b.ink.stroke(ellipse(0, -56, 30, 30), b.second, 1.2)
    for i in range(8):
        a = 2 * math.pi * (i + b.turn) / 8
        x, y = 38 * math.cos(a), -56 + 38 * math.sin(a)
        b.line([(0, -56), (x, y)], b.second, 1.2)
        cabin = soft(f"{x - 6},{y} {x + 6},{y} {x + 5},{y + 7} {x},{y + 9} {x - 5},{y + 7}", 0.3)
        b.part(cabin, (b.main, b.third, BLUE, (92, 156, 84))[i % 4], line=0.8)
        b.part(soft(f"{x - 6.5},{y - 2} {x},{y - 7} {x + 6.5},{y - 2}", 0.3), PAPER, line=0.7)
    b.part(star(0, -56, 7), b.third)


@kind("wheel", 30, 30, WOOD, (112, 76, 52), role="wood", round=True, face=(0, -50, 10))
def _wheel(b: Brush) -> None:
    spoked(b, 0, -49, 49, b.main, 8, 0.18)
    b.part(ellipse(0, -49, 9, 9), b.second, "metal")


@kind("cannon", 80, 44, (74, 72, 88), WOOD, GOLD, role="metal")
def _cannon(b: Brush) -> None:
    b.part(hard("-44,-8 -10,-30 6,-14 -30,0 -46,0"), b.second, "wood")
    barrel = turned(
        union(rounded(-40, -44, 46, -24, 5), rounded(40, -47, 50, -21, 3), ellipse(-42, -34, 5, 5)), -10, (0, -34)
    )
    b.part(barrel, None, "metal")
    b.inside(barrel, turned(rounded(-20, -50, -14, -18, 0), -10, (0, -34)), b.third)
    spoked(b, -6, -18, 18, b.second, 8, 0.2)


@kind("rocking horse", 44, 48, (196, 132, 78), RED, (96, 62, 50), role="wood", seat=(-4, -58))
def _rocking_horse(b: Brush) -> None:
    b.ink.canvas.rotate(5 * b.wave(), 0, -10)
    b.part(pipe("-42,-12,6 -20,-3,6 20,-3,6 44,-14,6"), b.second)
    for line in ("-20,-40,9 -24,-22,7 -26,-7,7", "16,-40,9 20,-22,7 24,-7,7"):
        b.part(pipe(line))
    b.part(pipe("-28,-54,9 -40,-48,8 -44,-32,4"), b.third, "hair")
    body = union(
        pipe("-24,-50,22 -2,-46,20 18,-50,22"),
        pipe("16,-52,20 24,-70,15 28,-84,13"),
        pipe("26,-86,15 38,-80,12 44,-74,11"),
    )
    b.part(union(body, hard("22,-92 27,-100 31,-91")))
    b.part(pipe("22,-90,7 16,-76,8 10,-62,6"), b.third, "hair")
    b.part(soft("-14,-58 0,-60 10,-56 8,-44 -10,-44", 0.3), b.second, "cloth")
    b.flat(ellipse(32, -85, 2, 2.4), INK)


@kind("basketball", 14, 14, (226, 126, 56), INK, face=(0, -48, 18), round=True)
def _basketball(b: Brush) -> None:
    body = ellipse(0, -50, 49, 49)
    b.part(body)
    for line in ("0,-99 -4,-50 0,-1", "-49,-50 0,-46 49,-50", "-34,-86 -14,-50 -34,-14", "34,-86 18,-50 34,-14"):
        b.ink.stroke(soft_open(line), b.second, 3)


@kind("surfboard", 24, 78, (92, 190, 200), PAPER, RED, tilt=10, face=(0, -60, 8))
def _surfboard(b: Brush) -> None:
    body = soft("0,-100 10,-84 14,-52 11,-14 0,0 -11,-14 -14,-52 -10,-84", 0.45)
    b.part(body)
    b.inside(body, rounded(-2, -110, 2, 10, 0), b.second)
    b.inside(body, hard("-20,-40 20,-54 20,-44 -20,-30"), b.third)


@kind("stool", 26, 32, WOOD, role="wood", seat=(0, -94))
def _stool(b: Brush) -> None:
    for line in ("-24,-88,8 -34,-2,8", "24,-88,8 34,-2,8", "0,-88,8 0,-2,8"):
        b.part(pipe(line))
    b.part(pipe("-30,-36,5 0,-34,5 30,-36,5"))
    b.part(soft("-40,-92 -36,-98 36,-98 40,-92 36,-84 -36,-84", 0.3))


@kind("washing machine", 44, 52, (236, 238, 244), (120, 176, 216), STEEL, role="metal", face=(0, -46, 0.2))
def _washer(b: Brush) -> None:
    b.part(rounded(-42, -98, 42, 0, 4), None, "metal")
    b.line([(-40, -80), (40, -80)], shade(b.main, 0.3), 1.6)
    b.part(ellipse(28, -89, 5, 5), RED, line=0.7)
    b.part(rounded(-34, -94, -8, -84, 2), b.third, "metal", line=0.7)
    b.part(ellipse(0, -40, 31, 31), b.third, "metal")
    glass = ellipse(0, -40, 24, 24)
    b.part(glass, b.second, "glass", line=0.7)
    for i, colour in enumerate((RED, GOLD, PAPER)):
        a = 2 * math.pi * (b.turn + i / 3)
        b.inside(glass, ellipse(11 * math.cos(a), -36 + 11 * math.sin(a), 8, 6, 40 * i), colour, 220)
    b.shine([(-15, -46), (-8, -55)], 3)


@kind("cupcake", 10, 12, (240, 156, 186), (176, 116, 72), RED, face=(0, -18, 12))
def _cupcake(b: Brush) -> None:
    cup = hard("-34,-42 34,-42 25,0 -25,0")
    b.part(cup, b.second)
    for x in (-22, -11, 0, 11, 22):
        b.inside(cup, pipe(f"{x * 1.2},-44,2 {x * 0.85},2,2"), shade(b.second, 0.25))
    for y, half in ((-46, 44), (-62, 33), (-76, 21)):
        b.part(soft(f"{-half},{y} {-half * 0.8},{y - 14} 0,{y - 19} {half * 0.8},{y - 14} {half},{y} 0,{y + 7}", 0.5))
    b.part(ellipse(0, -95, 7, 7), b.third, line=0.8)


@kind("chocolate", 9, 14, (122, 76, 52), RED, GOLD, face=(0, -22, 10))
def _chocolate(b: Brush) -> None:
    b.part(rounded(-30, -98, 30, -20, 3))
    for y in (-94, -74):
        for x in (-26, 2):
            b.part(rounded(x, y, x + 24, y + 17, 2), light(b.main, 0.1), line=0.6)
    b.part(hard("-34,-56 -22,-50 -10,-57 2,-50 14,-57 26,-50 34,-56 34,0 -34,0"), b.second)
    b.flat(heart(0, -24, 10), b.third)


@kind("piggy bank", 16, 13, (240, 160, 176), (206, 110, 134), GOLD)
def _piggy(b: Brush) -> None:
    b.part(ellipse(4, -76, 8, 8), b.third, "metal")
    for x in (-22, 18):
        b.part(rounded(x, -16, x + 11, 0, 3))
    b.part(soft("-46,-36 -36,-62 -4,-72 26,-64 38,-52 48,-44 48,-28 36,-20 20,-10 -24,-10 -40,-20", 0.45))
    b.part(hard("18,-62 30,-76 34,-58"), line=0.8)
    b.part(ellipse(46, -36, 6, 8), b.second, line=0.8)
    b.flat(ellipse(32, -46, 3, 3.6), INK)
    b.line([(-4, -66), (12, -66)], INK, 3)
    b.ink.stroke(soft_open("-45,-40 -51,-46 -47,-50 -52,-54"), b.second, 3)


@kind("bomb", 12, 14, (66, 62, 80), WOOD, FLAME, face=(0, -38, 16), round=False)
def _bomb(b: Brush) -> None:
    b.part(ellipse(0, -38, 38, 38), None, "metal")
    b.part(turned(rounded(-10, -84, 10, -70, 3), 24, (0, -38)), IRON, "metal")
    b.ink.stroke(soft_open("20,-78 26,-90 38,-88 42,-94"), b.second, 4)
    if b.lit:
        b.part(star(42, -96, 11 + 2 * b.wave(3), 7, 0.5), b.third, line=0.7)
    b.shine([(-22, -46), (-14, -58)], 5)


@kind("xylophone", 22, 12, RED, BLUE, GOLD)
def _xylophone(b: Brush) -> None:
    for y in (-30, -12):
        b.part(rounded(-50, y, 50, y + 5, 2), WOOD, "wood", line=0.8)
    colours = (RED, (236, 146, 60), GOLD, (92, 156, 84), BLUE, (126, 96, 190), (226, 128, 160))
    for i, colour in enumerate(colours):
        x, half = -46 + i * 13.6, 24 - i * 1.8
        b.part(rounded(x, -18 - half, x + 11, -18 + half, 3), colour, line=0.8)
    b.part(pipe("6,-20,3 40,-48,3"), WOOD, "wood", line=0.7)
    b.part(ellipse(5, -19, 5, 5), PAPER, line=0.7)


@kind("wreath", 18, 18, (70, 132, 84), RED, GOLD, role="leaf")
def _wreath(b: Brush) -> None:
    leaves = [
        ellipse(38 * math.cos(a), -52 + 38 * math.sin(a), 13, 11) for a in (2 * math.pi * i / 12 for i in range(12))
    ]
    b.part(minus(union(leaves[0], *leaves[1:]), ellipse(0, -52, 25, 25)))
    for i in range(6):
        a = 2 * math.pi * i / 6 + 0.4
        b.part(ellipse(38 * math.cos(a), -52 + 38 * math.sin(a), 4, 4), b.third, line=0.6)
    b.part(union(hard("0,-12 -22,-24 -22,-2"), hard("0,-12 22,-24 22,-2")), b.second, "cloth")
