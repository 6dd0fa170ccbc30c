"""Finds a Chromium here for tests of pages: CHROMIUM, else what is on PATH, else what playwright installed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "headless_shell")
FLAGS = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required", "--mute-audio"]


def chromium() -> str | None:
    """Its path; None when this machine has none."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Any]:
    """A headless Chromium, driven by playwright; the test is skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="the browser driver is not installed (dev extra)")
    path = chromium()
    with api.sync_playwright() as driver:
        own = driver.chromium.executable_path
        if path is None and not os.path.exists(own):
            pytest.skip("no Chromium here: set CHROMIUM to one, or install it (apt-get install chromium)")
        running = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()
