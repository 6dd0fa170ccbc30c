"""FaceID: faces told by a face encoder speak in their own heads, by the names and files that users have."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
import tiny_faces
from PIL import Image
from safetensors import safe_open

from generators import (
    ImageGenerator,
    Keyframe,
    MissingExtra,
    RequestRefused,
    ShotSpec,
    capabilities,
    create,
    make_keyframe,
    make_reference,
    models,
    settings,
)
from generators.artefacts import Reference
from generators.crops import FACES
from generators.errors import UnknownGenerator
from generators.face_encoders import FaceBank, face_encoder
from generators.identity import read_picture

NAMED = "sdxl-ip:,,{face},?face=faceid&face_encoder={by}"


@pytest.fixture
def registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a face encoder that another package brings."""
    tiny_faces.install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    importlib.invalidate_caches()
    return "tiny-faces"


def test_a_face_encoder_that_is_not_installed_is_named_before_anything_loads(tmp_path: Path) -> None:
    if find_spec("insightface"):
        pytest.skip("insightface is installed here")
    name = NAMED.format(face=tmp_path, by="insightface")
    assert capabilities(name, ImageGenerator).reference_images == 8
    with pytest.raises(MissingExtra, match=r"insightface.*pip install 'storyreel\[faceid\]'"):
        create(name)
    with pytest.raises(MissingExtra, match=r"pip install 'storyreel\[faceid\]'"):
        face_encoder("insightface")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sdxl-ip:?face=faceid", r"name one as sdxl-ip:BASE,ADAPTER,FACE,ENCODER\?face=faceid"),
        ("kolors-ip:?face=faceid", "kolors-ip has no adapter that hears a face encoder"),
        ("sdxl-ip:?face=arcface", "face: "),
    ],
)
def test_what_cannot_be_had_is_refused_in_words(name: str, said: str) -> None:
    with pytest.raises(RequestRefused, match=said):
        capabilities(name, ImageGenerator)


def test_an_unknown_face_encoder_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownGenerator, match="did you mean 'insightface'"):
        create(NAMED.format(face=tmp_path, by="insight"))


def test_a_named_adapter_takes_the_place_of_the_face_adapter(tmp_path: Path, registered: str) -> None:
    plain, told = models("sdxl-ip"), models(NAMED.format(face=tmp_path, by=registered))
    assert [need.role for need in told] == [need.role for need in plain] == ["base", "adapter", "face", "encoder"]
    assert told[2].repository == str(tmp_path)
    assert {row.name: row.default for row in settings("sdxl-ip")}["face"] == "clip"
    versions = {capabilities(f"sdxl-ip:,,{tmp_path},{ask}", ImageGenerator).version
                for ask in ("", f"?face=faceid&face_encoder={registered}", "?face=faceid")}  # fmt: skip
    assert len(versions) == 3


def test_each_picture_is_looked_at_once_and_kept_with_who_looked(tmp_path: Path, registered: str) -> None:
    Image.effect_noise((40, 40), 90).convert("RGB").save(tmp_path / "anna.png")
    Image.new("RGB", (40, 40), "white").save(tmp_path / "wall.png")
    files = [tmp_path / "anna.png", tmp_path / "wall.png"]
    bank = FaceBank(face_encoder(registered))
    assert bank.of(files).shape == (1, 512)
    assert bank.of(files[::-1]).shape == (1, 512)
    assert bank.runs == 2
    again = FaceBank(face_encoder(registered))
    assert np.array_equal(again.of(files), bank.of(files))
    assert again.runs == 0
    assert len(again.of([tmp_path / "wall.png"])) == 0
    (kept,) = tmp_path.glob("anna.face-*.safetensors")
    with safe_open(str(kept), framework="numpy") as stored:
        assert (stored.metadata()["embedder"], stored.metadata()["digest"]) == ("tiny-faces:1", "sha256:of-no-weights")


def test_an_identity_can_be_embedded_by_a_face_encoder(tmp_path: Path, registered: str, spec: ShotSpec) -> None:
    def made(who: str) -> Reference:
        return make_reference(
            spec.cast[who], backend=create("animatic"), folder=tmp_path, image=f"{who}.png", style="ink", seed=1,
            embedder=f"faceid:{registered}",
        )  # fmt: skip

    mara = made("mara")
    with safe_open(str(tmp_path / mara.identity.file), framework="numpy") as stored:
        assert stored.get_tensor("embedding").shape[1] == 512
        assert stored.metadata()["embedder"] == f"faceid:{registered}"


torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from tiny_sdxl import (  # noqa: E402
    faceid_tensors,
    save_tiny_encoder,
    save_tiny_sdxl,
    save_tiny_sdxl_adapter,
    save_tiny_sdxl_face,
    save_tiny_sdxl_faceid,
)

from generators.backends.diffusion.loaded import adapter_as_safetensors  # noqa: E402


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
