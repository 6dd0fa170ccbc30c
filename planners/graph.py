"""Owns the planner graph: script -> cast -> layout -> camera -> sound -> critique, with a bounded repair loop.

With an Asker, the director's node stands beside each of the rules' nodes and improves what it made. The only file of
this folder that knows langgraph. Does not know: what any node does.
"""

from __future__ import annotations

import functools
import importlib
import itertools
from collections.abc import Callable
from typing import Any

from langgraph.graph import END, START, StateGraph

from planners.chat_model import Asker
from planners.director.exact import differences
from planners.director.stages import AFTER, BEFORE, MENDING, opened
from planners.director.steps import Node
from planners.errors import PlanError
from planners.native import NativeLengths
from planners.nodes.camera import camera
from planners.nodes.cast import cast
from planners.nodes.critique import critique
from planners.nodes.layout import layout
from planners.nodes.script import script
from planners.nodes.sound import sound
from planners.nodes.state import State
from planners.plan import Note, Plan
from planners.reading import Reading
from planners.story import Story

ROUNDS = 3
"""How often the critique may mend before it gives up."""

READERS: dict[str, str] = {"rules": "planners.backends.rules:read"}
"""Planner name -> function Story -> Reading."""

Reader = Callable[[Story], Reading]


def plan_story(
    story: Story, backend: str | Reader = "rules", *, asker: Asker | None = None, lengths: NativeLengths | None = None
) -> Plan:
    """The plan of a story.

    Args:
        story: What a person wrote.
        backend: What reads the story.
        asker: A language model that improves the plan node by node; None: the rules alone.
        lengths: How long the shots of the generator can be, for the director's schedule.

    Raises:
        PlanError: an unknown planner, an empty reading, or problems that could not be mended.
    """
    read = reader(backend) if isinstance(backend, str) else backend
    if asker is None:
        return _planned(State(story=story, reading=read(story)))
    start = opened(story, read, asker)
    try:
        plan = _planned({**start, "lengths": lengths} if lengths is not None else start, asker)
    except PlanError as error:
        plan = _planned(State(story=story, reading=read(story)))
        what = f"the rules planner made the whole plan; with the model there was none: {error}"[:600]
        return plan.model_copy(update={"notes": (*plan.notes, Note(kind="downgrade", where="story", what=what))})
    return plan.model_copy(update={"notes": (*plan.notes, *differences(story, plan))})


def _planned(start: State, asker: Asker | None = None) -> Plan:
    if not start["reading"].sentences:
        raise PlanError("the story has no sentence that could be shown")
    state = _graph(asker).invoke({**start, "notes": (), "rounds": 0})
    plan: Plan = state["plan"]
    errors = [problem for problem in state["problems"] if problem.severity == "error"]
    if errors:
        rows = "; ".join(f"{problem.where}: {problem.what} ({problem.fix})" for problem in errors[:5])
        raise PlanError(f"no valid plan after {ROUNDS} rounds: {rows}")
    return plan


def reader(name: str) -> Reader:
    """The function that reads stories under a planner's name.

    Raises:
        PlanError: there is no planner of that name.
    """
    if name not in READERS:
        raise PlanError(f"no planner is called {name!r}; known: {', '.join(sorted(READERS))}")
    module, _, function = READERS[name].partition(":")
    found: Reader = getattr(importlib.import_module(module), function)
    return found


def _graph(asker: Asker | None) -> Any:
    return _directed(asker) if asker else _plain()


@functools.cache
def _plain() -> Any:
    return _compiled(_STEPS)


def _directed(asker: Asker) -> Any:
    steps: dict[str, Step] = {name: _bound(node, asker) for name, node in BEFORE.items()}
    for name, step in _STEPS.items():
        steps[name] = step
        steps.update((added, _bound(node, asker)) for added, node in AFTER.get(name, {}).items())
    return _compiled(steps, _bound(MENDING, asker))


def _bound(node: Node, asker: Asker) -> Step:
    return lambda state: node(state, asker)


Step = Callable[[State], State]
_STEPS: dict[str, Step] = {
    "script": script, "cast": cast, "layout": layout, "camera": camera, "sound": sound, "critique": critique
}  # fmt: skip


def _compiled(steps: dict[str, Step], mending: Step | None = None) -> Any:
    """The steps one after another; the last of them, critique, runs again while something can be mended.

    Args:
        steps: By name, in order.
        mending: What is tried between two rounds of critique.
    """
    graph: Any = StateGraph(State)
    for name, step in steps.items():
        graph.add_node(name, step)
    for before, after in itertools.pairwise([START, *steps]):
        graph.add_edge(before, after)
    again = "critique"
    if mending is not None:
        again = "mending"
        graph.add_node(again, mending)
        graph.add_edge(again, "critique")
    graph.add_conditional_edges("critique", _again, {"again": again, "done": END})
    return graph.compile()


def _again(state: State) -> str:
    return "again" if state["problems"] and state["rounds"] < ROUNDS else "done"
