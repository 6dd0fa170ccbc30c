"""The pages of a run folder: the storyboard and the check, each one HTML file that opens from disk."""

from agent.pages.cards import called_in
from agent.pages.checkup import CHECK_PAGE, write_check_page
from agent.pages.storyboard import BOARD_FILE, board_file, write_storyboard

__all__ = ["BOARD_FILE", "CHECK_PAGE", "board_file", "called_in", "write_check_page", "write_storyboard"]
