"""Owns embedders by name: what turns crops, frames or texts into vectors that can be compared.

The default works offline on the CPU; the others load weights that are on this machine. Does not know: what is compared.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from consistency.crops import Crop

Vector = npt.NDArray[np.float32]

DEFAULT = "figure-parts@2"
GROUND = "palette-ground@1"
"""The default for whole frames and places."""
EMBEDDERS: dict[str, str] = {
    GROUND: "consistency.palette:PaletteGround",
    DEFAULT: "consistency.figure:FigureParts",
    "dinov2": "consistency.backends.vision:DinoV2",
    "dino": "consistency.backends.vision:Dino",
    "clip": "consistency.backends.vision:Clip",
    "face": "consistency.backends.face:Face",
    "vgg19": "consistency.backends.vgg:Vgg19",
}
"""Name of each embedder -> module:class."""


class UnknownEmbedder(ValueError):
    """No embedder has this name, or what it needs is not on this machine."""


@runtime_checkable
class Embedder(Protocol):
    """Turns crops into vectors."""

    name: str

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        """One vector per crop; None where there is nothing that it could judge (no face)."""
        ...

    def similarity(self, a: Vector, b: Vector) -> float:
        """How alike two vectors are, at most 1; 1 for the same."""
        ...


@runtime_checkable
class FaceEmbedder(Embedder, Protocol):
    """An embedder of faces."""

    @property
    def finds(self) -> bool:
        """Whether it looks for the face in the picture; else it takes the upper part of a figure."""
        ...


@runtime_checkable
class TextEmbedder(Embedder, Protocol):
    """An embedder that knows texts too, in the same space."""

    def embed_texts(self, texts: Sequence[str]) -> list[Vector]:
        """One vector per text."""
        ...


def embedder(name: str = DEFAULT, **options: str) -> Embedder:
    """The embedder called `name`.

    Args:
        name: A name of `EMBEDDERS`; after a colon the folder or cached repository of its weights: `clip:/models/b32`.
        **options: `detector`, for faces.

    Raises:
        UnknownEmbedder: there is none, or what it needs is not on this machine.
    """
    base, _, model = name.partition(":")
    if base not in EMBEDDERS:
        raise UnknownEmbedder(f"no embedder {name!r}; there are {', '.join(EMBEDDERS)}")
    module, _, member = EMBEDDERS[base].partition(":")
    try:
        made: Embedder = getattr(importlib.import_module(module), member)(
            **options, **({"model": model} if model else {})
        )
    except ImportError as error:
        raise UnknownEmbedder(f'embedder {name!r} needs {error.name}: pip install "storyreel[diffusion]"') from error
    except OSError as error:
        raise UnknownEmbedder(f"embedder {name!r}: its weights are not on this machine ({error})") from error
    return made


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two vectors, -1..1."""
    return float(a @ b / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9))
