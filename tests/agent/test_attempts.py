"""A learned generator's still or clip is measured and made again with advice; the best is used, nothing is lost.

The generator is `damaged` (tests/support): the animatic, which spoils what it draws until it is asked in another way.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import damaged
import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.events import Event, TriedAgain
from planners import Cards, Plan


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`damaged` installed as a package."""
    damaged.install(tmp_path / "site")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    importlib.invalidate_caches()
    return tmp_path


def two_shots() -> Plan:
    """The first and the last shot of the small plan, short."""
    plan = make_small_plan()
    shots = tuple(
        plan.shot(name).model_copy(update={"frames": 24, "lines": (), "effects": ()})
        for name in ("shot_001", "shot_003")
    )
    scenes = tuple(
        scene.model_copy(update={"shots": (shot.id,)}) for scene, shot in zip(plan.scenes, shots, strict=True)
    )
    return plan.model_copy(
        update={"shots": shots, "scenes": scenes, "cards": Cards(title=0, end=0), "groups": {}, "events": {}}
    )


def rules(site: Path, **more: Any) -> str:
    file = site / "rules.json"
    file.write_text(json.dumps({"shots": [], "stills": [], "until": "never", "log": str(site / "log"), **more}))
    return f"damaged:{file}"


def calls(site: Path, kind: str, shot: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in (site / "log").read_text().splitlines()]
    return [row for row in rows if (row["kind"], row["shot"]) == (kind, shot)]


def made(site: Path, name: str, *, seen: list[Event] | None = None, run: str = "run", **settings: Any) -> Film:
    heard = () if seen is None else (seen.append,)
    agent = StoryAgent(keyframes=name, shots=name, voice="none", workers=1, listeners=heard, **settings)
    return agent.make(two_shots(), out=site / run)


def attempts(film: Film, shot: str, kind: str = "shot") -> list[dict[str, Any]]:
    (row,) = [row for row in film.report["shots"] if row["shot"] == shot]
    return row["attempts"].get(kind, [])


def test_only_what_fails_is_made_again_with_the_advice_and_the_accepted_attempt_is_used(site: Path) -> None:
    seen: list[Event] = []
    film = made(site, rules(site, shots=["shot_001"], until="identity"), seen=seen)
    first, second = attempts(film, "shot_001")
    assert (first["accepted"], first["kept"], second["accepted"], second["kept"]) == (False, False, True, True)
    assert any("identity" in failure for failure in first["failures"])
    assert second["changes"][-1:] == ["identity of fox +0.15"]
    assert second["scores"]["identity_reference of mara"] > first["scores"]["identity_reference of mara"]
    assert [row["accepted"] for row in attempts(film, "shot_003")] == [True]
    assert [row["bad"] for row in calls(site, "shot", "shot_001")] == [True, False]
    assert len(calls(site, "shot", "shot_003")) == 1
    assert not film.downgrades or not any("accepted" in row for row in film.downgrades)
    (told,) = [event for event in seen if isinstance(event, TriedAgain)]
    assert (told.task, told.attempts, told.kept, told.accepted) == ("shot:shot_001", 2, 2, True)
    takes = sorted((film.folder / ".kept/04_shots/shot_001").glob("tries-*/*/04_shots/shot_001.mp4"))
    assert len(takes) == 2
    assert takes[0].read_bytes() != takes[1].read_bytes() == (film.folder / "04_shots/shot_001.mp4").read_bytes()


def test_a_still_is_measured_too_and_its_change_reaches_the_clip(site: Path) -> None:
    film = made(site, rules(site, stills=["shot_001"], until="identity"))
    assert [row["accepted"] for row in attempts(film, "shot_001", "keyframe")] == [False, True]
    assert set(calls(site, "shot", "shot_001")[0]["identity"].values()) == {1.25}


def test_when_none_passes_the_best_is_kept_and_said_so(site: Path) -> None:
    film = made(site, rules(site, shots=["shot_001"]), attempts=3)
    rows = attempts(film, "shot_001")
    assert [row["accepted"] for row in rows] == [False] * 3
    assert [row["kept"] for row in rows] == [True, False, False]
    assert any("None of 3 attempts at shot_001 was accepted; number 1 is the best" in row for row in film.downgrades)
    assert len({json.dumps(row["steps"]) for row in rows}) == 3


def test_one_attempt_is_a_run_without_measuring(site: Path) -> None:
    film = made(site, rules(site, shots=["shot_001"]), attempts=1)
    assert attempts(film, "shot_001") == attempts(film, "shot_001", "keyframe") == []
    assert not (film.folder / ".kept").exists()
    drawn = StoryAgent(voice="none", workers=1).make(two_shots(), out=site / "drawn")
    assert attempts(drawn, "shot_001") == []


def test_the_same_run_gives_the_same_attempts(site: Path) -> None:
    name = rules(site, shots=["shot_001"], until="seed")
    one, two = (made(site, name, run=run, attempts=4) for run in ("one", "two"))
    assert attempts(one, "shot_001") == attempts(two, "shot_001")
    assert attempts(one, "shot_001")[-1]["accepted"]
    clips = [(film.folder / "04_shots/shot_001.mp4").read_bytes() for film in (one, two)]
    assert clips[0] == clips[1]
    again = made(site, name, run="one", attempts=4)
    assert again.made == {}


def test_a_worker_that_dies_in_an_attempt_does_not_repeat_those_before_it(site: Path) -> None:
    film = made(site, rules(site, shots=["shot_001"], dies_at=2), attempts=3)
    assert len(attempts(film, "shot_001")) == 3
    called = [row["identity"] for row in calls(site, "shot", "shot_001")]
    assert len(called) == 4
    assert called[0] == {}
    assert called[1] == called[2] != {}


def test_the_command_line_takes_a_number_of_attempts(site: Path) -> None:
    wrong = subprocess.run(
        [sys.executable, "-m", "agent.cli", "make", "x.txt", "--attempts", "0"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert wrong.returncode == 2
    assert "at least 1" in wrong.stderr
