"""Owns attention processors of UNets that hold a take together over time; what they compute is in `structure.py`.

Each wraps the processor that was there and steps aside when its part of the denoising is over.
Does not know: pipelines; a `Clock` says which step is under way.
"""

from __future__ import annotations

from typing import Any

import torch

from generators.backends.diffusion.techniques.attention import Call, Clock, Processor, finish, grid, project, scores
from generators.backends.diffusion.techniques.structure import (
    first_and_former,
    near_frames,
    spectral_blend,
    toeplitz_bias,
)


class _Timed(Processor):
    """A processor for the first steps; afterwards the one inside works as before."""

    def __init__(self, inside: Any, clock: Clock, until: int, of: int) -> None:
        self.inside = inside
        self.clock = clock
        self.until = until
        self.of = of

    def attend(self, call: Call) -> torch.Tensor:
        """Attend; after the last timed step exactly as the processor inside."""
        if self.clock.before(self.until, of=self.of):
            return self.early(call.attn, call.hidden, call.text)
        return call.by(self.inside)

    def early(self, attn: Any, hidden: torch.Tensor, context: torch.Tensor | None) -> torch.Tensor:
        """The timed way to attend."""
        raise NotImplementedError


class ToeplitzAttention(_Timed):
    """Temporal self-attention that prefers near frames; rows are places, positions are frames.

    Source: VSTAR (ICLR 2025): the Toeplitz matrix, times the highest score of each row, is added before the softmax;
    first 13 of 25 steps. Install it at the highest resolution (64), for takes of 64 frames also at 32 with sigma 8.
    """

    def __init__(self, inside: Any, clock: Clock, *, sigma: float = 1.0, until: int = 13, of: int = 25) -> None:
        super().__init__(inside, clock, until, of)
        self.sigma = sigma

    def early(self, attn: Any, hidden: torch.Tensor, context: torch.Tensor | None) -> torch.Tensor:
        """Attend with the bias."""
        query, key, value = project(attn, hidden, context)
        made = scores(attn, query, key)
        bias = toeplitz_bias(made.shape[-1], sigma=self.sigma).to(made)
        shares = (made + bias * made.amax(dim=-1, keepdim=True).clamp_min(0)).softmax(dim=-1)
        return finish(attn, shares @ value, hidden)


class SpectralAttention(_Timed):
    """Temporal self-attention over all frames for slow change and over near frames for detail; then near ones only.

    Unlike the others it does not hand over to the processor inside: after `until` it attends to near frames.

    Source: FreeLong (NeurIPS 2024): alpha 8, stop 0.25, blend in the first 25 of 50 steps, local afterwards.

    Args:
        inside: Kept for putting back; not called.
        clock: The step under way.
        batch: Videos per call (2 with guidance).
        aspect: Height / width of the picture.
        alpha: Frames to each side that are near.
        stop: See `structure.low_pass`.
        until: Steps with the blend.
        of: Steps that `until` is counted in.
    """

    def __init__(
        self,
        inside: Any,
        clock: Clock,
        *,
        batch: int = 1,
        aspect: float = 1.0,
        alpha: int = 8,
        stop: float = 0.25,
        until: int = 25,
        of: int = 50,
    ) -> None:
        super().__init__(inside, clock, until, of)
        self.batch = batch
        self.aspect = aspect
        self.alpha = alpha
        self.stop = stop

    def attend(self, call: Call) -> torch.Tensor:
        """Attend locally, and in the first steps blend with attention to all frames."""
        return self.early(call.attn, call.hidden, call.text)

    def early(self, attn: Any, hidden: torch.Tensor, context: torch.Tensor | None) -> torch.Tensor:
        """Local attention, or the blend."""
        query, key, value = project(attn, hidden, context)
        made = scores(attn, query, key)
        far = ~near_frames(made.shape[-1], alpha=self.alpha).to(made.device)
        near = finish(attn, made.masked_fill(far, float("-inf")).softmax(dim=-1) @ value, hidden)
        if not self.clock.before(self.until, of=self.of):
            return near
        everywhere = finish(attn, made.softmax(dim=-1) @ value, hidden)
        volumes = [self._volume(part) for part in (everywhere, near)]
        return spectral_blend(*volumes, stop=self.stop).flatten(3).permute(0, 3, 2, 1).flatten(0, 1)

    def _volume(self, rows: torch.Tensor) -> torch.Tensor:
        """`(batch * places, frames, channels)` as `(batch, channels, frames, height, width)`."""
        size = grid(rows.shape[0] // self.batch, self.aspect)
        return rows.unflatten(0, (self.batch, -1)).permute(0, 3, 2, 1).unflatten(3, size)


class FirstFormerAttention(_Timed):
    """Spatial self-attention in which a frame also sees the first frame and the one before; rows are frames.

    Source: Free-Bloom (arXiv 2309.14494): keys and values of {self, first, former} until step 20 of 50, then {self}.
    """

    def __init__(self, inside: Any, clock: Clock, *, frames: int, until: int = 20, of: int = 50) -> None:
        super().__init__(inside, clock, until, of)
        self.frames = frames

    def early(self, attn: Any, hidden: torch.Tensor, context: torch.Tensor | None) -> torch.Tensor:
        """Attend to the three frames."""
        query, key, value = project(attn, hidden, context)
        key, value = self._widened(key), self._widened(value)
        return finish(attn, scores(attn, query, key).softmax(dim=-1) @ value, hidden)

    def _widened(self, rows: torch.Tensor) -> torch.Tensor:
        """Keys or values `(batch * frames, heads, places, width)` with those of the three frames side by side."""
        seen = rows.unflatten(0, (-1, self.frames))[:, first_and_former(self.frames)]
        return seen.permute(0, 1, 3, 2, 4, 5).flatten(3, 4).flatten(0, 1)
