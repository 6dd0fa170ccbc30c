"""How closely learned generators keep to the animatic: strength per shot, ControlNets over its control files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generators import ControlRequest, Keyframe, RequestRefused, ShotSpec, create, make_keyframe, make_shot
from generators.controls import read_controls, write_controls
from generators.identity import read_picture

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


@pytest.fixture(scope="session")
def tiny_controlnet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_models import save_tiny_controlnet

    return save_tiny_controlnet(tmp_path_factory.mktemp("models") / "controlnet")


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """SDXL with a ControlNet, and what its adapters need."""
    import tiny_sdxl as tiny

    folder = tmp_path_factory.mktemp("sdxl")
    return {
        "base": tiny.save_tiny_sdxl(folder / "base"),
        "adapter": tiny.save_tiny_sdxl_adapter(folder / "adapter"),
        "face": tiny.save_tiny_sdxl_face(folder / "face"),
        "encoder": tiny.save_tiny_encoder(folder / "encoder"),
        "controlnet": tiny.save_tiny_sdxl_controlnet(folder / "controlnet"),
    }


PLACES = {"img2img": ("base", "controlnet"), "sdxl-ip": ("base", "adapter", "face", "encoder", "controlnet")}


@pytest.fixture
def controls(spec: ShotSpec, guide: Keyframe, tmp_path: Path) -> str:
    create("animatic").control(ControlRequest(spec=spec, t=0.5, control=tmp_path / "still.control.npz"))
    create("animatic").control(ControlRequest(spec=spec, head=2, tail=1, control=tmp_path / "clip.control.npz"))
    return "still.control.npz"


def with_control(spec: ShotSpec, value: float | None) -> ShotSpec:
    return spec.model_copy(update={"shot": spec.shot.model_copy(update={"control": value})})


def moved(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.abs(a - b).mean())


def test_the_shots_own_control_goes_before_the_options_strength(
    tiny_base: Path, guide: Keyframe, tmp_path: Path
) -> None:
    shown = read_picture(tmp_path / "guide.png")
    far = []
    for control in (1.0, 0.0):
        made = make_keyframe(
            with_control(guide.spec, control),
            backend=create(f"img2img:{tiny_base}?steps=4&strength=0.5"),
            folder=tmp_path,
            image=f"{control}.png",
            t=0.5,
            guide="guide.png",
        )
        far.append(moved(shown, read_picture(tmp_path / made.image)))
    assert far[0] < 1
    assert far[1] > 20


@pytest.mark.parametrize("kind", ["depth", "lines", "scribble", "seg"])
def test_another_control_picture_changes_the_drawing_there(
    kind: str, tiny_base: Path, tiny_controlnet: Path, guide: Keyframe, controls: str, tmp_path: Path
) -> None:
    whole = read_controls(tmp_path / controls)
    empty = [frame.__class__(frame.control.model_copy(update={"depth": ()}), frame.ids * 0) for frame in whole.frames]
    write_controls(tmp_path / "empty.npz", empty, keys=whole.keys, kinds=whole.kinds)
    backend = create(f"img2img:{tiny_base},{tiny_controlnet}?steps=2&strength=1&controlnet={kind}")

    def drawn(name: str, control: str, scale: float | None = None) -> np.ndarray:
        made = make_keyframe(
            with_control(guide.spec, scale), backend=backend, folder=tmp_path, image=name, t=0.5, guide="guide.png",
            control=control,
        )  # fmt: skip
        return read_picture(tmp_path / made.image)

    held, free = drawn("a.png", controls), drawn("b.png", controls, 0.0)
    assert moved(held, free) > 0.05
    other = drawn("c.png", "empty.npz")
    changed = np.abs(held - other).mean(axis=-1)
    if kind in ("lines", "scribble"):
        assert changed.max() == 0
    else:
        mask = whole.mask(0, "mara") | whole.mask(0, "fox")
        assert changed[mask].mean() > 1.4 * changed[~mask].mean()


@pytest.mark.parametrize("kind", ["depth", "scribble"])
@pytest.mark.parametrize("backend", PLACES)
def test_the_more_a_shot_asks_for_control_the_nearer_sdxl_is_to_what_its_controlnet_paints(
    backend: str, kind: str, tiny_models: dict[str, Path], guide: Keyframe, controls: str, tmp_path: Path
) -> None:
    places = ",".join(str(tiny_models[role]) for role in PLACES[backend])
    maker = create(f"{backend}:{places}?steps=2&strength=1&controlnet={kind}")

    def drawn(control: float | None) -> np.ndarray:
        made = make_keyframe(
            with_control(guide.spec, control), backend=maker, folder=tmp_path, image=f"{control}.png", t=0.5,
            guide="guide.png", control=controls,
        )  # fmt: skip
        assert not any("without its ControlNet" in lost for lost in made.downgrades)
        return read_picture(tmp_path / made.image)

    free, some, more, whole = (drawn(value) for value in (0.0, 0.3, 0.6, 1.0))
    assert moved(free, whole) > moved(some, whole) > moved(more, whole) > 0
    assert 0 < moved(some, free) < moved(more, free) < moved(whole, free)
    assert np.array_equal(drawn(None), whole)


def test_a_figure_in_the_depth_map_changes_sdxl_where_it_stands(
    tiny_models: dict[str, Path], guide: Keyframe, controls: str, tmp_path: Path
) -> None:
    whole = read_controls(tmp_path / controls)
    frame = whole.frames[0]
    alone = frame.control.model_copy(update={"depth": tuple(key for key in frame.control.depth if key != "fox")})
    ids = np.where(whole.mask(0, "fox"), 0, frame.ids).astype(frame.ids.dtype)
    write_controls(tmp_path / "alone.npz", [frame.__class__(alone, ids)], keys=whole.keys, kinds=whole.kinds)
    places = ",".join(str(tiny_models[role]) for role in PLACES["img2img"])
    maker = create(f"img2img:{places}?steps=2&strength=1&controlnet=depth")
    shown = []
    for control in (controls, "alone.npz"):
        made = make_keyframe(
            guide.spec, backend=maker, folder=tmp_path, image=f"{control}.png", t=0.5, guide="guide.png",
            control=control,
        )  # fmt: skip
        shown.append(read_picture(tmp_path / made.image))
    change, fox = np.abs(shown[0] - shown[1]).mean(axis=-1), whole.mask(0, "fox")
    assert change[fox].mean() > 3 * change[~fox].mean() > 0


def test_a_clip_under_a_controlnet_follows_its_control_file(
    tiny_base: Path, tiny_adapter: Path, tiny_controlnet: Path, guide: Keyframe, guide_clip: str, controls: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    backend = create(f"animatediff:{tiny_base},{tiny_adapter},{tiny_controlnet}?steps=2&strength=1&controlnet=depth")
    clips = []
    for scale in (1.0, 0.0):
        keyframe = guide.model_copy(update={"spec": with_control(guide.spec, scale)})
        made = make_shot(
            keyframe, backend=backend, folder=tmp_path, video=f"{scale}.mp4", head=2, tail=1, guide=guide_clip,
            control="clip.control.npz",
        )  # fmt: skip
        clips.append((tmp_path / made.video).read_bytes())
    assert clips[0] != clips[1]


def test_a_controlnet_nobody_knows_must_be_named(tiny_base: Path) -> None:
    with pytest.raises(RequestRefused, match=r"knows no ControlNet for seg: name one as img2img:BASE,CONTROLNET"):
        create(f"img2img:{tiny_base}?controlnet=seg")


def test_a_reference_sheet_has_no_depth_and_says_so(
    tiny_base: Path, tiny_controlnet: Path, spec: ShotSpec, tmp_path: Path
) -> None:
    from generators import make_reference

    made = make_reference(
        spec.cast["fox"],
        backend=create(f"img2img:{tiny_base},{tiny_controlnet}?steps=2&controlnet=depth"),
        folder=tmp_path,
        image="fox.png",
        style="storybook",
        seed=3,
    )
    assert any("without its ControlNet" in lost for lost in made.downgrades)
