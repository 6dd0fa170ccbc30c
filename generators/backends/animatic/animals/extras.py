"""Owns what grows on mammal bodies besides legs and tails: wings, humps, udders, spines, manes, pouches, wool curls.

UNDER is drawn before the body, AFTER after it and before the head. Does not know: heads, single species.
"""

# ruff: noqa: E501 (tables of points)

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from generators.backends.animatic.animals.shapes import Axis, line, merged, taper, wave
from generators.backends.animatic.animals.skeleton import Skeleton
from generators.backends.animatic.animals.spec import Coat, QuadSpec
from generators.backends.animatic.colours import light, shade
from generators.backends.animatic.figure import PHASES, Pose
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly


@dataclass(frozen=True)
class Body:
    """What an extra needs to know of the body it grows on."""

    spec: QuadSpec
    coat: Coat
    skeleton: Skeleton
    axis: Axis
    pose: Pose
    seed: int = 0


def _hump(ink: Ink, b: Body) -> None:
    a = b.axis
    shape = blob(
        [a.at(0.1, -0.5), a.at(0.24, -1.25), a.at(0.45, -1.75), a.at(0.66, -1.3), a.at(0.85, -0.5), a.at(0.5, 0.0)]
    )
    ink.part(shape, b.coat.base, role="fur")


def _udder(ink: Ink, b: Body) -> None:
    if b.skeleton.stance == "four":
        x, y = b.axis.at(0.22, 1.0)
        ink.part(ellipse(x, y, b.axis.girth * 0.34, b.axis.girth * 0.24), (240, 176, 170), role="skin", line=0.8)


def _neck_mane(ink: Ink, b: Body) -> None:
    a, s = b.axis, b.skeleton
    g = a.girth
    hx, hy = s.head
    r = b.spec.head.r
    cx, cy = a.at(0.92, -0.95)
    sway = 0.05 * g * wave(b.pose.phase, PHASES)
    spine = [
        (cx - g * 0.1, cy, g * 0.3),
        (cx + (hx - cx) * 0.3 - g * 0.3 + sway, cy + (hy - cy) * 0.4, g * 0.7),
        (cx + (hx - cx) * 0.66 - g * 0.2 + sway, cy + (hy - cy) * 0.8, g * 0.62),
        (hx - r * 0.35, hy - r * 0.75, r * 0.4),
    ]
    ink.part(taper(spine), b.coat.mane or shade(b.coat.base, 0.5), role="hair", line=0.8)


def _short_mane(ink: Ink, b: Body) -> None:
    a, s = b.axis, b.skeleton
    hx, hy = s.head
    r = b.spec.head.r
    cx, cy = a.at(0.98, -0.95)
    w = b.spec.neck_w
    spine = [
        (cx, cy, w[0] * 0.16),
        ((cx + hx) / 2 - w[0] * 0.2, (cy + hy) / 2, w[0] * 0.26),
        (hx - r * 0.5, hy - r * 0.6, r * 0.36),
    ]
    ink.part(taper(spine), b.coat.mane or shade(b.coat.base, 0.5), role="hair", line=0.8)


def _spines(ink: Ink, b: Body) -> None:
    a = b.axis
    colour = b.coat.mark or shade(b.coat.base, 0.4)
    for ring, (reach, tone) in enumerate(((1.62, 0.15), (1.38, 0.0), (1.1, -0.12))):
        points: list[Point] = []
        count = 15 - ring * 2
        for k in range(count + 1):
            t = k / count
            u, v = -0.62 + 1.6 * t, -math.sin(math.pi * (0.06 + 0.82 * t)) * reach + 0.1
            tip = a.at(u - 0.12, v - 0.26)
            low = a.at(u + 0.03, v + 0.12)
            points += [low, tip]
        points += [a.at(1.0, 0.1), a.at(0.6, 0.5), a.at(-0.3, 0.5)]
        ink.part(
            poly(points), shade(colour, tone) if tone >= 0 else light(colour, -tone), role="fur", line=0.7, depth=0.4
        )


def _wool(ink: Ink, b: Body) -> None:
    a = b.axis
    curls = []
    for k in range(8):
        u, v = -0.16 + 0.19 * k, -0.45 + 0.5 * ((k * 2) % 3) / 2
        x, y = a.at(u, v)
        r = a.girth * 0.16
        curls.append(line([(x - r, y), (x, y + r * 0.9), (x + r, y)]))
    ink.stroke(merged(curls), shade(b.coat.base, 0.3), ink.line * 0.6, 130)


def _plates(ink: Ink, b: Body) -> None:
    a = b.axis
    colour = b.coat.wing or shade(b.coat.base, 0.3)
    for k in range(6):
        u = -0.2 + 0.26 * k
        tall = 1.0 - abs(k - 2.5) * 0.1
        ink.part(
            poly([a.at(u - 0.1, -0.8), a.at(u - 0.04, -0.9 - 0.55 * tall), a.at(u + 0.14, -0.8)]), colour, line=0.8
        )


def _spikes(ink: Ink, b: Body) -> None:
    a, colour = b.axis, b.coat.wing or shade(b.coat.base, 0.3)
    for k in range(4):
        u = -0.2 + 0.28 * k
        ink.part(poly([a.at(u - 0.1, -0.85), a.at(u - 0.08, -1.3), a.at(u + 0.12, -0.85)]), colour, line=0.7)
    (hx, hy), (cx, cy) = b.skeleton.head, a.at(1.0, -0.7)
    w = b.spec.neck_w[0] * 0.5
    for k in range(3):
        x, y = cx + (hx - cx) * (0.2 + 0.24 * k) - w * 0.9, cy + (hy - cy) * (0.2 + 0.24 * k)
        ink.part(
            poly([(x + w * 0.7, y - w * 0.6), (x - w * 0.35, y - w * 0.3), (x + w * 0.5, y + w * 0.5)]),
            colour,
            line=0.7,
        )


def _collar(ink: Ink, b: Body) -> None:
    a, s = b.axis, b.skeleton
    root = a.at(1.02, -0.18)
    x, y = root[0] + (s.head[0] - root[0]) * 0.5, root[1] + (s.head[1] - root[1]) * 0.5
    w = (b.spec.neck_w[0] + b.spec.neck_w[1]) * 0.28
    dx, dy = s.head[0] - root[0], s.head[1] - root[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    band = taper(
        [
            (x - nx * w, y - ny * w, w * 0.5),
            (x + dx / length * w * -0.2, y - dy / length * w * 0.2, w * 0.5),
            (x + nx * w, y + ny * w, w * 0.5),
        ],
        4,
    )
    ink.part(band, (206, 58, 60), role="cloth", line=0.8)
    ink.part(
        ellipse(x + nx * w * 0.7, y + ny * w * 0.7 + w * 0.4, w * 0.28, w * 0.28),
        (240, 196, 80),
        role="metal",
        line=0.7,
    )


def _belly_plates(ink: Ink, b: Body) -> None:
    a = b.axis
    bars = merged([line([a.at(0.2 + 0.18 * k, 0.55 - 0.06 * k), a.at(0.26 + 0.18 * k, 1.1)]) for k in range(5)])
    ink.stroke(bars, shade(b.coat.belly or b.coat.base, 0.3), ink.line * 0.5, 120)


def wing_angle(b: Body) -> float:
    """Degrees the wing is raised: beating when it flies, half open when it stands."""
    if b.pose.action in ("fly", "jump", "fall", "float", "hop"):
        return 15 + 55 * math.cos(2 * math.pi * b.pose.phase / PHASES)
    return 52 if b.pose.action in ("fight", "dance", "sing") else 30


def _bat_wing(ink: Ink, b: Body, far: bool) -> None:
    a = b.axis
    angle = math.radians(wing_angle(b) + 25 + (10 if far else 0))
    size = a.girth * 3.1
    root = a.at(0.72 + (0.12 if far else 0), -0.7)

    def at(r: float, d: float) -> Point:
        t = angle + d
        return (root[0] - math.cos(t) * r * size, root[1] - math.sin(t) * r * size)

    elbow, tip = at(0.6, 0.5), at(1.15, 0.25)
    mids = [at(1.2, -0.25), at(1.0, -0.62), at(0.66, -0.95)]
    skin = [root, elbow, tip, at(0.92, 0.0), mids[0], at(0.8, -0.42), mids[1], at(0.58, -0.76), mids[2], at(0.25, -1.0)]
    colour = b.coat.wing or shade(b.coat.base, 0.2)
    ink.part(poly(skin), shade(colour, 0.25) if far else colour, line=0.9)
    bones = merged([line([elbow, m]) for m in mids] + [line([root, elbow])])
    ink.stroke(bones, shade(colour, 0.4), ink.line)
    ink.part(taper([(*root, size * 0.1), (*elbow, size * 0.07), (*tip, size * 0.03)]), b.coat.base, line=0.7)


def feather_wing(ink: Ink, root: Point, size: float, degrees: float, colour: tuple[float, float, float]) -> None:
    """A spread wing of three rows of feathers, raised by `degrees` from level, pointing back."""
    angle = math.radians(degrees)
    for row, (reach, tone) in enumerate(((1.0, 0.14), (0.72, 0.05), (0.46, 0.0))):
        points: list[Point] = [root]
        for k in range(6):
            t = angle + 0.42 - 0.2 * k
            r = size * reach * (1.0 - 0.075 * k)
            points.append((root[0] - math.cos(t) * r, root[1] - math.sin(t) * r))
            t -= 0.09
            r *= 0.86
            points.append((root[0] - math.cos(t) * r, root[1] - math.sin(t) * r))
        ink.part(blob(points, 0.35), shade(colour, tone), role="fur", line=0.8, depth=0.5 if row else 1)


def _feathers(ink: Ink, b: Body, far: bool) -> None:
    colour = b.coat.wing or light(b.coat.base, 0.3)
    root = b.axis.at(0.74 + (0.12 if far else 0), -0.5)
    feather_wing(
        ink, root, b.axis.girth * 3.2, wing_angle(b) + (12 if far else 0), shade(colour, 0.2) if far else colour
    )


def _shell(ink: Ink, b: Body) -> None:
    a, g = b.axis, b.axis.girth
    colour = b.coat.wing or shade(b.coat.base, 0.4)
    dome = blob(
        [
            a.at(-0.55, 0.35),
            a.at(-0.45, -0.8),
            a.at(0.1, -1.75),
            a.at(0.7, -1.75),
            a.at(1.25, -0.8),
            a.at(1.4, 0.35),
            a.at(0.5, 0.6),
        ],
        0.5,
    )
    ink.part(dome, colour)
    plates = [a.at(0.45, -0.75), a.at(-0.1, -0.6), a.at(1.0, -0.6)]
    for x, y in plates:
        ink.inside(
            dome,
            blob([(x + g * 0.62 * math.cos(k * 1.047), y + g * 0.58 * math.sin(k * 1.047)) for k in range(6)], 0.2),
            light(colour, 0.22),
        )
    rim = line([a.at(-0.62, 0.3), a.at(0.5, 0.52), a.at(1.46, 0.3)])
    ink.stroke(rim, shade(colour, 0.3), g * 0.26)
    ink.stroke(rim, light(colour, 0.25), g * 0.16)


def _pouch(ink: Ink, b: Body) -> None:
    a = b.axis
    ink.stroke(
        line([a.at(0.12, 0.35), a.at(0.3, 0.62), a.at(0.5, 0.9)]),
        shade(b.coat.belly or b.coat.base, 0.4),
        ink.line * 0.8,
    )


UNDER: dict[str, Callable[[Ink, Body], None]] = {
    "spikes": _spikes, "hump": _hump, "plates": _plates, "udder": _udder,
    "bat wings": lambda ink, b: _bat_wing(ink, b, True), "feather wings": lambda ink, b: _feathers(ink, b, True),
}  # fmt: skip
AFTER: dict[str, Callable[[Ink, Body], None]] = {
    "mane": _neck_mane, "short mane": _short_mane, "spines": _spines, "wool": _wool, "belly plates": _belly_plates,
    "bat wings": lambda ink, b: _bat_wing(ink, b, False), "feather wings": lambda ink, b: _feathers(ink, b, False), "pouch": _pouch,
    "shell": _shell,
    "collar": _collar,
}  # fmt: skip
