"""Estimates: what is stale counts, the most is never below what is held, old lists are named, nothing is loaded."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from small_plans import make_small_plan

from agent import StoryAgent
from agent.estimate import estimate, may_cost
from agent.settings import Settings
from agent.spans import Span, dollars, times
from agent.store import Store
from planners import Story, plan_to_yaml

FIXED = "openai-images:tiny?endpoint=http://127.0.0.1:9/v1&price=0.25"
LISTED = "openai-images:gpt-image-1-mini?endpoint=https://api.openai.com/v1"
UNPRICED = "openai-images:some-model?endpoint=https://pictures.example/v1"


def found(tmp_path: Path, keyframes: str, **more: object):
    return estimate(make_small_plan(), Settings(keyframes=keyframes, workers=2), Store(tmp_path / "run"), **more)


def test_every_picture_counts_once_and_the_sum_is_that_of_the_rows(tmp_path: Path) -> None:
    told = found(tmp_path, FIXED)
    assert told.usd == Span(least=1.25, most=1.25)
    assert [item.usd.most for item in told.shots] == [0.25] * 3
    assert told.shared.usd.most == 0.5
    assert [item.number for item in told.shots] == [1, 2, 3]
    assert {"keyframe:shot_002", "shot:shot_002"} <= set(told.shots[1].makes)
    assert [(row.what, row.source) for row in told.prices] == [("openai-images:tiny", "your own price (?price=)")]
    assert not (tmp_path / "run").exists()


def test_only_some_shots_can_be_asked_for(tmp_path: Path) -> None:
    told = found(tmp_path, FIXED, only=["shot_002"])
    assert [item.shot for item in told.shots] == ["shot_002"]
    assert told.usd.most == 0.25


def test_a_list_price_is_a_range_with_its_date_and_is_called_old_after_ninety_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-canary-7731")
    told = found(tmp_path, LISTED, today=datetime.date(2026, 12, 1))
    assert told.usd.most is not None
    assert 5 * 0.011 < told.usd.least < told.usd.most < 5 * 0.2
    assert (told.prices[0].date, told.prices[0].days) == ("2026-11-21", 10)
    assert not any("days old" in note for note in told.notes)
    later = found(tmp_path, LISTED, today=datetime.date(2027, 2, 20))
    assert any("91 days old" in note for note in later.notes)
    assert "sk-canary" not in later.model_dump_json()


def test_what_is_not_known_is_said_and_has_no_upper_bound(tmp_path: Path) -> None:
    told = found(tmp_path, UNPRICED)
    assert told.usd.most is None
    assert told.seconds.most is None
    assert any("no upper bound" in note for note in told.notes)
    assert any("keyframe by openai-images" in note for note in told.notes)


def test_the_animatic_is_free_and_its_seconds_are_those_of_a_named_machine(tmp_path: Path) -> None:
    told = found(tmp_path, "animatic")
    assert told.free
    assert told.seconds.most is not None
    assert 0 < told.seconds.least < told.seconds.most
    assert any("another machine" in note and "2 cores" in note for note in told.notes)
    assert not may_cost(Settings())
    assert may_cost(Settings(keyframes=FIXED))
    assert may_cost(Settings(planner="openai:tiny"))


def test_questions_to_a_language_model_are_foreseen_from_the_story() -> None:
    story = Story(story="A fox walks in the meadow. Then a girl finds the fox and laughs. They run to the beach.")
    agent = StoryAgent(planner="openai:gpt-5-mini", endpoint="https://api.openai.com/v1")
    told = agent.estimate(story, out="never-made")
    assert told.planner is not None
    assert told.planner.questions >= 4
    assert told.planner.told.date == "2026-11-21"
    assert told.planner.least is not None
    assert told.planner.most is not None
    assert 0 < told.planner.least < told.planner.most
    assert told.usd.most == pytest.approx(told.planner.most)
    longer = story.model_copy(update={"story": f"{story.story} The girl picks an apple. A dog barks at the moon." * 4})
    more = agent.estimate(longer, out="never-made").planner
    assert more is not None
    assert more.prompt_tokens > told.planner.prompt_tokens
    local = StoryAgent(planner="openai:tiny", endpoint="http://127.0.0.1:9/v1").estimate(story, out="never-made")
    assert local.free
    assert not Path("never-made").exists()


def test_no_library_of_models_or_servers_is_loaded_for_a_run_folder(tmp_path: Path) -> None:
    (tmp_path / "01_plan").mkdir()
    (tmp_path / "01_plan/plan.yaml").write_text(plan_to_yaml(make_small_plan()))
    code = (
        "import socket, sys\n"
        "def hook(event, args):\n"
        "    assert not event.startswith('socket.'), event\n"
        "sys.addaudithook(hook)\n"
        "from agent import StoryAgent\n"
        f"agent = StoryAgent(keyframes={LISTED!r}, shots='wan-i2v')\n"
        f"print(agent.estimate({str(tmp_path)!r}).usd.most > 0)\n"
        "print(sorted({'torch', 'diffusers', 'skia', 'spacy', 'openai'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["True", "[]"], done.stderr


def test_amounts_are_said_as_people_say_them() -> None:
    assert dollars(Span(least=0, most=0)) == "nothing"
    assert dollars(Span(least=0.011, most=0.33)) == "0.011 to 0.33 USD"
    assert dollars(Span(least=0, most=0.33)) == "up to 0.33 USD"
    assert dollars(Span(least=0.5, most=None)) == "at least 0.50 USD"
    assert dollars(Span(least=0, most=None)) == "not known"
    assert times(Span(least=3, most=200)) == "3 s to 3 min"
    assert times(Span(least=0, most=None)) == "not known"
