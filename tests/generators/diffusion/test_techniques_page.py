"""docs/techniques.md lists every technique with what it fits and which backend takes it, and its examples run.

Run it as a script to write the table of backends anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators.backends.diffusion.models import families
from generators.backends.diffusion.recipe import uses
from generators.backends.diffusion.settings import settings_of
from generators.backends.diffusion.techniques import TECHNIQUES

PAGE = Path(__file__).parents[3] / "docs/techniques.md"

BEGIN, END = "<!-- backends: written by tests/generators/diffusion/test_techniques_page.py -->", "<!-- /backends -->"


def table() -> str:
    """Which backend takes which technique, and by which setting."""
    rows = ["| backend | technique: setting (in brackets: the default) |", "|---|---|"]
    for name, family in families().items():
        ways: dict[str, list[str]] = {}
        for setting in settings_of(name):
            for word in setting.values:
                shown = f"({setting.name}={word})" if word == setting.default else f"{setting.name}={word}"
                for technique in uses(setting.name, word, family.loop):
                    ways.setdefault(technique, []).append(shown)
        if ways:
            told = "; ".join(f"`{technique}`: {', '.join(words)}" for technique, words in sorted(ways.items()))
            rows.append(f"| `{name}` ({family.backbone}) | {told} |")
    return "\n".join(rows)


def test_the_page_says_which_backend_takes_which_technique() -> None:
    page = PAGE.read_text()
    assert page[page.index(BEGIN) + len(BEGIN) : page.index(END)].strip() == table(), "run this file as a script"


def test_the_page_lists_every_technique_and_what_it_fits() -> None:
    rows = dict(re.findall(r"^\| `([a-z_.]+)` \|[^|]+\| ([a-z, ]+) \|", PAGE.read_text(), re.MULTILINE))
    wanted = {name: sorted(technique.fits, reverse=True) for name, technique in TECHNIQUES.items()}
    assert {name: fits.split(", ") for name, fits in rows.items()} == wanted


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL))
def test_the_pages_examples_run(code: str) -> None:
    pytest.importorskip("diffusers", reason="the techniques need the extra `diffusion`")
    exec(compile(code, "techniques.md", "exec"), {})


if __name__ == "__main__":
    text = PAGE.read_text()
    PAGE.write_text(f"{text[: text.index(BEGIN)]}{BEGIN}\n{table()}\n{text[text.index(END) :]}")
