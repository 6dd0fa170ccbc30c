"""What differs between two plans is said in short lines that name the shot as people count."""

import pytest

from agent.differences import differences
from agent.edits import (
    AddLine,
    Edit,
    MoveShot,
    RemoveShots,
    RenameEntity,
    Retime,
    SetCamera,
    SetLight,
    SetSeed,
    UseFile,
    apply_edits,
)
from planners import Plan


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (SetLight(shots=("shot_001", "shot_002"), weather="rain"), ["shots 1 and 2: weather: clear -> rain"]),
        (Retime(shots=("shot_003",), by=1), ["shot 3: 2.0 s -> 3.0 s"]),
        (SetCamera(shots=("shot_001",), framing="close-up"), ["shot 1: framing: wide -> close-up"]),
        (RemoveShots(shots=("shot_002",)), ['- shot 2: "Hello, little one!"']),
        (MoveShot(shot="shot_003"), ["shot 3 is now shot 1"]),
        (SetSeed(shots=("shot_002",), seed=5), ["shot 2: another take"]),
        (UseFile(shot="shot_002", what="clip", file="own/a.mp4"), ["shot 2: your own clip: own/a.mp4"]),
    ],
)  # fmt: skip
def test_a_line_a_change(small_plan: Plan, edit: Edit, lines: list[str]) -> None:
    assert list(differences(small_plan, apply_edits(small_plan, [edit]))) == lines


def test_names_and_lines_are_told(small_plan: Plan) -> None:
    plan = apply_edits(small_plan, [RenameEntity(entity="mara", name="Greta")])
    assert "Mara is called Greta" in differences(small_plan, plan)
    plan = apply_edits(small_plan, [AddLine(shot="shot_002", text="Come in.", speaker="mara")])
    assert any('Mara says "Come in."' in line for line in differences(small_plan, plan))


def test_nothing_differs_from_itself(small_plan: Plan) -> None:
    assert differences(small_plan, small_plan) == ()
