"""Measures where the animatic's vehicles and animals have their seats, and writes planners/data/seats.json.

Run after figures have changed: python benchmarks/measure_seats.py. Planning may not import drawing code, so the
planner reads this table; tests/contracts/test_seats.py keeps both in step.
"""

from __future__ import annotations

import json
from pathlib import Path

from generators.backends.animatic import animals, casting
from generators.backends.animatic.animals import names
from generators.backends.animatic.figure import Figure, Pose
from generators.backends.animatic.nouns import SYNONYMS
from generators.backends.animatic.vehicles import VEHICLES
from planners import Attributes, Entity

TABLE = Path(__file__).parents[1] / "planners" / "data" / "seats.json"
HULLS = frozenset({"boat", "canoe", "rowboat", "sailboat", "ship", "steamer", "submarine", "hot air balloon", "sleigh"})
UPRIGHT = frozenset({"skateboard", "scooter"})
ASTRIDE = frozenset({"bicycle", "motorbike"})
LEAST = 58.0
"""Height of the lowest animal that is ridden, in figure units."""
FLAT = frozenset({"cart", "wagon", "sled", "raft", "wheelbarrow", "wheelchair", "pram", "shopping cart"})


def how(noun: str, figure: Figure) -> str:
    """How one sits on a vehicle."""
    for kind, words in (("afloat", HULLS), ("upright", UPRIGHT), ("astride", ASTRIDE), ("aboard", FLAT)):
        if noun in words:
            return kind
    return "inside" if getattr(figure, "cabin", False) else "aboard"


def measured(noun: str) -> tuple[float, float, str] | None:
    """Seat in shares of the figure's box, and the way of sitting; None for what has no seat."""
    animal = animals.find(noun)
    look = Attributes(noun=noun, species=noun if animal else None)
    entity = Entity(id="x", kind="character" if animal else "prop", name=noun, attributes=look)
    figure, _ = casting.cast(entity, None, 1)
    width, height = figure.size
    known = SYNONYMS.get(noun, noun)
    anchors = figure.anchors(Pose())
    spot = anchors.get("back" if animal else "seat")
    if spot is None or (animal is None and known not in VEHICLES) or (animal and height < LEAST):
        return None
    x, y = spot
    return round(x / width + 0.5, 3), round(1 + y / height, 3), "astride" if animal else how(known, figure)


def main() -> None:
    """Write the table, one noun a line."""
    nouns = sorted({*animals.SPECIES, *names._BY_ALIAS, *VEHICLES, *SYNONYMS})
    seats = {noun: seat for noun in nouns if (seat := measured(noun)) is not None}
    rows = ",\n".join(f" {json.dumps(noun)}: {json.dumps(seat)}" for noun, seat in seats.items())
    TABLE.write_text("{\n" + rows + "\n}\n", encoding="utf-8")
    print(f"{len(seats)} nouns in {TABLE}")


if __name__ == "__main__":
    main()
