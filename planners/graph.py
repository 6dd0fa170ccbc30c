"""Owns the planner graph: script -> cast -> layout -> camera -> sound -> critique, with a bounded repair loop.

The only file of this folder that knows langgraph. Does not know: what any node does.
"""

from __future__ import annotations

import functools
import importlib
import itertools
from collections.abc import Callable
from typing import Any

from langgraph.graph import END, START, StateGraph

from planners.errors import PlanError
from planners.nodes.camera import camera
from planners.nodes.cast import cast
from planners.nodes.critique import critique
from planners.nodes.layout import layout
from planners.nodes.script import script
from planners.nodes.sound import sound
from planners.nodes.state import State
from planners.plan import Plan
from planners.reading import Reading
from planners.story import Story

ROUNDS = 3
"""How often the critique may mend before it gives up."""

READERS: dict[str, str] = {"rules": "planners.backends.rules:read"}
"""Planner name -> function Story -> Reading."""

Reader = Callable[[Story], Reading]


def plan_story(story: Story, backend: str | Reader = "rules") -> Plan:
    """The plan of a story.

    Raises:
        PlanError: an unknown planner, an empty reading, or problems that could not be mended.
    """
    reading = (reader(backend) if isinstance(backend, str) else backend)(story)
    if not reading.sentences:
        raise PlanError("the story has no sentence that could be shown")
    state = _graph().invoke({"story": story, "reading": reading, "notes": (), "rounds": 0})
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


@functools.cache
def _graph() -> Any:
    graph = StateGraph(State)
    steps = {"script": script, "cast": cast, "layout": layout, "camera": camera, "sound": sound, "critique": critique}
    for name, step in steps.items():
        graph.add_node(name, step)
    order = [START, *steps]
    for before, after in itertools.pairwise(order):
        graph.add_edge(before, after)
    graph.add_conditional_edges("critique", _again, {"again": "critique", "done": END})
    return graph.compile()


def _again(state: State) -> str:
    return "again" if state["problems"] and state["rounds"] < ROUNDS else "done"
