"""Owns vessels. They rock while they sail or float; the hull's lowest point is y = 0. Does not know: the water."""

from __future__ import annotations

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.crafting import GOLD, INK, IRON, PAPER, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, poly, rounded, tube, union
from generators.backends.animatic.shapes import hard, pipe, soft
from generators.backends.animatic.vehicles.wheels import smoke, window

SHELF = Shelf()
kind = SHELF.kind


def _rock(b: Brush, degrees: float = 1.8) -> None:
    """Turn the canvas with the waves; the figure's own save and restore are around it."""
    if b.pose.action in ("sail", "float", "swim", "ride", "drive", "stand"):
        b.ink.canvas.rotate(degrees * b.wave(), 0, 0)


def _pennant(b: Brush, x: float, y: float, size: float, colour: RGB) -> None:
    tip = y + size * 0.35 + size * 0.25 * b.wave(2)
    b.part(poly([(x, y), (x - size * 1.6, tip), (x, y + size * 0.8)]), colour, "cloth", line=0.7)


@kind("sailboat", 150, 200, WOOD, PAPER, RED, role="wood", seat=(-20, -15), floor=(0, -10), face=(-2, -9, 5))
def _sailboat(b: Brush) -> None:
    _rock(b)
    b.part(rounded(-2, -97, 0.6, -14, 1), WOOD, "wood")
    _pennant(b, -1, -100, 5, b.third)
    fill = 2 * b.wave(1, 0.25)
    b.part(soft(f"1,-92 {12 + fill},-66 30,-24 14,-21 2,-22", 0.3), b.second, "cloth")
    b.part(soft(f"-3,-94 {-20 - fill},-56 -30,-22 -14,-20 -3,-22", 0.3), light(b.third, 0.0), "cloth")
    hull = soft("-37,-16 -20,-14 20,-14 38,-18 28,-4 18,0 -20,0 -31,-5", 0.3)
    b.part(hull)
    b.inside(hull, pipe("-40,-11,2.4 0,-9,2.4 40,-13,2.4"), PAPER)


@kind(
    "rowboat",
    160,
    44,
    (176, 112, 66),
    (226, 186, 126),
    role="wood",
    seat=(-4, -16),
    floor=(0, -12),
    bars=(6, -30),
    cabin=True,
)
def _rowboat(b: Brush) -> None:
    _rock(b)
    swing = 12 * b.wave() if b.pose.action in ("sail", "ride", "drive", "pull", "push") else 0.0
    b.part(soft("-48,-22 0,-19 48,-24 40,-15 -40,-14", 0.3), shade(b.main, 0.45), line=0.7)
    b.part(rounded(-12, -21, 10, -17, 1), b.second)
    hull = soft("-50,-24 -30,-17 0,-15 30,-18 50,-27 44,-10 32,-1 -32,0 -44,-8", 0.3)
    b.part(hull)
    for y in (-11, -6):
        b.inside(hull, pipe(f"-50,{y - 3},1 0,{y + 2},1 50,{y - 4},1"), b.second, 160)
    b.part(tube([(2, -27, 2), (-6 + swing * 0.5, -12, 2), (-13 + swing, 3, 2)]), b.second, "wood", line=0.8)
    b.part(ellipse(-14 + swing, 2, 3.4, 6, 24 - swing), b.second, "wood", line=0.8)


@kind("canoe", 160, 34, (196, 110, 60), PAPER, role="wood", seat=(-6, -16), floor=(0, -8), cabin=True)
def _canoe(b: Brush) -> None:
    _rock(b)
    hull = soft("-50,-21 -44,-12 -20,-13 20,-13 44,-12 50,-21 46,-5 30,0 -30,0 -46,-5", 0.4)
    b.part(hull)
    zigzag = " ".join(f"{x},{-9 + 4 * (i % 2)}" for i, x in enumerate(range(-60, 61, 10)))
    back = " ".join(f"{x},{-7 + 4 * (i % 2)}" for i, x in enumerate(range(60, -61, -10)))
    b.inside(hull, hard(f"{zigzag} {back}"), b.second)


@kind("raft", 130, 66, WOOD, PAPER, RED, role="wood", seat=(-14, -14), floor=(0, -14))
def _raft(b: Brush) -> None:
    _rock(b)
    b.part(rounded(10, -50, 13, -10, 1))
    b.part(soft(f"13,-50 {22 + 2 * b.wave()},-36 40,-22 13,-19", 0.2), b.second, "cloth")
    for i in range(6):
        x = -50 + i * 16.5
        b.part(rounded(x, -13, x + 17, -3, 4))
    for x in (-36, 28):
        b.part(rounded(x, -15, x + 6, -1, 2), (214, 180, 120), "cloth", line=0.7)


@kind(
    "boat",
    190,
    104,
    (70, 116, 176),
    (246, 240, 228),
    RED,
    role="metal",
    seat=(-32, -18),
    floor=(-10, -16),
    face=(30, -14, 6),
    cabin=True,
)
def _boat(b: Brush) -> None:
    _rock(b)
    b.line([(-4, -44), (-4, -54)], IRON, 1.4)
    _pennant(b, -4, -55, 5, b.third)
    cabin = minus(rounded(-14, -38, 16, -18, 2), union(rounded(-10, -34, 0, -25, 1), rounded(3, -34, 13, -25, 1)))
    b.part(cabin, b.second)
    for x in (-10, 3):
        window(b, rounded(x, -34, x + 10, -25, 1), shade(b.second, 0.3))
    b.part(rounded(-18, -43, 20, -37, 2), b.third)
    hull = soft("-47,-20 -20,-18 20,-18 50,-27 42,-8 32,0 -36,0 -44,-7", 0.25)
    b.part(hull)
    b.inside(hull, soft("-60,-24 -20,-18 20,-18 60,-30 60,-24 20,-13 -20,-13 -60,-17", 0.3), b.second)
    b.inside(hull, rounded(-60, -5, 60, 4, 0), b.third)
    b.part(minus(ellipse(-30, -12, 5, 5), ellipse(-30, -12, 2.2, 2.2)), RED, line=0.7)


_SAILS = (
    (-26, -70, -50, 10), (-26, -48, -28, 12), (2, -88, -66, 11),
    (2, -64, -30, 14), (26, -68, -48, 9), (26, -46, -28, 11),
)  # fmt: skip
"""Of a ship: mast, top, foot, half width."""


@kind(
    "ship",
    340,
    320,
    (142, 92, 60),
    PAPER,
    RED,
    role="wood",
    seat=(-20, -26),
    floor=(0, -22),
    face=(8, -14, 5),
)
def _ship(b: Brush) -> None:
    _rock(b, 1.2)
    pirate = b.has("pirate", "black")
    sail = (74, 68, 84) if pirate else b.second
    fill = 1.2 * b.wave(1, 0.25)
    for x, top in ((-26, -76), (2, -94), (26, -74)):
        b.part(rounded(x - 1, top, x + 1, -20, 0.6), WOOD, "wood")
        _pennant(b, x, top - 1, 4, INK if pirate else b.third)
    b.part(pipe("36,-26,2 49,-38,1.2"), WOOD, "wood")
    for x, y0, y1, half in _SAILS:
        right = f"{x + half},{y0} {x + half + 3 + fill},{(y0 + y1) / 2} {x + half},{y1}"
        left = f"{x},{y1 - 3} {x - half},{y1} {x - half + 3 + fill},{(y0 + y1) / 2}"
        b.part(soft(f"{x - half},{y0} {right} {left}", 0.35), sail, "cloth")
    hull = soft("-48,-34 -38,-32 -36,-22 -10,-18 20,-19 42,-27 49,-27 40,-6 30,0 -34,0 -44,-10", 0.2)
    b.part(hull)
    b.inside(hull, pipe("-60,-18,2 -10,-12,2 50,-20,2"), GOLD)
    b.inside(hull, rounded(-60, -4, 60, 4, 0), shade(b.main, 0.3))
    for x in (-26, -14, -2, 10, 22):
        b.part(rounded(x, -11, x + 5, -7, 0.6), shade(b.main, 0.45), line=0.6)
    if pirate:
        b.flat(ellipse(2, -49, 4, 4), PAPER)
        b.line([(-4, -42), (8, -38)], PAPER, 1.4)
        b.line([(8, -42), (-4, -38)], PAPER, 1.4)


@kind(
    "steamer",
    400,
    190,
    (60, 66, 96),
    (246, 244, 240),
    RED,
    role="metal",
    seat=(0, -18),
    floor=(0, -16),
    face=(34, -10, 4),
)
def _steamer(b: Brush) -> None:
    _rock(b, 0.8)
    for x in (-22, -6, 10):
        smoke(b, x + 2, -44, 2, 3)
        b.part(rounded(x - 1, -43, x + 6, -24, 1), b.third, "metal")
        b.flat(rounded(x - 1, -43, x + 6, -40, 0.6), INK)
    b.part(rounded(-34, -28, 24, -21, 1), b.second)
    b.part(rounded(-40, -22, 34, -14, 1), b.second)
    for i in range(12):
        b.flat(ellipse(-35 + i * 6, -18, 1.3, 1.3), (255, 222, 130) if b.has("lit") else (120, 160, 190))
    hull = soft("-49,-16 -20,-14.5 20,-14.5 50,-19 43,-4 36,0 -40,0 -47,-6", 0.2)
    b.part(hull)
    b.inside(hull, rounded(-60, -4, 60, 4, 0), b.third)
    for i in range(14):
        b.flat(ellipse(-40 + i * 6, -9.5, 1, 1), b.second)


@kind(
    "submarine",
    320,
    153,
    (243, 190, 62),
    RED,
    STEEL,
    role="metal",
    seat=(4, -8),
    floor=(0, -10),
    face=(38, -20, 6),
    cabin=True,
)
def _submarine(b: Brush) -> None:
    b.part(tube([(-2, -34, 2.4), (-2, -46, 2.4), (4, -46.6, 2.4)]), b.third, "metal")
    b.part(soft("-14,-32 -11,-42 9,-42 14,-32", 0.2))
    spin = 8 * abs(b.wave(2)) + 2
    for s in (-1, 1):
        b.part(ellipse(-49, -18 + s * spin * 0.6, 2, spin * 0.6), b.second, "metal", line=0.8)
    b.part(hard("-48,-30 -36,-24 -36,-12 -48,-6"), b.second)
    ports = tuple(ellipse(x, -20, 6.4, 6.4) for x in (-14, 4, 22))
    hull = soft("-42,-18 -34,-29 -8,-34 24,-33 44,-26 49,-17 42,-7 20,-1 -10,0 -34,-6", 0.45)
    b.part(minus(hull, union(*ports)))
    for x, port in zip((-14, 4, 22), ports, strict=True):
        window(b, port, b.second)
        b.part(minus(ellipse(x, -20, 8, 8), ellipse(x, -20, 6, 6)), b.second, "metal", line=0.6)
    for x in range(-34, 42, 8):
        b.flat(ellipse(x, -7, 0.8, 0.8), shade(b.main, 0.4))
    for i in range(3):
        age = (b.turn + i / 3) % 1
        b.ink.stroke(
            ellipse(-52 - 6 * age, -22 - 22 * age, 1.4 + 1.2 * age, 1.4 + 1.2 * age),
            (240, 250, 255),
            0.8,
            200 * (1 - age),
        )
