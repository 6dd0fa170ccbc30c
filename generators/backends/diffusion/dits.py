"""Owns techniques in pipelines with diffusers' own loops: starting noise, words, windows, the clean estimate.

All goes through the public call: noise as `latents=`, words as embeddings, windows around the model's call, changes at
the scheduler's step (`hooks.stepping`). With everything off the call is the plain one. Does not know: any family; it
says how its latents lie (`Lie`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch

from generators.backends.diffusion import dit_starts, dit_windows, dit_words, pixels, steered, takes
from generators.backends.diffusion.adapt import TIED
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.dit_words import Says, Words
from generators.backends.diffusion.hooks import Change, Moment, View, stepping
from generators.backends.diffusion.models import Choice
from generators.backends.diffusion.savings import DENOISERS
from generators.backends.diffusion.techniques.boundary import hold_clean
from generators.backends.diffusion.techniques.levels import Level
from generators.backends.diffusion.techniques.noise import shared_noise

HOLD_STEPS, HOLD_OF = 25, 50
"""The steps in which a clip is held to the one before: its layout and colours are made there; a tie at the last steps
would leave a double exposure (ours)."""
AXES = (0, 2, 1, 3, 4)


FRESH = 0x71E
"""Seeds what is drawn for a tie apart from the clip's own noise, with which it is mixed."""


@dataclass(frozen=True)
class Lie:
    """How a family's latents lie, and what it is told."""

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
    says: Says | None = None
    """How it is told words; None: not at all."""
    pinned: bool = False
    """Whether the first latent is its picture's own at every step."""
    anchors: int = 1
    """Latent frames at the beginning that every window of a long take sees: the first picture, or references."""


@dataclass(frozen=True)
class Call:
    """One call of a pipeline, before anything acts in it."""

    run: Callable[..., Any]
    """Calls it with these keywords beside the family's own, and gives what it calls frames."""
    frames: int
    """Pictures that it is asked for."""
    size: tuple[int, int]
    """Their width and height in pixels."""
    generator: torch.Generator
    index: int = 0
    """Of the clip in its take."""
    start: int = 0
    """Number of its first picture in the take."""
    still: Callable[[pixels.Picture, int], Mapping[str, Any]] = lambda picture, frames: {"image": picture}
    """Keywords with which it is asked for so many pictures that stand still on one."""


def call_of(asked: takes.Part, run: Callable[..., Any], size: tuple[int, int]) -> Call:
    """The call that makes one clip of a take; `run` adds the family's own keywords."""
    plain = {"num_frames": asked.frames, "generator": asked.generator, "output_type": "pil", **asked.on_step}
    start = asked.index * (asked.frames - 1)
    return Call(lambda **more: run(**{**plain, **more}), asked.frames, size, asked.generator, asked.index, start)


@dataclass(frozen=True)
class Steered:
    """What acts in the calls of one clip."""

    pipeline: Any
    ask: ClipAsk
    choice: Choice
    lie: Lie
    notes: list[str] = field(default_factory=list)
    """What could not be done as asked."""

    def made(self, call: Call) -> Any:
        """The pictures of one call, with all that acts in it."""
        words = self._words(call)
        self.notes.extend(note for note in words.notes if note not in self.notes)
        start = self._start(call, words)
        begins = call.index == 0
        windows = self._windows(call, words)
        with (
            words.acting(self._models),
            dit_windows.windowed(self._models, windows),
            self.acting(call.frames, begins=begins),
        ):
            return call.run(**words.keywords, **start)

    @property
    def _models(self) -> list[Any]:
        found = [getattr(self.pipeline, name, None) for name in DENOISERS]
        return [model for model in found if model is not None]

    def _latents(self, frames: int) -> int:
        """Latent frames of a call for so many pictures."""
        lie = self.lie
        return -(-((frames - 1) // lie.time + 1 + lie.hidden) // lie.grain) * lie.grain

    def _hidden(self, frames: int) -> int:
        """Latent frames before the clip's own: the family's, or those that fill up a multiple."""
        return self._latents(frames) - ((frames - 1) // self.lie.time + 1)

    def _words(self, call: Call) -> Words:
        if self.lie.says is None:
            return Words({})
        lie = self.lie
        hidden = self._hidden(call.frames)
        place = dit_words.Place(call.start, self._latents(call.frames), lie.time, hidden, lie.grain)
        return dit_words.words(
            self.pipeline, self.ask, self.choice.recipe, self.lie.says, place, backend=self.choice.backend
        )

    def _windows(self, call: Call, words: Words) -> dit_windows.Windowed | None:
        lie, recipe, length = self.lie, self.choice.recipe, self.ask.fitted.windows
        if not length or recipe.windows in ("freenoise", "none"):
            return None
        size = (length - 1) // lie.time + 1 + lie.hidden - lie.anchors
        layout = dit_windows.Layout(
            size, max(1, recipe.stride // lie.time), lie.anchors, lie.grain, 1 if lie.frames_first else 2
        )

        def see(frames: Sequence[int] | None) -> None:
            if words.told is not None:
                words.told.seen = frames if frames is None else [number // lie.grain for number in frames]

        return dit_windows.Windowed(recipe, layout, self.ask.generator(FRESH), see)

    def _start(self, call: Call, words: Words) -> dict[str, Any]:
        """Keywords for the initial noise of a call; none where the pipeline draws its own."""
        recipe, ask = self.choice.recipe, self.ask
        tied = recipe.boundary in ("reset", "inversion") and ask.goes_on and call.index == 0
        if recipe.noise != "shared" and not tied:
            return {}
        lie = self.lie
        shape = (1, lie.channels, self._latents(call.frames), call.size[1] // lie.space, call.size[0] // lie.space)
        if recipe.noise == "shared":
            noise = shared_noise(shape, call.generator, diversity=recipe.diversity)
        elif lie.frames_first:
            noise = torch.randn([shape[index] for index in AXES], generator=call.generator).permute(AXES)
        else:
            noise = torch.randn(shape, generator=call.generator)
        if tied:
            hidden = self._hidden(call.frames)
            own = self._tied(call, words, noise[:, :, hidden:])
            noise = torch.cat([noise[:, :, :hidden], own], dim=2)
        return {"latents": self._own(noise)}

    def _tied(self, call: Call, words: Words, noise: torch.Tensor) -> torch.Tensor:
        """Noise of the clip's own frames, tied to the clip before."""
        encode = self.lie.encode
        assert encode is not None
        picture = self.ask.led(1)[0]
        last = encode(as_video([picture], self.pipeline)).cpu()
        with words.acting(self._models):
            return dit_starts.tied_noise(
                noise, last, lambda frames: self._inverted(call, words, last, picture, frames), self.choice.recipe,
                tie=self.ask.request.tie, generator=self.ask.generator(FRESH),
            )  # fmt: skip

    def _inverted(
        self, call: Call, words: Words, last: torch.Tensor, picture: pixels.Picture, frames: int
    ) -> tuple[torch.Tensor, Level]:
        """The noise from which so many latent frames would stand still on a picture, and its level."""
        lie = self.lie
        shown = (frames - 1) * lie.time + 1
        clean = last.expand(-1, -1, self._latents(shown), -1, -1)
        if words.told is not None:
            words.told.seen = range(clean.shape[2] // lie.grain)
        with dit_starts.backwards(self.pipeline.scheduler, last, view=self._view(shown)) as seen:
            made = call.run(
                **words.keywords, **call.still(picture, shown), latents=self._own(clean),
                num_frames=shown, output_type="latent", guidance_scale=1.0,
                generator=self.ask.generator(FRESH, 1), callback_on_step_end=None,
            )  # fmt: skip
        if words.told is not None:
            words.told.seen = None
        video = self._own(made)
        return dit_starts.still_noise(video[:, :, -frames:].cpu(), pinned=lie.pinned), seen.noisiest

    def _own(self, video: torch.Tensor) -> torch.Tensor:
        """A video as the pipeline has it, or the other way round."""
        return video.permute(AXES) if self.lie.frames_first else video

    @contextmanager
    def acting(self, frames: int, *, begins: bool = True) -> Iterator[None]:
        """What changes the clean estimate in a call for so many pictures, for the length of a `with` block.

        Args:
            frames: That the pipeline is asked for.
            begins: Whether it is the take's first clip.
        """
        with stepping(self.pipeline.scheduler, self.cleans(begins=begins), view=self._view(frames)):
            yield

    def cleans(self, *, begins: bool) -> Sequence[Change]:
        """Changes of the clean estimate."""
        recipe, planned = self.choice.recipe, self.ask.request.spec.shot.camera
        return (
            *steered.camera(planned, recipe, times=self.lie.time),
            *steered.structure(recipe),
            *(self._holding() if begins else ()),
        )

    def _view(self, frames: int) -> View:
        hidden, first = self._hidden(frames), self.lie.frames_first

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
