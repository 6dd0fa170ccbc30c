"""Owns the looks: for each style, the hands for scenery and figures, the grade, and the finish over the frame.

Does not know: what is drawn, where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import skia

from generators.backends.animatic.finish import Finish, paper_finish
from generators.backends.animatic.kit import Look, Storybook


@dataclass(frozen=True)
class Style:
    """Everything that a style decides."""

    name: str
    scenery: Look
    figures: Look
    finish: Finish
    scenery_grade: skia.ColorFilter | None = None
    """Colour change over the baked scenery."""
    figure_grade: skia.ColorFilter | None = None
    line_px: float = 2.0
    """Contour width at 720 lines."""
    rim: float = 1.0
    """Share of the scene's rim light that figures get."""
    shadow: float = 1.0
    """Share of the scene's cast shadow."""
    lettering: tuple[float, float, float] = (255.0, 246.0, 226.0)


def _storybook() -> Style:
    return Style(name="storybook", scenery=Storybook(), figures=Storybook(), finish=paper_finish)


_MAKERS: dict[str, Callable[[], Style]] = {"storybook": _storybook}


def style(name: str) -> Style:
    """The style with this name; names come from `generators.styles.resolve_style`."""
    return _MAKERS.get(name, _storybook)()
