"""Models that are read from one file: their sums are those of torchvision, and refusals are named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from random_weights import raft_weights, vgg_weights
from small_clips import rolling

from consistency.crops import Crop
from consistency.embedders import Embedder, UnknownEmbedder, embedder
from consistency.flow import Flow, UnknownFlow, flow
from consistency.footage import clip_of
from consistency.motion import dynamics

pytest.importorskip("torch", reason="models with weights need the extra `diffusion`")
from safetensors.numpy import save_file


@pytest.fixture(scope="module")
def raft(tmp_path_factory: pytest.TempPathFactory) -> Flow:
    file = tmp_path_factory.mktemp("raft") / "raft.safetensors"
    save_file(raft_weights(), file)
    return flow(f"raft:{file}")


@pytest.fixture(scope="module")
def vgg(tmp_path_factory: pytest.TempPathFactory) -> Embedder:
    file = tmp_path_factory.mktemp("vgg") / "vgg.safetensors"
    save_file(vgg_weights(), file)
    return embedder(f"vgg19:{file}")


def blocks(seed: int, rows: int, columns: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.kron(rng.integers(0, 255, (rows, columns, 3)), np.ones((8, 8, 1))).astype(np.uint8)


def test_raft_gives_the_field_that_torchvision_gives_with_the_same_weights(raft: Flow) -> None:
    here = blocks(0, 17, 20)
    field = raft.between(here, np.roll(here, 3, 1))
    assert field.shape == (136, 160, 2)
    assert field.mean(axis=(0, 1)) == pytest.approx([-8.960422, 9.944521], rel=1e-3)
    assert field[20, 30] == pytest.approx([0.4066032, 11.283063], rel=1e-3)
    assert field[100, 140] == pytest.approx([-8.680859, 5.5739517], rel=1e-3)


def test_raft_measures_a_small_clip_of_odd_size(raft: Flow) -> None:
    frames = rolling()[:4, :101, :147]
    curve = dynamics(clip_of(frames, fps=8), raft).curve
    assert len(curve) == 3
    assert np.isfinite(curve).all()


def test_vgg_gives_the_map_that_torchvision_gives_with_the_same_weights(vgg: Embedder) -> None:
    picture = blocks(1, 28, 28)
    (found,) = vgg.embed([Crop(picture, np.ones((224, 224), bool), "none")])
    assert found is not None
    assert found.shape == (802816,)
    assert (found.min(), (found > 0).mean()) == (0, pytest.approx(0.5, abs=0.2))
    assert (float(found.mean()), float(found.std())) == pytest.approx((0.8840302, 1.3824211), rel=1e-4)


def test_a_file_of_something_else_is_refused_by_name(tmp_path: Path) -> None:
    save_file({"weight": np.zeros(3, np.float32)}, tmp_path / "other.safetensors")
    (tmp_path / "no.safetensors").write_bytes(b"hello")
    for file in ("other", "no", "nowhere"):
        with pytest.raises(UnknownFlow, match=file):
            flow(f"raft:{tmp_path}/{file}.safetensors")
        with pytest.raises(UnknownEmbedder, match=file):
            embedder(f"vgg19:{tmp_path}/{file}.safetensors")
