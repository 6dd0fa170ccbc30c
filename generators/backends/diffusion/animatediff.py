"""Owns the backend `animatediff`: AnimateDiff (Guo et al. 2024) over another generator's clip, or from words alone.

The guide's frames are noised by `strength` and denoised together under the prompt, with a motion adapter over a
Stable Diffusion 1.5 model; without a guide the plan's boxes guide the picture. With `?controlnet=` a ControlNet holds
every frame to a picture of the guide's control file. This is the home of the training-free techniques:
`recipe.Recipe` says which. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import (
    AnimateDiffVideoToVideoControlNetPipeline,
    AnimateDiffVideoToVideoPipeline,
    ControlNetModel,
    DDIMScheduler,
    MotionAdapter,
    StableDiffusionPipeline,
)

from generators.backends.diffusion import runtime
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.identity_clips import load_pictures
from generators.backends.diffusion.models import CONTROLNET, Choice
from generators.backends.diffusion.unet_clips import UnetClip

SCHEDULE = {"beta_schedule": "linear", "clip_sample": False, "timestep_spacing": "linspace", "steps_offset": 1}
"""The noise schedule with which the motion adapters were trained; the base's own has other betas."""


class AnimateDiff(Clips):
    """Makes shots from guides, or from words and boxes."""

    name = "animatediff"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """AnimateDiff's video-to-video pipeline from a Stable Diffusion 1.5 repository and a motion adapter."""
        base, moves = sources["base"], sources["adapter"]
        adapter = MotionAdapter.from_pretrained(moves.place, **moves.keywords)
        still = StableDiffusionPipeline.from_pretrained(
            base.place, **base.keywords, safety_checker=None, requires_safety_checker=False
        )
        parts = {name: getattr(still, name) for name in ("vae", "text_encoder", "tokenizer", "unet")}
        parts["scheduler"] = DDIMScheduler.from_config(still.scheduler.config, **SCHEDULE)
        if CONTROLNET in sources:
            held = ControlNetModel.from_pretrained(sources[CONTROLNET].place, **sources[CONTROLNET].keywords)
            pipeline: Any = AnimateDiffVideoToVideoControlNetPipeline(**parts, motion_adapter=adapter, controlnet=held)
        else:
            pipeline = AnimateDiffVideoToVideoPipeline(**parts, motion_adapter=adapter)
        load_pictures(pipeline, choice, sources)
        pipeline.unet.requires_grad_(False)
        return pipeline

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Denoise the frames together."""
        recipe, length = self.choice.recipe, ask.fitted.windows
        if length and recipe.windows == "freenoise" and recipe.take == "windows":
            pipeline.enable_free_noise(context_length=length, context_stride=min(recipe.stride, length))
        elif pipeline.free_noise_enabled:
            pipeline.disable_free_noise()
        return UnetClip(pipeline, ask, self.choice).filmed()
