"""Measures how large the animatic draws every noun it knows and where animals have their heads: planners/data.

Run after figures have changed: python benchmarks/measure_sizes.py. Planning may not import drawing code, so the
planner reads these tables; tests/contracts keep both in step.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generators.backends.animatic import animals, casting, props, vehicles
from generators.backends.animatic.animals import names
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.near_nouns import NEAR
from generators.backends.animatic.nouns import PERSONS, SYNONYMS
from planners import Attributes, Entity

DATA = Path(__file__).parents[1] / "planners" / "data"
TABLE, HEADS = DATA / "sizes.json", DATA / "heads.json"
TALLEST_HEAD = 0.9
"""Share of an animal's height."""


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


def heads() -> dict[str, tuple[float, float, float]]:
    """Middle and height of every animal's head in shares of its box; a height stands while its head has not moved."""
    before = json.loads(HEADS.read_text(encoding="utf-8"))
    out = {}
    for noun in sorted({*animals.SPECIES, *names._BY_ALIAS, *before}):
        figure = animals.make_animal(Attributes(noun=noun, species=noun), 1)
        if figure is None:
            continue
        (x, y), (width, height) = figure.anchors(Pose())["head"], figure.size
        place = (round(x / width + 0.5, 2), round(1 + y / height, 2))
        known = before.get(noun)
        moved = known is None or max(abs(known[0] - place[0]), abs(known[1] - place[1])) > 0.03
        out[noun] = (*place, round(min(2 * place[1], TALLEST_HEAD), 2) if moved else known[2])
    return out


def written(table: Mapping[str, Sequence[float]], path: Path) -> None:
    """Write a table, one noun a line."""
    rows = ",\n".join(f" {json.dumps(noun)}: {json.dumps(values)}" for noun, values in table.items())
    path.write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    print(f"{len(table)} nouns in {path}")


def main() -> None:
    """Write both tables."""
    written({noun: size for noun in nouns() if (size := measured(noun)) is not None}, TABLE)
    written(heads(), HEADS)


if __name__ == "__main__":
    main()
