"""Owns the way of crops into tensors and of tensors into vectors. Does not know: any model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch

from consistency.crops import Crop
from consistency.embedders import Vector

Norm = tuple[tuple[float, float, float], tuple[float, float, float]]
"""Mean and spread of the channels (of 1) that a model was trained with."""
IMAGENET: Norm = ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
CLIP: Norm = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))


def batch(crops: Sequence[Crop], norm: Norm, side: int) -> Any:
    """The crops as one tensor (crops, 3, side, side), each whole on a grey square with its background grey."""
    mean, spread = (np.array(values, np.float32) for values in norm)
    ready = [((_square(crop, side) / 255 - mean) / spread).transpose(2, 0, 1) for crop in crops]
    return torch.from_numpy(np.stack(ready).astype(np.float32))


def _square(crop: Crop, side: int) -> npt.NDArray[np.float32]:
    shown = np.where(crop.mask[..., None], crop.pixels, 128).astype(np.uint8)
    height, width = shown.shape[:2]
    scale = side / max(height, width)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = cv2.resize(shown, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    out = np.full((side, side, 3), 128, np.float32)
    top, left = (side - size[1]) // 2, (side - size[0]) // 2
    out[top : top + size[1], left : left + size[0]] = small
    return out


def rows(found: Any) -> list[Vector]:
    """The rows of a tensor as vectors."""
    return [np.asarray(row, dtype=np.float32) for row in found.float().cpu().numpy()]
