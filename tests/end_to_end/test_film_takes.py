"""Takes of a shot: made beside the film, seen side by side, picked, taken back; nothing is made twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from image_server import ImageServer
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.edits import SetSeed
from agent.fingerprint import file_digest
from agent.lock import held
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
    assert {name for name, digest in files(film).items() if before.get(name) != digest} == {"06_film/storyboard.html"}
    sheet = film.folder / "takes" / f"{SHOT}.png"
    assert sheet.stat().st_size > 10_000

    page = film.storyboard.read_text(encoding="utf-8")
    assert all(f"<strong>Take {item.number}</strong><span>{item.differs}</span>" in page for item in takes)
    assert "in the film</span>" not in page

    picked = film.pick(SHOT, 2)
    assert '<strong>Take 2</strong> <span class="tag">in the film</span>' in film.storyboard.read_text(encoding="utf-8")
    assert not {"keyframe", "shot", "reference"} & kinds(picked)
    assert "join" in kinds(picked)
    assert picked.plan.shot(SHOT).camera != film.plan.shot(SHOT).camera
    after = files(picked)
    changed = {name for name in after if before.get(name) != after[name] and name.startswith(("03", "04"))}
    assert changed == {f"0{n}_{kind}/{SHOT}.{end}" for n, kind, end in [
        (3, "keyframes", "png"), (3, "keyframes", "json"), (4, "shots", "mp4"), (4, "shots", "json"),
    ]}  # fmt: skip
    other = picked.pick(SHOT, 1)
    assert not {"keyframe", "shot", "reference"} & kinds(other)
    own = other.pick(SHOT, 0)
    assert (own.plan, kinds(own) & {"keyframe", "shot"}) == (film.plan, set())
    back = own.undo(3)
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
    with pytest.raises(PlanError, match="no other variant of shot_003"):
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


def test_takes_by_layout_stand_elsewhere_and_are_picked_back_and_forth(film: Film) -> None:
    first, second = film.takes("shot_003", count=2, vary="layout")
    assert first.differs.startswith("staged ")
    assert first.shot is not None
    assert first.shot.layout != second.shot.layout != film.plan.shot("shot_003").layout
    one = film.pick("shot_003", 1)
    two = one.edit(SetSeed(shots=("shot_002",), seed=5)).pick("shot_003", 2)
    assert (two.plan.shot("shot_003").layout, two.plan.shot("shot_002").seed) == (second.shot.layout, 5)
    assert [item.stands(Store(film.folder), "shot_003") for item in two.taken("shot_003")] == [False, True]


def test_takes_by_prompt_are_refused_where_nobody_reads_one(film: Film) -> None:
    with pytest.raises(PlanError, match="animatic reads no prompt"):
        film.takes(SHOT, vary="prompt")
    assert film.taken(SHOT) == ()


def test_takes_by_prompt_ask_the_model_in_other_words(film: Film, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary-41bd7780ac93")
    with ImageServer() as server:
        agent = StoryAgent(
            workers=2, voice="none", keyframes=f"openai-images:tiny?endpoint={server.url}&price=0.1", budget=2.0
        )
        paid = agent.render(agent.open(film.folder))
        before = len(server.requests)
        takes = paid.takes(SHOT, count=2, vary="prompt")
        said = [request.fields["prompt"] for request in server.requests[before:]]
    assert len(said) == len(set(said)) == 2
    assert [item.differs for item in takes] == ["prompt begins with mara", "prompt begins with the actions"]
    assert said[1].startswith("Mara says")
    assert [item.stands(Store(film.folder), SHOT) for item in paid.pick(SHOT, 2).taken(SHOT)] == [False, True]


def test_takes_are_queued_while_the_folder_is_busy_taken_off_and_made_together(film: Film) -> None:
    with held(film.folder):
        film.takes("shot_002", "shot_003", count=1, make=False)
        assert [shot for shot, _ in film.queued_takes()] == ["shot_002", "shot_003"]
        assert film.drop_takes("shot_003") == 1
        film.takes("shot_001", count=1, make=False)
    made = film.make_takes()
    assert [item.made is not None for item in made] == [True, True]
    assert sorted(path.name for path in (film.folder / "takes").iterdir()) == ["shot_001.png", "shot_002.png"]
    assert film.queued_takes() == ()
