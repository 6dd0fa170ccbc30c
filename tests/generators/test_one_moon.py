"""A moon that the story puts on stage is the only one in the sky."""

from __future__ import annotations

from generators import shot_spec
from generators.backends.animatic.stage import scene_view
from planners import Story, make_plan


def test_a_moon_on_stage_is_the_only_one() -> None:
    plan = make_plan(Story(story="The moon rises over the sea at night.", narration=False, size=(320, 180)))
    spec = shot_spec(plan, plan.shots[0].id)
    assert "moon" in {entity.attributes.noun for entity in spec.cast.values()}
    assert scene_view(spec, _Open()).light.sun is None
    bare = spec.model_copy(update={"cast": {}, "shot": spec.shot.model_copy(update={"layout": ()})})
    assert scene_view(bare, _Open()).light.sun is not None


class _Open:
    """A place without a roof, as far as its light is concerned."""

    indoor = False
