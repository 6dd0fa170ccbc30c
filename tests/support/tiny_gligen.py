"""A tiny real GLIGEN pipeline with random weights: boxes, phrases and pictures of entities into Stable Diffusion."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from tiny_flux2 import louder
from tiny_models import CHANNELS, SIDE, tiny_tokenizer

WIDTH = 16
"""Of the text encoder, the picture encoder, and what the grounding takes."""


def save_tiny_gligen(folder: Path, *, seed: int = 0, whole: str = "") -> Path:
    """A whole StableDiffusionGLIGENTextImagePipeline; its gates, which begin at 0, are opened."""
    import torch
    from diffusers import StableDiffusionGLIGENTextImagePipeline
    from transformers import CLIPProcessor

    torch.manual_seed(seed)
    tokenizer = tiny_tokenizer(folder.with_name(folder.name + "_words"), whole=whole)
    images = tiny_image_processor()
    pipeline = StableDiffusionGLIGENTextImagePipeline(
        **_models(tokenizer), tokenizer=tokenizer, processor=CLIPProcessor(images, tokenizer), safety_checker=None,
        feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    for name, weight in pipeline.unet.named_parameters():
        if name.endswith(("alpha_attn", "alpha_dense")):
            weight.data.fill_(2.0)
    louder(pipeline.unet.position_net, 3.0)
    louder(pipeline.unet, 4.0, "fuser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def _models(tokenizer: Any) -> dict[str, Any]:
    from diffusers import AutoencoderKL, DDIMScheduler, UNet2DConditionModel
    from diffusers.pipelines.stable_diffusion.clip_image_project_model import CLIPImageProjection
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPVisionConfig, CLIPVisionModelWithProjection

    text = CLIPTextConfig(
        vocab_size=len(tokenizer), hidden_size=WIDTH, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
        max_position_embeddings=77, projection_dim=WIDTH, bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id,
    )  # fmt: skip
    sight = CLIPVisionConfig(
        hidden_size=WIDTH, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2, image_size=32,
        patch_size=8, projection_dim=WIDTH,
    )  # fmt: skip
    unet = UNet2DConditionModel(
        sample_size=SIDE // 2, in_channels=4, out_channels=4, block_out_channels=CHANNELS, layers_per_block=1,
        norm_num_groups=4, cross_attention_dim=WIDTH, attention_head_dim=4, attention_type="gated-text-image",
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"), up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
    )  # fmt: skip
    vae = AutoencoderKL(
        in_channels=3, out_channels=3, latent_channels=4, block_out_channels=CHANNELS, norm_num_groups=4,
        down_block_types=("DownEncoderBlock2D",) * 2, up_block_types=("UpDecoderBlock2D",) * 2,
    )  # fmt: skip
    return {
        "unet": unet,
        "vae": vae,
        "text_encoder": CLIPTextModel(text),
        "image_encoder": CLIPVisionModelWithProjection(sight),
        "image_project": CLIPImageProjection(hidden_size=WIDTH),
        "scheduler": DDIMScheduler(beta_schedule="linear", clip_sample=False, steps_offset=1),
    }


def tiny_image_processor() -> Any:
    """CLIP's preparation of pictures at 32 pixels."""
    from transformers import CLIPImageProcessor

    return CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
