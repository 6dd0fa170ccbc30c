"""Staging that a viewer would miss: faces in close shots, room for crowds, things in hand, nobody tiny or cut off."""

from __future__ import annotations

import itertools

import pytest

from planners import Plan, Story, make_plan, window
from planners.lens import Box, Subject, framed, project
from planners.nodes.rows import LEAST, ROOM, in_row, shrink_of


def planned(text: str, **more: object) -> Plan:
    return make_plan(Story(story=text, narration=False, **more))  # type: ignore[arg-type]


def head_in_frame(plan: Plan, index: int, key: str) -> Box:
    """The head of a track in the frame at the middle of a shot."""
    shot = plan.shots[index]
    track = next(track for track in shot.layout if track.key == key)
    box = track.at(0.5)
    assert box is not None
    assert track.head is not None
    x, y, height = track.head
    share = {"right": x, "left": 1 - x}.get(track.facing, 0.5)
    cx, cy = box[0] + share * (box[2] - box[0]), box[1] + y * (box[3] - box[1])
    half = height * (box[3] - box[1]) / 2
    return project((cx - half * 0.56, cy - half, cx + half * 0.56, cy + half), window(shot, 0.5, plan.size))


@pytest.mark.parametrize("who", ["fox", "horse", "owl", "hedgehog", "elephant", "girl", "old man"])
@pytest.mark.parametrize("framing", ["Medium shot", "Medium close-up", "Close-up"])
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_a_near_shot_shows_the_whole_head(who: str, framing: str, size: tuple[int, int]) -> None:
    shots = [{"action": f"{framing}: the {who} stands in a meadow."}]
    plan = make_plan(Story.model_validate({"shots": shots, "size": size}))
    (key,) = [track.key for track in plan.shots[0].layout if track.head is not None]
    x0, y0, x1, y1 = head_in_frame(plan, 0, key)
    assert 0 <= y0 < y1 <= 1
    assert -0.02 <= x0 < x1 <= 1.02
    assert y1 - y0 > 0.1


def test_a_close_shot_of_who_comes_in_shows_them() -> None:
    plan = make_plan(Story.model_validate({"shots": [{"action": "Close-up: Mara enters from the right."}]}))
    for moment in (0.0, 0.5, 1.0):
        assert "mara" in plan.boxes(plan.shots[0], moment)


def test_a_thing_in_close_up_is_seen_whole() -> None:
    box = (0.4, 0.7, 0.5, 0.9)
    for framing in ("medium", "close-up"):
        x0, y0, x1, y1 = project(box, framed(framing, [Subject(box, head=None)]))
        assert 0 <= x0 < x1 <= 1
        assert 0 <= y0 < y1 <= 1


def test_figures_of_a_crowd_keep_a_size_that_one_can_see() -> None:
    sizes = {str(index): (0.14, 0.5) for index in range(12)}
    shrink = shrink_of([w for w, _ in sizes.values()])
    assert shrink >= LEAST
    places = in_row(list(sizes), {key: (w * shrink, h * shrink) for key, (w, h) in sizes.items()})
    middles = [x for _, x, _ in places]
    assert middles == sorted(middles)
    assert middles[-1] - middles[0] + 0.14 * shrink <= ROOM + 1e-6


def test_a_row_that_fits_keeps_its_air() -> None:
    places = in_row(["a", "b"], {"a": (0.2, 0.5), "b": (0.1, 0.3)})
    assert [step for _, _, step in places] == [0.0, 0.0]
    assert places[1][1] - places[0][1] > 0.15


def test_a_held_thing_is_at_its_holder_all_the_time() -> None:
    plan = planned("A girl carries a lantern along the beach.")
    lantern = next(track for shot in plan.shots for track in shot.layout if track.entity == "lantern")
    assert lantern.held_by == "girl"
    for moment in (0.0, 0.5, 1.0):
        boxes = plan.boxes(plan.shots[0], moment)
        a, b = boxes["girl"], boxes["lantern"]
        assert b[0] < a[2] + 0.05
        assert b[2] > a[0] - 0.05


def test_two_who_talk_face_each_other_and_do_not_overlap() -> None:
    plan = planned('Anna and Ben stood in the kitchen. "Good morning," said Anna to Ben.')
    tracks = {track.entity: track for track in plan.shots[0].layout}
    left, right = sorted((tracks["anna"], tracks["ben"]), key=lambda track: track.at(0.5))  # type: ignore[arg-type,return-value]
    assert (left.facing, right.facing) == ("right", "left")
    a, b = left.at(0.5), right.at(0.5)
    assert a is not None
    assert b is not None
    assert a[2] <= b[0] + 0.02


def test_sitters_are_on_their_sofa() -> None:
    plan = planned("Two women sit on a sofa.")
    boxes = plan.boxes(plan.shots[0], 0.5)
    sofa = boxes["sofa"]
    for key, box in boxes.items():
        if key != "sofa":
            assert sofa[0] - 0.02 <= (box[0] + box[2]) / 2 <= sofa[2] + 0.02


def test_neighbouring_shots_of_a_scene_are_not_framed_alike() -> None:
    plan = planned("Tom sat in the kitchen. Tom drank tea. Tom read a book. Tom looked at the clock. Tom smiled.")
    for a, b in itertools.pairwise(plan.shots):
        assert a.scene != b.scene or a.camera != b.camera or a.cast != b.cast
