"""What is held where changes no pixel; running out of memory in the midst of techniques leaves nothing behind.

Offloading runs with this processor as accelerator; only `sequential-offload` needs a real one, as accelerate cannot
take weights away from the device on which they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tiny_table import TABLE

from generators import ShotSpec, create
from planners.prompting import TimedPrompt

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_dits import TOTAL, Stage, drawn  # noqa: E402

from generators.backends.diffusion import runtime  # noqa: E402
from generators.errors import RequestRefused  # noqa: E402

TIMED = (TimedPrompt(start=0, end=0.5, text="a fox runs"), TimedPrompt(start=0.5, end=1, text="it sleeps"))
ALL = "captions=segments&windows=uniform&stride=4&frames=5&boundary=reset"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {row: TABLE[row].save(tmp_path_factory.mktemp("models")) for row in ("wan-vace", "svd")}


@pytest.fixture
def vace(names: dict[str, str], spec: ShotSpec, tmp_path: Path) -> Iterator[Stage]:
    drawn(tmp_path)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield Stage("wan-vace", lambda query: f"{names['wan-vace']}&{query}", spec, tmp_path)
    runtime.forget()
    torch.set_num_threads(threads)


def tied(stage: Stage, query: str = ALL) -> np.ndarray:
    return stage.film(query, timed=TIMED, before=stage.folder / "b.mp4", before_last=9, tie=0.4)[0]


def here(stage: Stage, rung: runtime.Memory) -> Any:
    """The backend with its pipeline held as on an accelerator, which is this processor."""
    backend = create(stage.names(ALL))
    runtime._SHELF.places[backend.choice.version] = runtime.Place("cpu", "fp32", rung)
    return backend


@pytest.mark.parametrize("rung", runtime.LADDER[1:4], ids=lambda rung: rung.name)
def test_what_waits_outside_of_the_accelerator_changes_no_pixel(rung: runtime.Memory, vace: Stage) -> None:
    plain = tied(vace)
    runtime.forget()
    here(vace, rung)
    assert np.abs(tied(vace) - plain).max() <= 1, "copied weights lie elsewhere, and sums may round otherwise"
    vae = runtime._SHELF.pipeline.vae
    assert vae.use_tiling
    assert vae.use_slicing
    assert str(rung.name) in runtime._SHELF.key[-1]


def test_settings_go_from_quick_to_cheap_one_at_a_time() -> None:
    place: runtime.Place | None = runtime.Place("cuda", "bf16", runtime.LADDER[0])
    seen = []
    while place is not None:
        seen.append(place.memory.name)
        place = place.cheaper()
    assert seen == ["plain", "tiled", "model-offload", "group-offload", "sequential-offload"]
    assert runtime.Place("cpu", "fp32", runtime.LADDER[1]).cheaper() is None


@pytest.mark.parametrize(
    ("free", "weights", "name"),
    [
        (80, 56, "plain"), (48, 56, "model-offload"), (24, 6, "plain"), (12, 6, "tiled"), (8, 28, "model-offload"),
        (4, 28, "group-offload"), (2, 28, "sequential-offload"), (16, None, "tiled"),
    ],
)  # fmt: skip
def test_every_class_of_memory_has_its_setting(free: float, weights: float | None, name: str) -> None:
    assert runtime.rung(free, weights).name == name


def test_offloading_is_refused_by_name_where_there_is_no_accelerator(names: dict[str, str], vace: Stage) -> None:
    if torch.cuda.is_available():
        pytest.skip("there is one")
    with pytest.raises(RequestRefused, match=r"'group-offload' needs an accelerator; on cpu: plain, tiled"):
        vace.film("memory=group-offload")


def test_running_out_of_memory_in_the_midst_of_techniques_leaves_nothing_behind(vace: Stage) -> None:
    here(vace, runtime.LADDER[1])
    cheap = tied(vace)
    runtime.forget()
    calls = [0]

    def exhaust(module: Any, inputs: Any) -> None:
        calls[0] += type(module).__name__ == "WanVACETransformer3DModel"
        if calls[0] == 4:
            calls[0] += 1
            raise torch.OutOfMemoryError("out of memory: tried to allocate 2 GiB")

    handle = torch.nn.modules.module.register_module_forward_pre_hook(exhaust)
    try:
        caught = tied(vace)
    finally:
        handle.remove()
    assert calls[0] == 11, "it was run again from the start"
    assert np.array_equal(caught, cheap)
    pipeline = runtime._SHELF.pipeline
    assert "tiled" in runtime._SHELF.key[-1]
    assert "forward" not in vars(pipeline.transformer)
    assert not {"step", "set_timesteps"} & set(vars(pipeline.scheduler))
    assert {type(item).__name__ for item in pipeline.transformer.attn_processors.values()} == {"WanAttnProcessor"}


def test_each_step_is_told_once_however_many_windows_it_has(vace: Stage) -> None:
    seen: list[int] = []
    vace.film(f"{ALL}&steps=4", timed=TIMED, progress=lambda done, total: seen.append(done))
    assert len(seen) == 4
    assert seen == sorted(seen)
    assert seen[-1] == TOTAL - 1, "the last frame is the writer's"
