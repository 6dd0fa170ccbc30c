"""A swimmer is drawn down to the water line and mirrored below it; who is ashore is drawn whole."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from generators import create, shot_spec
from generators.backends.animatic.backend import AnimaticBackend
from generators.backends.animatic.stage import Stage, frames
from planners import Story, make_plan


def stage_of(text: str) -> Stage:
    whole = make_plan(Story(story=text, narration=False, size=(640, 360)))
    backend = create("animatic")
    assert isinstance(backend, AnimaticBackend)
    return backend.stage(shot_spec(whole, whole.shots[0].id))[0]


def picture(stage: Stage) -> npt.NDArray[np.uint8]:
    return next(frames(stage, 0, 1)).copy()


def test_a_keel_is_under_water() -> None:
    stage = stage_of("A red boat lies in the harbour.")
    drawn = stage.company.drawn(0)
    (boat,) = (item for item in drawn if item.key.endswith("boat"))
    assert stage.water is not None
    line = stage.water.line(boat, drawn)
    assert line is not None
    x0, y0, x1, y1 = boat.box
    assert y0 < line < y1
    wet = picture(stage)
    stage.water = None
    dry = picture(stage)
    keel = (slice(round(line) + 4, int(y1)), slice(int(x0) + 30, int(x1) - 30))
    hull = (slice(round(line) - 40, round(line) - 8), slice(int(x0) + 30, int(x1) - 30))
    assert np.abs(wet[keel].astype(int) - dry[keel]).mean() > 10
    assert np.abs(wet[hull].astype(int) - dry[hull]).mean() < 1


def test_nobody_ashore_is_cut() -> None:
    stage = stage_of("A boy walks along the beach.")
    drawn = stage.company.drawn(0)
    assert stage.water is not None
    assert [stage.water.line(item, drawn) for item in drawn] == [None] * len(drawn)
