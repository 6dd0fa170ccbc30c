"""Owns the backend `cogvideox-i2v`: CogVideoX image-to-video (Yang et al. 2024), which moves a keyframe.

Does not know: who made the keyframe, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from diffusers import CogVideoXImageToVideoPipeline

from generators.backends.diffusion import dits, pixels, runtime, takes
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.dit_words import Says
from generators.backends.diffusion.models import Choice

FIXED = "This CogVideoX model makes {0}x{1} alone: pictures are stretched to it and back."


class CogVideoXI2V(Clips):
    """Makes shots from keyframes."""

    name = "cogvideox-i2v"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The pipeline as it is stored."""
        return CogVideoXImageToVideoPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Move the keyframe; guidance grows over the steps, as in diffusers' documentation of the pipeline."""
        choice, fixed = self.choice, _fixed_size(pipeline)
        width, height = fixed or ask.size
        steered = dits.Steered(pipeline, ask, choice, _lie(pipeline, (width, height)))

        def part(asked: takes.Part) -> Sequence[pixels.Picture]:
            def run(**more: Any) -> Any:
                plain = {
                    "image": asked.first, "width": width, "height": height, "num_inference_steps": choice.steps,
                    "guidance_scale": choice.guidance, "use_dynamic_cfg": True,
                }  # fmt: skip
                return pipeline(**{**plain, **more}).frames

            made = steered.made(dits.call_of(asked, run, (width, height)))
            return [picture.resize(ask.size) for picture in made[0]]

        made = takes.clip_after_clip(ask, part, steps=choice.steps)
        lost = (FIXED.format(width, height),) if fixed and fixed != ask.size else ()
        return Filmed(made, (*lost, *steered.notes))


def _fixed_size(pipeline: Any) -> tuple[int, int] | None:
    """The one size in pixels of a model that learned the places in its pictures by heart."""
    config, factor = pipeline.transformer.config, pipeline.vae_scale_factor_spatial
    if not config.use_learned_positional_embeddings:
        return None
    return config.sample_width * factor, config.sample_height * factor


def _lie(pipeline: Any, size: tuple[int, int]) -> dits.Lie:
    def encode(video: torch.Tensor) -> torch.Tensor:
        resized = torch.nn.functional.interpolate(video[:, :, 0], size=size[::-1], mode="bilinear")[:, :, None]
        return dits.encoded(pipeline, resized) * pipeline.vae_scaling_factor_image

    config = pipeline.transformer.config
    factors = (pipeline.vae_scale_factor_spatial, pipeline.vae_scale_factor_temporal)
    says = Says(tokens=config.max_text_seq_length, joint=True)
    grain = config.patch_size_t or 1
    return dits.Lie(
        config.in_channels // 2, *factors, frames_first=True, grain=grain, encode=encode, says=says, anchors=grain
    )
