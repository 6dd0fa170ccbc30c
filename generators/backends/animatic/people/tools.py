"""Owns the small things that belong to a deed, drawn in the hands when the plan gives nothing else to hold.

A book to read, a cup to drink from, pen and pad, spoon and bowl, brush and palette, a shovel, a bite to eat.
Does not know: stances, props of the plan.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from generators.backends.animatic.colours import RGB
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly
from generators.backends.animatic.people.forms import curve, ribbon
from generators.backends.animatic.people.skeleton import Rig

_PAPER: RGB = (248, 240, 220)
_WOOD: RGB = (168, 116, 70)
_STEEL: RGB = (166, 174, 188)
_COVER: RGB = (176, 66, 62)


def _places(rig: Rig) -> tuple[Point, Point, float]:
    return rig.palm(rig.near_arm), rig.palm(rig.far_arm), rig.build.head


def _book(ink: Ink, rig: Rig) -> None:
    near, far, unit = _places(rig)
    x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - unit * 0.45
    if rig.view != "side":
        y += unit * 0.3
        for way in (-1, 1):
            half = poly(
                ((x, y - unit * 0.34), (x + way * unit * 0.72, y - unit * 0.5), (x + way * unit * 0.72, y + unit * 0.4),
                 (x, y + unit * 0.54))
            )  # fmt: skip
            ink.part(half, _COVER)
        return
    head, foot = (x, y - unit * 0.42), (x - unit * 0.12, y + unit * 0.46)
    for way, wide in ((-1, 0.62), (1, 0.78)):
        outer = (
            (head[0] + way * unit * wide, head[1] - unit * 0.22),
            (foot[0] + way * unit * wide, foot[1] - unit * 0.2),
        )
        ink.part(poly((head, outer[0], outer[1], foot)), _COVER)
        inner = [
            (px - way * unit * 0.08, py + unit * shift) for (px, py), shift in zip(outer, (0.1, -0.06), strict=True)
        ]
        ink.part(poly((head, inner[0], inner[1], foot)), _PAPER, depth=0.5, line=0.7)


def _cup(ink: Ink, rig: Rig) -> None:
    (x, y), _, unit = _places(rig)
    tilt = 0.12 * unit
    ink.part(
        blob(
            (
                (x - unit * 0.26, y - unit * 0.36),
                (x + unit * 0.3, y - unit * 0.3 - tilt),
                (x + unit * 0.26, y + unit * 0.3),
                (x - unit * 0.2, y + unit * 0.32),
            ),
            tension=0.2,
        ),
        (86, 148, 160),
    )


def _bite(ink: Ink, rig: Rig) -> None:
    (x, y), _, unit = _places(rig)
    ink.part(ellipse(x + unit * 0.08, y - unit * 0.26, unit * 0.3, unit * 0.28), (204, 62, 52))
    ink.stroke(curve(((x + unit * 0.1, y - unit * 0.5), (x + unit * 0.16, y - unit * 0.66))), _WOOD, unit * 0.08)


def _pen(ink: Ink, rig: Rig) -> None:
    near, far, unit = _places(rig)
    x, y = far
    ink.part(
        poly(
            (
                (x - unit * 0.55, y - unit * 0.12),
                (x + unit * 0.5, y - unit * 0.34),
                (x + unit * 0.72, y - unit * 0.04),
                (x - unit * 0.4, y + unit * 0.2),
            )
        ),
        _PAPER,
    )
    ink.part(
        ribbon(
            (
                (near[0] - unit * 0.2, near[1] - unit * 0.55, unit * 0.09),
                (near[0] + unit * 0.2, near[1] + unit * 0.2, unit * 0.07),
            )
        ),
        _COVER,
        depth=0.4,
    )


def _brush(ink: Ink, rig: Rig) -> None:
    (x, y), (fx, fy), unit = _places(rig)
    ink.part(ellipse(fx + unit * 0.3, fy - unit * 0.12, unit * 0.66, unit * 0.36, -14), _WOOD)
    for k, colour in enumerate(((206, 62, 56), (243, 200, 74), (66, 108, 182), (84, 152, 84))):
        ink.flat(
            ellipse(
                fx + unit * (0.3 + 0.4 * math.cos(k * 1.3 + 2.6)),
                fy + unit * (0.2 * math.sin(k * 1.3 + 2.6) - 0.14),
                unit * 0.11,
                unit * 0.08,
            ),
            colour,
        )
    ink.part(
        ribbon(((x - unit * 0.36, y + unit * 0.3, unit * 0.1), (x + unit * 0.62, y - unit * 0.42, unit * 0.1))),
        _WOOD,
        depth=0.4,
    )
    ink.part(ellipse(x + unit * 0.74, y - unit * 0.5, unit * 0.17, unit * 0.1, -36), (66, 108, 182), depth=0.4)


def _spoon(ink: Ink, rig: Rig) -> None:
    (x, y), (fx, fy), unit = _places(rig)
    ink.part(
        ribbon(((x, y - unit * 0.55, unit * 0.11), (x + unit * 0.3, y + unit * 0.65, unit * 0.12))), _WOOD, depth=0.4
    )
    cx, cy = fx + unit * 0.1, fy + unit * 0.2
    ink.part(
        blob(
            (
                (cx - unit * 0.95, cy - unit * 0.3),
                (cx + unit * 0.95, cy - unit * 0.3),
                (cx + unit * 0.6, cy + unit * 0.42),
                (cx - unit * 0.6, cy + unit * 0.42),
            ),
            tension=0.4,
        ),
        (222, 214, 200),
    )


def _shovel(ink: Ink, rig: Rig) -> None:
    (ax, ay), (bx, by), unit = _places(rig)
    length = math.hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    end = (bx + ux * unit * 2.6, by + uy * unit * 2.6)
    ink.part(ribbon(((ax - ux * unit * 1.0, ay - uy * unit * 1.0, unit * 0.15), (*end, unit * 0.15))), _WOOD, depth=0.5)
    nx, ny = -uy * unit * 0.42, ux * unit * 0.42
    tip = (end[0] + ux * unit * 1.1, end[1] + uy * unit * 1.1)
    ink.part(
        blob(
            (
                (end[0] + nx, end[1] + ny),
                (end[0] - nx, end[1] - ny),
                (tip[0] - nx * 0.5, tip[1] - ny * 0.5),
                (tip[0] + nx * 0.5, tip[1] + ny * 0.5),
            ),
            tension=0.4,
        ),
        _STEEL,
    )


TOOLS: Mapping[str, Callable[[Ink, Rig], None]] = {
    "read": _book, "drink": _cup, "eat": _bite, "write": _pen, "paint": _brush, "cook": _spoon, "dig": _shovel,
}  # fmt: skip
"""What each deed takes."""


def draw_tool(ink: Ink, rig: Rig, action: str) -> None:
    """Draw what the deed takes, if anything; call before the near arm, whose hand closes over it."""
    drawer = TOOLS.get(action)
    if drawer is not None and rig.view != "back":
        drawer(ink, rig)
