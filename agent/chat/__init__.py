"""Talking with a film: what a line of words means, and what is said back."""

from agent.chat.naming import Spoken
from agent.chat.reading import RULES, edits_of, read
from agent.chat.understood import Choice, Command, Understood

__all__ = ["RULES", "Choice", "Command", "Spoken", "Understood", "edits_of", "read"]
