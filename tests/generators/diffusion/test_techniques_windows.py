"""Windows cover a take, weights sum to 1, and each scheme merges as its paper says."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")

from hypothesis import given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from generators.backends.diffusion.techniques.extension import Memory, extend, hold_known  # noqa: E402
from generators.backends.diffusion.techniques.levels import Level  # noqa: E402
from generators.backends.diffusion.techniques.windows import (  # noqa: E402
    WEIGHTS,
    denoise_in_windows,
    prompt_per_window,
    randomised_weights,
    sliding_windows,
    staggered_windows,
    triangular_weights,
    uniform_weights,
)

torch.set_num_threads(1)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(1, 90), st.integers(1, 24), st.sampled_from(sorted(WEIGHTS)), st.integers(0, 99))
def test_weights_sum_to_one_at_every_frame(data: st.DataObject, frames: int, size: int, kind: str, seed: int) -> None:
    windows = sliding_windows(frames, size=size, stride=data.draw(st.integers(1, size)))
    weights = WEIGHTS[kind](windows, frames, generator=torch.Generator().manual_seed(seed))
    assert torch.allclose(weights.sum(dim=0), torch.ones(frames))
    assert bool((weights >= 0).all())
    for row, window in zip(weights, windows, strict=True):
        assert window.stop - window.start == min(size, frames)
        assert not row[: window.start].any()
        assert not row[window.stop :].any()


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 90), st.integers(2, 24), st.integers(0, 9))
def test_staggered_windows_cover_each_frame_once(frames: int, size: int, step: int) -> None:
    weights = uniform_weights(staggered_windows(frames, step=step, size=size), frames)
    assert torch.equal(weights.sum(dim=0), torch.ones(frames))
    assert set(weights.flatten().tolist()) <= {0.0, 1.0}


def test_staggered_seams_lie_in_the_middle_of_the_next_steps_windows() -> None:
    even, odd = (staggered_windows(64, step=step, size=16) for step in (0, 1))
    for seam in (window.stop for window in even[:-1]):
        assert any((window.start + window.stop) / 2 == seam for window in odd)


def test_windows_that_would_leave_frames_out_are_refused() -> None:
    with pytest.raises(ValueError, match="stride 9"):
        sliding_windows(40, size=8, stride=9)


def test_a_model_that_works_frame_by_frame_gives_the_same_in_windows() -> None:
    latents = torch.randn(1, 4, 40, 6, 6, generator=torch.Generator().manual_seed(0))
    windows = sliding_windows(40)
    for kind in WEIGHTS:
        merged = denoise_in_windows(
            lambda part, _: part * 2 + 1, latents, windows, WEIGHTS[kind](windows, 40), [""] * len(windows)
        )
        assert torch.allclose(merged, latents * 2 + 1, atol=1e-5)


def test_prompts_reach_their_windows_and_blend_between() -> None:
    latents = torch.zeros(1, 1, 24, 1, 1)
    windows = sliding_windows(24, size=16, stride=8)
    prompts = prompt_per_window(windows, [0.0, 1.0], 24)
    assert prompts == [0.0, 1.0]

    def merged(weights: torch.Tensor) -> torch.Tensor:
        return denoise_in_windows(
            lambda part, p: torch.full_like(part, p), latents, windows, weights, prompts
        ).flatten()

    even, slope = merged(uniform_weights(windows, 24)), merged(triangular_weights(windows, 24))
    assert even.tolist() == [0.0] * 8 + [0.5] * 8 + [1.0] * 8
    assert bool((slope[8:16].diff() > 0).all()), "triangular weights cross-fade where uniform ones step"
    assert float(slope.diff().abs().max()) < float(even.diff().abs().max())
    with pytest.raises(ValueError, match="1 prompts"):
        denoise_in_windows(lambda part, _: part, latents, windows, uniform_weights(windows, 24), [0.0])


def test_random_cuts_move_and_average_to_a_slope() -> None:
    windows, source = sliding_windows(24, size=16, stride=8), torch.Generator().manual_seed(0)
    drawn = torch.stack([randomised_weights(windows, 24, generator=source) for _ in range(300)])
    assert set(drawn.flatten().tolist()) == {0.0, 1.0}
    left = drawn[:, 0].mean(0)
    assert bool((left[:8] == 1).all() and (left[16:] == 0).all() and (left[8:16].diff() < 0).all())


def test_a_take_is_extended_by_its_last_frames() -> None:
    def count_on(known: torch.Tensor) -> torch.Tensor:
        assert known.shape[2] == 3
        return torch.arange(float(known.flatten()[0]), float(known.flatten()[0]) + 16).view(1, 1, 16, 1, 1)

    taken = extend(torch.arange(16.0).view(1, 1, 16, 1, 1), count_on, frames=50)
    assert taken.flatten().tolist() == [float(i) for i in range(50)]
    with pytest.raises(ValueError, match="not longer"):
        extend(taken, lambda known: known, frames=51)


def test_held_frames_stay_known_through_every_step() -> None:
    source = torch.Generator().manual_seed(1)
    known, noise = (torch.randn(1, 4, n, 8, 8, generator=source) for n in (3, 12))
    sample = noise
    for alpha_bar in (0.005, 0.3, 0.8, 0.999999):
        level = Level.of_alpha_bar(alpha_bar)
        sample = hold_known(sample * 0.9, known, noise, level)
        assert torch.allclose(level.clean(sample[:, :, :3], noise[:, :, :3]), known, atol=1e-3)
    assert torch.allclose(sample[:, :, :3], known, atol=0.01)


def test_two_memories_keep_the_anchor_and_move_the_last_frames() -> None:
    clips = [torch.randn(1, 4, 16, 8, 8, generator=torch.Generator().manual_seed(i)) + i for i in range(4)]
    memory = Memory.of(clips[0], clips[1])
    later = memory.after(clips[2], clips[3])
    assert torch.equal(later.anchor, clips[0][:, :, :1])
    assert torch.equal(later.last, clips[2][:, :, -8:])
    shared = later.share_noise(clips[1])
    assert torch.equal(shared[:, :, :8], clips[3][:, :, -8:])
    assert torch.equal(shared[:, :, 8:], clips[1][:, :, 8:])
    drift = [
        float((later.pull_to_anchor(clips[3], strength=s).mean() - memory.anchor.mean()).abs()) for s in (0, 0.5, 1)
    ]
    assert drift[0] > drift[1] > drift[2]
    assert drift[2] < 1e-4
