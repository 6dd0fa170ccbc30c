"""Owns the drawings of what creeps and buzzes: insects, spiders, snails, worms, snakes, frogs.

Design units, lowest point at y = 0, facing right. Does not know: actions (see `creature`).
"""

# ruff: noqa: E501 (outlines)

from __future__ import annotations

import math

from generators.backends.animatic.animals.creature import CreatureSpec, Draft, draw_face
from generators.backends.animatic.animals.shapes import circle, join, line, merged, placed, taper
from generators.backends.animatic.animals.spec import WHITE, Coat
from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse

INK: RGB = (58, 48, 60)
GLASS: RGB = (206, 230, 244)


def _feelers(ink: Ink, at: Point, size: float, colour: RGB, knob: bool = True) -> None:
    x, y = at
    ways = [[(x, y), (x + size * k, y - size * 0.8), (x + size * (k + 0.35), y - size * 1.15)] for k in (-0.1, 0.5)]
    ink.stroke(merged([line(way) for way in ways]), colour, max(size * 0.12, ink.line * 0.8))
    if knob:
        ink.flat(merged([circle(*way[-1], size * 0.16) for way in ways]), colour)


def _legs(
    ink: Ink, d: Draft, xs: tuple[float, ...], top: float, colour: RGB, width: float = 1.4, spread: float = 3.0
) -> None:
    legs = []
    for k, x in enumerate(xs):
        step = 2.2 * d.swing(0.5 * (k % 2))
        out = spread * (k - (len(xs) - 1) / 2)
        legs.append(line([(x, top), (x + out + 0.6, top * 0.55), (x + out + step, 0.0)]))
    ink.stroke(merged(legs), colour, width)


def _wing(ink: Ink, at: Point, degrees: float, points: list[Point], colour: RGB, alpha: float = 255) -> None:
    with placed(ink, at, degrees=degrees) as own:
        shape = blob(points, 0.55)
        if alpha < 255:
            own.flat(shape, colour, alpha)
            own.stroke(shape, shade(colour, 0.4))
        else:
            own.part(shape, colour, role="fur")


def _butterfly(ink: Ink, d: Draft) -> None:
    c = d.coat
    beat = 0.62 + 0.38 * (
        math.cos(2 * math.pi * d.pose.phase / 6) if d.pose.action in ("fly", "float", "dance") else 0.85
    )
    wing, spot = c.wing or c.base, c.mark or light(c.base, 0.5)
    for far in (True, False):
        tone = shade(wing, 0.16) if far else wing
        k = beat * (0.8 if far else 1.0)
        ink.canvas.save()
        ink.canvas.translate(4 if far else 0, -17)
        ink.canvas.scale(k if not far else -k * 0.9, 1.0)
        upper = blob([(0, 0), (-6, -16), (-20, -22), (-27, -14), (-22, -3), (-8, 3)], 0.55)
        lower = blob([(0, 2), (-10, 3), (-20, 8), (-18, 17), (-8, 17), (-1, 8)], 0.55)
        ink.part(lower, shade(tone, 0.1), role="fur")
        ink.part(upper, tone, role="fur")
        ink.inside(upper, merged([circle(-18, -13, 4.4), circle(-10, -7, 2.4), circle(-24, -6, 1.8)]), spot)
        ink.inside(lower, circle(-13, 11, 3), spot)
        ink.canvas.restore()
    body = c.socks or INK
    ink.part(taper([(1, -9, 2.6), (2, -17, 4.4), (3, -24, 3.4)]), body, line=0.8)
    _feelers(ink, (4, -29), 7, body)
    ink.part(circle(4, -27, 4.6), body, line=0.9)
    draw_face(ink, d, (4, -27), 4.6, body, gap=0.36, turn=0.2, eye=1.3)


def _bee(ink: Ink, d: Draft) -> None:
    c = d.coat
    beat = 16 * (1 if d.pose.phase % 2 else -1) if d.pose.action in ("fly", "float") else 0
    _wing(ink, (3, -22), 10 + beat, [(0, 0), (-3, -12), (-11, -18), (-16, -11), (-9, -2)], GLASS, 200)
    _legs(ink, d, (-3, 1, 5), -6, INK)
    body = ellipse(-4, -14, 15, 10.5, -6)
    ink.part(body, c.base, role="fur")
    ink.inside(body, merged([ellipse(x, -14, 2.3, 14, -6) for x in (-14, -7.4, -0.8)]), c.mark or INK)
    ink.part(blob([(-18, -13), (-23, -10), (-18, -10)], 0.2), c.mark or INK, line=0.6)
    _feelers(ink, (13, -24), 6, INK)
    ink.part(circle(11, -17, 8.4), c.base, role="fur")
    _wing(ink, (1, -22), -8 - beat, [(0, 0), (-1, -13), (-8, -21), (-14, -15), (-8, -3)], GLASS, 220)
    draw_face(ink, d, (11, -17), 8.4, c.base, gap=0.38, turn=0.26, eye=1.2)


def _ladybug(ink: Ink, d: Draft) -> None:
    c = d.coat
    _legs(ink, d, (-9, -1, 7), -5, INK, 2.0)
    _feelers(ink, (15, -16), 6, INK)
    ink.part(circle(13, -11, 8.2), (70, 58, 68))
    shell = blob([(-19, -5), (-17, -17), (-5, -25), (8, -20), (12, -8), (8, -4), (-14, -3)], 0.5)
    ink.part(shell, c.base)
    ink.inside(
        shell,
        merged(
            [
                circle(x, y, r)
                for x, y, r in ((-11, -15, 3.3), (-2, -19, 2.8), (-4, -9, 3.3), (5, -13, 2.7), (-15, -7, 2.2))
            ]
        ),
        c.mark or INK,
    )
    draw_face(ink, d, (14, -11), 7.6, (70, 58, 68), gap=0.4, turn=0.16, eye=1.25)


def _beetle(ink: Ink, d: Draft) -> None:
    c = d.coat
    _legs(ink, d, (-10, -1, 8), -6, shade(c.base, 0.4), 2.2, 4)
    ink.part(circle(15, -11, 7.6), shade(c.base, 0.2))
    ink.part(taper([(19, -16, 3), (24, -22, 2.4), (29, -22, 1)], 4), shade(c.base, 0.3))
    shell = blob([(-21, -8), (-15, -19), (0, -23), (11, -17), (12, -8), (6, -4), (-14, -3)], 0.5)
    ink.part(shell, c.base, role="metal")
    ink.stroke(line([(-20, -9), (-4, -14), (11, -14)]), shade(c.base, 0.5))
    ink.flat(ellipse(-6, -18, 6, 1.8, -10), (255, 255, 255), 110)
    draw_face(ink, d, (15, -11), 7, shade(c.base, 0.2), gap=0.4, turn=0.2, eye=1.2)


def _ant(ink: Ink, d: Draft) -> None:
    c = d.coat
    _legs(ink, d, (-5, 0, 5), -9, shade(c.base, 0.3), 1.6, 5)
    ink.part(ellipse(-14, -12, 10, 7.6, 8), c.base)
    ink.part(ellipse(0, -11, 6, 5), c.base)
    _feelers(ink, (14, -22), 8, shade(c.base, 0.3), knob=False)
    ink.part(circle(12, -15, 8.6), c.base)
    draw_face(ink, d, (12, -15), 8.6, c.base, gap=0.4, turn=0.24, eye=1.2)


def _spider(ink: Ink, d: Draft) -> None:
    c = d.coat
    legs = []
    for side in (-1, 1):
        for k in range(4):
            step = 2 * d.swing(0.25 * k + (0.5 if side > 0 else 0))
            reach = 12 + 5.4 * k
            legs.append(
                line(
                    [
                        (side * 5, -15),
                        (side * (reach * 0.72), -27 + k * 3),
                        (side * reach, -14 + k * 2),
                        (side * (reach + 2) + step, 0),
                    ]
                )
            )
    ink.stroke(merged(legs), shade(c.base, 0.3), 2.0)
    ink.part(circle(-7, -20, 11.5), c.base, role="fur")
    ink.flat(
        merged([ellipse(-10, -23, 3, 2), ellipse(-4, -25, 2, 1.4), ellipse(-13, -17, 2, 1.5)]),
        c.mark or light(c.base, 0.3),
        180,
    )
    ink.part(circle(7, -15, 8.6), c.base, role="fur")
    draw_face(ink, d, (8, -15), 8.4, c.base, gap=0.4, turn=0.12, eye=1.3)


def _dragonfly(ink: Ink, d: Draft) -> None:
    c = d.coat
    beat = 12 * (1 if d.pose.phase % 2 else -1) if d.pose.action in ("fly", "float") else 4
    for degrees, tone in ((34, 170), (4, 200)):
        _wing(ink, (6, -14), degrees - beat, [(0, 0), (-4, -10), (-10, -24), (-4, -29), (2, -22), (3, -8)], GLASS, tone)
    tail = taper([(8, -11, 6), (-6, -11, 3.4), (-22, -12, 2.6), (-34, -14, 2.2)], 5)
    ink.part(tail, c.base)
    ink.stroke(merged([line([(x, -13.4), (x, -10)]) for x in (-26, -18, -10)]), shade(c.base, 0.4))
    _legs(ink, d, (4, 8), -7, shade(c.base, 0.4), 1.0)
    for degrees, tone in ((-14, 210), (-44, 220)):
        _wing(ink, (6, -13), degrees + beat, [(0, 0), (-4, -10), (-8, -24), (-2, -29), (3, -22), (3, -8)], GLASS, tone)
    ink.part(circle(15, -12, 7), c.base)
    draw_face(ink, d, (15, -12), 7, c.base, gap=0.44, turn=0.22, eye=1.5)


def _grasshopper(ink: Ink, d: Draft) -> None:
    c = d.coat
    _legs(ink, d, (8, 13), -9, shade(c.base, 0.3), 1.5)
    body = taper([(-24, -13, 4), (-6, -14, 11), (10, -16, 12)], 5)
    _feelers(ink, (18, -26), 12, shade(c.base, 0.3), knob=False)
    ink.part(body, c.base)
    ink.part(blob([(8, -19), (-10, -20), (-28, -13), (-8, -13)], 0.5), shade(c.base, 0.15))
    fold = 3 * d.swing(0.0)
    ink.part(taper([(-2, -12, 5), (-16, -30 - fold, 3.4)]), light(c.base, 0.1))
    ink.stroke(merged([line([(-16, -30 - fold), (-20, -2)]), line([(-20, -1), (-14, 0)])]), shade(c.base, 0.3), 1.8)
    ink.part(circle(16, -18, 8), c.base)
    draw_face(ink, d, (16, -18), 8, c.base, gap=0.4, turn=0.24, eye=1.3)


def _caterpillar(ink: Ink, d: Draft) -> None:
    c = d.coat
    for k in range(5):
        x = -26 + 9.4 * k
        lift = 3.4 * max(0.0, d.swing(-k / 5)) + 0.5
        ink.flat(merged([ellipse(x + s, -1.2, 2, 1.4) for s in (-3, 3)]), shade(c.base, 0.5))
        ink.part(circle(x, -8 - lift, 7.8), c.base if k % 2 else (c.mark or light(c.base, 0.35)), role="fur")
    _feelers(ink, (19, -28), 7, INK)
    ink.part(circle(19, -18, 10.5), c.face or c.base, role="fur")
    draw_face(ink, d, (19, -18), 10.5, c.face or c.base, gap=0.38, turn=0.24, eye=1.15)


def _worm(ink: Ink, d: Draft) -> None:
    c = d.coat
    hump = 7 + 5 * d.beat
    body = taper(
        [(-30, -4, 6), (-16, -4 - hump * 0.4, 8), (-5, -5 - hump, 9), (6, -6, 9.4), (14, -14, 9.6), (17, -25, 10)], 6
    )
    ink.part(body, c.base, role="skin")
    ink.inside(body, ellipse(8, -7, 3.4, 9, 40), light(c.base, 0.3), 190)
    draw_face(ink, d, (17, -24), 6.4, c.base, gap=0.42, turn=0.2, eye=1.3)


def _snail(ink: Ink, d: Draft) -> None:
    c = d.coat
    stretch = 2 * d.beat
    foot = blob(
        [
            (-25, -1),
            (-14, -6),
            (6, -8),
            (12, -16),
            (15 + stretch, -26),
            (23 + stretch, -28),
            (27 + stretch, -20),
            (22, -8),
            (18, 0),
            (-18, 0),
        ],
        0.5,
    )
    eyes = [(17 + stretch, -38.0), (25 + stretch, -37.0)]
    for x, y in eyes:
        ink.part(taper([(x - 1, -25, 2.8), (x, y, 2.4)]), c.base, line=0.8)
    ink.part(foot, c.base, role="skin")
    shell = c.wing or (196, 128, 80)
    ink.part(circle(-4, -21, 17), shell)
    spiral = [
        (-4 + (15 - 1.05 * k) * math.cos(0.62 * k + 0.5), -21 + (15 - 1.05 * k) * math.sin(0.62 * k + 0.5))
        for k in range(14)
    ]
    ink.stroke(line(spiral), shade(shell, 0.45), 2.0)
    ink.part(merged([circle(x, y, 3.4) for x, y in eyes]), WHITE, line=0.8)
    draw_face(ink, d, (21 + stretch, -36.6), 6, WHITE, gap=0.7, turn=0.05, eye=1.25, mouth=2.5)


def _snake(ink: Ink, d: Draft) -> None:
    c = d.coat
    s = 3 * d.swing(0.0)
    back = taper([(-44, -2, 1.5), (-30, -5 + s * 0.3, 6), (-14, -5, 9), (2, -5, 10.5), (18, -8, 11), (22, -17, 11)], 6)
    ink.part(back, shade(c.base, 0.08))
    mid = taper([(22, -15, 11), (14, -22, 11), (-2, -21 - s * 0.3, 11), (-14, -26, 11), (-12, -38, 10.5)], 6)
    ink.part(mid, c.base)
    neck = taper([(-13, -33, 10.5), (-7, -44, 10), (2 + s, -54, 9.4), (11 + s, -60, 10)], 6)
    ink.part(neck, c.base)
    marks = [(-24, -6), (-8, -7), (8, -8), (20, -13), (8, -24), (-4, -23), (-14, -32), (-8, -44), (1 + s, -54)]
    ink.flat(merged([ellipse(x, y, 2.9, 2.0, 20) for x, y in marks]), c.mark or shade(c.base, 0.35), 220)
    if d.pose.phase % 4 < 2:
        ink.stroke(
            merged(
                [
                    line([(25 + s, -59), (31 + s, -58)]),
                    line([(31 + s, -58), (34 + s, -60)]),
                    line([(31 + s, -58), (34 + s, -56)]),
                ]
            ),
            (214, 56, 66),
            1.2,
        )
    head = blob(
        [(5 + s, -62), (9 + s, -69), (18 + s, -69), (26 + s, -62), (25 + s, -57), (14 + s, -54), (7 + s, -56)], 0.55
    )
    ink.part(head, c.base)
    draw_face(ink, d, (14 + s, -62), 8.6, c.base, gap=0.42, turn=0.26, eye=1.15, mouth=0.55)


def _frog(ink: Ink, d: Draft) -> None:
    c = d.coat
    up = d.pose.action in ("jump", "hop") and 2 < d.pose.phase < 10
    if up:
        ink.part(taper([(-12, -14, 9), (-24, -8, 6), (-34, -2, 4)], 4), shade(c.base, 0.1))
    ink.part(join(taper([(12, -14, 6), (16, -7, 5), (15, -2, 4.4)]), ellipse(18, -1.6, 5, 1.7)), shade(c.base, 0.2))
    body = blob([(-22, -10), (-14, -24), (0, -34), (16, -36), (24, -27), (20, -12), (10, -2), (-14, -1)], 0.5)
    dome = join(body, circle(3, -37, 7.6), circle(19, -37, 6.8))
    ink.part(dome, c.base, role="skin")
    ink.inside(dome, blob([(6, -20), (24, -25), (30, -8), (10, 4), (2, -6)], 0.5), c.belly or light(c.base, 0.5))
    ink.flat(
        merged([ellipse(-10, -19, 3, 2.2), ellipse(-3, -26, 2.2, 1.7), ellipse(-15, -12, 2, 1.6)]),
        c.mark or shade(c.base, 0.3),
        190,
    )
    if not up:
        thigh = join(ellipse(-12, -9, 12, 8.6, -18), ellipse(-4, -1.8, 10, 1.9), circle(-18, -3, 3))
        ink.part(thigh, c.base, role="skin")
    ink.part(join(taper([(6, -14, 6.4), (8, -7, 5), (6, -2, 4.6)]), ellipse(9, -1.7, 6, 1.8)), c.base, role="skin")
    ink.part(merged([circle(3.6, -37.6, 5.4), circle(19, -37.6, 4.8)]), c.iris or (250, 222, 110), line=0.7)
    draw_face(
        ink,
        Draft(_plain_eye(c), d.pose, d.seed),
        (11, -36.4),
        12,
        c.iris or (250, 222, 110),
        gap=0.64,
        turn=0.04,
        eye=0.95,
        mouth=None,
    )
    with placed(ink, (13, -25), scale=12) as own:
        gap = (0.0, 0.16, 0.3, 0.42)[max(0, min(3, d.pose.mouth))]
        if gap:
            own.part(
                blob([(-0.66, -0.05), (0.1, 0.14), (0.9, -0.1), (0.5, 0.1 + gap), (-0.2, 0.14 + gap)], 0.5),
                (132, 46, 58),
                line=0.7,
            )
        smile = -0.12 if d.pose.emotion in ("sad", "angry", "afraid", "pain") else 0.12
        own.stroke(line([(-0.7, -smile), (0.1, smile), (0.92, -smile - 0.03)]), shade(c.base, 0.6), 0.08)


def _plain_eye(coat: Coat) -> Coat:
    return Coat(coat.base)


# fmt: off
BUGS: dict[str, CreatureSpec] = {
    "butterfly": CreatureSpec(12, (46, 40), (4, -27, 5), Coat((242, 140, 58), wing=(242, 140, 58), mark=(255, 226, 130), socks=(70, 52, 62), keeps=("socks",)), _butterfly, True),
    "moth": CreatureSpec(10, (46, 40), (4, -27, 5), Coat((198, 174, 144), wing=(198, 174, 144), mark=(130, 100, 84), socks=(122, 96, 84)), _butterfly, True),
    "bee": CreatureSpec(9, (44, 36), (11, -17, 8), Coat((248, 200, 72), mark=(62, 50, 58), keeps=("mark",)), _bee, True),
    "ladybug": CreatureSpec(7, (42, 25), (14, -11, 8), Coat((216, 58, 50), mark=(58, 48, 58), keeps=("mark",)), _ladybug, True),
    "beetle": CreatureSpec(7, (50, 24), (15, -11, 7), Coat((66, 96, 130)), _beetle, True),
    "ant": CreatureSpec(6, (46, 26), (12, -15, 9), Coat((126, 66, 54)), _ant),
    "spider": CreatureSpec(9, (60, 32), (8, -15, 8), Coat((84, 74, 98), mark=(150, 130, 170)), _spider),
    "dragonfly": CreatureSpec(10, (60, 42), (15, -12, 7), Coat((60, 160, 176)), _dragonfly, True),
    "grasshopper": CreatureSpec(8, (56, 32), (16, -18, 8), Coat((132, 184, 84)), _grasshopper),
    "caterpillar": CreatureSpec(8, (66, 34), (19, -18, 10), Coat((128, 190, 86), mark=(190, 220, 110), face=(236, 190, 80)), _caterpillar),
    "worm": CreatureSpec(7, (56, 31), (17, -24, 6), Coat((232, 150, 150)), _worm),
    "snail": CreatureSpec(9, (54, 42), (21, -30, 8), Coat((232, 206, 160), wing=(198, 124, 78)), _snail),
    "snake": CreatureSpec(34, (78, 69), (15, -62, 9), Coat((104, 172, 82), mark=(58, 118, 66), iris=(250, 214, 90)), _snake),
    "frog": CreatureSpec(15, (58, 44), (11, -34, 12), Coat((112, 184, 76), belly=(232, 238, 180)), _frog),
    "toad": CreatureSpec(15, (58, 44), (11, -34, 12), Coat((150, 118, 82), belly=(224, 206, 164), mark=(98, 74, 58)), _frog),
}
# fmt: on
