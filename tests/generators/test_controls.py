"""Control files: whose each pixel is, without loss, the same bytes each time; and the pictures made of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generators import ControlRequest, RequestRefused, ShotSpec, create, shot_spec
from generators.control_pictures import classes, depth_map, instances, line_drawing
from generators.controls import boxes_of, read_controls
from generators.lettering import title_strength
from planners import Plan


@pytest.fixture
def crossing(small_plan: Plan) -> ShotSpec:
    """Mara walks in front of the fox, who sits farther off."""
    shot = small_plan.shots[0]
    mara, fox = shot.layout
    fox = fox.model_copy(update={"depth": 0.2})
    keys = tuple(key.model_copy(update={"box": (0.2, 0.5, 0.4, 0.8)}) for key in fox.keys)
    mara = mara.model_copy(update={"depth": 0.8})
    changed = shot.model_copy(update={"frames": 12, "layout": (mara, fox.model_copy(update={"keys": keys}))})
    spec = shot_spec(small_plan, shot.id)
    return spec.model_copy(update={"shot": changed, "title": None})


def written(spec: ShotSpec, path: Path, **more: object) -> Path:
    create("animatic").control(ControlRequest(spec=spec, control=path, **more))
    return path


def test_a_clips_file_has_every_frame_with_its_handles_and_the_same_bytes(crossing: ShotSpec, tmp_path: Path) -> None:
    a, b = (written(crossing, tmp_path / name, head=3, tail=2) for name in ("a.npz", "b.npz"))
    assert a.read_bytes() == b.read_bytes()
    whole = read_controls(a)
    assert len(whole.frames) == 17
    assert whole.keys == ("mara", "fox")
    assert whole.kinds == {"mara": "person", "fox": "animal"}
    with np.load(a) as file:
        assert file["frame_00000"].shape == (180, 320)


def test_boxes_are_tight_around_what_is_seen_and_the_nearer_hides_the_farther(
    crossing: ShotSpec, tmp_path: Path
) -> None:
    path = written(crossing, tmp_path / "still.npz", t=0.5)
    found = read_controls(path)
    control = found.frames[0].control
    assert control == boxes_of(path)
    assert control.depth == ("fox", "mara")
    hidden = create("animatic").controls(crossing, 6).masks["fox"]
    seen = found.mask(0, "fox")
    assert seen.sum() < hidden.sum()
    assert not (seen & found.mask(0, "mara")).any()
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    assert control.boxes["fox"] == pytest.approx(
        (columns[0] / 320, rows[0] / 180, (columns[-1] + 1) / 320, (rows[-1] + 1) / 180)
    )


def test_frames_are_read_by_number_at_another_size(crossing: ShotSpec, tmp_path: Path) -> None:
    path = written(crossing, tmp_path / "clip.npz")
    small = read_controls(path, [0, 11, 99], size=(80, 45))
    assert [frame.ids.shape for frame in small.frames] == [(45, 80)] * 3
    assert (small.frames[1].ids == small.frames[2].ids).all()
    assert small.frames[0].control.boxes != small.frames[1].control.boxes
    share = [read_controls(path, [0], size=size).mask(0, "mara").mean() for size in ((80, 45), (320, 180))]
    assert share[0] == pytest.approx(share[1], rel=0.15)


def test_depth_is_lighter_the_nearer_and_the_ground_lies_between(crossing: ShotSpec, tmp_path: Path) -> None:
    found = read_controls(written(crossing, tmp_path / "still.npz", t=0.5))
    picture = depth_map(found)
    nobody = found.frames[0].ids == 0
    mara, fox = (picture[found.mask(0, key)] for key in ("mara", "fox"))
    assert mara.min() == mara.max() > fox.max()
    assert fox.min() > picture[0][nobody[0]].max()
    edge = picture[:, 315].astype(int)
    assert (np.diff(edge) >= 0).all()
    assert edge[-1] > edge[0] + 100


def test_colours_tell_instances_and_classes_apart(crossing: ShotSpec, tmp_path: Path) -> None:
    found = read_controls(written(crossing, tmp_path / "still.npz", t=0.5))
    for picture in (instances(found), classes(found)):
        colours = {tuple(picture[found.mask(0, key)][0]) for key in found.keys}
        assert len(colours) == 2
    assert tuple(classes(found)[found.mask(0, "mara")][0]) == (150, 5, 61)
    assert instances(found)[found.frames[0].ids == 0].max() == 0


def test_lines_are_light_where_the_picture_changes() -> None:
    picture = np.zeros((60, 80, 3), np.uint8)
    picture[:, 40:] = 200
    lines = line_drawing(picture)
    assert set(np.flatnonzero(lines.any(axis=0))) <= {38, 39, 40, 41}
    assert lines.max() == 255


def test_what_is_no_control_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "odd.npz").write_bytes(b"no")
    with pytest.raises(RequestRefused, match=r"odd\.npz cannot be read"):
        read_controls(tmp_path / "odd.npz")


def test_the_title_comes_stands_and_goes() -> None:
    assert [title_strength(now, 3.4) for now in (0, 0.55, 1.5, 3.1, 3.4)] == pytest.approx([0, 0.5, 1, 0.5, 0])
