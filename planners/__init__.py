"""Story in, Plan out. Importing this folder loads no language library and no graph library."""

from planners.api import PLANNER_VERSION, make_plan, planner_status
from planners.checks import Problem, check_plan
from planners.errors import PlanError
from planners.formats import StoryError, load_plan, load_story, plan_from_yaml, plan_to_yaml, story_to_yaml
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
from planners.story import Story

__all__ = [
    "PLANNER_VERSION",
    "Attributes",
    "Beat",
    "Box",
    "Camera",
    "Cards",
    "Entity",
    "Garment",
    "Key",
    "Line",
    "Note",
    "Plan",
    "PlanError",
    "Problem",
    "Scene",
    "Shot",
    "Stage",
    "Story",
    "StoryError",
    "Track",
    "Transition",
    "Voice",
    "check_plan",
    "load_plan",
    "load_story",
    "make_plan",
    "plan_from_yaml",
    "plan_to_yaml",
    "planner_status",
    "project",
    "story_to_yaml",
    "window",
]
