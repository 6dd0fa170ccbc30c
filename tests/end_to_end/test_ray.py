"""A film made on a real ray cluster of this machine: the same bytes, the same manners when it is stopped or killed."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed: pip install 'storyreel[ray]'"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are POSIX"),
]

STORY = """\
title: Two Friends
size: 320x180
fps: 12
shots:
  - {action: "A fox walks in the meadow from the left to the right.", duration: 3}
  - {action: "A girl sits on the beach.", duration: 3, transition: dissolve}
  - {action: "The girl waves.", duration: 3, lines: [{speaker: girl, text: "Hello!"}]}
"""


def start(folder: Path, executor: str) -> subprocess.Popen[str]:
    folder.mkdir(exist_ok=True)
    (folder / "s.yaml").write_text(STORY)
    command = [sys.executable, "-m", "agent.cli", "make", str(folder / "s.yaml"), "--out", str(folder / "run")]
    command += ["--json", "--workers", "2", "--executor", executor]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def films(folder: Path) -> dict[str, str]:
    found = sorted(path for kind in ("*.mp4", "*.png", "*.m4a", "*.wav") for path in (folder / "run").rglob(kind))
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def made(folder: Path, executor: str) -> dict[str, str]:
    process = start(folder, executor)
    _, errors = process.communicate(timeout=280)
    assert process.returncode == 0, errors
    return films(folder)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(tmp_path_factory.mktemp("local"), "local")


def read_until(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    assert any(word in line for line in process.stdout), f"the run ended before {word!r}"


def actors_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes of this run's session that are actors: ray names them after their class."""
    listed = subprocess.run(["ps", "-eo", "pid,sess,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines() if "ray::Hands" in line]
    own = [int(pid) for pid, session, _ in rows if int(session) == process.pid]
    return own or [int(pid) for pid, _, _ in rows]


def test_the_same_film_to_the_byte(tmp_path: Path, here: dict[str, str]) -> None:
    assert made(tmp_path, "ray") == here


def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(tmp_path: Path, here: dict[str, str]) -> None:
    process = start(tmp_path, "ray")
    read_until(process, '"stage":"shots"')
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "To go on where this stopped" in errors
    assert made(tmp_path, "ray") == here


def test_a_worker_that_dies_is_replaced_once_and_named(tmp_path: Path, here: dict[str, str]) -> None:
    process = start(tmp_path, "ray")
    read_until(process, '"stage":"shots"')
    for actor in actors_of(process):
        os.kill(actor, signal.SIGKILL)
    said, errors = process.communicate(timeout=280)
    assert process.returncode == 0, errors
    assert '"kind":"retried","task":"' in said
    assert films(tmp_path) == here
