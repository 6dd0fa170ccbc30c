"""Embedders with weights: tiny random models, saved as users have them, loaded, compared."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from consistency.alignment import clipsim
from consistency.crops import Crop
from consistency.embedders import FaceEmbedder, TextEmbedder, UnknownEmbedder, embedder
from consistency.flow import UnknownFlow, flow

pytest.importorskip("torch", reason="embedders with weights need the extra `diffusion`")
pytest.importorskip("transformers", reason="embedders with weights need the extra `diffusion`")
from tiny_embedders import save_tiny_clip, save_tiny_dino, save_tiny_vit


def crop(seed: int, size: tuple[int, int] = (90, 50)) -> Crop:
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, 255, (size[0] // 10, size[1] // 10, 3), np.uint8)
    return Crop(np.kron(blocks, np.ones((10, 10, 1), np.uint8)).astype(np.uint8), np.ones(size, bool), "given")


@pytest.fixture(scope="module")
def dino(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_dino(tmp_path_factory.mktemp("dino"))


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_clip(tmp_path_factory.mktemp("clip"))


def test_dino_loads_from_a_folder_and_knows_a_picture_again(dino: Path) -> None:
    made = embedder(f"dinov2:{dino}")
    a, b, c = made.embed([crop(1), crop(1), crop(2)])
    assert made.similarity(a, b) == pytest.approx(1, abs=1e-5)
    assert made.similarity(a, c) < 0.9999
    assert made.embed([]) == []


def test_dino_of_vbench_loads_too(tmp_path: Path) -> None:
    made = embedder(f"dino:{save_tiny_vit(tmp_path / 'vit')}")
    a, b = made.embed([crop(1), crop(2)])
    assert (made.name, made.similarity(a, a)) == ("dino", pytest.approx(1, abs=1e-5))
    assert made.similarity(a, b) < 0.9999


def test_what_is_masked_does_not_reach_the_model(dino: Path) -> None:
    made = embedder(f"dinov2:{dino}")
    half = np.ones((90, 50), bool)
    half[:, 25:] = False
    left, other = crop(1), crop(2)
    mixed = np.where(half[..., None], left.pixels, other.pixels)
    a, b = made.embed([Crop(left.pixels, half, "given"), Crop(mixed, half, "given")])
    assert made.similarity(a, b) == pytest.approx(1, abs=1e-5)


def test_clip_brings_pictures_and_texts_into_one_space(clip: Path) -> None:
    made = embedder(f"clip:{clip}")
    assert isinstance(made, TextEmbedder)
    frames = [crop(1, (90, 160)).pixels, crop(2, (90, 160)).pixels]
    one, other = (clipsim(frames, text, made) for text in ("a b c", "x y z"))
    assert one != other
    assert all(-1 <= value <= 1 for value in (one, other))
    (vector,) = made.embed([crop(1)])
    assert vector.shape == made.embed_texts(["a" * 400])[0].shape


def test_the_offline_embedder_knows_no_texts() -> None:
    assert not isinstance(embedder(), TextEmbedder)


def test_a_face_recogniser_sees_the_head_and_leaves_out_what_is_too_small(dino: Path) -> None:
    made = embedder(f"face:{dino}")
    body = crop(1, (120, 60))
    recoloured = Crop(body.pixels.copy(), body.mask, "given")
    recoloured.pixels[60:] = 0
    tiny = Crop(body.pixels[:20, :20], body.mask[:20, :20], "given")
    a, b, none = made.embed([body, recoloured, tiny])
    assert made.similarity(a, b) == pytest.approx(1, abs=1e-5)
    assert none is None


@pytest.mark.parametrize("name", ["dinov2:/nowhere", "clip:/nowhere", "face:/nowhere", "face"])
def test_weights_that_are_not_there_are_named(name: str) -> None:
    with pytest.raises(UnknownEmbedder, match="weights are not on this machine"):
        embedder(name)


def test_a_flow_without_its_weights_is_named() -> None:
    with pytest.raises(UnknownFlow, match="weights are not on this machine"):
        flow("raft")


def test_faces_without_a_detector_are_heads_of_figures_and_whole_frames_are_not_judged(
    dino: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STORYREEL_FACE_DETECTOR", str(tmp_path / "none.onnx"))
    assert isinstance(embedder(f"face:{dino}"), FaceEmbedder)
    assert not embedder(f"face:{dino}").finds
    with pytest.raises(UnknownEmbedder, match="no detector at"):
        embedder(f"face:{dino},{tmp_path}/lost.onnx")
