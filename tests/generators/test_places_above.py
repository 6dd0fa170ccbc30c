"""Grounds from above: every place has one, it fills the frame, and it tells the place."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest
import skia

from generators.backends.animatic.kit import Ink, Storybook
from generators.backends.animatic.places import PLACES, make_place
from generators.backends.animatic.places.light import lighting
from generators.backends.animatic.scenery import SceneView, SeenFromAbove
from planners.plan import Attributes

_SCALE = 0.1


def ground(noun: str, width: float = 1280.0) -> npt.NDArray[np.float64]:
    attributes = Attributes(noun=noun)
    place = make_place(attributes, 7)[0]
    assert isinstance(place, SeenFromAbove)
    light = lighting("day", "clear", place.indoor)
    view = SceneView(width=width, time="day", weather="clear", light=light, attributes=attributes, seed=7)
    surface = skia.Surface(round(width * _SCALE), 72)
    canvas = surface.getCanvas()
    canvas.scale(_SCALE, _SCALE)
    place.top_down(view).paint(Ink(canvas, Storybook(), px=_SCALE, toward_light=light.toward_light))
    out: npt.NDArray[np.float64] = surface.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType).astype(np.float64)
    return out


@pytest.mark.parametrize("noun", PLACES)
def test_every_place_has_an_opaque_ground_from_above(noun: str) -> None:
    for width in (1280.0, 405.0):
        assert ground(noun, width)[:, :, 3].min() == 255


def test_the_ground_tells_the_place() -> None:
    nouns = ("meadow", "street", "sea", "beach", "snow land", "room", "kitchen", "market", "farm")
    for one, other in itertools.combinations(nouns, 2):
        assert np.abs(ground(one) - ground(other)).mean() > 6, (one, other)


def test_the_sea_is_blue_and_the_meadow_green() -> None:
    red, green, blue = ground("sea")[:, :, :3].mean(axis=(0, 1))
    assert blue > green > red
    red, green, blue = ground("meadow")[:, :, :3].mean(axis=(0, 1))
    assert green > red > blue
