"""What holds for every plan, whatever the story: boxes in the frame, order, exact lists, lengths, files read back."""

from __future__ import annotations

import functools

from hypothesis import given, settings
from hypothesis import strategies as st

from planners import Plan, Story, check_plan, make_plan, plan_from_yaml, plan_to_yaml, window

SENTENCES = (
    "A red fox runs through the forest.",
    "Anna walks to the window and opens it.",
    'Ben laughs and says, "What a day!"',
    "Three ducks swim on the pond.",
    "The old king sits on his throne.",
    "At night it rains on the harbour.",
    "A boy throws a ball to his dog.",
    "An owl flies from the left to the right.",
    "The dragon sleeps in a cave.",
    "She gives him a lantern.",
    "They dance in the garden.",
    "A car drives past the tree.",
)
STORIES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)
SIZES = st.sampled_from([(640, 360), (360, 640), (480, 480), (640, 480)])
SHORT = settings(max_examples=15, deadline=None)


@functools.lru_cache(maxsize=64)
def planned(text: str, size: tuple[int, int], seconds: int | None, fps: int) -> Plan:
    return make_plan(Story(story=text, size=size, duration=seconds, fps=fps))


@SHORT
@given(STORIES, SIZES, st.floats(0, 1))
def test_boxes_are_in_the_frame_and_windows_keep_their_aspect(
    story: list[str], size: tuple[int, int], t: float
) -> None:
    plan = planned(" ".join(story), size, None, 24)
    for shot in plan.shots:
        for x0, y0, x1, y1 in plan.boxes(shot, t).values():
            assert 0 <= x0 < x1 <= 1
            assert 0 <= y0 < y1 <= 1
        left, top, right, bottom = window(shot, t, plan.size)
        assert abs((right - left) - (bottom - top)) < 0.001


@SHORT
@given(STORIES, SIZES, st.sampled_from([None, 20, 45]), st.sampled_from([12, 25]))
def test_a_plan_is_valid_in_order_and_reads_back(
    story: list[str], size: tuple[int, int], seconds: int | None, fps: int
) -> None:
    plan = planned(" ".join(story), size, seconds, fps)
    assert not [problem for problem in check_plan(plan) if problem.severity == "error"]
    told = [beat.event for shot in plan.shots for beat in shot.beats if beat.event]
    assert list(dict.fromkeys(told)) == list(plan.events)
    assert plan_from_yaml(plan_to_yaml(plan)) == plan
    if seconds is not None:
        speech = any("asked for" in note.what for note in plan.notes)
        assert speech or plan.frames == seconds * fps


@SHORT
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
def test_a_shot_list_gives_exactly_its_shots_and_nothing_of_another_entry(entries: list[str]) -> None:
    shots = [{"action": entry, "duration": 5} for entry in entries]
    plan = make_plan(Story.model_validate({"shots": shots}))
    assert [shot.text for shot in plan.shots] == entries
    assert [shot.frames for shot in plan.shots] == [120] * len(entries)


def test_editing_one_entry_leaves_the_other_shots_as_they_were() -> None:
    entries = [
        "Wide: Mara walks along the beach.",
        "Close-up: a fox looks up.",
        "Medium shot: Tom reads a book in the kitchen.",
        "Wide: a boat sails on the sea.",
    ]
    before = make_plan(Story.model_validate({"shots": [{"action": text, "duration": 4} for text in entries]}))
    edited = [*entries[:2], "Medium shot: Tom drinks tea in the kitchen.", entries[3]]
    after = make_plan(Story.model_validate({"shots": [{"action": text, "duration": 4} for text in edited]}))
    changed = [a.id for a, b in zip(before.shots, after.shots, strict=True) if a != b]
    assert changed == ["shot_003"]
