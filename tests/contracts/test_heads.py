"""The planner's heads are where the animatic draws them, so that close shots show faces."""

import random

import pytest

from generators.backends.animatic import casting
from generators.backends.animatic.figure import Pose
from planners import Attributes, Entity
from planners.heads import _animals, head_of
from planners.sizes import table

NOUNS = random.Random("heads").sample(sorted(_animals()), 40)


@pytest.mark.parametrize("noun", NOUNS)
def test_an_animals_planned_head_is_where_it_is_drawn(noun: str) -> None:
    look = Attributes(noun=noun, species=noun)
    figure, _ = casting.cast(Entity(id="x", kind="character", name=noun, attributes=look), None, 1)
    x, y = figure.anchors(Pose())["head"]
    width, height = table()[noun]
    planned = head_of(look, "character")
    assert planned is not None
    assert planned[:2] == pytest.approx((x / width + 0.5, 1 + y / height), abs=0.12)
