"""Commands of the command line that stand in files of their own; each has a function that adds it to the parser."""

from agent.commands.board import add_board
from agent.commands.chat import add_chat
from agent.commands.check import add_check
from agent.commands.export import add_export
from agent.commands.page import add_page

__all__ = ["add_board", "add_chat", "add_check", "add_export", "add_page"]
