"""Owns buildings and street furniture that stand on the set. Lit windows by "lit"; sails and flags move by phase.

Does not know: places, who lives there.
"""

from __future__ import annotations

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.crafting import (
    BLUE,
    GOLD,
    INK,
    IRON,
    LEAF,
    PAPER,
    RED,
    STONE,
    WOOD,
    Brush,
    Shelf,
)
from generators.backends.animatic.kit import ellipse, minus, poly, rounded, turned, union
from generators.backends.animatic.shapes import even, hard, mirror, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind
PANE: RGB = (150, 196, 220)
WARM: RGB = (255, 222, 130)


def _window(b: Brush, x: float, y: float, w: float, h: float, frame: RGB = PAPER) -> None:
    """A window with a cross; warm when the house is lit."""
    lit = b.has("lit", "glowing", "bright", "warm")
    b.part(rounded(x - w / 2, y - h / 2, x + w / 2, y + h / 2, 0.6), frame, line=0.7)
    b.flat(rounded(x - w * 0.38, y - h * 0.38, x + w * 0.38, y + h * 0.38, 0.3), WARM if lit else PANE)
    b.line([(x, y - h * 0.38), (x, y + h * 0.38)], frame, 0.9)
    b.line([(x - w * 0.38, y), (x + w * 0.38, y)], frame, 0.9)


def _door(b: Brush, x: float, w: float, h: float, colour: RGB) -> None:
    shape = soft(f"{x - w / 2},0 {x - w / 2},{-h * 0.75} {x},{-h} {x + w / 2},{-h * 0.75} {x + w / 2},0", 0.3)
    b.part(shape, INK if b.has("open") else colour, "wood")
    b.flat(ellipse(x + w * 0.28, -h * 0.42, 0.9, 0.9), GOLD)


def _flag(b: Brush, x: float, y: float, size: float, colour: RGB) -> None:
    b.line([(x, y), (x, y - size * 1.5)], IRON, 0.8)
    tip = y - size * 1.15 + 0.18 * size * b.wave()
    b.part(poly([(x, y - size * 1.5), (x + size * 1.15, tip), (x, y - size * 0.75)]), colour, "cloth", line=0.7)


def _smoke(b: Brush, x: float, y: float) -> None:
    for i in range(3):
        age = (i + b.turn) / 3
        b.flat(ellipse(x + 5 * age, y - 13 * age, 2 + 2.6 * age, 2 + 2.2 * age), (244, 242, 246), 170 * (1 - age))


@kind("house", 230, 240, (244, 218, 176), (192, 84, 66), (96, 130, 160), face=(0, -47, 14))
def _house(b: Brush) -> None:
    _smoke(b, 24, -90)
    b.part(rounded(19, -90, 29, -66, 1), shade(b.second, 0.2), "stone")
    b.part(rounded(-36, -54, 36, 0, 1))
    b.part(hard("-36,-54 36,-54 0,-92"), line=0.8)
    b.part(hard("0,-100 47,-52 42,-47 0,-89 -42,-47 -47,-52"), b.second)
    b.part(ellipse(0, -66, 6, 6), PAPER, line=0.7)
    b.flat(ellipse(0, -66, 4.2, 4.2), WARM if b.has("lit") else PANE)
    for x in (-21, 21):
        _window(b, x, -34, 15, 16)
        b.part(rounded(x - 9, -25, x + 9, -21, 1), LEAF, "leaf", line=0.6)
    _door(b, 0, 14, 30, b.third)
    for x in (-30, 30):
        b.part(soft(f"{x - 9},0 {x - 8},-6 {x},-11 {x + 8},-6 {x + 9},0"), LEAF, "leaf", line=0.8)


@kind("hut", 150, 140, (176, 128, 84), (222, 186, 108), role="wood", face=(0, -36, 10))
def _hut(b: Brush) -> None:
    b.part(rounded(-34, -48, 34, 0, 1))
    for y in (-40, -30, -20, -10):
        b.line([(-33, y), (33, y)], shade(b.main, 0.3), 1, 150)
    _door(b, -8, 17, 34, (112, 76, 56))
    _window(b, 19, -27, 13, 12, (112, 76, 56))
    roof = even("0,-94 20,-72 50,-42 44,-38 20,-44 0,-42", 0.3)
    b.part(roof, b.second, "cloth")
    for x in (-30, -18, -6, 6, 18, 30):
        b.line([(x * 0.4, -76), (x, -48)], shade(b.second, 0.3), 1, 170)


def _battlement(b: Brush, x0: float, x1: float, y: float, teeth: int, colour: RGB) -> None:
    """A wall from y down to the ground with teeth on top."""
    step = (x1 - x0) / (teeth * 2 - 1)
    shapes = (rounded(x0 + 2 * i * step, y - 4, x0 + (2 * i + 1) * step, y + 2, 0.4) for i in range(teeth))
    b.part(union(rounded(x0, y, x1, 0, 0.5), *shapes), colour, "stone")


def _turret(b: Brush, x: float, y: float, w: float, roof: float, colour: RGB) -> None:
    b.part(rounded(x - w / 2, y, x + w / 2, 0, 0.5), b.main, "stone")
    b.flat(rounded(x - 1.4, y + 6, x + 1.4, y + 12, 1.4), WARM if b.has("lit") else INK)
    _flag(b, x, y - roof + 1, 5, GOLD)
    b.part(poly([(x - w * 0.66, y + 1), (x, y - roof), (x + w * 0.66, y + 1)]), colour)


@kind("castle", 470, 480, (206, 200, 214), (74, 100, 176), (206, 78, 84), role="stone", face=(0, -44, 8))
def _castle(b: Brush) -> None:
    _turret(b, 0, -66, 16, 22, b.second)
    for s in (-1, 1):
        _turret(b, 19 * s, -54, 12, 17, b.third)
    _battlement(b, -34, 34, -36, 7, b.main)
    for s in (-1, 1):
        _turret(b, 38 * s, -46, 15, 21, b.second)
    for x in (-20, 20):
        b.flat(rounded(x - 1.6, -27, x + 1.6, -20, 1.6), WARM if b.has("lit") else INK)
    b.part(soft("-10,0 -10,-16 0,-25 10,-16 10,0", 0.35), shade(b.main, 0.3), "stone")
    b.part(soft("-7.5,0 -7.5,-14 0,-21 7.5,-14 7.5,0", 0.35), (96, 66, 62), "wood", line=0.7)
    for x, y in ((-28, -12), (-16, -8), (26, -14), (16, -30), (-24, -31), (28, -6), (-6, -30)):
        b.flat(rounded(x - 2, y - 1, x + 2, y + 1, 0.4), shade(b.main, 0.14))


@kind("tower", 110, 320, STONE, (150, 84, 76), role="stone", face=(0, -68, 6), top=(0, -80))
def _tower(b: Brush) -> None:
    _flag(b, 0, -94, 5, GOLD)
    b.part(even("10,-72 12,0", 0), None, "stone")
    b.part(rounded(-14, -76, 14, -68, 0.6))
    b.part(hard("-16,-75 0,-97 16,-75"), b.second)
    for y in (-58, -38):
        b.flat(rounded(-2, y, 2, y + 8, 2), WARM if b.has("lit") else INK)
    for x, y in ((-6, -48), (5, -30), (-5, -18), (6, -62), (-7, -64), (7, -10)):
        b.flat(rounded(x - 2.4, y, x + 2.4, y + 2, 0.4), shade(b.main, 0.16))
    _door(b, 0, 9, 15, (112, 76, 56))


@kind("lighthouse", 130, 420, (244, 240, 234), RED, light=(0, -83.5), face=(0, -52, 6))
def _lighthouse(b: Brush) -> None:
    b.part(rounded(-14, -4, 14, 0, 1), STONE, "stone")
    body = even("6.5,-74 12,-3", 0)
    b.part(body)
    for y in (-68, -46, -24):
        b.inside(body, rounded(-20, y, 20, y + 11, 0), b.second)
    for y in (-52, -30):
        b.flat(rounded(-1.6, y, 1.6, y + 5, 1.6), INK)
    _door(b, 0, 6, 10, (112, 76, 56))
    b.glow(0, -83.5, 22)
    if b.lit and b.has("lit", "shining", "glowing", "bright"):
        b.flat(hard("4,-84 60,-94 60,-74"), (255, 240, 180), 90)
    b.part(rounded(-5, -90, 5, -76, 0.6), (255, 236, 160) if b.lit else PANE, "glass")
    b.line([(0, -90), (0, -76)], IRON, 0.8)
    b.part(rounded(-9.5, -77, 9.5, -73.6, 0.6), IRON, "metal")
    b.part(soft("-7,-89 -4,-95 0,-98 4,-95 7,-89", 0.3), b.second)
    b.line([(0, -97), (0, -100)], IRON, 1)


@kind("windmill", 190, 270, (236, 220, 190), (150, 84, 66), (246, 240, 226), face=(0, -30, 7))
def _windmill(b: Brush) -> None:
    b.part(even("11,-62 18,0", 0), None, "stone")
    b.part(soft("-13,-60 -9,-72 0,-77 9,-72 13,-60", 0.35), b.second)
    _window(b, 0, -34, 7, 8)
    _door(b, 0, 10, 18, (112, 76, 56))
    angle = 90 * b.turn + 22
    for i in range(4):
        sail = union(rounded(-1, -100, 1, -64, 0.4), rounded(0, -98, 9, -72, 0.4))
        b.part(turned(sail, angle + 90 * i, (0, -64)), b.third, "cloth", line=0.8)
    b.part(ellipse(0, -64, 2.6, 2.6), b.second)


@kind("church", 190, 300, (240, 232, 220), (104, 110, 140), face=(0, -30, 6))
def _church(b: Brush) -> None:
    b.line([(0, -92), (0, -100)], GOLD, 1)
    b.line([(-2.4, -97.4), (2.4, -97.4)], GOLD, 1)
    b.part(rounded(-30, -30, 30, 0, 0.5))
    b.part(hard("-33,-29 -24,-46 24,-46 33,-29"), b.second)
    b.part(rounded(-11, -62, 11, 0, 0.5))
    b.part(hard("-13,-61 0,-93 13,-61"), b.second)
    b.part(ellipse(0, -50, 5, 5), GOLD, line=0.7)
    for x in (-21, 21):
        arch = soft(f"{x - 3},-9 {x - 3},-19 {x},-23 {x + 3},-19 {x + 3},-9", 0.3)
        b.part(arch, WARM if b.has("lit") else PANE, line=0.7)
    _door(b, 0, 10, 20, (112, 76, 56))


@kind("barn", 220, 190, (184, 58, 52), PAPER, (96, 66, 74), role="wood", face=(0, -62, 7))
def _barn(b: Brush) -> None:
    b.part(hard("-38,0 -38,-46 -26,-70 0,-84 26,-70 38,-46 38,0"))
    b.part(hard("0,-90 30,-74 45,-46 39,-42 26,-68 0,-82 -26,-68 -39,-42 -45,-46 -30,-74"), b.third)
    b.part(rounded(-7, -64, 7, -52, 0.5), b.second, line=0.8)
    b.flat(rounded(-5, -62, 5, -54, 0.3), INK)
    b.part(rounded(-18, -36, 18, 0, 0.5), b.second, line=0.8)
    for x in (-8.5, 8.5):
        b.flat(rounded(x - 7, -34, x + 7, 0, 0.3), shade(b.main, 0.2))
        b.line([(x - 7, -33), (x + 7, -1)], b.second, 1.8)
        b.line([(x + 7, -33), (x - 7, -1)], b.second, 1.8)


@kind("skyscraper", 150, 420, (120, 150, 184), PANE, face=(0, -70, 8))
def _skyscraper(b: Brush) -> None:
    b.line([(0, -94), (0, -100)], IRON, 1)
    b.part(rounded(-9, -95, 9, -86, 0.5))
    b.part(rounded(-16, -88, 16, 0, 0.6))
    for row in range(11):
        for col in range(4):
            lit = b.has("lit") or (row * 7 + col * 5 + b.seed) % 4 == 0
            x, y = -13 + col * 7, -84 + row * 7
            b.flat(rounded(x, y, x + 4.6, y + 4.4, 0.3), WARM if lit else light(b.second, 0.2))
    b.part(rounded(-4, -6, 4, 0, 0.4), INK)


@kind("shop", 180, 150, (240, 214, 170), RED, PAPER, face=(0, -72, 8))
def _shop(b: Brush) -> None:
    b.part(rounded(-44, -82, 44, 0, 1))
    b.part(rounded(-34, -79, 34, -66, 1), b.second)
    b.part(rounded(-38, -44, 6, -14, 0.6), PAPER, line=0.8)
    b.flat(rounded(-35, -41, 3, -17, 0.3), WARM if b.has("lit") else PANE)
    for x in (-28, -16, -5):
        b.part(ellipse(x, -20, 5, 4), (214, 152, 82), line=0.6)
    b.part(rounded(14, -46, 34, 0, 0.6), (112, 76, 56), "wood")
    b.flat(rounded(17, -42, 31, -22, 0.3), PANE)
    for i in range(8):
        left = -46 + i * 11.5
        strip = soft(f"{left},-62 {left + 11.5},-62 {left + 11.5},-48 {left + 5.7},-44 {left},-48", 0.1)
        b.part(strip, b.second if i % 2 else b.third, "cloth", line=0.7)


@kind("tent", 120, 84, (226, 150, 70), (120, 84, 66), PAPER, role="cloth", face=(0, -44, 7))
def _tent(b: Brush) -> None:
    for s in (-1, 1):
        b.line([(26 * s, -20), (50 * s, -1)], INK, 1)
    b.part(hard("0,-68 46,0 -46,0"))
    b.part(hard("0,-68 14,0 -14,0"), shade(b.main, 0.55), "cloth", depth=0.2)
    flap = hard("0,-66 -14,0 -24,0 -12,-24")
    b.part(flap, light(b.main, 0.2))
    b.part(mirror(flap), light(b.main, 0.2))
    b.line([(0, -66), (0, -70)], b.second, 2)


@kind("well", 60, 84, STONE, (168, 92, 66), (92, 150, 190), role="stone", seat=(0, -40), face=(0, -20, 10))
def _well(b: Brush) -> None:
    for x in (-24, 20):
        b.part(rounded(x, -84, x + 4, -34, 1), WOOD, "wood")
    b.part(pipe("-24,-62,4 0,-62,4 24,-62,4"), WOOD, "wood")
    b.line([(2, -62), (2, -48)], INK, 1.2)
    b.part(hard("-4,-50 8,-50 6,-40 -2,-40"), WOOD, "wood", line=0.8)
    b.part(hard("0,-100 40,-76 36,-72 -36,-72 -40,-76"), b.second)
    wall = rounded(-32, -38, 32, 0, 3)
    b.part(wall)
    for row in range(4):
        for x in range(-40 + (row % 2) * 7, 34, 14):
            brick = rounded(max(x, -31), -37 + row * 9.4, min(x + 14, 31), -28 + row * 9.4, 1)
            b.ink.stroke(brick, shade(b.main, 0.3), 1, 110)
    b.part(ellipse(0, -38, 34, 5), b.main, line=0.8)
    b.flat(ellipse(0, -37.4, 29, 3.4), b.third)


@kind("fence", 110, 46, (206, 166, 116), role="wood", seat=(0, -40))
def _fence(b: Brush) -> None:
    for y in (-30, -14):
        b.part(rounded(-50, y, 50, y + 5, 1))
    for i in range(7):
        x = -46 + i * 14
        b.part(hard(f"{x},0 {x},-36 {x + 4},-42 {x + 8},-36 {x + 8},0"))


@kind("gate", 100, 100, IRON, GOLD, STONE, role="metal")
def _gate(b: Brush) -> None:
    spread = 0.35 if b.has("open", "opened") else 1.0
    for s in (-1, 1):
        for i in range(6):
            x = s * (38 - (i * 7 * spread))
            b.line([(x, -66 - 3 * i), (x, -4)], b.main, 2.2)
            b.flat(hard(f"{x - 2},{-66 - 3 * i} {x},{-73 - 3 * i} {x + 2},{-66 - 3 * i}"), b.second)
        for y in (-58, -12):
            b.line([(s * 38, y), (s * 38 * (1 - spread) + s * 2, y)], b.main, 2.6)
        b.part(rounded(s * 44 - 6, -86, s * 44 + 6, 0, 1), b.third, "stone")
        b.part(ellipse(s * 44, -92, 6, 6), b.third, "stone")


@kind("bridge", 260, 80, STONE, (150, 110, 80), role="stone", floor=(0, -22))
def _bridge(b: Brush) -> None:
    deck = soft("-50,-6 -26,-18 0,-23 26,-18 50,-6 50,0 -50,0", 0.3)
    wood = b.role == "wood"
    b.part(minus(deck, union(ellipse(-17, 2, 11, 13), ellipse(17, 2, 11, 13))))
    b.part(soft("-50,-6 -26,-18 0,-23 26,-18 50,-6 50,-11 26,-24 0,-29 -26,-24 -50,-11", 0.3), light(b.main, 0.15))
    for x, y in ((-36, -16), (-18, -22), (0, -26), (18, -22), (36, -16)):
        b.part(rounded(x - 1.6, y - 5, x + 1.6, y + 4, 0.6), b.second if wood else b.main, line=0.8)


@kind("statue", 44, 120, (176, 178, 186), STONE, role="stone", face=(0, -86, 5))
def _statue(b: Brush) -> None:
    b.part(rounded(-17, -16, 17, 0, 1), b.second)
    b.part(rounded(-13, -26, 13, -14, 1), b.second)
    b.part(soft("-6,-26 -9,-48 -10,-68 -4,-76 4,-76 10,-68 9,-48 7,-26", 0.3))
    b.part(pipe("8,-70,6 16,-80,5 13,-96,4.5"))
    b.part(pipe("-9,-70,6 -14,-58,5 -8,-48,5"))
    b.part(soft("-7,-85 -5,-93 2,-95 7,-90 7,-83 2,-77 -4,-78", 0.5))
    b.ink.stroke(soft_open("-6,-60 0,-50 -4,-36"), shade(b.main, 0.3), 1.2, 150)


@kind("fountain", 110, 96, STONE, (140, 200, 230), role="stone", face=(0, -14, 8))
def _fountain(b: Brush) -> None:
    rise = 3 * b.wave(2)
    for s in (-1, 1):
        for k, reach in ((0, 12), (1, 24)):
            jet = [(0, -70), (s * reach * 0.6, -82 - rise + 6 * k), (s * reach, -56), (s * (reach + 3), -34 + 12 * k)]
            b.line(jet, b.second, 2.6, 190)
    b.part(rounded(-4, -56, 4, -20, 1))
    b.part(soft("-22,-58 22,-58 12,-48 -12,-48", 0.3))
    b.part(soft("-46,-24 46,-24 40,-3 0,0 -40,-3", 0.2))
    b.part(ellipse(0, -24, 47, 6), line=0.8)
    b.flat(ellipse(0, -23.4, 41, 4), b.second)


@kind("sign", 40, 56, WOOD, PAPER, role="wood", face=(0, -72, 12))
def _sign(b: Brush) -> None:
    b.part(rounded(-4, -60, 4, 0, 1))
    b.part(hard("-34,-94 22,-94 38,-76 22,-58 -34,-58"))
    for y in (-84, -76, -68):
        b.line([(-24, y), (14, y)], b.second, 2.4)


@kind("bench", 100, 52, (176, 118, 72), IRON, role="wood", seat=(0, -24))
def _bench(b: Brush) -> None:
    for x in (-40, 34):
        b.part(rounded(x, -46, x + 5, 0, 1), b.second, "metal", line=0.8)
    for y in (-50, -40):
        b.part(rounded(-48, y, 48, y + 8, 2))
    b.part(rounded(-50, -25, 50, -18, 2))


@kind("mailbox", 24, 66, (206, 62, 60), IRON, GOLD, role="metal", face=(0, -76, 9))
def _mailbox(b: Brush) -> None:
    b.part(rounded(-4, -58, 4, 0, 1), WOOD, "wood")
    b.part(soft("-17,-56 -17,-84 0,-98 17,-84 17,-56", 0.35))
    b.flat(rounded(-10, -72, 10, -68, 1), INK)
    b.part(rounded(17, -92, 20, -70, 0.6), b.third, line=0.7)
    b.part(rounded(17, -92, 27, -84, 0.6), b.third, line=0.7)


@kind("traffic light", 20, 104, (70, 68, 84), role="metal")
def _traffic(b: Brush) -> None:
    b.part(rounded(-2, -62, 2, 0, 0.6))
    b.part(rounded(-9, -100, 9, -60, 3))
    now = int(b.turn * 3) if not (b.has("green") or b.has("red")) else (2 if b.has("green") else 0)
    for i, colour in enumerate(((226, 70, 60), (246, 196, 70), (96, 186, 96))):
        b.flat(ellipse(0, -92 + i * 12, 4.6, 4.6), colour if i == now else shade(colour, 0.65))
    b.ink.glow(0, -92 + now * 12, 14, GOLD, 110)


@kind("scarecrow", 60, 92, (196, 88, 70), (226, 190, 110), BLUE, role="cloth")
def _scarecrow(b: Brush) -> None:
    b.part(rounded(-2, -50, 2, 0, 0.6), WOOD, "wood")
    b.part(pipe("-32,-60,4 0,-61,4 32,-60,4"), WOOD, "wood")
    for s in (-1, 1):
        for k in (-3, 0, 3):
            b.line([(28 * s, -60), (36 * s, -60 + k)], b.second, 1.6)
        b.line([(6 * s, -18), (8 * s, -12)], b.second, 2)
    b.part(soft("-27,-65 -10,-68 10,-68 27,-65 27,-55 11,-55 13,-18 -13,-18 -11,-55 -27,-55", 0.15))
    b.part(rounded(-4, -40, 6, -30, 1), b.third, "cloth", line=0.7)
    b.part(ellipse(0, -77, 11, 11), b.second)
    for x in (-4, 4):
        b.flat(ellipse(x, -79, 1.6, 1.8 if b.pose.blink < 2 else 0.5), INK)
    b.ink.stroke(soft_open(f"-5,-73 0,{-70 + b.pose.mouth} 5,-73"), INK, 1.2)
    b.part(soft("-17,-84 -8,-87 -6,-98 6,-98 8,-87 17,-84 0,-82", 0.3), WOOD, "cloth")
