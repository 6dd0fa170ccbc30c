"""Owns takes longer than a transformer's clip in windows: its every call is made window by window, and merged.

The pipeline keeps its loop and sees one model; the latent frames that every window needs (the picture that it starts
from, references) stand before each window's own, as they do in a clip. Does not know: any family, prompts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch

from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.windows import (
    WEIGHTS,
    Window,
    sliding_windows,
    staggered_windows,
    uniform_weights,
)

Scheme = Callable[[int], tuple[Sequence[Window], torch.Tensor]]
"""From the number of a step to windows and their weights."""
_ALONG = {"hidden_states": None, "control_hidden_states": 2}
"""Arguments of the models that lie along the frames, and their axis; None: the family's own."""


@dataclass(frozen=True)
class Layout:
    """How a take is cut."""

    size: int
    """Latent frames of a window, beside those that all windows see."""
    stride: int
    kept: int
    """Latent frames at the beginning that every window sees."""
    grain: int = 1
    """Latent frames that stay together."""
    axis: int = 2
    """Of the frames in what the model is given."""


def scheme_of(recipe: Recipe, frames: int, layout: Layout, generator: torch.Generator) -> Scheme:
    """Windows over so many grains beside those that all see."""
    size = max(2, layout.size // layout.grain)

    def staggered(step: int) -> tuple[Sequence[Window], torch.Tensor]:
        made = staggered_windows(frames, step=step, size=size)
        return made, uniform_weights(made, frames)

    if recipe.windows == "staggered":
        return staggered
    stride = min(size, max(1, layout.stride // layout.grain))
    rows, weigh = sliding_windows(frames, size=size, stride=stride), WEIGHTS[recipe.windows]
    return lambda step: (rows, weigh(rows, frames, generator=generator))


class Windowed:
    """A model's call in windows; cuts change with the time that it is called with.

    Source: Gen-L-Video (arXiv 2305.18264), temporal co-denoising, with the weights of `techniques.windows`; the frames
    that stand before every window are an anchor as in StreamingT2V (CVPR 2025), without training (ours).
    """

    def __init__(self, recipe: Recipe, layout: Layout, generator: torch.Generator, see: Callable[[Any], None]) -> None:
        self.recipe, self.layout, self.generator, self.see = recipe, layout, generator, see
        self.step, self.time = -1, -1.0
        self.scheme: Scheme | None = None
        self.cut: tuple[Sequence[Window], torch.Tensor] = ((), torch.zeros(0))

    def __call__(self, inner: Callable[..., Any], **named: Any) -> tuple[torch.Tensor]:
        """The model's output for the whole take."""
        axis, kept, grain = self.layout.axis, self.layout.kept, self.layout.grain
        whole: torch.Tensor = named["hidden_states"]
        count = whole.shape[axis]
        self._turn(float(named["timestep"].float().max()), (count - kept) // grain)
        windows, weights = self.cut
        used = [(window, row) for window, row in zip(windows, weights, strict=True) if bool(row.any())]
        merged: torch.Tensor | None = None
        for window, row in used:
            own = range(kept + window.start * grain, kept + window.stop * grain)
            frames = [*range(kept), *own]
            self.see(frames[::grain])
            made = inner(**_cut(named, frames, count, axis))[0]
            merged = made.new_zeros(_sized(made, axis, count)) if merged is None else merged
            weight = torch.cat([torch.full((kept,), 1 / len(used)), _each(row[window.start : window.stop], grain)])
            shape = [1] * made.ndim
            shape[axis] = len(frames)
            merged.index_add_(axis, torch.tensor(frames, device=made.device), made * weight.to(made).view(shape))
        self.see(None)
        assert merged is not None
        return (merged,)

    def _turn(self, time: float, grains: int) -> None:
        """Cut anew when a step begins; both halves of guidance see the same cut."""
        if time == self.time:
            return
        if self.scheme is None:
            self.scheme = scheme_of(self.recipe, grains, self.layout, self.generator)
        self.step, self.time = self.step + 1, time
        self.cut = self.scheme(self.step)


@contextmanager
def windowed(models: Sequence[Any], way: Windowed | None) -> Iterator[None]:
    """Models that are called in windows, for the length of a `with` block; without a way they stay as they are."""
    if way is None:
        yield
        return
    before = [(model, model.forward, vars(model).get("forward")) for model in models]
    for model, inner, _ in before:
        model.forward = lambda inner=inner, **named: way(inner, **named)
    try:
        yield
    finally:
        for model, _, own in before:
            if own is None:
                del model.forward
            else:
                model.forward = own


def _cut(named: dict[str, Any], frames: list[int], count: int, axis: int) -> dict[str, Any]:
    """The arguments of a call for some of its frames."""
    made = dict(named)
    for name, along in _ALONG.items():
        if name in made:
            whole = made[name]
            made[name] = whole.index_select(along or axis, torch.tensor(frames, device=whole.device))
    if made["timestep"].ndim == 2:
        rows = made["timestep"].unflatten(1, (count, -1))
        made["timestep"] = rows[:, frames].flatten(1)
    if made.get("image_rotary_emb") is not None:
        made["image_rotary_emb"] = tuple(part[: len(part) * len(frames) // count] for part in made["image_rotary_emb"])
    return made


def _sized(made: torch.Tensor, axis: int, count: int) -> list[int]:
    size = list(made.shape)
    size[axis] = count
    return size


def _each(row: torch.Tensor, grain: int) -> torch.Tensor:
    return row.repeat_interleave(grain)
