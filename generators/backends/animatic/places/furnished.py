"""Owns furniture seen from straight above, along the walls of a room: it leaves the middle free.

Does not know: which room it is.
"""

from __future__ import annotations

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import ellipse, rounded, scallop
from generators.backends.animatic.places.painter import Painter

_WOOD: RGB = (150, 104, 66)


def furnish(p: Painter, accent: RGB) -> None:
    """A rug, a sofa, a table with chairs, shelves, a plant: all at the edges, with the shade they throw."""
    _rug(p, accent)
    _block(p, p.x(0.5) - 190 * p.k, p.y(-0.1), p.x(0.5) + 190 * p.k, p.y(0.11), accent, 24)
    for side in (-1, 1):
        x = p.x(0.5) + side * 170 * p.k
        _block(p, x - 30 * p.k, p.y(-0.1), x + 30 * p.k, p.y(0.13), shade(accent, 0.1), 18)
    _block(p, p.x(-0.02), p.y(0.3), p.x(-0.02) + 74 * p.k, p.y(0.8), _WOOD, 6)
    for index in range(8):
        y = p.y(0.33) + index * 40 * p.k
        hue = ((196, 84, 70), (78, 120, 176), (224, 182, 84), (96, 150, 104))[index % 4]
        p.part(rounded(p.x(-0.02) + 14, y, p.x(-0.02) + 62 * p.k, y + 30 * p.k, 3), hue, line=0.6)
    _table(p, p.x(0.97), p.y(0.3))
    _plant(p, p.x(0.05), p.y(0.08))
    _plant(p, p.x(0.97), p.y(0.9))


def _rug(p: Painter, accent: RGB) -> None:
    for share, hue in ((1.0, shade(accent, 0.08)), (0.86, light(accent, 0.45)), (0.74, light(accent, 0.12))):
        oval = ellipse(p.x(0.5), p.y(0.56), 330 * p.k * share, 210 * p.k * share)
        p.part(oval, hue, role="cloth", line=0.7, depth=0.3)


def _block(p: Painter, x0: float, y0: float, x1: float, y1: float, colour: RGB, radius: float) -> None:
    p.soft(rounded(x0 + 10, y0 + 14, x1 + 12, y1 + 16, radius), shade(colour, 0.85), 110, 7)
    p.part(rounded(x0, y0, x1, y1, radius), colour, role="wood")


def _table(p: Painter, x: float, y: float) -> None:
    r = 96 * p.k
    for dx, dy in ((-1.2, -0.1), (-0.5, 1.15), (-0.4, -1.2)):
        _block(p, x + dx * r - 30, y + dy * r - 30, x + dx * r + 30, y + dy * r + 30, light(_WOOD, 0.1), 14)
    p.soft(ellipse(x + 12, y + 18, r, r), (40, 24, 60), 120, 8)
    p.part(ellipse(x, y, r, r), light(_WOOD, 0.18), role="wood")
    p.part(ellipse(x - r * 0.3, y + r * 0.1, r * 0.3, r * 0.3), (240, 236, 226), role="glass")


def _plant(p: Painter, x: float, y: float) -> None:
    p.soft(ellipse(x + 10, y + 14, 52 * p.k, 50 * p.k), (40, 24, 60), 110, 7)
    p.part(ellipse(x, y, 30 * p.k, 30 * p.k), (196, 110, 78))
    for share, lift in ((1.0, 0.0), (0.62, 0.18)):
        p.part(scallop(x, y, 52 * p.k * share, 50 * p.k * share, 8, 0.3), light((88, 150, 84), lift), role="leaf")
