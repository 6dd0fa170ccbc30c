"""Tiny real CogVideoX image-to-video pipelines with random weights, saved as users have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiny_flux2 import louder
from tiny_text import WIDTH, momentary, near_sighted, tiny_t5

LATENT = 4


def save_tiny_cogvideox(folder: Path, *, seed: int = 7) -> Path:
    """With rotary places: any size."""
    return _save(folder, seed, use_rotary_positional_embeddings=True)


def save_tiny_cogvideox_fixed(folder: Path, *, seed: int = 8) -> Path:
    """With learned places: pictures of 96 x 64 pixels alone."""
    return _save(folder, seed, use_rotary_positional_embeddings=True, use_learned_positional_embeddings=True)


def save_tiny_cogvideox_15(folder: Path, *, seed: int = 12) -> Path:
    """CogVideoX 1.5: two latent frames stand as one, and the first may be there to fill up."""
    return _save(folder, seed, use_rotary_positional_embeddings=True, patch_size_t=2, ofs_embed_dim=8, time_embed_dim=8)


def _save(folder: Path, seed: int, **places: Any) -> Path:
    import torch
    from diffusers import (
        AutoencoderKLCogVideoX,
        CogVideoXDDIMScheduler,
        CogVideoXImageToVideoPipeline,
        CogVideoXTransformer3DModel,
    )

    torch.manual_seed(seed)
    encoder, tokenizer = tiny_t5()
    places.setdefault("time_embed_dim", 8)
    transformer = CogVideoXTransformer3DModel(
        num_attention_heads=2, attention_head_dim=16, in_channels=2 * LATENT, out_channels=LATENT,
        text_embed_dim=WIDTH, num_layers=1, sample_width=12, sample_height=8, sample_frames=9, patch_size=2, **places,
    )  # fmt: skip
    louder(transformer, 3.0)
    near_sighted(transformer, "attn1.to_out", by=0.3)
    vae = AutoencoderKLCogVideoX(
        block_out_channels=(8,) * 4, latent_channels=LATENT, layers_per_block=1, norm_num_groups=4,
        down_block_types=("CogVideoXDownBlock3D",) * 4, up_block_types=("CogVideoXUpBlock3D",) * 4,
    )  # fmt: skip
    momentary(vae)
    pipeline = CogVideoXImageToVideoPipeline(
        tokenizer=tokenizer, text_encoder=encoder, vae=vae, transformer=transformer,
        scheduler=CogVideoXDDIMScheduler(),
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder
