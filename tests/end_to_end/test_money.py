"""Money by the real command line: told before, asked above a threshold, written down, and never more than was told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from image_server import ImageServer

CANARY = "sk-canary-55c0de9471b2aa06"
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


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)


def storyreel(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "agent.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=180)


def test_a_film_is_estimated_asked_about_made_and_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(STORY)
    story, run = str(tmp_path / "s.yaml"), str(tmp_path / "run")
    with ImageServer() as server:
        paid = ["--keyframes", f"openai-images:tiny?endpoint={server.url}&price=0.3", "--out", run]
        before = json.loads(storyreel("estimate", story, *paid, "--json").stdout)
        assert before["usd"] == {"least": pytest.approx(1.2), "most": pytest.approx(1.2)}
        assert not Path(run).exists()

        refused = storyreel("make", story, *paid)
        assert refused.returncode == 4, refused.stderr
        assert "1.20 USD, more than --ask-above 1.00" in refused.stderr
        assert refused.stderr.rstrip().endswith("--yes")
        assert (server.requests, Path(run).exists()) == ([], False)

        done = storyreel("make", story, *paid, "--yes", "--quiet")
        assert done.returncode == 0, done.stderr
        assert server.paid == PICTURES
        after = json.loads(storyreel("estimate", run, *paid[:2], "--json").stdout)
        assert (after["usd"]["most"], after["spent"]) == (0, pytest.approx(1.2))
        again = storyreel("make", run, *paid[:2], "--quiet")
        assert (again.returncode, server.paid) == (0, PICTURES)
    told = json.loads(storyreel("ledger", run, "--json").stdout)
    assert (told["usd"], len(told["rows"])) == (pytest.approx(1.2), PICTURES)
    shown = storyreel("ledger", run).stdout
    assert "4 calls, 1.2000 USD" in shown
    assert CANARY not in done.stdout + done.stderr + shown


def test_a_budget_below_the_threshold_needs_no_question_and_holds(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(STORY)
    story, run = str(tmp_path / "s.yaml"), str(tmp_path / "run")
    with ImageServer() as server:
        paid = ["--keyframes", f"openai-images:tiny?endpoint={server.url}&price=0.3", "--out", run]
        stopped = storyreel("make", story, *paid, "--budget", "0.7")
        assert stopped.returncode == 4, stopped.stderr
        assert "--budget" in stopped.stderr.splitlines()[-1]
        assert server.paid == 2
        left = json.loads(storyreel("estimate", run, *paid[:2], "--json").stdout)
        assert left["usd"]["most"] == pytest.approx(0.6)
        asked = storyreel("make", story, *paid, "--ask-above", "0.5")
        assert (asked.returncode, server.paid) == (4, 2)
        done = storyreel("make", story, *paid, "--ask-above", "0.6", "--quiet")
        assert (done.returncode, server.paid) == (0, PICTURES), done.stderr


def test_takes_and_talk_ask_before_they_cost_much_and_nothing_is_spent_without_a_yes(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(STORY)
    story, run = str(tmp_path / "s.yaml"), str(tmp_path / "run")
    with ImageServer() as server:
        paid = ["--keyframes", f"openai-images:tiny?endpoint={server.url}&price=0.4", "--voice", "none"]
        assert storyreel("make", story, *paid, "--out", run, "--yes", "--quiet").returncode == 0
        assert server.paid == PICTURES
        few = ["takes", run, "--shot", "1", "--number", "3", "--vary", "prompt", *paid]
        refused = storyreel(*few)
        assert refused.returncode == 4, refused.stderr
        assert "this can cost 1.20 USD, more than --ask-above 1.00" in refused.stderr
        assert server.paid == PICTURES
        made = storyreel("takes", run, *paid, "--ask-above", "1.2", "--quiet")
        assert made.returncode == 0, made.stderr
        assert made.stdout.count("shot_001 take ") == 3
        assert server.paid == PICTURES + 3
        picked = storyreel("pick", run, "--shot", "1", "--take", "2", *paid, "--quiet")
        assert (picked.returncode, server.paid) == (0, PICTURES + 3), picked.stderr

        command = [sys.executable, "-m", "agent.cli", "chat", run, *paid, "--ask-above", "0.3"]
        said = "in shot 2 the girl dances\nrender\nno\nrender\nyes\n"
        talk = subprocess.run(command, input=said, capture_output=True, text=True, timeout=180, check=False)
        assert talk.stdout.count("this can cost 0.40 USD; go on?") == 2, talk.stdout
        assert (talk.returncode, server.paid) == (0, PICTURES + 4)
