"""Owns getting models ahead of time: safetensors, configs and vocabularies of pinned revisions, into the hub's cache.

Does not know: how models run.
"""

from __future__ import annotations

from huggingface_hub import snapshot_download

from generators.backends.diffusion.hub import offline
from generators.backends.diffusion.models import Repository, choose
from generators.errors import GenerationFailed

PLAIN = ("*.json", "*.txt", "*.model", "*.jinja")
"""Configs, vocabularies and forms of chats."""
_OTHERS = ["*.fp16*", "*.bf16*", "*non_ema*"]


def fetch(backend: str, model: str | None = None) -> tuple[str, ...]:
    """Download what a backend needs and is not here; the folders in which everything lies.

    Raises:
        UnknownGenerator, RequestRefused: there is no such backend, model or option.
        GenerationFailed: the network is off, or the hub cannot be reached or has no such repository.
    """
    choice = choose(backend, model)
    return tuple(_get(repository) for repository in choice.repositories.values())


def _get(repository: Repository) -> str:
    if repository.folder is not None:
        return repository.repository
    if offline():
        if repository.cached():
            return f"{repository.repository} (in the cache)"
        raise GenerationFailed(f"{repository.repository} cannot be fetched: HF_HUB_OFFLINE or STORYREEL_OFFLINE is set")
    try:
        folder: str = snapshot_download(
            repository.repository,
            revision=repository.revision,
            allow_patterns=[_inside(repository, name) for name in (_weights(repository), *PLAIN)],
            ignore_patterns=_OTHERS if repository.variant is None else None,
        )
        return folder
    except (OSError, RuntimeError) as error:
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise GenerationFailed(f"{repository.repository} cannot be fetched: {first}") from error


def _inside(repository: Repository, name: str) -> str:
    return f"{repository.subfolder}/{name}" if repository.subfolder else name


def _weights(repository: Repository) -> str:
    """The pattern of the weights: of one precision; a pipeline's lie in folders, beside whole models in one file."""
    if repository.file:
        return repository.file
    return f"{'' if repository.single else '*/'}*{f'.{repository.variant}' if repository.variant else ''}*.safetensors"
