"""The frames between made ones: along the motion where that is nearer to held-out frames, blended elsewhere."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from generators import Keyframe
from generators.backends.diffusion.between import better, blend, in_time


def scene(at: float) -> np.ndarray:
    """A soft ground over which a textured square moves."""
    rows, columns = np.mgrid[0:90, 0:160]
    ground = 90 + 30 * np.sin(columns / 9) + 20 * np.cos(rows / 7)
    inside = (abs(columns - at) < 14) & (abs(rows - 45) < 14)
    square = 200 + 40 * np.sin((columns - at) / 2)
    return np.repeat(np.where(inside, square, ground)[..., None], 3, 2).clip(0, 255).astype(np.uint8)


def error(made: list[np.ndarray], true: list[np.ndarray]) -> float:
    return float(np.mean([np.square(a.astype(float) - b).mean() for a, b in zip(made, true, strict=True)]))


def test_steady_motion_is_followed_and_is_nearer_than_the_blend() -> None:
    true = [scene(30 + 4 * frame) for frame in range(13)]
    steps = list(range(0, 13, 2))
    kept = [true[step] for step in steps]
    assert better(kept) == "motion"
    moved, blended = (error(list(in_time(kept, steps, 13, way)), true) for way in ("motion", "blend"))
    assert moved < 0.6 * blended


def test_what_has_no_motion_to_follow_is_blended() -> None:
    there = scene(30)[::-1, ::-1].copy()
    dissolve = [blend(scene(80), there, number / 4) for number in range(5)]
    assert better(dissolve) == "blend"
    assert better(dissolve[:2]) == "blend"


@pytest.mark.parametrize("way", ["motion", "blend"])
def test_made_frames_stand_at_their_steps_untouched(way: str) -> None:
    kept = [scene(at) for at in (30, 50, 70)]
    out = list(in_time(kept, [0, 3, 5], 8, way))
    assert len(out) == 8
    assert [np.array_equal(out[step], frame) for step, frame in zip((0, 3, 5), kept, strict=True)] == [True] * 3
    assert np.array_equal(out[7], kept[2])


def test_the_way_taken_is_never_farther_from_an_animatic_clip_than_the_blend(
    guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    with av.open(str(tmp_path / guide_clip)) as container:
        true = [np.ascontiguousarray(frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)][:11]
    steps = list(range(0, 11, 2))
    kept = [true[step] for step in steps]
    taken, blended = (error(list(in_time(kept, steps, 11, way)), true) for way in (better(kept), "blend"))
    assert taken <= blended
