"""Owns clothes and things worn, when they lie, hang or are carried as things. Does not know: people who wear them."""

from __future__ import annotations

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import BLUE, GOLD, INK, LEAF, PAPER, RED, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, rounded
from generators.backends.animatic.shapes import even, hard, leaf, mirror, pipe, soft, soft_open, star

SHELF = Shelf()
kind = SHELF.kind


@kind("hat", 18, 13, (136, 96, 62), RED, (64, 140, 140), role="cloth", face=(0, -18, 8))
def _hat(b: Brush) -> None:
    b.part(soft("-50,-12 -34,-20 0,-22 34,-20 50,-12 34,-1 0,2 -34,-1", 0.45))
    crown = soft("-29,-14 -28,-44 -22,-64 -6,-60 6,-66 20,-62 28,-42 29,-14 0,-8", 0.4)
    b.part(crown)
    b.inside(crown, soft("-40,-28 0,-22 40,-28 40,-10 0,-4 -40,-10"), b.second)
    b.part(leaf(22, -20, 58, 13, -62), b.third, "leaf")


@kind("top hat", 15, 16, (62, 54, 74), RED, role="cloth")
def _top_hat(b: Brush) -> None:
    b.part(ellipse(0, -8, 48, 9))
    body = even("0,-98 30,-96 27,-60 30,-10 0,-4", 0.25)
    b.part(body)
    b.inside(body, soft("-40,-26 0,-20 40,-26 40,-8 0,-2 -40,-8"), b.second)


@kind("wizard hat", 18, 22, (84, 74, 150), GOLD, role="cloth")
def _wizard_hat(b: Brush) -> None:
    b.part(soft("-42,-10 -26,-18 26,-18 42,-10 26,0 -26,0", 0.45))
    cone = soft("-27,-12 -14,-50 -2,-84 16,-99 12,-72 20,-44 27,-12 0,-6", 0.35)
    b.part(cone)
    b.inside(cone, soft("-40,-24 0,-18 40,-24 40,-10 0,-4 -40,-10"), b.second)
    b.flat(star(-4, -46, 8), b.second)
    b.flat(star(8, -70, 5), b.second)


@kind("helmet", 16, 17, (168, 176, 192), RED, INK, role="metal", face=(2, -40, 0.1))
def _helmet(b: Brush) -> None:
    b.part(soft("-6,-82 -20,-98 -42,-96 -48,-72 -36,-62 -18,-78", 0.4), b.second, "fur")
    b.part(soft("-36,0 -38,-50 -24,-78 0,-86 26,-78 40,-50 36,0 0,4", 0.4), None, "metal")
    b.part(soft("-10,-56 30,-58 42,-46 38,-12 16,-6 -8,-16", 0.25), light(b.main, 0.15), "metal")
    for y in (-44, -34):
        b.flat(rounded(2, y, 36, y + 4, 2), b.third)
    for x in (10, 20, 30):
        b.flat(ellipse(x, -20, 1.8, 3), b.third)


@kind("glove", 9, 12, RED, PAPER, role="cloth")
def _glove(b: Brush) -> None:
    b.part(soft("-22,-24 -30,-48 -46,-60 -38,-72 -24,-62 -22,-84 -10,-98 14,-98 28,-84 30,-50 22,-24", 0.45))
    b.part(rounded(-27, -26, 27, 0, 8), b.second, "fur")
    b.line([(-20, -46), (-14, -56)], shade(b.main, 0.3), 2)


@kind("sock", 9, 12, RED, PAPER, role="cloth")
def _sock(b: Brush) -> None:
    body = soft("-22,-84 12,-84 10,-40 34,-24 42,-8 30,0 -6,-2 -20,-14 -24,-40", 0.4)
    b.part(body)
    for y in (-66, -48, -30):
        b.inside(body, rounded(-60, y, 60, y + 8, 0), b.second)
    b.part(rounded(-26, -98, 16, -80, 5), b.second)


@kind("shoe", 13, 8, (176, 84, 62), PAPER, role="cloth", face=(-26, -30, 0.1))
def _shoe(b: Brush) -> None:
    b.part(soft("-46,-8 -48,-40 -40,-56 -28,-44 -12,-54 -4,-56 8,-36 34,-28 48,-16 48,-8", 0.35))
    b.part(rounded(-50, -12, 50, 0, 5), b.second)
    for x, y in ((-6, -46), (2, -38), (10, -33)):
        b.line([(x - 6, y - 2), (x + 5, y + 5)], b.second, 2.6)


@kind("boot", 11, 14, (146, 94, 60), shade((146, 94, 60), 0.4), GOLD, role="cloth")
def _boot(b: Brush) -> None:
    b.part(soft("-32,-8 -34,-50 -36,-92 12,-92 10,-48 16,-36 40,-28 46,-8", 0.3))
    b.part(rounded(-36, -11, 48, 0, 3), b.second)
    b.part(rounded(-40, -98, 16, -84, 5), light(b.main, 0.15))
    b.part(hard("-34,-40 12,-46 12,-36 -34,-30"), b.second, line=0.7)
    b.part(rounded(-16, -46, -4, -30, 2), b.third, "metal", line=0.7)


@kind("scarf", 14, 16, RED, PAPER, role="cloth")
def _scarf(b: Brush) -> None:
    for path in (pipe("-14,-78,24 -20,-44,22 -24,-8,24"), pipe("12,-78,22 22,-50,20 20,-24,22")):
        b.part(path)
        for y in (-20, -34, -50):
            b.inside(path, rounded(-60, y, 60, y + 6, 0), b.second)
    b.part(soft("-38,-84 -20,-72 0,-68 24,-74 38,-86 30,-98 0,-92 -30,-98", 0.5))
    for x in (-34, -28, -22, -16):
        b.line([(x, 2), (x - 1, 8)], b.main, 2)


@kind("coat", 26, 34, (72, 104, 156), GOLD, role="cloth")
def _coat(b: Brush) -> None:
    sleeve = pipe("-24,-84,16 -36,-54,15 -38,-28,15")
    b.part(sleeve)
    b.part(mirror(sleeve))
    b.part(even("0,-92 14,-98 28,-90 28,-40 34,0", 0.25))
    b.line([(0, -84), (0, -2)], shade(b.main, 0.4), 2)
    for s in (-1, 1):
        b.part(hard(f"0,-76 {4 * s},-98 {16 * s},-96 {14 * s},-80"), light(b.main, 0.12), line=0.8)
        b.part(rounded(14 * s - 7, -38, 14 * s + 7, -30, 2), line=0.7)
    for y in (-66, -50, -32):
        b.flat(ellipse(5, y, 3, 3), b.second)


@kind("dress", 24, 32, (222, 118, 150), PAPER, role="cloth")
def _dress(b: Brush) -> None:
    for s in (-1, 1):
        b.part(soft(f"{12 * s},-96 {26 * s},-88 {28 * s},-74 {14 * s},-76"))
    skirt = even("8,-98 16,-92 13,-60 40,-4 22,0 0,-4", 0.3)
    b.part(skirt)
    b.inside(skirt, rounded(-30, -64, 30, -56, 0), b.second)
    for x in (-18, 0, 18):
        b.line([(x * 0.5, -52), (x, -8)], shade(b.main, 0.25), 1.6)


@kind("shirt", 22, 22, (92, 150, 200), PAPER, role="cloth")
def _shirt(b: Brush) -> None:
    b.part(even("0,-84 14,-94 28,-90 50,-66 38,-52 28,-62 29,0 0,2", 0.12))
    b.part(soft("-14,-92 0,-78 14,-92 8,-96 -8,-96"), b.second, line=0.8)
    for y in (-60, -42, -24):
        b.flat(ellipse(0, y, 2.6, 2.6), b.second)


@kind("mask", 15, 8, (140, 80, 160), GOLD, LEAF)
def _mask(b: Brush) -> None:
    body = soft("-48,-52 -24,-50 0,-42 24,-50 48,-52 44,-22 24,-6 6,-16 0,-20 -6,-16 -24,-6 -44,-22", 0.45)
    b.part(minus(minus(body, ellipse(-22, -30, 11, 8)), ellipse(22, -30, 11, 8)))
    b.flat(star(0, -34, 7), b.second)
    for turn in (-120, -90, -60):
        b.part(leaf(38, -48, 24, 9, turn + 20), b.third, "leaf", line=0.7)


@kind("fan", 16, 11, RED, GOLD, WOOD, grip=(0, -8))
def _fan(b: Brush) -> None:
    b.part(soft("0,0 -50,-34 -36,-54 -12,-66 12,-66 36,-54 50,-34", 0.3))
    for x, y in ((-42, -38), (-26, -54), (-8, -62), (8, -62), (26, -54), (42, -38)):
        b.line([(0, -4), (x, y)], b.second, 1.8)
    b.flat(ellipse(0, -6, 5, 5), b.third)


@kind("blanket", 34, 18, (104, 132, 186), (244, 226, 180), role="cloth")
def _blanket(b: Brush) -> None:
    for y, shift in ((0, 0), (-16, 2), (-32, -2)):
        fold = rounded(-48 + shift, y - 19, 48 + shift, y, 9)
        b.part(fold)
        for x in (-30, -6, 18):
            b.inside(fold, rounded(x, y - 30, x + 8, y + 4, 0), b.second)
    b.ink.stroke(soft_open("-40,-40 0,-44 40,-40"), shade(b.main, 0.3), 1.6)


@kind("pillow", 26, 15, (240, 234, 240), BLUE, role="cloth", face=(0, -28, 14))
def _pillow(b: Brush) -> None:
    body = soft("-50,-3 -43,-28 -49,-54 -20,-56 20,-56 49,-54 43,-28 50,-3 20,0 -20,0", 0.4)
    b.part(body)
    for x in (-24, 0, 24):
        b.inside(body, rounded(x - 2, -60, x + 2, 10, 0), b.second, 150)
    if b.has("soft", "old") and not b.has("new"):
        b.line([(-30, -24), (-18, -28)], INK, 1, 80)
