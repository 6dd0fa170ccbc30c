"""Owns the sums of the truth table: area under the curve, threshold, the row of a measure. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from consistency import Measure

ALARMS = 0.01
"""At most such a share of the numbers of good shots and films is on the wrong side of a threshold."""
CHOSEN, HELD_OUT = "whole film", "held-out film"
"""Cells of whole films that are as they should be: those that thresholds are chosen with, and the others."""
LEAST = 12
"""Fewest numbers of a cell that is reported."""


def auc(good: Sequence[float], bad: Sequence[float], *, higher: bool) -> float:
    """How often a number of `bad` is worse than one of `good`; ties count half."""
    a, b = np.array(good)[:, None], np.array(bad)[None]
    worse = b < a if higher else b > a
    return float(worse.mean() + 0.5 * (a == b).mean())


def balanced(good: Sequence[float], bad: Sequence[float], *, higher: bool) -> float:
    """The number at which as few of both as possible are on the wrong side (largest mean of both right shares)."""
    everything = np.unique([*good, *bad])
    middles = (everything[1:] + everything[:-1]) / 2 if len(everything) > 1 else everything
    sign = 1 if higher else -1
    right = [np.mean(sign * np.array(good) >= sign * m) + np.mean(sign * np.array(bad) < sign * m) for m in middles]
    best = np.flatnonzero(np.isclose(right, max(right)))
    return float(middles[best[len(best) // 2]])


def lenient(good: Sequence[float], bad: Sequence[float], *, higher: bool) -> float:
    """The balanced number, or one that is easier on the good where too many of them would fail at it."""
    value = balanced(good, bad, higher=higher)
    edge = float(np.quantile(good, ALARMS if higher else 1 - ALARMS))
    return min(value, edge) if higher else max(value, edge)


def failing(numbers: Sequence[float], value: float, *, higher: bool) -> float:
    """Share of numbers on the wrong side of a threshold."""
    found = np.array(numbers)
    return float(np.mean(found < value if higher else found > value))


def judge(measure: Measure, cells: Mapping[str, Sequence[float]]) -> dict[str, object] | None:
    """The row of one measure; None when a cell that it must catch has too few numbers."""
    higher = measure.better == "higher"
    good, caught = cells.get("clean", []), [name for name in measure.catches if len(cells.get(name, [])) >= LEAST]
    if len(good) < LEAST or not caught:
        return None
    left = [name for name in measure.ignores if len(cells.get(name, [])) >= LEAST]
    bad = [value for name in caught for value in cells[name]]
    films = list(cells.get(CHOSEN, []))
    fine = [*good, *films, *(value for name in left for value in cells[name])]
    others = sorted(set(cells) - {"clean", CHOSEN, HELD_OUT, *caught, *left})
    value = round(lenient(fine, bad, higher=higher), 4)
    unseen = list(cells.get(HELD_OUT, []))
    return {
        "value": value,
        "caught": {name: round(failing(cells[name], value, higher=higher), 3) for name in caught},
        "alarms": round(failing(unseen, value, higher=higher), 3) if unseen else None,
        "films": len(unseen),
        "auc": {name: round(auc(good, cells[name], higher=higher), 3) for name in caught},
        "ignored": {name: round(auc(good, cells[name], higher=higher), 3) for name in left},
        "other": {
            name: round(auc(good, cells[name], higher=higher), 3) for name in others if len(cells[name]) >= LEAST
        },
        "samples": min(len(cells[name]) for name in ("clean", *caught, *left)),
    }
