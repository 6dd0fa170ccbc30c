"""Owns how large things are: noun and action -> (width, height) in figure units; a standing adult is 100 high.

`data/sizes.json` holds what the animatic's figures measure; `tests/contracts` keeps both in step.
Does not know: where anything stands.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

from planners.plan import Attributes

PEOPLE: Mapping[str, float] = {"baby": 46.0, "child": 68.0, "teen": 88.0, "adult": 100.0, "elder": 94.0}
"""Standing height by age."""

_POSTURES: Mapping[str, tuple[float, float]] = {
    "sit": (0.52, 0.74), "kneel": (0.50, 0.72), "crouch": (0.52, 0.62), "lie": (1.04, 0.30), "sleep": (1.04, 0.30),
    "run": (0.60, 0.98), "walk": (0.46, 1.0), "fly": (1.05, 0.42), "swim": (1.05, 0.40), "float": (0.6, 0.9),
    "crawl": (0.9, 0.5), "jump": (0.55, 1.0), "dance": (0.62, 1.0), "ride": (0.52, 0.80), "drive": (0.52, 0.74),
    "hug": (0.48, 1.0), "fight": (0.66, 0.96), "bow": (0.62, 0.78), "dig": (0.62, 0.86), "fall": (0.8, 0.8),
    "climb": (0.5, 1.05), "roll": (0.6, 0.5), "hide": (0.46, 0.62),
}  # fmt: skip
"""A person's width and height over the standing height, by what they do."""
_STANDING = (0.40, 1.0)

_LOW: Mapping[str, tuple[float, float]] = {
    "sleep": (0.95, 0.62), "lie": (1.0, 0.66), "run": (1.12, 0.96), "sit": (0.80, 1.05), "fly": (1.5, 1.2),
}  # fmt: skip
"""An animal's width and height over its own standing ones."""

_YOUNG: Mapping[str, float] = {"baby": 0.55, "child": 0.65, "teen": 0.85}
"""Size of young animals over that of grown ones."""

UPRIGHT = frozenset(
    {"read", "write", "cook", "give", "wave", "drive", "ride", "paint", "hug", "throw", "catch", "open", "point"}
)
"""What four-legged animals do on two legs."""

UNKNOWN_THING = (22.0, 22.0)
UNKNOWN_ANIMAL = (60.0, 50.0)


@functools.cache
def table() -> Mapping[str, tuple[float, float]]:
    """Noun -> (width, height) of its figure at rest."""
    text = (Path(__file__).parent / "data" / "sizes.json").read_text(encoding="utf-8")
    return {noun: (float(w), float(h)) for noun, (w, h) in json.loads(text).items()}


@functools.cache
def signs() -> frozenset[str]:
    """Nouns that have a sign (an emoji) where no drawing is known."""
    return frozenset(json.loads((Path(__file__).parent / "data" / "signs.json").read_text(encoding="utf-8")))


def drawable(look: Attributes) -> bool:
    """Whether there is a picture of a thing, be it a sign; without one, a plain shape with its name is shown."""
    return _found(look) is not None or bool({look.noun, look.noun.split(" ")[-1]} & signs())


def size_of(look: Attributes, kind: str, action: str = "stand") -> tuple[float, float]:
    """Width and height in figure units of something that does `action`."""
    known = _found(look)
    scale = {"tiny": 0.6, "small": 0.8, "large": 1.25, "huge": 1.6}.get(look.size or "", 1.0)
    if look.species:
        return _scaled(_animal(known or UNKNOWN_ANIMAL, action), scale * _YOUNG.get(look.age or "adult", 1.0))
    if known is not None:
        return _scaled(known, scale)
    if kind == "character":
        height = PEOPLE[look.age or "adult"]
        wide, tall = _POSTURES.get(action, _STANDING)
        return (wide * height, tall * height)
    return _scaled(UNKNOWN_THING, scale)


def _found(look: Attributes) -> tuple[float, float] | None:
    sizes = table()
    for word in (look.species, look.noun, look.noun.split(" ")[-1] if look.noun else None):
        if word and word in sizes:
            return sizes[word]
    return None


def _animal(rest: tuple[float, float], action: str) -> tuple[float, float]:
    if action in UPRIGHT and rest[0] > rest[1]:
        height = (rest[0] + rest[1]) / 2
        return (height * 0.62, height)
    wide, tall = _LOW.get(action, (1.0, 1.0))
    return (rest[0] * wide, rest[1] * tall)


def _scaled(size: tuple[float, float], by: float) -> tuple[float, float]:
    return (size[0] * by, size[1] * by)


def legible(size: tuple[float, float], rest: tuple[float, float] | None = None) -> tuple[float, float]:
    """Small things drawn larger and large ones smaller than life, so that both can be seen in one wide shot.

    Args:
        size: In figure units.
        rest: The size at rest, which decides by how much, so that nobody grows by sitting down.
    """
    largest = max(rest or size)
    if largest <= 0:
        return UNKNOWN_THING
    if largest < 60:
        shown = 60 * (largest / 60) ** 0.68
    elif largest > 130:
        shown = 130 * (largest / 130) ** 0.55
    else:
        shown = largest
    return _scaled(size, shown / largest)
