"""Owns what a ControlNet is fed with: pictures of a guide's control file, or of the guide's own lines, at model size.

Does not know: torch, pipelines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from generators import control_pictures as drawing
from generators.backends.diffusion.models import ControlKind
from generators.backends.diffusion.pixels import Picture
from generators.controls import Controls, read_controls
from generators.errors import RequestRefused

_OF_CONTROLS: Mapping[str, Callable[[Controls, int], drawing.Pixels]] = {
    "depth": drawing.depth_map,
    "seg": drawing.classes,
}
_OF_GUIDES: Mapping[str, Callable[[drawing.Pixels], drawing.Pixels]] = {
    "lines": drawing.line_drawing,
    "scribble": drawing.scribble,
}


def pictures(
    kind: ControlKind, control: Path | None, guide: Sequence[Picture], steps: Sequence[int], size: tuple[int, int]
) -> list[Picture]:
    """One RGB picture per step.

    Args:
        kind: What the ControlNet wants.
        control: The guide's control file; lines and scribbles need none.
        guide: The guide's frames at the steps; only lines and scribbles need them.
        steps: Numbers of frames.
        size: Width and height in pixels.

    Raises:
        RequestRefused: what is needed is not there.
    """
    if kind in _OF_GUIDES:
        if not guide:
            raise RequestRefused(f"a ControlNet for {kind} needs a guide, and the request has none")
        return [_rgb(_OF_GUIDES[kind](np.asarray(picture.convert("RGB")))) for picture in guide]
    if control is None:
        raise RequestRefused(f"a ControlNet for {kind} needs the guide's control file, and the request has none")
    found = read_controls(control, steps, size=size)
    return [_rgb(_OF_CONTROLS[kind](found, number)) for number in range(len(found.frames))]


def figures(control: Path | None, steps: Sequence[int], size: tuple[int, int]) -> list[Picture]:
    """Where somebody or something is seen, one grey picture per step: white there, black elsewhere.

    Args:
        control: The guide's control file.
        steps: Numbers of frames.
        size: Width and height in pixels.

    Raises:
        RequestRefused: there is no control file.
    """
    if control is None:
        raise RequestRefused("masks need the guide's control file, and the request has none")
    found = read_controls(control, steps, size=size)
    return [Image.fromarray(np.where(frame.ids > 0, 255, 0).astype(np.uint8)) for frame in found.frames]


def _rgb(pixels: drawing.Pixels) -> Picture:
    return Image.fromarray(pixels).convert("RGB")
