"""Owns windows over long takes: where they lie, how they weigh in where they overlap, and denoising through them.

Weights are `(windows, frames)` and sum to 1 at every frame. One helper serves four papers.
Does not know: models, prompts (a prompt is whatever the model call takes).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

import torch

Prompt = TypeVar("Prompt")


@dataclass(frozen=True)
class Window:
    """Frames `start` to `stop` (exclusive)."""

    start: int
    stop: int


class Weights(Protocol):
    """A way to weigh windows; `generator` is used by random ways only."""

    def __call__(
        self, windows: Sequence[Window], frames: int, *, generator: torch.Generator | None = None
    ) -> torch.Tensor:
        """Weights `(windows, frames)` that sum to 1 at every frame."""


def sliding_windows(frames: int, *, size: int = 16, stride: int = 4) -> tuple[Window, ...]:
    """Windows of one size that cover a take; the last is moved back so that it ends with the take.

    Args:
        frames: Frames of the take.
        size: Frames per window: what the model was trained on.
        stride: Frames between two starts; at most `size`, or frames would be left out.

    Raises:
        ValueError: `stride` is not between 1 and `size`.
    """
    if not 1 <= stride <= size:
        raise ValueError(f"stride {stride} is not between 1 and the window size {size}")
    last = max(0, frames - size)
    return tuple(Window(start, min(start + size, frames)) for start in [*range(0, last, stride), last])


def staggered_windows(frames: int, *, step: int, size: int = 16) -> tuple[Window, ...]:
    """Windows side by side whose seams move by half a window every other step.

    At odd steps a window is the second half of one segment and the first half of the next, so the seam of the step
    before is in its middle.

    Source: ConFiner-Long, staggered refinement.

    Args:
        frames: Frames of the take.
        step: Number of the denoising step; even and odd steps differ.
        size: Frames per window; at least 2.
    """
    edges = [0, *range(size // 2 if step % 2 else size, frames, size), frames]
    return tuple(Window(start, stop) for start, stop in pairwise(edges) if stop > start)


def uniform_weights(
    windows: Sequence[Window], frames: int, *, generator: torch.Generator | None = None
) -> torch.Tensor:
    """Every window counts the same at a frame.

    Source: Gen-L-Video (arXiv 2305.18264), temporal co-denoising.
    """
    return _normal(windows, frames, lambda window: torch.ones(window.stop - window.start))


def triangular_weights(
    windows: Sequence[Window], frames: int, *, generator: torch.Generator | None = None
) -> torch.Tensor:
    """A window counts most at its middle: `size / 2 - |i - centre|`.

    Source: FreeNoise (ICLR 2024), window attention fusion.
    """

    def triangle(window: Window) -> torch.Tensor:
        size = window.stop - window.start
        return size / 2 - (torch.arange(size) - (size - 1) / 2).abs()

    return _normal(windows, frames, triangle)


def randomised_weights(
    windows: Sequence[Window], frames: int, *, generator: torch.Generator | None = None
) -> torch.Tensor:
    """In each overlap the left window has the frames before a random cut and the right one those after it.

    Call it anew at every step with the same generator, so that no seam stays at one place.

    Source: StreamingT2V (CVPR 2025), randomised blending.

    Args:
        windows: Windows by start.
        frames: Frames of the take.
        generator: Source of the cuts; without one a cut lies in the middle of its overlap.
    """
    owner = torch.zeros(frames, dtype=torch.long)
    end = windows[0].stop
    for index, window in enumerate(windows[1:], start=1):
        overlap = max(0, end - window.start)
        kept = overlap // 2
        if generator is not None:
            drawn = torch.randint(0, overlap + 1, (1,), generator=generator, device=generator.device)
            kept = int(drawn.item())
        owner[window.start + kept : window.stop] = index
        end = window.stop
    return torch.nn.functional.one_hot(owner, len(windows)).T.float()


WEIGHTS: Mapping[str, Weights] = {
    "uniform": uniform_weights,
    "triangular": triangular_weights,
    "randomised": randomised_weights,
}
"""Ways to weigh `sliding_windows`; `staggered_windows` do not overlap, any of these gives them weight 1."""


def denoise_in_windows(
    model_call: Callable[[torch.Tensor, Prompt], torch.Tensor],
    latents: torch.Tensor,
    windows: Sequence[Window],
    weights: torch.Tensor,
    prompts: Sequence[Prompt],
) -> torch.Tensor:
    """One model output for a whole take, from one call per window with the window's own prompt.

    Source: Gen-L-Video (arXiv 2305.18264), temporal co-denoising: windows are merged at every step, and sampling goes
    on from the merged latent.

    Args:
        model_call: `(latents of a window, its prompt) -> output of the same shape`.
        latents: `(batch, channels, frames, height, width)`.
        windows: From `sliding_windows` or `staggered_windows`.
        weights: `(windows, frames)`, from `WEIGHTS`.
        prompts: One per window.

    Raises:
        ValueError: windows, weights and prompts are not as many.
    """
    if not len(windows) == len(prompts) == weights.shape[0]:
        raise ValueError(f"{len(windows)} windows, {weights.shape[0]} rows of weights, {len(prompts)} prompts")
    merged = torch.zeros_like(latents)
    for window, row, prompt in zip(windows, weights, prompts, strict=True):
        frames = slice(window.start, window.stop)
        if not bool(row[frames].any()):
            continue
        weight = row[frames].to(latents).view(1, 1, -1, 1, 1)
        merged[:, :, frames] += weight * model_call(latents[:, :, frames], prompt)
    return merged


def prompt_per_window(windows: Sequence[Window], prompts: Sequence[Prompt], frames: int) -> list[Prompt]:
    """The prompt of each window when prompts follow each other evenly over a take: the one at the window's middle."""
    middles = [(window.start + window.stop - 1) / 2 for window in windows]
    return [prompts[min(len(prompts) - 1, int(middle * len(prompts) / frames))] for middle in middles]


def _normal(windows: Sequence[Window], frames: int, shape: Callable[[Window], torch.Tensor]) -> torch.Tensor:
    rows = torch.zeros(len(windows), frames)
    for row, window in zip(rows, windows, strict=True):
        row[window.start : window.stop] = shape(window)
    return rows / rows.sum(dim=0)
