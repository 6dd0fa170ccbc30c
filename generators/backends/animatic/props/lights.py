"""Owns lamps and fires: all have a "light" anchor and flicker with the phase. Does not know: how dark it is."""

from __future__ import annotations

from generators.backends.animatic.crafting import GOLD, INK, IRON, PAPER, STEEL, STONE, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, rounded
from generators.backends.animatic.shapes import even, hard, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind


@kind("lantern", 12, 21, (120, 84, 60), GOLD, light=(0, -38), grip=(0, -94), face=(0, -36, 12))
def _lantern(b: Brush) -> None:
    b.ink.stroke(soft_open("-18,-64 -16,-92 0,-99 16,-92 18,-64"), IRON, 5)
    b.glow(0, -38, 64)
    b.part(rounded(-21, -60, 21, -12, 6), (255, 226, 140) if b.lit else (150, 160, 176), "glass", depth=0.5)
    b.flame(0, -16, 36, 18)
    for x in (-12, 12):
        b.line([(x, -60), (x, -14)], b.main, 3)
    b.part(rounded(-24, -14, 24, 0, 4), None, "metal")
    b.part(soft("-28,-58 -16,-72 0,-78 16,-72 28,-58 0,-55", 0.35), None, "metal")


@kind("candle", 12, 16, PAPER, GOLD, light=(0, -84), face=(-2, -36, 9), grip=(34, -12))
def _candle(b: Brush) -> None:
    b.glow(0, -82, 60)
    b.part(minus(ellipse(34, -11, 15, 10), ellipse(34, -11, 8, 4.5)), b.second, "metal")
    b.part(soft("-40,-14 38,-14 24,0 -26,0", 0.3), b.second, "metal")
    b.part(ellipse(-1, -14, 38, 6), b.second, "metal", line=0.7)
    b.part(soft("-15,-62 -6,-66 4,-62 14,-66 15,-12 0,-9 -15,-12", 0.2))
    b.part(pipe("10,-62,6 11,-48,6 10,-40,7"), b.main, line=0.4)
    b.line([(0, -62), (1, -70)], INK, 2)
    b.flame(1, -68, 30, 14)


@kind("lamp", 22, 36, (240, 206, 130), (96, 120, 150), GOLD, light=(0, -66), face=(0, -70, 15))
def _lamp(b: Brush) -> None:
    b.part(rounded(-3, -50, 3, -10, 2), b.third, "metal")
    b.part(even("0,-44 10,-40 15,-20 8,-8", 0.5), b.second)
    b.part(even("0,-12 22,-8 22,0", 0.3), b.second)
    b.glow(0, -62, 70)
    b.part(even("15,-98 30,-46", 0), (255, 232, 170) if b.lit and b.main == (240, 206, 130) else None, "cloth")
    b.glow(0, -66, 34, (255, 236, 190), 120)


@kind("street lamp", 26, 150, IRON, (255, 228, 150), role="metal", light=(0, -88))
def _street_lamp(b: Brush) -> None:
    b.part(even("1.8,-78 1.8,-14 4,-8 6,0", 0.1))
    b.part(rounded(-4, -22, 4, -18, 1))
    b.glow(0, -87, 24)
    b.part(even("6,-95 4,-78", 0), b.second if b.lit else (150, 160, 176), "glass")
    b.part(even("0,-100 3,-98 7.5,-94", 0.2))
    b.part(rounded(-4.6, -80, 4.6, -77, 1))


@kind("torch", 10, 30, WOOD, IRON, role="wood", light=(0, -78), grip=(0, -20))
def _torch(b: Brush) -> None:
    b.glow(0, -76, 56)
    b.part(even("5,-58 3,0", 0))
    b.part(even("9,-64 10,-56 6,-46", 0.3), b.second, "metal")
    b.flame(0, -58, 42, 24)


@kind("flashlight", 15, 6, (206, 74, 66), IRON, light=(48, -20), grip=(-16, -20))
def _flashlight(b: Brush) -> None:
    if b.lit:
        b.flat(hard("46,-32 74,-46 74,6 46,-8"), (255, 240, 180), 110)
        b.glow(52, -20, 40)
    b.part(rounded(-48, -30, 22, -10, 6))
    b.part(hard("20,-30 44,-38 44,-2 20,-10"), b.second, "metal")
    b.part(ellipse(45, -20, 4, 17), (255, 244, 200), "glass", line=0.7)
    b.part(rounded(-16, -34, -2, -28, 3), GOLD, line=0.7)


@kind("lightbulb", 9, 14, (255, 232, 150), STEEL, role="glass", light=(0, -64), face=(0, -64, 14))
def _lightbulb(b: Brush) -> None:
    b.glow(0, -62, 64)
    b.part(even("0,-100 24,-92 33,-68 24,-44 14,-28", 0.5))
    b.line([(-8, -36), (-7, -56), (0, -48), (7, -56), (8, -36)], (214, 130, 60), 2.4)
    b.part(rounded(-14, -30, 14, -6, 4), b.second, "metal")
    for y in (-22, -14):
        b.line([(-13, y), (13, y - 2)], (110, 114, 130), 2)
    b.part(even("0,-8 8,-6 5,0", 0.3), INK)


@kind("campfire", 44, 34, WOOD, STONE, role="wood", light=(0, -34), face=(0, -26, 12))
def _campfire(b: Brush) -> None:
    b.glow(0, -34, 82, (255, 176, 84), 170)
    for x in (-38, -14, 14, 38):
        b.part(ellipse(x, -7, 11, 7), b.second, "stone")
    b.part(pipe("-34,-8,11 0,-14,11 30,-22,10"))
    b.part(pipe("34,-8,11 0,-14,11 -30,-22,10"))
    for x, h in ((-14, 38), (14, 42), (0, 64)):
        b.flame(x, -14, h, h * 0.46)
    for x in (-26, 2, 27):
        b.part(ellipse(x, -4, 11, 5.5), b.second, "stone")


@kind("fire", 30, 34, (246, 130, 44), light=(0, -36), face=(0, -26, 14))
def _fire(b: Brush) -> None:
    b.glow(0, -38, 80, (255, 170, 80), 170)
    for x, h, w in ((-22, 52, 30), (22, 60, 32), (0, 98, 54)):
        b.flame(x, 0, h, w)


@kind("fireplace", 90, 86, (176, 96, 76), WOOD, (214, 172, 140), role="stone", light=(0, -22))
def _fireplace(b: Brush) -> None:
    frame = minus(rounded(-42, -84, 42, 0, 2), soft("-24,0 -24,-34 -16,-46 0,-50 16,-46 24,-34 24,0", 0.3))
    b.flat(soft("-26,0 -26,-34 -16,-48 0,-52 16,-48 26,-34 26,0", 0.3), (64, 44, 58))
    b.glow(0, -20, 50, (255, 170, 80), 170)
    b.part(pipe("-18,-5,8 0,-7,8 18,-5,8"), b.second, "wood")
    for x, h in ((-8, 24), (9, 27), (0, 38)):
        b.flame(x, -6, h)
    b.part(frame, None, "stone")
    for row in range(9):
        y = -78 + row * 9
        for x in range(-42 + (row % 2) * 6, 42, 13):
            b.inside(frame, rounded(x, y, x + 11, y + 7, 1.5), b.third, 70)
    b.part(rounded(-48, -90, 48, -80, 3), b.second, "wood")


@kind("match", 2.5, 9, (226, 190, 130), (200, 60, 52), light=(0, -92), tilt=24)
def _match(b: Brush) -> None:
    b.part(rounded(-4, -84, 4, 0, 2), None, "wood")
    b.glow(0, -90, 50)
    b.flame(0, -72, 28, 18)
    b.part(ellipse(0, -80, 6, 8), b.second)
