"""Owns the backend `animatediff`: AnimateDiff (Guo et al. 2024) as video-to-video over another generator's clip.

The guide's frames are noised by `strength` and denoised together under the prompt, with a motion adapter over a
Stable Diffusion 1.5 model. Longer takes run under FreeNoise's windows (Qiu et al. 2024), as diffusers has them.
Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import AnimateDiffVideoToVideoPipeline, MotionAdapter, StableDiffusionPipeline

from generators.backends.diffusion import able, adapt, pixels, runtime
from generators.backends.diffusion.models import Choice, choose
from generators.base import Capabilities, Progress, ShotRequest, ShotResult
from generators.errors import RequestRefused
from generators.limits import check_limits

AS_IT_IS = "animatediff shows the guide as it is: strength {strength} over {steps} steps leaves nothing to change."
UNTITLED = "animatediff cannot write: the film's title does not stand over its first shot."


class AnimateDiff:
    """Makes shots from guides."""

    def __init__(self, *, model: str | None = None) -> None:
        """Take the models; nothing is loaded yet.

        Args:
            model: `BASE,ADAPTER?options`, see `generators.backends.diffusion.models`.

        Raises:
            RequestRefused: there is no such folder or option.
        """
        self.choice = choose("animatediff", model)
        self._able = able.capabilities_of("animatediff", model)

    def capabilities(self) -> Capabilities:
        """What it can do; the version names the models."""
        return self._able

    def shot(self, request: ShotRequest, progress: Progress | None = None) -> ShotResult:
        """Make the moving shot with its handles over its guide, which has them too."""
        spec, choice = request.spec, self.choice
        check_limits(spec, self._able)
        if request.guide is None:
            raise RequestRefused("animatediff works over a guide clip, and the request has none")
        total = request.head + spec.shot.frames + request.tail
        untouched = int(choice.steps * choice.strength) < 1
        fitted = adapt.Fitted(spec.size, tuple(range(total)), 0, ()) if untouched else adapt.moving(spec, total, choice)
        guide = pixels.read_frames(request.guide, fitted.steps, fitted.size)
        lost: tuple[str, ...]
        if untouched:
            made, lost = guide, (AS_IT_IS.format(strength=choice.strength, steps=choice.steps),)
        else:
            made, lost = self._make(request, guide, fitted, total, progress)
        pixels.write_clip(
            made, fitted.steps, request.video, spec=spec, total=total, threads=request.threads, progress=progress
        )
        return ShotResult(frames=total, downgrades=(*fitted.downgrades, *lost))

    def _make(
        self,
        request: ShotRequest,
        guide: list[pixels.Picture],
        fitted: adapt.Fitted,
        total: int,
        progress: Progress | None,
    ) -> tuple[list[pixels.Picture], tuple[str, ...]]:
        choice, spec = self.choice, request.spec
        prompts = pixels.words(spec, choice.family.profile)

        def work(pipeline: Any) -> list[pixels.Picture]:
            _window(pipeline, fitted.windows)
            frames: list[pixels.Picture] = pipeline(
                video=guide,
                prompt=prompts.text,
                negative_prompt=prompts.negative or None,
                width=fitted.size[0],
                height=fitted.size[1],
                strength=choice.strength,
                num_inference_steps=choice.steps,
                guidance_scale=choice.guidance,
                generator=runtime.seeded(spec.seed, spec.shot.seed),
                output_type="pil",
                **runtime.on_step(progress, int(choice.steps * choice.strength), total),
            ).frames[0]
            return frames

        made, lost = runtime.run(choice, load, work)
        untitled = (UNTITLED,) if spec.title else ()
        left = (f"The prompt has no room for: {', '.join(prompts.left_out)}.",) if prompts.left_out else ()
        return made, (*untitled, *left, *lost)


def load(choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
    """AnimateDiff's video-to-video pipeline from a Stable Diffusion 1.5 repository and a motion adapter."""
    base, moves = sources["base"], sources["adapter"]
    adapter = MotionAdapter.from_pretrained(moves.place, **moves.keywords)
    still = StableDiffusionPipeline.from_pretrained(
        base.place, **base.keywords, safety_checker=None, requires_safety_checker=False
    )
    parts = {name: getattr(still, name) for name in ("vae", "text_encoder", "tokenizer", "unet", "scheduler")}
    return AnimateDiffVideoToVideoPipeline(**parts, motion_adapter=adapter)


def _window(pipeline: Any, length: int) -> None:
    """Run the motion layers in windows of so many frames, or over all at once with 0."""
    if length:
        pipeline.enable_free_noise(context_length=length, context_stride=max(1, length // 4))
    elif pipeline.free_noise_enabled:
        pipeline.disable_free_noise()
