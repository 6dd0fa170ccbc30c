"""Owns a UNet clip from words and guide to pictures: its start, its steps under a recipe, long takes, decoding.

Does not know: repositories, which pipeline family it is given beyond a motion UNet, a VAE and a text encoder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import torch

from generators.backends.diffusion import control, spoken, starts, steered
from generators.backends.diffusion.base import ClipAsk, Filmed
from generators.backends.diffusion.hooks import Hooks
from generators.backends.diffusion.identity_clips import Speaking
from generators.backends.diffusion.loop import Extra, Run, Words
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.recipe import Recipe
from generators.backends.diffusion.techniques.attention import Clock
from generators.backends.diffusion.techniques.extension import Memory, extend
from generators.backends.diffusion.techniques.guidance import Grounded

SHORT = "{backend}: noise={noise} acts in takes that are made in windows; this shot has plain noise."


@dataclass
class UnetClip:
    """One clip on its way. The parts are made once; `denoised` runs them, `filmed` makes pictures of the result."""

    pipeline: Any
    ask: ClipAsk
    choice: Choice

    def __post_init__(self) -> None:
        """Set the timesteps, encode words and guide, draw the noise, in the order of diffusers' own pipelines."""
        pipeline, ask, recipe = self.pipeline, self.ask, self.recipe
        self.clock, self.generator = Clock(), ask.generator()
        self.notes: list[str] = []
        if recipe.noise in ("permuted", "shuffled") and not ask.fitted.windows:
            self.notes.append(SHORT.format(backend=self.choice.backend, noise=recipe.noise))
        self.reset()
        self.said = spoken.spoken(pipeline, ask, recipe, guided=self.guided, clock=self.clock)
        self.guide: torch.Tensor | None = None
        self.control: torch.Tensor | None = None
        if recipe.over == "guide":
            pictures, kind = ask.guide(), self.choice.options.controlnet
            self.guide = starts.encoded(pipeline, pictures, ask.size, self.generator)
            if kind != "none":
                self.control = control.prepared(pipeline, ask.control(kind, pictures), ask.size)
        shape = self.shape if self.guide is None else tuple(self.guide.shape)
        noise = starts.noise_of(recipe, shape, self.generator, window=ask.fitted.windows)
        self.noise = noise.to(device=pipeline._execution_device, dtype=pipeline.unet.dtype)
        self.speaking = Speaking(pipeline, ask, self.choice) if self.choice.options.identity == "on" else None
        self.notes += self.speaking.notes if self.speaking else ()
        self.tie = starts.tied(pipeline, ask, recipe, self.said.whole, ask.generator(starts.FRESH))

    @property
    def recipe(self) -> Recipe:
        """What is used."""
        return self.choice.recipe

    @property
    def guided(self) -> bool:
        """Whether classifier-free guidance is used."""
        return self.choice.guidance > 1

    @property
    def shape(self) -> tuple[int, ...]:
        """Of the latents."""
        scale, (width, height) = self.pipeline.vae_scale_factor, self.ask.size
        channels = self.pipeline.unet.config.in_channels
        return (1, channels, len(self.ask.fitted.steps), height // scale, width // scale)

    @property
    def aspect(self) -> float:
        """Height / width."""
        return self.ask.size[1] / self.ask.size[0]

    def reset(self) -> None:
        """The scheduler at its first step again."""
        pipeline, choice = self.pipeline, self.choice
        pipeline.scheduler.set_timesteps(choice.steps, device=pipeline._execution_device)
        self.times: Sequence[torch.Tensor] = pipeline.scheduler.timesteps
        if self.recipe.over == "guide":
            device = pipeline._execution_device
            self.times, _ = pipeline.get_timesteps(choice.steps, self.times, self.ask.strength, device)

    def filmed(self) -> Filmed:
        """The clip's pictures."""
        latents = self.denoised()
        with torch.no_grad():
            video = self.pipeline.decode_latents(latents, starts.CHUNK)
        pictures = self.pipeline.video_processor.postprocess_video(video=video, output_type="pil")[0]
        self.pipeline.maybe_free_model_hooks()
        return Filmed(pictures, tuple(self.notes))

    def denoised(self) -> torch.Tensor:
        """Clean latents of the whole take."""
        things = self._things()
        count, size = len(self.ask.fitted.steps), self.ask.fitted.windows
        if size and self.recipe.take == "extend":
            return self._extended(things, size)
        return self._part(slice(0, count), self.noise, things, tie=self.tie, window=size)

    def layout(self, things: Sequence[Grounded], chunk: int) -> steered.LayoutGuide | None:
        """Layout guidance for these frames, where the recipe wants it."""
        if not self.recipe.guides_layout or not things:
            return None
        return steered.LayoutGuide(self.pipeline, things, self.said.whole, self.recipe, aspect=self.aspect, chunk=chunk)

    def _things(self) -> tuple[Grounded, ...]:
        if not self.recipe.guides_layout:
            return ()
        things, unsaid = spoken.grounded(self.pipeline, self.ask, self.ask.text)
        self.notes += [spoken.UNSAID.format(backend=self.choice.backend, who=who) for who in unsaid]
        return things

    def _part(
        self,
        frames: slice,
        noise: torch.Tensor,
        things: Sequence[Grounded],
        *,
        tie: starts.Tie | None = None,
        window: int = 0,
        more: Hooks | None = None,
        tell: Callable[[int], None] | None = None,
    ) -> torch.Tensor:
        """Clean latents of some of the frames."""
        recipe, count = self.recipe, frames.stop - frames.start
        guide = None if self.guide is None else self.guide[:, :, frames]
        start = starts.first_sample(self.pipeline, noise, self.times[0], guide=guide, tie=tie, boundary=recipe.boundary)
        here = [replace(thing, boxes=thing.boxes[frames]) for thing in things]
        layout = self.layout(here, window or count)
        hooks = steered.together(
            more or Hooks(),
            self.said.hooks,
            Hooks(
                samples=(layout,) if layout else (),
                cleans=(
                    *steered.camera(self.ask.request.spec.shot.camera, recipe),
                    *steered.structure(recipe),
                    *starts.holding(tie, recipe.boundary),
                ),
                makers=self._makers(),
                windows=steered.windows(recipe, count, window, self.ask.generator()),
            ),
            clock=self.clock,
        )
        words = self.said.words
        against = None if words.against is None else words.against[frames]
        run = Run(
            self.pipeline,
            list(self.times),
            Words(words.told[frames], against),
            self.choice.guidance,
            hooks,
            self.generator,
            tell or self._tell(0, 1),
            self._extras(frames),
        )
        return run.denoise(start)

    def _makers(self) -> tuple[Any, ...]:
        recipe, videos = self.recipe, 2 if self.guided else 1
        over_time = steered.attention(recipe, self.pipeline.unet, self.clock, videos=videos, aspect=self.aspect)
        if recipe.regions == "off":
            return over_time
        return (*over_time, spoken.regions(self.pipeline, self.ask, self.said, self.aspect))

    def _extras(self, frames: slice) -> tuple[Extra, ...]:
        held = () if self.control is None else (control.residuals(self.pipeline, self.control[frames], self.ask.scale),)
        return held if self.speaking is None else (*held, self.speaking.extra(frames))

    def _extended(self, things: Sequence[Grounded], size: int) -> torch.Tensor:
        """A take made clip after clip, each from the last frames of what is there (Vlogger), with two memories."""
        recipe, count = self.recipe, len(self.ask.fitted.steps)
        given = min(recipe.given, size - 1)
        parts = 1 + -(-(count - size) // (size - given))
        first = slice(0, size)
        clip = self._part(first, self.noise[:, :, first], things, tie=self.tie, tell=self._tell(0, parts))
        memory = Memory.of(clip, self.noise[:, :, first], keep=given)
        made = [size]

        def longer(last: torch.Tensor) -> torch.Tensor:
            nonlocal memory
            frames = slice(made[0] - given, min(count, made[0] - given + size))
            noise = self.noise[:, :, frames]
            if recipe.remember in ("last", "both"):
                noise = memory.share_noise(noise)
            self.reset()
            hooks = Hooks(samples=(steered.known(last, noise),), cleans=steered.anchored(memory, recipe))
            tell = self._tell((made[0] - given) // (size - given), parts)
            clip = self._part(frames, noise, things, more=hooks, tell=tell)
            clip = torch.cat([last, clip[:, :, given:]], dim=2)
            memory, made[0] = memory.after(clip, noise), frames.stop
            return clip

        return extend(clip, longer, frames=count, given=given)

    def _tell(self, part: int, parts: int) -> Callable[[int], None]:
        """Tells progress: the steps of all clips of a take together."""
        steps = len(self.times)
        callback = self.ask.on_step(steps * parts).get("callback_on_step_end")
        if callback is None:
            return lambda index: None
        return lambda index: callback(self.pipeline, part * steps + index, None, {}) and None
