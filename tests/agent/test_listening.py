"""With a language model the same typed edits come from its answers; without one that answers, from the rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chat_server import ChatServer, Reply
from terminals import piped

from agent import ScriptedChatModel, StoryAgent
from agent.talk import Talk
from planners import ChatError, Plan

RAIN = {"op": "set_light", "shots": ["shot_002"], "weather": "rain"}


def talking(plan: Plan, folder: Path, *answers: Any) -> tuple[Talk, ScriptedChatModel]:
    model = ScriptedChatModel(list(answers))
    agent = StoryAgent(planner=model, voice="none", workers=1)
    return Talk(agent, agent.begin(plan, out=folder / "run")), model


def test_a_model_answers_with_typed_edits_that_are_shown_and_undone(small_plan: Plan, tmp_path: Path) -> None:
    talk, model = talking(small_plan, tmp_path, {"edits": [RAIN]}, {"command": {"name": "undo"}})
    changed, outlook = talk.hear("the second bit wants weather, proper weather")
    assert (changed.text, outlook.kind) == ("shot 2: weather: clear -> rain", "outlook")
    list(talk.hear("nah"))
    assert talk.here().plan == small_plan
    assert "proper weather" in model.requests[0].messages[1].content


def test_what_cannot_be_is_sent_back_once(small_plan: Plan, tmp_path: Path) -> None:
    wrong = {"edits": [RAIN | {"shots": ["shot_099"]}]}
    talk, model = talking(small_plan, tmp_path, wrong, {"edits": [RAIN]})
    assert next(talk.hear("rain there")).text == "shot 2: weather: clear -> rain"
    assert len(model.requests) == 2


def test_a_question_of_the_model_has_numbered_choices(small_plan: Plan, tmp_path: Path) -> None:
    choices = [{"label": "shot 2", "edits": [RAIN]}, {"label": "all", "edits": []}]
    talk, _ = talking(small_plan, tmp_path, {"question": "Where?", "choices": choices})
    (question,) = talk.hear("rain")
    assert question.text.startswith("Where?\n  1  shot 2")
    assert next(talk.hear("1")).text == "shot 2: weather: clear -> rain"


def test_without_an_answer_the_rules_read_and_that_is_said(small_plan: Plan, tmp_path: Path) -> None:
    talk, _ = talking(small_plan, tmp_path, ChatError("nobody is there"))
    note, changed, _ = talk.hear("make shot 2 rainy")
    assert "read by the rules, not by scripted: nobody is there" in note.text
    assert changed.text == "shot 2: weather: clear -> rain"


def test_the_same_line_in_the_same_film_is_not_asked_twice(small_plan: Plan, tmp_path: Path) -> None:
    talk, model = talking(small_plan, tmp_path, {"edits": [RAIN]})
    list(talk.hear("rain"))
    talk.film = talk.here().undo(make=False)
    talk._spoken = type(talk._spoken)()
    list(talk.hear("rain"))
    assert len(model.requests) == 1


def test_a_server_is_sent_the_schema_of_the_edits_and_its_answer_is_carried_out(
    small_plan: Plan, tmp_path: Path
) -> None:
    film = StoryAgent(voice="none").begin(small_plan, out=tmp_path / "run")
    with ChatServer(Reply(json.dumps({"edits": [RAIN], "command": None, "question": "", "choices": []}))) as server:
        agent = StoryAgent(planner="openai:tiny", endpoint=server.url, voice="none", workers=1)
        replies = list(Talk(agent, agent.open(film.folder)).hear("rain please"))
    assert [reply.text for reply in replies][:1] == ["shot 2: weather: clear -> rain"]
    assert "set_light" in json.dumps(server.requests[0])
    assert (tmp_path / "run/ledger.json").is_file()


def test_lines_are_paid_from_the_budget_and_the_rules_read_when_it_is_spent(small_plan: Plan, tmp_path: Path) -> None:
    film = StoryAgent(voice="none").begin(small_plan, out=tmp_path / "run")
    answer = json.dumps({"edits": [RAIN], "command": None, "question": "", "choices": []})
    with ChatServer(Reply(answer)) as server:
        words = ("--planner", "openai:tiny", "--endpoint", server.url, "--price", "1/2", "--voice", "none")
        code, told = piped("rain please\n", film.folder, *words, "--budget", "5")
        assert (code, "shot 2: weather: clear -> rain" in told) == (0, True)
        asked = len(server.requests)
        spent = json.loads((tmp_path / "run/ledger.json").read_text())["usd"]
        assert spent > 0
        code, told = piped("make shot 2 a second longer\n", film.folder, *words, "--budget", f"{spent:.8f}")
    assert "read by the rules, not by openai:tiny" in told
    assert "shot 2: 2.0 s -> 3.0 s" in told
    assert len(server.requests) == asked
