"""Owns crowns, helmets and small things worn on the head. Does not know: hats, hair."""

from __future__ import annotations

from generators.backends.animatic.colours import CREAM, RGB, light, mix, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, minus, scallop
from generators.backends.animatic.people.hairline import joined, run
from generators.backends.animatic.people.hat_shapes import DOME, Block, cast, face_opening, part
from generators.backends.animatic.people.hats import GOLD, star
from generators.backends.animatic.people.touch import curve, lerp, ribbon

# -- crowns and small things ----------------------------------------------------------------------


def crown(ink: Ink, block: Block, colour: RGB) -> None:
    """Five points with pearls and gems."""
    f = block.front
    low = block.edge(-0.56, 0.10, 0.90)
    tips: list[Point] = []
    for i in range(9):
        u = -0.98 + 1.96 * i / 8
        tips.append(block.at(u + 0.05 * f, (-1.30 if i % 2 == 0 else -0.98) + 0.07 * (1 - u * u)))
    path = joined([run([low[-1], *tips, low[0]], sharp=True), run(low)])
    part(ink, path, colour, "metal")
    for i in range(0, 9, 2):
        part(ink, ellipse(*tips[i], 0.06, 0.06), light(colour, 0.4), "metal", 0.5)
    if ink.px >= 16:
        for k, (u, tone) in enumerate(((-0.5, (80, 140, 200)), (0.0, (204, 56, 70)), (0.5, (80, 160, 110)))):
            x, y = block.at(u + 0.35 * f, -0.68 + 0.09 * (1 if k == 1 else 0.6))
            ink.flat(ellipse(x, y, 0.075, 0.06), tone)
            ink.flat(ellipse(x - 0.02, y - 0.02, 0.022, 0.018), CREAM, 200)
    ink.stroke(curve(block.edge(-0.60, 0.10, 0.9)[1:4]), shade(colour, 0.35), 0.022, 130)


def tiara(ink: Ink, block: Block, colour: RGB) -> None:
    """A slender crown over the hair."""
    f = block.front
    low = block.edge(-0.70, 0.06, 0.80)
    tips = [
        block.at(u + 0.2 * f, v)
        for u, v in (
            (-0.7, -0.84),
            (-0.46, -0.98),
            (-0.3, -0.86),
            (0.0, -1.22),
            (0.3, -0.86),
            (0.46, -0.98),
            (0.7, -0.84),
        )
    ]
    part(ink, joined([run([low[-1], *tips, low[0]]), run(low)]), colour, "metal", 0.6)
    x, y = tips[3]
    ink.flat(ellipse(x, y + 0.2, 0.07, 0.09), (206, 76, 130))
    for i in (1, 3, 5):
        ink.flat(ellipse(*tips[i], 0.045, 0.045), CREAM)


def headband(ink: Ink, block: Block, colour: RGB) -> None:
    """A band over the hair."""
    s = block.skull
    outer = [s.rim(a, 0.13) for a in (-84, -56, -28, 0, 28, 56, 84)]
    inner = [s.rim(a - 2, -0.03) for a in (84, 56, 28, 0, -28, -56, -84)]
    part(ink, joined([run(outer), run(inner)]), colour, depth=0.5)


def bow(ink: Ink, block: Block, colour: RGB) -> None:
    """A ribbon bow on the side of the crown."""
    x, y = block.skull.rim(-32 + 22 * min(block.front * 2, 1), 0.12)
    for s in (-1, 1):
        part(
            ink,
            blob(
                [
                    (x, y),
                    (x + s * 0.22, y - 0.2),
                    (x + s * 0.40, y - 0.13),
                    (x + s * 0.38, y + 0.14),
                    (x + s * 0.2, y + 0.16),
                ]
            ),
            colour,
        )
    part(ink, ellipse(x, y, 0.085, 0.1), shade(colour, 0.12), depth=0.5)


def wreath(ink: Ink, block: Block, colour: RGB) -> None:
    """Flowers and leaves around the head."""
    points = block.edge(-0.50, 0.02 if block.rear else 0.04, 1.04)
    ink.stroke(curve(points), (96, 134, 78), 0.07)
    tones = (colour, (250, 222, 120), (244, 240, 232), mix(colour, (180, 120, 200), 0.6))
    for i in range(9):
        t = i / 8 * (len(points) - 1)
        k = min(int(t), len(points) - 2)
        x, y = (lerp(points[k][a], points[k + 1][a], t - k) for a in (0, 1))
        ink.flat(ellipse(x + 0.1, y - 0.1, 0.11, 0.05, -30), (110, 152, 88))
        part(ink, scallop(x, y - 0.02, 0.115, 0.115, 5, 0.3), tones[i % 4], "leaf", 0.4)
        ink.flat(ellipse(x, y - 0.02, 0.04, 0.04), GOLD)


# -- helmets --------------------------------------------------------------------------------------


def knight_helmet(ink: Ink, block: Block, colour: RGB) -> None:
    """Steel around the head, visor up, a plume."""
    s = block.skull
    x, y = s.rim(-12, 0.1)
    plume = [
        (x + 0.05, y + 0.05, 0.12),
        (x - 0.1, y - 0.42, 0.34),
        (x - 0.62, y - 0.5, 0.44),
        (x - 1.02, y - 0.08, 0.32),
        (x - 1.12, y + 0.36, 0.03),
    ]
    part(ink, ribbon(plume), (196, 58, 58), "fur")
    shell = blob([*(s.rim(a, 0.12) for a in (-100, -60, -25, 0, 25, 60, 96)), (s.right + 0.04, 0.5),
         (s.chin_x + 0.34, 1.0),
                  (s.chin_x, 1.12), (s.chin_x - 0.4, 1.0), (lerp(s.left, s.nape[0], 0.6), 0.66)])  # fmt: skip
    if block.rear:
        part(ink, shell, colour, "metal")
        ink.stroke(curve([(0, -1.1), (0, 0), (0, 1.0)]), shade(colour, 0.4), 0.03, 150)
        return
    part(ink, minus(shell, face_opening(block, 0.02)), colour, "metal")
    visor = block.crown([(-1.14, -0.62), (-0.96, -0.86), (0.0, -0.94), (0.96, -0.86), (1.14, -0.62)], -0.42, 0.04, 1.12)
    part(ink, visor, light(colour, 0.12), "metal")
    if ink.px >= 16:
        for u in (-0.5, -0.2, 0.1, 0.4):
            ink.stroke(
                curve(block.many([(u + block.front * 0.6, -0.72), (u + 0.18 + block.front * 0.6, -0.71)])),
                shade(colour, 0.7),
                0.05,
                220,
            )
        part(ink, ellipse(s.ear[0] if s.yaw > 0.2 else s.left - 0.02, -0.5, 0.085, 0.085), GOLD, "metal", 0.4)


def viking_helmet(ink: Ink, block: Block, colour: RGB) -> None:
    """A steel dome, gold bands, two horns."""
    bone = (240, 226, 196)
    for side in (-1, 1):
        spine = [
            (*block.at(side * 0.92, -0.72), 0.26),
            (*block.at(side * 1.34, -0.86), 0.21),
            (*block.at(side * 1.54, -1.2), 0.13),
            (*block.at(side * 1.46, -1.5), 0.0),
        ]
        part(ink, ribbon(spine), bone, "stone")
    part(ink, block.crown(DOME, -0.44, 0.06), colour, "metal")
    ink.stroke(curve(block.many([(0.05, -1.17), (block.front * 0.8, -0.85), (block.front, -0.45)])), GOLD, 0.09)
    band = block.band(-0.40, 0.07, 0.18, 1.04)
    cast(ink, block, band, 0.06)
    part(ink, band, GOLD, "metal", 0.5)


def fire_helmet(ink: Ink, block: Block, colour: RGB) -> None:
    """A ridged helmet with a shield and a long back brim."""
    brim = blob(
        block.many(
            [
                (-1.52, -0.24),
                (-1.1, -0.52),
                (0.0, -0.5),
                (1.1, -0.5),
                (1.36, -0.42),
                (0.7, -0.28),
                (0.0, -0.26),
                (-0.9, -0.26),
            ]
        )
    )
    cast(ink, block, brim)
    part(ink, brim, shade(colour, 0.16))
    part(ink, block.crown(DOME, -0.46, 0.06), colour)
    part(
        ink,
        blob(block.many([(-0.5, -1.12), (0.0, -1.32), (0.42, -1.12), (0.0, -1.17)])),
        shade(colour, 0.12),
        depth=0.5,
    )
    if not block.rear:
        x, y = block.at(block.front * 0.85, -0.76)
        part(
            ink,
            blob(
                [
                    (x - 0.17, y - 0.2),
                    (x, y - 0.26),
                    (x + 0.17, y - 0.2),
                    (x + 0.15, y + 0.08),
                    (x, y + 0.22),
                    (x - 0.15, y + 0.08),
                ]
            ),
            GOLD,
            "metal",
            0.6,
        )
        star(ink, (x, y - 0.02), 0.1, (180, 44, 40))


def army_helmet(ink: Ink, block: Block, colour: RGB) -> None:
    """A round helmet low over the ears, with patches."""
    over = [(-1.18, -0.55), (-0.98, -0.98), (-0.5, -1.2), (0.0, -1.26), (0.5, -1.2), (0.98, -0.98), (1.18, -0.55)]
    path = block.crown(over, -0.26, -0.06, 1.2)
    cast(ink, block, path, 0.08)
    part(ink, path, colour)
    for u, v, rx, tone in (
        (-0.6, -0.8, 0.22, -1),
        (0.2, -1.0, 0.25, 1),
        (0.62, -0.6, 0.2, -1),
        (-0.16, -0.58, 0.24, 1),
    ):
        x, y = block.at(u, v)
        ink.inside(
            path, ellipse(x, y, rx, 0.12, 18 * tone), shade(colour, 0.3) if tone < 0 else light(colour, 0.22), 150
        )


def hard_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A builder's helmet."""
    part(ink, block.crown(DOME, -0.46, 0.05), colour)
    part(
        ink,
        blob(
            block.many(
                [
                    (-0.16 + block.front * 0.5, -0.54),
                    (-0.15, -1.2),
                    (0.0, -1.28),
                    (0.15, -1.2),
                    (0.16 + block.front * 0.5, -0.54),
                ]
            )
        ),
        light(colour, 0.25),
        depth=0.5,
    )
    brim = blob(
        block.many(
            [
                (-1.18, -0.46),
                (0.0, -0.52),
                (1.18 + 0.2 * block.front, -0.44),
                (0.6 + 0.3 * block.front, -0.28),
                (block.front * 0.8, -0.25),
                (-0.7, -0.32),
            ]
        )
    )
    cast(ink, block, brim, 0.08)
    part(ink, brim, colour, depth=0.6)


def bike_helmet(ink: Ink, block: Block, colour: RGB) -> None:
    """A vented helmet with a chin strap."""
    s = block.skull
    if not block.rear:
        ink.stroke(curve([s.rim(-88, 0.0), (s.ear[0] + 0.1, 0.5), (s.chin_x - 0.1, 1.0)]), (70, 60, 74), 0.045, 220)
    over = [(-1.16, -0.6), (-0.86, -1.06), (0.0, -1.26), (0.86, -1.1), (1.2, -0.62)]
    path = block.crown(over, -0.46, 0.03, 1.1)
    part(ink, path, colour)
    for u in (-0.55, -0.1, 0.35):
        x, y = block.at(u + 0.25 * block.front, -0.84)
        ink.inside(path, ellipse(x, y, 0.1, 0.24, 10), shade(colour, 0.62), 230)


def space_shell(ink: Ink, block: Block, colour: RGB) -> None:
    """The back of a space helmet, behind the head."""
    part(ink, ellipse(0.0, 0.02, 1.36, 1.32), colour)
    ink.flat(ellipse(0.06 * (not block.rear), 0.04, 1.18, 1.14), (64, 70, 108))


def space_helmet(ink: Ink, block: Block, colour: RGB) -> None:
    """The glass of a space helmet, before the face."""
    if block.rear:
        part(ink, ellipse(0.0, 0.02, 1.36, 1.32), colour)
        return
    glass = ellipse(0.06, 0.04, 1.18, 1.14)
    ink.flat(glass, (170, 214, 240), 34)
    ink.stroke(glass, light(colour, 0.2), 0.07)
    ink.stroke(blob([(-0.86, -0.36), (-0.62, -0.74), (-0.22, -0.96)], close=False), (255, 255, 255), 0.09, 150)
    ink.stroke(blob([(-0.96, -0.1), (-0.95, 0.02), (-0.93, 0.12)], close=False), (255, 255, 255), 0.07, 120)
    for side in (-1, 1):
        part(ink, ellipse(side * 1.32, 0.1, 0.13, 0.26), (214, 96, 70), "metal", 0.6)
