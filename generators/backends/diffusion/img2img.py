"""Owns the backend `img2img`: any diffusers text-to-image family, guided by another generator's still.

SDEdit (Meng et al. 2022): the guide is noised by `strength` and denoised under the prompt, so composition stays and
the drawing changes. With `?controlnet=` a ControlNet (Zhang et al. 2023) holds the drawing to a picture of the guide's
control file besides. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image

from generators.backends.diffusion import runtime
from generators.backends.diffusion.attended import attended_boxes, spans_of, watched
from generators.backends.diffusion.base import Drawn, StillAsk
from generators.backends.diffusion.controlled import beside, held
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.repairing import Repairing, holding_outside
from generators.errors import RequestRefused


class Img2Img(Repairing):
    """Draws references and keyframes."""

    name = "img2img"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The image-to-image pipeline of whatever family the repository holds.

        Raises:
            RequestRefused: diffusers has none for it.
        """
        base = sources["base"]
        try:
            return AutoPipelineForImage2Image.from_pretrained(base.place, **base.keywords, **beside(sources))
        except ValueError as error:
            name = choice.repositories["base"].repository
            raise RequestRefused(f"img2img cannot use {name}: {str(error).splitlines()[0]}") from error

    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture over its guide; without one, from the words alone."""
        common: dict[str, Any] = {
            "prompt": ask.text,
            "num_inference_steps": self.choice.steps,
            "guidance_scale": self.choice.guidance,
            "generator": ask.generator(),
        } | ({"negative_prompt": ask.negative} if ask.negative else {})
        control, lost = held(self.name, self.choice.options.controlnet, ask)
        made: Any = pipeline
        if ask.guide is not None:
            common |= {"image": ask.guide, "strength": ask.strength}
        else:
            made = AutoPipelineForText2Image.from_pipe(pipeline)
            made.set_progress_bar_config(disable=True)
            common |= {"width": ask.size[0], "height": ask.size[1]}
        spans = spans_of(pipeline, ask)
        with holding_outside(pipeline, ask), watched(getattr(pipeline, "unet", None), spans, ask.size) as watch:
            picture = made(**common, **control).images[0]
        return Drawn(picture, lost, attended_boxes(watch))
