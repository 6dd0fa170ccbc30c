"""Plain words change one shot of a plan, and only that."""

import pytest

from agent.edits import apply_edits, read_edits
from planners import Plan, PlanError, check_plan


def edited(plan: Plan, words: str) -> Plan:
    return apply_edits(plan, read_edits(words, plan))


def test_the_sentence_of_the_readme(small_plan: Plan) -> None:
    plan = edited(small_plan, "make shot 2 rainy and two seconds longer")
    shot = plan.shots[1]
    assert plan.scene_of(shot).weather == "rain"
    assert plan.scene_of(plan.shots[0]).weather == "clear"
    assert shot.frames == small_plan.shots[1].frames + 2 * plan.fps
    assert (plan.shots[0], plan.shots[2]) == (small_plan.shots[0], small_plan.shots[2])
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]


@pytest.mark.parametrize(
    ("words", "number", "found"),
    [
        ("shot 1 at night", 0, {"time": "night"}),
        ("Make shot 3 snowy.", 2, {"weather": "snow"}),
        ("shot 2 as a close-up", 1, {"camera": {"framing": "close-up"}}),
        ("zoom in on shot 1", 0, {"camera": {"move": "zoom in"}}),
        ("make shot 3 1.5 seconds shorter", 2, {"seconds": -1.5}),
        ("please remove shot 1", 0, {"remove": True}),
        ("shot 2 should be a medium close up at dusk", 1, {"time": "dusk", "camera": {"framing": "medium close-up"}}),
    ],
)
def test_what_is_understood(small_plan: Plan, words: str, number: int, found: dict[str, object]) -> None:
    (edit,) = read_edits(words, small_plan)
    assert edit.shot == small_plan.shots[number].id
    assert edit.model_dump(exclude_defaults=True, exclude={"shot"}) == found


def test_two_shots_in_one_line(small_plan: Plan) -> None:
    first, second = read_edits("make shot 1 foggy and shot 3 two seconds longer", small_plan)
    assert (first.weather, first.seconds) == ("fog", None)
    assert second.seconds == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [("make shot 9 rainy", "no shot 9"), ("make it nicer", "no shot is named"), ("shot 1 is odd", "understood")],
)
def test_what_is_not_understood_says_so(small_plan: Plan, words: str, message: str) -> None:
    with pytest.raises(PlanError, match=message):
        read_edits(words, small_plan)


def test_a_shot_is_never_cut_shorter_than_its_line(small_plan: Plan) -> None:
    shot = edited(small_plan, "make shot 1 ten seconds shorter").shots[0]
    assert shot.frames > shot.lines[-1].start + shot.lines[-1].frames


def test_removing_shots_keeps_the_plan_whole(small_plan: Plan) -> None:
    plan = edited(small_plan, "remove shot 3")
    assert [scene.id for scene in plan.scenes] == ["scene_01"]
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]
    with pytest.raises(PlanError, match="at least one"):
        edited(edited(plan, "remove shot 2"), "remove shot 1")
