"""Owns `storyreel board`: a film's shots as a table on the terminal, with their stills where it can show pictures.

Does not know: what states shots are in.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from agent.board import Board, BoardShot, board
from agent.inline import protocol, shown
from agent.outlook import worded
from agent.planning import PLAN_FILE
from agent.settings import Settings
from agent.store import Store
from planners import load_plan

COLOURS = {"current": "green", "stale": "yellow", "missing": "dim", "failed": "red", "kept": "cyan", "yours": "magenta"}


def add_board(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    parser = commands.add_parser(
        "board",
        help="the shots of a film: what is made, what is stale and why, lengths, cast, checks",
        description="The shots of a film as a table. Stills are shown in terminals that can (kitty, iTerm2, sixel).",
    )
    parser.add_argument("folder", metavar="DIR", help="the run folder")
    parser.add_argument("--keyframes", default="animatic", metavar="NAME", help="image generator (default: animatic)")
    parser.add_argument("--shots", default="animatic", metavar="NAME", help="video generator (default: animatic)")
    parser.add_argument("--voice", default="hibari", metavar="NAME", help="speech engine, or none (default: hibari)")
    parser.add_argument("--no-pictures", action="store_true", help="the table only")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(command=_board)


def _board(options: argparse.Namespace) -> int:
    store = Store(Path(options.folder))
    plan = load_plan(store.root / PLAN_FILE)
    settings = Settings(keyframes=options.keyframes, shots=options.shots, voice=options.voice)
    found = board(plan, store, settings)
    if options.json:
        sys.stdout.write(found.model_dump_json(indent=1) + "\n")
        return 0
    show_board(found, Console(highlight=False), pictures=not options.no_pictures)
    return 0


def show_board(found: Board, out: Console, *, pictures: bool = True) -> None:
    """Print the table, and the stills before it where the terminal can show them."""
    by = protocol(os.environ, terminal=out.is_terminal)
    for row in found.shots if pictures and by != "none" else ():
        if row.keyframe is not None:
            out.print(f"{row.number}  {row.text}", markup=False)
            out.file.write(shown(row.keyframe.read_bytes(), by))
    table = Table("shot", "state", "length", "checked", "paid", "what happens", "who", title=found.title)
    for row in found.shots:
        colour = COLOURS[row.state]
        table.add_row(
            str(row.number), f"[{colour}]{row.state}[/]", f"{row.seconds:.1f} s", _checked(row), _paid(row),
            row.text, ", ".join(row.cast),
        )  # fmt: skip
    out.print(table)
    for row in found.shots:
        if row.state in ("stale", "failed"):
            why = worded(row.reason) if row.state == "stale" else row.reason
            out.print(f"shot {row.number} is {row.state}: {why}", markup=False)


def _checked(row: BoardShot) -> str:
    if row.accepted is None:
        return "-"
    return "ok" if row.accepted else ", ".join(row.failures) or "fails"


def _paid(row: BoardShot) -> str:
    return "-" if row.spent is None else f"${row.spent:.2f}"
