"""Owns the noise from which a transformer's clip starts where it is tied to the clip before.

The noise that the last frame would come from is found by the pipeline itself: it is called once with its scheduler
running backwards, from the frame standing still to noise, as MEVG inverts. Does not know: any family.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch

from generators.backends.diffusion.hooks import Moment, View, moment_of
from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.boundary import dynamic_noise, inverted_step, reset_boundary, unit
from generators.backends.diffusion.techniques.levels import Level


@dataclass
class Backwards:
    """What a scheduler that runs backwards has seen."""

    moments: list[Moment] = field(default_factory=list)
    """From nearly clean to noise."""

    @property
    def noisiest(self) -> Level:
        """Level at which a clip starts."""
        return self.moments[-1].level


@contextmanager
def backwards(scheduler: Any, target: torch.Tensor, *, view: View) -> Iterator[Backwards]:
    """A scheduler whose steps lead from clean to noise, for the length of a `with` block.

    Args:
        scheduler: The pipeline's.
        target: Clean latent of the frame that stands still, `(1, channels, 1, height, width)`.
        view: How the samples that the scheduler is given lie.
    """
    seen, plain_times, plain_step = Backwards(), scheduler.set_timesteps, scheduler.step
    arguments = inspect.signature(plain_step)
    own = {name: vars(scheduler).get(name) for name in ("set_timesteps", "step")}

    @functools.wraps(plain_times)
    def set_timesteps(*given: Any, **named: Any) -> None:
        plain_times(*given, **named)
        times = scheduler.timesteps
        forth = [moment_of(scheduler, time, index, len(times)) for index, time in enumerate(times)]
        seen.moments = forth[::-1]
        scheduler.timesteps = times.flip(0)

    @functools.wraps(plain_step)
    def step(*given: Any, **named: Any) -> tuple[torch.Tensor, None]:
        call = arguments.bind(*given, **named).arguments
        sample, output = call["sample"], call["model_output"]
        index = int((scheduler.timesteps == call["timestep"]).nonzero()[0])
        if index + 1 == len(seen.moments):
            return sample, None
        here, noisier = seen.moments[index], seen.moments[index + 1]

        def change(video: torch.Tensor, moment: Moment) -> torch.Tensor:
            made = view.fold(output).float()
            levels = (here.level, noisier.level)
            return inverted_step(video.float(), made, target, levels, prediction=here.prediction).to(video)

        return view.through(change)(sample, here), None

    scheduler.set_timesteps, scheduler.step = set_timesteps, step
    try:
        yield seen
    finally:
        for name, value in own.items():
            if value is None:
                delattr(scheduler, name)
            else:
                setattr(scheduler, name, value)


def tied_noise(
    noise: torch.Tensor,
    last: torch.Tensor,
    inverted: Callable[[int], tuple[torch.Tensor, Level]],
    recipe: Recipe,
    *,
    tie: float,
    generator: torch.Generator,
) -> torch.Tensor:
    """Starting noise of a clip, tied to the clip before.

    Args:
        noise: The clip's own, `(1, channels, frames, height, width)`, variance 1.
        last: Clean latent of the frame before, `(1, channels, 1, height, width)`.
        inverted: From a number of latent frames to the noise from which they would stand still, and its level.
        recipe: `boundary` says how: `reset` or `inversion`.
        tie: How strongly, 0 to 1.
        generator: Source of the fresh part of inverted noise.
    """
    if recipe.boundary == "inversion":
        eps = dynamic_noise(inverted(noise.shape[2])[0].float().cpu(), generator, decay=recipe.decay)
        return (1 - tie**2) ** 0.5 * noise + tie * eps.to(noise)
    eps, level = inverted(2)
    return reset_boundary(
        noise, last.to(noise), eps=eps[:, :, -1:].to(noise), level=level, strength=tie, decay=recipe.decay
    )


def still_noise(inverted: torch.Tensor, *, pinned: bool) -> torch.Tensor:
    """Inverted frames with variance 1; where the first is the model's own picture, the second stands in its place."""
    made = torch.cat([inverted[:, :, 1:2], inverted[:, :, 1:]], dim=2) if pinned else inverted
    return unit(made.float())
