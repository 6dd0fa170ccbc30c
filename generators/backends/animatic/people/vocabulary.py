"""Owns the words and tables behind people's looks: styles, kinds, colours, and what a role wears on its head.

Tables are searched in order, so the more exact phrase stands first. Does not know: how anything is drawn.
"""

from __future__ import annotations

from typing import Literal

from generators.backends.animatic.colours import RGB

Words = tuple[str, ...]
Age = Literal["baby", "child", "teen", "adult", "elder"]
Gender = Literal["female", "male"]

FEMALE: Words = (
    "woman", "girl", "mother", "mom", "mum", "grandmother", "grandma", "granny", "nana", "queen", "princess", "lady",
    "daughter", "sister", "aunt", "wife", "widow", "witch", "fairy", "nun", "actress", "waitress", "mermaid", "bride",
    "heroine", "goddess", "maid", "niece", "schoolgirl", "businesswoman", "policewoman", "duchess", "empress", "she",
)  # fmt: skip
MALE: Words = (
    "man", "boy", "father", "dad", "papa", "grandfather", "grandpa", "king", "prince", "lord", "son", "brother",
    "uncle", "husband", "wizard", "monk", "priest", "knight", "gentleman", "nephew", "fisherman", "policeman",
    "fireman", "businessman", "cowboy", "groom", "schoolboy", "duke", "emperor", "sultan", "santa", "dwarf", "he",
)  # fmt: skip
AGES: tuple[tuple[Age, Words], ...] = (
    ("baby", ("baby", "infant", "newborn", "toddler")),
    (
        "elder",
        ("old", "elder", "elderly", "aged", "grandmother", "grandma", "granny", "grandfather", "grandpa", "nana"),
    ),
    ("child", ("child", "kid", "girl", "boy", "schoolgirl", "schoolboy", "little", "pupil")),
    ("teen", ("teen", "teenager", "teenage", "youth", "adolescent")),
    ("adult", ("young", "adult", "grown")),
    ("elder", ("ancient", "wizard", "santa", "hermit")),
)
POINTED_EARS: Words = ("elf", "fairy", "pixie", "goblin", "imp", "gnome", "vampire", "troll")

SKIN: dict[str, RGB] = {
    "porcelain": (252, 226, 208), "fair": (246, 210, 184), "rosy": (242, 194, 168), "olive": (226, 184, 142),
    "golden": (218, 170, 122), "tan": (204, 148, 106), "medium brown": (182, 124, 88), "brown": (158, 102, 72),
    "dark brown": (132, 84, 62), "deep": (106, 67, 53),
}  # fmt: skip
DARK_SKIN: Words = ("medium brown", "brown", "dark brown", "deep")
SKIN_WORDS: dict[str, str] = {
    "very dark": "deep", "deep brown": "deep", "ebony": "deep", "dark brown": "dark brown",
    "medium brown": "medium brown", "light brown": "tan", "golden brown": "golden", "pale brown": "tan",
    "black": "dark brown", "dark": "dark brown", "pale": "porcelain", "porcelain": "porcelain", "snow": "porcelain",
    "fair": "fair", "light": "fair", "white": "fair", "ivory": "porcelain", "rosy": "rosy", "ruddy": "rosy",
    "sunburnt": "rosy", "pink": "rosy", "olive": "olive", "beige": "olive", "golden": "golden", "bronze": "tan",
    "bronzed": "tan", "tan": "tan", "tanned": "tan", "caramel": "medium brown", "copper": "tan", "brown": "brown",
}  # fmt: skip

HAIR_STYLES: Words = (
    "bald", "balding", "buzz", "crop", "short", "side part", "quiff", "slick", "undercut", "spiky", "mohawk",
    "curly", "afro", "cloud", "pixie", "bob", "fringe", "long", "wavy", "long curly", "ponytail", "pigtails",
    "braid", "braids", "bun", "low bun", "top knot", "dreadlocks", "tuft", "bowl",
)  # fmt: skip
HAIR_WORDS: dict[str, str] = {
    "bald": "bald", "hairless": "bald", "balding": "balding", "receding": "balding", "thinning": "balding",
    "low bun": "low bun", "top knot": "top knot", "topknot": "top knot", "man bun": "top knot", "bun": "bun",
    "chignon": "low bun", "updo": "bun", "pigtails": "pigtails", "bunches": "pigtails", "two braids": "braids",
    "braids": "braids", "plaits": "braids", "braided": "braid", "braid": "braid", "plait": "braid",
    "ponytail": "ponytail", "pony tail": "ponytail", "dreadlocks": "dreadlocks", "dreads": "dreadlocks",
    "locs": "dreadlocks", "afro": "afro", "mohawk": "mohawk", "undercut": "undercut", "spiky": "spiky",
    "spiked": "spiky", "messy": "spiky", "tousled": "spiky", "wild": "spiky", "unruly": "spiky", "buzz": "buzz",
    "buzzed": "buzz", "shaved": "buzz", "crew cut": "buzz", "cropped": "crop", "crop": "crop", "pixie": "pixie",
    "bob": "bob", "bobbed": "bob", "shoulder length": "bob", "chin length": "bob", "bowl": "bowl",
    "fringe": "fringe", "bangs": "fringe", "side part": "side part", "parted": "side part", "neat": "side part",
    "combed": "side part", "slick": "slick", "slicked": "slick", "quiff": "quiff", "long": "long",
    "flowing": "wavy", "short": "short", "cloud": "cloud", "tuft": "tuft",
}  # fmt: skip
TEXTURE_WORDS: dict[str, str] = {
    "coily": "coily", "kinky": "coily", "frizzy": "coily", "curly": "curly", "curls": "curly", "curled": "curly",
    "wavy": "wavy", "waves": "wavy", "straight": "straight", "sleek": "straight",
}  # fmt: skip
TEXTURED: dict[str, dict[str, str]] = {
    "long": {"wavy": "wavy", "curly": "long curly", "coily": "cloud"},
    "bob": {"curly": "cloud", "coily": "cloud"},
    "short": {"curly": "curly", "coily": "afro"},
}
TEXTURED_DEFAULT: dict[str, dict[str, str]] = {
    "coily": {"female": "cloud", "male": "afro"},
    "curly": {"female": "long curly", "male": "curly"},
    "wavy": {"female": "wavy", "male": "quiff"},
    "straight": {"female": "long", "male": "side part"},
}
STYLE_TEXTURE: dict[str, str] = {
    "curly": "curly", "afro": "coily", "cloud": "coily", "long curly": "curly", "wavy": "wavy", "long": "straight",
    "bob": "straight", "fringe": "straight", "slick": "straight", "bowl": "straight", "spiky": "straight",
    "pixie": "straight", "side part": "straight", "short": "straight", "quiff": "wavy", "tuft": "curly",
}  # fmt: skip

_GIRL: Words = ("pigtails", "braids", "bob", "fringe", "ponytail", "wavy", "long curly", "long", "pixie", "bun")
_BOY: Words = ("short", "bowl", "spiky", "side part", "curly", "crop", "quiff")
_DARK_GIRL: Words = ("cloud", "pigtails", "afro", "braids", "bun", "long curly", "dreadlocks", "top knot")
_DARK_BOY: Words = ("afro", "crop", "buzz", "curly", "dreadlocks", "undercut", "top knot")
STYLES_BY_GROUP: dict[str, Words] = {
    "baby": ("tuft", "tuft", "crop", "curly"),
    "child female": _GIRL, "child male": _BOY, "child dark female": _DARK_GIRL, "child dark male": _DARK_BOY,
    "teen female": ("long", "wavy", "ponytail", "bob", "fringe", "top knot", "braid", "pixie", "long curly"),
    "teen male": ("undercut", "quiff", "spiky", "side part", "curly", "short", "mohawk"),
    "teen dark female": _DARK_GIRL, "teen dark male": _DARK_BOY,
    "adult female": (
        "long", "wavy", "bob", "ponytail", "low bun", "bun", "braid", "pixie", "fringe", "long curly", "top knot",
    ),
    "adult male": ("short", "side part", "quiff", "slick", "undercut", "crop", "curly", "buzz", "balding"),
    "adult dark female": ("cloud", "afro", "low bun", "dreadlocks", "long curly", "top knot", "braids", "crop"),
    "adult dark male": ("crop", "buzz", "afro", "dreadlocks", "undercut", "bald", "curly"),
    "elder female": ("bun", "low bun", "bob", "pixie", "curly", "wavy"),
    "elder male": ("balding", "bald", "side part", "slick", "short"),
    "elder dark female": ("bun", "afro", "low bun", "crop", "curly"),
    "elder dark male": ("balding", "bald", "crop", "buzz", "afro"),
}  # fmt: skip
ROLE_HAIR: dict[str, str] = {
    "clown": "afro", "mermaid": "wavy", "princess": "wavy", "soldier": "buzz", "monk": "balding", "witch": "long",
    "fairy": "wavy", "ballerina": "bun", "dancer": "bun", "wizard": "long", "santa": "long", "elf": "long",
}  # fmt: skip

HAIR_COLOURS: dict[str, RGB] = {
    "dark brown": (70, 46, 36), "light brown": (156, 110, 70), "strawberry blond": (222, 150, 96),
    "platinum": (238, 226, 200), "salt and pepper": (128, 124, 128), "dark red": (136, 48, 36),
    "jet black": (40, 34, 44), "blond": (228, 190, 112), "blonde": (228, 190, 112), "golden": (226, 182, 86),
    "fair": (228, 196, 128), "brunette": (96, 62, 44), "brown": (104, 68, 46), "chestnut": (122, 66, 42),
    "auburn": (142, 62, 40), "ginger": (204, 100, 46), "red": (192, 80, 42), "redheaded": (192, 80, 42),
    "black": (46, 40, 50), "dark": (62, 44, 42), "grey": (158, 156, 164), "gray": (158, 156, 164),
    "silver": (194, 196, 206), "white": (232, 230, 228), "raven": (42, 38, 52), "sandy": (204, 166, 108),
}  # fmt: skip
DYED: Words = (
    "blue", "green", "pink", "purple", "violet", "turquoise", "teal", "orange", "lavender", "lilac", "magenta",
    "copper", "yellow", "navy", "indigo", "mint", "rose",
)  # fmt: skip
HAIR_LIGHT: tuple[RGB, ...] = (
    (104, 68, 46), (62, 44, 42), (204, 100, 46), (228, 190, 112), (142, 62, 40), (46, 40, 50), (204, 166, 108),
    (122, 66, 42), (84, 56, 40), (160, 106, 62),
)  # fmt: skip
HAIR_DARK: tuple[RGB, ...] = ((50, 38, 40), (44, 36, 46), (66, 42, 38), (54, 38, 38), (78, 44, 36))
HAIR_OLD: tuple[RGB, ...] = ((232, 230, 228), (194, 196, 206), (172, 168, 172), (214, 208, 200))

EYE_COLOURS: dict[str, RGB] = {
    "blue": (86, 136, 180), "green": (96, 146, 98), "brown": (110, 74, 46), "hazel": (146, 112, 62),
    "grey": (126, 142, 152), "gray": (126, 142, 152), "dark": (72, 48, 40), "black": (58, 42, 44),
    "amber": (184, 128, 58), "violet": (134, 100, 170),
}  # fmt: skip
EYES_LIGHT: tuple[RGB, ...] = ((86, 136, 180), (96, 146, 98), (110, 74, 46), (146, 112, 62), (112, 136, 150))
EYES_DARK: tuple[RGB, ...] = ((94, 60, 40), (72, 48, 40), (118, 78, 44))

BEARD_WORDS: dict[str, str] = {
    "goatee": "goatee", "moustache": "moustache", "mustache": "moustache", "stubble": "stubble",
    "stubbly": "stubble", "unshaven": "stubble", "long beard": "long", "long": "long", "flowing": "long",
    "bushy": "full", "thick": "full", "full": "full", "big": "full", "neat": "short", "neatly": "short",
    "trimmed": "short", "short": "short", "bearded": "full", "beard": "full",
}  # fmt: skip
ROLE_BEARD: dict[str, str] = {
    "wizard": "long", "santa": "long", "dwarf": "long", "gnome": "long", "viking": "full", "pirate": "full",
    "king": "full", "fisherman": "full", "captain": "full", "sailor": "short", "keeper": "full", "hermit": "long",
    "lumberjack": "full", "blacksmith": "full",
}  # fmt: skip

HEADWEAR: Words = (
    "fedora", "sun hat", "straw hat", "cap", "beanie", "top hat", "bowler", "beret", "cowboy hat", "tricorne",
    "bandana", "toque", "wizard hat", "witch hat", "crown", "tiara", "knight helmet", "viking helmet", "fire helmet",
    "police cap", "army helmet", "space helmet", "hard hat", "nurse cap", "sailor cap", "hijab", "turban",
    "headscarf", "hood", "santa hat", "party hat", "wreath", "headband", "bow", "fez", "graduation cap", "bike helmet",
)  # fmt: skip
FULL_HELMETS: Words = ("knight helmet", "space helmet")
HEADWEAR_WORDS: dict[str, str] = {
    "straw hat": "straw hat", "sun hat": "sun hat", "sunhat": "sun hat", "top hat": "top hat", "bowler": "bowler",
    "cowboy hat": "cowboy hat", "witch hat": "witch hat", "witch's hat": "witch hat", "wizard hat": "wizard hat",
    "pointed hat": "wizard hat", "pointy hat": "wizard hat", "party hat": "party hat", "santa hat": "santa hat",
    "chef hat": "toque", "chef's hat": "toque", "toque": "toque", "woolly hat": "beanie", "wool hat": "beanie",
    "knit hat": "beanie", "knitted hat": "beanie", "winter hat": "beanie", "bobble hat": "beanie",
    "beanie": "beanie", "pirate hat": "tricorne", "tricorne": "tricorne", "tricorn": "tricorne",
    "fedora": "fedora", "hard hat": "hard hat", "sailor hat": "sailor cap", "sailor cap": "sailor cap",
    "captain's hat": "police cap", "captain hat": "police cap", "peaked cap": "police cap",
    "police cap": "police cap", "nurse cap": "nurse cap", "graduation cap": "graduation cap",
    "mortarboard": "graduation cap", "swim cap": "beanie", "flat cap": "beret", "baseball cap": "cap", "cap": "cap",
    "beret": "beret", "fez": "fez", "space helmet": "space helmet", "bike helmet": "bike helmet",
    "bicycle helmet": "bike helmet", "helmet": "helmet", "crown": "crown", "tiara": "tiara", "diadem": "tiara",
    "hijab": "hijab", "turban": "turban", "headscarf": "headscarf", "head scarf": "headscarf",
    "kerchief": "headscarf", "shawl over head": "headscarf", "bandana": "bandana", "bandanna": "bandana",
    "hood": "hood", "riding hood": "hood", "wreath": "wreath", "flower crown": "wreath", "garland": "wreath",
    "headband": "headband", "hairband": "headband", "bow tie": "", "bowtie": "", "bow": "bow", "ribbon": "bow",
    "hat": "hat",
    "sombrero": "sun hat", "bonnet": "headscarf", "veil": "hijab",
}  # fmt: skip
ROLE_HEADWEAR: dict[str, str] = {
    "knight": "knight helmet", "viking": "viking helmet", "pirate": "pirate", "chef": "toque", "cook": "toque",
    "baker": "toque", "queen": "crown", "king": "crown", "emperor": "crown", "empress": "crown",
    "princess": "tiara", "prince": "crown", "wizard": "wizard hat", "sorcerer": "wizard hat",
    "magician": "top hat", "witch": "witch hat", "firefighter": "fire helmet", "fireman": "fire helmet",
    "police": "police cap", "policeman": "police cap", "policewoman": "police cap", "police officer": "police cap",
    "captain": "police cap", "pilot": "police cap", "soldier": "army helmet", "astronaut": "space helmet",
    "cosmonaut": "space helmet", "spaceman": "space helmet", "farmer": "straw hat", "scarecrow": "straw hat",
    "nurse": "nurse cap", "cowboy": "cowboy hat", "cowgirl": "cowboy hat", "sheriff": "cowboy hat",
    "sailor": "sailor cap", "builder": "hard hat", "miner": "hard hat", "construction worker": "hard hat",
    "engineer": "hard hat", "santa": "santa hat", "elf": "santa hat", "gnome": "santa hat", "dwarf": "santa hat",
    "detective": "fedora", "explorer": "sun hat", "gardener": "sun hat", "painter": "beret", "artist": "beret",
    "nun": "hijab", "fairy": "wreath", "sultan": "turban", "graduate": "graduation cap", "cyclist": "bike helmet",
    "red riding hood": "hood", "fisherman": "beanie", "postman": "police cap", "mail carrier": "police cap",
}  # fmt: skip
HEADWEAR_COLOUR: dict[str, RGB] = {
    "straw hat": (226, 194, 116), "sun hat": (238, 220, 176), "toque": (246, 242, 234), "crown": (234, 188, 74),
    "tiara": (240, 204, 104), "knight helmet": (166, 172, 184), "viking helmet": (150, 150, 160),
    "fire helmet": (206, 58, 46), "police cap": (46, 62, 112), "army helmet": (102, 112, 72),
    "space helmet": (238, 238, 240), "hard hat": (244, 196, 64), "nurse cap": (246, 244, 240),
    "cowboy hat": (150, 98, 58), "tricorne": (70, 50, 56), "bandana": (200, 54, 50), "wizard hat": (66, 76, 156),
    "witch hat": (74, 52, 96), "top hat": (62, 54, 70), "bowler": (72, 62, 72), "santa hat": (202, 50, 48),
    "sailor cap": (246, 244, 238), "graduation cap": (52, 48, 66), "fez": (176, 42, 52),
}  # fmt: skip
HAT_COLOURS: tuple[RGB, ...] = (
    (196, 66, 60), (52, 96, 158), (60, 128, 98), (228, 168, 62), (128, 82, 150), (60, 132, 140), (214, 112, 132),
    (120, 82, 56),
)  # fmt: skip
CASUAL_HATS: dict[str, Words] = {
    "child female": ("beanie", "headband", "bow", "sun hat", "cap", "bow"),
    "child male": ("cap", "beanie", "cap", "straw hat"),
    "teen female": ("beanie", "headband", "beret", "cap"), "teen male": ("cap", "beanie", "cap"),
    "adult female": ("beret", "sun hat", "headscarf", "beanie", "headband", "straw hat"),
    "adult male": ("cap", "beanie", "fedora", "beret", "straw hat", "bowler"),
    "elder female": ("headscarf", "sun hat", "beret"), "elder male": ("beret", "fedora", "bowler", "straw hat"),
}  # fmt: skip
HATTED: dict[str, float] = {"child": 0.22, "teen": 0.18, "adult": 0.16, "elder": 0.2}
"""Share of people of an age who wear something on the head of their own accord."""

GLASSES_WORDS: dict[str, str] = {
    "sunglasses": "sunglasses", "dark glasses": "sunglasses", "shades": "sunglasses", "monocle": "monocle",
    "eyepatch": "eyepatch", "eye patch": "eyepatch", "goggles": "goggles", "round glasses": "round",
    "square glasses": "square", "mask": "mask", "glasses": "any", "spectacles": "any", "bespectacled": "any",
}  # fmt: skip
ROLE_GLASSES: dict[str, str] = {
    "pirate": "eyepatch", "librarian": "round", "professor": "round", "scientist": "square", "superhero": "mask",
    "bandit": "mask", "thief": "mask", "inventor": "goggles",
}  # fmt: skip
FRAMES: tuple[RGB, ...] = ((62, 50, 62), (126, 78, 52), (150, 60, 58), (60, 80, 120), (180, 142, 70))
TIES: tuple[RGB, ...] = ((206, 80, 90), (240, 190, 80), (92, 150, 200), (120, 170, 110), (190, 120, 190))

NOSES: dict[str, Words] = {
    "child": ("button", "snub", "round"),
    "female": ("button", "snub", "pointed", "round", "long", "broad"),
    "male": ("round", "long", "hooked", "broad", "pointed", "snub"),
}


def hat_for(kind: str, gender: str, said: str) -> str:
    """The exact headwear for a general word: "hat", "helmet", "pirate"."""
    if kind == "hat":
        role = next(
            (value for key, value in ROLE_HEADWEAR.items() if key in said.split() and "helmet" not in value), None
        )
        return hat_for(role, gender, said) if role else ("sun hat" if gender == "female" else "fedora")
    if kind == "helmet":
        role = next((value for key, value in ROLE_HEADWEAR.items() if key in said.split() and "helm" in value), None)
        return role or "bike helmet"
    if kind == "pirate":
        return "bandana" if "captain" not in said else "tricorne"
    return kind
