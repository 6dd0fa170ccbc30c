"""Films with hosted keyframes by the real command line: killed and gone on, stopped at the budget by two workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from image_server import ImageServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are POSIX")
CANARY = "sk-canary-1d9e70b4c2f85a36"
STORY = """\
title: Two Friends
narration: false
size: 320x180
fps: 12
shots:
  - {action: "A fox walks in the meadow from the left to the right.", duration: 1}
  - {action: "A girl sits on the beach.", duration: 1}
"""
PICTURES = 4
"""Two references and two keyframes."""


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)


def start(folder: Path, server: ImageServer, *more: str, options: str = "price=0.1") -> subprocess.Popen[str]:
    (folder / "s.yaml").write_text(STORY)
    name = f"openai-images:tiny?endpoint={server.url}&{options}"
    words = ["make", str(folder / "s.yaml"), "--out", str(folder / "run"), "--json", "--keyframes", name, *more]
    command = [sys.executable, "-m", "agent.cli", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def wait_for(seen, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 120
    while not seen():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.02)


def ledger(folder: Path) -> dict:
    return json.loads((folder / "run" / "ledger.json").read_text())


def test_a_film_that_was_killed_while_servers_worked_pays_for_every_picture_once(tmp_path: Path) -> None:
    with ImageServer(jobs=True) as server:
        first = start(tmp_path, server, "--workers", "2", "--budget", "2")
        wait_for(lambda: len(server.polls) >= 2 and server.paid == 2, first)
        os.killpg(first.pid, signal.SIGKILL)
        first.communicate()
        time.sleep(1)
        server.hold.set()
        again = start(tmp_path, server, "--workers", "2", "--budget", "2")
        said, errors = again.communicate(timeout=180)
        assert again.returncode == 0, errors
        assert server.paid == PICTURES
        third = start(tmp_path, server, "--workers", "2", "--budget", "2")
        third.communicate(timeout=180)
        assert (third.returncode, server.paid) == (0, PICTURES)
    assert ledger(tmp_path)["usd"] == pytest.approx(0.1 * PICTURES)
    assert [row["state"] for row in ledger(tmp_path)["rows"]].count("lost") == 2
    spent = [json.loads(line) for line in said.splitlines() if '"kind":"spent"' in line]
    assert sorted(row["where"] for row in spent if not row["cached"]) == ["shot_001", "shot_002"]
    assert (tmp_path / "run" / "06_film" / "film.mp4").stat().st_size > 1000
    report = json.loads((tmp_path / "run" / "report.json").read_text())
    assert any("whose middle is cut" in text for rows in report["downgrades"].values() for text in rows)
    texts = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert CANARY.encode() not in texts + said.encode() + errors.encode()


def test_two_workers_together_stop_at_the_budget_and_the_rest_goes_on_with_more(tmp_path: Path) -> None:
    with ImageServer(together=2) as server:
        process = start(tmp_path, server, "--workers", "2", "--budget", "0.25")
        _, errors = process.communicate(timeout=180)
        assert process.returncode == 4, errors
        assert "of the budget of 0.2500 USD" in errors
        assert "--budget" in errors
        assert server.paid == 2
        assert server.most_at_once == 2
        assert ledger(tmp_path)["usd"] == pytest.approx(0.2)
        more = start(tmp_path, server, "--workers", "2", "--budget", "0.45")
        _, errors = more.communicate(timeout=180)
        assert more.returncode == 0, errors
        assert server.paid == PICTURES
    assert ledger(tmp_path)["usd"] == pytest.approx(0.4)


def test_a_wrong_key_is_exit_3_and_says_what_to_set(tmp_path: Path) -> None:
    with ImageServer(key="sk-another-00000000") as server:
        process = start(tmp_path, server, "--workers", "1")
        said, errors = process.communicate(timeout=180)
    assert process.returncode == 3
    assert "set OPENAI_API_KEY" in errors
    assert "Traceback" not in errors
    assert CANARY not in said + errors
