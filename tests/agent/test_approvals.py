"""A film waits for a person after its plan and its references, and goes on from another process with their edits."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from agent import ApprovalNeeded, NothingWaits, StoryAgent
from agent.cli import main

STORY = {
    "title": "Fox",
    "shots": [{"action": "A fox runs across a field at night.", "duration": 1}],
    "size": "320x180",
    "fps": 12,
    "music": False,
    "narration": False,
}


def _agent(**settings: object) -> StoryAgent:
    return StoryAgent(voice="none", workers=1, **settings)


def test_nothing_is_made_before_the_plan_is_approved(tmp_path: Path) -> None:
    run = tmp_path / "run"
    with pytest.raises(ApprovalNeeded) as waits:
        _agent(approve=("plan",)).make(STORY, out=run)
    assert waits.value.stage == "plan"
    assert (run / "01_plan/plan.yaml").is_file()
    assert not list(run.glob("0[2-6]_*/*")), "only the plan was made"


def test_the_answer_comes_later_from_elsewhere_with_edits(tmp_path: Path) -> None:
    first = tmp_path / "run"
    with pytest.raises(ApprovalNeeded):
        _agent(approve=("plan", "references")).make(STORY, out=first)
    moved = tmp_path / "another machine" / "run"
    shutil.move(first, moved)
    plan = moved / "01_plan/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("time: night", "time: dawn"), encoding="utf-8")
    with pytest.raises(ApprovalNeeded) as waits:
        StoryAgent(workers=1).approve(moved)
    assert waits.value.stage == "references"
    (picture,) = [path for path in (moved / "02_references").glob("*.png") if "fox" in path.name]
    picture.write_bytes(picture.read_bytes() + b"touched by hand")
    film = StoryAgent(workers=1).approve(moved)
    assert film.plan.scenes[0].time == "dawn", "the edited plan is the one that was approved"
    assert picture.read_bytes().endswith(b"touched by hand"), "a replaced reference is kept"
    assert film.video.is_file()
    assert not film.plan.narration, "the settings that the film was begun with hold"


def test_a_plan_that_changes_after_its_approval_waits_again(tmp_path: Path) -> None:
    run = tmp_path / "run"
    with pytest.raises(ApprovalNeeded):
        _agent(approve=("plan", "references")).make(STORY, out=run)
    with pytest.raises(ApprovalNeeded):
        _agent().approve(run)
    plan = run / "01_plan/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("time: night", "time: dusk"), encoding="utf-8")
    with pytest.raises(ApprovalNeeded) as waits:
        _agent().approve(run)
    assert waits.value.stage == "plan"


def test_words_change_the_plan_and_it_waits_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = tmp_path / "run"
    with pytest.raises(ApprovalNeeded):
        _agent(approve=("plan",)).make(STORY, out=run)
    assert main(["approve", str(run), "--change", "make shot 1 rainy", "--quiet"]) == 5
    assert "storyreel approve" in capsys.readouterr().err
    assert StoryAgent().open(run).plan.scenes[0].weather == "rain"


def test_approving_twice_or_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NothingWaits, match="nothing waits"):
        _agent().approve(tmp_path)
    assert main(["approve", str(tmp_path)]) == 2
    assert "nothing waits" in capsys.readouterr().err
    with pytest.raises(SystemExit) as wrong:
        main(["make", "x.txt", "--approve", "keyframes"])
    assert wrong.value.code == 2
    assert "allowed: plan, references" in capsys.readouterr().err


def test_no_login_of_an_endpoint_is_kept(tmp_path: Path) -> None:
    run = tmp_path / "run"
    with pytest.raises(ApprovalNeeded):
        _agent(approve=("plan",), endpoint="http://user:canary-key@localhost:9/v1").make(STORY, out=run)
    with sqlite3.connect(run / "approvals.sqlite") as base:
        rows = [str(row) for table in ("checkpoints", "writes") for row in base.execute(f"select * from {table}")]
    assert rows
    assert not any("canary-key" in row for row in rows)
