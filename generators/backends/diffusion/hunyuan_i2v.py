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
from generators.backends.diffusion.dit_words import Says
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
            def run(num_frames: int, **more: Any) -> Any:
                plain = {
                    "image": asked.first, "width": ask.size[0], "height": ask.size[1],
                    "num_inference_steps": choice.steps,
                }  # fmt: skip
                asks = {**plain, **more, "guidance_scale": choice.guidance}
                return pipeline(**asks, num_frames=num_frames + (HIDDEN if beside else 0)).frames

            made: Sequence[pixels.Picture] = steered.made(dits.call_of(asked, run, ask.size))[0]
            return made

        return Filmed(takes.clip_after_clip(ask, part, steps=choice.steps), tuple(steered.notes))


def _lie(pipeline: Any, *, beside: bool) -> dits.Lie:
    """How its latents lie: one that is shown its picture beside the noise makes a latent frame more, and hides it."""

    def encode(video: torch.Tensor) -> torch.Tensor:
        return dits.encoded(pipeline, video) * pipeline.vae_scaling_factor

    channels = pipeline.transformer.config.in_channels
    factors = (pipeline.vae_scale_factor_spatial, pipeline.vae_scale_factor_temporal)
    own, says = (channels - 1) // 2 if beside else channels, Says(tokens=0, negative=False)
    return dits.Lie(own, *factors, hidden=int(beside), encode=encode, says=says, pinned=not beside)
