"""Owns the face encoder `insightface`: InsightFace's detector and ArcFace (Deng et al. 2019), for FaceID adapters.

Its library is the extra `faceid`; its weights are for non-commercial research only, and are never downloaded from here.
Does not know: who asks.
"""

from __future__ import annotations

import hashlib
import importlib
import os
from pathlib import Path
from typing import Any

import numpy as np

from generators.cutout import Pixels
from generators.embedding import Vectors
from generators.errors import GenerationFailed, MissingExtra

PACK = "STORYREEL_FACE_PACK"
"""Environment variable: another of InsightFace's packs than `buffalo_l`, whose ArcFace FaceID was trained with."""
HOME = "INSIGHTFACE_HOME"
"""Environment variable: folder in which `models/PACK/*.onnx` lie; `~/.insightface` when it is not set."""
SIDE = 640
"""Of the square in pixels in which faces are looked for."""


class InsightFace:
    """Sees the largest face of a picture."""

    def __init__(self) -> None:
        """Load the weights.

        Raises:
            MissingExtra: the library is not installed.
            GenerationFailed: the weights are not on this machine.
        """
        pack = os.environ.get(PACK) or "buffalo_l"
        root = Path(os.environ.get(HOME) or Path.home() / ".insightface").expanduser()
        files = sorted((root / "models" / pack).glob("*.onnx"))
        try:
            analysis = importlib.import_module("insightface.app").FaceAnalysis
        except ModuleNotFoundError as error:
            raise MissingExtra(
                "the face encoder 'insightface' is not installed: pip install 'storyreel[faceid]'"
            ) from error
        if not files:
            raise GenerationFailed(
                f"the face encoder 'insightface' finds no weights in {root / 'models' / pack}: get its pack {pack}"
                " there (they are for non-commercial research only; nothing is downloaded without you)"
            )
        self.name, self.digest = f"insightface:{pack}", _digest(files)
        self._eyes: Any = analysis(
            name=pack,
            root=str(root),
            allowed_modules=["detection", "recognition"],
            providers=["CPUExecutionProvider"],
        )
        self._eyes.prepare(ctx_id=-1, det_size=(SIDE, SIDE))

    def face(self, picture: Pixels) -> Vectors | None:
        """ArcFace's unit vector, (512,), of the largest face; None when there is none."""
        seen = self._eyes.get(np.ascontiguousarray(picture[:, :, ::-1]))
        found = [row for row in seen if row.normed_embedding is not None]
        if not found:
            return None
        largest = max(found, key=lambda row: float((row.bbox[2] - row.bbox[0]) * (row.bbox[3] - row.bbox[1])))
        return np.asarray(largest.normed_embedding, dtype=np.float32)


def _digest(files: list[Path]) -> str:
    told = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            told.update(hashlib.file_digest(stream, "sha256").digest())
    return f"sha256:{told.hexdigest()}"
