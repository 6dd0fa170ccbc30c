"""Owns things that hold other things or words: boxes, bags, chests, books, papers. Does not know: who holds them."""

from __future__ import annotations

from generators.backends.animatic.crafting import BLUE, GOLD, INK, IRON, PAPER, RED, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, rounded
from generators.backends.animatic.shapes import even, hard, heart, leaf, mirror, pipe, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind
OPEN = ("open", "opened", "empty")


@kind("box", 26, 20, (206, 156, 98), face=(0, -24, 18))
def _box(b: Brush) -> None:
    if b.has(*OPEN):
        b.part(hard("-40,-46 40,-46 30,-66 -30,-66"), b.second)
        flap = hard("40,-46 30,-66 46,-76 52,-56")
        b.part(flap)
        b.part(mirror(flap))
        b.part(hard("-40,-46 40,-46 38,0 -38,0"))
        b.part(hard("-40,-46 40,-46 46,-34 -46,-34"), b.third)
        return
    b.part(hard("-40,-48 40,-48 38,0 -38,0"))
    b.part(hard("-40,-48 40,-48 30,-74 -30,-74"), b.third)
    b.flat(hard("-7,-74 7,-74 9,-48 8,-32 -8,-32 -9,-48"), (236, 206, 150), 220)


@kind("crate", 34, 28, WOOD, role="wood", face=(0, -38, 22))
def _crate(b: Brush) -> None:
    b.part(rounded(-48, -80, 48, 0, 2))
    b.inside(rounded(-40, -72, 40, -8, 0), rounded(-60, -90, 60, 10, 0), b.second, 150)
    b.part(hard("-40,-16 -30,-8 40,-64 30,-72"), b.main, depth=0.3)
    for y in (-80, -12):
        b.part(rounded(-48, y, 48, y + 12, 2), b.main, depth=0.4)
    for x in (-48, 36):
        b.part(rounded(x, -80, x + 12, 0, 2), b.main, depth=0.4)


@kind("barrel", 32, 42, WOOD, IRON, role="wood", face=(0, -52, 18), round=True)
def _barrel(b: Brush) -> None:
    body = even("28,-98 38,-50 28,0", 0.6)
    b.part(body)
    for x in (-18, 0, 18):
        b.inside(body, pipe(f"{x * 0.8},-98,1.2 {x * 1.3},-50,1.2 {x * 0.8},0,1.2"), b.second, 120)
    for y in (-90, -68, -34, -12):
        b.inside(body, pipe(f"-50,{y},5 0,{y + 3},5 50,{y},5"), b.second)
    b.part(ellipse(0, -96, 27, 4), b.main, line=0.7)


@kind("chest", 46, 34, (150, 94, 56), GOLD, role="wood", face=(0, -24, 18))
def _chest(b: Brush) -> None:
    is_open = b.has(*OPEN)
    if is_open:
        b.part(soft("-46,-50 -44,-72 -28,-80 28,-80 44,-72 46,-50", 0.3), b.third)
        b.part(hard("-42,-50 42,-50 38,-66 -38,-66"), INK, "solid", depth=0.2)
        _hoard(b)
    body = rounded(-46, -42, 46, 0, 3)
    b.part(body)
    if not is_open:
        b.part(soft("-48,-40 -46,-62 -30,-74 30,-74 46,-62 48,-40", 0.3))
    top = -46 if is_open else -70
    for x in (-36, 26):
        b.part(rounded(x, top, x + 10, 0, 2), b.second, "metal", line=0.7)
    b.part(rounded(-48, -46, 48, -38, 2), b.second, "metal", line=0.7)
    b.part(rounded(-9, -50, 9, -28, 4), b.second, "metal")
    b.flat(ellipse(0, -40, 3, 3), INK)
    b.flat(rounded(-1.4, -40, 1.4, -32, 1), INK)


def _hoard(b: Brush) -> None:
    """Coins and gems that heap in an open chest."""
    if b.has("empty"):
        return
    b.part(soft("-38,-46 -24,-58 0,-64 24,-58 38,-46", 0.4), b.second, "metal")
    for x, y in ((-20, -52), (-6, -57), (12, -55), (24, -50), (2, -49)):
        b.part(ellipse(x, y, 6, 4), b.second, "metal", line=0.5)
    b.part(hard("-14,-60 -8,-68 2,-68 6,-60 -4,-52"), RED, "glass", line=0.6)
    b.ink.glow(0, -60, 40, (255, 220, 120), 90)


@kind("treasure", 40, 18, GOLD, RED, BLUE, role="metal")
def _treasure(b: Brush) -> None:
    b.part(soft("-50,0 -34,-18 -14,-30 6,-36 24,-26 40,-12 50,0", 0.4), None, "metal")
    for x, y in ((-34, -10), (-16, -20), (2, -28), (18, -18), (-4, -10), (34, -8), (14, -5), (-22, -4)):
        b.part(ellipse(x, y, 8, 5.5), None, "metal", line=0.6)
    b.part(hard("-12,-36 -6,-43 5,-43 10,-36 -1,-26"), b.second, "glass", line=0.8)
    b.part(hard("20,-30 24,-35 32,-35 36,-30 28,-22"), b.third, "glass", line=0.8)
    b.ink.glow(0, -24, 50, (255, 224, 140), 70)


@kind("gift", 20, 22, (206, 72, 84), (250, 222, 130), face=(0, -34, 20))
def _gift(b: Brush) -> None:
    body = rounded(-40, -58, 40, 0, 3)
    b.part(body)
    b.inside(body, rounded(-9, -70, 9, 0, 0), b.second)
    b.part(rounded(-45, -72, 45, -54, 3))
    b.flat(rounded(-10, -71, 10, -55, 0), b.second)
    bow = soft("0,-72 14,-94 30,-96 30,-82 16,-74", 0.5)
    b.part(bow, b.second, "cloth")
    b.part(mirror(bow), b.second, "cloth")
    b.part(ellipse(0, -75, 7, 6), b.second, "cloth")


@kind("bag", 22, 22, (176, 106, 58), GOLD, role="cloth", face=(0, -30, 18), grip=(0, -92))
def _bag(b: Brush) -> None:
    b.ink.stroke(soft_open("-22,-58 -22,-84 0,-96 22,-84 22,-58"), (112, 66, 46), 7)
    b.part(even("38,-62 48,-6 40,0", 0.25))
    b.part(even("39,-64 42,-38 22,-24 0,-20", 0.4))
    b.part(rounded(-8, -34, 8, -18, 3), b.second, "metal", line=0.8)
    b.flat(ellipse(0, -26, 2, 2), INK)


@kind("backpack", 26, 32, (80, 132, 176), (232, 150, 70), role="cloth", face=(0, -62, 18), grip=(0, -96))
def _backpack(b: Brush) -> None:
    b.ink.stroke(soft_open("-12,-88 -10,-99 10,-99 12,-88"), b.second, 5)
    for x in (-46, 34):
        b.part(rounded(x, -42, x + 12, -4, 6), b.second)
    b.part(even("0,-96 26,-92 38,-70 38,-6 30,0", 0.4))
    b.part(even("0,-98 26,-94 40,-66 34,-50 0,-46", 0.4), b.third)
    b.part(rounded(-26, -38, 26, -6, 8), b.second)
    for x in (-16, 10):
        b.part(rounded(x, -54, x + 6, -40, 2), GOLD, "metal", line=0.6)


@kind("suitcase", 32, 27, (150, 92, 60), GOLD, role="cloth", face=(0, -34, 18), grip=(0, -80))
def _suitcase(b: Brush) -> None:
    b.ink.stroke(soft_open("-14,-64 -14,-80 14,-80 14,-64"), (96, 58, 44), 6)
    b.part(rounded(-48, -68, 48, 0, 9))
    for x in (-34, 24):
        b.part(rounded(x, -68, x + 10, 0, 1), (112, 68, 48), "cloth", line=0.6)
        b.part(rounded(x + 1, -46, x + 9, -38, 2), b.second, "metal", line=0.6)
    b.flat(star(0, -32, 10), b.third, 220)


@kind("sack", 24, 30, (200, 168, 120), (130, 92, 60), role="cloth", face=(0, -36, 18), grip=(0, -80))
def _sack(b: Brush) -> None:
    b.part(even("6,-82 22,-96 12,-98 0,-94", 0.4))
    b.part(even("8,-80 32,-56 40,-22 28,0", 0.5))
    b.part(rounded(-12, -86, 12, -78, 4), b.second)
    b.line([(-14, -60), (-20, -40)], b.second, 1.6, 140)
    b.line([(14, -62), (22, -38)], b.second, 1.6, 140)


@kind("letter", 15, 11, PAPER, RED, face=(0, -44, 16))
def _letter(b: Brush) -> None:
    b.part(hard("-50,-66 46,-74 50,-8 -46,0"))
    b.line([(-46, 0), (-8, -38)], (196, 172, 140), 2)
    b.line([(50, -8), (8, -40)], (196, 172, 140), 2)
    b.part(hard("-50,-66 46,-74 1,-26"), b.third, depth=0.5)
    b.part(ellipse(1, -33, 10, 10), b.second, line=0.8)
    b.flat(heart(1, -33, 5), b.third, 200)


@kind("note", 10, 12, PAPER, (120, 110, 140))
def _note(b: Brush) -> None:
    b.part(hard("-40,-92 34,-100 40,-6 -34,0"))
    for y in (-76, -60, -44, -28):
        b.line([(-26, y), (4, y - 6), (24, y - 6)], b.second, 3)


@kind("book", 15, 18, (72, 100, 170), GOLD, PAPER, face=(2, -52, 16), grip=(0, -30))
def _book(b: Brush) -> None:
    if b.has("open", "opened") or b.pose.action == "read":
        _pages(b)
        return
    b.part(hard("-34,-88 32,-98 40,-12 -26,-2"), b.third, "solid")
    for k in (3, 6, 9):
        b.line([(-24 + k, -6 + k * 0.2), (38, -17 + k)], (200, 186, 160), 1.2)
    cover = hard("-40,-90 28,-100 36,-14 -32,-4")
    b.part(cover, None, "cloth")
    b.inside(cover, hard("-44,-90 -32,-92 -24,-2 -36,0"), b.second, 90)
    b.ink.stroke(hard("-26,-85 22,-92 29,-19 -20,-12"), b.second, 2)
    b.flat(star(2, -52, 15), b.second)


def _pages(b: Brush) -> None:
    """An open book, its pages bulging, seen from the front."""
    for side in (-1, 1):
        cover, page = hard("0,-6 50,-14 50,-78 0,-70"), soft("0,-12 24,-20 46,-16 46,-76 24,-80 0,-68", 0.3)
        b.part(cover if side > 0 else mirror(cover), None, "cloth")
        b.part(page if side > 0 else mirror(page), b.third)
        for y in (-62, -52, -42, -32):
            b.line([(8 * side, y + 2), (24 * side, y - 4), (40 * side, y - 2)], (150, 130, 130), 2)


@kind("scroll", 18, 15, (238, 218, 172), (170, 112, 66))
def _scroll(b: Brush) -> None:
    b.part(soft("-38,-76 36,-78 38,-10 -36,-8", 0.1))
    for y in (-60, -48, -36, -24):
        b.line([(-26, y), (0, y - 3), (24, y)], b.second, 2.4, 190)
    for y in (-76, -8):
        b.part(rounded(-46, y - 7, 46, y + 7, 7), b.third)
        for x in (-50, 44):
            b.part(rounded(x, y - 5, x + 6, y + 5, 2), b.second, "wood", line=0.7)


@kind("map", 22, 16, (232, 206, 152), RED, (120, 180, 190))
def _map(b: Brush) -> None:
    sheet = hard("-50,-66 -17,-72 17,-64 50,-70 50,-6 17,0 -17,-8 -50,-2")
    b.part(sheet)
    b.inside(sheet, soft("-60,-40 -40,-44 -30,-24 -40,-8 -60,0"), b.third)
    b.inside(sheet, hard("-17,-80 17,-80 17,10 -17,10"), (150, 110, 70), 34)
    b.flat(hard("22,-46 28,-58 33,-50 37,-56 43,-46"), (150, 110, 84))
    for x, y in ((-28, -54), (-18, -48), (-10, -38), (0, -30), (10, -26), (20, -22)):
        b.flat(ellipse(x, y, 3, 2.2), b.second)
    b.line([(29, -28), (41, -14)], b.second, 4)
    b.line([(41, -28), (29, -14)], b.second, 4)


@kind("newspaper", 18, 16, (236, 232, 222), (96, 90, 106))
def _newspaper(b: Brush) -> None:
    b.part(hard("-46,-80 44,-86 48,-6 -42,0"))
    b.line([(-36, -70), (34, -74)], b.second, 7)
    b.flat(hard("-36,-58 -4,-60 -2,-28 -34,-26"), (160, 170, 186))
    for y in (-58, -48, -38, -28, -18):
        b.line([(6, y), (36, y - 2)], b.second, 2.6, 170)
    b.line([(-32, -14), (-4, -16)], b.second, 2.6, 170)


@kind("purse", 9, 9, (196, 92, 120), GOLD, role="cloth")
def _purse(b: Brush) -> None:
    b.part(even("0,-66 34,-66 48,-26 30,0", 0.5))
    b.part(rounded(-36, -74, 36, -62, 5), b.second, "metal")
    for x in (-5, 5):
        b.part(ellipse(x, -78, 6, 6), b.second, "metal", line=0.7)


@kind("coin", 7, 7, GOLD, role="metal", round=True, face=(0, -50, 26))
def _coin(b: Brush) -> None:
    b.part(ellipse(0, -50, 49, 49), None, "metal")
    b.ink.stroke(ellipse(0, -50, 38, 38), b.second, 3, 160)
    b.flat(star(0, -50, 24), b.second, 190)


@kind("ticket", 9, 5, (240, 200, 110), RED)
def _ticket(b: Brush) -> None:
    body = minus(minus(rounded(-50, -54, 50, 0, 5), ellipse(-50, -27, 8, 8)), ellipse(50, -27, 8, 8))
    b.part(body)
    b.line([(22, -48), (22, -6)], b.second, 2)
    b.flat(star(-12, -27, 14), b.second)


@kind("leaflet", 9, 12, (244, 236, 214), (92, 156, 84))
def _leaflet(b: Brush) -> None:
    b.part(hard("-36,-96 36,-100 36,-4 -36,0"))
    b.flat(leaf(-20, -48, 42, 26, -40), b.second)
    for y in (-30, -20):
        b.line([(-24, y), (24, y - 2)], (150, 140, 150), 2.4)
