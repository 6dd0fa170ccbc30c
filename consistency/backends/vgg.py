"""Owns the third block of VGG-19 (arXiv 1409.1556), by which VGoT compares frames, with weights from a file.

Written over a table of weights that is named as torchvision's `vgg19` names them, so that no torchvision is needed.
Does not know: what is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch.nn import functional as f

from consistency.backends.tensors import IMAGENET, rows
from consistency.crops import Crop
from consistency.embedders import Vector, cosine

SIDE = 224
_LAYERS: tuple[int | None, ...] = (0, 2, None, 5, 7, None, 10, 12, 14)
"""Numbers of the convolutions in `features`, up to index 15 (relu3_3); None: the size is halved."""


class Vgg19:
    """Flattened output of `features[:16]` (relu3_3) at 224 x 224, cosine: layout and texture rather than style.

    Source: VGoT (arXiv 2412.02259, appendix C) and its script, which calls this layer block5_conv4. Whole pictures
    are squeezed to a square, as there; masks are not heeded. 802 816 numbers a picture.
    """

    name = "vgg19"

    def __init__(self, model: str = "") -> None:
        """Load.

        Args:
            model: safetensors file with the weights of torchvision's `vgg19`.

        Raises:
            OSError: there is none, or it holds something else.
        """
        if not Path(model).is_file():
            raise OSError(f"there is no file of VGG-19's weights: {model or 'name a safetensors file: vgg19:FILE'}")
        try:
            held = load_file(model)
        except SafetensorError as error:
            raise OSError(f"{model} is no safetensors file: {error}") from error
        names = [f"features.{layer}" for layer in _LAYERS if layer is not None]
        if missing := [name for name in names if f"{name}.weight" not in held]:
            raise OSError(f"{model} does not hold the weights of vgg19 ({missing[0]} is missing)")
        self._weights = {name: (held[f"{name}.weight"], held[f"{name}.bias"]) for name in names}

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per picture."""
        found: list[Vector | None] = []
        with torch.inference_mode():
            for crop in crops:
                found += rows(self._features(_ready(crop)).flatten(1))
        return found

    def similarity(self, a: Vector, b: Vector) -> float:
        """Cosine, 0..1: what a ReLU leaves has no negative numbers."""
        return cosine(a, b)

    def _features(self, x: Any) -> Any:
        for layer in _LAYERS:
            if layer is None:
                x = f.max_pool2d(x, 2)
            else:
                x = torch.relu(f.conv2d(x, *self._weights[f"features.{layer}"], padding=1))
        return x


def _ready(crop: Crop) -> Any:
    mean, spread = (np.array(values, np.float32).reshape(3, 1, 1) for values in IMAGENET)
    picture = torch.from_numpy(np.ascontiguousarray(crop.pixels.transpose(2, 0, 1)))[None].float()
    small = f.interpolate(picture, (SIDE, SIDE), mode="bilinear", antialias=True, align_corners=False)
    return (small / 255 - torch.from_numpy(mean)) / torch.from_numpy(spread)
