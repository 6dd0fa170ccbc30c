"""A pseudo-terminal with `storyreel chat` in it: what it shows is waited for, keys are typed."""

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
from pathlib import Path

COMMAND = [sys.executable, "-m", "agent.cli", "chat"]


def piped(lines: str, *words: str | Path) -> tuple[int, str]:
    """Exit code and output of a conversation through a pipe."""
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
