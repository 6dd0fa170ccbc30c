import itertools

import numpy as np
import pytest
import skia

from generators.backends.animatic.animals import SPECIES, find, make_animal
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Storybook
from planners.plan import ACTIONS, Attributes, Garment

GROUND = 60
PLANS = (
    "fox", "rabbit", "horse", "elephant", "monkey", "sheep", "panda", "koala", "turtle", "dragon", "trex",
    "owl", "duck",
    "penguin", "peacock", "fish", "whale", "octopus", "crab", "snake", "frog", "butterfly", "spider", "snail",
)  # fmt: skip
"""At least one species for every way an animal is drawn."""


def painted(figure, pose, *, scale=None, width=240, height=200):
    """The figure's pixels (height, width, RGBA); the ground is GROUND px above the lower edge."""
    scale = scale or 90 / figure.size[1]
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    canvas.translate(width / 2, height - GROUND)
    canvas.scale(scale, scale)
    figure.draw(Ink(canvas, Storybook(), px=scale, line_px=1.2), pose)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)


def animal(noun, **words):
    return make_animal(Attributes(noun=noun, **words), 1)


def mean_colour(pixels):
    solid = pixels[pixels[..., 3] > 250][:, :3].astype(float)
    return solid.mean(axis=0)


def lowest(pixels):
    """Pixels that the figure reaches below the ground (negative: it floats)."""
    return int(np.nonzero(pixels[..., 3].any(axis=1))[0].max()) - (200 - GROUND)


def test_at_least_sixty_species_are_told_apart_by_their_pixels():
    assert len(SPECIES) >= 60
    small = {
        name: painted(animal(name), Pose(), width=160, height=140, scale=60 / animal(name).size[1]) for name in SPECIES
    }
    for first, second in itertools.combinations(SPECIES, 2):
        difference = np.abs(small[first].astype(int) - small[second].astype(int)).sum(axis=-1) > 60
        shown = (small[first][..., 3] > 0) | (small[second][..., 3] > 0)
        assert difference.sum() > 0.08 * shown.sum(), (first, second)


@pytest.mark.parametrize("name", PLANS)
def test_every_action_of_every_body_plan_draws(name):
    figure = animal(name)
    for action in ACTIONS:
        pixels = painted(figure, Pose(action=action, phase=3), width=160, height=140, scale=40 / figure.size[1])
        assert (pixels[..., 3] > 128).sum() > 150, action


@pytest.mark.parametrize("name", PLANS)
def test_feet_stand_on_the_ground(name):
    for action, phase in (("stand", 0), ("walk", 0), ("walk", 4), ("walk", 8), ("sit", 0)):
        gap = lowest(painted(animal(name), Pose(action=action, phase=phase)))
        hops = name == "rabbit" and action == "walk"
        assert (-25 if hops else -5) <= gap <= 11, (action, phase, gap)


@pytest.mark.parametrize(("noun", "colour", "brighter"), [
    ("cat", "black", False), ("horse", "white", True), ("bird", "black", False), ("rabbit", "white", True),
    ("dog", "black", False), ("fish", "black", False), ("butterfly", "white", True),
])  # fmt: skip
def test_black_is_dark_and_white_is_bright(noun, colour, brighter):
    mean = mean_colour(painted(animal(noun, colors=(colour,)), Pose())).mean()
    assert mean > 165 if brighter else mean < 115


def test_a_red_fox_is_red_and_a_blue_bird_is_blue():
    red, _, blue = mean_colour(painted(animal("fox", colors=("red",)), Pose()))
    assert red > blue + 40
    red, _, blue = mean_colour(painted(animal("bird", colors=("blue",)), Pose()))
    assert blue > red + 30


def test_a_black_and_white_cat_shows_both():
    pixels = painted(animal("cat", colors=("black", "white")), Pose())
    light = pixels[pixels[..., 3] > 250][:, :3].astype(int).sum(axis=1)
    assert (light < 260).mean() > 0.2
    assert (light > 600).mean() > 0.06


def test_words_for_young_breeds_and_plurals_are_known():
    expected = {
        "puppy": "dog", "kitten": "cat", "bunny": "rabbit", "mare": "horse", "hen": "chicken", "raven": "crow",
        "foxes": "fox", "polar bear": "polar-bear", "alligator": "crocodile", "macaw": "parrot",
        "fawn": "deer", "tortoise": "turtle",
    }  # fmt: skip
    assert {noun: find(noun) for noun in expected} == expected


def test_a_noun_that_is_no_animal_makes_no_figure():
    assert find("lantern") is None
    assert find("rocking horse") is None
    assert find("kid") is None
    assert make_animal(Attributes(noun="lantern"), 1) is None
    assert make_animal(Attributes(), 1) is None


def test_young_animals_are_smaller_with_larger_heads():
    grown, young = animal("dog"), animal("puppy")
    assert young.size[1] < 0.85 * grown.size[1]
    share = [(a["head"][1] - a["top"][1]) / f.size[1] for f in (grown, young) for a in (f.anchors(Pose()),)]
    assert share[1] > share[0] * 1.15


def test_a_paw_goes_where_it_is_told_to_reach():
    figure = animal("panda")
    near = figure.anchors(Pose(action="hold", holding="small"))["hand"]
    goal = (near[0] + 3, near[1] - 8)
    hand = figure.anchors(Pose(action="hold", holding="small", reach=goal))["hand"]
    assert abs(hand[0] - goal[0]) < 2
    assert abs(hand[1] - goal[1]) < 2


def test_clothes_show_and_dressed_animals_stand_upright():
    bare, dressed = animal("panda"), animal("panda", clothes=(Garment(kind="coat", color="red"),))
    before, after = painted(bare, Pose()), painted(dressed, Pose())
    red = (after[..., 0].astype(int) - after[..., 2] > 90) & (after[..., 3] > 250)
    assert red.sum() > 150
    columns = [np.ptp(np.nonzero(p[..., 3].any(axis=0))[0]) for p in (before, after)]
    assert columns[1] < columns[0]


def test_the_mouth_opens_and_the_eyes_close():
    figure = animal("fox")
    still = painted(figure, Pose(action="talk"))
    for pose in (Pose(action="talk", mouth=3), Pose(action="talk", blink=2), Pose(action="talk", emotion="angry")):
        assert (np.abs(painted(figure, pose).astype(int) - still).sum(axis=-1) > 60).sum() > 8


def test_anchors_lie_on_the_figure():
    for name in PLANS:
        figure = animal(name)
        wide, tall = figure.size
        anchors = figure.anchors(Pose())
        assert {"head", "top", "mouth", "hand", "far_hand", "seat", "back"} <= set(anchors)
        assert anchors["top"][1] < anchors["head"][1]
        assert all(abs(x) < wide * 1.3 + 8 and -1.7 * tall < y < 0.2 * tall + 1 for x, y in anchors.values()), name


def test_the_same_animal_is_drawn_the_same_twice():
    first, second = (painted(animal("leopard"), Pose(action="run", phase=5)) for _ in range(2))
    assert (first == second).all()
