"""Owns loading of IP-Adapters into a pipeline: one safetensors file each, of its own repository at its own revision.

Does not know: what adapters say, who speaks through them.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from diffusers.models.embeddings import IPAdapterFaceIDImageProjection
from huggingface_hub import hf_hub_download
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from generators.backends.diffusion.models import Repository
from generators.backends.diffusion.runtime import Source
from generators.errors import RequestRefused

GROUPS = ("image_proj", "ip_adapter")
"""Of tensors, in an adapter's file."""
NO_LORA = "The LoRA inside the adapter {file} is left out: pip install 'storyreel[faceid]' brings peft, which it needs."


def adapter_file(source: Source, repository: Repository) -> Path:
    """The adapter's file on this machine, got from the hub when that may be asked.

    Raises:
        RequestRefused: it is no safetensors file.
        OSError: it is not here and cannot be got.
    """
    name = repository.file or ""
    if not name.endswith(".safetensors"):
        raise RequestRefused(
            f"the adapter {name or repository.repository} is no safetensors file: others are not loaded"
        )
    if repository.folder is not None:
        found = repository.folder / (repository.subfolder or "") / name
        if not found.is_file():
            raise FileNotFoundError(f"there is no {name} in {found.parent}")
        return found
    known = {key: source.keywords[key] for key in ("revision", "local_files_only") if key in source.keywords}
    return Path(hf_hub_download(repository.repository, name, subfolder=repository.subfolder or None, **known))


def adapter_as_safetensors(source: Path, target: Path) -> None:
    """Write an adapter that its authors give as a pickle (`.bin`) as safetensors; nothing inside of it is executed.

    Args:
        source: Two groups of tensors, `image_proj` and `ip_adapter`.
        target: Named as the row of the backend wants it.

    Raises:
        RequestRefused: it holds something else.
    """
    try:
        found = torch.load(source, map_location="cpu", weights_only=True)
        tensors = {f"{group}.{key}": row.contiguous() for group in GROUPS for key, row in found[group].items()}
    except (pickle.UnpicklingError, KeyError, AttributeError, RuntimeError) as error:
        raise RequestRefused(f"{source.name} is no IP-Adapter: {str(error).splitlines()[0]}") from error
    target.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, target)


def load_adapters(pipeline: Any, files: Sequence[Path], *, faceid: Path | None = None) -> tuple[str, ...]:
    """Load adapters into a pipeline in their order; what could not be loaded, as sentences.

    Args:
        pipeline: Without adapters.
        files: Safetensors, in the layout of the adapters' authors.
        faceid: Which of them must be a FaceID adapter.

    Raises:
        RequestRefused: a file is no adapter, or not of the kind that is wanted.
    """
    try:
        lost = tuple(NO_LORA.format(file=file.name) for file in files if _has_lora(file) and not find_spec("peft"))
        pipeline.load_ip_adapter(
            [str(file.parent) for file in files],
            subfolder=[""] * len(files),
            weight_name=[file.name for file in files],
            image_encoder_folder=None,
            local_files_only=True,
        )
    except (SafetensorError, KeyError, ValueError) as error:
        names = ", ".join(file.name for file in files)
        raise RequestRefused(f"{names} cannot be loaded as adapters: {str(error).splitlines()[0]}") from error
    layers = pipeline.unet.encoder_hid_proj.image_projection_layers
    for file, layer in zip(files, layers, strict=True):
        if (file == faceid) != isinstance(layer, IPAdapterFaceIDImageProjection):
            kind = "a FaceID adapter" if file == faceid else "an adapter that hears pictures"
            raise RequestRefused(f"{file.name} is not {kind}")
    return lost


def _has_lora(file: Path) -> bool:
    with safe_open(str(file), framework="numpy") as stored:
        return any("_lora." in key for key in stored.keys())  # noqa: SIM118
