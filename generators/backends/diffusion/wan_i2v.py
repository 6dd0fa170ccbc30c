"""Owns the backend `wan-i2v`: Wan image-to-video (2025), which moves a keyframe, and ends at a last frame where it can.

Wan 2.2 takes a last frame by its mask; the first-and-last-frame model of Wan 2.1 by its picture encoder too. Does not
know: who made the keyframe, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch
from diffusers import WanImageToVideoPipeline

from generators.backends.diffusion import dits, pixels, runtime, takes
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.dit_words import Says
from generators.backends.diffusion.models import Choice

TOKENS = 512
"""Of a prompt, as its pipelines count them."""
NO_LAST = "This Wan model takes no last frame: the still of the shot's last moment is not used."
LAST_IS_FIRST = "This Wan model needs a last frame and was given none: the shot comes back to its first picture."


class WanI2V(Clips):
    """Makes shots from keyframes."""

    name = "wan-i2v"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The pipeline as it is stored."""
        return WanImageToVideoPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Move the keyframe, to the last frame when there is one."""
        choice, able = self.choice, _last_frame(pipeline)
        steered = dits.Steered(pipeline, ask, choice, wan_lie(pipeline))
        wished = ask.still(ask.request.last) if ask.request.last is not None else None
        last = wished if able != "never" else None

        def part(asked: takes.Part) -> Sequence[pixels.Picture]:
            end = asked.last or (asked.first if able == "always" else None)

            def run(**more: Any) -> Any:
                plain = {
                    "image": asked.first, "last_image": end, "width": ask.size[0], "height": ask.size[1],
                    "num_inference_steps": choice.steps, "guidance_scale": choice.guidance,
                }  # fmt: skip
                return pipeline(**{**plain, **more}).frames

            call = dits.call_of(asked, run, ask.size)
            ends = able == "always"
            still = replace(call, still=lambda shown, _: {"image": shown, "last_image": shown if ends else None})
            made: Sequence[pixels.Picture] = steered.made(still)[0]
            return made

        made = takes.clip_after_clip(ask, part, steps=choice.steps, last=last)
        lost = [NO_LAST] if wished is not None and last is None else []
        lost += [LAST_IS_FIRST] if able == "always" and last is None else []
        return Filmed(made, (*lost, *steered.notes))


def _last_frame(pipeline: Any) -> str:
    """Whether a model takes a last frame `never`, when `given`, or `always`."""
    config = (pipeline.transformer or pipeline.transformer_2).config
    if pipeline.config.expand_timesteps:
        return "never"
    if config.image_dim is None:
        return "given"
    return "always" if config.pos_embed_seq_len is not None else "never"


def wan_lie(pipeline: Any, hidden: int = 0, anchors: int = 1) -> dits.Lie:
    """How Wan's latents lie, after `hidden` frames of references; `anchors` of all stand before every window."""
    vae = pipeline.vae

    def encode(video: torch.Tensor) -> torch.Tensor:
        mean, spread = (
            torch.tensor(values).view(1, -1, 1, 1, 1) for values in (vae.config.latents_mean, vae.config.latents_std)
        )
        return (dits.encoded(pipeline, video).cpu() - mean) / spread

    factors = (pipeline.vae_scale_factor_spatial, pipeline.vae_scale_factor_temporal)
    return dits.Lie(vae.config.z_dim, *factors, hidden=hidden, encode=encode, says=Says(tokens=TOKENS), anchors=anchors)
