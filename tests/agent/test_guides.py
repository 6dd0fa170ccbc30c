"""Generators that work over a guide get it as an artefact of its own, on which theirs depends."""

from __future__ import annotations

import pytest

from agent.settings import Settings
from agent.stages import Task, check_graph, picture_tasks, speech_tasks
from generators import telling_moment
from planners import Plan, Transition
from planners.plan import TransitionKind


def tasks_of(plan: Plan, **settings: str | float) -> dict[str, Task]:
    chosen = Settings(**settings)
    speech = {task.id: task for task in speech_tasks(plan, chosen)}
    made = {task.id: task for task in picture_tasks(plan, chosen, speech)}
    check_graph([*speech.values(), *made.values()])
    return made


def guides(tasks: dict[str, Task]) -> set[str]:
    return {name for name in tasks if name.startswith("guide:")}


def test_the_animatic_alone_needs_no_guides(small_plan: Plan) -> None:
    assert guides(tasks_of(small_plan)) == set()


def test_every_guided_artefact_depends_on_its_guide_and_nothing_is_made_twice(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan, keyframes="img2img", shots="animatediff")
    for name in ("reference:fox", "keyframe:shot_001", "shot:shot_001"):
        assert f"guide:{name}" in tasks[name].deps
        assert tasks[f"guide:{name}"].job.generator == "animatic"
    assert len({task.file for task in tasks.values()}) == len(tasks)
    assert tasks["card:end"].job.generator == "animatic"


def test_another_strength_makes_the_shots_anew_but_not_their_guides(small_plan: Plan) -> None:
    a, b = (tasks_of(small_plan, shots=f"animatediff:?strength={value}") for value in (0.4, 0.5))
    assert guides(a) == guides(b)
    changed = {name for name in a if a[name].key != b[name].key}
    assert {name for name in changed if name.startswith("shot:")} == {f"shot:shot_00{i}" for i in (1, 2, 3)}
    assert {name.partition(":")[0] for name in changed} == {"shot", "steady", "join"}


def test_a_model_never_sees_the_lettering_which_has_a_task_of_its_own(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan, keyframes="img2img", shots="animatediff")
    assert tasks["keyframe:shot_001"].job.spec.title is None
    assert tasks["guide:keyframe:shot_001"].job.spec.title is None
    assert tasks["title"].job.spec.title == "The Keeper"
    assert "title" not in tasks_of(small_plan)
    assert tasks_of(small_plan)["keyframe:shot_001"].job.spec.title == "The Keeper"


def test_guides_come_with_control_files_that_the_learned_artefact_depends_on(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan, keyframes="img2img", shots="animatediff")
    for name in ("keyframe:shot_001", "shot:shot_001"):
        assert f"control:{name}" in tasks[name].deps
        assert tasks[name].job.control == tasks[f"control:{name}"].file
    assert tasks["control:keyframe:shot_001"].job.t == telling_moment(small_plan.shots[0])
    assert tasks["control:shot:shot_002"].job.t is None


def test_who_starts_from_the_first_moment_gets_a_board_of_it_and_no_second_still(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan, shots="svd")
    assert tasks["keyframe:shot_001"].job.t == 0.0
    assert not [name for name in tasks if name.startswith(("last:", "guide:"))]
    assert tasks["card:end"].job.generator == "animatic"


def test_who_ends_at_a_still_gets_one_of_the_last_moment_with_its_guide(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan, keyframes="img2img", shots="wan-i2v")
    assert tasks["last:shot_002"].job.t == 1.0
    assert {"guide:last:shot_002", "control:last:shot_002"} <= set(tasks["last:shot_002"].deps)
    assert tasks["shot:shot_002"].job.last == tasks["last:shot_002"].record
    assert "last:shot_002" in tasks["shot:shot_002"].deps


def linked(plan: Plan, kind: TransitionKind) -> Plan:
    first = plan.shots[0].model_copy(update={"transition": Transition(kind=kind, frames=4)})
    return plan.model_copy(update={"shots": (first, *plan.shots[1:])})


def slower(plan: Plan) -> Plan:
    first = plan.shots[0]
    beats = tuple(beat.model_copy(update={"emotion": "sad"}) for beat in first.beats)
    return plan.model_copy(update={"shots": (first.model_copy(update={"beats": beats}), *plan.shots[1:])})


@pytest.mark.parametrize(
    ("kind", "reaches"), [("smooth", True), ("generative", True), ("reset", True), ("dissolve", False)]
)
def test_an_edit_of_a_shot_reaches_the_next_only_when_that_is_tied_to_it(
    small_plan: Plan, kind: TransitionKind, reaches: bool
) -> None:
    plan = linked(small_plan, kind)
    a, b = (tasks_of(item, shots="animatediff") for item in (plan, slower(plan)))
    assert a["shot:shot_001"].key != b["shot:shot_001"].key
    assert (a["shot:shot_002"].key != b["shot:shot_002"].key) == reaches
    assert a["shot:shot_003"].key == b["shot:shot_003"].key
    job = a["shot:shot_002"].job
    assert job.before == ("04_shots/shot_001.mp4" if reaches else None)
    assert (job.tie > 0) == reaches
    assert job.before_last == (small_plan.shots[0].frames - 1 - job.head if reaches else 0)


def test_a_cut_stays_a_cut_and_a_take_that_goes_on_is_tied_wholly(small_plan: Plan) -> None:
    assert tasks_of(linked(small_plan, "cut"), shots="animatediff")["shot:shot_002"].job.before is None
    on = small_plan.shots[1].model_copy(update={"continues": True})
    shots = (linked(small_plan, "cut").shots[0], on, small_plan.shots[2])
    tasks = tasks_of(small_plan.model_copy(update={"shots": shots}), shots="animatediff")
    assert tasks["shot:shot_002"].job.tie == 1.0
    assert tasks_of(small_plan.model_copy(update={"shots": shots}))["shot:shot_002"].job.before is None


def test_the_strength_of_control_reaches_the_learned_shot_alone(small_plan: Plan) -> None:
    first = small_plan.shots[0].model_copy(update={"control": 0.2})
    plan = small_plan.model_copy(update={"shots": (first, *small_plan.shots[1:])})
    a, b = (tasks_of(item, shots="animatediff", keyframes="img2img") for item in (small_plan, plan))
    changed = {name for name in a if a[name].key != b[name].key and not name.startswith(("join:", "steady:"))}
    assert changed == {"keyframe:shot_001", "shot:shot_001"}
    a, b = (tasks_of(item) for item in (small_plan, plan))
    assert {name: task.key for name, task in a.items()} == {name: task.key for name, task in b.items()}
    run = tasks_of(plan, shots="animatediff", control=0.9)
    assert [run[f"keyframe:shot_00{n}"].job.spec.shot.control for n in (1, 2)] == [0.2, 0.9]
