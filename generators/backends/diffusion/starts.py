"""Owns what a clip's denoising starts from: its noise, the guide under it, and the tie to the clip before.

Does not know: prompts, what happens at the steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from diffusers.utils.torch_utils import randn_tensor

from generators.backends.diffusion import pixels
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.hooks import Change, Moment, moment_of
from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.boundary import (
    decay_weights,
    dynamic_noise,
    hold_clean,
    last_frame_inversion,
    reset_boundary,
)
from generators.backends.diffusion.techniques.levels import Level
from generators.backends.diffusion.techniques.noise import permuted_noise, shared_noise, shuffled_noise

CHUNK = 16
"""Frames that the VAE takes at once."""

FRESH = 0x71E
"""Seeds the fresh part of inverted noise apart from the clip's own noise, with which it is mixed."""


def noise_of(recipe: Recipe, shape: Sequence[int], generator: torch.Generator, *, window: int) -> torch.Tensor:
    """Initial noise of variance 1, `(1, channels, frames, height, width)`, on the generator's device.

    Args:
        recipe: Says which.
        shape: Of the latents.
        generator: Source of randomness.
        window: Length of the windows of a long take; 0: the take is not longer than the model's own.
    """
    free = recipe.over == "words"
    way = ("permuted" if window and free else "plain") if recipe.noise == "auto" else recipe.noise
    if way == "shared":
        return shared_noise(shape, generator, diversity=recipe.diversity)
    if way == "permuted":
        size = window or shape[2]
        return permuted_noise(shape, generator, window=size, stride=min(recipe.stride, size))
    if way == "shuffled":
        return shuffled_noise(shape, generator, segment=window or shape[2])
    if free:
        return randn_tensor(tuple(shape), generator=generator)
    batch, channels, frames, *side = shape
    return randn_tensor((batch, frames, channels, *side), generator=generator).transpose(1, 2)


def encoded(
    pipeline: Any, pictures: Sequence[pixels.Picture], size: tuple[int, int], generator: torch.Generator | None
) -> torch.Tensor:
    """Latents of frames, `(1, channels, frames, height, width)`: drawn with a generator, the mean without."""
    width, height = size
    video = pipeline.video_processor.preprocess_video(list(pictures), height=height, width=width)
    frames = video.transpose(1, 2)[0].to(device=pipeline._execution_device, dtype=pipeline.dtype)
    vae = pipeline.vae
    if vae.config.force_upcast:
        frames = frames.float()
        vae.to(dtype=torch.float32)
    made = []
    for chunk in frames.split(CHUNK):
        with torch.no_grad():
            seen = vae.encode(chunk).latent_dist
        made.append(seen.mode() if generator is None else seen.sample(generator))
    if vae.config.force_upcast:
        vae.to(pipeline.unet.dtype)
    latents: torch.Tensor = torch.cat(made).to(pipeline.unet.dtype) * vae.config.scaling_factor
    return latents.transpose(0, 1)[None]


@dataclass(frozen=True)
class Tie:
    """What a clip owes to the one before."""

    last: torch.Tensor
    """Clean latents of the frames that its first ones replay, `(1, channels, K, height, width)`."""
    eps: torch.Tensor
    """Noise from which they would be made."""
    strength: float
    decay: float

    def weights(self, frames: int, like: torch.Tensor) -> torch.Tensor:
        """Weight of the tie at each frame."""
        made = decay_weights(frames, strength=self.strength, decay=self.decay, held=self.last.shape[2])
        return torch.tensor(made, dtype=like.dtype, device=like.device).view(1, 1, -1, 1, 1)

    def spread(self, what: torch.Tensor, frames: int) -> torch.Tensor:
        """A value of the held frames for every frame of the clip."""
        return what[:, :, [min(n, what.shape[2] - 1) for n in range(frames)]]

    def hold(self, clean: torch.Tensor, moment: Moment) -> torch.Tensor:
        """The clean estimate drawn to the held frames at every step."""
        return hold_clean(clean, self.last, strength=self.strength, decay=self.decay)


def tied(pipeline: Any, ask: ClipAsk, recipe: Recipe, text: torch.Tensor, generator: torch.Generator) -> Tie | None:
    """The tie that a request asks for; None where it asks for none.

    Args:
        pipeline: A UNet pipeline with its timesteps set.
        ask: What is asked.
        recipe: Says how it is tied.
        text: The prompt, `(1, tokens, width)`.
        generator: Source of the fresh part of inverted noise.
    """
    request = ask.request
    if request.before is None or request.tie <= 0 or recipe.boundary == "off":
        return None
    overlap = [request.before_last + 1 - request.head + frame for frame in ask.fitted.steps if frame < request.head]
    end = pixels.count_frames(request.before) - 1
    wanted = [min(max(0, frame), end) for frame in overlap or [request.before_last]]
    last = encoded(pipeline, pixels.read_frames(request.before, wanted, ask.size), ask.size, None)
    if recipe.boundary == "inversion":
        length = min(len(ask.fitted.steps), ask.fitted.windows or len(ask.fitted.steps))
        eps = dynamic_noise(inverted(pipeline, last[:, :, -1:], text, frames=length).cpu(), generator).to(last)
    else:
        eps = torch.cat([inverted(pipeline, part, text, frames=1) for part in last.split(1, dim=2)], dim=2)
    return Tie(last, eps, request.tie, recipe.decay)


def inverted(pipeline: Any, last: torch.Tensor, text: torch.Tensor, *, frames: int) -> torch.Tensor:
    """The noise from which the model would make a frame standing still: one model call a step, without guidance."""
    scheduler = pipeline.scheduler
    times = list({int(time): time for time in scheduler.timesteps}.values())[::-1]
    moments = [moment_of(scheduler, time, index, len(times)) for index, time in enumerate(times)]

    def call(sample: torch.Tensor, index: int) -> torch.Tensor:
        given = (sample / moments[index].level.size).to(last.dtype)
        said = text.expand(frames, -1, -1)
        with torch.no_grad():
            output: torch.Tensor = pipeline.unet(given, times[index], encoder_hidden_states=said).sample
        return output

    levels = [moment.level for moment in moments]
    return last_frame_inversion(last, call, levels, frames=frames, prediction=moments[0].prediction)


def first_sample(
    pipeline: Any,
    noise: torch.Tensor,
    time: torch.Tensor,
    *,
    guide: torch.Tensor | None,
    tie: Tie | None,
    boundary: str,
) -> torch.Tensor:
    """The sample from which denoising starts.

    Args:
        pipeline: With its timesteps set.
        noise: Initial noise.
        time: The first timestep that is run.
        guide: Clean latents under the noise; None: noise alone.
        tie: To the clip before, if any.
        boundary: How it is tied (`Recipe.boundary`).
    """
    scheduler = pipeline.scheduler
    if tie is not None and boundary == "inversion":
        held = tie.eps.shape[2]
        mixed = (1 - tie.strength**2) ** 0.5 * noise[:, :, :held] + tie.strength * tie.eps
        noise = torch.cat([mixed, noise[:, :, held:]], dim=2)
    elif tie is not None and guide is None:
        level = Level.of_scheduler(scheduler, time)
        noise = reset_boundary(noise, tie.last, eps=tie.eps, level=level, strength=tie.strength, decay=tie.decay)
    elif tie is not None:
        weight, frames = tie.weights(noise.shape[2], noise), noise.shape[2]
        noise = (1 - weight.square()).sqrt() * noise + weight * tie.spread(tie.eps, frames)
    if guide is None:
        return noise * scheduler.init_noise_sigma
    if tie is not None:
        guide = torch.lerp(guide, tie.spread(tie.last, guide.shape[2]), tie.weights(guide.shape[2], guide))
    sample: torch.Tensor = scheduler.add_noise(guide, noise, time.reshape(1))
    return sample


def holding(tie: Tie | None, boundary: str) -> tuple[Change, ...]:
    """What keeps a tie at every step, where the recipe wants that."""
    return (tie.hold,) if tie is not None and boundary == "hold" else ()
