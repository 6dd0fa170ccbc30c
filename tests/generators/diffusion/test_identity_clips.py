"""References in clips: they change who they show, where that one is, as strongly as the scale says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generators import Keyframe, Reference, RequestRefused, create
from generators.base import ShotRequest

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


@pytest.fixture(scope="session")
def models(tiny_base: Path, tiny_adapter: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    from tiny_adapters import save_tiny_eyes, save_tiny_ip

    pictures = save_tiny_ip(tiny_base, tmp_path_factory.mktemp("ip") / "ip")
    eyes = save_tiny_eyes(tmp_path_factory.mktemp("ip") / "eyes")
    return f"{tiny_base},{tiny_adapter},{pictures},{eyes}"


def reference(guide: Keyframe, who: str, colour: str, folder: Path) -> Reference:
    image = f"{who}_{colour}.png"
    Image.new("RGB", (64, 96), colour).save(folder / image)
    return Reference(maker="test", digest="", entity=guide.spec.cast[who], image=image, crops={"front": image})


def filmed(
    name: str, guide: Keyframe, clip: str, folder: Path, *shown: Reference
) -> tuple[np.ndarray, tuple[str, ...]]:
    """What the model itself makes of each frame."""
    from generators.backends.diffusion import pixels

    kept: list[np.ndarray] = []
    backend = create(f"animatediff:{name}")
    own = backend.film

    def film(pipeline, ask):
        made = own(pipeline, ask)
        kept.append(np.stack([np.asarray(picture, dtype=np.float32) for picture in made.pictures]))
        return made

    backend.film = film
    request = ShotRequest(
        spec=guide.spec, keyframe=guide, references=shown, head=2, tail=1, video=folder / "made.mp4", folder=folder,
        guide=folder / clip,
    )  # fmt: skip
    result = backend.shot(request)
    assert pixels.count_frames(request.video) == 12
    return kept[0], result.downgrades


def test_a_reference_speaks_where_its_entity_is_and_the_scale_says_how_strongly(
    models: str, guide: Keyframe, guide_clip: str, tmp_path: Path
) -> None:
    options = "?steps=2&strength=1&identity=on&place_scale=0&figure_scale="
    fox = reference(guide, "fox", "red", tmp_path)
    quiet, half, whole = (
        filmed(f"{models}{options}{scale}", guide, guide_clip, tmp_path, fox)[0] for scale in (0, 0.5, 1)
    )
    change = np.abs(whole - quiet).mean(axis=-1)
    assert 0 < np.abs(half - quiet).mean() < change.mean()
    height, width = change.shape[1:]
    there = change[:, int(0.7 * height) : int(0.92 * height), int(0.7 * width) : int(0.85 * width)].mean()
    assert there > 2 * change[:, : height // 3, : width // 3].mean()
    other = filmed(f"{models}{options}1", guide, guide_clip, tmp_path, reference(guide, "fox", "blue", tmp_path))[0]
    assert np.abs(other - whole).mean() > 0
    mara = filmed(f"{models}{options}1", guide, guide_clip, tmp_path, reference(guide, "mara", "red", tmp_path))[0]
    assert np.abs(mara - whole).mean() > 0


def test_a_reference_without_cut_out_is_named(models: str, guide: Keyframe, guide_clip: str, tmp_path: Path) -> None:
    bare = reference(guide, "fox", "red", tmp_path).model_copy(update={"crops": {}})
    _, said = filmed(f"{models}?steps=2&identity=on", guide, guide_clip, tmp_path, bare)
    assert any("has no cut-out" in row for row in said)


def test_it_is_refused_where_it_has_no_place(models: str) -> None:
    with pytest.raises(RequestRefused, match="layout guidance"):
        create(f"animatediff:{models}?identity=on&layout=on")
    with pytest.raises(RequestRefused, match="no adapter"):
        create("svd:?identity=on")
    assert create(f"animatediff:{models}?identity=on").capabilities().continues is False
