"""Owns what grows, lies and stands in wild country and in space. Does not know: places."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import (
    FLAME,
    GLASS,
    GOLD,
    INK,
    LEAF,
    PAPER,
    RED,
    STEEL,
    WOOD,
    Brush,
    Shelf,
)  # fmt: skip
from generators.backends.animatic.kit import ellipse, minus, rounded, scallop, turned, union
from generators.backends.animatic.shapes import hard, leaf, pipe, soft, star

SHELF = Shelf()
kind = SHELF.kind
HAY = (230, 190, 98)


@kind("treehouse", 190, 230, (186, 132, 84), LEAF, RED, role="wood", face=(4, -60, 6))
def _treehouse(b: Brush) -> None:
    b.part(soft("-10,0 -5,-14 -6,-44 6,-44 7,-14 14,0", 0.3), (122, 86, 64))
    b.part(scallop(-24, -72, 24, 20, 10), b.second, "leaf")
    b.part(scallop(26, -76, 24, 22, 10), b.second, "leaf")
    b.part(scallop(0, -88, 28, 18, 11), light(b.second, 0.1), "leaf")
    b.part(rounded(-26, -46, 30, -41, 2), shade(b.main, 0.2))
    b.part(rounded(-20, -72, 26, -45, 1))
    b.part(hard("-26,-71 3,-90 32,-71"), b.third)
    b.part(rounded(-14, -64, -2, -45, 3), shade(b.main, 0.5), line=0.7)
    b.part(rounded(6, -64, 19, -53, 2), GLASS, "glass", line=0.8)
    for x in (-24, -16):
        b.line([(x, -42), (x - 2, 0)], shade(b.main, 0.3), 1.2)
    for i in range(7):
        b.line([(-25, -4 - i * 6), (-17, -4 - i * 6)], shade(b.main, 0.3), 1.2)


@kind("haystack", 70, 58, HAY, face=(0, -30, 9))
def _haystack(b: Brush) -> None:
    b.part(soft("-50,0 -46,-26 -28,-56 0,-80 28,-56 46,-26 50,0", 0.5))
    chance = b.random("straw")
    for _ in range(34):
        x = chance.uniform(-38, 38)
        y = -chance.uniform(4, 70 - abs(x) * 1.3)
        b.line(
            [(x, y), (x + chance.uniform(-8, 8), y + chance.uniform(4, 11))],
            shade(b.main, chance.choice((0.25, -0.2))),
            1.6,
            170,
        )


@kind("hay bale", 46, 30, HAY, WOOD, seat=(0, -60), face=(0, -30, 10))
def _hay_bale(b: Brush) -> None:
    b.part(rounded(-50, -60, 50, 0, 7))
    chance = b.random("bale")
    for _ in range(30):
        x, y = chance.uniform(-44, 34), -chance.uniform(5, 54)
        b.line([(x, y), (x + 10, y + chance.uniform(-3, 3))], shade(b.main, 0.22), 1.6, 150)
    for x in (-22, 22):
        b.line([(x, -60), (x, 0)], shade(b.second, 0.2), 3)


@kind("waterfall", 170, 240, (116, 118, 130), (150, 208, 236), PAPER, role="stone")
def _waterfall(b: Brush) -> None:
    b.part(soft("-36,0 -35,-60 -28,-96 28,-98 36,-56 36,0", 0.16))
    fall = soft("-15,-94 15,-94 17,-50 20,-6 -20,-6 -17,-50", 0.2)
    b.part(fall, b.second, "glass")
    for i, x in enumerate((-11, -5, 1, 7, 13)):
        drop_ = ((b.turn * 2 + i * 0.37) % 1.0) * 40
        b.inside(fall, pipe(f"{x},{-100 + drop_},1.6 {x},{-70 + drop_},1.8", 1), b.third, 210)
        b.inside(fall, pipe(f"{x},{-58 + drop_},1.6 {x + 1},{-30 + drop_},1.8", 1), b.third, 190)
    for x, y, r in ((-24, -3, 10), (-10, -5, 12), (8, -4, 13), (24, -3, 9)):
        b.flat(scallop(x, y + b.wave(1, x * 0.1), r, r * 0.7, 8), b.third, 235)


@kind("satellite", 60, 36, (206, 210, 222), (70, 108, 180), GOLD, role="metal", face=(0, -30, 6))
def _satellite(b: Brush) -> None:
    b.line([(-40, -30), (40, -30)], STEEL, 2.4)
    for x in (-34, 34):
        b.part(rounded(x - 15, -44, x + 15, -16, 1), b.second, "glass")
        for dx in (-7.5, 0, 7.5):
            b.line([(x + dx, -44), (x + dx, -16)], light(b.second, 0.5), 0.9)
        b.line([(x - 15, -30), (x + 15, -30)], light(b.second, 0.5), 0.9)
    b.part(rounded(-11, -44, 11, -16, 3), b.third)
    b.part(soft("-12,-58 12,-58 6,-46 -6,-46", 0.4))
    b.line([(0, -58), (0, -64)], STEEL, 1.6)


@kind("planet", 60, 60, (234, 160, 96), (250, 222, 170), (204, 120, 92), face=(0, -52, 10), round=False)
def _planet(b: Brush) -> None:
    body = ellipse(0, -50, 32, 32)
    ring = minus(ellipse(0, -50, 50, 15, -16), ellipse(0, -50, 38, 8.5, -16))
    b.part(ring, b.second, line=0.7)
    b.part(body)
    for y, w in ((-66, 5), (-54, 8), (-38, 5)):
        b.inside(body, turned(rounded(-40, y - w / 2, 40, y + w / 2, 2), -16, (0, -50)), b.third, 150)
    front = minus(ring, rounded(-60, -110, 60, -50, 0))
    b.part(front, b.second, line=0.7)


@kind("comet", 90, 40, (255, 236, 168), FLAME, (150, 190, 250), light=(40, -16))
def _comet(b: Brush) -> None:
    for wide, colour, alpha in ((15, b.third, 120), (10, b.second, 150), (5, b.main, 220)):
        b.flat(
            soft(f"42,{-18 - wide} 46,-16 40,{-14 + wide} -20,{-26 + wide * 0.3} -50,-42 -16,{-36 - wide * 0.2}", 0.4),
            colour,
            alpha,
        )
    b.glow(38, -17, 26, b.main, 170)
    b.part(star(38, -17, 15, 5, 0.55, -80))


@kind("portal", 70, 110, (122, 92, 214), (150, 226, 250), PAPER, light=(0, -50))
def _portal(b: Brush) -> None:
    b.glow(0, -50, 60, b.second, 160)
    b.part(ellipse(0, -50, 31, 49))
    for i, share in enumerate((0.84, 0.62, 0.4, 0.2)):
        tone = light(b.main, 0.1) if i % 2 == 0 else b.second
        b.flat(
            ellipse(1.5 * math.sin(6.28 * b.turn + i), -50, 31 * share, 49 * share, 8 * i + 360 * b.turn / 12),
            tone,
            200,
        )
    for i in range(7):
        a = i * 0.9 + 6.28 * b.turn
        b.flat(star(25 * math.cos(a), -50 + 40 * math.sin(a), 3.4, 4, 0.3), b.third, 230)


@kind("coral", 34, 30, (238, 112, 118), role="leaf")
def _coral(b: Brush) -> None:
    spines = (
        "0,0,13 -4,-36,10 -14,-60,8 -12,-84,7", "-6,-34,9 -32,-50,8 -42,-74,7", "0,-26,9 24,-44,9 26,-74,8",
        "24,-48,8 42,-56,7 46,-70,6", "-30,-50,7 -24,-70,6",
    )  # fmt: skip
    branches = [pipe(spine, 4) for spine in spines]
    b.part(union(*branches))
    for x, y in ((-10, -70), (-36, -60), (24, -60), (-2, -30), (40, -60)):
        b.flat(ellipse(x, y, 2.6, 2.6), light(b.main, 0.5), 200)


@kind("seaweed", 24, 52, (64, 148, 104), role="leaf")
def _seaweed(b: Brush) -> None:
    for x, tall, lag in ((-13, 78, 0.0), (10, 98, 0.3), (24, 58, 0.6)):
        sway = 6 * b.wave(1, lag)
        spine = " ".join(
            f"{x + sway * t * t + 5 * math.sin(t * 8 + lag * 6):.1f},{-tall * t:.1f},{9 * (1 - t * 0.75):.1f}"
            for t in (0, 0.2, 0.4, 0.6, 0.8, 1)
        )
        b.part(pipe(spine, 4), light(b.main, lag * 0.3))


@kind("fern", 44, 34, (82, 150, 80), role="leaf")
def _fern(b: Brush) -> None:
    for turn, reach in ((-150, 46), (-120, 58), (-90, 66), (-60, 58), (-30, 46)):
        a = math.radians(turn)
        b.line([(0, 0), (math.cos(a) * reach, math.sin(a) * reach)], shade(b.main, 0.3), 1.6)
        for i in range(1, 8):
            t = i / 8
            x, y, size = math.cos(a) * reach * t, math.sin(a) * reach * t, 15 * (1 - t) + 4
            for side in (-1, 1):
                b.part(
                    leaf(x, y, size, size * 0.42, turn + side * 62), light(b.main, 0.1 * (i % 2)), line=0.5, depth=0.5
                )


@kind("wheat", 16, 40, (232, 196, 96), role="leaf")
def _wheat(b: Brush) -> None:
    for x, lean in ((-6, -10), (0, 0), (6, 11)):
        b.line([(x, 0), (x + lean * 0.4, -40), (x + lean, -70)], shade(b.main, 0.25), 2.2)
        for i in range(6):
            y = -66 - i * 6
            for side in (-1, 1):
                b.part(leaf(x + lean * (1 + i * 0.06), y, 12, 6, -90 + side * 34), line=0.6, depth=0.6)


@kind("pinecone", 10, 14, (146, 98, 64), face=(0, -46, 11))
def _pinecone(b: Brush) -> None:
    for row in range(6):
        y, w = -8 - row * 15, (24, 36, 38, 32, 23, 12)[row]
        count = (4, 6, 6, 5, 4, 2)[row]
        for i in range(count):
            x = -w + 2 * w * (i + 0.5) / count
            b.part(
                soft(f"{x - 9},{y - 9} {x},{y + 10} {x + 9},{y - 9} {x},{y - 15}", 0.5),
                light(b.main, 0.08 * (i % 2)),
                line=0.7,
                depth=0.6,
            )


@kind("beanstalk", 60, 260, (94, 164, 84), role="leaf")
def _beanstalk(b: Brush) -> None:
    b.part(pipe("-2,0,9 5,-20,8 -5,-42,7.4 5,-64,6.6 -3,-84,5 2,-100,2", 8))
    for x, y, turn in ((6, -14, -20), (-5, -28, -160), (6, -48, -24), (-6, -60, -150), (5, -74, -30), (-3, -90, -150)):
        b.part(leaf(x, y, 17, 10, turn), light(b.main, 0.1))


@kind("wind turbine", 150, 300, (240, 242, 246), STEEL, role="metal")
def _turbine(b: Brush) -> None:
    b.part(pipe("0,0,5 0,-66,2.6", 1))
    for i in range(3):
        b.part(
            turned(soft("-1.5,-66 -3,-76 0,-100 2.4,-76 1.5,-66", 0.3), i * 120 + 360 * b.turn / 3, (0, -66)), line=0.8
        )
    b.part(ellipse(0, -66, 3, 3), b.second)


@kind("totem pole", 40, 130, (186, 110, 70), (80, 140, 150), GOLD, role="wood", face=(0, -24, 6))
def _totem(b: Brush) -> None:
    b.part(hard("-34,-86 0,-78 34,-86 34,-76 0,-64 -34,-76"), b.second)
    for i, colour in enumerate((b.main, b.second, b.main)):
        y = -i * 32
        b.part(rounded(-14, y - 32, 14, y, 3), colour)
        for x in (-6, 6):
            b.part(ellipse(x, y - 21, 4, 4), PAPER, line=0.7)
            b.flat(ellipse(x, y - 21, 1.8, 1.8), INK)
        b.part(rounded(-8, y - 11, 8, y - 5, 2), b.third if i != 1 else RED, line=0.7)


@kind("cave", 220, 150, (122, 112, 124), INK, role="stone")
def _cave(b: Brush) -> None:
    b.part(soft("-50,0 -46,-34 -30,-54 -6,-66 20,-60 42,-42 50,0", 0.4))
    b.part(soft("-22,0 -22,-24 -6,-42 14,-40 26,-20 26,0", 0.4), shade(b.main, 0.75))
    for x, y, r in ((-36, -20, 7), (36, -30, 6), (0, -54, 6), (-20, -46, 4)):
        b.flat(ellipse(x, y, r, r * 0.7), shade(b.main, 0.22), 150)


@kind("fossil", 24, 20, (206, 186, 150), (150, 118, 88), role="stone")
def _fossil(b: Brush) -> None:
    b.part(scallop(0, -40, 46, 38, 9, 0.06))
    for i in range(22):
        a, r = i * 0.55, 4 + i * 1.2
        b.flat(ellipse(r * math.cos(a), -40 + r * 0.85 * math.sin(a), 2 + i * 0.16, 2 + i * 0.16), b.second)
