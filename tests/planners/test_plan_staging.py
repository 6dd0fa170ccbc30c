"""What a film-maker looks for in a shot: whole heads, nothing twice, people at the furniture, things in hands."""

import pytest

from planners import Story, make_plan
from planners.plan import project, window


def tracks(shot):
    return {track.key.split("#")[0]: track for track in shot.layout}


def head(plan, shot, track, t=0.5):
    """Middle and top of a head in the frame."""
    box = track.at(t)
    x, y, tall = track.head
    x = 1 - x if track.facing == "left" else x
    x, y = box[0] + x * (box[2] - box[0]), box[1] + y * (box[3] - box[1])
    top = y - tall * (box[3] - box[1]) / 2
    seen = project((x, top, x, y), window(shot, t, plan.size))
    return seen[0], seen[1], seen[3]


def test_nobody_loses_the_head_to_a_shot_of_somebody_small():
    plan = make_plan(Story(story="On the cliff stood Mara. A red fox sat beside her and watched the light."))
    for shot in plan.shots:
        for track in shot.layout:
            if track.head and not track.held_by:
                x, top, _ = head(plan, shot, track)
                assert top > -0.02 or not 0 < x < 1


@pytest.mark.parametrize("noun", ["stove", "fridge", "window"])
def test_what_a_kitchen_has_is_not_drawn_twice(noun):
    plan = make_plan(Story(story=f"In the kitchen, a boy stood beside the {noun}."))
    assert noun not in {plan.entities[track.entity].attributes.noun for track in plan.shots[-1].layout}


def test_who_stands_beside_the_stove_is_where_the_kitchen_has_it():
    shot = make_plan(Story(story="In the kitchen, a boy stood beside the stove.")).shots[-1]
    box = tracks(shot)["boy"].at(0.5)
    assert 0.5 < (box[0] + box[2]) / 2 < 0.98


def test_a_small_animal_is_carried_in_the_arms_and_a_horse_is_not():
    carried = make_plan(Story(story="A woman carried a fox home.")).shots[0]
    assert tracks(carried)["fox"].held_by == "woman"
    assert tracks(make_plan(Story(story="A woman held a horse.")).shots[0])["horse"].held_by is None


def test_a_kite_flies_above_who_holds_its_string_and_both_are_seen():
    plan = make_plan(Story(story="A boy flew a kite on the hill."))
    shot = plan.shots[0]
    found = tracks(shot)
    assert found["kite"].held_by == "boy"
    seen = plan.boxes(shot, 0.5)
    assert seen["kite"][3] < seen["boy"][1] + 0.1
    assert {beat.action for beat in shot.beats} != {"fly"}


def test_two_who_hug_both_stand_and_touch():
    plan = make_plan(Story(story="In the kitchen, Ada and Tom sat at the table. Ada hugged Tom."))
    shot = plan.shots[-1]
    assert {"ada", "tom"} <= {name for beat in shot.beats if beat.action == "hug" for name in beat.actors}
    ada, tom = tracks(shot)["ada"].at(0.5), tracks(shot)["tom"].at(0.5)
    assert min(ada[2], tom[2]) > max(ada[0], tom[0])


def test_a_thrown_ball_flies_in_a_bow_from_the_thrower_to_the_catcher():
    found = tracks(make_plan(Story(story="A girl throws a ball to a dog.")).shots[0])
    ways = [found["ball"].at(t) for t in (0.0, 0.6, 1.0)]
    middles = [(box[0] + box[2]) / 2 for box in ways]
    girl, dog = found["girl"].at(0.0), found["dog"].at(0.0)
    assert abs(middles[0] - (girl[0] + girl[2]) / 2) < 0.1
    assert abs(middles[2] - (dog[0] + dog[2]) / 2) < abs(middles[0] - (dog[0] + dog[2]) / 2)
    assert ways[1][1] < ways[0][1]
    assert found["girl"].at(0.0) == found["girl"].at(1.0)


def test_who_jumps_over_a_fence_is_above_it_in_the_middle():
    found = tracks(make_plan(Story(story="A cat jumps over a fence.")).shots[0])
    assert found["cat"].at(0.5)[3] < found["fence"].at(0.5)[1] + 0.1


def test_a_young_animal_is_smaller_than_its_mother():
    shot = make_plan(Story(story="An elephant stands beside a baby elephant.")).shots[0]
    heights = sorted(track.at(0.5)[3] - track.at(0.5)[1] for track in shot.layout)
    assert heights[0] < 0.75 * heights[-1]


def test_the_one_in_front_of_the_lens_is_seen_over_the_shoulder():
    text = "Over-the-shoulder close-up from behind Mira, framing Jordan's face. Mira and Jordan sit in the office."
    plan = make_plan(Story(shots=[{"action": text, "duration": 3}]))
    assert plan.shots[0].camera.focus == "jordan"


def test_who_lies_in_what_is_not_on_stage_may_still_be_beside_somebody():
    told = "In the kitchen a boy stood on the counter beside a girl. The cup is on the stove beside the boy."
    assert make_plan(Story(story=told)).shots


def test_who_reads_on_a_chair_stays_sitting():
    plan = make_plan(Story(story="In the bedroom, a mother sat on a chair and read a book."))
    assert all(beat.action == "sit" for shot in plan.shots for beat in shot.beats if "mother" in beat.actors)


def test_a_canvas_on_its_easel_is_one_picture():
    plan = make_plan(Story(story="On the beach an artist stands beside an easel. The canvas on the easel is large."))
    nouns = [plan.entities[track.entity].attributes.noun for shot in plan.shots for track in shot.layout]
    assert "easel" in nouns
    for shot in plan.shots:
        here = {plan.entities[track.entity].attributes.noun for track in shot.layout}
        assert not {"easel", "canvas"} <= here


def test_who_leaps_onto_the_counter_lands_on_it():
    found = tracks(make_plan(Story(story="In the kitchen a cat leaps onto the counter.")).shots[-1])
    assert "counter" in found
    assert found["cat"].at(1.0)[3] < found["counter"].at(1.0)[3] - 0.1
