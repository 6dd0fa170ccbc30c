"""The Python API as its example and its page show it: the example runs, and the page names everything that there is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import get_args

import pytest

import agent.edits
from agent import Film, Stopped, StoryAgent
from agent.chat.understood import CommandName
from agent.edits import APPLY
from agent.events import Event, Started

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/python.md").read_text(encoding="utf-8")


def between(first: str, last: str) -> str:
    return PAGE.split(f"<!-- {first} -->")[1].split(f"<!-- {last} -->")[0]


def test_the_example_changes_a_film_as_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main = runpy.run_path(str(ROOT / "examples/edit_a_film.py"))["main"]
    film = main(str(tmp_path / "run"))
    said = capsys.readouterr().out
    assert isinstance(film, Film)
    assert film.video.is_file()
    assert film.plan.scene_of(film.plan.shots[0]).time == "night"
    assert "green" in film.plan.entities["girl"].description
    for words in ("weather: clear -> fog", "take 2: staged", "why: ", "film.otio", "make shot 2 half a second longer"):
        assert words in said


def test_everything_that_chat_can_do_is_named_as_a_call() -> None:
    commands = re.findall(
        r"`(\w+)`",
        " ".join(re.findall(r"^\| ([^|]*) \|", between("every command of the conversation", "end of commands"), re.M)),
    )
    assert set(commands) == set(get_args(CommandName))
    for name in re.findall(r"(?<![\w/])film\.(\w+)", PAGE):
        assert hasattr(Film, name) or name in Film.model_fields, name
    for name in re.findall(r"agent\.(\w+)\(", PAGE):
        assert hasattr(StoryAgent, name), name


def test_every_edit_is_named_and_public() -> None:
    named = set(re.findall(r"`(\w+)`", between("every edit", "end of edits")))
    assert (
        named
        == {kind.__name__ for kind in APPLY}
        == set(agent.edits.__all__) - {"APPLY", "Edit", "ToldEdit", "apply_edits"}
    )


def test_an_agent_is_stopped_from_a_listener_and_goes_on_afterwards(tmp_path: Path) -> None:
    def watch(event: Event) -> None:
        if isinstance(event, Started) and event.stage == "shots":
            maker.stop()

    story = {"title": "Stopped", "size": [320, 180], "fps": 12, "shots": [{"action": "A fox sits.", "duration": 1}]}
    maker = StoryAgent(voice="none", workers=1, listeners=(watch,))
    with pytest.raises(Stopped, match="kept"):
        maker.make(story, out=tmp_path / "run")
    assert (tmp_path / "run/03_keyframes/shot_001.png").is_file()
    assert StoryAgent(voice="none", workers=1).make(tmp_path / "run").video.is_file()
