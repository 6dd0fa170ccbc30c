"""Vehicles: how many, told apart, rolling, with seats and openings for their riders."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import skia

from generators.backends.animatic import crafting, vehicles
from generators.backends.animatic.figure import Figure, Pose
from generators.backends.animatic.kit import Ink, Storybook
from generators.backends.animatic.sprites import measure
from generators.backends.animatic.vehicles.ends import ENDS
from planners.plan import Attributes

SIDE = 96
WHEELED = (
    "car", "taxi", "police car", "bus", "truck", "van", "bicycle", "motorbike", "scooter", "train", "carriage", "cart",
    "tractor", "fire engine", "ambulance", "skateboard", "wagon", "wheelbarrow", "pram", "race car",
)  # fmt: skip


def made(noun: str, **attributes: object) -> crafting.Crafted:
    figure = vehicles.make_vehicle(Attributes.model_validate({"noun": noun, **attributes}), 7)
    assert figure is not None
    return figure


def picture(figure: Figure, pose: Pose) -> np.ndarray:
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType)
    scale = SIDE * 0.75 / max(figure.size)
    canvas.translate(SIDE / 2, SIDE * 0.8)
    canvas.scale(scale, scale)
    figure.draw(Ink(canvas, Storybook(), px=scale, line_px=1.2), pose)
    return pixels


def test_there_are_vehicles_for_road_rail_water_and_air() -> None:
    assert len(vehicles.VEHICLES) >= 24
    for noun in (*WHEELED, "sailboat", "ship", "rowboat", "submarine", "airplane", "helicopter", "rocket", "ufo"):
        assert vehicles.find(noun) == noun


def test_no_two_vehicles_look_alike() -> None:
    drawn = {noun: picture(made(noun), Pose()).astype(int) for noun in vehicles.VEHICLES}
    alike = [(a, b) for (a, pa), (b, pb) in itertools.combinations(drawn.items(), 2) if np.abs(pa - pb).mean() < 4]
    assert alike == []


@pytest.mark.parametrize("noun", WHEELED)
def test_wheels_turn_only_while_it_drives(noun: str) -> None:
    lower = slice(SIDE // 3, None)
    driven = [picture(made(noun), Pose(action="drive", phase=p))[lower].astype(int) for p in (0, 1)]
    parked = [picture(made(noun), Pose(action="stand", phase=p))[lower].astype(int) for p in (0, 1)]
    assert np.abs(driven[0] - driven[1]).mean() > 0.015
    moved = np.abs(parked[0] - parked[1]).mean()
    assert moved < np.abs(driven[0] - driven[1]).mean()


@pytest.mark.parametrize("noun", ["propeller plane", "helicopter", "rocket", "hot air balloon", "ufo"])
def test_craft_of_the_air_move(noun: str) -> None:
    frames = [picture(made(noun), Pose(action="fly", phase=p)).astype(int) for p in (0, 1, 3)]
    assert max(np.abs(frames[0] - frame).mean() for frame in frames[1:]) > 0.04


@pytest.mark.parametrize("noun", ["sailboat", "ship", "rowboat", "boat"])
def test_vessels_rock(noun: str) -> None:
    frames = [picture(made(noun), Pose(action="sail", phase=p)).astype(int) for p in (3, 9)]
    assert np.abs(frames[0] - frames[1]).mean() > 1


def test_riders_have_a_seat_inside_the_vehicle() -> None:
    for noun in vehicles.VEHICLES:
        figure = made(noun)
        x, y = figure.anchors(Pose())["seat"]
        width, height = figure.size
        assert abs(x) < width / 2, noun
        assert -height <= y <= 0, noun


@pytest.mark.parametrize("noun", [n for n in vehicles.VEHICLES if made(n).cabin])
def test_a_driver_shows_through_the_window(noun: str) -> None:
    alpha = picture(made(noun), Pose())[..., 3]
    assert ((alpha > 40) & (alpha < 200)).sum() > 12


@pytest.mark.parametrize(("colour", "channel"), [("red", 0), ("green", 1), ("blue", 2)])
@pytest.mark.parametrize("noun", ["car", "bus", "train", "boat", "rocket", "truck", "tractor"])
def test_a_named_colour_is_seen(noun: str, colour: str, channel: int) -> None:
    pixels = picture(made(noun, colors=(colour,)), Pose())
    solid = pixels[pixels[..., 3] > 200][:, :3].astype(float)
    others = solid[:, [c for c in range(3) if c != channel]].max(axis=1)
    assert (solid[:, channel] > others + 12).mean() > 0.14


@pytest.mark.parametrize("noun", sorted(ENDS))
def test_what_comes_or_goes_is_seen_from_ahead_or_behind(noun: str) -> None:
    figure = made(noun)
    side, front, back = (measure(figure, Pose(view=view), Storybook()) for view in ("side", "front", "back"))
    for end in (front, back):
        assert abs(end[0] + end[2]) < 0.12 * (end[2] - end[0]) + 2, "it stands over its own middle"
        assert end[3] == pytest.approx(side[3], abs=0.08 * figure.size[1]), "on the same ground"
        assert end[3] - end[1] == pytest.approx(side[3] - side[1], rel=0.4), "at the same scale"
    assert figure.anchors(Pose(view="front")).get("seat", (0.0, 0.0))[0] == 0.0
