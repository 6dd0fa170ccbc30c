"""Joins: the right frames of both clips, however far into a clip they lie."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ffmpeg
import numpy as np
import pytest

from consistency import Side, smooth
from generators import CLIP, FILM, ffmpeg_exe, frames_of, run_ffmpeg

FPS, LENGTH, SIDE = 24, 120, 64


def greys(video: Any) -> list[int]:
    """Mean brightness of each frame of a stream or file."""
    stream = ffmpeg.input(str(video)).video if isinstance(video, Path) else video
    raw = ffmpeg.output(stream, "pipe:", format="rawvideo", pix_fmt="gray")
    out, _ = raw.global_args("-loglevel", "error").run(cmd=ffmpeg_exe(), capture_stdout=True)
    frames = np.frombuffer(out, np.uint8).reshape(-1, SIDE * SIDE)
    return [round(float(frame.mean())) for frame in frames]


def numbered(path: Path, encoding: Mapping[str, Any]) -> Path:
    """A clip of which every frame is brighter than the one before."""
    source = ffmpeg.input(f"nullsrc=s={SIDE}x{SIDE}:r={FPS}", f="lavfi").filter("format", "gray")
    run_ffmpeg([source.filter("geq", lum="2*N")], path, {**encoding, "g": 2 * FPS, "frames:v": LENGTH})
    return path


@pytest.mark.parametrize("encoding", [CLIP, FILM], ids=["clip", "film"])
@pytest.mark.parametrize("first", [0, 1, 47, 48, 49, 100])
def test_a_cut_holds_exactly_its_frames(tmp_path: Path, encoding: Mapping[str, Any], first: int) -> None:
    clip = numbered(tmp_path / "clip.mp4", encoding)
    whole = greys(clip)
    assert len(set(whole)) == LENGTH
    assert greys(frames_of(clip, first=first, frames=10, fps=FPS)) == whole[first : first + 10]


@pytest.mark.parametrize("kind", ["dissolve", "match", "smooth"])
def test_a_join_goes_from_one_clip_to_the_other(tmp_path: Path, kind: str) -> None:
    clip = numbered(tmp_path / "clip.mp4", CLIP)
    join = smooth(
        Side(video=clip, first=0), Side(video=clip, first=90), kind=kind, frames=12, fps=FPS, out=tmp_path / "j.mp4"
    )
    seen = greys(tmp_path / "j.mp4")
    assert len(seen) == join.frames == 12
    assert seen == sorted(seen)
    whole = greys(clip)
    assert seen[0] < whole[12]
    assert seen[-1] > whole[88]


def test_what_only_a_video_model_can_do_is_named(tmp_path: Path) -> None:
    clip = numbered(tmp_path / "clip.mp4", CLIP)
    a, b = Side(video=clip, first=4), Side(video=clip, first=60)
    join = smooth(a, b, kind="generative", frames=6, fps=FPS, out=tmp_path / "j.mp4")
    assert join.kind in ("match", "dissolve")
    assert "'generative' transition" in join.downgrades[0]
    assert "video generator" in join.downgrades[0]
