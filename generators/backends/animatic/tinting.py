"""Owns how attributes become colours: named colours first, then material; details follow their thing's colour.

Does not know: what is coloured.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from generators.backends.animatic.colours import CREAM, NAMED, RGB, VIOLET, light, mix, named, shade
from planners.plan import Attributes

WOOD: RGB = (162, 112, 70)
PAPER: RGB = (248, 238, 214)
STEEL: RGB = (176, 184, 200)
GLASS: RGB = (176, 218, 232)

MATERIAL_ROLES: Mapping[str, str] = {
    "wood": "wood", "wooden": "wood", "stone": "stone", "marble": "stone", "brick": "stone", "metal": "metal",
    "iron": "metal", "steel": "metal", "gold": "metal", "golden": "metal", "silver": "metal", "brass": "metal",
    "copper": "metal", "bronze": "metal", "glass": "glass", "crystal": "glass", "cloth": "cloth", "wool": "cloth",
    "woollen": "cloth", "silk": "cloth", "velvet": "cloth", "leather": "cloth", "paper": "solid", "ice": "glass",
}  # fmt: skip
_MATERIAL_COLOURS: Mapping[str, RGB] = {
    "wood": WOOD, "wooden": WOOD, "metal": STEEL, "glass": GLASS, "crystal": (168, 206, 240), "paper": PAPER,
    "ice": (206, 234, 246), "marble": (232, 228, 232), "brick": (178, 92, 72), "clay": (186, 112, 78),
    "velvet": (134, 44, 72), "wool": (224, 208, 184),
    "chocolate": (110, 68, 46), "gingerbread": (176, 112, 62), "snow": (240, 244, 250), "silver": (206, 210, 222),
}  # fmt: skip
_RAINBOW: tuple[RGB, ...] = ((212, 70, 60), (243, 200, 74), (72, 116, 190), (92, 156, 84), (150, 96, 182))


def first(words: frozenset[str], table: Mapping[str, str]) -> str | None:
    """The first word, by alphabet, that the table has."""
    return next((word for word in sorted(words) if word in table), None)


def wanted(attributes: Attributes, material: str) -> tuple[RGB, ...]:
    """Colours that the text names, in its order."""
    if {"rainbow", "colorful", "colourful"} & set(attributes.colors):
        return _RAINBOW
    found = tuple(named(colour, CREAM) for colour in attributes.colors)
    if found or not material:
        return found
    if material in _MATERIAL_COLOURS:
        return (_MATERIAL_COLOURS[material],)
    return (NAMED[material],) if material in NAMED else ()


def follow(detail: RGB, own: RGB, now: RGB) -> RGB:
    """A detail's colour now: one that is a shade of the kind's own colour follows it to the new one."""
    if own == now:
        return detail
    if _same_hue(detail, own):
        weight = sum(detail) - sum(own)
        return light(now, min(0.5, weight / 500)) if weight > 0 else shade(now, min(0.45, -weight / 400))
    if sum(abs(a - b) for a, b in zip(detail, now, strict=True)) < 60:
        return mix(now, VIOLET, 0.35) if sum(now) > 380 else mix(now, CREAM, 0.5)
    return detail


def _same_hue(a: RGB, b: RGB) -> bool:
    def direction(c: RGB) -> RGB:
        low = min(c)
        rest = (c[0] - low, c[1] - low, c[2] - low)
        length = math.hypot(*rest) or 1.0
        return (rest[0] / length, rest[1] / length, rest[2] / length)

    da, db = direction(a), direction(b)
    saturated = max(a) - min(a) > 24 and max(b) - min(b) > 24
    return saturated and sum(x * y for x, y in zip(da, db, strict=True)) > 0.94
