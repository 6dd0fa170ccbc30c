"""Owns the denoising loop of UNet clips: diffusers' own steps, with places where techniques act.

With no hook in place the result is diffusers', bit for bit. Does not know: which techniques there are, plans, files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import torch

from generators.backends.diffusion.hooks import Hooks, moment_of, revised
from generators.backends.diffusion.techniques.windows import Window, denoise_in_windows


@dataclass(frozen=True)
class Words:
    """Prompts frame by frame, `(frames, tokens, width)`."""

    told: torch.Tensor
    against: torch.Tensor | None
    """The negative prompt; None without guidance."""

    def rows(self, window: Window) -> torch.Tensor:
        """What the model is given for these frames."""
        told = self.told[window.start : window.stop]
        return told if self.against is None else torch.cat([self.against[window.start : window.stop], told])


Extra: TypeAlias = Callable[[torch.Tensor, torch.Tensor, torch.Tensor, Window], Mapping[str, Any]]
"""From what the model is given (latents, timestep, prompts, which frames) to more keywords of its call."""


@dataclass(frozen=True)
class Run:
    """One run of a UNet pipeline over a clip."""

    pipeline: Any
    times: Sequence[torch.Tensor]
    """The scheduler's timesteps that are run."""
    words: Words
    guidance: float
    hooks: Hooks
    generator: torch.Generator
    """For schedulers that add noise."""
    tell: Callable[[int], None] = lambda index: None
    """Called with the number of each step that is done."""
    extras: tuple[Extra, ...] = ()
    """More keywords of the model's call: a ControlNet's residuals, pictures of an IP-Adapter."""

    def denoise(self, sample: torch.Tensor) -> torch.Tensor:
        """Clean latents from a starting sample, `(1, channels, frames, height, width)`."""
        self.hooks.clock.steps = len(self.times)
        with torch.no_grad():
            for index, time in enumerate(self.times):
                self.hooks.clock.step = index
                sample = self.step(sample, time, index)
                self.tell(index)
        return sample

    def step(self, sample: torch.Tensor, time: torch.Tensor, index: int) -> torch.Tensor:
        """One denoising step with what acts before and after the model."""
        moment = moment_of(self.pipeline.scheduler, time, index, len(self.times))
        for change in self.hooks.samples:
            sample = change(sample, moment)
        output = self.output(sample, time, index)
        sample, output = revised(sample, output, moment, self.hooks.cleans)
        keywords = self.pipeline.prepare_extra_step_kwargs(self.generator, 0.0)
        after: torch.Tensor = self.pipeline.scheduler.step(output, time, sample, **keywords).prev_sample
        return after

    def output(self, sample: torch.Tensor, time: torch.Tensor, index: int) -> torch.Tensor:
        """The model's output for a clip, at once or through windows."""
        words = self.words if self.hooks.texts is None else Words(self.hooks.texts(), self.words.against)

        def call(latents: torch.Tensor, window: Window) -> torch.Tensor:
            return self._call(latents, time, words.rows(window), window)

        if self.hooks.windows is None:
            return call(sample, Window(0, sample.shape[2]))
        windows, weights = self.hooks.windows(index)
        return denoise_in_windows(call, sample, windows, weights, list(windows))

    def _call(self, latents: torch.Tensor, time: torch.Tensor, text: torch.Tensor, window: Window) -> torch.Tensor:
        guided = self.words.against is not None
        given = torch.cat([latents] * 2) if guided else latents
        given = self.pipeline.scheduler.scale_model_input(given, time)
        keywords = {name: value for extra in self.extras for name, value in extra(given, time, text, window).items()}
        with self.hooks.attention(self.pipeline.unet, window):
            output: torch.Tensor = self.pipeline.unet(given, time, encoder_hidden_states=text, **keywords).sample
        if not guided:
            return output
        against, told = output.chunk(2)
        return against + self.guidance * (told - against)
