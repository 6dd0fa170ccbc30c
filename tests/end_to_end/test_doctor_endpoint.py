"""`storyreel doctor --endpoint`: what works, what is emulated, what to mend, against servers of several kinds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from chat_server import Body, ChatServer, Reply, Traits

from agent.cli import main
from planners.backends.openai.habits import forget

COMPANY = '{"beings": [{"name": "fox", "kind": "animal", "count": 2}, {"name": "woman", "kind": "person", "count": 1}]}'


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_CACHE", str(tmp_path / "cache"))
    forget()


def good(body: Body) -> Reply:
    said = body["messages"][-1]["content"]
    counted = (len(said) // 4, 16)
    table = {
        "meow?": Reply("Cat.", usage=counted),
        "Repeat exactly": Reply("Füchsin 狐 नमस्ते", usage=counted),
        "Count from": Reply("1, 2, 3", finish="length", usage=counted),
        "animal that says meow}": Reply('{"animal": "cat"}', usage=counted),
        "How many are there": Reply('{"zebra_count": 0}', usage=counted),
        "This is the story": Reply(COMPANY, usage=counted),
    }
    return next((reply for words, reply in table.items() if words in said), Reply("Hello there, fox!", usage=counted))


def examined(capsys: pytest.CaptureFixture[str], server: ChatServer, *more: str) -> tuple[int, dict[str, Any]]:
    code = main(["doctor", "--endpoint", server.url, "--json", *more])
    return code, {row["what"]: row for row in json.loads(capsys.readouterr().out)}


def test_a_good_server_works_in_everything(capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(answer=good) as server:
        code, rows = examined(capsys, server, "--model", "tiny")
    assert code == 0
    assert {row["state"] for row in rows.values()} == {"works"}, rows
    assert len(rows) == 13
    assert "tokens/s" in rows["streaming"]["found"]
    assert "valid after 1 call: 2 fox" in rows["a planner's question"]["found"]


def test_a_server_that_takes_little_is_emulated(capsys: pytest.CaptureFixture[str]) -> None:
    traits = Traits(schema=False, json_object=False, stream=False, temperature=False, seed=False, system=False)
    with ChatServer(traits=traits, answer=good) as server:
        code, rows = examined(capsys, server)
    assert code == 0
    emulated = {what for what, row in rows.items() if row["state"] == "emulated"}
    assert emulated == {
        "system turn", "temperature, seed", "json_object", "json_schema", "streaming", "token counts"
    }  # fmt: skip
    assert "asked for in words (text)" in rows["a planner's question"]["found"]


def test_a_context_that_is_cut_in_silence_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(
        answer=lambda body: good(body) if "hen, fox" not in str(body) else Reply(usage=(2048, 3))
    ) as server:
        _, rows = examined(capsys, server)
    assert "only 2048 tokens were read" in rows["long prompts"]["found"]
    assert "num_ctx" in rows["long prompts"]["advice"]


def test_a_model_that_cannot_answer_the_planner_is_exit_3(capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(answer=lambda _: Reply("I am only a parrot.")) as server:
        code = main(["doctor", "--endpoint", server.url])
    said = capsys.readouterr().out
    assert code == 3
    assert "FAIL a planner's question" in said
    assert "-> take a larger model" in said


def test_nobody_there_and_no_such_model_are_exit_3(capsys: pytest.CaptureFixture[str]) -> None:
    with ChatServer(answer=good) as server:
        code, rows = examined(capsys, server, "--model", "tinny")
        assert (code, list(rows)) == (3, ["models"])
        assert rows["models"]["advice"] == "take tiny"
    code, rows = examined(capsys, server)
    assert (code, list(rows)) == (3, ["models"])
    assert "Is a server running" in rows["models"]["found"]
