"""`storyreel fetch` gets the safetensors and configs of the pinned revision, nothing else; doctor then knows them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_hub import COMMIT, hub_of

from generators import models

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("huggingface_hub", reason="the diffusion extra is not installed")

ROOT = Path(__file__).parents[3]
PIPELINE = (
    "model_index.json", "unet/config.json", "unet/diffusion_pytorch_model.safetensors", "tokenizer/vocab.json",
    "tokenizer/merges.txt", "unet/diffusion_pytorch_model.bin", "unet/diffusion_pytorch_model.fp16.safetensors",
    "whole.safetensors", "whole.ckpt", "picture.png", "vae/diffusion_pytorch_model.non_ema.safetensors", "code.py",
)  # fmt: skip
WANTED = set(PIPELINE[:5])
ADAPTER = (
    "sdxl_models/ip-adapter-plus_sdxl_vit-h.safetensors", "sdxl_models/ip-adapter-plus_sdxl_vit-h.bin",
    "sdxl_models/ip-adapter_sdxl.safetensors", "models/image_encoder/config.json",
    "models/image_encoder/model.safetensors", "models/image_encoder/pytorch_model.bin",
)  # fmt: skip


@pytest.fixture
def served(tmp_path: Path) -> Path:
    for repository, names in (("tiny/base", PIPELINE), ("tiny/adapter", ADAPTER)):
        for name in names:
            path = tmp_path / "served" / repository / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(name.encode())
    return tmp_path / "served"


def cli(words: list[str], cache: Path, endpoint: str) -> subprocess.CompletedProcess[str]:
    own = {"HF_ENDPOINT": endpoint, "HF_HUB_CACHE": str(cache), "PYTHONPATH": str(ROOT), "HF_HUB_DISABLE_XET": "1"}
    kept = {key: value for key, value in os.environ.items() if key not in ("STORYREEL_OFFLINE", "HF_HUB_OFFLINE")}
    command = [sys.executable, "-m", "agent.cli", *words]
    return subprocess.run(command, env=kept | own, capture_output=True, text=True, check=False)


def test_what_is_fetched_is_what_is_needed_at_the_revision_that_is_named(
    served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    cache, roles = tmp_path / "hub", ["tiny/base", "tiny/adapter", "tiny/adapter", "tiny/adapter"]
    (served / "tiny/adapter/sdxl_models/ip-adapter-plus-face_sdxl_vit-h.safetensors").write_bytes(b"face")
    name = f"sdxl-ip:{','.join(f'{role}@{COMMIT}' for role in roles)}"
    monkeypatch.setenv("HF_HUB_CACHE", str(cache))
    assert [need.cached for need in models(name)] == [False] * 4
    with hub_of(served, asked) as endpoint:
        done = cli(["fetch", name], cache, endpoint)
        missing = cli(["fetch", "img2img:tiny/nowhere"], cache, endpoint)
    assert done.returncode == 0, done.stderr
    assert f"snapshots/{COMMIT}" in done.stdout
    assert {row.removeprefix("tiny/base/") for row in asked if row.startswith("tiny/base/")} == WANTED
    assert {row.removeprefix("tiny/adapter/") for row in asked if row.startswith("tiny/adapter/")} == {
        "sdxl_models/ip-adapter-plus_sdxl_vit-h.safetensors",
        "sdxl_models/ip-adapter-plus-face_sdxl_vit-h.safetensors",
        "models/image_encoder/config.json",
        "models/image_encoder/model.safetensors",
    }
    assert [need.cached for need in models(name)] == [True] * 4
    assert [need.cached for need in models("img2img:tiny/base@another")] == [False]
    assert missing.returncode != 0
    assert "tiny/nowhere cannot be fetched" in missing.stderr
