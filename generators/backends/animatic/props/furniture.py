"""Owns furniture and fittings of rooms; what one sits or lies on has a "seat" anchor. Does not know: rooms."""

from __future__ import annotations

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import (
    BLUE,
    GOLD,
    INK,
    LEAF,
    PAPER,
    RED,
    STEEL,
    WOOD,
    Brush,
    Shelf,
)
from generators.backends.animatic.kit import ellipse, minus, rounded
from generators.backends.animatic.shapes import even, hard, heart, mirror, pipe, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind
CLOTH = (184, 84, 88)
WHITE = (242, 242, 246)


@kind("chair", 34, 58, WOOD, CLOTH, role="wood", seat=(2, -48), face=(-14, -72, 9))
def _chair(b: Brush) -> None:
    for x in (-20, 20):
        b.part(rounded(x - 2, -46, x + 3, -6, 1), shade(b.main, 0.25))
    b.part(rounded(-28, -100, -21, 0, 2))
    b.part(rounded(22, -46, 28, 0, 2))
    for y in (-96, -78, -62):
        b.part(hard(f"-26,{y} -12,{y - 2} -12,{y + 7} -26,{y + 9}"))
    b.part(rounded(-14, -100, -8, -44, 2))
    b.part(hard("-28,-48 -18,-55 22,-55 29,-48 29,-42 -28,-42"))
    b.part(hard("-24,-49 -16,-55 20,-55 26,-49"), b.second, "cloth", line=0.8)


@kind("armchair", 62, 62, (96, 140, 120), WOOD, role="cloth", seat=(0, -36), face=(0, -74, 12))
def _armchair(b: Brush) -> None:
    for x in (-34, 30):
        b.part(rounded(x, -8, x + 5, 0, 1), b.second, "wood")
    b.part(soft("-34,-10 -36,-70 -26,-92 0,-98 26,-92 36,-70 34,-10", 0.35))
    b.part(rounded(-30, -40, 30, -24, 6), light(b.main, 0.12))
    b.part(rounded(-32, -26, 32, -8, 4))
    arm = soft("-50,-10 -50,-44 -42,-54 -32,-50 -30,-38 -30,-8", 0.4)
    b.part(arm)
    b.part(mirror(arm))
    for x, y in ((-12, -72), (12, -72), (0, -60), (0, -84)):
        b.flat(ellipse(x, y, 1.8, 1.8), shade(b.main, 0.35))


@kind("throne", 60, 112, GOLD, (150, 40, 62), (120, 170, 226), role="metal", seat=(0, -34), face=(0, -70, 7))
def _throne(b: Brush) -> None:
    b.part(even("0,-100 8,-92 16,-96 22,-86 24,-10", 0.2))
    b.part(even("0,-86 14,-82 17,-38", 0.25), b.second, "cloth")
    b.part(hard("0,-98 4,-93 0,-88 -4,-93"), b.third, "glass", line=0.7)
    for s in (-1, 1):
        b.part(rounded(min(18 * s, 27 * s), -46, max(18 * s, 27 * s), 0, 2))
        b.part(ellipse(22.5 * s, -47, 5.5, 4))
    b.part(rounded(-19, -36, 19, -27, 3), b.second, "cloth")
    b.part(rounded(-22, -28, 22, -8, 1))


@kind("sofa", 130, 60, (84, 122, 170), WOOD, role="cloth", seat=(0, -18), face=(0, -35, 9))
def _sofa(b: Brush) -> None:
    for x in (-40, 36):
        b.part(rounded(x, -5, x + 4, 0, 1), b.second, "wood")
    b.part(rounded(-42, -46, 42, -8, 7))
    for x in (-37, 1):
        b.part(rounded(x, -42, x + 36, -18, 5), light(b.main, 0.08), line=0.8)
        b.part(rounded(x - 1, -21, x + 37, -12, 4), light(b.main, 0.14), line=0.8)
    b.part(rounded(-42, -13, 42, -4, 2))
    arm = soft("-50,-4 -50,-24 -46,-31 -40,-30 -37,-24 -37,-4", 0.35)
    b.part(arm)
    b.part(mirror(arm))


@kind("table", 100, 50, WOOD, role="wood", face=(0, -30, 8))
def _table(b: Brush) -> None:
    for x in (-36, 32):
        b.part(rounded(x, -42, x + 4, -4, 1), shade(b.main, 0.28))
    for x in (-46, 40):
        b.part(rounded(x, -42, x + 6, 0, 1.5))
    b.part(rounded(-45, -42, 45, -35, 1), shade(b.main, 0.12))
    b.part(hard("-50,-44 -40,-50 40,-50 50,-44 50,-40 -50,-40"))


@kind("desk", 96, 52, (150, 100, 64), GOLD, role="wood", face=(-16, -30, 7))
def _desk(b: Brush) -> None:
    b.part(rounded(-46, -46, -41, 0, 1))
    b.part(rounded(10, -46, 46, -3, 1))
    for y in (-42, -28, -15):
        b.part(rounded(13, y, 43, y + 11, 1), light(b.main, 0.12), line=0.8)
        b.part(ellipse(28, y + 5.5, 2, 1.6), b.second, "metal", line=0.6)
    b.part(hard("-50,-48 -42,-54 42,-54 50,-48 50,-44 -50,-44"))


@kind("bed", 125, 56, (110, 140, 196), WOOD, WHITE, role="cloth", seat=(4, -24), face=(-44, -40, 0.2))
def _bed(b: Brush) -> None:
    b.part(rounded(-50, -44, -44, 0, 2), b.second, "wood")
    b.part(rounded(44, -30, 50, 0, 2), b.second, "wood")
    b.part(rounded(-46, -16, 46, -6, 1), b.second, "wood")
    b.part(rounded(-44, -25, 45, -12, 4), b.third)
    b.part(soft("-43,-24 -42,-32 -34,-35 -24,-33 -21,-25 -26,-22", 0.4), b.third)
    b.part(soft("-20,-23 -14,-28 10,-29 38,-27 47,-22 47,-8 20,-6 -16,-8", 0.3))
    b.part(soft("-21,-24 -14,-29 -9,-28 -12,-8 -18,-8", 0.3), light(b.main, 0.5), line=0.8)
    for x in (4, 20, 34):
        b.flat(star(x, -18, 3.4), light(b.main, 0.45))


@kind("cradle", 56, 44, WOOD, (150, 190, 222), role="wood", seat=(0, -30), cabin=True)
def _cradle(b: Brush) -> None:
    b.ink.canvas.save()
    b.ink.canvas.rotate(5 * b.wave(), 0, -80)
    b.part(pipe("-36,-8,6 0,-1,6 36,-8,6"))
    b.part(soft("-40,-40 -14,-50 16,-48 40,-40 38,-30 -38,-30", 0.4), b.second, "cloth")
    b.part(hard("-46,-42 46,-42 36,-10 -36,-10"))
    b.part(soft("-48,-40 -50,-66 -36,-76 -18,-70 -20,-40", 0.4))
    b.flat(heart(6, -25, 7), light(b.main, 0.4))
    b.ink.canvas.restore()


@kind("bookshelf", 74, 110, WOOD, role="wood", face=(0, -50, 0.2))
def _bookshelf(b: Brush) -> None:
    b.part(rounded(-34, -100, 34, 0, 1))
    colours = (RED, BLUE, (92, 156, 84), GOLD, (150, 96, 182), PAPER, (226, 130, 70))
    for row, y in enumerate((-94, -71, -48, -25)):
        b.flat(rounded(-30, y, 30, y + 20, 0.5), shade(b.main, 0.5))
        x, i = -29.0, row * 3
        while x < 25:
            width, tall = 3.2 + (i * 7 + row) % 3 * 1.3, 13 + (i * 5 + row * 2) % 4 * 1.6
            b.part(rounded(x, y + 20 - tall, x + width, y + 20, 0.5), colours[i % 7], "cloth", line=0.4, depth=0)
            x, i = x + width + 0.4, i + 1


@kind("wardrobe", 78, 112, WOOD, GOLD, role="wood", face=(0, -66, 9))
def _wardrobe(b: Brush) -> None:
    b.part(rounded(-36, -100, 36, -92, 2))
    b.part(rounded(-33, -94, 33, -5, 1))
    is_open = b.has("open", "opened")
    if is_open:
        b.flat(rounded(-28, -90, 28, -10, 1), shade(b.main, 0.6))
        for x, colour in ((-16, RED), (-4, BLUE), (8, LEAF), (18, GOLD)):
            b.part(hard(f"{x - 3},-84 {x + 3},-84 {x + 6},-40 {x - 6},-40"), colour, "cloth")
    else:
        for x in (-28, 2):
            b.part(rounded(x, -88, x + 26, -10, 1), light(b.main, 0.1), line=0.8)
        for x in (-5, 5):
            b.part(ellipse(x, -48, 1.6, 2.4), b.second, "metal", line=0.6)
    for x in (-32, 26):
        b.part(rounded(x, -6, x + 6, 0, 1))


@kind("cupboard", 70, 74, (96, 150, 146), GOLD, role="wood", face=(0, -48, 9))
def _cupboard(b: Brush) -> None:
    for x in (-44, 36):
        b.part(rounded(x, -8, x + 8, 0, 1))
    b.part(rounded(-46, -96, 46, -6, 2))
    b.part(rounded(-49, -100, 49, -92, 2))
    for x in (-42, 2):
        b.part(rounded(x, -66, x + 40, -11, 2), light(b.main, 0.12), line=0.8)
        b.part(rounded(x, -89, x + 40, -70, 2), light(b.main, 0.12), line=0.8)
        b.part(ellipse(x + 20, -79.5, 2.6, 2.2), b.second, "metal", line=0.6)
    for x in (-6, 6):
        b.part(ellipse(x, -40, 2.2, 3), b.second, "metal", line=0.6)


@kind("door", 46, 92, (150, 96, 60), GOLD, (84, 64, 70), role="wood", face=(0, -60, 11))
def _door(b: Brush) -> None:
    b.part(rounded(-26, -100, 26, 0, 1), light(b.main, 0.3))
    b.flat(rounded(-21, -95, 21, 0, 0.5), b.third)
    if b.has("open", "opened"):
        b.flat(hard("-21,-2 21,-2 21,-95 -4,-95"), (255, 226, 150), 150)
        b.part(hard("-21,-95 -2,-90 -2,4 -21,0"))
        b.part(ellipse(-6, -44, 1.6, 2), b.second, "metal", line=0.6)
        return
    b.part(rounded(-21, -95, 21, 0, 0.5))
    for y in (-88, -42):
        for x in (-16, 2):
            b.part(rounded(x, y, x + 14, y + 38, 1), shade(b.main, 0.12), line=0.7)
    b.part(ellipse(17, -46, 2.6, 2.6), b.second, "metal", line=0.8)


@kind("window", 50, 62, PAPER, (140, 196, 228), WOOD, face=(0, -50, 14))
def _window(b: Brush) -> None:
    b.part(rounded(-38, -98, 38, -6, 2))
    night = b.has("night", "dark")
    b.flat(rounded(-32, -92, 32, -12, 0.5), (60, 74, 130) if night else b.second)
    b.inside(rounded(-32, -92, 32, -12, 0), hard("2,-96 16,-96 -14,-8 -28,-8"), (255, 255, 255), 80)
    for path in (rounded(-2.5, -92, 2.5, -12, 0), rounded(-32, -55, 32, -50, 0)):
        b.part(path, line=0.6, depth=0)
    b.part(rounded(-44, -8, 44, 0, 2), b.third, "wood")


@kind("curtain", 84, 84, (190, 76, 84), GOLD, role="cloth")
def _curtain(b: Brush) -> None:
    side = soft("-40,-92 -2,-92 -6,-66 -22,-44 -24,-38 -20,-2 -40,0", 0.2)
    b.part(side)
    b.part(mirror(side))
    for s in (-1, 1):
        for x in (-32, -22, -12):
            b.ink.stroke(soft_open(f"{s * x},-90 {s * (x - 3)},-56 {s * -33},-42"), shade(b.main, 0.28), 1.4)
        b.part(rounded(min(-40 * s, -20 * s), -44, max(-40 * s, -20 * s), -39, 2), b.second, line=0.7)
    b.part(rounded(-48, -97, 48, -91, 3), WOOD, "wood")
    for s in (-1, 1):
        b.part(ellipse(48 * s, -94, 4, 4), b.second, "metal", line=0.8)


@kind("fridge", 42, 92, (216, 226, 232), STEEL, role="metal", face=(0, -72, 9))
def _fridge(b: Brush) -> None:
    b.part(rounded(-23, -100, 23, -2, 5), None, "metal")
    if b.has("open", "opened"):
        b.flat(rounded(-18, -92, 18, -8, 2), (250, 250, 240))
        for y in (-66, -40):
            b.line([(-17, y), (17, y)], STEEL, 1.4)
        for x, y, c in ((-10, -70, RED), (4, -71, LEAF), (-8, -44, GOLD), (8, -45, BLUE), (0, -15, RED)):
            b.part(ellipse(x, y, 4, 4), c, line=0.6)
        return
    b.line([(-22, -64), (22, -64)], shade(b.main, 0.45), 1.6)
    for y0, y1 in ((-84, -70), (-56, -36)):
        b.part(rounded(14, y0, 17, y1, 1), b.second, "metal", line=0.7)
    b.flat(heart(-8, -46, 4), RED)
    for x in (-18, 12):
        b.flat(rounded(x, -3, x + 6, 0, 0.5), INK)


@kind("stove", 50, 56, (232, 232, 238), INK, (255, 176, 84), role="metal", light=(0, -26), face=(0, -30, 0.2))
def _stove(b: Brush) -> None:
    b.part(rounded(-42, -96, 42, 0, 3), None, "metal")
    b.part(rounded(-45, -100, 45, -92, 2), b.second, "metal")
    for i in range(4):
        b.part(ellipse(-27 + i * 18, -80, 5.5, 5.5), RED, line=0.7)
        b.line([(-27 + i * 18, -80), (-27 + i * 18, -84)], PAPER, 1.2)
    b.part(rounded(-33, -58, 33, -14, 4), b.second, "metal", line=0.8)
    if b.lit:
        b.flat(rounded(-27, -52, 27, -20, 3), b.third, 190)
        b.glow(0, -34, 34, b.third, 130)
    b.part(rounded(-28, -68, 28, -63, 2), STEEL, "metal", line=0.7)


@kind("bathtub", 104, 52, WHITE, GOLD, (200, 230, 244), role="stone", seat=(0, -22), face=(0, -18, 9), cabin=True)
def _bathtub(b: Brush) -> None:
    for x in (-32, 28):
        b.part(soft(f"{x - 4},0 {x - 3},-8 {x + 7},-8 {x + 8},0", 0.3), b.second, "metal")
    b.part(pipe("40,-34,3 40,-47,3 34,-48,3"), b.second, "metal", line=0.8)
    if not b.has("empty"):
        for x, r in ((-30, 6), (-20, 8), (-8, 6), (4, 8), (16, 6), (26, 7)):
            b.part(ellipse(x, -36 + 0.6 * b.wave(1, x / 40), r, r), b.third, "glass", line=0.6)
    b.part(soft("-47,-34 47,-34 42,-12 28,-4 -28,-4 -42,-12", 0.35))
    b.part(rounded(-50, -37, 50, -31, 3))


@kind("toilet", 30, 46, WHITE, STEEL, role="stone", seat=(4, -46))
def _toilet(b: Brush) -> None:
    b.part(rounded(-32, -96, -8, -44, 3))
    b.part(rounded(-34, -100, -6, -92, 2))
    b.part(ellipse(-12, -82, 3, 2.4), b.second, "metal", line=0.7)
    b.part(soft("-22,-44 30,-44 26,-26 10,-16 12,-2 -18,0 -16,-18", 0.35))
    b.part(rounded(-24, -50, 33, -42, 4))


@kind("sink", 44, 56, WHITE, STEEL, role="stone", face=(0, -62, 9))
def _sink(b: Brush) -> None:
    b.part(pipe("0,-74,5 0,-92,5 10,-98,5 16,-90,5"), b.second, "metal")
    for x in (-14, 26):
        b.part(rounded(x - 6, -80, x + 2, -74, 2), b.second, "metal", line=0.7)
    b.part(even("11,-50 8,-4 14,0", 0.1))
    b.part(soft("-38,-72 38,-72 32,-54 18,-46 -18,-46 -32,-54", 0.35))
    b.part(rounded(-42, -76, 42, -69, 3))


@kind("rug", 110, 14, (180, 78, 76), GOLD, BLUE, role="cloth")
def _rug(b: Brush) -> None:
    body = hard("-42,-13 42,-13 50,0 -50,0")
    b.part(body)
    b.inside(body, minus(hard("-37,-11 37,-11 43,-2 -43,-2"), hard("-35,-10 35,-10 40,-3 -40,-3")), b.second)
    for x in (-22, 0, 22):
        b.flat(hard(f"{x - 7},-6.5 {x},-10 {x + 7},-6.5 {x},-3"), b.third)


@kind("picture", 34, 28, GOLD, (132, 188, 222), LEAF, face=(0, -40, 12))
def _picture(b: Brush) -> None:
    b.part(rounded(-48, -80, 48, 0, 2))
    inner = rounded(-39, -71, 39, -9, 1)
    b.flat(inner, b.second)
    b.inside(inner, ellipse(18, -56, 8, 8), (255, 226, 120))
    b.inside(inner, hard("-40,-20 -14,-52 8,-24 20,-38 42,-14 42,0 -40,0"), shade(b.second, 0.35))
    b.inside(inner, soft("-44,-22 -10,-26 16,-18 44,-24 44,0 -44,0"), b.third)
    b.ink.stroke(inner, shade(b.main, 0.4), 2)


@kind("blackboard", 84, 66, (62, 108, 90), WOOD, role="wood")
def _blackboard(b: Brush) -> None:
    for x in (-34, 28):
        b.part(rounded(x, -26, x + 6, 0, 1), b.second)
    b.part(rounded(-50, -78, 50, -20, 2), b.second)
    b.part(rounded(-44, -72, 44, -26, 1), b.main, "solid", line=0.6)
    b.line([(-34, -60), (-24, -66), (-14, -60)], PAPER, 1.6)
    b.ink.stroke(hard("-32,-58 -16,-58 -16,-44 -32,-44"), PAPER, 1.4)
    for y in (-62, -54, -46):
        b.line([(0, y), (18, y - 1), (32, y)], PAPER, 1.4, 210)


@kind("cage", 34, 46, GOLD, WOOD, role="metal", face=(0, -40, 0.2))
def _cage(b: Brush) -> None:
    b.ink.stroke(ellipse(0, -95, 4, 4), b.main, 2)
    b.line([(-14, -58), (14, -58)], b.second, 2.4)
    b.line([(0, -90), (0, -58)], b.second, 1.2)
    for x in (-30, -20, -10, 0, 10, 20, 30):
        if not (b.has("open") and x in (-10, 0, 10)):
            b.line([(x * 0.3, -88), (x, -66), (x, -8)], b.main, 2)
    for y in (-66, -38):
        b.ink.stroke(soft_open(f"-31,{y} 0,{y + 3} 31,{y}"), b.main, 2)
    b.part(ellipse(0, -90, 10, 4), None, "metal", line=0.8)
    b.part(rounded(-35, -12, 35, 0, 4), b.second, "wood")


@kind("shower", 30, 96, STEEL, (150, 204, 236), role="metal")
def _shower(b: Brush) -> None:
    b.part(pipe("-11,0,2.4 -11,-60,2.4 -10,-94,2.4 4,-96,2.4 8,-88,2.4"), None, "metal")
    b.part(hard("3,-88 13,-88 16,-82 0,-82"), None, "metal")
    for i in range(5):
        y = -78 + (i * 13 + 70 * b.turn) % 74
        b.line([(1 + i * 3.4, y), (0.5 + i * 3.6, y + 7)], b.second, 1.2)
