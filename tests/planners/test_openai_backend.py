"""The OpenAI-compatible backend against real sockets: servers that take less, fail, dawdle, break off, talk rubbish."""

from __future__ import annotations

import email.utils
import json
import logging
import time
from pathlib import Path

import pytest
from chat_server import ChatServer, Reply, Traits

from planners.backends.openai import OpenAIChatModel, endpoint
from planners.backends.openai.habits import folder, forget
from planners.chat_model import ChatMessage, ChatReply, ChatRequest
from planners.errors import BrokenOff, ChatError

SCHEMA = {"type": "object", "properties": {"fox": {"type": "string", "title": "Fox"}}, "required": ["fox"]}
FOX = '{"fox": "füchsin 狐 👩‍🚀"}'
CANARY = "sk-canary-8d1f6b2e9c4a7053"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_CACHE", str(tmp_path))
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    forget()


def request(**more: object) -> ChatRequest:
    turns = (ChatMessage(role="system", content="You are a fox."), ChatMessage(role="user", content="Who?"))
    rows: dict[str, object] = {"messages": turns, "answer_schema": SCHEMA, "max_tokens": 64, "seed": 7}
    return ChatRequest(**(rows | more))  # type: ignore[arg-type]


def ask(server: ChatServer, model: str = "tiny", **more: object) -> ChatReply:
    return OpenAIChatModel(model, base_url=server.url, backoff=0.01, **more).complete(request())  # type: ignore[arg-type]


def test_an_answer_is_streamed_with_its_count_of_tokens() -> None:
    pieces: list[str] = []
    with ChatServer(Reply(FOX)) as server:
        reply = OpenAIChatModel("tiny", base_url=server.url).complete(request(), on_text=pieces.append)
    assert reply.text == FOX == "".join(pieces)
    assert len(pieces) > 2
    assert (reply.finish, reply.usage.prompt_tokens, reply.usage.completion_tokens) == ("stop", 11, 7)
    sent = server.requests[0]
    assert sent["response_format"]["type"] == "json_schema"
    assert "title" not in json.dumps(sent["response_format"])
    assert sent["seed"] == 7
    assert "JSON schema" in sent["messages"][0]["content"]


@pytest.mark.parametrize(
    ("traits", "check"),
    [
        ({"schema": False}, lambda body: body["response_format"] == {"type": "json_object"}),
        ({"schema": False, "json_object": False}, lambda body: "response_format" not in body),
        ({"stream": False}, lambda body: "stream" not in body),
        ({"stream_usage": False}, lambda body: body["stream"] and "stream_options" not in body),
        ({"temperature": False, "seed": False}, lambda body: not {"temperature", "seed"} & set(body)),
        ({"limit": "max_completion_tokens"}, lambda body: body["max_completion_tokens"] == 64),
        ({"most_tokens": 50}, lambda body: body["max_tokens"] == 50),
        ({"system": False}, lambda body: body["messages"][0]["content"].startswith("You are a fox.")),
        ({"schema": False, "json_object": False, "silent": True}, lambda body: "response_format" not in body),
    ],
)
def test_what_a_server_does_not_take_is_found_out_once(traits: dict[str, object], check: object) -> None:
    with ChatServer(traits=Traits(**traits), answer=lambda _: Reply(FOX)) as server:  # type: ignore[arg-type]
        assert ask(server).text == FOX
        assert check(server.requests[-1])  # type: ignore[operator]
        tries = len(server.requests)
        assert 1 < tries < 8
        forget()
        assert ask(server).text == FOX
    assert len(server.requests) == tries + 1
    (kept,) = folder().glob("*.json")
    assert CANARY not in kept.read_text()


def test_missing_token_counts_are_estimated_and_said_so() -> None:
    with ChatServer(Reply(FOX, usage=None)) as server:
        usage = ask(server).usage
    assert usage.estimated
    assert usage.completion_tokens > 0


@pytest.mark.parametrize("status", [429, 500, 503])
def test_passing_errors_are_waited_for(status: int) -> None:
    with ChatServer(Reply(status=status, error="busy"), Reply(status=status, error="busy"), Reply(FOX)) as server:
        assert ask(server).text == FOX
    assert len(server.requests) == 3


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_the_server_says_how_long_to_wait(form: str) -> None:
    after = "0.3" if form == "seconds" else email.utils.formatdate(time.time() + 1.2, usegmt=True)
    began = time.monotonic()
    with ChatServer(Reply(status=429, error="slow down", headers={"Retry-After": after}), Reply(FOX)) as server:
        ask(server)
    assert time.monotonic() - began > (0.25 if form == "seconds" else 0.1)


def test_a_wait_that_is_longer_than_the_time_left_is_an_error_at_once() -> None:
    busy = Reply(status=429, error="slow down", headers={"Retry-After": "3600"})
    with ChatServer(busy) as server, pytest.raises(ChatError, match="asks to wait 3600 s"):
        ask(server, timeout=5)
    with ChatServer(answer=lambda _: Reply(status=500, error="boom")) as server, pytest.raises(ChatError, match="log"):
        ask(server)
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(FOX, cut=2), "after 18 letters"),
        (Reply(FOX, finish=None), "without its end mark"),
        (Reply(FOX, delay=1.2), "nothing for too long"),
        (Reply(FOX * 9, pause=0.12), "time for the answer is over"),
        (Reply(raw=b"data: {broken\n\ndata: [DONE]\n\n", kind="text/event-stream"), "no chat completion"),
        (Reply(raw=b"<html>hello</html>"), "before the first letter"),
    ],
)
def test_answers_that_break_off_are_told_apart(reply: Reply, said: str) -> None:
    with ChatServer(reply) as server, pytest.raises(BrokenOff, match=said):
        ask(server, timeout=1, silence=0.4)
    assert len(server.requests) == 1


def test_a_server_whose_streams_are_cut_is_asked_for_whole_answers() -> None:
    with ChatServer(Reply(FOX, cut=1), Reply(FOX, cut=1), Reply(FOX)) as server:
        model = OpenAIChatModel("tiny", base_url=server.url)
        for _ in range(2):
            with pytest.raises(BrokenOff):
                model.complete(request())
        assert model.complete(request()).text == FOX
    assert "stream" not in server.requests[-1]


def test_cut_and_filtered_answers_are_marked() -> None:
    with ChatServer(Reply("{", finish="length"), Reply("no", finish="content_filter")) as server:
        assert ask(server).finish == "length"
        assert ask(server).finish == "filtered"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=403, error="not yours"), r"127\.0\.0\.1:\d+ \(tiny\) answered 403: not yours\. This key may not"),
        (Reply(status=400, error="This model's maximum context length is 512 tokens"), "does not fit the model's"),
        (Reply(status=429, error={"message": "pay", "code": "insufficient_quota"}), "no credit left"),
    ],
)
def test_errors_name_server_model_words_and_advice(reply: Reply, said: str) -> None:
    with ChatServer(reply) as server, pytest.raises(ChatError, match=said):
        ask(server)
    assert len(server.requests) == 1


def test_a_context_that_is_nearly_full_gets_a_shorter_answer() -> None:
    words = "maximum context length is 4096 tokens. However, you requested 9000 tokens (3000 in the messages, 6000 ...)"
    with ChatServer(Reply(status=400, error=words), Reply(FOX)) as server:
        model = OpenAIChatModel("tiny", base_url=server.url)
        assert model.complete(request(max_tokens=6000)).text == FOX
    assert server.requests[-1]["max_tokens"] == 4096 - 3000 - 16


def test_an_unknown_model_names_what_there_is() -> None:
    with ChatServer() as server, pytest.raises(ChatError, match=r"Did you mean tiny-instruct"):
        ask(server, "tiny-instruc")


def test_nobody_listening_is_said_within_seconds() -> None:
    with ChatServer() as server:
        url = server.url
    with pytest.raises(ChatError, match="Is a server running at"):
        OpenAIChatModel("tiny", base_url=url, backoff=0.01).complete(request())
    with pytest.raises(ChatError, match="must be a URL like"):
        OpenAIChatModel("tiny", base_url=f"localhost:8080/{CANARY}")


@pytest.mark.parametrize("login", ["", f"user:secret-{CANARY}@"])
def test_the_key_shows_up_nowhere(login: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[str] = []
    echo = Reply(status=500, error=f"bad header: Bearer {CANARY}, {CANARY[:12]}***, {CANARY[-12:]}")
    with ChatServer(*[echo] * 6, traits=Traits(key="another"), answer=lambda _: Reply(raw=CANARY.encode())) as server:
        model = OpenAIChatModel("tiny", base_url=server.url.replace("//", f"//{login}"), backoff=0.001)
        told += [repr(model), str(model), model.name, repr(vars(model)["_endpoint"]), model.host]
        for _ in range(3):
            with pytest.raises(ChatError) as caught:
                model.complete(request())
            told.append(str(caught.value))
            server.traits.key = None
    assert {key.split()[0] for key in server.keys} == {"Basic" if login else "Bearer"}
    assert "[key]" in told[-3]
    everything = "\n".join([*told, caplog.text, *(path.read_text() for path in folder().glob("*"))])
    for part in (CANARY, CANARY[:12], CANARY[-12:], "dXNlcjpzZWNyZXQ"):
        assert part not in everything


def test_offline_is_honoured_and_a_missing_key_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "")
    monkeypatch.delenv("STORYREEL_OFFLINE")
    with pytest.raises(ChatError, match="needs a key: set OPENAI_API_KEY"):
        OpenAIChatModel("gpt-5").complete(request())
    monkeypatch.setenv("STORYREEL_OFFLINE", "1")
    with pytest.raises(ChatError, match="STORYREEL_OFFLINE is set"):
        OpenAIChatModel("gpt-5", api_key="x").complete(request())
    with ChatServer(Reply(FOX)) as server:
        assert ask(server).text == FOX


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:11434/v1", True),
        ("http://192.168.1.4:8000/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://studio.local/v1", True),
        ("https://api.openai.com/v1", False),
        ("https://8.8.8.8/v1", False),
    ],
)
def test_what_runs_here_costs_nothing(url: str, local: bool) -> None:
    assert endpoint(url).local is local
    assert (OpenAIChatModel("x", base_url=url).price is not None) is local
