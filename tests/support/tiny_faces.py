"""A small face encoder without weights: how a picture is coloured, as 512 numbers; a plain picture has no face."""

from __future__ import annotations

from pathlib import Path

import numpy as np

SIDE = 8
"""Of the grid on which colours are looked at."""
PLAIN = 2.0
"""Spread of colours below which a picture shows nobody."""


class TinyFaces:
    """The same for the same picture, whatever the machine."""

    name = "tiny-faces:1"
    digest = "sha256:of-no-weights"

    def face(self, picture: np.ndarray) -> np.ndarray | None:
        """A unit vector, (512,)."""
        values = picture.astype(np.float64)
        if values.std() < PLAIN:
            return None
        rows, columns = (np.linspace(0, side - 1, SIDE).astype(int) for side in picture.shape[:2])
        seen = values[np.ix_(rows, columns)].reshape(-1) / 255 - 0.5
        told = np.random.default_rng(1).normal(size=(512, seen.size)) @ seen
        return (told / np.linalg.norm(told)).astype(np.float32)


def install(folder: Path) -> None:
    """Write it as a package with an entry point, as others register theirs; `folder` must be on the path."""
    told = folder / "tiny_faces_package-1.0.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: tiny-faces-package\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[storyreel.face_encoders]\ntiny-faces = tiny_faces:TinyFaces\n")
