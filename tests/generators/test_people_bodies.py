"""People as figures: feet on the ground, hands where they are sent, every action its own picture, clothes as told."""

from __future__ import annotations

import math

import numpy as np
import pytest
import skia

from generators.backends.animatic.figure import PHASES, Mount, Pose
from generators.backends.animatic.kit import Ink, Storybook
from generators.backends.animatic.people import Person, make_person
from generators.backends.animatic.people.expression import expression
from generators.backends.animatic.people.solving import sole_points
from planners.plan import ACTIONS, Attributes, Garment

PX = 1.5
SIDE = 330


def person(seed: int = 3, **looks: object) -> Person:
    return make_person(Attributes(noun="person", **looks), seed)  # type: ignore[arg-type]


def drawn(figure: Person, pose: Pose) -> np.ndarray:
    """RGBA pixels with the origin at (SIDE / 2, SIDE * 0.8)."""
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    info = skia.ImageInfo.Make(SIDE, SIDE, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = skia.Canvas.MakeRasterDirect(info, pixels)
    canvas.translate(SIDE / 2, SIDE * 0.8)
    canvas.scale(PX, PX)
    figure.draw(Ink(canvas=canvas, look=Storybook(), px=PX, line_px=1.0), pose)
    return pixels


def box(figure: Person, pose: Pose) -> tuple[float, float, float, float]:
    """The solid pixels' bounds in figure units."""
    solid = drawn(figure, pose)[:, :, 3] > 140
    rows, columns = np.flatnonzero(solid.any(axis=1)), np.flatnonzero(solid.any(axis=0))
    assert len(rows), "nothing drawn"
    return (
        (columns[0] - SIDE / 2) / PX,
        (rows[0] - SIDE * 0.8) / PX,
        (columns[-1] + 1 - SIDE / 2) / PX,
        (rows[-1] + 1 - SIDE * 0.8) / PX,
    )


@pytest.mark.parametrize("age", ["child", "adult", "elder"])
@pytest.mark.parametrize("view", ["side", "front", "back"])
def test_walking_feet_stay_on_the_ground(age: str, view: str) -> None:
    figure = person(age=age, gender="male", clothes=(Garment(kind="shirt"), Garment(kind="jeans")))
    for phase in range(0, PHASES, 2):
        assert box(figure, Pose(action="walk", phase=phase, view=view))[3] == pytest.approx(0, abs=1.6)


def test_a_walk_keeps_its_height_and_does_not_jerk() -> None:
    figure = person(age="adult")
    heads = [figure.anchors(Pose(action="walk", phase=p))["head"] for p in range(PHASES)]
    tops = [y for _, y in heads]
    assert 0.5 < max(tops) - min(tops) < 6
    feet = [figure.rig(Pose(action="walk", phase=p)).near_leg.end[0] for p in range(PHASES)]
    steps = [abs(b - a) for a, b in zip(feet, feet[1:] + feet[:1], strict=True)]
    assert max(steps) < 0.35 * figure.build.leg


@pytest.mark.parametrize("age", ["baby", "child", "teen", "adult", "elder"])
def test_ages_have_their_heights(age: str) -> None:
    wanted = {"baby": 45, "child": 69, "teen": 88, "adult": 100, "elder": 93}[age]
    figure = person(age=age, gender="male")
    assert figure.size[1] == pytest.approx(wanted, rel=0.07)
    assert -box(figure, Pose())[1] == pytest.approx(figure.size[1], rel=0.16)


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_is_drawn_within_bounds_and_differs_from_standing(action: str) -> None:
    figure = person(seed=8, age="adult", clothes=(Garment(kind="sweater", color="teal"), Garment(kind="jeans")))
    pose = Pose(action=action, phase=4)  # type: ignore[arg-type]
    x0, y0, x1, y1 = box(figure, pose)
    assert -90 < x0 < 0 < x1 < 90
    assert -175 < y0 < -20
    assert y1 < 3
    assert figure.seconds(action) > 0.2  # type: ignore[arg-type]
    if action != "stand":
        apart = np.abs(drawn(figure, pose).astype(int) - drawn(figure, Pose(phase=4)).astype(int)).sum(axis=2) > 60
        assert apart.sum() > 150


@pytest.mark.parametrize("view", ["side", "front"])
@pytest.mark.parametrize("goal", [(22.0, -60.0), (14.0, -95.0), (24.0, -84.0)])
def test_the_hand_goes_where_it_is_sent(view: str, goal: tuple[float, float]) -> None:
    figure = person(age="adult", gender="male")
    at = goal if view == "side" else (-goal[0], goal[1])
    hand = figure.anchors(Pose(reach=at, holding="small", view=view))["hand"]
    assert math.dist(hand, at) < 0.5


def test_a_hand_sent_too_far_stretches_toward_it() -> None:
    figure = person(age="adult")
    rig = figure.rig(Pose(reach=(300.0, -70.0)))
    shoulder, hand = rig.near_arm.root, figure.anchors(Pose(reach=(300.0, -70.0)))["hand"]
    assert hand[0] - shoulder[0] == pytest.approx(figure.build.arm + figure.build.hand / 2, rel=0.03)


@pytest.mark.parametrize(
    ("kind", "color", "near"),
    [
        ("coat", "red", (206, 62, 56)),
        ("skirt", "yellow", (243, 200, 74)),
        ("dress", "green", (84, 152, 84)),
        ("cape", "purple", (126, 82, 154)),
    ],
)
def test_told_colours_are_in_the_picture(kind: str, color: str, near: tuple[int, int, int]) -> None:
    def amount(figure: Person) -> int:
        pixels = drawn(figure, Pose(view="back"))
        apart = np.abs(pixels[:, :, :3].astype(int) - near).sum(axis=2)
        return int(((apart < 70) & (pixels[:, :, 3] > 200)).sum())

    told = person(age="adult", gender="female", clothes=(Garment(kind=kind, color=color),))
    other = person(age="adult", gender="female", clothes=(Garment(kind=kind, color="white"),))
    assert amount(told) > 600 + amount(other)


def test_a_pattern_shows() -> None:
    plain, striped = (
        person(age="adult", clothes=(Garment(kind="sweater", color="navy", pattern=p),)) for p in (None, "striped")
    )
    apart = np.abs(drawn(plain, Pose()).astype(int) - drawn(striped, Pose()).astype(int)).sum(axis=2) > 90
    assert apart.sum() > 300


def test_roles_and_seeds_give_different_people_and_the_same_seed_the_same() -> None:
    def picture(role: str | None, seed: int) -> bytes:
        return drawn(make_person(Attributes(noun="person", role=role), seed), Pose()).tobytes()

    assert picture("knight", 5) == picture("knight", 5)
    assert len({picture(role, 5) for role in ("knight", "pirate", "chef", "astronaut", "farmer", None)}) == 6
    assert len({picture(None, seed) for seed in range(6)}) == 6


def test_feelings_change_the_posture() -> None:
    figure = person(age="adult")
    upright = figure.anchors(Pose(emotion="proud"))["head"]
    slumped = figure.anchors(Pose(emotion="sad"))["head"]
    assert slumped[0] > upright[0] + 3
    assert slumped[1] > upright[1] + 1


def test_a_seat_is_under_the_hips_and_the_feet_are_down() -> None:
    figure = person(age="adult")
    pose = Pose(action="sit")
    seat = figure.anchors(pose)["seat"]
    assert -0.6 * figure.build.leg < seat[1] < -0.25 * figure.build.leg
    assert figure.rig(pose).near_leg.mid[0] > figure.rig(pose).pelvis[0] + 0.3 * figure.build.leg
    assert box(figure, pose)[3] == pytest.approx(0, abs=1.6)


def test_a_cyclist_has_hands_on_the_bars_and_feet_on_turning_pedals() -> None:
    figure = person(age="adult", gender="female")
    mount = Mount("cycle", bars=(34.0, -8.0), pedals=(8.0, 34.0), crank=8.0)
    for phase in range(0, PHASES, 3):
        pose = Pose(action="ride", phase=phase, mount=mount)
        x, y = figure.anchors(pose)["seat"]
        anchors, rig = figure.anchors(pose), figure.rig(pose)
        assert math.dist(anchors["hand"], (x + 34, y - 8)) < 1
        assert math.dist(anchors["far_hand"], (x + 34, y - 8)) < 1
        for leg, turn in ((rig.near_leg, phase / PHASES), (rig.far_leg, phase / PHASES + 0.5)):
            a = 2 * math.pi * turn
            pedal = (x + 8 + 8 * math.cos(a), y + 34 + 8 * math.sin(a))
            heel, toe = sole_points(figure.build, leg)
            assert min(math.dist(pedal, (heel[0] + (toe[0] - heel[0]) * k / 10, heel[1] + (toe[1] - heel[1]) * k / 10))
                       for k in range(11)) < 1.5  # fmt: skip


def test_who_rides_on_a_back_shows_one_leg_and_who_stands_on_a_deck_has_the_feet_there() -> None:
    figure = person(age="adult", clothes=(Garment(kind="shirt", color="white"), Garment(kind="trousers", color="red")))
    astride, seated = Pose(action="ride", mount=Mount("back")), Pose(action="ride")
    red = [
        ((drawn(figure, p)[:, :, :3].astype(int) - (206, 62, 56)) ** 2).sum(axis=2) < 3000 for p in (astride, seated)
    ]
    assert red[0].sum() < 0.8 * red[1].sum()
    deck = Pose(action="ride", mount=Mount("stand"))
    assert figure.anchors(deck)["seat"][1] == pytest.approx(0.0)
    assert box(figure, deck)[3] == pytest.approx(0, abs=1.6)


def test_who_talks_or_laughs_while_sitting_keeps_the_seat_and_moves_arms_and_face() -> None:
    figure = person(age="adult", clothes=(Garment(kind="shirt"), Garment(kind="jeans")))
    quiet, talking, laughing = (Pose(action="sit", phase=4, deed=deed) for deed in (None, "talk", "laugh"))  # type: ignore[arg-type]
    for pose in (talking, laughing):
        assert figure.anchors(pose)["seat"] == pytest.approx(figure.anchors(quiet)["seat"])
        assert figure.rig(pose).near_leg == figure.rig(quiet).near_leg
    assert figure.rig(talking).far_arm != figure.rig(quiet).far_arm
    assert expression(laughing).arcs
    assert not expression(quiet).arcs
