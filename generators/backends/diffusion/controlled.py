"""Owns a ControlNet (Zhang et al. 2023) beside a family that makes stills: loaded, fed from the animatic, scaled.

Does not know: which family, what the pictures show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from diffusers import ControlNetModel
from PIL import Image

from generators.backends.diffusion import runtime
from generators.backends.diffusion.base import StillAsk
from generators.backends.diffusion.models import CONTROLNET, ControlKind
from generators.errors import RequestRefused

WITHOUT = "{backend} drew without its ControlNet: {why}."


def beside(sources: Mapping[str, runtime.Source]) -> dict[str, Any]:
    """Keywords of a pipeline's `from_pretrained` that put its ControlNet beside it; none when there is none."""
    found = sources.get(CONTROLNET)
    return {} if found is None else {"controlnet": ControlNetModel.from_pretrained(found.place, **found.keywords)}


def held(backend: str, kind: ControlKind, ask: StillAsk) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Keywords of a pipeline's call that hold a picture to its control, as closely as the shot asks; what was lost.

    Where no picture can be made for it (a sheet has no depth) the ControlNet is silent, and that is said.
    """
    if kind == "none":
        return {}, ()
    name = "image" if ask.guide is None else "control_image"
    try:
        return {name: ask.control(kind), "controlnet_conditioning_scale": float(ask.scale)}, ()
    except RequestRefused as error:
        blank = {name: Image.new("RGB", ask.size), "controlnet_conditioning_scale": 0.0}
        return blank, (WITHOUT.format(backend=backend, why=error),)
