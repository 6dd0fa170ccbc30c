"""Every version of a film can be found again: undo, redo, branches, another day, another process."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from agent.edits import Edit, Retime, SetCamera, SetLight, apply_edits
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


def one_of_each(plan: Plan) -> list[Edit]:
    """Every kind of edit."""
    first, second, third = (shot.id for shot in plan.shots)
    rows: list[dict[str, Any]] = [
        {"op": "add_shot", "text": "A fox waves.", "after": first}, {"op": "copy_shot", "shot": second},
        {"op": "remove_shots", "shots": (third,)}, {"op": "move_shot", "shot": third, "after": None},
        {"op": "split_shot", "shot": third}, {"op": "merge_shots", "shot": first},
        {"op": "retime", "shots": (first, second), "by": 0.5},
        {"op": "set_action", "shot": first, "text": "Mara waves."},
        {"op": "set_place", "shots": (first,), "place": "forest"},
        {"op": "set_light", "shots": (second,), "time": "night"},
        {"op": "set_style", "style": "noir"}, {"op": "set_camera", "shots": (third,), "framing": "close-up"},
        {"op": "set_transition", "shots": (first,), "kind": "dissolve"},
        {"op": "add_entity", "shots": (first,), "description": "a small dog"}, {"op": "remove_entity", "entity": "fox"},
        {"op": "rename_entity", "entity": "mara", "name": "Greta"},
        {"op": "redescribe", "entity": "mara", "description": "a green hat"},
        {"op": "set_costume", "entity": "mara", "description": "wearing a red scarf", "first": first},
        {"op": "add_line", "shot": first, "text": "Come in.", "speaker": "mara"},
        {"op": "change_line", "shot": second, "text": "Stay here."}, {"op": "remove_line", "shot": second},
        {"op": "set_voice", "entity": "mara", "pitch": 0.8}, {"op": "set_seed", "shots": (first,), "seed": 7},
        {"op": "use_file", "shot": second, "what": "clip", "file": "own/a.mp4"},
        {"op": "set_shot", "shot": third, "by": plan.shots[2].model_copy(update={"frames": 60}).model_dump()},
        {"op": "restage", "shots": (first,), "way": "mirrored"},
        {"op": "set_prompt", "shots": (first,), "words": "soft light"},
        {"op": "set_film", "title": "Fox", "music": False},
        {"op": "pin_entity", "entity": "mara", "reference": "own/mara.png"},
    ]  # fmt: skip
    return [KINDS.validate_python(row) for row in rows]


KINDS: TypeAdapter[Edit] = TypeAdapter(Edit)


def test_the_property_below_knows_every_kind_of_edit(small_plan: Plan) -> None:
    assert {type(edit) for edit in one_of_each(small_plan)} == set(get_args(get_args(Edit)[0]))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.integers(0, 28), min_size=1, max_size=6))
def test_as_many_undos_as_edits_give_the_same_digests(
    chosen: list[int], small_plan: Plan, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any edits, in any order, the same ones again: what cannot be done there is refused and changes nothing."""
    history = History(tmp_path_factory.mktemp("run"))
    history.keep(small_plan, "planned")
    plan, digests = small_plan, [digest(small_plan)]
    for edit in (one_of_each(small_plan)[number] for number in chosen):
        try:
            plan = changed(history, plan, edit, edit.op)
        except PlanError:
            assert digest(history.plan()) == digests[-1]
            continue
        digests.append(digest(plan))
    for wished in reversed(digests[:-1]):
        history.undo()
        assert digest(history.plan()) == wished
    for wished in digests[1:]:
        history.redo()
        assert digest(history.plan()) == wished
