"""Owns things of the house that fit a hand: vessels, lights, bags and boxes. Does not know: who holds them."""

from __future__ import annotations

from generators.backends.animatic.crafting import GLASS, GOLD, IRON, PAPER, RED, WOOD, Brush, Shelf
from generators.backends.animatic.kit import blob, ellipse, minus, poly, rounded, tube, union
from generators.backends.animatic.shapes import star

SHELF = Shelf()
kind = SHELF.kind


def _steam(b: Brush, y: float, xs: tuple[float, ...] = (-16, 0, 16), height: float = 22) -> None:
    for i, x in enumerate(xs):
        sway = 3 * b.wave(1, i * 0.3)
        b.line([(x, y), (x + 4 + sway, y - height * 0.35), (x - 3 - sway, y - height * 0.7), (x + 2, y - height)],
               (255, 252, 244), 2.6, 150)  # fmt: skip


@kind("cup", 9.5, 8, (214, 98, 70), third=PAPER, face=(-6, -40, 26))
def _cup(b: Brush) -> None:
    handle = tube([(26, -66, 8), (48, -62, 9), (50, -34, 9), (24, -24, 8)])
    b.part(handle)
    body = blob([(-44, -78), (-42, -40), (-28, -4), (-6, 0), (16, -4), (30, -40), (32, -78)], 0.4)
    b.part(body)
    b.inside(body, tube([(-50, -46, 6), (-6, -40, 6), (44, -46, 6)]), b.third)
    b.part(ellipse(-6, -77, 38, 9), b.main, line=0.8)
    b.flat(ellipse(-6, -76, 33, 6.5), (92, 56, 44))
    _steam(b, -84, (-20, -6, 8), 14)


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


@kind("box", 26, 20, (206, 156, 98), face=(0, -26, 22), grip=(0, -30))
def _box(b: Brush) -> None:
    is_open = b.has("open", "opened", "empty")
    if is_open:
        b.part(poly([(-40, -50), (40, -50), (30, -72), (-30, -72)]), b.second)
        b.part(poly([(-40, -50), (-30, -72), (-50, -84), (-58, -62)]))
        b.part(poly([(40, -50), (30, -72), (50, -84), (58, -62)]))
    front = poly([(-40, -50), (40, -50), (38, 0), (-38, 0)])
    b.part(front)
    if is_open:
        b.part(poly([(-40, -50), (40, -50), (50, -36), (-50, -36)]), b.third)
        return
    b.part(poly([(-40, -50), (40, -50), (30, -76), (-30, -76)]), b.third)
    b.flat(poly([(-7, -76), (7, -76), (9, -50), (8, -32), (-8, -32), (-9, -50)]), (236, 206, 150), 220)


@kind("lantern", 11, 20, (120, 84, 60), GOLD, light=(0, -38), grip=(0, -94), face=(0, -36, 14))
def _lantern(b: Brush) -> None:
    b.ink.stroke(blob([(-18, -64), (-16, -92), (0, -99), (16, -92), (18, -64)], close=False), IRON, 5)
    b.glow(0, -38, 60)
    b.part(rounded(-21, -60, 21, -12, 6), (255, 226, 140) if b.lit else (150, 160, 176), "glass", depth=0.5)
    b.flame(0, -16, 36, 18)
    for x in (-12, 12):
        b.line([(x, -60), (x, -14)], b.main, 3)
    b.part(rounded(-24, -14, 24, 0, 4), None, "metal")
    b.part(blob([(-28, -58), (-16, -72), (0, -78), (16, -72), (28, -58), (0, -55)], 0.35), None, "metal")


@kind("book", 15, 18, (72, 100, 170), GOLD, PAPER, face=(2, -52, 20), grip=(0, -40))
def _book(b: Brush) -> None:
    if b.has("open", "opened") or b.pose.action == "read":
        for side in (-1, 1):
            b.part(poly([(0, -6), (50 * side, -14), (50 * side, -78), (0, -70)]), None, "cloth")
            b.part(
                blob([(0, -12), (24 * side, -20), (46 * side, -16), (46 * side, -76), (24 * side, -80), (0, -68)], 0.3),
                b.third,
            )
            for y in (-62, -52, -42, -32):
                b.line([(8 * side, y + 2), (24 * side, y - 4), (40 * side, y - 2)], (150, 130, 130), 2)
        return
    b.part(poly([(-34, -88), (32, -98), (40, -12), (-26, -2)]), b.third, "solid")
    for k in (3, 6, 9):
        b.line([(-24 + k, -6 + k * 0.2), (38, -17 + k)], (200, 186, 160), 1.2)
    cover = poly([(-40, -90), (28, -100), (36, -14), (-32, -4)])
    b.part(cover, None, "cloth")
    b.inside(cover, poly([(-44, -90), (-32, -92), (-24, -2), (-36, 0)]), b.second, 90)
    b.ink.stroke(poly([(-26, -85), (22, -92), (29, -19), (-20, -12)]), b.second, 2)
    b.flat(star(2, -52, 15), b.second)


@kind("key", 12, 5.5, GOLD, role="metal", grip=(-32, -22))
def _key(b: Brush) -> None:
    ring = minus(ellipse(-32, -23, 19, 19), ellipse(-32, -23, 10, 10))
    bit = union(rounded(-16, -28, 46, -19, 3), rounded(24, -22, 32, -5, 1.5), rounded(38, -22, 46, -8, 1.5))
    b.part(union(ring, bit), None, "metal")
    b.shine([(-10, -25), (30, -25)], 2)
