"""Owns the drawings of what swims: fish, shark, whale, dolphin, seal, octopus, squid, jellyfish, seahorse.

Design units, lowest point at y = 0, facing right. Does not know: actions (see `creature`).
"""

# ruff: noqa: E501 (outlines)

from __future__ import annotations

import math

from generators.backends.animatic.animals.creature import CreatureSpec, Draft, draw_face
from generators.backends.animatic.animals.shapes import circle, join, line, merged, placed, taper
from generators.backends.animatic.animals.spec import WHITE, Coat
from generators.backends.animatic.colours import RGB, light, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly, scallop


def _flip(ink: Ink, at: Point, degrees: float, points: list[Point], colour: RGB, tension: float = 0.45) -> None:
    with placed(ink, at, degrees=degrees) as own:
        own.part(blob(points, tension), colour, role="fur")


def _fish(ink: Ink, d: Draft) -> None:
    c = d.coat
    fin = c.wing or shade(c.base, 0.15)
    wag = 14 * d.swing(0.0)
    _flip(ink, (-17, -16), wag, [(2, -4), (-10, -12), (-17, -13), (-13, 0), (-17, 13), (-10, 12), (2, 4)], fin)
    ink.part(blob([(-8, -26), (-4, -35), (7, -36), (14, -27), (3, -24)], 0.5), fin, role="fur")
    ink.part(blob([(-6, -6), (-8, 0), (0, 0), (6, -5)], 0.5), shade(fin, 0.15), role="fur")
    body = blob([(-19, -16), (-8, -27), (8, -30), (20, -24), (25, -15), (19, -7), (6, -3), (-9, -6)], 0.52)
    ink.part(body, c.base, role="fur")
    if c.mark is not None:
        bands = [
            blob([(x, -34), (x + 5, -34), (x + 7, -16), (x + 4, 0), (x - 1, 0), (x + 2, -16)], 0.5) for x in (-10, 3)
        ]
        ink.inside(body, merged(bands), c.mark)
    elif c.belly is not None:
        ink.inside(body, ellipse(4, -2, 24, 9), c.belly)
    scales = [line([(x, y - 2), (x + 1.8, y), (x, y + 2)]) for x, y in ((-3, -18), (-3, -13), (1, -15.5), (1, -20.5))]
    ink.stroke(merged(scales), shade(c.base, 0.35), alpha=150)
    _flip(ink, (4, -12), -12 * d.swing(0.25, 2), [(2, -3), (-9, -2), (-11, 5), (-3, 6), (3, 2)], fin)
    draw_face(ink, d, (14, -17), 9, c.base, gap=0.36, turn=0.24, eye=1.35, mouth=0.5)


def _shark(ink: Ink, d: Draft) -> None:
    c = d.coat
    wag = 10 * d.swing(0.0)
    _flip(
        ink,
        (-36, -17),
        wag,
        [(3, -3), (-8, -14), (-16, -22), (-12, -3), (-13, 10), (-6, 4), (3, 4)],
        shade(c.base, 0.1),
        0.3,
    )
    ink.part(blob([(-4, -28), (-6, -44), (-2, -44), (12, -28)], 0.3), shade(c.base, 0.1), role="fur")
    body = blob([(-39, -18), (-20, -27), (4, -32), (24, -29), (42, -20), (38, -13), (24, -5), (0, -3), (-22, -10)], 0.5)
    ink.part(body, c.base, role="fur")
    ink.inside(body, blob([(-30, -9), (0, -13), (24, -15), (46, -16), (40, 6), (-20, 6)], 0.5), c.belly or WHITE)
    ink.stroke(
        merged([line([(9 + k * 3.4, -23), (7.6 + k * 3.4, -18), (9 + k * 3.4, -14)]) for k in range(3)]),
        shade(c.base, 0.45),
    )
    _flip(ink, (4, -8), -8 * d.swing(0.25), [(4, -3), (-6, 5), (-15, 10), (-11, 1), (-5, -4)], shade(c.base, 0.12), 0.3)
    draw_face(ink, d, (26, -21), 10, c.base, gap=0.42, turn=0.3, eye=1.1, mouth=None)
    smile = blob([(20, -12), (28, -9.5), (37, -13.5), (30, -12)], 0.3)
    ink.flat(smile, WHITE)
    ink.stroke(line([(20, -12.4), (29, -11), (38, -14.4)]), shade(c.base, 0.6))
    ink.flat(
        merged(
            [
                poly([(x, y), (x + 2.4, y - 0.2), (x + 1.2, y + 2.6)])
                for x, y in ((22, -12), (25.5, -11.4), (29, -11.4), (32.5, -12.4))
            ]
        ),
        WHITE,
    )


def _whale(ink: Ink, d: Draft) -> None:
    c = d.coat
    wag = 12 * d.swing(0.0)
    _flip(
        ink,
        (-40, -34),
        wag,
        [(8, 6), (-6, -4), (-20, -8), (-18, -18), (-6, -20), (0, -12), (8, -21), (18, -16), (12, -5), (8, -2)],
        shade(c.base, 0.08),
    )
    body = blob(
        [(-43, -36), (-36, -28), (-18, -40), (12, -46), (38, -36), (46, -20), (38, -5), (10, 0), (-18, -3), (-38, -18)],
        0.5,
    )
    ink.part(body, c.base, role="fur")
    low = blob([(-34, -9), (-8, -12), (14, -16), (50, -18), (44, 8), (-20, 8)], 0.5)
    ink.inside(body, low, c.belly or WHITE)
    grooves = merged(
        [line([(4 - k * 4, -11 + k * 2.6), (24, -12.5 + k * 3), (45 - k * 2, -15 + k * 3.4)]) for k in range(4)]
    )
    ink.stroke(grooves, shade(c.belly or WHITE, 0.3), alpha=170)
    if c.mark is not None:
        ink.inside(body, ellipse(27, -29, 8, 4.4, -14), c.mark)
    _flip(ink, (2, -9), 10 * d.swing(0.25), [(5, -3), (2, 8), (-7, 12), (-8, 3), (-4, -4)], shade(c.base, 0.12))
    draw_face(ink, d, (29, -24), 12, c.base, gap=0.46, turn=0.22, eye=1.05, mouth=0.56)
    if c.mark is None:
        spout = [
            taper([(6, -46, 2.4), (5 + s * 3, -56, 2.2), (5 + s * 9, -58, 2.0), (5 + s * 11, -53, 1.0)], 5)
            for s in (-1, 1)
        ]
        ink.flat(merged([*spout, circle(5, -62, 1.8)]), (146, 208, 240), 230)


def _dolphin(ink: Ink, d: Draft) -> None:
    c = d.coat
    _flip(
        ink,
        (-31, -16),
        14 * d.swing(0.0),
        [(4, -3), (-10, -9), (-17, -7), (-12, 0), (-15, 9), (-8, 7), (4, 3)],
        shade(c.base, 0.1),
    )
    ink.part(blob([(-4, -26), (-10, -37), (-6, -37), (8, -27)], 0.35), shade(c.base, 0.1), role="fur")
    body = blob(
        [
            (-34, -16),
            (-18, -24),
            (2, -29),
            (20, -27),
            (28, -20),
            (42, -15),
            (42, -11),
            (30, -10),
            (18, -5),
            (-2, -4),
            (-20, -10),
        ],
        0.5,
    )
    ink.part(body, c.base, role="fur")
    ink.inside(body, blob([(-24, -8), (0, -13), (20, -13), (46, -12), (34, 4), (-12, 4)], 0.5), c.belly or WHITE)
    ink.stroke(line([(27, -11.4), (34, -11.6), (41, -13)]), shade(c.base, 0.5))
    _flip(ink, (7, -8), 10 * d.swing(0.25), [(4, -3), (-2, 8), (-9, 10), (-7, 1), (-3, -4)], shade(c.base, 0.12))
    draw_face(ink, d, (20, -19), 10, c.base, gap=0.4, turn=0.14, eye=1.15, mouth=None)


def _seal(ink: Ink, d: Draft) -> None:
    c = d.coat
    _flip(
        ink,
        (-30, -5),
        8 * d.swing(0.0),
        [(6, -3), (-8, -7), (-12, -12), (-14, -3), (-12, 4), (-6, 3), (6, 3)],
        shade(c.base, 0.1),
    )
    body = blob(
        [(-33, -4), (-20, -15), (-2, -22), (6, -36), (15, -43), (26, -36), (25, -22), (20, -4), (2, 0), (-22, 0)], 0.5
    )
    ink.part(body, c.base, role="fur")
    ink.inside(body, blob([(-10, 2), (6, -8), (17, -24), (30, -26), (30, 4)], 0.5), c.belly or light(c.base, 0.5))
    _flip(ink, (9, -7), 8 * d.swing(0.3), [(3, -5), (6, 3), (2, 7), (-10, 7), (-12, 5), (-4, -2)], shade(c.base, 0.12))
    ink.flat(ellipse(23, -31, 5.4, 3.8), light(c.base, 0.5))
    draw_face(ink, d, (18, -35), 8.6, c.base, gap=0.42, turn=0.3, eye=1.35, mouth=0.62)
    ink.flat(ellipse(22.6, -32.6, 1.7, 1.2), (56, 44, 56))
    if c.horn[0] > 245:
        ink.part(taper([(20, -29, 2.4), (20.4, -19, 1.0)]), c.horn, line=0.8)
        ink.part(taper([(25, -29, 2.4), (25.6, -19, 1.0)]), c.horn, line=0.8)
    hairs = merged([line([(19 - k, -31 + k), (12 - k, -30 + 2 * k)]) for k in range(3)])
    ink.stroke(hairs, shade(c.base, 0.5), ink.line * 0.4, 180)


def _octopus(ink: Ink, d: Draft) -> None:
    c = d.coat
    for k in range(8):
        x = -15 + 30 * k / 7
        out = (k - 3.5) * 4.2
        sway = 3 * d.swing(k / 8) + (2 if k % 2 else 0)
        tone = shade(c.base, 0.18 if k % 2 == 0 else 0.0)
        curl = 4 if k > 3 else -4
        arm = taper(
            [
                (x * 0.7, -22, 7.5),
                (x + out * 0.35, -13 + sway * 0.3, 6.2),
                (x + out * 0.9, -4, 4.8),
                (x + out * 1.25 + curl, -3 + sway, 2.2),
            ],
            5,
        )
        ink.part(arm, tone, role="fur", line=0.9)
    head = blob([(-17, -26), (-19, -42), (-9, -55), (9, -55), (19, -42), (17, -26), (0, -17)], 0.55)
    ink.part(head, c.base, role="fur")
    ink.flat(merged([circle(-11, -46, 2), circle(-7, -50, 1.2), circle(11, -47, 1.6)]), light(c.base, 0.4), 170)
    draw_face(ink, d, (0, -33), 13, c.base, gap=0.45, turn=0.12, eye=1.2)


def _squid(ink: Ink, d: Draft) -> None:
    c = d.coat
    for k in range(6):
        x = -7 + 14 * k / 5
        sway = 3 * d.swing(k / 6)
        ink.part(
            taper([(x, -20, 4.2), (x * 1.3 + sway, -10, 3.2), (x * 1.5 - sway, 0, 1.6)], 4),
            shade(c.base, 0.12 * (k % 2)),
            role="fur",
            line=0.9,
        )
    ink.part(poly([(-17, -48), (0, -66), (17, -48), (0, -44)]), shade(c.base, 0.12), role="fur")
    ink.part(blob([(-11, -22), (-12, -40), (0, -64), (12, -40), (11, -22), (0, -16)], 0.5), c.base, role="fur")
    draw_face(ink, d, (0, -29), 10, c.base, gap=0.5, turn=0.08, eye=1.2)


def _jellyfish(ink: Ink, d: Draft) -> None:
    c = d.coat
    pulse = 1 + 0.06 * d.beat
    for k in range(7):
        x = -14 + 28 * k / 6
        sway = 3 * d.swing(k / 7)
        ink.part(
            taper([(x, -30, 3), (x + sway, -18, 2.6), (x - sway, -8, 2), (x + sway, 0, 1)], 4),
            light(c.base, 0.15 * (k % 2)),
            role="glass",
            line=0.7,
        )
    bell = blob(
        [(-20 * pulse, -29), (-18, -44), (0, -55), (18, -44), (20 * pulse, -29), (10, -32), (0, -29), (-10, -32)], 0.5
    )
    ink.part(bell, c.base, role="glass")
    ink.flat(ellipse(-7, -46, 5, 3, -30), (255, 255, 255), 120)
    draw_face(ink, d, (0, -38), 11, c.base, gap=0.45, turn=0.1, eye=1.0)


def _seahorse(ink: Ink, d: Draft) -> None:
    c = d.coat
    curl = [(-2, -30, 13), (-5, -17, 9), (-1, -7, 6), (6, -3, 4.6), (9, -8, 3.6), (5, -10, 2.6)]
    body = join(
        taper([(3, -46, 9), (2, -36, 13), *curl], 5), ellipse(5, -50, 8.4, 7.6), taper([(9, -48, 7), (20, -45, 4.4)])
    )
    sway = 5 * d.swing(0.0, 2)
    ink.part(
        blob([(-7, -34), (-17, -36 + sway), (-17, -26 + sway), (-7, -22)], 0.5),
        c.wing or light(c.base, 0.3),
        role="fur",
    )
    crest = [
        poly([(0 - k * 2.6, -57 + k * 5), (-5 - k * 2.2, -60 + k * 5), (-3.4 - k * 1.6, -52 + k * 5)]) for k in range(3)
    ]
    ink.part(merged(crest), c.wing or light(c.base, 0.2), line=0.8)
    ink.part(body, c.base, role="fur")
    ink.stroke(
        merged([line([(0, -39 + k * 4.4), (7 - k, -38 + k * 4.4)]) for k in range(5)]), shade(c.base, 0.3), alpha=160
    )
    draw_face(ink, d, (5, -50), 7, c.base, gap=0.4, turn=0.25, eye=1.25, mouth=0.55)


def _starfish(ink: Ink, d: Draft) -> None:
    c = d.coat
    points = []
    for k in range(10):
        angle = math.pi * (k / 5 - 0.5) + 0.06 * d.beat
        r = 26 if k % 2 == 0 else 12
        points.append((r * math.cos(angle), -22 + r * math.sin(angle)))
    ink.part(blob(points, 0.3), c.base, role="fur")
    dots = [circle(p[0] * s, -22 + (p[1] + 22) * s, 1.5) for p in points[::2] for s in (0.55, 0.75)]
    ink.flat(merged(dots), light(c.base, 0.5), 200)
    draw_face(ink, d, (0, -22), 11, c.base, gap=0.4, turn=0.05)


def _coral_crab(ink: Ink, d: Draft) -> None:
    c = d.coat
    for side in (-1, 1):
        for k in range(3):
            step = 2.4 * d.swing(k / 3 + (0.5 if side > 0 else 0))
            leg = taper(
                [(side * 14, -15, 4.2), (side * (24 + k * 3), -20 + k * 4, 3.4), (side * (27 + k * 2) + step, 0, 1.6)],
                4,
            )
            ink.part(leg, shade(c.base, 0.12), line=0.9)
        with placed(ink, (side * 17, -24), degrees=side * 6 * d.swing(0.2), flip=side < 0) as own:
            own.part(taper([(-3, 4, 5), (6, -2, 5), (8, -8, 5)], 4), c.base)
            own.part(blob([(3, -8), (1, -18), (7, -25), (10, -18), (13, -25), (19, -16), (15, -7)], 0.5), c.base)
    ink.part(blob([(-21, -17), (-14, -28), (0, -31), (14, -28), (21, -17), (13, -6), (0, -3), (-13, -6)], 0.55), c.base)
    for x in (-6, 8):
        ink.part(taper([(x, -27, 2.6), (x, -35, 2.4)]), c.base, line=0.8)
    ink.part(merged([circle(-6, -37, 4.4), circle(8, -37, 4.4)]), WHITE, line=0.8)
    draw_face(ink, d, (1, -36.4), 7, WHITE, gap=1.0, turn=0.0, eye=1.3, mouth=3.2)


def _lobster(ink: Ink, d: Draft) -> None:
    c = d.coat
    tail = [ellipse(-9 - 6 * k, -10 + k * 0.8, 6 - k * 0.6, 7.4 - k * 0.9) for k in range(4)]
    ink.part(scallop(-34, -8, 7, 7, 6, 0.2), shade(c.base, 0.1))
    for part in reversed(tail):
        ink.part(part, c.base, line=0.9)
    for k in range(4):
        ink.part(
            taper([(-4 + k * 5, -7, 2.6), (-6 + k * 6 + 2 * d.swing(k / 4), 0, 1.4)]), shade(c.base, 0.15), line=0.8
        )
    ink.part(blob([(-12, -10), (-4, -18), (14, -19), (22, -12), (14, -4), (-4, -3)], 0.5), c.base)
    for lift in (0, -9):
        ink.part(taper([(16, -9 + lift * 0.4, 4), (25, -10 + lift, 4)], 3), shade(c.base, 0.1))
        ink.part(
            blob(
                [
                    (24, -9 + lift),
                    (30, -17 + lift),
                    (41, -14 + lift),
                    (34, -11 + lift),
                    (42, -8 + lift),
                    (32, -4 + lift),
                ],
                0.4,
            ),
            c.base,
        )
    ink.stroke(
        merged([line([(19, -15), (30, -30), (20, -40)]), line([(17, -16), (22, -32), (8, -42)])]), shade(c.base, 0.3)
    )
    draw_face(ink, d, (14, -13), 7, c.base, gap=0.5, turn=0.1, eye=1.1)


# fmt: off
FISHES: dict[str, CreatureSpec] = {
    "fish": CreatureSpec(16, (44, 36), (14, -17, 9), Coat((244, 140, 54), wing=(226, 92, 44), mark=WHITE), _fish),
    "shark": CreatureSpec(48, (96, 44), (28, -20, 10), Coat((112, 134, 162), belly=(240, 240, 238)), _shark),
    "whale": CreatureSpec(110, (100, 52), (26, -24, 12), Coat((66, 116, 176), belly=(236, 240, 240)), _whale),
    "orca": CreatureSpec(72, (100, 52), (26, -24, 12), Coat((50, 54, 74), belly=(248, 246, 240), mark=(248, 246, 240), keeps=("belly", "mark")), _whale),
    "dolphin": CreatureSpec(40, (86, 37), (20, -18, 9), Coat((112, 158, 204), belly=(240, 242, 240)), _dolphin),
    "seal": CreatureSpec(44, (66, 43), (18, -35, 9), Coat((136, 144, 160), belly=(196, 202, 210)), _seal),
    "walrus": CreatureSpec(62, (66, 43), (18, -35, 9), Coat((156, 110, 92), belly=(206, 164, 138), horn=(252, 246, 230)), _seal),
    "octopus": CreatureSpec(42, (64, 57), (0, -34, 14), Coat((206, 98, 128)), _octopus),
    "squid": CreatureSpec(44, (36, 66), (0, -30, 10), Coat((226, 142, 132)), _squid),
    "jellyfish": CreatureSpec(36, (40, 56), (0, -40, 12), Coat((196, 158, 224)), _jellyfish),
    "seahorse": CreatureSpec(20, (36, 60), (5, -50, 7), Coat((244, 190, 80), wing=(236, 140, 80)), _seahorse),
    "starfish": CreatureSpec(14, (52, 46), (0, -22, 11), Coat((240, 138, 84)), _starfish),
    "crab": CreatureSpec(18, (62, 46), (1, -26, 12), Coat((220, 84, 62)), _coral_crab),
    "lobster": CreatureSpec(20, (78, 42), (14, -13, 8), Coat((200, 62, 52)), _lobster),
}
# fmt: on
