"""Keyframe backends bind each entity to its own words, box and picture, over tiny real models."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generators import Keyframe, ShotSpec, create, make_keyframe, make_reference
from generators.artefacts import Reference
from generators.base import KeyframeRequest, ReferenceRequest
from generators.identity import read_picture

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from generators.backends.diffusion import bound
from generators.backends.diffusion.base import StillAsk
from generators.backends.diffusion.composed import compose


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    from tiny_flux2 import save_tiny_flux2
    from tiny_gligen import save_tiny_gligen

    folder = tmp_path_factory.mktemp("keyframes")
    return {"flux2": save_tiny_flux2(folder / "flux2"), "gligen": save_tiny_gligen(folder / "gligen")}


def sheets(spec: ShotSpec, folder: Path, colours: dict[str, str]) -> tuple[Reference, ...]:
    """A reference of each entity, filled with a colour."""
    made = []
    for name, colour in colours.items():
        image = f"{name}_{colour}.png"
        Image.new("RGB", (96, 128), colour).save(folder / image)
        made.append(Reference(maker="test", digest="", entity=spec.cast[name], image=image))
    return tuple(made)


def drawn(
    name: str, spec: ShotSpec, references: tuple[Reference, ...], folder: Path, image: str = "made.png"
) -> Keyframe:
    return make_keyframe(spec, references, backend=create(name), folder=folder, image=image, t=0.5, guide="guide.png")


def shifted(spec: ShotSpec, by: float) -> ShotSpec:
    """The same shot with the fox further to the left."""
    *others, fox = spec.shot.layout
    box = (0.7 - by, 0.7, 0.85 - by, 0.92)
    fox = fox.model_copy(update={"keys": tuple(key.model_copy(update={"box": box}) for key in fox.keys)})
    return spec.model_copy(update={"shot": spec.shot.model_copy(update={"layout": (*others, fox)})})


def moved(folder: Path, one: str, other: str) -> float:
    return float(np.abs(read_picture(folder / one) - read_picture(folder / other)).mean())


NAMES = {"flux2": "flux2:{}?steps=2", "gligen": "gligen:{}?steps=3&strength=1&grounding=1"}


@pytest.mark.parametrize("family", NAMES)
def test_pictures_are_bound_to_who_they_show(
    family: str, tiny_models: dict[str, Path], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    name = NAMES[family].format(tiny_models[family])
    own = sheets(spec, tmp_path, {"fox": "red", "mara": "blue"})
    swapped = sheets(spec, tmp_path, {"fox": "blue", "mara": "red"})
    drawn(name, spec, own, tmp_path, "own.png")
    drawn(name, spec, own[::-1], tmp_path, "other_way_round.png")
    drawn(name, spec, swapped, tmp_path, "swapped.png")
    drawn(name, spec, own[:1], tmp_path, "one.png")
    assert moved(tmp_path, "own.png", "other_way_round.png") == 0
    assert moved(tmp_path, "own.png", "swapped.png") > 0.1
    assert moved(tmp_path, "own.png", "one.png") > 0.1


def test_a_box_acts_in_the_share_of_steps_that_holds_boxes(
    tiny_models: dict[str, Path], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    own = sheets(spec, tmp_path, {"fox": "red", "mara": "blue"})
    by_share = {}
    for share in (0, 0.3, 1):
        name = f"gligen:{tiny_models['gligen']}?steps=3&strength=1&grounding={share}"
        drawn(name, spec, own, tmp_path, "here.png")
        drawn(name, shifted(spec, 0.4), own, tmp_path, "there.png")
        by_share[share] = moved(tmp_path, "here.png", "there.png")
    assert by_share[0] == 0
    assert 0 < by_share[0.3] < by_share[1]


def test_a_picture_over_its_guide_stays_nearer_to_it_with_less_strength(
    tiny_models: dict[str, Path], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    for strength in (0.4, 1):
        drawn(f"gligen:{tiny_models['gligen']}?steps=5&strength={strength}", spec, (), tmp_path, f"{strength}.png")
    assert moved(tmp_path, "guide.png", "0.4.png") < moved(tmp_path, "guide.png", "1.png")


def test_who_is_left_out_is_named_least_seen_first(spec: ShotSpec, tmp_path: Path) -> None:
    ask = KeyframeRequest(spec=spec, references=sheets(spec, tmp_path, {"fox": "red", "mara": "blue"}), t=0.5,
                          image=tmp_path / "x.png", folder=tmp_path)  # fmt: skip
    found = bound.seen(ask)
    assert [item.key for item in found] == ["mara", "fox"]
    assert found[0].picture is not None
    assert found[0].picture.getpixel((5, 5)) == (0, 0, 255)
    kept, lost = bound.fewer(found, 1, "flux2")
    assert [item.key for item in kept] == ["mara"]
    assert lost == ("flux2 binds 1 pictures at once: the red fox is described in words alone.",)


def test_the_words_say_which_picture_is_who(spec: ShotSpec, tmp_path: Path) -> None:
    references = sheets(spec, tmp_path, {"fox": "red", "mara": "blue"})
    request = KeyframeRequest(spec=spec, references=references, t=0.5, image=tmp_path / "x.png", folder=tmp_path)
    guide = Image.new("RGB", (320, 192), "grey")
    ask = StillAsk(request, "On the beach.", "", (320, 192), guide, references, tmp_path, (1,))
    made = compose(ask, most=3, side=512, backend="flux2", picture="image")
    assert "Image 1 is the layout" in made.text
    assert "Image 2 shows Mara: an elderly woman" in made.text
    assert "Image 3 shows the red fox" in made.text
    assert made.text.endswith("On the beach.")
    assert [picture.getpixel((9, 9)) for picture in made.pictures] == [(128, 128, 128), (0, 0, 255), (255, 0, 0)]
    free = compose(dataclasses.replace(ask, guide=None), most=1, side=512, backend="flux2", picture="image")
    assert "Image 1 shows Mara" in free.text
    assert "red fox" in free.downgrades[0]


@pytest.mark.parametrize("family", NAMES)
def test_a_sheet_is_drawn_over_its_guide_after_the_users_photo(
    family: str, tiny_models: dict[str, Path], spec: ShotSpec, tmp_path: Path
) -> None:
    sheet = make_reference(
        spec.cast["fox"], backend=create("animatic"), folder=tmp_path, image="sheet.png", style="storybook", seed=7
    )
    with Image.open(tmp_path / "sheet.png") as picture:
        small = picture.resize((320, 192))
    small.save(tmp_path / "sheet.png")
    for colour in ("red", "green"):
        Image.new("RGB", (90, 90), colour).save(tmp_path / f"{colour}.png")
        backend = create(NAMES[family].format(tiny_models[family]))
        request = ReferenceRequest(
            entity=spec.cast["fox"], stage=None, style="storybook", seed=7, image=tmp_path / f"drawn_{colour}.png",
            guide=tmp_path / "sheet.png", guide_views=sheet.views, photos=(tmp_path / f"{colour}.png",),
        )  # fmt: skip
        assert backend.reference(request).views == sheet.views
    assert read_picture(tmp_path / "drawn_red.png").shape == read_picture(tmp_path / "sheet.png").shape
    assert moved(tmp_path, "drawn_red.png", "drawn_green.png") > 0.1
