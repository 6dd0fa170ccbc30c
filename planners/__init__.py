"""Story in, Plan out. Importing this folder loads no language library and no graph library."""

from planners.api import (
    PLANNER_VERSION,
    chat_model,
    check_planner,
    examine_endpoint,
    make_plan,
    planner_status,
)
from planners.asking import Asking
from planners.backends.scripted import ScriptedChatModel
from planners.chat_model import AnswerCache, Asked, ChatMessage, ChatModel, ChatReply, ChatRequest, Tested, Usage
from planners.checks import Problem, check_plan
from planners.errors import BrokenOff, ChatError, NoAnswer, PlanError
from planners.formats import StoryError, load_plan, load_story, plan_from_yaml, plan_to_yaml, story_to_yaml
from planners.native import NativeLengths
from planners.places import cache_folder
from planners.plan import (
    Attributes,
    Beat,
    Box,
    Camera,
    Cards,
    Entity,
    Garment,
    Key,
    Line,
    Note,
    Plan,
    Scene,
    Shot,
    Stage,
    Track,
    Transition,
    Voice,
    project,
    window,
)
from planners.prices import Price, read_prices
from planners.prompting import Profile, Prompts, TimedPrompt, prompts_of, shot_prompts
from planners.purse import OpenPurse, Purse, Spending
from planners.regions import Blob, blobs
from planners.review import Review
from planners.story import Story

__all__ = [
    "PLANNER_VERSION",
    "AnswerCache",
    "Asked",
    "Asking",
    "Attributes",
    "Beat",
    "Blob",
    "Box",
    "BrokenOff",
    "Camera",
    "Cards",
    "ChatError",
    "ChatMessage",
    "ChatModel",
    "ChatReply",
    "ChatRequest",
    "Entity",
    "Garment",
    "Key",
    "Line",
    "NativeLengths",
    "NoAnswer",
    "Note",
    "OpenPurse",
    "Plan",
    "PlanError",
    "Price",
    "Problem",
    "Profile",
    "Prompts",
    "Purse",
    "Review",
    "Scene",
    "ScriptedChatModel",
    "Shot",
    "Spending",
    "Stage",
    "Story",
    "StoryError",
    "Tested",
    "TimedPrompt",
    "Track",
    "Transition",
    "Usage",
    "Voice",
    "blobs",
    "cache_folder",
    "chat_model",
    "check_plan",
    "check_planner",
    "examine_endpoint",
    "load_plan",
    "load_story",
    "make_plan",
    "plan_from_yaml",
    "plan_to_yaml",
    "planner_status",
    "project",
    "prompts_of",
    "read_prices",
    "shot_prompts",
    "story_to_yaml",
    "window",
]
