"""Initial noise keeps variance 1 and correlates as its paper promises."""

from __future__ import annotations

import itertools
import math

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")

from generators.backends.diffusion.techniques import TECHNIQUES  # noqa: E402
from generators.backends.diffusion.techniques.noise import (  # noqa: E402
    FixedNoise,
    permuted_noise,
    shared_noise,
    shuffled_noise,
)

torch.set_num_threads(1)
SHAPE = (1, 4, 40, 32, 32)


def source(seed: int = 7) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def correlation(a: torch.Tensor, b: torch.Tensor) -> float:
    return float(torch.corrcoef(torch.stack([a.flatten(), b.flatten()]))[0, 1])


MAKERS = {
    "noise.shared": lambda: shared_noise(SHAPE, source()),
    "noise.permuted": lambda: permuted_noise(SHAPE, source()),
    "noise.shuffled": lambda: shuffled_noise(SHAPE, source()),
    "noise.fixed": lambda: FixedNoise(SHAPE, seed=7).at(3),
}


@pytest.mark.parametrize("name", [name for name in TECHNIQUES if name.startswith("noise.")])
def test_variance_is_one_and_the_seed_decides(name: str) -> None:
    made = MAKERS[name]()
    assert made.shape == SHAPE
    assert float(made.var()) == pytest.approx(1, abs=0.03)
    assert all(abs(float(frame.var()) - 1) < 0.1 for frame in made[0].unbind(1))
    assert torch.equal(made, MAKERS[name]())


@pytest.mark.parametrize("diversity", [0.0, 0.1, 0.5, 1.0])
def test_frames_of_shared_noise_correlate_as_told(diversity: float) -> None:
    made = shared_noise(SHAPE, source(), diversity=diversity)
    expected = math.cos(diversity * math.pi / 2) ** 2
    for a, b in ((0, 1), (0, 39), (10, 25)):
        assert correlation(made[:, :, a], made[:, :, b]) == pytest.approx(expected, abs=0.05)


def test_permuted_blocks_hold_the_noises_one_window_before_in_another_order() -> None:
    made = permuted_noise(SHAPE, source())
    first = [frame for frame in made[0, :, :16].unbind(1)]
    assert max(abs(correlation(a, b)) for a, b in itertools.combinations(first, 2)) < 0.1
    moved = 0
    for start in range(16, 40, 4):
        now = {frame.numpy().tobytes(): i for i, frame in enumerate(made[0, :, start : start + 4].unbind(1))}
        then = {frame.numpy().tobytes(): i for i, frame in enumerate(made[0, :, start - 16 : start - 12].unbind(1))}
        assert now.keys() == then.keys()
        moved += now != then
    assert moved >= 4
    with pytest.raises(ValueError, match="stride 20"):
        permuted_noise(SHAPE, source(), stride=20)


def test_shuffled_segments_hold_the_same_noises() -> None:
    made = shuffled_noise(SHAPE, source())
    segments = [[frame.numpy().tobytes() for frame in made[0, :, i : i + 16].unbind(1)] for i in (0, 16)]
    assert set(segments[0]) == set(segments[1])
    assert segments[0] != segments[1]


def test_fixed_noise_is_one_for_windows_that_overlap_and_another_for_each_step() -> None:
    fixed = FixedNoise(SHAPE, seed=1)
    assert torch.equal(fixed.at(5, 0, 16)[:, :, 12:], fixed.at(5, 12, 28)[:, :, :4])
    assert abs(correlation(fixed.at(5), fixed.at(6))) < 0.02
