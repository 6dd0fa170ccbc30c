"""A film with a diffusion backend: guides are artefacts of their own, and a killed run goes on where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent import StoryAgent
from agent.errors import Stopped
from agent.events import Event, Made
from planners import Cards, Plan

pytest.importorskip("torch", reason="the diffusion extra is not installed")
pytest.importorskip("diffusers", reason="the diffusion extra is not installed")


def two_shots(plan: Plan) -> Plan:
    shots = tuple(
        shot.model_copy(update={"frames": 6, "lines": (), "effects": (), "transition": type(shot.transition)()})
        for shot in plan.shots[:2]
    )
    scene = plan.scenes[0].model_copy(update={"shots": ("shot_001", "shot_002")})
    return plan.model_copy(
        update={"shots": shots, "scenes": (scene,), "cards": Cards(title=0, end=0), "groups": {}, "events": {}}
    )


def test_a_film_killed_between_two_diffusion_shots_keeps_the_first(
    small_plan: Plan, tiny_base: Path, tiny_adapter: Path, tmp_path: Path
) -> None:
    plan, out = two_shots(small_plan), tmp_path / "run"
    shots = f"animatediff:{tiny_base},{tiny_adapter}?steps=2&strength=1"
    stills = f"img2img:{tiny_base}?steps=2"
    made: list[str] = []

    def stop(event: Event) -> None:
        if isinstance(event, Made):
            made.append(event.task)
            if event.task in ("shot:shot_001", "shot:shot_002"):
                raise KeyboardInterrupt

    with pytest.raises(Stopped):
        StoryAgent(keyframes=stills, shots=shots, voice="none", listeners=(stop,)).make(plan, out=out)
    first = made[-1].removeprefix("shot:")
    other = ({"shot_001", "shot_002"} - {first}).pop()
    kept = (out / f"04_shots/{first}.mp4").read_bytes()
    film = StoryAgent(keyframes=stills, shots=shots, voice="none").make(plan, out=out)
    assert f"shot:{other}" in film.made
    assert f"shot:{first}" in film.reused
    assert f"guide:shot:{first}" in film.reused
    assert (out / f"04_shots/{first}.mp4").read_bytes() == kept
    assert film.video.is_file()
    assert any("animatediff makes" in lost for lost in film.downgrades)
    assert (out / "04_shots/guides/shot_001.mp4").is_file()
