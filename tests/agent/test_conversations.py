"""A scripted conversation per feature of `storyreel chat`, in a pseudo-terminal: what is typed, and what is said back.

Each edit is taken back before the next, so that every one speaks to the same film. Rendering, stopping and going on are
in `test_chat_command.py`, takes and costs in `test_talk.py`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from terminals import Terminal

from agent import StoryAgent
from planners import Story

STORY = {
    "title": "A Walk",
    "narration": False,
    "size": (320, 180),
    "fps": 12,
    "characters": {"mia": {"name": "Mia", "description": "a girl in a red coat"}},
    "shots": [
        {"action": "Mia walks in the meadow.", "duration": 1},
        {"action": "A fox runs in the meadow.", "duration": 1},
        {"action": "Mia looks at the fox.", "duration": 2, "lines": [{"speaker": "Mia", "text": "Hello, fox!"}]},
        {"action": "The fox sits in the meadow.", "duration": 1},
    ],
}
Said = Sequence[tuple[str, str]]
EDITS: dict[str, Said] = {
    "shots": [
        ("add a shot after shot 1 where Mia waves", r'\+ shot 2: "Mia waves'),
        ("remove shot 2", r'- shot 2: "A fox'),
        ("move shot 4 to the start", "shot 4 is now shot 1"),
        ("swap shots 1 and 2", r"is now shot \d"),
        ("split shot 4 in two", r"\+ shot 5"),
        ("merge shots 1 and 2", r"- shot 2"),
        ("make shot 1 two seconds longer", "1.0 s -> 3.0 s"),
        ("let Mia dance in shot 1", 'shot 1: now "Mia dances'),
    ],
    "light and place": [
        ("make it rain", "all 4 shots: weather: clear -> rain"),
        ("shot 2 at night", "time: day -> night"),
        ("shot 2 in a forest", "place: meadow -> forest"),
        ("make shot 2 scarier", "mood: .* -> afraid"),
        ("draw it in the noir style", "style: .* -> noir"),
        ("make shot 2 more dramatic", "angle: .* -> low"),
    ],
    "camera and cuts": [
        ("close-up of Mia in shot 3", "framing: .* -> close-up"),
        ("zoom in slowly in shot 1", "move: .* -> zoom in"),
        ("dissolve from shot 1 to shot 2", "shot 1: leaves by dissolve"),
    ],
    "who and what": [
        ("add a small dog to shot 1", "new character: .*dog"),
        ("remove the fox", "gone: fox"),
        ("rename Mia to Greta", "Mia is called Greta"),
        ("give Mia a blue hat", "clothes: .*blue hat"),
        ("from shot 3 on Mia wears a yellow raincoat", "Mia gets another look"),
    ],
    "words and sound": [
        ('in shot 1 Mia says "Come here!"', 'Mia says "Come here!"'),
        ('change the line in shot 3 to "Good morning!"', 'Mia says "Good morning!"'),
        ("the fox should say the line in shot 3", 'fox says "Hello, fox!"'),
        ("remove the line in shot 3", 'Mia no longer says "Hello, fox!"'),
        ("give Mia a deeper voice", "Mia's voice changes"),
        ("no music", "music: on -> off"),
    ],
    "own files": [
        ("use sketch.png for shot 2", "shot 2: your own keyframe: own/"),
        ("like shot 2 but at night", r"\+ shot 3"),
    ],
}
"""What is typed, and a pattern of what is said; each is undone after it."""


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planned") / "run"
    StoryAgent(voice="none", workers=1).begin(Story.model_validate(STORY), out=folder)
    return folder


@pytest.fixture
def terminal(planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []
    monkeypatch.chdir(tmp_path)
    shutil.copytree(planned, tmp_path / "run")

    def begin(*words: str) -> Terminal:
        opened.append(Terminal(tmp_path / "run", "--voice", "none", "--workers", "2", *words, home=tmp_path))
        opened[-1].wait("render. makes the film")
        return opened[-1]

    yield begin
    for item in opened:
        item.close()


@pytest.mark.parametrize("feature", EDITS)
def test_every_edit_is_shown_and_taken_back(feature: str, terminal: Callable[..., Terminal]) -> None:
    cv2.imwrite("sketch.png", np.full((36, 64, 3), 90, np.uint8))
    talk = terminal()
    for line, said in EDITS[feature]:
        talk.type(f"{line}\r")
        talk.wait(said)
        talk.wait("nothing is made yet")
        talk.type("undo\r")
        talk.wait("nothing is made yet")
    talk.type("undo\rquit\r")
    talk.wait("nothing to undo")
    assert talk.end() == 0


def test_versions_branches_and_questions(terminal: Callable[..., Terminal]) -> None:
    talk = terminal()
    for line, said in [
        ("make it longer", "Which shot"),
        ("2", "shot 2: 1.0 s -> 1.5 s"),
        ("what if shot 1 was at night", "on branch what-if-1"),
        ("history", r"\* +2 .*what if"),
        ("back to main", "time: night -> day"),
        ("undo", "1.5 s -> 1.0 s"),
        ("redo", "1.0 s -> 1.5 s"),
        ("go back to version 0", "1.5 s -> 1.0 s"),
        ("go back to yesterday's cut", "the film is younger than that"),
        ("how much would it cost with Wan?", "price: "),
        ("make me a sandwich", '"sandwich" says nothing to me'),
        ("help voice", "deeper voice"),
        ("board", "missing"),
    ]:
        talk.type(f"{line}\r")
        talk.wait(said)
    talk.type("bye\r")
    talk.wait("everything is kept")
    assert talk.end() == 0
