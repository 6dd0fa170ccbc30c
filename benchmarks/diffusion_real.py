"""Models of real size with random weights for `diffusion.py --real`: Stable Diffusion 1.5, SDXL, Wan VACE 1.3B.

Their shapes are those of the published configurations; nothing is downloaded, and the pictures show nothing. Wan's text
encoder has two of umT5-XXL's 24 layers, on both sides of the comparison. Tokenizers are the tests' own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

CLIP_L = {"hidden_size": 768, "intermediate_size": 3072, "num_hidden_layers": 12, "num_attention_heads": 12}
CLIP_G = {"hidden_size": 1280, "intermediate_size": 5120, "num_hidden_layers": 32, "num_attention_heads": 20}
VIT_H = {
    "hidden_size": 1280, "intermediate_size": 5120, "num_hidden_layers": 32, "num_attention_heads": 16,
    "image_size": 224, "patch_size": 14, "projection_dim": 1024,
}  # fmt: skip
SD_15 = {"sample_size": 64, "cross_attention_dim": 768, "attention_head_dim": 8}
SDXL = {
    "sample_size": 128, "block_out_channels": (320, 640, 1280), "cross_attention_dim": 2048,
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    "up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
    "transformer_layers_per_block": (1, 2, 10), "attention_head_dim": (5, 10, 20), "use_linear_projection": True,
    "addition_embed_type": "text_time", "addition_time_embed_dim": 256, "projection_class_embeddings_input_dim": 2816,
}  # fmt: skip
WAN_VACE = {
    "num_attention_heads": 12, "attention_head_dim": 128, "ffn_dim": 8960, "num_layers": 30,
    "vace_layers": list(range(0, 30, 2)), "vace_in_channels": 96,
}  # fmt: skip
UMT5 = {"d_model": 4096, "d_kv": 64, "d_ff": 10240, "num_heads": 64, "num_layers": 2, "vocab_size": 256384}
WORDS = 49408
"""Size of CLIP's vocabulary."""


@dataclass(frozen=True)
class RealModel:
    """One backend at real size."""

    backend: str
    savers: tuple[Callable[[Path], Path], ...]
    options: str
    makes: str
    size: tuple[int, int]
    fps: int
    frames: int


def real_cases(only: Sequence[str], folder: Path) -> Iterator[dict[str, Any]]:
    """Cases of `diffusion.Case`; the models of each are written when it is its turn."""
    for row in REAL:
        if only and row.backend not in only:
            continue
        places = [str(save(folder / row.backend / str(index))) for index, save in enumerate(row.savers)]
        name = f"{row.backend}:{','.join(places)}?{row.options}"
        yield {
            "label": row.backend, "name": name, "makes": row.makes, "size": row.size, "fps": row.fps,
            "frames": row.frames,
        }  # fmt: skip


@contextmanager
def made() -> Iterator[None]:
    """Models are made on the GPU, in half precision, with the same weights each time."""
    torch.manual_seed(0)
    torch.set_default_dtype(torch.bfloat16)
    try:
        with torch.device("cuda"):
            yield
    finally:
        torch.set_default_dtype(torch.float32)


def _text(tokenizer: Any, shape: Mapping[str, int], *, projected: bool = False) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        vocab_size=WORDS, max_position_embeddings=77, projection_dim=shape["hidden_size"],
        bos_token_id=tokenizer.bos_token_id, eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id,
        **shape,
    )  # fmt: skip
    return CLIPTextModelWithProjection(config) if projected else CLIPTextModel(config)


def _vae(side: int) -> Any:
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(128, 256, 512, 512), layers_per_block=2, latent_channels=4, sample_size=side,
    )  # fmt: skip


def save_sd_15(folder: Path) -> Path:
    """Stable Diffusion 1.5."""
    from diffusers import DDIMScheduler, StableDiffusionPipeline, UNet2DConditionModel
    from tiny_models import tiny_tokenizer

    tokenizer = tiny_tokenizer(folder.with_name("words"))
    with made():
        parts = {"unet": UNet2DConditionModel(**SD_15), "vae": _vae(512), "text_encoder": _text(tokenizer, CLIP_L)}
    scheduler = DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, steps_offset=1)
    StableDiffusionPipeline(
        **parts, tokenizer=tokenizer, scheduler=scheduler, safety_checker=None, feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder)  # fmt: skip
    return folder


def save_motion(folder: Path) -> Path:
    """AnimateDiff's motion adapter v1-5-2."""
    from diffusers import MotionAdapter

    with made():
        MotionAdapter(use_motion_mid_block=True, motion_max_seq_length=32).save_pretrained(folder)
    return folder


def save_sdxl(folder: Path) -> Path:
    """SDXL 1.0."""
    from diffusers import DDIMScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
    from tiny_models import tiny_tokenizer

    tokenizer = tiny_tokenizer(folder.with_name("words"))
    with made():
        parts = {"unet": UNet2DConditionModel(**SDXL), "vae": _vae(1024), "text_encoder": _text(tokenizer, CLIP_L)}
        second = _text(tokenizer, CLIP_G, projected=True)
    scheduler = DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, steps_offset=1)
    StableDiffusionXLPipeline(
        **parts, text_encoder_2=second, tokenizer=tokenizer, tokenizer_2=tokenizer, scheduler=scheduler,
        add_watermarker=False,
    ).save_pretrained(folder)  # fmt: skip
    return folder


def save_ip_plus(folder: Path, *, file: str = "ip-adapter-plus_sdxl_vit-h.safetensors") -> Path:
    """IP-Adapter Plus for SDXL."""
    from diffusers import UNet2DConditionModel
    from tiny_sdxl import tiny_adapter

    with torch.device("meta"):
        unet = UNet2DConditionModel(**SDXL)
    return tiny_adapter(unet, folder, f"sdxl_models/{file}", wide=1280, tokens=16, eyes=1280)


def save_ip_face(folder: Path) -> Path:
    """The same for faces."""
    return save_ip_plus(folder, file="ip-adapter-plus-face_sdxl_vit-h.safetensors")


def save_vit_h(folder: Path) -> Path:
    """The picture encoder of both."""
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    with made():
        CLIPVisionModelWithProjection(CLIPVisionConfig(**VIT_H)).save_pretrained(folder / "models/image_encoder")
    return folder


def save_wan_vace(folder: Path) -> Path:
    """Wan VACE 1.3B."""
    from diffusers import (
        AutoencoderKLWan,
        FlowMatchEulerDiscreteScheduler,
        WanVACEPipeline,
        WanVACETransformer3DModel,
    )
    from tiny_text import tiny_t5_tokenizer
    from transformers import UMT5Config, UMT5EncoderModel

    with made():
        parts = {"transformer": WanVACETransformer3DModel(**WAN_VACE), "vae": AutoencoderKLWan()}
        encoder = UMT5EncoderModel(UMT5Config(feed_forward_proj="gated-gelu", **UMT5))
    scheduler = FlowMatchEulerDiscreteScheduler(shift=3.0)
    WanVACEPipeline(**parts, text_encoder=encoder, tokenizer=tiny_t5_tokenizer(), scheduler=scheduler).save_pretrained(
        folder
    )
    return folder


REAL = (
    RealModel(
        "animatediff", (save_sd_15, save_motion), "steps=25&strength=1&memory=plain", "shots", (1280, 720), 8, 16
    ),
    RealModel(
        "sdxl-ip", (save_sdxl, save_ip_plus, save_ip_face, save_vit_h), "steps=30&strength=1&memory=plain", "images",
        (1280, 720), 24, 24,
    ),
    RealModel("wan-vace", (save_wan_vace,), "steps=10&memory=plain", "shots", (832, 480), 16, 81),
)  # fmt: skip
