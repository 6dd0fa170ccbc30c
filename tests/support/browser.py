"""Finds a Chromium here for tests of pages: CHROMIUM, else on PATH, in this environment, else playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from get_chromium import NAMES

OWN = Path(sys.prefix) / "chromium"
"""Where `make check` puts one (tests/support/get_chromium.py)."""
FLAGS = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"]


def chromium() -> str | None:
    """Its path; None when this machine has none."""
    named = os.environ.get("CHROMIUM")
    own = str(OWN / "chrome") if (OWN / "package").is_file() else None
    return named or next((found for name in NAMES if (found := shutil.which(name))), own)


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium, driven by playwright; the test is skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="the browser driver is not installed (dev extra)")
    path = chromium()
    with api.sync_playwright() as driver:
        own = driver.chromium.executable_path
        if path is None and not os.path.exists(own):
            pytest.skip(
                "no Chromium here: set CHROMIUM to one, or run `python tests/support/get_chromium.py .venv/chromium`"
            )
        libraries = os.pathsep.join(filter(None, (os.environ.get("LD_LIBRARY_PATH"), str(OWN / "lib"))))
        environment = {**os.environ, **({"LD_LIBRARY_PATH": libraries} if path == str(OWN / "chrome") else {})}
        running = driver.chromium.launch(executable_path=path, args=FLAGS, env=environment)
        yield running
        running.close()
