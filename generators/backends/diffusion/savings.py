"""Owns what saves time or memory beside a pipeline's place: attention backends, step caches, quantised weights.

Each is refused in words where its library is not installed or the model does not have it. Does not know: devices, any
model family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from diffusers import (
    FasterCacheConfig,
    FirstBlockCacheConfig,
    PipelineQuantizationConfig,
    PyramidAttentionBroadcastConfig,
)

from generators.backends.diffusion.models import Choice
from generators.errors import RequestRefused

DENOISERS = ("transformer", "transformer_2", "unet")
"""Parts of pipelines that are run at every step; only they are quantised."""
FIRST_BLOCK = 0.1
"""Threshold of the first-block cache when only its name is given: about the middle of what diffusers' page tries."""


FASTER = ("CogVideoXTransformer3DModel",)
"""Models with which FasterCache was tried: it needs both halves of guidance in one batch."""


class _Quantised(NamedTuple):
    library: str
    backend: str
    """By diffusers' name."""
    keywords: Mapping[str, Any]


QUANTISED: Mapping[str, _Quantised] = {
    "bnb-8bit": _Quantised("bitsandbytes", "bitsandbytes_8bit", {"load_in_8bit": True}),
    "bnb-4bit": _Quantised("bitsandbytes", "bitsandbytes_4bit", {"load_in_4bit": True, "bnb_4bit_quant_type": "nf4"}),
    "torchao-int8": _Quantised("torchao", "torchao", {}),
}


def quantised(choice: Choice, *, single: bool) -> dict[str, Any]:
    """Keywords with which `from_pretrained` quantises a pipeline's denoisers; none where nothing is asked.

    Args:
        choice: The backend with its options.
        single: Whether the repository holds one model and no pipeline; that stays as it is.

    Raises:
        RequestRefused: the library is not installed.
    """
    row = QUANTISED.get(choice.options.quantise)
    if row is None or single:
        return {}
    if find_spec(row.library) is None:
        raise RequestRefused(
            f"{choice.backend}: quantise={choice.options.quantise} needs {row.library}, which is not installed"
        )
    keywords = dict(row.keywords)
    if row.library == "torchao":
        keywords["quant_type"] = import_module("torchao.quantization").Int8WeightOnlyConfig()
    config = PipelineQuantizationConfig(
        quant_backend=row.backend, quant_kwargs=keywords, components_to_quantize=list(DENOISERS)
    )
    return {"quantization_config": config}


def save_time(pipeline: Any, choice: Choice) -> None:
    """Set a fresh pipeline's attention backend and step cache as the options say.

    Raises:
        RequestRefused: the model has none, or the library that the attention backend needs is not installed.
    """
    options = choice.options
    models = [getattr(pipeline, name, None) for name in DENOISERS[:2]]
    transformers = [model for model in models if model is not None]
    if options.kernel != "auto":
        for model in _needed(transformers, choice, f"kernel={options.kernel}"):
            try:
                model.set_attention_backend(options.kernel)
            except (ImportError, RuntimeError, ValueError) as error:
                raise RequestRefused(f"{choice.backend}: kernel={options.kernel}: {error}") from error
    if cached(choice) != "none":
        for model in _needed(transformers, choice, f"cache={cached(choice)}"):
            if cached(choice) == "faster" and type(model).__name__ not in FASTER:
                raise RequestRefused(f"{choice.backend}: cache=faster is for {', '.join(FASTER)} alone")
            try:
                model.enable_cache(CACHES[cached(choice)](pipeline, choice))
            except (ValueError, AttributeError) as error:
                raise RequestRefused(f"{choice.backend}: cache={cached(choice)}: {error}") from error


def cached(choice: Choice) -> str:
    """Which step cache is asked for; a threshold alone means the first-block cache."""
    options = choice.options
    return "first-block" if options.cache == "none" and options.step_cache else options.cache


def _needed(transformers: list[Any], choice: Choice, asked: str) -> list[Any]:
    if not transformers:
        raise RequestRefused(f"{choice.backend}: {asked} is for transformer models; this one is a UNet")
    return transformers


def _first_block(pipeline: Any, choice: Choice) -> Any:
    return FirstBlockCacheConfig(threshold=choice.options.step_cache or FIRST_BLOCK)


def _pyramid(pipeline: Any, choice: Choice) -> Any:
    """Pyramid Attention Broadcast (Zhao et al. 2024), with the numbers of diffusers' documentation."""
    return PyramidAttentionBroadcastConfig(
        spatial_attention_block_skip_range=2,
        spatial_attention_timestep_skip_range=(100, 800),
        current_timestep_callback=lambda: pipeline.current_timestep,
    )


def _faster(pipeline: Any, choice: Choice) -> Any:
    """FasterCache (Lv et al. 2024), with the numbers of diffusers' documentation."""
    return FasterCacheConfig(
        spatial_attention_block_skip_range=2,
        spatial_attention_timestep_skip_range=(-1, 681),
        current_timestep_callback=lambda: pipeline.current_timestep,
        attention_weight_callback=lambda _: 0.3,
        unconditional_batch_skip_range=5,
        unconditional_batch_timestep_skip_range=(-1, 781),
        tensor_format="BFCHW",
    )


CACHES: Mapping[str, Callable[[Any, Choice], Any]] = {
    "first-block": _first_block,
    "pyramid": _pyramid,
    "faster": _faster,
}
