"""Owns the strings by which kites and balloons are held: from the hand to the thing, sagging a little.

Does not know: how either end is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import skia

from generators.backends.animatic.company import Drawn
from generators.backends.animatic.hands import flown
from generators.backends.animatic.kit import Ink, Point

_SAG = 0.12
"""How far a string hangs through, as a share of its length across."""
_COLOUR = (236.0, 228.0, 214.0)


def draw_strings(ink: Ink, drawn: Sequence[Drawn]) -> None:
    """Draw the string of everything that is flown by somebody in the frame."""
    by_key = {item.key: item for item in drawn}
    for item in drawn:
        holder = by_key.get(item.acting.member.track.held_by or "")
        if holder is None or not flown(item.acting, holder.acting):
            continue
        hand, grip = _at(holder, "hand"), _at(item, "grip")
        if hand is not None and grip is not None:
            ink.stroke(_line(hand, grip), _COLOUR, max(ink.line_px * 0.55, 0.8), 230)


def _at(item: Drawn, name: str) -> Point | None:
    spot = item.acting.member.figure.anchors(item.acting.pose).get(name)
    return None if spot is None else item.placement.point(spot)


def _line(hand: Point, grip: Point) -> skia.Path:
    path = skia.Path()
    path.moveTo(*hand)
    sag = abs(grip[0] - hand[0]) * _SAG
    path.quadTo((hand[0] + grip[0]) / 2, (hand[1] + grip[1]) / 2 + sag, *grip)
    return path
