"""The acting: who does what in which frame, read from beats, lines and tracks."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from generators import MouthTrack, ShotSpec
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point, Storybook, ellipse, rounded
from generators.backends.animatic.performance import Acting, Performance
from generators.backends.animatic.troupe import Member
from planners.plan import Attributes, Beat, Box, Entity, Key, Line, Scene, Shot, Track

FPS = 24


class Puppet:
    """A person-sized figure."""

    size = (40.0, 100.0)

    def draw(self, ink: Ink, pose: Pose) -> None:
        ink.part(rounded(-20, -80, 20, 0, 6), (200, 80, 60))
        ink.part(ellipse(0, -88, 12, 12), (240, 200, 170))

    def anchors(self, pose: Pose) -> Mapping[str, Point]:
        return {"head": (0.0, -88.0), "hand": (14.0, -45.0), "seat": (0.0, -40.0)}

    def seconds(self, action: str) -> float:
        return 1.0


def person(centre: float, tall: float = 0.5) -> Box:
    wide = tall * 0.4 * 9 / 16
    return (centre - wide / 2, 0.9 - tall, centre + wide / 2, 0.9)


def acting(
    tracks: list[Track], *, beats: tuple[Beat, ...] = (), lines: tuple[Line, ...] = (), frames: int = 48,
    mouths: tuple[MouthTrack, ...] = (), head: int = 0,
) -> Performance:  # fmt: skip
    cast = {t.entity: Entity(id=t.entity, kind="character", name=t.entity) for t in tracks}
    shot = Shot(id="s", scene="a", frames=frames, beats=beats, lines=lines, layout=tuple(tracks))
    place = Entity(id="p", kind="place", name="meadow", attributes=Attributes(noun="meadow"))
    spec = ShotSpec(
        shot=shot, scene=Scene(id="a", place="p"), place=place, cast=cast, style="storybook", size=(1280, 720),
        fps=FPS, seed=7,
    )  # fmt: skip
    members = [Member(track=t, entity=cast[t.entity], figure=Puppet(), name=t.key, look=Storybook()) for t in tracks]
    return Performance(spec, members, mouths=mouths, head=head)


def walker(start: float, end: float, **more: object) -> Track:
    return Track(key="ann", entity="ann", keys=(Key(t=0, box=person(start)), Key(t=1, box=person(end))), **more)


def stander(key: str, centre: float, **more: object) -> Track:
    return Track(key=key, entity=key, keys=(Key(t=0, box=person(centre)),), **more)


def one(performance: Performance, frame: int, key: str) -> Acting:
    return next(act for act in performance.at(frame) if act.member.track.key == key)


def test_who_moves_walks_without_being_told_and_faces_the_way() -> None:
    performance = acting([walker(0.8, 0.4, facing="right")])
    act = one(performance, 20, "ann")
    assert (act.pose.action, act.pose.view, act.mirrored) == ("walk", "side", True)


def test_who_moves_fast_runs() -> None:
    assert one(acting([walker(0.0, 1.0)], frames=24), 12, "ann").pose.action == "run"


def test_walking_phase_follows_the_way_travelled() -> None:
    slow, fast = acting([walker(0.4, 0.5)]), acting([walker(0.2, 0.7)])

    def drawings(performance: Performance) -> int:
        phases = [one(performance, frame, "ann").pose.phase for frame in range(0, 48, 2)]
        return sum(a != b for a, b in itertools.pairwise(phases))

    assert 0 < drawings(slow) < drawings(fast)


def test_poses_change_on_twos() -> None:
    performance = acting([walker(0.2, 0.6)])
    for frame in range(0, 48, 2):
        assert one(performance, frame, "ann").pose == one(performance, frame + 1, "ann").pose


def test_a_turn_goes_through_the_front() -> None:
    there_and_back = Track(
        key="ann",
        entity="ann",
        keys=(Key(t=0, box=person(0.3)), Key(t=0.5, box=person(0.7)), Key(t=1, box=person(0.3))),
    )
    performance = acting([there_and_back])
    views = [(one(performance, f, "ann").pose.view, one(performance, f, "ann").mirrored) for f in range(48)]
    assert views[5] == ("side", False)
    assert views[40] == ("side", True)
    assert {view for view, _ in views[20:28]} >= {"front"}


def test_a_beat_acts_only_in_its_time() -> None:
    wave = Beat(id="b", actors=("ann",), action="wave", verb="wave", start=0.5, end=0.9)
    performance = acting([stander("ann", 0.5)], beats=(wave,))
    assert [one(performance, f, "ann").pose.action for f in (0, 34, 47)] == ["stand", "wave", "stand"]


def test_sitting_lasts_after_its_beat() -> None:
    sit = Beat(id="b", actors=("ann",), action="sit", verb="sit", start=0.1, end=0.4)
    assert one(acting([stander("ann", 0.5)], beats=(sit,)), 40, "ann").pose.action == "sit"


def test_the_speaker_talks_with_the_given_mouth_and_the_listener_looks() -> None:
    line = Line(id="l", text="Hello", speaker="ann", start=10, frames=20)
    mouth = MouthTrack(speaker="ann", start=10, openness=(2,) * 20)
    tracks = [stander("ann", 0.3, facing="right"), stander("bob", 0.7, facing="left")]
    performance = acting(tracks, lines=(line,), mouths=(mouth,))
    assert [one(performance, f, "ann").pose.mouth for f in (4, 16, 36)] == [0, 2, 0]
    assert [one(performance, f, "ann").pose.action for f in (4, 16)] == ["stand", "talk"]
    assert one(performance, 16, "bob").pose.gaze[0] > 0
    assert one(performance, 16, "bob").pose.mouth == 0


def test_who_speaks_sitting_goes_on_sitting_and_gestures() -> None:
    line = Line(id="l", text="Hello", speaker="ann", start=10, frames=20)
    beat = Beat(id="b", actors=("ann",), action="sit", verb="say", start=0, end=1)
    show = acting([stander("ann", 0.4)], beats=(beat,), lines=(line,))
    during, before = show.at(14)[0].pose, show.at(2)[0].pose
    assert (during.action, during.deed) == ("sit", "talk")
    assert (before.action, before.deed) == ("sit", None)


def test_mouths_move_without_audio_too() -> None:
    line = Line(id="l", text="Hello", speaker="ann", start=0, frames=40)
    performance = acting([stander("ann", 0.3)], lines=(line,))
    assert len({one(performance, f, "ann").pose.mouth for f in range(40)}) > 1


def test_everyone_blinks_but_not_together() -> None:
    performance = acting([stander(key, 0.2 * i) for i, key in enumerate(("ann", "bob", "cy"), start=1)], frames=240)
    closed = {key: {f for f in range(240) if one(performance, f, key).pose.blink == 2} for key in ("ann", "bob", "cy")}
    assert all(closed.values())
    assert not set.intersection(*closed.values())


def test_motion_runs_on_into_the_handles() -> None:
    performance = acting([walker(0.2, 0.6)], head=6)
    before, first = one(performance, -6, "ann"), one(performance, 0, "ann")
    assert before.box[0] < first.box[0] - 0.01
    assert before.pose.action == "walk"


@pytest.mark.parametrize("frame", [0, 30])
def test_who_is_not_on_stage_does_not_act(frame: int) -> None:
    late = Track(key="ann", entity="ann", keys=(Key(t=0.5, box=person(0.5)), Key(t=1, box=person(0.5))))
    assert [act.member.track.key for act in acting([late]).at(frame)] == ([] if frame == 0 else ["ann"])
