"""Owns the backend `gligen`: every entity bound to its box by words and picture, over the guide's still or free.

GLIGEN (Li et al., 2301.07093; VideoDirectorGPT's Layout2Vid grounds the same way, 2309.15091): each entity is one token
of phrase, picture and box, which gated attention reads. Scheduled sampling grounds only the first share of the steps;
diffusers 0.42 takes that share and ignores it, so it is done here. Does not know: who made the guide, other backends.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from diffusers import DDIMScheduler, StableDiffusionGLIGENTextImagePipeline
from diffusers.utils.torch_utils import randn_tensor

from generators.backends.diffusion import bound, runtime
from generators.backends.diffusion.attended import attended_boxes, spans_of, watched
from generators.backends.diffusion.base import Drawn, StillAsk, Stills
from generators.backends.diffusion.bound import Bound
from generators.backends.diffusion.models import Choice
from generators.base import ReferenceRequest
from planners.wording import noun_phrase

SIDE = 336
"""Of an entity's picture in pixels; its encoder scales it to its own size."""
SHORTENED = "gligen's phrase for {name} is shortened to: {words}."


class LateScheduler(DDIMScheduler):  # type: ignore[misc]
    """DDIM that may begin later than at pure noise, as SDEdit needs it."""

    timesteps: Any
    kept: int | None = None
    """How many of the last steps are made; None: all."""

    def set_timesteps(self, num_inference_steps: int, device: Any = None) -> None:
        """The steps of DDIM, or the last `kept` of them."""
        super().set_timesteps(num_inference_steps, device)
        if self.kept is not None:
            self.timesteps = self.timesteps[-self.kept :]


class Gligen(Stills):
    """Draws references and keyframes."""

    name = "gligen"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The grounded pipeline, with a scheduler that can begin late."""
        base = sources["base"]
        pipeline = StableDiffusionGLIGENTextImagePipeline.from_pretrained(base.place, **base.keywords)
        pipeline.scheduler = LateScheduler.from_config(pipeline.scheduler.config)
        return pipeline

    def draw(self, pipeline: Any, ask: StillAsk) -> Drawn:
        """Draw one picture in which everybody stands in their box."""
        most = self.capabilities().reference_images or 0
        found, lost = bound.fewer(_bound(ask), most, self.name)
        phrases, shortened = _phrases(pipeline, found)
        generator = ask.generator()
        steps = self.choice.steps
        kept = steps if ask.guide is None else max(1, int(steps * ask.strength))
        pipeline.scheduler.kept = kept
        grounded = math.ceil(self.choice.grounding * kept) if found else 0
        with watched(pipeline.unet, spans_of(pipeline, ask), ask.size) as watch:
            picture = pipeline(
                prompt=ask.text,
                negative_prompt=ask.negative or None,
                width=ask.size[0],
                height=ask.size[1],
                num_inference_steps=steps,
                guidance_scale=self.choice.guidance,
                generator=generator,
                latents=begun(pipeline, ask, steps, generator),
                gligen_phrases=phrases if grounded else [],
                gligen_images=[_image(item) for item in found] if grounded else [],
                gligen_boxes=[list(item.box or ()) for item in found] if grounded else [],
                callback=_until(pipeline, grounded),
            ).images[0]
        return Drawn(picture, (*lost, *shortened), attended_boxes(watch))


def _bound(ask: StillAsk) -> tuple[Bound, ...]:
    """Who is bound to which box: on a sheet the entity itself, once for each view of its guide."""
    request = ask.request
    if not isinstance(request, ReferenceRequest):
        return bound.seen(request)
    words, pictures = noun_phrase(request.entity, request.stage), bound.photos(request)
    photo = pictures[0].picture if pictures else None
    name = bound.called(request.entity)
    return tuple(Bound(view, name, words, box, photo) for view, box in request.guide_views.items())


def _image(item: Bound) -> Any:
    return bound.squared(item.picture, SIDE) if item.picture is not None else None


def _phrases(pipeline: Any, found: Sequence[Bound]) -> tuple[list[str], tuple[str, ...]]:
    """Words of each that fit the text encoder, which the pipeline itself does not see to; and who lost some."""
    most = pipeline.tokenizer.model_max_length
    phrases, lost = [], []
    for item in found:
        words = item.words.split()
        while len(words) > 1 and len(pipeline.tokenizer(" ".join(words))["input_ids"]) > most:
            words.pop()
        phrases.append(" ".join(words).rstrip(","))
        if phrases[-1] != item.words:
            lost.append(SHORTENED.format(name=item.name, words=phrases[-1]))
    return phrases, tuple(dict.fromkeys(lost))


def begun(pipeline: Any, ask: StillAsk, steps: int, generator: Any) -> Any:
    """The guide's latents, noised to where the steps begin; None without a guide."""
    if ask.guide is None:
        return None
    scheduler, vae = pipeline.scheduler, pipeline.vae
    device = pipeline._execution_device
    scheduler.set_timesteps(steps, device)
    image = pipeline.image_processor.preprocess(ask.guide).to(device, vae.dtype)
    latents = vae.encode(image).latent_dist.mode() * vae.config.scaling_factor
    noise = randn_tensor(latents.shape, generator=generator, device=device, dtype=latents.dtype)
    return scheduler.add_noise(latents, noise, scheduler.timesteps[:1])


def _until(pipeline: Any, grounded: int) -> Callable[[int, Any, Any], None]:
    """After so many steps the boxes are let go (GLIGEN's scheduled sampling)."""

    def tell(step: int, timestep: Any, latents: Any) -> None:
        if step + 1 == max(1, grounded):
            pipeline.enable_fuser(False)

    return tell
