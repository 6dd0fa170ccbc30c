"""What a person is told of a model: a branch or a proposal of a repository can move, and is no pin."""

from __future__ import annotations

import pytest

from agent.models import ModelRow, model_rows
from generators import ModelNeed


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
