"""A photo pinned in a story reaches the image model, and the run folder goes on without the story beside it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_table import TABLE

from agent.cli import main
from generators.crops import read_rgb, write_png

STORY = """\
title: The Meadow
size: 320x180
fps: 8
narration: false
music: false
characters:
  mara: {name: Mara, description: an elderly woman in a blue coat, reference: PHOTOS}
shots:
  - {action: "Mara stands in the meadow.", duration: 1}
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> str:
    return TABLE["flux2"].save(tmp_path_factory.mktemp("models")).replace("steps=2", "steps=1&side=128")


def pinned(folder: Path, photos: str) -> Path:
    """A story beside two photos."""
    for index, shade in enumerate(((220, 40, 40), (40, 60, 200))):
        picture = np.full((96, 80, 3), 245, np.uint8)
        picture[16:80, 20:60] = shade
        write_png(folder / f"photo{index}.png", picture)
    story = folder / "story.yaml"
    story.write_text(STORY.replace("PHOTOS", photos))
    return story


def sheets(run: Path, story: Path, model: str) -> dict:
    """Make plan and references, wait there; Mara's reference."""
    code = main(["make", str(story), "--out", str(run), "--keyframes", model, "--voice", "none",
                 "--approve", "references", "--workers", "1"])  # fmt: skip
    assert code != 2
    return json.loads((run / "02_references/mara.json").read_text())["data"]["artefact"]


def test_a_pinned_photo_reaches_the_model_and_the_run_goes_on_without_the_story(tmp_path: Path, model: str) -> None:
    story, run = pinned(tmp_path, "[photo0.png, photo1.png]"), tmp_path / "run"
    made = sheets(run, story, model)
    assert {"photo_1", "photo_2", "face_photo_1"} <= set(made["crops"])
    cut = read_rgb(run / made["crops"]["photo_1"])
    assert cut.shape == (64, 40, 3), "the photo's background is gone"
    assert all(file.startswith("photos/mara.") for file in made["entity"]["reference"])
    drawn = (run / made["image"]).read_bytes()

    for file in tmp_path.glob("*.png"):
        file.unlink()
    story.unlink()
    again = sheets(run, run, model)
    told = [json.loads(line) for line in (run / "events.jsonl").read_text().splitlines()]
    assert sum(row.get("task") == "reference:mara" and row["kind"] == "made" for row in told) == 1
    assert (run / again["image"]).read_bytes() == drawn, "the run folder is whole without the story"


def test_a_story_whose_photo_is_no_picture_stops_before_anything_is_made(
    tmp_path: Path, model: str, capsys: pytest.CaptureFixture[str]
) -> None:
    story = pinned(tmp_path, "photo0.png")
    (tmp_path / "photo0.png").write_text("no picture")
    assert main(["make", str(story), "--out", str(tmp_path / "run"), "--keyframes", model]) == 2
    said = capsys.readouterr().err
    assert "photo0.png is no picture" in said
    assert "'mara'" in said
    assert not (tmp_path / "run" / "02_references").exists()
