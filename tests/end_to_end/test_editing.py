"""A finished film is edited, looked at beforehand, and taken back; nothing is made twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.edits import RemoveShots, SetLight
from agent.fingerprint import file_digest
from planners import PlanError, load_plan, plan_to_yaml

RAIN = SetLight(shots=("shot_003",), weather="rain")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Film:
    return StoryAgent(workers=2).make(make_small_plan(), out=tmp_path_factory.mktemp("film") / "run")


@pytest.fixture
def film(first: Film, tmp_path: Path) -> Film:
    shutil.copytree(first.folder, tmp_path / "run")
    return StoryAgent(workers=2).open(tmp_path / "run")


def made(film: Film) -> set[str]:
    """What was made, the film's own parts aside."""
    return {
        name
        for name in film.made
        if name.partition(":")[0] in ("keyframe", "shot", "join", "reference", "line", "card")
    }


def test_a_preview_says_just_what_is_then_made(film: Film) -> None:
    seen = film.preview(RAIN)
    assert seen.lines == ("shot 3: weather: clear -> rain",)
    assert seen.outlook.sentence() == "remakes 1 keyframe, 1 shot, 1 join and 1 end card"
    assert not (film.folder / "history.sqlite").exists()
    changed = film.edit(RAIN)
    assert made(changed) == {row.task for row in seen.outlook.remade}
    assert changed.plan == seen.plan == load_plan(film.folder / "01_plan/plan.yaml")


def test_undo_and_redo_make_nothing_and_give_the_same_film(film: Film) -> None:
    before = file_digest(film.video)
    rainy = film.edit(RAIN)
    after = file_digest(rainy.video)
    back = rainy.undo()
    assert (made(back), file_digest(back.video), back.plan) == (set(), before, film.plan)
    again = back.redo()
    assert (made(again), file_digest(again.video)) == (set(), after)
    with pytest.raises(PlanError, match="nothing to redo"):
        again.redo()


def test_a_removed_shot_comes_back_from_what_was_kept(film: Film) -> None:
    shorter = film.edit(RemoveShots(shots=("shot_003",)))
    assert len(shorter.plan.shots) == 2
    assert not (film.folder / "04_shots/shot_003.mp4").exists()
    assert made(shorter.undo()) == set()
    assert (film.folder / "04_shots/shot_003.mp4").is_file()


def test_a_plan_changed_by_hand_is_a_version_too(film: Film) -> None:
    agent = StoryAgent(workers=2)
    film.edit(RAIN)
    path = film.folder / "01_plan/plan.yaml"
    plan = load_plan(path).model_copy(update={"title": "By hand"})
    path.write_text(plan_to_yaml(plan), encoding="utf-8")
    longer = agent.revise(agent.make(film.folder), "make shot 3 one second longer")
    assert [version.words for version in longer.history.versions()][-2:] == [
        "edited by hand", "make shot 3 one second longer",
    ]  # fmt: skip
    assert longer.undo().plan.title == "By hand"


def test_an_edit_that_fails_changes_nothing(film: Film) -> None:
    text = (film.folder / "01_plan/plan.yaml").read_bytes()
    with pytest.raises(PlanError):
        film.edit(RAIN, RemoveShots(shots=("shot_009",)))
    assert (film.folder / "01_plan/plan.yaml").read_bytes() == text
    assert not (film.folder / "history.sqlite").exists()
