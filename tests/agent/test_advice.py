"""Advice is carried out as a change that a generator follows; what it cannot follow is passed over."""

from __future__ import annotations

import pytest

from agent.tries import Step, Tried
from agent.work.advice import changed, following
from consistency import Advice, Failure, Verdict
from consistency import Change as Kind
from generators import Capabilities, ShotSpec, shot_spec
from planners import Plan

ALL = Capabilities(name="all", version="1", heeds=("identity", "emphasis", "leave_out"), control=0.4)
NOTHING = Capabilities(name="nothing", version="1")


@pytest.fixture
def spec(small_plan: Plan) -> ShotSpec:
    return shot_spec(small_plan, "shot_001")


def step(change: Kind, entity: str | None = None, by: float = 0.0, number: int = 1) -> Step:
    return Step(advice=Advice(change=change, entity=entity, by=by), number=number)


def failed(*advice: Advice, steps: tuple[Step, ...] = (), margin: float = -0.5) -> Tried:
    wrong = Failure(measure="identity_reference", value=0.1, threshold=0.4, entity="fox")
    return Tried(
        steps=steps, verdict=Verdict(shot="s", accepted=False, failures=(wrong,), advice=advice, margin=margin)
    )


def test_each_change_does_what_it_says_and_nothing_else(spec: ShotSpec) -> None:
    assert changed(spec, [step("identity", "fox", 0.15)], ALL).identity == {"fox": 1.25}
    assert changed(spec, [step("control", by=0.2)], ALL).shot.control == pytest.approx(0.6)
    own = spec.model_copy(update={"shot": spec.shot.model_copy(update={"control": 0.9})})
    assert changed(own, [step("control", by=0.2)], ALL).shot.control == 1.0
    assert changed(spec, [step("emphasis", "fox")], ALL).emphasis == ("fox",)
    assert changed(spec, [step("emphasis")], ALL).emphasis == ("mara",)
    one, two = (changed(spec, [step("seed", number=number)], ALL) for number in (1, 2))
    assert len({spec.shot.seed, one.shot.seed, two.shot.seed}) == 3
    assert one.model_copy(update={"shot": spec.shot}) == spec


def test_the_figure_that_nothing_is_told_of_is_left_out_never_the_last_nor_the_one_that_failed(spec: ShotSpec) -> None:
    assert changed(spec, [step("simplify", "mara")], ALL).leave_out == ("fox",)
    assert changed(spec, [step("simplify", "fox")], ALL) == spec
    assert changed(spec, [step("simplify"), step("simplify")], ALL).leave_out == ("fox",)


def test_advice_that_a_generator_cannot_follow_is_passed_over(spec: ShotSpec) -> None:
    advice = [Advice(change="identity", entity="fox", by=0.15), Advice(change="control", by=0.2)]
    assert [row.advice.change for row in following([failed(*advice)], spec, ALL, 1)] == ["identity"]
    (only,) = following([failed(*advice)], spec, NOTHING, 1)
    assert (only.advice.change, only.number) == ("seed", 1)
    assert "identity" in only.advice.why


def test_the_same_advice_for_several_is_one_attempt(spec: ShotSpec) -> None:
    advice = [Advice(change="identity", entity=name, by=0.15) for name in ("fox", "mara")]
    assert changed(spec, following([failed(*advice)], spec, ALL, 1), ALL).identity == {"fox": 1.25, "mara": 1.25}


def test_what_did_not_help_is_dropped_and_what_helped_is_built_on(spec: ShotSpec) -> None:
    advice = (Advice(change="identity", entity="fox", by=0.15), Advice(change="control", by=0.2))
    held = (step("identity", "fox", 0.15),)
    worse = [failed(*advice), failed(*advice, steps=held, margin=-0.9)]
    assert [row.advice.change for row in following(worse, spec, ALL, 2)] == ["control"]
    better = [failed(*advice), failed(*advice, steps=held, margin=-0.1)]
    assert [row.advice.change for row in following(better, spec, ALL, 2)] == ["identity", "control"]
    spent = [failed(), failed(steps=(step("seed"),), margin=-0.9)]
    assert [row.number for row in following(spent, spec, ALL, 2)] == [2]
