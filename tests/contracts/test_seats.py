"""The planner's seats are where the animatic draws them, so that riders sit and do not hover."""

import random

import pytest

from generators.backends.animatic import animals, casting
from generators.backends.animatic.figure import Pose
from planners import Attributes, Entity
from planners.seats import _seats, seat_of

NOUNS = random.Random("seats").sample(sorted(_seats()), 40)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_planned_seat_is_where_it_is_drawn(noun: str) -> None:
    animal = animals.find(noun) is not None
    look = Attributes(noun=noun, species=noun if animal else None)
    entity = Entity(id="x", kind="character" if animal else "prop", name=noun, attributes=look)
    figure, _ = casting.cast(entity, None, 1)
    x, y = figure.anchors(Pose())["back" if animal else "seat"]
    width, height = figure.size
    planned = seat_of(look)
    assert planned is not None
    assert planned[:2] == pytest.approx((x / width + 0.5, 1 + y / height), abs=0.08)
