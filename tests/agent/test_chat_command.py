"""`storyreel chat` on a terminal, on a dumb one, and with lines from a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminals import Terminal, piped

STORY = """\
title: A Small Walk
narration: false
size: 320x180
fps: 12
shots:
  - {action: "A fox walks in the meadow from the left to the right.", duration: 2}
  - {action: "A rabbit hops in the meadow.", duration: 2}
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "walk.yaml"
    path.write_text(STORY)
    return path


@pytest.fixture
def terminals(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def begin(*words: str | Path, term: str = "xterm-256color") -> Terminal:
        opened.append(Terminal(*words, term=term, home=tmp_path))
        return opened[-1]

    yield begin
    for terminal in opened:
        terminal.close()


def test_lines_from_a_pipe_are_a_conversation(story: Path, tmp_path: Path) -> None:
    code, out = piped("make shot 2 rainy\nboard\nquit\nundo\n", story, "--out", tmp_path / "run", "--voice", "none")
    assert code == 0
    assert "shot 2: weather: clear -> rain" in out
    assert "missing" in out
    assert "\x1b" not in out
    code, out = piped("undo\nundo\n", tmp_path / "run", "--strict")
    assert code == 2
    assert "shot 2: weather: rain -> clear" in out
    assert "there is nothing to undo" in out


def test_what_is_not_understood_is_exit_2_only_when_strict(story: Path, tmp_path: Path) -> None:
    assert piped("blorp\n", story, "--out", tmp_path / "run")[0] == 0
    assert piped("blorp\n", tmp_path / "run", "--strict")[0] == 2


def test_a_terminal_has_a_prompt_with_history(story: Path, tmp_path: Path, terminals: Callable[..., Terminal]) -> None:
    terminal = terminals(story, "--out", tmp_path / "run", "--voice", "none")
    terminal.wait("render. makes the film")
    terminal.type("make shot 2 rainy\r")
    terminal.wait("weather: clear -> rain")
    terminal.wait("nothing is made yet")
    terminal.type("undo\r")
    terminal.wait("weather: rain -> clear")
    terminal.type("\x1b[A\x1b[A\r")
    terminal.wait("weather: clear -> rain")
    terminal.type("quit\r")
    assert terminal.end() == 0


def test_a_dumb_terminal_works_too(story: Path, tmp_path: Path, terminals: Callable[..., Terminal]) -> None:
    terminal = terminals(story, "--out", tmp_path / "run", "--voice", "none", term="dumb")
    terminal.wait("render. makes the film")
    terminal.type("make shot 2 rainy\n")
    terminal.wait("weather: clear -> rain")
    terminal.type("\x04")
    assert terminal.end() == 0


@pytest.mark.parametrize("way", ["stop\r", "\x03"])
def test_a_render_is_stopped_and_goes_on(
    story: Path, tmp_path: Path, terminals: Callable[..., Terminal], way: str
) -> None:
    terminal = terminals(story, "--out", tmp_path / "run", "--voice", "none", "--workers", "1")
    terminal.wait("render. makes the film")
    terminal.type("make shot 1 20 seconds long\r")
    terminal.wait("-> 20.0 s")
    terminal.type("render\r")
    terminal.wait("shots:")
    terminal.type(way)
    terminal.wait("everything made so far is kept")
    kept = sorted((tmp_path / "run/03_keyframes").glob("*.json"))
    assert kept
    terminal.type("make shot 1 2 seconds long\r")
    terminal.wait("-> 2.0 s")
    terminal.type("render\r")
    terminal.wait("06_film/film.mp4")
    terminal.type("quit\r")
    assert terminal.end() == 0


def test_what_is_typed_during_a_render_waits_until_it_is_over(
    story: Path, tmp_path: Path, terminals: Callable[..., Terminal]
) -> None:
    terminal = terminals(story, "--out", tmp_path / "run", "--voice", "none", "--workers", "1")
    terminal.wait("render. makes the film")
    terminal.type("render\r")
    terminal.wait("shots:")
    terminal.type("remove shot 2\r")
    terminal.wait("06_film/film.mp4")
    terminal.wait("- shot 2")
    terminal.type("quit\r")
    assert terminal.end() == 0
