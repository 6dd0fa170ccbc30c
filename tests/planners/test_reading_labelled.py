"""The rules reading on hand-labelled sentences: counts, looks, who, grammar, where, movement, when, speech, camera."""

import pytest
from reading_cases import CASES
from reading_facts import wrong

from planners.backends.rules import read
from planners.story import Story

BEYOND = {
    "A woman wearing a red dress and black shoes dances.": "the parser takes 'shoes dances' for one noun",
    "Low angle shot of a giant robot walking through the city.": "the parser takes 'giant robot walking' for one noun",
}
"""Sentences that are read wrongly as yet, and why."""


def _marked(case: tuple[str, str, str]):
    reason = BEYOND.get(case[1])
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(*case[1:], marks=marks, id=f"{case[0]}: {case[1][:50]}")


@pytest.mark.parametrize(("text", "facts"), [_marked(case) for case in CASES])
def test_a_labelled_sentence_is_read_right(text, facts):
    assert wrong(read(Story(story=text)), facts) == []
