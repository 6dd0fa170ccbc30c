"""Tiny real SDXL with IP-Adapter Plus, for whole pictures and for faces; random weights, saved as users have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiny_flux2 import louder
from tiny_models import CHANNELS, tiny_tokenizer

WIDTH = 16
"""Of each text encoder and of the picture encoder."""
SIDE = 64
"""Native side in pixels."""


def save_tiny_sdxl(folder: Path, *, seed: int = 0, whole: str = "") -> Path:
    """A whole Stable Diffusion XL pipeline of a few thousand weights."""
    import torch
    from diffusers import DDIMScheduler, StableDiffusionXLPipeline
    from transformers import CLIPTextModel, CLIPTextModelWithProjection

    torch.manual_seed(seed)
    tokenizer = tiny_tokenizer(folder.with_name(folder.name + "_words"), whole=whole)
    text = tiny_text(tokenizer)
    pipeline = StableDiffusionXLPipeline(
        vae=tiny_vae(), text_encoder=CLIPTextModel(text), text_encoder_2=CLIPTextModelWithProjection(text),
        tokenizer=tokenizer, tokenizer_2=tokenizer, unet=tiny_unet(2 * WIDTH, WIDTH),
        scheduler=DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, steps_offset=1),
        add_watermarker=False,
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_sdxl_adapter(folder: Path) -> Path:
    """The adapter for whole pictures."""
    return tiny_adapter(tiny_unet(2 * WIDTH, WIDTH), folder, "sdxl_models/ip-adapter-plus_sdxl_vit-h.safetensors")


def save_tiny_sdxl_face(folder: Path) -> Path:
    """The adapter for faces."""
    file = "sdxl_models/ip-adapter-plus-face_sdxl_vit-h.safetensors"
    return tiny_adapter(tiny_unet(2 * WIDTH, WIDTH), folder, file, seed=3)


def save_tiny_sdxl_faceid(folder: Path, *, seed: int = 5) -> Path:
    """The adapter for vectors of a face encoder, in the layout of its authors, without their LoRA."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    groups = faceid_tensors(seed=seed)
    file = folder / "ip-adapter-faceid_sdxl.safetensors"
    save_file({f"{group}.{name}": value for group, rows in groups.items() for name, value in rows.items()}, file)
    return folder


def faceid_tensors(*, seed: int = 5, tokens: int = 4, told: int = 512) -> dict[str, dict[str, Any]]:
    """IP-Adapter FaceID's two groups of weights: from the vector to tokens, and keys and values by layer."""
    import torch

    torch.manual_seed(seed)
    unet = tiny_unet(2 * WIDTH, WIDTH)
    wide = unet.config.cross_attention_dim
    projection = {
        "proj.0.weight": torch.randn(2 * told, told), "proj.0.bias": torch.zeros(2 * told),
        "proj.2.weight": torch.randn(tokens * wide, 2 * told) / 16, "proj.2.bias": torch.zeros(tokens * wide),
        "norm.weight": torch.ones(wide), "norm.bias": torch.zeros(wide),
    }  # fmt: skip
    return {"image_proj": projection, "ip_adapter": _layers(unet)}


def tiny_adapter(
    unet: Any, folder: Path, file: str, *, seed: int = 1, wide: int = 64, tokens: int = 4, eyes: int = WIDTH
) -> Path:
    """IP-Adapter Plus for a UNet, in the layout of its authors: latents, a resampler, keys and values by layer."""
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(seed)
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    resampler = _resampler(unet.config.cross_attention_dim, wide=wide, tokens=tokens, eyes=eyes)
    weights = {f"image_proj.{name}": value for name, value in resampler.items()}
    weights |= {f"ip_adapter.{name}": value for name, value in _layers(unet).items()}
    save_file(weights, folder / file)
    return folder


def save_tiny_sdxl_controlnet(folder: Path, *, seed: int = 6) -> Path:
    """A ControlNet for the tiny pipeline whose outputs are not zero, as they are in one that was never trained."""
    import torch
    from diffusers import ControlNetModel

    torch.manual_seed(seed)
    net = ControlNetModel(
        in_channels=4, block_out_channels=CHANNELS, layers_per_block=1, norm_num_groups=4,
        cross_attention_dim=2 * WIDTH,
        attention_head_dim=4, use_linear_projection=True, addition_embed_type="text_time", addition_time_embed_dim=8,
        projection_class_embeddings_input_dim=WIDTH + 48, down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        conditioning_embedding_out_channels=(8, 16),
    )  # fmt: skip
    for block in (*net.controlnet_down_blocks, net.controlnet_mid_block, net.controlnet_cond_embedding.conv_out):
        torch.nn.init.normal_(block.weight, std=0.3)
    net.save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_encoder(folder: Path, *, seed: int = 2, where: str = "models/image_encoder") -> Path:
    """CLIP's vision model with its projection, at 32 pixels."""
    import torch
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(seed)
    config = CLIPVisionConfig(
        hidden_size=WIDTH, intermediate_size=32, num_hidden_layers=2, num_attention_heads=2, image_size=32,
        patch_size=8, projection_dim=WIDTH,
    )  # fmt: skip
    model = CLIPVisionModelWithProjection(config)
    louder(model, 10.0)
    model.save_pretrained(folder / where, safe_serialization=True)
    return folder


def tiny_text(tokenizer: Any) -> Any:
    """Configuration of a CLIP text encoder."""
    from transformers import CLIPTextConfig

    return CLIPTextConfig(
        vocab_size=len(tokenizer), hidden_size=WIDTH, intermediate_size=32, num_hidden_layers=2, num_attention_heads=2,
        max_position_embeddings=77, projection_dim=WIDTH, bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id,
    )  # fmt: skip


def tiny_unet(text: int, pooled: int, **more: Any) -> Any:
    """SDXL's UNet in shape: attention in its lower half alone, times and pooled words added."""
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        sample_size=SIDE // 2, in_channels=4, out_channels=4, block_out_channels=CHANNELS, layers_per_block=1,
        norm_num_groups=4, cross_attention_dim=text, attention_head_dim=4, use_linear_projection=True,
        addition_embed_type="text_time", addition_time_embed_dim=8, projection_class_embeddings_input_dim=pooled + 48,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        **more,
    )  # fmt: skip


def tiny_vae() -> Any:
    """A VAE that halves once."""
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        in_channels=3, out_channels=3, latent_channels=4, block_out_channels=CHANNELS, norm_num_groups=4,
        down_block_types=("DownEncoderBlock2D",) * 2, up_block_types=("UpDecoderBlock2D",) * 2,
    )  # fmt: skip


def _resampler(out: int, *, wide: int, tokens: int, eyes: int, deep: int = 4) -> dict[str, Any]:
    """Weights of the projection from the encoder's hidden states to a few tokens of the UNet's width."""
    import torch

    def normed(name: str, size: int) -> dict[str, Any]:
        return {f"{name}.weight": torch.ones(size), f"{name}.bias": torch.zeros(size)}

    rows = {"latents": torch.randn(1, tokens, wide), "proj_in.weight": torch.randn(wide, eyes),
            "proj_in.bias": torch.zeros(wide), "proj_out.weight": torch.randn(out, wide) / 8,
            "proj_out.bias": torch.zeros(out), **normed("norm_out", out)}  # fmt: skip
    for layer in range(deep):
        attention, feed = f"layers.{layer}.0", f"layers.{layer}.1"
        rows |= {
            **normed(f"{attention}.norm1", wide),
            **normed(f"{attention}.norm2", wide),
            **normed(f"{feed}.0", wide),
        }
        rows |= {
            f"{attention}.to_q.weight": torch.randn(wide, wide) / 8,
            f"{attention}.to_kv.weight": torch.randn(2 * wide, wide) / 4,
            f"{attention}.to_out.weight": torch.randn(wide, wide) / 4,
            f"{feed}.1.weight": torch.randn(4 * wide, wide) / 8,
            f"{feed}.3.weight": torch.randn(wide, 4 * wide) / 16,
        }
    return rows


def _layers(unet: Any) -> dict[str, Any]:
    """Keys and values for pictures, numbered as the authors number attention layers."""
    import torch

    rows, number = {}, 1
    width = unet.config.cross_attention_dim
    for name, module in unet.named_modules():
        if name.endswith("attn2"):
            rows[f"{number}.to_k_ip.weight"] = torch.randn(module.inner_dim, width) / 4
            rows[f"{number}.to_v_ip.weight"] = torch.randn(module.inner_dim, width)
            number += 2
    return rows
