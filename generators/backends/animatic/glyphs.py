"""Owns the last resort with a picture: outlines of a one-colour emoji font, filled and tinted, with the noun beneath.

Does not know: when it is used.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import manimgx_fonts
import skia

from generators.backends.animatic.colours import RGB, light, named, shade
from generators.backends.animatic.crafting import SIZES
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import (
    Ink,
    Point,
    blob,
    ellipse,
    minus,
    moved,
    rounded,
    simplified,
    stroke_paint,
    tube,
    union,
)
from planners.plan import Action, Attributes

_TINTS: tuple[RGB, ...] = (
    (214, 98, 70), (72, 116, 190), (243, 196, 84), (92, 156, 100), (150, 104, 176), (226, 128, 150), (80, 158, 164),
    (190, 130, 80),
)  # fmt: skip
_NOISE = frozenset({
    "sign", "symbol", "button", "mark", "arrow", "arrows", "component", "squared", "input", "letter", "number",
    "keycap", "hand", "face", "person", "man", "woman", "black", "white", "heavy", "latin", "circled", "with",
    "and", "negative", "medium", "small", "large",
})  # fmt: skip
_ALIASES: Mapping[str, str] = dict(
    row.split(": ")
    for row in """
cigarette: smoking symbol
dna: dna double helix
virus: microbe
germ: microbe
toothpaste: toothbrush
toilet paper: roll of paper
soap: bar of soap
yarn: ball of yarn
wool: ball of yarn
sewing thread: spool of thread
pin: safety pin
bandage: adhesive bandage
plaster: adhesive bandage
firework: fireworks
yo yo: yo-yo
xray: x-ray
ninja star: hook
basketball: basketball and hoop
tennis racket: tennis racquet and ball
racket: badminton racquet and shuttlecock
dart: direct hit
dartboard: direct hit
target: direct hit
pepper: bell pepper
salt: salt shaker
pancake: pancakes
meat: meat on bone
steak: cut of meat
noodles: steaming bowl
salad: green salad
chocolate: chocolate bar
wine: wine glass
beer: beer mug
cocktail: cocktail glass
champagne: bottle with popping cork
juice: beverage box
kiwi: kiwifruit
blueberry: blueberries
peanut: peanuts
nut: chestnut
acorn: chestnut
bean: beans
carousel: carousel horse
circus: circus tent
planet: ringed planet
tornado: cloud with tornado
lightning: high voltage sign
waterfall: national park
gift card: ticket
money: money bag
dollar: banknote with dollar sign
banknote: banknote with euro sign
ruler: straight ruler
folder: file folder
game: video game
plug: electric plug
antenna: satellite antenna
gun: pistol
urn: funeral urn
tombstone: headstone
gravestone: headstone
chain: chains
tie: necktie
trousers: jeans
apron: lab coat
wreath: pine decoration
segway: scooter
surfboard: surfer
ski: ski and ski boot
skate: ice skate
mousetrap: mouse trap
trap: mouse trap
dreamcatcher: nazar amulet
""".strip().splitlines()
)
"""Nouns whose picture has another name in Unicode. Whole names need no row."""
LABEL: RGB = (86, 66, 84)


@lru_cache(maxsize=1)
def _typeface() -> skia.Typeface:
    return skia.Typeface.MakeFromFile(str(_fonts() / "NotoEmoji[wght].ttf"))


@lru_cache(maxsize=1)
def _letters() -> skia.Font:
    return skia.Font(skia.Typeface.MakeFromFile(str(_fonts() / "NotoSans[wght].ttf")), 100)


def _fonts() -> Path:
    return Path(next(iter(manimgx_fonts.__path__)))


@lru_cache(maxsize=1)
def names() -> Mapping[str, str]:
    """Every picture in the font by its Unicode name, lower case."""
    face = _typeface()
    out: dict[str, str] = {}
    for code in (*range(0x2600, 0x27C0), *range(0x2B00, 0x2C00), *range(0x1F300, 0x1FB00)):
        name = unicodedata.name(chr(code), "").lower()
        if name and face.unicharToGlyph(code):
            out[name] = chr(code)
    return out


def exact(noun: str) -> str | None:
    """The character of exactly this noun, by alias or whole name, or None."""
    plain = _plain(noun)
    return names().get(_ALIASES.get(plain, plain))


def is_thing(noun: str) -> bool:
    """Whether the noun is surely a thing with a picture here: a character of that noun is no person."""
    return _plain(noun) in _NATURAL and exact(noun) is not None


def _plain(noun: str) -> str:
    return " ".join(noun.lower().replace("-", " ").split())


@lru_cache(maxsize=512)
def find(noun: str) -> str | None:
    """The character whose picture shows the noun, or None: by alias, whole name, or the main word of a name."""
    plain, known, whole = _plain(noun), names(), exact(noun)
    if whole is not None:
        return whole
    fitting = [name for name in known if _main_word(name) == plain]
    return known[min(fitting, key=lambda name: (len(name), name))] if fitting else None


def _main_word(name: str) -> str | None:
    """The word that says what a picture shows; None when the name says more than a thing."""
    words = name.split()
    if len(words) > 3 or not _NOISE.isdisjoint(words):
        return None
    return words[-1]


@lru_cache(maxsize=256)
def _drawing(character: str) -> tuple[skia.Path, skia.Path]:
    """Silhouette and line drawing in a box 100 units wide that stands on y = 0."""
    font = skia.Font(_typeface(), 100)
    lines = font.getPath(_typeface().unicharToGlyph(ord(character)))
    bounds = lines.computeTightBounds()
    scale = 100 / max(bounds.width(), bounds.height(), 1e-6)
    matrix = skia.Matrix.Translate(-bounds.centerX(), -bounds.bottom()).postScale(scale, scale)
    lines.transform(matrix)
    return _silhouette(lines), lines


_OWN_TINTS: Mapping[str, RGB] = {
    "green": (104, 164, 88), "red": (206, 74, 66), "brown": (178, 120, 72), "yellow": (243, 200, 84),
    "blue": (92, 150, 206), "grey": (166, 170, 184), "pink": (236, 160, 170), "white": (240, 236, 226),
}  # fmt: skip
_NATURAL: Mapping[str, str] = {
    noun: colour
    for colour, nouns in {
        "green": "broccoli avocado cucumber kiwi kiwifruit salad olive pea bean leek lettuce pepper lime cabbage "
        "garden hill dollar banknote herb dinosaur",
        "red": "chili lobster crab lipstick firecracker dart dartboard target meat steak bacon blood taco",
        "brown": "croissant pretzel dumpling peanut nut acorn chestnut coconut chocolate waffle pancake boomerang wood "
        "potato beer coffee",
        "yellow": "banana butter popcorn lightning salt spaghetti noodles sponge pear beehive",
        "blue": "jeans trousers tornado drop wave fog satellite planet screwdriver ice",
        "grey": "gun pistol bomb headstone tombstone gravestone chain pin paperclip razor syringe stadium factory",
        "pink": "onion peach brain bubble gum cupcake ear nose mouth foot bikini",
        "white": "tooth egg garlic bandage soap toothpaste toilet paper dove",
    }.items()
    for noun in nouns.split()
}
_GAP = 7.0
"""Widest opening of an outline, in units of 100, that still counts as closed."""


def _silhouette(lines: skia.Path) -> skia.Path:
    """Everything inside the outermost outlines, small openings closed."""
    bold = skia.Path()
    stroke_paint((0.0, 0.0, 0.0), _GAP).getFillPath(lines, bold)
    filled = _filled(simplified(union(bold, lines)))
    inner = skia.Path()
    stroke_paint((0.0, 0.0, 0.0), _GAP * 0.9).getFillPath(filled, inner)
    return union(minus(filled, inner), lines)


def _filled(outline_set: skia.Path) -> skia.Path:
    """The shapes without their holes."""
    outlines: list[skia.Path] = []
    for verb, points in outline_set:
        if verb == skia.Path.kMove_Verb:
            outlines.append(skia.Path())
            outlines[-1].moveTo(points[0])
        elif verb == skia.Path.kLine_Verb:
            outlines[-1].lineTo(points[1])
        elif verb == skia.Path.kQuad_Verb:
            outlines[-1].quadTo(points[1], points[2])
        elif verb == skia.Path.kCubic_Verb:
            outlines[-1].cubicTo(points[1], points[2], points[3])
        elif verb == skia.Path.kClose_Verb:
            outlines[-1].close()
    whole = skia.Path()
    for outline in outlines:
        (whole.addPath if _clockwise(outline) else whole.reverseAddPath)(outline)
    return simplified(whole)


def _clockwise(outline: skia.Path) -> bool:
    points = [outline.getPoint(i) for i in range(outline.countPoints())]
    turns = zip(points, [*points[1:], *points[:1]], strict=True)
    return float(sum(a.x() * b.y() - b.x() * a.y() for a, b in turns)) > 0


@lru_cache(maxsize=256)
def lettered(text: str, width: float, height: float) -> skia.Path:
    """The text as a shape centred on x = 0 with its base line on y = 0, at most `width` x `height` units."""
    font, out, x = _letters(), skia.Path(), 0.0
    for glyph, advance in zip(font.textToGlyphs(text), font.getWidths(font.textToGlyphs(text)), strict=True):
        shape = font.getPath(glyph)
        if shape is not None:
            shape.offset(x, 0)
            out.addPath(shape)
        x += advance
    scale = min(width / max(x, 1.0), height / 100)
    out.transform(skia.Matrix.Translate(-x / 2, 0).postScale(scale, scale))
    return out


@dataclass(frozen=True)
class Labelled:
    """A picture, or a puppet without one, with its noun on a tag beneath."""

    noun: str
    character: str | None
    tint: RGB
    side: float
    """Longer side of the picture in figure units."""

    def draw(self, ink: Ink, pose: Pose) -> None:
        """Draw picture, or puppet, and the tag with the noun in figure space."""
        scale = self.side / 100
        ink.canvas.save()
        ink.canvas.translate(0, -self.side * 0.24)
        ink.canvas.scale(scale, scale)
        inner = ink.scaled(scale)
        if self.character is None:
            _puppet(inner, self.tint, pose)
        else:
            silhouette, lines = _drawing(self.character)
            inner.part(silhouette, light(self.tint, 0.25))
            inner.flat(lines, shade(self.tint, 0.62))
        ink.canvas.restore()
        _tag(ink, self.noun, self.side)

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        """Top, head (middle), mouth and grip."""
        del pose
        middle = (0.0, -self.side * 0.74)
        return {"top": (0.0, -self.side * 1.24), "head": middle, "mouth": middle, "grip": middle, "hand": middle}

    def seconds(self, action: Action) -> float:
        """Length of a cycle in seconds."""
        del action
        return 1.6

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in figure units."""
        return (self.side, self.side * 1.24)


def _puppet(ink: Ink, tint: RGB, pose: Pose) -> None:
    """A soft puppet that stands for what has no picture: a felt body, arms, button eyes, a stitched patch."""
    swing = math.sin(2 * math.pi * pose.phase / PHASES) if pose.action not in ("stand", "sit", "lie", "sleep") else 0.0
    for side in (-1, 1):
        lift = 12 * swing * side
        ink.part(
            tube([(side * 26, -46, 15), (side * 40, -38 - lift, 13), (side * 46, -26 - lift, 12)]), tint, role="cloth"
        )
        ink.part(ellipse(side * 15, -4, 15, 8), shade(tint, 0.16), role="cloth")
    body = blob([(0, -98), (26, -88), (32, -64), (34, -30), (26, -6), (-26, -6), (-34, -30), (-32, -64), (-26, -88)])
    ink.part(body, tint, role="cloth")
    ink.flat(ellipse(0, -26, 20, 17), light(tint, 0.4), 200)
    for dx in (-8, 0, 8):
        stitch = blob([(dx - 2, -31), (dx, -25), (dx + 2, -20)], close=False)
        ink.stroke(stitch, shade(tint, 0.4), 2.2)
    for side in (-1, 1):
        x, y = side * 12 + 3 * pose.gaze[0], -70 + 2 * pose.gaze[1]
        if pose.blink == 2:
            ink.stroke(blob([(x - 5, y), (x, y + 3), (x + 5, y)], close=False), shade(tint, 0.75), 2.6)
            continue
        ink.part(ellipse(x, y, 6.5, 7), (72, 56, 84), line=0.6)
        ink.flat(ellipse(x - 2, y - 2.4, 2, 2), (255, 252, 244))
    if pose.mouth:
        ink.part(ellipse(0, -53, 7, 2.4 * pose.mouth), shade(tint, 0.7), line=0.6)
    else:
        ink.stroke(blob([(-7, -55), (0, -51), (7, -55)], close=False), shade(tint, 0.65), 2.6)


def _tag(ink: Ink, noun: str, side: float) -> None:
    """The noun on a small paper tag that stands on the ground."""
    text = lettered(noun, side * 1.2, side * 0.15)
    bounds = text.computeTightBounds()
    wide, low = bounds.width() / 2 + side * 0.07, -side * 0.01
    plate = rounded(-wide, low - side * 0.2, wide, low, side * 0.05)
    ink.part(plate, (250, 242, 222), line=0.7, depth=0.4)
    text = moved(text, -bounds.centerX(), low - side * 0.1 - bounds.centerY())
    ink.flat(text, LABEL)


def make_glyph(noun: str, attributes: Attributes, seed: int, *, side: float = 26.0) -> Labelled:
    """The noun's picture, or a plain shape when the font has none; both carry the noun beneath."""
    letters = sum(ord(letter) * (i + 3) for i, letter in enumerate(noun))
    own = _OWN_TINTS.get(_NATURAL.get(_plain(noun), ""), _TINTS[(letters + seed) % len(_TINTS)])
    tint = named(attributes.colors[0] if attributes.colors else None, own)
    return Labelled(noun, find(noun), tint, side * SIZES.get(attributes.size or "medium", 1.0))
