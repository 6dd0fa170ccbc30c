"""A sentence of a pronoun and a verb is an event, whatever the tagger takes its verb for."""

import pytest

from planners import Story, make_plan


@pytest.mark.parametrize(("text", "actions"), [("She waves.", ["wave"]), ("She kneels.", ["kneel"])])
def test_a_pronoun_is_followed_by_its_verb(text: str, actions: list[str]) -> None:
    plan = make_plan(Story.model_validate({"shots": ["Anna stands in the park.", text]}))
    assert [beat.action for beat in plan.shots[1].beats] == actions
    assert plan.shots[1].beats[0].actors == ("anna",)
