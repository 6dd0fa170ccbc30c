"""The planner benchmark can tell a right layout from a wrong one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.layout_rules import MOMENTS, rules
from planners import Key, Plan, Story, make_plan

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def judged() -> dict[str, tuple[object, Plan]]:
    return {rule.family: (rule, make_plan(Story(story=rule.prompt, narration=False))) for rule in rules(1)}


def _shifted(plan: Plan) -> Plan:
    """Every figure goes backwards and one of each kind is lost."""
    shots = []
    for shot in plan.shots:
        tracks = [
            track.model_copy(update={"keys": tuple(Key(t=1 - key.t, box=key.box) for key in reversed(track.keys))})
            for track in shot.layout[1:]
        ]
        shots.append(shot.model_copy(update={"layout": tuple(tracks)}))
    return plan.model_copy(update={"shots": tuple(shots)})


@pytest.mark.parametrize("family", ["count", "colour", "presence", "direction", "way points"])
def test_a_spoilt_layout_fails_its_rule(judged: dict[str, tuple[object, Plan]], family: str) -> None:
    rule, plan = judged[family]
    assert rule.holds(plan), rule.prompt  # type: ignore[attr-defined]
    assert not rule.holds(_shifted(plan)), rule.prompt  # type: ignore[attr-defined]


def test_the_same_seed_gives_the_same_prompts() -> None:
    assert [rule.prompt for rule in rules(3, seed=5)] == [rule.prompt for rule in rules(3, seed=5)]
    assert [rule.prompt for rule in rules(3, seed=5)] != [rule.prompt for rule in rules(3, seed=6)]
    assert MOMENTS[0] == 0
    assert MOMENTS[-1] == 1


def test_the_benchmark_prints_a_row() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "planner_scores.py"), "--count", "1", "--only", "layout"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT, check=True)
    head, _, row = done.stdout.splitlines()[:3]
    assert head.startswith("| planner | count | colour | presence | direction | way points |")
    assert row.startswith("| rules | 1/1 |")
