"""Owns the backend `qwen-edit`: Qwen-Image-Edit with several pictures, the guide's still as the one that is edited.

The pipeline numbers the pictures for its text encoder ("Picture 1: ..."), and the prompt speaks of them by these
numbers. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from diffusers import QwenImageEditPlusPipeline
from diffusers.pipelines.qwenimage import pipeline_qwenimage_edit_plus as stock
from PIL import Image
from transformers import Qwen2Tokenizer, Qwen2VLImageProcessor, Qwen2VLProcessor
from transformers.processing_utils import ProcessorMixin

from generators.backends.diffusion import runtime
from generators.backends.diffusion.base import Drawn, StillAsk, Stills
from generators.backends.diffusion.composed import compose
from generators.backends.diffusion.models import Choice

EMPTY = "qwen-edit edits pictures and had none: it began from a plain grey one."
_FOLDER = "processor"
_PLACE = ("revision", "local_files_only")


class StillsProcessor(Qwen2VLProcessor):  # type: ignore[misc]
    """Qwen2-VL's preparation of words and pictures, without that of films, which needs torchvision."""

    def __init__(self, image_processor: Any = None, tokenizer: Any = None, chat_template: str | None = None) -> None:
        self.image_token, self.video_token = "<|image_pad|>", "<|video_pad|>"
        self.image_token_id = tokenizer.convert_tokens_to_ids(self.image_token)
        self.video_token_id = tokenizer.convert_tokens_to_ids(self.video_token)
        ProcessorMixin.__init__(self, image_processor, tokenizer, chat_template=chat_template)


class QwenEdit(Stills):
    """Draws references and keyframes."""

    name = "qwen-edit"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The editing pipeline."""
        place, keywords = sources["base"]
        where = {key: keywords[key] for key in _PLACE if key in keywords} | {"subfolder": _FOLDER}
        processor = StillsProcessor(
            Qwen2VLImageProcessor.from_pretrained(place, **where), Qwen2Tokenizer.from_pretrained(place, **where)
        )
        return QwenImageEditPlusPipeline.from_pretrained(place, processor=processor, **keywords)

    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture from its composition and the entities' own pictures."""
        made = compose(
            ask,
            most=self.capabilities().reference_images or 0,
            side=self.choice.native_side // 2,
            backend=self.name,
            picture="picture",
        )
        empty = not made.pictures
        shown = [Image.new("RGB", ask.size, (128, 128, 128))] if empty else list(made.pictures)
        with no_larger_than(ask.size):
            picture = pipeline(
                image=shown,
                prompt=made.text,
                negative_prompt=ask.negative or " ",
                true_cfg_scale=self.choice.guidance,
                width=ask.size[0],
                height=ask.size[1],
                num_inference_steps=self.choice.steps,
                generator=ask.generator(),
            ).images[0]
        return Drawn(picture, (*made.downgrades, *((EMPTY,) if empty else ())))


@contextmanager
def no_larger_than(size: tuple[int, int]) -> Iterator[None]:
    """Pictures are encoded with at most the area of the one that is made; diffusers 0.42 fixes 1024 x 1024."""
    before = stock.VAE_IMAGE_SIZE
    stock.VAE_IMAGE_SIZE = min(before, size[0] * size[1])
    try:
        yield
    finally:
        stock.VAE_IMAGE_SIZE = before
