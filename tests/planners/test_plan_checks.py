import pytest

from planners.checks import check_plan
from planners.plan import Beat, Camera, Key, Line


def changed(plan, index, **update):
    shots = list(plan.shots)
    shots[index] = shots[index].model_copy(update=update)
    return plan.model_copy(update={"shots": tuple(shots)})


def found(plan):
    return {(problem.check, problem.where) for problem in check_plan(plan)}


def test_a_sound_plan_has_no_errors(small_plan):
    assert [problem for problem in check_plan(small_plan) if problem.severity == "error"] == []


def test_lines_that_overlap_or_are_cut_are_found(small_plan):
    twice = (Line(id="a", text="x", start=0, frames=20), Line(id="b", text="y", start=10, frames=20))
    assert ("lines", "shot_001.b") in found(changed(small_plan, 0, lines=twice))
    long = (Line(id="a", text="x", start=0, frames=9999),)
    assert ("lines", "shot_001.a") in found(changed(small_plan, 0, lines=long))


@pytest.mark.parametrize(
    ("update", "where"),
    [
        ({"scene": "nowhere"}, "shot_002"),
        ({"cast": ("ghost",)}, "shot_002"),
        ({"lines": (Line(id="a", text="x", speaker="ghost"),)}, "shot_002"),
        ({"beats": (Beat(id="b", actors=("ghost",), action="run", verb="run"),)}, "shot_002.b"),
    ],
)
def test_ids_that_nobody_has_are_found(small_plan, update, where):
    assert ("ids", where) in found(changed(small_plan, 1, **update))


def test_an_event_without_a_beat_and_one_out_of_order_are_found(small_plan):
    assert any(check == "events" for check, _ in found(changed(small_plan, 2, beats=())))
    shots = (small_plan.shots[2], *small_plan.shots[:2])
    assert any(check == "events" for check, _ in found(small_plan.model_copy(update={"shots": shots})))


def test_one_character_hidden_behind_another_is_found(small_plan):
    mara, fox = small_plan.shots[0].layout
    behind = fox.model_copy(update={"keys": mara.keys})
    assert any(check == "hidden" for check, _ in found(changed(small_plan, 0, layout=(mara, behind))))


def test_an_actor_who_is_never_in_the_frame_is_found(small_plan):
    mara, fox = small_plan.shots[0].layout
    away = mara.model_copy(update={"keys": (Key(t=0, box=(1.4, 0.4, 1.6, 0.9)),)})
    assert ("frame", "shot_001.mara") in found(changed(small_plan, 0, layout=(away, fox)))


def test_a_window_off_the_stage_or_of_another_aspect_is_found(small_plan):
    off = Camera(start=(-0.6, 0.1, 0.2, 0.9), end=(-0.6, 0.1, 0.2, 0.9))
    assert ("camera", "shot_001") in found(changed(small_plan, 0, camera=off))
    bent = Camera(start=(0.1, 0.1, 0.9, 0.5), end=(0.1, 0.1, 0.9, 0.5))
    assert ("camera", "shot_001") in found(changed(small_plan, 0, camera=bent))


def test_every_problem_says_how_to_mend_it(small_plan):
    broken = changed(small_plan, 1, scene="nowhere", cast=("ghost",))
    assert all(problem.fix and problem.what for problem in check_plan(broken))
