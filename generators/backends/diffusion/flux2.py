"""Owns the backend `flux2`: FLUX.2 with several reference pictures, the guide's still as the composition.

Both kinds run: the step-distilled `Flux2KleinPipeline`, and `Flux2Pipeline` (`?steps=50&guidance=4`). References
enter as tokens of their own, numbered by their order. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import DiffusionPipeline, Flux2KleinPipeline, Flux2Pipeline

from generators.backends.diffusion import runtime
from generators.backends.diffusion.base import Drawn, StillAsk, Stills
from generators.backends.diffusion.composed import compose
from generators.backends.diffusion.models import Choice
from generators.errors import RequestRefused

TOKENS = 512
"""Longest prompt (diffusers' max_sequence_length)."""
CUT = "The prompt is longer than flux2's 512 tokens: its end is not read."


class Flux2(Stills):
    """Draws references and keyframes."""

    name = "flux2"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The FLUX.2 pipeline that the repository holds.

        Raises:
            RequestRefused: it holds another family.
        """
        pipeline = DiffusionPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)
        if not isinstance(pipeline, Flux2KleinPipeline | Flux2Pipeline):
            name = choice.repositories["base"].repository
            raise RequestRefused(f"flux2 cannot use {name}: it holds a {type(pipeline).__name__}")
        return pipeline

    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture from its composition and the entities' own pictures."""
        made = compose(
            ask,
            most=self.capabilities().reference_images or 0,
            side=self.choice.native_side // 2,
            backend=self.name,
            picture="image",
        )
        picture = pipeline(
            image=list(made.pictures) or None,
            prompt=made.text,
            width=ask.size[0],
            height=ask.size[1],
            num_inference_steps=self.choice.steps,
            guidance_scale=self.choice.guidance,
            generator=ask.generator(),
            max_sequence_length=TOKENS,
        ).images[0]
        return Drawn(picture, (*made.downgrades, *_cut(pipeline, made.text)))


def _cut(pipeline: Any, text: str) -> tuple[str, ...]:
    words = getattr(pipeline.tokenizer, "tokenizer", pipeline.tokenizer)
    return (CUT,) if len(words(text)["input_ids"]) > TOKENS else ()
