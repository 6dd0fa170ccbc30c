"""What a person is told of a model: a branch or a proposal of a repository can move, and is no pin."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from agent.models import ModelRow, model_rows, price_rows
from generators import ModelNeed, available, models, pays


@pytest.mark.parametrize(
    ("revision", "told"),
    [("0" * 40, "(00000000)"), (None, "(main, not pinned)"), ("refs/pr/4", "(refs/pr/4, not pinned)")],
)
def test_only_a_commit_is_a_pin(revision: str | None, told: str) -> None:
    need = ModelNeed(
        role="base", repository="owner/model", revision=revision, size_gb=None, licence=None, vram_gb=None, cached=False
    )
    assert told in ModelRow(generator="any", need=need).text


def test_every_model_of_every_generator_is_told() -> None:
    rows = model_rows()
    assert {"img2img", "sdxl-ip", "animatediff", "wan-vace"} <= {row.generator for row in rows}
    assert any("not pinned" in row.text for row in rows)


def test_every_figure_of_a_model_says_where_it_comes_from() -> None:
    for row in model_rows():
        assert row.need.source
        assert (row.need.vram_gb is None) == (not row.need.vram_source)
        if row.need.size_gb is None or row.need.licence is None:
            assert "not verified" in row.text


def test_the_memory_that_is_told_is_not_told_of_other_models(tmp_path: Path) -> None:
    assert models("wan-i2v")[0].vram_gb == 80
    assert models(f"wan-i2v:{tmp_path}")[0].vram_gb is None


def test_every_paid_generator_has_a_price_list_with_its_day() -> None:
    rows = price_rows(datetime.date(2026, 12, 1))
    for name in available():
        assert bool([row for row in rows if row.listed.model.startswith(f"{name}:")]) == pays(name)
    assert {row.days for row in rows if row.listed.date == "2026-11-21"} == {10}
    assert any("gpt-5-mini at api.openai.com" in row.listed.model for row in rows)
    assert all(row.listed.source for row in rows)
    assert not any(row.good for row in price_rows(datetime.date(2027, 6, 1)))
