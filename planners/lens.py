"""Owns the geometry of the camera: framing, focus and move -> the window that the camera sees.

A window is a rectangle of the stage with the same width and height in stage units, so that it always has the
frame's aspect. Does not know: plans, figures, drawing.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""(x0, y0, x1, y1), origin top left, x to the right, y down."""

Head = tuple[float, float, float]
"""Middle (x, y) of a head and its height, in shares of its figure's box, for a figure that faces right."""

UPRIGHT_HEAD: Head = (0.54, 0.15, 0.17)
"""The head of a standing person."""

FULL: Box = (0.0, 0.0, 1.0, 1.0)

WIDE_FRAME = (1280, 720)

SPAN: Mapping[str, float] = {
    "extreme wide": 0.0, "wide": 0.0, "full": 1.28, "medium wide": 0.86, "medium": 0.64,
    "medium close-up": 0.46, "close-up": 0.33, "extreme close-up": 0.19,
}  # fmt: skip
"""Height of the window over the height of the focused figure; 0 means the whole stage."""

TRAVEL: Mapping[str, float] = {"slow": 0.06, "medium": 0.12, "fast": 0.22}
"""How far a move takes the window, as a share of the window's size."""

THING: Mapping[str, float] = {
    "medium wide": 2.6, "medium": 2.0, "medium close-up": 1.6, "close-up": 1.25, "extreme close-up": 0.8,
}  # fmt: skip
"""Side of the window over the larger side of a focused thing."""

HEADS: Mapping[str, tuple[float, float]] = {
    "medium wide": (5.1, 0.24), "medium": (3.8, 0.3), "medium close-up": (2.7, 0.38), "close-up": (1.95, 0.46),
    "extreme close-up": (1.15, 0.5),
}  # fmt: skip
"""Side of the window over the height of the focused head, and how far down in the window its middle is."""

_SHOULDERS = 2.0
"""Width over the shoulders in heads."""

LOOK_ROOM = 0.06
"""How far behind the window's middle a head is, so that it has room to look into, as a share of its side."""

_AHEAD = 0.65
"""A head farther to the front than this has its body behind it, not below."""
_BODY = 0.4
"""How far the window's middle then moves from the head to the body."""

_CROWN = 0.05
"""Air over the top of a figure whose head is not its top (a squid, a dragon's wings), as a share of the side."""

_OPPOSITE: Mapping[str, str] = {"left": "right", "right": "left", "up": "down", "down": "up"}
_HEADROOM = 0.1
_OVERSCAN = 0.12
"""How far a window may leave the stage to the left and right; places are painted beyond it."""


class Subject(NamedTuple):
    """Something that the camera frames: its box on the stage, its head, and the side that it faces (-1, 0, 1)."""

    box: Box
    head: Head | None = UPRIGHT_HEAD
    side: int = 0


def window_at(
    t: float,
    *,
    framing: str,
    move: str,
    speed: str,
    focus: Sequence[Subject],
    start: Box | None,
    end: Box | None,
    size: tuple[int, int] = WIDE_FRAME,
) -> Box:
    """The rectangle of the stage that the camera sees at time t in [0, 1], eased in and out.

    Args:
        t: Time in the shot.
        framing: A key of SPAN.
        move: static, left, right, up, down, zoom in, zoom out.
        speed: A key of TRAVEL.
        focus: The focused figures; none means the whole stage.
        start: The window at t = 0 when it is fixed; wins over what framing implies.
        end: The window at t = 1 when it is fixed.
        size: Width and height of the frame in pixels.
    """
    rest = framed(framing, focus, size)
    first, last = start or rest, end or start or rest
    if start is None and end is None:
        first, last = _travel(rest, move, TRAVEL[speed])
    return mix(first, last, t * t * (3 - 2 * t))


def _travel(rest: Box, move: str, share: float) -> tuple[Box, Box]:
    """The first and last window of a move around where the camera rests."""
    if move == "zoom in":
        return rest, moved(rest, move, share)
    if move == "zoom out":
        return moved(rest, "zoom in", share), rest
    if move in _OPPOSITE:
        tight = moved(rest, "zoom in", share) if rest == FULL else rest
        return moved(tight, _OPPOSITE[move], share / 2), moved(tight, move, share / 2)
    return rest, rest


def framed(framing: str, focus: Sequence[Subject], size: tuple[int, int] = WIDE_FRAME) -> Box:
    """The window that a framing asks for around figures on the stage, in a frame of `size` pixels."""
    span = SPAN[framing]
    if span == 0.0 or not focus:
        return FULL
    if len(focus) == 1 and framing in HEADS:
        item = focus[0]
        return _on_thing(framing, item.box) if item.head is None else _on_head(framing, item, size[1] / size[0])
    return _on_all(span, [item.box for item in focus])


def _on_all(span: float, boxes: Sequence[Box]) -> Box:
    """Several figures, or one from head to foot."""
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    side = min(max(span * (y1 - y0), (x1 - x0) * 1.08, 0.1), 1.0)
    top = y0 - _HEADROOM * side if span < 1.2 else (y0 + y1) / 2 - side / 2
    return _inside((x0 + x1) / 2 - side / 2, top, side)


def _on_head(framing: str, item: Subject, tall: float) -> Box:
    """One figure by its head, which is at the front of an animal and on top of a person.

    Args:
        framing: A key of HEADS.
        item: The figure.
        tall: Height of the frame over its width; in narrow frames the shoulders still have room.
    """
    (x0, y0, x1, y1), (hx, hy, height) = item.box, item.head or UPRIGHT_HEAD
    heads, down = HEADS[framing]
    heads = max(heads, (heads + _SHOULDERS) / 2 * tall)
    side = min(max(heads * height * (y1 - y0), 0.08), 1.0)
    share = hx if item.side > 0 else 1 - hx if item.side < 0 else 0.5
    x, y = x0 + share * (x1 - x0), y0 + hy * (y1 - y0)
    if hx > _AHEAD:
        most = max(side * 0.47 - 0.6 * height * (y1 - y0) * tall, 0.0)
        back = (x - (x0 + x1) / 2) * _BODY
        x, room = x - min(max(back, -most), most), 0.0
    else:
        room = LOOK_ROOM * item.side
    top = y - down * side
    if framing != "extreme close-up":
        over = max(y + 0.6 * height * (y1 - y0) - 0.95 * side, 0.0)
        top = max(min(top, y0 - _CROWN * side), over)
    return _inside(x - side * (0.5 - room), top, side)


def _on_thing(framing: str, box: Box) -> Box:
    """One thing, whole and in the middle."""
    x0, y0, x1, y1 = box
    side = min(max(THING[framing] * max(x1 - x0, y1 - y0), 0.08), 1.0)
    return _inside((x0 + x1) / 2 - side / 2, (y0 + y1) / 2 - side / 2, side)


def _inside(left: float, top: float, side: float) -> Box:
    top = min(max(top, 0.0), 1.0 - side)
    left = min(max(left, -_OVERSCAN), 1.0 + _OVERSCAN - side)
    return (left, top, left + side, top + side)


def moved(box: Box, move: str, share: float) -> Box:
    """The window after a move by `share` of its own size."""
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    if move in ("zoom in", "zoom out"):
        grow = share / 2 if move == "zoom out" else -share / 2
        return (x0 - w * grow, y0 - h * grow, x1 + w * grow, y1 + h * grow)
    dx = {"left": -share, "right": share}.get(move, 0.0) * w
    dy = {"up": -share, "down": share}.get(move, 0.0) * h
    return (x0 + dx, y0 + dy, x1 + dx, y1 + dy)


def project(box: Box, view: Box) -> Box:
    """A stage box as seen in the frame through the window `view`; may lie outside [0, 1]."""
    w, h = view[2] - view[0], view[3] - view[1]
    return ((box[0] - view[0]) / w, (box[1] - view[1]) / h, (box[2] - view[0]) / w, (box[3] - view[1]) / h)


def clip(box: Box) -> Box | None:
    """The part of a box in the frame; None when there is none."""
    clipped = (max(box[0], 0.0), max(box[1], 0.0), min(box[2], 1.0), min(box[3], 1.0))
    return clipped if clipped[2] - clipped[0] > 1e-3 and clipped[3] - clipped[1] > 1e-3 else None


def mix(a: Box, b: Box, share: float) -> Box:
    """A box between two, by `share` in [0, 1]."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
        a[3] + (b[3] - a[3]) * share,
    )


def along(t: float, path: Sequence[tuple[float, Box]]) -> Box:
    """The window at time t on a path of windows: linear between them, held before the first and after the last."""
    after = bisect.bisect_right(path, t, key=lambda key: key[0])
    if after in (0, len(path)):
        return path[max(after - 1, 0)][1]
    (left, a), (right, b) = path[after - 1], path[after]
    return mix(a, b, (t - left) / (right - left))


def overlap(a: Box, b: Box) -> float:
    """Area that both boxes share, over the area of the smaller one."""
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    small = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return max(w, 0.0) * max(h, 0.0) / small if small > 0 else 0.0
