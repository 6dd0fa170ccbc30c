"""A small plan becomes a film that plays, is made only once, and is remade only where it changed."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.sound.mix import Meter
from agent.sound.wav import RATE
from planners import Plan, Transition


def digests(folder: Path) -> dict[str, str]:
    """Every artefact's digest; records, logs, and the page that tells them aside."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".json", ".jsonl", ".html")
    }


def make(plan: Plan, out: Path) -> Film:
    return StoryAgent(workers=2).make(plan, out=out)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Film:
    return make(make_small_plan(), tmp_path_factory.mktemp("film") / "run")


@pytest.fixture
def run(first: Film, tmp_path: Path) -> Path:
    """A copy of the finished run, somewhere else: run folders may be moved."""
    shutil.copytree(first.folder, tmp_path / "moved")
    return tmp_path / "moved"


def test_the_film_plays_everywhere(first: Film) -> None:
    with av.open(str(first.video)) as film:
        picture, sound = film.streams.video[0], film.streams.audio[0]
        assert (picture.codec_context.name, picture.codec_context.profile) == ("h264", "High")
        assert picture.codec_context.pix_fmt == "yuv420p"
        assert (picture.width, picture.height) == (320, 180)
        assert picture.average_rate == 12
        assert (sound.codec_context.name, sound.rate, sound.layout.nb_channels) == ("aac", RATE, 2)
        stamps = [frame.pts for frame in film.decode(picture)]
    assert len(stamps) == first.plan.frames == 96
    assert len(set(np.diff(stamps))) == 1, "the frame rate is not constant"
    head = first.video.read_bytes()[:4096]
    assert head.find(b"moov") != -1, "not faststart: a browser would have to load all of it first"


def test_sound_has_the_films_length_and_loudness(first: Film) -> None:
    meter, count = Meter(), 0
    with av.open(str(first.video)) as film:
        for frame in film.decode(audio=0):
            block = frame.to_ndarray().T
            meter.feed(np.ascontiguousarray(block, np.float32))
            count += len(block)
    level = meter.result()
    assert abs(count / RATE - 8.0) < 0.06
    assert abs(level.lufs + 16) <= 1
    assert level.peak_dbtp < -1


def test_every_stage_left_its_files(first: Film) -> None:
    names = set(digests(first.folder))
    for name in (
        "01_plan/plan.yaml", "02_references/mara.png", "02_references/fox.safetensors", "03_keyframes/shot_002.png",
        "04_shots/shot_001.mp4", "04_shots/lines/shot_002_1.wav", "05_joins/shot_002-shot_003.mp4",
        "06_film/film.mp4", "06_film/film.srt", "06_film/film.vtt", "06_film/credits.txt", "06_film/contact.png",
    ):  # fmt: skip
        assert name in names
    report = json.loads((first.folder / "report.json").read_text())
    assert report["frames"] == 96
    assert not [row for row in (first.folder / "events.jsonl").read_text().splitlines() if str(first.folder) in row]


def test_captions_are_in_the_picture(first: Film, tmp_path: Path) -> None:
    plain = make(make_small_plan().model_copy(update={"subtitles": "off"}), tmp_path / "plain")

    def frame(film: Film) -> np.ndarray:
        with av.open(str(film.video)) as stream:
            for index, picture in enumerate(stream.decode(video=0)):
                if index == 10:
                    return picture.to_ndarray(format="gray")
        raise AssertionError("the film has no frame 10")

    burnt, clean = frame(first).astype(int), frame(plain).astype(int)
    low = slice(int(180 * 0.75), 180)
    assert np.abs(burnt[low] - clean[low]).max() > 100
    assert np.abs(burnt[:90] - clean[:90]).mean() < 4


def test_a_second_run_makes_nothing(run: Path) -> None:
    before = digests(run)
    again = make(make_small_plan(), run)
    assert again.made == {}
    assert digests(run) == before


def test_a_second_run_loads_nothing_that_draws_speaks_or_plans(run: Path) -> None:
    code = (
        "import sys; from agent import StoryAgent; film = StoryAgent().make(sys.argv[1]);"
        "heavy = {'skia', 'spacy', 'langgraph', 'scipy.signal'}; print(len(film.made), heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(run)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0 set()"


def test_a_changed_shot_remakes_itself_and_its_joins_only(run: Path) -> None:
    before, plan = digests(run), make_small_plan()
    shot = plan.shots[0]
    beats = (shot.beats[0].model_copy(update={"action": "run"}),)
    changed = plan.model_copy(update={"shots": (shot.model_copy(update={"beats": beats}), *plan.shots[1:])})
    film = make(changed, run)
    assert set(film.made) == {"keyframe:shot_001", "shot:shot_001", "piece:shot_001", "contact", "film"}
    assert film.made["shot:shot_001"] == "changed: keyframe:shot_001"
    after = digests(run)
    for name in ("04_shots/shot_002.mp4", "04_shots/shot_003.mp4", "05_joins/shot_002-shot_003.mp4"):
        assert after[name] == before[name]
    assert after["04_shots/shot_001.mp4"] != before["04_shots/shot_001.mp4"]


def test_a_changed_join_remakes_itself_and_its_frames_only(run: Path) -> None:
    before, plan = digests(run), make_small_plan()
    shots = list(plan.shots)
    shots[1] = shots[1].model_copy(update={"transition": Transition(kind="match", frames=6)})
    film = make(plan.model_copy(update={"shots": tuple(shots)}), run)
    assert set(film.made) == {"join:shot_002-shot_003", "piece:shot_002-shot_003", "film"}
    after = digests(run)
    assert after["05_joins/shot_002-shot_003.mp4"] != before["05_joins/shot_002-shot_003.mp4"]
    changed = {
        name for name in after if name.startswith(("04_shots", "06_film/pieces")) and after[name] != before[name]
    }
    assert {name for name in changed if name.endswith(".mp4")} == {"06_film/pieces/shot_002-shot_003.mp4"}


@pytest.mark.parametrize(
    "name", ["02_references/fox.png", "03_keyframes/shot_003.png", "04_shots/shot_003.mp4", "06_film/film.mp4"]
)
def test_a_deleted_file_is_remade_the_same(run: Path, name: str) -> None:
    before = digests(run)
    (run / name).unlink()
    film = make(make_small_plan(), run)
    assert list(film.made.values()) == [f"missing: {name}"]
    assert digests(run) == before


def test_the_same_plan_gives_the_same_film(first: Film, tmp_path: Path) -> None:
    other = make(make_small_plan(), tmp_path / "other")
    mine, theirs = digests(first.folder), digests(other.folder)
    assert mine == theirs


def test_artefacts_of_a_removed_shot_go(run: Path) -> None:
    plan = make_small_plan()
    film = make(plan.model_copy(update={"shots": plan.shots[:2]}), run)
    assert not (run / "04_shots/shot_003.mp4").exists()
    assert not (run / "05_joins/shot_002-shot_003.mp4").exists()
    assert film.timeline.frames == 72


def test_revise_changes_one_shot_and_the_change_stays(run: Path) -> None:
    agent = StoryAgent(workers=2)
    before = digests(run)
    film = agent.revise(agent.open(run), "make shot 3 rainy")
    assert "shot:shot_003" in film.made
    assert "shot:shot_001" not in film.made
    assert digests(run)["04_shots/shot_001.mp4"] == before["04_shots/shot_001.mp4"]
    assert agent.make(run).made == {}


def test_a_new_scene_before_a_shot_does_not_remake_it(run: Path) -> None:
    plan = make_small_plan()
    first = plan.scenes[0].model_copy(update={"id": "scene_00", "weather": "rain", "shots": ("shot_001",)})
    moved = plan.shots[0].model_copy(update={"scene": "scene_00"})
    renamed = [plan.scenes[0].model_copy(update={"shots": ("shot_002",)}), plan.scenes[1]]
    film = make(plan.model_copy(update={"scenes": (first, *renamed), "shots": (moved, *plan.shots[1:])}), run)
    assert {"shot:shot_002", "shot:shot_003"}.isdisjoint(film.made)
    assert "shot:shot_001" in film.made
