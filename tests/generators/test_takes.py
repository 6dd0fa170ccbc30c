"""A continued take as the animatic draws it: no jump over the cut, everything runs on."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from generators import MouthTrack, create, make_keyframe, make_shot, shot_spec
from generators.backends.animatic.backend import AnimaticBackend
from generators.backends.animatic.figure import PHASES
from generators.backends.animatic.stage import Stage, frames
from generators.takes import later, take_of, whole_take
from planners import Plan, Story, make_plan

SHOTS = [
    {"action": "A girl in a red coat walks along the street at night.", "duration": 2, "weather": "snow",
     "transition": "continuation"},
    {"action": "The girl walks on.", "duration": 2, "weather": "snow", "camera": {"framing": "medium"}},
]  # fmt: skip


def film(continued: bool) -> Plan:
    shots = SHOTS if continued else [{**SHOTS[0], "transition": "cut"}, SHOTS[1]]
    story = {"title": "Take", "size": (320, 180), "fps": 12, "narration": False, "shots": shots}
    plan = make_plan(Story.model_validate(story))
    return plan.model_copy(update={"cards": plan.cards.model_copy(update={"title": 0})})


@pytest.fixture(scope="module")
def plans() -> dict[bool, Plan]:
    return {kind: film(kind) for kind in (True, False)}


def stage(plan: Plan, shot: int) -> Stage:
    return AnimaticBackend().stage(shot_spec(plan, plan.shots[shot].id))[0]


def drawn(plan: Plan, shot: int, first: int, count: int) -> list[np.ndarray]:
    own = stage(plan, shot)
    return [pixels.copy() for pixels in frames(own, own.first + first, own.first + first + count)]


def steps(plan: Plan) -> list[float]:
    """Change between neighbouring frames around the cut, which is the fourth."""
    end = plan.shots[0].frames
    row = [*drawn(plan, 0, end - 4, 4), *drawn(plan, 1, 0, 4)]
    return [float(cv2.absdiff(a, b).mean()) for a, b in pairwise(row)]


def test_nothing_jumps_over_the_cut_of_a_take(plans: dict[bool, Plan]) -> None:
    cut, take = steps(plans[False]), steps(plans[True])
    around = [take[index] for index in (1, 2, 4, 5)]
    assert take[3] <= 1.3 * max(around)
    assert cut[3] > 3 * take[3]


def test_both_shots_are_parts_of_one_performance(plans: dict[bool, Plan]) -> None:
    """What the second shot draws before its first frame is what the first one draws at its end, pixel by pixel."""
    plan = plans[True]
    end = plan.shots[0].frames
    for mine, other in zip(drawn(plan, 0, end - 3, 3), drawn(plan, 1, -3, 3), strict=True):
        assert np.array_equal(mine, other)


def test_feet_weather_and_blinks_run_on(plans: dict[bool, Plan]) -> None:
    second = stage(plans[True], 1)
    assert second.first == plans[True].shots[0].frames
    girl = [second.performance.at(second.first + frame)[0] for frame in range(-6, 6)]
    assert {act.pose.action for act in girl} == {"walk"}
    turns = [(b.pose.phase - a.pose.phase) % PHASES for a, b in pairwise(girl)]
    assert max(turns) <= PHASES / 4
    alone = stage(plans[False], 1)
    assert alone.first == 0


def test_a_shot_alone_is_no_take(plans: dict[bool, Plan]) -> None:
    plan = plans[False]
    assert take_of(plan, plan.shots[1]) == ()
    spec = shot_spec(plan, plan.shots[1].id)
    assert whole_take(spec) == (spec, 0)


def test_shots_of_other_scenes_are_no_take(plans: dict[bool, Plan]) -> None:
    plan = plans[True]
    moved = plan.shots[0].model_copy(update={"scene": "elsewhere"})
    assert take_of(plan.model_copy(update={"shots": (moved, plan.shots[1])}), plan.shots[1]) == ()


def test_mouths_move_with_their_shot() -> None:
    mouth = MouthTrack(speaker="girl", start=4, openness=(1, 2))
    assert later([mouth], 24)[0].start == 28


def test_clips_of_a_take_have_their_own_lengths(plans: dict[bool, Plan], tmp_path: Path) -> None:
    plan, backend = plans[True], create("animatic")
    for shot in plan.shots:
        still = make_keyframe(shot_spec(plan, shot.id), backend=backend, folder=tmp_path, image=f"{shot.id}.png")
        clip = make_shot(still, backend=backend, folder=tmp_path, video=f"{shot.id}.mp4")
        assert clip.frames == shot.frames
