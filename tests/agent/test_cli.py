"""The command line: exit codes, messages that help, machine-readable events, a progress view on a terminal."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from agent.cli import main

STORY = """\
title: A Small Walk
narration: false
size: 320x180
fps: 12
shots:
  - {action: "A fox walks in the meadow from the left to the right.", duration: 2}
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "walk.yaml"
    path.write_text(STORY)
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.yaml", "story: A cat.\ndurration: 3\n", ["a.yaml, line 2", "durration", "duration"]),
        ("a.yaml", "story: A cat.\nduration: 0\n", ["a.yaml, line 2", "greater than 0"]),
        ("a.yaml", "title: x\n", ["a.yaml", "empty"]),
        ("a.txt", "   \n", ["a.txt", "empty"]),
        ("a.docx", "x", ["a.docx", ".yaml"]),
    ],
)
def test_a_wrong_story_is_exit_2_and_one_clear_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, text: str, words: list[str]
) -> None:
    (tmp_path / name).write_text(text)
    code, out, err = run(capsys, "make", tmp_path / name, "--out", tmp_path / "run", "--quiet")
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    for word in words:
        assert word in err


def test_a_missing_story_names_what_is_there(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    code, _, err = run(capsys, "plan", story.with_name("wolk.yaml"))
    assert code == 2
    assert "no such file" in err
    assert "walk.yaml" in err


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [("--shots", "animatik", ["animatik", "did you mean 'animatic'"]), ("--planner", "gpt", ["gpt", "rules"])],
)
def test_unknown_names_are_exit_2_with_what_is_known(
    capsys: pytest.CaptureFixture[str], story: Path, option: str, value: str, words: list[str]
) -> None:
    code, _, err = run(capsys, "make", story, "--out", story.parent / "run", option, value, "--quiet")
    assert code == 2
    for word in words:
        assert word in err


def test_an_edited_plan_with_a_mistake_is_exit_2_with_its_line(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    run_folder = story.parent / "run"
    assert run(capsys, "make", story, "--out", run_folder, "--quiet")[0] == 0
    plan = run_folder / "01_plan/plan.yaml"
    plan.write_text(plan.read_text().replace("frames:", "frmes:", 1))
    code, _, err = run(capsys, "make", story, "--out", run_folder, "--quiet")
    assert code == 2
    assert "plan.yaml, line" in err
    assert "frmes" in err


def test_make_quiet_prints_the_film_and_an_edited_plan_is_honoured(
    capsys: pytest.CaptureFixture[str], story: Path
) -> None:
    run_folder = story.parent / "run"
    code, out, _ = run(capsys, "make", story, "--out", run_folder, "--quiet")
    film = Path(out.strip())
    assert (code, film.is_file()) == (0, True)
    first = film.read_bytes()
    plan = run_folder / "01_plan/plan.yaml"
    plan.write_text(plan.read_text().replace("title: A Small Walk", "title: A Long Walk", 1))
    code, out, _ = run(capsys, "make", story, "--out", run_folder, "--json")
    events = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert {"kind": "reused", "task": "plan", "reason": "edited by hand: honoured as it is"} in events
    assert events[-1]["kind"] == "done"
    assert film.read_bytes() != first


def test_a_changed_story_keeps_an_edited_plan_aside(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    run_folder = story.parent / "run"
    run(capsys, "make", story, "--out", run_folder, "--quiet")
    plan = run_folder / "01_plan/plan.yaml"
    edited = plan.read_text().replace("title: A Small Walk", "title: Mine", 1)
    plan.write_text(edited)
    story.write_text(STORY.replace("meadow", "forest"))
    run(capsys, "make", story, "--out", run_folder, "--quiet")
    assert (run_folder / "01_plan/plan.edited-1.yaml").read_text() == edited


def test_plan_goes_to_standard_output_and_to_json(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    code, out, _ = run(capsys, "plan", story)
    assert code == 0
    assert out.startswith("schema: storyreel/plan@1")
    code, out, _ = run(capsys, "plan", story, "--json")
    assert json.loads(out)["title"] == "A Small Walk"


def test_standard_input_is_a_story(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "agent.cli", "plan", "-"]
    done = subprocess.run(command, input="A cat sleeps on a sofa.", capture_output=True, text=True, check=True)
    assert "cat" in done.stdout


def test_doctor_and_backends(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "doctor")
    assert code == 0
    for word in ("ffmpeg", "voice hibari", "planner rules", "caption fonts"):
        assert f"ok   {word}" in out
    assert "price openai-images:gpt-image-2" in out
    assert "list of 2026-" in out
    code, out, _ = run(capsys, "backends")
    assert code == 0
    assert "animatic" in out


def test_backends_lists_what_may_be_set_on_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "backends", "wan-vace")
    assert code == 0
    assert "boundary=hold" in out
    assert "[off|reset|inversion|hold]" in out
    code, out, _ = run(capsys, "backends", "wan-vace:?steps=12", "--json")
    assert {"steps": "12"}.items() <= {row["name"]: row["default"] for row in json.loads(out)}.items()
    code, _, said = run(capsys, "backends", "wan-vase")
    assert code != 0
    assert "did you mean 'wan-vace'" in said


@pytest.mark.parametrize("words", [["--help"], ["make", "--help"]])
def test_help_teaches(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 0
    assert "story" in capsys.readouterr().out.lower()


def test_a_wrong_option_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["make", "x.yaml", "--nonsense"])
    assert ended.value.code == 2
    assert "--nonsense" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_terminal_sees_what_is_made_and_the_time_left(story: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "agent.cli", "make", str(story), "--out", str(story.parent / "run")]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "110"}
    process = subprocess.Popen(command, stdout=follower, stderr=follower, stdin=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            block = os.read(leader, 4096)
        except OSError:
            break
        if not block:
            break
        shown += block
    text = shown.decode(errors="replace")
    assert process.wait() == 0
    assert "%" in text
    assert re.search(r"(references|keyframes|shots|film): \w+", text)
    assert "film.mp4" in text
