"""Seen from straight above, figures are heads and backs, not cut-outs that stand on a wall of grass."""

import pytest

from generators.backends.animatic.backend import AnimaticBackend
from generators.backends.animatic.control import obedience
from generators.keyframes import shot_spec
from planners import Story, make_plan


def film(text):
    return make_plan(Story(shots=[{"action": text, "duration": 3}], size=(640, 360)))


@pytest.mark.parametrize(
    "text",
    [
        "Top-down view: a woman walks from the left to the right of a meadow.",
        "A bird's-eye view: a red car drives from the left to the right along the road.",
        "Top-down view: a turtle crawls over the beach.",
        "Top-down view of a kitchen: a man and a girl sit at a table.",
    ],
)
def test_what_is_seen_from_above_fills_its_boxes(text):
    plan = film(text)
    shot = plan.shots[0]
    assert shot.camera.angle == "top-down"
    stage, _ = AnimaticBackend().stage(shot_spec(plan, shot.id))
    frame = 36
    found = obedience(stage, plan.boxes(shot, frame / (shot.frames - 1)), frame)
    assert sum(found.values()) / len(found) >= 0.6


def test_a_person_from_above_is_as_long_as_wide_and_turns_where_it_walks():
    plan = film("Top-down view: a woman starts in the lower left, goes to the upper left, then to the upper right.")
    shot = plan.shots[0]
    box = shot.layout[0].at(0)
    assert (box[2] - box[0]) * 16 / 9 == pytest.approx(box[3] - box[1], rel=0.05)
    stage, _ = AnimaticBackend().stage(shot_spec(plan, shot.id))
    views = [stage.performance.at(frame)[0].pose.view for frame in (15, 60)]
    assert views == ["back", "side"]
