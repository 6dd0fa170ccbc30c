"""Generators that work over a guide get it as an artefact of its own, on which theirs depends."""

from __future__ import annotations

import pytest

from agent.settings import Settings
from agent.stages import Task, check_graph, picture_tasks, speech_tasks
from generators.backends.diffusion import able
from planners import Plan


@pytest.fixture(autouse=True)
def _without_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(able, "REQUIRES", ())


def tasks_of(plan: Plan, **settings: str) -> dict[str, Task]:
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
