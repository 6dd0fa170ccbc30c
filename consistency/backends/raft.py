"""Owns RAFT (Teed and Deng, ECCV 2020, arXiv 2003.12039), the large model, with weights from a file.

Written anew from the paper over a table of weights that is named as torchvision's `raft_large` names them, so that no
torchvision is needed. Does not know: what the flow is used for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch.nn import functional as f

from consistency.flow import Field
from consistency.footage import Pixels

LEVELS, RADIUS, UPDATES = 4, 4, 20
"""Scales of the correlation, its reach in cells on each, and rounds of refinement (the paper's and VBench's)."""
_HIDDEN = 128
_LEAST = 128
_CONTEXT, _FEATURES = "context_encoder", "feature_encoder"
_MISSING = "update_block.flow_head.conv2.weight"


class Raft:
    """RAFT-large, 20 updates. Pictures are padded to multiples of 8, at least 128 pixels a side."""

    name = "raft"

    def __init__(self, model: str = "") -> None:
        """Load.

        Args:
            model: safetensors file with the weights of torchvision's `raft_large`.

        Raises:
            OSError: there is none, or it holds something else.
        """
        if not Path(model).is_file():
            raise OSError(f"RAFT's weights are not on this machine: {model or 'name a safetensors file: raft:FILE'}")
        try:
            self._weights: Mapping[str, Any] = load_file(model)
        except SafetensorError as error:
            raise OSError(f"{model} is no safetensors file: {error}") from error
        if _MISSING not in self._weights:
            raise OSError(f"{model} does not hold the weights of raft_large ({_MISSING} is missing)")

    def between(self, a: Pixels, b: Pixels) -> Field:
        """The field from `a` to `b`."""
        height, width = a.shape[:2]
        with torch.inference_mode():
            found = _flow(self._weights, _tensor(a), _tensor(b))[0]
        return np.asarray(found[:, :height, :width].permute(1, 2, 0).numpy(), dtype=np.float32)


def _tensor(frame: Pixels) -> Any:
    height, width = frame.shape[:2]
    down, across = max(-height % 8, _LEAST - height), max(-width % 8, _LEAST - width)
    padded = np.pad(frame, ((0, down), (0, across), (0, 0)), mode="edge").astype(np.float32) / 127.5 - 1
    return torch.from_numpy(padded.transpose(2, 0, 1)[None].copy())


def _flow(weights: Mapping[str, Any], a: Any, b: Any) -> Any:
    """(1, 2, height, width) from pictures in -1..1 whose sides are multiples of 8: section 3 of the paper."""
    seen = _encoded(weights, _FEATURES, torch.cat([a, b]))
    volumes = _pyramid(seen[:1], seen[1:])
    hidden, context = torch.split(_encoded(weights, _CONTEXT, a), _HIDDEN, dim=1)
    hidden, context = torch.tanh(hidden), torch.relu(context)
    start = _grid(*seen.shape[-2:])
    place = start
    for _ in range(UPDATES):
        motion = _motion(weights, _looked_up(volumes, place), place - start)
        hidden = _recalled(weights, hidden, torch.cat([context, motion], dim=1))
        step = torch.relu(_conv(weights, "update_block.flow_head.conv1", hidden))
        place = place + _conv(weights, "update_block.flow_head.conv2", step)
    return _enlarged(weights, hidden, place - start)


def _conv(weights: Mapping[str, Any], name: str, x: Any, stride: int = 1) -> Any:
    """A convolution that keeps the size (at stride 1)."""
    kernel = weights[f"{name}.weight"]
    padding = [side // 2 for side in kernel.shape[-2:]]
    return f.conv2d(x, kernel, weights[f"{name}.bias"], stride=stride, padding=padding)


def _normed(weights: Mapping[str, Any], name: str, x: Any, stride: int = 1) -> Any:
    """A convolution and its norm: batch norm where the weights have one (context), else instance norm (features)."""
    made = _conv(weights, f"{name}.0", x, stride)
    if f"{name}.1.running_mean" not in weights:
        return f.instance_norm(made)
    mean, spread, weight, bias = (weights[f"{name}.1.{key}"] for key in _BATCH)
    return f.batch_norm(made, mean, spread, weight, bias)


_BATCH = ("running_mean", "running_var", "weight", "bias")


def _encoded(weights: Mapping[str, Any], name: str, x: Any) -> Any:
    """Features at an eighth of the size: a stem, three pairs of residual blocks, a projection."""
    x = torch.relu(_normed(weights, f"{name}.convnormrelu", x, 2))
    for layer, stride in (("layer1", 1), ("layer2", 2), ("layer3", 2)):
        x = _residual(weights, f"{name}.{layer}.0", x, stride)
        x = _residual(weights, f"{name}.{layer}.1", x, 1)
    return _conv(weights, f"{name}.conv", x)


def _residual(weights: Mapping[str, Any], name: str, x: Any, stride: int) -> Any:
    y = torch.relu(_normed(weights, f"{name}.convnormrelu1", x, stride))
    y = torch.relu(_normed(weights, f"{name}.convnormrelu2", y))
    return torch.relu(y + (x if stride == 1 else _normed(weights, f"{name}.downsample", x, stride)))


def _pyramid(a: Any, b: Any) -> list[Any]:
    """All pairs' correlation, (cells of a, 1, height, width of b), at four scales of b."""
    _, channels, height, width = a.shape
    pairs = a.flatten(2)[0].T @ b.flatten(2)[0] / channels**0.5
    volumes = [pairs.reshape(height * width, 1, height, width)]
    for _ in range(LEVELS - 1):
        volumes.append(f.avg_pool2d(volumes[-1], 2))
    return volumes


def _looked_up(volumes: list[Any], place: Any) -> Any:
    """What the correlation is around each cell's present place; the first offset counts across."""
    _, _, height, width = place.shape
    reach = torch.arange(-RADIUS, RADIUS + 1, dtype=place.dtype)
    offsets = torch.stack(torch.meshgrid(reach, reach, indexing="ij"), dim=-1)
    centres = place[0].permute(1, 2, 0).reshape(height * width, 1, 1, 2)
    found = []
    for level, volume in enumerate(volumes):
        size = torch.tensor([volume.shape[-1] - 1, volume.shape[-2] - 1], dtype=place.dtype).clamp(min=1)
        at = 2 * (centres / 2**level + offsets) / size - 1
        near = f.grid_sample(volume, at, align_corners=True)
        found.append(near.reshape(1, height, width, -1))
    return torch.cat(found, dim=-1).permute(0, 3, 1, 2)


def _motion(weights: Mapping[str, Any], near: Any, flow: Any) -> Any:
    name = "update_block.motion_encoder"
    for layer in ("convcorr1.0", "convcorr2.0"):
        near = torch.relu(_conv(weights, f"{name}.{layer}", near))
    way = flow
    for layer in ("convflow1.0", "convflow2.0"):
        way = torch.relu(_conv(weights, f"{name}.{layer}", way))
    return torch.cat([torch.relu(_conv(weights, f"{name}.conv.0", torch.cat([near, way], dim=1))), flow], dim=1)


def _recalled(weights: Mapping[str, Any], hidden: Any, x: Any) -> Any:
    """Two gated recurrent units, one across and one down."""
    for unit in ("convgru1", "convgru2"):
        name = f"update_block.recurrent_block.{unit}"
        both = torch.cat([hidden, x], dim=1)
        kept, reset = (torch.sigmoid(_conv(weights, f"{name}.{gate}", both)) for gate in ("convz", "convr"))
        new = torch.tanh(_conv(weights, f"{name}.convq", torch.cat([reset * hidden, x], dim=1)))
        hidden = (1 - kept) * hidden + kept * new
    return hidden


def _enlarged(weights: Mapping[str, Any], hidden: Any, flow: Any) -> Any:
    """Eight times as large: each fine cell is a convex mix of nine coarse ones."""
    _, _, height, width = flow.shape
    shares = torch.relu(_conv(weights, "mask_predictor.convrelu.0", hidden))
    shares = 0.25 * _conv(weights, "mask_predictor.conv", shares)
    shares = torch.softmax(shares.reshape(1, 1, 9, 8, 8, height, width), dim=2)
    around = f.unfold(8 * flow, 3, padding=1).reshape(1, 2, 9, 1, 1, height, width)
    fine = (shares * around).sum(dim=2).permute(0, 1, 4, 2, 5, 3)
    return fine.reshape(1, 2, 8 * height, 8 * width)


def _grid(height: int, width: int) -> Any:
    """(1, 2, height, width): x and y of every cell."""
    down, across = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    return torch.stack([across, down])[None].float()
