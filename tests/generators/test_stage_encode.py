"""The encoder: what it leaves behind when things go well and when they do not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generators import GenerationFailed, RequestRefused
from generators.backends.animatic.encode import ClipWriter

FRAME = np.full((180, 320, 4), 120, np.uint8)


def test_odd_sizes_are_refused() -> None:
    with pytest.raises(RequestRefused, match="321x180"):
        ClipWriter(Path("x.mp4"), size=(321, 180), fps=12)


def test_an_error_while_drawing_leaves_no_file(tmp_path: Path) -> None:
    def interrupted() -> None:
        with ClipWriter(tmp_path / "x.mp4", size=(320, 180), fps=12) as clip:
            clip.write(FRAME)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_a_failing_encoder_says_why(tmp_path: Path) -> None:
    def broken() -> None:
        (tmp_path / ".x.part.mp4").mkdir()
        with ClipWriter(tmp_path / "x.mp4", size=(320, 180), fps=12) as clip:
            for _ in range(200):
                clip.write(FRAME)

    with pytest.raises(GenerationFailed, match=r"x\.mp4"):
        broken()
    assert not (tmp_path / "x.mp4").exists()
