"""Owns the backend `img2img`: any diffusers text-to-image family, guided by another generator's still.

SDEdit (Meng et al. 2022): the guide is noised by `strength` and denoised under the prompt, so composition stays and
the drawing changes. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image

from generators.backends.diffusion import runtime
from generators.backends.diffusion.base import Drawn, StillAsk, Stills
from generators.backends.diffusion.models import Choice
from generators.errors import RequestRefused


class Img2Img(Stills):
    """Draws references and keyframes."""

    name = "img2img"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The image-to-image pipeline of whatever family the repository holds.

        Raises:
            RequestRefused: diffusers has none for it.
        """
        try:
            return AutoPipelineForImage2Image.from_pretrained(sources["base"].place, **sources["base"].keywords)
        except ValueError as error:
            name = choice.repositories["base"].repository
            raise RequestRefused(f"img2img cannot use {name}: {str(error).splitlines()[0]}") from error

    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture over its guide; without one, from the words alone."""
        common = {
            "prompt": ask.text,
            "num_inference_steps": self.choice.steps,
            "guidance_scale": self.choice.guidance,
            "generator": ask.generator(),
        } | ({"negative_prompt": ask.negative} if ask.negative else {})
        if ask.guide is not None:
            return Drawn(pipeline(image=ask.guide, strength=self.choice.strength, **common).images[0])
        free = AutoPipelineForText2Image.from_pipe(pipeline)
        free.set_progress_bar_config(disable=True)
        return Drawn(free(width=ask.size[0], height=ask.size[1], **common).images[0])
