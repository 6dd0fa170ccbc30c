"""Tiny real embedders with random weights, saved as users have them: DINOv2 and CLIP in shape."""

from __future__ import annotations

from pathlib import Path


def save_tiny_dino(folder: Path) -> Path:
    """A DINOv2 of a few thousand weights."""
    import torch
    from transformers import Dinov2Config, Dinov2Model

    torch.manual_seed(1)
    config = Dinov2Config(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, image_size=224, patch_size=14)
    Dinov2Model(config).save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_vit(folder: Path) -> Path:
    """A ViT, which DINO is, of a few thousand weights."""
    import torch
    from transformers import ViTConfig, ViTModel

    torch.manual_seed(3)
    small = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    ViTModel(ViTConfig(**small, image_size=224, patch_size=16)).save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_clip(folder: Path) -> Path:
    """A CLIP of a few thousand weights, with a tokenizer."""
    import torch
    from tiny_models import tiny_tokenizer
    from transformers import CLIPConfig, CLIPModel

    torch.manual_seed(2)
    words = tiny_tokenizer(folder.with_name("clip_words"))
    small = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    text = {**small, "vocab_size": len(words), "max_position_embeddings": 24, "eos_token_id": words.eos_token_id}
    vision = {**small, "image_size": 64, "patch_size": 16}
    config = CLIPConfig(text_config=text, vision_config=vision, projection_dim=16)
    CLIPModel(config).save_pretrained(folder, safe_serialization=True)
    words.save_pretrained(folder)
    return folder
