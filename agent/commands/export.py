"""Owns `storyreel export`: a finished film for editing programs, players and outside evaluators.

Does not know: how any format is written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from agent.exporting import FORMATS, export_run
from agent.planning import PLAN_FILE
from agent.store import Store
from planners import load_plan


def add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    rows = "\n".join(f"  {name:<13} {row.about}" for name, row in FORMATS.items())
    export = commands.add_parser(
        "export",
        help="hand a film over: timelines for editing programs, subtitles, a zip, folders for benchmarks",
        description="Hand a finished film over. Nothing is encoded again.",
        epilog=f"formats:\n{rows}\n\nexit codes: 0 written; 2 there is no such film or format; 3 it is not made yet",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    export.add_argument("folder", metavar="DIR", help="the run folder")
    export.add_argument("--format", required=True, metavar="NAME", help=", ".join(FORMATS))
    export.add_argument("--out", metavar="PATH", help="a folder, or a file with the format's ending (DIR/08_export/)")
    export.add_argument("--json", action="store_true", help="what was written, as JSON")
    export.set_defaults(command=_export)


def _export(options: argparse.Namespace) -> int:
    store = Store(Path(options.folder))
    plan = load_plan(store.root / PLAN_FILE)
    done = export_run(plan, store, to=options.format, out=Path(options.out) if options.out else None)
    if options.json:
        sys.stdout.write(done.model_dump_json(indent=1) + "\n")
        return 0
    sys.stdout.write("".join(f"{file}\n" for file in done.files))
    sys.stderr.write("".join(f"note: {note}\n" for note in done.notes))
    return 0
