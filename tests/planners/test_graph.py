"""The planner graph: it mends what it can, within bounds, and names what it cannot."""

from __future__ import annotations

import pytest

from planners import PlanError, Story, check_plan, make_plan
from planners.graph import ROUNDS, plan_story
from planners.nodes.critique import mended
from planners.plan import Beat, Camera, Line, Plan, Scene
from planners.reading import Event, ReadEntity, Reading, Sentence

FOX = ReadEntity(id="fox", kind="character", name="fox")
RUN = Event(id="e1", sentence=0, text="The fox runs", verb="run", action="run", agents=("fox",))


def reading_of(**update: object) -> Reading:
    sentence = Sentence(index=0, text="The fox runs.", narration="The fox runs.", present=("fox",))
    whole = Reading(language="en", entities={"fox": FOX}, sentences=(sentence,), events=(RUN,))
    return whole.model_copy(update=update)


def test_any_reader_can_be_given_and_its_reading_becomes_a_valid_plan() -> None:
    plan = plan_story(Story(story="x"), lambda story: reading_of())
    assert [beat.event for shot in plan.shots for beat in shot.beats] == ["e1"]
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]


def test_a_reading_without_sentences_is_an_error_and_not_an_empty_film() -> None:
    with pytest.raises(PlanError, match="no sentence"):
        plan_story(Story(story="x"), lambda story: reading_of(sentences=(), events=()))


def test_what_cannot_be_mended_is_an_error_that_names_the_place() -> None:
    nowhere = reading_of().sentences[0].model_copy(update={"place": "atlantis"})
    with pytest.raises((PlanError, KeyError), match="atlantis"):
        plan_story(Story(story="x"), lambda story: reading_of(sentences=(nowhere,)))


def test_the_repair_loop_is_bounded() -> None:
    assert 1 < ROUNDS <= 5
    twins = "Two cats and two dogs sit. " * 12
    plan = make_plan(Story(story=twins, narration=False))
    assert len(plan.shots) <= 24


def planted(plan: Plan, index: int, **update: object) -> Plan:
    shots = list(plan.shots)
    shots[index] = shots[index].model_copy(update=update)
    return plan.model_copy(update={"shots": tuple(shots)})


@pytest.mark.parametrize(
    ("index", "update"),
    [
        (0, {"lines": (Line(id="l1", text="long", start=2, frames=500),)}),
        (1, {"camera": Camera(start=(-0.6, 0.1, 0.2, 0.9), end=(-0.6, 0.1, 0.2, 0.9))}),
        (0, {"camera": Camera(start=(0.1, 0.1, 0.9, 0.5), end=(0.1, 0.1, 0.9, 0.5))}),
    ],
)
def test_a_repair_takes_its_problem_away_and_says_so(small_plan: Plan, index: int, update: dict[str, object]) -> None:
    broken = planted(small_plan, index, **update)
    before = check_plan(broken)
    assert before
    whole = mended(broken, before)
    assert before[0] not in check_plan(whole)
    assert any(note.kind == "repaired" and note.where.startswith(broken.shots[index].id) for note in whole.notes)


def test_each_fault_gives_its_own_problem_and_no_other(small_plan: Plan) -> None:
    ghost = Beat(id="b9", actors=("ghost",), action="run", verb="run")
    faults: dict[str, Plan] = {
        "ids": planted(small_plan, 2, beats=(*small_plan.shots[2].beats, ghost)),
        "events": small_plan.model_copy(update={"events": {**small_plan.events, "e9": "The owl sleeps"}}),
        "lines": planted(small_plan, 2, lines=(Line(id="x", text="x", start=0, frames=9999),)),
        "camera": planted(small_plan, 2, camera=Camera(start=(0.0, 0.0, 1.0, 0.9))),
    }
    assert check_plan(small_plan) == ()
    for check, plan in faults.items():
        assert {problem.check for problem in check_plan(plan)} == {check}


def test_a_scene_in_a_place_that_nobody_knows_is_found(small_plan: Plan) -> None:
    lost = small_plan.model_copy(update={"scenes": (Scene(id="scene_01", place="moon"), small_plan.scenes[1])})
    (problem,) = check_plan(lost)
    assert (problem.check, problem.where, problem.severity) == ("ids", "scene_01", "error")
    assert "moon" in problem.what
