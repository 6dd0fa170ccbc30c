"""Models are chosen by a generator's name; what is missing or wrongly asked is said before anything loads."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from generators import (
    ImageGenerator,
    RequestRefused,
    ShotSpec,
    UnknownGenerator,
    VideoGenerator,
    capabilities,
    models,
    registry,
    shot_spec,
)
from generators.artefacts import Keyframe, MouthTrack
from generators.backends.diffusion import able, adapt
from generators.backends.diffusion.models import choose
from generators.base import ShotRequest
from generators.errors import MissingExtra
from planners import Plan


def spec(plan: Plan, frames: int, fps: int, size: tuple[int, int]) -> ShotSpec:
    made = shot_spec(plan, "shot_001")
    shot = made.shot.model_copy(update={"frames": frames})
    return made.model_copy(update={"shot": shot, "fps": fps, "size": size})


def test_the_model_and_its_options_are_part_of_the_version(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    (folder / "unet").mkdir(parents=True)
    (folder / "unet" / "config.json").write_text('{"sample_size": 64}')
    names = ("img2img", f"img2img:{folder}", f"img2img:{folder}?steps=4", "img2img:a/b@c1", "img2img:a/b@c2")
    versions = [capabilities(name, ImageGenerator).version for name in names]
    assert len(set(versions)) == len(names)
    assert capabilities(f"img2img:{folder}", ImageGenerator).version == versions[1]
    (folder / "unet" / "config.json").write_text('{"sample_size": 32}')
    assert capabilities(f"img2img:{folder}", ImageGenerator).version != versions[1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("img2img:/no/such/folder", "neither a folder here nor"),
        ("img2img:a/b,c/d", r"takes 1 model\(s\) \(base\)"),
        ("img2img:?steps=0", "steps: "),
        ("img2img:?stepz=3", "known: steps, guidance, strength"),
        ("animatediff:?strength=1.5", "strength: "),
    ],
)
def test_a_wrong_choice_is_refused_in_words(name: str, said: str) -> None:
    role = VideoGenerator if name.startswith("anim") else ImageGenerator
    with pytest.raises(RequestRefused, match=said):
        capabilities(name, role)


def test_a_maker_of_shots_is_refused_as_a_maker_of_stills() -> None:
    with pytest.raises(UnknownGenerator, match="makes shots, not images"):
        capabilities("animatediff", ImageGenerator)


def test_a_missing_extra_is_named_with_its_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(able, "REQUIRES", ("torch_of_another_world",))
    for ask in (registry.require, registry.create, registry.fetch):
        with pytest.raises(MissingExtra, match=r"pip install 'storyreel\[diffusion\]'"):
            ask("img2img")


@pytest.mark.parametrize("name", sorted(registry.available()))
def test_what_a_generator_can_do_is_told_where_nothing_is_installed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(able, "REQUIRES", ("torch_of_another_world",))
    told = []
    for role in (ImageGenerator, VideoGenerator):
        with contextlib.suppress(UnknownGenerator):
            told.append(registry.capabilities(name, role))
    assert told
    assert all(row.name == name for row in told)


def test_models_tell_whether_they_are_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    assert [need.cached for need in models("animatediff")] == [False, False]
    adapter = choose("animatediff").repositories["adapter"]
    kept = tmp_path / f"models--{adapter.repository.replace('/', '--')}"
    snapshot = kept / "snapshots" / str(adapter.revision)
    snapshot.mkdir(parents=True)
    (snapshot / "diffusion_pytorch_model.fp16.safetensors").write_bytes(b"")
    assert [need.cached for need in models("animatediff")] == [False, True]
    (kept / "blobs").mkdir()
    (kept / "blobs" / "abc.incomplete").write_bytes(b"")
    assert [need.cached for need in models("animatediff")] == [False, False]
    assert models("animatic") == ()


def test_of_a_shared_repository_each_part_is_looked_for_by_itself_at_the_proposal_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    adapter = choose("kolors-ip").repositories["adapter"]
    assert adapter.revision == "refs/pr/4"
    kept = tmp_path / f"models--{adapter.repository.replace('/', '--')}"
    (kept / "refs" / "refs" / "pr").mkdir(parents=True)
    (kept / "refs" / "refs" / "pr" / "4").write_text("abc123")
    (kept / "snapshots" / "abc123").mkdir(parents=True)
    (kept / "snapshots" / "abc123" / str(adapter.file)).write_bytes(b"")
    here = {role: row.cached() for role, row in choose("kolors-ip").repositories.items()}
    assert here == {"base": False, "adapter": True, "encoder": False}


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (640, 640), (320, 180)])
def test_the_model_gets_its_own_size_in_the_films_shape(size: tuple[int, int]) -> None:
    width, height = adapt.native_size(size, 512, 64)
    assert width % 64 == height % 64 == 0
    assert width * height <= 1.3 * min(512 * 512, max(size[0] * size[1], 64 * 64 * 9))
    assert abs(width / height / (size[0] / size[1]) - 1) < 0.2


@pytest.mark.parametrize(("frames", "fps", "made"), [(72, 24, 25), (16, 8, 16), (5, 24, 3), (1, 24, 1), (2000, 24, 64)])
def test_a_take_is_made_at_the_models_rate_and_ends_on_its_last_frame(
    small_plan: Plan, frames: int, fps: int, made: int
) -> None:
    fitted = adapt.moving(spec(small_plan, frames, fps, (640, 360)), frames, choose("animatediff"))
    assert len(fitted.steps) == made
    assert (fitted.steps[0], fitted.steps[-1]) == (0, frames - 1)
    assert list(fitted.steps) == sorted(set(fitted.steps))
    assert fitted.windows == (16 if made > 16 else 0)
    assert any("frames a second" in lost for lost in fitted.downgrades) == (made < frames)
    assert any("a window runs over them" in lost for lost in fitted.downgrades) == (made > 16)


def asked(spec: ShotSpec, folder: Path, **more: object) -> ShotRequest:
    still = Keyframe(maker="test", digest="", spec=spec, image="a.png", t=0.4)
    return ShotRequest(spec=spec, keyframe=still, references=(), video=folder / "made.mp4", **more)


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("svd", {"takes no words", "the moment 0.40", "cannot end at", "does not move mouths"}),
        ("wan-i2v", {"the moment 0.40", "does not move mouths"}),
        ("cogvideox-i2v", {"the moment 0.40", "cannot end at", "does not move mouths"}),
        ("hunyuan-i2v", {"the moment 0.40", "cannot end at", "does not move mouths"}),
        ("ltx", {"does not move mouths"}),
        ("wan-vace", set()),
        ("animatediff", {"cannot end at"}),
    ],
)
def test_what_a_shot_asks_beyond_a_backend_is_named_before_anything_loads(
    backend: str, said: set[str], small_plan: Plan, tmp_path: Path
) -> None:
    made = spec(small_plan, 9, 12, (320, 180))
    last = Keyframe(maker="test", digest="", spec=made, image="b.png", t=1.0)
    mouths = (MouthTrack(speaker="mara", start=0, openness=(1,)),)
    request = asked(made, tmp_path, last=last, mouths=mouths)
    lost = adapt.unmet(request, able.capabilities_of(backend), words=backend != "svd")
    assert len(lost) == len(said)
    assert all(any(part in sentence for sentence in lost) for part in said)


def test_a_long_shot_is_clips_of_one_length_that_share_a_frame(small_plan: Plan) -> None:
    made = adapt.moving(spec(small_plan, 200, 16, (640, 360)), 200, choose("wan-i2v"))
    assert made.parts == 3
    assert made.each % 4 == 1
    assert made.each <= 81
    assert made.frames == made.parts * (made.each - 1) + 1 >= 200
    assert made.steps == tuple(range(200))
    assert any("3 clips follow one another" in lost for lost in made.downgrades)


def test_a_shot_that_a_model_makes_at_once_is_one_clip(small_plan: Plan) -> None:
    made = adapt.moving(spec(small_plan, 80, 16, (640, 360)), 80, choose("wan-i2v"))
    assert (made.parts, made.frames) == (1, 81)


@pytest.mark.parametrize("name", sorted(name for name in registry.available() if name not in registry.BUILT_IN))
def test_every_setting_that_is_listed_says_what_it_does_and_is_taken_with_each_of_its_words(name: str) -> None:
    rows = registry.settings(name)
    assert {"steps", "guidance", "memory"} <= {row.name for row in rows}
    names = {row.name for row in rows}
    beside = {"remember": "&take=extend"}
    if "windows" in names:
        beside |= {"windows": "&take=windows"} if "take" in names else {"cache": "&windows=none"}
    for row in rows:
        assert row.what.endswith("."), row
        assert not row.values or row.default in row.values, row
        for word in row.values:
            if row.name != "controlnet" and word != "faceid":
                assert choose(name, f"?{row.name}={word}{beside.get(row.name, '')}")


def test_the_defaults_that_are_listed_are_those_of_the_name() -> None:
    def listed(name: str) -> dict[str, str]:
        return {row.name: row.default for row in registry.settings(name)}

    assert listed("animatediff")["strength"] == "0.6"
    assert listed("animatediff:?strength=0.3&noise=shared")["strength"] == "0.3"
    assert "strength" not in listed("wan-i2v")
    assert listed("wan-i2v")["boundary"] == "hold"
    assert "noise" not in listed("ltx")
    assert registry.settings("animatic") == ()
    words = {row.name: row.values for row in registry.settings("cogvideox-i2v")}
    assert words["noise"] == ("auto", "plain", "shared")
