"""Props: how many, told apart, in their colours, alive with the phase, the same every time."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
import skia

from generators.backends.animatic import crafting, props
from generators.backends.animatic.figure import PHASES, Figure, Pose
from generators.backends.animatic.kit import Ink, Storybook
from planners.plan import Attributes

SIDE = 64


def picture(figure: Figure, pose: Pose | None = None, side: int = SIDE) -> np.ndarray:
    """The figure filling a square, RGBA."""
    pixels = np.zeros((side, side, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType)
    scale = side * 0.9 / max(figure.size)
    canvas.translate(side / 2, side * 0.95)
    canvas.scale(scale, scale)
    figure.draw(Ink(canvas, Storybook(), px=scale, line_px=1.2), pose or Pose())
    return pixels


def made(noun: str, **attributes: object) -> crafting.Crafted:
    figure = props.make_prop(Attributes.model_validate({"noun": noun, **attributes}), 7)
    assert figure is not None
    return figure


@pytest.fixture(scope="module")
def pictures() -> dict[str, np.ndarray]:
    return {noun: picture(made(noun)) for noun in props.PROPS}


def test_there_are_many_props_and_all_are_drawn(pictures: dict[str, np.ndarray]) -> None:
    assert len(props.PROPS) >= 130
    empty = [noun for noun, pixels in pictures.items() if (pixels[..., 3] > 128).mean() < 0.008]
    assert empty == []


def test_no_two_props_look_alike(pictures: dict[str, np.ndarray]) -> None:
    flat = {noun: pixels[::2, ::2].astype(np.int16) for noun, pixels in pictures.items()}
    alike = [(a, b) for (a, pa), (b, pb) in itertools.combinations(flat.items(), 2) if np.abs(pa - pb).mean() < 1.2]
    assert alike == []


def test_drawings_stay_near_their_nominal_size(pictures: dict[str, np.ndarray]) -> None:
    strays = []
    for noun, pixels in pictures.items():
        rows, columns = np.nonzero(pixels[..., 3] > 100)
        width, height = made(noun).size
        scale = SIDE * 0.9 / max(width, height)
        drawn = (np.ptp(columns) + 1, np.ptp(rows) + 1)
        wide = drawn[0] > width * scale * 1.25 + 5
        if wide or drawn[1] > height * scale * 1.2 + 5 or max(drawn) < SIDE * 0.66:
            strays.append((noun, drawn, (width * scale, height * scale)))
    assert strays == []


@pytest.mark.parametrize("noun", ["ball", "cup", "blanket", "book", "balloon", "house", "chair", "scarf", "flower"])
@pytest.mark.parametrize(("colour", "channel"), [("red", 0), ("green", 1), ("blue", 2)])
def test_a_named_colour_is_seen(noun: str, colour: str, channel: int) -> None:
    pixels = picture(made(noun, colors=(colour,)))
    solid = pixels[pixels[..., 3] > 200][:, :3].astype(float)
    others = solid[:, [c for c in range(3) if c != channel]].max(axis=1)
    assert (solid[:, channel] > others + 20).mean() > 0.25


def test_size_and_material_are_honoured() -> None:
    assert made("ball", size="huge").size[0] > 2 * made("ball", size="small").size[0]
    wooden, plain = picture(made("bowl", material="wooden")), picture(made("bowl"))
    assert np.abs(wooden.astype(int) - plain).mean() > 4


@pytest.mark.parametrize(
    ("noun", "word"),
    [("book", "open"), ("box", "open"), ("door", "open"), ("chest", "open"), ("candle", "unlit"), ("tree", "bare"),
     ("umbrella", "closed"), ("vase", "broken"), ("house", "lit"), ("nest", "empty")],
)  # fmt: skip
def test_adjectives_change_the_drawing(noun: str, word: str) -> None:
    changed = picture(made(noun, extra=(word,))).astype(int)
    assert np.abs(changed - picture(made(noun))).mean() > 0.5


@pytest.mark.parametrize("noun", ["lantern", "candle", "lamp", "torch", "campfire", "fire", "lighthouse", "fireplace"])
def test_lights_have_a_light_that_goes_out(noun: str) -> None:
    x, y = made(noun).anchors(Pose())["light"]
    width, height = made(noun).size
    assert abs(x) <= width / 2
    assert -height <= y <= 0
    assert "light" not in made(noun, extra=("unlit",)).anchors(Pose())


@pytest.mark.parametrize("noun", ["candle", "flag", "balloon", "clock", "windmill", "campfire", "kite"])
def test_what_moves_by_itself_moves(noun: str) -> None:
    frames = [picture(made(noun), Pose(phase=phase)).astype(int) for phase in (0, 4, 8)]
    assert np.abs(frames[0] - frames[1]).mean() > 0.05
    assert np.abs(frames[1] - frames[2]).mean() > 0.05


def test_a_rolling_ball_turns_and_comes_round() -> None:
    ball = made("ball")
    first = picture(ball, Pose(action="roll", phase=0)).astype(int)
    assert np.abs(first - picture(ball, Pose(action="roll", phase=3))).mean() > 4
    assert np.array_equal(first, picture(ball, Pose(action="roll", phase=PHASES)))


def test_the_same_request_gives_the_same_pixels() -> None:
    for noun in ("skyscraper", "tree", "crystal", "bookshelf"):
        assert np.array_equal(picture(made(noun)), picture(made(noun)))


def test_unknown_nouns_are_not_props() -> None:
    assert props.make_prop(Attributes(noun="zorgblat"), 1) is None
    assert props.find("Fishing-Rod") == "fishing rod"


def test_a_prop_costs_little(pictures: dict[str, np.ndarray]) -> None:
    figures = [made(noun) for noun in props.PROPS]
    start = time.process_time()
    for figure in figures:
        picture(figure, side=110)
    assert (time.process_time() - start) / len(figures) < 0.006
