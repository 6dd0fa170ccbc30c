"""A finished film is measured from its folder: every shot, every number in files, seams only where they are meant."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from small_plans import make_small_plan

from agent import Film, StoryAgent
from agent.checking import Masks, check_run
from agent.errors import MakeError
from agent.store import Store
from agent.timeline import timeline
from generators import ControlRequest, create, shot_spec


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    plan = make_small_plan()
    return StoryAgent(workers=2, voice="none").make(plan, out=tmp_path_factory.mktemp("check") / "run")


def test_every_shot_is_measured_and_every_number_written(film: Film) -> None:
    seen: list[tuple[int, int]] = []
    found = check_run(film.plan, Store(film.folder), progress=lambda *row: seen.append(row))
    assert [verdict.shot for verdict in found.verdicts] == [shot.id for shot in film.plan.shots]
    assert seen[-1] == (3, 3)
    entities = {number.entity for number in found.scores.of("identity_reference")}
    assert {"mara", "fox"} <= entities
    with (film.folder / "07_check/scores.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {row["measure"] for row in rows} >= {"identity_reference", "presence", "flash", "frozen"}
    assert any(row["frame"] for row in rows)
    stored = json.loads((film.folder / "07_check/scores.json").read_text(encoding="utf-8"))
    assert stored["accepted"] == found.accepted


def test_a_film_that_was_not_made_says_so(tmp_path: Path) -> None:
    with pytest.raises(MakeError, match="make the film first"):
        check_run(make_small_plan(), Store(tmp_path))


def test_the_command_prints_a_table_and_json(film: Film) -> None:
    command = [sys.executable, "-m", "agent.cli", "check", str(film.folder)]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    assert "07_check/page.html" in shown
    assert 'alt="Mara in shot 2"' in (film.folder / "07_check/page.html").read_text(encoding="utf-8")
    board = film.storyboard.read_text(encoding="utf-8")
    assert "identity 0." in board
    assert 'href="../07_check/page.html"' in board
    told = subprocess.run([*command, "--json"], capture_output=True, text=True, timeout=120, check=True).stdout
    assert {row["shot"] for row in json.loads(told)["verdicts"]} == {"shot_001", "shot_002", "shot_003"}
    missing = subprocess.run(
        [sys.executable, "-m", "agent.cli", "check", str(film.folder / "nowhere")],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert missing.returncode == 2


def test_masks_come_from_who_drew_the_clip_and_from_a_guide_with_its_handles(film: Film) -> None:
    store, plan = Store(film.folder), film.plan
    shot = next(item for item in plan.shots if timeline(plan).handles[item.id].head)
    handles = timeline(plan).handles[shot.id]
    last = shot.frames - 1
    drawn = [Masks(plan, store)(shot.id, frame) for frame in (0, last)]
    for frame, found in zip((0, last), drawn, strict=True):
        for key, box in plan.boxes(shot, frame / last).items():
            rows, columns = np.nonzero(found[key])
            middle = (columns.mean() / plan.size[0], rows.mean() / plan.size[1])
            assert box[0] < middle[0] < box[2]
            assert box[1] < middle[1] < box[3]
    file = film.folder / f"04_shots/guides/{shot.id}.control.npz"
    file.parent.mkdir()
    request = ControlRequest(spec=shot_spec(plan, shot.id), head=handles.head, tail=handles.tail, control=file)
    create("animatic").control(request)
    guided = [Masks(plan, store)(shot.id, frame) for frame in (0, last)]
    for a, b in zip(drawn, guided, strict=True):
        assert all((a[key] == b[key]).all() for key in a)
    assert Masks(plan, store)("shot_009", 0) is None
