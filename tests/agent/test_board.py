"""The board: what became of every shot, as data, as text, and with pictures that a terminal can show."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import cv2
import numpy as np
import pytest

from agent import StoryAgent
from agent.cli import main
from agent.edits import Retime
from agent.inline import protocol, shown
from planners import Plan


def png(width: int = 32, height: int = 18) -> bytes:
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, : width // 2] = (0, 0, 255)
    return bytes(cv2.imencode(".png", picture)[1])


def test_what_was_never_made_is_missing_with_length_and_cast(small_plan: Plan, tmp_path: Path) -> None:
    film = StoryAgent(voice="none", workers=1).begin(small_plan, out=tmp_path / "run")
    first = film.board.shots[0]
    assert (first.number, first.state, first.seconds, first.cast) == (1, "missing", 3.0, ("Mara", "red fox"))
    assert first.accepted is None
    assert film.board.text().splitlines()[1].startswith("1     missing  3.0 s")


def test_a_made_film_is_current_and_an_edit_makes_one_shot_stale(tmp_path: Path) -> None:
    story = {
        "title": "Walk", "narration": False, "size": "320x180", "fps": 8,
        "shots": [{"action": "A fox walks.", "duration": 1}, {"action": "A rabbit hops.", "duration": 1}],
    }  # fmt: skip
    film = StoryAgent(voice="none", workers=1).make(story, out=tmp_path / "run")
    assert [row.state for row in film.board.shots] == ["current", "current"]
    assert film.board.shots[0].keyframe is not None
    changed = film.edit(*_longer(film.plan.shots[0].id), make=False)
    assert [row.state for row in changed.board.shots] == ["stale", "current"]
    assert "changed" in changed.board.shots[0].reason
    with (tmp_path / "run/events.jsonl").open("a") as log:
        log.write(json.dumps({"kind": "failed", "task": f"shot:{film.plan.shots[0].id}", "error": "no memory"}) + "\n")
    assert (changed.board.shots[0].state, changed.board.shots[0].reason) == ("failed", "no memory")


def _longer(shot: str) -> list[Retime]:
    return [Retime(shots=(shot,), by=1)]


def test_the_command_prints_a_table_and_json(
    small_plan: Plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    StoryAgent(voice="none", workers=1).begin(small_plan, out=tmp_path / "run")
    assert main(["board", str(tmp_path / "run"), "--voice", "none"]) == 0
    assert "missing" in capsys.readouterr().out
    assert main(["board", str(tmp_path / "run"), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["shots"]) == 3


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({"TERM": "xterm-kitty"}, "kitty"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, "kitty"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "iterm"),
        ({"TERM": "xterm-256color", "LC_TERMINAL": "iTerm2"}, "iterm"),
        ({"TERM": "foot"}, "sixel"),
        ({"TERM": "xterm-256color"}, "none"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": "xterm-kitty", "TMUX": "1"}, "none"),
        ({"TERM": "xterm-256color", "STORYREEL_PICTURES": "sixel"}, "sixel"),
    ],
)
def test_the_terminal_is_told_by_its_environment(environment: dict[str, str], wanted: str) -> None:
    assert protocol(environment, terminal=True) == wanted
    assert "STORYREEL_PICTURES" in environment or protocol(environment, terminal=False) == "none"


def test_kitty_gets_the_whole_picture_in_pieces() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (90, 160, 3), np.uint8)
    data = bytes(cv2.imencode(".png", noise)[1])
    pieces = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", shown(data, "kitty", columns=30))
    assert base64.b64decode("".join(piece for _, piece in pieces)) == data
    assert pieces[0][0] == "a=T,f=100,c=30,m=1"
    assert pieces[-1][0] == "m=0"
    assert all(len(piece) <= 4096 for _, piece in pieces)


def test_iterm_gets_the_whole_picture() -> None:
    found = re.fullmatch(
        r"\x1b\]1337;File=inline=1;size=(\d+);width=40;preserveAspectRatio=1:(.*)\x07\n", shown(png(), "iterm")
    )
    assert found
    assert base64.b64decode(found[2]) == png()
    assert int(found[1]) == len(png())


def test_sixel_paints_every_pixel_with_its_colour() -> None:
    text = shown(png(), "sixel", columns=4)
    width, height = map(int, re.search(r'"1;1;(\d+);(\d+)', text).groups())  # type: ignore[union-attr]
    colours = {int(n): tuple(map(int, (r, g, b))) for n, r, g, b in re.findall(r"#(\d+);2;(\d+);(\d+);(\d+)", text)}
    body = re.sub(r"#\d+;2;\d+;\d+;\d+", "", text[text.index('"') :]).rstrip("\x1b\\\n")
    body = body[re.match(r'"1;1;\d+;\d+', body).end() :]  # type: ignore[union-attr]
    painted = np.zeros((height, width, 3), int)
    for band, rows in enumerate(body.split("-")):
        for run in rows.split("$"):
            name, letters = re.match(r"#(\d+)(.*)", run, re.DOTALL).groups()  # type: ignore[union-attr]
            x = 0
            for count, letter in re.findall(r"(?:!(\d+))?([?-~])", letters):
                for _ in range(int(count or 1)):
                    for bit in range(6):
                        if (ord(letter) - 63) >> bit & 1:
                            painted[band * 6 + bit, x] = colours[int(name)]
                    x += 1
            assert x == width
    assert (painted[:, : width // 2 - 1] == (100, 0, 0)).all()
    assert (painted[:, width // 2 + 1 :] == 0).all()


def test_where_no_picture_can_be_shown_nothing_is_sent() -> None:
    assert shown(png(), "none") == ""
