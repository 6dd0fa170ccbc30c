"""Continued takes: a later shot begins where the one before ended, and what cannot be one take says so."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planners import Plan, Story, make_plan, plan_from_yaml, plan_to_yaml, window

STORY = """
title: Take
size: [640, 360]
narration: false
shots:
  - {action: "A girl in a red coat walks along the street at night.", duration: 2, transition: continuation}
  - {action: "The girl runs on.", duration: 2, camera: {framing: medium}, transition: continuation}
  - {action: "The girl stops and a brown dog comes to her.", duration: 2, camera: {framing: wide}}
  - {action: "The girl sits in the kitchen.", duration: 2}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    import yaml

    return make_plan(Story.model_validate(yaml.safe_load(STORY)))


def test_a_take_is_one(plan: Plan) -> None:
    assert [shot.continues for shot in plan.shots] == [False, True, True, False]
    assert [shot.transition.kind for shot in plan.shots[:2]] == ["continuation", "continuation"]
    assert [shot.transition.frames for shot in plan.shots[:2]] == [0, 0]


def test_everybody_is_where_they_were(plan: Plan) -> None:
    for before, shot in pairwise(plan.shots[:3]):
        ends = {track.key: track.at(1.0) for track in before.layout}
        begins = {track.key: track.at(0.0) for track in shot.layout}
        assert set(ends) <= set(begins)
        for key, box in ends.items():
            assert begins[key] == pytest.approx(box)


def test_a_walk_goes_on_in_its_direction(plan: Plan) -> None:
    xs = [track.at(t)[0] for shot in plan.shots[:2] for track in shot.layout if track.key == "girl" for t in (0.0, 1.0)]
    assert xs == sorted(xs)
    assert xs[1] - xs[0] > 0.2
    assert xs[3] - xs[2] > 0.2


def test_the_camera_is_one_path_without_a_break_in_speed(plan: Plan) -> None:
    a, b = plan.shots[:2]
    last, first = window(a, 1.0, plan.size), window(b, 0.0, plan.size)
    step = 1 / (a.frames - 1)
    before, after = window(a, 1 - step, plan.size), window(b, step, plan.size)
    assert first == pytest.approx(last, abs=0.02)
    speeds = (last[0] - before[0], after[0] - first[0])
    assert speeds[0] == pytest.approx(speeds[1], abs=0.006)


def test_who_is_new_comes_in_from_outside(plan: Plan) -> None:
    third = plan.shots[2]
    dog = next(track for track in third.layout if "dog" in track.key)
    view, box = window(third, 0.0, plan.size), dog.at(0.0)
    assert box is not None
    assert box[2] <= view[0] or box[0] >= view[2]
    assert any("dog" in key for key in plan.boxes(third, 1.0))


def test_what_is_held_was_held_before() -> None:
    """A cup that only the last shot names is in the hand of who brings it, from the start."""
    shots = [
        {"action": "A king sits on his throne in the castle hall.", "transition": "continuation"},
        {"action": "A knight walks to the king and bows.", "transition": "continuation"},
        {"action": "The king laughs.", "transition": "continuation"},
        {"action": "The knight holds a golden cup.", "camera": {"framing": "medium"}},
    ]
    plan = make_plan(Story.model_validate({"title": "T", "shots": shots}))
    with_knight = [shot for shot in plan.shots if any("knight" in track.key for track in shot.layout)]
    assert len(with_knight) == 3
    for shot in with_knight:
        cup, knight = (next(t for t in shot.layout if name in t.key) for name in ("cup", "knight"))
        for t in (0.0, 0.5, 1.0):
            held, holder = cup.at(t), knight.at(t)
            assert held is not None
            assert holder is not None
            assert abs((held[0] + held[2]) / 2 - (holder[0] + holder[2]) / 2) < 0.15


def test_another_place_cannot_be_one_take() -> None:
    shots = [
        {"action": "A girl stands on the beach.", "transition": "continuous"},
        {"action": "She is in the kitchen."},
    ]
    plan = make_plan(Story.model_validate({"title": "T", "shots": shots}))
    assert not plan.shots[1].continues
    assert plan.shots[0].transition.kind == "cut"
    assert any("one take" in note.what for note in plan.notes)


def test_a_take_survives_its_file(plan: Plan) -> None:
    assert plan_from_yaml(plan_to_yaml(plan)).shots == plan.shots
