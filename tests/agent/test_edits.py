"""Plain words change one shot of a plan, and only that."""

import pytest

from agent.chat import edits_of
from agent.edits import Edit, RemoveShots, Retime, SetCamera, SetLight, apply_edits
from planners import Plan, PlanError, check_plan


def edited(plan: Plan, words: str) -> Plan:
    return apply_edits(plan, edits_of(words, plan))


def test_the_sentence_of_the_readme(small_plan: Plan) -> None:
    plan = edited(small_plan, "make shot 2 rainy and two seconds longer")
    shot = plan.shots[1]
    assert plan.scene_of(shot).weather == "rain"
    assert plan.scene_of(plan.shots[0]).weather == "clear"
    assert shot.frames == small_plan.shots[1].frames + 2 * plan.fps
    assert (plan.shots[0], plan.shots[2]) == (small_plan.shots[0], small_plan.shots[2])
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]


@pytest.mark.parametrize(
    ("words", "wished"),
    [
        ("shot 1 at night", (SetLight(shots=("shot_001",), time="night"),)),
        ("Make shot 3 snowy.", (SetLight(shots=("shot_003",), weather="snow"),)),
        ("shot 2 as a close-up", (SetCamera(shots=("shot_002",), framing="close-up"),)),
        ("zoom in on shot 1", (SetCamera(shots=("shot_001",), move="zoom in"),)),
        ("make shot 3 1.5 seconds shorter", (Retime(shots=("shot_003",), by=-1.5),)),
        ("please remove shot 1", (RemoveShots(shots=("shot_001",)),)),
        (
            "shot 2 should be a medium close up at dusk",
            (SetCamera(shots=("shot_002",), framing="medium close-up"), SetLight(shots=("shot_002",), time="dusk")),
        ),
        (
            "make shot 1 foggy and shot 3 two seconds longer",
            (SetLight(shots=("shot_001",), weather="fog"), Retime(shots=("shot_003",), by=2)),
        ),
    ],
)
def test_what_is_understood(small_plan: Plan, words: str, wished: tuple[Edit, ...]) -> None:
    assert edits_of(words, small_plan) == wished


@pytest.mark.parametrize(
    ("words", "message"),
    [("make shot 9 rainy", "no shot 9"), ("make it nicer", "not understood"), ("shot 1 is odd", "not understood")],
)
def test_what_is_not_understood_says_so(small_plan: Plan, words: str, message: str) -> None:
    with pytest.raises(PlanError, match=message):
        edits_of(words, small_plan)


def test_a_shot_is_never_cut_shorter_than_its_line(small_plan: Plan) -> None:
    shot = edited(small_plan, "make shot 1 ten seconds shorter").shots[0]
    assert shot.frames > shot.lines[-1].start + shot.lines[-1].frames


def test_removing_shots_keeps_the_plan_whole(small_plan: Plan) -> None:
    plan = edited(small_plan, "remove shot 3")
    assert [scene.id for scene in plan.scenes] == ["scene_01"]
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]
    with pytest.raises(PlanError, match="at least one"):
        edited(edited(plan, "remove shot 2"), "remove shot 1")
