"""Answers on disk: what was written comes back, what was damaged or altered does not."""

from pathlib import Path

from agent.answers import FolderCache
from planners import ChatReply, Usage

REPLY = ChatReply(text='{"fox": "狐"}', finish="length", usage=Usage(prompt_tokens=3, completion_tokens=2), model="m")


def test_answers_come_back_until_they_are_dropped(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path / "answers")
    assert cache.get("a") is None
    cache.put("a", REPLY)
    assert FolderCache(tmp_path / "answers").get("a") == REPLY
    cache.drop("a")
    cache.drop("a")
    assert cache.get("a") is None


def test_damaged_altered_and_misplaced_answers_are_not_trusted(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path)
    cache.put("a", REPLY)
    path = tmp_path / "a.json"
    whole = path.read_text()
    (tmp_path / "b.json").write_text(whole)
    assert cache.get("b") is None
    path.write_text(whole.replace("狐", "犬"))
    assert cache.get("a") is None
    path.write_text(whole[:40])
    assert cache.get("a") is None
    assert not list(tmp_path.glob("*.part"))
