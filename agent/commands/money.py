"""Owns `storyreel estimate` and `storyreel ledger`, and the question before a run that can cost much.

Does not know: how anything is estimated, held or spent.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from agent.api import StoryAgent
from agent.budget import LEDGER_FILE, Ledger, Row
from agent.commands.options import STORY, add_makers, add_planner, dollars, maker_settings, planner_settings
from agent.errors import NotAgreed
from agent.estimate import Estimate, ShotCost, may_cost
from agent.spans import dollars as in_dollars
from agent.spans import times
from planners import Story, StoryError, load_story

ABOVE = 1.0
"""US dollars that a run may cost without asking."""


def add_money(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to a parser."""
    estimate = commands.add_parser(
        "estimate",
        help="what a film would cost and take, before anything is made or asked",
        description="Say what making a film would cost and take, per shot and in all. Only what is stale counts; no "
        "server is asked, no generator is loaded.",
    )
    estimate.add_argument("story", metavar="STORY|DIR", help=STORY)
    estimate.add_argument("--out", metavar="DIR", help="run folder (default: runs/<name of the story>)")
    add_planner(estimate)
    add_makers(estimate)
    estimate.add_argument("--json", action="store_true", help="as JSON")
    estimate.set_defaults(command=_estimate)
    ledger = commands.add_parser("ledger", help="what a film has really cost, call by call")
    ledger.add_argument("folder", metavar="DIR", help="the run folder")
    ledger.add_argument("--json", action="store_true", help="as JSON")
    ledger.set_defaults(command=_ledger)


def add_asking(parser: argparse.ArgumentParser) -> None:
    """Add the options of the question before a run."""
    parser.add_argument(
        "--ask-above", type=dollars, default=ABOVE, metavar="USD", help="ask before a run that can cost more (1.00)"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")


def asked_first(agent: StoryAgent, options: argparse.Namespace, **more: Any) -> tuple[str | Story, str | None]:
    """Ask the user when the run can cost more than `--ask-above`; returns the story to make, and where.

    Raises:
        NotAgreed: the user said no, or nobody can be asked.
    """
    if options.yes or not may_cost(agent.settings):
        return options.story, options.out
    piped = options.story == "-"
    source: str | Story = load_story("-") if piped else options.story
    out = options.out or ("runs/story" if piped else None)
    found = agent.estimate(source, out=out, **more)
    budget = agent.settings.budget
    bounds = [found.usd.most, None if budget is None else max(0.0, budget - found.spent)]
    known = [bound for bound in bounds if bound is not None]
    if known and min(known) <= options.ask_above:
        return source, out
    said = f"this can cost {in_dollars(found.usd)}"
    if piped or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NotAgreed(f"{said}, more than --ask-above {options.ask_above:.2f}; nothing was asked, nothing is spent")
    _show(found, Console(stderr=True, highlight=False))
    sys.stderr.write(f"{said[0].upper()}{said[1:]}. Go on? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise NotAgreed("not begun; nothing is spent")
    return source, out


def _estimate(options: argparse.Namespace) -> int:
    agent = StoryAgent(**maker_settings(options), **planner_settings(options))
    found = agent.estimate(options.story, out=options.out)
    if options.json:
        sys.stdout.write(json.dumps(found.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n")
    else:
        _show(found, Console(highlight=False))
    return 0


def _show(found: Estimate, out: Console) -> None:
    table = Table("shot", "makes", "costs", "work", title=found.title)
    if found.planner is not None:
        row = found.planner
        table.add_row("plan", f"{row.questions} questions to {row.model}, about {row.prompt_tokens} tokens", "", "")
    for item in (*found.shots, found.shared):
        if item.makes:
            table.add_row(str(item.number or "all"), _made(item), in_dollars(item.usd), times(item.seconds))
    out.print(table)
    stale = sum(1 for item in found.shots if item.makes)
    rest = "; the others are current" if stale < len(found.shots) else ""
    out.print(f"{stale} of {len(found.shots)} shots would be made{rest}.")
    out.print(f"costs: {in_dollars(found.usd)}; spent so far: {found.spent:.4g} USD")
    out.print(f"takes: {times(found.seconds)}")
    for used in found.prices:
        old = f", {used.days} days old" if used.days is not None else ""
        out.print(
            f"price: {used.what}: {used.date}{old} {used.source}".replace("  ", " "), markup=False, soft_wrap=True
        )
    for note in found.notes:
        out.print(f"note: {note}", markup=False, soft_wrap=True)


def _made(item: ShotCost) -> str:
    named = (name.partition(":") if name.startswith("line:") else name.rpartition(":") for name in item.makes)
    kinds = ["spoken line" if kind == "line" else kind or rest for kind, _, rest in named]
    return ", ".join(f"{kinds.count(kind)} {kind.replace(':', ' ')}" for kind in dict.fromkeys(kinds))


def _ledger(options: argparse.Namespace) -> int:
    folder = Path(options.folder)
    if not folder.is_dir():
        raise StoryError("there is no such run folder", source=folder)
    ledger = Ledger(folder / LEDGER_FILE, joins=True)
    if options.json:
        rows = [row.model_dump(mode="json", exclude={"holder"}) for row in ledger.rows]
        told = {"usd": ledger.usd, "limit": ledger.limit, "rows": rows}
        sys.stdout.write(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
        return 0
    out = Console(highlight=False)
    table = Table("when", "what", "for", "tokens in", "out", "USD", "")
    for row in ledger.rows:
        table.add_row(*_cells(row))
    if ledger.rows:
        out.print(table)
    limit = "" if ledger.limit is None else f" of a budget of {ledger.limit:.2f}"
    out.print(f"{len(ledger.rows)} calls, {ledger.usd:.4f} USD{limit}")
    return 0


def _cells(row: Row) -> tuple[str, ...]:
    told = row.spending
    usd = "not known" if told.usd is None else f"{told.usd:.4f}"
    state = {"held": "under way", "lost": "stopped half-way: counts in full"}.get(row.state, "")
    guess = "estimated" if told.estimated and not state else ""
    return (row.at, told.what, told.where, str(told.prompt_tokens), str(told.completion_tokens), usd, state or guess)
