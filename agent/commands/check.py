"""Owns `storyreel check`: a film's measures as a table, with what failed and what was not measured.

Does not know: how anything is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from agent.api import StoryAgent
from agent.checking import FOLDER, FilmCheck, check_run, unjudged
from agent.editing import Film
from agent.pages import CHECK_PAGE, called_in, write_check_page, write_storyboard
from agent.planning import PLAN_FILE
from agent.retrying import Retries
from agent.store import Store
from consistency import MEASURES, Verdict
from planners import Plan, load_plan

SHOWN: Mapping[str, str] = {
    "identity_reference": "ref", "identity_within": "steady", "identity_across": "before", "presence": "there",
    "place": "place", "style_drift": "style", "flash": "flash", "frozen": "freeze", "seam_jump": "seam",
}  # fmt: skip
"""Measures that have a column, and its title; all others are in the files."""


LEGEND = (
    "ref, steady, before: how alike figures are to their reference, within the shot, to the shot before; there: seen"
    " where planned. Higher is better for these and place, lower for the others. seam: of takes that go on; cuts may"
    " jump. ! fails its threshold."
)


def add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    check = commands.add_parser(
        "check",
        help="measure a film: the same people in every shot, flicker, freezes, joins",
        description="Measure every shot of a film that was made. All numbers are written to DIR/07_check/, "
        "and a page with pictures.",
        epilog="exit codes: 0 measured; 2 there is no such film; 3 with --strict: a shot is not accepted",
    )
    check.add_argument("folder", metavar="DIR", help="the run folder")
    check.add_argument("--embedder", metavar="NAME", help="who compares identities (default: figure-parts@2, offline)")
    check.add_argument(
        "--frames", metavar="NAME",
        help="who compares whole frames and places; clip:DIR compares shots with their texts too",
    )  # fmt: skip
    check.add_argument("--faces", metavar="NAME", help="who compares faces: face:MODEL,DETECTOR.onnx (default: nobody)")
    check.add_argument("--maps", metavar="NAME", help="who compares layouts: vgg19:FILE, VGoT's SC (default: nobody)")
    check.add_argument("--flow", metavar="NAME", default="dis", help="optical flow: dis or raft (default: dis)")
    check.add_argument(
        "--retry", type=int, nargs="?", const=1, default=0, choices=range(1, 21), metavar="N",
        help="make shots that fail again, up to N times (default: once), and keep what is better",
    )  # fmt: skip
    check.add_argument("--budget", type=float, metavar="USD", help="most that hosted models may cost, in all")
    check.add_argument("--strict", action="store_true", help="exit with 3 when a shot is not accepted")
    check.add_argument("--json", action="store_true", help="everything but single frames as JSON")
    check.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    store = Store(Path(options.folder))
    plan = load_plan(store.root / PLAN_FILE)
    named = {
        "embedder_name": options.embedder, "frame_embedder": options.frames,
        "face_embedder": options.faces, "map_embedder": options.maps, "flow_name": options.flow,
    }  # fmt: skip
    tools = {name: value for name, value in named.items() if value}
    if options.retry:
        return _retry(options, plan, store, tools)
    with Progress(console=Console(stderr=True), transient=True, disable=options.json) as bar:
        task = bar.add_task("measuring", total=len(plan.shots))
        found = check_run(
            plan, store, progress=lambda done, total: bar.update(task, completed=done, total=total), **tools
        )
    lacks = _write_pages(plan, store, found)
    if options.json:
        sys.stdout.write(json.dumps(found.summary(), indent=1, ensure_ascii=False) + "\n")
    else:
        _show(plan, found, store, lacks)
    return 3 if options.strict and not found.accepted else 0


def _retry(options: argparse.Namespace, plan: Plan, store: Store, tools: dict[str, str]) -> int:
    money = {} if options.budget is None else {"budget": options.budget}
    found = StoryAgent(**money).retry(store.root, more=options.retry, **tools)
    lacks = _write_pages(plan, store, found.after)
    if options.json:
        sys.stdout.write(json.dumps({**found.after.summary(), **found.summary()}, indent=1, ensure_ascii=False) + "\n")
    else:
        _show(plan, found.after, store, lacks)
        _show_retries(plan, found)
    return 3 if options.strict and not found.after.accepted else 0


def tell_check(film: Film, found: Retries, *, json_line: bool, quiet: bool) -> None:
    """What the check of a film that was just made found and did: its page, and its table or one line of JSON."""
    store = Store(film.folder)
    lacks = _write_pages(film.plan, store, found.after)
    if json_line:
        told = {"kind": "checked", **found.after.summary(), **found.summary()}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    elif not quiet:
        _show(film.plan, found.after, store, lacks)
        _show_retries(film.plan, found)


def _show_retries(plan: Plan, found: Retries) -> None:
    out = Console(highlight=False)
    numbers = {shot.id: str(index) for index, shot in enumerate(plan.shots, 1)}
    table = Table("shot", "before", "after", "used", title="made again")
    for row in found.rows:
        used = "the new attempt" if row.kept == "new" else "the earlier one"
        names = called_in(plan)
        table.add_row(numbers[row.shot], _faults(row.before, names), _faults(row.after, names), used)
    if found.rows:
        out.print(table)
    for note in found.notes:
        out.print(f"note: {note}", markup=False)


def _faults(verdict: Verdict, names: Mapping[str, str]) -> str:
    return "ok" if verdict.accepted else "\n".join(failure.sentence(names) for failure in verdict.failures)


def _write_pages(plan: Plan, store: Store, found: FilmCheck) -> tuple[str, ...]:
    """The check's page, and the storyboard with its scores; returns what the first lacks."""
    lacks = write_check_page(plan, store, found)
    write_storyboard(plan, store)
    return lacks


def _show(plan: Plan, found: FilmCheck, store: Store, lacks: Sequence[str]) -> None:
    out = Console(highlight=False)
    table = Table("shot", "", *SHOWN.values(), title=plan.title, box=SIMPLE, padding=(0, 1, 0, 0))
    numbers = {shot.id: str(index) for index, shot in enumerate(plan.shots, 1)}
    for verdict in found.verdicts:
        apart = unjudged(plan, verdict.shot)
        cells = ["-" if name in apart else _cell(found, name, verdict) for name in SHOWN]
        table.add_row(numbers.get(verdict.shot, verdict.shot), _state(verdict), *cells)
    out.print(table)
    for verdict in found.verdicts:
        for failure in verdict.failures:
            words = failure.sentence(called_in(plan))
            out.print(f"shot {numbers.get(verdict.shot, verdict.shot)}: {words}", markup=False)
    out.print(LEGEND, markup=False)
    for note in (*found.scores.notes, *lacks):
        out.print(f"note: {note}", markup=False)
    out.print(f"with pictures: {store.root / CHECK_PAGE}", markup=False, soft_wrap=True)
    out.print(f"all numbers: {store.root / FOLDER}", markup=False, soft_wrap=True)


def _state(verdict: Verdict) -> str:
    if not verdict.judged:
        return "-"
    return "ok" if verdict.accepted else "FAIL"


def _cell(found: FilmCheck, measure: str, verdict: Verdict) -> str:
    """The worst number of a measure in a shot."""
    rows = found.scores.of(measure, shot=verdict.shot)
    values = [row.value for row in rows if row.value is not None and (row.other or row.shot) == verdict.shot]
    if not values:
        return "-"
    worst = min(values) if MEASURES[measure].better == "higher" else max(values)
    failed = any(failure.measure == measure for failure in verdict.failures)
    return f"{worst:.2f}{'!' if failed else ''}"
