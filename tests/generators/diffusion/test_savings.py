"""Settings that save time or memory do it, or are refused in words."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from generators import Keyframe, RequestRefused, create, make_shot
from generators.backends.diffusion.models import choose

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


@pytest.fixture(scope="module")
def tiny_wan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_wan import save_tiny_wan_21

    return save_tiny_wan_21(tmp_path_factory.mktemp("models") / "wan")


def made(name: str, still: Keyframe, folder: Path) -> bytes:
    shot = make_shot(still, backend=create(name), folder=folder, video="made.mp4")
    return (folder / shot.video).read_bytes()


def test_a_step_cache_skips_work_and_is_part_of_the_version(
    tiny_wan: Path, guide: Keyframe, tiny_base: Path, tmp_path: Path
) -> None:
    plain = made(f"wan-i2v:{tiny_wan}?steps=8&side=64", guide, tmp_path)
    cached = made(f"wan-i2v:{tiny_wan}?steps=8&side=64&cache=first-block&step_cache=1", guide, tmp_path)
    assert plain != cached
    versions = {choose("wan-i2v", f"?{query}").version for query in ("steps=4", "steps=4&cache=pyramid")}
    assert len(versions) == 2


def test_pyramid_attention_broadcast_runs(tiny_wan: Path, guide: Keyframe, tiny_base: Path, tmp_path: Path) -> None:
    assert made(f"wan-i2v:{tiny_wan}?steps=2&side=64&cache=pyramid", guide, tmp_path)


def test_faster_cache_runs_where_it_was_tried_and_is_refused_elsewhere(
    tiny_wan: Path, guide: Keyframe, tiny_base: Path, tmp_path: Path
) -> None:
    from tiny_cogvideox import save_tiny_cogvideox

    folder = save_tiny_cogvideox(tmp_path / "cogvideox")
    assert made(f"cogvideox-i2v:{folder}?steps=2&side=64&cache=faster", guide, tmp_path)
    with pytest.raises(RequestRefused, match="cache=faster is for CogVideoX"):
        made(f"wan-i2v:{tiny_wan}?steps=2&side=64&cache=faster", guide, tmp_path)


def test_torchs_own_attention_can_be_named(tiny_wan: Path, guide: Keyframe, tiny_base: Path, tmp_path: Path) -> None:
    assert made(f"wan-i2v:{tiny_wan}?steps=2&side=64&kernel=native", guide, tmp_path)


@pytest.mark.parametrize(
    ("query", "library", "said"),
    [
        ("kernel=flash", "flash_attn", "kernel=flash"),
        ("quantise=bnb-4bit", "bitsandbytes", "needs bitsandbytes, which is not installed"),
        ("quantise=torchao-int8", "torchao", "needs torchao, which is not installed"),
    ],
)
def test_what_needs_a_library_is_refused_without_it(
    query: str, library: str, said: str, tiny_wan: Path, guide: Keyframe, tiny_base: Path, tmp_path: Path
) -> None:
    if find_spec(library) is not None:
        pytest.skip(f"{library} is installed")
    with pytest.raises(RequestRefused, match=said):
        made(f"wan-i2v:{tiny_wan}?steps=2&side=64&{query}", guide, tmp_path)
    assert not (tmp_path / "made.mp4").exists()


def test_a_unet_has_no_step_cache_and_says_so(
    guide: Keyframe, guide_clip: str, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    with pytest.raises(RequestRefused, match="for transformer models; this one is a UNet"):
        make_shot(
            guide, backend=create(f"animatediff:{tiny_base},{tiny_adapter}?steps=2&step_cache=0.1"), folder=tmp_path,
            video="made.mp4", head=2, tail=1, guide=guide_clip,
        )  # fmt: skip


def test_a_take_of_clips_shows_no_frame_twice(tmp_path: Path, guide: Keyframe) -> None:
    from PIL import Image

    from generators.backends.diffusion import adapt, takes
    from generators.backends.diffusion.base import ClipAsk
    from generators.base import ShotRequest

    choice = choose("wan-i2v", "?frames=9&side=64")
    fitted = adapt.moving(guide.spec.model_copy(update={"fps": 16}), 25, choice)
    request = ShotRequest(spec=guide.spec, keyframe=guide, references=(), video=tmp_path / "made.mp4", folder=tmp_path)
    ask = ClipAsk(request, "", "", fitted, 25, None)

    def brighter(part: takes.Part) -> list[Image.Image]:
        level = int(np.asarray(part.first).max()) if part.index else 0
        return [Image.new("RGB", fitted.size, (level + step,) * 3) for step in range(part.frames)]

    shown = takes.clip_after_clip(ask, brighter, steps=1)
    assert fitted.parts == 3
    assert [int(np.asarray(picture).max()) for picture in shown] == list(range(25))


@pytest.mark.parametrize(
    ("free", "weights", "name"),
    [(80, 30, "plain"), (32, 28, "model-offload"), (16, 6, "tiled"), (8, 6, "model-offload"), (24, None, "plain")],
)
def test_a_pipeline_stays_whole_only_where_it_fits(free: float, weights: float | None, name: str) -> None:
    from generators.backends.diffusion import runtime

    assert runtime.rung(free, weights).name == name
