"""Owns what birds wear around the neck and on the back. Does not know: single species, what stories give."""

from __future__ import annotations

from collections.abc import Sequence

from generators.backends.animatic.animals.birds import BirdSpec
from generators.backends.animatic.animals.shapes import circle, taper
from generators.backends.animatic.animals.wear import Worn
from generators.backends.animatic.colours import shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse


def wear_neck(ink: Ink, wears: Sequence[Worn], spec: BirdSpec, body: Point, head: Point) -> None:
    """Scarf, bow or collar below the head; coats and vests become a scarf in their colour."""
    x, y = head[0] + (body[0] - head[0]) * 0.34, head[1] + (body[1] - head[1]) * 0.36 + spec.r * 0.3
    w = max(spec.neck_w * 0.62, spec.r * 0.6)
    for worn in wears:
        if worn.shape in ("scarf", "coat", "vest", "cape", "apron"):
            end = taper(
                [(x - w * 0.2, y, w * 0.5), (x - w * 1.0, y + w * 0.9, w * 0.55), (x - w * 1.5, y + w * 1.7, w * 0.5)],
                4,
            )
            ink.part(end, shade(worn.colour, 0.12), role="cloth", line=0.8)
            ink.part(ellipse(x, y, w * 1.05, w * 0.46, 10), worn.colour, role="cloth", line=0.9)
        elif worn.shape == "bow":
            for side in (-1, 1):
                wing = blob([(x, y), (x + side * w * 0.8, y - w * 0.5), (x + side * w * 0.8, y + w * 0.5)], 0.4)
                ink.part(wing, worn.colour, role="cloth", line=0.8)
        elif worn.shape == "collar":
            ink.part(ellipse(x, y, w, w * 0.3, 10), worn.colour, role="cloth", line=0.8)
            ink.part(circle(x + w * 0.6, y + w * 0.4, w * 0.24), (240, 196, 80), role="metal", line=0.7)
        elif worn.shape == "backpack":
            ink.part(
                ellipse(body[0] - spec.body[1] * 0.6, body[1] - spec.body[1] * 0.5, w, w * 1.1),
                worn.colour,
                role="cloth",
            )
