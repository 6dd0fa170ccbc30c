"""Kinds of joins between real animatic clips: each lowers the jump of a cut in its own way, or says why it does not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest
from small_plans import track

from consistency import Join, Side, smooth
from consistency.joins.frames import Frames, read_frames
from consistency.joins.kinds import Pair
from consistency.joins.match import match
from generators import create, make_keyframe, make_shot, shot_spec
from planners import Attributes, Beat, Camera, Entity, Garment, Plan, Scene, Shot, project, window

FPS, HANDLE, SIZE = 12, 6, (480, 270)
COUNT = 2 * HANDLE
GIRL = (0.40, 0.45, 0.53, 0.92)


def plan() -> Plan:
    """A girl on a beach, wide, nearer, and to one side; and a dog in a forest."""
    coat = (Garment(kind="coat", color="red"),)
    girl = Entity(id="girl", kind="character", name="girl", attributes=Attributes(noun="girl", clothes=coat))
    dog = Entity(id="dog", kind="character", name="dog", attributes=Attributes(noun="dog", species="dog"))
    places = [
        Entity(id=name, kind="place", name=name, attributes=Attributes(noun=name)) for name in ("beach", "forest")
    ]
    stands = Beat(id="b", actors=("girl",), action="stand", verb="stand")
    runs = Beat(id="r", actors=("dog",), action="run", verb="run")

    def shot(name: str, scene: str, camera: Camera, who: str = "girl", **more: object) -> Shot:
        beats = (runs,) if who == "dog" else (stands,)
        return Shot(id=name, scene=scene, frames=FPS, cast=(who,), beats=beats, camera=camera, **more)

    shots = (
        shot("full", "s1", Camera(framing="full", focus="girl"), layout=(track("girl", GIRL),)),
        shot("near", "s1", Camera(framing="medium wide", focus="girl"), layout=(track("girl", GIRL),)),
        shot("dog", "s2", Camera(framing="wide"), "dog", layout=(track("dog", (0.1, 0.65, 0.3, 0.9), dx=0.5),)),
    )
    return Plan(
        title="Joins", size=SIZE, fps=FPS, entities={item.id: item for item in (girl, dog, *places)}, shots=shots,
        scenes=(Scene(id="s1", place="beach", shots=("full", "near")), Scene(id="s2", place="forest", shots=("dog",))),
    )  # fmt: skip


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, film, backend = tmp_path_factory.mktemp("clips"), plan(), create("animatic")
    for shot in film.shots:
        still = make_keyframe(shot_spec(film, shot.id), backend=backend, folder=folder, image=f"{shot.id}.png")
        make_shot(still, backend=backend, folder=folder, video=f"{shot.id}.mp4", head=HANDLE, tail=HANDLE)
    return folder


def side(clips: Path, name: str, *, ends: bool, boxes: bool = True) -> Side:
    shot = plan().shot(name)
    t, subject = (1.0 if ends else 0.0), shot.layout[0]
    box = subject.at(t)
    assert box is not None
    seen = project(box, window(shot, t, SIZE))
    return Side(video=clips / f"{name}.mp4", first=FPS if ends else 0, boxes=(seen,) * COUNT if boxes else ())


def joined(clips: Path, a: str, b: str, kind: str, out: Path) -> tuple[Join, Frames]:
    made = smooth(side(clips, a, ends=True), side(clips, b, ends=False), kind=kind, frames=COUNT, fps=FPS, out=out)
    return made, read_frames(out, first=0, frames=COUNT, fps=FPS)


def red_middle(frame: np.ndarray) -> float:
    """Where the red coat is, in shares of the width."""
    r, g, b = (frame[..., k].astype(int) for k in range(3))
    xs = np.nonzero((r - g > 90) & (r - b > 60))[1]
    return float(np.median(xs)) / frame.shape[1]


def detail(frame: np.ndarray) -> float:
    """Spread of the Laplacian: a double exposure of two pictures has less than either."""
    return float(cv2.Laplacian(cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY), cv2.CV_32F).std())


@pytest.mark.parametrize("kind", ["dissolve", "match", "flow", "smooth"])
def test_each_kind_jumps_less_than_a_cut(clips: Path, tmp_path: Path, kind: str) -> None:
    made, _ = joined(clips, "full", "near", kind, tmp_path / "j.mp4")
    assert made.kind == ("flow" if kind == "smooth" else kind)
    assert made.downgrades == ()
    assert made.measures is not None
    assert made.cut is not None
    assert made.measures.jump < 0.7 * made.cut.jump


def test_a_cut_changes_at_its_middle(clips: Path, tmp_path: Path) -> None:
    made, frames = joined(clips, "full", "dog", "cut", tmp_path / "j.mp4")
    assert made.kind == "cut"
    assert made.downgrades == ()
    steps = [float(cv2.absdiff(a, b).mean()) for a, b in pairwise(frames)]
    assert int(np.argmax(steps)) == COUNT // 2 - 1


def test_flow_moves_what_is_seen_instead_of_fading_it(clips: Path, tmp_path: Path) -> None:
    _, faded = joined(clips, "full", "near", "dissolve", tmp_path / "d.mp4")
    _, moved = joined(clips, "full", "near", "flow", tmp_path / "f.mp4")
    middle = COUNT // 2
    least = min(detail(faded[0]), detail(faded[-1]))
    assert detail(moved[middle]) > 0.93 * least
    assert detail(faded[middle]) < 0.9 * detail(moved[middle])


def test_flow_is_refused_where_nothing_can_be_followed(clips: Path, tmp_path: Path) -> None:
    made, frames = joined(clips, "near", "dog", "flow", tmp_path / "j.mp4")
    assert made.kind == "cut"
    assert "found again" in made.downgrades[0]
    assert len(frames) == COUNT


def test_smooth_finds_another_kind_where_flow_fails(clips: Path, tmp_path: Path) -> None:
    made, _ = joined(clips, "near", "dog", "smooth", tmp_path / "j.mp4")
    assert made.kind in ("match", "dissolve")
    assert made.downgrades == ()


def test_match_keeps_the_subject_in_place(clips: Path, tmp_path: Path) -> None:
    """At the change-over the girl of the wider clip is as large as in the nearer one, at the same place."""
    a, b = side(clips, "full", ends=True), side(clips, "near", ends=False)
    shifted = b.model_copy(update={"boxes": tuple((x0 + 0.2, y0, x1 + 0.2, y1) for x0, y0, x1, y1 in b.boxes)})
    aside = np.roll(read_frames(b.video, first=0, frames=COUNT, fps=FPS), round(0.2 * SIZE[0]), axis=2)
    pair = Pair(read_frames(a.video, first=FPS, frames=COUNT, fps=FPS), aside, a.boxes, shifted.boxes)
    frames = match(pair).frames
    assert frames is not None
    goal, start = red_middle(pair.b[COUNT // 2]), red_middle(pair.a[COUNT // 2])
    assert abs(goal - start) > 0.12
    assert abs(red_middle(frames[COUNT // 2 - 2]) - goal) < 0.35 * abs(goal - start)


def test_match_is_refused_where_the_subject_cannot_be_brought_and_shows_nobody_twice(
    clips: Path, tmp_path: Path
) -> None:
    """A girl at the picture's edge: pushing in does not reach the middle, and mirrored ground would show her twice."""
    a, b = side(clips, "full", ends=True), side(clips, "near", ends=False)
    edge = a.model_copy(update={"boxes": tuple((0.88, y0, 0.88 + x1 - x0, y1) for x0, y0, x1, y1 in a.boxes)})
    made = smooth(edge, b, kind="match", frames=COUNT, fps=FPS, out=tmp_path / "j.mp4")
    assert made.kind == "cut"
    assert "too near the picture's edge" in made.downgrades[0]
    other = smooth(edge, b, kind="smooth", frames=COUNT, fps=FPS, out=tmp_path / "s.mp4")
    assert other.kind != "match"


def test_match_brings_colours_together_step_by_step(clips: Path) -> None:
    own = read_frames(clips / "full.mp4", first=FPS, frames=COUNT, fps=FPS)
    dark = (own * 0.5).astype(np.uint8)
    frames = match(Pair(own, dark)).frames
    assert frames is not None
    levels = [float(frame.mean()) for frame in frames]
    steps = np.diff(levels)
    assert np.all(steps < 0)
    assert abs(steps).max() < 2.0 * (levels[0] - levels[-1]) / (COUNT - 1)


def test_a_kind_that_needs_a_remade_clip_says_so(clips: Path, tmp_path: Path) -> None:
    for kind in ("reset", "continuation"):
        made, _ = joined(clips, "near", "dog", kind, tmp_path / f"{kind}.mp4")
        assert made.kind == "cut"
        assert "made from the last frames" in made.downgrades[0]


def test_a_remade_clip_is_handed_over_to(clips: Path, tmp_path: Path) -> None:
    """A clip that begins with the end of the one before, as reset boundary and continuation make them."""
    a = side(clips, "full", ends=True)
    made = smooth(a, a, kind="reset", frames=COUNT, fps=FPS, out=tmp_path / "j.mp4")
    assert made.kind == "reset"
    assert made.measures is not None
    assert made.measures.frames > 0.99
