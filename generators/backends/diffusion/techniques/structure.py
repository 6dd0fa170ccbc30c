"""Owns what keeps a long take in one piece as pure functions: structure guidance, spectral blend, temporal biases.

Does not know: attention modules (`temporal.py` puts these to work in UNets), schedulers.
"""

from __future__ import annotations

import torch

_MEVG_FRAME = 4 * 32 * 32
"""Numbers in one latent frame of MEVG's base model; its scale means a gradient of the mean over as many."""


def structure_guidance(clean: torch.Tensor, *, scale: float = 7.0) -> torch.Tensor:
    """A clean estimate whose frames are each drawn towards the frame before, one after the other.

    The gradient of the mean squared difference of two frames, times `scale`, in closed form. At MEVG's latent size the
    default covers 0.34 % of the difference a step; the size of the latent does not matter here.

    Source: MEVG (arXiv 2312.04086), structure-guided sampling; `sgs_scale` 7 at every denoising step.

    Args:
        clean: Clean estimate, `(batch, channels, frames, height, width)`.
        scale: Strength; 0 leaves it unchanged.
    """
    pull = min(1.0, 2.0 * scale / _MEVG_FRAME)
    frames = [clean[:, :, :1]]
    for index in range(1, clean.shape[2]):
        frames.append(torch.lerp(clean[:, :, index : index + 1], frames[-1], pull))
    return torch.cat(frames, dim=2)


def low_pass(frames: int, height: int, width: int, *, stop: float = 0.25) -> torch.Tensor:
    """Gaussian low-pass over `(frames, height, width)` frequencies in `rfftn` order, from 1 at rest towards 0.

    Source: FreeLong (NeurIPS 2024): Gaussian, stop frequency 0.25 in space and time.

    Args:
        frames: Length of the take.
        height: Of the grid.
        width: Of the grid.
        stop: Where the gain has fallen to `exp(-1/2)`, as a part of the highest frequency.
    """
    time, rows = torch.fft.fftfreq(frames) * 2, torch.fft.fftfreq(height) * 2
    columns = torch.fft.rfftfreq(width) * 2
    square = time[:, None, None] ** 2 + rows[:, None] ** 2 + columns**2
    return (-square / (2 * stop**2)).exp()


def spectral_blend(everywhere: torch.Tensor, near: torch.Tensor, *, stop: float = 0.25) -> torch.Tensor:
    """Slow change from attention over the whole take, fine detail from attention to near frames.

    Source: FreeLong (NeurIPS 2024): `IFFT(FFT(global) * P + FFT(local) * (1 - P))` over time and space.

    Args:
        everywhere: Global branch, `(..., frames, height, width)`.
        near: Local branch, same shape.
        stop: See `low_pass`.
    """
    size = everywhere.shape[-3:]
    gain = low_pass(*size, stop=stop).to(everywhere.device)
    axes = (-3, -2, -1)
    far, close = (torch.fft.rfftn(part.float(), dim=axes) for part in (everywhere, near))
    return torch.fft.irfftn(far * gain + close * (1 - gain), s=list(size), dim=axes).to(near.dtype)


def near_frames(frames: int, *, alpha: int = 8) -> torch.Tensor:
    """Which frames see each other in local attention: boolean `(frames, frames)`, true where `|i - j| <= alpha`.

    Source: FreeLong (NeurIPS 2024), alpha 8.
    """
    return _distance(frames) <= alpha


def toeplitz_bias(frames: int, *, sigma: float = 1.0) -> torch.Tensor:
    """How near two frames are, `(frames, frames)`: 1 on the diagonal, falling as a Gaussian of their distance.

    Added to temporal scores it makes frames look to their neighbours: more dynamics in a long pass.

    Source: VSTAR (ICLR 2025), temporal attention regularisation; sigma 1 (strong) or 4 at resolution 64, 8 at 32.

    Args:
        frames: Length of the take.
        sigma: Width of the Gaussian, in frames.
    """
    return (-(_distance(frames).float() ** 2) / (2 * sigma**2)).exp()


def first_and_former(frames: int) -> torch.Tensor:
    """The three frames that each frame looks at, `(frames, 3)`: itself, the first, the one before.

    Source: Free-Bloom (arXiv 2309.14494), step-aware attention shift.
    """
    own = torch.arange(frames)
    return torch.stack([own, torch.zeros_like(own), (own - 1).clamp_min(0)], dim=1)


def _distance(frames: int) -> torch.Tensor:
    place = torch.arange(frames)
    return (place[:, None] - place[None, :]).abs()
