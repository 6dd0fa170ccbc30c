"""Who gets into a car is in it at the end of the shot, and who gets out of it was in it at the start."""

from __future__ import annotations

from planners import Plan, Story, make_plan
from planners.lens import Box


def planned(text: str) -> Plan:
    return make_plan(Story(story=text, narration=False))


def middle(plan: Plan, key: str, t: float) -> tuple[float, Box, Box]:
    boxes = {track.key: track.at(t) for track in plan.shots[0].layout}
    who, taxi = boxes[key], boxes["yellow_taxi"]
    assert who is not None
    assert taxi is not None
    return (who[0] + who[2]) / 2, who, taxi


def test_who_got_in_walks_up_and_is_inside_at_the_end() -> None:
    plan = planned("The thief stopped a yellow taxi and got in.")
    x, _, taxi = middle(plan, "thief", 0.0)
    assert not taxi[0] < x < taxi[2]
    x, thief, taxi = middle(plan, "thief", 1.0)
    assert taxi[0] < x < taxi[2]
    assert thief[3] < taxi[3]
    assert plan.shots[0].beats[-1].action == "drive"


def test_who_got_out_stands_beside_it_at_the_end() -> None:
    plan = planned("A yellow taxi stopped and a man got out.")
    x, _, taxi = middle(plan, "man", 0.0)
    assert taxi[0] < x < taxi[2]
    x, _, taxi = middle(plan, "man", 1.0)
    assert not taxi[0] < x < taxi[2]


def test_a_pilot_fits_under_the_roof() -> None:
    plan = planned("A helicopter flew over the sea. Inspector Lin leaned out of the helicopter.")
    boxes = plan.shots[-1].layout
    pilot, craft = (next(t.at(0.5) for t in boxes if t.key == key) for key in ("lin", "helicopter"))
    assert pilot is not None
    assert craft is not None
    assert pilot[1] > craft[1] + 0.2 * (craft[3] - craft[1])
