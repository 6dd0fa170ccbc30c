"""Random weights of models that are read from one file, under the names that torchvision gives them; seeded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

Weights = dict[str, np.ndarray]
_GRU = "update_block.recurrent_block"
_MOTION = "update_block.motion_encoder"
_UPDATE: Mapping[str, tuple[int, ...]] = {
    f"{_MOTION}.convcorr1.0": (256, 324, 1, 1), f"{_MOTION}.convcorr2.0": (192, 256, 3, 3),
    f"{_MOTION}.convflow1.0": (128, 2, 7, 7), f"{_MOTION}.convflow2.0": (64, 128, 3, 3),
    f"{_MOTION}.conv.0": (126, 256, 3, 3),
    **{f"{_GRU}.convgru1.{gate}": (128, 384, 1, 5) for gate in ("convz", "convr", "convq")},
    **{f"{_GRU}.convgru2.{gate}": (128, 384, 5, 1) for gate in ("convz", "convr", "convq")},
    "update_block.flow_head.conv1": (256, 128, 3, 3), "update_block.flow_head.conv2": (2, 256, 3, 3),
    "mask_predictor.convrelu.0": (256, 128, 3, 3), "mask_predictor.conv": (576, 256, 1, 1),
}  # fmt: skip
VGG: Mapping[str, tuple[int, ...]] = {
    "features.0": (64, 3, 3, 3), "features.2": (64, 64, 3, 3), "features.5": (128, 64, 3, 3),
    "features.7": (128, 128, 3, 3), "features.10": (256, 128, 3, 3), "features.12": (256, 256, 3, 3),
    "features.14": (256, 256, 3, 3),
}  # fmt: skip


def raft_weights() -> Weights:
    """As `raft_large` has them, small enough that twenty rounds stay within pixels."""
    rng = np.random.default_rng(11)
    made: Weights = {}
    for encoder, normed in (("feature_encoder", False), ("context_encoder", True)):
        for name, shape in _encoder(encoder):
            made |= _conv(rng, name, shape, 0.7)
            if normed and name.endswith(".0"):
                made |= _norm(rng, f"{name[:-2]}.1", shape[0])
    for name, shape in _UPDATE.items():
        made |= _conv(rng, name, shape, 0.7)
    return made


def vgg_weights() -> Weights:
    """As `vgg19` has them, the layers that are used."""
    rng = np.random.default_rng(12)
    made: Weights = {}
    for name, shape in VGG.items():
        made |= _conv(rng, name, shape, 1.4)
    return made


def _encoder(name: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{name}.convnormrelu.0", (64, 3, 7, 7)
    before = 64
    for layer, wide in (("layer1", 64), ("layer2", 96), ("layer3", 128)):
        for block in (0, 1):
            here = f"{name}.{layer}.{block}"
            yield f"{here}.convnormrelu1.0", (wide, before, 3, 3)
            yield f"{here}.convnormrelu2.0", (wide, wide, 3, 3)
            if wide != before:
                yield f"{here}.downsample.0", (wide, before, 1, 1)
            before = wide
    yield f"{name}.conv", (256, 128, 1, 1)


def _conv(rng: np.random.Generator, name: str, shape: tuple[int, ...], gain: float) -> Weights:
    spread = gain / np.sqrt(np.prod(shape[1:]))
    return {
        f"{name}.weight": rng.normal(0, spread, shape).astype(np.float32),
        f"{name}.bias": rng.normal(0, 0.05, shape[0]).astype(np.float32),
    }


def _norm(rng: np.random.Generator, name: str, wide: int) -> Weights:
    return {
        f"{name}.weight": rng.uniform(0.5, 1.5, wide).astype(np.float32),
        f"{name}.bias": rng.normal(0, 0.1, wide).astype(np.float32),
        f"{name}.running_mean": rng.normal(0, 0.1, wide).astype(np.float32),
        f"{name}.running_var": rng.uniform(0.5, 1.5, wide).astype(np.float32),
    }
