"""Owns the way in to the animals: which nouns are animals and the figure for one. Does not know: stages, shots."""

from __future__ import annotations

from generators.backends.animatic.animals.bird import make_bird
from generators.backends.animatic.animals.birds import BIRDS
from generators.backends.animatic.animals.bugs import BUGS
from generators.backends.animatic.animals.creature import make_creature
from generators.backends.animatic.animals.fabled import FABLED
from generators.backends.animatic.animals.fishes import FISHES
from generators.backends.animatic.animals.head import Head
from generators.backends.animatic.animals.herds import HERDS
from generators.backends.animatic.animals.making import (
    colours_of,
    is_old,
    is_young,
    maned,
    patterned,
    recoloured,
    size_factor,
    wears_of,
    young_bird,
    young_quad,
)
from generators.backends.animatic.animals.mammal import make_mammal
from generators.backends.animatic.animals.mammals import MAMMALS
from generators.backends.animatic.animals.names import resolve
from generators.backends.animatic.animals.quad import QuadArt
from generators.backends.animatic.animals.scaly import SCALY
from generators.backends.animatic.animals.wildlife import WILDLIFE
from generators.backends.animatic.figure import Figure
from planners.plan import Attributes

_QUADS = {**MAMMALS, **HERDS, **FABLED, **SCALY, **WILDLIFE}
_OTHERS = {**FISHES, **BUGS}
SPECIES: tuple[str, ...] = (*_QUADS, *BIRDS, *_OTHERS)
"""Canonical names of all species that can be drawn."""
_KNOWN = frozenset(SPECIES)

__all__ = ["SPECIES", "find", "make_animal"]


def find(noun: str) -> str | None:
    """The canonical species that a noun names (young, breeds and plurals included), or None."""
    return resolve(noun, _KNOWN) if noun else None


def make_animal(attributes: Attributes, seed: int) -> Figure | None:
    """The figure of an animal; None when neither its species nor its noun is known."""
    species = find(attributes.species or "") or find(attributes.noun)
    if species is None:
        return None
    young = is_young(attributes) and species != "chick"
    factor = size_factor(attributes, young=young)
    if species in _OTHERS:
        other = _OTHERS[species]
        coat = recoloured(other.coat, colours_of(attributes))
        return make_creature(other, coat, height=other.height * factor, seed=seed, wears=wears_of(attributes))
    if species in BIRDS:
        bird = young_bird(BIRDS[species]) if young else BIRDS[species]
        coat = recoloured(bird.coat, colours_of(attributes))
        height = bird.height * factor
        return make_bird(bird, coat, height=height, wears=wears_of(attributes), old=is_old(attributes))
    return _make_quad(species, attributes, seed, young=young, factor=factor)


def _make_quad(species: str, attributes: Attributes, seed: int, *, young: bool, factor: float) -> Figure:
    spec = maned(attributes.noun, _QUADS[species])
    spec, coat = patterned(spec, recoloured(spec.coat, colours_of(attributes), pattern=spec.pattern), attributes)
    if young:
        spec = young_quad(spec)
    head = Head(spec.head, coat, old=is_old(attributes))
    art = QuadArt(spec, coat, head, seed, wears_of(attributes))
    return make_mammal(art, height=spec.height * factor)
