"""Clips of the animatediff backend in parts, for tests that look at latents; import after `importorskip("torch")`."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from generators import Keyframe
from generators.backends.diffusion import adapt, runtime
from generators.backends.diffusion.animatediff import AnimateDiff
from generators.backends.diffusion.base import ClipAsk
from generators.backends.diffusion.models import Choice, choose
from generators.backends.diffusion.unet_clips import UnetClip
from generators.base import ShotRequest
from planners.prompting import TimedPrompt

PLAIN = "captions=one&boundary=off"


def chosen(base: Path, adapter: Path, query: str) -> Choice:
    return choose("animatediff", f"{base},{adapter}?device=cpu&{query if 'steps=' in query else query + '&steps=4'}")


def loaded(choice: Choice) -> Any:
    """The pipeline of a choice, loaded once for all tests that share its repositories."""
    return _loaded(*(item.repository for item in choice.repositories.values()))


@functools.cache
def _loaded(base: str, adapter: str) -> Any:
    choice = choose("animatediff", f"{base},{adapter}?device=cpu")
    return runtime.loaded(choice, AnimateDiff.__new__(AnimateDiff).load, runtime.best_place(choice.options))


def asked(
    choice: Choice,
    guide: Keyframe,
    folder: Path,
    *,
    text: str = "a fox runs to a lake",
    timed: tuple[TimedPrompt, ...] = (),
    **more: Any,
) -> ClipAsk:
    request = ShotRequest(
        spec=guide.spec, keyframe=guide, references=(), head=2, tail=1, video=folder / "made.mp4", folder=folder,
        guide=folder / "guide.mp4", **more,
    )  # fmt: skip
    fitted = adapt.moving(guide.spec, 12, choice)
    return ClipAsk(request, text, "blurry", fitted, 12, None, True, choice.strength, 1.0, timed)


def clip(choice: Choice, guide: Keyframe, folder: Path, ask: ClipAsk | None = None, **more: Any) -> UnetClip:
    return UnetClip(loaded(choice), ask or asked(choice, guide, folder, **more), choice)
