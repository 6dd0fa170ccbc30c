"""Steady light on real animatic clips: flicker and drift go, detail and what is meant stay."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from small_plans import make_small_plan

from consistency.joins.frames import Frames, read_frames, write_frames
from consistency.light import steady
from generators import create, make_keyframe, make_shot, shot_spec

FPS = 12
FRAMES = 3 * FPS


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A woman walks along a beach, the camera still."""
    folder, plan, backend = tmp_path_factory.mktemp("light"), make_small_plan(), create("animatic")
    plan = plan.model_copy(update={"cards": plan.cards.model_copy(update={"title": 0})})
    spec = shot_spec(plan, "shot_001")
    make_shot(
        make_keyframe(spec, backend=backend, folder=folder, image="a.png"),
        backend=backend,
        folder=folder,
        video="a.mp4",
    )
    return folder / "a.mp4"


def frames_of(clip: Path) -> Frames:
    return read_frames(clip, first=0, frames=FRAMES, fps=FPS)


def changed(clip: Path, out: Path, gains: np.ndarray, tint: tuple[float, float, float] = (0, 0, 0)) -> Path:
    """A clip with another brightness, and more and more of a tint."""
    along = np.linspace(0, 1, FRAMES)[:, None, None, None]
    shown = frames_of(clip) * gains[:, None, None, None] + along * np.array(tint)
    write_frames(np.clip(shown, 0, 255).astype(np.uint8), out, fps=FPS)
    return out


def detail(frames: Frames) -> float:
    return float(np.mean([cv2.Laplacian(cv2.cvtColor(f, cv2.COLOR_RGB2GRAY), cv2.CV_32F).std() for f in frames]))


def test_a_clean_clip_is_left_as_it_is(clean: Path, tmp_path: Path) -> None:
    done = steady(clean, tmp_path / "out.mp4", frames=FRAMES, fps=FPS)
    assert done.applied == ()
    assert (tmp_path / "out.mp4").read_bytes() == clean.read_bytes()


def test_flicker_goes_and_detail_stays(clean: Path, tmp_path: Path) -> None:
    gains = 1 + 0.06 * np.random.default_rng(3).standard_normal(FRAMES)
    shaky = changed(clean, tmp_path / "in.mp4", gains)
    done = steady(shaky, tmp_path / "out.mp4", frames=FRAMES, fps=FPS)
    assert "deflicker" in done.applied
    assert done.flicker[1] < 0.3 * done.flicker[0]
    assert detail(frames_of(tmp_path / "out.mp4")) > 0.96 * detail(frames_of(shaky))


def test_a_single_flash_goes(clean: Path, tmp_path: Path) -> None:
    gains = np.ones(FRAMES)
    gains[FRAMES // 2] = 1.3
    flashed = changed(clean, tmp_path / "in.mp4", gains)
    steady(flashed, tmp_path / "out.mp4", frames=FRAMES, fps=FPS)
    levels = frames_of(tmp_path / "out.mp4").mean(axis=(1, 2, 3))
    assert abs(levels[FRAMES // 2] - np.median(levels)) < 0.1 * np.median(levels) * 0.3


def test_a_flash_that_the_guide_has_is_meant(clean: Path, tmp_path: Path) -> None:
    gains = np.ones(FRAMES)
    gains[FRAMES // 2] = 1.3
    lightning = changed(clean, tmp_path / "in.mp4", gains)
    done = steady(lightning, tmp_path / "out.mp4", frames=FRAMES, fps=FPS, guide=lightning)
    assert done.applied == ()


def test_drift_along_a_scene_is_taken_back(clean: Path, tmp_path: Path) -> None:
    later = changed(clean, tmp_path / "in.mp4", np.linspace(0.8, 0.7, FRAMES), (30, 0, -20))
    done = steady(
        later, tmp_path / "out.mp4", frames=FRAMES, fps=FPS, guide=clean, first=clean, first_guide=clean,
        first_frames=FRAMES,
    )  # fmt: skip
    assert "drift" in done.applied
    assert done.drift[1] < 0.4 * done.drift[0]
    colours = [frames_of(path)[-6:].mean(axis=(0, 1, 2)) for path in (clean, later, tmp_path / "out.mp4")]
    assert np.linalg.norm(colours[2] - colours[0]) < 0.5 * np.linalg.norm(colours[1] - colours[0])
    assert detail(frames_of(tmp_path / "out.mp4")) > 0.9 * detail(frames_of(later))


def test_another_framing_is_no_drift(clean: Path, tmp_path: Path) -> None:
    """Without a guide nobody knows what of another shot's colour is meant: it is left alone."""
    other = changed(clean, tmp_path / "in.mp4", np.full(FRAMES, 0.75))
    done = steady(other, tmp_path / "out.mp4", frames=FRAMES, fps=FPS, first=clean, first_frames=FRAMES)
    assert "drift" not in done.applied
