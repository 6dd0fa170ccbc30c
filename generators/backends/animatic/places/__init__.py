"""Owns places: which there are, which one a noun means, and how it becomes a Place for the stage.

Does not know: figures, cameras, shots.
"""

from __future__ import annotations

import re

from generators.backends.animatic.places import beyond, coast, country, grand, heights, home, old, public, town, woods
from generators.backends.animatic.places.spec import DrawnPlace, Spec
from generators.backends.animatic.scenery import Place
from planners.plan import Attributes

_SPECS: dict[str, Spec] = {
    spec.name: spec
    for module in (country, woods, coast, heights, town, old, beyond, home, public, grand)
    for spec in module.SPECS
}

PLACES: tuple[str, ...] = tuple(_SPECS)
"""Names of all places that have a picture."""

_ALSO: dict[str, str] = {alias: spec.name for spec in _SPECS.values() for alias in spec.also}

DEFAULT = "meadow"


def find(noun: str) -> str | None:
    """The place that a noun means, plural or with words before it too; None when there is no picture for it."""
    words = re.findall(r"[a-z]+", noun.lower())
    for start in range(len(words)):
        for phrase in (" ".join(words[start:]), _singular(words[start:])):
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
