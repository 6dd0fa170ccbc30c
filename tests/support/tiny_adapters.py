"""Tiny real IP-Adapters for the tiny Stable Diffusion 1.5, and their picture encoder, in their authors' own layout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

EYES = 12
"""Dimensions of the picture encoder's projection."""
TOKENS = 4
FILE = "ip-adapter_sd15.safetensors"


def save_tiny_eyes(folder: Path, *, seed: int = 11) -> Path:
    """CLIP's vision model with its projection, 32 pixels wide, under `models/image_encoder`."""
    import torch
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(seed)
    config = CLIPVisionConfig(
        hidden_size=16, intermediate_size=32, num_hidden_layers=2, num_attention_heads=2, image_size=32, patch_size=8,
        projection_dim=EYES, initializer_range=0.3,
    )  # fmt: skip
    CLIPVisionModelWithProjection(config).save_pretrained(folder / "models" / "image_encoder")
    return folder


def save_tiny_ip(base: Path, folder: Path, *, seed: int = 12) -> Path:
    """IP-Adapter for a tiny base: a projection of the picture's vector to four tokens, keys and values per layer."""
    import torch
    from diffusers import UNet2DConditionModel
    from safetensors.torch import save_file

    torch.manual_seed(seed)
    unet = UNet2DConditionModel.from_pretrained(base, subfolder="unet")
    wide = unet.config.cross_attention_dim
    weights: dict[str, Any] = {
        "image_proj.proj.weight": torch.randn(TOKENS * wide, EYES),
        "image_proj.proj.bias": torch.zeros(TOKENS * wide),
        "image_proj.norm.weight": torch.ones(wide),
        "image_proj.norm.bias": torch.zeros(wide),
    }
    layers = [module for name, module in unet.named_modules() if name.endswith("attn2")]
    for index, layer in enumerate(layers):
        for what in ("to_k_ip", "to_v_ip"):
            weights[f"ip_adapter.{2 * index + 1}.{what}.weight"] = torch.randn(layer.inner_dim, wide)
    (folder / "models").mkdir(parents=True, exist_ok=True)
    save_file(weights, folder / "models" / FILE)
    return folder


def load_tiny_adapted(base: Path, adapters: Path, kind: type[Any]) -> Any:
    """A pipeline of a kind over a tiny base with its adapter, loaded as users load theirs."""
    pipeline = kind.from_pretrained(base, safety_checker=None, requires_safety_checker=False)
    pipeline.load_ip_adapter(str(adapters), subfolder="models", weight_name=FILE, image_encoder_folder=None)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline
