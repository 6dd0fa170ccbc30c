"""Story files in, Story out. Does not know: how a story is understood."""

from planners.formats.errors import StoryError
from planners.formats.plan_file import load_plan, plan_from_yaml, plan_to_yaml
from planners.formats.story_file import SUFFIXES, load_story
from planners.formats.story_yaml import story_to_yaml

__all__ = ["SUFFIXES", "StoryError", "load_plan", "load_story", "plan_from_yaml", "plan_to_yaml", "story_to_yaml"]
