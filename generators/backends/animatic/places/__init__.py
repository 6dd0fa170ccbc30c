"""Owns places: which there are, which one a noun means, and how it becomes a Place for the stage.

Does not know: figures, cameras, shots.
"""

from __future__ import annotations

import re

from generators.backends.animatic.places import (
    backrooms,
    beyond,
    coast,
    country,
    grand,
    halls,
    heights,
    home,
    inland,
    old,
    public,
    services,
    ship,
    shows,
    square,
    tended,
    town,
    vessels,
    wide,
    wilds,
    woods,
)
from generators.backends.animatic.places.spec import DrawnPlace, Spec
from generators.backends.animatic.scenery import Place
from planners.plan import Attributes

_OUTDOORS = (country, woods, coast, inland, heights, wilds, wide, town, square, old, tended, ship, beyond)
_INDOORS = (home, backrooms, public, services, grand, vessels, shows, halls)
_SPECS: dict[str, Spec] = {spec.name: spec for module in (*_OUTDOORS, *_INDOORS) for spec in module.SPECS}

PLACES: tuple[str, ...] = tuple(_SPECS)
"""Names of all places that have a picture."""

_NEAR: dict[str, str] = {
    "hilltop": "meadow", "battlefield": "meadow", "treehouse": "forest", "tree house": "forest", "nest": "forest",
    "wilderness": "forest", "campfire": "forest", "tent": "forest", "campsite": "forest", "porch": "village",
    "driveway": "village", "well": "village", "windmill": "farm", "mill": "farm", "hotel": "room", "lobby": "room",
    "laundry": "bathroom", "conference room": "office", "dance floor": "throne room",
    "sea shore": "beach", "town square": "market", "village square": "market", "deck": "ship deck",
}  # fmt: skip
"""Nouns whose picture is near enough to need no apology."""

_ALSO: dict[str, str] = {alias: spec.name for spec in _SPECS.values() for alias in spec.also} | _NEAR

DEFAULT = "meadow"


_WEAK = frozenset({
    "path", "trail", "lane", "track", "road", "edge", "side", "bank", "gate", "yard", "floor", "entrance",
    "clearing", "interior", "building", "room", "roof", "door", "house", "bridge", "wall", "camp", "top",
    "bottom", "middle", "stairs", "steps", "grounds", "shore",
})  # fmt: skip
"""Head nouns that say less than a place named beside them: a forest path is forest."""


def find(noun: str) -> str | None:
    """The place that a noun means, plural or with words before it too; None when there is no picture for it."""
    words = re.findall(r"[^\W\d_]+(?:'s)?", noun.lower())
    whole = _known(words) or _known([word.removesuffix("'s") for word in words])
    words = [word.removesuffix("'s") for word in words]
    if whole is not None or not words:
        return whole
    alone = [found for word in words if word not in _WEAK and (found := _known([word])) is not None]
    if words[-1] in _WEAK and alone:
        return alone[-1]
    for start in range(1, len(words)):
        found = _known(words[start:])
        if found is not None:
            return found
    return alone[-1] if alone else None


def _known(words: list[str]) -> str | None:
    """The place with exactly this name or alias."""
    if not words:
        return None
    for phrase in (" ".join(words), _singular(words)):
        if phrase in _SPECS:
            return phrase
        if phrase in _ALSO:
            return _ALSO[phrase]
    return None


def _singular(words: list[str]) -> str:
    last = words[-1]
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("ves", "f"), ("s", "")):
        if last.endswith(ending):
            last = last[: -len(ending)] + instead
            break
    return " ".join([*words[:-1], last])


def make_place(attributes: Attributes, seed: int) -> tuple[Place, tuple[str, ...]]:
    """The place that the attributes describe, and what could not be honoured, in full sentences."""
    noun = attributes.noun.strip()
    name = find(noun)
    if name is not None:
        return DrawnPlace(_SPECS[name]), ()
    return DrawnPlace(_SPECS[DEFAULT]), (f"No picture for the place {noun!r}: drawn as a {DEFAULT}.",) if noun else ()
