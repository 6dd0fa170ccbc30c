"""Who rides, rows or drives is on what carries them, moves with it, and stays on it until getting off."""

import pytest

from planners import Story, make_plan
from planners.lens import overlap

MOMENTS = (0.0, 0.3, 0.6, 0.9)


def tracks(shot):
    return {track.key.split("#")[0]: track for track in shot.layout}


@pytest.mark.parametrize(
    ("text", "rider", "mount"),
    [
        ("A knight rides a white horse through the forest.", "knight", "white_horse"),
        ("A boy rides a bicycle along the street from the left to the right.", "boy", "bicycle"),
        ("An old woman rows a rowboat on the lake.", "old_woman", "rowboat"),
        ("Two children sit in a red canoe on the river.", "child", "red_canoe"),
        ("A girl sits on an elephant.", "girl", "elephant"),
    ],
)
def test_a_rider_is_on_its_mount_all_the_way(text, rider, mount):
    shot = make_plan(Story(story=text)).shots[0]
    by_name = tracks(shot)
    assert by_name[rider].held_by == by_name[mount].key
    assert by_name[rider].facing == by_name[mount].facing
    for t in MOMENTS:
        above, below = by_name[rider].at(t), by_name[mount].at(t)
        assert overlap(above, below) > 0.2
        assert above[1] < below[1] or above[3] < below[3], "the rider sits higher than what carries it"


def test_a_rider_is_still_on_the_bicycle_in_the_next_shot_and_off_it_after_getting_off():
    told = "Lin jumped on her bicycle and rode along the street. Lin pedalled faster. Lin walked into the market."
    plan = make_plan(Story(story=told))
    on = [
        (by_name := tracks(shot)).get("lin") is not None and by_name["lin"].held_by is not None for shot in plan.shots
    ]
    boarding = tracks(plan.shots[0])
    rider, bicycle = boarding["lin"], boarding["bicycle"]
    assert overlap(rider.at(0.0), bicycle.at(0.0)) < 0.1, "Lin stands beside it at first"
    assert overlap(rider.at(0.95), bicycle.at(0.95)) > 0.2
    assert on[1]
    assert not on[-1]


def test_who_sat_on_the_sofa_still_does_when_somebody_comes_in():
    plan = make_plan(
        Story(story="In the living room, Anna sat on the sofa. Ben came in through the door and stood beside her.")
    )
    assert "sofa" in tracks(plan.shots[-1])


def test_the_hunted_run_ahead_of_the_hunter():
    shot = make_plan(Story(story="A dog chased a cat along the street from the left to the right.")).shots[0]
    by_name = tracks(shot)
    for t in MOMENTS:
        assert by_name["cat"].at(t)[0] > by_name["dog"].at(t)[0]
    assert by_name["cat"].at(1.0)[0] - by_name["cat"].at(0.0)[0] > 0.2


def test_other_words_in_one_shot_do_not_move_anybody_in_the_next():
    end = "Ben laughed. Anna looked at the window. Ben smiled at Anna."
    one = make_plan(Story(story=f"In the kitchen, Anna and Ben stood beside the table. Ben walked about. {end}"))
    two = make_plan(Story(story=f"In the kitchen, Anna and Ben stood beside the table. Ben read a book. {end}"))
    assert [shot.layout for shot in one.shots[2:]] == [shot.layout for shot in two.shots[2:]]
