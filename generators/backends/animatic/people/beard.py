"""Owns beards and moustaches. Does not know: the mouth that shows through them (it is drawn over the beard)."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, Point, ellipse
from generators.backends.animatic.people.expression import Expression
from generators.backends.animatic.people.eyes import brow_colour
from generators.backends.animatic.people.hairline import joined, run, strands
from generators.backends.animatic.people.mouth import mouth_of
from generators.backends.animatic.people.skull import Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, curve, lerp, ribbon, weight


def _lip_y(skull: Skull) -> float:
    """Between nose and mouth."""
    return lerp(skull.build.nose_y, skull.build.mouth_y, 0.62)


def _jaw(skull: Skull, out: float, low: float) -> tuple[list[Point], list[Point]]:
    """Lower edge (near to far) and upper edge (far to near) of a beard over the jaw."""
    points = skull.outline_points()
    far_cheek, far_jaw, far_chin, chin, near_chin, near_jaw = points[5:11]
    ear_x, ear_y = skull.ear
    turn = min(skull.yaw / 0.5, 1.0)
    start = (lerp(skull.left + 0.02, ear_x + 0.11, turn), ear_y + 0.08)
    mid = (lerp(near_jaw[0] - 0.14, start[0] + 0.0, 0.5 + 0.3 * turn), lerp(start[1], near_jaw[1], 0.55))
    lower = [
        start,
        (mid[0] - out * 0.6, mid[1]),
        (near_jaw[0] - out * 0.7, near_jaw[1] + out),
        (near_chin[0] - out * 0.3, near_chin[1] + lerp(out, low, 0.6)),
        (chin[0], chin[1] + low),
        (far_chin[0] + out * 0.3, far_chin[1] + lerp(out, low, 0.6)),
        (far_jaw[0] + out * 0.8, far_jaw[1] + out * 0.4),
        (far_cheek[0] + 0.005, far_cheek[1] + 0.10),
    ]
    y = _lip_y(skull)
    upper = [
        lower[-1],
        (skull.across(0.50), y + 0.09),
        (skull.across(0.27), y - 0.005),
        (skull.axis, y - 0.015),
        (skull.across(-0.29), y),
        (skull.across(-0.47), y + 0.10),
        (lerp(start[0], skull.across(-0.50), 0.62), lerp(start[1], y, 0.55)),
        start,
    ]
    return lower, upper


def _full_shape(skull: Skull, out: float, low: float) -> skia.Path:
    lower, upper = _jaw(skull, out, low)
    return joined([run(lower), run(upper)])


def _tone(skull: Skull) -> RGB:
    """The hair's colour, kept apart from the skin's."""
    hair, skin = skull.look.hair_colour, skull.look.skin
    apart = sum(skin) - sum(hair)
    if not -60 < apart < 130:
        return hair
    return mix(hair, (250, 248, 246), 0.6) if sum(hair) > 420 else shade(hair, 0.4)


def stubble(ink: Ink, skull: Skull) -> None:
    """A shadow of beard."""
    shape = _full_shape(skull, 0.0, 0.0)
    colour = mix(brow_colour(skull.look.hair_colour, skull.look.skin), (70, 66, 84), 0.3)
    ink.inside(skull.outline(), shape, colour, 62)
    if ink.px < CLOSE:
        return
    dice = random.Random("stubble")
    lower, upper = _jaw(skull, 0.0, 0.0)
    for _ in range(70):
        a, b = dice.choice(lower[1:7]), dice.choice(upper[1:7])
        share = dice.random()
        x, y = lerp(a[0], b[0], share), lerp(a[1], b[1], share)
        ink.inside(skull.outline(), ellipse(x, y, 0.007, 0.01), colour, 120)


def short(ink: Ink, skull: Skull) -> None:
    """A neatly trimmed beard."""
    tone = mix(_tone(skull), skull.look.skin, 0.12)
    ink.part(_full_shape(skull, 0.015, 0.02), tone, role="hair", line=weight(ink) * 0.6, depth=0.6)
    _hairs(ink, skull, tone, 0.02)


def full(ink: Ink, skull: Skull) -> None:
    """A thick beard."""
    ink.part(_full_shape(skull, 0.07, 0.17), _tone(skull), role="hair", line=weight(ink), depth=0.8)
    _hairs(ink, skull, _tone(skull), 0.14)


def long(ink: Ink, skull: Skull) -> None:
    """A beard down to the chest."""
    lower, upper = _jaw(skull, 0.08, 0.2)
    x = skull.chin_x
    start, end = lower[:3], lower[6:]
    fall = [
        start[-1], (x - 0.50, 1.08), (x - 0.36, 1.42), (x - 0.20, 1.70), (x - 0.02, 1.92), (x + 0.10, 1.72),
        (x + 0.34, 1.42), (x + 0.46, 1.06), end[0],
    ]  # fmt: skip
    shape = joined([run(start), run(fall), run(end), run(upper)])
    ink.part(shape, _tone(skull), role="hair", line=weight(ink), depth=0.8)
    locks = [[(x + u, 0.86), (x + u * 1.05, 1.2), (x + u * 0.35, 1.66)] for u in (-0.34, -0.16, 0.04, 0.22)]
    strands(ink, _tone(skull), locks, 0.03)


def goatee(ink: Ink, skull: Skull) -> None:
    """Hair on the chin and around the mouth."""
    x, y, low = skull.axis * 0.96, _lip_y(skull), 1.09
    c = skull.chin_x
    shape = joined([
        run([(skull.across(-0.31), y + 0.05), (lerp(x, c, 0.5) - 0.30, 0.74), (c - 0.22, 0.96), (c, low),
             (c + 0.22, 0.96),
             (lerp(x, c, 0.5) + 0.27, 0.74), (skull.across(0.30), y + 0.05)]),
        run([(skull.across(0.30), y + 0.05), (skull.across(0.2), y - 0.01), (skull.axis, y - 0.01),
             (skull.across(-0.2), y - 0.01),
             (skull.across(-0.31), y + 0.05)]),
    ])  # fmt: skip
    ink.part(shape, _tone(skull), role="hair", line=weight(ink) * 0.7, depth=0.6)
    strands(ink, _tone(skull), [[(c + u, 0.82), (c + u * 0.8, 0.95), (c + u * 0.3, 1.05)] for u in (-0.14, 0.0, 0.13)])


def _hairs(ink: Ink, skull: Skull, colour: RGB, low: float) -> None:
    if ink.px < TINY:
        return
    lower, upper = _jaw(skull, 0.0, low)
    runs = []
    for a, b in zip(upper[1:-1], lower[6:0:-1], strict=True):
        runs.append([(lerp(a[0], b[0], s), lerp(a[1], b[1], s)) for s in (0.3, 0.6, 0.9)])
    strands(ink, colour, runs, 0.02)


_UNDER: Mapping[str, Callable[[Ink, Skull], None]] = {
    "stubble": stubble, "short": short, "full": full, "long": long, "goatee": goatee,
}  # fmt: skip


def draw_beard(ink: Ink, skull: Skull) -> None:
    """What grows around the mouth; call before the mouth is drawn."""
    draw = _UNDER.get(skull.look.beard or "")
    if draw is not None:
        draw(ink, skull)


def draw_moustache(ink: Ink, skull: Skull, face: Expression, speech: int) -> None:
    """The hair over the upper lip; call after mouth and nose."""
    kind = skull.look.beard
    if kind not in ("full", "long", "moustache", "goatee"):
        return
    mouth = mouth_of(skull, face, speech)
    x, y = skull.axis + 0.03 * skull.yaw, _lip_y(skull) - 0.015
    big = 1.25 if kind == "moustache" else 1.0
    colour = light(_tone(skull), 0.06)
    for side, corner in ((-1, mouth.near), (1, mouth.far)):
        reach = abs(corner[0] - x) + 0.07 * big * skull.spread(side)
        drop = min(corner[1], mouth.top + 0.02)
        tip_y = drop - 0.03 if kind == "moustache" else drop + 0.05
        spine = [
            (x - side * 0.01, y, 0.07),
            (x + side * reach * 0.42, y + 0.035, 0.125 * big),
            (x + side * reach * 0.85, (y + tip_y) / 2 + 0.035, 0.085 * big),
            (x + side * reach * 1.08, tip_y, 0.0),
        ]
        ink.part(ribbon(spine), colour, role="hair", line=weight(ink) * 0.6, depth=0.7)
        if ink.px >= 40:
            ink.stroke(
                curve(
                    [(x + side * 0.04, y + 0.01), (x + side * reach * 0.5, y + 0.02), (x + side * reach * 0.9, tip_y)]
                ),
                shade(colour, 0.4),
                0.014,
                110,
            )
