"""Owns the face embedder: the largest face of a crop, found by a detector, judged by a recogniser of the user's choice.

No weights come with it, and none are recommended: licences of face models differ. Does not know: what is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import torch
from transformers import AutoModel

from consistency.backends.tensors import IMAGENET, batch, rows
from consistency.crops import Crop
from consistency.embedders import Vector, cosine
from generators.faces import detector_file

_LEAST = 16
_TOP = 0.35


class Face:
    """Cosine of face vectors. A crop without a face has no vector: it is left out and counted, never taken as zero.

    The recogniser is any vision model of transformers (pooled output, else the class token), from a folder with
    safetensors. The detector is YuNet for OpenCV (an .onnx file): the one that is named, else the one that references
    are cut with (`STORYREEL_FACE_DETECTOR`). Without one the upper 35 % of the figure is taken for its head, which
    suits standing people only, and whole frames are not judged.
    """

    name = "face"

    def __init__(self, model: str = "", detector: str = "") -> None:
        """Load.

        Args:
            model: Folder of the recogniser; after a comma the detector may follow.
            detector: Path of YuNet's .onnx file.

        Raises:
            OSError: one of them is not there, or holds no safetensors.
        """
        model, _, named = model.partition(",")
        detector = detector or named or str(detector_file() or "")
        if not model:
            raise OSError("name the folder of a face recogniser: face:DIR")
        if detector and not Path(detector).is_file():
            raise OSError(f"there is no detector at {detector}")
        self._model = AutoModel.from_pretrained(model, local_files_only=True, use_safetensors=True).eval()
        self._side = int(getattr(self._model.config, "image_size", 224))
        self._detector = cv2.FaceDetectorYN.create(detector, "", (1, 1)) if detector else None

    @property
    def finds(self) -> bool:
        """Whether faces are looked for in the picture, so that whole frames can be judged."""
        return self._detector is not None

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop; None where there is no face."""
        faces = [self._face(crop) for crop in crops]
        found = [face for face in faces if face is not None]
        if not found:
            return [None for _ in faces]
        with torch.inference_mode():
            out = self._model(pixel_values=batch(found, IMAGENET, self._side))
        pooled = getattr(out, "pooler_output", None)
        vectors = iter(rows(out.last_hidden_state[:, 0] if pooled is None else pooled))
        return [None if face is None else next(vectors) for face in faces]

    def similarity(self, a: Vector, b: Vector) -> float:
        """Cosine, -1..1."""
        return cosine(a, b)

    def _face(self, crop: Crop) -> Crop | None:
        if self._detector is None:
            return _head(crop)
        height, width = crop.pixels.shape[:2]
        self._detector.setInputSize((width, height))
        _, found = self._detector.detect(np.ascontiguousarray(crop.pixels[..., ::-1]))
        if found is None or not len(found):
            return None
        x, y, wide, tall = (int(value) for value in max(found, key=lambda row: row[2] * row[3])[:4])
        return _part(crop, max(x, 0), max(y, 0), x + wide, y + tall)


def _head(crop: Crop) -> Crop | None:
    """The upper part of the figure, as wide as the figure is there."""
    tall = round(crop.pixels.shape[0] * _TOP)
    columns = np.flatnonzero(crop.mask[:tall].any(axis=0))
    return _part(crop, int(columns[0]), 0, int(columns[-1]) + 1, tall) if len(columns) else None


def _part(crop: Crop, x0: int, y0: int, x1: int, y1: int) -> Crop | None:
    pixels, mask = crop.pixels[y0:y1, x0:x1], crop.mask[y0:y1, x0:x1]
    return Crop(pixels, mask, crop.masked_by) if min(pixels.shape[:2]) >= _LEAST else None
