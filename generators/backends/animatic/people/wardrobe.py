"""Owns who wears what: garments that were told, costumes of roles, and pleasing outfits by chance.

Does not know: how clothes are drawn, heads (headwear and glasses are theirs).
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.people import clothes
from generators.backends.animatic.people.clothes import Layer
from planners.plan import Attributes

Items = tuple[str, ...]
"""Garments as "kind" or "kind/colour" or "kind/colour/pattern"."""

ROLES: Mapping[str, Items] = {
    "knight": ("armor", "greaves", "sabatons", "gloves/steel", "cape/crimson", "belt"),
    "pirate": ("shirt/cream", "tailcoat/crimson", "breeches/charcoal", "tall boots/dark brown", "sash/gold"),
    "chef": ("chef jacket", "trousers/charcoal/checked", "shoes/charcoal", "apron/white"),
    "cook": ("shirt/sky blue", "trousers/charcoal", "shoes", "apron/cream"),
    "baker": ("short shirt/cream", "trousers/brown", "shoes", "apron/white"),
    "waiter": ("shirt/white", "waistcoat/charcoal", "trousers/charcoal", "bow tie/crimson", "shoes"),
    "king": ("tunic/purple", "royal robe/crimson", "breeches/cream", "boots/brown", "belt/gold"),
    "queen": ("gown/purple", "royal robe/crimson", "shoes/gold"),
    "prince": ("tunic/blue", "cape/crimson", "leggings/cream", "tall boots/brown", "belt/gold"),
    "princess": ("gown/rose", "shoes/rose"), "emperor": ("robe/amber", "shoes", "sash/crimson"),
    "wizard": ("robe/indigo/stars", "boots/brown", "belt/gold"),
    "witch": ("long dress/purple", "cloak/charcoal", "boots/charcoal"),
    "sorcerer": ("robe/purple/stars", "boots", "belt/gold"),
    "magician": ("shirt/white", "tailcoat/charcoal", "trousers/charcoal", "bow tie/crimson"),
    "astronaut": ("spacesuit", "trousers/white", "boots/grey", "gloves/grey", "backpack/grey"),
    "cosmonaut": ("spacesuit/orange", "trousers/orange", "boots/white", "gloves/white"),
    "doctor": ("shirt/sky blue", "doctor coat", "trousers/navy", "shoes", "tie/teal"),
    "scientist": ("shirt/mint", "doctor coat", "trousers/brown", "shoes", "tie/crimson"),
    "nurse": ("nurse dress", "shoes/white", "apron/white"),
    "farmer": ("short shirt/amber/checked", "overalls/denim", "boots/brown"),
    "scarecrow": ("shirt/rust/checked", "overalls/denim", "boots/brown"),
    "gardener": ("short shirt/mint", "overalls/olive", "rain boots/dark green", "gloves/tan"),
    "police": ("uniform/navy", "trousers/navy", "shoes/charcoal", "belt/charcoal", "tie/charcoal"),
    "policeman": ("uniform/navy", "trousers/navy", "shoes/charcoal", "belt/charcoal"),
    "policewoman": ("uniform/navy", "trousers/navy", "shoes/charcoal", "belt/charcoal"),
    "firefighter": ("fire coat", "trousers/khaki", "boots/charcoal", "gloves"),
    "fireman": ("fire coat", "trousers/khaki", "boots/charcoal"),
    "sailor": ("sailor top", "trousers/navy", "shoes/charcoal"),
    "captain": ("shirt/white", "uniform/navy", "trousers/white", "shoes/charcoal"),
    "pilot": ("shirt/white", "uniform/navy", "trousers/navy", "tie/charcoal", "shoes/charcoal"),
    "soldier": ("uniform/olive", "trousers/olive", "boots/dark brown", "belt/dark brown"),
    "guard": ("uniform/crimson", "trousers/charcoal", "boots/charcoal", "belt/gold"),
    "teacher": ("shirt/cream", "cardigan/rust", "trousers/brown", "shoes", "tie/teal"),
    "professor": ("shirt/cream", "blazer/brown", "trousers/olive", "bow tie/crimson", "shoes"),
    "monk": ("robe/brown", "sandals", "belt/tan"), "priest": ("robe/charcoal", "shoes/charcoal"),
    "nun": ("robe/charcoal", "shoes/charcoal"),
    "ballerina": ("tutu", "leggings/pale pink", "slippers/pink"), "dancer": ("dress/crimson", "shoes/crimson"),
    "superhero": ("bodysuit/blue", "leggings/blue", "tall boots/crimson", "cape/crimson", "belt/gold",
    "gloves/crimson"),
    "hero": ("tunic/blue", "leggings/brown", "boots/brown", "cape/crimson", "belt"),
    "fairy": ("tutu/mint", "leggings/cream", "slippers/mint", "wings"),
    "angel": ("long dress/white", "sandals", "wings/white"),
    "elf": ("tunic/green", "leggings/brown", "boots/green", "belt"),
    "gnome": ("tunic/blue", "trousers/brown", "boots/brown", "belt"),
    "dwarf": ("tunic/crimson", "vest/brown", "breeches/brown", "boots/brown", "belt"),
    "santa": ("coat/red", "trousers/red", "boots/charcoal", "belt/charcoal", "gloves/white"),
    "clown": ("short shirt/yellow/dotted", "overalls/crimson", "shoes/red", "bow tie/teal"),
    "keeper": ("turtleneck/cream", "coat/navy", "trousers/charcoal", "boots/brown"),
    "fisherman": ("turtleneck/cream", "raincoat/yellow", "trousers/navy", "rain boots/dark green"),
    "builder": ("t-shirt/orange", "vest/yellow", "jeans", "boots/brown"),
    "miner": ("shirt/rust", "overalls/charcoal", "boots"),
    "mechanic": ("t-shirt/grey", "overalls/navy", "boots"),
    "blacksmith": ("t-shirt/cream", "trousers/charcoal", "boots", "apron/brown", "gloves"),
    "cowboy": ("shirt/crimson/checked", "vest/brown", "jeans", "boots/brown", "scarf/crimson", "belt"),
    "sheriff": ("shirt/cream", "vest/charcoal", "jeans", "boots", "belt"),
    "detective": ("shirt/white", "overcoat/tan", "trousers/charcoal", "shoes", "tie/crimson"),
    "explorer": ("short shirt/khaki", "shorts/khaki", "boots/brown", "backpack/olive", "scarf/crimson"),
    "hunter": ("shirt/rust/checked", "vest/olive", "trousers/brown", "boots"),
    "lumberjack": ("shirt/crimson/checked", "jeans", "boots/brown"),
    "painter": ("shirt/white/striped", "overalls/denim", "shoes", "scarf/crimson"),
    "artist": ("sweater/white/striped", "trousers/charcoal", "shoes", "apron/tan", "scarf/crimson"),
    "musician": ("shirt/white", "blazer/charcoal", "trousers/charcoal", "bow tie/charcoal"),
    "singer": ("gown/crimson", "shoes/gold"),
    "viking": ("tunic/brown", "cape/brown", "trousers/olive", "boots/brown", "belt"),
    "vampire": ("shirt/white", "waistcoat/crimson", "trousers/charcoal", "cape/charcoal", "shoes/charcoal"),
    "ninja": ("bodysuit/charcoal", "leggings/charcoal", "boots/charcoal", "sash/crimson"),
    "samurai": ("kimono/indigo", "trousers/charcoal", "sandals", "sash/crimson"),
    "geisha": ("kimono/rose", "sandals", "sash/teal"), "bride": ("wedding dress", "shoes/white"),
    "groom": ("shirt/white", "blazer/charcoal", "trousers/charcoal", "bow tie", "shoes/charcoal"),
    "maid": ("long dress/charcoal", "apron/white", "shoes/charcoal"),
    "servant": ("shirt/cream", "waistcoat/brown", "breeches/brown", "shoes"),
    "businessman": ("shirt/white", "blazer/navy", "trousers/navy", "tie/crimson", "shoes"),
    "businesswoman": ("blouse/white", "blazer/navy", "skirt/navy", "shoes/charcoal"),
    "athlete": ("tank top/crimson", "shorts/navy", "sneakers"),
    "runner": ("tank top/teal", "shorts/charcoal", "sneakers/coral"),
    "cyclist": ("t-shirt/yellow", "leggings/charcoal", "sneakers"),
    "swimmer": ("swimsuit", "barefoot"), "postman": ("uniform/navy", "trousers/navy", "shoes", "bag/brown"),
    "mail carrier": ("uniform/navy", "trousers/navy", "shoes", "bag/brown"),
    "red riding hood": ("dress/cream", "cloak/red", "boots/brown"),
    "beggar": ("tunic/brown", "breeches/grey", "barefoot"),
    "peasant": ("tunic/tan", "breeches/brown", "shoes", "belt"),
    "librarian": ("blouse/cream", "cardigan/teal", "skirt/brown", "shoes"),
    "student": ("shirt/white", "sweater/navy", "trousers/grey", "shoes", "backpack"),
    "judge": ("robe/charcoal", "shoes/charcoal"), "ghost": ("long dress/white", "barefoot"),
    "thief": ("sweater/charcoal/striped", "trousers/charcoal", "shoes/charcoal"),
    "shepherd": ("tunic/cream", "vest/brown", "breeches/brown", "boots"),
    "merchant": ("tunic/purple", "robe/amber", "boots", "sash/teal"),
    "mermaid": ("swimsuit/lavender", "leggings/teal", "barefoot"),
    "robber": ("sweater/charcoal/striped", "trousers/charcoal", "shoes/charcoal"),
}  # fmt: skip
"""The costume of a role, for words in role or noun."""

_CHILD_F: tuple[Items, ...] = (
    ("dress/coral/dotted", "sneakers/white"), ("t-shirt/yellow/striped", "overalls/denim", "sneakers/crimson"),
    ("sweater/teal", "skirt/crimson", "boots/brown"),
    ("hoodie/lavender", "leggings/navy", "sneakers/white"), ("sundress/sky blue/floral", "sandals"),
    ("coat/red", "leggings/navy", "boots/brown", "scarf/amber"),
    ("blouse/cream", "skirt/emerald", "shoes/burgundy"), ("t-shirt/mint", "shorts/rose", "sneakers"),
)  # fmt: skip
_CHILD_M: tuple[Items, ...] = (
    ("t-shirt/red/striped", "shorts/navy", "sneakers/blue"), ("hoodie/emerald", "jeans", "sneakers/white"),
    ("short shirt/sky blue/checked", "shorts/khaki", "sneakers/crimson"),
    ("t-shirt/amber", "overalls/denim", "boots/brown"), ("sweater/orange", "trousers/brown", "boots"),
    ("jacket/teal", "jeans", "sneakers", "scarf/crimson"),
    ("turtleneck/indigo", "trousers/olive", "shoes"), ("shirt/yellow", "vest/navy", "shorts/brown", "shoes"),
)  # fmt: skip
_TEEN: tuple[Items, ...] = (
    ("hoodie", "jeans", "sneakers"), ("t-shirt", "jacket/denim", "trousers/charcoal", "sneakers"),
    ("sweater", "jeans", "boots"),
    ("shirt/crimson/checked", "t-shirt/white", "jeans", "sneakers"), ("t-shirt", "jeans", "sneakers", "backpack"),
)  # fmt: skip
_WOMAN: tuple[Items, ...] = (
    ("dress/teal", "boots/brown"), ("blouse/cream", "long skirt/rust", "shoes"),
    ("coat/amber", "leggings/charcoal", "boots/burgundy", "scarf/teal"),
    ("sweater/coral", "jeans", "boots/brown"), ("shirt/white", "cardigan/purple", "skirt/navy", "shoes"),
    ("turtleneck/mustard yellow", "trousers/dark teal", "shoes"),
    ("dress/crimson/dotted", "shoes/charcoal", "belt"), ("short shirt/mint", "trousers/khaki", "sneakers/white"),
    ("long dress/indigo/floral", "sandals"),
    ("blouse/rose", "blazer/navy", "trousers/cream", "shoes"),
    ("t-shirt/white/striped", "overalls/denim", "sneakers/crimson"), ("sundress/amber", "sandals/tan"),
)  # fmt: skip
_MAN: tuple[Items, ...] = (
    ("sweater/emerald", "trousers/brown", "boots"),
    ("shirt/sky blue", "waistcoat/brown", "trousers/charcoal", "shoes"), ("t-shirt/rust", "jeans", "sneakers/white"),
    ("shirt/crimson/checked", "jeans", "boots/brown"),
    ("turtleneck/cream", "coat/navy", "trousers/charcoal", "shoes"), ("jacket/olive", "trousers/khaki", "boots"),
    ("shirt/white", "blazer/teal", "trousers/navy", "tie/amber", "shoes"),
    ("hoodie/mustard yellow", "trousers/navy", "sneakers"), ("short shirt/teal/floral", "shorts/khaki", "sandals"),
    ("shirt/cream", "vest/burgundy", "trousers/olive", "boots"),
    ("overcoat/charcoal", "trousers/brown", "shoes", "scarf/crimson"),
)  # fmt: skip
_OLD_F: tuple[Items, ...] = (
    ("blouse/cream", "cardigan/purple", "long skirt/indigo", "shoes/brown"),
    ("long dress/teal/floral", "shawl/rose", "shoes"), ("sweater/rose", "long skirt/charcoal", "shoes"),
    ("blouse/sky blue", "cardigan/burgundy", "trousers/charcoal", "shoes"),
    ("long dress/burgundy", "apron/cream", "shoes"),
)  # fmt: skip
_OLD_M: tuple[Items, ...] = (
    ("shirt/cream", "cardigan/olive", "trousers/brown", "shoes", "bow tie/crimson"),
    ("shirt/sky blue/checked", "vest/brown", "trousers/charcoal", "shoes"),
    ("turtleneck/teal", "trousers/brown", "shoes"), ("shirt/white", "waistcoat/navy", "trousers/grey", "shoes"),
    ("sweater/rust", "trousers/khaki", "slippers/brown"),
)  # fmt: skip
_BABY: tuple[Items, ...] = (
    ("pajama top/mint", "pajama trousers/mint", "barefoot"), ("t-shirt/yellow", "overalls/sky blue", "barefoot"),
    ("hoodie/peach", "leggings/cream", "slippers/peach"),
)  # fmt: skip
OUTFITS: Mapping[str, tuple[Items, ...]] = {
    "baby": _BABY, "child female": _CHILD_F, "child male": _CHILD_M, "teen female": _TEEN + _WOMAN[:6],
    "teen male": _TEEN + _MAN[:4],
    "adult female": _WOMAN, "adult male": _MAN, "elder female": _OLD_F, "elder male": _OLD_M,
}  # fmt: skip
_FULL_LENGTH = 0.44
"""Tops that reach lower than this need no trousers."""
_PAIRS: Mapping[str, Items] = {
    "pajama top": ("pajama trousers", "slippers"), "swimsuit": ("barefoot",), "armor": ("greaves", "sabatons"),
    "spacesuit": ("trousers/white", "boots/grey"), "kimono": ("sandals",), "raincoat": ("rain boots",),
    "bodysuit": ("leggings",),
    "tutu": ("leggings/pale pink", "slippers/pink"), "nightgown": ("barefoot",), "bathrobe": ("slippers",),
}  # fmt: skip
"""What goes with a garment when nothing else was told."""


@dataclass(frozen=True)
class Outfit:
    """All that a person wears below the head."""

    bottom: Layer | None
    tops: tuple[Layer, ...]
    """From the skin outward."""
    feet: Layer | None
    """None for bare feet."""
    extras: Mapping[str, Layer] = field(default_factory=dict)
    """By place: scarf, tie, belt, apron, gloves, pack, bag, cape, wings."""

    @property
    def sleeved(self) -> Layer | None:
        """The outermost garment with sleeves."""
        return next((item for item in reversed(self.tops) if item.cut.sleeve > 0), None)


def dress(attributes: Attributes, age: str, gender: str, seed: int) -> Outfit:
    """The outfit of a person: what was told, completed by role or chance."""
    dice = random.Random(f"{seed}-wardrobe")
    base = [_item(text, dice) for text in _costume(attributes, age, gender, dice)]
    told: list[Layer] = []
    for garment in attributes.clothes:
        kind = clothes.find(garment.kind)
        if kind is not None:
            told.append(clothes.layer(kind, garment.color, garment.pattern, dice))
            if garment.kind.lower() in ("suit", "tuxedo", "pajamas", "pyjamas", "uniform", "space suit", "spacesuit"):
                partner = "pajama trousers" if kind == "pajama top" else "trousers"
                told.append(
                    clothes.recoloured(clothes.layer(partner, garment.color, garment.pattern, dice), told[-1].colour)
                )
    return _assembled(told, base, bool(attributes.clothes), dice)


def _item(text: str, dice: random.Random) -> Layer:
    kind, _, rest = text.partition("/")
    color, _, pattern = rest.partition("/")
    return clothes.layer(kind, color or None, pattern or None, dice)


def _costume(attributes: Attributes, age: str, gender: str, dice: random.Random) -> Items:
    said = f"{attributes.role or ''} {attributes.noun} {' '.join(attributes.extra)}".lower().replace("-", " ")
    chance = dice.choice(OUTFITS["baby" if age == "baby" else f"{age} {gender}"])
    for role, items in ROLES.items():
        if re.search(rf"(?<![a-z]){role}(?![a-z])", said):
            return items
    return chance


def _assembled(told: list[Layer], base: list[Layer], dressed: bool, dice: random.Random) -> Outfit:
    """Told garments first; the base fills the places that are left."""
    feet = _at(told, "feet")
    bottom = _at(told, "bottom")
    tops = [item for item in told if item.cut.place == "top"][:2] + [item for item in told if item.cut.place == "over"][
        :2
    ]
    extras = {item.cut.place: item for item in told if item.cut.place not in ("feet", "bottom", "top", "over")}
    if not dressed:
        extras = {item.cut.place: item for item in base if item.cut.place not in ("feet", "bottom", "top", "over")}
    pairs = [_item(text, dice) for top in tops for text in _PAIRS.get(top.kind, ())]
    if not tops:
        tops = _base_tops(base, bottom is not None, dice)
    elif not any(item.cut.place == "top" for item in tops) and _needs_shirt(tops):
        under = [item for item in base if item.cut.place == "top" and item.cut.hem < 0.2]
        tops = (under or [clothes.layer("shirt", "cream", None, dice)])[:1] + tops
    long = any(_covers(top) for top in tops)
    bottom = bottom or _at(pairs, "bottom") or (None if long and not _at(base, "bottom") else _at(base, "bottom"))
    if bottom is None and not long and not any(top.kind == "swimsuit" for top in tops):
        bottom = clothes.layer("trousers", None, None, dice)
    overalls = next((top for top in tops if top.kind == "overalls"), None)
    if overalls is not None:
        bottom = clothes.recoloured(clothes.layer("jeans", None, None, dice), overalls.colour)
    if long and bottom is not None and bottom.kind not in ("leggings", "trousers", "jeans"):
        bottom = None
    feet = feet or _at(pairs, "feet") or _at(base, "feet") or clothes.layer("shoes", None, None, dice)
    return Outfit(bottom, tuple(tops), None if feet.kind == "barefoot" else feet, extras)


def _base_tops(base: list[Layer], showing: bool, dice: random.Random) -> list[Layer]:
    """The base's tops; when a told bottom must be `showing`, only those that do not hide it."""
    tops = [item for place in ("top", "over") for item in base if item.cut.place == place]
    if not showing:
        return tops
    short = [item for item in tops if item.cut.hem < 0.2 and item.kind != "overalls"]
    return short or [clothes.layer("sweater", None, None, dice)]


def _covers(top: Layer) -> bool:
    """Whether a garment hides the legs enough to go without trousers."""
    opening = top.cut.place == "over" and top.cut.front in ("open", "buttons", "double")
    return top.cut.hem > _FULL_LENGTH and not opening


def _needs_shirt(tops: list[Layer]) -> bool:
    return all(top.cut.front in ("open", "bib", "wrap", "buttons", "double", "zip") for top in tops)


def _at(items: list[Layer], place: str) -> Layer | None:
    return next((item for item in items if item.cut.place == place), None)


def skin_or(item: Layer | None, skin: RGB) -> RGB:
    """A garment's colour, or skin where nothing is worn."""
    return skin if item is None else item.colour
