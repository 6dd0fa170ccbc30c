"""Owns motor vehicles of the road. Wheels turn with the phase. Does not know: who drives."""

from __future__ import annotations

from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.crafting import RED, STEEL, Brush, Shelf
from generators.backends.animatic.kit import ellipse, minus, moved, rounded, tube, union
from generators.backends.animatic.shapes import soft
from generators.backends.animatic.vehicles.wheels import bounce, lamp, wheel, window

SHELF = Shelf()
kind = SHELF.kind


def _saloon(b: Brush) -> None:
    """The small round car that all cars share, with open windows."""
    up = bounce(b)
    shell = soft(
        "-48,-13 -49,-22 -45,-31 -32,-35 -26,-46 -14,-52 4,-52 16,-46 23,-35 38,-32 47,-25 49,-13 30,-10 -30,-10", 0.42
    )
    shell = moved(shell, 0, up)
    rear = moved(soft("-26,-35 -22,-44 -12,-48 -4,-48 -4,-35", 0.3), 0, up)
    front = moved(soft("0,-35 0,-48 6,-48 13,-44 18,-35", 0.3), 0, up)
    b.part(minus(shell, union(rear, front)), None, "metal")
    for pane in (rear, front):
        window(b, pane)
    b.inside(shell, tube([(-52, -26 + up, 2.5), (0, -29 + up, 2.5), (52, -24 + up, 2.5)]), light(b.main, 0.5), 130)
    b.inside(shell, rounded(-52, -16 + up, 52, -6, 1), shade(b.main, 0.25), 200)
    b.line([(-2, -36 + up), (-3, -24 + up), (1, -12 + up)], shade(b.main, 0.45), 1.1)
    b.part(rounded(4, -31 + up, 12, -28.5 + up, 1), STEEL, "metal", line=0.5)
    b.part(rounded(40, -16 + up, 51, -11 + up, 2), STEEL, "metal", line=0.7)
    b.part(rounded(-51, -16 + up, -40, -11 + up, 2), STEEL, "metal", line=0.7)
    b.part(rounded(-49, -27 + up, -45.5, -20 + up, 1), RED, "glass", line=0.6)
    lamp(b, 44, -24 + up, 4)
    wheel(b, -28, -10.5, 10.5)
    wheel(b, 29, -10.5, 10.5)


@kind("car", 170, 90, RED, role="metal", seat=(6, -26), floor=(0, -14), face=(20, -30, 12))
def _car(b: Brush) -> None:
    _saloon(b)


@kind("taxi", 170, 100, (243, 196, 66), role="metal", seat=(6, -26), floor=(0, -14), face=(20, -30, 12))
def _taxi(b: Brush) -> None:
    b.part(rounded(-12, -59, 4, -51, 2), (250, 240, 210))
    _saloon(b)
    for i in range(14):
        x, y = -34 + i * 4, -19 - (i % 2) * 2
        b.flat(rounded(x, y, x + 4, y + 2, 0), (60, 50, 60))
    b.flat(ellipse(-4, -55, 4, 1.4), (60, 50, 60))
