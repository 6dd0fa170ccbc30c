"""Owns what each hair style looks like from the front and from the back of the head.

Does not know: faces, hats (the head clips the hair under them).
"""

from __future__ import annotations

from dataclasses import dataclass

from generators.backends.animatic.kit import Ink
from generators.backends.animatic.people.hairline import (
    cap,
    combed_back,
    combed_over,
    curtain,
    hairline,
    many,
    strands,
)
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import weight


@dataclass(frozen=True)
class Style:
    """How a style is built; lengths in head units."""

    top: float = 0.1
    side: float = 0.06
    line: str = "round"
    comb: str = "over"
    low: float = 0.0
    """Where hair over the ears ends; 0 leaves the ears free."""
    ears: bool = True


STYLES: dict[str, Style] = {
    "short": Style(0.12, 0.06, "side"),
    "bob": Style(0.13, 0.12, "swept", low=0.72, ears=False),
}


def draw_hair(ink: Ink, skull: Skull) -> None:
    """Hair in front of the face."""
    style = STYLES.get(skull.look.hair, STYLES["short"])
    colour = skull.look.hair_colour
    line = hairline(skull, style.line)
    if style.low:
        path = curtain(skull, line, style.top, style.side, style.low)
    else:
        path = cap(skull, line, style.top, style.side)
    ink.part(path, colour, role="hair", line=weight(ink), depth=0.8)
    if style.comb == "over":
        strands(ink, colour, combed_over(skull, style.top, many(ink, 2, 5)))
    else:
        strands(ink, colour, combed_back(skull, line, skull.rim(-40), many(ink, 4, 9)))


def draw_hair_back(ink: Ink, skull: Skull) -> None:
    """Hair behind head and body."""
