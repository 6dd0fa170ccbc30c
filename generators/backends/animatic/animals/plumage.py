"""Owns what feathers make: tails, combs, crests, hoods, breasts. Does not know: bird poses, single species."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from generators.backends.animatic.animals.birds import BirdSpec
from generators.backends.animatic.animals.shapes import circle, join, line, merged, taper
from generators.backends.animatic.animals.spec import Coat
from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse

BACKTAILS = frozenset({"wheel", "peacock", "sickle", "fan", "flame"})
"""Tails that are drawn behind the legs."""
RED: RGB = (212, 54, 54)


def _feather(ink: Ink, length: float, width: float, degrees: float, colour: RGB) -> None:
    t = math.radians(degrees)
    x, y = -math.cos(t) * length, -math.sin(t) * length
    nx, ny = -y / length * width, x / length * width
    ink.part(
        blob(
            [
                (0, 0),
                (x * 0.6 + nx, y * 0.6 + ny),
                (x + nx * 0.4, y + ny * 0.4),
                (x - nx * 0.4, y - ny * 0.4),
                (x * 0.6 - nx, y * 0.6 - ny),
            ],
            0.5,
        ),
        colour,
        role="fur",
        line=0.8,
        depth=0.6,
    )


def _plain_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    long = s.tail
    colour = c.tip if c.tip and "trousers" in s.extras else (c.wing or shade(c.base, 0.15))
    shape = blob(
        [
            (4, -s.body[1] * 0.42),
            (-long * 0.6, -long * 0.2),
            (-long, -long * 0.24),
            (-long * 1.04, long * 0.12),
            (-long * 0.5, long * 0.22),
            (4, s.body[1] * 0.4),
        ],
        0.4,
    )
    ink.part(shape, colour, role="fur")
    ink.stroke(line([(0, 0), (-long * 0.9, -long * 0.05)]), shade(colour, 0.4), alpha=140)


def _stub_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    long = s.tail
    ink.part(
        blob([(5, -s.body[1] * 0.5), (-long, -long * 0.7), (-long * 0.6, 0), (5, s.body[1] * 0.4)], 0.4),
        c.base,
        role="fur",
    )


def _long_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    for d, tone in ((6, shade(colour, 0.2)), (0, colour), (-6, c.base)):
        _feather(ink, s.tail * (1 + d * 0.01), s.tail * 0.09, d, tone)


def _fan_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    for d in (64, 46, 28, 10):
        _feather(ink, s.tail * 1.1, s.tail * 0.24, d, shade(colour, 0.006 * d))


def _sickle_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    long = s.tail
    for k in range(5):
        lift = 1.15 - 0.2 * k
        curve = [
            (2, 0, 5.0),
            (-long * 0.35, -long * lift * 0.75, 5.4),
            (-long * 0.85, -long * lift * 0.7, 4.2),
            (-long * 1.1, -long * (lift * 0.7 - 0.5), 1.0),
        ]
        ink.part(taper([(x, y + 4, w) for x, y, w in curve]), shade(colour, 0.08 * k), role="fur", line=0.8)


def _wheel_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    for d in range(122, -10, -17):
        _feather(ink, s.tail * 0.95, s.tail * 0.16, d, colour if d % 2 else shade(colour, 0.25))


def _flame_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    rays = ((38.0, 0.9), (22.0, 1.1), (6.0, 1.25), (-10.0, 1.0))
    for d, k in rays:
        _feather(ink, s.tail * k, s.tail * 0.11, d, mix(colour, c.base, abs(d - 6) / 40))
    tips = [
        (math.cos(math.radians(d)) * s.tail * (k - 0.06), math.sin(math.radians(d)) * s.tail * (k - 0.06))
        for d, k in rays
    ]
    ink.flat(merged([circle(-x, -y, s.tail * 0.07) for x, y in tips]), (255, 232, 140))


def draw_tail(ink: Ink, s: BirdSpec, c: Coat) -> None:
    """The tail from the origin to the left, in the body's axis."""
    _TAILS[s.tail_kind](ink, s, c, c.tip or c.wing or shade(c.base, 0.15))


def _peacock_tail(ink: Ink, s: BirdSpec, c: Coat, colour: RGB) -> None:
    _peacock(ink, s.tail, c)


def _peacock(ink: Ink, long: float, c: Coat) -> None:
    green, eye = c.tip or (58, 150, 96), c.mark or (60, 170, 150)
    for row, reach in ((0, 1.25), (1, 0.95)):
        for k in range(9 - row):
            d = 124.0 - 17 * k - 8 * row
            _feather(ink, long * reach, long * 0.11, d, shade(green, 0.1 * row))
            t = math.radians(d)
            x, y = -math.cos(t) * long * reach * 0.9, -math.sin(t) * long * reach * 0.9
            ink.flat(circle(x, y, long * 0.085), (226, 186, 80))
            ink.flat(circle(x, y, long * 0.062), eye)
            ink.flat(circle(x, y, long * 0.034), (34, 58, 140))


def draw_marks(
    ink: Ink, s: BirdSpec, c: Coat, body: skia.Path, at: Point, axis: float, head: Point, *, front: bool
) -> None:
    """Breast, hood, collar and scales on the body's outline."""
    a, b = s.body
    t = math.radians(-axis)

    def along(u: float, v: float) -> Point:
        x, y = u * a, v * b
        return (at[0] + x * math.cos(t) - y * math.sin(t), at[1] + x * math.sin(t) + y * math.cos(t))

    if front or "flippers" in s.extras:
        ink.inside(body, ellipse(at[0], at[1] + a * 0.1, b * 0.72, a * 0.95), c.belly or c.base)
        if "scales" in s.extras:
            marks = [
                line(
                    [
                        (at[0] + x * b - 1.6, at[1] + y * a),
                        (at[0] + x * b, at[1] + y * a + 2),
                        (at[0] + x * b + 1.6, at[1] + y * a),
                    ]
                )
                for y in (-0.3, 0.0, 0.3, 0.58)
                for x in (-0.34, 0.0, 0.34)
            ]
            ink.stroke(merged(marks), c.mark or shade(c.base, 0.2), max(ink.line * 0.8, 0.7))
    elif c.belly is not None:
        ink.inside(
            body,
            blob(
                [
                    along(-0.9, 0.5),
                    along(-0.2, 0.42),
                    along(0.5, 0.1),
                    along(1.0, -0.45),
                    along(1.7, -0.2),
                    along(1.3, 1.5),
                    along(-0.8, 1.5),
                ],
                0.5,
            ),
            c.belly,
        )
    _draw_collars(ink, s, c, body, at, head, along(0.9, -1.0), along(-0.35, 0.75))


def _draw_collars(
    ink: Ink, s: BirdSpec, c: Coat, body: skia.Path, at: Point, head: Point, throat: Point, thigh: Point
) -> None:
    b = s.body[1]
    if "hood" in s.extras and c.face is not None:
        ink.inside(body, circle(*head, s.r * 1.45), c.face)
        if "collar" in s.extras:
            ring = skia.Path(circle(*head, s.r * 1.6))
            ink.canvas.save()
            ink.canvas.clipPath(body, skia.ClipOp.kIntersect, True)
            ink.stroke(ring, (250, 246, 238), s.r * 0.22)
            ink.canvas.restore()
    if "longneck" in s.extras and c.face is not None:
        x, y = throat
        ink.inside(
            body,
            merged(
                [ellipse((x + head[0]) / 2 + 4, (y + head[1]) / 2, abs(x - head[0]) * 0.6 + 8, abs(y - head[1]) * 0.62)]
            ),
            c.face,
        )
    if "trousers" in s.extras:
        ink.part(ellipse(*thigh, b * 0.5, b * 0.55), c.base, role="fur", line=0.7)
    if "ruff" in s.extras:
        ink.part(
            ellipse(
                head[0] + (at[0] - head[0]) * 0.45,
                head[1] + (at[1] - head[1]) * 0.45,
                s.neck_w * 0.9,
                s.neck_w * 0.5,
                30,
            ),
            (244, 238, 230),
            role="fur",
            line=0.8,
        )


def draw_top(ink: Ink, s: BirdSpec, c: Coat, *, behind: bool) -> None:
    """Combs, crests, tufts and wattles, in head radii."""
    for name in s.extras:
        if behind and name in ("comb", "bigcomb"):
            k = 1.35 if name == "bigcomb" else 1.0
            ink.part(
                join(
                    *(circle(x * k, -0.85 - lift * k, 0.3 * k) for x, lift in ((-0.4, 0.0), (0.02, 0.22), (0.42, 0.08)))
                ),
                RED,
                role="skin",
                line=0.8,
            )
        elif behind and name == "tufts":
            for side in (-1, 1):
                ink.part(
                    blob([(side * 0.3, -0.75), (side * 1.0, -1.5), (side * 1.02, -0.35)], 0.25),
                    c.base,
                    role="fur",
                    line=0.9,
                )
        elif behind and name == "crest":
            ink.stroke(
                merged([line([(0, -0.9), (-0.2 + dx * 0.5, -1.4), (dx, -1.75)]) for dx in (-0.7, -0.25, 0.2)]),
                shade(c.base, 0.2),
                0.09,
            )
            ink.flat(merged([circle(dx, -1.8, 0.16) for dx in (-0.7, -0.25, 0.2)]), c.mark or c.base)
        elif not behind and name == "wattle":
            ink.part(ellipse(0.82, 0.55, 0.2, 0.34), RED, role="skin", line=0.7)
        elif not behind and name == "crown":
            ink.part(
                blob([(-0.9, -0.3), (-0.7, -0.9), (0.1, -1.15), (0.7, -0.75), (0.2, -0.6), (-0.4, -0.5)], 0.5),
                c.mark or RED,
                role="fur",
                line=0.7,
            )
        elif not behind and name == "knob":
            ink.flat(circle(0.78, -0.18, 0.24), c.mark or (60, 52, 62))
        elif not behind and name == "sheen":
            ink.flat(ellipse(-0.3, 0.85, 0.6, 0.2, 10), light((120, 170, 140), 0.1), 130)


_TAILS: dict[str, Callable[[Ink, BirdSpec, Coat, RGB], None]] = {
    "plain": _plain_tail, "stub": _stub_tail, "long": _long_tail, "fan": _fan_tail, "sickle": _sickle_tail,
    "wheel": _wheel_tail, "flame": _flame_tail, "peacock": _peacock_tail,
}  # fmt: skip
