"""Commands of the command line that stand in files of their own; each has a function that adds it to the parser."""

from agent.commands.board import add_board
from agent.commands.chat import add_chat
from agent.commands.check import add_check, tell_check
from agent.commands.export import add_export
from agent.commands.money import add_asking, add_money, asked_first, takes_agreed
from agent.commands.page import add_page
from agent.commands.taking import add_takes, tell_takes

__all__ = [
    "add_asking",
    "add_board",
    "add_chat",
    "add_check",
    "add_export",
    "add_money",
    "add_page",
    "add_takes",
    "asked_first",
    "takes_agreed",
    "tell_check",
    "tell_takes",
]
