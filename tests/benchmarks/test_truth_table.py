"""The truth table: its sums are right, and its page, its data and the measures agree."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
from small_clips import rolling

from benchmarks.truth_page import page
from benchmarks.truth_sums import auc, balanced, judge
from consistency import MEASURES, Footage, Number, Scores, Threshold, measured_on, thresholds
from consistency import judge as judge_shot
from consistency.footage import clip_of

ROOT = Path(__file__).parents[2]


def test_the_page_holds_the_stored_numbers() -> None:
    stored = json.loads((ROOT / "consistency/data/thresholds.json").read_text(encoding="utf-8"))
    assert (ROOT / "docs/measures.md").read_text(encoding="utf-8") == page(stored)
    assert measured_on() == stored["date"]


def test_every_threshold_belongs_to_a_measure_and_to_enough_shots() -> None:
    assert set(thresholds()) <= set(MEASURES)
    assert len(thresholds()) >= 15
    assert min(row.samples for row in thresholds().values()) >= 12
    for name, row in thresholds().items():
        assert set(row.auc) <= set(MEASURES[name].catches)
        assert set(row.ignored) <= set(MEASURES[name].ignores)


def test_what_every_film_is_judged_by_finds_its_fault() -> None:
    strong = {"flash", "disorder", "direction", "black", "frozen", "dynamics", "wrong_cuts"}
    weakest = {name: min(thresholds()[name].auc.values()) for name in strong}
    assert {name: value for name, value in weakest.items() if value < 0.9} == {}


def test_area_and_threshold() -> None:
    assert auc([3, 4, 5], [1, 2], higher=True) == 1
    assert auc([3, 4, 5], [1, 2], higher=False) == 0
    assert auc([1, 2], [1, 2], higher=True) == pytest.approx(0.5)
    assert balanced([3, 4, 5], [1, 2], higher=True) == pytest.approx(2.5)
    assert balanced([1, 2], [7, 9], higher=False) == pytest.approx(4.5)


def test_a_cell_of_few_shots_is_no_truth() -> None:
    black = MEASURES["black"]
    clean, dark = [0.0] * 20, [0.1] * 20
    row = judge(black, {"clean": clean, "blacked out": dark, "light changed": clean})
    assert row is not None
    assert (row["auc"], row["ignored"], row["samples"]) == ({"blacked out": 1.0}, {"light changed": 0.5}, 20)
    assert judge(black, {"clean": clean, "blacked out": dark[:5]}) is None


def test_a_threshold_gives_way_where_whole_good_films_would_fail() -> None:
    black = MEASURES["black"]
    clean, dark, film = [0.0] * 20, [0.5] * 20, [0.3] * 20
    row = judge(black, {"clean": clean, "blacked out": dark, "whole film": film, "held-out film": [0.0, 0.9]})
    assert row is not None
    assert 0.3 <= row["value"] < 0.5
    assert (row["caught"], row["alarms"], row["films"]) == ({"blacked out": 1.0}, 0.5, 2)


def test_good_films_that_no_threshold_saw_seldom_fail() -> None:
    known = [row for row in thresholds().values() if row.films]
    alarms = sum((row.alarms or 0.0) * row.films for row in known) / sum(row.films for row in known)
    assert len(known) >= 12
    assert alarms < 0.05


def test_text_is_judged_where_its_weights_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("transformers", reason="texts need the extra `diffusion`")
    from tiny_embedders import save_tiny_clip

    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from truth_shots import Case, Take
    from truth_table import Bench, judged

    clip = clip_of(rolling())
    take = Take(Footage(shot="a", video=tmp_path / "a.mp4", frames=24, fps=24, text="a b c"), clip)
    other = Take(Footage(shot="b", video=tmp_path / "b.mp4", frames=24, fps=24, text="c b a"), clip)
    case = Case("tale", ("mara", None), (), take, other, {}, take, {}, "x y z")
    bench = Bench(f"clip:{save_tiny_clip(tmp_path / 'clip')}")
    found = {name: value for measure, name, value in bench.measure(case) if measure == "text"}
    assert set(found) == {"clean", "text swapped", "other moment"}
    assert found["clean"] != found["text swapped"]
    cells = defaultdict(dict, text={"clean": [0.3] * 12, "text swapped": [0.1] * 12, "other moment": [0.3] * 12})
    row = judged(cells, bench)["text"]
    limit = Threshold.model_validate(row)
    assert (limit.by, 0.1 < limit.value <= 0.3) == ("clip", True)
    low = Number(measure="text", value=0.1, shot="a", by="clip")
    assert not judge_shot(Scores(numbers=(low,)), "a", {"text": limit}).accepted
    page_of = page({"date": "2026-01-01", "measures": {"text": row}})
    assert "judged with the weights" in page_of
