"""Owns `storyreel takes` and `storyreel pick`: variants of a shot beside the film, and one of them put into it.

Does not know: how takes are made, measured or kept.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import get_args

from agent.api import StoryAgent
from agent.commands.money import add_asking, agreed, takes_agreed
from agent.commands.options import add_makers, count, dollars, maker_settings, number
from agent.editing import Film
from agent.outlook import shots_of
from agent.store import Store
from agent.takelist import Take
from agent.takes import FOLDER
from agent.variants import Vary
from agent.view import ProgressView, QuietView


def add_takes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to a parser."""
    takes = commands.add_parser(
        "takes",
        help="make variants of shots beside the film, side by side on a sheet",
        description="Make variants of shots beside a film, which stays as it is: see DIR/takes/<shot>.png, then pick. "
        "Without --shot it makes what is queued.",
    )
    _add_common(takes)
    takes.add_argument("--shot", default="", metavar="SHOT,...", help="numbers or ids of shots: 5 or 2,5")
    takes.add_argument("--number", type=count, default=3, metavar="N", help="how many of each shot (default: 3)")
    takes.add_argument(
        "--vary",
        choices=get_args(Vary),
        default="auto",
        help="what is other (default: seed for learned generators, camera and layout for the animatic)",
    )
    when = takes.add_mutually_exclusive_group()
    when.add_argument("--later", action="store_true", help="queue them, also while another run works in the folder")
    when.add_argument("--drop", action="store_true", help="take what is not made yet off the queue")
    takes.set_defaults(command=_takes)
    pick = commands.add_parser("pick", help="put a take into the film; the others stay, `undo` in the chat goes back")
    _add_common(pick)
    pick.add_argument("--shot", required=True, metavar="SHOT", help="its number or id")
    pick.add_argument(
        "--take", type=number, required=True, metavar="N", help="its number on the sheet; 0: as before all takes"
    )
    pick.set_defaults(command=_pick)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="the run folder")
    add_makers(parser)
    parser.add_argument("--budget", type=dollars, metavar="USD", help="most that hosted models may cost, in all")
    add_asking(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors and what came of it")


def _opened(options: argparse.Namespace, view: ProgressView | QuietView) -> tuple[StoryAgent, Film]:
    agent = StoryAgent(listeners=(view.tell,), budget=options.budget, **maker_settings(options))
    return agent, agent.open(options.folder)


def _takes(options: argparse.Namespace) -> int:
    view = QuietView() if options.quiet else ProgressView()
    agent, film = _opened(options, view)
    shots = shots_of(film.plan, options.shot.split(","))
    if options.drop:
        sys.stdout.write(f"{film.drop_takes(*shots)} taken off the queue\n")
        return 0
    if options.later:
        queued = film.takes(*shots, count=options.number, vary=options.vary, make=False)
        waiting = sum(1 for row in queued if row.made is None)
        sys.stdout.write(f"{waiting} queued; `storyreel takes {options.folder}` makes them\n")
        return 0
    if shots:
        film.takes(*shots, count=options.number, vary=options.vary, make=False)
    shots = tuple(dict.fromkeys(shot for shot, _ in film.queued_takes(*shots)))
    if not shots:
        sys.stdout.write("nothing is queued\n")
        return 0
    takes_agreed(film, agent, options, shots)
    with view:
        film.make_takes(*shots)
    tell_takes(film, shots)
    return 0


def tell_takes(film: Film, shots: Sequence[str]) -> None:
    """Say what takes there are of shots, and where their sheets lie."""
    found = {shot: film.taken(shot) for shot in shots}
    for shot, rows in found.items():
        sys.stdout.write("".join(f"{shot} take {row.number}: {_said(film, shot, row)}\n" for row in rows))
        sys.stdout.write(f"{film.folder / FOLDER / f'{shot}.png'}\n")


def _said(film: Film, shot: str, row: Take) -> str:
    if row.made is None:
        return f"{row.differs}; queued"
    here = "in the film; " if row.stands(Store(film.folder), shot) else ""
    verdict = {True: "accepted", False: "not accepted", None: "not judged"}[row.accepted]
    return f"{row.differs}; {here}{verdict}{'' if not row.failures else ': ' + row.failures[0]}"


def _pick(options: argparse.Namespace) -> int:
    view = QuietView() if options.quiet else ProgressView()
    agent, film = _opened(options, view)
    (shot,) = shots_of(film.plan, options.shot.split(","))[:1] or ("",)
    changed = film.pick(shot, options.take, make=False)
    agreed(agent.estimate(changed), agent, options)
    with view:
        made = changed.render()
    view.end(made)
    return 0
