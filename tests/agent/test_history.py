"""Every version of a film can be found again: undo, redo, branches, another day, another process."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.edits import Edit, Retime, SetCamera, SetLight, SplitShot, apply_edits
from agent.fingerprint import digest
from agent.history import History
from planners import Plan, PlanError

RAIN = SetLight(shots=("shot_001",), weather="rain")
LONGER = Retime(shots=("shot_002",), by=1.0)
CLOSE = SetCamera(shots=("shot_003",), framing="close-up")


def changed(history: History, plan: Plan, edit: Edit, words: str) -> Plan:
    made = apply_edits(plan, [edit])
    history.keep(made, words, [edit])
    return made


def test_undo_and_redo_walk_the_same_way(small_plan: Plan, tmp_path: Path) -> None:
    history = History(tmp_path)
    history.keep(small_plan, "planned")
    rainy = changed(history, small_plan, RAIN, "make it rain")
    longer = changed(history, rainy, LONGER, "longer")
    assert [version.words for version in history.undo(2)] == ["longer", "make it rain"]
    assert history.plan() == small_plan
    assert [version.words for version in history.redo()] == ["make it rain"]
    assert history.plan() == rainy
    assert history.redo()[0].edits == (LONGER,)
    assert history.plan() == longer
    with pytest.raises(PlanError, match="nothing to redo"):
        history.redo()
    history.undo(5)
    with pytest.raises(PlanError, match="nothing to undo"):
        history.undo()


def test_a_change_after_undo_loses_nothing(small_plan: Plan, tmp_path: Path) -> None:
    history = History(tmp_path)
    history.keep(small_plan, "planned")
    rainy = changed(history, small_plan, RAIN, "rain")
    history.undo()
    changed(history, small_plan, LONGER, "longer")
    with pytest.raises(PlanError, match="nothing to redo"):
        history.redo()
    lost = next(version for version in history.versions() if version.words == "rain")
    history.go_to(lost.id)
    assert history.plan() == rainy


def test_a_branch_leaves_the_film_as_it_is(small_plan: Plan, tmp_path: Path) -> None:
    history = History(tmp_path)
    history.keep(small_plan, "planned")
    rainy = changed(history, small_plan, RAIN, "rain")
    history.begin_branch("close")
    close = changed(history, rainy, CLOSE, "closer")
    history.switch("main")
    assert history.plan() == rainy
    history.switch("close")
    assert history.plan() == close
    assert set(history.branches()) == {"main", "close"}
    with pytest.raises(PlanError, match="branches: main, close"):
        history.switch("far")
    with pytest.raises(PlanError, match="already"):
        history.begin_branch("main")


def test_undo_works_after_a_restart(small_plan: Plan, tmp_path: Path) -> None:
    history = History(tmp_path)
    history.keep(small_plan, "planned")
    changed(history, small_plan, RAIN, "rain")
    script = f"from pathlib import Path; from agent.history import History; History(Path({str(tmp_path)!r})).undo()"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
    assert History(tmp_path).plan() == small_plan


def test_yesterdays_version_is_found_by_its_time(small_plan: Plan, tmp_path: Path) -> None:
    history = History(tmp_path)
    first = history.keep(small_plan, "planned")
    later = history.keep(apply_edits(small_plan, [RAIN]), "rain", [RAIN])
    assert history.at(first.made).id == first.id
    assert history.at(datetime.now(UTC)).id == later.id
    with pytest.raises(PlanError, match="before that"):
        history.at(first.made - timedelta(days=1))


def test_a_folder_without_history_says_so(tmp_path: Path) -> None:
    history = History(tmp_path)
    assert history.current() is None
    with pytest.raises(PlanError, match="nothing was changed yet"):
        history.plan()


EDITS = st.sampled_from(
    [
        RAIN, LONGER, CLOSE, SetLight(shots=("shot_002", "shot_003"), time="night"), SplitShot(shot="shot_003"),
        Retime(shots=("shot_001",), by=0.5), SetCamera(shots=("shot_001",), move="zoom in"),
    ]
)  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=1, max_size=5, unique_by=lambda edit: edit.op))
def test_as_many_undos_as_edits_give_the_same_digests(
    edits: list[Edit], small_plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    history = History(tmp_path_factory.mktemp("run"))
    history.keep(small_plan, "planned")
    plan, digests = small_plan, [digest(small_plan)]
    for edit in edits:
        plan = changed(history, plan, edit, edit.op)
        digests.append(digest(plan))
    for wished in reversed(digests[:-1]):
        history.undo()
        assert digest(history.plan()) == wished
    for wished in digests[1:]:
        history.redo()
        assert digest(history.plan()) == wished
