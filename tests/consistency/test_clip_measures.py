"""Measures that look at one clip: each finds the fault it is for, and is left cold by what is no fault."""

from __future__ import annotations

import numpy as np
import pytest
from small_clips import boxes, frozen, rolling

from consistency.faults import black, cuts, repeated, wrong_cuts
from consistency.faults import frozen as freeze
from consistency.flow import UnknownFlow, flow, flows_of
from consistency.footage import Clip, clip_of
from consistency.motion import direction, dynamics, flash, flicker, smoothness, warp_error
from consistency.presence import contrast
from consistency.seams import seam_jump
from consistency.style import drift, texture


@pytest.fixture(scope="module")
def good() -> Clip:
    return clip_of(rolling())


def test_a_frozen_stretch_is_found_in_its_length(good: Clip) -> None:
    assert freeze(good) == 0
    assert freeze(clip_of(frozen(rolling()))) == pytest.approx(13 / 23)


def test_a_single_repeat_is_a_stutter_and_a_freeze_is_not(good: Clip) -> None:
    stutter = rolling()
    stutter[[8, 15]] = stutter[[7, 14]]
    assert repeated(good) == 0
    assert repeated(clip_of(stutter)) == pytest.approx(2 / 23)
    assert repeated(clip_of(frozen(rolling()))) < 2 / 23


def test_black_is_black_and_night_is_not() -> None:
    dark = rolling()
    dark[:6] = 4
    night = (rolling() * 0.25).astype(np.uint8)
    assert black(clip_of(dark)) == pytest.approx(0.25)
    assert black(clip_of(night)) == 0


def test_a_cut_is_found_where_it_is_and_only_an_unplanned_one_is_wrong(good: Clip) -> None:
    other = 255 - rolling()
    joined = clip_of(np.concatenate([rolling()[:10], other[10:]]))
    assert cuts(good) == []
    assert cuts(joined) == [10]
    assert (wrong_cuts(joined), wrong_cuts(joined, [10]), wrong_cuts(good, [10])) == (1, 0, 1)


def test_one_flashed_frame_is_named_by_its_number(good: Clip) -> None:
    lit = rolling()
    lit[11] = np.clip(lit[11] * 1.4 + 20, 0, 255)
    curve = flash(clip_of(lit))
    assert int(curve.argmax()) == 11
    assert curve.max() > 20 * flash(good).max()
    assert flicker(clip_of(lit)) < flicker(good)


def test_flicker_is_the_published_sum() -> None:
    clip = clip_of(np.stack([np.full((10, 20, 3), value, np.uint8) for value in (10, 20, 50)]))
    assert flicker(clip) == pytest.approx((255 - 20) / 255)


def test_shuffled_frames_are_less_smooth_and_reversed_ones_as_smooth(good: Clip) -> None:
    engine, shuffled = flow(), rolling()
    shuffled[4:20:2] = shuffled[18:2:-2]
    values = [smoothness(clip, engine).mean() for clip in (good, clip_of(rolling()[::-1]), clip_of(shuffled))]
    assert values[0] == pytest.approx(values[1], abs=0.002)
    assert values[2] < values[0] - 0.005


def test_strength_of_motion_grows_with_speed_and_is_nothing_when_frozen() -> None:
    still, slow, quick = (dynamics(clip_of(rolling(step=step)), flow()) for step in (0.0, 1.0, 4.0))
    assert still.curve.max() < 0.1
    assert slow.curve.mean() < quick.curve.mean()
    assert quick.dynamic
    assert not still.dynamic


def test_warp_error_leaves_still_pairs_out_and_counts_them(good: Clip) -> None:
    engine, part = flow(), clip_of(frozen(rolling()))
    moving, stopped = warp_error(good, flows_of(good, engine)), warp_error(part, flows_of(part, engine))
    assert moving.still == 0
    assert stopped.still == 13
    assert np.isfinite(stopped.curve[~np.isnan(stopped.curve)]).all()


def test_what_goes_the_wrong_way_is_found_and_what_is_to_stand_is_not_judged(good: Clip) -> None:
    back = clip_of(rolling()[::-1])
    assert direction(flows_of(good, flow()), boxes()) > 0.5
    assert direction(flows_of(back, flow()), boxes()[::-1]) > 0.5
    assert direction(flows_of(good, flow()), boxes()[::-1]) < -0.2
    assert direction(flows_of(good, flow()), boxes(step=0.0)) is None


def test_a_seam_of_one_take_is_one_and_a_missing_second_is_not() -> None:
    take = rolling(30, step=3)
    a = clip_of(take[:12])
    assert seam_jump(a, clip_of(take[12:24])) == pytest.approx(1, abs=0.5)
    assert seam_jump(a, clip_of(take[18:30])) > seam_jump(a, clip_of(take[12:24])) * 1.5


def test_something_in_the_box_stands_out_and_an_empty_box_does_not() -> None:
    frames, planned = rolling(step=0.0), boxes(step=0.0)[0]
    empty = rolling(step=40.0)[6]
    there, gone = contrast(frames[0], planned), contrast(empty, planned)
    assert there is not None
    assert gone is not None
    assert there > gone + 0.05


def test_style_is_how_it_is_drawn_and_not_how_bright(good: Clip) -> None:
    plain = texture(list(rolling()))
    darker = texture(list((rolling() * 0.7).astype(np.uint8)))
    rng = np.random.default_rng(1)
    grainy = texture(list(np.clip(rolling() + rng.normal(0, 12, rolling().shape), 0, 255).astype(np.uint8)))
    assert drift(plain, plain) == 0
    assert drift(plain, grainy) > 3 * drift(plain, darker)


def test_a_flow_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownFlow, match="dis, raft"):
        flow("pwc")
