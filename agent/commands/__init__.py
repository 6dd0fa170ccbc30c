"""Commands of the command line that stand in files of their own; each has a function that adds it to the parser."""

from agent.commands.check import add_check

__all__ = ["add_check"]
