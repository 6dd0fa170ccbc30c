"""Every diffusion backend keeps these promises, shown with tiny real models (tests/support/tiny_table.py)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image, ImageDraw
from small_plans import make_small_plan
from tiny_table import TABLE

from generators import Keyframe, RequestRefused, ShotSpec, available, create, shot_spec
from generators.artefacts import MouthTrack, Reference
from generators.base import KeyframeRequest, ReferenceRequest, ShotRequest

torch = pytest.importorskip("torch", reason="the diffusion extra is not installed: make test-diffusion")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed: make test-diffusion")

from generators.backends.diffusion import adapt, runtime  # noqa: E402
from generators.backends.diffusion.base import ClipAsk  # noqa: E402
from generators.encode import ClipWriter  # noqa: E402
from generators.telling import words  # noqa: E402

SIZE, FPS, FRAMES, HEAD, TAIL = (320, 180), 12, 9, 2, 1
TOTAL = HEAD + FRAMES + TAIL
SHOTS = [name for name, row in TABLE.items() if row.makes == "shots"]
STILLS = [name for name, row in TABLE.items() if row.makes == "images"]


@dataclass
class Bench:
    """A backend with its tiny models, and a folder with pictures to give it."""

    row: str
    backend: Any
    folder: Path

    @property
    def able(self) -> Any:
        return self.backend.capabilities()

    def request(self, name: str, *, spec: ShotSpec | None = None, first: str = "a", **more: Any) -> ShotRequest:
        spec = spec or a_spec()
        guide = self.folder / f"{more.pop('guide', 'a')}.mp4"
        given = {"guide": guide} if self.able.guided else {}
        keyframe = Keyframe(maker="test", digest="", spec=spec, image=f"{first}.png", t=more.pop("t", 0.0))
        return ShotRequest(
            spec=spec, keyframe=keyframe, references=more.pop("references", ()), head=HEAD, tail=TAIL,
            video=self.folder / f"{name}.mp4", folder=self.folder, **given, **more,
        )  # fmt: skip

    def pictures(self, *, negative: str = "", **more: Any) -> np.ndarray:
        """What the model itself makes, before anything is scaled or blended."""
        choice, request = self.backend.choice, self.request("pictures", **more)
        fitted = adapt.moving(request.spec, TOTAL, choice)
        said = words(request.spec, choice.family.profile)
        ask = ClipAsk(
            request=request,
            text=said.text,
            negative=negative or said.negative,
            fitted=fitted,
            total=TOTAL,
            progress=None,
            continues=self.able.continues,
            timed=said.timed,
            strength=choice.strength,
        )
        ran = runtime.run(choice, self.backend.load, lambda pipeline: self.backend.film(pipeline, ask))
        return np.stack([np.asarray(picture, dtype=np.float32) for picture in ran.made.pictures[: len(fitted.steps)]])


def a_spec(seed: int = 7) -> ShotSpec:
    plan = make_small_plan(SIZE, FPS)
    shot = plan.shots[0].model_copy(update={"frames": FRAMES})
    return shot_spec(plan, "shot_001").model_copy(update={"shot": shot, "title": None, "seed": seed})


def frames(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        assert container.streams.video[0].codec_context.pix_fmt == "yuv420p"
        return np.stack([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]).astype(np.float32)


def moved(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Mean difference, frame by frame."""
    return np.abs(a - b).mean(axis=(1, 2, 3))


def stands(changed: np.ndarray, at: int) -> bool:
    """Whether pictures changed more at one of them than far from it."""
    far = np.abs(np.arange(len(changed)) - at) > 4
    return bool(changed[at] > 1.2 * changed[far].mean())


def picture(sort: str, step: int = 0) -> Image.Image:
    """A ball over a meadow (a), or a house by night (b); `step` moves what is on it."""
    shown = Image.new("RGB", SIZE, (150, 200, 240) if sort == "a" else (20, 20, 60))
    draw = ImageDraw.Draw(shown)
    draw.rectangle((0, 120, 320, 180), fill=(80, 160, 60) if sort == "a" else (60, 50, 40))
    if sort == "a":
        draw.ellipse((40 + 8 * step, 80, 100 + 8 * step, 140), fill=(220, 40, 40))
    else:
        draw.rectangle((180 - 8 * step, 50, 280 - 8 * step, 150), fill=(240, 210, 120))
    return shown


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for sort in ("a", "b"):
        picture(sort).save(folder / f"{sort}.png")
        with ClipWriter(folder / f"{sort}.mp4", size=SIZE, fps=FPS, threads=1) as clip:
            for step in range(TOTAL):
                clip.write(np.asarray(picture(sort, step), dtype=np.uint8))
    return folder


def benched(row: str, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    pytest.importorskip(TABLE[row].needs, reason=f"{TABLE[row].needs} is not installed: make test-diffusion")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp(row.replace("/", "_"))
    for item in pictures.iterdir():
        (folder / item.name).symlink_to(item)
    yield Bench(row, create(TABLE[row].save(folder / "models")), folder)
    runtime.forget()
    torch.set_num_threads(threads)


@pytest.fixture(scope="module", params=SHOTS)
def bench(request: pytest.FixtureRequest, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    yield from benched(request.param, pictures, tmp_path_factory)


@pytest.fixture(scope="module", params=STILLS)
def easel(request: pytest.FixtureRequest, pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    yield from benched(request.param, pictures, tmp_path_factory)


def test_every_diffusion_backend_of_the_registry_stands_in_the_table() -> None:
    """A row with models of another kind has a name of its own: `backend#kind`."""
    ours = {name for name, address in available().items() if address.startswith("generators.backends.diffusion")}
    assert ours == {row.backend for row in TABLE.values()}


def test_a_shot_is_whole_and_its_pixels_are_in_range(bench: Bench) -> None:
    seen: list[tuple[int, int]] = []
    request = bench.request("whole")
    result = bench.backend.shot(request, lambda done, total: seen.append((done, total)))
    shown = frames(request.video)
    assert shown.shape == (TOTAL, SIZE[1], SIZE[0], 3)
    assert result.frames == TOTAL
    assert shown.std() > 1
    assert ((shown <= 1) | (shown >= 254)).mean() < 0.5
    assert result.placement == "cpu, fp32, plain"
    steps = [done for done, _ in seen]
    assert len(seen) >= 3
    assert steps == sorted(steps)
    assert seen[-1] == (TOTAL, TOTAL)
    assert steps[0] < TOTAL
    assert any("scaled to 320x180" in lost for lost in result.downgrades)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(bench: Bench) -> None:
    requests = [bench.request(f"seed_{i}", spec=a_spec(seed)) for i, seed in enumerate((7, 7, 8))]
    for request in requests:
        bench.backend.shot(request)
    a, b, c = (request.video.read_bytes() for request in requests)
    assert a == b
    assert a != c


def test_what_a_backend_cannot_do_is_said_and_what_it_can_is_not(bench: Bench) -> None:
    last = Keyframe(maker="test", digest="", spec=a_spec(), image="b.png", t=1.0)
    mouths = (MouthTrack(speaker="mara", start=0, openness=(1, 2)),)
    more = {"last": last, "before": bench.folder / "b.mp4", "before_last": 5, "tie": 1.0, "mouths": mouths, "t": 0.5}
    said = " ".join(bench.backend.shot(bench.request("asked", **more)).downgrades)
    able = bench.able
    assert ("cannot end at a given picture" in said) == (not (able.last_frame or able.any_frame))
    assert ("cannot go on from the clip before" in said) == (not able.continues)
    assert ("which shows the moment 0.50" in said) == (able.first_frame and not able.any_frame)
    assert ("does not move mouths" in said) == (not able.guided)


def test_a_backend_refuses_what_it_cannot_start_from(bench: Bench) -> None:
    without = {"guide": None} if bench.able.guided else {"folder": None}
    with pytest.raises(RequestRefused):
        bench.backend.shot(bench.request("refused").model_copy(update=without))
    assert not (bench.folder / "refused.mp4").exists()


def test_a_first_frame_is_where_the_shot_starts(bench: Bench) -> None:
    if not (bench.able.first_frame or bench.able.any_frame):
        pytest.skip("it takes no first frame")
    changed = moved(bench.pictures(first="a"), bench.pictures(first="b"))
    assert changed.any()
    if "first" in TABLE[bench.row].placed:
        assert stands(changed, 0)


def test_a_last_frame_is_where_the_shot_ends(bench: Bench) -> None:
    if not bench.able.last_frame:
        pytest.skip("it takes no last frame")
    free = bench.pictures()
    held = bench.pictures(last=Keyframe(maker="test", digest="", spec=a_spec(), image="b.png", t=1.0))
    other = bench.pictures(last=Keyframe(maker="test", digest="", spec=a_spec(), image="a.png", t=1.0))
    changed = moved(held, other)
    assert bool(changed.any()) == bool(moved(free, held).any()) == ("last" not in TABLE[bench.row].lacks)
    if "last" in TABLE[bench.row].placed - TABLE[bench.row].lacks:
        assert stands(changed, len(changed) - 1 - TAIL * bench.able.any_frame)


def test_a_still_of_any_moment_stands_at_its_moment(bench: Bench) -> None:
    if not bench.able.any_frame:
        pytest.skip("it takes stills of its first or last moment alone")
    changed = moved(bench.pictures(first="a", t=0.75), bench.pictures(first="b", t=0.75))
    assert changed.any()
    if "any" in TABLE[bench.row].placed:
        assert stands(changed, HEAD + 6)


def test_a_shot_goes_on_from_the_clip_before(bench: Bench) -> None:
    if not bench.able.continues:
        pytest.skip("it cannot go on from a clip")
    tie = {"tie": 1.0, "before_last": TOTAL - 2}
    a, b = (bench.pictures(before=bench.folder / f"{sort}.mp4", **tie) for sort in ("a", "b"))
    changed = moved(a, b)
    assert changed.min() >= 0
    assert changed[0] > 0
    if "first" in TABLE[bench.row].placed:
        assert stands(changed, 0)
    loose = bench.pictures(before=bench.folder / "b.mp4", before_last=5, tie=0.0)
    assert not moved(loose, bench.pictures()).any()


def test_a_control_clip_is_followed(bench: Bench) -> None:
    if not bench.able.control_video:
        pytest.skip("it follows no clip")
    assert moved(bench.pictures(guide="a"), bench.pictures(guide="b")).min() > 0


def test_a_negative_prompt_changes_pixels(bench: Bench) -> None:
    a, b = bench.pictures(negative="blurry"), bench.pictures(negative="a crowd of people, rain")
    assert bool(moved(a, b).any()) == bench.able.negative_prompt


def test_reference_pictures_change_pixels(bench: Bench) -> None:
    if not bench.able.reference_images:
        pytest.skip("it takes no reference pictures")
    cast = a_spec().cast
    given = [
        (Reference(maker="test", digest="", entity=cast["fox"], stage=None, image=f"{sort}.png", views={}),)
        for sort in ("a", "b")
    ]
    assert moved(*(bench.pictures(references=references) for references in given)).any()


def test_a_take_longer_than_the_models_clip_is_made_whole(bench: Bench) -> None:
    if bench.backend.choice.family.takes != "extended":
        pytest.skip("its long takes are not clip after clip")
    row = TABLE[bench.row]
    name = f"{bench.backend.choice.repositories['base'].repository}?{row.options}&frames={row.short}"
    long = Bench(bench.row, create(f"{row.backend}:{name}"), bench.folder)
    fast = a_spec().model_copy(update={"fps": 8})
    seen: list[int] = []
    request = long.request("long", spec=fast)
    result = long.backend.shot(request, lambda done, total: seen.append(done))
    shown = frames(request.video)
    assert len(shown) == TOTAL
    assert any("clips follow one another" in lost for lost in result.downgrades)
    assert seen == sorted(seen)
    assert moved(shown[1:], shown[:-1]).max() > 1


def still(easel: Bench, name: str, *, seed: int = 7, guide: str = "a", **more: Any) -> Any:
    request = KeyframeRequest(
        spec=a_spec(seed), references=more.pop("references", ()), t=0.5, image=easel.folder / f"{name}.png",
        folder=easel.folder, guide=easel.folder / f"{guide}.png", **more,
    )  # fmt: skip
    return easel.backend.keyframe(request), request.image


def test_a_still_is_whole_the_same_each_time_and_other_with_another_seed(easel: Bench) -> None:
    made = [still(easel, f"still_{i}", seed=seed) for i, seed in enumerate((7, 7, 8))]
    a, b, c = (image.read_bytes() for _, image in made)
    assert a == b
    assert a != c
    with Image.open(made[0][1]) as shown:
        assert shown.size == SIZE
        values = np.asarray(shown.convert("RGB"), dtype=np.float32)
    assert values.std() > 1
    assert ((values <= 1) | (values >= 254)).mean() < 0.5
    assert made[0][0].placement == "cpu, fp32, plain"


def test_a_still_follows_its_guide(easel: Bench) -> None:
    if not easel.able.guided:
        pytest.skip("it works over no guide")
    assert still(easel, "g_a", guide="a")[1].read_bytes() != still(easel, "g_b", guide="b")[1].read_bytes()


def shown_by(easel: Bench, **colours: str) -> tuple[Reference, ...]:
    """A reference of each entity, filled with a colour."""
    made = []
    for name, colour in colours.items():
        image = f"{name}_{colour}.png"
        Image.new("RGB", (96, 128), colour).save(easel.folder / image)
        made.append(Reference(maker="test", digest="", entity=a_spec().cast[name], image=image, crops={"front": image}))
    return tuple(made)


def apart(one: Path, other: Path) -> float:
    with Image.open(one) as a, Image.open(other) as b:
        return float(np.abs(np.asarray(a, dtype=np.float32) - np.asarray(b, dtype=np.float32)).mean())


def test_reference_pictures_are_bound_to_who_they_show_and_are_no_bag(easel: Bench) -> None:
    own = shown_by(easel, fox="red", mara="blue")
    swapped = shown_by(easel, fox="blue", mara="red")
    first, turned, other, one = (
        still(easel, f"bound_{index}", references=given)[1]
        for index, given in enumerate((own, own[::-1], swapped, own[:1]))
    )
    assert apart(first, turned) == 0
    if easel.able.reference_images is None:
        assert apart(first, other) == 0
    else:
        assert apart(first, other) > 0.01
        assert apart(first, one) > 0.01


def test_boxes_of_the_layout_are_read_by_those_that_claim_it(easel: Bench) -> None:
    spec = a_spec()
    *others, fox = spec.shot.layout
    there = fox.model_copy(
        update={"keys": tuple(k.model_copy(update={"box": (0.3, 0.7, 0.45, 0.92)}) for k in fox.keys)}
    )
    away = spec.model_copy(update={"shot": spec.shot.model_copy(update={"layout": (*others, there)})})
    made = []
    for index, item in enumerate((spec, away)):
        request = KeyframeRequest(
            spec=item, references=shown_by(easel, fox="red", mara="blue"), t=0.5,
            image=easel.folder / f"box_{index}.png", folder=easel.folder, guide=easel.folder / "a.png",
        )  # fmt: skip
        easel.backend.keyframe(request)
        made.append(request.image)
    assert (apart(*made) > 0) == easel.able.layout_boxes


def test_a_sheet_is_drawn_over_its_guide_after_the_users_photo(easel: Bench) -> None:
    views = {"front": (0.0, 0.0, 0.5, 1.0), "side": (0.5, 0.0, 1.0, 1.0)}
    made = []
    for photo in shown_by(easel, fox="red", mara="blue"):
        request = ReferenceRequest(
            entity=a_spec().cast["fox"], stage=None, style="storybook", seed=7, guide=easel.folder / "b.png",
            image=easel.folder / f"sheet_{photo.image}", guide_views=views, photos=(easel.folder / photo.image,),
        )  # fmt: skip
        assert easel.backend.reference(request).views == views
        made.append(request.image)
    with Image.open(made[0]) as sheet:
        assert sheet.size == SIZE
    assert (apart(*made) > 0.01) == (easel.able.reference_images is not None)
