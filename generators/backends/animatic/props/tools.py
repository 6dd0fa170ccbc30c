"""Owns tools and utensils with a handle, locks and mirrors. Does not know: who works with them."""

from __future__ import annotations

from generators.backends.animatic.crafting import BLUE, GLASS, GOLD, INK, IRON, RED, STEEL, WOOD, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, rounded, union
from generators.backends.animatic.shapes import even, hard, mirror, pipe, soft, soft_open

SHELF = Shelf()
kind = SHELF.kind


@kind("key", 12, 5.5, GOLD, role="metal", grip=(-32, -22), face=(-32, -24, 8))
def _key(b: Brush) -> None:
    ring = minus(ellipse(-31, -23, 19, 21), ellipse(-31, -23, 10, 11))
    bit = union(rounded(-16, -28, 48, -18, 3), rounded(24, -22, 32, -3, 1.5), rounded(38, -22, 47, -7, 1.5))
    b.part(union(ring, bit), None, "metal")
    b.shine([(-10, -25), (30, -25)], 2)


@kind("lock", 9, 12, GOLD, STEEL, role="metal", face=(0, -26, 16))
def _lock(b: Brush) -> None:
    shackle = soft_open("-22,-50 -22,-82 0,-96 22,-82 22,-70") if b.has("open") else soft_open(
        "-22,-50 -22,-80 0,-96 22,-80 22,-50")  # fmt: skip
    b.ink.stroke(shackle, INK, 13, 150)
    b.ink.stroke(shackle, b.second, 10)
    b.part(rounded(-36, -56, 36, 0, 10))
    b.flat(ellipse(0, -32, 7, 7), INK)
    b.flat(hard("-3,-32 3,-32 6,-12 -6,-12"), INK)


@kind("hammer", 11, 18, STEEL, WOOD, RED, role="metal", tilt=32, grip=(0, -16))
def _hammer(b: Brush) -> None:
    b.part(even("4,-78 5,-20 6,0", 0), b.second, "wood")
    b.part(rounded(-7, -22, 7, 0, 4), b.third)
    b.part(soft("-24,-100 10,-98 30,-90 32,-84 10,-78 -24,-76", 0.2), None, "metal")
    b.part(rounded(-32, -102, -22, -74, 3), None, "metal")


@kind("saw", 24, 8, STEEL, WOOD, role="metal", grip=(-38, -18))
def _saw(b: Brush) -> None:
    teeth = (
        "-28,-30 50,-26 50,-14 " + " ".join(f"{46 - 5 * i},{-4 if i % 2 == 0 else -9}" for i in range(15)) + " -28,-6"
    )
    b.part(hard(teeth), None, "metal")
    b.part(minus(rounded(-50, -34, -24, 0, 9), rounded(-43, -25, -31, -9, 5)), b.second, "wood")


@kind("axe", 14, 26, STEEL, WOOD, role="metal", tilt=26, grip=(0, -20))
def _axe(b: Brush) -> None:
    b.part(pipe("0,-96,7 1,-50,6 -2,-4,9"), b.second, "wood")
    b.part(soft("-6,-96 12,-94 30,-104 34,-80 28,-58 12,-72 -6,-74", 0.25), None, "metal")
    b.shine([(31, -96), (33, -80), (29, -64)], 2.4, 190)


@kind("shovel", 11, 40, IRON, WOOD, role="metal", tilt=14, grip=(0, -60))
def _shovel(b: Brush) -> None:
    b.part(rounded(-2.6, -96, 2.6, -26, 2), b.second, "wood")
    b.part(minus(rounded(-9, -100, 9, -88, 4), rounded(-5, -96, 5, -92, 2)), b.second, "wood")
    b.part(even("0,-34 11,-32 13,-14 0,0", 0.35), None, "metal")


@kind("rake", 16, 50, WOOD, IRON, role="wood", tilt=12)
def _rake(b: Brush) -> None:
    b.part(rounded(-1.8, -100, 1.8, -8, 1))
    b.part(
        union(rounded(-16, -12, 16, -8, 1), *(rounded(x - 1, -10, x + 1, 0, 1) for x in range(-14, 15, 7))),
        b.second,
        "metal",
    )


@kind("broom", 16, 52, WOOD, (222, 180, 92), RED, role="wood", tilt=16, grip=(0, -60), face=(0, -18, 6))
def _broom(b: Brush) -> None:
    b.part(rounded(-2, -100, 2, -28, 2))
    b.part(even("0,-36 5,-34 15,-2 8,0", 0.3), b.second, "cloth")
    for x in (-7, 0, 7):
        b.line([(x * 0.4, -28), (x, -3)], (160, 112, 52), 1)
    b.part(rounded(-7, -31, 7, -26, 2), b.third)


@kind("mop", 16, 50, WOOD, (230, 228, 236), role="wood", tilt=14)
def _mop(b: Brush) -> None:
    b.part(rounded(-2, -100, 2, -20, 2))
    for x in (-12, -6, 6, 12, 0):
        b.part(pipe(f"{x * 0.4},-24,4 {x},-14,5 {x * 1.2},-3,5"), b.second, "cloth", line=0.7)
    b.part(rounded(-7, -27, 7, -21, 2), BLUE)


@kind("umbrella", 42, 42, RED, (250, 226, 170), WOOD, role="cloth", tilt=12, grip=(0, -14), face=(0, -66, 14))
def _umbrella(b: Brush) -> None:
    if b.has("closed", "folded"):
        b.part(even("0,-96 9,-34 5,-26", 0.2), None, "cloth")
        b.ink.stroke(soft_open("0,-28 0,-8 6,-2 12,-8"), b.third, 4.5)
        return
    b.ink.stroke(soft_open("0,-92 0,-10 5,-2 12,-4 13,-10"), b.third, 3.6)
    dome = soft("-48,-48 -40,-76 -20,-92 0,-96 20,-92 40,-76 48,-48 32,-54 16,-48 0,-54 -16,-48 -32,-54", 0.35)
    b.part(dome)
    for left, right, peak in ((-32, -16, -12), (0, 16, 6)):
        b.inside(dome, hard(f"{left},-40 {left - 2},-60 {peak * 0.4},-96 0,-98 {right},-62 {right},-40"), b.second)
    b.part(dome, b.main, line=0.6, depth=0) if b.has("plain") else b.ink.stroke(dome, b.main, 0.8, 120)
    b.part(rounded(-1.6, -100, 1.6, -94, 1), b.third)


@kind("ladder", 26, 96, WOOD, role="wood")
def _ladder(b: Brush) -> None:
    rungs = (rounded(-10, y - 1.6, 10, y + 1.6, 1) for y in range(-92, -4, 12))
    rails = (rounded(-13, -100, -9, 0, 1.5), rounded(9, -100, 13, 0, 1.5))
    for path in (*rungs, *rails):
        b.part(path)


@kind("rope", 18, 13, (206, 164, 104), role="cloth", grip=(20, -64))
def _rope(b: Brush) -> None:
    b.part(pipe("30,-30,9 40,-52,9 22,-66,9 6,-62,9"))
    for y, r in ((-8, 44), (-19, 41), (-30, 36)):
        ring = minus(ellipse(-4, y, r, 11), ellipse(-4, y - 2, r - 12, 4))
        b.part(ring, depth=0.7)
        for i in range(-4, 5):
            b.line([(-4 + i * 8, y + 5), (-1 + i * 8, y + 10 - abs(i))], b.second, 1.6, 150)
    b.part(rounded(0, -68, 10, -56, 2), b.second)


@kind("net", 18, 36, (236, 232, 222), WOOD, tilt=-20, grip=(0, -14))
def _net(b: Brush) -> None:
    b.part(rounded(-2.4, -62, 2.4, 0, 2), b.second, "wood")
    bag = soft("-22,-84 -14,-56 2,-48 18,-60 22,-84", 0.4)
    b.flat(bag, b.main, 150)
    for i in range(-3, 4):
        b.ink.stroke(soft_open(f"{i * 7},-84 {i * 5},-64 {i * 2},-50"), (150, 146, 160), 0.9)
    for y in (-76, -68, -60):
        b.ink.stroke(soft_open(f"-20,{y} 0,{y + 5} 20,{y}"), (150, 146, 160), 0.9)
    b.part(minus(ellipse(0, -84, 24, 9), ellipse(0, -84, 20, 6)), b.second, "wood")


@kind("fishing rod", 30, 64, WOOD, STEEL, RED, role="wood", grip=(-14, -18))
def _rod(b: Brush) -> None:
    b.line([(22, -98), (23, -70), (22, -44)], INK, 0.7)
    b.part(pipe("-22,-2,4.5 -6,-40,3 8,-74,2 22,-98,1.2"))
    b.part(ellipse(-9, -26, 5, 5), b.second, "metal")
    b.part(ellipse(22, -44, 3.4, 4), b.third)
    b.ink.stroke(soft_open("22,-40 22,-32 18,-30 17,-34"), STEEL, 1.2)


@kind("mirror", 16, 26, GOLD, GLASS, role="metal", face=(0, -62, 14), grip=(0, -16))
def _mirror(b: Brush) -> None:
    b.part(even("5,-34 4,-12 7,-4 0,0", 0.4))
    b.part(ellipse(0, -66, 30, 34))
    b.part(ellipse(0, -66, 23, 27), b.second, "glass", line=0.7)
    b.shine([(-12, -60), (2, -82)], 4, 220)
    if b.has("broken", "cracked"):
        b.line([(-20, -76), (-4, -66), (-8, -54), (14, -44)], INK, 1.4)
        b.line([(-4, -66), (16, -80)], INK, 1.4)


@kind("scissors", 8, 12, STEEL, RED, role="metal")
def _scissors(b: Brush) -> None:
    for flip in (False, True):
        blade = soft("-8,-36 10,-98 16,-96 4,-32", 0.2)
        ring = minus(ellipse(-14, -16, 16, 16), ellipse(-14, -16, 8, 8))
        b.part(mirror(blade) if flip else blade, None, "metal")
        b.part(mirror(ring) if flip else ring, b.second)
    b.flat(ellipse(0, -42, 3, 3), INK)


@kind("wrench", 7, 16, STEEL, role="metal", tilt=30)
def _wrench(b: Brush) -> None:
    body = union(rounded(-7, -80, 7, -14, 4), ellipse(0, -84, 20, 17), ellipse(0, -14, 16, 14))
    b.part(minus(minus(body, hard("-8,-104 8,-104 7,-82 -7,-82")), ellipse(0, -13, 7, 7)), None, "metal")


@kind("pen", 3, 13, (60, 84, 150), GOLD, tilt=32)
def _pen(b: Brush) -> None:
    b.part(hard("-5,-16 5,-16 0,0"), b.second, "metal")
    b.part(rounded(-8, -100, 8, -14, 5))
    b.part(rounded(-8.5, -56, 8.5, -50, 1), b.second, "metal", line=0.6)
    b.part(rounded(5, -96, 10, -66, 2), b.second, "metal", line=0.6)


@kind("pencil", 3, 14, (243, 196, 70), (236, 140, 150), tilt=32)
def _pencil(b: Brush) -> None:
    b.part(hard("-9,-20 9,-20 0,0"), (240, 214, 170), "wood")
    b.flat(hard("-3.4,-7 3.4,-7 0,0"), INK)
    b.part(hard("-9,-90 9,-90 9,-20 4,-24 0,-19 -4,-24 -9,-20"))
    b.line([(-3, -84), (-3, -28)], b.third, 2)
    b.part(rounded(-9, -91, 9, -84, 1), STEEL, "metal", line=0.6)
    b.part(rounded(-9, -100, 9, -90, 4), b.second)


@kind("brush", 4, 16, WOOD, BLUE, tilt=30)
def _brush(b: Brush) -> None:
    b.part(pipe("0,-98,5 0,-60,9 0,-36,8"), None, "wood")
    b.part(soft("-8,-26 0,-30 8,-26 9,-16 0,0 -9,-16", 0.5), b.second)
    b.part(rounded(-8, -40, 8, -24, 2), STEEL, "metal", line=0.8)


@kind("anchor", 26, 34, IRON, role="metal", face=(0, -50, 9))
def _anchor(b: Brush) -> None:
    hook = pipe("-36,-34,9 -28,-10,10 0,-2,11 28,-10,10 36,-34,9")
    ring = minus(ellipse(0, -88, 11, 11), ellipse(0, -88, 5, 5))
    barbs = (hard("-46,-26 -36,-48 -24,-28"), hard("46,-26 36,-48 24,-28"))
    b.part(union(hook, ring, *barbs, rounded(-5, -80, 5, -2, 2), rounded(-22, -72, 22, -63, 4)), None, "metal")


@kind("easel", 44, 90, WOOD, (246, 240, 226), (84, 152, 190), role="wood")
def _easel(b: Brush) -> None:
    for leg in ("-4,-98 2,-98 -18,0 -24,0", "4,-98 -2,-98 18,0 24,0"):
        b.part(hard(leg))
    b.part(rounded(-24, -82, 24, -34, 1), b.second)
    b.inside(rounded(-22, -80, 22, -36, 0), rounded(-30, -80, 30, -56, 0), b.third)
    b.inside(rounded(-22, -80, 22, -36, 0), soft("-30,-50 -10,-58 8,-48 30,-56 30,-30 -30,-30"), (104, 166, 92))
    b.flat(ellipse(10, -70, 5, 5), (250, 214, 100))
    b.part(rounded(-26, -35, 26, -30, 1))
