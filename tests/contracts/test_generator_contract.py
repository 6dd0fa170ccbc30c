"""Every generator that is registered keeps these promises."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

import av
import numpy as np
import pytest

from generators import (
    Keyframe,
    RequestRefused,
    ShotSpec,
    available,
    create,
    make_keyframe,
    make_shot,
    shot_spec,
)
from generators.identity import read_picture
from planners.plan import Attributes, Beat, Entity, Key, Plan, Scene, Shot, Track

NAMES = [name for name, address in available().items() if address.startswith("generators.backends.animatic")]
"""Those that need models have their own suite with tiny ones: tests/generators/diffusion."""
FRAMES, FPS = 10, 12


def plan(style: str = "storybook", size: tuple[int, int] = (320, 180)) -> Plan:
    fox = Entity(id="fox", kind="character", name="red fox", attributes=Attributes(noun="fox", species="fox"))
    ball = Entity(id="ball", kind="prop", name="ball", attributes=Attributes(noun="ball"))
    meadow = Entity(id="meadow", kind="place", name="meadow", attributes=Attributes(noun="meadow"))
    walk = Track(
        key="fox",
        entity="fox",
        keys=(Key(t=0, box=(0.1, 0.55, 0.4, 0.9)), Key(t=1, box=(0.3, 0.55, 0.6, 0.9))),
    )
    lies = Track(key="ball", entity="ball", keys=(Key(t=0, box=(0.75, 0.78, 0.84, 0.94)),))
    shot = Shot(
        id="s1",
        scene="a",
        frames=FRAMES,
        beats=(Beat(id="b", actors=("fox",), action="walk", verb="walk"),),
        cast=("fox", "ball"),
        layout=(walk, lies),
    )
    return Plan(
        title="Contract",
        style=style,
        size=size,
        fps=FPS,
        entities={e.id: e for e in (fox, ball, meadow)},
        scenes=(Scene(id="a", place="meadow", shots=("s1",)),),
        shots=(shot,),
    )


def still(name: str, spec: ShotSpec, folder: Path, t: float = 0.5) -> Keyframe:
    return make_keyframe(spec, backend=create(name), folder=folder, image="k/still.png", t=t)


@pytest.mark.parametrize("name", NAMES)
def test_capabilities_name_the_maker(name: str, tmp_path: Path) -> None:
    able = create(name).capabilities()
    assert still(name, shot_spec(plan(), "s1"), tmp_path).maker == f"{able.name}@{able.version}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200)])
def test_keyframe_has_the_size_of_the_film(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    made = still(name, shot_spec(plan(size=size), "s1"), tmp_path)
    assert read_picture(tmp_path / made.image).shape == (size[1], size[0], 3)


@pytest.mark.parametrize("name", NAMES)
def test_a_size_outside_the_capabilities_is_refused_before_work(name: str, tmp_path: Path) -> None:
    able = create(name).capabilities()
    too_small = (able.min_size[0] - 2, able.min_size[1] - 2)
    with pytest.raises(RequestRefused, match=f"{too_small[0]}x{too_small[1]}"):
        still(name, shot_spec(plan(size=too_small), "s1"), tmp_path)
    assert not list((tmp_path / "k").glob("*"))


@pytest.mark.parametrize("name", NAMES)
def test_shot_has_head_frames_and_tail_and_plays_everywhere(name: str, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    frame = still(name, shot_spec(plan(), "s1"), tmp_path)
    made = make_shot(
        frame,
        backend=create(name),
        folder=tmp_path,
        video="v/shot.mp4",
        head=3,
        tail=2,
        progress=lambda done, total: seen.append((done, total)),
    )
    with av.open(str(tmp_path / made.video)) as container:
        stream = container.streams.video[0]
        times = [f.pts for f in container.decode(stream)]
        assert (stream.codec_context.name, stream.codec_context.profile) == ("h264", "High")
        assert stream.codec_context.pix_fmt == "yuv420p"
        assert stream.average_rate == FPS
    assert made.frames == len(times) == FRAMES + 5
    assert len({b - a for a, b in itertools.pairwise(times)}) == 1
    assert seen[-1] == (FRAMES + 5, FRAMES + 5)
    assert [p.name for p in (tmp_path / "v").iterdir()] == ["shot.mp4"]


@pytest.mark.parametrize("name", NAMES)
def test_same_request_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    digests = []
    for turn in ("a", "b"):
        folder = tmp_path / turn
        frame = still(name, shot_spec(plan(), "s1"), folder)
        make_shot(frame, backend=create(name), folder=folder, video="v.mp4")
        files = (folder / "v.mp4", folder / frame.image)
        digests.append([hashlib.sha256(file.read_bytes()).hexdigest() for file in files])
    assert digests[0] == digests[1]


@pytest.mark.parametrize("name", NAMES)
def test_time_and_style_change_the_picture(name: str, tmp_path: Path) -> None:
    pictures = []
    for style, t in (("storybook", 0.0), ("storybook", 1.0), ("ink", 0.0)):
        made = still(name, shot_spec(plan(style), "s1"), tmp_path, t)
        pictures.append(read_picture(tmp_path / made.image))
    later, inked = (float(np.abs(pictures[0] - other).mean()) for other in pictures[1:])
    assert later > 1.0
    assert inked > 10.0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("t", [0.0, 0.5, 1.0])
def test_what_is_drawn_stands_in_its_box(name: str, t: float) -> None:
    backend = create(name)
    if not backend.capabilities().layout_boxes:
        pytest.skip("does not take layout boxes")
    whole = plan(size=(640, 360))
    planned = whole.boxes("s1", t)
    drawn = backend.controls(shot_spec(whole, "s1"), round(t * (FRAMES - 1))).control
    assert set(drawn.boxes) == set(planned)
    for key, box in planned.items():
        assert overlap(box, drawn.boxes[key]) >= 0.7, key


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    both = max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)
