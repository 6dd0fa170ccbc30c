"""Casting: every entity gets a picture, the right one where there is one, and what is given up is said."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from generators.backends.animatic import casting, glyphs, props, vehicles
from generators.backends.animatic.figure import Figure, Pose
from generators.backends.animatic.kit import Ink, Storybook
from generators.backends.animatic.living import Living
from generators.backends.animatic.near_nouns import NEAR
from generators.backends.animatic.nouns import SYNONYMS
from planners.plan import Attributes, Entity, Stage

STORY_NOUNS = (
    "lantern", "key", "letter", "sword", "goblet", "armchair", "treasure", "map", "rope", "candle",
    "apple", "loaf", "honey", "cake", "cup", "teapot", "bottle", "basket", "bucket", "spoon",
    "umbrella", "broomstick", "hat", "cloak", "boot", "crown", "ring", "necklace", "mirror", "clock",
    "book", "diary", "scroll", "quill", "painting", "camera", "phone", "laptop", "telescope", "robot",
    "ball", "kite", "doll", "teddy bear", "balloon", "drum", "guitar", "violin", "piano", "flute",
    "tree", "oak", "flower", "rose", "mushroom", "pumpkin", "stone", "boulder", "log", "nest",
    "star", "moon", "sun", "cloud", "rainbow", "snowman", "campfire", "well", "fence", "bridge",
    "house", "cottage", "castle", "tower", "lighthouse", "windmill", "tent", "statue", "fountain", "bench",
    "car", "truck", "bus", "bicycle", "train", "boat", "ship", "rocket", "helicopter", "sled",
    "wand", "potion", "crystal ball", "shield", "bow", "spaceship", "accordion", "volcano", "cage", "wheelbarrow",
)  # fmt: skip


def entity(noun: str, kind: str = "prop", name: str = "", **attributes: object) -> Entity:
    looks = Attributes.model_validate({"noun": noun, **attributes})
    return Entity(id="e1", kind=kind, name=name or noun, attributes=looks)


def drawn(figure: Figure, pose: Pose | None = None) -> np.ndarray:
    pixels = np.zeros((80, 80, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType)
    scale = 70 / max(figure.size)
    canvas.translate(40, 76)
    canvas.scale(scale, scale)
    figure.draw(Ink(canvas, Storybook(), px=scale), pose or Pose())
    return pixels


def test_common_story_nouns_have_a_drawing_of_their_own() -> None:
    assert len(set(STORY_NOUNS)) == 100
    lacking = [noun for noun in STORY_NOUNS if isinstance(casting.cast(entity(noun), None, 7)[0], glyphs.Labelled)]
    assert len(lacking) <= 8, lacking


def test_every_synonym_and_near_noun_leads_to_a_drawing() -> None:
    for table in (SYNONYMS, NEAR):
        dead = {p for p in table.values() if props.find(p) is None and vehicles.find(p) is None}
        assert dead == set()
    assert len(SYNONYMS) + len(NEAR) > 600


@pytest.mark.parametrize(
    ("noun", "name", "picture"),
    [("couch", "old couch", "sofa"), ("bike", "red bike", "bicycle"), ("bear", "teddy bear", "teddy"),
     ("balloon", "hot-air balloon", "hot air balloon"), ("engine", "fire engine", "fire engine"),
     ("plane", "", "airplane"), ("apples", "three apples", "apple"), ("leaves", "", "leaf"),
     ("car", "toy car", "toy car"), ("boat", "small boat", "boat")],
)  # fmt: skip
def test_the_longest_known_phrase_wins_without_a_downgrade(noun: str, name: str, picture: str) -> None:
    figure, notes = casting.cast(entity(noun, name=name), None, 7)
    assert figure.kind.name == picture  # type: ignore[attr-defined]
    assert notes == ()


def test_downgrades_are_full_sentences() -> None:
    assert casting.cast(entity("goblet"), None, 7)[1] == ("No drawing of its own for 'goblet': shown as a cup.",)
    assert casting.cast(entity("lantren"), None, 7)[1] == ("'lantren' is not a known noun: read as 'lantern'.",)
    glyph, notes = casting.cast(entity("croissant"), None, 7)
    assert notes == ("No drawing for 'croissant': shown as an emoji glyph with its name.",)
    shape, notes = casting.cast(entity("zorgblat"), None, 7)
    assert notes == ("No drawing for 'zorgblat': shown as a felt puppet with its name.",)
    for figure in (glyph, shape):
        pixels = drawn(figure)
        assert (pixels[40:, :, 3] > 0).any()
        assert (pixels[..., 3] > 200).mean() > 0.05


def test_glyphs_do_not_answer_for_signs_and_faces() -> None:
    assert glyphs.find("croissant") == "\U0001f950"
    assert glyphs.find("sign") is None
    assert glyphs.find("qwerty") is None


def test_animals_and_people_are_cast_as_such() -> None:
    fox, notes = casting.cast(entity("fox", "character", species="fox"), None, 7)
    assert notes == ()
    assert {"mouth", "head"} <= set(fox.anchors(Pose()))
    rose, notes = casting.cast(entity("rose", "character", "Rose", gender="female"), None, 7)
    assert notes == ()
    assert rose.size[1] > 60
    for noun in ("woman", "man", "boy", "girl", "princess", "guard", "detective", "baby", "chef", "stranger"):
        for kind in ("character", "prop"):
            figure, notes = casting.cast(entity(noun, kind), None, 7)
            assert not isinstance(figure, glyphs.Labelled), noun
            assert notes == ()
    for noun, name in (("rose", "Rose"), ("coach", "the coach"), ("blacksmith", "the blacksmith")):
        figure, notes = casting.cast(entity(noun, "character", name), None, 7)
        assert not isinstance(figure, Living)
        assert notes == ()


@pytest.mark.parametrize("noun", ["train", "cup", "pumpkin", "car", "lighthouse", "cloud"])
def test_a_thing_that_acts_has_a_face_that_speaks_and_blinks(noun: str) -> None:
    living, _ = casting.cast(entity(noun, "character", f"the little {noun}"), None, 7)
    assert isinstance(living, Living)
    still = drawn(living).astype(int)
    thing, _ = casting.cast(entity(noun), None, 7)
    assert np.abs(still - drawn(thing)).sum() > 0
    for pose in (Pose(mouth=3), Pose(blink=2), Pose(emotion="angry"), Pose(gaze=(1.0, 0.0))):
        assert np.abs(still - drawn(living, pose)).sum() > 0
    assert {"mouth", "head", "hand", "top"} <= set(living.anchors(Pose()))


def test_a_stage_changes_the_looks() -> None:
    base = entity("ball", colors=("red",))
    staged = base.model_copy(update={"stages": (Stage(id="s2", attributes=Attributes(noun="ball", colors=("blue",))),)})
    red, blue = casting.cast(staged, None, 7)[0], casting.cast(staged, "s2", 7)[0]
    assert np.abs(drawn(red).astype(int) - drawn(blue)).mean() > 5


def test_casting_is_deterministic() -> None:
    for noun in ("tree", "croissant", "zorgblat", "train"):
        first, second = (casting.cast(entity(noun), None, 3)[0] for _ in range(2))
        assert np.array_equal(drawn(first), drawn(second))


def test_two_people_of_whom_nothing_is_told_differ() -> None:
    men = [
        Entity(id=name, kind="character", name=name, attributes=Attributes(noun="man", gender="male"))
        for name in "abcdef"
    ]
    drawn = {repr(casting.cast(man, None, 7)[0].appearance) for man in men}  # type: ignore[attr-defined]
    assert len(drawn) == len(men)
