"""Measures how large the animatic draws every noun it knows, and writes planners/data/sizes.json.

Run after figures have changed: python benchmarks/measure_sizes.py. Planning may not import drawing code, so the
planner reads this table; tests/contracts/test_sizes.py keeps both in step.
"""

from __future__ import annotations

import json
from pathlib import Path

from generators.backends.animatic import animals, casting, props, vehicles
from generators.backends.animatic.animals import names
from generators.backends.animatic.near_nouns import NEAR
from generators.backends.animatic.nouns import PERSONS, SYNONYMS
from planners import Attributes, Entity

TABLE = Path(__file__).parents[1] / "planners" / "data" / "sizes.json"


def nouns() -> list[str]:
    """Every noun with a picture of its own, and every word that leads to one; people are sized by age."""
    known = {*animals.SPECIES, *props.PROPS, *vehicles.VEHICLES, *SYNONYMS, *NEAR, *names._BY_ALIAS}
    return sorted(known - PERSONS)


def measured(noun: str) -> tuple[float, float] | None:
    """Width and height in figure units; None for words that are people."""
    animal = animals.find(noun) is not None
    look = Attributes(noun=noun, species=noun if animal else None)
    entity = Entity(id="x", kind="character" if animal else "prop", name=noun, attributes=look)
    figure, _ = casting.cast(entity, None, 1)
    if type(figure).__name__ == "Person":
        return None
    width, height = figure.size
    return round(width, 1), round(height, 1)


def main() -> None:
    """Write the table, one noun a line."""
    sizes = {noun: size for noun in nouns() if (size := measured(noun)) is not None}
    rows = ",\n".join(f" {json.dumps(noun)}: {json.dumps(size)}" for noun, size in sizes.items())
    TABLE.write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    print(f"{len(sizes)} nouns in {TABLE}")


if __name__ == "__main__":
    main()
