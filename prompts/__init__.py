"""Text only: one template per file for language models. Does not know: anybody.

The offline planner needs none; the folder is the leftmost link of the import contract.
"""

from prompts.fence import fenced, neutral
from prompts.library import PromptError, Rendered, Template, names, render, template

__all__ = ["PromptError", "Rendered", "Template", "fenced", "names", "neutral", "render", "template"]
