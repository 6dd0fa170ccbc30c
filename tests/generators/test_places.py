"""Places: every picture exists, covers the frame, reads at night, and its weather moves."""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np
import numpy.typing as npt
import pytest
import skia

from generators.backends.animatic.kit import Ink, Storybook
from generators.backends.animatic.places import PLACES, find, make_place, weather
from generators.backends.animatic.places.light import lighting, luminance
from generators.backends.animatic.scenery import SceneView
from planners.plan import Attributes, TimeOfDay, Weather

SCALE = 0.1
WIDTHS = (1280.0, 960.0, 720.0, 405.0)
TIMES: tuple[TimeOfDay, ...] = ("dawn", "day", "dusk", "night")
WEATHERS: tuple[Weather, ...] = ("clear", "cloudy", "rain", "snow", "storm", "fog", "wind")
Pixels = npt.NDArray[np.float64]


def view_of(noun: str, time: TimeOfDay = "day", sky: Weather = "clear", width: float = 1280.0) -> SceneView:
    attributes = Attributes(noun=noun)
    indoor = make_place(attributes, 7)[0].indoor
    return SceneView(
        width=width, time=time, weather=sky, light=lighting(time, sky, indoor), attributes=attributes, seed=7
    )


def canvas_of(view: SceneView, extended: bool = False) -> tuple[skia.Surface, Ink]:
    wide, tall = (1.5, 1.3) if extended else (1.0, 1.0)
    surface = skia.Surface(round(view.width * wide * SCALE), round(720 * tall * SCALE))
    canvas = surface.getCanvas()
    canvas.scale(SCALE, SCALE)
    if extended:
        canvas.translate(0.25 * view.width, 0.15 * 720)
    return surface, Ink(canvas, Storybook(), px=SCALE, toward_light=view.light.toward_light)


def pixels(surface: skia.Surface) -> Pixels:
    array: Pixels = surface.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType).astype(np.float64)
    return array


@cache
def picture(noun: str, time: TimeOfDay = "day", sky: Weather = "clear", width: float = 1280.0) -> Pixels:
    view = view_of(noun, time, sky, width)
    surface, ink = canvas_of(view)
    place = make_place(view.attributes, view.seed)[0]
    for layer in place.layers(view):
        layer.paint(ink)
    place.live(ink, view, 1.5)
    return pixels(surface)


def brightness(image: Pixels) -> float:
    return float((image[:, :, :3] @ (0.2126, 0.7152, 0.0722)).mean())


def test_there_are_enough_places() -> None:
    assert len(PLACES) >= 60


@pytest.mark.parametrize("noun", PLACES)
def test_first_layer_covers_the_whole_extended_area_in_every_aspect(noun: str) -> None:
    for width in WIDTHS:
        view = view_of(noun, width=width)
        surface, ink = canvas_of(view, extended=True)
        layers = make_place(view.attributes, 7)[0].layers(view)
        assert 1 <= len(layers) <= 4
        assert [layer.parallax for layer in layers] == sorted(layer.parallax for layer in layers)
        layers[0].paint(ink)
        assert pixels(surface)[:, :, 3].min() == 255, width


@pytest.mark.parametrize("noun", PLACES)
def test_picture_is_rich_and_fills_the_ground_in_tall_frames_too(noun: str) -> None:
    for width in (1280.0, 405.0):
        image = picture(noun, width=width)
        assert image[:, :, :3].std() > 12
        assert len(np.unique(image[::2, ::2, :3].reshape(-1, 3) // 16, axis=0)) > 20


@pytest.mark.parametrize("noun", [n for n in PLACES if n not in ("sky", "space", "under water", "sea")])
def test_there_is_ground_where_people_stand(noun: str) -> None:
    place = make_place(Attributes(noun=noun), 7)[0]
    assert place.floor
    view = view_of(noun)
    surface, ink = canvas_of(view)
    near = [layer for layer in place.layers(view) if layer.parallax == 1.0]
    assert near
    for layer in near:
        layer.paint(ink)
    rows = pixels(surface)[round(0.79 * 72) : round(0.95 * 72), :, 3]
    assert rows.min() == 255


@pytest.mark.parametrize("noun", ["sky", "space", "under water"])
def test_figures_float_where_there_is_no_floor(noun: str) -> None:
    assert not make_place(Attributes(noun=noun), 7)[0].floor


def test_no_two_places_look_alike() -> None:
    for one, other in itertools.combinations(PLACES, 2):
        assert np.abs(picture(one)[:, :, :3] - picture(other)[:, :, :3]).mean() > 6, (one, other)


@pytest.mark.parametrize("noun", [n for n in PLACES if n not in ("space", "moon")])
def test_night_is_darker_than_day_and_still_readable(noun: str) -> None:
    day, night = brightness(picture(noun)), brightness(picture(noun, "night"))
    assert night < day - 4
    assert night > 40


@pytest.mark.parametrize("noun", ["meadow", "street", "kitchen", "castle"])
def test_each_time_and_weather_changes_the_picture(noun: str) -> None:
    images = [picture(noun, time) for time in TIMES] + [picture(noun, "day", sky) for sky in ("snow", "storm", "fog")]
    for one, other in itertools.combinations(images, 2):
        assert np.abs(one - other).mean() > 1


@pytest.mark.parametrize(("time", "sky"), list(itertools.product(TIMES, WEATHERS)))
def test_light_table_keeps_figures_readable(time: TimeOfDay, sky: Weather) -> None:
    for indoor in (False, True):
        row = lighting(time, sky, indoor)
        assert luminance(row.ambient) > 105
        assert abs(np.hypot(*row.toward_light) - 1) < 0.02
        assert 0 <= row.dark <= 1


def weather_at(sky: Weather, seconds: float, front: bool) -> Pixels:
    view = view_of("meadow", sky=sky)
    surface, ink = canvas_of(view)
    surface.getCanvas().clear(skia.Color(90, 110, 140))
    weather.draw(ink, view, seconds, front)
    return pixels(surface)


@pytest.mark.parametrize("sky", ["rain", "snow", "storm", "fog", "wind"])
@pytest.mark.parametrize("front", [False, True])
def test_weather_moves_and_is_the_same_at_the_same_second(sky: Weather, front: bool) -> None:
    first = weather_at(sky, 1.0, front)
    assert np.array_equal(first, weather_at(sky, 1.0, front))
    assert np.abs(first - weather_at(sky, 1.5, front)).sum() > 100


def test_clear_weather_draws_nothing() -> None:
    assert np.abs(weather_at("clear", 1.0, True) - weather_at("clear", 2.0, True)).sum() == 0


def test_same_seed_paints_the_same_picture() -> None:
    for noun in ("forest", "library", "market"):
        first = picture(noun)
        picture.cache_clear()
        assert np.array_equal(first, picture(noun))


def test_rain_runs_behind_the_windows_of_a_room() -> None:
    view = view_of("living room", "day", "rain")
    place = make_place(view.attributes, 7)[0]
    shots = []
    for seconds in (0.0, 0.4):
        surface, ink = canvas_of(view)
        surface.getCanvas().clear(0xFF404040)
        place.live(ink, view, seconds)
        shots.append(pixels(surface)[10:32, 28:50])
    assert np.abs(shots[0] - shots[1]).sum() > 50


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("beach", "beach"), ("seaside", "beach"), ("woods", "forest"), ("dark forest", "forest"), ("town", "street"),
        ("city", "street"), ("pub", "cafe"), ("home", "living room"), ("house interior", "living room"),
        ("cottages", "village"), ("ocean", "sea"), ("forest path", "forest"), ("mountain trail", "mountains"),
        ("beaches", "beach"), ("lighthouse", "cliff"), ("castle hall", "throne room"), ("outer space", "space"),
        ("ship's cabin", "ship cabin"), ("school", "classroom"), ("Library", "library"), ("garage", "workshop"),
        ("river's edge", "river"), ("pirate ship", "ship deck"), ("town square", "market"),
        ("savannah", "savanna"), ("football field", "stadium"), ("runway", "airport"), ("big top", "circus"),
        ("art gallery", "museum"), ("prison cell", "dungeon"), ("carnival", "fairground"), ("waterfalls", "waterfall"),
    ],
)  # fmt: skip
def test_nouns_find_their_place(noun: str, name: str) -> None:
    assert find(noun) == name
    assert make_place(Attributes(noun=noun), 7)[1] == ()


def test_unknown_noun_is_drawn_and_named_as_a_downgrade() -> None:
    assert find("quantum observatory") is None
    place, notes = make_place(Attributes(noun="quantum observatory"), 7)
    assert notes == ("No picture for the place 'quantum observatory': drawn as a meadow.",)
    assert place.floor


def test_colour_of_the_story_is_honoured() -> None:
    red = make_place(Attributes(noun="bedroom", colors=("red",)), 7)[0]
    view = view_of("bedroom")
    surface, ink = canvas_of(view)
    coloured = SceneView(
        width=view.width, time="day", weather="clear", light=view.light, seed=7,
        attributes=Attributes(noun="bedroom", colors=("red",)),
    )  # fmt: skip
    red.layers(coloured)[0].paint(ink)
    wall = pixels(surface)[5:30, 90:100].mean(axis=(0, 1))
    assert wall[0] > wall[2] + 40
