"""What Wan VACE follows: the guide or its control file, as strongly as the shot asks, and what it keeps by masks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from tiny_table import TABLE

from generators import ControlRequest, Keyframe, ShotSpec, create
from generators.base import ShotRequest
from generators.controls import read_controls
from generators.encode import ClipWriter
from generators.errors import RequestRefused

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from generators.backends.diffusion import adapt, runtime  # noqa: E402
from generators.backends.diffusion.base import ClipAsk  # noqa: E402

TOTAL = 12
COLOURS = {"a": "navy", "b": "gold"}


@pytest.fixture(scope="module")
def vace(tmp_path_factory: pytest.TempPathFactory) -> str:
    return TABLE["wan-vace"].save(tmp_path_factory.mktemp("models"))


@pytest.fixture
def folder(spec: ShotSpec, tmp_path: Path) -> Path:
    create("animatic").control(ControlRequest(spec=spec, head=2, tail=1, control=tmp_path / "clip.npz"))
    for name, colour in COLOURS.items():
        with ClipWriter(tmp_path / f"{name}.mp4", size=(320, 180), fps=12, threads=1) as clip:
            for _ in range(TOTAL):
                clip.write(np.asarray(Image.new("RGB", (320, 180), colour)))
    Image.new("RGB", (320, 180), "teal").save(tmp_path / "still.png")
    return tmp_path


def asked(vace: str, query: str, spec: ShotSpec, folder: Path, guide: str, scale: float = 1.0) -> tuple[Any, ClipAsk]:
    backend = create(f"{vace}&{query}" if query else vace)
    keyframe = Keyframe(maker="test", digest="", spec=spec, image="still.png", t=0.0)
    request = ShotRequest(
        spec=spec, keyframe=keyframe, references=(), head=2, tail=1, video=folder / "made.mp4", folder=folder,
        guide=folder / f"{guide}.mp4", control=folder / "clip.npz",
    )  # fmt: skip
    fitted = adapt.moving(spec, TOTAL, backend.choice)
    return backend, ClipAsk(request, "a fox runs", "", fitted, TOTAL, None, True, 1.0, scale)


def filmed(*given: Any) -> np.ndarray:
    backend, ask = asked(*given)
    made = runtime.run(backend.choice, backend.load, lambda pipeline: backend.film(pipeline, ask)).made.pictures
    return np.stack([np.asarray(shown, dtype=np.float32) for shown in made])


def test_the_guide_acts_as_strongly_as_the_shot_asks(vace: str, spec: ShotSpec, folder: Path) -> None:
    apart = [
        float(
            np.abs(filmed(vace, "control=guide", spec, folder, "a", s) - filmed(vace, "", spec, folder, "b", s)).mean()
        )
        for s in (0.0, 0.3, 1.0)
    ]
    assert apart[0] == 0
    assert 0 < apart[1] < apart[2]


def test_depth_follows_the_control_file_and_not_the_guides_colours(vace: str, spec: ShotSpec, folder: Path) -> None:
    a, b = (filmed(vace, "control=depth", spec, folder, guide) for guide in COLOURS)
    assert np.array_equal(a, b)
    assert not np.array_equal(a, filmed(vace, "control=seg", spec, folder, "a"))


@pytest.mark.parametrize("keep", ["place", "figures"])
def test_what_is_kept_shows_the_guide_under_a_black_mask(keep: str, vace: str, spec: ShotSpec, folder: Path) -> None:
    backend, ask = asked(vace, f"control=depth&keep={keep}", spec, folder, "b")
    shown, masks = backend._followed(ask)
    whole = read_controls(folder / "clip.npz", ask.fitted.steps, size=ask.size)
    figures = whole.frames[3].ids > 0
    kept = np.asarray(masks[3]) == 0
    guide = np.asarray(ask.guide()[3])
    assert figures.any()
    assert np.array_equal(np.asarray(shown[3])[kept], guide[kept])
    depth = np.asarray(ask.control("depth")[3])
    assert np.array_equal(np.asarray(shown[3])[~kept], depth[~kept])
    if keep == "figures":
        assert np.array_equal(kept, figures)
    else:
        assert not (kept & figures).any()
        assert kept.mean() > 0.3


def test_masks_without_a_control_file_are_refused(vace: str, spec: ShotSpec, folder: Path) -> None:
    backend, ask = asked(vace, "keep=place", spec, folder, "a")
    bare = ClipAsk(ask.request.model_copy(update={"control": None}), "", "", ask.fitted, TOTAL, None)
    with pytest.raises(RequestRefused, match="masks need the guide's control file"):
        backend._followed(bare)


def test_only_vace_takes_them() -> None:
    with pytest.raises(RequestRefused, match="wan-i2v has no place for control"):
        create("wan-i2v:?control=depth")
