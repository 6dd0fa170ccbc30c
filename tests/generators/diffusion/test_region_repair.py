"""A region of a still is painted anew by tiny real models: it changes, and every pixel outside of it stays."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from generators import Keyframe, Patch, RepairRequest, ShotSpec, create, make_keyframe, make_reference, repair_keyframe
from generators.base import ImageGenerator, Repairer
from generators.crops import read_rgb
from generators.patches import mask_of
from generators.registry import capabilities

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")

BOX = (0.55, 0.3, 0.9, 0.95)


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    from tiny_table import TABLE

    folder = tmp_path_factory.mktemp("repairing")
    return {name: TABLE[name].save(folder / name) for name in ("img2img", "sdxl-ip", "kolors-ip")}


def repaired(name: str, spec: ShotSpec, folder: Path, patches: tuple[Patch, ...], **more: Any) -> tuple[Any, Any]:
    """The guide as if it were the still, before and after."""
    before = read_rgb(folder / "guide.png")
    made = repair_keyframe(
        spec, patches, backend=create(name), folder=folder, still=folder / "guide.png", image="fixed.png", t=0.5, **more
    )
    return before.astype(int), read_rgb(folder / made.image).astype(int)


@pytest.mark.parametrize("name", ["img2img", "sdxl-ip", "kolors-ip"])
def test_what_lies_outside_the_region_stays_to_the_pixel(
    name: str, tiny_models: dict[str, str], guide: Keyframe, tmp_path: Path
) -> None:
    spec = guide.spec
    backend = tiny_models[name]
    assert capabilities(backend, ImageGenerator).repairs
    assert isinstance(create(backend), Repairer)
    patch = Patch(entity="fox", region=BOX, words="fully visible")
    fox = make_reference(
        spec.cast["fox"], backend=create("animatic"), folder=tmp_path, image="fox.png", style="ink", seed=1
    )
    before, after = repaired(backend, spec, tmp_path, (patch,), references=(fox,), guide="guide.png")
    inside = mask_of((patch,), spec.size) > 0
    assert 0.15 < inside.mean() < 0.5
    assert np.array_equal(before[~inside], after[~inside])
    assert np.abs(before - after)[inside].mean() > 5


def test_while_a_region_is_painted_the_model_itself_holds_the_rest(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    """Without the hold the model would paint all of it; only the last layer of pixels would hide that."""
    from generators.base import KeyframeRequest

    spec = guide.spec
    backend = create(f"img2img:{tiny_base}?steps=4")
    drawn: list[Any] = []
    plain = backend.draw

    def draw(pipeline: Any, ask: Any) -> Any:
        made = plain(pipeline, ask)
        drawn.append(np.asarray(made.picture.resize(spec.size), int))
        return made

    backend.draw = draw
    still = KeyframeRequest(spec=spec, references=(), t=0.5, image=tmp_path / "x.png", folder=tmp_path)
    patch = Patch(entity="fox", region=(0.5, 0.0, 1.0, 1.0))
    backend.repair(RepairRequest(still=still, source=tmp_path / "guide.png", patches=(patch,)))
    backend.keyframe(still.model_copy(update={"guide": tmp_path / "guide.png"}))
    shown = read_rgb(tmp_path / "guide.png").astype(int)
    left = slice(0, spec.size[0] // 3)
    held, free = (np.abs(picture[:, left] - shown[:, left]).mean() for picture in drawn)
    assert held < free


def test_another_number_is_another_picture_and_the_same_one_is_the_same(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    name, patch = f"img2img:{tiny_base}?steps=2", Patch(entity="fox", region=BOX)
    one, two, other = (repaired(name, guide.spec, tmp_path, (patch,), number=n)[1] for n in (1, 1, 2))
    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


def test_two_regions_are_painted_each_by_its_own_words_and_what_is_kept_stays(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    keep = (0.6, 0.3, 0.7, 0.95)
    patches = (
        Patch(entity="fox", region=BOX, keep=(keep,)),
        Patch(entity="mara", region=(0.05, 0.1, 0.3, 0.9), words="in blue"),
    )
    before, after = repaired(f"img2img:{tiny_base}?steps=2", guide.spec, tmp_path, patches)
    width, height = guide.spec.size
    column = slice(int(0.62 * width), int(0.68 * width))
    rows = slice(int(0.32 * height), int(0.9 * height))
    assert np.array_equal(before[rows, column], after[rows, column])
    changed = np.abs(before - after).sum(axis=2) > 0
    assert changed[:, : width // 3].any()
    assert changed[:, int(0.75 * width) :].any()


def test_a_region_starts_from_what_the_guide_shows_there(tiny_base: Path, guide: Keyframe, tmp_path: Path) -> None:
    """A still without anybody, a guide with somebody: a weak model still shows something of the guide's figure."""
    from generators.crops import write_png

    spec = guide.spec
    shown = read_rgb(tmp_path / "guide.png")
    write_png(tmp_path / "white.png", np.full_like(shown, 255))
    write_png(tmp_path / "black.png", np.zeros_like(shown))
    patch = Patch(entity="fox", region=BOX)
    made = {}
    for name in ("white", "black"):
        repair_keyframe(
            spec, (patch,), backend=create(f"img2img:{tiny_base}?steps=4"), folder=tmp_path, t=0.5,
            still=tmp_path / "guide.png", image=f"over_{name}.png", guide=f"{name}.png",
        )  # fmt: skip
        made[name] = read_rgb(tmp_path / f"over_{name}.png").astype(int)
    inside = mask_of((patch,), spec.size) == 1
    assert made["white"][inside].mean() > made["black"][inside].mean()


def test_a_picture_is_made_by_another_way_where_a_model_has_no_unet() -> None:
    from generators.backends.diffusion.repairing import holding_outside
    from generators.errors import RequestRefused

    ask = SimpleNamespace(region=np.ones((4, 4), np.float32), guide=object())
    with pytest.raises(RequestRefused, match="UNet"), holding_outside(SimpleNamespace(unet=None), ask):
        pass


def test_stills_stay_as_they_were_without_a_region(tiny_base: Path, guide: Keyframe, tmp_path: Path) -> None:
    backend = create(f"img2img:{tiny_base}?steps=2&strength=0.9")
    names = []
    for number in (1, 2):
        names.append(f"{number}.png")
        make_keyframe(guide.spec, backend=backend, folder=tmp_path, image=names[-1], t=0.5, guide="guide.png")
        repaired(f"img2img:{tiny_base}?steps=2", guide.spec, tmp_path, (Patch(entity="fox", region=BOX),))
    assert (tmp_path / names[0]).read_bytes() == (tmp_path / names[1]).read_bytes()
