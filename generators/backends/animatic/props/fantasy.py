"""Owns arms, jewels and magic things. Does not know: what they can do."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import BLUE, GLASS, GOLD, INK, IRON, PAPER, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, rounded, scaled, union
from generators.backends.animatic.shapes import even, hard, heart, pipe, soft, star

SHELF = Shelf()
kind = SHELF.kind


def twinkle(b: Brush, x: float, y: float, r: float, shift: float = 0.0) -> None:
    """A four-pointed sparkle that comes and goes."""
    size = r * (0.65 + 0.35 * b.wave(1, shift))
    b.flat(star(x, y, size, 4, 0.22), (255, 250, 220), 235)


@kind("sword", 9, 34, STEEL, GOLD, (130, 56, 50), role="metal", tilt=28, grip=(0, -13))
def _sword(b: Brush) -> None:
    b.part(hard("-5,-28 5,-28 5,-88 0,-100 -5,-88"), None, "metal")
    b.flat(hard("0,-29 5,-29 5,-88 0,-99"), shade(b.main, 0.22))
    b.part(rounded(-2.6, -26, 2.6, -5, 2), b.third, "cloth")
    for y in (-20, -14, -9):
        b.line([(-2.4, y + 1.5), (2.4, y - 1.5)], b.second, 1.1)
    b.part(soft("-15,-30 0,-31 15,-30 14,-24 0,-27 -14,-24", 0.3), b.second, "metal")
    b.part(ellipse(0, -3.4, 3.8, 3.6), b.second, "metal")


@kind("dagger", 6, 18, STEEL, GOLD, (96, 60, 48), role="metal", tilt=28, grip=(0, -14))
def _dagger(b: Brush) -> None:
    b.part(even("0,-100 8,-80 7,-36", 0.2), None, "metal")
    b.flat(hard("0,-98 8,-80 7,-36 0,-36"), shade(b.main, 0.22))
    b.part(rounded(-5, -36, 5, -4, 3), b.third, "cloth")
    b.part(rounded(-16, -42, 16, -34, 3), b.second, "metal")
    b.part(ellipse(0, -5, 6, 5), b.second, "metal")


@kind("shield", 22, 28, (70, 106, 172), GOLD, RED, role="metal", face=(0, -58, 16))
def _shield(b: Brush) -> None:
    outline = even("0,-100 20,-93 38,-92 39,-58 28,-24 0,0", 0.3)
    b.part(outline, b.second, "metal")
    inner = even("0,-92 18,-86 32,-85 33,-58 23,-28 0,-9", 0.3)
    b.part(inner, None, "metal")
    b.inside(inner, rounded(0, -110, 60, 10, 0), shade(b.main, 0.2), 140)
    b.inside(inner, union(rounded(-5, -110, 5, 10, 0), rounded(-60, -64, 60, -54, 0)), b.second)
    b.part(ellipse(0, -59, 10, 10), b.third, line=0.8)


@kind("bow", 14, 36, WOOD, PAPER, RED, role="wood", grip=(12, -50))
def _bow(b: Brush) -> None:
    b.line([(-8, -97), (-10, -50), (-8, -3)], b.second, 1)
    b.part(pipe("-9,-99,2.6 8,-82,4 13,-50,6 8,-18,4 -9,-1,2.6"))
    b.part(pipe("12,-58,6.4 13,-50,6.8 12,-42,6.4"), b.third, "cloth")


@kind("arrow", 26, 5, WOOD, STEEL, RED, role="wood")
def _arrow(b: Brush) -> None:
    b.part(rounded(-44, -11, 38, -8, 1))
    b.part(hard("34,-16 50,-9.5 34,-3 38,-9.5"), b.second, "metal")
    for y in (-17, -1):
        b.part(hard(f"-50,{y} -34,{y} -28,-9.5 -44,-9.5"), b.third)


@kind("spear", 7, 70, WOOD, STEEL, role="wood", tilt=12, grip=(0, -44))
def _spear(b: Brush) -> None:
    b.part(rounded(-1.2, -84, 1.2, 0, 0.8))
    b.part(even("0,-100 4.5,-90 2,-80", 0.2), b.second, "metal")
    b.part(rounded(-2, -82, 2, -79, 0.6), RED)


@kind("wand", 7, 22, (96, 64, 96), GOLD, light=(0, -84), tilt=30, grip=(0, -12))
def _wand(b: Brush) -> None:
    b.ink.glow(0, -84, 36, (255, 236, 160), 150)
    b.part(even("2.2,-74 3.6,0", 0), None, "wood")
    b.part(rounded(-4, -8, 4, 0, 2), b.second, "metal", line=0.7)
    b.part(star(0, -84, 16), b.second)
    for i, (x, y) in enumerate(((-20, -92), (18, -100), (20, -70))):
        twinkle(b, x, y, 6, i / 3)


@kind("crown", 17, 13, GOLD, RED, BLUE, role="metal", face=(0, -16, 10))
def _crown(b: Brush) -> None:
    b.part(hard("-42,-8 -50,-58 -26,-36 0,-72 26,-36 50,-58 42,-8"), None, "metal")
    for x, y in ((-50, -60), (0, -74), (50, -60)):
        b.part(ellipse(x, y, 6, 6), (248, 242, 250), line=0.8)
    b.part(soft("-43,-18 0,-12 43,-18 42,-4 0,2 -42,-4", 0.3), None, "metal")
    b.part(hard("0,-46 7,-34 0,-22 -7,-34"), b.second, "glass", line=0.8)
    for x, colour in ((-26, b.second), (0, b.third), (26, b.second)):
        b.part(ellipse(x, -8 + abs(x) * -0.08, 5, 4.4), colour, "glass", line=0.7)


@kind("ring", 6, 9, GOLD, (130, 206, 236), role="metal", face=(0, -66, 0.1))
def _ring(b: Brush) -> None:
    b.part(minus(ellipse(0, -32, 32, 32), ellipse(0, -32, 23, 23)), None, "metal")
    b.part(hard("-20,-84 -11,-96 11,-96 20,-84 0,-60"), b.second, "glass")
    b.flat(hard("-20,-84 -7,-84 0,-60"), light(b.second, 0.5), 160)
    b.flat(hard("7,-84 20,-84 0,-60"), shade(b.second, 0.2), 150)
    twinkle(b, 24, -92, 12)


@kind("necklace", 13, 14, GOLD, RED, role="metal")
def _necklace(b: Brush) -> None:
    for i in range(17):
        a = math.pi * (i / 16)
        b.part(ellipse(-40 * math.cos(a), -84 + 54 * math.sin(a), 5, 5), None, "metal", line=0.7)
    b.part(even("0,-34 12,-22 0,0", 0.3), b.second, "glass")
    twinkle(b, 10, -28, 9)


@kind("gem", 9, 9, (86, 176, 226), role="glass", face=(0, -46, 14))
def _gem(b: Brush) -> None:
    b.part(hard("-30,-86 30,-86 50,-60 0,0 -50,-60"), None, "glass")
    b.flat(hard("-50,-60 -22,-60 0,0"), light(b.main, 0.4), 150)
    b.flat(hard("22,-60 50,-60 0,0"), shade(b.main, 0.25), 150)
    b.flat(hard("-30,-86 -22,-60 0,-86"), light(b.main, 0.6), 170)
    b.flat(hard("30,-86 22,-60 0,-86"), shade(b.main, 0.1), 120)
    b.flat(hard("0,-86 -22,-60 22,-60"), light(b.main, 0.3), 150)
    twinkle(b, 30, -80, 15)


@kind("crystal", 13, 16, (176, 140, 226), role="glass", face=(0, -30, 10))
def _crystal(b: Brush) -> None:
    b.ink.glow(0, -44, 58, light(b.main, 0.3), 110)
    for shape in (
        "-34,0 -46,-40 -34,-54 -20,-38 -14,0",
        "16,0 24,-46 38,-60 46,-42 36,0",
        "-18,0 -18,-74 0,-100 18,-74 20,0",
    ):
        b.part(hard(shape), None, "glass")
    b.flat(hard("0,-98 18,-74 20,0 4,0"), shade(b.main, 0.25), 120)
    b.flat(hard("-18,-74 0,-98 4,0 -4,0 -6,-70"), light(b.main, 0.5), 110)
    twinkle(b, -12, -82, 12)


@kind("potion", 11, 14, (150, 86, 190), WOOD, GLASS, role="glass", face=(0, -32, 15))
def _potion(b: Brush) -> None:
    body = even("9,-88 9,-66 32,-40 34,-18 20,0", 0.5)
    b.part(body, b.third, "glass")
    b.inside(body, soft("-50,-44 -20,-48 10,-42 50,-46 50,10 -50,10"), b.main, 235)
    for i in range(4):
        y = -8 - ((i * 11 + 40 * b.turn) % 38)
        b.inside(body, ellipse(-14 + 9 * i, y, 3, 3), light(b.main, 0.6), 200)
    b.part(rounded(-11, -100, 11, -86, 3), b.second, "wood")
    b.part(rounded(-13, -88, 13, -82, 2), b.third, "glass", line=0.8)
    b.shine([(-22, -38), (-24, -22)], 4)


@kind("orb", 13, 15, (120, 170, 226), GOLD, role="glass", face=(0, -54, 16))
def _orb(b: Brush) -> None:
    b.part(even("16,-24 30,-4 30,0", 0.3), b.second, "metal")
    b.ink.glow(0, -56, 60 + 4 * b.wave(), light(b.main, 0.4), 130)
    body = ellipse(0, -56, 40, 40)
    b.part(body, None, "glass")
    b.inside(body, soft("-30,-40 -10,-58 12,-50 30,-66 22,-36 0,-26", 0.5), (255, 255, 255), 90 + 40 * b.wave())
    b.shine([(-26, -62), (-18, -78)], 5, 220)
    twinkle(b, 14, -70, 10, 0.4)


@kind("magic carpet", 90, 30, (150, 58, 84), GOLD, BLUE, role="cloth", seat=(0, -18))
def _carpet(b: Brush) -> None:
    a, c = 2.5 * b.wave(), 2.5 * b.wave(1, 0.3)
    far = f"-34,{-24 + a} -14,{-31 - a} 8,{-25 + c} 28,{-31 - c} 46,-26"
    near = f"32,{-3 - c} 12,{-8 - c} -10,{-1 + c} -30,{-8 - a} -50,{-2 + a}"
    sheet = soft(f"{far} {near}", 0.35)
    b.part(sheet)
    b.inside(sheet, scaled(sheet, 0.84, 0.72, (-2, -16)), b.second)
    b.inside(sheet, scaled(sheet, 0.76, 0.6, (-2, -16)), b.main)
    for x in (-22, 0, 22):
        b.flat(hard(f"{x - 6},-15 {x + 1},-20 {x + 8},-15 {x - 1},-10"), b.third)
        b.flat(ellipse(x + 0.5, -15, 1.6, 1.2), b.second)
    for k in range(5):
        b.line([(-34 - k * 4, -23 + a + k * 5), (-39 - k * 4, -22 + a + k * 5.2)], b.second, 1.4)
        b.line([(46 - k * 3.4, -25 + k * 5), (51 - k * 3.4, -24 + k * 5)], b.second, 1.4)


@kind("flag", 30, 60, RED, PAPER, WOOD, role="cloth", grip=(-22, -20))
def _flag(b: Brush) -> None:
    b.part(rounded(-25, -98, -21, 0, 1), b.third, "wood")
    b.part(ellipse(-23, -98, 3.4, 3.4), GOLD, "metal", line=0.7)
    top: list[tuple[float, float]] = []
    for i in range(7):
        x = -21 + i * 7.6
        top.append((x, -94 + 2.8 * i / 6 * math.sin(2 * math.pi * (i / 4 - b.turn))))
    words = " ".join(f"{x:.1f},{y:.1f}" for x, y in top) + " "
    cloth = soft(words + " ".join(f"{x:.1f},{y + 36:.1f}" for x, y in reversed(top)), 0.3)
    b.part(cloth)
    mid_x, mid_y = top[3]
    b.inside(cloth, star(mid_x, mid_y + 18, 10), b.second)


@kind("cauldron", 28, 26, (70, 64, 80), (120, 196, 110), role="metal", face=(0, -28, 16))
def _cauldron(b: Brush) -> None:
    for x in (-22, 22):
        b.part(rounded(x - 4, -8, x + 4, 0, 2))
    b.part(even("38,-66 44,-36 28,-8 0,-4", 0.5))
    b.part(ellipse(0, -66, 43, 9))
    b.flat(ellipse(0, -65, 37, 6), b.second)
    b.ink.glow(0, -70, 44, b.second, 90)
    for i, (x, r) in enumerate(((-18, 6), (4, 8), (22, 5), (-4, 4))):
        rise = (b.turn + i * 0.25) % 1
        b.flat(ellipse(x, -68 - 24 * rise, r, r), light(b.second, 0.3), 220 * (1 - rise))


@kind("ghost", 44, 62, (240, 240, 250), INK, (232, 170, 190), role="cloth", grip=(26, -48))
def _ghost(b: Brush) -> None:
    sway = 2.5 * b.wave()
    hem = f"-30,0 -22,{-10 + sway} -12,-2 -2,{-10 - sway} 8,-2 18,{-10 + sway} 30,-2"
    body = soft(f"{hem} 33,-40 28,-76 14,-95 0,-99 -14,-95 -28,-76 -33,-40", 0.45)
    b.part(body)
    for s in (-1, 1):
        b.part(soft(f"{28 * s},-56 {40 * s},{-50 + sway} {44 * s},{-40 + sway} {34 * s},-38 {26 * s},-44"), line=0.9)
        b.flat(ellipse(9 * s + 2 * b.pose.gaze[0], -70, 4.5, 6.5 if b.pose.blink < 2 else 1), b.second)
        b.flat(ellipse(17 * s, -60, 5, 3), b.third, 170)
    b.flat(ellipse(0, -56, 4, 3 + 2 * b.pose.mouth), b.second)


@kind("skull", 11, 12, (240, 234, 220), INK)
def _skull(b: Brush) -> None:
    b.part(even("0,-98 30,-90 42,-58 32,-34 22,-28 22,-4 10,0", 0.45))
    for s in (-1, 1):
        b.flat(ellipse(16 * s, -50, 10, 11), b.second)
        b.line([(7 * s, -18), (7 * s, -3)], b.second, 1.6)
    b.flat(hard("0,-36 6,-27 -6,-27"), b.second)
    b.line([(0, -18), (0, -2)], b.second, 1.6)


@kind("bone", 14, 6, (244, 236, 220), tilt=-20)
def _bone(b: Brush) -> None:
    knobs = (ellipse(s * 40, y, 11, 10) for s in (-1, 1) for y in (-26, -10))
    b.part(union(rounded(-40, -24, 40, -12, 4), *knobs))


@kind("love heart", 12, 11, (222, 66, 84), face=(0, -50, 16))
def _heart(b: Brush) -> None:
    b.part(heart(0, -46, 48 * (1 + 0.03 * b.wave(2))))
    b.shine([(-30, -60), (-22, -72)], 6)


@kind("feather", 6, 17, (112, 160, 206), INK, tilt=30, grip=(0, -8))
def _feather(b: Brush) -> None:
    b.part(soft("0,-100 14,-80 16,-52 6,-24 0,-20 -8,-26 -15,-52 -12,-82", 0.45), None, "fur")
    for y in (-80, -66, -52, -38):
        b.line([(0, y + 8), (12, y - 2)], shade(b.main, 0.25), 1.2)
        b.line([(0, y + 8), (-11, y - 2)], shade(b.main, 0.25), 1.2)
    b.line([(0, -94), (1, -50), (0, 0)], light(b.main, 0.6), 2.2)


@kind("horseshoe", 12, 13, IRON, INK, role="metal")
def _horseshoe(b: Brush) -> None:
    b.part(minus(even("0,-98 34,-88 45,-50 34,0 20,0", 0.4), even("0,-78 20,-70 27,-48 18,10", 0.4)), None, "metal")
    for x, y in ((-36, -52), (36, -52), (-30, -24), (30, -24), (-24, -80), (24, -80)):
        b.flat(ellipse(x, y, 3, 3), b.second)


@kind("snow globe", 14, 16, GLASS, WOOD, (226, 240, 250), role="glass", face=(0, -16, 9))
def _snow_globe(b: Brush) -> None:
    ball = ellipse(0, -56, 41, 41)
    b.part(ball, None, "glass")
    b.inside(ball, rounded(-60, -36, 60, 0, 0), (248, 250, 254))
    b.part(hard("-8,-34 20,-34 20,-54 -8,-54"), (214, 110, 86), line=0.7)
    b.part(hard("-13,-53 6,-72 25,-53"), (250, 250, 254), line=0.7)
    b.part(hard("-24,-34 -14,-66 -4,-34"), (84, 150, 100), "leaf", line=0.7)
    for i in range(9):
        x = -28 + (i * 37) % 57
        y = -90 + (i * 23 + 56 * b.turn) % 56
        b.inside(ball, ellipse(x, y, 2.2, 2.2), (255, 255, 255))
    b.part(even("34,-22 40,0", 0.1), b.second, "wood")
    b.shine([(-28, -60), (-20, -80)], 4, 200)
