"""Ablations: a tiny slice runs, what has no time is named, real footage is measured, the page is what is stored."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import ffmpeg
import numpy as np
import pytest

from benchmarks.ablation_page import page
from consistency import MEASURES
from generators import ffmpeg_exe
from generators.crops import write_png

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "benchmarks/ablations.py"


def run(*words: str) -> str:
    command = [sys.executable, str(SCRIPT), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_slice_runs_and_has_a_number_for_what_it_is_about(tmp_path: Path) -> None:
    small = ("--only", "continuation", "--seeds", "1", "--frames", "12", "--json", str(tmp_path / "found.json"))
    shown = run(*small)
    found = json.loads((tmp_path / "found.json").read_text())
    assert shown.strip() == page(found).strip()
    assert found["missing"] == []
    (group,) = found["groups"]
    taken, apart = ([film["seam_jump"] for film in column["films"]] for column in group["columns"])
    assert max(taken) < min(apart), "a take must not jump where separate shots do"
    assert set(group["columns"][0]["films"][0]) <= {row["name"] for row in group["rows"]}
    assert {row["name"] for row in group["rows"]} >= set(MEASURES)


def test_what_there_was_no_time_for_is_named(tmp_path: Path) -> None:
    shown = run("--only", "identity", "--minutes", "0", "--examples", "1", "--seeds", "2", "--shots", "1")
    assert "Not measured, as the time was over: Identity, one identity: 2 films" in shown


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    """Three shots of a second each that ffmpeg makes."""
    parts = [
        ffmpeg.input(f"{source}=size=192x108:rate=24:duration=1", f="lavfi").filter("setsar", 1)
        for source in ("testsrc2", "rgbtestsrc", "smptebars")
    ]
    out = tmp_path / "life.mp4"
    joined = ffmpeg.concat(*parts)
    ffmpeg.output(joined, str(out), vcodec="libx264", pix_fmt="yuv420p", loglevel="error").run(cmd=ffmpeg_exe())
    return out


def test_real_footage_is_cut_into_its_shots_and_measured(footage: Path) -> None:
    shown = run("--reference", str(footage))
    assert shown.startswith("3 shots, 72 frames.")
    rows = {row.split("|")[1].strip(): row for row in shown.splitlines() if row.startswith("|")}
    assert {"flicker", "smoothness", "frozen", "style_drift", "wrong_cuts"} <= set(rows)
    assert "presence" not in rows
    assert "of 3" in rows["frozen"]
    assert float(rows["frozen"].split("|")[5]) == pytest.approx(1.0, abs=0.1), "the bars stand still"


def test_a_photograph_is_filmed_and_measured_as_three_shots(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    blocks = np.kron(rng.integers(0, 255, (30, 24, 3)), np.ones((16, 16, 1))).astype(np.uint8)
    write_png(tmp_path / "photo.png", blocks)
    shown = run("--reference", str(tmp_path / "photo.png"))
    assert shown.startswith("3 shots, 144 frames.")
    frozen = next(row for row in shown.splitlines() if row.startswith("| frozen"))
    assert float(frozen.split("|")[5]) < 0.5


def test_the_page_holds_the_stored_numbers() -> None:
    stored = json.loads((ROOT / "benchmarks/ablations.json").read_text(encoding="utf-8"))
    assert (ROOT / "docs/ablations.md").read_text(encoding="utf-8") == page(stored)
    assert all(column["films"] for group in stored["groups"] for column in group["columns"])
