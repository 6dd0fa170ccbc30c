"""Owns the reset boundary between shots: how much the start of a shot owes to the end of the one before.

**Why ours differs from VGoT's release.** The paper (eq. 16-21) starts shot i+1 from `N(0, beta_i) + alpha * z_i` with
`beta_i = 1 - i/N` and `alpha = 0.5`. Its released sampler is given that mix as `x0` without a mask, so it starts from
fresh noise and the mix has no effect; it also mixes in the whole clip before instead of its end; and as written the
variance is `beta_i + alpha^2 Var(z)`, which shrinks shot by shot until late shots start under-noised. Ours is a
starting latent that the sampler does use, made from the last frame(s) only, with variance 1 at every shot:
`sqrt(1 - a^2) * noise + a * q_sample(z_last)`, `a = strength * exp(-n)` at frame n.

`q_sample` must carry what the last frame *was started from*: at the first step almost nothing of the clean latent is
left (alpha_bar is 0.005), so a fresh noise there would tie nothing. `eps` is the noise that the last frame came from,
or its inversion (`last_frame_inversion`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import torch

from generators.backends.diffusion.techniques.levels import Level, Prediction

STRENGTHS: Mapping[str, float] = {
    "cut": 0.0, "match": 0.4, "dissolve": 0.5, "flow": 0.6, "smooth": 0.8, "reset": 0.8, "generative": 1.0,
    "continuation": 1.0,
}  # fmt: skip
"""Strength of the tie per kind of transition (ours; VGoT's alpha is 0.5): a cut stays a cut."""

_MEVG_FRAME = 4 * 32 * 32
"""Numbers in one latent frame of MEVG's base model; its two step sizes mean a gradient of the mean over as many."""


def decay_weights(frames: int, *, strength: float, decay: float = 1.0, held: int = 1) -> list[float]:
    """Weight of the tie at each frame: `strength` while frames are held, then `strength * exp(-decay * n)`."""
    return [strength * math.exp(-decay * max(0, n - held + 1)) for n in range(frames)]


def reset_boundary(
    noise: torch.Tensor,
    last: torch.Tensor,
    *,
    eps: torch.Tensor,
    level: Level,
    strength: float = 1.0,
    decay: float = 1.0,
) -> torch.Tensor:
    """The starting latent of a shot, tied to the end of the shot before.

    Frame n is `sqrt(1 - a^2) * noise + a * q_sample(last)` with `a = strength * exp(-decay * n)`; `q_sample` is scaled
    to variance 1, whatever the variance of `last`. With K last frames the first K frames replay them (the join drops
    all but one of them) and the decay begins after.

    Source: VGoT eq. 16-21 for the idea, MEVG (arXiv 2312.04086) for `exp(-n)`; see the module for the difference.

    Args:
        noise: Starting noise of this shot, `(batch, channels, frames, height, width)`, variance 1.
        last: Clean latent of the last frame or frames of the shot before, `(batch, channels, K, height, width)`.
        eps: The noise those frames started from, or their inversion; shape of `last`.
        level: Noise level at which sampling starts.
        strength: From 0 (`noise` comes back as it is) to 1; see `STRENGTHS`.
        decay: Speed of the decay per frame.

    Raises:
        ValueError: `strength` is not between 0 and 1.
    """
    if not 0.0 <= strength <= 1.0:
        raise ValueError(f"strength {strength} is not between 0 and 1")
    if strength == 0.0:
        return noise
    held, frames = last.shape[2], noise.shape[2]
    spread = (level.signal**2 * last.square().mean((1, 2, 3, 4), keepdim=True) + level.sigma**2).sqrt()
    tied = (level.add_noise(last, eps) / spread)[:, :, [min(n, held - 1) for n in range(frames)]]
    weight = _per_frame(decay_weights(frames, strength=strength, decay=decay, held=held), noise)
    return (1.0 - weight.square()).sqrt() * noise + weight * tied


def hold_clean(clean: torch.Tensor, last: torch.Tensor, *, strength: float = 1.0, decay: float = 1.0) -> torch.Tensor:
    """A clean estimate drawn to the last frames of the shot before: frame n by `strength * exp(-decay * n)`.

    Source: ours, after VGoT's reset boundary and MEVG's decay; it needs no noise of the last frame, so it also acts in
    loops that are not our own.

    Args:
        clean: Clean estimate, `(batch, channels, frames, height, width)`.
        last: Clean latents of the last frame or frames, `(batch, channels, K, height, width)`.
        strength: From 0 (unchanged) to 1 (the first K frames are the last ones).
        decay: Speed of the decay per frame.
    """
    held, frames = last.shape[2], clean.shape[2]
    weight = _per_frame(decay_weights(frames, strength=strength, decay=decay, held=held), clean)
    return torch.lerp(clean, last.to(clean)[:, :, [min(n, held - 1) for n in range(frames)]], weight)


def last_frame_inversion(
    last: torch.Tensor,
    model_call: Callable[[torch.Tensor, int], torch.Tensor],
    levels: Sequence[Level],
    *,
    frames: int,
    scale: float = 1000.0,
    prediction: Prediction = "epsilon",
) -> torch.Tensor:
    """The noise from which a model would make the last frame, standing still: DDIM inversion of the repeated frame.

    At every step the clean estimate of the first frame is pulled to the last frame of the shot before (the gradient of
    their mean squared difference, times `scale`; in closed form, so nothing is back-propagated). The size of the pull
    does not depend on the latent's size: at MEVG's own (4 x 32 x 32) the default covers 49 % of the difference a step.
    Each frame of the result is scaled to variance 1, because a model's inversion rarely has it.

    Source: MEVG (arXiv 2312.04086), last-frame-aware latent initialisation; `lfai_scale` 1000.

    Args:
        last: Clean latent of the last frame, `(batch, channels, 1, height, width)`.
        model_call: `(sample, index into levels) -> model output`.
        levels: Noise levels from nearly clean to pure noise; `sigma` of each above 0.
        frames: Length of the shot to start.
        scale: Strength of the pull.
        prediction: What the model's output means.
    """
    target = last[:, :, -1:]
    sample = levels[0].signal * target.repeat(1, 1, frames, 1, 1)
    for index, (level, noisier) in enumerate(pairwise(levels)):
        output = model_call(sample, index)
        sample = inverted_step(sample, output, target, (level, noisier), scale=scale, prediction=prediction)
    return unit(sample)


def inverted_step(
    sample: torch.Tensor,
    output: torch.Tensor,
    target: torch.Tensor,
    levels: tuple[Level, Level],
    *,
    scale: float = 1000.0,
    prediction: Prediction = "epsilon",
) -> torch.Tensor:
    """One step of `last_frame_inversion`: the sample at the noisier of two levels.

    Source: MEVG (arXiv 2312.04086), last-frame-aware latent initialisation; `lfai_scale` 1000.

    Args:
        sample: At the first level.
        output: What the model made of it.
        target: Clean latent of the last frame.
        levels: The sample's, and the next noisier one.
        scale: Strength of the pull of the first frame to the target.
        prediction: What the output means.
    """
    level, noisier = levels
    pull = min(1.0, 2.0 * scale / _MEVG_FRAME)
    clean = level.clean(sample, output, prediction)
    noise = level.noise(sample, clean)
    first = torch.lerp(clean[:, :, :1], target.to(clean), pull)
    return noisier.add_noise(torch.cat([first, clean[:, :, 1:]], dim=2), noise)


def unit(sample: torch.Tensor) -> torch.Tensor:
    """Noise whose every frame has variance 1: a model's inversion rarely has it."""
    return sample / sample.std(dim=(1, 3, 4), keepdim=True).clamp_min(1e-6)


def dynamic_noise(inverted: torch.Tensor, generator: torch.Generator, *, decay: float = 1.0) -> torch.Tensor:
    """Inverted noise at the start that gives way to fresh noise: the shot begins where the last ended, then is free.

    Frame n is `(k * inverted + fresh) / sqrt(1 + k^2)` with `k = exp(-decay * n)`, so the variance stays 1.

    Source: MEVG (arXiv 2312.04086), dynamic noise, `kappa_n = exp(-n)`; the scale of the fresh part is ours.

    Args:
        inverted: Inverted noise of all frames, variance 1.
        generator: Source of the fresh noise.
        decay: Speed of the decay per frame.
    """
    fresh = torch.randn(inverted.shape, generator=generator, device=generator.device).to(inverted)
    kappa = _per_frame([math.exp(-decay * n) for n in range(inverted.shape[2])], inverted)
    return (kappa * inverted + fresh) / (1.0 + kappa.square()).sqrt()


def _per_frame(values: Sequence[float], like: torch.Tensor) -> torch.Tensor:
    return torch.tensor(values, dtype=like.dtype, device=like.device).view(1, 1, -1, 1, 1)
