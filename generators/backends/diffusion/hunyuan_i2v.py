"""Owns the backend `hunyuan-i2v`: HunyuanVideo image-to-video (Tencent 2025), which moves a keyframe.

Its guidance is distilled into the model, so it takes no negative prompt. Does not know: who made the keyframe, other
backends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from diffusers import HunyuanVideoImageToVideoPipeline

from generators.backends.diffusion import dits, pixels, runtime, takes
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.models import Choice

HIDDEN = 4
"""Frames that a model of 33 channels makes before its first: it is shown its picture beside the noise."""


class HunyuanI2V(Clips):
    """Makes shots from keyframes."""

    name = "hunyuan-i2v"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The pipeline as it is stored."""
        return HunyuanVideoImageToVideoPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Move the keyframe."""
        choice = self.choice
        beside = pipeline.transformer.config.image_condition_type == "latent_concat"

        steered = dits.Steered(pipeline, ask, choice, _lie(pipeline, beside=beside))

        def part(asked: takes.Part) -> Sequence[pixels.Picture]:
            more = steered.noise(asked.frames, ask.size, asked.generator)
            with steered.acting(begins=asked.index == 0):
                made = pipeline(
                    image=asked.first,
                    prompt=ask.text,
                    width=ask.size[0],
                    height=ask.size[1],
                    num_frames=asked.frames + (HIDDEN if beside else 0),
                    num_inference_steps=choice.steps,
                    guidance_scale=choice.guidance,
                    generator=asked.generator,
                    output_type="pil",
                    **asked.on_step,
                    **more,
                )
            pictures: Sequence[pixels.Picture] = made.frames[0]
            return pictures

        return Filmed(takes.clip_after_clip(ask, part, steps=choice.steps))


def _lie(pipeline: Any, *, beside: bool) -> dits.Lie:
    """How its latents lie: one that is shown its picture beside the noise makes a latent frame more, and hides it."""

    def encode(video: torch.Tensor) -> torch.Tensor:
        return dits.encoded(pipeline, video) * pipeline.vae_scaling_factor

    channels = pipeline.transformer.config.in_channels
    factors = (pipeline.vae_scale_factor_spatial, pipeline.vae_scale_factor_temporal)
    return dits.Lie((channels - 1) // 2 if beside else channels, *factors, hidden=int(beside), encode=encode)
