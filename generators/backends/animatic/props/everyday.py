"""Owns things of the house that fit a hand: vessels, lights, bags and boxes. Does not know: who holds them."""

from __future__ import annotations

from generators.backends.animatic.crafting import GLASS, IRON, PAPER, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import blob, ellipse, minus, poly, rounded, tube, union
from generators.backends.animatic.shapes import even, hard, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind


def steam(b: Brush, y: float, xs: tuple[float, ...] = (-16, 0, 16), height: float = 22) -> None:
    """Wisps that rise and sway from hot things."""
    for i, x in enumerate(xs):
        sway = 3 * b.wave(1, i * 0.3)
        b.line([(x, y), (x + 4 + sway, y - height * 0.35), (x - 3 - sway, y - height * 0.7), (x + 2, y - height)],
               (255, 252, 244), 2.6, 120)  # fmt: skip


@kind("cup", 9.5, 8, (214, 98, 70), third=PAPER, face=(-6, -40, 26))
def _cup(b: Brush) -> None:
    handle = tube([(26, -66, 8), (48, -62, 9), (50, -34, 9), (24, -24, 8)])
    b.part(handle)
    body = blob([(-44, -78), (-42, -40), (-28, -4), (-6, 0), (16, -4), (30, -40), (32, -78)], 0.4)
    b.part(body)
    b.inside(body, tube([(-50, -46, 6), (-6, -40, 6), (44, -46, 6)]), b.third)
    b.part(ellipse(-6, -77, 38, 9), b.main, line=0.8)
    b.flat(ellipse(-6, -76, 33, 6.5), (92, 56, 44))
    steam(b, -84, (-20, -6, 8), 14)


@kind("mug", 9, 8.5, (92, 140, 176), third=PAPER, face=(-8, -44, 24))
def _mug(b: Brush) -> None:
    b.part(minus(ellipse(30, -46, 22, 26), ellipse(30, -46, 12, 15)))
    body = rounded(-46, -92, 30, 0, 10)
    b.part(body)
    b.inside(body, ellipse(-8, -44, 15, 16), b.third)
    b.part(ellipse(-8, -90, 38, 8), b.main, line=0.8)
    b.flat(ellipse(-8, -89, 33, 5.5), (106, 66, 48))


@kind("glass", 6, 9, GLASS, (120, 184, 222), role="glass")
def _glass(b: Brush) -> None:
    body = poly([(-32, -98), (32, -98), (24, 0), (-24, 0)])
    b.part(body, b.main, "glass")
    b.inside(body, rounded(-40, -66, 40, -6, 3), b.second, 210)
    b.flat(ellipse(0, -66, 29, 6), b.third, 220)
    b.part(ellipse(0, -97, 32, 7), b.third, "glass", line=0.8)
    b.shine([(-21, -84), (-16, -20)], 4)


@kind("bottle", 6, 16, (94, 164, 138), PAPER, RED, role="glass", face=(0, -30, 16), grip=(0, -60))
def _bottle(b: Brush) -> None:
    b.part(rounded(-6, -100, 6, -88, 2), WOOD, "wood")
    b.part(
        blob(
            [(-7, -90), (-8, -70), (-18, -56), (-19, -4), (-12, 0), (12, 0), (19, -4), (18, -56), (8, -70), (7, -90)],
            0.45,
        )
    )
    b.part(rounded(-18, -46, 18, -18, 2), b.second, "solid", line=0.5)
    b.flat(blob([(0, -24), (-7, -32), (-4, -38), (0, -35), (4, -38), (7, -32)]), b.third)
    b.shine([(-12, -54), (-13, -12)], 3)


@kind("plate", 16, 5, (240, 236, 230), (112, 150, 196))
def _plate(b: Brush) -> None:
    b.part(ellipse(0, -15, 50, 14))
    b.ink.stroke(ellipse(0, -16, 43, 10), b.second, 2.2)
    b.part(ellipse(0, -14, 30, 6.5), b.main, line=0.5)


@kind("bowl", 14, 8, (98, 150, 160), PAPER, (226, 160, 84), face=(0, -22, 22))
def _bowl(b: Brush) -> None:
    b.part(rounded(-18, -8, 18, 0, 3))
    body = blob([(-50, -50), (-40, -18), (-18, -5), (18, -5), (40, -18), (50, -50)], 0.5)
    b.part(body)
    b.inside(body, tube([(-52, -34, 4), (0, -24, 4), (52, -34, 4)]), b.second)
    b.part(ellipse(0, -49, 50, 9), b.main, line=0.8)
    b.flat(ellipse(0, -47.5, 44, 6.5), b.third)


@kind("spoon", 4, 15, STEEL, role="metal", tilt=38)
def _spoon(b: Brush) -> None:
    b.part(even("0,-100 11,-90 12,-76 5,-62 3,-40 4,-4 0,0"), None, "metal")
    b.inside(ellipse(0, -81, 8, 14), ellipse(2, -79, 8, 14), b.second, 120)


@kind("fork", 4, 15, STEEL, role="metal", tilt=38)
def _fork(b: Brush) -> None:
    b.part(pipe("0,-60,7 0,-30,5 0,-4,8"), None, "metal")
    tines = union(rounded(-13, -76, 13, -56, 10), *(rounded(x - 2, -100, x + 2, -62, 2) for x in (-11, -4, 4, 11)))
    b.part(tines, None, "metal", depth=0.4)


@kind("knife", 4, 16, STEEL, WOOD, role="metal", tilt=38)
def _knife(b: Brush) -> None:
    b.part(soft("-6,-36 -6,-90 -2,-100 8,-82 9,-36", 0.3), None, "metal")
    b.part(rounded(-7, -38, 7, 0, 6), b.second, "wood")
    b.flat(ellipse(0, -28, 1.8, 1.8), STEEL)
    b.flat(ellipse(0, -12, 1.8, 1.8), STEEL)


@kind("pot", 18, 13, (196, 78, 66), face=(0, -28, 20), grip=(-46, -40))
def _pot(b: Brush) -> None:
    steam(b, -76, (-14, 12), 12)
    for side in (-1, 1):
        b.part(rounded(min(34 * side, 50 * side), -44, max(34 * side, 50 * side), -32, 6), b.second)
    b.part(even("38,-54 38,-10 30,0", 0.25), None, "metal")
    b.part(even("0,-70 30,-64 42,-54 40,-50 0,-48", 0.4), b.third if b.has("open") else None, "metal")
    b.part(ellipse(0, -70, 6, 5), b.second)


@kind("pan", 26, 6, (84, 82, 96), WOOD, role="metal", grip=(38, -16))
def _pan(b: Brush) -> None:
    b.part(pipe("12,-12,6 30,-15,7 48,-20,8"), b.second, "wood")
    b.part(soft("-50,-20 18,-20 12,-2 0,0 -32,0 -44,-2", 0.2), None, "metal")
    b.part(ellipse(-16, -19, 34, 4), (116, 112, 126), "metal", line=0.7)


@kind("kettle", 15, 15, (92, 150, 160), WOOD, role="metal", grip=(0, -94), face=(0, -34, 18))
def _kettle(b: Brush) -> None:
    b.ink.stroke(soft_open("-26,-56 -22,-92 0,-98 22,-92 26,-56"), b.second, 7)
    b.part(pipe("28,-26,16 42,-44,10 48,-60,8"), None, "metal")
    b.part(even("0,-66 26,-58 38,-30 34,-4 24,0", 0.5), None, "metal")
    b.part(even("0,-72 14,-68 18,-60 0,-56", 0.4), None, "metal")
    b.part(ellipse(0, -75, 5, 5), b.second)
    steam(b, -64, (48,), 22)


@kind("teapot", 17, 13, (226, 218, 232), (120, 132, 196), (226, 118, 140), face=(0, -30, 16), grip=(-42, -34))
def _teapot(b: Brush) -> None:
    b.part(minus(ellipse(-34, -34, 16, 19), ellipse(-34, -34, 9, 12)))
    b.part(pipe("24,-22,16 38,-38,9 46,-56,7"))
    body = even("0,-60 24,-54 35,-30 26,-6 14,0", 0.5)
    b.part(body)
    for x, y in ((-16, -30), (0, -22), (16, -30), (0, -40)):
        b.inside(body, ellipse(x, y, 4.5, 4.5), b.third)
        b.inside(body, ellipse(x, y, 1.6, 1.6), b.second)
    b.part(even("0,-66 16,-62 20,-55 0,-53", 0.4), b.second)
    b.part(ellipse(0, -69, 5, 4.5), b.second)


@kind("jug", 11, 15, (110, 150, 190), PAPER, face=(-4, -34, 17), grip=(32, -50))
def _jug(b: Brush) -> None:
    b.part(minus(ellipse(26, -50, 17, 24), ellipse(26, -50, 9, 15)))
    body = soft("-36,-100 -20,-92 20,-96 18,-70 30,-34 22,-4 10,0 -18,0 -32,-6 -36,-36 -24,-72", 0.45)
    b.part(body)
    b.inside(body, pipe("-44,-36,10 0,-28,10 40,-36,10"), b.second)


@kind("vase", 10, 17, (88, 130, 186), PAPER, face=(0, -34, 16))
def _vase(b: Brush) -> None:
    body = even("0,-98 14,-98 10,-80 12,-72 30,-44 22,-8 12,0", 0.45)
    if b.has("broken", "cracked"):
        body = minus(body, hard("-40,-110 -6,-80 4,-92 12,-70 40,-86 40,-110"))
    b.part(body)
    b.inside(body, pipe("-34,-54,5 0,-48,5 34,-54,5"), b.second)
    b.inside(body, pipe("-34,-28,5 0,-22,5 34,-28,5"), b.second)


@kind("jar", 10, 13, GLASS, (232, 160, 60), RED, role="glass", face=(0, -36, 18))
def _jar(b: Brush) -> None:
    body = rounded(-36, -80, 36, 0, 14)
    b.part(body, None, "glass")
    if not b.has("empty"):
        b.inside(body, rounded(-31, -64, 31, -5, 10), b.second, 235)
    b.part(rounded(-32, -98, 32, -78, 5), b.third)
    b.shine([(-26, -68), (-27, -18)], 4)


@kind("bucket", 20, 20, WOOD, IRON, (120, 190, 226), role="wood", face=(0, -36, 20), grip=(0, -96))
def _bucket(b: Brush) -> None:
    b.ink.stroke(soft_open("-38,-62 -32,-90 0,-98 32,-90 38,-62"), b.second, 4.5)
    body = hard("-42,-64 42,-64 30,0 -30,0")
    b.part(body)
    for x in (-20, 0, 20):
        b.line([(x * 1.1, -62), (x * 0.8, -2)], b.second, 1.4, 120)
    b.inside(body, rounded(-50, -54, 50, -44, 0), b.second)
    b.inside(body, rounded(-50, -18, 50, -9, 0), b.second)
    b.part(ellipse(0, -64, 42, 9), b.main, line=0.8)
    b.flat(ellipse(0, -63, 36, 6), (92, 62, 52) if b.has("empty") else b.third)


@kind("basket", 22, 18, (200, 150, 86), role="wood", face=(0, -20, 20), grip=(0, -78))
def _basket(b: Brush) -> None:
    b.ink.stroke(soft_open("-38,-40 -30,-72 0,-82 30,-72 38,-40"), b.second, 5)
    body = hard("-48,-42 48,-42 38,0 -38,0")
    b.part(body)
    for row in range(4):
        for col in range(-5, 5):
            x = col * 10 + (row % 2) * 5
            b.inside(body, rounded(x, -36 + row * 9, x + 6, -31 + row * 9, 2), b.second, 150)
    b.part(rounded(-50, -46, 50, -38, 4))
