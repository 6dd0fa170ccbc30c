"""The diffusion backends over tiny real models: whole, the same each time, every loss named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from generators import Keyframe, ShotSpec, create, fetch, make_keyframe, make_reference, make_shot
from generators.artefacts import Reference, ShotClip
from generators.errors import GenerationFailed
from generators.identity import read_picture

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


def still(model: str, spec: ShotSpec, folder: Path, name: str = "made.png", **more: Any) -> Keyframe:
    backend = create(f"img2img:{model}")
    return make_keyframe(spec, backend=backend, folder=folder, image=name, t=0.5, guide="guide.png", **more)


def pixels(folder: Path, name: str) -> np.ndarray:
    return read_picture(folder / name)


def moved(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(a - b).mean())


def frames(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        assert container.streams.video[0].codec_context.pix_fmt == "yuv420p"
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]).astype(np.float32)


def test_a_still_has_the_films_size_and_says_what_it_is_not(tiny_base: Path, guide: Keyframe, tmp_path: Path) -> None:
    made = still(f"{tiny_base}?steps=2&strength=1", guide.spec, tmp_path)
    picture = pixels(tmp_path, made.image)
    assert picture.shape == (180, 320, 3)
    assert picture.std() > 1
    assert any("scaled to 320x180" in lost for lost in made.downgrades)
    assert sorted(path.name for path in tmp_path.glob("*.png")) == ["guide.png", "made.png"]


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    model = f"{tiny_base}?steps=2&strength=0.9"
    other = guide.spec.model_copy(update={"seed": guide.spec.seed + 1})
    names = [still(model, spec, tmp_path, f"{i}.png").image for i, spec in enumerate((guide.spec, guide.spec, other))]
    a, b, c = ((tmp_path / name).read_bytes() for name in names)
    assert a == b
    assert a != c


def test_strength_0_is_the_guide_and_more_strength_goes_further(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    shown = pixels(tmp_path, "guide.png")
    made = [still(f"{tiny_base}?steps=4&strength={s}", guide.spec, tmp_path, f"{s}.png") for s in (0, 1)]
    kept, free = (moved(shown, pixels(tmp_path, item.image)) for item in made)
    assert kept < 1
    assert free > 20
    assert "as it is" in made[0].downgrades[0]


def test_a_still_without_a_guide_is_made_and_said_so(tiny_base: Path, spec: ShotSpec, tmp_path: Path) -> None:
    made = make_keyframe(spec, backend=create(f"img2img:{tiny_base}?steps=2"), folder=tmp_path, image="free.png")
    assert pixels(tmp_path, "free.png").shape == (180, 320, 3)
    assert any("had no guide" in lost for lost in made.downgrades)


def test_a_reference_keeps_the_views_of_its_guide(tiny_base: Path, spec: ShotSpec, tmp_path: Path) -> None:
    def drawn(name: str, image: str, guide: Reference | None = None) -> Reference:
        return make_reference(
            spec.cast["fox"], backend=create(name), folder=tmp_path, image=image, style="storybook", seed=7, guide=guide
        )

    sheet = drawn("animatic", "sheet.png")
    made = drawn(f"img2img:{tiny_base}?steps=2", "drawn.png", sheet)
    assert made.views == sheet.views
    assert pixels(tmp_path, "drawn.png").shape == pixels(tmp_path, "sheet.png").shape
    assert (tmp_path / made.identity.file).is_file() if made.identity else False


def clip(models: str, guide: Keyframe, folder: Path, name: str = "made.mp4", **more: Any) -> ShotClip:
    return make_shot(
        guide,
        backend=create(f"animatediff:{models}"),
        folder=folder,
        video=name,
        head=2,
        tail=1,
        guide="guide.mp4",
        **more,
    )


def test_a_clip_has_head_frames_and_tail_and_reports_every_step(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    made = clip(
        f"{tiny_base},{tiny_adapter}?steps=4&strength=1", guide, tmp_path, progress=lambda *row: seen.append(row)
    )
    shown = frames(tmp_path / made.video)
    assert made.frames == 12
    assert shown.shape == (12, 180, 320, 3)
    assert len(seen) == 5
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (12, 12)
    assert any("frames a second; the 12 of the film " in lost for lost in made.downgrades)


def test_a_clip_is_the_same_each_time_and_another_with_another_seed(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    models = f"{tiny_base},{tiny_adapter}?steps=2&strength=1"
    other = guide.model_copy(update={"spec": guide.spec.model_copy(update={"seed": 99})})
    made = [clip(models, item, tmp_path, f"{i}.mp4") for i, item in enumerate((guide, guide, other))]
    a, b, c = ((tmp_path / item.video).read_bytes() for item in made)
    assert a == b
    assert a != c


def test_strength_0_of_a_clip_is_the_guide(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    kept = clip(f"{tiny_base},{tiny_adapter}?strength=0", guide, tmp_path, "kept.mp4")
    free = clip(f"{tiny_base},{tiny_adapter}?steps=2&strength=1", guide, tmp_path, "free.mp4")
    shown = frames(tmp_path / guide_clip)
    assert moved(shown, frames(tmp_path / kept.video)) < 3
    assert moved(shown, frames(tmp_path / free.video)) > 20


def exhaust(pipeline: Any, times: int) -> Any:
    """Makes the pipeline's UNet run out of memory so many times."""
    left = [times]

    def hook(*_: Any) -> None:
        if left[0] > 0:
            left[0] -= 1
            raise torch.OutOfMemoryError("out of memory: tried to allocate 2 GiB")

    return torch.nn.modules.module.register_module_forward_pre_hook(
        lambda module, inputs: hook() if type(module).__name__.startswith("UNet") else None
    )


def test_out_of_memory_is_tried_once_more_cheaper_and_named(tiny_base: Path, guide: Keyframe, tmp_path: Path) -> None:
    model = f"{tiny_base}?steps=2&strength=1"
    handle = exhaust(None, 1)
    try:
        made = still(model, guide.spec, tmp_path)
    finally:
        handle.remove()
    assert [lost for lost in made.downgrades if "memory" in lost] == [
        "img2img ran out of memory with cpu, fp32, plain and was run with cpu, fp32, tiled."
    ]
    again = still(model, guide.spec, tmp_path, "again.png")
    assert not [lost for lost in again.downgrades if "memory" in lost]


def test_out_of_memory_twice_is_an_error_that_says_what_was_tried(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    handle = exhaust(None, 2)
    try:
        with pytest.raises(GenerationFailed, match=r"twice \(cpu, fp32, plain, then cpu, fp32, tiled\)"):
            still(f"{tiny_base}?steps=2&strength=1", guide.spec, tmp_path)
    finally:
        handle.remove()
    assert not (tmp_path / "made.png").exists()


def test_shots_share_a_pipeline_and_another_stage_takes_its_place(
    tiny_base: Path, tiny_adapter: Path, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    from generators.backends.diffusion import runtime

    before = runtime.loads()
    model = f"{tiny_base}?steps=2"
    still(model, guide.spec, tmp_path, "1.png")
    still(model, guide.spec, tmp_path, "2.png")
    assert runtime.loads() == before + 1
    clip(f"{tiny_base},{tiny_adapter}?steps=2", guide, tmp_path)
    assert runtime.loads() == before + 2
    assert type(runtime._SHELF.pipeline).__name__ == "AnimateDiffVideoToVideoPipeline"


def test_only_safetensors_are_loaded(tiny_base: Path, guide: Keyframe, tmp_path: Path) -> None:
    import shutil

    pickled = tmp_path / "pickled"
    shutil.copytree(tiny_base, pickled)
    for file in pickled.rglob("*.safetensors"):
        torch.save({}, file.with_suffix(".bin"))
        file.unlink()
    with pytest.raises(GenerationFailed, match="could not load"):
        still(f"{pickled}?steps=2&strength=1", guide.spec, tmp_path)


def test_models_that_are_not_here_are_named_with_the_command(
    guide: Keyframe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    with pytest.raises(GenerationFailed, match=r"needs some/model, not on this machine; .*storyreel fetch img2img"):
        still("some/model@abc", guide.spec, tmp_path)


def test_fetch_without_a_network_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(GenerationFailed, match=r"stable-diffusion-xl-base-1\.0 cannot be fetched: HF_HUB_OFFLINE"):
        fetch("img2img")


def test_fetch_of_a_folder_is_the_folder(tiny_base: Path, tiny_adapter: Path) -> None:
    assert fetch(f"animatediff:{tiny_base},{tiny_adapter}") == (str(tiny_base), str(tiny_adapter))
