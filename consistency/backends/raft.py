"""Owns RAFT (Teed and Deng, ECCV 2020, arXiv 2003.12039) by torchvision, which is optional, with weights from a file.

Does not know: what the flow is used for.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torchvision.models.optical_flow import raft_large

from consistency.flow import Field
from consistency.footage import Pixels


class Raft:
    """RAFT-large, 20 updates. Pictures are padded to multiples of 8, at least 128 pixels a side."""

    name = "raft"

    def __init__(self, model: str = "") -> None:
        """Load.

        Args:
            model: safetensors file with the weights of torchvision's `raft_large`.

        Raises:
            OSError: there is none.
        """
        if not Path(model).is_file():
            raise OSError(f"RAFT's weights are not on this machine: {model or 'name a safetensors file: model=...'}")
        self._model = raft_large(weights=None, progress=False).eval()
        self._model.load_state_dict(load_file(model))

    def between(self, a: Pixels, b: Pixels) -> Field:
        """The field from `a` to `b`."""
        height, width = a.shape[:2]
        with torch.inference_mode():
            found = self._model(_tensor(a), _tensor(b), num_flow_updates=20)[-1][0]
        return np.asarray(found[:, :height, :width].permute(1, 2, 0).numpy(), dtype=np.float32)


def _tensor(frame: Pixels) -> torch.Tensor:
    height, width = frame.shape[:2]
    down, across = max(-height % 8, 128 - height), max(-width % 8, 128 - width)
    padded = np.pad(frame, ((0, down), (0, across), (0, 0)), mode="edge").astype(np.float32) / 127.5 - 1
    return torch.from_numpy(padded.transpose(2, 0, 1)[None].copy())
