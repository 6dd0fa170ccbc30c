"""The planner's heads are where the animatic draws them, so that close shots show faces."""

import random

import pytest

from generators.backends.animatic import casting
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Storybook
from generators.backends.animatic.troupe import Member
from planners import Attributes, Entity, Track
from planners.heads import _animals, head_of
from planners.nodes.space import figure as space
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


@pytest.mark.parametrize("action", ["stand", "talk", "sit", "ride", "laugh", "wave", "hug", "walk", "read"])
@pytest.mark.parametrize("age", ["adult", "child"])
def test_a_persons_planned_head_is_where_it_is_drawn(age: str, action: str) -> None:
    look = Attributes(noun="man", age=age, gender="male")
    entity = Entity(id="x", kind="character", name="man", attributes=look)
    figure, _ = casting.cast(entity, None, 5)
    track = Track(key="x", entity="x", keys=())
    member = Member(track=track, entity=entity, figure=figure, name="x", look=Storybook())
    width, height = (1000 * side for side in space(look, "character", action, (1000, 1000)))
    place = member.fit((0, 0, width, height), action, "side", False)
    x, y = place.point(figure.anchors(Pose(action=action, phase=2))["head"])
    planned = head_of(look, "character", action)
    assert planned is not None
    assert planned[:2] == pytest.approx((x / width, y / height), abs=0.17)
