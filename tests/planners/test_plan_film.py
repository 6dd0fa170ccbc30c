"""What a film's plan promises as a whole: its length, its words, its order, the same every time."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planners import PlanError, Story, check_plan, make_plan, plan_from_yaml, plan_to_yaml

TALE = (
    "At dusk, Mara found a wounded red fox on the beach. She knelt down and looked at it. "
    'In the kitchen she wrapped its paw in a white cloth. "Stay as long as you like," said Mara. '
    "The fox fell asleep beside the stove. In the morning the fox ran along the beach from the left to the right."
)


@settings(max_examples=12, deadline=None)
@given(seconds=st.integers(20, 200), fps=st.sampled_from([12, 24, 25, 30]))
def test_the_film_is_as_long_as_asked_to_the_frame(seconds, fps):
    plan = make_plan(Story(story=TALE, duration=seconds, fps=fps))
    assert plan.frames == seconds * fps


@pytest.mark.parametrize("seconds", [None, 12, 30, 90])
def test_no_line_overlaps_another_or_is_cut(seconds):
    plan = make_plan(Story(story=TALE, duration=seconds))
    at = begins = 0
    for shot in plan.shots:
        for line in shot.lines:
            assert begins + line.start >= at
            at = begins + line.start + line.frames
        begins += shot.frames
        assert at <= begins


def test_what_characters_say_is_kept_when_time_is_short_and_the_loss_is_named():
    plan = make_plan(Story(story=TALE, duration=16))
    said = [line for shot in plan.shots for line in shot.lines if line.speaker]
    assert [line.text for line in said] == ["Stay as long as you like."]
    assert any(note.kind == "downgrade" for note in plan.notes)


def test_a_shot_list_is_obeyed_exactly():
    shots = [
        {"action": "Wide: Mara walks along the beach.", "duration": 4},
        {"action": "Close-up: Mara smiles.", "duration": 2.5},
        {"action": "A red kite flies up into the sky.", "duration": 3},
    ]
    plan = make_plan(Story.model_validate({"shots": shots, "narration": False}))
    assert [shot.id for shot in plan.shots] == ["shot_001", "shot_002", "shot_003"]
    assert [shot.frames for shot in plan.shots] == [96, 60, 72]
    assert [shot.text for shot in plan.shots] == [item["action"] for item in shots]
    assert plan.shots[1].camera.framing == "close-up"


def test_events_are_told_in_order_and_the_plan_has_no_errors():
    plan = make_plan(Story(story=TALE))
    told = [beat.event for shot in plan.shots for beat in shot.beats if beat.event]
    assert list(dict.fromkeys(told)) == list(plan.events)
    assert [problem for problem in check_plan(plan) if problem.severity == "error"] == []


def test_the_same_story_gives_the_same_plan_and_its_file_reads_back():
    first, again = make_plan(Story(story=TALE)), make_plan(Story(story=TALE))
    assert first == again
    assert plan_from_yaml(plan_to_yaml(first)) == first


def test_every_speaker_has_a_voice_that_nobody_else_has():
    tale = (
        'Ada and Tom sat in the kitchen. "Hello," said Ada. "Good morning," said Tom. "It rains," said Ada. '
        'A fox came in. "May I come in?" asked the fox.'
    )
    plan = make_plan(Story(story=tale))
    speakers = {line.speaker for shot in plan.shots for line in shot.lines if line.speaker}
    voices = [plan.entities[name].voice for name in speakers]
    assert len(speakers) == 3
    assert len({(voice.name, voice.pitch) for voice in voices}) == 3


def test_talkers_keep_their_side_and_look_at_each_other_over_cuts():
    tale = 'Ada and Tom stood in the garden. "Look at the moon," said Ada. "It is gone," said Tom. "Oh no," said Ada.'
    plan = make_plan(Story(story=tale))
    facing = {}
    for shot in plan.shots[1:]:
        for track in shot.layout:
            facing.setdefault(track.entity, set()).add(track.facing)
    people = [name for name, entity in plan.entities.items() if entity.kind == "character"]
    assert sorted(map(sorted, (facing[name] for name in people))) == [["left"], ["right"]]


def test_who_sat_down_goes_on_sitting():
    plan = make_plan(Story(story="In the kitchen Ada sat on a chair. She looked at the window. She laughed."))
    last = [beat.action for beat in plan.shots[-1].beats]
    assert "sit" in last


def test_an_unknown_planner_is_a_clear_error():
    with pytest.raises(PlanError, match="Known: rules"):
        make_plan(Story(story=TALE), backend="oracle")


def test_importing_the_folder_loads_no_language_model_and_no_graph_library():
    code = "import sys, planners; print([m for m in ('spacy', 'langgraph', 'torch') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
