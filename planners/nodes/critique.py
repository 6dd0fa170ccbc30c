"""Owns the critique node: puts the plan together, checks it, and mends what can be mended.

Repairs are deterministic and named in the plan's notes. Does not know: how the plan came to be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planners.checks import Problem, check_plan
from planners.nodes.overlaps import overlapped
from planners.nodes.space import kept_inside, rounded
from planners.nodes.spreading import spread
from planners.nodes.state import State
from planners.nodes.takes import in_takes
from planners.plan import Camera, Key, Note, Plan, Shot

DEFAULT_TITLE_WORDS = 6


def critique(state: State) -> State:
    """Everything -> a plan and its problems; the second time round, a mended plan."""
    plan = state.get("plan") or overlapped(in_takes(_assembled(state)))
    problems = check_plan(plan)
    rounds = state.get("rounds", 0)
    if problems and rounds:
        plan = in_takes(mended(plan, problems))
        problems = check_plan(plan)
    return {"plan": plan, "problems": problems, "rounds": rounds + 1}


def _assembled(state: State) -> Plan:
    story, reading, shots = state["story"], state["reading"], state["shots"]
    told = {sentence.index for draft in state["drafts"] for sentence in draft.sentences}
    groups: dict[str, tuple[str, ...]] = {}
    for shot in shots:
        for name in shot.cast:
            groups[name] = (*groups.get(name, ()), shot.id)
    return Plan(
        title=story.title or reading.title or _title(story.text),
        author=story.author or "",
        language=reading.language,
        style=story.style,
        style_text=story.style,
        size=story.size,
        fps=story.fps,
        seed=story.seed,
        narration=story.narration,
        music=story.music,
        subtitles=story.subtitles,
        cards=state["cards"],
        entities=state["entities"],
        scenes=state["scenes"],
        shots=shots,
        groups=groups,
        events={event.id: event.text for event in reading.events if event.sentence in told},
        notes=tuple(dict.fromkeys(state["notes"])),
        reviews=state.get("reviews", {}),
    )


def _title(text: str) -> str:
    words = text.split()[:DEFAULT_TITLE_WORDS]
    return " ".join(words).rstrip(".,;:!?\"'”") + ("…" if len(text.split()) > DEFAULT_TITLE_WORDS else "")


def mended(plan: Plan, problems: tuple[Problem, ...]) -> Plan:
    """The plan with every problem mended that has a repair; each repair is a note."""
    shots = {shot.id: shot for shot in plan.shots}
    notes = list(plan.notes)
    people = {entity.id for entity in plan.entities.values() if entity.kind == "character"}
    for name in {problem.where.partition(".")[0]: None for problem in problems if problem.check == "hidden"}:
        shots[name] = spread(shots[name], people)
        notes.append(Note(kind="repaired", where=name, what="characters who hid one another stand side by side"))
    for problem in problems:
        repair = REPAIRS.get(problem.check)
        name, _, part = problem.where.partition(".")
        if repair is None or name not in shots:
            continue
        shots[name] = repair(shots[name], part)
        notes.append(Note(kind="repaired", where=problem.where, what=f"{problem.what}: mended"))
    return plan.model_copy(update={"shots": tuple(shots.values()), "notes": tuple(dict.fromkeys(notes))})


def _whole_stage(shot: Shot, part: str) -> Shot:
    return shot.model_copy(update={"camera": Camera(framing="wide", angle=shot.camera.angle)})


def _into_frame(shot: Shot, part: str) -> Shot:
    layout = tuple(
        track.model_copy(
            update={
                "keys": tuple(
                    key if key.box is None else Key(t=key.t, box=rounded(kept_inside(key.box))) for key in track.keys
                )
            }
        )
        if track.key == part
        else track
        for track in shot.layout
    )
    return _whole_stage(shot.model_copy(update={"layout": layout}), part)


def _longer(shot: Shot, part: str) -> Shot:
    last = max(line.start + line.frames for line in shot.lines)
    return shot.model_copy(update={"frames": max(shot.frames, last + 2)})


def _other_framing(shot: Shot, part: str) -> Shot:
    framing = "full" if shot.camera.framing in ("wide", "extreme wide") else "wide"
    return shot.model_copy(update={"camera": shot.camera.model_copy(update={"framing": framing})})


REPAIRS: Mapping[str, Callable[[Shot, str], Shot]] = {
    "frame": _into_frame, "camera": _whole_stage, "lines": _longer, "alike": _other_framing,
}  # fmt: skip
