"""Generative joins: any generator that takes a first and a last frame makes the frames between; the measures judge."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from small_plans import make_small_plan

from consistency import Bridge, Side, smooth
from consistency.joins.frames import Frames, read_frames, write_frames
from generators import Capabilities, ShotRequest, ShotResult, create, make_keyframe, make_shot, shot_spec

FPS, COUNT = 12, 12


class Tweener:
    """A real, small video generator: it slides from its first still to its last, or shows noise."""

    def __init__(self, *, noisy: bool = False, last: bool = True) -> None:
        self.noisy, self.last = noisy, last
        self.seen: list[ShotRequest] = []

    def capabilities(self) -> Capabilities:
        return Capabilities(name="tweener", version="1", first_frame=True, last_frame=self.last, max_frames=24)

    def shot(self, request: ShotRequest, progress: object = None) -> ShotResult:
        self.seen.append(request)
        assert request.last is not None
        assert request.folder is not None
        a, b = (cv2.imread(str(request.folder / still.image))[..., ::-1] for still in (request.keyframe, request.last))
        shares = np.linspace(0, 1, request.spec.shot.frames)
        frames = np.stack([cv2.addWeighted(a, 1 - share, b, share, 0.0) for share in shares])
        if self.noisy:
            frames = np.random.default_rng(1).integers(0, 255, frames.shape, np.uint8)
        write_frames(frames, request.video, fps=request.spec.fps)
        return ShotResult(frames=len(frames))


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, plan, backend = tmp_path_factory.mktemp("clips"), make_small_plan(), create("animatic")
    for name in ("shot_002", "shot_003"):
        still = make_keyframe(shot_spec(plan, name), backend=backend, folder=folder, image=f"{name}.png")
        make_shot(still, backend=backend, folder=folder, video=f"{name}.mp4", head=6, tail=6)
    return folder


def bridged(clips: Path, out: Path, backend: Tweener) -> tuple[object, Frames]:
    made = smooth(
        Side(video=clips / "shot_002.mp4", first=2 * FPS),
        Side(video=clips / "shot_003.mp4", first=0),
        kind="generative", frames=COUNT, fps=FPS, out=out,
        bridge=Bridge(backend, shot_spec(make_small_plan(), "shot_003")),
    )  # fmt: skip
    return made, read_frames(out, first=0, frames=COUNT, fps=FPS)


def test_a_generator_makes_the_frames_between(clips: Path, tmp_path: Path) -> None:
    backend = Tweener()
    made, frames = bridged(clips, tmp_path / "j.mp4", backend)
    assert made.kind == "generative"
    assert made.downgrades == ()
    assert made.measures.jump < 0.5 * made.cut.jump
    (request,) = backend.seen
    assert (request.keyframe.t, request.last.t) == (0.0, 1.0)
    assert (request.spec.shot.frames, request.spec.shot.text) == (COUNT, "smooth transition")
    first = read_frames(clips / "shot_002.mp4", first=2 * FPS, frames=1, fps=FPS)[0]
    assert float(cv2.absdiff(frames[0], first).mean()) < 4


def test_garbage_is_not_shown(clips: Path, tmp_path: Path) -> None:
    made, _ = bridged(clips, tmp_path / "j.mp4", Tweener(noisy=True))
    assert made.kind != "generative"
    assert "as generative: " in made.downgrades[0]


def test_a_generator_without_a_last_frame_is_not_asked(clips: Path, tmp_path: Path) -> None:
    backend = Tweener(last=False)
    made, _ = bridged(clips, tmp_path / "j.mp4", backend)
    assert made.kind != "generative"
    assert "which tweener does not" in made.downgrades[0]
    assert backend.seen == []
