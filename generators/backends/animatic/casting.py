"""Owns the choice of picture for an entity: person, animal, vehicle, prop, glyph or a labelled shape.

Every step below an exact picture is named as a downgrade. Does not know: how anything is drawn.
"""

from __future__ import annotations

from generators.backends.animatic import props, vehicles
from generators.backends.animatic.crafting import Brush, Kind, craft
from generators.backends.animatic.figure import Figure
from generators.backends.animatic.kit import rounded
from planners.plan import Entity


def _shape(b: Brush) -> None:
    b.part(rounded(-40, -80, 40, 0, 24))


_GENERIC = Kind("shape", _shape, 40, 40, (184, 164, 214), (90, 70, 120), (240, 230, 250))


def cast(entity: Entity, stage: str | None, seed: int) -> tuple[Figure, tuple[str, ...]]:
    """The figure for an entity in a stage of its looks, and the downgrades that this took, as full sentences."""
    attributes = entity.look(stage)
    exact = vehicles.make_vehicle(attributes, seed) or props.make_prop(attributes, seed)
    if exact is not None:
        return exact, ()
    noun = attributes.noun or entity.name
    return craft(_GENERIC, attributes, seed), (f"No drawing for {noun!r}: shown as a plain shape with its name.",)
