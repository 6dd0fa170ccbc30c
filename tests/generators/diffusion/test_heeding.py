"""How a shot is to be tried changes the picture: identity in its region, words first, who is left out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generators import ImageGenerator, Keyframe, ShotSpec, VideoGenerator, capabilities, create, make_keyframe
from generators.artefacts import Reference
from generators.identity import read_picture
from generators.regions import entity_regions
from generators.telling import words

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> str:
    from tiny_table import TABLE

    return TABLE["sdxl-ip"].save(tmp_path_factory.mktemp("heeding")).partition("?")[0]


def sheets(spec: ShotSpec, folder: Path) -> tuple[Reference, ...]:
    made = []
    for name, colour in {"fox": "red", "mara": "blue"}.items():
        Image.new("RGB", (96, 128), colour).save(folder / f"{name}.png")
        made.append(
            Reference(
                maker="test", digest="", entity=spec.cast[name], image=f"{name}.png", crops={"front": f"{name}.png"}
            )
        )
    return tuple(made)


def test_a_stronger_hold_on_one_changes_its_own_region_most(
    tiny_models: str, spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    backend = create(f"{tiny_models}?steps=3&strength=1&figure_scale=1")

    def drawn(name: str, **changes: object) -> np.ndarray:
        make_keyframe(
            spec.model_copy(update=changes), sheets(spec, tmp_path), backend=backend, folder=tmp_path, image=name,
            t=0.5,
            guide="guide.png",
        )  # fmt: skip
        return read_picture(tmp_path / name)

    plain, held = drawn("plain.png"), drawn("held.png", identity={"fox": 1.6})
    moved = np.abs(plain - held).mean(axis=-1)
    height, width = moved.shape
    (fox,) = [row for row in entity_regions(spec, (), 0.5).figures if row.entity == "fox"]
    rows = slice(int(fox.box[1] * height), int(fox.box[3] * height))
    columns = slice(int(fox.box[0] * width), int(fox.box[2] * width))
    inside, whole = moved[rows, columns].mean(), moved.mean()
    assert inside > 1.5 * whole > 0
    assert np.array_equal(plain, drawn("same.png", identity={"fox": 1.0}))


def test_emphasis_puts_the_words_first_and_keeps_them(spec: ShotSpec) -> None:
    first = spec.model_copy(update={"emphasis": ("fox",)})
    for profile in ("sdxl", "wan"):
        plain, told = words(spec, profile).text.lower(), words(first, profile).text.lower()
        assert told.find("fox") < told.find("mara")
        assert told.find("fox") < plain.find("fox")
    crowd = {**spec.cast, **{f"a{n}": spec.cast["mara"].model_copy(update={"id": f"a{n}"}) for n in range(12)}}
    tracks = tuple(spec.shot.layout[0].model_copy(update={"key": name, "entity": name}) for name in crowd)
    shot = spec.shot.model_copy(update={"cast": tuple(crowd), "layout": tracks})
    many = spec.model_copy(update={"cast": crowd, "shot": shot})
    assert "some subjects" in words(many, "sdxl").left_out
    assert "fox" in words(many.model_copy(update={"emphasis": ("fox",)}), "sdxl").text


def test_who_is_left_out_has_neither_words_nor_a_region(spec: ShotSpec) -> None:
    less = spec.model_copy(update={"leave_out": ("fox",)})
    assert "fox" not in words(less, "sdxl").text
    assert [row.entity for row in entity_regions(less, (), 0.5).figures] == ["mara"]


def test_backends_say_what_they_heed() -> None:
    assert set(capabilities("sdxl-ip", ImageGenerator).heeds) == {"identity", "emphasis", "leave_out"}
    assert capabilities("sdxl-ip", ImageGenerator).control == pytest.approx(0.35)
    assert capabilities("wan-vace", VideoGenerator).control == 1.0
    svd = capabilities("svd", VideoGenerator)
    assert (svd.heeds, svd.control) == ((), None)
    assert capabilities("animatic", VideoGenerator).heeds == ()
