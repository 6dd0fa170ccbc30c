"""Owns the word tables of how things look: colours, sizes, ages, materials, patterns, hair, and the like.

Does not know: sentences, entities.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.backends.rules.tables import wordset

COLOURS = wordset(
    "red orange yellow green blue purple violet pink brown black white gray grey golden gold silver silvery "
    "beige tan cream ivory navy teal "
    "turquoise cyan magenta crimson scarlet maroon burgundy olive lime indigo lavender lilac mauve "
    "coral_pink peach_colored rust mustard charcoal "
    "amber copper bronze emerald sapphire azure aqua khaki ochre sage ginger auburn blond blonde hazel "
    "chestnut_brown ruby salmon_pink "
    "multicolored colorful colourful rainbow rosy slate mint ultramarine terracotta plum fuchsia sandy ebony "
    "snow-white jet-black orange-red "
    "camel taupe denim oatmeal forest-green sage-green"
)
SHADES = wordset(
    "dark light pale bright deep medium muted soft vivid pastel dusty warm cool royal sky forest sage navy "
    "emerald slate baby lime olive mustard burnt powder hunter bottle off brick rose"
)
SIZES: Mapping[str, str] = {
    "tiny": "tiny", "wee": "tiny", "miniature": "tiny", "minuscule": "tiny", "teeny": "tiny", "microscopic": "tiny",
    "small": "small", "little": "small", "short": "small", "petite": "small", "young": "small", "medium": "medium",
    "medium-sized": "medium", "big": "large", "large": "large", "great": "large", "tall": "large",
    "towering": "large", "long": "large",
    "huge": "huge", "giant": "huge", "gigantic": "huge", "enormous": "huge", "massive": "huge", "colossal": "huge",
    "immense": "huge",
}  # fmt: skip
AGES: Mapping[str, str] = {
    "baby": "baby", "infant": "baby", "newborn": "baby", "little": "child", "young": "child", "teenage": "teen",
    "teenaged": "teen", "adolescent": "teen",
    "adult": "adult", "middle-aged": "adult", "grown": "adult", "grown-up": "adult", "old": "elder",
    "elderly": "elder", "aged": "elder",
    "ancient": "elder", "senior": "elder", "older": "elder", "retired": "elder", "white-haired": "elder",
    "grey-haired": "elder", "gray-haired": "elder", "wizened": "elder",
}  # fmt: skip
BUILDS: Mapping[str, str] = {
    "tall": "tall", "short": "short", "slim": "slim", "thin": "slim", "lean": "slim", "slender": "slim",
    "skinny": "slim",
    "fat": "stout", "stout": "stout", "plump": "stout", "chubby": "stout", "heavy": "stout", "stocky": "stout",
    "sturdy": "sturdy", "round": "stout",
    "muscular": "sturdy", "strong": "sturdy", "burly": "sturdy", "broad-shouldered": "sturdy", "petite": "short",
    "lanky": "tall", "athletic": "sturdy",
}  # fmt: skip
MATERIALS = wordset(
    "wooden wood metal metallic golden silver glass stone brick plastic leather wool woolen woollen cotton "
    "silk velvet paper cardboard iron steel "
    "copper bronze brass tin crystal ice clay ceramic porcelain marble straw bamboo rubber linen denim lace "
    "fur stuffed knitted canvas gingerbread concrete tweed flannel"
)
PATTERNS = wordset(
    "striped spotted dotted polka-dot polka-dotted checked checkered chequered plaid floral flowered "
    "patterned tartan tabby calico spotty stripy gingham patchwork argyle pinstriped camouflage"
)
HAIR_STYLES: Mapping[str, str] = {
    "bun": "bun", "ponytail": "ponytail", "braid": "braid", "braids": "braid", "braided": "braid", "plait": "braid",
    "pigtails": "pigtails", "pigtail": "pigtails", "curly": "curly",
    "wavy": "wavy", "straight": "straight", "long": "long", "short": "short", "bald": "bald", "afro": "afro",
    "bob": "bob", "spiky": "spiky",
    "shaggy": "shaggy", "cropped": "short", "mohawk": "mohawk", "messy": "messy", "tousled": "messy",
    "chin-length": "bob", "shoulder-length": "long", "dreadlocks": "dreadlocks",
    "buzzed": "short", "coiled": "curly", "curls": "curly", "curl": "curly", "frizzy": "curly", "wild": "messy",
    "thinning": "short", "buzz": "short",
}  # fmt: skip
SKINS: Mapping[str, str] = {
    "pale": "light", "fair": "light", "light": "light", "white": "light", "tan": "tan", "tanned": "tan",
    "olive": "tan", "bronze": "tan",
    "brown": "brown", "medium-brown": "brown", "warm brown": "brown", "dark": "dark", "black": "dark",
    "dark-brown": "dark", "deep": "dark", "ebony": "dark",
    "medium": "tan", "green": "green", "blue": "blue", "red": "red", "purple": "purple", "golden": "tan",
    "freckled": "light", "weathered": "tan",
}  # fmt: skip
PEOPLES: Mapping[str, str] = {
    "african": "dark", "african-american": "dark", "asian": "light", "east asian": "light", "south asian": "brown",
    "indian": "brown", "chinese": "light", "japanese": "light",
    "korean": "light", "latina": "tan", "latino": "tan", "hispanic": "tan", "caucasian": "light",
    "european": "light", "nigerian": "dark", "arab": "tan", "mexican": "tan",
    "middle eastern": "tan", "black": "dark", "white": "light",
}  # fmt: skip
IGNORED_ADJECTIVES = wordset(
    "same other another own first second third last next such certain whole entire many several few various "
    "more most much "
    "only very different similar main final previous nearby adjacent close one two three four five six seven "
    "eight nine ten left right "
    "upper lower visible available possible able full half front back rear clear ready sure single lone "
    "poised other good poor "
    "better best great dear fresh true real original additional extra present general particular necessary "
    "wide unable early late "
    "opposite nearest following gathered urgent new unsuspecting rival lush vibrant spirited former latter "
    "said fellow open alone further far"
)
"""Adjectives that say nothing about how something looks and are no part of its name."""

AGE_BY_YEARS = ((3, "baby"), (13, "child"), (20, "teen"), (60, "adult"), (200, "elder"))
"""Upper bound in years -> age."""

BEARDS = wordset("beard mustache moustache goatee stubble whiskers_person sideburns")
HAIRY = wordset(
    "hair hairs curl curls braid braids bun ponytail pigtail pigtails bangs lock locks plait bob mane_hair "
    "afro dreadlock haircut fringe"
)
STATES = wordset(
    "wounded injured broken torn lit unlit open closed empty wet dirty muddy dead sick tired asleep awake "
    "frozen burnt rusty locked ruined "
    "hungry thirsty lost sleepy angry sad happy scared frightened brave proud lonely kind shy clever wicked "
    "curious friendly fluffy furry hairy beautiful pretty "
    "handsome ugly magical magic enchanted glowing shiny sparkling transparent invisible royal evil gentle cute"
)
