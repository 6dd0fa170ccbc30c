"""Owns where one sits on what carries: noun -> place of the seat in the carrier's box, and how one sits there.

`data/seats.json` holds where the animatic's vehicles and animals have their seats. Does not know: boxes on the stage.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from planners.plan import Action, Attributes

How = Literal["astride", "inside", "afloat", "aboard", "upright"]


class Seat(NamedTuple):
    """A seat in shares of its carrier's box, the carrier facing right."""

    x: float
    y: float
    how: How
    """astride a horse or bicycle; inside a car; afloat in a hull; aboard something flat; upright on a board."""


POSTURE: Mapping[How, Action] = {
    "astride": "ride", "inside": "drive", "afloat": "sit", "aboard": "sit", "upright": "stand",
}  # fmt: skip
"""What a person is seen doing on a seat of each kind."""
TETHERED = frozenset({"kite", "balloon"})
"""What is held by a string and flies."""
HIPS: Mapping[How, tuple[float, float]] = {
    "astride": (0.2, 0.6), "inside": (0.25, 0.72), "afloat": (0.22, 0.71), "aboard": (0.22, 0.71),
    "upright": (0.5, 1.0),
}  # fmt: skip
"""Where a person's own seat is in the box of that posture, facing right; the soles of one who stands."""
ON_ALL_FOURS = (0.4, 0.92)
"""The same for animals, which sit down where they are put."""


@functools.cache
def _seats() -> Mapping[str, Seat]:
    text = (Path(__file__).parent / "data" / "seats.json").read_text(encoding="utf-8")
    return {noun: Seat(x, y, how) for noun, (x, y, how) in json.loads(text).items()}


def seat_of(look: Attributes) -> Seat | None:
    """The seat of something that carries; None for what does not."""
    for word in (look.species, look.noun, look.noun.split(" ")[-1]):
        if word and word in _seats():
            return _seats()[word]
    return None
