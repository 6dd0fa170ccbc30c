"""Owns image encoders over torch: pictures of an entity in, vectors out, kept as safetensors beside the pictures.

CLIP's vision model gives both what the adapters need: the projected vector (IP-Adapter) and the hidden states before
its last layer (IP-Adapter Plus). Does not know: which pipeline uses them, who the entities are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from PIL import Image
from transformers import CLIPVisionModelWithProjection

MEAN, SPREAD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
"""Of the pictures that CLIP was trained on (Radford et al. 2021)."""
PAPER = (255, 255, 255)
"""What stands behind a cut-out when it is encoded."""


class Encoded(NamedTuple):
    """Some pictures by one encoder."""

    projected: torch.Tensor
    """(pictures, dimensions)."""
    hidden: torch.Tensor
    """(pictures, tokens, width): before the encoder's last layer."""


@dataclass
class Encoder:
    """CLIP's vision model with its projection."""

    model: Any
    name: str
    """`clip:REPOSITORY`."""
    digest: str
    """The repository with its revision, or what a folder holds."""

    @property
    def side(self) -> int:
        """Of the square that it sees, in pixels."""
        return int(self.model.config.image_size)

    def encode(self, pictures: Sequence[Image.Image]) -> Encoded:
        """Encode pictures; transparent parts are white, and nothing of a tall one is cut off."""
        values = torch.stack([_values(picture, self.side) for picture in pictures])
        return self._run(values)

    def nothing(self) -> Encoded:
        """What stands for no picture under guidance: zeros as vector, a black square's hidden states."""
        seen = self._run(torch.zeros(1, 3, self.side, self.side))
        return Encoded(torch.zeros_like(seen.projected), seen.hidden)

    def _run(self, values: torch.Tensor) -> Encoded:
        with torch.inference_mode():
            seen = self.model(values.to(self.model.device, self.model.dtype), output_hidden_states=True)
        return Encoded(seen.image_embeds.float().cpu(), seen.hidden_states[-2].float().cpu())


def load_encoder(place: str, *, name: str, digest: str, keywords: Mapping[str, Any] | None = None) -> Encoder:
    """An encoder from a repository or folder.

    Args:
        place: First argument of `from_pretrained`.
        name: See `Encoder`.
        digest: See `Encoder`.
        keywords: Further arguments of `from_pretrained`.

    Raises:
        OSError: it is not there.
    """
    model = CLIPVisionModelWithProjection.from_pretrained(place, **(keywords or {}))
    return Encoder(model.eval().requires_grad_(False), name, digest)


@dataclass
class Bank:
    """An encoder, and what it has encoded."""

    encoder: Encoder
    _kept: dict[str, Encoded] = field(default_factory=dict)
    runs: int = 0
    """How many pictures were really encoded."""

    def of(self, files: Sequence[Path]) -> Encoded:
        """Picture files, encoded once each whatever they are called."""
        marks = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
        new = {mark: file for mark, file in zip(marks, files, strict=True) if mark not in self._kept}
        for mark, file in new.items():
            with Image.open(file) as picture:
                self._kept[mark] = self.encoder.encode([picture])
            self.runs += 1
        rows = [self._kept[mark] for mark in marks]
        return Encoded(torch.cat([row.projected for row in rows]), torch.cat([row.hidden for row in rows]))

    def nothing(self) -> Encoded:
        """`Encoder.nothing`, computed once."""
        if "" not in self._kept:
            self._kept[""] = self.encoder.nothing()
        return self._kept[""]


def averaged(projected: torch.Tensor) -> torch.Tensor:
    """One vector of several: the mean of their directions with their mean length; (dimensions,)."""
    lengths = projected.norm(dim=-1, keepdim=True)
    mean = (projected / lengths.clamp_min(1e-8)).mean(dim=0)
    return mean / mean.norm().clamp_min(1e-8) * lengths.mean()


def _values(picture: Image.Image, side: int) -> torch.Tensor:
    """(3, side, side) as CLIP wants it: on white, padded to a square, scaled, normalised."""
    flat = squared(picture).resize((side, side), Image.Resampling.BICUBIC)
    values = (np.asarray(flat, dtype=np.float32) / 255 - np.array(MEAN)) / np.array(SPREAD)
    return torch.from_numpy(values.astype(np.float32)).permute(2, 0, 1)


def squared(picture: Image.Image) -> Image.Image:
    """A picture on a white square, in its middle, RGB."""
    shown = picture.convert("RGBA")
    side = max(shown.size)
    ground = Image.new("RGBA", (side, side), (*PAPER, 255))
    ground.alpha_composite(shown, ((side - shown.width) // 2, (side - shown.height) // 2))
    return ground.convert("RGB")
