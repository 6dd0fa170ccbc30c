"""A finished film is checked, what fails is made again with advice, and the better of both is used."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import damaged
import pytest
from test_attempts import attempts, calls, made, rules, two_shots

from agent import StoryAgent
from agent.cli import main


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`damaged` installed as a package."""
    damaged.install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    importlib.invalidate_caches()
    return tmp_path


def test_only_failing_shots_are_made_again_and_what_follows_from_them(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film = made(site, rules(site, shots=["shot_001"], until="identity"), attempts=1)
    spoiled = (film.folder / "04_shots/shot_001.mp4").read_bytes()
    other = (film.folder / "04_shots/shot_003.mp4").read_bytes()
    stuck = {row["shot"] for row in film.report["shots"]} - {"shot_001"}
    assert main(["check", str(film.folder), "--retry", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (row,) = [row for row in told["retried"] if row["shot"] == "shot_001"]
    assert (row["task"], row["kept"], row["before"]["accepted"]) == ("shot:shot_001", "new", False)
    assert len(row["after"]["failures"]) < len(row["before"]["failures"])
    first, second = (call["identity"] for call in calls(site, "shot", "shot_001"))
    assert (first, set(second.values())) == ({}, {1.25})
    assert (film.folder / "04_shots/shot_001.mp4").read_bytes() != spoiled
    assert (film.folder / "04_shots/shot_003.mp4").read_bytes() == other
    assert stuck
    again = StoryAgent(**film.report["settings"], workers=1).make(film.folder)
    assert again.made == {}


def test_what_becomes_no_better_goes_back_and_the_next_retry_tries_something_else(site: Path) -> None:
    film = made(site, rules(site, shots=["shot_001"]), attempts=1)
    before = (film.folder / "04_shots/shot_001.mp4").read_bytes()
    agent = StoryAgent(workers=1)
    first = agent.retry(film.folder)
    assert {row.kept for row in first.rows if row.shot == "shot_001"} == {"earlier"}
    assert (film.folder / "04_shots/shot_001.mp4").read_bytes() == before
    agent.retry(film.folder)
    tried = [(call["seed"], json.dumps(call["identity"])) for call in calls(site, "shot", "shot_001")]
    assert len(tried) == 3
    assert (film.folder / "04_shots/shot_001.mp4").read_bytes() == before


def test_a_drawn_film_is_not_made_again_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film = StoryAgent(voice="none", workers=1).make(two_shots(), out=tmp_path / "run")
    assert main(["check", str(film.folder), "--retry"]) == 0
    said = capsys.readouterr().out
    found = StoryAgent(workers=1).retry(film.folder)
    assert found.rows == ()
    assert attempts(film, "shot_001") == []
    assert len(found.notes) == len([row for row in found.before.verdicts if not row.accepted])
    assert ("drawn by rules" in said) == bool(found.notes)


def test_make_can_judge_the_film_at_its_end_and_tries_again_only_as_often_as_is_allowed(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = rules(site, shots=["shot_001"], until="identity")
    film = made(site, name, attempts=1)
    command = ["make", str(film.folder), "--keyframes", name, "--shots", name, "--voice", "none", "--workers", "1"]
    capsys.readouterr()
    assert main([*command, "--attempts", "1", "--check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["kind"], told["retried"]) == ("checked", [])
    assert any("as often as the number of attempts allows" in note for note in told["notes"])
    assert main([*command, "--attempts", "2", "--check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [row["kept"] for row in told["retried"] if row["shot"] == "shot_001"] == ["new"]
    assert [call["bad"] for call in calls(site, "shot", "shot_001")] == [True, False]
    assert (film.folder / "07_check/page.html").is_file()
    assert main([*command, "--only", "1", "--check"]) == 2
