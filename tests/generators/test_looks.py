"""Styles: names for free words, and real differences in what is drawn."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from generators import STYLES, resolve_style
from generators.backends.animatic.kit import Ink, ellipse
from generators.backends.animatic.looks import style
from generators.backends.animatic.places.light import lighting
from generators.backends.animatic.sprites import Lamp, lit, readable


@pytest.mark.parametrize("name", STYLES)
def test_an_exact_name_loses_nothing(name: str) -> None:
    assert resolve_style(name) == (name, None)
    assert resolve_style(name.replace("-", " ").title()) == (name, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a paper collage", "paper-cut"),
        ("Chinese brush painting in ink", "ink"),
        ("soft watercolour sketch", "ink"),
        ("stop-motion felt puppets", "pastel"),
        ("black-and-white detective film", "noir"),
        ("moonlit cyanotype", "night-blue"),
        ("a Disney cartoon", "storybook"),
    ],
)
def test_free_words_mean_the_nearest_style_and_say_so(words: str, expected: str) -> None:
    name, lost = resolve_style(words)
    assert name == expected
    assert lost is not None
    assert words in lost
    assert expected in lost


def test_photographs_are_not_promised() -> None:
    name, lost = resolve_style("photorealistic cinematic")
    assert name == "storybook"
    assert lost is not None
    assert "photograph" in lost


def painted(name: str) -> np.ndarray:
    made = style(name)
    surface = skia.Surface.MakeRasterN32Premul(120, 120)
    surface.getCanvas().clear(0xFFFFFFFF)
    ink = Ink(canvas=surface.getCanvas(), look=made.figures, px=1.0)
    ink.part(ellipse(60, 60, 40, 36), (200, 90, 60), role="cloth")
    image = surface.makeImageSnapshot()
    if made.figure_grade is not None:
        graded = skia.Surface.MakeRasterN32Premul(120, 120)
        graded.getCanvas().drawImage(
            image, 0, 0, skia.SamplingOptions(), skia.Paint(ColorFilter=made.figure_grade.filter())
        )
        image = graded.makeImageSnapshot()
    return image.toarray().astype(np.int16)


def test_every_style_paints_the_same_shape_differently() -> None:
    pictures = {name: painted(name) for name in STYLES}
    for first in STYLES:
        for second in STYLES:
            if first < second:
                assert np.abs(pictures[first] - pictures[second]).mean() > 3, (first, second)


@pytest.mark.parametrize("name", [name for name in STYLES if name != "storybook"])
def test_the_filter_and_the_function_of_a_grade_agree(name: str) -> None:
    grade = style(name).scenery_grade
    assert grade is not None
    for colour in ((210.0, 60.0, 50.0), (90.0, 160.0, 90.0), (40.0, 50.0, 120.0), (250.0, 240.0, 220.0)):
        surface = skia.Surface.MakeRasterN32Premul(2, 2)
        paint = skia.Paint(Color=skia.Color(*(round(c) for c in colour)), ColorFilter=grade.filter())
        surface.getCanvas().drawRect(skia.Rect.MakeWH(2, 2), paint)
        pixels = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)[0, 0, :3]
        assert np.abs(pixels - np.clip(grade.one(colour), 0, 255)).max() < 40, colour


@pytest.mark.parametrize("indoor", [True, False])
@pytest.mark.parametrize("skin", [(244.0, 208.0, 184.0), (206.0, 150.0, 110.0), (104.0, 64.0, 46.0)])
@pytest.mark.parametrize("name", ["storybook", "paper-cut", "pastel", "night-blue"])
def test_skin_of_every_tone_stays_warm_on_a_stormy_night(
    name: str, skin: tuple[float, float, float], indoor: bool
) -> None:
    made = style(name)
    light = made.lit(lighting("night", "storm", indoor))
    grade = None if made.figure_grade is None else made.figure_grade.filter()
    lamp = Lamp(ambient=readable(light.ambient, made.floor), grade=grade)
    surface = skia.Surface.MakeRasterN32Premul(4, 4)
    surface.getCanvas().clear(skia.Color(*(round(c) for c in skin)))
    image = lit(surface.makeImageSnapshot(), lamp, (2.0, 2.0), 4.0)
    red, green, blue = (int(c) for c in image.toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)[1, 1, :3])
    assert red > green > blue - 6
    assert red - blue > 0.12 * red
    assert red > 0.6 * skin[0]
