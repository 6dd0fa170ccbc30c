"""Tiny real HunyuanVideo image-to-video pipelines with random weights, saved as users have them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiny_flux2 import louder
from tiny_models import tiny_tokenizer
from tiny_text import LETTERS, momentary

LATENT = 4
MARKS = ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "<image>"]


def save_tiny_hunyuan(folder: Path, *, seed: int = 9) -> Path:
    """The model whose first latent is the picture's own."""
    return _save(folder, seed, in_channels=LATENT, image_condition_type="token_replace")


def save_tiny_hunyuan_33(folder: Path, *, seed: int = 10) -> Path:
    """The model that sees its picture beside the noise."""
    return _save(folder, seed, in_channels=2 * LATENT + 1, image_condition_type="latent_concat")


def _save(folder: Path, seed: int, **sort: Any) -> Path:
    import torch
    from diffusers import (
        AutoencoderKLHunyuanVideo,
        FlowMatchEulerDiscreteScheduler,
        HunyuanVideoImageToVideoPipeline,
        HunyuanVideoTransformer3DModel,
    )
    from transformers import CLIPImageProcessorPil, CLIPTextConfig, CLIPTextModel

    torch.manual_seed(seed)
    words = _words()
    clip = tiny_tokenizer(folder.with_name(folder.name + "_words"))
    text = CLIPTextConfig(
        vocab_size=len(clip), hidden_size=8, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2,
        max_position_embeddings=77, projection_dim=8, bos_token_id=clip.bos_token_id,
        eos_token_id=clip.eos_token_id, pad_token_id=clip.pad_token_id,
    )  # fmt: skip
    transformer = HunyuanVideoTransformer3DModel(
        out_channels=LATENT, num_attention_heads=2, attention_head_dim=10, num_layers=1, num_single_layers=1,
        num_refiner_layers=1, patch_size=1, text_embed_dim=8, pooled_projection_dim=8, rope_axes_dim=(2, 4, 4), **sort,
    )  # fmt: skip
    louder(transformer, 2.0)
    vae = AutoencoderKLHunyuanVideo(
        latent_channels=LATENT, block_out_channels=(8,) * 4, layers_per_block=1, norm_num_groups=4,
        mid_block_add_attention=False,
    )  # fmt: skip
    louder(vae, 1.5)
    momentary(vae)
    pipeline = HunyuanVideoImageToVideoPipeline(
        text_encoder=_llava(words), tokenizer=words, transformer=transformer, vae=vae,
        scheduler=FlowMatchEulerDiscreteScheduler(shift=7.0), text_encoder_2=CLIPTextModel(text), tokenizer_2=clip,
        image_processor=CLIPImageProcessorPil(crop_size=336, size=336),
    )  # fmt: skip
    pipeline.save_pretrained(folder, safe_serialization=True)
    return folder


def _llava(words: Any) -> Any:
    """Llava with a tiny Llama and a tiny CLIP that sees 24 x 24 patches, as the pipeline's template counts them."""
    from transformers import CLIPVisionConfig, LlamaConfig, LlavaConfig, LlavaForConditionalGeneration

    eyes = CLIPVisionConfig(
        hidden_size=8, intermediate_size=8, num_hidden_layers=2, num_attention_heads=1, image_size=336, patch_size=14,
        projection_dim=8,
    )  # fmt: skip
    reads = LlamaConfig(
        vocab_size=len(words), hidden_size=8, intermediate_size=16, num_hidden_layers=3, num_attention_heads=2,
        max_position_embeddings=2048, pad_token_id=0,
    )  # fmt: skip
    image = words.convert_tokens_to_ids("<image>")
    return LlavaForConditionalGeneration(
        LlavaConfig(vision_config=eyes, text_config=reads, image_token_index=image, pad_token_id=0)
    )


def _words() -> Any:
    """A tokenizer that knows the words of the pipeline's template, and letters."""
    from diffusers.pipelines.hunyuan_video.pipeline_hunyuan_video_image2video import DEFAULT_PROMPT_TEMPLATE
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    said = set(DEFAULT_PROMPT_TEMPLATE["template"].split())
    known = sorted({f"▁{word}" for word in said if "<" not in word})
    pieces = [("<pad>", 0.0), ("<unk>", 0.0), ("▁", -5.0), *((word, -1.0) for word in known)]
    pieces += [(letter, -5.0) for letter in LETTERS]
    letters = Tokenizer(models.Unigram(pieces, unk_id=1))
    letters.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=letters, pad_token="<pad>", unk_token="<unk>")
    tokenizer.add_special_tokens({"additional_special_tokens": MARKS})
    return tokenizer
