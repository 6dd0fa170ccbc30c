"""Owns devices and instruments of observation: screens, clocks, lenses, robots. Does not know: who uses them."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import (
    BLUE,
    GLASS,
    GOLD,
    INK,
    IRON,
    LEAF,
    PAPER,
    RED,
    STEEL,
    WOOD,
    Brush,
    Shelf,
)
from generators.backends.animatic.kit import ellipse, minus, rounded, tube, union
from generators.backends.animatic.shapes import even, hard, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind
SCREEN = (120, 200, 232)


def _hands(b: Brush, x: float, y: float, r: float) -> None:
    """Clock hands; the long one goes round with the phase."""
    for turns, length, width in ((b.turn, 0.78, 0.09), (b.turn / 12 + 0.82, 0.5, 0.13)):
        a = 2 * math.pi * turns
        b.line([(x, y), (x + r * length * math.sin(a), y - r * length * math.cos(a))], INK, r * width)
    b.flat(ellipse(x, y, r * 0.1, r * 0.1), RED)


def _dial(b: Brush, x: float, y: float, r: float, colour: tuple[float, float, float]) -> None:
    b.part(ellipse(x, y, r, r), colour, line=0.7)
    for i in range(12):
        a = math.pi * i / 6
        b.flat(ellipse(x + r * 0.84 * math.cos(a), y + r * 0.84 * math.sin(a), r * 0.055, r * 0.055), INK)
    _hands(b, x, y, r)


@kind("phone", 7, 13, (70, 66, 88), SCREEN, tilt=8, face=(0, -54, 14))
def _phone(b: Brush) -> None:
    b.part(rounded(-26, -100, 26, 0, 8))
    b.part(rounded(-21, -90, 21, -13, 2), b.second, "glass", line=0.6)
    for i in range(9):
        x, y = -14 + i % 3 * 11, -62 + i // 3 * 12
        b.flat(rounded(x, y, x + 7, y + 7, 2), (RED, GOLD, LEAF, PAPER, (150, 96, 182))[i % 5])
    b.flat(ellipse(0, -6.5, 4, 3), STEEL)


@kind("laptop", 24, 17, (196, 200, 212), SCREEN, face=(0, -42, 16))
def _laptop(b: Brush) -> None:
    b.part(rounded(-38, -72, 38, -16, 4), None, "metal")
    b.part(rounded(-33, -67, 33, -21, 1), b.second, "glass", line=0.6)
    b.inside(rounded(-33, -67, 33, -21, 1), hard("4,-70 18,-70 -10,-16 -24,-16"), (255, 255, 255), 70)
    b.part(hard("-40,-15 40,-15 50,-3 48,0 -48,0 -50,-3"), None, "metal")
    b.flat(hard("-34,-13 34,-13 40,-6 -40,-6"), shade(b.main, 0.35))
    b.line([(-9, -3), (9, -3)], shade(b.main, 0.3), 2)


@kind("computer", 34, 32, (204, 206, 214), SCREEN, face=(0, -64, 16))
def _computer(b: Brush) -> None:
    b.part(hard("-10,-34 10,-34 14,-20 -14,-20"), shade(b.main, 0.2))
    b.part(rounded(-44, -94, 44, -32, 5))
    b.part(rounded(-38, -88, 38, -40, 2), b.second, "glass", line=0.6)
    b.inside(rounded(-38, -88, 38, -40, 2), hard("6,-92 20,-92 -8,-36 -22,-36"), (255, 255, 255), 70)
    b.part(hard("-42,-14 42,-14 50,0 -50,0"))
    for y, w in ((-11, 36), (-7, 40), (-3.4, 44)):
        b.line([(-w, y), (w, y)], shade(b.main, 0.4), 1.6)


@kind("tv", 52, 44, (150, 98, 66), SCREEN, INK, role="wood", face=(-6, -38, 16))
def _tv(b: Brush) -> None:
    for x in (-26, 26):
        b.line([(0, -72), (x * 0.9, -84)], b.third, 1.6)
    for x in (-30, 24):
        b.part(rounded(x, -8, x + 6, 0, 1), b.third)
    b.part(rounded(-50, -74, 50, -6, 8))
    b.part(rounded(-43, -67, 27, -13, 10), b.second, "glass", line=0.8)
    b.shine([(-36, -44), (-34, -56), (-26, -62)], 3)
    for y in (-58, -44):
        b.part(ellipse(38, y, 5, 5), GOLD, "metal", line=0.7)
    for y in (-30, -25, -20):
        b.line([(33, y), (44, y)], b.third, 1.8)


@kind("radio", 22, 17, (196, 84, 70), PAPER, WOOD, face=(-16, -28, 10), grip=(0, -70))
def _radio(b: Brush) -> None:
    b.line([(34, -58), (44, -76)], STEEL, 2)
    b.ink.stroke(soft_open("-22,-58 -20,-72 20,-72 22,-58"), b.third, 4)
    b.part(rounded(-48, -60, 48, 0, 10))
    b.part(ellipse(-20, -29, 20, 20), b.second)
    for r in (14, 8):
        b.ink.stroke(ellipse(-20, -29, r, r), b.third, 2, 160)
    b.part(rounded(8, -50, 40, -32, 3), b.second, line=0.7)
    b.line([(26, -48), (26, -34)], RED, 2)
    for x in (14, 32):
        b.part(ellipse(x, -16, 6.5, 6.5), GOLD, "metal", line=0.7)


@kind("camera", 15, 12, (70, 66, 88), (216, 150, 90), RED, face=(0, -28, 12))
def _camera(b: Brush) -> None:
    b.part(rounded(-18, -78, 14, -60, 5))
    b.part(rounded(-42, -70, -26, -60, 3), STEEL, "metal", line=0.7)
    b.part(rounded(-50, -64, 50, 0, 8))
    b.inside(rounded(-50, -64, 50, 0, 8), rounded(-60, -54, 60, -46, 0), b.second)
    b.part(ellipse(0, -30, 25, 25), STEEL, "metal")
    b.part(ellipse(0, -30, 18, 18), (60, 96, 150), "glass")
    b.flat(ellipse(-6, -36, 6, 6), (226, 240, 250))
    b.flat(ellipse(39, -55, 4, 4), b.third)


@kind("clock", 16, 18, (84, 150, 180), GOLD, PAPER, role="metal", face=(0, -30, 14))
def _clock(b: Brush) -> None:
    for s in (-1, 1):
        b.part(tube([(24 * s, -10, 7), (34 * s, -2, 6)]), IRON, "metal", line=0.8)
        b.part(ellipse(24 * s, -84, 14, 11, 28 * s), b.second, "metal")
    b.ink.stroke(soft_open("-7,-92 0,-99 7,-92"), IRON, 4)
    b.part(ellipse(0, -46, 43, 43))
    _dial(b, 0, -46, 34, b.third)


@kind("grandfather clock", 30, 92, WOOD, GOLD, PAPER, role="wood", face=(0, -84, 7))
def _grandfather(b: Brush) -> None:
    b.part(even("0,-100 12,-95 15,-90 15,-74 10,-72 10,-16 15,-14 16,0", 0.08))
    b.part(rounded(-7, -66, 7, -22, 2), shade(b.main, 0.45), line=0.7)
    a = 0.16 * b.wave()
    x, y = 34 * math.sin(a), -66 + 34 * math.cos(a)
    b.line([(0, -66), (x, y)], b.second, 1)
    b.part(ellipse(x, y, 4.4, 4.4), b.second, "metal", line=0.7)
    _dial(b, 0, -83, 11, b.third)


@kind("watch", 8, 13, GOLD, (130, 84, 58), PAPER, role="metal")
def _watch(b: Brush) -> None:
    b.part(rounded(-14, -100, 14, 0, 6), b.second, "cloth")
    b.part(rounded(28, -55, 36, -45, 2), None, "metal", line=0.7)
    b.part(ellipse(0, -50, 32, 32), None, "metal")
    _dial(b, 0, -50, 25, b.third)


@kind("hourglass", 11, 17, WOOD, (240, 206, 130), GLASS, role="wood", face=(0, -72, 8))
def _hourglass(b: Brush) -> None:
    bulb = even("24,-90 24,-74 4,-50 24,-26 24,-10", 0.3)
    b.part(bulb, b.third, "glass")
    b.inside(bulb, rounded(-30, -70 + 8 * b.turn, 30, -50, 0), b.second)
    b.inside(bulb, soft(f"-26,-10 -14,{-18 - 6 * b.turn} 0,{-24 - 8 * b.turn} 14,{-18 - 6 * b.turn} 26,-10"), b.second)
    b.line([(0, -52), (0, -14)], b.second, 1.6)
    for y in (-100, -10):
        b.part(rounded(-32, y, 32, y + 10, 3))
    for x in (-28, 28):
        b.part(rounded(x - 2, -90, x + 2, -10, 1), line=0.7)


@kind("telescope", 30, 28, (70, 84, 150), GOLD, WOOD, role="metal", grip=(-30, -50))
def _telescope(b: Brush) -> None:
    for x in (-22, 2, 24):
        b.part(tube([(2, -44, 5), (x, -1, 4)]), b.third, "wood")
    b.ink.canvas.save()
    b.ink.canvas.rotate(-28, 0, -52)
    b.part(rounded(-48, -60, -20, -46, 3), b.second, "metal")
    b.part(rounded(-24, -64, 12, -42, 2), b.second, "metal")
    b.part(rounded(8, -68, 48, -38, 3), None, "metal")
    b.part(rounded(44, -70, 54, -36, 3), b.second, "metal")
    b.ink.canvas.restore()
    b.part(ellipse(2, -44, 6, 6), b.third, "wood")


@kind("microscope", 18, 24, (90, 100, 150), STEEL, INK, role="metal", face=(-8, -36, 8))
def _microscope(b: Brush) -> None:
    b.part(rounded(-32, -10, 34, 0, 4))
    b.part(minus(ellipse(2, -42, 34, 38), union(ellipse(-8, -42, 26, 27), rounded(-50, -100, 4, 20, 0))))
    b.part(rounded(-26, -30, 14, -24, 2), b.third)
    b.ink.canvas.save()
    b.ink.canvas.rotate(-14, 0, -60)
    b.part(rounded(-14, -86, 4, -42, 3), b.second, "metal")
    b.part(rounded(-11, -100, 1, -84, 2))
    b.part(rounded(-10, -44, 0, -32, 1))
    b.ink.canvas.restore()
    b.part(ellipse(24, -44, 7, 7), b.second, "metal")


@kind("test tube", 4, 15, GLASS, (110, 196, 120), role="glass", tilt=18)
def _test_tube(b: Brush) -> None:
    body = rounded(-11, -96, 11, 0, 11)
    b.part(body, None, "glass")
    b.inside(body, rounded(-20, -52, 20, 4, 0), b.second, 230)
    for i in range(3):
        y = -12 - ((i * 17 + 48 * b.turn) % 40)
        b.inside(body, ellipse(-3 + 4 * (i % 2), y, 2.4, 2.4), (250, 255, 240), 200)
    b.part(rounded(-14, -100, 14, -93, 3), None, "glass")


@kind("magnifying glass", 12, 18, GOLD, WOOD, GLASS, role="metal", tilt=-32, grip=(0, -16), face=(0, -66, 13))
def _magnifier(b: Brush) -> None:
    b.part(rounded(-6, -38, 6, 0, 4), b.second, "wood")
    b.flat(ellipse(0, -68, 26, 26), b.third, 150)
    b.part(minus(ellipse(0, -68, 31, 31), ellipse(0, -68, 24, 24)), None, "metal")
    b.shine([(-14, -72), (-8, -82)], 4, 230)


@kind("binoculars", 16, 11, (74, 70, 86), STEEL)
def _binoculars(b: Brush) -> None:
    for s in (-1, 1):
        b.part(hard(f"{10 * s},-66 {30 * s},-66 {46 * s},-8 {12 * s},-8"))
        b.part(ellipse(28 * s, -8, 18, 8), SCREEN, "glass")
        b.part(rounded(min(8 * s, 30 * s), -72, max(8 * s, 30 * s), -60, 3))
    b.part(rounded(-12, -52, 12, -34, 4), b.second, "metal")


@kind("glasses", 16, 7, (96, 66, 60), GLASS)
def _glasses(b: Brush) -> None:
    b.ink.stroke(soft_open("-8,-28 0,-33 8,-28"), b.main, 4)
    for s in (-1, 1):
        b.flat(ellipse(27 * s, -22, 19, 19), b.second, 150)
        b.part(minus(ellipse(27 * s, -22, 22, 21), ellipse(27 * s, -22, 17, 16)))
        b.shine([(27 * s - 9, -24), (27 * s - 4, -31)], 3, 220)


@kind("compass", 9, 11, GOLD, PAPER, RED, role="metal", face=(0, -30, 12))
def _compass(b: Brush) -> None:
    b.part(minus(ellipse(0, -88, 10, 10), ellipse(0, -88, 5, 5)), None, "metal")
    b.part(ellipse(0, -41, 41, 41), None, "metal")
    b.part(ellipse(0, -41, 32, 32), b.second, line=0.7)
    a = math.radians(30 + 14 * b.wave())
    for s, colour in ((1, b.third), (-1, BLUE)):
        dx, dy = 26 * math.sin(a) * s, -26 * math.cos(a) * s
        b.flat(
            hard(
                f"{dx:.2f},{-41 + dy:.2f} {-dy * 0.26:.2f},{-41 + dx * 0.26:.2f} {dy * 0.26:.2f},{-41 - dx * 0.26:.2f}"
            ),
            colour,
        )
    b.flat(ellipse(0, -41, 3.4, 3.4), INK)


@kind("globe", 18, 24, (96, 166, 210), LEAF, WOOD, face=(0, -58, 14))
def _globe(b: Brush) -> None:
    b.part(even("5,-18 24,-4 26,0", 0.3), b.third, "wood")
    b.ink.stroke(soft_open("-22,-92 -40,-62 -32,-30 0,-16 28,-26"), GOLD, 4)
    body = ellipse(0, -58, 34, 34)
    b.part(body)
    drift = 68 * b.turn if b.pose.action == "spin" else 0.0
    for x in (-18 + drift, 22 + drift, -86 + drift, -46 + drift):
        shape = soft("-12,-84 8,-86 14,-72 4,-62 10,-46 -2,-34 -8,-52 -18,-66")
        shape = tube([(x, -78, 16), (x + 6, -62, 22), (x, -44, 10)]) if x else shape
        b.inside(body, shape, b.second)


@kind("robot", 40, 78, (150, 170, 190), (240, 196, 84), RED, role="metal", grip=(22, -34))
def _robot(b: Brush) -> None:
    step = 4 * b.wave() if b.pose.action in ("walk", "run", "dance") else 0.0
    b.line([(0, -92), (0, -97)], IRON, 2)
    b.part(ellipse(0, -97, 3, 3), b.third)
    for s in (-1, 1):
        b.part(rounded(s * 9 - 5, -20, s * 9 + 5, -4 + min(0.0, step * s), 2), shade(b.main, 0.25), "metal")
        b.part(rounded(s * 10 - 8, -7 + min(0.0, step * s), s * 10 + 8, min(0.0, step * s), 3), None, "metal")
        b.part(tube([(20 * s, -54, 6), (26 * s, -44, 5), (24 * s + step, -34, 5)]), shade(b.main, 0.25), "metal")
        b.part(ellipse(24 * s + step, -32, 5, 5), b.second)
    b.part(rounded(-21, -60, 21, -18, 6))
    b.part(rounded(-12, -50, 12, -32, 3), light(b.main, 0.4), line=0.7)
    for x, colour in ((-6, b.third), (0, b.second), (6, LEAF)):
        b.flat(ellipse(x, -45, 2.2, 2.2), colour)
    b.line([(-7, -37), (-2, -40), (2, -35), (7, -38)], INK, 1)
    b.part(rounded(-18, -92, 18, -62, 6))
    for s in (-1, 1):
        b.part(ellipse(s * 20, -77, 3, 5), b.second)
        eye = 5.5 * (1 - 0.45 * b.pose.blink)
        b.part(ellipse(s * 8, -80, 5.5, max(eye, 0.8)), (250, 250, 236), line=0.7)
        b.flat(ellipse(s * 8 + 1.6 * b.pose.gaze[0], -80 + 1.4 * b.pose.gaze[1], 2.4, min(2.4, max(eye, 0.4))), INK)
    b.flat(rounded(-8, -71, 8, -69 + b.pose.mouth * 1.6, 1), INK)


@kind("battery", 5, 10, (90, 150, 90), GOLD, role="metal")
def _battery(b: Brush) -> None:
    b.part(rounded(-8, -100, 8, -88, 2), STEEL, "metal")
    b.part(rounded(-24, -92, 24, 0, 4))
    b.inside(rounded(-24, -92, 24, 0, 4), rounded(-30, -92, 30, -66, 0), b.second)
    b.flat(hard("2,-56 -12,-30 -1,-30 -4,-10 12,-38 1,-38"), PAPER)


@kind("medal", 9, 14, GOLD, BLUE, RED, role="metal", face=(0, -26, 12))
def _medal(b: Brush) -> None:
    b.part(hard("-30,-100 -8,-100 6,-52 -8,-48"), b.second, "cloth")
    b.part(hard("30,-100 8,-100 -6,-52 8,-48"), b.third, "cloth")
    b.part(ellipse(0, -28, 28, 28), None, "metal")
    b.flat(star(0, -28, 17), light(b.main, 0.5))


@kind("trophy", 14, 18, GOLD, WOOD, role="metal", face=(0, -70, 13), grip=(0, -36))
def _trophy(b: Brush) -> None:
    for s in (-1, 1):
        b.part(minus(ellipse(28 * s, -76, 16, 17), ellipse(28 * s, -76, 9, 10)), None, "metal")
    b.part(even("32,-98 28,-64 10,-46 5,-24 14,-16", 0.35), None, "metal")
    b.part(rounded(-24, -18, 24, 0, 3), b.second, "wood")
    b.flat(star(0, -74, 12), light(b.main, 0.6))


@kind("gear", 14, 14, IRON, role="metal", round=True)
def _gear(b: Brush) -> None:
    teeth = (rounded(-8, -99, 8, -1, 3),)
    shape = ellipse(0, -50, 38, 38)
    for i in range(4):
        tooth = teeth[0]
        a = math.radians(45 * i)
        dx, dy = 48 * math.sin(a), 48 * math.cos(a)
        shape = union(shape, tube([(-dx, -50 - dy, 15), (dx, -50 + dy, 15)]) if i else tooth)
    b.part(minus(shape, ellipse(0, -50, 15, 15)), None, "metal")


@kind("magnet", 12, 13, RED, STEEL)
def _magnet(b: Brush) -> None:
    b.part(
        minus(
            union(ellipse(0, -50, 44, 46), rounded(-44, -50, 44, 0, 2)),
            union(ellipse(0, -50, 22, 22), rounded(-22, -50, 22, 6, 0)),
        )
    )
    for x in (-44, 22):
        b.part(rounded(x, -18, x + 22, 0, 2), b.second, "metal")
