"""Owns embeddings on disk: vectors as safetensors that tell their encoder, its weights' digest and their views.

Does not know: any encoder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from generators.errors import RequestRefused
from planners.plan import Box

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class EmbedAsk:
    """Embed one entity in one stage."""

    name: str
    """The embedder as it was asked for, e.g. `clip:OWNER/REPOSITORY`."""
    sheet: Path
    views: Mapping[str, Box]
    """Where each view is on the sheet, in [0, 1]."""
    crops: Mapping[str, Path]
    """Cut-outs (PNG with transparent background) by view, the user's photos among them."""
    target: Path

    @property
    def model(self) -> str:
        """What stands after the colon of the name: a folder or repository; empty when nothing does."""
        return self.name.partition(":")[2]


@dataclass(frozen=True, eq=False)
class Embedding:
    """What an embedder left on disk."""

    embedder: str
    digest: str
    """Of the embedder's weights: repository and revision, or what its folder holds."""
    views: tuple[str, ...]
    tensors: Mapping[str, Vectors]
    """`embedding` of shape (views, dimensions); others as the embedder has them."""


def store_embedding(target: Path, embedding: Embedding, **told: str) -> None:
    """Write an embedding as safetensors, whole or not at all; `told` are further words of its metadata."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.stem}.part{target.suffix}")
    words = {"embedder": embedding.embedder, "digest": embedding.digest, "views": json.dumps(embedding.views), **told}
    tensors = {key: np.ascontiguousarray(value) for key, value in embedding.tensors.items()}
    part.write_bytes(_in_order(save(tensors, metadata=words)))
    part.replace(target)


def _in_order(stored: bytes) -> bytes:
    """The same file with its header's keys in order: the library writes them in another order each time."""
    length = int.from_bytes(stored[:8], "little")
    header = json.dumps(json.loads(stored[8 : 8 + length]), sort_keys=True, separators=(",", ":")).encode()
    padded = header + b" " * (-len(header) % 8)
    return len(padded).to_bytes(8, "little") + padded + stored[8 + length :]


def load_embedding(file: Path) -> Embedding:
    """Read an embedding.

    Raises:
        RequestRefused: it is none.
    """
    try:
        with safe_open(str(file), framework="numpy") as stored:
            told = stored.metadata() or {}
            tensors = {key: stored.get_tensor(key) for key in stored.keys()}  # noqa: SIM118
        return Embedding(told["embedder"], told["digest"], tuple(json.loads(told["views"])), tensors)
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise RequestRefused(f"{file.name} is no embedding: {error}") from error


def mean_embedding(rows: Vectors) -> Vectors:
    """One vector of several, (dimensions,): the mean of their directions, with the mean of their lengths."""
    lengths = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return np.asarray(_unit((rows / lengths).mean(axis=0)) * lengths.mean(), dtype=np.float32)


def _unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)
