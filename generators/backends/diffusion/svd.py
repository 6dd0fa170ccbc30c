"""Owns the backend `svd`: Stable Video Diffusion (Blattmann et al. 2023), which moves a keyframe without any words.

Does not know: who made the keyframe, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from diffusers import StableVideoDiffusionPipeline

from generators.backends.diffusion import dits, pixels, runtime, takes
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.models import Choice

MOTION = 127
"""Motion bucket that the model card uses: 1 hardly moves, 255 much."""


class Svd(Clips):
    """Makes shots from keyframes."""

    name = "svd"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The pipeline as it is stored."""
        return StableVideoDiffusionPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Move the keyframe; guidance rises from 1 at the first frame to the choice's at the last, as in the paper."""
        choice = self.choice
        rate = max(2, min(ask.request.spec.fps, choice.family.native_fps or ask.request.spec.fps))
        steered = dits.Steered(pipeline, ask, choice, _lie(pipeline))

        def part(asked: takes.Part) -> Sequence[pixels.Picture]:
            def run(**more: Any) -> Any:
                plain = {
                    "image": asked.first, "width": ask.size[0], "height": ask.size[1],
                    "num_inference_steps": choice.steps, "max_guidance_scale": choice.guidance, "fps": rate,
                    "motion_bucket_id": MOTION, "decode_chunk_size": min(asked.frames, 8),
                }  # fmt: skip
                return pipeline(**{**plain, **more}).frames

            made: Sequence[pixels.Picture] = steered.made(dits.call_of(asked, run, ask.size))[0]
            return made

        return Filmed(takes.clip_after_clip(ask, part, steps=choice.steps))


def _lie(pipeline: Any) -> dits.Lie:
    """How its latents lie: one for each frame, frames first."""
    vae = pipeline.vae

    def encode(video: torch.Tensor) -> torch.Tensor:
        return dits.encoded(pipeline, video[:, :, 0])[:, :, None] * vae.config.scaling_factor

    channels = pipeline.unet.config.in_channels // 2
    return dits.Lie(channels, pipeline.vae_scale_factor, 1, frames_first=True, encode=encode)
