"""The offline embedder of figures: hair counts though it is small, a close-up meets the same heights of the sheet."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from consistency.crops import Crop, crop_of, view_of
from consistency.embedders import embedder
from consistency.figure import distances
from consistency.footage import read_picture

GROUND = (250, 248, 240)
GREY, GINGER, BLUE = (150, 150, 155), (200, 90, 30), (50, 90, 180)
SKIN = (235, 195, 170)


@pytest.fixture(scope="module")
def offline():
    return embedder()


def figure(
    hair: tuple[int, int, int], *, tall: int = 400, coat: tuple[int, int, int] = BLUE, skin: tuple[int, int, int] = SKIN
) -> np.ndarray:
    """A standing figure 160 wide on paper, `tall` from crown to feet; paper is seen between its legs."""
    picture = np.full((tall + 40, 160, 3), GROUND, np.uint8)
    at = lambda share: 20 + round(share * tall)  # noqa: E731
    for left in (52, 88):
        cv2.rectangle(picture, (left, at(0.6)), (left + 20, at(1.0)), (70, 55, 50), -1)
    cv2.rectangle(picture, (40, at(0.28)), (120, at(0.65)), coat, -1)
    cv2.rectangle(picture, (56, at(0.06)), (104, at(0.28)), skin, -1)
    cv2.rectangle(picture, (50, at(0.0)), (110, at(0.09)), hair, -1)
    return picture


def vector(offline, crop: Crop | None) -> np.ndarray:
    assert crop is not None
    (found,) = offline.embed([crop])
    return found


def test_other_hair_is_told_though_it_is_a_tenth_of_the_figure(offline) -> None:
    sheet = vector(offline, view_of(figure(GREY), (0, 0, 1, 1)))
    dusk = (figure(GREY) * np.array([0.8, 0.72, 0.7])).astype(np.uint8)
    same, other = (vector(offline, view_of(picture, (0, 0, 1, 1))) for picture in (dusk, figure(GINGER)))
    assert offline.similarity(same, sheet) > offline.similarity(other, sheet) + 0.3
    found = distances(other, sheet)
    assert found["crown"] > 2 * found["body"], "the coat must not drown the hair"


def test_a_close_up_is_compared_with_the_same_heights_of_the_sheet(offline) -> None:
    sheet = vector(offline, view_of(figure(GREY), (0, 0, 1, 1)))
    frame = cv2.resize(figure(GREY), (320, 880), interpolation=cv2.INTER_NEAREST)[:400]
    mask = (frame != GROUND).any(axis=2)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = (columns[0] / 320, rows[0] / 400, (columns[-1] + 1) / 320, 1.0)
    whole = (box[0], box[1], box[2], box[1] + 800 / 400)
    placed, unplaced = crop_of(frame, box, mask=mask, whole=whole), crop_of(frame, box, mask=mask)
    assert placed is not None
    assert placed.part == pytest.approx((0, 0.45), abs=0.01)
    near, far = (offline.similarity(vector(offline, crop), sheet) for crop in (placed, unplaced))
    assert near > 0.85
    assert near > far + 0.1


def test_paper_between_the_legs_is_no_part_of_the_figure() -> None:
    crop = view_of(figure(GREY), (0, 0, 1, 1))
    height, width = crop.mask.shape
    assert not crop.mask[round(0.85 * height), width // 2]
    assert crop.mask[round(0.5 * height), width // 2]


def test_a_black_and_white_film_is_compared_with_a_coloured_sheet_by_lightness(offline) -> None:
    def seen(picture: np.ndarray) -> np.ndarray:
        mask = (picture != picture[0, 0]).any(axis=2)
        return vector(offline, crop_of(picture, (0.2, 0.03, 0.8, 0.97), mask=mask, grey=True))

    def grey(picture: np.ndarray) -> np.ndarray:
        return np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)

    sheet = vector(offline, view_of(figure(GREY), (0, 0, 1, 1)))
    same, other = seen(grey(figure(GREY))), seen(grey(figure((20, 20, 20), coat=(245, 245, 235))))
    assert offline.similarity(same, sheet) > 0.6
    assert offline.similarity(same, sheet) > offline.similarity(other, sheet) + 0.2


def test_legs_alone_have_no_crown(offline) -> None:
    legs = Crop(figure(GREY)[260:], (figure(GREY)[260:] != GROUND).any(axis=2), "given", (0.6, 1.0))
    sheet = vector(offline, view_of(figure(GREY), (0, 0, 1, 1)))
    assert set(distances(vector(offline, legs), sheet)) == {"body"}


@pytest.fixture
def photo() -> np.ndarray:
    """A portrait that comes with matplotlib (public domain), 512 x 600."""
    matplotlib = pytest.importorskip("matplotlib", reason="the photo comes with matplotlib")
    file = Path(matplotlib.get_data_path()) / "sample_data/grace_hopper.jpg"
    if not file.is_file():
        pytest.skip("this matplotlib has no sample data")
    return read_picture(file)


BUST = (0.04, 0.03, 0.99, 1.0)


def tinted(photo: np.ndarray, part: np.ndarray) -> np.ndarray:
    lab = cv2.cvtColor(photo.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    lab[part] = lab[part] * [0.7, 1, 1] + [20, 50, 30]
    return (np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1) * 255).astype(np.uint8)


def test_a_photo_in_other_light_is_nearer_than_one_with_another_hat_or_jacket(offline, photo: np.ndarray) -> None:
    def seen(picture: np.ndarray) -> np.ndarray:
        return vector(offline, crop_of(picture, BUST, whole=(BUST[0], BUST[1], BUST[2], 2.8)))

    down, across = np.mgrid[: photo.shape[0], : photo.shape[1]]
    dark = photo.max(axis=2) < 75
    hat = dark & (down < 185) & (abs(across - 258) < 113)
    jacket = dark & (down > 330)
    warm = np.clip(photo * np.array([0.72, 0.62, 0.5]), 0, 255).astype(np.uint8)
    sheet = seen(photo)
    relit, other_hat, other_jacket = (
        offline.similarity(seen(picture), sheet) for picture in (warm, tinted(photo, hat), tinted(photo, jacket))
    )
    assert relit > 0.5
    assert max(other_hat, other_jacket) < relit - 0.2
