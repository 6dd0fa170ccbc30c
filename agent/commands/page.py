"""Owns `storyreel page`: the storyboard page of a film written anew, also as one file that holds the film itself.

Does not know: what stands on the page.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agent.lock import held
from agent.pages import board_file, write_storyboard
from agent.planning import PLAN_FILE
from agent.store import Store
from planners import load_plan


def add_page(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    page = commands.add_parser(
        "page",
        help="write the storyboard page of a film, to look at, to print, to give away",
        description="Write DIR/06_film/storyboard.html: the film, its scenes and shots, who is in them, how all was "
        "made. Every `make` writes it too. It opens from disk without a network and prints six shots a page.",
    )
    page.add_argument("folder", metavar="DIR", help="the run folder")
    page.add_argument("--embed", action="store_true", help="put the film into the page: one file to give away")
    page.add_argument("--out", metavar="FILE", help="where to write it (default: DIR/06_film/storyboard.html)")
    page.set_defaults(command=_page)


def _page(options: argparse.Namespace) -> int:
    root = Path(options.folder)
    plan = load_plan(root / PLAN_FILE)
    out = Path(options.out) if options.out else None
    with held(root):
        write_storyboard(plan, Store(root), embed=options.embed, out=out)
    sys.stdout.write(f"{out or board_file(root)}\n")
    return 0
