"""Owns carrying out edits: each type and the function that makes a new plan of the old one, checked.

Does not know: words, run folders, rendering.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from agent.edits import structure
from agent.edits.looks import LOOKS
from agent.edits.remaking import REMAKING
from agent.edits.types import CopyShot, Edit, MoveShot, RemoveShots, Retime, SetSeed, SetShot, SetTransition, SplitShot
from planners import Plan, PlanError, check_plan

APPLY: Mapping[type, Callable[..., Plan]] = {
    CopyShot: structure.copy_shot,
    RemoveShots: structure.remove_shots,
    MoveShot: structure.move_shot,
    SplitShot: structure.split_shot,
    Retime: structure.retime,
    SetTransition: structure.set_transition,
    SetSeed: structure.set_seed,
    SetShot: structure.set_shot,
    **REMAKING,
    **dict(LOOKS),
}
"""Type of edit -> function (plan, edit) -> plan."""


def apply_edits(plan: Plan, edits: Sequence[Edit]) -> Plan:
    """The plan with all edits, in order; what no edit speaks of stays as it is.

    Args:
        plan: The film; it is not changed.
        edits: May name shots that earlier ones add.

    Raises:
        PlanError: a shot, entity or line that is not there, or a plan that would be wrong.
    """
    wrong = {problem.what for problem in check_plan(plan)}
    for edit in edits:
        plan = APPLY[type(edit)](plan, edit)
    errors = [item for item in check_plan(plan) if item.severity == "error" and item.what not in wrong]
    if errors:
        rows = "; ".join(f"{item.where}: {item.what} ({item.fix})" for item in errors[:3])
        raise PlanError(f"the film would be wrong after this: {rows}")
    return plan
