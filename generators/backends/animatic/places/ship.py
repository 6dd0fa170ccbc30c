"""Owns the deck of a sailing ship. Does not know: figures."""

from __future__ import annotations

import math

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import blob, ellipse, poly, rounded, tube
from generators.backends.animatic.places import coast, nature, rooms, strand, vessels
from generators.backends.animatic.places import furniture as f
from generators.backends.animatic.places.country import open_sky
from generators.backends.animatic.places.painter import Painter
from generators.backends.animatic.places.spec import Plane, Spec


def _deck_sea(p: Painter) -> None:
    coast.sea(p, 0.56, (40, 124, 184))


def _deck(p: Painter) -> None:
    wood = p.main((176, 124, 80))
    k = p.k
    for x, wide in ((0.2, 46), (0.86, 36)):
        mast = tube([(p.x(x), p.top, wide * 0.6 * k), (p.x(x), p.y(0.78), wide * k)], 1)
        p.part(mast, shade(wood, 0.12), role="wood")
    for x, half, low in ((0.2, 250, 0.34), (0.86, 190, 0.28)):
        cx, w = p.x(x), half * k
        sail = blob(
            [
                (cx - w, p.y(-0.1)),
                (cx + w, p.y(-0.1)),
                (cx + w * 1.04, p.y(low)),
                (cx, p.y(low - 0.07)),
                (cx - w * 1.04, p.y(low)),
            ],
            0.3,
        )
        p.part(sail, (246, 236, 214), role="cloth")
        for dx in (-0.4, 0.1, 0.55):
            p.stroke(
                poly([(cx + dx * w, p.top), (cx + dx * w * 1.05, p.y(low - 0.06))], close=False),
                (206, 190, 166),
                2.4,
                140,
            )
    for x in (0.36, 0.7):
        p.stroke(poly([(p.x(x), p.y(0.66)), (p.x(0.5 + (x - 0.5) * 0.2), p.top)], close=False), (120, 92, 74), 3)
    rooms.floor(p, p.white(wood, 0.6), "planks", 0.735)
    p.box(p.left - 9, p.y(0.7), p.right + 9, p.y(0.745), shade(wood, 0.2), 2)
    x = p.left
    while x < p.right:
        p.part(
            tube([(x, p.y(0.7), 11 * k), (x, p.y(0.665), 15 * k), (x, p.y(0.635), 9 * k)], 3),
            light(wood, 0.1),
            line=0.7,
        )
        x += 52 * k
    p.box(p.left - 9, p.y(0.615), p.right + 9, p.y(0.638), light(wood, 0.12), 4)
    p.cap(rounded(p.left - 9, p.y(0.615), p.right + 9, p.y(0.638), 4), 8)
    _helm(p, p.x(0.86), p.y(0.81), 190 * k)
    f.barrel(p, 0.05, 0.8)
    f.barrel(p, 0.11, 0.785, 90)
    f.crate(p, 0.985, 0.83, 90)
    strand.rope(p, p.x(0.29), p.y(0.83), 38 * k)
    vessels.lantern(p, p.x(0.97), p.y(0.4), 56 * k)
    nature.puddles(p)


def _helm(p: Painter, x: float, y: float, tall: float) -> None:
    """The ship's wheel on its post."""
    wood: RGB = (146, 92, 58)
    p.shadow(x, y, tall * 0.3)
    p.part(
        poly(
            [
                (x - tall * 0.12, y),
                (x - tall * 0.07, y - tall * 0.6),
                (x + tall * 0.07, y - tall * 0.6),
                (x + tall * 0.12, y),
            ]
        ),
        wood,
    )
    cy, r = y - tall * 0.66, tall * 0.3
    for index in range(8):
        a = index * math.pi / 4
        spoke = [(x, cy, r * 0.12), (x + math.cos(a) * r * 1.34, cy + math.sin(a) * r * 1.34, r * 0.14)]
        p.part(tube(spoke, 1), wood, line=0.7)
    ring = ellipse(x, cy, r, r)
    p.stroke(ring, shade(wood, 0.4), r * 0.27)
    p.stroke(ring, light(wood, 0.12), r * 0.18)
    p.part(ellipse(x, cy, r * 0.24, r * 0.24), (222, 178, 92), role="metal")


SPECS = (
    Spec(
        "ship deck",
        (Plane(0.05, open_sky), Plane(0.4, _deck_sea), Plane(1.0, _deck)),
        also=("ship", "pirate ship", "sailing ship", "boat", "galleon", "yacht", "ferry"),
        live=(coast.sea_waves(0.575, 0.61, 8),),
        spots={"wheel": (0.86, 0.81), "seat": (0.05, 0.73), "mast": (0.2, 0.78)},
    ),
)
