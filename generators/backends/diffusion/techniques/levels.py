"""Owns the arithmetic of noise levels: from a sample and a model's output to the clean estimate and back.

Does not know: schedulers, step counts, models.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import torch

Prediction = Literal["epsilon", "v_prediction", "flow", "sample"]
"""What a model's output means; `flow` is the velocity `noise - clean` of rectified flow."""


@dataclass(frozen=True)
class Level:
    """How noisy a sample is: `sample = signal * clean + sigma * noise`."""

    signal: float
    sigma: float

    @classmethod
    def of_alpha_bar(cls, alpha_bar: float) -> Level:
        """The level of a variance-preserving schedule (DDPM, DDIM); `alpha_bar` from 0 (noise) to 1 (clean)."""
        return cls(alpha_bar**0.5, (1.0 - alpha_bar) ** 0.5)

    @classmethod
    def of_flow(cls, sigma: float) -> Level:
        """The level of a rectified flow (Wan, LTX, Flux); `sigma` from 1 (noise) to 0 (clean)."""
        return cls(1.0 - sigma, sigma)

    @classmethod
    def of_scheduler(cls, scheduler: Any, timestep: torch.Tensor) -> Level:
        """The level of a diffusers scheduler's samples at a timestep, found by what it makes of 1 and 0.

        Works for variance-preserving, k-diffusion and flow schedulers alike. Ask before the scheduler's step: where a
        pipeline has set a begin index, this is the level of the sample that the scheduler expects next.

        Args:
            scheduler: Has its timesteps set; one without `add_noise` and `scale_noise` is a flow.
            timestep: One of `scheduler.timesteps`.
        """
        one, none, time = torch.ones(1), torch.zeros(1), timestep.reshape(1).cpu()
        if hasattr(scheduler, "add_noise"):
            return cls(float(scheduler.add_noise(one, none, time)), float(scheduler.add_noise(none, one, time)))
        if not hasattr(scheduler, "scale_noise"):
            index = int((scheduler.timesteps == timestep.reshape(1)).nonzero()[0])
            return cls.of_flow(float(scheduler.sigmas[index]))
        return cls(float(scheduler.scale_noise(one, time, none)), float(scheduler.scale_noise(none, time, one)))

    @property
    def size(self) -> float:
        """Spread of a sample whose clean latent and noise have spread 1: 1 for variance-preserving schedules."""
        return math.hypot(self.signal, self.sigma)

    def add_noise(self, clean: torch.Tensor, noise: torch.Tensor) -> torch.Tensor:
        """The sample that this clean latent and this noise make at this level."""
        return self.signal * clean + self.sigma * noise

    def clean(self, sample: torch.Tensor, output: torch.Tensor, prediction: Prediction = "epsilon") -> torch.Tensor:
        """The clean latent that a model's output stands for."""
        return _CLEAN[prediction](self, sample, output)

    def noise(self, sample: torch.Tensor, clean: torch.Tensor) -> torch.Tensor:
        """The noise in a sample, given its clean latent; `sigma` must not be 0."""
        return (sample - self.signal * clean) / self.sigma

    def output(self, sample: torch.Tensor, clean: torch.Tensor, prediction: Prediction = "epsilon") -> torch.Tensor:
        """The model output that stands for a clean latent: the inverse of `clean`, to hand back to a scheduler."""
        return _OUTPUT[prediction](self, clean, self.noise(sample, clean))


_CLEAN: dict[Prediction, Callable[[Level, torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "epsilon": lambda level, sample, output: (sample - level.sigma * output) / level.signal,
    "v_prediction": lambda level, sample, output: (
        (level.signal * sample / level.size - level.sigma * output) / level.size
    ),
    "flow": lambda level, sample, output: sample - level.sigma * output,
    "sample": lambda _, __, output: output,
}
_OUTPUT: dict[Prediction, Callable[[Level, torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "epsilon": lambda _, __, noise: noise,
    "v_prediction": lambda level, clean, noise: (level.signal * noise - level.sigma * clean) / level.size,
    "flow": lambda _, clean, noise: noise - clean,
    "sample": lambda _, clean, __: clean,
}
