"""Measures where the animatic's people have their heads while they do things: planners/data/heads_people.json.

Run after people's bodies or poses have changed: python benchmarks/measure_heads.py. Planning may not import drawing
code, so the planner reads this table; tests/contracts/test_heads.py keeps both in step.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from generators.backends.animatic import casting
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Storybook
from generators.backends.animatic.troupe import Member
from planners import Attributes, Entity, Track
from planners.nodes.space import figure
from planners.plan import ACTIONS, Action

TABLE = Path(__file__).parents[1] / "planners" / "data" / "heads_people.json"
AGES = ("adult", "child")


def measured(age: str, action: Action) -> tuple[float, float, float]:
    """Middle and height of the head in shares of the planned box, facing right."""
    look = Attributes(noun="person", age="child" if age == "child" else "adult", gender="female")
    entity = Entity(id="x", kind="character", name="person", attributes=look)
    drawn, _ = casting.cast(entity, None, 3)
    member = Member(track=Track(key="x", entity="x", keys=()), entity=entity, figure=drawn, name="x", look=Storybook())
    width, height = (1000.0 * side for side in figure(look, "character", action, (1000, 1000)))
    place = member.fit((0.0, 0.0, width, height), action, "side", False)
    spots = [drawn.anchors(Pose(action=action, phase=phase)) for phase in range(0, PHASES, 2)]
    heads = [place.point(spot["head"]) for spot in spots]
    upright = drawn.anchors(Pose())
    tall = 2 * (upright["head"][1] - upright["top"][1]) * place.sy
    x, y = median(head[0] for head in heads), median(head[1] for head in heads)
    return round(x / width, 2), round(y / height, 2), round(tall / height, 2)


def main() -> None:
    """Write the table, one action a line."""
    rows = {f"{age} {action}": measured(age, action) for age in AGES for action in ACTIONS}  # type: ignore[arg-type]
    text = ",\n".join(f" {json.dumps(name)}: {json.dumps(head)}" for name, head in rows.items())
    TABLE.write_text("{\n" + text + "\n}\n", encoding="utf-8")
    print(f"{len(rows)} heads in {TABLE}")


if __name__ == "__main__":
    main()
