"""Owns rows: how many who stand side by side share the width of the frame without becoming tiny.

Does not know: who they are, what they do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GAP = 0.045
"""Air between neighbours, as a share of the frame's width."""
LEAST = 0.66
"""Figures are not made smaller than this for want of room; they close up instead."""
ROOM = 0.92
"""Share of the frame's width that a row may take."""
STEP = 0.022
"""How much nearer or farther every other one of a closed-up row stands."""


def width_of(widths: Sequence[float]) -> float:
    """Width of a row with air between its members."""
    return sum(widths) + GAP * max(len(widths) - 1, 0)


def shrink_of(widths: Sequence[float]) -> float:
    """By what the members of a row are made smaller."""
    whole = width_of(widths)
    return min(1.0, max(ROOM / whole, LEAST)) if whole > 0 else 1.0


def in_row(keys: Sequence[str], sizes: Mapping[str, tuple[float, float]]) -> list[tuple[str, float, float]]:
    """(key, x of the middle, step toward the viewer) from left to right, closed up when the row is too wide."""
    widths = [sizes[key][0] for key in keys]
    whole = width_of(widths)
    x, middles = 0.5 - whole / 2, []
    for width in widths:
        middles.append(x + width / 2)
        x += width + GAP
    if whole <= ROOM + 1e-6 or len(keys) < 2:
        return [(key, at, 0.0) for key, at in zip(keys, middles, strict=True)]
    squeeze = (ROOM - (widths[0] + widths[-1]) / 2) / (middles[-1] - middles[0])
    return [
        (key, 0.5 + (at - 0.5) * squeeze, STEP if index % 2 else -STEP)
        for index, (key, at) in enumerate(zip(keys, middles, strict=True))
    ]
