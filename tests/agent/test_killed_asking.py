"""Asking that is killed: what was paid for is not paid for again, and the ledger never says less than was spent."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from chat_server import Body, ChatServer, Reply

ASKING = """
import sys
from pathlib import Path
from pydantic import BaseModel
from agent.answers import FolderCache
from agent.budget import Ledger
from planners import Asking, chat_model, read_prices

class Fox(BaseModel):
    color: str

folder = Path(sys.argv[2])
model = chat_model("openai:tiny", endpoint=sys.argv[1])
ledger = Ledger(folder / "ledger.json", limit=5.0)
prices = read_prices("openai:tiny=10/10")
asking = Asking(model, purse=ledger, cache=FolderCache(folder / "answers"), prices=prices, max_tokens=600)
for number in range(5):
    asking.ask("go_on", {"tail": str(number)}, Fox)
"""
PAID = (2000, 500)
USD = sum(PAID) * 10 / 1e6


def asking(server: ChatServer, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ASKING, server.url, str(folder)])


def test_a_run_that_was_killed_goes_on_without_paying_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_CACHE", str(tmp_path / "cache"))
    fourth = threading.Event()

    def answer(_: Body) -> Reply:
        slow = len(server.requests) == 4
        if slow:
            fourth.set()
        wrong = len(server.requests) in (1, 4)
        return Reply('{"colour": "red"}' if wrong else '{"color": "red"}', usage=PAID, delay=3 if slow else 0)

    with ChatServer(answer=answer) as server:
        first = asking(server, tmp_path)
        assert fourth.wait(60)
        first.kill()
        first.wait()
        rows = json.loads((tmp_path / "ledger.json").read_text())["rows"]
        assert [row["state"] for row in rows] == ["spent", "spent", "spent", "held"]
        for _ in range(2):
            with asking(server, tmp_path) as again:
                assert again.wait(60) == 0
        asked = [json.dumps(body["messages"]) for body in server.requests]
    assert len(asked) == 7
    assert len(set(asked)) == 6
    assert asked[3] == asked[4]
    ledger = json.loads((tmp_path / "ledger.json").read_text())
    assert [row["state"] for row in ledger["rows"]].count("lost") == 1
    assert ledger["usd"] >= USD * 6
