"""The stored plan: a file of an earlier version reads as the same plan, and mistakes in it are named by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from planners import Plan, StoryError, load_plan, plan_from_yaml, plan_to_yaml

GOLDEN = Path(__file__).parents[1] / "golden" / "plan.yaml"


def test_the_golden_plan_reads_and_is_written_the_same() -> None:
    assert plan_to_yaml(load_plan(GOLDEN)) == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_plan_is_the_small_plan(small_plan: Plan) -> None:
    assert load_plan(GOLDEN) == small_plan


def test_a_plan_without_heads_frames_people_as_before(small_plan: Plan) -> None:
    text = GOLDEN.read_text(encoding="utf-8")
    assert "head:" not in text
    assert small_plan.boxes("shot_002", 0.5)["mara"][1] < 0.3


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("framing:", "framming:"),
        ("frames: 36", "frame: 36"),
        ("facing: left", "facing: leftt"),
        ("kind: place", "kind: plaec"),
    ],
)
def test_a_slip_of_the_pen_is_named_with_its_line(right: str, wrong: str) -> None:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if right in line)
    lines[at] = lines[at].replace(right, wrong, 1)
    with pytest.raises(StoryError) as caught:
        plan_from_yaml("\n".join(lines), "plan.yaml")
    message = str(caught.value)
    assert f"line {at + 1}" in message
    assert right.partition(":")[2].strip() in message or right.partition(":")[0] in message
