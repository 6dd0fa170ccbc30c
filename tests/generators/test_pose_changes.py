"""Nobody jumps from one posture to another: bodies take a moment for it, also where a take goes on over a cut."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest

from generators import ShotSpec
from generators.backends.animatic import casting
from generators.backends.animatic.company import Company
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Storybook
from generators.backends.animatic.people.person import make_person
from generators.backends.animatic.performance import CHANGE, Performance
from generators.backends.animatic.seats import seating
from generators.backends.animatic.sprites import Lamp, SpriteBook
from generators.backends.animatic.stage import Lens
from generators.backends.animatic.troupe import Member
from generators.takes import whole_take
from planners.plan import Attributes, Beat, Entity, Key, Scene, Shot, Track, Transition

FPS = 24
GIRL = Attributes(noun="girl", age="child", gender="female")
BOX = (0.4, 0.4, 0.5, 0.9)


def spec(first: str, second: str, look: Attributes = GIRL) -> ShotSpec:
    """One take of two shots: each a second long, in which somebody does one thing."""
    track = Track(key="ann", entity="ann", facing="right", keys=(Key(t=0, box=BOX),))
    shots = tuple(
        Shot(id=name, scene="a", frames=FPS, layout=(track,), cast=("ann",), continues=name == "b",
             transition=Transition(kind="continuation") if name == "a" else Transition(),
             beats=(Beat(id=name, actors=("ann",), action=action, verb=action),))
        for name, action in (("a", first), ("b", second))
    )  # fmt: skip
    place = Entity(id="p", kind="place", name="meadow", attributes=Attributes(noun="meadow"))
    ann = Entity(id="ann", kind="character", name="Ann", attributes=look)
    made = ShotSpec(
        shot=shots[1], scene=Scene(id="a", place="p"), place=place, cast={"ann": ann}, style="storybook",
        size=(640, 360), fps=FPS, seed=7, take=shots,
    )  # fmt: skip
    return whole_take(made)[0]


def company(asked: ShotSpec) -> Company:
    entity = asked.cast["ann"]
    figure, _ = casting.cast(entity, None, 1)
    members = [
        Member(track=track, entity=entity, figure=figure, name="ann", look=Storybook()) for track in asked.shot.layout
    ]
    seats = seating(asked, casting.cast, Storybook(), indoor=False)
    book = SpriteBook(Storybook(), Lamp())
    return Company(Performance(asked, members), Lens(asked.shot, asked.size), book, 2.0, seats)


def heads(asked: ShotSpec) -> list[float]:
    """How high the head is in every frame, in pixels."""
    found = []
    troupe = company(asked)
    for frame in range(asked.shot.frames):
        (item,) = [item for item in troupe.drawn(frame) if item.key == "ann"]
        found.append(item.placement.point(item.acting.member.figure.anchors(item.acting.pose)["head"])[1])
    return found


@pytest.mark.parametrize(
    ("look", "first", "second"),
    [
        (GIRL, "stand", "sit"),
        (GIRL, "sit", "stand"),
        (GIRL, "stand", "kneel"),
        (Attributes(noun="dog", species="dog"), "stand", "lie"),
        (Attributes(noun="gull", species="gull"), "stand", "sit"),
    ],
)
def test_a_new_posture_is_reached_in_steps_over_the_cut(look: Attributes, first: str, second: str) -> None:
    asked = spec(first, second, look)
    ys = heads(asked)
    way = abs(ys[FPS + round(CHANGE * FPS) + 4] - ys[FPS - 2])
    assert way > 4
    around = ys[FPS - 4 : FPS + round(CHANGE * FPS) + 2]
    assert max(abs(b - a) for a, b in itertools.pairwise(around)) < 0.55 * way


def test_bones_keep_their_lengths_on_the_way_and_feet_their_ground() -> None:
    person = make_person(GIRL, 3)
    down = Pose(action="sit")
    for share in (0.2, 0.5, 0.8):
        rig = person.rig(replace(down, before=Pose(action="stand"), share=share))
        for limb in (rig.near_leg, rig.far_leg):
            thigh, shin = (math.dist(a, b) for a, b in itertools.pairwise(limb.points))
            assert thigh + shin == pytest.approx(2 * (person.build.leg - person.build.sole) * 0.5, rel=0.06)
        feet = max(person.rig(Pose(action="stand")).near_leg.end[1], rig.near_leg.end[1])
        assert feet <= 0.0
    ends = [person.rig(replace(down, before=Pose(action="stand"), share=share)).head for share in (0.0, 1.0)]
    assert ends[0] == pytest.approx(person.rig(Pose(action="stand")).head, abs=1e-6)
    assert ends[1] == pytest.approx(person.rig(down).head, abs=1e-6)


def test_what_one_sits_on_is_there_before_and_stays_where_it_is() -> None:
    asked = spec("stand", "sit")
    troupe = company(asked)
    places = []
    for frame in (0, FPS - 1, FPS + 2, 2 * FPS - 1):
        (seat,) = [item for item in troupe.drawn(frame) if item.key != "ann"]
        places.append((round(seat.placement.x), round(seat.placement.y), round(seat.placement.sx, 2)))
    assert len(set(places)) == 1


def test_what_turns_over_has_no_way_between() -> None:
    asked = spec("stand", "roll")
    troupe = company(asked)
    (item,) = [item for item in troupe.drawn(FPS + 2) if item.key == "ann"]
    assert item.acting.pose.before is None
