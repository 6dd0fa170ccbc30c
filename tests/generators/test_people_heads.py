"""What a viewer would miss in a head: who it is, what was asked for, mood, speech, and being the same again."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import get_args

import numpy as np
import numpy.typing as npt
import pytest
import skia

from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Storybook
from generators.backends.animatic.people import vocabulary
from generators.backends.animatic.people.appearance import Appearance, resolve
from generators.backends.animatic.people.expression import expression, seen_at
from generators.backends.animatic.people.hair import STYLES
from generators.backends.animatic.people.head import Head
from generators.backends.animatic.people.headwear import WEARS
from planners.plan import Attributes, Emotion, Garment

R = 40
SIDE = 4 * R
Picture = npt.NDArray[np.int16]


def picture(head: Head, pose: Pose | None = None, yaw: float = 0.0, radius: float = R) -> Picture:
    surface = skia.Surface(SIDE, SIDE)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    canvas.translate(SIDE / 2, SIDE / 2)
    canvas.scale(radius, radius)
    ink = Ink(canvas, Storybook(), px=radius)
    head.draw_back(ink, pose or Pose(), yaw)
    head.draw(ink, pose or Pose(), yaw)
    return surface.toarray(colorType=skia.kRGBA_8888_ColorType)[:, :, :3].astype(np.int16)


def region(image: Picture, x0: float, y0: float, x1: float, y1: float) -> Picture:
    to = lambda v: int(SIDE / 2 + v * R)  # noqa: E731
    return image[to(y0) : to(y1), to(x0) : to(x1)]


def change(a: Picture, b: Picture) -> float:
    """Share of pixels that differ visibly."""
    return float((np.abs(a - b).max(axis=2) > 24).mean())


def person(**words: object) -> Attributes:
    return Attributes.model_validate({"noun": "person", **words})


def bare(**words: object) -> Appearance:
    look = resolve(person(age="adult", hair="short", skin="fair", **words), 4)
    return replace(look, headwear=None, glasses=None, beard=None, wrinkles=0.0)


def test_the_same_person_is_drawn_the_same_again() -> None:
    first, second = (Head(resolve(person(), 31)) for _ in range(2))
    assert np.array_equal(picture(first, yaw=0.6), picture(second, yaw=0.6))


def test_people_who_were_only_named_look_different() -> None:
    looks = [resolve(person(age="adult"), seed) for seed in range(12)]
    drawn = [picture(Head(look)) for look in looks]
    assert min(change(a, b) for a, b in combinations(drawn, 2)) > 0.04
    assert len({look.hair for look in looks}) >= 6


def test_words_for_skin_order_from_pale_to_dark_brown() -> None:
    heads = [
        Head(replace(bare(), skin=resolve(person(skin=word), 5).skin))
        for word in ("pale", "medium-brown", "dark brown")
    ]
    cheeks = [region(picture(head), -0.1, 0.05, 0.1, 0.15).mean() for head in heads]
    assert cheeks[0] > cheeks[1] + 30 > cheeks[2] + 45


@pytest.mark.parametrize(
    ("words", "channel"), [("red", 0), ("dark blue", 2), ("green", 1)], ids=["red", "blue", "green"]
)
def test_hair_has_the_colour_it_was_given(words: str, channel: int) -> None:
    look = replace(resolve(person(age="adult", hair="short", hair_color=words), 8), headwear=None)
    crown = region(picture(Head(look)), -0.3, -1.0, 0.3, -0.8).mean(axis=(0, 1))
    assert crown[channel] == max(crown)


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("grey bun", "bun"), ("curly dark hair in a low bun", "low bun"), ("two braids", "braids"), ("bald", "bald"),
        ("shoulder-length", "bob"),
        ("long curly hair", "long curly"), ("short curly", "curly"), ("ponytail", "ponytail"),
    ],
)  # fmt: skip
def test_words_name_the_hair_style(words: str, style: str) -> None:
    assert {resolve(person(hair=words), seed).hair for seed in range(5)} == {style}


def test_curly_hair_in_a_bun_is_not_sleek() -> None:
    curly = resolve(person(age="adult", hair="curly dark hair in a low bun"), 4)
    assert curly.texture == "curly"
    sleek = replace(bare(), hair="low bun", texture="straight")
    assert change(picture(Head(sleek)), picture(Head(replace(sleek, texture="curly")))) > 0.01


@pytest.mark.parametrize(
    ("words", "age"),
    [("old woman", "elder"), ("little girl", "child"), ("young man", "adult"), ("wizard", "elder"), ("baby", "baby")],
)
def test_age_is_read_from_the_noun(words: str, age: str) -> None:
    *extra, noun = words.split()
    assert resolve(Attributes(noun=noun, extra=tuple(extra)), 1).age == age


@pytest.mark.parametrize(
    ("role", "headwear"),
    [
        ("knight", "knight helmet"), ("chef", "toque"), ("wizard", "wizard hat"), ("witch", "witch hat"),
        ("king", "crown"),
        ("firefighter", "fire helmet"), ("police officer", "police cap"), ("astronaut", "space helmet"),
        ("farmer", "straw hat"), ("nurse", "nurse cap"), ("cowboy", "cowboy hat"), ("pirate captain", "tricorne"),
    ],
)  # fmt: skip
def test_a_role_shows_on_the_head(role: str, headwear: str) -> None:
    assert resolve(person(role=role), 2).headwear == headwear


def test_worn_things_win_over_role_and_keep_their_colour() -> None:
    look = resolve(
        person(role="knight", clothes=(Garment(kind="hijab", color="green"), Garment(kind="round glasses"))), 3
    )
    assert (look.headwear, look.glasses) == ("hijab", "round")
    assert look.headwear_colour[1] == max(look.headwear_colour)


def test_given_age_beard_and_eyes_hold_for_every_seed() -> None:
    words = person(age="elder", gender="male", beard="neatly trimmed beard", eyes="green")
    looks = [resolve(words, seed) for seed in range(6)]
    assert {(look.age, look.gender, look.beard) for look in looks} == {("elder", "male", "short")}
    assert all(look.eye_colour[1] == max(look.eye_colour) for look in looks)


@pytest.mark.parametrize("kind", ["round", "square", "sunglasses", "monocle", "eyepatch", "goggles", "mask"])
def test_glasses_change_the_eyes_and_nothing_at_the_chin(kind: str) -> None:
    plain, worn = picture(Head(bare())), picture(Head(replace(bare(), glasses=kind)))
    assert change(region(plain, -0.7, -0.25, 0.7, 0.35), region(worn, -0.7, -0.25, 0.7, 0.35)) > 0.04
    assert change(region(plain, -0.1, 0.8, 0.5, 1.0), region(worn, -0.1, 0.8, 0.5, 1.0)) == 0


@pytest.mark.parametrize("yaw", [0.0, 0.6])
@pytest.mark.parametrize("emotion", ["neutral", "happy", "sad", "angry"])
def test_the_mouth_opens_wider_with_every_step(emotion: Emotion, yaw: float) -> None:
    head = Head(bare())
    shut = picture(head, Pose(emotion=emotion), yaw)
    moved = [change(shut, picture(head, Pose(emotion=emotion, mouth=step), yaw)) for step in range(4)]
    assert all(later > earlier for earlier, later in pairwise(moved))


def test_every_mood_has_its_own_face() -> None:
    head = Head(bare())
    faces = {mood: region(picture(head, Pose(emotion=mood)), -0.7, -0.45, 0.7, 0.9) for mood in get_args(Emotion)}
    for (one, a), (other, b) in combinations(faces.items(), 2):
        assert change(a, b) > 0.008, f"{one} looks like {other}"


@pytest.mark.parametrize("radius", [12, 40])
def test_a_blink_closes_the_eyes(radius: float) -> None:
    head = Head(bare())
    states = [picture(head, Pose(blink=blink), radius=radius) for blink in range(3)]
    assert change(states[0], states[2]) > change(states[0], states[1]) > 0


def test_all_hair_styles_can_be_told_apart() -> None:
    drawn = {style: picture(Head(replace(bare(), hair=style)), yaw=0.6) for style in STYLES}
    for (one, a), (other, b) in combinations(drawn.items(), 2):
        assert change(a, b) > 0.004, f"{one} looks like {other}"
    assert set(STYLES) == set(vocabulary.HAIR_STYLES)


def test_all_headwear_can_be_told_apart_from_front_and_behind() -> None:
    for pose in (Pose(), Pose(view="back")):
        drawn = {kind: picture(Head(replace(bare(), headwear=kind)), pose) for kind in WEARS}
        for (one, a), (other, b) in combinations(drawn.items(), 2):
            assert change(a, b) > 0.004, f"{one} looks like {other}"
    assert set(WEARS) == set(vocabulary.HEADWEAR)


def test_the_back_of_the_head_has_no_face() -> None:
    head = Head(bare())
    happy, angry = (picture(head, Pose(view="back", emotion=mood)) for mood in ("happy", "angry"))
    assert np.array_equal(happy, angry)


@pytest.mark.parametrize("worn", [None, "wizard hat", "sun hat"])
@pytest.mark.parametrize("hair", ["afro", "long", "bun"])
def test_bounds_hold_everything_that_is_drawn(worn: str | None, hair: str) -> None:
    head = Head(replace(bare(), hair=hair, headwear=worn))
    x0, y0, x1, y1 = head.bounds()
    for yaw in (0.0, 0.6):
        inked = np.argwhere((picture(head, yaw=yaw, radius=30) < 250).any(axis=2))
        top, left = (inked.min(axis=0) - SIDE / 2) / 30
        bottom, right = (inked.max(axis=0) - SIDE / 2) / 30
        assert (x0 - 0.05 <= left, right <= x1 + 0.05) == (True, True)
        assert (y0 - 0.05 <= top, bottom <= y1 + 0.05) == (True, True)
        assert head.top(yaw) == pytest.approx(top, abs=0.12)


def test_a_bow_tie_stays_at_the_neck() -> None:
    look = resolve(person(noun="man", gender="male", hair="short", clothes=(Garment(kind="bow tie", color="red"),)), 4)
    assert look.headwear is None


def test_small_heads_wear_bolder_expressions_and_large_ones_their_own() -> None:
    sad = expression(Pose(emotion="sad"))
    small, large = seen_at(sad, 14.0), seen_at(sad, 120.0)
    assert small.brow_in > 1.4 * sad.brow_in
    assert small.smile < 1.4 * sad.smile < 0
    assert large == sad


def test_some_people_and_not_most_wear_hats_of_their_own_accord() -> None:
    worn = [resolve(person(noun="man", gender="male", age="adult"), seed).headwear for seed in range(120)]
    hats = [kind for kind in worn if kind is not None]
    assert 0.08 < len(hats) / len(worn) < 0.3
    assert len(set(hats)) >= 4
