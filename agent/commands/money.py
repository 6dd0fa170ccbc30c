"""Owns `storyreel estimate` and `storyreel ledger`, and the question before a run that can cost much.

Does not know: how anything is estimated, held or spent.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from agent.api import StoryAgent
from agent.budget import LEDGER_FILE, Ledger, Row
from agent.commands.options import STORY, add_makers, add_planner, dollars, maker_settings, planner_settings
from agent.editing import Film
from agent.errors import NotAgreed
from agent.estimate import Estimate, ShotCost, may_cost
from agent.spans import FREE, Span, times
from agent.spans import dollars as in_dollars
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
    agreed(agent.estimate(source, out=out, **more), agent, options, piped=piped)
    return source, out


def agreed(found: Estimate, agent: StoryAgent, options: argparse.Namespace, *, piped: bool = False) -> None:
    """See that what a run can cost is below `--ask-above`, or that the user agrees to it.

    Args:
        found: What it would cost.
        agent: Makes it; its budget counts, with what is spent already.
        options: With `ask_above` and `yes`.
        piped: Whether standard input is the story, so that nobody can answer.

    Raises:
        NotAgreed: the user said no, or nobody can be asked.
    """
    if options.yes or not may_cost(agent.settings) or _below(found.usd, found.spent, agent, options.ask_above):
        return
    _answered(found.usd, options.ask_above, piped, lambda: _show(found, Console(stderr=True, highlight=False)))


def takes_agreed(film: Film, agent: StoryAgent, options: argparse.Namespace, shots: Sequence[str]) -> None:
    """The same for the takes that are queued.

    Raises:
        NotAgreed: the user said no, or nobody can be asked; the takes stay in the queue.
    """
    if options.yes or not may_cost(agent.settings):
        return
    rows = film.takes_cost(*shots)
    usd = sum((row.usd for row in rows), FREE)
    if not _below(usd, Ledger(film.folder / LEDGER_FILE, joins=True).usd, agent, options.ask_above):
        _answered(usd, options.ask_above, False, lambda: sys.stderr.write(f"{len(rows)} takes are queued.\n"))


def _below(usd: Span, spent: float, agent: StoryAgent, above: float) -> bool:
    budget = agent.settings.budget
    bounds = [usd.most, None if budget is None else max(0.0, budget - spent)]
    known = [bound for bound in bounds if bound is not None]
    return bool(known) and min(known) <= above


def _answered(usd: Span, above: float, piped: bool, show: Callable[[], object]) -> None:
    said = f"this can cost {in_dollars(usd)}"
    if piped or not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NotAgreed(f"{said}, more than --ask-above {above:.2f}; nothing was asked, nothing is spent")
    show()
    sys.stderr.write(f"{said[0].upper()}{said[1:]}. Go on? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise NotAgreed("not begun; nothing is spent")


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
