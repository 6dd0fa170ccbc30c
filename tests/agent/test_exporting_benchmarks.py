"""Folders for outside evaluators, read here by the rules of those evaluators' own readers, written anew."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.exporting import export_run
from agent.exporting.vbench import long_name
from agent.store import Store


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    plan = make_small_plan()
    return StoryAgent(workers=2, voice="none").make(plan, out=tmp_path_factory.mktemp("outside") / "run")


def test_vbench_finds_a_prompt_for_every_video_and_no_other_file(film: Film, tmp_path: Path) -> None:
    done = export_run(film.plan, Store(film.folder), to="vbench", out=tmp_path / "v")
    prompts = json.loads((tmp_path / "v/prompts.json").read_text())
    videos = sorted(path.name for path in (tmp_path / "v/shots").iterdir())
    assert videos == sorted(prompts)
    assert [prompts[name] for name in videos] == [shot.text for shot in film.plan.shots]
    linked = tmp_path / "v/shots" / videos[0]
    assert linked.read_bytes() == (film.folder / "04_shots/shot_001.mp4").read_bytes()
    assert any("handle" in note for note in done.notes)
    told = json.loads((tmp_path / "v/shots.json").read_text())
    assert {name: row["long"] for name, row in told.items()} == {
        name: row["frames"] >= 5 * film.plan.fps for name, row in told.items()
    }
    assert "--use_semantic_splitting" in (tmp_path / "v/README.txt").read_text()
    again = export_run(film.plan, Store(film.folder), to="vbench", out=tmp_path / "v")
    assert again.files == done.files


@pytest.mark.parametrize(
    ("prompt", "read"),
    [
        ("A fox runs.", "A fox runs"),
        ("a/b: the -Scene of 3-4", "a b the Scene of 3 4"),
        ("x" * 400, "x" * 45),
        ("狐狸" * 200, "狐狸" * 22 + "狐"),
        ("//", "film"),
    ],
)
def test_vbench_long_reads_the_prompt_back_from_the_name(prompt: str, read: str) -> None:
    name = long_name(prompt)
    assert name == read
    assert len(f"{name}.mp4".encode()) < 200
    assert re.sub(r"-\d+$", "", name.split("-Scene")[0]) == name


def test_vistorybench_has_all_fields_pictures_and_stills_in_their_places(film: Film, tmp_path: Path) -> None:
    export_run(film.plan, Store(film.folder), to="vistorybench", out=tmp_path / "b")
    story = tmp_path / "b/dataset/ViStory/01"
    told = json.loads((story / "story.json").read_text())
    fields = {
        "Setting Description", "Plot Correspondence", "Characters Appearing", "Static Shot Description",
        "Shot Perspective Design",
    }  # fmt: skip
    assert [shot["index"] for shot in told["Shots"]] == [1, 2, 3]
    for shot in told["Shots"]:
        assert fields <= set(shot)
        assert all(set(shot[field]) == {"en", "ch"} for field in fields)
        assert set(shot["Characters Appearing"]["en"]) <= set(told["Characters"])
    assert told["Shots"][0]["Characters Appearing"]["en"] == ["Mara", "red fox"]
    for key, character in told["Characters"].items():
        assert {"tag", "name_en", "prompt_en", "num_of_appearances"} <= set(character)
        pictures = sorted((story / "image" / key).iterdir())
        assert pictures[0].name == "00.png"
        assert pictures[0].read_bytes()[:4] == b"\x89PNG"
    assert told["Characters"]["Mara"]["num_of_appearances"] == 2
    (made,) = (tmp_path / "b/outputs/storyreel/base/en").iterdir()
    datetime.strptime(made.name, "%Y%m%d-%H%M%S")
    stills = sorted(path.name for path in (made / "01/shots").iterdir())
    assert stills == ["shot_01.png", "shot_02.png", "shot_03.png"]
