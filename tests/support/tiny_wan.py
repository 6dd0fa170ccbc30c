"""Tiny real Wan pipelines with random weights, saved as users have them: 2.2 and 2.1 image-to-video, and VACE."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiny_flux2 import louder
from tiny_text import WIDTH, momentary, near_sighted, tiny_t5

LATENT = 4


def _vae() -> Any:
    """A VAE that halves twice in space and twice in time."""
    from diffusers import AutoencoderKLWan

    vae = AutoencoderKLWan(
        base_dim=8, z_dim=LATENT, dim_mult=[1, 1, 1], num_res_blocks=1, temperal_downsample=[True, True],
        latents_mean=[0.0] * LATENT, latents_std=[1.0] * LATENT, scale_factor_temporal=4, scale_factor_spatial=4,
    )  # fmt: skip
    louder(vae, 1.5)
    momentary(vae.encoder, "time_conv")
    momentary(vae.decoder)
    return vae


def _shape(channels: int) -> dict[str, Any]:
    return {
        "patch_size": (1, 2, 2), "num_attention_heads": 2, "attention_head_dim": 12, "in_channels": channels,
        "out_channels": LATENT, "text_dim": WIDTH, "freq_dim": 32, "ffn_dim": 32, "num_layers": 2,
        "cross_attn_norm": True, "rope_max_seq_len": 64,
    }  # fmt: skip


def _common() -> dict[str, Any]:
    from diffusers import FlowMatchEulerDiscreteScheduler

    encoder, tokenizer = tiny_t5(multilingual=True)
    scheduler = FlowMatchEulerDiscreteScheduler(shift=3.0)
    return {"vae": _vae(), "text_encoder": encoder, "tokenizer": tokenizer, "scheduler": scheduler}


def _transformer(channels: int, **more: Any) -> Any:
    from diffusers import WanTransformer3DModel

    model = WanTransformer3DModel(**_shape(channels), **more)
    louder(model, 3.0)
    near_sighted(model, "attn1.to_out")
    return model


def save_tiny_wan(folder: Path, *, seed: int = 3) -> Path:
    """Wan 2.2 image-to-video: one transformer for the noisy steps, one for the others, no picture encoder."""
    import torch
    from diffusers import WanImageToVideoPipeline

    torch.manual_seed(seed)
    channels = 2 * LATENT + 4
    pipeline = WanImageToVideoPipeline(
        **_common(), transformer=_transformer(channels), transformer_2=_transformer(channels), boundary_ratio=0.9,
        image_encoder=None, image_processor=None,
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_wan_21(folder: Path, *, seed: int = 4) -> Path:
    """Wan 2.1 image-to-video: CLIP sees the first picture, and the model knows no last one."""
    import torch
    from diffusers import WanImageToVideoPipeline
    from transformers import CLIPImageProcessorPil, CLIPVisionConfig, CLIPVisionModel

    torch.manual_seed(seed)
    eyes = CLIPVisionConfig(
        hidden_size=8, intermediate_size=16, num_hidden_layers=2, num_attention_heads=2, image_size=32, patch_size=16
    )
    pipeline = WanImageToVideoPipeline(
        **_common(), transformer=_transformer(2 * LATENT + 4, image_dim=8, added_kv_proj_dim=24),
        image_encoder=CLIPVisionModel(eyes), image_processor=CLIPImageProcessorPil(crop_size=32, size=32),
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_vace(folder: Path, *, seed: int = 5) -> Path:
    """Wan VACE: a control clip with masks, and reference pictures."""
    import torch
    from diffusers import WanVACEPipeline, WanVACETransformer3DModel

    torch.manual_seed(seed)
    masks = 4 * 4
    transformer = WanVACETransformer3DModel(**_shape(LATENT), vace_layers=[0, 1], vace_in_channels=2 * LATENT + masks)
    louder(transformer, 3.0)
    near_sighted(transformer, "attn1.to_out", by=0.3)
    WanVACEPipeline(**_common(), transformer=transformer).save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_wan_t2v(folder: Path, *, seed: int = 11) -> Path:
    """Wan text-to-video."""
    import torch
    from diffusers import WanPipeline

    torch.manual_seed(seed)
    WanPipeline(**_common(), transformer=_transformer(LATENT)).save_pretrained(folder, safe_serialization=True)
    return folder
