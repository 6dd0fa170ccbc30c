"""A tiny real FLUX.2 [klein] pipeline with random weights, saved as users have it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

LAYERS = 27
"""Of the text encoder: the pipeline reads its hidden states 9, 18 and 27."""
CHAT = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n"
)


def save_tiny_flux2(folder: Path, *, seed: int = 0) -> Path:
    """A whole Flux2KleinPipeline of a few thousand weights; its VAE halves twice."""
    import torch
    from diffusers import (
        AutoencoderKLFlux2,
        FlowMatchEulerDiscreteScheduler,
        Flux2KleinPipeline,
        Flux2Transformer2DModel,
    )
    from transformers import Qwen3Config, Qwen3ForCausalLM

    torch.manual_seed(seed)
    tokenizer = tiny_qwen_tokenizer()
    tokenizer.chat_template = CHAT
    text = Qwen3Config(
        vocab_size=len(tokenizer), hidden_size=8, intermediate_size=16, num_hidden_layers=LAYERS,
        num_attention_heads=1, num_key_value_heads=1, head_dim=8, max_position_embeddings=1024,
    )  # fmt: skip
    transformer = Flux2Transformer2DModel(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=1,
        joint_attention_dim=24, timestep_guidance_channels=16, axes_dims_rope=(4, 4, 4, 4), guidance_embeds=False,
    )  # fmt: skip
    louder(transformer, 3.0)
    vae = AutoencoderKLFlux2(
        block_out_channels=(4, 8, 8), latent_channels=4, norm_num_groups=4, layers_per_block=1,
        down_block_types=("DownEncoderBlock2D",) * 3, up_block_types=("UpDecoderBlock2D",) * 3,
        mid_block_add_attention=False,
    )  # fmt: skip
    pipeline = Flux2KleinPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True), vae=vae, tokenizer=tokenizer,
        text_encoder=Qwen3ForCausalLM(text), transformer=transformer, is_distilled=True,
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def louder(model: Any, by: float, named: str = "") -> None:
    """Scale the weights of layers, as random ones are so small that what enters hardly tells in the pixels."""
    for name, weight in model.named_parameters():
        if weight.ndim > 1 and named in name:
            weight.data.mul_(by)


def tiny_qwen_tokenizer() -> Any:
    """Qwen's tokenizer over bytes alone, with the marks that its models use."""
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import Qwen2Tokenizer

    tokenizer = Qwen2Tokenizer(vocab={letter: at for at, letter in enumerate(sorted(ByteLevel.alphabet()))}, merges=[])
    marks = ["im_start", "im_end", "vision_start", "vision_end", "image_pad", "video_pad"]
    tokenizer.add_special_tokens({"additional_special_tokens": [f"<|{mark}|>" for mark in marks]})
    return tokenizer
