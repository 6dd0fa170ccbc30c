"""Owns vehicles moved by muscle, animals or gravity, and trains. Wheels turn. Does not know: who rides."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import GOLD, INK, IRON, PAPER, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, moved, rounded, tube, union
from generators.backends.animatic.shapes import hard, pipe, soft, soft_open
from generators.backends.animatic.vehicles.wheels import TYRE, angle, bounce, lamp, smoke, spoked, wheel, window

SHELF = Shelf()
kind = SHELF.kind


@kind(
    "bicycle",
    108,
    68,
    (52, 150, 150),
    STEEL,
    (96, 62, 50),
    seat=(-12, -50),
    floor=(-4, -12),
    bars=(22, -56),
    pedal=(-4, -17),
)
def _bicycle(b: Brush) -> None:
    for hub in (-30, 30):
        spoked(b, hub, -20, 20, TYRE, 10, 0.11)
    a = math.radians(angle(b))
    for s in (0.0, math.pi):
        x, y = -4 + 8 * math.cos(a + s), -17 + 8 * math.sin(a + s)
        b.part(tube([(-4, -17, 2), (x, y, 2)]), b.second, "metal", line=0.6)
        b.part(rounded(x - 4, y - 1.4, x + 4, y + 1.4, 1), INK, line=0.5)
    frame = (
        "-30,-20,3 -4,-17,3",
        "-30,-20,2.6 -12,-42,2.6",
        "-4,-17,3 -13,-46,3",
        "-4,-17,3.4 20,-42,3.4",
        "-12,-42,3 21,-45,3",
    )
    b.part(union(pipe("30,-20,3 24,-36,3 20,-54,3"), *(pipe(line) for line in frame)), None, "metal")
    b.part(ellipse(-4, -17, 5, 5), b.second, "metal", line=0.7)
    b.part(soft("-24,-49 -18,-52 -4,-49 -6,-46 -18,-45", 0.4), b.third, "cloth")
    b.part(pipe("20,-54,3 22,-59,3 28,-58,3 29,-54,3"), b.second, "metal", line=0.8)
    if b.has("basket"):
        b.part(hard("26,-54 44,-54 41,-40 29,-40"), WOOD, "wood")


@kind("scooter", 66, 84, (226, 92, 110), STEEL, INK, role="metal", floor=(-6, -16), seat=(-4, -16), bars=(30, -96))
def _scooter(b: Brush) -> None:
    wheel(b, -30, -9, 9)
    wheel(b, 34, -9, 9)
    b.part(pipe("-30,-12,5 -18,-14,6 18,-14,6 26,-24,6"), None, "metal")
    b.part(pipe("34,-10,4 28,-50,4 25,-94,4"), b.second, "metal")
    b.part(pipe("16,-97,5 26,-98,5 36,-96,5"), b.third)


@kind("skateboard", 62, 15, (92, 150, 200), RED, seat=(0, -18), floor=(0, -18))
def _skateboard(b: Brush) -> None:
    wheel(b, -28, -6, 6, (246, 220, 150), 3)
    wheel(b, 28, -6, 6, (246, 220, 150), 3)
    b.part(soft("-50,-22 -40,-15 -30,-13 30,-13 40,-15 50,-22 47,-24 34,-19 -34,-19 -47,-24", 0.3))
    b.flat(rounded(-20, -17, 20, -15, 1), b.second)


@kind("wagon", 84, 52, RED, STEEL, PAPER, role="metal", seat=(-4, -32), floor=(-4, -24), face=(-6, -30, 9), cabin=True)
def _wagon(b: Brush) -> None:
    b.part(tube([(34, -18, 3), (46, -44, 3), (49, -60, 3)]), b.second, "metal")
    b.part(rounded(-46, -44, 36, -16, 3))
    b.part(rounded(-49, -48, 39, -41, 3))
    b.flat(rounded(-36, -33, 26, -29, 1), b.third, 220)
    wheel(b, -30, -11, 11, (246, 240, 226))
    wheel(b, 22, -11, 11, (246, 240, 226))


@kind(
    "cart",
    140,
    80,
    WOOD,
    (120, 80, 54),
    (226, 192, 110),
    role="wood",
    seat=(-4, -36),
    floor=(-6, -28),
    face=(-8, -36, 7),
    cabin=True,
)
def _cart(b: Brush) -> None:
    b.part(pipe("-20,-22,4 20,-24,4 49,-30,3"), b.second)
    if b.has("full", "hay", "loaded"):
        b.part(soft("-42,-42 -30,-56 -6,-60 18,-54 28,-42", 0.4), b.third, "cloth")
    for i in range(7):
        x = -44 + i * 12
        b.part(rounded(x, -46, x + 4, -24, 1), b.second, line=0.7)
    for y in (-46, -36, -27):
        b.part(rounded(-47, y, 33, y + 6, 1))
    spoked(b, -10, -18, 18, b.second, 8, 0.16)


@kind(
    "carriage",
    210,
    140,
    (120, 74, 150),
    GOLD,
    (90, 60, 50),
    seat=(-12, -30),
    floor=(-10, -22),
    face=(-10, -26, 0.2),
    cabin=True,
)
def _carriage(b: Brush) -> None:
    up = bounce(b, 0.6)
    b.part(pipe("-38,-20,3 -10,-16,3 30,-20,3 49,-16,2.4"), b.third, "wood")
    b.part(soft("22,-22 24,-36 34,-38 40,-32 46,-28 44,-22", 0.3), b.third, "wood")
    outline = "-36,-24 -40,-46 -32,-60 -8,-63 14,-60 20,-46 14,-24 -10,-18"
    body = moved(soft(outline), 0, up)
    door = rounded(-18, -54 + up, -2, -38 + up, 4)
    left, right = rounded(-34, -53 + up, -22, -39 + up, 4), rounded(2, -53 + up, 13, -39 + up, 4)
    b.part(minus(body, union(door, left, right)))
    for pane in (door, left, right):
        window(b, pane, b.second)
    b.ink.stroke(soft_open(f"-39,{-36 + up} -10,{-33 + up} 19,{-36 + up}"), b.second, 1.6)
    b.ink.stroke(rounded(-19, -56 + up, -1, -22 + up, 4), b.second, 1.4)
    b.part(soft(f"-38,{-59 + up} -22,{-66 + up} 2,{-66 + up} 18,{-59 + up} -10,{-61 + up}"), b.second, "metal")
    b.part(ellipse(-10, -66, 2, 2), b.second, line=0.6)
    lamp(b, 22, -46 + up, 2.4)
    spoked(b, -28, -16, 16, b.second, 8, 0.15)
    spoked(b, 28, -12, 12, b.second, 8, 0.16)


@kind("sled", 92, 40, RED, WOOD, role="wood", seat=(-4, -30), floor=(0, -26))
def _sled(b: Brush) -> None:
    for x in (-28, 0, 24):
        b.part(rounded(x, -26, x + 4, -4, 1), b.second)
    b.part(pipe("-48,-4,5 0,-3,5 34,-3,5 47,-14,5 46,-30,5 38,-33,5"))
    b.part(rounded(-44, -31, 36, -24, 2), b.second)
    b.line([(42, -32), (50, -40)], (226, 206, 160), 1.6)


@kind("sleigh", 150, 84, (186, 50, 56), GOLD, WOOD, seat=(-12, -30), floor=(-6, -16), face=(-14, -28, 8), cabin=True)
def _sleigh(b: Brush) -> None:
    b.part(soft("-48,-52 -40,-56 -36,-40 -14,-36 12,-34 22,-44 34,-46 40,-38 34,-22 16,-13 -26,-13 -44,-26", 0.45))
    b.ink.stroke(soft_open("-42,-44 -36,-28 -10,-22 18,-23 32,-36"), b.second, 2)
    for x in (-28, -4, 18):
        b.part(rounded(x, -14, x + 3, -3, 1), b.second, "metal", line=0.7)
    b.part(pipe("-49,-3,3.4 0,-2,3.4 34,-3,3.4 48,-12,3.4 46,-24,3.4 40,-22,3"), b.second, "metal")
    if b.has("full", "loaded"):
        b.part(soft("-36,-40 -38,-62 -22,-70 -8,-60 -10,-36"), b.third, "cloth")


@kind(
    "pram",
    62,
    74,
    (96, 132, 190),
    STEEL,
    PAPER,
    role="cloth",
    seat=(-6, -52),
    floor=(0, -40),
    face=(6, -48, 9),
    cabin=True,
)
def _pram(b: Brush) -> None:
    b.part(pipe("-24,-16,3 0,-34,3 24,-16,3"), b.second, "metal")
    b.part(pipe("-30,-58,3.4 -40,-78,3.4 -46,-82,4"), b.second, "metal")
    b.part(soft("-36,-62 38,-62 34,-38 18,-28 -18,-28 -34,-40", 0.35))
    b.part(soft("0,-62 4,-88 20,-99 36,-90 41,-62", 0.35), light(b.main, 0.15))
    b.line([(2, -62), (38, -62)], b.third, 4)
    spoked(b, -24, -13, 13, TYRE, 6, 0.14)
    spoked(b, 24, -13, 13, TYRE, 6, 0.14)


@kind("wheelchair", 62, 82, (72, 110, 160), STEEL, INK, role="metal", seat=(-6, -50), floor=(24, -14))
def _wheelchair(b: Brush) -> None:
    b.part(pipe("-24,-96,4 -20,-60,4 -18,-46,5 20,-46,5 26,-14,4 36,-12,4"), b.second, "metal")
    b.part(rounded(-26, -94, -16, -50, 4), None, "cloth")
    b.part(rounded(-22, -54, 20, -44, 4), None, "cloth")
    b.part(rounded(-20, -68, 14, -63, 2), b.third)
    wheel(b, 26, -8, 8)
    spoked(b, -10, -26, 26, TYRE, 12, 0.1)


@kind("shopping cart", 62, 70, STEEL, RED, role="metal", seat=(4, -60), floor=(4, -50))
def _shopping_cart(b: Brush) -> None:
    b.part(pipe("-46,-98,5 -34,-94,4 -22,-30,4 40,-26,4"), None, "metal")
    basket = hard("-34,-84 46,-78 38,-40 -24,-40")
    b.flat(basket, light(b.main, 0.4), 110)
    for i in range(6):
        b.line([(-30 + i * 14, -83 + i), (-22 + i * 11.5, -41)], b.main, 1.8)
    for y in (-70, -55):
        b.line([(-32, y), (42, y + 2)], b.main, 1.8)
    b.ink.stroke(basket, b.main, 3)
    b.part(rounded(-52, -101, -38, -94, 3), b.second)
    for x in (-20, 34):
        b.part(rounded(x - 2, -30, x + 2, -8, 1), IRON, "metal", line=0.8)
        wheel(b, x, -8, 8)


@kind("wheelbarrow", 84, 48, (84, 150, 110), WOOD, (140, 96, 66), role="metal", seat=(6, -34))
def _wheelbarrow(b: Brush) -> None:
    b.part(pipe("-50,-36,4 -20,-26,4 30,-14,4"), b.second, "wood")
    b.part(rounded(-18, -26, -13, 0, 1), b.second, "wood")
    if b.has("full", "loaded"):
        b.part(soft("-24,-44 -8,-56 14,-58 36,-46", 0.4), b.third)
    b.part(hard("-32,-48 46,-50 28,-18 -12,-18"))
    spoked(b, 34, -13, 13, TYRE, 6, 0.16)


@kind(
    "train",
    330,
    150,
    (62, 120, 96),
    (196, 60, 54),
    GOLD,
    role="metal",
    seat=(-32, -16),
    floor=(-32, -12),
    face=(36, -26, 7),
    cabin=True,
)
def _train(b: Brush) -> None:
    smoke(b, 25, -45, 3.2, 4, -1.0)
    up = bounce(b, 0.4)
    b.part(hard("38,-8 49,0 32,0"), b.second, "metal")
    b.part(rounded(-47, -12, 42, -8, 1), b.second, "metal")
    b.part(rounded(-14, -32 + up, 38, -12 + up, 6), None, "metal")
    for x in (-2, 12, 26):
        b.flat(rounded(x, -32 + up, x + 1.6, -12 + up, 0), b.third)
    b.part(rounded(35, -33 + up, 41, -11 + up, 2.4), shade(b.main, 0.3), "metal")
    b.part(hard(f"21,{-32 + up} 23,{-40 + up} 20,{-45 + up} 30,{-45 + up} 27,{-40 + up} 29,{-32 + up}"), IRON, "metal")
    b.part(soft(f"4,{-31 + up} 5,{-37 + up} 9,{-39 + up} 13,{-37 + up} 14,{-31 + up}", 0.4), b.third, "metal", line=0.8)
    cab = minus(
        rounded(-46, -40 + up, -13, -10 + up, 1),
        union(rounded(-42, -36 + up, -31, -24 + up, 1), rounded(-28, -36 + up, -17, -24 + up, 1)),
    )
    b.part(cab, None, "metal")
    for x in (-42, -28):
        window(b, rounded(x, -36 + up, x + 11, -24 + up, 1), b.third)
    b.part(rounded(-49, -44 + up, -10, -39.5 + up, 2), b.second, "metal")
    lamp(b, 41, -29 + up, 2.6)
    for x, r in ((-33, 9), (-12, 9), (9, 9), (29, 6.5)):
        spoked(b, x, -r, r, b.second, 8, 0.2)
    a = math.radians(angle(b) / 2)
    dx, dy = 4.4 * math.cos(a), 4.4 * math.sin(a)
    b.part(tube([(-33 + dx, -9 + dy, 2.2), (9 + dx, -9 + dy, 2.2)]), STEEL, "metal", line=0.7)


@kind("train car", 300, 124, (196, 92, 66), GOLD, role="metal", seat=(0, -12), floor=(0, -10), cabin=True)
def _train_car(b: Brush) -> None:
    body = rounded(-48, -37, 48, -7, 2)
    panes = tuple(rounded(x, -32, x + 13, -19, 1.5) for x in (-43, -26, -9, 8, 25))
    b.part(minus(body, union(panes[0], *panes[1:])))
    for pane in panes:
        window(b, pane, b.second)
    b.part(rounded(-50, -41, 50, -36, 2), shade(b.main, 0.35))
    b.flat(rounded(-48, -15, 48, -13, 0), b.second)
    for x in (-36, -24, 24, 36):
        spoked(b, x, -5.5, 5.5, IRON, 6, 0.22)
