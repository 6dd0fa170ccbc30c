"""Owns running diffusers pipelines: device, number type, memory settings, loading late, sharing, releasing, progress.

A pipeline is loaded when a request first needs it, stays for the requests after it, and goes when another is wanted.
Running out of memory is caught once: the next cheaper setting is tried, and named. Does not know: any model family.
"""

from __future__ import annotations

import gc
import itertools
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

import torch
from diffusers.utils import logging as diffusers_logging
from transformers.utils import logging as transformers_logging

from generators.backends.diffusion import savings
from generators.backends.diffusion.hub import offline
from generators.backends.diffusion.models import Choice, Options, Repository
from generators.base import Progress
from generators.errors import GenerationFailed, RequestRefused

diffusers_logging.set_verbosity_error()
diffusers_logging.disable_progress_bar()
transformers_logging.set_verbosity_error()
transformers_logging.disable_progress_bar()

T = TypeVar("T")
Device = Literal["cuda", "mps", "cpu"]
DTYPES: Mapping[str, torch.dtype] = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}


@dataclass(frozen=True)
class Memory:
    """One way to hold a pipeline in memory."""

    name: str
    offload: Literal["none", "model", "group", "sequential"]
    """Which parts wait outside of the accelerator: none, whole models, layers that are fetched ahead, single layers."""
    vae_tiling: bool
    attention_slicing: bool
    from_gb: float
    """Chosen from so much free accelerator memory on."""


LADDER: tuple[Memory, ...] = (
    Memory("plain", offload="none", vae_tiling=False, attention_slicing=False, from_gb=24),
    Memory("tiled", offload="none", vae_tiling=True, attention_slicing=True, from_gb=12),
    Memory("model-offload", offload="model", vae_tiling=True, attention_slicing=True, from_gb=6),
    Memory("group-offload", offload="group", vae_tiling=True, attention_slicing=True, from_gb=3),
    Memory("sequential-offload", offload="sequential", vae_tiling=True, attention_slicing=True, from_gb=0),
)
"""From quick to cheap. Without an accelerator the first two are all there is."""


ROOM = 1.25
"""Free memory over weights from which a pipeline stays whole on the accelerator: activations need the rest (ours)."""


@dataclass(frozen=True)
class Place:
    """Where and how a pipeline runs."""

    device: Device
    dtype: str
    memory: Memory

    def __str__(self) -> str:
        return f"{self.device}, {self.dtype}, {self.memory.name}"

    def cheaper(self) -> Place | None:
        """The next cheaper setting; None when there is none."""
        ladder = LADDER if self.device == "cuda" else LADDER[:2]
        rest = ladder[ladder.index(self.memory) + 1 :]
        return Place(self.device, self.dtype, rest[0]) if rest else None


class Ran(NamedTuple, Generic[T]):
    """What came of running a pipeline."""

    made: T
    place: Place
    downgrades: tuple[str, ...]
    """What had to be given up for memory."""


class Source(NamedTuple):
    """Arguments of `from_pretrained`."""

    place: str
    keywords: Mapping[str, Any]


class Loader(Protocol):
    """Makes a family's pipeline from its repositories."""

    def __call__(self, choice: Choice, sources: Mapping[str, Source]) -> Any:
        """The pipeline; `sources` are arguments of from_pretrained by role."""


@dataclass
class _Shelf:
    """The one pipeline that is loaded in this process."""

    key: tuple[str, ...] = ()
    pipeline: Any = None
    loads: int = 0
    """How many times something was loaded."""
    places: dict[str, Place] = field(default_factory=dict)
    """Cheaper settings that a backend had to take, kept for its next requests."""


_SHELF = _Shelf()


def best_place(options: Options, *, weights_gb: float | None = None) -> Place:
    """Device, number type and memory setting for this machine.

    Args:
        options: What is wished.
        weights_gb: All weights in 10^9 bytes, when known: they stay on the accelerator only if they fit with room.

    Raises:
        RequestRefused: the wished device or setting is not there.
    """
    device = _device(options.device)
    dtype = options.dtype if options.dtype != "auto" else _dtype(device)
    return Place(device, dtype, _memory(options.memory, device, weights_gb))


def _device(wished: str) -> Device:
    there: dict[Device, bool] = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if wished == "auto":
        return next(name for name, found in there.items() if found)
    for name, found in there.items():
        if name == wished and found:
            return name
    raise RequestRefused(f"there is no device {wished!r} here; found: {', '.join(n for n, f in there.items() if f)}")


def _dtype(device: Device) -> str:
    if device == "cuda":
        return "bf16" if torch.cuda.is_bf16_supported() else "fp16"
    return "fp16" if device == "mps" else "fp32"


def _memory(wished: str, device: Device, weights_gb: float | None) -> Memory:
    ladder = LADDER if device == "cuda" else LADDER[:2]
    if wished != "auto":
        for row in ladder:
            if row.name == wished:
                return row
        raise RequestRefused(f"memory setting {wished!r} needs an accelerator; on {device}: plain, tiled")
    if device != "cuda":
        return ladder[0]
    return rung(torch.cuda.mem_get_info()[0] / 1e9, weights_gb)


def rung(free_gb: float, weights_gb: float | None) -> Memory:
    """The quickest setting for so much free accelerator memory.

    Args:
        free_gb: In 10^9 bytes.
        weights_gb: All weights; None: not known, so the amount of memory alone decides.
    """
    whole = weights_gb is None or free_gb >= ROOM * weights_gb
    return next(row for row in LADDER if free_gb >= row.from_gb and (whole or row.offload != "none"))


def source(repository: Repository, place: Place) -> Source:
    """Arguments of `from_pretrained` for a repository: only safetensors, the pinned revision, offline when told so."""
    keywords: dict[str, Any] = {"use_safetensors": True, "torch_dtype": DTYPES[place.dtype]}
    if repository.subfolder:
        keywords["subfolder"] = repository.subfolder
    if repository.folder is None:
        keywords |= {"revision": repository.revision, "variant": repository.variant, "local_files_only": offline()}
    return Source(repository.repository, keywords)


def run(choice: Choice, load: Loader, work: Callable[[Any], T]) -> Ran[T]:
    """Do work with a choice's pipeline.

    Args:
        choice: Backend and models.
        load: Makes the pipeline.
        work: Uses it; may be called twice, the second time with a cheaper setting.

    Raises:
        GenerationFailed: the models are not here and cannot be got, or memory is too small for the cheapest try.
    """
    first = _SHELF.places.get(choice.version) or best_place(choice.options, weights_gb=choice.weights_gb)
    try:
        return Ran(_worked(work, loaded(choice, load, first)), first, ())
    except (torch.OutOfMemoryError, RuntimeError) as error:
        if not _no_memory(error):
            raise
    release()
    second = first.cheaper()
    if second is None:
        raise GenerationFailed(f"{choice.backend} ran out of memory with the cheapest setting ({first})")
    try:
        done = _worked(work, loaded(choice, load, second))
    except (torch.OutOfMemoryError, RuntimeError) as error:
        if not _no_memory(error):
            raise
        release()
        tried = f"{first}, then {second}"
        raise GenerationFailed(f"{choice.backend} ran out of memory twice ({tried}); choose ?memory=") from error
    _SHELF.places[choice.version] = second
    lost = f"{choice.backend} ran out of memory with {first} and was run with {second}."
    return Ran(done, second, (lost,))


def _saved(found: Source, repository: Repository, choice: Choice) -> Source:
    more = savings.quantised(choice, single=repository.single)
    return Source(found.place, {**found.keywords, **more}) if more else found


def _worked(work: Callable[[Any], T], pipeline: Any) -> T:
    with _quiet():
        return work(pipeline)


def _no_memory(error: RuntimeError) -> bool:
    said = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in said or "can't allocate memory" in said


def loaded(choice: Choice, load: Loader, place: Place) -> Any:
    """The pipeline of a choice in a place; the one loaded before, or a new one in its stead.

    Raises:
        GenerationFailed: the models are not here and cannot be got.
    """
    key = (choice.backend, choice.version, str(place))
    if _SHELF.key != key:
        release()
        sources = {role: _saved(source(item, place), item, choice) for role, item in choice.repositories.items()}
        try:
            with _quiet():
                pipeline = load(choice, sources)
        except OSError as error:
            raise GenerationFailed(_absent(choice, error)) from error
        _SHELF.pipeline, _SHELF.key = _settle(pipeline, place, choice), key
        _SHELF.loads += 1
    return _SHELF.pipeline


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the libraries say to one another about what is going out of use."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*local_dir_use_symlinks")
        warnings.filterwarnings("ignore", message="__array__ implementation")
        warnings.filterwarnings("ignore", message="torch.meshgrid")
        warnings.filterwarnings("ignore", category=FutureWarning)
        yield


def loads() -> int:
    """How many pipelines have been loaded in this process."""
    return _SHELF.loads


def forget() -> None:
    """Release, and forget which backends had to be run cheaper."""
    release()
    _SHELF.places.clear()


def release() -> None:
    """Let go of the loaded pipeline and of its memory."""
    _SHELF.key, _SHELF.pipeline = (), None
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def _absent(choice: Choice, error: OSError) -> str:
    missing = [item.repository for item in choice.repositories.values() if not item.cached()]
    first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if not missing:
        return (
            f"{choice.backend} could not load {', '.join(r.repository for r in choice.repositories.values())}: {first}"
        )
    how = "the network is off: unset HF_HUB_OFFLINE and STORYREEL_OFFLINE, then " if offline() else ""
    return f"{choice.backend} needs {', '.join(missing)}, not on this machine; {how}`storyreel fetch {choice.backend}`"


def _settle(pipeline: Any, place: Place, choice: Choice) -> Any:
    """Put a fresh pipeline into its place."""
    pipeline.set_progress_bar_config(disable=True)
    if place.memory.vae_tiling and hasattr(pipeline, "vae"):
        with suppress(NotImplementedError):
            pipeline.vae.enable_tiling()
            pipeline.vae.enable_slicing()
    if place.memory.attention_slicing and not _adapted(pipeline):
        pipeline.enable_attention_slicing()
    savings.save_time(pipeline, choice)
    if place.memory.offload == "model":
        pipeline.enable_model_cpu_offload(device=place.device)
    elif place.memory.offload == "group":
        pipeline.enable_group_offload(
            onload_device=torch.device(place.device), offload_type="leaf_level", use_stream=place.device == "cuda"
        )
    elif place.memory.offload == "sequential":
        pipeline.enable_sequential_cpu_offload(device=place.device)
    else:
        pipeline.to(place.device)
    return pipeline


def _adapted(pipeline: Any) -> bool:
    """Whether image adapters sit in its attention layers: slicing would put others in their place."""
    processors = getattr(getattr(pipeline, "unet", None), "attn_processors", {})
    return any(hasattr(item, "to_k_ip") for item in processors.values())


def seeded(*parts: int) -> torch.Generator:
    """A generator on the CPU whose numbers depend on the parts alone, whatever the device."""
    value = 0
    for part in parts:
        value = (value * 1_000_003 + part + 0x9E3779B9) % (1 << 63)
    return torch.Generator("cpu").manual_seed(value)


def on_step(progress: Progress | None, steps: int, total: int) -> dict[str, Any]:
    """Keywords with which pipelines report their steps as frames of `total`; the last is left to the writer.

    Steps are counted here, over all calls with the same keywords: a pipeline that runs in windows begins its own count
    anew in each.
    """
    if progress is None:
        return {}
    done = itertools.count(1)

    def tell(pipeline: Any, step: int, timestep: Any, values: dict[str, Any]) -> dict[str, Any]:
        progress(min(total - 1, next(done) * total // max(steps, 1)), total)
        return values

    return {"callback_on_step_end": tell}
