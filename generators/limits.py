"""Owns the check that a request lies within what a generator can do. Does not know: any generator."""

from __future__ import annotations

from generators.artefacts import ShotSpec
from generators.base import Capabilities
from generators.errors import RequestRefused


def check_limits(spec: ShotSpec, able: Capabilities) -> None:
    """See that size and rate of a request are within the capabilities.

    Raises:
        RequestRefused: they are not.
    """
    width, height = spec.size
    fits = all(low <= side <= high for low, side, high in zip(able.min_size, spec.size, able.max_size, strict=True))
    if not fits or width % 2 or height % 2:
        raise RequestRefused(
            f"{able.name} cannot make {width}x{height}: sides must be even and"
            f" {able.min_size[0]} to {able.max_size[0]} pixels"
        )
    if not able.fps[0] <= spec.fps <= able.fps[1]:
        raise RequestRefused(f"{able.name} cannot make {spec.fps} fps: {able.fps[0]} to {able.fps[1]} are possible")
