import skia

from generators.backends.animatic.animals import SPECIES, make_animal
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Storybook
from planners.plan import Attributes


def painted(figure, pose, *, scale=1.2, width=420, height=300):
    """The figure's pixels (height, width, RGBA); the ground is 60 px above the lower edge."""
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.translate(width / 2, height - 60)
    canvas.scale(scale, scale)
    figure.draw(Ink(canvas, Storybook(), px=scale, line_px=1.6), pose)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)


def test_every_species_draws_something():
    for name in SPECIES:
        assert painted(make_animal(Attributes(noun=name), 1), Pose())[..., 3].any(), name


def test_a_noun_that_is_no_animal_makes_no_figure():
    assert make_animal(Attributes(noun="lantern"), 1) is None
