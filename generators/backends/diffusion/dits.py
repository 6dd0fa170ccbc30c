"""Owns techniques in transformer pipelines with diffusers' own loops: starting noise, changes of the clean estimate.

All goes through the public call: noise as `latents=`, changes at the scheduler's step (`hooks.stepping`). With
everything off the call is the plain one. Does not know: any family; it says how its latents lie (`Lie`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

from generators.backends.diffusion import pixels, steered
from generators.backends.diffusion.adapt import TIED
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.hooks import Change, Moment, View, stepping
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.techniques.boundary import hold_clean
from generators.backends.diffusion.techniques.noise import shared_noise

HOLD_STEPS, HOLD_OF = 25, 50
"""The steps in which a clip is held to the one before: its layout and colours are made there; a tie at the last steps
would leave a double exposure (ours)."""
AXES = (0, 2, 1, 3, 4)


@dataclass(frozen=True)
class Lie:
    """How a family's latents lie."""

    channels: int
    space: int
    """Pixels per latent, along a side."""
    time: int
    """Pictures from one latent frame to the next."""
    frames_first: bool = False
    """Whether frames stand before channels."""
    hidden: int = 0
    """Latent frames before the clip's own."""
    grain: int = 1
    """Latent frames come in multiples of so many."""
    encode: Callable[[torch.Tensor], torch.Tensor] | None = None
    """From a picture `(1, 3, 1, height, width)` in [-1, 1] to its clean latent, as the loop has it."""


@dataclass(frozen=True)
class Steered:
    """What acts in the calls of one clip."""

    pipeline: Any
    ask: ClipAsk
    choice: Choice
    lie: Lie

    def noise(self, frames: int, size: tuple[int, int], generator: torch.Generator) -> dict[str, Any]:
        """Keywords for the initial noise of a call; none where the pipeline draws its own.

        Args:
            frames: That the pipeline is asked for.
            size: Width and height in pixels.
            generator: Source of randomness.
        """
        if self.choice.recipe.noise != "shared":
            return {}
        lie = self.lie
        count = -(-((frames - 1) // lie.time + 1 + lie.hidden) // lie.grain) * lie.grain
        shape = (1, lie.channels, count, size[1] // lie.space, size[0] // lie.space)
        noise = shared_noise(shape, generator, diversity=self.choice.recipe.diversity)
        return {"latents": noise.permute(AXES) if lie.frames_first else noise}

    @contextmanager
    def acting(self, *, begins: bool = True) -> Iterator[None]:
        """What changes the clean estimate, for the length of a `with` block; `begins`: whether it is the first clip."""
        with stepping(self.pipeline.scheduler, self.cleans(begins=begins), view=self._view()):
            yield

    def cleans(self, *, begins: bool) -> Sequence[Change]:
        """Changes of the clean estimate."""
        recipe, planned = self.choice.recipe, self.ask.request.spec.shot.camera
        return (
            *steered.camera(planned, recipe, times=self.lie.time),
            *steered.structure(recipe),
            *(self._holding() if begins else ()),
        )

    def _view(self) -> View:
        hidden, first = self.lie.hidden, self.lie.frames_first

        def fold(own: torch.Tensor) -> torch.Tensor:
            return (own.permute(AXES) if first else own)[:, :, hidden:]

        def unfold(changed: torch.Tensor, own: torch.Tensor) -> torch.Tensor:
            video = own.permute(AXES) if first else own
            video = torch.cat([video[:, :, :hidden], changed], dim=2)
            return video.permute(AXES) if first else video

        return View(fold, unfold)

    def _holding(self) -> tuple[Change, ...]:
        """The start held to the end of the clip before, where the tie is too weak to begin at its last frame."""
        ask, recipe, encode = self.ask, self.choice.recipe, self.lie.encode
        if encode is None or recipe.boundary != "hold" or not ask.goes_on or ask.tied:
            return ()
        last = encode(as_video(ask.led(1), self.pipeline))

        def hold(clean: torch.Tensor, moment: Moment) -> torch.Tensor:
            if not moment.before(HOLD_STEPS, of=HOLD_OF):
                return clean
            return hold_clean(clean, last.to(clean.device), strength=ask.request.tie / TIED, decay=recipe.decay)

        return (hold,)


def as_video(pictures: Sequence[pixels.Picture], pipeline: Any) -> torch.Tensor:
    """Pictures as a pipeline's VAE takes them, `(1, 3, frames, height, width)` in [-1, 1]."""
    width, height = pictures[0].size
    video: torch.Tensor = pipeline.video_processor.preprocess_video(list(pictures), height=height, width=width)
    return video


def encoded(pipeline: Any, video: torch.Tensor) -> torch.Tensor:
    """The mean latent of a video, as its VAE has it."""
    vae = pipeline.vae
    with torch.no_grad():
        latent: torch.Tensor = vae.encode(
            video.to(device=pipeline._execution_device, dtype=vae.dtype)
        ).latent_dist.mode()
    return latent.float()
