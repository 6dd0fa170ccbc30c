"""Owns what the animatic can do, as data that needs no drawing library. Does not know: how it does it."""

from __future__ import annotations

from generators.base import Capabilities

VERSION = "5"
"""Changes whenever the same request would give other pixels."""

CAPABILITIES = Capabilities(
    name="animatic",
    version=VERSION,
    min_size=(160, 160),
    max_size=(4320, 4320),
    fps=(8, 60),
    layout_boxes=True,
    regional_masks=True,
    control_video=True,
    makes_controls=True,
    lettering=True,
)
