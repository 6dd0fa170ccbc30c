"""Owns the cuts of clothes: one table row per kind, and the reading of a garment's words to a cut and colours.

Does not know: who wears what, bodies, how cloth is drawn.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generators.backends.animatic.colours import CREAM, NAMED, RGB, VIOLET, mix, named

Choices = tuple[str, ...]


@dataclass(frozen=True)
class Cut:
    """How a kind of garment is cut. Lengths are shares: of the arm, of the leg below the hips."""

    place: str
    """bottom, top, over, feet, or the name of an extra: scarf, tie, belt, apron, gloves, pack, bag, cape."""
    sleeve: float = 0.0
    hem: float = 0.06
    flare: float = 0.1
    """How far the hem stands out, in half heads."""
    loose: float = 0.0
    """Room around the trunk, in half heads."""
    front: str = "closed"
    """closed, buttons, double, zip, open, lace, wrap, bib."""
    collar: str = "round"
    """none, round, shirt, lapel, turtle, hood, ruff, v, fur, sailor, straps."""
    colours: Choices = ()
    role: str = "cloth"
    cuff: bool = False
    pattern: str | None = None
    trim: str | None = None
    """Colour words of hem and edges."""


_SOFT = ("sky blue", "cream", "mint", "peach", "lavender", "rose", "teal", "mustard yellow")
_RICH = ("crimson", "teal", "navy", "emerald", "amber", "purple", "rust", "indigo", "olive", "coral")
_EARTH = ("brown", "olive", "rust", "charcoal", "navy", "khaki", "dark green", "burgundy")
_LEGS = ("denim", "navy", "brown", "charcoal", "olive", "khaki", "indigo", "dark teal")
_LEATHER = ("brown", "dark brown", "charcoal", "chestnut", "burgundy")

CUTS: Mapping[str, Cut] = {
    "coat": Cut("over", 1, 0.42, 0.28, 0.12, "buttons", "lapel", _RICH, cuff=True),
    "overcoat": Cut("over", 1, 0.55, 0.3, 0.12, "double", "lapel", _EARTH, cuff=True),
    "raincoat": Cut("over", 1, 0.4, 0.34, 0.14, "buttons", "hood", ("yellow", "red", "teal"), cuff=True),
    "parka": Cut("over", 1, 0.24, 0.12, 0.2, "zip", "fur", _RICH, cuff=True),
    "jacket": Cut("over", 1, 0.08, 0.06, 0.08, "zip", "shirt", _RICH, cuff=True),
    "blazer": Cut("over", 1, 0.13, 0.08, 0.06, "open", "lapel", _EARTH),
    "doctor coat": Cut("over", 1, 0.42, 0.16, 0.08, "open", "lapel", ("white",)),
    "cardigan": Cut("over", 1, 0.13, 0.1, 0.07, "open", "none", _SOFT + _RICH, cuff=True),
    "tailcoat": Cut("over", 1, 0.4, 0.22, 0.08, "open", "lapel", ("crimson", "navy", "dark green"), trim="gold"),
    "vest": Cut("over", 0, 0.04, 0.02, 0.03, "open", "none", _EARTH),
    "waistcoat": Cut("over", 0, 0.05, 0.02, 0.02, "buttons", "v", _EARTH),
    "robe": Cut("over", 1, 0.93, 0.42, 0.14, "wrap", "none", ("indigo", "brown", "purple", "crimson")),
    "royal robe": Cut("over", 1, 0.95, 0.5, 0.14, "open", "fur", ("crimson", "purple"), trim="white"),
    "kimono": Cut("over", 1, 0.9, 0.16, 0.1, "wrap", "v", ("rose", "indigo", "teal", "crimson"), pattern="floral"),
    "bathrobe": Cut("over", 1, 0.6, 0.2, 0.12, "wrap", "v", _SOFT),
    "armor": Cut("over", 1, 0.16, 0.16, 0.12, "closed", "turtle", ("silver",), "metal", trim="steel"),
    "tabard": Cut("over", 0, 0.36, 0.14, 0.1, "closed", "none", ("crimson", "navy")),
    "spacesuit": Cut("over", 1, 0.05, 0.04, 0.26, "closed", "turtle", ("white",), cuff=True, trim="orange"),
    "fire coat": Cut("over", 1, 0.2, 0.12, 0.16, "buttons", "turtle", ("khaki", "charcoal"), cuff=True,
    trim="yellow"),
    "uniform": Cut("over", 1, 0.1, 0.06, 0.05, "buttons", "shirt", ("navy", "olive")),
    "shirt": Cut("top", 1, 0.03, 0.02, 0.03, "buttons", "shirt", (*_SOFT, "white", "sky blue"), cuff=True),
    "short shirt": Cut("top", 0.4, 0.06, 0.05, 0.05, "buttons", "shirt", _SOFT),
    "t-shirt": Cut("top", 0.36, 0.06, 0.04, 0.05, "closed", "round", _RICH + _SOFT),
    "tank top": Cut("top", 0, 0.05, 0.03, 0.0, "closed", "straps", _RICH),
    "blouse": Cut("top", 0.95, 0.03, 0.03, 0.06, "closed", "round", _SOFT, cuff=True),
    "sweater": Cut("top", 1, 0.07, 0.03, 0.1, "closed", "round", _RICH, cuff=True),
    "turtleneck": Cut("top", 1, 0.06, 0.02, 0.06, "closed", "turtle", _RICH, cuff=True),
    "hoodie": Cut("top", 1, 0.08, 0.04, 0.12, "closed", "hood", _RICH, cuff=True),
    "tunic": Cut("top", 1, 0.3, 0.14, 0.08, "closed", "v", _EARTH),
    "sailor top": Cut("top", 1, 0.07, 0.04, 0.06, "closed", "sailor", ("white",), trim="navy"),
    "chef jacket": Cut("top", 1, 0.12, 0.06, 0.07, "double", "turtle", ("white",), cuff=True),
    "dress": Cut("top", 0.36, 0.52, 0.42, 0.03, "closed", "round", _RICH + _SOFT),
    "sundress": Cut("top", 0, 0.5, 0.45, 0.02, "closed", "straps", _SOFT, pattern="floral"),
    "long dress": Cut("top", 0.95, 0.84, 0.4, 0.03, "closed", "round", _RICH, cuff=True),
    "gown": Cut("top", 0.3, 0.95, 0.95, 0.02, "lace", "round", ("rose", "lavender", "sky blue", "gold"), trim="gold"),
    "wedding dress": Cut("top", 0.9, 0.95, 0.95, 0.02, "lace", "round", ("white",)),
    "tutu": Cut("top", 0, 0.26, 1.05, 0.0, "closed", "straps", ("pink",)),
    "nightgown": Cut("top", 0.9, 0.8, 0.32, 0.08, "closed", "ruff", _SOFT),
    "nurse dress": Cut("top", 0.36, 0.5, 0.25, 0.03, "buttons", "shirt", ("sky blue", "white")),
    "sari": Cut("top", 0.3, 0.93, 0.26, 0.03, "sash", "round", ("crimson", "teal", "purple"), trim="gold"),
    "pajama top": Cut("top", 1, 0.1, 0.06, 0.09, "buttons", "shirt", _SOFT, pattern="striped"),
    "swimsuit": Cut("top", 0, 0.02, 0.0, 0.0, "closed", "straps", _RICH),
    "bodysuit": Cut("top", 1, 0.02, 0.0, 0.0, "emblem", "round", ("blue", "crimson", "emerald")),
    "overalls": Cut("over", 0, 0.0, 0.0, 0.04, "bib", "none", ("denim", "brown", "olive")),
    "trousers": Cut("bottom", hem=0.98, colours=_LEGS),
    "jeans": Cut("bottom", hem=0.98, colours=("denim", "navy"), cuff=True),
    "leggings": Cut("bottom", hem=0.99, loose=-0.05, colours=("charcoal", "navy", "purple", "teal")),
    "pajama trousers": Cut("bottom", hem=0.98, loose=0.1, colours=_SOFT, pattern="striped"),
    "shorts": Cut("bottom", hem=0.46, loose=0.1, colours=_LEGS),
    "breeches": Cut("bottom", hem=0.62, loose=0.1, colours=_EARTH),
    "greaves": Cut("bottom", hem=0.99, loose=0.06, colours=("steel",), role="metal"),
    "skirt": Cut("bottom", hem=0.5, flare=0.42, colours=_RICH),
    "long skirt": Cut("bottom", hem=0.84, flare=0.45, colours=_EARTH + _RICH),
    "mini skirt": Cut("bottom", hem=0.34, flare=0.34, colours=_RICH),
    "kilt": Cut("bottom", hem=0.46, flare=0.24, colours=("crimson", "dark green"), pattern="checked"),
    "shoes": Cut("feet", colours=_LEATHER), "sneakers": Cut("feet", colours=("white", "crimson", "navy", "teal")),
    "boots": Cut("feet", hem=0.36, colours=_LEATHER), "tall boots": Cut("feet", hem=0.46, colours=_LEATHER),
    "rain boots": Cut("feet", hem=0.4, colours=("red", "yellow", "teal")),
    "sandals": Cut("feet", colours=("brown", "tan")), "slippers": Cut("feet", colours=_SOFT),
    "barefoot": Cut("feet"), "sabatons": Cut("feet", hem=0.4, colours=("steel",), role="metal"),
    "scarf": Cut("scarf", colours=("amber", "crimson", "teal", "mustard yellow")), "tie": Cut("tie", colours=_RICH),
    "bow tie": Cut("tie", colours=_RICH), "belt": Cut("belt", colours=_LEATHER),
    "sash": Cut("belt", colours=("crimson", "gold")),
    "apron": Cut("apron", hem=0.42, colours=("cream", "white", "rose")),
    "gloves": Cut("gloves", colours=_LEATHER), "backpack": Cut("pack", colours=_RICH),
    "bag": Cut("bag", colours=_LEATHER),
    "cape": Cut("cape", hem=0.7, flare=0.6, colours=("crimson", "indigo", "dark green")),
    "cloak": Cut("cape", hem=0.88, flare=0.55, colours=("dark green", "indigo", "brown")),
    "shawl": Cut("scarf", colours=_SOFT), "wings": Cut("wings", colours=("sky blue", "lavender")),
}  # fmt: skip

SYNONYMS: Mapping[str, str] = {
    "tshirt": "t-shirt", "tee": "t-shirt", "t shirt": "t-shirt", "jumper": "sweater", "pullover": "sweater",
    "sweatshirt": "sweater", "pants": "trousers", "slacks": "trousers", "tights": "leggings", "hose": "leggings",
    "overall": "overalls", "dungarees": "overalls", "jumpsuit": "bodysuit", "costume": "bodysuit", "suit": "blazer",
    "tuxedo": "blazer", "space suit": "spacesuit", "lab coat": "doctor coat", "white coat": "doctor coat",
    "trench": "overcoat", "trench coat": "overcoat", "trenchcoat": "overcoat", "anorak": "parka", "armour": "armor",
    "chainmail": "armor", "pajamas": "pajama top", "pyjamas": "pajama top", "pajama": "pajama top",
    "nightshirt": "nightgown", "nightdress": "nightgown", "dressing gown": "bathrobe", "ball gown": "gown",
    "frock": "dress", "bathing suit": "swimsuit", "bikini": "swimsuit", "trunks": "shorts", "wellies": "rain boots",
    "wellingtons": "rain boots", "gumboots": "rain boots", "boot": "boots", "shoe": "shoes", "sneaker": "sneakers",
    "trainers": "sneakers", "loafers": "shoes", "heels": "shoes", "slipper": "slippers", "sandal": "sandals",
    "clogs": "shoes", "necktie": "tie", "bowtie": "bow tie", "mantle": "cape", "poncho": "cape",
    "rucksack": "backpack",
    "knapsack": "backpack", "satchel": "bag", "handbag": "bag", "purse": "bag", "mittens": "gloves",
    "glove": "gloves",
    "gilet": "vest", "singlet": "tank top", "top": "t-shirt", "polo": "short shirt", "habit": "robe",
    "cassock": "robe",
    "toga": "robe", "cloth": "tunic", "clothes": "tunic", "rags": "tunic", "outfit": "tunic", "barefeet": "barefoot",
    "bare feet": "barefoot", "neckerchief": "scarf", "smock": "tunic", "kaftan": "robe", "oilskin": "raincoat",
    "slicker": "raincoat", "windbreaker": "jacket", "fur coat": "parka", "gear": "jacket",
}  # fmt: skip


@dataclass(frozen=True)
class Layer:
    """A garment with its colours."""

    kind: str
    cut: Cut
    colour: RGB
    pattern: str | None = None
    second: RGB = CREAM
    """Of the pattern, the trim and the buttons."""


def find(kind: str) -> str | None:
    """The cut that a garment's words name: the longest phrase, then the last word that is known."""
    words = kind.lower().replace("_", " ").split()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length, -1, -1):
            phrase = " ".join(words[start : start + length])
            for form in (phrase, phrase.replace("-", " "), phrase.rstrip("s"), phrase + "s"):
                if form in CUTS:
                    return form
                if form in SYNONYMS:
                    return SYNONYMS[form]
    return None


def layer(kind: str, color: str | None, pattern: str | None, dice: random.Random) -> Layer:
    """A garment of a known cut; words decide, chance fills in."""
    cut = CUTS[kind]
    drawn = named(dice.choice(cut.colours), NAMED["brown"]) if cut.colours else NAMED["brown"]
    colour = named(color, drawn)
    bright = sum(colour) > 560
    second = mix(colour, VIOLET, 0.5) if bright else mix(colour, CREAM, 0.68)
    second = named(cut.trim, second)
    told = [
        word
        for word in (color or "").lower().replace("-", " ").split(" and ")
        if word.split()[-1:] and word.split()[-1] in NAMED
    ]
    if len(told) > 1:
        colour, second = named(told[0], colour), named(told[1], second)
    return Layer(kind, cut, colour, _pattern(pattern) or cut.pattern, second)


_PATTERNS: Mapping[str, str] = {
    "strip": "striped", "dot": "dotted", "spot": "dotted", "check": "checked", "plaid": "checked",
    "tartan": "checked",
    "flor": "floral", "flower": "floral", "star": "stars",
}  # fmt: skip


def _pattern(words: str | None) -> str | None:
    low = (words or "").lower()
    return next((kind for stem, kind in _PATTERNS.items() if stem in low), None)


def recoloured(item: Layer, colour: RGB) -> Layer:
    """The same garment in another colour."""
    return replace(item, colour=colour)
