"""Owns single pieces of hair: buns, tails, braids, locks, curls, crests, backs. Does not know: styles, faces."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from itertools import pairwise

import skia

from generators.backends.animatic.colours import RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse
from generators.backends.animatic.people import hair_tails as tails
from generators.backends.animatic.people.hair_tails import dim, lay
from generators.backends.animatic.people.hairline import dome, joined, run, sideburn, strands, turned_share
from generators.backends.animatic.people.skull import FAR, NEAR, Skull
from generators.backends.animatic.people.touch import CLOSE, TINY, curve, lerp, ribbon, scalloped

# -- behind the shoulders -------------------------------------------------------------------------


def _back(skull: Skull, low: float, flare: float, side: float, bulge: float = 0.0) -> skia.Path:
    """Hair from the crown down to y = `low` behind head and body."""
    left, right = (
        skull.left - side - 0.02,
        lerp(skull.right + side + 0.02, skull.right + side * 0.5 - 0.06, turned_share(skull)),
    )
    over = dome(skull, 0.04, side, start=-92, end=92, step=30)
    right_low = lerp(low, low - 0.12, turned_share(skull))
    down = [over[-1], (right + flare * 0.7, lerp(0, right_low, 0.5)), (right + flare * 0.5 - 0.05, right_low - 0.08)]
    foot = [
        down[-1],
        (lerp(left, right, 0.7), low + 0.06),
        (lerp(left, right, 0.35), low + 0.09),
        (left - flare + 0.08, low - 0.04),
    ]
    up = [foot[-1], (left - flare, lerp(0, low, 0.6)), (left - flare * 0.3, 0.2), over[0]]
    if bulge:
        down, up = _dense(down, 0.24), _dense(up, 0.24)
    return _hanging(over, down, foot, up, bulge)


def _dense(points: list[Point], step: float) -> list[Point]:
    """More points along the corners' straight lines."""
    out = [points[0]]
    for (ax, ay), (bx, by) in pairwise(points):
        count = max(1, round(math.hypot(bx - ax, by - ay) / step))
        out += [(lerp(ax, bx, i / count), lerp(ay, by, i / count)) for i in range(1, count + 1)]
    return out


def _hanging(over: list[Point], down: list[Point], foot: list[Point], up: list[Point], bulge: float) -> skia.Path:
    """One outline: over the skull, down the far side, along the foot, up again; corners rounded when smooth."""
    if bulge:
        return joined([run(over, bulge), run(down, bulge), run(foot, bulge), run(up, bulge)])
    return joined([run(over), run([*down, *foot[1:], *up[1:]])])


def back_bob(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A bob's back half."""
    lay(ink, _back(skull, 0.78, 0.03, 0.12), dim(colour), 0.0)


def back_long(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Straight hair to the shoulder blades."""
    lay(ink, _back(skull, 1.58, 0.10, 0.06), dim(colour), 0.0)


def back_wavy(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Waves to the shoulder blades."""
    lay(ink, _back(skull, 1.5, 0.16, 0.1, 0.1), dim(colour), 0.0)


def back_curly(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Curls to the shoulders."""
    lay(ink, _back(skull, 1.12, 0.22, 0.18, 0.28), dim(colour), 0.0)


# -- locks ----------------------------------------------------------------------------------------


def back_locs(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Dreadlocks that hang behind."""
    for i in range(7):
        share = i / 6
        x0 = lerp(skull.left + 0.05, skull.right - 0.1, share)
        x1 = x0 + (share - 0.5) * 0.3
        low = 1.0 + 0.12 * math.sin(i * 2.1)
        lay(ink, ribbon([(x0, -0.1, 0.2), (x0, 0.4, 0.2), (x1, 0.8, 0.18), (x1, low, 0.12)]), dim(colour))


def rear_locs(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Dreadlocks down the back."""
    for i in (0, 6, 1, 5, 2, 4, 3):
        share = i / 6 - 0.5
        low = 1.12 + 0.1 * math.sin(i * 2.1)
        x = share * 1.5
        lay(
            ink,
            ribbon([(x * 0.45, -0.62, 0.1), (x * 0.95, -0.1, 0.23), (x * 1.05, 0.5, 0.22), (x * 1.12, low, 0.12)]),
            colour,
        )


def front_locs(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Dreadlocks over the near side and the crown."""
    turn = turned_share(skull)
    spots = [(-92, 0.78), (-76, 0.9)] if turn < 0.3 else [(-112, 0.72), (-96, 0.85), (-78, 0.92)]
    for i, (angle, low) in enumerate(spots):
        x, y = skull.rim(angle * 0.72, -0.02)
        end = lerp(skull.left - 0.08, skull.left - 0.1 + 0.17 * i, turn) if turn >= 0.3 else skull.left - 0.1 + 0.15 * i
        lay(
            ink,
            ribbon([(x, y, 0.14), (end - 0.02, -0.05, 0.17), (end, low * 0.5, 0.16), (end + 0.02, low, 0.1)]),
            colour,
        )
    if turn < 0.3:
        for i, angle in enumerate((92, 76)):
            x, y = skull.rim(angle * 0.72, -0.02)
            end = skull.right + 0.1 - 0.15 * i
            lay(
                ink, ribbon([(x, y, 0.14), (end + 0.02, -0.05, 0.17), (end, 0.4, 0.16), (end - 0.02, 0.8, 0.1)]), colour
            )
    if ink.px >= TINY:
        for angle in range(-60, 70, 20):
            a, b = skull.rim(angle * 0.35, 0.04), skull.rim(angle, -0.2 if abs(angle) > 30 else -0.26)
            ink.stroke(
                curve([a, ((a[0] + b[0]) / 2 + angle * 0.001, (a[1] + b[1]) / 2 - 0.04), b]),
                shade(colour, 0.5),
                0.02,
                150,
            )
            ink.stroke(curve([(a[0] + 0.03, a[1]), (b[0] + 0.03, b[1])]), light(colour, 0.3), 0.014, 70)


# -- curls ----------------------------------------------------------------------------------------


def _round(x: float, y: float, rx: float, ry: float, lobes: int, bulge: float) -> skia.Path:
    step = 2 * math.pi / lobes
    return scalloped([(x + rx * math.cos(i * step), y + ry * math.sin(i * step)) for i in range(lobes)], bulge)


def afro(ink: Ink, skull: Skull, colour: RGB) -> None:
    """The great round of an afro, behind the face."""
    middle = (skull.left + skull.right) / 2 - 0.04 * turned_share(skull)
    wide = (skull.right - skull.left) / 2 + 0.32
    lay(ink, _round(middle, -0.28, wide, 1.06, 24, 0.26), dim(colour))


def _marks(ink: Ink, spots: list[Point], colour: RGB, radius: float) -> None:
    for i, (x, y) in enumerate(spots):
        tone = light(colour, 0.28) if i % 2 else shade(colour, 0.45)
        bend = skia.Path()
        bend.addArc(skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius), 170 + 40 * (i % 3), 175)
        ink.stroke(bend, tone, 0.024, 105)


def afro_marks(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Small coils over an afro."""
    if ink.px >= TINY:
        close = ink.px >= CLOSE
        spots = [
            skull.rim(a + 9 * (k % 2), d)
            for k, d in enumerate((0.2, 0.04, -0.12) if close else (0.16, -0.04))
            for a in range(-84, 84, 18)
        ]
        _marks(ink, [p for p in spots if p[1] < -0.1], colour, 0.05)


def curl_marks(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Arcs of curls on the cap."""
    if ink.px >= TINY:
        spots = [skull.rim(a + 12 * k, d) for k, d in enumerate((0.07, -0.09)) for a in range(-70, 60, 22)]
        _marks(ink, spots, colour, 0.07)


def _coil(ink: Ink, x: float, y: float, radius: float, colour: RGB) -> None:
    lay(ink, ellipse(x, y, radius, radius * 0.97), colour, 1.1 if ink.px >= 70 else 0.0)
    if ink.px >= TINY:
        ink.stroke(
            curve([(x - radius * 0.55, y - radius * 0.1), (x - radius * 0.2, y - radius * 0.55),
            (x + radius * 0.3, y - radius * 0.5)]),
            light(colour, 0.34), 0.02, 90,
        )  # fmt: skip


def cloud_back(ink: Ink, skull: Skull, colour: RGB) -> None:
    """The far edge of a cloud of coils."""
    tone = dim(colour)
    if ink.px < TINY:
        return
    for angle in range(60, 128, 17):
        _coil(ink, *skull.rim(angle, 0.04 - 0.06 * turned_share(skull)), 0.19, tone)
    for angle in range(-128, -58, 17):
        _coil(ink, *skull.rim(angle, 0.06), 0.21, tone)


def cloud(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Coils over crown and near side."""
    if ink.px < TINY:
        return
    dice = random.Random("coils")
    for angle in range(-112, 84, 21):
        _coil(ink, *skull.rim(angle, 0.12), 0.185, mix(colour, dim(colour), dice.random()))
    inner = range(-84, 78, 24)
    for angle in inner:
        _coil(ink, *skull.rim(angle, -0.13), 0.165, colour)
    turn = turned_share(skull)
    if turn > 0.5:
        x, y = sideburn(skull)
        for dx, dy in ((-0.36, 0.22), (-0.18, -0.02), (-0.5, -0.08), (-0.4, -0.34), (-0.14, -0.3)):
            _coil(ink, x + dx, y + dy, 0.17, colour)
    else:
        for side_x in (skull.left, skull.right):
            for dy in (0.12, 0.40):
                _coil(ink, side_x * 1.03, dy, 0.17, colour)


# -- crests, fringes, tufts -----------------------------------------------------------------------


def mohawk(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A crest of spikes from brow to nape."""
    turn = turned_share(skull)
    start, end, count = lerp(-20, -86, turn), lerp(20, 34, turn), 7
    points: list[Point] = []
    for i in range(count * 2 + 1):
        angle = start + (end - start) * i / (count * 2)
        points.append(skull.rim(angle, 0.46 - 0.1 * abs(i / count - 1) if i % 2 else 0.24))
    base = [skull.rim(end, -0.2), skull.rim(0, -0.3), skull.rim(start, -0.2)]
    lay(ink, joined([run(points, sharp=True), run([points[-1], *base, points[0]])]), colour)


def crop_fringe(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Short dashes of cropped hair."""
    if ink.px >= TINY:
        for angle in range(-64, 62, 16):
            (ax, ay), (bx, by) = skull.rim(angle, -0.02), skull.rim(angle + 5, -0.16)
            ink.stroke(curve([(ax, ay), (bx, by)]), shade(colour, 0.4) if angle % 32 else light(colour, 0.35), 0.02, 90)


def quiff(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A wave of hair that rises from the forehead."""
    x, y, side = skull.axis, -0.72, skull.look.features.part_side
    s = 1 if turned_share(skull) > 0.5 else -side
    points = [
        (x - s * 0.50, y + 0.02), (x - s * 0.52, y - 0.28), (x - s * 0.18, y - 0.46), (x + s * 0.28, y - 0.52),
        (x + s * 0.55, y - 0.34), (x + s * 0.50, y - 0.08), (x + s * 0.34, y - 0.12), (x + s * 0.1, y - 0.0),
    ]  # fmt: skip
    path = blob(points, 0.5)
    lay(ink, path, colour)
    strands(ink, colour, [
        [(x - s * 0.36, y - 0.02), (x - s * 0.22, y - 0.26), (x + s * 0.22, y - 0.36)],
        [(x - s * 0.2, y - 0.02), (x - s * 0.02, y - 0.2), (x + s * 0.32, y - 0.24)],
        [(x - s * 0.44, y - 0.1), (x - s * 0.34, y - 0.3), (x + s * 0.02, y - 0.42)],
    ])  # fmt: skip


def undercut(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Long hair on top, combed to one side, over shaved sides."""
    s = -skull.look.features.part_side if skull.yaw < 0.3 else 1
    x = skull.axis
    start, end = (-46, 46)
    over = [skull.rim(a, 0.15) for a in range(start, end + 1, 23)]
    if s < 0:
        over = [skull.rim(a, 0.15) for a in range(start, end + 1, 23)]
    line = [(x + 0.56, -0.52), (x + 0.24, -0.50), (x - 0.1, -0.60), (x - 0.44, -0.66)]
    if s < 0:
        line = [(x + 0.44, -0.66), (x + 0.1, -0.60), (x - 0.24, -0.50), (x - 0.56, -0.52)]
    lay(ink, joined([run([line[-1], *over, line[0]]), run(line)]), colour)
    sweep = [
        [(x - s * 0.3 + s * k, -0.98), (x + s * (0.05 + k), -0.86), (x + s * (0.22 + k), -0.62)]
        for k in (0.0, 0.16, -0.16)
    ]
    strands(ink, colour, sweep)


def spikes(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Tousled points over crown and forehead."""
    over: list[Point] = []
    for i in range(15):
        angle = -76 + 146 * i / 14
        over.append(
            skull.rim(angle + (6 if i % 2 else 0), 0.30 - 0.0016 * abs(angle) if i % 2 else 0.09 - 0.0014 * abs(angle))
        )
    x = skull.axis
    front = [
        (x + u, y)
        for u, y in (
            (0.5, -0.54),
            (0.4, -0.30),
            (0.22, -0.54),
            (0.06, -0.28),
            (-0.14, -0.55),
            (-0.34, -0.34),
            (-0.46, -0.52),
        )
    ]
    lay(ink, joined([run(over, sharp=True), run([over[-1], *front, over[0]], sharp=True)]), colour)
    strands(
        ink,
        colour,
        [[skull.rim(a, -0.2), skull.rim(a + 2, -0.05), skull.rim(a + 5, 0.12)] for a in (-50, -22, 4, 34, 60)],
    )


def tuft(ink: Ink, skull: Skull, colour: RGB) -> None:
    """A baby's curl: one lock that rolls over the forehead."""
    x, y = skull.rim(4, 0.0)
    wide = max(0.1, 2.0 / ink.px)
    for dx, size in ((-0.13, 0.72), (0.1, 0.8), (0.0, 1.0)):
        lock = [
            (x + dx, y + 0.07, wide * 0.5), (x + dx - 0.09 * size, y - 0.1 * size, wide),
            (x + dx + 0.04, y - 0.24 * size, wide * 0.9), (x + dx + 0.17 * size, y - 0.13 * size, wide * 0.6),
            (x + dx + 0.12 * size, y - 0.03, 0.01),
        ]  # fmt: skip
        lay(ink, ribbon(lock), colour, 0.5)


def rear_cloud(ink: Ink, skull: Skull, colour: RGB) -> None:
    """Coils all over the back of the head."""
    cloud(ink, skull, colour)
    for row, y in enumerate((-0.5, -0.24, 0.02, 0.28, 0.54)):
        for i in range(-2, 3):
            coil_x = 0.3 * i + (0.14 if row % 2 else 0.0)
            if abs(coil_x) < 0.78:
                _coil(ink, coil_x, y, 0.175, mix(colour, dim(colour), (i + row) % 3 / 2))


def side_tufts(ink: Ink, skull: Skull, colour: RGB) -> None:
    """What is left above the ears of a balding head."""
    turn = turned_share(skull)
    ear_x, ear_y = skull.ear
    if turn < 0.25:
        for side, edge in ((NEAR, skull.left), (FAR, skull.right)):
            path = blob([
                (edge + side * 0.05, 0.12), (edge + side * 0.10, -0.12), (edge + side * 0.02, -0.40),
                (edge - side * 0.10, -0.46),
                (edge - side * 0.11, -0.2), (edge - side * 0.03, 0.06),
            ], 0.5)  # fmt: skip
            lay(ink, path, colour)
        return
    nape_x, nape_y = skull.nape
    path = blob([
        (ear_x + 0.13, ear_y + 0.02), (ear_x + 0.12, ear_y - 0.30), (ear_x - 0.04, ear_y - 0.50),
        (skull.left - 0.03, ear_y - 0.44),
        (skull.left - 0.08, ear_y - 0.05), (nape_x - 0.1, nape_y - 0.12), (nape_x + 0.1, nape_y),
        (ear_x - 0.06, ear_y + 0.14),
        (ear_x - 0.06, ear_y - 0.12), (ear_x + 0.05, ear_y - 0.14),
    ], 0.5)  # fmt: skip
    lay(ink, path, colour)
    strands(
        ink, colour, [[(ear_x + 0.02, ear_y - 0.36), (ear_x - 0.12, ear_y - 0.22), (skull.left + 0.1, ear_y + 0.06)]]
    )


# -- from behind ----------------------------------------------------------------------------------


def rear_shape(skull: Skull, top: float, side: float, low: float, bulge: float) -> skia.Path:
    """Hair over the whole back of the head down to y = `low`."""
    over = dome(skull, top, side, start=-100, end=100, step=20)
    (lx, ly), (rx, ry) = over[0], over[-1]
    flare = max(0.0, low - 0.6) * 0.12
    inset = 0.30 if low < 0.7 else 0.02 - flare
    down = [(rx, ry), (rx - inset * 0.25, lerp(ry, low, 0.55)), (rx - inset, low - 0.04)]
    foot = [down[-1], (rx * 0.4, low + 0.06), (lx * 0.4, low + 0.06), (lx + inset, low - 0.04)]
    up = [foot[-1], (lx + inset * 0.25, lerp(ly, low, 0.55)), (lx, ly)]
    if bulge:
        down, foot, up = _dense(down, 0.22), _dense(foot, 0.22), _dense(up, 0.22)
    return _hanging(over, down, foot, up, bulge)


def rear_band(skull: Skull) -> skia.Path:
    """The ring of hair of a balding head from behind."""
    x0, x1 = skull.left - 0.05, skull.right + 0.05
    upper = [(x0, -0.3), (x0 * 0.6, -0.12), (0.0, -0.06), (x1 * 0.6, -0.12), (x1, -0.3)]
    lower = [
        (x1, -0.3),
        (x1 + 0.01, 0.1),
        (x1 - 0.28, 0.52),
        (0.0, 0.6),
        (x0 + 0.28, 0.52),
        (x0 - 0.01, 0.1),
        (x0, -0.3),
    ]
    return joined([run(upper), run(lower)])


REAR: Mapping[str, Callable[[Ink, Skull, RGB], None]] = {
    "bun": tails.rear_bun, "top knot": tails.rear_knot, "low bun": tails.rear_low_bun, "ponytail": tails.rear_tail,
    "pigtails": tails.rear_pigtails, "braid": tails.rear_braid, "braids": tails.rear_braids, "mohawk": mohawk,
    "cloud": rear_cloud,
    "spiky": spikes, "dreadlocks": rear_locs,
}  # fmt: skip
"""What a style adds to the back of the head."""
