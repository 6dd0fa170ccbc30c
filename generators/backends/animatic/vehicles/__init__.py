"""Owns the vehicles: things that carry riders on wheels, water or air, by noun.

Does not know: who rides, where they go, what is drawn when there is no such vehicle.
"""

from __future__ import annotations

from dataclasses import replace

from generators.backends.animatic.crafting import Crafted, Shelf, craft
from generators.backends.animatic.vehicles import afloat, aloft, pedal, road
from generators.backends.animatic.vehicles.ends import ENDS
from planners.plan import Attributes

_SHELF = Shelf().update((road.SHELF, pedal.SHELF, afloat.SHELF, aloft.SHELF))

VEHICLES: tuple[str, ...] = tuple(sorted(_SHELF))
"""Every noun with a drawing of its own."""


def find(noun: str) -> str | None:
    """The vehicle of exactly this noun (singular, any case, spaces or hyphens), or None."""
    plain = " ".join(noun.lower().replace("-", " ").replace("_", " ").split())
    return plain if plain in _SHELF.kinds else None


def make_vehicle(attributes: Attributes, seed: int) -> Crafted | None:
    """The drawing of `attributes.noun` in its colours, material and size; None without such a vehicle."""
    name = find(attributes.noun)
    return None if name is None else craft(replace(_SHELF.kinds[name], ends=ENDS.get(name)), attributes, seed)
