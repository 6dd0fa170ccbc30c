"""A tiny real Stable Video Diffusion pipeline with random weights, saved as users have it."""

from __future__ import annotations

from pathlib import Path


def save_tiny_svd(folder: Path, *, seed: int = 2) -> Path:
    """UNet over space and time, a VAE with a temporal decoder that halves once, and CLIP's picture encoder."""
    import torch
    from diffusers import (
        AutoencoderKLTemporalDecoder,
        EulerDiscreteScheduler,
        StableVideoDiffusionPipeline,
        UNetSpatioTemporalConditionModel,
    )
    from transformers import CLIPImageProcessor, CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(seed)
    unet = UNetSpatioTemporalConditionModel(
        sample_size=16, block_out_channels=(32, 64), layers_per_block=1, num_attention_heads=2, num_frames=9,
        cross_attention_dim=16, addition_time_embed_dim=8, projection_class_embeddings_input_dim=24,
        down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
        up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
    )  # fmt: skip
    vae = AutoencoderKLTemporalDecoder(
        block_out_channels=(32, 32), latent_channels=4, down_block_types=("DownEncoderBlock2D",) * 2
    )
    eyes = CLIPVisionConfig(
        hidden_size=16, intermediate_size=32, projection_dim=16, num_hidden_layers=1, num_attention_heads=2,
        image_size=224, patch_size=56,
    )  # fmt: skip
    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", interpolation_type="linear",
        prediction_type="v_prediction", sigma_min=0.002, sigma_max=700.0, steps_offset=1, timestep_spacing="leading",
        timestep_type="continuous", use_karras_sigmas=True,
    )  # fmt: skip
    pipeline = StableVideoDiffusionPipeline(
        vae=vae, image_encoder=CLIPVisionModelWithProjection(eyes), unet=unet, scheduler=scheduler,
        feature_extractor=CLIPImageProcessor(crop_size=224, size=224),
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder
