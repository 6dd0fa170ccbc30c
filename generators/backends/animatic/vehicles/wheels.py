"""Owns what vehicles share: wheels that turn by phase, windows that show the driver, lamps and smoke.

Does not know: any one vehicle.
"""

from __future__ import annotations

import math

import skia

from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.crafting import GLASS, STEEL, Brush
from generators.backends.animatic.kit import ellipse, minus

TYRE: RGB = (58, 52, 66)
ROLLING = frozenset({"drive", "roll", "ride", "run", "walk", "push", "pull", "carry"})


def angle(b: Brush, turns: int = 1) -> float:
    """Degrees that wheels have turned at this phase; 0 while the vehicle stands."""
    return 360.0 * b.turn * turns if b.pose.action in ROLLING else 0.0


def wheel(b: Brush, x: float, y: float, r: float, hub: RGB = STEEL, marks: int = 5) -> None:
    """A tyre with a hub whose marks turn."""
    b.part(ellipse(x, y, r, r), TYRE, "solid")
    b.part(ellipse(x, y, r * 0.6, r * 0.6), hub, "metal", line=0.6)
    turned = math.radians(angle(b) / 2)
    for i in range(marks):
        a = turned + 2 * math.pi * i / marks
        b.flat(ellipse(x + r * 0.38 * math.cos(a), y + r * 0.38 * math.sin(a), r * 0.11, r * 0.11), shade(hub, 0.45))
    b.flat(ellipse(x, y, r * 0.15, r * 0.15), shade(hub, 0.5))
    mark = turned - 2.2
    arc = skia.Path()
    arc.addArc(skia.Rect.MakeLTRB(x - r * 0.8, y - r * 0.8, x + r * 0.8, y + r * 0.8), math.degrees(mark), 50)
    b.ink.stroke(arc, light(TYRE, 0.5), r * 0.09, 200)


def spoked(b: Brush, x: float, y: float, r: float, rim: RGB, spokes: int = 8, width: float = 0.16) -> None:
    """An open wheel with spokes that turn: carts, bicycles, trains."""
    turned = math.radians(angle(b) / (2 if spokes > 4 else 1))
    for i in range(spokes):
        a = turned + 2 * math.pi * i / spokes
        b.line([(x, y), (x + r * 0.9 * math.cos(a), y + r * 0.9 * math.sin(a))], rim, max(r * width * 0.4, 1.0))
    b.part(minus(ellipse(x, y, r, r), ellipse(x, y, r * (1 - width), r * (1 - width))), rim)
    b.part(ellipse(x, y, r * 0.2, r * 0.2), shade(rim, 0.2), "metal", line=0.6)


def window(b: Brush, path: skia.Path, frame: RGB | None = None) -> None:
    """An opening with glass so thin that whoever sits behind stays visible; a slanting gleam over it."""
    b.ink.stroke(path, shade(b.main, 0.45) if frame is None else frame, 2.2)
    b.flat(path, GLASS, 70)
    box = path.getBounds()
    x, w = box.left() + box.width() * 0.55, box.width() * 0.14
    gleam = skia.Path()
    gleam.addPoly([(x, box.top()), (x + w, box.top()), (x + w - box.height() * 0.5, box.bottom()),
                   (x - box.height() * 0.5, box.bottom())], True)  # fmt: skip
    b.inside(path, gleam, (255, 255, 250), 90)


def lamp(b: Brush, x: float, y: float, r: float, colour: RGB = (255, 240, 190)) -> None:
    """A head lamp."""
    b.part(ellipse(x, y, r, r * 1.15), colour, "glass", line=0.8)


def smoke(b: Brush, x: float, y: float, r: float, count: int = 4, drift: float = -1.0) -> None:
    """Puffs that rise and trail; `drift` to the left is negative."""
    for i in range(count):
        age = (i + b.turn) / count
        puff = r * (0.5 + age * 1.1)
        left = x + drift * r * 4.2 * age * age - r * 0.2
        b.flat(ellipse(left, y - r * 4.4 * age, puff, puff * 0.92), (240, 236, 240), 210 * (1 - age * 0.8))


def bounce(b: Brush, amount: float = 0.8) -> float:
    """Upward shake of the body while it drives, in design units."""
    return amount * b.wave(2) if b.pose.action in ROLLING else 0.0
