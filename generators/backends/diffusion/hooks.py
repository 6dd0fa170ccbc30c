"""Owns the places in a denoising run where techniques act, and how several of them act together.

A technique changes the sample before a model call, the clean estimate after it, or attention inside it. Families with
diffusers' own loops take the second kind through `callback_on_step_end` (`as_callback`).
Does not know: which techniques there are, pipelines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import torch

from generators.backends.diffusion.techniques.attention import Clock, installed
from generators.backends.diffusion.techniques.levels import Level, Prediction
from generators.backends.diffusion.techniques.windows import Window


@dataclass(frozen=True)
class Moment:
    """One step of a run."""

    index: int
    """From 0, among the steps that are run: a guide that is kept in part skips the first ones."""
    steps: int
    time: torch.Tensor
    level: Level
    """Of the sample before the step."""
    prediction: Prediction

    def before(self, step: int, *, of: int) -> bool:
        """Whether this moment comes before step `step` of `of`, whatever the number of steps."""
        return self.index * of < step * self.steps


Change: TypeAlias = Callable[[torch.Tensor, Moment], torch.Tensor]
"""From a tensor to the changed one; the same object when there is nothing to do."""
Maker: TypeAlias = Callable[[str, Any], Any]
"""From an attention layer's name and processor to the processor that it shall have."""


@dataclass(frozen=True)
class Hooks:
    """What acts in a run."""

    samples: tuple[Change, ...] = ()
    """On the sample before the model is called."""
    cleans: tuple[Change, ...] = ()
    """On the clean estimate; the sample's noise stays."""
    makers: tuple[Callable[[Window], Maker], ...] = ()
    """On attention, while the model sees these frames."""
    texts: Callable[[], torch.Tensor] | None = None
    """The prompt of every frame at this step, `(frames, tokens, width)`; None: the run's own."""
    windows: Callable[[int], tuple[Sequence[Window], torch.Tensor]] | None = None
    """Windows over the frames at a step, and their weights; None: all at once."""
    clock: Clock = field(default_factory=Clock)

    def attention(self, model: Any, window: Window) -> AbstractContextManager[Any]:
        """The model with the processors for these frames, as long as a `with` block lasts."""
        if not self.makers:
            return nullcontext(model)
        makers = [make(window) for make in self.makers]

        def made(name: str, processor: Any) -> Any:
            for make in makers:
                processor = make(name, processor)
            return processor

        return installed(model, made)


_PREDICTIONS: Mapping[str, Prediction] = {
    "epsilon": "epsilon", "v_prediction": "v_prediction", "sample": "sample", "flow": "flow", "flow_prediction": "flow",
}  # fmt: skip
"""A scheduler's words for what a model's output means -> ours."""


def moment_of(scheduler: Any, time: torch.Tensor, index: int, steps: int) -> Moment:
    """The moment before a scheduler's step."""
    said = "flow" if "FlowMatch" in type(scheduler).__name__ else scheduler.config.get("prediction_type", "flow")
    prediction = _PREDICTIONS[said]
    return Moment(index, steps, time, Level.of_scheduler(scheduler, time), prediction)


def revised(
    sample: torch.Tensor, output: torch.Tensor, moment: Moment, cleans: Sequence[Change]
) -> tuple[torch.Tensor, torch.Tensor]:
    """Sample and model output after changes of the clean estimate that keep the noise; untouched where none acts."""
    if not cleans:
        return sample, output
    level, own = moment.level, sample.float()
    clean = before = level.clean(own, output.float(), moment.prediction)
    for change in cleans:
        clean = change(clean, moment)
    if clean is before:
        return sample, output
    moved = level.add_noise(clean, level.noise(own, before))
    return moved.to(sample), level.output(moved, clean, moment.prediction).to(output)


def as_callback(cleans: Sequence[Change], scheduler: Any, start: torch.Tensor) -> Callable[..., dict[str, Any]]:
    """Changes of the clean estimate as diffusers' `callback_on_step_end`, for pipelines with a loop of their own.

    Clean estimate and noise are found from the samples before and after the step, which is exact for first-order
    solvers without added noise (DDIM, flow-match Euler) and close for others.

    Args:
        cleans: What acts.
        scheduler: The pipeline's.
        start: The latents from which the run starts, as they are given to the pipeline.
    """
    held = {"sample": start}

    def tell(pipeline: Any, index: int, time: torch.Tensor, values: dict[str, Any]) -> dict[str, Any]:
        times = scheduler.timesteps
        after = values["latents"]
        if index + 1 < len(times):
            here = moment_of(scheduler, times[index], index, len(times))
            level, next_level = here.level, Level.of_scheduler(scheduler, times[index + 1])
            scale = level.signal * next_level.sigma - next_level.signal * level.sigma
            old, new = held["sample"].float(), after.float()
            clean = before = (next_level.sigma * old - level.sigma * new) / scale
            for change in cleans:
                clean = change(clean, here)
            if clean is not before:
                noise = (level.signal * new - next_level.signal * old) / scale
                after = next_level.add_noise(clean, noise).to(after)
        held["sample"] = after
        return {**values, "latents": after}

    return tell
