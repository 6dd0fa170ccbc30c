"""Owns where heads are: noun and action -> middle and height of the head, in shares of the figure's box.

`data/heads.json` holds where the animatic's animals have theirs. Does not know: boxes on the stage, cameras.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

from planners.lens import UPRIGHT_HEAD
from planners.plan import Attributes, Head
from planners.sizes import UPRIGHT, table

_PERSON: Mapping[str, Head] = {
    "walk": (0.57, 0.15, 0.17), "run": (0.68, 0.16, 0.17), "sit": (0.5, 0.15, 0.22), "kneel": (0.6, 0.13, 0.22),
    "lie": (0.11, 0.42, 0.5), "sleep": (0.11, 0.42, 0.5), "crouch": (0.8, 0.17, 0.26), "ride": (0.6, 0.13, 0.21),
    "drive": (0.46, 0.14, 0.22), "hug": (0.64, 0.15, 0.17), "fight": (0.6, 0.17, 0.17), "bow": (0.75, 0.2, 0.2),
    "fall": (0.12, 0.45, 0.24), "crawl": (0.85, 0.28, 0.35), "swim": (0.85, 0.35, 0.42), "fly": (0.88, 0.35, 0.42),
    "hide": (0.5, 0.2, 0.28), "roll": (0.6, 0.4, 0.4),
}  # fmt: skip
_ANIMAL: Head = (0.85, 0.25, 0.45)
_ON_TWO_LEGS: Head = (0.52, 0.2, 0.4)


@functools.cache
def _animals() -> Mapping[str, Head]:
    text = (Path(__file__).parent / "data" / "heads.json").read_text(encoding="utf-8")
    return {noun: (x, y, height) for noun, (x, y, height) in json.loads(text).items()}


def head_of(look: Attributes, kind: str, action: str = "stand") -> Head | None:
    """Where the head of something that does `action` is, facing right; None for things, which have none."""
    if look.species:
        return _of_animal(look.species, look.noun, action)
    if kind != "character" or look.noun in table():
        return None
    return _PERSON.get(action, UPRIGHT_HEAD)


def _of_animal(species: str, noun: str, action: str) -> Head:
    rest = _animals().get(species) or _animals().get(noun) or _animals().get(noun.split(" ")[-1], _ANIMAL)
    if action in UPRIGHT and rest[0] > 0.6:
        return _ON_TWO_LEGS
    if action == "sit":
        return (round(0.5 + (rest[0] - 0.5) * 0.5, 2), 0.23, round(rest[2] * 0.85, 2))
    if action in ("sleep", "lie"):
        return (rest[0], 0.5, round(min(rest[2] * 1.3, 0.8), 2))
    return rest
