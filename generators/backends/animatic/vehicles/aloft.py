"""Owns craft of air and space. Propellers, flames and burners move with the phase. Does not know: where they fly."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import BLUE, FLAME, GLASS, GOLD, INK, PAPER, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, poly, rounded
from generators.backends.animatic.shapes import even, hard, mirror, soft
from generators.backends.animatic.vehicles.wheels import TYRE, wheel, window

SHELF = Shelf()
kind = SHELF.kind
STILL = frozenset({"stand", "sit", "sleep", "lie"})


@kind(
    "airplane",
    400,
    157,
    (240, 240, 246),
    RED,
    BLUE,
    role="metal",
    seat=(35, -11),
    floor=(10, -10),
    face=(36, -17, 4),
    cabin=True,
)
def _airplane(b: Brush) -> None:
    b.part(hard("-44,-22 -49,-39 -41,-39 -30,-24"), b.second, "metal")
    b.part(soft("0,-22 -16,-32 -22,-32 -10,-19", 0.1), shade(b.main, 0.2), "metal")
    body = soft("-48,-22 -30,-27 20,-28 38,-26 47,-19 49,-14 42,-9 20,-6 -20,-8 -40,-15", 0.4)
    pane = soft("31,-19 31,-24 38,-24 43,-19", 0.2)
    b.part(minus(body, pane), None, "metal")
    b.inside(body, soft("-60,-17 0,-14 60,-16 60,-13 0,-11 -60,-14", 0.2), b.second)
    window(b, pane)
    for i in range(8):
        b.part(rounded(-26 + i * 6.6, -22, -22.6 + i * 6.6, -17.6, 1.2), GLASS, "glass", line=0.6)
    b.part(hard("-42,-21 -50,-23 -45,-17 -33,-18"), b.third, "metal", line=0.8)
    b.part(soft("10,-13 -16,0 -26,2 -24,-2 -10,-14", 0.12), b.third, "metal")
    b.part(rounded(-6, -6, 8, -1, 2.4), STEEL, "metal", line=0.8)
    if b.pose.action in STILL:
        for x in (-8, 30):
            b.part(ellipse(x, -1.5, 2.4, 2.4), TYRE, line=0.7)


@kind(
    "propeller plane",
    200,
    104,
    RED,
    PAPER,
    WOOD,
    role="metal",
    seat=(-3, -24),
    floor=(0, -16),
    face=(22, -24, 5),
    cabin=True,
)
def _propeller(b: Brush) -> None:
    b.part(hard("-44,-28 -49,-46 -40,-46 -28,-28"), b.second)
    body = soft("-46,-29 -20,-34 -8,-33 -6,-28 6,-28 8,-35 28,-34 38,-28 38,-18 26,-12 -10,-14 -36,-22", 0.35)
    b.part(body, None, "metal")
    b.inside(body, rounded(-60, -25, 60, -22, 0), b.second)
    for x in (-14, 18):
        b.line([(x, -46), (x + 4, -16)], STEEL, 1.6)
    b.part(rounded(-20, -51, 26, -46, 2.4), b.second)
    b.part(rounded(-22, -19, 28, -13, 2.4), b.second)
    b.line([(10, -12), (14, -6)], STEEL, 2)
    wheel(b, 15, -5, 5)
    reach = 16 * abs(math.cos(2 * math.pi * b.turn * 2)) + 3
    if b.pose.action not in STILL:
        b.flat(ellipse(43, -23, 3, 18), (230, 232, 240), 120)
    b.part(ellipse(43, -23, 2, reach), b.third, "wood", line=0.8)
    b.part(ellipse(42, -23, 4, 4), STEEL, "metal", line=0.8)


@kind(
    "helicopter",
    240,
    118,
    (84, 140, 190),
    RED,
    STEEL,
    role="metal",
    seat=(18, -14),
    floor=(10, -10),
    face=(4, -18, 0.2),
    cabin=True,
)
def _helicopter(b: Brush) -> None:
    b.part(soft("-46,-33 -40,-34 0,-29 0,-20 -42,-28", 0.15), None, "metal")
    b.part(hard("-48,-44 -42,-44 -37,-30 -45,-28"), b.second)
    a = 2 * math.pi * b.turn
    for s in (0.0, math.pi / 2):
        dx, dy = 7 * math.cos(a + s), 7 * math.sin(a + s)
        b.line([(-46 - dx, -36 - dy), (-46 + dx, -36 + dy)], b.third, 1.4)
    b.part(rounded(12, -46, 15, -34, 1), b.third, "metal")
    pane = soft("14,-17 15,-31 26,-33 37,-25 40,-17", 0.35)
    body = soft("-8,-20 -4,-33 12,-37 28,-35 40,-25 43,-14 34,-6 4,-6 -5,-11", 0.4)
    b.part(minus(body, pane), None, "metal")
    window(b, pane)
    b.flat(rounded(-4, -15, 10, -12, 1), b.second)
    for x in (4, 26):
        b.line([(x, -7), (x - 1, -2)], b.third, 1.8)
    b.part(rounded(-8, -3, 38, 0, 1.4), b.third, "metal", line=0.8)
    half = 42 if b.pose.action in STILL else 18 + 26 * abs(math.cos(a))
    if b.pose.action not in STILL:
        b.flat(ellipse(13.5, -46, 44, 2), (232, 234, 242), 130)
    b.part(rounded(13.5 - half, -47.4, 13.5 + half, -45, 1), b.third, "metal", line=0.8)


@kind(
    "rocket",
    92,
    220,
    (240, 238, 244),
    RED,
    BLUE,
    role="metal",
    seat=(0, -44),
    floor=(0, -40),
    face=(0, -42, 8),
    cabin=True,
)
def _rocket(b: Brush) -> None:
    if b.pose.action not in STILL:
        long = 20 + 4 * b.wave(3)
        b.ink.glow(0, -4, 26, FLAME, 150)
        b.part(soft(f"-7,-11 -8,0 0,{long} 8,0 7,-11", 0.4), FLAME, line=0.6, depth=0)
        b.flat(soft(f"-4,-11 -4,-2 0,{long * 0.6} 4,-2 4,-11", 0.4), (255, 236, 150))
    fin = soft("10,-34 20,-18 19,0 9,-11", 0.25)
    b.part(fin, b.second, "metal")
    b.part(mirror(fin), b.second, "metal")
    b.part(rounded(-8, -15, 8, -8, 1), STEEL, "metal")
    port = ellipse(0, -61, 7, 7)
    body = even("0,-100 9,-84 15,-60 14,-34 10,-13", 0.4)
    b.part(minus(body, port), None, "metal")
    b.inside(minus(body, port), rounded(-30, -110, 30, -80, 0), b.second)
    window(b, port)
    b.part(minus(ellipse(0, -61, 9, 9), port), b.third, "metal", line=0.8)
    b.part(even("0,-34 3,-20 0,0", 0.3), b.second, "metal", line=0.8)


@kind(
    "hot air balloon",
    220,
    336,
    RED,
    PAPER,
    (176, 122, 72),
    role="cloth",
    seat=(-3, -9),
    floor=(0, -4),
    light=(0, -30),
    face=(0, -64, 11),
    cabin=True,
)
def _hot_air_balloon(b: Brush) -> None:
    for x in (-8, 8):
        b.line([(x * 1.6, -38), (x * 0.8, -15)], WOOD, 0.8)
        b.line([(x * 0.7, -36), (x * 0.3, -15)], WOOD, 0.6)
    if b.pose.action not in STILL:
        b.glow(0, -34, 12, FLAME, 150)
        b.flame(0, -32, 7 + b.wave(3), 4)
    shape = even("0,-100 19,-95 32,-78 30,-60 18,-45 9,-36", 0.5)
    b.part(shape)
    for stripe in (
        "-21,-94 -10,-99 -14,-70 -6,-36 -9,-36 -27,-60 -31,-78",
        "10,-99 21,-94 31,-78 27,-60 9,-36 6,-36 14,-70",
    ):
        b.inside(shape, soft(stripe, 0.35), b.second)
    b.inside(shape, rounded(-40, -66, 40, -62, 0), (243, 196, 66), 235)
    b.part(rounded(-9, -38, 9, -34.5, 1), b.third, "cloth", line=0.8)
    basket = hard("-9,-15 9,-15 7.5,0 -7.5,0")
    b.part(basket, b.third, "wood")
    for y in (-11, -7, -3):
        b.line([(-8, y), (8, y)], shade(b.third, 0.3), 0.7)
    b.part(rounded(-10, -16.5, 10, -13.5, 1.2), b.third, "wood", line=0.8)


@kind(
    "ufo",
    180,
    92,
    (150, 160, 190),
    (120, 220, 170),
    GOLD,
    role="metal",
    seat=(-3, -24),
    floor=(0, -20),
    face=(0, -33, 8),
    cabin=True,
)
def _ufo(b: Brush) -> None:
    if b.has("beaming") or b.pose.action == "pull":
        b.flat(hard("-16,-8 16,-8 34,40 -34,40"), light(b.second, 0.3), 90)
    dome = soft("-20,-26 -17,-42 0,-50 17,-42 20,-26", 0.45)
    window(b, dome, shade(b.second, 0.3))
    b.flat(dome, b.second, 70)
    b.part(soft("-50,-20 -30,-27 0,-30 30,-27 50,-20 30,-10 0,-7 -30,-10", 0.5), None, "metal")
    b.part(soft("-22,-27 0,-31 22,-27 0,-24", 0.5), light(b.main, 0.3), "metal", line=0.7)
    for i, x in enumerate((-34, -18, 0, 18, 34)):
        on = (i + int(b.turn * 5)) % 2 == 0
        b.part(ellipse(x, -17 + abs(x) * -0.05, 3, 2.6), b.third if on else shade(b.third, 0.4), "glass", line=0.7)
    b.part(even("14,-9 8,-2 0,0", 0.4), shade(b.main, 0.2), "metal")


@kind("parachute", 110, 150, RED, PAPER, BLUE, role="cloth", seat=(0, -4), floor=(0, 0), face=(0, -80, 9))
def _parachute(b: Brush) -> None:
    sway = 2 * b.wave()
    for x in (-34, -14, 14, 34):
        b.line([(x + sway, -62), (x * 0.1, 0)], INK, 0.7)
    top = "-37,-62 -32,-84 -16,-97 0,-100 16,-97 32,-84 37,-62 26,-68 13,-62 0,-68 -13,-62 -26,-68"
    dome = soft(top, 0.4)
    b.ink.canvas.save()
    b.ink.canvas.translate(sway, 0)
    b.part(dome)
    for x in (-26, 0, 26):
        b.inside(
            dome,
            poly([(x * 0.1 - 1, -102), (x * 0.1 + 1, -102), (x + 6.5, -58), (x - 6.5, -58)]),
            b.second if x else b.third,
        )
    b.ink.canvas.restore()
