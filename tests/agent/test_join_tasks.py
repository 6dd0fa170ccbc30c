"""Joins are artefacts of their own; clips of learned generators get steady light before they are shown."""

from __future__ import annotations

import pytest

from agent.settings import Settings
from agent.stages import Task, check_graph, film_tasks, picture_tasks, speech_tasks
from planners import Plan, Transition


def tasks_of(plan: Plan, **settings: str) -> dict[str, Task]:
    chosen = Settings(**settings)
    made = {task.id: task for task in speech_tasks(plan, chosen)}
    made |= {task.id: task for task in picture_tasks(plan, chosen, made)}
    made |= {task.id: task for task in film_tasks(plan, chosen, made, {})}
    check_graph(list(made.values()))
    return made


def joined(plan: Plan, kind: str) -> Plan:
    shots = list(plan.shots)
    shots[1] = shots[1].model_copy(update={"transition": Transition(kind=kind, frames=6)})
    return plan.model_copy(update={"shots": tuple(shots)})


@pytest.mark.parametrize("kind", ["match", "flow", "smooth", "generative"])
def test_another_kind_remakes_the_join_and_encodes_its_frames(small_plan: Plan, kind: str) -> None:
    before, after = tasks_of(small_plan), tasks_of(joined(small_plan, kind))
    changed = {name for name in before if before[name].key != after[name].key}
    assert changed == {"join:shot_002-shot_003", "piece:shot_002-shot_003", "film"}
    assert set(before) == set(after)


def test_a_join_knows_where_its_subject_is(small_plan: Plan) -> None:
    """The fox is in both shots: its boxes of all frames of the join."""
    job = tasks_of(joined(small_plan, "match"))["join:shot_002-shot_003"].job
    assert len(job.a_boxes) == len(job.b_boxes) == job.frames == 6
    seen = small_plan.boxes("shot_003", 0.0)["fox"]
    assert job.b_boxes[0] == pytest.approx(seen, abs=0.01)


def test_drawn_clips_are_shown_as_they_are(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan)
    assert not [name for name in tasks if name.startswith("steady:")]
    assert tasks["piece:shot_001"].job.source == tasks["shot:shot_001"].file


def test_learned_clips_are_shown_with_steady_light(small_plan: Plan) -> None:
    tasks = tasks_of(small_plan, keyframes="img2img", shots="animatediff")
    steady = tasks["steady:shot_002"]
    assert tasks["piece:shot_002"].job.source == steady.file
    assert tasks["join:shot_002-shot_003"].job.a == steady.file
    assert steady.job.first == tasks["shot:shot_001"].file
    assert steady.job.guide == tasks["guide:shot:shot_002"].file
    assert tasks["steady:shot_003"].job.first is None
