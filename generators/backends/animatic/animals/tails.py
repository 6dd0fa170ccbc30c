"""Owns tails: centre lines by kind, in tail lengths from the root, pointing left. Does not know: bodies, species."""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import skia

from generators.backends.animatic.animals.shapes import circle, merged, taper
from generators.backends.animatic.animals.spec import Coat
from generators.backends.animatic.colours import RGB, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, scallop


@dataclass(frozen=True)
class Tail:
    """A tail's centre line (x, y, width) in tail lengths; `tip` is the share that is coloured as the tip."""

    line: tuple[tuple[float, float, float], ...]
    tip: float = 0.0
    tuft: float = 0.0
    """Radius of a tuft at the end."""


TAILS: dict[str, Tail] = {
    "bushy": Tail(((0, 0, 0.16), (-0.3, 0.04, 0.34), (-0.66, -0.1, 0.42), (-0.92, -0.3, 0.28), (-1.06, -0.48, 0.06)), tip=0.36),
    "brush": Tail(((0, 0, 0.2), (-0.2, 0.22, 0.32), (-0.4, 0.58, 0.38), (-0.54, 0.9, 0.24), (-0.6, 1.06, 0.06)), tip=0.25),
    "up": Tail(((0, 0, 0.26), (-0.34, -0.16, 0.22), (-0.56, -0.52, 0.18), (-0.56, -0.95, 0.1)), tip=0.36),
    "cat": Tail(((0, 0, 0.16), (-0.22, -0.06, 0.15), (-0.34, -0.36, 0.14), (-0.3, -0.68, 0.14), (-0.46, -0.98, 0.12)), tip=0.22),
    "thin": Tail(((0, 0, 0.1), (-0.2, 0.12, 0.08), (-0.34, 0.44, 0.06), (-0.42, 0.8, 0.05)), tuft=0.14),
    "long": Tail(((0, 0, 0.13), (-0.3, 0.22, 0.12), (-0.62, 0.44, 0.11), (-0.94, 0.3, 0.1), (-1.06, 0.02, 0.08)), tip=0.2),
    "curlup": Tail(((0, 0, 0.1), (-0.4, 0.1, 0.1), (-0.7, -0.2, 0.09), (-0.66, -0.6, 0.08), (-0.42, -0.7, 0.07), (-0.36, -0.5, 0.06))),
    "hair": Tail(((0, 0, 0.16), (-0.22, 0.08, 0.24), (-0.36, 0.46, 0.26), (-0.44, 0.86, 0.18), (-0.52, 1.08, 0.04))),
    "curl": Tail(((0, 0, 0.2), (-0.34, -0.2, 0.18), (-0.6, 0.02, 0.17), (-0.4, 0.24, 0.16), (-0.28, -0.1, 0.15), (-0.62, -0.44, 0.1))),
    "squirrel": Tail(((0, 0, 0.24), (-0.3, 0.0, 0.42), (-0.5, -0.42, 0.5), (-0.36, -0.88, 0.52), (-0.62, -1.16, 0.34), (-0.84, -1.02, 0.08))),
    "whip": Tail(((0, 0, 0.1), (-0.34, 0.12, 0.08), (-0.62, -0.1, 0.065), (-0.8, -0.42, 0.05), (-1.0, -0.5, 0.03))),
    "ringed": Tail(((0, 0, 0.2), (-0.3, 0.04, 0.3), (-0.62, -0.12, 0.32), (-0.94, -0.4, 0.12)), tip=0.2),
    "skunk": Tail(((0, 0, 0.26), (-0.34, -0.14, 0.44), (-0.5, -0.56, 0.52), (-0.34, -0.96, 0.5), (-0.08, -1.16, 0.1))),
    "flat": Tail(((0, 0, 0.26), (-0.3, 0.2, 0.36), (-0.66, 0.34, 0.5), (-0.98, 0.36, 0.36))),
    "thick": Tail(((0.1, 0, 0.55), (-0.3, 0.14, 0.4), (-0.68, 0.3, 0.24), (-1.06, 0.28, 0.06))),
    "dragon": Tail(((0.1, 0, 0.42), (-0.3, 0.22, 0.3), (-0.68, 0.26, 0.2), (-0.98, 0.0, 0.12), (-1.08, -0.3, 0.06))),
}  # fmt: skip
SCUTS = {"scut": 0.5, "stub": 0.3}
"""Round tails, radius as a share of the tail's length."""
HAIR = frozenset({"hair"})


def _turned(spine: Tail, at: Point, length: float, degrees: float, ground: float) -> list[tuple[float, float, float]]:
    """The line in place: each point turns more, so that the tail bends instead of swinging stiffly."""
    out = []
    last = len(spine.line) - 1
    for i, (x, y, width) in enumerate(spine.line):
        angle = math.radians(degrees) * (0.4 + 0.6 * i / last) * -1
        c, s = math.cos(angle), math.sin(angle)
        low = at[1] + (x * s + y * c) * length
        out.append((at[0] + (x * c - y * s) * length, min(low, ground - width * length / 2), width * length))
    return out


def draw_tail(
    ink: Ink, kind: str, at: Point, *, length: float, degrees: float, coat: Coat, ground: float = 0.0
) -> None:
    """Draw a tail rooted at `at` that never sinks below `ground`."""
    if kind in SCUTS:
        radius = SCUTS[kind] * length
        colour = coat.tip or coat.base
        ink.part(scallop(at[0] - radius * 0.4, at[1], radius, radius, 8, 0.1), colour, role="fur")
        return
    tail = TAILS.get(kind)
    if tail is None:
        return
    spine = _turned(tail, at, length, degrees, ground - tail.tuft * length * 1.4)
    outline = taper(spine, 6)
    colour = (coat.mane or shade(coat.base, 0.4)) if kind in HAIR else _skin(kind, coat)
    if tail.tuft:
        x, y, _ = spine[-1]
        ink.part(outline, colour, role="fur")
        r = tail.tuft * length
        tuft = blob(
            [
                (x + r * 0.3, y - r * 1.1),
                (x + r * 0.7, y + r * 0.4),
                (x - r * 0.2, y + r * 1.5),
                (x - r * 0.7, y + r * 0.3),
            ]
        )
        ink.part(tuft, coat.mane or shade(coat.base, 0.5), role="hair", line=0.8)
        return
    ink.part(outline, colour, role="hair" if kind in HAIR else "fur")
    _markings(ink, kind, tail, spine, outline, coat)


def _skin(kind: str, coat: Coat) -> RGB:
    if kind == "whip" and coat.wing is None:
        return coat.ear
    return coat.mark if kind == "flat" and coat.mark else coat.base


def _markings(
    ink: Ink, kind: str, tail: Tail, spine: list[tuple[float, float, float]], outline: skia.Path, coat: Coat
) -> None:
    x, y, _ = spine[-1]
    if kind == "ringed":
        dark = coat.mark or shade(coat.base, 0.6)
        ink.inside(outline, merged([circle(p[0], p[1], p[2] * 0.24) for p in spine[1:]]), dark)
        mids = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2) for a, b in itertools.pairwise(spine)]
        ink.inside(outline, merged([ellipse(p[0], p[1], p[2] * 0.2, p[2] * 0.8) for p in mids]), dark)
    if kind == "skunk":
        stripe = taper([(p[0], p[1], p[2] * 0.36) for p in spine])
        ink.inside(outline, stripe, coat.face or (250, 246, 236))
    if kind == "flat":
        ink.stroke(
            merged([circle(p[0], p[1], p[2] * 0.2) for p in spine[1:]]), shade(coat.mark or coat.base, 0.4), alpha=120
        )
    if tail.tip and coat.tip is not None:
        px, py, pw = spine[-2]
        reach = max(pw, math.hypot(x - px, y - py)) * (0.8 + tail.tip)
        ink.inside(outline, circle(x + (x - px) * 0.1, y + (y - py) * 0.1, reach), coat.tip)
