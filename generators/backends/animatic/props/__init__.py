"""Owns the props: things that can be held or stand on the set, by noun.

Does not know: who holds them, where they stand, what is drawn when there is no such prop.
"""

from __future__ import annotations

from generators.backends.animatic.crafting import Crafted, Shelf, craft
from generators.backends.animatic.props import (
    buildings,
    carried,
    everyday,
    fantasy,
    food,
    furniture,
    gadgets,
    household,
    landmarks,
    lights,
    meals,
    nature,
    outings,
    tools,
    toys,
    treats,
    wilds,
    worn,
)
from planners.plan import Attributes

_MODULES = (
    everyday,
    carried,
    lights,
    tools,
    food,
    meals,
    toys,
    gadgets,
    fantasy,
    worn,
    nature,
    buildings,
    furniture,
    landmarks,
    household,
    outings,
    treats,
    wilds,
)
_SHELF = Shelf().update(module.SHELF for module in _MODULES)

PROPS: tuple[str, ...] = tuple(sorted(_SHELF))
"""Every noun with a drawing of its own."""


def find(noun: str) -> str | None:
    """The prop of exactly this noun (singular, any case, spaces or hyphens), or None."""
    plain = " ".join(noun.lower().replace("-", " ").replace("_", " ").split())
    return plain if plain in _SHELF.kinds else None


def make_prop(attributes: Attributes, seed: int) -> Crafted | None:
    """The drawing of `attributes.noun` in its colours, material and size; None without such a prop."""
    name = find(attributes.noun)
    return None if name is None else craft(_SHELF.kinds[name], attributes, seed)
