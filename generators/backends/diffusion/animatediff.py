"""Owns the backend `animatediff`: AnimateDiff (Guo et al. 2024) as video-to-video over another generator's clip.

The guide's frames are noised by `strength` and denoised together under the prompt, with a motion adapter over a
Stable Diffusion 1.5 model. With `?controlnet=` a ControlNet holds every frame to a picture of the guide's control
file. Longer takes run under FreeNoise's windows (Qiu et al. 2024), as diffusers has them.
Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import (
    AnimateDiffVideoToVideoControlNetPipeline,
    AnimateDiffVideoToVideoPipeline,
    ControlNetModel,
    MotionAdapter,
    StableDiffusionPipeline,
)

from generators.backends.diffusion import runtime
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.models import CONTROLNET, Choice


class AnimateDiff(Clips):
    """Makes shots from guides."""

    name = "animatediff"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """AnimateDiff's video-to-video pipeline from a Stable Diffusion 1.5 repository and a motion adapter."""
        base, moves = sources["base"], sources["adapter"]
        adapter = MotionAdapter.from_pretrained(moves.place, **moves.keywords)
        still = StableDiffusionPipeline.from_pretrained(
            base.place, **base.keywords, safety_checker=None, requires_safety_checker=False
        )
        parts = {name: getattr(still, name) for name in ("vae", "text_encoder", "tokenizer", "unet", "scheduler")}
        if CONTROLNET not in sources:
            return AnimateDiffVideoToVideoPipeline(**parts, motion_adapter=adapter)
        held = ControlNetModel.from_pretrained(sources[CONTROLNET].place, **sources[CONTROLNET].keywords)
        return AnimateDiffVideoToVideoControlNetPipeline(**parts, motion_adapter=adapter, controlnet=held)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Denoise the guide's frames together."""
        choice = self.choice
        _window(pipeline, ask.fitted.windows)
        guide = ask.guide()
        kind = choice.options.controlnet
        held = {} if kind == "none" else {
            "conditioning_frames": ask.control(kind, guide), "controlnet_conditioning_scale": ask.scale
        }  # fmt: skip
        made = pipeline(
            video=guide,
            prompt=ask.text,
            negative_prompt=ask.negative or None,
            width=ask.size[0],
            height=ask.size[1],
            strength=ask.strength,
            num_inference_steps=choice.steps,
            guidance_scale=choice.guidance,
            generator=ask.generator(),
            output_type="pil",
            **held,
            **ask.on_step(int(choice.steps * ask.strength)),
        )
        return Filmed(made.frames[0])


def _window(pipeline: Any, length: int) -> None:
    """Run the motion layers in windows of so many frames, or over all at once with 0."""
    if length:
        pipeline.enable_free_noise(context_length=length, context_stride=max(1, length // 4))
    elif pipeline.free_noise_enabled:
        pipeline.disable_free_noise()
