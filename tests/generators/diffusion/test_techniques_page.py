"""docs/techniques.md lists every technique with the backbones it fits, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators.backends.diffusion.techniques import TECHNIQUES

PAGE = Path(__file__).parents[3] / "docs/techniques.md"


def test_the_page_lists_every_technique_and_what_it_fits() -> None:
    rows = dict(re.findall(r"^\| `([a-z_.]+)` \|[^|]+\| ([a-z, ]+) \|", PAGE.read_text(), re.MULTILINE))
    wanted = {name: sorted(technique.fits, reverse=True) for name, technique in TECHNIQUES.items()}
    assert {name: fits.split(", ") for name, fits in rows.items()} == wanted


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL))
def test_the_pages_examples_run(code: str) -> None:
    pytest.importorskip("diffusers", reason="the techniques need the extra `diffusion`")
    exec(compile(code, "techniques.md", "exec"), {})
