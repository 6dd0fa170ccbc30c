"""Words, windows and ties of transformer pipelines: what reaches which frames, on tiny real ones."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny_table import TABLE

from generators import ShotSpec
from planners.prompting import TimedPrompt

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_dits import Stage, drawn  # noqa: E402

from generators.backends.diffusion import runtime  # noqa: E402

LONG = 24


def beats(*texts: str) -> tuple[TimedPrompt, ...]:
    share = 1 / len(texts)
    return tuple(TimedPrompt(start=i * share, end=(i + 1) * share, text=text) for i, text in enumerate(texts))


@pytest.fixture
def staged(spec: ShotSpec, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    drawn(tmp_path, LONG)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)

    def made(row: str) -> Stage:
        name = TABLE[row].save(SAVED.setdefault(row, tmp_path_factory.mktemp("models")))
        return Stage(row, lambda query: f"{name}&{query}" if query else name, spec, tmp_path)

    yield made
    runtime.forget()
    torch.set_num_threads(threads)


SAVED: dict[str, Path] = {}


def changes(a: Any, b: Any) -> list[float]:
    """Mean squared difference of two videos, latent frame by latent frame."""
    return [float(value) for value in (a - b).square().mean(dim=(0, 1, 3, 4))]


@pytest.mark.parametrize("row", ["wan-i2v", "wan-i2v#2.1", "wan-vace", "cogvideox-i2v"])
def test_a_beats_words_reach_its_latent_frames(row: str, staged: Any) -> None:
    stage = staged(row)
    cleans = [
        stage.video(stage.film("captions=segments", timed=beats("a fox runs", text))[1][0][1])
        for text in ("it sleeps", "a duck swims")
    ]
    changed = changes(*cleans)
    early, late = changed[0], changed[-1]
    assert late > 0
    assert early == 0 if row.startswith("wan-i2v") else early < 0.5 * late
