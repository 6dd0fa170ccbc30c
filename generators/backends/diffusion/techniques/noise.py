"""Owns the initial noise of a clip: how frames share it. Every initialiser keeps mean 0 and variance 1.

Shapes are `(batch, channels, frames, height, width)`; the generator decides the device.
Does not know: models, schedules.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch

FRAMES = 2
"""Axis of the frames in a video latent."""


def shared_noise(shape: Sequence[int], generator: torch.Generator, *, diversity: float = 0.1) -> torch.Tensor:
    """One noise for all frames plus an own part per frame: frames start alike and differ a little.

    `cos(d * pi / 2) * base + sin(d * pi / 2) * own`, so the variance is 1 and two frames correlate by
    `cos(d * pi / 2) ** 2` (0.976 at the default).

    Source: Free-Bloom (arXiv 2309.14494), joint noise sampling; `diversity_rand_ratio` 0.1.

    Args:
        shape: `(batch, channels, frames, height, width)`.
        generator: Source of randomness, and device.
        diversity: From 0 (all frames the same) to 1 (independent frames).
    """
    base = _randn([*shape[:FRAMES], 1, *shape[FRAMES + 1 :]], generator)
    own = _randn(shape, generator)
    return math.cos(diversity * math.pi / 2) * base + math.sin(diversity * math.pi / 2) * own


def permuted_noise(
    shape: Sequence[int], generator: torch.Generator, *, window: int = 16, stride: int = 4
) -> torch.Tensor:
    """Independent noise for the first window; each later block holds, shuffled, the noises one window before it.

    A long take then shows a model only noises that it knows from the first window, in another order.

    Source: FreeNoise (ICLR 2024), noise rescheduling; window 16, stride 4.

    Args:
        shape: `(batch, channels, frames, height, width)`.
        generator: Source of randomness, and device.
        window: Frames that the model was trained on.
        stride: Frames per block that is shuffled; at most `window`.

    Raises:
        ValueError: `stride` is not between 1 and `window`.
    """
    if not 1 <= stride <= window:
        raise ValueError(f"stride {stride} is not between 1 and the window {window}")
    first = _randn([*shape[:FRAMES], min(window, shape[FRAMES]), *shape[FRAMES + 1 :]], generator)
    order = list(range(first.shape[FRAMES]))
    while len(order) < shape[FRAMES]:
        block = order[len(order) - window :][:stride]
        order += [block[i] for i in _permutation(len(block), generator)]
    return first[:, :, order[: shape[FRAMES]]]


def shuffled_noise(shape: Sequence[int], generator: torch.Generator, *, segment: int = 16) -> torch.Tensor:
    """One base noise of a segment's length; each segment of the take is another shuffle of its frames.

    Source: ConFiner-Long, consistency initialisation; the segment is the model's own 16 frames.

    Args:
        shape: `(batch, channels, frames, height, width)`.
        generator: Source of randomness, and device.
        segment: Frames per segment.
    """
    base = _randn([*shape[:FRAMES], segment, *shape[FRAMES + 1 :]], generator)
    order = list(range(segment))
    while len(order) < shape[FRAMES]:
        order += _permutation(segment, generator)
    return base[:, :, order[: shape[FRAMES]]]


class FixedNoise:
    """One noise per denoising step for the whole take: windows that overlap see the same noise where they overlap.

    Source: SynCoS (arXiv 2503.08605): all chunks are noised with one fixed base noise, and the fused estimate is
    noised again with the same one.
    """

    def __init__(self, shape: Sequence[int], *, seed: int = 0) -> None:
        self.shape = tuple(shape)
        self.seed = seed

    def at(self, step: int, start: int = 0, stop: int | None = None) -> torch.Tensor:
        """The noise of frames `start` to `stop` at a step; the same arguments give the same noise."""
        generator = torch.Generator().manual_seed(self.seed * 1_000_003 + step)
        return _randn(self.shape, generator)[:, :, start:stop]


def _randn(shape: Sequence[int], generator: torch.Generator) -> torch.Tensor:
    return torch.randn(tuple(shape), generator=generator, device=generator.device)


def _permutation(count: int, generator: torch.Generator) -> list[int]:
    order: list[int] = torch.randperm(count, generator=generator, device=generator.device).tolist()
    return order
