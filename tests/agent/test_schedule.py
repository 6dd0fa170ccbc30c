"""The order of work: after what a task depends on, what others wait for first, and room for what comes later."""

from __future__ import annotations

import pytest

from agent.jobs import MusicJob
from agent.stages import Schedule, Task, check_graph


def task(name: str, *deps: str, stage: str = "film", weight: float = 1.0) -> Task:
    job = MusicJob(mood="calm", seconds=1, seed=1, file=f"{name}.wav")
    return Task(id=name, stage=stage, label=name, file=job.file, parts={}, job=job, deps=deps, weight=weight)


def order(schedule: Schedule) -> list[str]:
    """The order in which one worker would do it all."""
    out = []
    while (item := schedule.next()) is not None:
        out.append(item.id)
        schedule.finish(item)
    return out


def test_after_what_it_depends_on_and_the_heaviest_first() -> None:
    schedule = Schedule()
    schedule.add([task("film", "a", "b"), task("a", weight=2), task("b", weight=5), task("c", "gone before")])
    assert order(schedule) == ["b", "a", "c", "film"]


def test_what_others_wait_for_goes_first() -> None:
    schedule = Schedule()
    schedule.add([task("heavy", weight=99), task("sheet", stage="references"), task("line", stage="voices")])
    assert order(schedule) == ["line", "sheet", "heavy"]


def test_where_models_fill_the_machine_one_stage_is_finished_before_the_next() -> None:
    tasks = [task("still_1", stage="keyframes", weight=10), task("still_2", stage="keyframes", weight=10)]
    tasks += [task("shot_1", "still_1", stage="shots", weight=90), task("shot_2", "still_2", stage="shots", weight=90)]
    tasks += [task("piece", "shot_1", weight=500)]
    found = {}
    for by_stage in (False, True):
        schedule = Schedule(by_stage=by_stage)
        schedule.add(tasks)
        found[by_stage] = order(schedule)
    assert found[True] == ["still_1", "still_2", "shot_1", "shot_2", "piece"]
    assert found[False] == ["still_1", "shot_1", "piece", "still_2", "shot_2"]


def test_few_lines_are_spoken_by_one_worker_and_many_by_several() -> None:
    for count, speaking in ((3, 1), (200, 5)):
        schedule = Schedule()
        schedule.add([task("picture"), *(task(f"line{i}", stage="voices") for i in range(count))])
        started = [item.id for _ in range(6) if (item := schedule.next()) is not None]
        assert sum(name.startswith("line") for name in started) == speaking
        assert "picture" in started


def test_tasks_that_are_added_while_others_run_wait_for_them() -> None:
    schedule = Schedule()
    schedule.add([task("shot")])
    shot = schedule.next()
    assert shot is not None
    schedule.add([task("piece", "shot"), task("film", "piece")])
    assert schedule.next() is None
    schedule.finish(shot)
    assert order(schedule) == ["piece", "film"]


@pytest.mark.parametrize("tasks", [[task("a", "nobody")], [task("a", "b"), task("b", "a")]])
def test_what_can_never_be_done_is_refused(tasks: list[Task]) -> None:
    with pytest.raises(ValueError, match="depend"):
        check_graph(tasks)
