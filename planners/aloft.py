"""Owns what things measure when they are seen from straight above, and by which shape they are shown.

A person is as wide as the shoulders, an animal or a vehicle as long as from the side, a tree as wide as its crown; what
lies flat anyway (a plate, a book) is as from the side. Does not know: boxes on the stage, drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from planners.plan import Attributes
from planners.seats import seat_of
from planners.sizes import PEOPLE, size_of

Shape = Literal["person", "lying", "animal", "bird", "vehicle", "crown", "slab", "seat", "disc", "flat"]

CROWNS = frozenset({"tree", "bush", "palm", "fir", "pine", "oak", "hedge", "willow", "umbrella", "tent", "fountain"})
SLABS = frozenset({"table", "desk", "bed", "sofa", "counter", "workbench", "couch", "bench", "piano", "cabinet",
                   "cupboard", "bookshelf", "fridge", "stove", "house", "tower", "wall"})  # fmt: skip
SEATS = frozenset({"chair", "armchair", "stool", "throne", "stump"})
DISCS = frozenset({"plate", "bowl", "cup", "mug", "glass", "pot", "pan", "bucket", "barrel", "pie", "cake", "drum",
                   "saucer", "teapot", "kettle", "dish", "basket", "well", "lamp", "vase", "jar"})  # fmt: skip
"""What is round from above."""
_WIDE: Mapping[Shape, float] = {
    "animal": 0.5, "bird": 0.6, "vehicle": 0.46, "crown": 1.0, "slab": 0.6, "seat": 1.0, "disc": 1.0,
}  # fmt: skip
"""Width over length."""
_PERSON = 0.48
"""Shoulders over height."""
_LYING = frozenset({"lie", "sleep"})
WINGS = 1.5
"""Span of spread wings over the length of a bird."""


def shape_of(look: Attributes, kind: str, action: str = "stand") -> Shape:
    """By which shape something is shown from above."""
    noun = look.noun.split(" ")[-1]
    if look.species:
        return "bird" if action in ("fly", "float") and look.species in FLIERS else "animal"
    if kind == "character" and seat_of(look) is None and noun not in CROWNS | SLABS:
        return "lying" if action in _LYING else "person"
    if seat_of(look) is not None:
        return "vehicle"
    for shape, nouns in (("crown", CROWNS), ("slab", SLABS), ("seat", SEATS), ("disc", DISCS)):
        if noun in nouns:
            return shape  # type: ignore[return-value]
    return "flat"


def size_above(look: Attributes, kind: str, action: str = "stand") -> tuple[float, float]:
    """Length and width in figure units of something that heads to the right."""
    shape = shape_of(look, kind, action)
    if shape in ("person", "lying"):
        tall = PEOPLE[look.age or "adult"]
        return (_PERSON * tall, _PERSON * tall) if shape == "person" else (tall * 1.04, tall * 0.36)
    length, height = size_of(look, kind)
    if shape == "flat":
        return (length, height)
    if shape == "bird":
        return (length, length * WINGS)
    return (length, length * _WIDE[shape])


FLIERS = frozenset({
    "bird", "crow", "eagle", "owl", "dove", "pigeon", "sparrow", "robin", "seagull", "gull", "falcon", "hawk", "duck",
    "goose", "swan", "stork", "heron", "parrot", "raven", "magpie", "swallow", "hummingbird", "butterfly", "bee",
    "dragonfly", "moth", "bumblebee", "bat", "dragon", "phoenix", "pelican", "albatross", "vulture", "flamingo",
})  # fmt: skip
"""What spreads wings when it flies."""
