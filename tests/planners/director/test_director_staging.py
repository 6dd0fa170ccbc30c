"""Blocking, cameras, sound and lengths by a model: what is kept, and what is sent back."""

from __future__ import annotations

from typing import Any

import pytest
from director_cases import CAMERA, GOOD, SECONDS, SOUND, STORY, directed
from hypothesis import given
from hypothesis import strategies as st

from planners import Plan, Story, check_plan
from planners.director.schedule import floor_of, shared_out
from planners.graph import plan_story
from planners.native import NativeLengths


@pytest.fixture(scope="module")
def good() -> Plan:
    return directed()[0]


def path(key: str, shot: str = "shot_002", **more: Any) -> dict[str, Any]:
    row = {"key": key, "start_x": 0.2, "start_y": 0.9, "end_x": 0.7, "end_y": 0.9, **more}
    return {"shots": [{"shot": shot, "reasoning": "because", "paths": [row]}]}


def complaints(prompt: str, answer: Any, story: Story = STORY) -> str:
    _, asker = directed({**GOOD, prompt: answer}, story, corrections=0)
    return "\n".join(asker.problems)


# -- blocking ---------------------------------------------------------------------------------------


def test_the_fox_is_carried_where_mara_goes(good: Plan) -> None:
    tracks = {track.key: track for track in good.shots[1].layout}
    offsets = []
    for moment in (0.0, 0.2, 0.4, 1.0):
        mara, fox = tracks["mara"].at(moment), tracks["wounded_fox"].at(moment)
        assert mara is not None
        assert fox is not None
        offsets.append(fox[0] - mara[0])
        assert fox[3] < 0.8
    assert offsets == pytest.approx([offsets[0]] * 4, abs=1e-3)
    assert (tracks["mara"].at(0.4) or (0,))[0] == pytest.approx(0.2 - 0.0736, abs=0.03)
    assert (tracks["mara"].at(1.0) or (0,))[0] > 0.6


def test_figures_keep_their_proportions_whatever_the_model_says(good: Plan) -> None:
    plain = directed({**GOOD, "layout": {"shots": []}})[0]
    for mine, rules in zip(good.shots, plain.shots, strict=True):
        for track, other in zip(sorted(mine.layout, key=str), sorted(rules.layout, key=str), strict=True):
            (a, b), (c, d) = size(track.keys[0].box), size(other.keys[0].box)
            assert a / b == pytest.approx(c / d, rel=0.01)


def size(box: Any) -> tuple[float, float]:
    return (box[2] - box[0], box[3] - box[1])


def test_who_holds_something_takes_it_along() -> None:
    answer = path("mara", "shot_005", start_x=0.3, end_x=0.3)
    plan, _ = directed({**GOOD, "layout": lambda v: answer if "shot_005" in str(v["shots"]) else {"shots": []}})
    tracks = {track.key: track for track in plan.shots[4].layout}
    mara, lamp = tracks["mara"].at(0.0), tracks["lamp"].at(0.0)
    assert mara is not None
    assert lamp is not None
    assert tracks["lamp"].held_by == "mara"
    assert mara[0] - 0.1 < lamp[0] < mara[2]


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (path("dragon"), "there is no figure to move 'dragon'"),
        (path("mara", start_y=0.5), "the ground is from"),
        (path("mara", start_scale=1.5), "perspective asks for about 1.00"),
        (path("mara", end_x=0.1), "'carried it up to the lighthouse' goes right"),
        (path("mara", "shot_001"), "cannot travel"),
        (path("mara", start_x=-0.5, end_x=-0.3), "goes right|acts but at most 0%"),
        (path("wounded_fox", "shot_001", start_x=0.39, end_x=0.39), "covers"),
        (path("mara", way=[[0.6, 0.5, 0.9], [0.4, 0.6, 0.9]]), "times in order"),
        (path("mara", appears=0.9, leaves=0.1), "leaves before it appears"),
        (path("mara", start_x=10**6), "less than or equal to"),
        ({"shots": [{**path("mara")["shots"][0], "paths": path("mara")["shots"][0]["paths"] * 10**4}]}, "at most 16"),
    ],
)
def test_blocking_against_nature_or_the_story_is_sent_back(answer: Any, complaint: str) -> None:
    found = complaints("layout", answer)
    assert any(words in found for words in complaint.split("|"))


def test_two_people_keep_their_sides_over_a_cut() -> None:
    story = Story(story="Tom and Anna stood in the garden and looked at the old apple tree. Tom waved to Anna.")
    left, right = {"start_x": 0.3, "end_x": 0.3}, {"start_x": 0.7, "end_x": 0.7}
    shots = [
        {**path("tom", "shot_001", **left)["shots"][0], "paths": [row("tom", **left), row("anna", **right)]},
        {**path("tom", "shot_002", **left)["shots"][0], "paths": [row("tom", **right), row("anna", **left)]},
    ]
    _, asker = directed({"layout": {"shots": shots}}, story, corrections=0)
    assert any("tom was left of anna" in problem for problem in asker.problems)


def row(key: str, **more: float) -> dict[str, Any]:
    return path(key, **more)["shots"][0]["paths"][0]  # type: ignore[no-any-return]


# -- cameras ----------------------------------------------------------------------------------------


def test_cameras_are_the_models_choice(good: Plan) -> None:
    assert [shot.camera.framing for shot in good.shots] == ["wide", "wide", "close-up", "full", "wide"]
    assert (good.shots[1].camera.move, good.shots[1].camera.speed) == ("right", "slow")
    assert good.shots[2].camera.focus == "mara"
    assert "Close-up" in good.shots[2].script.camera or "close-up" in good.shots[2].script.camera


def cameras(**change: Any) -> dict[str, Any]:
    return {"shots": [{**row, **change.get(row["shot"], {})} for row in CAMERA["shots"]]}


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (cameras(shot_003={"focus": "lamp"}), "there is no figure in this shot 'lamp'"),
        (cameras(shot_003={"focus": ""}), "name it as `focus`"),
        (cameras(shot_005={"angle": "over-the-shoulder"}), "needs two people"),
        (cameras(shot_003={"framing": "wide", "focus": ""}, shot_004={"framing": "wide"}), "are all wide"),
        ({"shots": CAMERA["shots"][:4]}, "'shot_005' is missing"),
        (cameras(shot_001={"framing": "IMAX"}), "Input should be"),
    ],
)
def test_cameras_outside_the_vocabulary_or_the_shot_are_sent_back(answer: Any, complaint: str) -> None:
    assert complaint in complaints("camera", answer)


def test_what_the_author_asks_of_the_camera_is_kept() -> None:
    shots = [{"action": "Mara looks at the fox.", "camera": {"framing": "close-up", "move": "zoom in"}}]
    story = Story.model_validate({"shots": shots})
    row = {"shot": "shot_001", "framing": "wide"}
    plan, asker = directed({"camera": {"shots": [row]}}, story, corrections=0)
    assert any("the author asks for framing 'close-up'" in problem for problem in asker.problems)
    assert (plan.shots[0].camera.framing, plan.shots[0].camera.move) == ("close-up", "zoom in")


# -- sound and lengths ------------------------------------------------------------------------------


def test_shots_have_the_wished_lengths_and_the_film_its_own(good: Plan) -> None:
    assert good.frames == STORY.duration * STORY.fps  # type: ignore[operator]
    assert {shot.id: shot.frames / STORY.fps for shot in good.shots} == pytest.approx(SECONDS, abs=0.2)
    assert not check_plan(good)


def test_effects_moods_and_voices_are_the_models_choice(good: Plan) -> None:
    assert good.shots[4].effects == ("waves", "wind")
    assert good.scenes[2].mood == "wonder"
    voice = good.entities["mara"].voice
    assert voice is not None
    assert (voice.pitch, voice.rate) == (0.84, 0.9)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"seconds": 1}, "its speech alone takes"),
        ({"seconds": 60}, "sum up to"),
        ({"effects": ["explosion"]}, "Input should be"),
        ({"shot": "shot_099"}, "there is no shot 'shot_099'"),
    ],
)
def test_sound_that_cannot_be_is_sent_back(change: dict[str, Any], complaint: str) -> None:
    assert complaint in complaints("sound", {**SOUND, "shots": [{**SOUND["shots"][0], **change}, *SOUND["shots"][1:]]})


def test_shots_suit_the_generators_native_lengths() -> None:
    asker = directed()[1]
    plan = plan_story(STORY.model_copy(update={"duration": None}), asker=asker, lengths=NativeLengths(least=2, most=6))
    assert all(2 * 24 <= shot.frames <= 6.1 * 24 for shot in plan.shots)
    assert all(shot.frames >= floor_of(shot, 24) for shot in plan.shots)


@given(
    rows=st.lists(st.tuples(st.floats(0.1, 60), st.integers(1, 200), st.integers(0, 400)), min_size=1, max_size=30),
    spare=st.integers(0, 3000),
)
def test_shared_out_keeps_every_bound_and_the_sum(rows: list[tuple[float, int, int]], spare: int) -> None:
    least, most = [row[1] for row in rows], [row[1] + row[2] for row in rows]
    total = sum(least) + spare
    frames = shared_out([row[0] for row in rows], least, most, total)
    assert sum(frames) == total
    assert all(got >= low for got, low in zip(frames, least, strict=True))
    if total <= sum(most):
        assert all(got <= high for got, high in zip(frames, most, strict=True))
