"""Owns what steers a UNet clip at its steps: layout, camera, structure, memory, attention over time, windows.

Does not know: prompts, pictures, what denoising starts from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch

from generators.backends.diffusion.hooks import Change, Hooks, Maker, Moment
from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.attention import Clock, installed, kind_of
from generators.backends.diffusion.techniques.camera import move_clean
from generators.backends.diffusion.techniques.extension import Memory, hold_known
from generators.backends.diffusion.techniques.guidance import (
    LAYERS,
    AttentionStore,
    Grounded,
    guide_latents,
    layout_loss,
)
from generators.backends.diffusion.techniques.structure import structure_guidance
from generators.backends.diffusion.techniques.temporal import (
    FirstFormerAttention,
    SpectralAttention,
    ToeplitzAttention,
)
from generators.backends.diffusion.techniques.windows import (
    WEIGHTS,
    Window,
    sliding_windows,
    staggered_windows,
    uniform_weights,
)
from planners.plan import Camera

GUIDED_OF = 40
"""What `Recipe.layout_steps` is counted in: the steps of LVD's runs."""
GOOD_ENOUGH = 0.75
"""Layout loss per frame and head at which guidance stops: LVD's 200 over its 16 frames and some 17 heads."""


class LayoutGuide:
    """Moves the sample so that the attention of words lies in their boxes (LVD), in chunks of the model's length."""

    def __init__(
        self,
        pipeline: Any,
        things: Sequence[Grounded],
        text: torch.Tensor,
        recipe: Recipe,
        *,
        aspect: float,
        chunk: int,
    ) -> None:
        """Take what is needed.

        Args:
            pipeline: With its UNet.
            things: Who shall be where.
            text: The whole prompt, `(1, tokens, width)`.
            recipe: Strength, steps and tries.
            aspect: Height / width of the picture.
            chunk: Frames at once.
        """
        self.pipeline, self.things, self.text, self.recipe = pipeline, tuple(things), text, recipe
        self.aspect, self.chunk = aspect, chunk
        names = [name for name in pipeline.unet.attn_processors if ".attn2." in name and kind_of(name) == "cross"]
        self.layers = [name for name in names if name.startswith(LAYERS)] or names
        heads = [pipeline.unet.get_submodule(name.removesuffix(".processor")).heads for name in self.layers]
        self.heads: float = sum(heads) / len(heads)
        self.losses: list[tuple[float, ...]] = []
        """Loss per frame and head before each try, step after step."""

    def __call__(self, sample: torch.Tensor, moment: Moment) -> torch.Tensor:
        """The sample before a step, moved; later steps leave it."""
        if not self.things or not moment.before(self.recipe.layout_steps, of=GUIDED_OF):
            return sample
        parts = []
        for window in staggered_windows(sample.shape[2], step=0, size=self.chunk):
            part, seen = guide_latents(
                sample[:, :, window.start : window.stop],
                lambda leaf, at=window: self.loss(leaf, moment, at),  # type: ignore[misc]
                sigma=moment.level.sigma,
                loss_scale=self.recipe.layout_scale * self._room(window),
                threshold=GOOD_ENOUGH,
                max_iter=self.recipe.layout_tries,
            )
            parts.append(part)
            self.losses.append(seen)
        return torch.cat(parts, dim=2)

    def loss(self, part: torch.Tensor, moment: Moment, window: Window) -> torch.Tensor:
        """How far attention is from the boxes, per frame and head."""
        things = [Grounded(thing.tokens, thing.boxes[window.start : window.stop]) for thing in self.things]
        return layout_loss(self.maps(part, moment), things, aspect=self.aspect) / self._room(window)

    def maps(self, part: torch.Tensor, moment: Moment) -> dict[str, torch.Tensor]:
        """Attention of every place to every token, by layer."""
        store = AttentionStore()
        given = self.pipeline.scheduler.scale_model_input(part, moment.time)
        with installed(self.pipeline.unet, store.watching(self.layers)):
            self.pipeline.unet(given, moment.time, encoder_hidden_states=self.text.expand(part.shape[2], -1, -1))
        return store.maps

    def _room(self, window: Window) -> float:
        return (window.stop - window.start) * self.heads


def camera(planned: Camera, recipe: Recipe, *, times: float = 1.0) -> tuple[Change, ...]:
    """The planned move, put into the clean estimate once; `times` pictures lie from one latent frame to the next."""
    move = planned.move
    if move == "static" or not recipe.moves_camera:
        return ()

    def change(clean: torch.Tensor, moment: Moment) -> torch.Tensor:
        if moment.index != min(recipe.camera_step, moment.steps - 1):
            return clean
        return move_clean(clean, move, planned.speed, blend=recipe.camera_blend, times=times)

    return (change,)


def structure(recipe: Recipe) -> tuple[Change, ...]:
    """Frames drawn to the frame before, at every step."""
    if recipe.structure == "off":
        return ()
    return (lambda clean, moment: structure_guidance(clean, scale=recipe.structure_scale),)


def known(frames: torch.Tensor, noise: torch.Tensor) -> Change:
    """The first frames are given ones, at every step."""
    return lambda sample, moment: hold_known(sample, frames, noise, moment.level).to(sample)


def anchored(memory: Memory, recipe: Recipe) -> tuple[Change, ...]:
    """The tone of the first frame of a take, where it is remembered."""
    if recipe.remember not in ("anchor", "both"):
        return ()
    return (lambda clean, moment: memory.pull_to_anchor(clean, strength=recipe.anchor),)


def windows(
    recipe: Recipe, frames: int, size: int, generator: torch.Generator
) -> Callable[[int], tuple[Sequence[Window], torch.Tensor]] | None:
    """Windows over model calls, where a take is longer than the model's own and the recipe wants them."""
    if not size or recipe.windows in ("freenoise", "none"):
        return None

    def staggered(index: int) -> tuple[Sequence[Window], torch.Tensor]:
        made = staggered_windows(frames, step=index, size=size)
        return made, uniform_weights(made, frames)

    if recipe.windows == "staggered":
        return staggered
    weigh, rows = WEIGHTS[recipe.windows], sliding_windows(frames, size=size, stride=min(recipe.stride, size))
    return lambda index: (rows, weigh(rows, frames, generator=generator))


def attention(
    recipe: Recipe, unet: Any, clock: Clock, *, videos: int, aspect: float
) -> tuple[Callable[[Window], Maker], ...]:
    """Another attention over time.

    Args:
        recipe: Says which.
        unet: Whose layers.
        clock: The step under way.
        videos: Per model call: 2 with guidance.
        aspect: Height / width of the picture.
    """
    finest = ("down_blocks.0.", f"up_blocks.{len(unet.up_blocks) - 1}.")

    def spectral(name: str, present: Any, window: Window) -> Any:
        if kind_of(name) != "temporal":
            return present
        return SpectralAttention(present, clock, batch=videos, aspect=aspect)

    def toeplitz(name: str, present: Any, window: Window) -> Any:
        wanted = kind_of(name) == "temporal" and name.startswith(finest)
        return ToeplitzAttention(present, clock, sigma=recipe.sigma) if wanted else present

    def first_former(name: str, present: Any, window: Window) -> Any:
        frames = window.stop - window.start
        return FirstFormerAttention(present, clock, frames=frames) if kind_of(name) == "spatial" else present

    ways = {"spectral": spectral, "toeplitz": toeplitz, "first-former": first_former}
    way = ways.get(recipe.attention)
    if way is None:
        return ()
    return (lambda window: lambda name, present: way(name, present, window),)


def together(*hooks: Hooks, clock: Clock) -> Hooks:
    """Several sets of hooks as one, in their order."""
    return Hooks(
        samples=tuple(one for item in hooks for one in item.samples),
        cleans=tuple(one for item in hooks for one in item.cleans),
        makers=tuple(one for item in hooks for one in item.makers),
        texts=next((item.texts for item in hooks if item.texts is not None), None),
        windows=next((item.windows for item in hooks if item.windows is not None), None),
        clock=clock,
    )
