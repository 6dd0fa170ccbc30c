"""Owns colour: names to RGB, mixing, light and shade of a colour. Colours are (r, g, b) floats in 0..255.

Does not know: what is being coloured.
"""

from __future__ import annotations

import re

RGB = tuple[float, float, float]

VIOLET: RGB = (36, 22, 64)
"""All shadows and lines lean toward this; there is no black and no grey shadow."""
CREAM: RGB = (255, 246, 220)

NAMED: dict[str, RGB] = {
    "red": (206, 62, 56), "crimson": (176, 34, 60), "scarlet": (214, 48, 40), "maroon": (122, 38, 48),
    "pink": (236, 140, 162), "rose": (226, 118, 140), "orange": (232, 130, 48), "amber": (240, 170, 60),
    "yellow": (243, 200, 74), "gold": (224, 176, 66), "golden": (230, 184, 82), "blond": (226, 188, 110),
    "blonde": (226, 188, 110), "cream": (246, 234, 206), "beige": (222, 202, 168), "tan": (206, 174, 130),
    "brown": (136, 88, 56), "chestnut": (126, 68, 44), "auburn": (142, 62, 40), "ginger": (206, 104, 48),
    "copper": (190, 104, 66), "bronze": (170, 116, 62), "green": (84, 152, 84), "lime": (150, 200, 76),
    "olive": (128, 132, 68), "emerald": (38, 142, 98), "mint": (158, 216, 184), "teal": (38, 128, 128),
    "turquoise": (64, 184, 184), "cyan": (90, 200, 214), "blue": (66, 108, 182), "navy": (40, 54, 104),
    "indigo": (70, 64, 140), "sky": (126, 186, 226), "azure": (84, 154, 222), "purple": (126, 82, 154),
    "violet": (140, 96, 182), "lavender": (184, 164, 214), "lilac": (196, 168, 208), "magenta": (196, 66, 142),
    "white": (244, 240, 232), "ivory": (244, 236, 216), "black": (52, 46, 60), "grey": (144, 142, 150),
    "gray": (144, 142, 150), "silver": (190, 194, 204), "charcoal": (74, 72, 82), "dark": (62, 54, 68),
    "pale": (238, 226, 210), "khaki": (180, 166, 122), "rust": (172, 84, 48), "peach": (246, 190, 156),
    "burgundy": (116, 32, 52), "coral": (238, 124, 104), "denim": (76, 104, 150), "colorful": (226, 118, 140),
    "colourful": (226, 118, 140), "wooden": (150, 104, 66), "brass": (200, 160, 74), "iron": (96, 98, 108),
    "steel": (150, 156, 168), "stone": (152, 146, 140), "straw": (222, 190, 112), "leather": (128, 80, 50),
}  # fmt: skip

_MODIFIERS = {"dark": -0.32, "deep": -0.25, "light": 0.35, "pale": 0.45, "bright": 0.08, "soft": 0.2, "faded": 0.2}


def named(words: str | None, default: RGB) -> RGB:
    """The colour that words like "dark forest-green" name; `default` when they name none."""
    if not words:
        return default
    tokens = re.findall(r"[a-z]+", words.lower())
    found = next((NAMED[token] for token in reversed(tokens) if token in NAMED and token not in _MODIFIERS), None)
    if found is None:
        found = next((NAMED[token] for token in reversed(tokens) if token in NAMED), None)
        return default if found is None else found
    for token in tokens:
        shift = _MODIFIERS.get(token, 0.0)
        found = mix(found, VIOLET if shift < 0 else CREAM, abs(shift))
    return found


def is_colour(word: str) -> bool:
    """Whether the word, or its last part after a hyphen, names a colour."""
    return word.lower().replace("-", " ").split(" ")[-1] in NAMED


def mix(a: RGB, b: RGB, share: float) -> RGB:
    """`a` moved toward `b` by `share` in [0, 1]."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def light(colour: RGB, share: float = 0.14) -> RGB:
    """Toward the warm light."""
    return mix(colour, CREAM, share)


def shade(colour: RGB, share: float = 0.2) -> RGB:
    """Toward the violet shadow."""
    return mix(colour, VIOLET, share)


def argb(colour: RGB, alpha: float = 255) -> int:
    """A skia colour with alpha in 0..255."""
    r, g, b = colour
    return _byte(alpha) << 24 | _byte(r) << 16 | _byte(g) << 8 | _byte(b)


def _byte(value: float) -> int:
    whole = int(value + 0.5)
    return 0 if whole < 0 else 255 if whole > 255 else whole
