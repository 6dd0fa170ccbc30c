"""Keyframe backends bind each entity to its own words, box and picture, over tiny real models."""

from __future__ import annotations

import dataclasses
import importlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from generators import Keyframe, ShotSpec, create, make_keyframe
from generators.artefacts import Reference
from generators.base import KeyframeRequest
from generators.identity import read_picture

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

from generators.backends.diffusion import bound
from generators.backends.diffusion.base import StillAsk
from generators.backends.diffusion.composed import compose


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    from tiny_table import TABLE

    folder = tmp_path_factory.mktemp("keyframes")
    return {name: TABLE[name].save(folder / name).partition("?")[0] for name in ("gligen", "sdxl-ip")}


def sheets(spec: ShotSpec, folder: Path, colours: dict[str, str]) -> tuple[Reference, ...]:
    """A reference of each entity, filled with a colour."""
    made = []
    for name, colour in colours.items():
        image = f"{name}_{colour}.png"
        Image.new("RGB", (96, 128), colour).save(folder / image)
        made.append(Reference(maker="test", digest="", entity=spec.cast[name], image=image, crops={"front": image}))
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


def test_a_box_acts_in_the_share_of_steps_that_holds_boxes(
    tiny_models: dict[str, str], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    own = sheets(spec, tmp_path, {"fox": "red", "mara": "blue"})
    by_share = {}
    for share in (0, 0.3, 1):
        name = f"{tiny_models['gligen']}?steps=3&strength=1&grounding={share}"
        drawn(name, spec, own, tmp_path, "here.png")
        drawn(name, shifted(spec, 0.4), own, tmp_path, "there.png")
        by_share[share] = moved(tmp_path, "here.png", "there.png")
    assert by_share[0] == 0
    assert 0 < by_share[0.3] < by_share[1]


def test_a_picture_over_its_guide_stays_nearer_to_it_with_less_strength(
    tiny_models: dict[str, str], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    for strength in (0.4, 1):
        drawn(f"{tiny_models['gligen']}?steps=5&strength={strength}", spec, (), tmp_path, f"{strength}.png")
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
    ask = StillAsk(request, "On the beach.", "", (320, 192), guide, references, tmp_path, (1,), 1.0)
    made = compose(ask, most=3, side=512, backend="flux2", picture="image")
    assert "Image 1 is the layout" in made.text
    assert "Image 2 shows Mara: an elderly woman" in made.text
    assert "Image 3 shows the red fox" in made.text
    assert made.text.endswith("On the beach.")
    assert [picture.getpixel((9, 9)) for picture in made.pictures] == [(128, 128, 128), (0, 0, 255), (255, 0, 0)]
    free = compose(dataclasses.replace(ask, guide=None), most=1, side=512, backend="flux2", picture="image")
    assert "Image 1 shows Mara" in free.text
    assert "red fox" in free.downgrades[0]


@pytest.mark.parametrize("who", ["mara", "fox"])
def test_an_adapter_acts_in_its_own_entitys_region(
    who: str, tiny_models: dict[str, str], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    name = f"{tiny_models['sdxl-ip']}?steps=3&strength=1&figure_scale=1"
    colours = {"fox": "red", "mara": "blue"}
    drawn(name, spec, sheets(spec, tmp_path, colours), tmp_path, "one.png")
    drawn(name, spec, sheets(spec, tmp_path, {**colours, who: "green"}), tmp_path, "other.png")
    change = np.abs(read_picture(tmp_path / "one.png") - read_picture(tmp_path / "other.png")).mean(axis=2)
    inside = {
        item.key: change[_rows(item.box, change.shape)].mean()
        for item in bound.seen(
            KeyframeRequest(spec=spec, references=(), t=0.5, image=tmp_path / "x.png", folder=tmp_path)
        )
        if item.box is not None
    }
    rest = inside.keys() - {who}
    assert inside[who] > 1.5 * max(inside[name] for name in rest)
    assert inside[who] > 1.5 * change.mean()


def _rows(box: tuple[float, float, float, float], shape: tuple[int, ...]) -> tuple[slice, slice]:
    height, width = shape[:2]
    return (
        slice(int(box[1] * height), int(box[3] * height)),
        slice(int(box[0] * width), int(box[2] * width)),
    )


def test_scale_0_silences_the_pictures_and_each_scale_is_its_own(
    tiny_models: dict[str, str], spec: ShotSpec, guide: Keyframe, tmp_path: Path
) -> None:
    name = f"{tiny_models['sdxl-ip']}?steps=3&strength=1"
    own = sheets(spec, tmp_path, {"fox": "red", "mara": "blue"})
    other = sheets(spec, tmp_path, {"fox": "blue", "mara": "red"})
    for scale in (0, 0.5, 1):
        drawn(f"{name}&figure_scale={scale}", spec, own, tmp_path, f"own_{scale}.png")
        drawn(f"{name}&figure_scale={scale}", spec, other, tmp_path, f"other_{scale}.png")
    by_scale = [moved(tmp_path, f"own_{scale}.png", f"other_{scale}.png") for scale in (0, 0.5, 1)]
    assert by_scale[0] == 0
    assert by_scale[0] < by_scale[1] < by_scale[2]
    drawn(f"{name}&figure_scale=0&style_scale=1", spec, own, tmp_path, "styled.png")
    assert moved(tmp_path, "own_0.png", "styled.png") > 0.1
    versions = {create(f"{name}&{sort}_scale=0.9").capabilities().version for sort in ("figure", "place", "style")}
    assert len(versions) == 3


@pytest.mark.parametrize("family", ["gligen", "sdxl-ip"])
def test_a_keyframe_tells_where_attention_saw_each_and_has_the_same_pixels(
    family: str,
    tiny_models: dict[str, str],
    spec: ShotSpec,
    guide: Keyframe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = importlib.import_module(f"generators.backends.diffusion.{'ip' if family == 'sdxl-ip' else family}")
    own = sheets(spec, tmp_path, {"fox": "red", "mara": "blue"})
    boxes = {}
    for name, spans in (("seen", {"mara": (1, 2), "fox": (9,)}), ("plain", {})):
        monkeypatch.setattr(module, "spans_of", lambda pipeline, ask, spans=spans: spans)
        made = drawn(f"{tiny_models[family]}?steps=2&strength=1", spec, own, tmp_path, f"{name}.png")
        boxes[name] = made.attended
    assert set(boxes["seen"]) == {"mara", "fox"}
    assert all(0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1 for box in boxes["seen"].values())
    assert boxes["plain"] == {}
    assert moved(tmp_path, "seen.png", "plain.png") == 0
