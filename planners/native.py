"""Owns what planning may know of a generator: how long its shots can be. Does not know: any generator."""

from __future__ import annotations

from planners.frozen import Frozen


class NativeLengths(Frozen):
    """How long the shots are that a generator makes in one piece, in seconds."""

    least: float = 1.0
    most: float | None = None
    """None: as long as one likes."""
