"""Talking with a film: what a line of words means, and what is said back."""

from agent.chat.naming import Spoken
from agent.chat.reading import RULES, command_of, edits_of, read
from agent.chat.understood import Choice, Command, CommandName, Understood

__all__ = ["RULES", "Choice", "Command", "CommandName", "Spoken", "Understood", "command_of", "edits_of", "read"]
