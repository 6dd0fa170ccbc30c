"""The user's own picture or clip takes the place of a generated one, is never written again, and can be given back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.edits import SetCamera, UseFile
from agent.fingerprint import file_digest
from generators.encode import ClipWriter
from planners import PlanError, StoryError

RED, BLUE = (20, 20, 230), (230, 40, 20)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Film:
    return StoryAgent(workers=2, voice="none").make(make_small_plan(), out=tmp_path_factory.mktemp("own") / "run")


@pytest.fixture
def film(first: Film, tmp_path: Path) -> Film:
    shutil.copytree(first.folder, tmp_path / "run")
    return StoryAgent(workers=2, voice="none").open(tmp_path / "run")


@pytest.fixture
def sketch(tmp_path: Path) -> Path:
    """Left half red, right half blue (in OpenCV's order), of another shape than the film."""
    picture = np.zeros((300, 300, 3), np.uint8)
    picture[:, :150], picture[:, 150:] = RED, BLUE
    cv2.imwrite(str(tmp_path / "sketch.png"), picture)
    return tmp_path / "sketch.png"


def frames(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]).astype(int)


def test_a_picture_is_honoured_marked_and_its_shot_made_of_it(film: Film, sketch: Path) -> None:
    mine = file_digest(sketch)
    made = film.edit(UseFile.model_construct(op="use_file", shot="shot_002", what="keyframe", file=str(sketch)))
    still = cv2.imread(str(made.folder / "03_keyframes/shot_002.png"))
    assert still.shape == (180, 320, 3)
    assert still[90, 20].tolist() == list(RED)
    shown = frames(made.folder / "04_shots/shot_002.mp4")
    assert shown[5, 90, 20, 0] > 180
    assert {"keyframe:shot_002", "shot:shot_002"} <= set(made.made)
    assert not {"shot:shot_001", "shot:shot_003"} & set(made.made)
    assert any("cut off above and below" in lost for lost in made.downgrades)
    assert any(
        "animatic makes shots from the plan and cannot start from your picture" in lost for lost in made.downgrades
    )
    kept = next((made.folder / "own").iterdir())
    assert file_digest(kept) == mine
    back = made.edit(UseFile(shot="shot_002", what="keyframe", file=None))
    assert file_digest(kept) == mine
    assert "shot:shot_002" not in back.made
    assert back.plan == film.plan


def test_the_camera_moves_over_the_picture(film: Film, sketch: Path) -> None:
    made = film.edit(
        UseFile.model_construct(op="use_file", shot="shot_002", what="keyframe", file=str(sketch)),
        SetCamera(shots=("shot_002",), move="right"),
    )
    shown = frames(made.folder / "04_shots/shot_002.mp4")
    blue = (shown[..., 2] > shown[..., 0]).mean(axis=(1, 2))
    assert blue[-1] > blue[0] + 0.1


def test_a_clip_is_brought_to_the_films_form(film: Film, tmp_path: Path) -> None:
    with ClipWriter(tmp_path / "mine.mp4", size=(160, 160), fps=24) as clip:
        for number in range(12):
            clip.write(np.full((160, 160, 3), 40 + 16 * number, np.uint8))
    made = film.edit(
        UseFile.model_construct(op="use_file", shot="shot_003", what="clip", file=str(tmp_path / "mine.mp4"))
    )
    shown = frames(made.folder / "04_shots/shot_003.mp4")
    assert shown.shape[0] >= made.plan.shot("shot_003").frames
    assert shown[5].mean() > shown[0].mean() + 60
    assert any("its last frame stands" in lost for lost in made.downgrades)
    assert made.plan.frames == film.plan.frames


def test_files_that_cannot_be_used_are_said(film: Film, tmp_path: Path) -> None:
    def use(file: Path, what: str = "keyframe") -> None:
        film.edit(UseFile.model_construct(op="use_file", shot="shot_002", what=what, file=str(file)))

    with pytest.raises(PlanError, match="there is no file"):
        use(tmp_path / "none.png")
    with pytest.raises(PlanError, match="is no keyframe"):
        use(tmp_path / "notes.txt")
    assert not (film.folder / "history.sqlite").exists()


def test_a_story_pins_files_beside_it(sketch: Path) -> None:
    story = {
        "title": "Own", "size": [320, 180], "fps": 12, "narration": False, "music": False,
        "shots": [{"action": "A fox sits.", "duration": 1, "keyframe": "sketch.png"}, "A fox runs."],
    }  # fmt: skip
    path = sketch.parent / "own.yaml"
    path.write_text(json.dumps(story), encoding="utf-8")
    film = StoryAgent(workers=1, voice="none").make(path, out=sketch.parent / "out")
    assert film.plan.shots[0].keyframe is not None
    assert (film.folder / film.plan.shots[0].keyframe).is_file()
    sketch.unlink()
    path.write_text(json.dumps(story | {"title": "Other"}), encoding="utf-8")
    with pytest.raises(StoryError, match="no picture"):
        StoryAgent(workers=1, voice="none").make(path, out=sketch.parent / "other")


def paint(path: Path, share: float = 0.5) -> bytes:
    """Paint over the upper part of a picture, in place."""
    picture = cv2.imread(str(path))
    picture[: int(picture.shape[0] * share)] = RED
    cv2.imwrite(str(path), picture)
    return path.read_bytes()


def test_a_keyframe_that_is_painted_over_where_it_lies_is_honoured_and_only_its_shot_moves_again(film: Film) -> None:
    still = film.folder / "03_keyframes/shot_002.png"
    mine = paint(still)
    told = film.preview().outlook
    assert {row.task for row in told.remade if row.stage in ("keyframes", "shots")} == {
        "keyframe:shot_002",
        "shot:shot_002",
    }
    assert not (film.folder / "own").exists()
    made = StoryAgent(workers=2, voice="none").make(film.folder)
    assert {name for name in made.made if name.startswith(("keyframe", "shot", "reference"))} == {
        "keyframe:shot_002",
        "shot:shot_002",
    }
    (kept,) = (film.folder / "own").iterdir()
    assert kept.read_bytes() == mine
    assert cv2.imread(str(still))[40, 160].tolist() == list(RED)
    assert frames(film.folder / "04_shots/shot_002.mp4")[5, 20, 160, 0] > 180
    assert "your picture" in made.storyboard.read_text(encoding="utf-8")
    assert [version.words for version in made.history.versions()][-1] == "keyframe of shot_002 edited by hand"
    assert StoryAgent(workers=2, voice="none").make(film.folder).made == {}
    again = paint(still, 0.7)
    assert again != mine
    twice = StoryAgent(workers=2, voice="none").make(film.folder)
    assert sorted(path.read_bytes() for path in (film.folder / "own").iterdir()) == sorted((mine, again))
    assert "shot:shot_002" in twice.made
    assert twice.undo(2).plan == film.plan


def test_a_clip_that_is_replaced_where_it_lies_is_honoured(film: Film) -> None:
    place = film.folder / "04_shots/shot_003.mp4"
    with ClipWriter(place, size=(320, 180), fps=12) as clip:
        for _ in range(40):
            clip.write(np.full((180, 320, 3), 200, np.uint8))
    made = film.render()
    assert frames(place)[3].mean() == pytest.approx(200, abs=6)
    assert made.plan.shot("shot_003").clip is not None
    assert "keyframe:shot_003" not in made.made


def test_damage_is_no_work_of_anybody(film: Film) -> None:
    still, clip = film.folder / "03_keyframes/shot_002.png", film.folder / "04_shots/shot_003.mp4"
    before = file_digest(still), file_digest(clip)
    still.write_bytes(still.read_bytes()[: still.stat().st_size // 2])
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size // 2])
    made = film.render()
    assert (made.plan, file_digest(still), file_digest(clip)) == (film.plan, *before)


def test_takes_of_a_shot_whose_keyframe_was_painted_over_leave_it_as_it_is(film: Film) -> None:
    mine = paint(film.folder / "03_keyframes/shot_002.png")
    film.takes("shot_002", count=1, vary=[[SetCamera(shots=("shot_002",), move="right")]])
    made = StoryAgent(workers=2, voice="none").make(film.folder)
    (kept,) = (film.folder / "own").iterdir()
    assert kept.read_bytes() == mine
    assert frames(film.folder / "04_shots/shot_002.mp4")[5, 20, 160, 0] > 180
    assert made.plan.shot("shot_002").keyframe == f"own/{kept.name}"
