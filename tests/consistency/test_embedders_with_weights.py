"""Embedders with weights: tiny random models, saved as users have them, loaded, compared."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from consistency.alignment import clipsim
from consistency.crops import Crop
from consistency.embedders import TextEmbedder, UnknownEmbedder, embedder
from consistency.flow import UnknownFlow, flow

pytest.importorskip("torch", reason="embedders with weights need the extra `diffusion`")
pytest.importorskip("transformers", reason="embedders with weights need the extra `diffusion`")


def crop(seed: int, size: tuple[int, int] = (90, 50)) -> Crop:
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, 255, (size[0] // 10, size[1] // 10, 3), np.uint8)
    return Crop(np.kron(blocks, np.ones((10, 10, 1), np.uint8)).astype(np.uint8), np.ones(size, bool), "given")


@pytest.fixture(scope="module")
def dino(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from transformers import Dinov2Config, Dinov2Model

    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("dino")
    config = Dinov2Config(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, image_size=224, patch_size=14)
    Dinov2Model(config).save_pretrained(folder, safe_serialization=True)
    return folder


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from tiny_models import tiny_tokenizer
    from transformers import CLIPConfig, CLIPModel

    torch.manual_seed(2)
    folder = tmp_path_factory.mktemp("clip")
    words = tiny_tokenizer(folder.with_name("clip_words"))
    small = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    text = {**small, "vocab_size": len(words), "max_position_embeddings": 24, "eos_token_id": words.eos_token_id}
    vision = {**small, "image_size": 64, "patch_size": 16}
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=16)
    CLIPModel(config).save_pretrained(folder, safe_serialization=True)
    words.save_pretrained(folder)
    return folder


def test_dino_loads_from_a_folder_and_knows_a_picture_again(dino: Path) -> None:
    made = embedder(f"dinov2:{dino}")
    a, b, c = made.embed([crop(1), crop(1), crop(2)])
    assert made.similarity(a, b) == pytest.approx(1, abs=1e-5)
    assert made.similarity(a, c) < 0.9999
    assert made.embed([]) == []


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


def test_a_flow_without_its_library_or_weights_is_named() -> None:
    with pytest.raises(UnknownFlow, match=r"torchvision|weights"):
        flow("raft")
