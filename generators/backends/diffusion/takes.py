"""Owns takes that are longer than a model's clip: clip after clip, each from the last frame of the one before.

The frame that two clips share stands once in the take. Does not know: the model; a clip comes from a function.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image

from generators.backends.diffusion import pixels, runtime
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.techniques.extension import extend


@dataclass(frozen=True)
class Part:
    """One clip of a take."""

    index: int
    first: pixels.Picture
    """What it starts from, at the model's size."""
    last: pixels.Picture | None
    """What it ends at; only the take's last clip has one."""
    frames: int
    generator: Any
    """Random numbers of its own, on the CPU."""
    on_step: dict[str, Any]
    """Keywords with which the pipeline reports its steps."""


def clip_after_clip(
    ask: ClipAsk, make: Callable[[Part], Sequence[pixels.Picture]], *, steps: int, last: pixels.Picture | None = None
) -> list[pixels.Picture]:
    """The whole take of a request, in as many clips as it was fitted to.

    Source: extension by last frames, Vlogger (ShowMaker) and StreamingT2V, with the one frame that image-to-video
    models take; see `techniques.extension`.

    Args:
        ask: The clip as a whole.
        make: From a part to its pictures, of which the first is where it starts.
        steps: Denoising steps of one part.
        last: What the take ends at.
    """
    fitted, numbers = ask.fitted, itertools.count()
    on_step = ask.on_step(steps * fitted.parts)
    spec = ask.request.spec

    def part(first: pixels.Picture) -> torch.Tensor:
        index = next(numbers)
        made = make(
            Part(
                index=index,
                first=first,
                last=last if index == fitted.parts - 1 else None,
                frames=fitted.each,
                generator=runtime.seeded(spec.seed, spec.shot.seed, *([index] if index else [])),
                on_step=on_step,
            )
        )
        return _stacked(made[: fitted.each])

    take = extend(part(ask.first()), lambda held: part(_unstacked(held)[-1]), frames=fitted.frames, given=1)
    made = _unstacked(take)
    return pixels.spread(made, len(fitted.steps)) if last is not None else made


def _stacked(pictures: Sequence[pixels.Picture]) -> torch.Tensor:
    """Pictures as `(1, 3, frames, height, width)` of bytes."""
    shown = np.stack([np.asarray(picture.convert("RGB"), dtype=np.uint8) for picture in pictures])
    return torch.from_numpy(shown).permute(3, 0, 1, 2)[None]


def _unstacked(take: torch.Tensor) -> list[pixels.Picture]:
    return [Image.fromarray(frame.numpy()) for frame in take[0].permute(1, 2, 3, 0).contiguous()]
