"""Tiny models for the diffusion backends, built once per session, and a shot to make with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generators import Keyframe, ShotSpec, create, make_keyframe, make_shot, shot_spec
from planners import Plan


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_models import save_tiny_base

    return save_tiny_base(tmp_path_factory.mktemp("models") / "base")


@pytest.fixture(scope="session")
def tiny_adapter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tiny_models import save_tiny_adapter

    return save_tiny_adapter(tmp_path_factory.mktemp("models") / "adapter")


@pytest.fixture
def spec(small_plan: Plan) -> ShotSpec:
    shot = small_plan.shots[0].model_copy(update={"frames": 9})
    return shot_spec(small_plan, "shot_001").model_copy(update={"shot": shot, "title": None})


@pytest.fixture
def guide(spec: ShotSpec, tmp_path: Path) -> Keyframe:
    return make_keyframe(spec, backend=create("animatic"), folder=tmp_path, image="guide.png", t=0.5)


@pytest.fixture
def guide_clip(guide: Keyframe, tmp_path: Path) -> str:
    made = make_shot(guide, backend=create("animatic"), folder=tmp_path, video="guide.mp4", head=2, tail=1)
    return made.video


@pytest.fixture(autouse=True)
def _released(request: pytest.FixtureRequest) -> Iterator[None]:
    """One thread, as many tests run side by side; no pipeline is left for the next test."""
    if not {"tiny_base", "tiny_models"} & set(request.fixturenames):
        yield
        return
    import torch

    from generators.backends.diffusion import runtime

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)
    runtime.forget()
