"""Owns things of play, travel, work and festival out of doors. Does not know: who uses them."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import (
    BLUE,
    FLAME,
    GLASS,
    GOLD,
    INK,
    IRON,
    LEAF,
    PAPER,
    RED,
    STEEL,
    STONE,
    WOOD,
    Brush,
    Shelf,
)  # fmt: skip
from generators.backends.animatic.kit import ellipse, minus, rounded, scallop, turned, union
from generators.backends.animatic.shapes import even, hard, heart, pipe, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind
HAY = (230, 190, 98)


@kind("skeleton", 36, 100, (240, 234, 218), INK, face=(0, -88, 6))
def _skeleton(b: Brush) -> None:
    bone = b.main
    for x in (-6, 6):
        b.part(pipe(f"{x},-42,3.4 {x * 1.2},-22,3 {x * 1.2},-2,3", 2), bone)
        b.part(pipe(f"{x * 1.2 - 1},-2,3.4 {x * 1.2 + x * 0.8},-1,3", 1), bone, line=0.8)
        b.part(pipe(f"{x * 2},-70,3 {x * 2.9},-54,2.6 {x * 2.7},-38,2.6", 2), bone)
    b.part(pipe("0,-76,3 0,-44,3.4", 1), bone)
    for i in range(4):
        y, w = -70 + i * 5.4, 11 - i * 1.2
        b.ink.stroke(
            soft_open(f"{-w},{y + 3} {-w * 0.6},{y - 1} 0,{y} {w * 0.6},{y - 1} {w},{y + 3}"), shade(bone, 0.12), 2.4
        )
    b.part(soft("-9,-46 0,-42 9,-46 7,-38 0,-41 -7,-38", 0.4), bone)
    b.part(union(ellipse(0, -90, 10, 9.6), rounded(-6, -86, 6, -77, 3)), bone)
    for x in (-4, 4):
        b.flat(ellipse(x, -89, 2.6, 3), b.second)
    b.flat(hard("0,-86 -1.4,-83.4 1.4,-83.4"), b.second)
    for x in (-3, 0, 3):
        b.line([(x, -81), (x, -78)], b.second, 0.8)


@kind("skis", 16, 84, (206, 76, 70), STEEL, INK, tilt=10)
def _skis(b: Brush) -> None:
    for x in (-4, 4):
        b.part(soft(f"{x - 3},0 {x - 3},-90 {x},-100 {x + 3},-90 {x + 3},0", 0.2))
        b.part(rounded(x - 3.4, -46, x + 3.4, -36, 1), b.third, line=0.7)
    for x in (-11, 11):
        b.line([(x, 0), (x, -80)], b.second, 1.6)
        b.part(ellipse(x, -7, 4, 1.6), b.second, line=0.6)


@kind("roller skate", 20, 18, (236, 116, 140), PAPER, BLUE, face=(-6, -50, 8))
def _roller_skate(b: Brush) -> None:
    b.part(soft("-38,-24 -40,-80 -8,-84 -4,-54 34,-46 46,-24", 0.25))
    b.part(rounded(-42, -26, 48, -16, 3), b.second)
    for x in (-28, 30):
        b.part(ellipse(x, -9, 9.5, 9.5), b.third)
        b.flat(ellipse(x, -9, 3, 3), PAPER)
    for i in range(3):
        b.line([(-8 + i * 8, -70 + i * 10), (4 + i * 9, -66 + i * 9)], b.second, 2.6)


@kind("ice skate", 20, 18, (226, 236, 246), STEEL, BLUE)
def _ice_skate(b: Brush) -> None:
    b.part(soft("-38,-26 -40,-84 -8,-88 -4,-58 34,-48 46,-26", 0.25))
    for x in (-24, 26):
        b.line([(x, -26), (x, -8)], b.second, 4)
    b.part(soft("-46,-8 46,-8 54,-14 56,-8 46,0 -44,0", 0.2), b.second, "metal")
    for i in range(3):
        b.line([(-8 + i * 8, -74 + i * 10), (4 + i * 9, -70 + i * 9)], b.third, 2.6)


@kind("fire hydrant", 22, 36, RED, GOLD, STEEL, role="metal", face=(0, -58, 10))
def _hydrant(b: Brush) -> None:
    b.part(rounded(-26, -8, 26, 0, 3))
    b.part(rounded(-18, -76, 18, -6, 4))
    b.part(rounded(-32, -56, 32, -38, 5), shade(b.main, 0.1))
    b.part(ellipse(0, -46, 11, 11), b.third)
    b.part(even("0,-96 14,-90 20,-76", 0.4))
    b.part(rounded(-5, -100, 5, -93, 2), b.second, line=0.7)


@kind("traffic cone", 20, 28, (238, 118, 50), PAPER, face=(0, -46, 9))
def _traffic_cone(b: Brush) -> None:
    b.part(rounded(-36, -9, 36, 0, 3), shade(b.main, 0.15))
    cone = hard("-6,-100 6,-100 25,-9 -25,-9")
    b.part(cone)
    for y in (-72, -40):
        b.inside(cone, rounded(-40, y - 7, 40, y + 8, 0), b.second)


@kind("jack in the box", 26, 44, (214, 84, 90), (88, 140, 204), GOLD, face=(0, -80, 7))
def _jack(b: Brush) -> None:
    bounce = 3 * b.wave(2)
    for i in range(5):
        b.ink.stroke(soft_open(f"-8,{-38 - i * 5} 0,{-35 - i * 5} 8,{-38 - i * 5}"), STEEL, 3)
    b.part(ellipse(0, -76 + bounce, 13, 13), (250, 214, 184))
    b.part(hard(f"-14,{-84 + bounce} 0,{-104 + bounce} 14,{-84 + bounce}"), b.second, "cloth")
    b.part(ellipse(0, -104 + bounce, 4, 4), b.third, line=0.7)
    b.part(scallop(0, -62 + bounce, 14, 5, 8, 0.4), b.third, "cloth", line=0.8)
    b.part(hard("-24,-36 -34,-56 -28,-58 -20,-38"), shade(b.main, 0.1), line=0.8)
    b.part(rounded(-25, -38, 25, 0, 2))
    b.part(star(0, -19, 12), b.third, line=0.7)


@kind("spinning top", 16, 20, (214, 78, 84), GOLD, BLUE, face=(0, -56, 11))
def _spinning_top(b: Brush) -> None:
    b.part(pipe("0,-76,6 0,-100,5", 1), WOOD, "wood")
    body = soft("-40,-62 -20,-78 20,-78 40,-62 26,-34 0,0 -26,-34", 0.35)
    b.part(body)
    b.inside(body, rounded(-60, -58, 60, -48, 0), b.second)
    b.inside(body, rounded(-60, -42, 60, -34, 0), b.third)
    b.shine([(-26, -70), (-14, -74)], 3)


@kind("yo yo", 11, 20, (222, 82, 92), PAPER, GOLD, face=(0, -24, 12))
def _yo_yo(b: Brush) -> None:
    b.line([(0, -48), (2, -74), (0, -98)], b.second, 2)
    b.ink.stroke(ellipse(0, -98, 4, 3), b.second, 2)
    b.part(ellipse(0, -25, 25, 25))
    b.part(ellipse(0, -25, 13, 13), b.third, line=0.7)
    b.flat(star(0, -25, 8), b.main)


@kind("pinwheel", 18, 34, (236, 96, 110), (250, 206, 84), BLUE)
def _pinwheel(b: Brush) -> None:
    b.part(pipe("0,0,3.6 0,-70,3.2", 1), WOOD, "wood")
    for i, colour in enumerate((b.main, b.second, b.third, LEAF)):
        vane = soft("0,-72 6,-98 26,-98 16,-84", 0.2)
        b.part(turned(vane, i * 90 + 360 * b.turn / 4, (0, -72)), colour, line=0.8)
    b.part(ellipse(0, -72, 4, 4), PAPER, line=0.7)


@kind("music box", 22, 22, (150, 92, 70), GOLD, (246, 176, 196), role="wood", face=(0, -18, 9))
def _music_box(b: Brush) -> None:
    b.part(hard("-40,-40 -32,-92 40,-92 44,-40"), shade(b.main, 0.15))
    b.part(hard("-32,-46 -27,-86 34,-86 37,-46"), (196, 214, 232), "glass", line=0.7)
    b.part(even("0,-72 3,-70 3,-60 13,-50 2,-49", 0.3), b.third, line=0.8)
    b.part(ellipse(0, -76, 4, 4.4), (250, 214, 184), line=0.7)
    b.part(rounded(-46, -44, 46, 0, 4))
    b.part(heart(0, -22, 9), b.second, line=0.7)
    b.ink.stroke(soft_open("46,-22 56,-22 56,-34"), b.second, 3)


@kind("magic lamp", 22, 14, GOLD, RED, role="metal", face=(2, -24, 9))
def _magic_lamp(b: Brush) -> None:
    b.ink.stroke(soft_open("30,-34 48,-44 46,-18 28,-16"), shade(b.main, 0.15), 5)
    b.part(soft("-52,-42 -46,-46 -28,-30 -10,-36 20,-36 34,-24 16,-10 -12,-10 -32,-20", 0.5))
    b.part(even("8,-12 18,-2 20,0", 0.3))
    b.part(even("0,-54 6,-48 14,-36", 0.4), light(b.main, 0.2))
    b.part(ellipse(0, -55, 3.6, 3.6), b.second, line=0.7)
    b.flat(soft(f"-48,-46 {-56 + 2 * b.wave()},-60 -46,-72 -52,-84 -40,-74 -46,-60", 0.5), (206, 190, 240), 150)


@kind("ship wheel", 44, 44, WOOD, GOLD, role="wood", round=True, face=(0, -50, 8))
def _ship_wheel(b: Brush) -> None:
    for i in range(8):
        b.part(turned(rounded(-2.6, -98, 2.6, -50, 2.4), i * 45, (0, -50)), line=0.8)
    b.part(minus(ellipse(0, -50, 36, 36), ellipse(0, -50, 28, 28)))
    b.part(ellipse(0, -50, 11, 11), b.second, "metal")


@kind("life ring", 24, 24, PAPER, RED, WOOD, round=True)
def _life_ring(b: Brush) -> None:
    ring = minus(ellipse(0, -50, 48, 48), ellipse(0, -50, 25, 25))
    b.part(ring)
    for i in range(4):
        b.inside(ring, turned(rounded(-13, -104, 13, -70, 0), i * 90 + 45, (0, -50)), b.second)
    b.ink.stroke(ellipse(0, -50, 49, 49), shade(b.third, 0.1), 2)


@kind("message in a bottle", 12, 28, (150, 204, 190), PAPER, WOOD, role="glass", tilt=50)
def _bottle_post(b: Brush) -> None:
    b.part(even("8,-94 8,-72 20,-54 20,-4 16,0", 0.25), b.second)
    b.part(even("8,-94 8,-72 20,-54 20,-4 16,0", 0.25), None, "glass", depth=0.6)
    b.part(rounded(-9, -50, 9, -10, 4), b.second, line=0.8)
    b.line([(-9, -30), (9, -30)], RED, 3)
    b.part(rounded(-7, -102, 7, -90, 2), b.third, "wood")


@kind("oar", 9, 84, (196, 146, 92), RED, role="wood", tilt=14)
def _oar(b: Brush) -> None:
    b.part(pipe("0,-100,2.6 0,-28,3", 1))
    blade = soft("-5,-32 5,-32 6,-6 0,0 -6,-6", 0.3)
    b.part(blade)
    b.inside(blade, rounded(-10, -10, 10, 2, 0), b.second)


@kind("phone booth", 42, 100, RED, GLASS, GOLD, role="metal", face=(0, -50, 7))
def _phone_booth(b: Brush) -> None:
    b.part(rounded(-20, -92, 20, 0, 2))
    b.part(even("0,-100 18,-96 22,-90", 0.2))
    b.part(rounded(-16, -89, 16, -84, 1), PAPER, line=0.6)
    for i in range(5):
        for x in (-14, -4.5, 5):
            b.part(rounded(x, -80 + i * 13, x + 8.5, -70 + i * 13, 1), b.second, "glass", line=0.5, depth=0.5)


@kind("party hat", 16, 22, (236, 110, 150), GOLD, BLUE, role="cloth", face=(0, -30, 9))
def _party_hat(b: Brush) -> None:
    cone = hard("0,-92 32,0 -32,0")
    b.part(cone)
    for y, x, c in (
        (-66, 2, b.second),
        (-42, -8, b.third),
        (-46, 10, LEAF),
        (-16, -16, b.second),
        (-14, 6, b.third),
        (-20, 20, PAPER),
    ):
        b.inside(cone, ellipse(x, y, 5, 5), c)
    b.part(scallop(0, -94, 9, 8, 8, 0.4), b.second, line=0.8)


@kind("christmas ornament", 10, 13, (206, 58, 66), GOLD, face=(0, -36, 13))
def _ornament(b: Brush) -> None:
    b.part(ellipse(0, -38, 36, 36))
    b.part(rounded(-8, -82, 8, -72, 2), b.second, "metal")
    b.ink.stroke(ellipse(0, -88, 6, 6), b.second, 2.6)
    b.ink.stroke(soft_open("-34,-42 -20,-32 -6,-44 8,-32 22,-44 34,-34"), b.second, 3.4)
    b.shine([(-20, -58), (-10, -66)], 4)


@kind("firework", 60, 70, (240, 96, 120), GOLD, (120, 200, 250), light=(0, -66))
def _firework(b: Brush) -> None:
    reach = 0.55 + 0.45 * b.turn
    b.glow(0, -62, 40, b.second, 120)
    for ring, colour in ((1.0, b.main), (0.68, b.second), (0.36, b.third)):
        for i in range(12):
            a = math.radians(i * 30 + ring * 15)
            r = 38 * ring * reach
            x, y = math.cos(a) * r, -62 + math.sin(a) * r
            b.line([(x * 0.7, -62 + (y + 62) * 0.7), (x, y)], colour, 1.6)
            b.flat(star(x, y, 3.4, 4, 0.35), colour)
    b.line([(0, -40), (2, -20), (0, 0)], (250, 220, 160), 1.4, 130)


@kind("dynamite", 14, 22, (208, 64, 56), PAPER, INK, light=(14, -100))
def _dynamite(b: Brush) -> None:
    for x in (-18, 18, 0):
        b.part(rounded(x - 11, -66, x + 11, 0, 3))
        b.part(ellipse(x, -66, 11, 4), light(b.main, 0.3), line=0.7)
    b.part(rounded(-31, -42, 31, -26, 2), b.third, line=0.8)
    b.ink.stroke(soft_open("0,-66 4,-82 12,-92"), b.second, 2.4)
    b.glow(13, -96, 16, FLAME, 170)
    b.flat(star(13, -95, 7, 6, 0.4), (255, 226, 120))


@kind("tire", 30, 30, (66, 64, 76), STEEL, round=True, face=(0, -50, 9))
def _tire(b: Brush) -> None:
    b.part(ellipse(0, -50, 49, 49))
    for i in range(16):
        b.flat(turned(rounded(-4, -99, 4, -92, 1), i * 22.5, (0, -50)), light(b.main, 0.2))
    b.part(ellipse(0, -50, 27, 27), b.second, "metal")
    b.part(ellipse(0, -50, 8, 8), shade(b.second, 0.4), line=0.7)


@kind("stage", 160, 70, (150, 98, 66), RED, GOLD, role="wood", seat=(0, -14))
def _stage(b: Brush) -> None:
    b.part(rounded(-50, -12, 50, 0, 1))
    b.part(rounded(-46, -44, 46, -12, 0), shade(b.second, 0.5), line=0.7)
    for x in (-1, 1):
        curtain = soft(f"{46 * x},-44 {24 * x},-44 {30 * x},-26 {36 * x},-12 {46 * x},-12", 0.3)
        b.part(curtain, b.second, "cloth")
        for dx in (32, 38, 43):
            b.line([(dx * x * 0.94, -42), (dx * x, -13)], shade(b.second, 0.35), 1)
    for i in range(6):
        b.part(
            soft(f"{-46 + i * 15.4},-44 {-30.6 + i * 15.4},-44 {-38.3 + i * 15.4},-36", 0.3),
            b.second,
            "cloth",
            line=0.8,
        )


@kind("picnic basket", 34, 24, (206, 160, 100), RED, PAPER, role="wood", face=(0, -22, 10), grip=(0, -80))
def _picnic_basket(b: Brush) -> None:
    b.ink.stroke(soft_open("-34,-44 -26,-78 0,-86 26,-78 34,-44"), shade(b.main, 0.2), 5)
    b.part(hard("-46,-48 46,-48 38,0 -38,0"))
    for y in (-36, -24, -12):
        b.line([(-43 - y * 0.05, y), (43 + y * 0.05, y)], shade(b.main, 0.28), 2, 150)
    cloth = soft("-50,-50 50,-50 44,-34 30,-40 14,-30 -4,-40 -20,-30 -36,-38 -46,-32", 0.3)
    b.part(cloth, b.third, "cloth")
    for i in range(7):
        b.inside(cloth, rounded(-50 + i * 15, -54, -43 + i * 15, -20, 0), b.second, 200)


@kind("megaphone", 30, 16, (226, 92, 74), PAPER, GOLD, face=(-30, -30, 6))
def _megaphone(b: Brush) -> None:
    b.part(hard("-30,-40 40,-66 40,-2 -30,-26"))
    b.part(ellipse(42, -34, 9, 32), b.second)
    b.part(rounded(-44, -42, -28, -24, 4), b.third)
    b.ink.stroke(soft_open("-14,-24 -14,-6 2,-6 4,-20"), STONE, 4)


@kind("metal detector", 20, 70, IRON, RED, role="metal", tilt=18, grip=(0, -80))
def _detector(b: Brush) -> None:
    b.part(pipe("0,-98,3 0,-8,2.6", 1))
    b.part(ellipse(0, -5, 22, 5), b.second)
    b.part(rounded(-6, -84, 8, -72, 2), b.second)
