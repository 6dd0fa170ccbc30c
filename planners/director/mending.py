"""Owns the director's critique: the model is told what the checks find in the finished plan, and where, and mends it.

What it cannot mend, the rules' repairs mend after it and name. Does not know: what made the problems.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from planners.chat_model import Asker
from planners.checks import Problem, check_plan
from planners.director.answers import CameraRow, MendAnswer
from planners.director.paths import attached, trodden
from planners.director.staging import blocked
from planners.director.steps import known, lines
from planners.nodes.state import State
from planners.plan import Camera, Note, Plan, Shot

MENDABLE = frozenset({"frame", "hidden", "camera", "alike"})
"""Checks whose findings another camera or another blocking can mend."""
SHOTS_AT_ONCE = 6


def mending(state: State, asker: Asker) -> State:
    """A plan with problems -> a plan with fewer, after the first critique."""
    plan = state["plan"]
    wanted = [problem for problem in state["problems"] if problem.check in MENDABLE]
    shots = list(dict.fromkeys(problem.where.partition(".")[0] for problem in wanted))[:SHOTS_AT_ONCE]
    if not shots or state["rounds"] != 1:
        return {}
    answer = asker.ask(
        "mend",
        {
            "problems": [f"{p.where}: {p.what}; {p.fix}" for p in wanted if p.where.partition(".")[0] in shots],
            "shots": lines(_row(plan.shot(name)) for name in shots),
        },
        MendAnswer,
        check=functools.partial(check_mended, plan=plan, shots=shots),
        where="critique",
    )
    better = mended_by(plan, answer)
    before, after = len(state["problems"]), check_plan(better)
    what = f"{before - len(after)} of {before} findings of the checks were mended by the model in {', '.join(shots)}"
    notes = (*better.notes, Note(kind="repaired", where="critique", what=what))
    return {"plan": better.model_copy(update={"notes": notes}), "problems": after}


def _row(shot: Shot) -> dict[str, object]:
    riders = attached(shot)
    return {
        "shot": shot.id,
        "text": shot.text,
        "cast": shot.cast,
        "camera": shot.camera.model_dump(exclude_none=True, exclude={"start", "end"}),
        "figures": [
            {"key": track.key, "size": trodden(track)[2:], "start": trodden(track).start, "end": trodden(track).end}
            for track in shot.layout
            if not track.held_by and track.key not in riders
        ],
    }


def mended_by(plan: Plan, answer: MendAnswer) -> Plan:
    """The plan with the answer's blocking and cameras. Pure."""
    paths = {row.shot: row for row in answer.layout}
    cameras = {row.shot: row for row in answer.cameras}
    shots = [blocked(shot, paths[shot.id]) if shot.id in paths else shot for shot in plan.shots]
    framed = [
        shot.model_copy(update={"camera": _camera(cameras[shot.id])}) if shot.id in cameras else shot for shot in shots
    ]
    return plan.model_copy(update={"shots": tuple(framed)})


def _camera(row: CameraRow) -> Camera:
    return Camera(framing=row.framing, angle=row.angle, move=row.move, speed=row.speed, focus=row.focus or None)


def check_mended(answer: MendAnswer, plan: Plan, shots: Sequence[str]) -> list[str]:
    """Whether an answer mends something and breaks nothing."""
    found = known(
        [*(row.shot for row in answer.layout), *(row.shot for row in answer.cameras)], shots, "mend", what="shot"
    )
    if found:
        return found
    for row in answer.cameras:
        found += known([row.focus], plan.shot(row.shot).cast, row.shot, what="figure in this shot")
    for block in answer.layout:
        free = [track.key for track in plan.shot(block.shot).layout if not track.held_by]
        found += known([path.key for path in block.paths], free, block.shot, what="figure to move")
    if found:
        return found
    before, after = check_plan(plan), check_plan(mended_by(plan, answer))
    old = {(problem.check, problem.where) for problem in before}
    new = [problem for problem in after if (problem.check, problem.where) not in old]
    if new:
        return [f"this is new: {_said(problem)}" for problem in new]
    return [] if len(after) < len(before) else [f"this is still so: {_said(problem)}" for problem in after]


def _said(problem: Problem) -> str:
    return f"{problem.where}: {problem.what}; {problem.fix}"
