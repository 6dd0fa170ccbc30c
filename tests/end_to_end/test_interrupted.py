"""Killed or interrupted at any moment, the same command ends with the same film, and uses nothing half-written."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are POSIX")

STORY = """\
title: Two Friends
narration: false
size: 320x180
fps: 12
shots:
  - {action: "A fox walks in the meadow from the left to the right.", duration: 3}
  - {action: "A girl sits on the beach.", duration: 3}
  - {action: "The girl waves.", duration: 3}
"""


def start(folder: Path) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "agent.cli",
        "make",
        str(folder / "s.yaml"),
        "--out",
        str(folder / "run"),
        "--json",
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def begin(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "s.yaml").write_text(STORY)
    return folder


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    lists = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [int(pid) for line in lists for pid in line.read_text().split()]


def film_of(folder: Path) -> str:
    process = start(folder)
    _, errors = process.communicate(timeout=180)
    assert process.returncode == 0, errors
    return hashlib.sha256((folder / "run/06_film/film.mp4").read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    return film_of(begin(tmp_path_factory.mktemp("whole")))


def wait_for(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    end = time.monotonic() + 120
    for line in process.stdout:
        if word in line:
            return
        assert time.monotonic() < end
    raise AssertionError(f"the run ended before {word!r}")


@pytest.mark.parametrize("moment", ['"stage_started","stage":"references"', '"stage":"shots"'])
def test_kill_and_run_again_gives_the_same_film(tmp_path: Path, whole: str, moment: str) -> None:
    process = start(begin(tmp_path))
    wait_for(process, moment)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert film_of(tmp_path) == whole
    assert not [path for path in (tmp_path / "run").rglob("*") if ".part" in path.name]


def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(tmp_path: Path, whole: str) -> None:
    process = start(begin(tmp_path))
    wait_for(process, '"stage":"shots"')
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert f"storyreel make {tmp_path / 's.yaml'}" in errors
    assert film_of(tmp_path) == whole


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the workers in /proc")
def test_a_worker_that_dies_is_replaced_once_and_named(tmp_path: Path, whole: str) -> None:
    process = start(begin(tmp_path))
    wait_for(process, '"stage":"shots"')
    for worker in workers_of(process):
        os.kill(worker, signal.SIGKILL)
    said, errors = process.communicate(timeout=180)
    assert process.returncode == 0, errors
    assert '"kind":"retried","task":"' in said
    assert "ended with code -9" in said
    assert hashlib.sha256((tmp_path / "run/06_film/film.mp4").read_bytes()).hexdigest() == whole
