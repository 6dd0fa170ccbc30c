"""A tiny real Qwen-Image-Edit pipeline with random weights, saved as users have it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tiny_flux2 import louder, tiny_qwen_tokenizer

WIDTH = 16
"""Of the text encoder."""


def save_tiny_qwen_edit(folder: Path, *, seed: int = 0) -> Path:
    """The parts of a QwenImageEditPlusPipeline and its index; its VAE halves four times, so that tokens are few."""
    import torch
    from diffusers import AutoencoderKLQwenImage, FlowMatchEulerDiscreteScheduler, QwenImageTransformer2DModel
    from transformers import Qwen2VLImageProcessor

    torch.manual_seed(seed)
    tokenizer = tiny_qwen_tokenizer()
    vae = AutoencoderKLQwenImage(
        base_dim=4, z_dim=4, dim_mult=[1, 1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False] * 4,
        latents_mean=[0.0] * 4, latents_std=[1.0] * 4,
    )  # fmt: skip
    transformer = QwenImageTransformer2DModel(
        in_channels=16, out_channels=4, num_layers=1, attention_head_dim=16, num_attention_heads=1,
        joint_attention_dim=WIDTH, axes_dims_rope=(4, 6, 6),
    )  # fmt: skip
    louder(transformer, 6.0)
    louder(vae, 8.0, "encoder.conv_out")
    parts: dict[str, Any] = {
        "scheduler": FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True), "vae": vae,
        "text_encoder": _text(tokenizer), "tokenizer": tokenizer, "transformer": transformer,
    }  # fmt: skip
    for name, part in parts.items():
        part.save_pretrained(folder / name)
    processor = folder / "processor"
    tokenizer.save_pretrained(processor)
    Qwen2VLImageProcessor(min_pixels=28 * 28, max_pixels=56 * 56).save_pretrained(processor)
    index = {name: [type(part).__module__.split(".")[0], type(part).__name__] for name, part in parts.items()}
    index |= {"processor": ["transformers", "Qwen2VLProcessor"], "_class_name": "QwenImageEditPlusPipeline"}
    (folder / "model_index.json").write_text(json.dumps(index))
    return folder


def _text(tokenizer: Any) -> Any:
    """Qwen2.5-VL: words and pictures in, hidden states out."""
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    names = ("image_pad", "video_pad", "vision_start", "vision_end")
    marks = {name: tokenizer.convert_tokens_to_ids(f"<|{name}|>") for name in names}
    config = Qwen2_5_VLConfig(
        text_config={
            "vocab_size": len(tokenizer), "hidden_size": WIDTH, "intermediate_size": 32, "num_hidden_layers": 2,
            "num_attention_heads": 2, "num_key_value_heads": 2, "max_position_embeddings": 4096,
            "rope_parameters": {"rope_type": "default", "mrope_section": [1, 1, 2], "rope_theta": 10000.0},
        },
        vision_config={
            "depth": 1, "hidden_size": 16, "intermediate_size": 32, "num_heads": 2, "out_hidden_size": WIDTH,
            "patch_size": 14, "fullatt_block_indexes": [0],
        },
        image_token_id=marks["image_pad"], video_token_id=marks["video_pad"],
        vision_start_token_id=marks["vision_start"], vision_end_token_id=marks["vision_end"],
    )  # fmt: skip
    return Qwen2_5_VLForConditionalGeneration(config)
