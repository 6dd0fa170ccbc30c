"""Owns a ControlNet beside a UNet clip: its pictures as tensors, and what it adds to each model call.

Does not know: what the pictures show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from generators.backends.diffusion import pixels
from generators.backends.diffusion.loop import Extra
from generators.backends.diffusion.techniques.windows import Window


def prepared(pipeline: Any, pictures: Sequence[pixels.Picture], size: tuple[int, int]) -> torch.Tensor:
    """Pictures for the pipeline's ControlNet, `(frames, 3, height, width)`."""
    width, height = size
    video = pipeline.control_video_processor.preprocess_video(list(pictures), height=height, width=width)
    frames: torch.Tensor = video[0].transpose(0, 1).float()
    return frames.to(device=pipeline._execution_device, dtype=pipeline.controlnet.dtype)


def residuals(pipeline: Any, frames: torch.Tensor, scale: float) -> Extra:
    """What the ControlNet adds to the UNet's call for some frames of a clip."""

    def extra(given: torch.Tensor, time: torch.Tensor, text: torch.Tensor, window: Window) -> Mapping[str, Any]:
        shown = frames[window.start : window.stop]
        down, middle = pipeline.controlnet(
            given.transpose(1, 2).flatten(0, 1),
            time,
            encoder_hidden_states=text,
            controlnet_cond=torch.cat([shown] * given.shape[0]),
            conditioning_scale=scale,
            return_dict=False,
        )
        return {"down_block_additional_residuals": down, "mid_block_additional_residual": middle}

    return extra
