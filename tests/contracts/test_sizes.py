"""The planner's sizes are the sizes that the animatic draws."""

import random

import pytest

from generators.backends.animatic import casting, people
from planners import Attributes, Entity
from planners.sizes import PEOPLE, table

NOUNS = random.Random("sizes").sample(sorted(table()), 60)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_things_planned_size_is_its_drawn_size(noun: str) -> None:
    animal = casting.animals.find(noun) is not None
    look = Attributes(noun=noun, species=noun if animal else None)
    kind = "character" if animal else "prop"
    figure, _ = casting.cast(Entity(id="x", kind=kind, name=noun, attributes=look), None, 1)
    for planned, drawn in zip(table()[noun], figure.size, strict=True):
        assert planned == pytest.approx(drawn, rel=0.15, abs=1.0)


@pytest.mark.parametrize("age", sorted(PEOPLE))
def test_peoples_planned_height_is_their_drawn_height(age: str) -> None:
    drawn = people.make_person(Attributes(noun="person", age=age), 3).size[1]
    assert PEOPLE[age] == pytest.approx(drawn, rel=0.12)
