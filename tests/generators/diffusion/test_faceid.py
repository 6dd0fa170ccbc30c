"""FaceID: faces told by a face encoder speak in their own heads, by the names and files that users have."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
import tiny_faces

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from PIL import Image  # noqa: E402
from tiny_sdxl import (  # noqa: E402
    faceid_tensors,
    save_tiny_encoder,
    save_tiny_sdxl,
    save_tiny_sdxl_adapter,
    save_tiny_sdxl_face,
    save_tiny_sdxl_faceid,
)

from generators import Keyframe, RequestRefused, ShotSpec, create, make_keyframe, make_reference  # noqa: E402
from generators.artefacts import Reference  # noqa: E402
from generators.backends.diffusion.loaded import adapter_as_safetensors  # noqa: E402
from generators.crops import FACES  # noqa: E402
from generators.identity import read_picture  # noqa: E402


@pytest.fixture
def registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a face encoder that another package brings."""
    tiny_faces.install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    importlib.invalidate_caches()
    return "tiny-faces"


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("faceid")
    return {
        "base": save_tiny_sdxl(folder / "base"),
        "adapter": save_tiny_sdxl_adapter(folder / "adapter"),
        "face": save_tiny_sdxl_faceid(folder / "face"),
        "encoder": save_tiny_encoder(folder / "encoder"),
    }


def called(parts: dict[str, Path], by: str, **more: object) -> str:
    options = {"steps": 3, "strength": 1, "figure_scale": 0, "place_scale": 0, "face_scale": 1, "face": "faceid",
               "face_encoder": by} | more  # fmt: skip
    places = ",".join(str(parts[role]) for role in ("base", "adapter", "face", "encoder"))
    return f"sdxl-ip:{places}?" + "&".join(f"{key}={value}" for key, value in options.items())


def shown_by(spec: ShotSpec, folder: Path, **files: str) -> tuple[Reference, ...]:
    """References with a front, and the given picture as the user's photo."""
    made = []
    for who, file in files.items():
        Image.new("RGB", (96, 128), "grey").save(folder / f"{who}.png")
        crops = {"front": f"{who}.png", "photo_1": file}
        made.append(
            Reference(maker="test", digest="", entity=spec.cast[who], stage=None, image=f"{who}.png", crops=crops)
        )
    return tuple(made)


@pytest.fixture
def photos(tmp_path: Path) -> None:
    """Two people, and a wall."""
    values = np.random.default_rng(4).integers(0, 255, size=(2, 12, 12, 3), dtype=np.uint8)
    for name, rows in zip(("anna", "boris"), values, strict=True):
        Image.fromarray(rows).resize((96, 96), Image.Resampling.NEAREST).save(tmp_path / f"{name}.png")
    Image.new("RGB", (96, 96), "white").save(tmp_path / "wall.png")


def drawn(name: str, spec: ShotSpec, references: tuple[Reference, ...], folder: Path, image: str) -> Keyframe:
    return make_keyframe(spec, references, backend=create(name), folder=folder, image=image, t=0.5, guide="guide.png")


def test_another_face_changes_the_head_of_its_own_entity(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, guide: Keyframe, photos: None, tmp_path: Path
) -> None:
    name = called(tiny_models, registered)
    made = [
        drawn(name, spec, shown_by(spec, tmp_path, mara=file), tmp_path, f"by_{file}")
        for file in ("anna.png", "boris.png")
    ]
    change = np.abs(read_picture(tmp_path / made[0].image) - read_picture(tmp_path / made[1].image)).mean(axis=2)
    mara = next(track for track in spec.shot.layout if track.entity == "mara")
    left, top, right, bottom = mara.at(0.5)
    height, width = change.shape
    columns = slice(int(left * width), int(right * width))
    head = change[int(top * height) : int((top + 0.3 * (bottom - top)) * height), columns]
    assert head.mean() > 3 * change.mean() > 0
    assert not any("face" in lost for keyframe in made for lost in keyframe.downgrades)


def test_the_scale_of_faces_is_their_own_and_silences_them_at_0(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, guide: Keyframe, photos: None, tmp_path: Path
) -> None:
    changes = []
    for scale in (0, 0.5, 1):
        name = called(tiny_models, registered, face_scale=scale)
        a, b = (
            drawn(name, spec, shown_by(spec, tmp_path, mara=file), tmp_path, f"{scale}_{file}").image
            for file in ("anna.png", "boris.png")
        )
        changes.append(float(np.abs(read_picture(tmp_path / a) - read_picture(tmp_path / b)).mean()))
    assert changes[0] == 0
    assert changes[0] < changes[1] < changes[2]


def test_who_has_no_face_is_told_by_the_whole_picture_and_named(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, guide: Keyframe, photos: None, tmp_path: Path
) -> None:
    name = called(tiny_models, registered)
    made = drawn(name, spec, shown_by(spec, tmp_path, mara="wall.png", fox="anna.png"), tmp_path, "wall_made.png")
    (said,) = (lost for lost in made.downgrades if "face encoder" in lost)
    assert said == "The face encoder sees no face in the pictures of Mara: only the whole of them speaks."
    without = drawn(name, spec, shown_by(spec, tmp_path, fox="anna.png"), tmp_path, "no_mara.png")
    other = drawn(name, spec, shown_by(spec, tmp_path, fox="boris.png"), tmp_path, "other_fox.png")
    assert np.array_equal(read_picture(tmp_path / without.image), read_picture(tmp_path / other.image))


def test_a_photos_face_speaks_in_the_head_of_its_sheet(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, photos: None, tmp_path: Path
) -> None:
    mara = spec.cast["mara"]
    sheet = make_reference(
        mara, backend=create("animatic"), folder=tmp_path, image="sheet.png", style="storybook", seed=1
    )
    change = []
    for file in ("anna.png", "boris.png"):
        made = make_reference(
            mara.model_copy(update={"reference": file}), backend=create(called(tiny_models, registered)),
            folder=tmp_path, image=f"sheet_{file}", style="storybook", seed=1, guide=sheet,
        )  # fmt: skip
        change.append(read_picture(tmp_path / made.image))
    moved = np.abs(change[0] - change[1]).mean(axis=2)
    height, width = moved.shape
    left, top, right, bottom = next(sheet.views[view] for view in FACES if view in sheet.views)
    inside = np.zeros(moved.shape, bool)
    inside[int(top * height) : int(bottom * height), int(left * width) : int(right * width)] = True
    assert moved[inside].mean() > 2 * moved[~inside].mean()


def test_an_adapter_of_the_other_kind_is_refused(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    plus = save_tiny_sdxl_face(tmp_path / "plus") / "sdxl_models"
    (plus / "ip-adapter-plus-face_sdxl_vit-h.safetensors").rename(plus / "ip-adapter-faceid_sdxl.safetensors")
    with pytest.raises(RequestRefused, match=r"ip-adapter-faceid_sdxl\.safetensors is not a FaceID adapter"):
        drawn(called(tiny_models | {"face": plus}, registered), spec, (), tmp_path, "x.png")


def test_the_authors_pickle_becomes_the_same_adapter_as_safetensors(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, guide: Keyframe, photos: None, tmp_path: Path
) -> None:
    torch.save(faceid_tensors(), tmp_path / "ip-adapter-faceid_sdxl.bin")
    own = tmp_path / "own"
    adapter_as_safetensors(tmp_path / "ip-adapter-faceid_sdxl.bin", own / "ip-adapter-faceid_sdxl.safetensors")
    shown = shown_by(spec, tmp_path, mara="anna.png")
    made = [
        drawn(called(tiny_models | {"face": place}, registered), spec, shown, tmp_path, f"{place.name}_made.png")
        for place in (own, tiny_models["face"])
    ]
    assert np.array_equal(*(read_picture(tmp_path / keyframe.image) for keyframe in made))
    (tmp_path / "other.bin").write_bytes(b"no pickle")
    with pytest.raises(RequestRefused, match=r"other\.bin is no IP-Adapter"):
        adapter_as_safetensors(tmp_path / "other.bin", own / "other.safetensors")


@pytest.mark.skipif(find_spec("peft") is not None, reason="peft is installed: nothing is left out")
def test_a_lora_inside_the_adapter_that_cannot_be_loaded_is_named(
    tiny_models: dict[str, Path], registered: str, spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    groups = faceid_tensors()
    groups["ip_adapter"]["0.to_q_lora.down.weight"] = torch.zeros(4, 8)
    torch.save(groups, tmp_path / "with_lora.bin")
    own = tmp_path / "lora"
    adapter_as_safetensors(tmp_path / "with_lora.bin", own / "ip-adapter-faceid_sdxl.safetensors")
    made = drawn(called(tiny_models | {"face": own}, registered), spec, (), tmp_path, "x.png")
    assert any("LoRA inside the adapter" in lost and "storyreel[faceid]" in lost for lost in made.downgrades)
