"""VGoT's four numbers: as defined, and without the faults of the published scripts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from consistency.crops import Crop
from consistency.embedders import Vector, cosine
from consistency.vgot import NEAR, across, shown


class Tone:
    """The mean colour of a picture; a black one has nothing to judge, as a frame without a face."""

    name = "tone"

    def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
        means = [crop.pixels.reshape(-1, 3).mean(axis=0).astype(np.float32) for crop in crops]
        return [mean if mean.any() else None for mean in means]

    def similarity(self, a: Vector, b: Vector) -> float:
        return cosine(a, b)


RED, GREEN, BLACK = (200, 0, 0), (0, 200, 0), (0, 0, 0)


def shot(*colours: tuple[int, int, int]) -> list[np.ndarray]:
    return [np.full((9, 16, 3), colour, np.uint8) for colour in colours]


def test_neighbours_are_compared_within_a_shot() -> None:
    assert shown(shot(*[RED] * 5), Tone()).within == pytest.approx(1)
    assert shown(shot(RED, RED, GREEN, GREEN, GREEN), Tone()).within == pytest.approx(3 / 4)


def test_frames_without_a_face_are_left_out_and_counted() -> None:
    seen = shown(shot(RED, BLACK, RED, RED), Tone())
    assert (seen.within, seen.lost, seen.frames) == (pytest.approx(1), 1, 4)
    assert shown(shot(BLACK, BLACK), Tone()).within is None


def test_the_last_frames_meet_the_first_of_the_next_one_by_one() -> None:
    before = shown(shot(*[GREEN] * 20, *[RED] * NEAR), Tone())
    after = shown(shot(*[RED] * 6, *[GREEN] * 20), Tone())
    assert across(before, after, Tone()) == pytest.approx(6 / NEAR)
    assert across(before, shown(shot(BLACK), Tone()), Tone()) is None


def test_a_short_shot_is_compared_by_the_frames_it_has() -> None:
    short, long = shown(shot(GREEN, RED), Tone()), shown(shot(*[RED] * 30), Tone())
    assert across(short, long, Tone()) == pytest.approx(1 / 2)
    assert across(long, short, Tone()) == pytest.approx(1 / 2)


def test_a_face_is_looked_for_in_a_square_of_the_published_size() -> None:
    sizes = []

    class Size(Tone):
        def embed(self, crops: Sequence[Crop]) -> list[Vector | None]:
            sizes.extend(crop.pixels.shape for crop in crops)
            return super().embed(crops)

    shown(shot(RED), Size(), side=512)
    assert sizes == [(512, 512, 3)]
