"""Owns where heads are: noun and action -> middle and height of the head, in shares of the figure's box.

`data/heads.json` holds where the animatic's animals have theirs, `data/heads_people.json` people, by age and action.
Does not know: boxes on the stage, cameras.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

from planners.lens import UPRIGHT_HEAD
from planners.plan import Attributes, Head
from planners.sizes import UPRIGHT, table

_SIDE = 0.6
"""Heads farther to the front than this are carried before the body, not above it."""
_ANIMAL: Head = (0.85, 0.25, 0.45)
_ON_TWO_LEGS: Head = (0.52, 0.2, 0.4)


_YOUNG = frozenset({"child", "baby"})
_DOWN = 0.55
"""How far above the ground a grazing animal's head is, in heads."""


@functools.cache
def _animals() -> Mapping[str, Head]:
    return _read("heads.json")


@functools.cache
def _people() -> Mapping[str, Head]:
    return _read("heads_people.json")


def _read(name: str) -> Mapping[str, Head]:
    text = (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
    return {noun: (x, y, height) for noun, (x, y, height) in json.loads(text).items()}


def head_of(look: Attributes, kind: str, action: str = "stand") -> Head | None:
    """Where the head of something that does `action` is, facing right; None for things, which have none."""
    if look.species:
        return _of_animal(look.species, look.noun, action)
    if kind != "character" or look.noun in table():
        return None
    return _people().get(f"{'child' if look.age in _YOUNG else 'adult'} {action}", UPRIGHT_HEAD)


def _of_animal(species: str, noun: str, action: str) -> Head:
    rest = _animals().get(species) or _animals().get(noun) or _animals().get(noun.split(" ")[-1], _ANIMAL)
    if action in UPRIGHT and rest[0] > _SIDE:
        return _ON_TWO_LEGS
    if action == "sit":
        return (round(0.5 + (rest[0] - 0.5) * 0.5, 2), 0.23, round(rest[2] * 0.85, 2))
    if action == "eat" and rest[0] > _SIDE:
        return (rest[0], round(1 - _DOWN * rest[2], 2), rest[2])
    if action in ("sleep", "lie"):
        return (rest[0], 0.5, round(min(rest[2] * 1.3, 0.8), 2))
    return rest
