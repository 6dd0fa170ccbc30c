"""Owns the backend `img2img`: any diffusers text-to-image family, guided by another generator's still.

SDEdit (Meng et al. 2022): the guide is noised by `strength` and denoised under the prompt, so composition stays and
the drawing changes. With `?controlnet=` a ControlNet (Zhang et al. 2023) holds the drawing to a picture of the guide's
control file besides. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import AutoPipelineForImage2Image, AutoPipelineForText2Image, ControlNetModel
from PIL import Image

from generators.backends.diffusion import runtime
from generators.backends.diffusion.attended import attended_boxes, spans_of, watched
from generators.backends.diffusion.base import Drawn, StillAsk
from generators.backends.diffusion.models import CONTROLNET, Choice
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
        base, extra = sources["base"], sources.get(CONTROLNET)
        held = {} if extra is None else {"controlnet": ControlNetModel.from_pretrained(extra.place, **extra.keywords)}
        try:
            return AutoPipelineForImage2Image.from_pretrained(base.place, **base.keywords, **held)
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
        held, lost = self._held(ask)
        made: Any = pipeline
        if ask.guide is not None:
            common |= {"image": ask.guide, "strength": ask.strength}
            common |= {"control_image": held[0], "controlnet_conditioning_scale": held[1]} if held else {}
        else:
            made = AutoPipelineForText2Image.from_pipe(pipeline)
            made.set_progress_bar_config(disable=True)
            common |= {"width": ask.size[0], "height": ask.size[1]}
            common |= {"image": held[0], "controlnet_conditioning_scale": held[1]} if held else {}
        spans = spans_of(pipeline, ask)
        with holding_outside(pipeline, ask), watched(getattr(pipeline, "unet", None), spans, ask.size) as watch:
            picture = made(**common).images[0]
        return Drawn(picture, lost, attended_boxes(watch))

    def _held(self, ask: StillAsk) -> tuple[tuple[Image.Image, float] | None, tuple[str, ...]]:
        """The ControlNet's picture and scale, if there is one; at scale 0 where nothing can be made for it."""
        kind = self.choice.options.controlnet
        if kind == "none":
            return None, ()
        try:
            return (ask.control(kind), ask.scale), ()
        except RequestRefused as error:
            return (Image.new("RGB", ask.size), 0.0), (f"{self.name} drew without its ControlNet: {error}.",)
