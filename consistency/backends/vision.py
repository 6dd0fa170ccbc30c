"""Owns embedders with weights: DINO, DINOv2 and CLIP, read from this machine by transformers, safetensors only.

Pictures are brought to the model's size as a whole (masked background grey), so that nothing is cut away.
Does not know: what is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from transformers import AutoModel, AutoTokenizer, CLIPModel

from consistency.backends.tensors import CLIP, IMAGENET, batch, rows
from consistency.crops import Crop
from consistency.embedders import Vector, cosine

_LOCAL: dict[str, Any] = {"local_files_only": True, "use_safetensors": True}
_SIDE = 224


class DinoV2:
    """Class token of DINOv2 (arXiv 2304.07193), cosine. Sees kind, parts and texture; weak on colour."""

    name = "dinov2"
    _default = "facebook/dinov2-base"

    def __init__(self, model: str | None = None) -> None:
        """Load.

        Args:
            model: Folder, or repository in the hub's cache on this machine.

        Raises:
            OSError: it is not there, or holds no safetensors.
        """
        self._model = AutoModel.from_pretrained(model or self._default, **_LOCAL).eval()

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop."""
        if not crops:
            return []
        with torch.inference_mode():
            out = self._model(pixel_values=batch(crops, IMAGENET, _SIDE)).last_hidden_state[:, 0]
        return list(rows(out))

    def similarity(self, a: Vector, b: Vector) -> float:
        """Cosine, -1..1."""
        return cosine(a, b)


class Dino(DinoV2):
    """Class token of DINO ViT-B/16 (arXiv 2104.14294), as VBench's subject consistency takes it."""

    name = "dino"
    _default = "facebook/dino-vitb16"


class Clip:
    """CLIP (arXiv 2103.00020), ViT-B/32 unless told otherwise: pictures and texts in one space, cosine."""

    name = "clip"

    def __init__(self, model: str = "openai/clip-vit-base-patch32") -> None:
        """Load.

        Args:
            model: Folder, or repository in the hub's cache on this machine.

        Raises:
            OSError: it is not there, or holds no safetensors.
        """
        self._model = CLIPModel.from_pretrained(model, **_LOCAL).eval()
        self._words = AutoTokenizer.from_pretrained(model, local_files_only=True)
        self._side = int(self._model.config.vision_config.image_size)
        self._length = int(self._model.config.text_config.max_position_embeddings)

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop."""
        if not crops:
            return []
        with torch.inference_mode():
            seen = self._model.vision_model(pixel_values=batch(crops, CLIP, self._side)).pooler_output
            return list(rows(self._model.visual_projection(seen)))

    def embed_texts(self, texts: Sequence[str]) -> list[Vector]:
        """One vector per text; words beyond the model's length are cut."""
        asked = self._words(list(texts), padding=True, truncation=True, max_length=self._length, return_tensors="pt")
        with torch.inference_mode():
            read = self._model.text_model(input_ids=asked["input_ids"], attention_mask=asked["attention_mask"])
            return rows(self._model.text_projection(read.pooler_output))

    def similarity(self, a: Vector, b: Vector) -> float:
        """Cosine, -1..1."""
        return cosine(a, b)
