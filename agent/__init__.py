"""storyreel: turn a story into a coherent multi-shot film. This module is the public API."""

from agent.api import Film, StoryAgent
from agent.errors import BudgetError, MakeError, Stopped, StoryreelError
from agent.events import Event
from agent.settings import Settings
from planners import Plan, PlanError, Story, StoryError, load_story

__all__ = [
    "BudgetError",
    "Event",
    "Film",
    "MakeError",
    "Plan",
    "PlanError",
    "Settings",
    "Stopped",
    "Story",
    "StoryAgent",
    "StoryError",
    "StoryreelError",
    "load_story",
]
