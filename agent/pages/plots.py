"""Owns curves over the film's time as one SVG picture, by matplotlib: a panel a measure, cuts marked, limits drawn.

Loaded only when a check page is written. Does not know: where the numbers come from.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

WIDTH, PANEL = 12.0, 1.55
"""Inches."""
INK, SOFT, LIMIT = "#28212f", "#7a7080", "#a3281f"
LINES = ("#b3471d", "#1f6a78", "#7a4a9e", "#2f7040", "#9a6a00", "#a8325e", "#33589e", "#5f5a52")
"""As the page colours entities."""
_STYLE: Mapping[str, object] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "storyreel",
    "font.family": "sans-serif",
    "font.size": 9,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.parse_math": False,
}
"""Names from a story must not be read as formulas."""


@dataclass(frozen=True)
class Curves:
    """One measure over the film: a line for each of whom it is measured, broken at cuts."""

    title: str
    lines: Mapping[str, Sequence[Sequence[tuple[float, float]]]]
    """Name -> stretches of (seconds, value), one a shot; the empty name when there is only one line."""
    colours: Mapping[str, int] = field(default_factory=dict)
    """Name -> its colour on the page."""
    limit: float | None = None


def plot(panels: Sequence[Curves], cuts: Sequence[tuple[float, str]], seconds: float) -> str:
    """The panels below each other as SVG.

    Args:
        panels: At least one.
        cuts: Where each shot begins, in seconds, and its number.
        seconds: Length of the film.
    """
    with mpl.rc_context(dict(_STYLE)):
        figure = Figure(figsize=(WIDTH, PANEL * len(panels) + 0.7), layout="constrained")
        axes = figure.subplots(len(panels), 1, sharex=True, squeeze=False)[:, 0]
        for at, panel in zip(axes, panels, strict=True):
            _panel(at, panel)
            for start, _ in cuts:
                at.axvline(start, color=SOFT, linewidth=0.6, alpha=0.45)
        for start, number in cuts:
            axes[0].annotate(
                number, (start, 1.0), (2, 3), xycoords=("data", "axes fraction"), textcoords="offset points", color=SOFT
            )
        axes[-1].set_xlim(0, seconds)
        axes[-1].set_xlabel("seconds")
        stream = io.StringIO()
        FigureCanvasSVG(figure).print_svg(stream, metadata={"Date": None})
    return stream.getvalue()


def _panel(at: Axes, panel: Curves) -> None:
    at.set_title(panel.title, loc="left", fontsize=10, pad=14)
    for name, parts in panel.lines.items():
        colour = LINES[panel.colours.get(name, 0)]
        for index, part in enumerate(parts):
            times, values = zip(*part, strict=True)
            marker = "o" if len(part) < 12 else ""
            label = name if name and not index else None
            at.plot(times, values, color=colour, linewidth=1.3, marker=marker, markersize=2.5, label=label)
    if panel.limit is not None:
        at.axhline(panel.limit, color=LIMIT, linewidth=0.9, linestyle=(0, (5, 3)))
    if any(panel.lines):
        at.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False, fontsize=8)
    at.margins(y=0.12)
