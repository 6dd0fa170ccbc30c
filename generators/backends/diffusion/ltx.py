"""Owns the backend `ltx`: LTX-Video (HaCohen et al. 2024), which takes pictures at chosen frames.

The keyframe stands at its own moment, the last still at the shot's end, and the last frames of a clip before lead into
it: they are made again, held by the tie, and cut off. Takes longer than a clip run in windows, each with the words of
its own time. Does not know: who made the keyframe, other backends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import torch
from diffusers import LTXConditionPipeline, LTXEulerAncestralRFScheduler, LTXI2VLongMultiPromptPipeline
from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition

from generators.backends.diffusion import dit_words, dits, pixels, runtime
from generators.backends.diffusion.base import ClipAsk, Clips, Filmed
from generators.backends.diffusion.hooks import View, stepping
from generators.backends.diffusion.models import Choice

STEP = 8
"""Frames between two latents; pictures are given at multiples of it."""
SAYS = dit_words.Says(tokens=256)
"""The tokens of a prompt as its pipeline counts them."""
DECODING = {"decode_timestep": 0.05, "decode_noise_scale": 0.025}
"""Noise that the decoder takes away itself, as diffusers' documentation of the pipeline sets it."""
OVERLAP = 3
"""Latents that two windows of a long take share: 24 frames of 80 in diffusers, at most a third of a window."""
FIRST_ALONE = "A take in windows takes a picture at its first frame alone: {left} left out."


class Ltx(Clips):
    """Makes shots from keyframes."""

    name = "ltx"

    def load(self, choice: Choice, sources: Mapping[str, runtime.Source]) -> Any:
        """The pipeline as it is stored."""
        return LTXConditionPipeline.from_pretrained(sources["base"].place, **sources["base"].keywords)

    def film(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        """Make one clip between the pictures that are given, or a long take from the first."""
        return self._take(pipeline, ask) if ask.fitted.windows else self._clip(pipeline, ask)

    def _clip(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        lead = STEP if ask.goes_on else 0
        frames = (ask.fitted.frames + lead - 1) // STEP + 1
        given = _conditions(ask, lead)
        beside = tuple(row.frame_index for row in given if row.frame_index)
        place = dit_words.Place(-lead, frames, STEP, before=beside)
        words = dit_words.words(pipeline, ask, self.choice.recipe, SAYS, place, backend=self.name)
        with self._acting(pipeline, ask, frames), words.acting([pipeline.transformer]):
            made = pipeline(
                conditions=given,
                num_frames=ask.fitted.frames + lead,
                image_cond_noise_scale=0.0 if ask.goes_on else 0.15,
                **words.keywords,
                **DECODING,
                **self._common(ask),
                **ask.on_step(self.choice.steps),
            )
        return Filmed(made.frames[0][lead:], words.notes)

    def _take(self, pipeline: Any, ask: ClipAsk) -> Filmed:
        long = LTXI2VLongMultiPromptPipeline(**pipeline.components)
        long.scheduler = LTXEulerAncestralRFScheduler.from_config(pipeline.scheduler.config)
        long.set_progress_bar_config(disable=True)
        window = max(2, ask.fitted.windows // STEP)
        overlap = min(OVERLAP, window // 3)
        latents = (ask.fitted.frames - 1) // STEP + 1
        starts = [0]
        while starts[-1] + window < latents:
            starts.append(starts[-1] + window - overlap)
        middles = [min(1.0, (start + window / 2) / latents) for start in starts]
        one = self.choice.recipe.captions == "one"
        with self._acting(long, ask, None):
            made = long(
                prompt=[ask.text if one else ask.words_at(middle) for middle in middles],
                negative_prompt=ask.negative or None,
                cond_image=ask.first(),
                cond_strength=1.0,
                num_frames=ask.fitted.frames,
                temporal_tile_size=window * STEP,
                temporal_overlap=overlap * STEP,
                seed=None,
                decode_horizontal_tiles=1,
                decode_vertical_tiles=1,
                **DECODING,
                **self._common(ask),
                **ask.on_step(self.choice.steps * len(starts)),
            )
        beyond = [
            ("the keyframe's moment", ask.moment() > 0 and not ask.tied),
            ("the last still", bool(ask.request.last)),
        ]
        left = [name for name, given in beyond if given]
        return Filmed(made.frames[0], (FIRST_ALONE.format(left=" and ".join(left)),) if left else ())

    def _acting(self, pipeline: Any, ask: ClipAsk, frames: int | None) -> AbstractContextManager[None]:
        """What changes the clean estimate; of `frames` latent frames, or of as many as a window has."""
        side = pipeline.vae_spatial_compression_ratio
        places = (ask.size[1] // side, ask.size[0] // side)
        steered = dits.Steered(
            pipeline, ask, self.choice, dits.Lie(pipeline.transformer.config.in_channels, side, STEP)
        )
        return stepping(pipeline.scheduler, steered.cleans(begins=False), view=_tokens(places, frames))

    def _common(self, ask: ClipAsk) -> dict[str, Any]:
        count = len(ask.fitted.steps)
        return {
            "width": ask.size[0],
            "height": ask.size[1],
            "frame_rate": ask.request.spec.fps * (count - 1) / max(ask.total - 1, 1),
            "num_inference_steps": self.choice.steps,
            "guidance_scale": self.choice.guidance,
            "generator": ask.generator(),
            "output_type": "pil",
        }


def _conditions(ask: ClipAsk, lead: int) -> list[LTXVideoCondition]:
    """Pictures at their frames; `lead` frames come before the clip's first."""
    given: dict[int, pixels.Picture] = {_on_step(ask.moment()): ask.still()}
    if ask.request.last is not None:
        given[_on_step(ask.moment(1.0), up=False)] = ask.still(ask.request.last)
    led: Sequence[LTXVideoCondition] = ()
    if lead:
        given.pop(0, None)
        led = (LTXVideoCondition(video=ask.led(lead + 1), frame_index=0, strength=ask.request.tie),)
    return [*led, *(LTXVideoCondition(image=shown, frame_index=at + lead) for at, shown in given.items())]


def _tokens(places: tuple[int, int], frames: int | None) -> View:
    """The loop's tokens as a video; tokens of pictures that are given lie before it."""

    def own_part(tokens: torch.Tensor) -> torch.Tensor:
        return tokens if frames is None else tokens[:, -frames * places[0] * places[1] :]

    def fold(tokens: torch.Tensor) -> torch.Tensor:
        return own_part(tokens).unflatten(1, (-1, *places)).permute(0, 4, 1, 2, 3)

    def unfold(video: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
        made = video.permute(0, 2, 3, 4, 1).flatten(1, 3)
        return torch.cat([tokens[:, : tokens.shape[1] - made.shape[1]], made], dim=1)

    return View(fold, unfold)


def _on_step(frame: int, *, up: bool = True) -> int:
    return (round(frame / STEP) if up else frame // STEP) * STEP
