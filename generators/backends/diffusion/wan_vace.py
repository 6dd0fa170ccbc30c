"""Owns the backend `wan-vace`: Wan VACE (Jiang et al. 2025) over a control clip, with known frames and references.

The guide is the control clip, or what its control file tells (`?control=depth`); its strength is the shot's own. With
`?keep=` the place or the figures stay as the guide shows them, by the file's masks. Frames that are known (the keyframe
at its moment, the end of the clip before, the last still) stand in it under a black mask, which keeps them. References
go in as pictures of their own. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import WanVACEPipeline
from PIL import Image, ImageChops, ImageFilter

from generators.backends.diffusion import conditions, dits, pixels, runtime
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.wan_i2v import wan_lie

FREE, KNOWN = 255, 0
"""Values of a mask: what the model makes, and what it keeps."""


EDGE = 0.02
"""Share of the width by which figures that are made anew reach over their masks: outlines are redrawn, too."""


class WanVace(Clips):
    """Makes shots from guides."""

    name = "wan-vace"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The pipeline as it is stored."""
        return WanVACEPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Make the clip that the control clip plans, around the frames that are known."""
        choice, spare = self.choice, ask.fitted.frames - len(ask.fitted.steps)
        video, masks = self._followed(ask)
        video, masks = video + [video[-1]] * spare, masks + [masks[-1]] * spare
        known = self._known(ask)
        most = int(choice.family.able.get("reference_images", 0))
        references, generator = ask.references(most), ask.generator()
        steered = dits.Steered(pipeline, ask, choice, wan_lie(pipeline, len(references), anchors=len(references)))
        kept = [Image.new("L", ask.size, KNOWN) if index in known else mask for index, mask in enumerate(masks)]

        def run(**more: Any) -> Any:
            plain = {
                "video": [known.get(index, frame) for index, frame in enumerate(video)], "mask": kept,
                "reference_images": references or None, "conditioning_scale": ask.scale, "width": ask.size[0],
                "height": ask.size[1], "num_frames": len(video), "num_inference_steps": choice.steps,
                "guidance_scale": choice.guidance, "generator": generator, "output_type": "pil",
                **ask.on_step(choice.steps),
            }  # fmt: skip
            return pipeline(**{**plain, **more}).frames

        made = steered.made(dits.Call(run, len(video), ask.size, generator, still=self._still))
        return Filmed(made[0], tuple(steered.notes))

    def _still(self, picture: pixels.Picture, frames: int) -> Mapping[str, Any]:
        free = Image.new("L", picture.size, FREE)
        return {"video": [picture] * frames, "mask": [free] * frames}

    def _followed(self, ask: ClipAsk) -> tuple[list[pixels.Picture], list[pixels.Picture]]:
        """The control clip, and where the model is free in it."""
        recipe, guide = self.choice.recipe, ask.guide()
        shown = guide if recipe.control == "guide" else ask.control(recipe.control, guide)
        if recipe.keep == "nothing":
            return shown, [Image.new("L", ask.size, FREE)] * len(shown)
        seen = conditions.figures(ask.request.control, ask.fitted.steps, ask.size)
        free = [grown(mask) if recipe.keep == "place" else ImageChops.invert(mask) for mask in seen]
        kept = [Image.composite(*pair, mask) for *pair, mask in zip(shown, guide, free, strict=True)]
        return kept, free

    def _known(self, ask: ClipAsk) -> dict[int, pixels.Picture]:
        """Pictures that the model keeps, by their index among those that it makes."""
        known = {ask.moment(): ask.still()} if ask.request.folder is not None else {}
        if ask.request.last is not None:
            known[ask.moment(1.0)] = ask.still(ask.request.last)
        if ask.tied:
            known[0] = ask.first()
        return known


def grown(mask: pixels.Picture) -> pixels.Picture:
    """A mask whose white reaches a little farther."""
    return mask.filter(ImageFilter.MaxFilter(2 * max(1, round(EDGE * mask.width / 2)) + 1))
