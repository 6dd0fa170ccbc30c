"""The tie between shots lowers their jump, more with more strength; a cut stays a cut; variance stays 1."""

from __future__ import annotations

from typing import get_args

import pytest

torch = pytest.importorskip("torch", reason="the techniques need the extra `diffusion`")
pytest.importorskip("diffusers", reason="a real denoiser is needed")

from tiny_video import TinyVideo  # noqa: E402

from generators.backends.diffusion.techniques.boundary import (  # noqa: E402
    STRENGTHS,
    decay_weights,
    dynamic_noise,
    last_frame_inversion,
    reset_boundary,
)
from generators.backends.diffusion.techniques.levels import Level  # noqa: E402
from planners.plan import TransitionKind  # noqa: E402

torch.set_num_threads(1)
FRAMES = 6


@pytest.fixture(scope="module")
def video() -> TinyVideo:
    return TinyVideo()


def noise(seed: int, frames: int = FRAMES) -> torch.Tensor:
    return torch.randn(1, 4, frames, 16, 16, generator=torch.Generator().manual_seed(seed))


def jump(a: torch.Tensor, b: torch.Tensor) -> float:
    return float((a[:, :, -1] - b[:, :, 0]).square().mean())


def correlation(a: torch.Tensor, b: torch.Tensor) -> float:
    return float(torch.corrcoef(torch.stack([a.flatten(), b.flatten()]))[0, 1])


def test_the_jump_falls_with_the_strength_of_the_tie(video: TinyVideo) -> None:
    before, start = noise(1), noise(2)
    made, level = video.clip(before), video.level(video.scheduler.timesteps[0])
    jumps = []
    for strength in (0.0, 0.25, 0.5, 0.75, 1.0):
        tied = reset_boundary(start, made[:, :, -1:], eps=before[:, :, -1:], level=level, strength=strength)
        jumps.append(jump(made, video.clip(tied)))
    assert jumps == sorted(jumps, reverse=True)
    assert len(set(jumps)) == 5
    assert jumps[-1] < 0.1 * jumps[0]


def test_the_end_of_the_shot_stays_free(video: TinyVideo) -> None:
    start, level = noise(2), video.level(video.scheduler.timesteps[0])
    tied = reset_boundary(start, noise(3, 1), eps=noise(4, 1), level=level)
    change = (tied - start).square().mean(dim=(0, 1, 3, 4))
    assert bool((change.diff() < 0).all())
    assert float(change[-1]) < 0.001 * float(change[0])


def test_a_cut_is_untouched_bit_for_bit() -> None:
    start = noise(2)
    cut = reset_boundary(start, noise(1), eps=noise(3), level=Level.of_alpha_bar(0.005), strength=STRENGTHS["cut"])
    assert torch.equal(cut, start)
    with pytest.raises(ValueError, match="strength 2"):
        reset_boundary(start, noise(1), eps=noise(3), level=Level.of_alpha_bar(0.005), strength=2)


@pytest.mark.parametrize("kind", STRENGTHS)
def test_variance_stays_one_whatever_the_join(kind: str) -> None:
    big = [torch.randn(1, 4, n, 64, 64, generator=torch.Generator().manual_seed(n)) for n in (8, 1, 2)]
    level = Level.of_alpha_bar(0.0047)
    tied = reset_boundary(big[0], big[1] * 1.2, eps=big[2][:, :, :1], level=level, strength=STRENGTHS[kind])
    for frame in tied[0].unbind(1):
        assert float(frame.var()) == pytest.approx(1, abs=0.03)


def test_several_last_frames_are_replayed_before_the_decay_begins() -> None:
    assert decay_weights(5, strength=1, held=3)[:3] == [1, 1, 1]
    last, eps, level = noise(5, 3), noise(6, 3), Level.of_alpha_bar(0.01)
    tied = reset_boundary(noise(2), last, eps=eps, level=level)
    assert torch.allclose(tied[:, :, :3], level.add_noise(last, eps), atol=0.02)


def test_a_shot_from_the_inverted_last_frame_begins_like_it(video: TinyVideo) -> None:
    made = video.clip(noise(1))
    times = [1, *reversed(video.scheduler.timesteps.tolist())]
    levels = [video.level(time) for time in times]
    still = last_frame_inversion(
        made[:, :, -1:], lambda x, i: video.output(x, times[i]), levels, frames=FRAMES, prediction="v_prediction"
    )
    assert float(still.var()) == pytest.approx(1, abs=0.03)
    start = dynamic_noise(still, torch.Generator().manual_seed(3))
    assert float(start.var()) == pytest.approx(1, abs=0.1)
    ours = video.clip(start)
    assert jump(made, ours) < 0.8 * jump(made, video.clip(noise(2)))
    likeness = [correlation(start[:, :, n], still[:, :, n]) for n in range(FRAMES)]
    assert likeness[0] == pytest.approx(0.5**0.5, abs=0.1)
    assert abs(likeness[-1]) < 0.1


def test_the_pull_of_the_inversion_brings_the_start_nearer(video: TinyVideo) -> None:
    made = video.clip(noise(1))
    times = [1, *reversed(video.scheduler.timesteps.tolist())]
    levels = [video.level(time) for time in times]

    def off(scale: float) -> float:
        """How far the first frame's clean estimate is from the last frame, at the inversion's end."""
        seen: list[torch.Tensor] = []

        def call(sample: torch.Tensor, index: int) -> torch.Tensor:
            output = video.output(sample, times[index])
            seen.append(levels[index].clean(sample, output, "v_prediction"))
            return output

        last_frame_inversion(made[:, :, -1:], call, levels, frames=2, scale=scale, prediction="v_prediction")
        return sum(float((clean[:, :, 0] - made[:, :, -1]).square().mean()) for clean in seen)

    assert off(1000) < off(100) < off(0)


def test_every_transition_of_a_plan_has_a_strength() -> None:
    assert set(STRENGTHS) == set(get_args(TransitionKind))
    assert all(0 < strength <= 1 for kind, strength in STRENGTHS.items() if kind != "cut")
