"""Films of short prompts, by their boxes: counts, looks, when, which way, views, places, riding."""

import pytest
from clip_cases import SET_A, SET_B
from clip_cases_more import SET_C, SET_D
from clip_facts import wrong

BEYOND = {
    "Eight candles burn on a chocolate cake while a boy watches.": "more candles than the cake has room for",
    "Top view: ants march in a circle around a crumb.": "there is no picture of a crumb",
    "A goldfish bowl stands on a stack of books beside a lamp.": "what stands in a row of things is not on the first",
    "There is one yellow lemon between two green limes.": "there is no picture of a lime",
    "To the right of the well sits a frog; a princess stands to the left of it.": "a well is read as an adverb",
    "A witch flies by on her broom past the full moon.": "a broom has no seat",
    "Three cats and two dogs sit in front of a fireplace.": "the room paints its own fireplace",
    "A helicopter takes off and flies away to the upper right.": "it rises higher at first than where it then goes",
    "A bird flies over a house toward the left.": "a house alone is the place, which has no box",
    "A hare overtakes a tortoise; both are heading left.": "overtaking is no motion of its own",
    "The train goes into a tunnel on the right.": "what is wider than half the frame does not cross it",
    "A lamp hangs above a table between two chairs.": "the table moves between them after the lamp is hung",
    "The moon hangs above a lonely house; a star twinkles to the left of the moon.": "a house alone is the place",
    "A family of four rides in a car.": "a group rides without a verb of its own",
    "A beige camel and a navy blue truck stand in the desert.": "navy blue is read as two colours",
    "A woman wearing a blue scarf and white gloves pours tea.": "who wears before the verb is not found",
    "A goat eats grass. Halfway through, it walks off to the left and a pig appears.": "the goat's going is timed too",
    "The candle goes out of sight after the first half, then an owl shows up.": "the owl takes the candle's time",
    "A woman waits alone until her son arrives by bicycle.": "arriving by something is not read as riding it",
    "First the pirate, then the parrot, and at the end a monkey enter from the right.": "three turns share one verb",
    "A cyclist rides through a tunnel toward the right.": "a cyclist has no bicycle of its own",
    "The sun sinks behind the hills while a boat drifts to the left.": "both go the boat's way",
    "A white horse gallops away from a barn, faster than the black horse behind it.": "who is compared is unseen",
    "A mouse sits on top of a wheel of cheese under a glass dome.": "a wheel of cheese is two things",
    "A parrot in a cage hangs next to a window, and a cat sits below the cage.": "the parrot is put beside",
    "Two dogs sit in a blue pickup truck driving to the left.": "pickup truck driving is read as one noun",
}
"""Prompts whose film is not yet right, and why."""


def _marked(case: tuple[str, str, str]):
    reason = BEYOND.get(case[1])
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(*case[1:], marks=marks, id=f"{case[0]}: {case[1][:50]}")


@pytest.mark.parametrize(("prompt", "facts"), [_marked(case) for case in (*SET_A, *SET_B, *SET_C, *SET_D)])
def test_the_film_of_a_short_prompt_shows_what_it_says(prompt, facts):
    assert wrong(prompt, facts) == []
