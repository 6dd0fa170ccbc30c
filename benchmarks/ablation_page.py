"""The page of the ablations, from their stored numbers. Knows no measure beside their rows."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import Any

INTRO = """\
# Ablations

What each part of storyreel changes in the numbers that it measures: one thing is switched on or off, everything else
stays. Written by `python benchmarks/ablations.py --write`; nothing in the tables is typed by hand.

VGoT (arXiv 2412.02259, table 3) ablates on one story, leaves its smoothing out, and has a column that its script draws
by chance. Here is every measure of [measures.md](measures.md), also those that get worse, and a column for every kind
of join.

How to read it. A number is the median over films (examples x seeds), with the smallest and the largest in brackets; a
film's number is the mean over its shots, entities or pairs. A number without brackets is the same in all films. A dash:
nothing to measure. Differences within the brackets are none. The measures are the offline ones: identity by colours and
their heights, no faces.

Real footage: `python benchmarks/ablations.py --reference clip.mp4` cuts it into its shots (at most its first minute)
and prints the same measures beside the thresholds, with how many shots each would refuse; `--write` puts them on this
page. A photograph is filmed first.
"""


def page(found: Mapping[str, Any]) -> str:
    """The whole page."""
    parts = [INTRO, *(_group(group) for group in found["groups"])]
    if found["missing"]:
        parts.append("Not measured, as the time was over: " + "; ".join(found["missing"]) + ".\n")
    if found.get("footage"):
        parts.append(f"## Footage\n\n{found['footage']['about']}\n\n{found['footage']['table']}")
    return "\n".join(parts)


def _group(group: Mapping[str, Any]) -> str:
    """One table: measures down, variants across."""
    columns = group["columns"]
    rows = [row for row in group["rows"] if any(row["name"] in film for column in columns for film in column["films"])]
    head = ["measure", "better", *(column["name"] for column in columns)]
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for row in rows:
        cells = [_cell([film[row["name"]] for film in column["films"] if row["name"] in film]) for column in columns]
        lines.append(f"| {row['name']}, {row['unit']} | {row['better']} | {' | '.join(cells)} |")
    counts = "; ".join(f"{column['name']}: {len(column['films'])} films, {column['shots']} shots" for column in columns)
    abouts = "\n".join(f"- {column['name']}: {column['about']}" for column in columns)
    table = "\n".join(lines)
    size = group["size"]
    ran = f"{size['size'][0]}x{size['size'][1]}, {size['fps']} frames a second, at most {size['frames']} frames a shot"
    foot = f"{counts}. {ran}. {group['date']}, {group['machine']}."
    return f"## {group['title']}\n\n{group['about']}\n\n{abouts}\n\n{table}\n\n{foot}\n"


def _cell(values: Sequence[float]) -> str:
    if not values:
        return "-"
    middle, low, high = (_short(value) for value in (statistics.median(values), min(values), max(values)))
    return middle if low == high else f"{middle} ({low} to {high})"


def _short(value: float) -> str:
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.3f}"
