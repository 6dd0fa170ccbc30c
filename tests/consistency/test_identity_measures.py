"""Identity offline: the same figure in another pose and light is nearer than a look-alike, that nearer than another."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from consistency.crops import Crop, crop_of, view_of
from consistency.embedders import GROUND, UnknownEmbedder, embedder
from consistency.identity import across, steadiness, to_reference, within
from consistency.place import background, same_place


def figure(coat: tuple[int, int, int], hair: tuple[int, int, int], *, lean: int = 0, ground: int = 235) -> np.ndarray:
    """A figure of simple shapes on a plain ground, 200 x 120."""
    picture = np.full((200, 120, 3), ground, np.uint8)
    cv2.rectangle(picture, (45, 130), (55 - lean, 190), (60, 50, 50), -1)
    cv2.rectangle(picture, (65, 130), (75 + lean, 190), (60, 50, 50), -1)
    cv2.rectangle(picture, (38 - lean, 65), (82 + lean, 140), coat, -1)
    cv2.circle(picture, (60 + lean, 42), 22, (235, 195, 170), -1)
    cv2.ellipse(picture, (60 + lean, 32), (24, 18), 0, 180, 360, hair, -1)
    return picture


BLUE, GREY = (50, 90, 180), (150, 150, 155)
SCENE = (0.2, 0.1, 0.8, 0.97)


@pytest.fixture(scope="module")
def offline():
    return embedder()


def vector(offline, picture: np.ndarray):
    (found,) = offline.embed([view_of(picture, (0, 0, 1, 1))])
    return found


def test_pose_and_light_matter_less_than_a_look_alike_and_that_less_than_another(offline) -> None:
    sheet = [vector(offline, figure(BLUE, GREY))]
    posed = vector(offline, figure(BLUE, GREY, lean=5))
    dusk = vector(offline, (figure(BLUE, GREY, lean=5) * np.array([0.85, 0.75, 0.75])).astype(np.uint8))
    alike = vector(offline, figure((50, 130, 120), (90, 70, 50)))
    other = vector(offline, figure((200, 60, 50), (30, 25, 25), lean=5))
    scores = to_reference([posed, dusk, alike, other], sheet, offline)
    assert scores[0] > scores[1] > scores[2] > scores[3]


def test_the_background_does_not_count(offline) -> None:
    sheet = vector(offline, figure(BLUE, GREY))
    street = figure(BLUE, GREY)
    mask = (street != 235).any(axis=2)
    street[~mask] = (120, 40, 160)
    given, found = crop_of(street, SCENE, mask=mask), crop_of(street, SCENE)
    assert given is not None
    assert found is not None
    assert (given.masked_by, found.masked_by) == ("given", "grabcut")
    bare = Crop(found.pixels, np.ones_like(found.mask), "none")
    values = [offline.similarity(item, sheet) for item in offline.embed([given, found, bare])]
    assert min(values[:2]) > values[2] + 0.1


def test_what_is_tiny_or_hidden_is_not_judged() -> None:
    frame = figure(BLUE, GREY)
    assert crop_of(frame, (0.5, 0.5, 0.55, 0.55)) is None
    assert crop_of(frame, SCENE, hidden_by=[(0.0, 0.0, 1.0, 0.8)]) is None


def test_a_swap_half_way_is_seen_within_and_across_shots(offline) -> None:
    same = [vector(offline, figure(BLUE, GREY, lean=lean)) for lean in (0, 2, 4, 6)]
    other = [vector(offline, figure((200, 60, 50), (30, 25, 25), lean=lean)) for lean in (0, 2, 4, 6)]
    assert within(same, offline) > within(same[:2] + other[:2], offline)
    assert steadiness(same, offline) > steadiness(same[:2] + other[:2], offline)
    assert across(same[:2], same[2:], offline) > across(same, other, offline) + 0.2
    assert within(same[:1], offline) is None
    assert across([], same, offline) is None


def test_a_place_is_known_whoever_stands_in_it() -> None:
    offline = embedder(GROUND)
    rng = np.random.default_rng(3)
    meadow = cv2.resize(rng.integers(0, 60, (9, 16, 3), np.uint8), (256, 144)) + np.array([60, 130, 50], np.uint8)
    beach = meadow[:, :, ::-1] // 2 + np.array([110, 90, 40], np.uint8)
    visited = meadow.copy()
    cv2.rectangle(visited, (100, 40), (150, 140), (220, 30, 30), -1)
    empty, guest, other = (
        offline.embed([background(np.asarray(frame, np.uint8), boxes)])
        for frame, boxes in ((meadow, []), (visited, [(100 / 256, 40 / 144, 151 / 256, 1.0)]), (beach, []))
    )
    assert same_place(empty, guest, offline) > same_place(empty, other, offline) + 0.2


def test_an_embedder_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownEmbedder, match="figure-parts@2"):
        embedder("phrenology")
