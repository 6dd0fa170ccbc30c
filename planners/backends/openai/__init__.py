"""The `openai:MODEL` planner backend: any server that speaks OpenAI's chat protocol.

Loaded when first used; importing storyreel does not import the openai package.
"""

from planners.backends.openai.conformance import examine
from planners.backends.openai.habits import Habits
from planners.backends.openai.model import OpenAIChatModel
from planners.endpoint import Endpoint, endpoint

__all__ = ["Endpoint", "Habits", "OpenAIChatModel", "endpoint", "examine"]
