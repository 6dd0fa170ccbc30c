"""Face encoders by name: what is missing is said before anything loads, and each picture is looked at once."""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
import tiny_faces
from safetensors import safe_open
from small_plans import make_small_plan

from generators import (
    ImageGenerator,
    MissingExtra,
    RequestRefused,
    capabilities,
    create,
    make_reference,
    models,
    settings,
)
from generators.crops import write_png
from generators.errors import UnknownGenerator
from generators.face_encoders import FaceBank, face_encoder

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
    write_png(tmp_path / "anna.png", np.random.default_rng(3).integers(0, 255, (40, 40, 3), dtype=np.uint8))
    write_png(tmp_path / "wall.png", np.full((40, 40, 3), 255, np.uint8))
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


def test_an_identity_can_be_embedded_by_a_face_encoder(tmp_path: Path, registered: str) -> None:
    mara = make_reference(
        make_small_plan().entities["mara"], backend=create("animatic"), folder=tmp_path, image="mara.png",
        style="ink", seed=1, embedder=f"faceid:{registered}",
    )  # fmt: skip
    with safe_open(str(tmp_path / mara.identity.file), framework="numpy") as stored:
        assert stored.get_tensor("embedding").shape[1] == 512
        assert stored.metadata()["embedder"] == f"faceid:{registered}"
