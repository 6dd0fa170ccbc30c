"""Owns what the diffusion backends can do, as data that needs no torch. Does not know: how they do it."""

from __future__ import annotations

from generators.backends.diffusion.models import choose
from generators.base import Capabilities

REQUIRES = ("torch", "diffusers", "transformers", "accelerate")
"""Libraries without which none of them can be made."""
EXTRA = "diffusion"
VERSION = "1"
"""Changes whenever the same request would give other pixels."""


def capabilities_of(backend: str, model: str | None = None) -> Capabilities:
    """What a backend with a model can do.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
    """
    choice = choose(backend, model)
    shots = "shots" in choice.family.makes
    return Capabilities(
        name=backend,
        version=f"{VERSION}+{choice.version}",
        min_size=(160, 160),
        max_size=(4320, 4320),
        fps=(1, 60),
        makes=choice.family.makes,
        guided=True,
        exclusive=True,
        control_video=shots,
        first_frame=False,
        negative_prompt=True,
    )
