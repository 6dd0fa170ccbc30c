"""Owns what `openai-images` can do, as data that loads no client. Does not know: how it does it."""

from __future__ import annotations

from generators.backends.openai_images.models import choose
from generators.base import Capabilities

REQUIRES = ("openai",)
EXTRA = "all"
PAYS = True
"""Takes a purse and a place for what is paid for (`generators.paying`)."""
VERSION = "1"
"""Changes whenever the same request would be asked in another way."""


def capabilities_of(backend: str, model: str | None = None) -> Capabilities:
    """What a model of the backend can do.

    Raises:
        RequestRefused: a wrong option.
    """
    choice = choose(model)
    return Capabilities(
        name=backend,
        version=f"{VERSION}+{choice.name}+{choice.version}",
        min_size=(160, 160),
        max_size=(4320, 4320),
        fps=(1, 120),
        makes=("images",),
        reference_images=choice.options.references,
        guided=True,
        heeds=("emphasis", "leave_out"),
    )
