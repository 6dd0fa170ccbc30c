"""Owns the page of measures: what each is, and the truth table in words and numbers. Pure: data in, Markdown out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from consistency import MEASURES

HEAD = """# Measures

What `storyreel` can say about a film in numbers. This page is written by `python benchmarks/truth_table.py --write`;
the same numbers lie in `consistency/data/thresholds.json`.

Names of published measures are used only where they are computed as published; the rest are our own or surrogates, and
their docstrings in `consistency/` say what they take from whom, and what they cannot see.

## What there is

| measure | what it is | unit | better | needs | published | source |
|---|---|---|---|---|---|---|
"""

TRUTH = """
## Does it measure what it says?

Real animatic shots of the six examples (480x270, several styles and seeds) are drawn anew, or their frames changed,
with one thing wrong at a time. AUC is how often a spoilt shot scores worse than a clean one: 1 always, 0.5 chance. What
a measure must catch should be near 1, what it must ignore near 0.5. The threshold is the balanced point between good
and spoilt, moved towards the spoilt until at most 1 % of the good (clean and ignored shots, three whole examples) is on
its wrong side. "Fails" is the share of spoilt shots that it finds there; "false alarms" the share of numbers of three
other whole examples, which had no part in choosing it, that fail though nothing is wrong. A corruption that leaves the
figure's own pixels as they are (hair under a hat, a look-alike that came out the same) is none and is left out.
Measured on {date} with the offline embedder and optical flow. Figures are cut out by the masks of the plan's own
drawing, as `check` does for shots that are drawn or made over a guide; what that is without masks stands below. A
threshold judges only numbers by the same embedder or flow: with others, numbers are shown and not judged.

| measure | threshold | must catch (fails) | false alarms | must ignore | also seen | samples |
|---|---|---|---|---|---|---|
"""

UNMASKED = """
## Without masks

The same where nobody gives masks and figures are found in the picture (GrabCut around the planned box), as in learned
shots without a guide: heads and hair are often lost, so thresholds are lower and find less.

| measure | threshold | must catch (fails) | false alarms | must ignore | also seen | samples |
|---|---|---|---|---|---|---|
"""

FOUND = """
## What finds what

| wrong | found best by | AUC |
|---|---|---|
"""

TAIL = """
## Where they fall short

{weak}

{text} Faces and VGG maps (`face_within`, `face_across`, `ws_sc`, `cs_sc`) need weights too. Measures without a row in
the truth table have no threshold: look at them, do not judge by them.
"""


UNREAD = """A text swapped for another shot's is not judged here: that needs CLIP's weights, and there is no offline
stand-in. `python benchmarks/truth_table.py --text clip:DIR --write` adds its row; from then on `check --frames
clip:DIR` judges by it."""
READ = "A text swapped for another shot's is judged with the weights that this table was made with."


def page(data: Mapping[str, Any]) -> str:
    """The page for a stored truth table."""
    rows = data["measures"]
    out = [HEAD]
    for measure in MEASURES.values():
        cells = (measure.title, measure.unit, measure.better, measure.needs, "yes" if measure.published else "no")
        out.append(f"| `{measure.name}` | {' | '.join(cells)} | {measure.source} |\n")
    out.append(TRUTH.format(date=data["date"]))
    out += [_line(name, row) for name, row in rows.items()]
    unmasked = {name: row["found"] for name, row in rows.items() if row.get("found")}
    if unmasked:
        out.append(UNMASKED)
        out += [_line(name, row) for name, row in unmasked.items()]
    out.append(FOUND)
    for wrong, (value, name) in sorted(_best(rows).items()):
        out.append(f"| {wrong} | `{name}` | {value:.2f} |\n")
    weak = "\n".join(_weak(rows)) or "Nowhere in this table."
    out.append(TAIL.format(weak=weak, text=READ if "text" in rows else UNREAD))
    return "".join(out)


def _line(name: str, row: Mapping[str, Any]) -> str:
    side = ">=" if MEASURES[name].better == "higher" else "<="
    groups = " | ".join(_cells(row[group]) for group in ("ignored", "other"))
    return f"| `{name}` | {side} {row['value']:g} | {_caught(row)} | {_alarms(row)} | {groups} | {row['samples']} |\n"


def _best(rows: Mapping[str, Any]) -> dict[str, tuple[float, str]]:
    """Corruption -> its best AUC, and the measure that has it."""
    best: dict[str, tuple[float, str]] = {}
    for name, row in rows.items():
        for wrong, value in (row["auc"] | row["ignored"] | row["other"]).items():
            if wrong != "other moment" and value > best.get(wrong, (0.0, ""))[0]:
                best[wrong] = (value, name)
    return best


def _caught(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value:.2f} ({row['caught'][name]:.0%})" for name, value in row["auc"].items())


def _alarms(row: Mapping[str, Any]) -> str:
    return "-" if row["alarms"] is None else f"{row['alarms']:.1%} of {row['films']}"


def _cells(cells: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in cells.items()) or "-"


def _weak(rows: Mapping[str, Any]) -> list[str]:
    out = []
    for name, row in rows.items():
        missed = [f"{what} ({value:.2f})" for what, value in row["auc"].items() if value < 0.9]
        moved = [f"{what} ({value:.2f})" for what, value in row["ignored"].items() if abs(value - 0.5) > 0.2]
        if missed:
            out.append(f"- `{name}` does not reach 0.9 on {', '.join(missed)}.")
        if moved:
            out.append(f"- `{name}` is moved by {', '.join(moved)}, which it should ignore.")
    lost = [f"{wrong} ({value:.2f})" for wrong, (value, _) in sorted(_best(rows).items()) if value < 0.8]
    if lost:
        out.append(f"- Nothing in this table finds {', '.join(lost)} well; the number is the best there is.")
    return out
