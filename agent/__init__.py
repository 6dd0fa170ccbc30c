"""storyreel: turn a story into a coherent multi-shot film. This module is the public API."""

from agent.api import StoryAgent
from agent.editing import Film, Preview
from agent.errors import ApprovalNeeded, BudgetError, MakeError, NotAgreed, NothingWaits, Stopped, StoryreelError
from agent.estimate import Estimate
from agent.events import Event
from agent.settings import Settings
from planners import ChatError, ChatModel, NoAnswer, Plan, PlanError, ScriptedChatModel, Story, StoryError, load_story

__all__ = [
    "ApprovalNeeded",
    "BudgetError",
    "ChatError",
    "ChatModel",
    "Estimate",
    "Event",
    "Film",
    "MakeError",
    "NoAnswer",
    "NotAgreed",
    "NothingWaits",
    "Plan",
    "PlanError",
    "Preview",
    "ScriptedChatModel",
    "Settings",
    "Stopped",
    "Story",
    "StoryAgent",
    "StoryError",
    "StoryreelError",
    "load_story",
]
