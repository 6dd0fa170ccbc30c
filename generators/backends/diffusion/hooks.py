"""Owns the places in a denoising run where techniques act, and how several of them act together.

A technique changes the sample before a model call, the clean estimate after it, or attention inside it. Families with
diffusers' own loops take the second kind at their scheduler's step (`stepping`).
Does not know: which techniques there are, pipelines.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
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


@dataclass(frozen=True)
class View:
    """How a loop's own tensor is seen as a video `(batch, channels, frames, height, width)`, and turned back."""

    fold: Callable[[torch.Tensor], torch.Tensor] = lambda own: own
    unfold: Callable[[torch.Tensor, torch.Tensor], torch.Tensor] = lambda changed, own: changed
    """From what was changed and the loop's own tensor to that tensor anew."""

    def through(self, change: Change) -> Change:
        """A change of videos as a change of the loop's own tensors."""

        def changed(own: torch.Tensor, moment: Moment) -> torch.Tensor:
            video = self.fold(own)
            made = change(video, moment)
            return own if made is video else self.unfold(made, own)

        return changed


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


@contextmanager
def stepping(scheduler: Any, cleans: Sequence[Change], *, view: View = View()) -> Iterator[None]:
    """Changes of the clean estimate in a pipeline's own loop, as long as a `with` block lasts.

    The scheduler's step is given what the model would have put out for the changed estimate. That holds for every
    solver: one of second order (UniPC, as Wan is stored) corrects a sample from its own memory, so that a change in
    `callback_on_step_end` is lost there.

    Args:
        scheduler: The pipeline's.
        cleans: What acts; without any the scheduler is left alone.
        view: How the samples that the scheduler is given lie.
    """
    if not cleans:
        yield
        return
    plain, own = scheduler.step, vars(scheduler).get("step")
    arguments, acting = inspect.signature(plain), [view.through(change) for change in cleans]

    def step(*given: Any, **named: Any) -> Any:
        call = arguments.bind(*given, **named)
        time, sample, output = (call.arguments[name] for name in ("timestep", "sample", "model_output"))
        times = scheduler.timesteps
        index = int((times == time).nonzero()[0])
        here = moment_of(scheduler, time, index, len(times))
        told = call.arguments.get("per_token_timesteps")
        if told is None:
            sample, output = revised(sample, output, here, acting)
        else:
            sigma = told[..., None].to(sample) / scheduler.config.num_train_timesteps
            sample, output = _revised_tokens(sample, output, sigma, here, acting)
        call.arguments |= {"sample": sample, "model_output": output}
        return plain(*call.args, **call.kwargs)

    scheduler.step = step
    try:
        yield
    finally:
        if own is None:
            del scheduler.step
        else:
            scheduler.step = own


def _revised_tokens(
    sample: torch.Tensor, output: torch.Tensor, sigma: torch.Tensor, here: Moment, cleans: Sequence[Change]
) -> tuple[torch.Tensor, torch.Tensor]:
    """`revised` where each token has its own noise level, and the output is the flow towards the clean sample."""
    clean = before = sample.float() + sigma * output.float()
    for change in cleans:
        clean = change(clean, here)
    moved = clean - before
    return (sample + (1 - sigma) * moved).to(sample), (output + moved).to(output)
