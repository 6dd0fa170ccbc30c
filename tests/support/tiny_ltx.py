"""A tiny real LTX-Video pipeline with random weights, saved as users have it."""

from __future__ import annotations

from pathlib import Path

from tiny_flux2 import louder
from tiny_text import WIDTH, near_sighted, tiny_t5

LATENT = 8


def save_tiny_ltx(folder: Path, *, seed: int = 6) -> Path:
    """A transformer of one layer, and a VAE with the real factors: 32 in space, 8 in time."""
    import torch
    from diffusers import (
        AutoencoderKLLTXVideo,
        FlowMatchEulerDiscreteScheduler,
        LTXConditionPipeline,
        LTXVideoTransformer3DModel,
    )

    torch.manual_seed(seed)
    encoder, tokenizer = tiny_t5()
    transformer = LTXVideoTransformer3DModel(
        in_channels=LATENT, out_channels=LATENT, num_attention_heads=2, attention_head_dim=8, cross_attention_dim=16,
        num_layers=1, caption_channels=WIDTH,
    )  # fmt: skip
    louder(transformer, 3.0)
    near_sighted(transformer, "attn1.to_out", by=0.3)
    vae = AutoencoderKLLTXVideo(
        latent_channels=LATENT, block_out_channels=(8,) * 4, decoder_block_out_channels=(8,) * 4,
        layers_per_block=(1,) * 5, decoder_layers_per_block=(1,) * 5, timestep_conditioning=True,
    )  # fmt: skip
    louder(vae, 1.5)
    pipeline = LTXConditionPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(), vae=vae, text_encoder=encoder, tokenizer=tokenizer,
        transformer=transformer,
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder
