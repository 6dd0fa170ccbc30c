"""Tiny real Kolors with its IP-Adapter Plus: ChatGLM as text encoder, over letters; random weights."""

from __future__ import annotations

import io
import string
from pathlib import Path
from typing import Any

from tiny_sdxl import save_tiny_encoder, tiny_adapter, tiny_unet, tiny_vae

WIDTH = 16
"""Of the text encoder."""
TEXT = 24
"""Of what the UNet reads, to which the text is brought."""


def save_tiny_kolors(folder: Path, *, seed: int = 0) -> Path:
    """A whole Kolors pipeline of a few thousand weights."""
    import torch
    from diffusers import DDIMScheduler, KolorsPipeline
    from diffusers.pipelines.kolors.text_encoder import ChatGLMConfig, ChatGLMModel

    torch.manual_seed(seed)
    tokenizer = _letters(folder.with_name(folder.name + "_words"))
    text = ChatGLMConfig(
        num_layers=2, padded_vocab_size=tokenizer.vocab_size, hidden_size=WIDTH, ffn_hidden_size=32, kv_channels=8,
        num_attention_heads=2, seq_length=256, multi_query_attention=True, multi_query_group_num=1, rmsnorm=True,
        apply_residual_connection_post_layernorm=False, add_bias_linear=False, add_qkv_bias=True, original_rope=True,
        post_layer_norm=True, bias_dropout_fusion=True, attention_softmax_in_fp32=True,
        apply_query_key_layer_scaling=True,
    )  # fmt: skip
    encoder = ChatGLMModel(text)
    for weight in encoder.parameters():
        torch.nn.init.normal_(weight, std=0.2)
    pipeline = KolorsPipeline(
        vae=tiny_vae(), text_encoder=encoder, tokenizer=tokenizer, unet=_unet(),
        scheduler=DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, steps_offset=1),
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def save_tiny_kolors_adapter(folder: Path) -> Path:
    """Its adapter for whole pictures."""
    return tiny_adapter(_unet(), folder, "ip_adapter_plus_general.safetensors")


def save_tiny_kolors_encoder(folder: Path) -> Path:
    """CLIP's vision model where Kolors keeps it."""
    return save_tiny_encoder(folder, where="image_encoder")


def _unet() -> Any:
    return tiny_unet(TEXT, WIDTH, encoder_hid_dim=WIDTH, encoder_hid_dim_type="text_proj")


def _letters(folder: Path) -> Any:
    """ChatGLM's tokenizer over single letters."""
    import sentencepiece
    from diffusers.pipelines.kolors.tokenizer import ChatGLMTokenizer

    folder.mkdir(parents=True, exist_ok=True)
    model = io.BytesIO()
    rows = [string.ascii_letters, string.digits, string.punctuation, "a quick brown fox"] * 3
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(rows), model_writer=model, vocab_size=110, model_type="char", character_coverage=1.0,
        minloglevel=2,
    )  # fmt: skip
    (folder / "tokenizer.model").write_bytes(model.getvalue())
    return ChatGLMTokenizer(str(folder / "tokenizer.model"))
