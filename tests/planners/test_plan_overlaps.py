"""Sound over joins in the plan: J-cuts and L-cuts move voices where nobody's lips would show it."""

from __future__ import annotations

import pytest

from planners import Line, Plan, Story, Transition, check_plan, make_plan
from planners.nodes.overlaps import overlapped


def voices(plan: Plan, join: Transition, *, speaker: str | None, cast: tuple[str, ...] = ()) -> Plan:
    """Shots one and two of the small plan, with one line each and room around them."""
    a, b = plan.shots[:2]
    a = a.model_copy(
        update={"transition": join, "cast": cast, "lines": (Line(id="a", text="One.", start=2, frames=8),)}
    )
    b = b.model_copy(update={"lines": (Line(id="b", text="Two.", speaker=speaker, start=3, frames=10),)})
    return plan.model_copy(update={"shots": (a, b)})


def test_a_j_cut_is_heard_before_it_is_seen(small_plan: Plan) -> None:
    plan = overlapped(voices(small_plan, Transition(lead=8), speaker=None))
    assert plan.shots[1].lines[0].start == -5
    assert overlapped(plan) == plan


def test_an_l_cut_is_heard_after_it_was_seen(small_plan: Plan) -> None:
    plan = voices(small_plan, Transition(trail=30), speaker=None)
    plan = plan.model_copy(update={"shots": (plan.shots[0], plan.shots[1].model_copy(update={"lines": ()}))})
    line = overlapped(plan).shots[0].lines[0]
    assert line.start + line.frames == 40 > plan.shots[0].frames


def test_voices_do_not_run_into_each_other(small_plan: Plan) -> None:
    plan = voices(small_plan, Transition(lead=8), speaker=None)
    late = plan.shots[0].lines[0].model_copy(update={"start": 26})
    plan = plan.model_copy(update={"shots": (plan.shots[0].model_copy(update={"lines": (late,)}), plan.shots[1])})
    assert overlapped(plan) == plan


def test_nobody_is_heard_from_closed_lips(small_plan: Plan) -> None:
    plan = voices(small_plan, Transition(lead=8), speaker="mara", cast=("mara", "fox"))
    assert overlapped(plan) == plan


@pytest.mark.parametrize(
    ("words", "kind", "lead", "trail"),
    [
        ("J-cut", "cut", 19, 0),
        ("L cut", "cut", 0, 19),
        ("dissolve, J and L cut", "dissolve", 19, 19),
        ("cut", "cut", 12, 10),
    ],
)
def test_the_author_asks_for_them_in_words(words: str, kind: str, lead: int, trail: int) -> None:
    shots = [
        {"action": "A girl stands on the beach.", "duration": 4, "transition": words},
        {"action": "The girl reads in the kitchen.", "duration": 4},
    ]
    plan = make_plan(Story.model_validate({"title": "T", "shots": shots}))
    join = plan.shots[0].transition
    assert (join.kind, join.lead, join.trail) == (kind, lead, trail)


def test_checks_know_what_overlaps(small_plan: Plan) -> None:
    plan = overlapped(voices(small_plan, Transition(lead=8), speaker=None))
    assert not [problem for problem in check_plan(plan) if problem.check == "lines"]
    hard = plan.shots[0].model_copy(update={"transition": Transition()})
    broken = plan.model_copy(update={"shots": (hard, plan.shots[1])})
    assert [problem for problem in check_plan(broken) if problem.check == "lines"]
