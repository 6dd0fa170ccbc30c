"""Films of short prompts, by their boxes: counts, looks, when, which way, views, places, riding."""

import pytest
from clip_cases import SET_A, SET_B
from clip_facts import wrong

BEYOND = {
    "Eight candles burn on a chocolate cake while a boy watches.": "more candles than the cake has room for",
    "Only towards the end of the clip does a rainbow appear over the hills.": "the sky's own things are no entities",
    "The moon slowly rises behind the mountains.": "the sky's own things are no entities",
    "In the last seconds of the shot a shooting star crosses the sky.": "the sky's own things are no entities",
    "Top view: ants march in a circle around a crumb.": "a crumb is too small to be a thing",
    "A goldfish bowl stands on a stack of books beside a lamp.": "a stack is as many things side by side",
    "There is one yellow lemon between two green limes.": "lime is read as a colour",
    "The owl is there only during the first half, the bat only during the second half.": "the second has no verb",
    "To the right of the well sits a frog; a princess stands to the left of it.": "a well is no thing here",
    "An umbrella leans against the wall beside a pair of yellow boots.": "boots are only read as worn",
    "A witch flies by on her broom past the full moon.": "a broom has no seat",
    "The cowboy dismounts and leads his horse to the water.": "leading a horse is read as riding it",
}
"""Prompts whose film is not yet right, and why."""


def _marked(case: tuple[str, str, str]):
    reason = BEYOND.get(case[1])
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(*case[1:], marks=marks, id=f"{case[0]}: {case[1][:50]}")


@pytest.mark.parametrize(("prompt", "facts"), [_marked(case) for case in (*SET_A, *SET_B)])
def test_the_film_of_a_short_prompt_shows_what_it_says(prompt, facts):
    assert wrong(prompt, facts) == []
