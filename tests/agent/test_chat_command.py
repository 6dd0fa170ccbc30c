"""`storyreel chat` on a terminal, on a dumb one, and with lines from a pipe."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

STORY = """\
title: A Small Walk
narration: false
size: 320x180
fps: 12
shots:
  - {action: "A fox walks in the meadow from the left to the right.", duration: 2}
  - {action: "A rabbit hops in the meadow.", duration: 2}
"""
COMMAND = [sys.executable, "-m", "agent.cli", "chat"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "walk.yaml"
    path.write_text(STORY)
    return path


def piped(lines: str, *words: str | Path) -> tuple[int, str]:
    done = subprocess.run([*COMMAND, *map(str, words)], input=lines, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


class Terminal:
    """A command in a pseudo-terminal: what it shows is waited for, keys are typed."""

    def __init__(self, *words: str | Path, term: str = "xterm-256color", home: Path) -> None:
        self._handle, inner = pty.openpty()
        env = {**os.environ, "TERM": term, "XDG_CACHE_HOME": str(home), "COLUMNS": "100", "LINES": "40"}
        self._process = subprocess.Popen(
            [*COMMAND, *map(str, words)],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=env,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(inner)
        self.shown = ""

    def wait(self, pattern: str, seconds: float = 60) -> None:
        """Until the screen shows it, after what was waited for before."""
        until = time.monotonic() + seconds
        while not (found := re.search(pattern, self.shown)):
            assert time.monotonic() < until, f"{pattern!r} was not shown: {self.shown[-600:]!r}"
            ready, _, _ = select.select([self._handle], [], [], 1)
            if ready:
                self.shown += self._read()
        self.shown = self.shown[found.end() :]

    def type(self, text: str) -> None:
        os.write(self._handle, text.encode())

    def close(self) -> None:
        """Whatever happened, nothing goes on."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def end(self, seconds: float = 30) -> int:
        until = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < until:
            ready, _, _ = select.select([self._handle], [], [], 0.2)
            if ready:
                self.shown += self._read()
        assert self._process.poll() is not None, f"still running: {self.shown[-600:]!r}"
        os.close(self._handle)
        return self._process.returncode

    def _read(self) -> str:
        try:
            text = os.read(self._handle, 65536).decode(errors="replace")
        except OSError:
            return ""
        if "\x1b[6n" in text:
            os.write(self._handle, b"\x1b[1;1R")
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)


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
    terminal.wait("remakes")
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
