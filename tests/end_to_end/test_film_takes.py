"""Takes of a shot: made beside the film, seen side by side, picked, taken back; nothing is made twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.edits import SetSeed
from agent.fingerprint import file_digest
from agent.store import Store
from agent.takes import Takes
from planners import PlanError

SHOT = "shot_002"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Film:
    plan = make_small_plan()
    return StoryAgent(workers=2, voice="none").make(plan, out=tmp_path_factory.mktemp("film") / "run")


@pytest.fixture
def film(first: Film, tmp_path: Path) -> Film:
    shutil.copytree(first.folder, tmp_path / "run")
    return StoryAgent(workers=2, voice="none").open(tmp_path / "run")


def files(film: Film) -> dict[str, str]:
    parts = ("01_plan", "02_references", "03_keyframes", "04_shots", "05_joins", "06_film")
    paths = (path for part in parts for path in (film.folder / part).rglob("*") if path.is_file())
    return {path.relative_to(film.folder).as_posix(): file_digest(path) for path in paths}


def kinds(film: Film) -> set[str]:
    return {name.partition(":")[0] for name in film.made}


def test_takes_leave_the_film_alone_and_a_picked_one_is_not_made_again(film: Film) -> None:
    before = files(film)
    takes = film.takes(SHOT, count=2)
    assert [(item.number, item.accepted is None or item.scores != {}) for item in takes] == [(1, True), (2, True)]
    assert len({item.differs for item in takes}) == 2
    assert files(film) == before
    sheet = film.folder / "takes" / f"{SHOT}.png"
    assert sheet.stat().st_size > 10_000

    picked = film.pick(SHOT, 2)
    assert not {"keyframe", "shot", "reference"} & kinds(picked)
    assert "join" in kinds(picked)
    assert picked.plan.shot(SHOT).camera != film.plan.shot(SHOT).camera
    after = files(picked)
    changed = {name for name in after if before.get(name) != after[name] and name.startswith(("03", "04"))}
    assert changed == {f"0{n}_{kind}/{SHOT}.{end}" for n, kind, end in [
        (3, "keyframes", "png"), (3, "keyframes", "json"), (4, "shots", "mp4"), (4, "shots", "json"),
    ]}  # fmt: skip
    other = picked.pick(SHOT, 1) if takes[0].edits != takes[1].edits else picked
    assert not {"keyframe", "shot", "reference"} & kinds(other.undo())
    back = other.undo().undo()
    assert back.plan == film.plan
    assert {name: digest for name, digest in files(back).items() if name[:2] in ("03", "04")} == {
        name: digest for name, digest in before.items() if name[:2] in ("03", "04")
    }


def test_takes_that_were_queued_by_a_killed_run_are_made_by_the_next_and_none_twice(film: Film) -> None:
    kept = Takes(Store(film.folder), StoryAgent(workers=2, voice="none").settings)
    kept.queue(film.plan, [SHOT], 1, "camera")
    assert [item.made for item in kept.of(SHOT)] == [None]
    wished = [(SetSeed(shots=("shot_003",), seed=99),)]
    assert [item.number for item in film.takes(SHOT, count=1)] == [1]
    one = film.takes("shot_003", count=1, vary=wished)
    assert [item.differs for item in one] == ["seed 99"]
    assert len(film.takes(SHOT, count=1)) == 2
    with pytest.raises(PlanError, match="has no take 7"):
        film.pick(SHOT, 7)
    with pytest.raises(PlanError, match="more variants"):
        film.takes("shot_003", count=1, vary=wished)


def test_a_run_that_died_inside_a_take_leaves_a_film_that_the_next_run_puts_back(film: Film) -> None:
    before = files(film)
    kept = Takes(Store(film.folder), StoryAgent(workers=2, voice="none").settings)

    def die(plan: object, names: object) -> None:
        from agent.attic import Attic

        Attic(Store(film.folder)).set_aside(f"04_shots/{SHOT}.json")
        raise KeyboardInterrupt

    kept.queue(film.plan, [SHOT], 1, "camera")
    with pytest.raises(KeyboardInterrupt):
        kept.make(film.plan, [SHOT], die)
    made = StoryAgent(workers=2, voice="none").make(film.folder)
    assert not {"keyframe", "shot"} & kinds(made)
    assert {name: digest for name, digest in files(made).items() if name[:2] in ("03", "04")} == {
        name: digest for name, digest in before.items() if name[:2] in ("03", "04")
    }


def test_only_some_shots_are_made_when_no_others_are_asked_for(tmp_path: Path) -> None:
    agent = StoryAgent(workers=2, voice="none")
    some = agent.make(make_small_plan(), out=tmp_path / "run", only=["3"])
    assert sorted(path.name for path in (tmp_path / "run/04_shots").glob("*.mp4")) == ["shot_003.mp4"]
    assert not some.video.exists()
    with pytest.raises(PlanError, match="shots 1 to 3"):
        agent.make(make_small_plan(), out=tmp_path / "run", only=["9"])
