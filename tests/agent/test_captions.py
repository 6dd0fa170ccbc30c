"""Captions are on screen when they are heard, readable, and never a command."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.captions import Cue, row_length, shot_cues, to_ass, to_srt, to_vtt
from planners import Camera, Line, Plan, Shot

LONG = (
    "Once upon a time there was a strong young farmer who came home late one evening from market, and his way led "
    "him past the gardens of a wealthy gentleman, in which stood a number of tall buildings."
)


def cues_of(plan: Plan, shot: Shot, seconds: dict[str, float] | None = None) -> list[Cue]:
    return shot_cues(plan, shot, 100, seconds or {})


def test_a_cue_lasts_as_long_as_its_speech(small_plan: Plan) -> None:
    shot = small_plan.shots[0]
    (cue,) = cues_of(small_plan, shot, {"l1": 2.0})
    assert cue.start == 102
    assert 24 <= cue.end - cue.start <= 24 + small_plan.fps // 4
    (unspoken,) = cues_of(small_plan, shot)
    assert unspoken.end - unspoken.start >= 30


def test_long_lines_become_short_cues_in_order(small_plan: Plan) -> None:
    line = Line(id="x", text=LONG, start=0, frames=120)
    shot = small_plan.shots[0].model_copy(update={"lines": (line,), "frames": 140})
    plan = small_plan.model_copy(update={"size": (1280, 720)})
    cues = cues_of(plan, shot)
    assert " ".join(cue.text.replace("\n", " ") for cue in cues) == LONG
    rows = [row for cue in cues for row in cue.text.split("\n")]
    assert max(map(len, rows)) <= row_length(plan.size, "en")
    assert all(cue.text.count("\n") <= 1 for cue in cues)
    assert all(a.end == b.start for a, b in itertools.pairwise(cues))


def test_chinese_wraps_without_spaces(small_plan: Plan) -> None:
    text = "我从乡下跑到京城里，一转眼已经六年了。其间耳闻目睹的所谓国家大事，算起来也很不少。"
    shot = small_plan.shots[0].model_copy(update={"lines": (Line(id="x", text=text, frames=60),), "frames": 80})
    plan = small_plan.model_copy(update={"size": (1280, 720), "language": "zh"})
    assert "".join(cue.text.replace("\n", "") for cue in cues_of(plan, shot)) == text


def test_captions_leave_a_face_at_the_bottom_free(small_plan: Plan) -> None:
    shot = small_plan.shots[1]
    low = shot.layout[0].model_copy(
        update={"keys": tuple(k.model_copy(update={"box": (0.4, 0.78, 0.6, 1.3)}) for k in shot.layout[0].keys)}
    )
    moved = shot.model_copy(update={"layout": (low,), "camera": Camera(framing="wide")})
    assert cues_of(small_plan, moved)[0].top
    assert not cues_of(small_plan, shot)[0].top


@pytest.mark.parametrize("evil", [r"{\an8\fs200}boo", r"a\Nb", "{\\p1}m 0 0 l 100 0", "x\nDialogue: 0,0:00:00.00"])
def test_story_text_is_never_an_ass_command(evil: str) -> None:
    ass = to_ass([Cue(start=0, end=24, text=evil)], (1280, 720), 24)
    events = ass.split("[Events]")[1]
    assert events.count("Dialogue:") <= 2
    assert len([row for row in events.splitlines() if row.startswith("Dialogue:")]) == 1
    spoken = events.splitlines()[-1].split(",,", 2)[-1]
    assert not re.search(r"(?<!\\)\{", spoken)
    assert set(re.findall(r"\\.", spoken)) <= {r"\N", r"\{", "\\\u2060"}


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 300), st.text(min_size=1, max_size=80)), max_size=5))
def test_srt_and_vtt_hold_every_cue(rows: list[tuple[int, int, str]]) -> None:
    cues = [Cue(start=start, end=start + length, text=text) for start, length, text in rows]
    assert to_srt(cues, 24).count(" --> ") >= len(cues)
    assert to_vtt(cues, 24, {}).startswith("WEBVTT")


def test_vtt_names_speakers_and_escapes() -> None:
    text = to_vtt([Cue(start=0, end=24, text="a < b & c", speaker="mara")], 24, {"mara": "Mara"})
    assert "<v Mara>a &lt; b &amp; c" in text
    assert "00:00:00.000 --> 00:00:01.000" in text
