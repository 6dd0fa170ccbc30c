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
from generators.backends.animatic.animals.mammal import make_mammal
from generators.backends.animatic.animals.mammals import MAMMALS
from generators.backends.animatic.animals.quad import QuadArt
from generators.backends.animatic.figure import Figure
from planners.plan import Attributes

_QUADS = {**MAMMALS, **HERDS, **FABLED}
_OTHERS = {**FISHES, **BUGS}
SPECIES: tuple[str, ...] = (*_QUADS, *BIRDS, *_OTHERS)
"""Canonical names of all species that can be drawn."""


def find(noun: str) -> str | None:
    """The canonical species that a noun names, or None."""
    return noun if noun in SPECIES else None


def make_animal(attributes: Attributes, seed: int) -> Figure | None:
    """The figure of an animal; None when neither its species nor its noun is known."""
    species = find(attributes.species or "") or find(attributes.noun)
    if species is None:
        return None
    if species in _OTHERS:
        other = _OTHERS[species]
        return make_creature(other, other.coat, height=other.height, seed=seed)
    if species in BIRDS:
        bird = BIRDS[species]
        return make_bird(bird, bird.coat, height=bird.height)
    spec = _QUADS[species]
    return make_mammal(QuadArt(spec, spec.coat, Head(spec.head, spec.coat), seed), height=spec.height)
