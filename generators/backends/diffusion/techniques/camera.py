"""Owns the camera move of a clip by warping the clean estimate in the middle of sampling.

The camera moves, so content moves the other way: camera left, content right. No training, any backbone.
Does not know: models, schedulers (a `Level` says how noisy the sample is), plans.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import torch

from generators.backends.diffusion.techniques.levels import Level, Prediction

Move = Literal["left", "right", "up", "down", "zoom in", "zoom out"]
Speed = Literal["slow", "medium", "fast"]

SPEEDS: Mapping[Speed, float] = {"slow": 0.01, "medium": 0.02, "fast": 0.04}
"""Part of the picture's width or height that passes per frame; for zooms the part by which it grows (ours)."""

_MOVES: Mapping[Move, tuple[float, float, float]] = {
    "left": (-1, 0, 0),
    "right": (1, 0, 0),
    "up": (0, -1, 0),
    "down": (0, 1, 0),
    "zoom in": (0, 0, 1),
    "zoom out": (0, 0, -1),
}

WARP_STEP = 5
"""The step after which VideoStudio warps, once; earlier is weaker, later leaves artefacts."""


def warp(frames: torch.Tensor, move: Move, speed: Speed = "medium", *, times: float = 1.0) -> torch.Tensor:
    """Each frame as the camera would see it after `times` frames of the move; edges are mirrored.

    Args:
        frames: `(batch, channels, frames, height, width)`.
        move: Of the camera.
        speed: See `SPEEDS`.
        times: How many frames of the move.
    """
    right, down, closer = _MOVES[move]
    amount = SPEEDS[speed] * times
    size = (1 + SPEEDS[speed]) ** (-closer * times)
    theta = torch.tensor([[size, 0, 2 * right * amount], [0, size, 2 * down * amount]], device=frames.device)
    flat = frames.transpose(1, 2).flatten(0, 1).float()
    view = torch.nn.functional.affine_grid(theta.expand(len(flat), -1, -1), list(flat.shape), align_corners=False)
    seen = torch.nn.functional.grid_sample(flat, view, padding_mode="reflection", align_corners=False)
    return seen.unflatten(0, (frames.shape[0], -1)).transpose(1, 2).to(frames.dtype)


def move_clean(
    clean: torch.Tensor, move: Move, speed: Speed = "medium", *, blend: float = 0.5, times: float = 1.0
) -> torch.Tensor:
    """A clean estimate in which each frame is mixed with the warped frame before it, from the first on.

    Source: VideoStudio (VideoDrafter, arXiv 2401.01256), training-free camera move: `0.5 * x0 + 0.5 * warp(x0)`, frame
    to neighbouring frame.

    Args:
        clean: Clean estimate, `(batch, channels, frames, height, width)`.
        move: Of the camera.
        speed: See `SPEEDS`.
        blend: Share of the warped frame, from 0 (unchanged) to 1 (the first frame, moved).
        times: Pictures from one latent frame to the next: 1 for UNets, 4 or 8 where a VAE joins moments.
    """
    frames = [clean[:, :, :1]]
    for index in range(1, clean.shape[2]):
        frames.append(torch.lerp(clean[:, :, index : index + 1], warp(frames[-1], move, speed, times=times), blend))
    return torch.cat(frames, dim=2)


def move_sample(
    sample: torch.Tensor,
    output: torch.Tensor,
    level: Level,
    move: Move,
    speed: Speed = "medium",
    *,
    blend: float = 0.5,
    prediction: Prediction = "epsilon",
) -> torch.Tensor:
    """The sample of step `WARP_STEP` with the move in it: warped clean estimate, noised again with the same noise.

    Source: VideoStudio (VideoDrafter, arXiv 2401.01256), training-free camera move, step 5, blend 0.5.

    Args:
        sample: Sample at this level.
        output: What the model made of it.
        level: Noise level of the sample.
        move: Of the camera.
        speed: See `SPEEDS`.
        blend: As for `move_clean`.
        prediction: What the output means.

    Returns:
        The sample to go on from; run the model on it anew, or step with the same noise.
    """
    clean = level.clean(sample, output, prediction)
    return level.add_noise(move_clean(clean, move, speed, blend=blend), level.noise(sample, clean))
