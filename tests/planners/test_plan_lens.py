from hypothesis import given
from hypothesis import strategies as st

from planners.lens import FULL, SPAN, TRAVEL, Subject, clip, framed, project, window_at

SHARES = st.floats(0.02, 0.9)
MOVES = st.sampled_from(["static", "left", "right", "up", "down", "zoom in", "zoom out"])


@st.composite
def stage_boxes(draw):
    w, h = draw(SHARES), draw(SHARES)
    x, y = draw(st.floats(0, 1 - w)), draw(st.floats(0, 1 - h))
    return (x, y, x + w, y + h)


@given(stage_boxes(), st.sampled_from(sorted(SPAN)), MOVES, st.sampled_from(sorted(TRAVEL)), st.floats(0, 1))
def test_a_window_keeps_the_frames_aspect_and_stays_on_the_painted_stage(box, framing, move, speed, t):
    x0, y0, x1, y1 = window_at(t, framing=framing, move=move, speed=speed, focus=[Subject(box)], start=None, end=None)
    assert abs((x1 - x0) - (y1 - y0)) < 1e-6
    assert x0 >= -0.25
    assert x1 <= 1.25
    assert y0 >= -0.15
    assert y1 <= 1.15


@given(stage_boxes(), st.sampled_from([name for name in SPAN if name != "extreme close-up"]))
def test_the_top_of_the_focused_figure_is_in_the_frame(box, framing):
    view = framed(framing, [Subject(box)])
    assert project(box, view)[1] >= -1e-6


def test_wide_is_the_whole_stage_and_a_close_up_is_nearer_than_a_medium():
    box = (0.4, 0.4, 0.55, 0.9)
    assert framed("wide", [Subject(box)]) == FULL
    close, medium = framed("close-up", [Subject(box)]), framed("medium", [Subject(box)])
    assert close[2] - close[0] < medium[2] - medium[0] < 1


def test_fixed_windows_win_over_framing():
    start, end = (0.1, 0.1, 0.6, 0.6), (0.4, 0.4, 0.9, 0.9)
    at = [window_at(t, framing="wide", move="zoom in", speed="fast", focus=(), start=start, end=end) for t in (0, 1)]
    assert at == [start, end]


def test_what_is_out_of_the_frame_has_no_visible_part():
    assert clip((1.1, 0.2, 1.4, 0.5)) is None
    assert clip((0.9, 0.2, 1.4, 0.5)) == (0.9, 0.2, 1.0, 0.5)
