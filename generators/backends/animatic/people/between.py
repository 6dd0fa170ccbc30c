"""Owns the way from one solved body to another: bones keep their lengths and turn, feet stay on the ground.

Does not know: which poses, when, drawing.
"""

from __future__ import annotations

import math
from dataclasses import replace

from generators.backends.animatic.kit import Point
from generators.backends.animatic.people.skeleton import Limb, Rig
from generators.backends.animatic.people.solving import lowest, shifted


def between(a: Rig, b: Rig, share: float) -> Rig:
    """A body on its way from `a` to `b`.

    Args:
        a: Where it comes from.
        b: Where it goes; same build and view.
        share: 0 is `a`, 1 is `b`.
    """
    pelvis = _mixed(a.pelvis, b.pelvis, share)
    chest = _on(pelvis, (a.pelvis, a.chest), (b.pelvis, b.chest), share)
    nape = _on(chest, (a.chest, a.nape), (b.chest, b.nape), share)
    made = replace(
        b if share >= 0.5 else a,
        pelvis=pelvis,
        chest=chest,
        nape=nape,
        head=_on(nape, (a.nape, a.head), (b.nape, b.head), share),
        head_angle=_turned(a.head_angle, b.head_angle, share),
        near_leg=_limb(pelvis, (a.pelvis, a.near_leg), (b.pelvis, b.near_leg), share),
        far_leg=_limb(pelvis, (a.pelvis, a.far_leg), (b.pelvis, b.far_leg), share),
        near_arm=_limb(nape, (a.nape, a.near_arm), (b.nape, b.near_arm), share),
        far_arm=_limb(nape, (a.nape, a.far_arm), (b.nape, b.far_arm), share),
    )
    floor = lowest(a) + (lowest(b) - lowest(a)) * share
    return shifted(made, 0.0, floor - lowest(made))


def _limb(root: Point, a: tuple[Point, Limb], b: tuple[Point, Limb], share: float) -> Limb:
    """A limb whose root hangs on a joint that has moved to `root`; `a` and `b` come with their own joint."""
    (from_, one), (to, two) = a, b
    start = _on(root, (from_, one.root), (to, two.root), share)
    mid = _on(start, (one.root, one.mid), (two.root, two.mid), share)
    end = _on(mid, (one.mid, one.end), (two.mid, two.end), share)
    return Limb(start, mid, end, _turned(one.angle, two.angle, share), (two if share >= 0.5 else one).hand)


def _on(root: Point, a: tuple[Point, Point], b: tuple[Point, Point], share: float) -> Point:
    """The end of a bone at `root`, between two of its places: its length and its angle are mixed, not its ends."""
    (ax, ay), (bx, by) = ((end[0] - start[0], end[1] - start[1]) for start, end in (a, b))
    long = math.hypot(ax, ay) + (math.hypot(bx, by) - math.hypot(ax, ay)) * share
    angle = math.radians(_turned(math.degrees(math.atan2(ay, ax)), math.degrees(math.atan2(by, bx)), share))
    return (root[0] + math.cos(angle) * long, root[1] + math.sin(angle) * long)


def _mixed(a: Point, b: Point, share: float) -> Point:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def _turned(a: float, b: float, share: float) -> float:
    """Between two angles in degrees, the shorter way."""
    return a + ((b - a + 180.0) % 360.0 - 180.0) * share
