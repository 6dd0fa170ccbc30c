"""Owns the backend `img2img`: any diffusers text-to-image family, guided by another generator's still.

SDEdit (Meng et al. 2022): the guide is noised by `strength` and denoised under the prompt, so composition stays and
the drawing changes. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image
from PIL import Image

from generators.backends.diffusion import able, adapt, pixels, runtime
from generators.backends.diffusion.models import Choice, choose
from generators.base import (
    Capabilities,
    KeyframeRequest,
    KeyframeResult,
    ReferenceRequest,
    ReferenceResult,
)
from generators.errors import RequestRefused
from generators.limits import check_limits
from planners.wording import noun_phrase

SHEET = (1280, 720)
"""Size in pixels of a reference that has no guide."""
SHEET_WORDS = "character reference sheet, full figure, plain light background"
AS_IT_IS = "img2img shows the guide as it is: strength {strength} over {steps} steps leaves nothing to change."
UNGUIDED = "img2img had no guide: who stands where is the model's own choice."


class Img2Img:
    """Draws references and keyframes."""

    def __init__(self, *, model: str | None = None) -> None:
        """Take the models; nothing is loaded yet.

        Args:
            model: `PLACE?options`, see `generators.backends.diffusion.models`.

        Raises:
            RequestRefused: there is no such folder or option.
        """
        self.choice = choose("img2img", model)
        self._able = able.capabilities_of("img2img", model)

    def capabilities(self) -> Capabilities:
        """What it can do; the version names the models."""
        return self._able

    def reference(self, request: ReferenceRequest) -> ReferenceResult:
        """Draw an entity's sheet over its guide, which gives the views; without one, a single view."""
        look = noun_phrase(request.entity, request.stage)
        said = f"{look}, {SHEET_WORDS}, {request.style}"
        size = SHEET if request.guide is None else _size(request.guide)
        lost = self._draw(request.guide, request.image, size, (said, ""), runtime.seeded(request.seed))
        views = request.guide_views if request.guide is not None else {"front": (0.0, 0.0, 1.0, 1.0)}
        return ReferenceResult(views=views, downgrades=lost)

    def keyframe(self, request: KeyframeRequest) -> KeyframeResult:
        """Draw one still over its guide."""
        spec = request.spec
        check_limits(spec, self._able)
        prompts = pixels.words(spec, self.choice.family.profile)
        lost = _left_out(prompts.left_out)
        seed = runtime.seeded(spec.seed, spec.shot.seed, round(request.t * 1000))
        said = (prompts.text, prompts.negative)
        return KeyframeResult(downgrades=(*lost, *self._draw(request.guide, request.image, spec.size, said, seed)))

    def _draw(
        self, guide: Path | None, image: Path, size: tuple[int, int], said: tuple[str, str], seed: Any
    ) -> tuple[str, ...]:
        """Write the picture; what was not as asked."""
        choice, fitted = self.choice, adapt.still(size, self.choice)
        if guide is not None and int(choice.steps * choice.strength) < 1:
            pixels.write_still(pixels.read_still(guide, size), image, size)
            return (AS_IT_IS.format(strength=choice.strength, steps=choice.steps),)
        shown = pixels.read_still(guide, fitted.size) if guide is not None else None
        state = seed.get_state()

        def work(pipeline: Any) -> Any:
            seed.set_state(state)
            common = {
                "prompt": said[0],
                "num_inference_steps": choice.steps,
                "guidance_scale": choice.guidance,
                "generator": seed,
            } | ({"negative_prompt": said[1]} if said[1] else {})
            if shown is not None:
                return pipeline(image=shown, strength=choice.strength, **common).images[0]
            free = AutoPipelineForText2Image.from_pipe(pipeline)
            free.set_progress_bar_config(disable=True)
            return free(width=fitted.size[0], height=fitted.size[1], **common).images[0]

        picture, lost = runtime.run(choice, load, work)
        pixels.write_still(picture, image, size)
        return (*(() if shown is not None else (UNGUIDED,)), *fitted.downgrades, *lost)


def load(choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
    """The image-to-image pipeline of whatever family the repository holds.

    Raises:
        RequestRefused: diffusers has none for it.
    """
    try:
        return AutoPipelineForImage2Image.from_pretrained(sources["base"].place, **sources["base"].keywords)
    except ValueError as error:
        name = choice.repositories["base"].repository
        raise RequestRefused(f"img2img cannot use {name}: {str(error).splitlines()[0]}") from error


def _left_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return (f"The prompt has no room for: {', '.join(parts)}.",) if parts else ()


def _size(guide: Path) -> tuple[int, int]:
    with Image.open(guide) as picture:
        width, height = picture.size
        return int(width), int(height)
