"""Owns trees, flowers, stones and things of the sky. Leaves and clouds move with the phase. Does not know: places."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.crafting import GOLD, INK, LEAF, PAPER, RED, STONE, WOOD, Brush, Shelf
from generators.backends.animatic.kit import blob, ellipse, minus, rounded, scaled, scallop, tube, union
from generators.backends.animatic.shapes import drop, even, hard, leaf, petals, pipe, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind
SNOW: RGB = (248, 248, 252)
AUTUMN: RGB = (214, 128, 52)


def _season(b: Brush) -> RGB:
    """The colour of leaves that the adjectives ask for."""
    if b.has("autumn", "golden", "orange"):
        return AUTUMN
    return light(b.main, 0.3) if b.has("young") else b.main


@kind("tree", 150, 220, LEAF, (134, 92, 62), RED, role="leaf", face=(0, -58, 11), seat=(0, 0))
def _tree(b: Brush) -> None:
    sway = 0.8 * b.wave()
    bare = b.has("bare", "dead", "leafless", "withered")
    boughs = (pipe("0,-34,6 -14,-52,5 -20,-62,3"), pipe("0,-36,6 14,-52,4.5 20,-60,3"))
    trunk = union(pipe("0,0,15 -1,-24,9 0,-52,8"), *boughs, soft("-12,0 -6,-8 6,-8 12,0", 0.4))
    if bare:
        twigs = (pipe("-2,-48,6 -6,-70,4 -14,-90,1.5"), pipe("1,-48,6 8,-72,4 6,-96,1.5"))
        tips = (pipe("14,-52,4 26,-66,2.6 30,-80,1"), pipe("-14,-52,4 -26,-64,2.6 -30,-78,1"))
        b.part(union(trunk, *twigs, *tips), b.second, "wood")
        return
    green = _season(b)
    b.part(scallop(sway, -64, 30, 26, 12, 0.14), shade(green, 0.16), "leaf")
    b.part(trunk, b.second, "wood")
    crown = union(
        scallop(-15 + sway, -58, 17, 14, 8), scallop(16 + sway, -60, 16, 14, 8), scallop(sway, -78, 23, 19, 10)
    )
    b.part(crown, green, "leaf")
    for x, y in ((-18, -66), (-4, -86), (12, -74), (20, -60), (-10, -56), (4, -64)):
        b.ink.stroke(soft_open(f"{x - 3},{y} {x},{y + 2.4} {x + 3},{y}"), shade(green, 0.25), 1, 170)
    if b.has("apple", "fruit"):
        for x, y in ((-16, -58), (4, -72), (18, -62), (-6, -84)):
            b.part(ellipse(x, y, 2.6, 2.6), RED, line=0.6)


@kind("pine", 100, 220, (62, 122, 92), (124, 84, 58), SNOW, role="leaf", face=(0, -36, 10))
def _pine(b: Brush) -> None:
    b.part(rounded(-3.4, -16, 3.4, 0, 1), b.second, "wood")
    sway = 0.7 * b.wave()
    for base, width, tip in ((-10, 24, -46), (-28, 20, -64), (-46, 16, -82), (-64, 11, -100)):
        lean = sway * (-tip / 100)
        tier = soft(f"{lean},{tip} {width * 0.5},{base - 14} {width},{base} {width * 0.4},{base + 3} 0,{base - 1} "
                    f"{-width * 0.4},{base + 3} {-width},{base} {-width * 0.5},{base - 14}", 0.25)  # fmt: skip
        b.part(tier, None, "leaf")
        if b.has("snowy", "white", "frosty"):
            cap = hard(f"{lean},{tip} {width * 0.5},{base - 12} 2,{base - 9} {-width * 0.4},{base - 12}")
            b.inside(tier, cap, b.third, 230)
    if b.has("christmas", "decorated"):
        for i, (x, y) in enumerate(((-12, -14), (6, -20), (-4, -36), (10, -38), (-6, -56), (5, -68), (14, -12))):
            b.part(ellipse(x, y, 2, 2), (RED, GOLD, (90, 150, 220))[i % 3], line=0.6)
        b.part(star(0, -98, 6), GOLD, line=0.8)


@kind("palm", 150, 220, (72, 150, 92), (164, 116, 72), (120, 80, 56), role="leaf")
def _palm(b: Brush) -> None:
    trunk = pipe("-12,0,9 -8,-28,7 -2,-54,6 6,-78,5")
    b.part(trunk, b.second, "wood")
    for i in range(9):
        y = -8 - i * 8
        b.inside(trunk, pipe(f"-20,{y - 1},1 -5,{y + 2},1 16,{y - 1},1"), b.third, 120)
    sway = 3 * b.wave()
    for turn, length in ((200, 32), (-18, 32), (168, 34), (14, 33), (228, 26), (-50, 26), (140, 28), (42, 26)):
        a = math.radians(turn + sway)
        tx, ty = 6 + length * math.cos(a), -74 + length * math.sin(a) * 0.8
        mx, my = 6 + length * 0.55 * math.cos(a), -86 + length * 0.5 * math.sin(a)
        dx, dy = (my - ty) * 0.16, (tx - mx) * 0.16
        frond = blob([(6, -80), (mx - dx, my - abs(dy)), (tx, ty), (mx + dx, my + abs(dy) + 2)], 0.5)
        b.part(frond, None, "leaf", line=0.8)
    for x, y in ((2, -76), (9, -75), (6, -72)):
        b.part(ellipse(x, y, 3.4, 3.4), b.third, line=0.7)


@kind("bush", 70, 46, (86, 148, 80), RED, role="leaf", face=(0, -28, 14))
def _bush(b: Brush) -> None:
    sides = (scallop(-26, -24, 22, 20, 9), scallop(26, -24, 22, 20, 9))
    b.part(union(*sides, scallop(0, -34, 28, 26, 11), rounded(-46, -20, 46, 0, 10)))
    for x, y in ((-26, -30), (-4, -44), (16, -30), (30, -20), (-12, -18)):
        b.ink.stroke(soft_open(f"{x - 5},{y} {x},{y + 4} {x + 5},{y}"), shade(b.main, 0.28), 1.6, 170)
    if b.has("berry", "berries", "flowering", "rose"):
        for x, y in ((-30, -18), (-14, -38), (8, -20), (24, -36), (2, -50), (36, -16)):
            b.part(ellipse(x, y, 4, 4), b.second, line=0.6)


def _stem(b: Brush, top: float, leaves: bool = True) -> None:
    b.part(tube([(0, top, 4.5), (-2 + b.wave(), top / 2, 4.5), (0, 0, 5)]), LEAF, "leaf", line=0.8)
    if leaves:
        b.part(leaf(-1, -14, 26, 15, -32), LEAF, "leaf", line=0.8)
        b.part(leaf(-1, -8, 24, 14, 212), LEAF, "leaf", line=0.8)


@kind("flower", 12, 19, (232, 130, 168), (243, 196, 74), grip=(0, -16), face=(0, -68, 10))
def _flower(b: Brush) -> None:
    _stem(b, -56)
    for petal in petals(0, -68, 8, 30, 21, 2 * b.wave()):
        b.part(petal, line=0.8, depth=0)
    b.part(ellipse(0, -68, 11, 11), b.second, line=0.8)


@kind("rose", 9, 20, (204, 50, 68), LEAF, grip=(0, -16), face=(0, -78, 10))
def _rose(b: Brush) -> None:
    _stem(b, -62)
    b.part(union(leaf(0, -60, 22, 10, 200), leaf(0, -60, 22, 10, -20)), b.second, "leaf", line=0.8)
    b.part(soft("-22,-80 -18,-96 0,-100 18,-96 22,-80 14,-62 0,-57 -14,-62", 0.5))
    b.part(soft("-22,-82 -8,-80 4,-66 0,-57 -14,-62", 0.4), line=0.8)
    b.part(soft("22,-82 8,-80 -4,-66 0,-57 14,-62", 0.4), line=0.8)
    b.ink.stroke(soft_open("-9,-84 -4,-92 7,-91 8,-83 1,-81 -2,-86"), shade(b.main, 0.4), 1.8)


@kind("tulip", 8, 20, (238, 110, 96), LEAF, grip=(0, -16))
def _tulip(b: Brush) -> None:
    b.part(tube([(0, -60, 4), (1, -30, 4), (0, 0, 4.5)]), b.second, "leaf", line=0.8)
    b.part(soft("0,0 -16,-18 -20,-52 -6,-30", 0.4), b.second, "leaf")
    b.part(soft("0,0 14,-14 20,-44 6,-24", 0.4), b.second, "leaf")
    b.part(soft("-20,-94 -8,-84 0,-98 8,-84 20,-94 20,-70 8,-57 -8,-57 -20,-70", 0.35))
    b.ink.stroke(soft_open("-8,-84 -6,-70 0,-60 6,-70 8,-84"), shade(b.main, 0.3), 1.6, 170)


@kind("sunflower", 26, 62, (248, 200, 66), (122, 78, 50), face=(0, -78, 10))
def _sunflower(b: Brush) -> None:
    b.part(tube([(0, -72, 4), (2 + b.wave(), -36, 4), (0, 0, 5)]), LEAF, "leaf")
    b.part(leaf(1, -26, 22, 16, -28), LEAF, "leaf", line=0.8)
    b.part(leaf(1, -18, 22, 16, 206), LEAF, "leaf", line=0.8)
    b.part(union(*petals(0, -78, 14, 22, 9)), line=0.9)
    core = ellipse(0, -78, 11, 11)
    b.part(core, b.second)
    for i in range(10):
        a = i * 2.4
        r = 2.6 * math.sqrt(i)
        b.flat(ellipse(r * math.cos(a), -78 + r * math.sin(a), 1, 1), shade(b.second, 0.4))


@kind("bouquet", 18, 24, (232, 120, 150), PAPER, (150, 110, 200), grip=(0, -22))
def _bouquet(b: Brush) -> None:
    heads = ((-22, -72), (22, -72), (0, -82), (-12, -60), (13, -58), (0, -64))
    for i, (x, y) in enumerate(heads):
        colour = (b.third, GOLD, b.main)[i % 3]
        b.part(union(*petals(x, y, 6, 15, 11)), colour, line=0.8)
        b.flat(ellipse(x, y, 4, 4), light(colour, 0.6))
    b.part(hard("-32,-54 -14,-47 0,-54 14,-47 32,-54 9,-16 14,0 -14,0 -9,-16"), b.second)
    bow = soft("0,-18 12,-26 14,-18 12,-10", 0.4)
    b.part(union(bow, scaled(bow, -1, 1)), RED, "cloth", line=0.8)


@kind("potted plant", 22, 36, (98, 160, 90), (196, 106, 70), role="leaf", face=(0, -14, 9))
def _potted(b: Brush) -> None:
    for turn, length in ((-150, 40), (-30, 40), (-120, 54), (-60, 54), (-90, 62)):
        b.part(leaf(0, -34, length, 19, turn + 2 * b.wave()), None, "leaf", line=0.9)
    b.part(even("19,-32 14,0", 0.05), b.second)
    b.part(rounded(-22, -40, 22, -29, 3), b.second)


@kind("cactus", 46, 84, (84, 150, 98), (236, 132, 168), role="leaf", face=(0, -66, 9))
def _cactus(b: Brush) -> None:
    arms = (pipe("-8,-34,10 -22,-36,10 -23,-58,9"), pipe("8,-26,10 22,-28,10 23,-50,9"))
    b.part(union(rounded(-11, -94, 11, 0, 11), *arms))
    for x in (-4, 4):
        b.line([(x, -84), (x, -6)], shade(b.main, 0.25), 1.2, 150)
    for x, y in ((-8, -74), (8, -60), (-8, -20), (8, -44), (0, -50), (-24, -50), (24, -42)):
        b.line([(x - 1.6, y - 1.6), (x + 1.6, y + 1.6)], PAPER, 0.9)
    b.part(union(*petals(0, -95, 5, 6, 4, -90)), b.second, line=0.6)


@kind("log", 60, 22, (142, 98, 66), (226, 190, 136), role="wood", seat=(0, -34), round=False)
def _log(b: Brush) -> None:
    b.part(rounded(-48, -34, 40, 0, 16), None, "wood")
    for y in (-24, -13):
        b.line([(-36, y), (-8, y + 2), (22, y)], b.second if b.has("birch") else shade(b.main, 0.3), 1.4)
    b.part(ellipse(37, -17, 13, 17), b.second)
    for r in (8, 4):
        b.ink.stroke(ellipse(37, -17, r * 0.76, r), b.main, 1.4)


@kind("stump", 42, 28, (142, 98, 66), (226, 190, 136), role="wood", seat=(0, -56), face=(0, -24, 12))
def _stump(b: Brush) -> None:
    b.part(soft("-32,-54 -34,-20 -48,-2 -22,-6 -6,0 16,-6 48,-2 35,-20 32,-54", 0.3))
    b.part(ellipse(0, -54, 33, 11), b.second)
    for r in (22, 13, 5):
        b.ink.stroke(ellipse(0, -54, r, r * 0.32), b.main, 1.4)


@kind("rock", 54, 40, STONE, LEAF, role="stone", face=(0, -34, 14), seat=(0, -70))
def _rock(b: Brush) -> None:
    body = soft("-49,0 -50,-24 -36,-52 -12,-72 14,-70 36,-52 50,-22 48,0 0,3", 0.25)
    b.part(body)
    b.inside(body, hard("-12,-72 -2,-46 24,-34 36,-52 14,-72"), light(b.main, 0.35), 150)
    b.inside(body, hard("-2,-46 -16,-20 -8,4 24,4 24,-34"), shade(b.main, 0.15), 150)
    b.inside(body, soft("-60,-6 -36,-12 -20,-2 -40,8"), b.second, 180)


@kind("stone", 12, 8, (158, 154, 162), role="stone", face=(0, -34, 14), round=True)
def _stone(b: Brush) -> None:
    b.part(soft("-48,-14 -42,-42 -14,-62 20,-58 46,-34 48,-12 30,0 -32,0", 0.5))
    b.shine([(-26, -36), (-10, -46)], 4, 120)


@kind("leaf", 11, 12, (126, 170, 76), role="leaf", tilt=24, face=(0, -52, 10))
def _leaf(b: Brush) -> None:
    colour = _season(b)
    b.part(pipe("0,-14,3 1,0,4"), shade(colour, 0.3), line=0.7)
    b.part(even("0,-100 22,-72 32,-44 18,-18 0,-10", 0.45), colour)
    b.line([(0, -88), (0, -12)], shade(colour, 0.3), 2)
    for y in (-68, -50, -32):
        b.line([(0, y + 8), (16, y - 4)], shade(colour, 0.3), 1.4)
        b.line([(0, y + 8), (-16, y - 4)], shade(colour, 0.3), 1.4)


@kind("shell", 11, 9, (244, 186, 170), PAPER)
def _shell(b: Brush) -> None:
    b.part(soft("-14,-4 -46,-36 -40,-60 -22,-74 0,-80 22,-74 40,-60 46,-36 14,-4 0,0", 0.4))
    for x, y in ((-34, -54), (-18, -70), (0, -76), (18, -70), (34, -54)):
        b.line([(x * 0.15, -6), (x, y)], shade(b.main, 0.25), 2)
    b.part(rounded(-16, -9, 16, 0, 4))


@kind("star", 22, 21, (250, 208, 84), light=(0, -46), face=(0, -48, 15), round=True)
def _star(b: Brush) -> None:
    b.ink.glow(0, -48, 62, (255, 232, 150), 90 + 40 * b.wave())
    b.part(star(0, -48, 50, 5, 0.52))


@kind("moon", 60, 60, (250, 236, 190), light=(-8, -50), face=(-16, -52, 14))
def _moon(b: Brush) -> None:
    b.ink.glow(0, -50, 64, (255, 246, 210), 110)
    if not b.has("crescent", "sickle", "half", "new", "young"):
        b.part(ellipse(0, -50, 49, 49))
        for x, y, r in ((-18, -64, 10), (16, -40, 13), (4, -76, 6), (-12, -28, 7)):
            b.flat(ellipse(x, y, r, r), shade(b.main, 0.12))
        return
    b.part(minus(ellipse(0, -50, 49, 49), ellipse(24, -58, 40, 40)))


@kind("sun", 70, 70, (252, 204, 76), (246, 166, 60), light=(0, -50), face=(0, -52, 17), round=True)
def _sun(b: Brush) -> None:
    b.ink.glow(0, -50, 66, (255, 226, 140), 120)
    turn = 30 * b.turn
    for i in range(12):
        reach = 20 if i % 2 else 14
        a = math.radians(turn + 30 * i)
        b.part(leaf(33 * math.cos(a), -50 + 33 * math.sin(a), reach, 10, turn + 30 * i), b.second, line=0.7)
    b.part(ellipse(0, -50, 31, 31))


@kind("cloud", 90, 52, (248, 248, 252), (206, 216, 232), face=(0, -24, 13))
def _cloud(b: Brush) -> None:
    drift = 0.8 * b.wave()
    colour = (150, 154, 176) if b.has("dark", "rain", "storm", "stormy", "grey", "gray") else b.main
    puffs = ((-30, -17, 18), (-12, -32 + drift, 21), (14, -34 - drift, 20), (32, -18, 17))
    body = union(rounded(-46, -22, 48, 0, 11), *(ellipse(x, y, r, r) for x, y, r in puffs))
    b.part(body, colour)
    if b.has("rain", "rainy"):
        for i in range(6):
            b.line([(-30 + i * 12, 4), (-33 + i * 12, 12)], (110, 160, 214), 2)


@kind("rainbow", 220, 112, RED)
def _rainbow(b: Brush) -> None:
    colours = ((222, 80, 70), (240, 150, 62), (250, 214, 90), (110, 182, 96), (84, 150, 220), (146, 104, 196))
    for i, colour in enumerate(colours):
        r = 48 - i * 4
        path = minus(minus(ellipse(0, 0, r, r), ellipse(0, 0, r - 4.2, r - 4.2)), rounded(-60, 0, 60, 60, 0))
        b.flat(path, colour, 235)
    for x in (-36, 36):
        b.part(union(ellipse(x - 6, -4, 9, 6), ellipse(x + 7, -4, 9, 6), ellipse(x, -9, 9, 7)), (250, 250, 254))


@kind("snowman", 46, 80, SNOW, RED, (240, 140, 52), grip=(34, -58))
def _snowman(b: Brush) -> None:
    b.part(ellipse(0, -20, 26, 21))
    for s in (-1, 1):
        b.line([(16 * s, -50), (34 * s, -60)], WOOD, 1.8)
        b.line([(28 * s, -57), (33 * s, -66)], WOOD, 1.4)
    b.part(ellipse(0, -50, 19, 17))
    b.part(ellipse(0, -77, 14, 13))
    for y in (-54, -46, -20):
        b.flat(ellipse(2, y, 1.8, 1.8), INK)
    b.part(pipe("-14,-66,6 0,-62,7 14,-66,6"), b.second, "cloth")
    b.part(pipe("9,-64,6 12,-54,6 11,-44,7"), b.second, "cloth")
    b.part(hard("3,-78 20,-73 3,-73"), b.third, line=0.7)
    for x in (-4, 6):
        b.flat(ellipse(x, -81, 1.7, 2 if b.pose.blink < 2 else 0.5), INK)
    for i in range(5):
        low = -69.5 - (i - 2) ** 2 * 0.4 + 0.4 * b.pose.mouth
        b.flat(ellipse(-5 + i * 3, low, 0.9, 0.9 + 0.4 * b.pose.mouth), INK)
    b.part(rounded(-11, -100, 11, -87, 2), INK)
    b.part(rounded(-17, -89, 17, -86, 1), INK)


@lru_cache(maxsize=1)
def _six_arms() -> skia.Path:
    arms = []
    for i in range(6):
        a = math.radians(60 * i)
        c, s = math.cos(a), math.sin(a)
        arms.append(tube([(0, -50, 8), (46 * c, -50 + 46 * s, 7)]))
        for turn in (-50, 50):
            d = math.radians(60 * i + turn)
            x, y = 27 * c, -50 + 27 * s
            arms.append(tube([(x, y, 6), (x + 15 * math.cos(d), y + 15 * math.sin(d), 5)]))
    return union(*arms)


@kind("snowflake", 12, 12, (196, 224, 246), round=True, face=(0, -50, 8))
def _snowflake(b: Brush) -> None:
    b.part(_six_arms())


@kind("raindrop", 8, 11, (110, 172, 226), role="glass", face=(0, -34, 14))
def _raindrop(b: Brush) -> None:
    b.part(drop(0, -34, 33))
    b.shine([(-17, -32), (-12, -46)], 5)


@kind("wave", 80, 34, (70, 150, 200), SNOW, role="glass")
def _wave(b: Brush) -> None:
    d = 2 * b.wave()
    b.part(soft(f"-50,0 -34,-8 -18,{-26 + d} 2,{-40 + d} 22,-38 34,-26 30,-16 20,-22 12,-18 18,-6 50,0", 0.4))
    b.part(soft(f"-2,{-38 + d} 12,-44 26,-40 38,-24 32,-16 26,-26 14,-32", 0.4), b.second, line=0.7)


@kind("puddle", 40, 7, (120, 172, 214), role="glass")
def _puddle(b: Brush) -> None:
    b.part(soft("-50,-8 -30,-15 4,-14 34,-17 50,-8 30,0 -8,-1 -34,0", 0.5))
    b.ink.stroke(ellipse(4, -8, 18 + 3 * b.wave(), 3.4), (240, 248, 255), 1.2, 170)


@kind("nest", 22, 12, (166, 122, 76), (190, 216, 226), role="wood", seat=(0, -30), cabin=True)
def _nest(b: Brush) -> None:
    b.part(ellipse(0, -34, 42, 11), shade(b.main, 0.4))
    if not b.has("empty"):
        for x in (-18, 16, 0):
            b.part(ellipse(x, -38, 12, 14), b.second)
    bowl = soft("-48,-36 -30,-26 0,-23 30,-26 48,-36 40,-10 20,0 -20,0 -40,-10", 0.4)
    b.part(bowl)
    for x, y, t in (
        (-36, -24, 8),
        (-14, -14, -6),
        (12, -16, 7),
        (30, -24, -8),
        (-4, -6, 4),
        (-26, -10, 6),
        (24, -9, -5),
    ):
        b.line([(x - 12, y), (x + 12, y + t)], shade(b.main, 0.32), 1.8)


@kind("web", 40, 40, (168, 164, 184))
def _web(b: Brush) -> None:
    for i in range(8):
        a = math.radians(45 * i + 10)
        b.line([(0, -50), (50 * math.cos(a), -50 + 50 * math.sin(a))], b.main, 1.8)
    for r in (12, 24, 36, 47):
        turns = [math.radians(45 * i + 10) for i in range(9)]
        points = [(r * math.cos(a), -50 + r * math.sin(a)) for a in turns]
        for (x0, y0), (x1, y1) in pairwise(points):
            b.line([(x0, y0), ((x0 + x1) * 0.46, (y0 + y1 + 100) * 0.46 - 50), (x1, y1)], b.main, 0.9)
