"""A story that is too long for its film keeps its spine: how it begins, who comes in, how it ends."""

import pytest

from planners import Story, make_plan
from planners.nodes.shorten import shortened

MIDDLE = " ".join(
    f"On the {word} day the miller carried his sacks up the {place}, and it was a long way."
    for word, place in zip(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"],
        ["hill", "road", "path", "stairs", "bank", "lane", "hill", "road", "path", "stairs", "bank"],
        strict=True,
    )
)
TALE = (
    "Once upon a time a miller named Jonas lived beside a river. "
    + MIDDLE
    + " One evening a white goose knocked at his door. "
    + MIDDLE
    + " Suddenly the mill began to burn, and a boy called Till ran in and saved the goose. "
    + MIDDLE
    + " At last Jonas gave the boy his mill. The goose laid a golden egg in the ashes."
)


@pytest.mark.parametrize("seconds", [60, 100])
def test_a_condensed_story_keeps_its_beginning_its_entrances_its_turn_and_its_end(seconds):
    plan = make_plan(Story(story=TALE, duration=seconds))
    told = " ".join(shot.text for shot in plan.shots)
    for needed in ("Once upon a time", "white goose knocked", "Till ran in", "golden egg"):
        assert needed in told
    assert plan.frames / plan.fps == pytest.approx(seconds, abs=0.1)


def test_what_was_left_out_is_named():
    plan = make_plan(Story(story=TALE, duration=60))
    note = next(note for note in plan.notes if note.what.startswith("condensed"))
    assert "sentences are told" in note.what
    assert "the miller carried his sacks" in note.detail


def test_a_pronoun_whose_sentence_before_is_not_told_becomes_a_name():
    lines = "Rain fell on the river and on the fields around the mill. It was a cold and wet spring. " * 12
    plan = make_plan(Story(story=f"Jonas was a miller. {lines} He found a golden egg under the stone.", duration=20))
    said = [line.text for shot in plan.shots for line in shot.lines]
    assert "Jonas found a golden egg under the stone." in said


def test_long_narration_is_cut_only_after_whole_clauses():
    text = (
        "The old keeper climbed the stairs of the tower slowly, and his lamp threw long shadows on the wet walls, "
        "which had been built by his grandfather in a year when the sea was calmer than anybody could remember."
    )
    assert shortened(text, 22) == (
        "The old keeper climbed the stairs of the tower slowly, and his lamp threw long shadows on the wet walls."
    )
    opening = (
        "When the long and weary winter had at last come to its end, the king, who was old, " + "very " * 40 + "died."
    )
    assert shortened(opening, 22) == opening


def test_a_line_that_the_author_pinned_for_the_narrator_is_never_dropped():
    shots = [
        {
            "action": "Mara walks along the beach with a basket of shells and thinks of the winter that is over now.",
            "duration": 3.0,
            "lines": [{"speaker": "narrator", "text": "Nobody came."}],
        }
    ]
    plan = make_plan(Story.model_validate({"shots": shots}))
    assert [line.text for line in plan.shots[0].lines] == ["Nobody came."]


@pytest.mark.parametrize("seconds", [6, 10])
def test_a_short_film_of_a_few_events_shows_them_all_and_is_as_long_as_asked(seconds):
    text = "A fox runs through the snow. It stops at a tree. An owl looks down. The fox jumps."
    plan = make_plan(Story(story=text, duration=seconds))
    assert [beat.verb for shot in plan.shots for beat in shot.beats] == ["run", "stop", "look", "jump"]
    assert any("only shown" in note.what for note in plan.notes)
    assert plan.frames == seconds * plan.fps
    assert any(shot.lines for shot in plan.shots)
