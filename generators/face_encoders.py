"""Owns face encoders: what turns the face in a picture into a vector that tells who it is, by named encoders.

`insightface` is built in, its library and weights are not; other packages register more under an entry point. Vectors
lie beside the pictures as safetensors. Does not know: any encoder's inside, who uses the vectors.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

import numpy as np

from generators.crops import read_rgb
from generators.cutout import Pixels
from generators.embedding import EmbedAsk, Embedding, Vectors, load_embedding, store_embedding
from generators.errors import RequestRefused, UnknownGenerator
from generators.registry import resolve

ENTRY_POINTS = "storyreel.face_encoders"
"""Group under which other packages register `name = "module:Class"`."""
BUILT_IN: dict[str, str] = {"insightface": "generators.backends.face_insight:InsightFace"}
NEEDS: dict[str, tuple[str, ...]] = {"insightface": ("insightface",)}
"""Libraries without which a built-in encoder cannot be made."""
DEFAULT = "insightface"
AROUND = 0.25
"""White that is added on each side of a picture, as a share of it: detectors miss faces that touch the edge (ours)."""
PAPER = 255


class FaceEncoder(Protocol):
    """Finds the largest face of a picture, and tells whose it is."""

    name: str
    """With what of it changes vectors, e.g. `insightface:buffalo_l`."""
    digest: str
    """Of its weights."""

    def face(self, picture: Pixels) -> Vectors | None:
        """A unit vector, (dimensions,); None when no face is seen.

        Args:
            picture: RGB, (height, width, 3).
        """


def face_encoders() -> dict[str, str]:
    """Every known name with its `module:Class`; nothing is imported."""
    found = dict(BUILT_IN)
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: p.name):
        found.setdefault(point.name, point.value)
    return found


def needed_by(name: str) -> tuple[str, ...]:
    """Libraries without which a face encoder cannot be made.

    Raises:
        UnknownGenerator: nothing is registered under the name.
    """
    _known(name)
    return NEEDS.get(name, ())


def face_encoder(name: str) -> FaceEncoder:
    """A face encoder.

    Raises:
        UnknownGenerator: nothing is registered under the name.
        MissingExtra, GenerationFailed: its library or its weights are not on this machine.
    """
    made: FaceEncoder = resolve(_known(name))()
    return made


def _known(name: str) -> str:
    table = face_encoders()
    if name not in table:
        near = difflib.get_close_matches(name, table, n=1, cutoff=0.4)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownGenerator(f"no face encoder is called {name!r}{hint} Known: {', '.join(sorted(table))}")
    return table[name]


@dataclass
class FaceBank:
    """A face encoder, and what it has seen, in memory and beside the pictures."""

    encoder: FaceEncoder
    runs: int = 0
    """In how many pictures it really looked."""
    _kept: dict[str, Vectors] = field(default_factory=dict)

    def of(self, files: Sequence[Path]) -> Vectors:
        """The faces of picture files, (faces, dimensions): of those files in which there is one, looked at once each.

        Raises:
            RequestRefused: a picture cannot be read.
        """
        rows = [self._one(file) for file in files]
        found = [row for row in rows if len(row)]
        return np.concatenate(found) if found else np.zeros((0, 0), np.float32)

    def _one(self, file: Path) -> Vectors:
        mark = hashlib.sha256(file.read_bytes()).hexdigest()
        if mark not in self._kept:
            kept = self._place(file, mark)
            if not kept.is_file() or load_embedding(kept).digest != self.encoder.digest:
                self._look(file, kept, mark)
            self._kept[mark] = load_embedding(kept).tensors["embedding"]
        return self._kept[mark]

    def _place(self, file: Path, mark: str) -> Path:
        told = f"{self.encoder.name} {self.encoder.digest}"
        return file.with_name(
            f"{file.stem}.face-{hashlib.sha256(told.encode()).hexdigest()[:12]}-{mark[:12]}.safetensors"
        )

    def _look(self, file: Path, target: Path, mark: str) -> None:
        found = self.encoder.face(_with_room(read_rgb(file)))
        self.runs += 1
        rows = np.zeros((0, 0), np.float32) if found is None else np.asarray(found, np.float32)[None]
        views = () if found is None else (file.stem,)
        store_embedding(
            target, Embedding(self.encoder.name, self.encoder.digest, views, {"embedding": rows}), picture=mark
        )


def embed_faceid(ask: EmbedAsk) -> tuple[str, ...]:
    """Embed an entity's faces by a face encoder, `faceid:NAME`; without a name, by `insightface`.

    Raises:
        RequestRefused: no face is seen in its cut-outs.
        UnknownGenerator, MissingExtra, GenerationFailed: there is no such encoder, or it is not on this machine.
    """
    encoder = face_encoder(ask.model or DEFAULT)
    seen = {view: encoder.face(_with_room(read_rgb(file))) for view, file in ask.crops.items()}
    rows = {view: row for view, row in seen.items() if row is not None}
    if not rows:
        raise RequestRefused(f"{ask.name} sees no face in the pictures of {ask.sheet.stem}")
    stacked = np.stack(list(rows.values())).astype(np.float32)
    store_embedding(ask.target, Embedding(ask.name, encoder.digest, tuple(rows), {"embedding": stacked}))
    return ()


def _with_room(picture: Pixels) -> Pixels:
    """A picture with white around it."""
    tall, wide = (round(AROUND * side) for side in picture.shape[:2])
    return np.pad(picture, ((tall, tall), (wide, wide), (0, 0)), constant_values=PAPER)
