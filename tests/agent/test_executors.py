"""Executors by name: unknown and missing ones are one clear error, before anything is made."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from agent import StoryAgent
from agent.cli import main
from agent.errors import MissingExtra, WrongSetting
from generators.backends.diffusion import able
from generators.errors import MissingExtra as GeneratorNotInstalled

STORY = {"story": "A cat sleeps."}


def test_an_unknown_executor_is_named_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match=r"'slurm'; known are: local, ray"):
        StoryAgent(executor="slurm").make(STORY, out=tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.skipif(find_spec("ray") is not None, reason="ray is installed")
def test_ray_that_is_not_installed_says_what_to_install(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'storyreel\[ray\]'"):
        StoryAgent(executor="ray").make(STORY, out=tmp_path / "run")
    (tmp_path / "s.txt").write_text("A cat sleeps.")
    code = main(["make", str(tmp_path / "s.txt"), "--out", str(tmp_path / "run"), "--executor", "ray", "--quiet"])
    assert code == 2
    assert "storyreel[ray]" in capsys.readouterr().err


@pytest.mark.parametrize("role", ["keyframes", "shots", "guide"])
def test_a_generator_that_is_not_installed_stops_a_film_before_anything_is_written(
    role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(able, "REQUIRES", ("torch_of_another_world",))
    name = "animatediff" if role == "shots" else "img2img"
    with pytest.raises(GeneratorNotInstalled, match=r"pip install 'storyreel\[diffusion\]'"):
        StoryAgent(**{role: name}).make(STORY, out=tmp_path / "run")
    assert not (tmp_path / "run").exists()
