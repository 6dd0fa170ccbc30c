"""Owns how one person looks: from the words of a plan and a seed to fixed numbers, kinds and colours.

Every word given is honoured; what is not given is filled by the seed, so that people who were only named
still look different and stay the same in every shot. Does not know: how any of it is drawn, poses, bodies.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generators.backends.animatic.colours import NAMED, RGB, mix, named
from generators.backends.animatic.people import vocabulary as words
from planners.plan import Attributes

Age = words.Age
Gender = words.Gender


@dataclass(frozen=True)
class Features:
    """What makes one face differ from another of the same age: factors around 1, offsets around 0."""

    width: float = 1.0
    """Of the skull."""
    jaw: float = 1.0
    chin: float = 1.0
    cheek: float = 1.0
    nose: str = "button"
    """button, round, long, hooked, broad, snub, pointed."""
    nose_size: float = 1.0
    eye_size: float = 1.0
    eye_gap: float = 1.0
    eye_tilt: float = 0.0
    """Outer corner up, in head units."""
    eye_round: float = 1.0
    """Height of the eye to its width."""
    lid: float = 0.0
    """How far the upper lid hangs at rest, 0..0.3."""
    brow_weight: float = 1.0
    brow_arch: float = 0.0
    brow_tilt: float = 0.0
    brow_height: float = 0.0
    mouth_width: float = 1.0
    lips: float = 0.5
    """0 a line .. 1 full."""
    ear: float = 1.0
    smile: float = 0.0
    """Resting corners of the mouth."""
    part_side: int = 1
    """Which side the hair is parted on: -1 far, 1 near."""


@dataclass(frozen=True)
class Appearance:
    """A person's head, fixed for the film (or for one stage of the person)."""

    age: Age = "adult"
    gender: Gender = "female"
    skin: RGB = (240, 200, 170)
    hair: str = "short"
    """One of vocabulary.HAIR_STYLES."""
    texture: str = "straight"
    """straight, wavy, curly, coily."""
    hair_colour: RGB = (90, 60, 44)
    beard: str | None = None
    """stubble, short, full, long, moustache, goatee; None for none."""
    eye_colour: RGB = (104, 74, 50)
    glasses: str | None = None
    """round, square, sunglasses, monocle, eyepatch, goggles, mask; None for none."""
    glasses_colour: RGB = (62, 50, 62)
    headwear: str | None = None
    """One of vocabulary.HEADWEAR; None for none."""
    headwear_colour: RGB = (160, 60, 56)
    earrings: str | None = None
    """stud, hoop; None for none."""
    ears: str = "round"
    """round or pointed."""
    freckles: bool = False
    wrinkles: float = 0.0
    """0 none .. 1 deep."""
    lip_colour: RGB = (186, 84, 80)
    tie_colour: RGB = (206, 80, 90)
    """Of ribbons and hair bands."""
    nose_colour: RGB | None = None
    """A clown's; None for the skin's own."""
    scar: bool = False
    features: Features = Features()

    @property
    def young(self) -> bool:
        """Baby or child."""
        return self.age in ("baby", "child")


def resolve(attributes: Attributes, seed: int) -> Appearance:
    """The appearance that the attributes ask for; the seed fills what they leave open."""
    dice = random.Random(f"{seed}-head")
    said = " ".join((attributes.noun, attributes.role or "", *attributes.extra)).lower()
    gender = _gender(attributes, said, dice)
    age = _age(attributes, said)
    tone = _skin(attributes, said, dice)
    style, texture = _hair(attributes, said, age, gender, tone, dice)
    colour = _hair_colour(attributes, age, tone, dice)
    beard = _beard(attributes, said, age, gender, dice)
    headwear, headwear_colour = _headwear(attributes, said, age, gender, dice)
    if headwear == "space helmet" and beard == "long":
        beard = "full"
    glasses, glasses_colour = _glasses(attributes, said, age, headwear, dice)
    skin = tone if isinstance(tone, tuple) else words.SKIN[tone]
    dark = sum(skin) < 410
    freckled = dice.random() < (0.3 if age in ("child", "teen") and not dark else 0.06)
    return Appearance(
        age=age,
        gender=gender,
        skin=_varied(skin, dice),
        hair=style,
        texture=texture,
        hair_colour=colour,
        beard=beard,
        eye_colour=_eyes(attributes, dark, dice),
        glasses=glasses,
        glasses_colour=glasses_colour,
        headwear=headwear,
        headwear_colour=headwear_colour,
        earrings=_earrings(attributes, age, gender, dice),
        ears="pointed" if _any(said, words.POINTED_EARS) else "round",
        freckles=(freckled and not dark) or _any(_all(attributes), ("freckle", "freckled", "freckles")),
        wrinkles=_wrinkles(attributes, age, dice),
        lip_colour=_lips(skin, gender, age),
        tie_colour=dice.choice(words.TIES),
        nose_colour=(206, 62, 56) if _any(said, ("clown",)) else None,
        scar=_any(_all(attributes), ("scar", "scarred")),
        features=_features(age, gender, dice),
    )


# -- reading words --------------------------------------------------------------------------------


def _any(text: str, options: Sequence[str]) -> bool:
    """Whether the text has any of the words or phrases, as whole words."""
    return any(re.search(rf"(?<![a-z]){re.escape(option)}(?![a-z])", text) for option in options)


def _first(text: str | None, table: Mapping[str, str]) -> str | None:
    """The value of the first key, in the table's order, that the text has as whole words."""
    if not text:
        return None
    low = text.lower().replace("-", " ").replace("_", " ")
    return next((value for key, value in table.items() if _any(low, (key,))), None)


def _all(attributes: Attributes) -> str:
    parts = (attributes.skin, attributes.hair, attributes.eyes, attributes.build, *attributes.extra)
    return " ".join(part for part in parts if part).lower()


def _gender(attributes: Attributes, said: str, dice: random.Random) -> Gender:
    fallback: Gender = "female" if dice.random() < 0.5 else "male"
    if attributes.gender is not None:
        return attributes.gender
    if _any(said, words.FEMALE):
        return "female"
    if _any(said, words.MALE) or attributes.beard:
        return "male"
    return fallback


def _age(attributes: Attributes, said: str) -> Age:
    if attributes.age is not None:
        return attributes.age
    for age, options in words.AGES:
        if _any(said, options):
            return age
    return "adult"


def _skin(attributes: Attributes, said: str, dice: random.Random) -> str | RGB:
    """A key of vocabulary.SKIN, or a colour of its own ("green skin")."""
    drawn = dice.choice(tuple(words.SKIN))
    text = (attributes.skin or "").lower()
    if _any(said, ("ghost", "vampire")):
        drawn = "porcelain"
    known = _first(text, words.SKIN_WORDS)
    if known is not None:
        return known
    if text and any(token in NAMED for token in re.findall("[a-z]+", text)):
        return named(text, words.SKIN[drawn])
    return drawn


def _varied(skin: RGB, dice: random.Random) -> RGB:
    warm = dice.uniform(-1, 1)
    return (skin[0] + 3 * warm, skin[1] - 1.5 * warm, skin[2] - 4 * warm)


# -- hair -----------------------------------------------------------------------------------------


def _hair(
    attributes: Attributes, said: str, age: Age, gender: Gender, tone: str | RGB, dice: random.Random
) -> tuple[str, str]:
    dark = isinstance(tone, str) and tone in words.DARK_SKIN
    group = "dark " + gender if dark else gender
    style = dice.choice(words.STYLES_BY_GROUP["baby" if age == "baby" else f"{age} {group}"])
    texture = dice.choice(("straight", "straight", "wavy", "curly") if not dark else ("coily", "curly", "coily"))
    text = " ".join((attributes.hair or "", *attributes.extra)).lower()
    role_style = _first(said, words.ROLE_HAIR)
    told = _first(text, words.HAIR_WORDS)
    told_texture = _first(text, words.TEXTURE_WORDS)
    style = told or role_style or style
    if told is None and told_texture is not None:
        style = words.TEXTURED_DEFAULT[told_texture]["female" if gender == "female" else "male"]
    if told in ("long", "bob", "short") and told_texture is not None:
        style = words.TEXTURED[told].get(told_texture, told)
    texture = told_texture or words.STYLE_TEXTURE.get(style, texture)
    return style, texture


def _hair_colour(attributes: Attributes, age: Age, tone: str | RGB, dice: random.Random) -> RGB:
    dark = isinstance(tone, str) and tone in words.DARK_SKIN
    drawn = dice.choice(words.HAIR_DARK if dark else words.HAIR_LIGHT)
    old = dice.choice(words.HAIR_OLD)
    for text in (attributes.hair_color, attributes.hair):
        colour = hair_colour(text)
        if colour is not None:
            return colour
    return old if age == "elder" else drawn


def hair_colour(text: str | None) -> RGB | None:
    """The hair colour that words name, None when they name none ("dark" is dark brown, "red" is ginger)."""
    if not text:
        return None
    low = text.lower().replace("-", " ")
    if _any(low, words.DYED):
        return named(low, words.HAIR_DARK[0])
    return next((colour for key, colour in words.HAIR_COLOURS.items() if _any(low, (key,))), None)


def _beard(attributes: Attributes, said: str, age: Age, gender: Gender, dice: random.Random) -> str | None:
    roll, kind = dice.random(), dice.choice(("stubble", "short", "full", "moustache", "goatee"))
    text = " ".join((attributes.beard or "", *attributes.extra)).lower()
    if _any(text, ("clean shaven", "clean-shaven", "beardless", "no beard", "shaven")):
        return None
    told = _first(text, words.BEARD_WORDS)
    if told is not None or attributes.beard:
        return told or "short"
    if gender == "female" or age not in ("adult", "elder"):
        return None
    role = _first(said, words.ROLE_BEARD)
    if role is not None:
        return role
    return kind if roll < 0.42 else None


# -- things worn ----------------------------------------------------------------------------------


def _worn(attributes: Attributes, table: Mapping[str, str]) -> tuple[str, str | None] | None:
    """Kind and colour words of the first garment that the table knows."""
    for garment in attributes.clothes:
        kind = _first(garment.kind, table)
        if kind:
            return kind, garment.color
    return None


def _headwear(
    attributes: Attributes, said: str, age: Age, gender: Gender, dice: random.Random
) -> tuple[str | None, RGB]:
    roll, casual = dice.random(), words.CASUAL_HATS.get(f"{age} {gender}", ("beanie",))
    pick = dice.choice(casual)
    own = dice.choice(words.HAT_COLOURS)
    worn = _worn(attributes, words.HEADWEAR_WORDS)
    if worn is not None:
        kind = words.hat_for(worn[0], gender, said)
        return kind, named(worn[1], words.HEADWEAR_COLOUR.get(kind, own))
    if attributes.clothes and _any(_all(attributes), ("bareheaded", "hatless")):
        return None, own
    role = _first(said, words.ROLE_HEADWEAR)
    if role is not None:
        role = words.hat_for(role, gender, said)
        return role, words.HEADWEAR_COLOUR.get(role, own)
    if roll < words.HATTED.get(age, 0.0) and not attributes.hair:
        return pick, words.HEADWEAR_COLOUR.get(pick, own)
    return None, own


def _glasses(
    attributes: Attributes, said: str, age: Age, headwear: str | None, dice: random.Random
) -> tuple[str | None, RGB]:
    roll, pick = dice.random(), dice.choice(("round", "square"))
    frame = dice.choice(words.FRAMES)
    worn = _worn(attributes, words.GLASSES_WORDS)
    if worn is not None:
        return (pick if worn[0] == "any" else worn[0]), named(worn[1], frame)
    told = _first(" ".join((attributes.eyes or "", *attributes.extra)), words.GLASSES_WORDS)
    told = told or _first(said, words.ROLE_GLASSES)
    if told is not None:
        return (pick if told == "any" else told), frame
    chance = {"elder": 0.4, "adult": 0.13, "teen": 0.12, "child": 0.08}.get(age, 0.0)
    return (pick, frame) if roll < chance and headwear not in words.FULL_HELMETS else (None, frame)


def _earrings(attributes: Attributes, age: Age, gender: Gender, dice: random.Random) -> str | None:
    roll, pick = dice.random(), dice.choice(("stud", "hoop"))
    if any("earring" in garment.kind for garment in attributes.clothes):
        hoop = any("hoop" in garment.kind for garment in attributes.clothes)
        return "hoop" if hoop else pick
    grown = age in ("teen", "adult", "elder")
    return pick if gender == "female" and grown and roll < 0.5 else None


# -- the face -------------------------------------------------------------------------------------


def _eyes(attributes: Attributes, dark: bool, dice: random.Random) -> RGB:
    drawn = dice.choice(words.EYES_DARK if dark else words.EYES_LIGHT)
    text = (attributes.eyes or "").lower()
    for key, colour in words.EYE_COLOURS.items():
        if _any(text, (key,)):
            return colour
    return named(text, drawn) if any(token in NAMED for token in re.findall("[a-z]+", text)) else drawn


def _wrinkles(attributes: Attributes, age: Age, dice: random.Random) -> float:
    drawn = dice.uniform(0.7, 1.0) if age == "elder" else dice.choice((0.0, 0.0, 0.0, 0.2))
    if _any(_all(attributes), ("wrinkled", "wrinkles", "weathered", "wrinkly")):
        return 1.0
    return drawn if age in ("adult", "elder") else 0.0


def _lips(skin: RGB, gender: Gender, age: Age) -> RGB:
    share = 0.62 if gender == "female" and age in ("teen", "adult") else 0.42
    return mix(skin, (176, 52, 62), share)


def _features(age: Age, gender: Gender, dice: random.Random) -> Features:
    woman = gender == "female"
    small = age in ("baby", "child")
    spread = 0.5 if small else 1.0

    def around(middle: float, reach: float) -> float:
        return middle + dice.uniform(-reach, reach) * spread

    noses = words.NOSES["child" if small else gender]
    return Features(
        width=around(1.0, 0.07),
        jaw=around(0.94 if woman else 1.08, 0.1),
        chin=around(0.92 if woman else 1.1, 0.2),
        cheek=around(1.0, 0.05),
        nose=dice.choice(noses),
        nose_size=around(0.9 if woman else 1.05, 0.15),
        eye_size=around(1.05 if woman else 0.95, 0.09),
        eye_gap=around(1.0, 0.07),
        eye_tilt=around(0.012 if woman else 0.0, 0.022),
        eye_round=around(1.0, 0.12),
        lid=dice.choice((0.0, 0.04, 0.08, 0.14, 0.2)) * (0.4 if small else 1.0),
        brow_weight=around(0.78 if woman else 1.25, 0.25),
        brow_arch=around(0.5 if woman else 0.25, 0.3),
        brow_tilt=around(0.0, 0.03),
        brow_height=around(0.0, 0.03),
        mouth_width=around(1.0, 0.13),
        lips=min(max(around(0.62 if woman else 0.3, 0.3), 0.0), 1.0),
        ear=around(1.0, 0.16),
        smile=around(0.03, 0.03),
        part_side=dice.choice((-1, 1)),
    )
