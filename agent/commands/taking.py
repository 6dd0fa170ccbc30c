"""Owns `storyreel takes` and `storyreel pick`: variants of a shot beside the film, and one of them put into it.

Does not know: how takes are made, measured or kept.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from agent.api import StoryAgent
from agent.commands.options import add_makers, count, dollars, maker_settings
from agent.editing import Film
from agent.outlook import shots_of
from agent.takes import FOLDER, Take
from agent.view import ProgressView, QuietView


def add_takes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to a parser."""
    takes = commands.add_parser(
        "takes",
        help="make variants of one shot beside the film, side by side on a sheet",
        description="Make variants of shots beside a film, which stays as it is: see DIR/takes/<shot>.png, then pick.",
    )
    _add_common(takes)
    takes.add_argument("--number", type=count, default=3, metavar="N", help="how many of each shot (default: 3)")
    takes.add_argument(
        "--vary",
        choices=("auto", "seed", "camera"),
        default="auto",
        help="what is other (default: seed for learned generators, camera for the animatic)",
    )
    takes.set_defaults(command=_takes)
    pick = commands.add_parser("pick", help="put a take into the film; the others stay, `undo` in the chat goes back")
    _add_common(pick)
    pick.add_argument("--take", type=count, required=True, metavar="N", help="its number on the sheet")
    pick.set_defaults(command=_pick)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="the run folder")
    parser.add_argument("--shot", required=True, metavar="SHOT,...", help="numbers or ids of shots: 5 or 2,5")
    add_makers(parser)
    parser.add_argument("--budget", type=dollars, metavar="USD", help="most that hosted models may cost, in all")
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors and what came of it")


def _opened(options: argparse.Namespace, view: ProgressView | QuietView) -> Film:
    agent = StoryAgent(listeners=(view.tell,), budget=options.budget, **maker_settings(options))
    return agent.open(options.folder)


def _takes(options: argparse.Namespace) -> int:
    view = QuietView() if options.quiet else ProgressView()
    film = _opened(options, view)
    shots = shots_of(film.plan, options.shot.split(","))
    with view:
        film.takes(*shots, count=options.number, vary=options.vary)
    tell_takes(film, shots)
    return 0


def tell_takes(film: Film, shots: Sequence[str]) -> None:
    """Say what takes there are of shots, and where their sheets lie."""
    found = {shot: film.taken(shot) for shot in shots}
    for shot, rows in found.items():
        sys.stdout.write("".join(f"{shot} take {row.number}: {_said(row)}\n" for row in rows))
        sys.stdout.write(f"{film.folder / FOLDER / f'{shot}.png'}\n")


def _said(row: Take) -> str:
    verdict = {True: "accepted", False: "not accepted", None: "not judged"}[row.accepted]
    return f"{row.differs}; {verdict}{'' if not row.failures else ': ' + row.failures[0]}"


def _pick(options: argparse.Namespace) -> int:
    view = QuietView() if options.quiet else ProgressView()
    film = _opened(options, view)
    (shot,) = shots_of(film.plan, options.shot.split(","))[:1] or ("",)
    with view:
        changed = film.pick(shot, options.take)
    view.end(changed)
    return 0
