"""Tiny real text encoders of the T5 family with random weights, and their tokenizers over letters."""

from __future__ import annotations

from typing import Any

LETTERS = [chr(code) for code in range(33, 127)]
WIDTH = 16


def tiny_t5_tokenizer() -> Any:
    """T5's tokenizer: every letter a piece."""
    from transformers import T5Tokenizer

    marks = ["<pad>", "</s>", "<unk>", "▁"]
    return T5Tokenizer(vocab=[(piece, 0.0 if at < 3 else -2.0) for at, piece in enumerate([*marks, *LETTERS])])


def tiny_t5(*, multilingual: bool = False) -> tuple[Any, Any]:
    """An encoder of one layer (umT5 when multilingual), and its tokenizer."""
    from transformers import T5Config, T5EncoderModel, UMT5Config, UMT5EncoderModel

    tokenizer = tiny_t5_tokenizer()
    common: dict[str, Any] = {
        "vocab_size": len(tokenizer), "d_model": WIDTH, "d_kv": 8, "d_ff": 16, "num_layers": 1, "num_heads": 2,
        "feed_forward_proj": "gated-gelu",
    }  # fmt: skip
    if multilingual:
        return UMT5EncoderModel(UMT5Config(**common)), tokenizer
    return T5EncoderModel(T5Config(**common)), tokenizer


def near_sighted(model: Any, *named: str, by: float = 0.0) -> None:
    """Let self-attention (parameters with one of the names) add little: untrained, it mixes all moments evenly.

    What is given at one moment then shows at that moment, as it does in trained models.
    """
    for name, weight in model.named_parameters():
        if any(part in name for part in named):
            weight.data.mul_(by)


def momentary(vae: Any, *joining: str) -> None:
    """Let causal convolutions over time see their own moment alone, for the same reason.

    Those that join two moments (parameters with one of the names `joining`) see these two.
    """
    for name, weight in vae.named_parameters():
        if weight.ndim == 5 and weight.shape[2] > 1:
            kept = 2 if any(part in name for part in joining) else 1
            weight.data[:, :, :-kept] = 0
