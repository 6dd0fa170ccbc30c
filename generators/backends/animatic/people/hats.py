"""Owns hats and caps. Does not know: hair (the head clips it by the hat's edge), helmets, scarves."""

from __future__ import annotations

from generators.backends.animatic.colours import CREAM, RGB, light, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, poly
from generators.backends.animatic.people.hairline import joined, run
from generators.backends.animatic.people.hat_shapes import DOME, Block, cast, part
from generators.backends.animatic.people.touch import TINY, curve, lerp, ribbon

GOLD: RGB = (236, 192, 84)


def _brimmed(
    ink: Ink,
    block: Block,
    colour: RGB,
    over: list[Point],
    *,
    wide: float,
    tall: float,
    ribbon_colour: RGB | None,
    role: str,
) -> None:
    brim = block.brim(-0.40, wide, tall)
    cast(ink, block, brim, 0.14)
    part(ink, brim, colour, role)
    part(ink, block.crown(over, -0.50, 0.12, 0.96), colour, role)
    if ribbon_colour is not None:
        part(ink, block.band(-0.50, 0.12, 0.15, 0.97), ribbon_colour, depth=0.4)


def fedora(ink: Ink, block: Block, colour: RGB) -> None:
    """A felt hat with a dented crown and a ribbon."""
    over = [(-0.95, -0.85), (-0.66, -1.22), (-0.1, -1.17), (0.2, -1.16), (0.62, -1.25), (0.93, -0.85)]
    _brimmed(ink, block, colour, over, wide=1.42, tall=0.19, ribbon_colour=shade(colour, 0.45), role="cloth")
    if ink.px >= TINY:
        ink.stroke(curve(block.many([(-0.2, -1.12), (0.06, -0.98), (0.1, -0.82)])), shade(colour, 0.4), 0.025, 120)


def sun_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A wide soft brim with a ribbon."""
    over = [(-0.93, -0.86), (-0.6, -1.14), (0.0, -1.21), (0.6, -1.14), (0.93, -0.86)]
    tie = block.skull.look.tie_colour
    _brimmed(ink, block, colour, over, wide=1.85, tall=0.27, ribbon_colour=tie, role="cloth")
    if ink.px >= TINY:
        x, y = block.at(-0.62, -0.52)
        part(ink, ellipse(x, y, 0.1, 0.09), light(tie, 0.2), depth=0.5)


def straw_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A farmer's straw hat: weave and a frayed brim."""
    over = [(-0.93, -0.88), (-0.74, -1.14), (0.0, -1.2), (0.74, -1.14), (0.93, -0.88)]
    _brimmed(ink, block, colour, over, wide=1.68, tall=0.23, ribbon_colour=(168, 74, 56), role="wood")
    if ink.px < TINY:
        return
    weave = shade(colour, 0.35)
    for i in range(4):
        ink.stroke(curve(block.edge(-0.74 - 0.11 * i, 0.09 - 0.02 * i, 0.88 - 0.06 * i)[1:4]), weave, 0.016, 110)
    for i in range(11):
        u = -1.45 + 2.9 * i / 10
        a, b = block.at(u, -0.36 + 0.06 * (1 - abs(u) / 1.5)), block.at(u * 1.1, -0.25 + 0.08 * (1 - abs(u) / 1.5))
        ink.stroke(curve([a, b]), weave, 0.014, 90)


def cowboy_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A hat whose brim curls up at the sides."""
    brim = blob(
        block.many(
            [
                (-1.72, -0.66),
                (-1.2, -0.44),
                (0.0, -0.30),
                (1.2, -0.44),
                (1.72, -0.66),
                (1.1, -0.62),
                (0, -0.56),
                (-1.1, -0.62),
            ]
        )
    )
    cast(ink, block, brim)
    part(ink, brim, colour, "wood")
    over = [(-0.9, -0.9), (-0.72, -1.3), (-0.3, -1.34), (0.0, -1.22), (0.3, -1.34), (0.72, -1.3), (0.9, -0.9)]
    part(ink, block.crown(over, -0.54, 0.12, 0.94), colour, "wood")
    part(ink, block.band(-0.54, 0.12, 0.12, 0.95), shade(colour, 0.45), depth=0.4)


def top_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A tall cylinder."""
    over = [(-0.84, -0.9), (-0.88, -1.56), (-0.80, -1.62), (0.0, -1.66), (0.80, -1.62), (0.88, -1.56), (0.84, -0.9)]
    _brimmed(ink, block, colour, over, wide=1.32, tall=0.17, ribbon_colour=(166, 56, 60), role="cloth")


def bowler(ink: Ink, block: Block, colour: RGB) -> None:
    """A hard round hat."""
    over = [(-0.96, -0.84), (-0.66, -1.18), (0.0, -1.29), (0.66, -1.18), (0.96, -0.84)]
    _brimmed(ink, block, colour, over, wide=1.26, tall=0.16, ribbon_colour=shade(colour, 0.5), role="cloth")


def witch_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A bent point over a wide brim."""
    over = [
        (-0.74, -0.86),
        (-0.44, -1.36),
        (-0.5, -1.72),
        (-0.88, -1.82),
        (-0.36, -2.02),
        (0.06, -1.66),
        (0.42, -1.2),
        (0.8, -0.8),
    ]
    _brimmed(ink, block, colour, over, wide=1.72, tall=0.25, ribbon_colour=(206, 128, 60), role="cloth")
    if ink.px >= 16:
        x, y = block.at(block.front * 0.7, -0.49)
        ink.stroke(
            poly([(x - 0.09, y - 0.07), (x + 0.09, y - 0.07), (x + 0.09, y + 0.07), (x - 0.09, y + 0.07)]), GOLD, 0.035
        )


def wizard_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A tall point with stars."""
    over = [(-0.84, -0.82), (-0.52, -1.3), (-0.28, -1.86), (-0.06, -2.08), (0.14, -1.84), (0.46, -1.3), (0.86, -0.8)]
    brim = block.brim(-0.42, 1.34, 0.17)
    cast(ink, block, brim)
    part(ink, brim, colour)
    part(ink, block.crown(over, -0.48, 0.11, 0.98), colour)
    if ink.px >= 16:
        for u, v, size in ((-0.34, -0.94, 0.12), (0.32, -1.06, 0.09), (-0.02, -1.44, 0.09), (0.1, -0.7, 0.07)):
            star(ink, block.at(u, v), size, GOLD)


def star(ink: Ink, at: Point, size: float, colour: RGB) -> None:
    """A five-pointed star."""
    x, y = at
    ring = (
        (0, -1),
        (0.24, -0.32),
        (0.95, -0.31),
        (0.38, 0.12),
        (0.59, 0.81),
        (0, 0.4),
        (-0.59, 0.81),
        (-0.38, 0.12),
        (-0.95, -0.31),
        (-0.24, -0.32),
    )
    ink.flat(poly([(x + a * size, y + b * size) for a, b in ring]), colour)


def tricorne(ink: Ink, block: Block, colour: RGB) -> None:
    """A pirate captain's hat with gold edge and a skull."""
    shape = block.many(
        [
            (-1.5, -0.52),
            (-0.8, -1.06),
            (-0.4, -1.34),
            (0.1, -1.42),
            (0.6, -1.28),
            (0.9, -1.0),
            (1.42, -0.5),
            (0.7, -0.46),
            (0.1, -0.36),
            (-0.6, -0.44),
        ]
    )
    path = blob(shape)
    cast(ink, block, path)
    part(ink, path, colour, "wood")
    ink.stroke(blob([shape[6], shape[7], shape[8], shape[9], shape[0]], close=False), GOLD, 0.06)
    if ink.px >= 16 and not block.rear:
        x, y = block.at(block.front * 0.6, -0.86)
        ink.flat(ellipse(x, y, 0.16, 0.14), CREAM)
        ink.flat(ellipse(x, y + 0.14, 0.085, 0.07), CREAM)
        for dx in (-0.06, 0.06):
            ink.flat(ellipse(x + dx, y + 0.02, 0.038, 0.045), colour)


def cap(ink: Ink, block: Block, colour: RGB) -> None:
    """A cap with a visor."""
    part(ink, block.crown(DOME, -0.42, 0.06), colour)
    if ink.px >= TINY:
        x, y = block.at(0.1 * block.front, -1.16)
        for u in (-0.5, 0.5):
            ink.stroke(
                curve([(x, y), *block.many([(u * 0.9 + 0.3 * block.front, -0.85), (u + 0.4 * block.front, -0.42)])]),
                shade(colour, 0.4),
                0.018,
                110,
            )
        part(ink, ellipse(x, y - 0.005, 0.07, 0.04), shade(colour, 0.15), depth=0.3)
    if not block.rear:
        _visor(ink, block, shade(colour, 0.2), -0.42, 0.32)


def _visor(ink: Ink, block: Block, colour: RGB, v: float, drop: float) -> None:
    f = block.front
    near, far = lerp(-0.72, -0.42, min(f * 2, 1)), lerp(0.72, 1.45, min(f * 2.2, 1))
    shape = [(near, v + 0.03), ((near + far) / 2, v + 0.05), (far - 0.25 * min(f * 2, 1), v + 0.0),
         (far, v + drop * 0.62),
             ((near + far) / 2 + 0.05, v + drop), (near + 0.02, v + drop * 0.62)]  # fmt: skip
    path = blob(block.many(shape), 0.5)
    cast(ink, block, path, 0.1)
    part(ink, path, colour, depth=0.6)


def police_cap(ink: Ink, block: Block, colour: RGB) -> None:
    """A peaked cap: police, captain, pilot, post."""
    over = [(-1.02, -0.66), (-1.24, -0.86), (-0.9, -1.14), (0.0, -1.26), (0.9, -1.14), (1.24, -0.86), (1.02, -0.66)]
    part(ink, block.crown(over, -0.5, 0.07, 1.0), colour)
    part(ink, block.band(-0.42, 0.07, 0.19, 1.02), shade(colour, 0.45), depth=0.4)
    if block.rear:
        return
    _visor(ink, block, (52, 44, 58), -0.42, 0.24)
    x, y = block.at(block.front * 0.75, -0.80)
    part(
        ink,
        blob(
            [
                (x - 0.1, y - 0.1),
                (x, y - 0.13),
                (x + 0.1, y - 0.1),
                (x + 0.08, y + 0.05),
                (x, y + 0.13),
                (x - 0.08, y + 0.05),
            ]
        ),
        GOLD,
        "metal",
        0.6,
    )


def beanie(ink: Ink, block: Block, colour: RGB) -> None:
    """A knitted hat with a pompom."""
    x, y = block.at(-0.05, -1.26)
    part(ink, ellipse(x, y, 0.2, 0.19), light(colour, 0.45), "fur")
    part(ink, block.crown(DOME, -0.52, 0.06), colour)
    cuff = block.band(-0.36, 0.08, 0.30, 1.07)
    cast(ink, block, cuff, 0.06)
    part(ink, cuff, light(colour, 0.18))
    if ink.px >= TINY:
        for i in range(9):
            u = -0.9 + 1.8 * i / 8
            sag = 0.07 * (1 - u * u)
            ink.stroke(curve(block.many([(u, -0.62 + sag), (u, -0.40 + sag)])), shade(colour, 0.35), 0.022, 110)


def beret(ink: Ink, block: Block, colour: RGB) -> None:
    """A flat soft cap pulled to the near side."""
    shape = [
        (-1.34, -0.72),
        (-1.1, -1.02),
        (-0.4, -1.2),
        (0.4, -1.16),
        (0.98, -0.86),
        (1.04, -0.56),
        (0.4, -0.54),
        (-0.4, -0.44),
        (-1.04, -0.46),
    ]
    part(ink, blob(block.many(shape)), colour)
    part(ink, block.band(-0.46, 0.05, 0.1, 1.0), shade(colour, 0.3), depth=0.3)
    x, y = block.at(-0.1, -1.2)
    part(ink, ellipse(x, y, 0.03, 0.07), shade(colour, 0.2), depth=0.2)


def toque(ink: Ink, block: Block, colour: RGB) -> None:
    """A chef's tall pleated hat."""
    puff = [
        (-0.92, -0.8),
        (-1.26, -1.16),
        (-1.06, -1.5),
        (-0.6, -1.56),
        (-0.3, -1.78),
        (0.3, -1.78),
        (0.6, -1.56),
        (1.06, -1.5),
        (1.26, -1.16),
        (0.92, -0.8),
    ]
    part(ink, block.crown(puff, -0.7, 0.06, 0.92), colour)
    if ink.px >= TINY:
        for u in (-0.55, -0.18, 0.2, 0.55):
            ink.stroke(
                curve(block.many([(u * 0.9, -0.86), (u * 1.15, -1.2), (u * 1.2, -1.4)])), (150, 140, 168), 0.022, 110
            )
    band = block.band(-0.40, 0.07, 0.40, 0.99)
    cast(ink, block, band, 0.06)
    part(ink, band, light(colour, 0.3), depth=0.5)


def nurse_cap(ink: Ink, block: Block, colour: RGB) -> None:
    """A small white folded cap with a heart."""
    f = block.front * 0.6
    path = poly(
        block.many([(f - 0.62, -0.72), (f - 0.74, -1.10), (f, -1.26), (f + 0.74, -1.10), (f + 0.62, -0.72), (f, -0.82)])
    )
    part(ink, path, colour)
    if not block.rear:
        x, y = block.at(f, -1.0)
        ink.flat(
            blob(
                [
                    (x, y - 0.04),
                    (x + 0.07, y - 0.1),
                    (x + 0.12, y - 0.02),
                    (x, y + 0.12),
                    (x - 0.12, y - 0.02),
                    (x - 0.07, y - 0.1),
                ]
            ),
            (212, 70, 76),
        )


def sailor_cap(ink: Ink, block: Block, colour: RGB) -> None:
    """A white round cap with a turned-up brim."""
    part(
        ink,
        block.crown([(-0.8, -0.96), (-0.4, -1.14), (0.0, -1.17), (0.4, -1.14), (0.8, -0.96)], -0.7, 0.05, 0.86),
        colour,
    )
    cuff = joined([run(block.edge(-0.52, 0.06, 0.96)), run(block.edge(-0.84, 0.02, 1.1)[::-1])])
    part(ink, cuff, light(colour, 0.2), depth=0.6)
    ink.stroke(curve(block.edge(-0.77, 0.03, 1.07)[1:4]), (60, 84, 146), 0.035, 200)


def santa_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A soft point that falls to the back, white fur below."""
    over = [
        (-1.0, -0.8),
        (-1.0, -1.14),
        (-1.36, -0.86),
        (-1.5, -0.42),
        (-1.62, -0.52),
        (-1.46, -1.14),
        (-0.74, -1.48),
        (0.1, -1.4),
        (0.7, -1.1),
        (1.02, -0.74),
    ]
    part(ink, block.crown(over, -0.52, 0.06), colour)
    x, y = block.at(-1.55, -0.36)
    white = (250, 246, 240)
    part(ink, ellipse(x, y, 0.17, 0.17), white, "fur")
    part(ink, block.band(-0.36, 0.08, 0.27, 1.08), white, "fur")


def party_hat(ink: Ink, block: Block, colour: RGB) -> None:
    """A paper cone with dots."""
    f = block.front * 0.5
    cone = [block.at(f - 0.5, -0.76), block.at(f * 0.4, -1.82), block.at(f + 0.5, -0.76)]
    path = joined([run(cone, sharp=True), run([cone[-1], block.at(f, -0.66), cone[0]])])
    part(ink, path, colour)
    for u, v in ((-0.16, -0.94), (0.18, -1.06), (-0.02, -1.3), (0.26, -0.82), (0.02, -0.8)):
        x, y = block.at(f + u, v)
        ink.inside(path, ellipse(x, y, 0.07, 0.07), (250, 224, 130))
    x, y = cone[1]
    part(ink, ellipse(x, y, 0.12, 0.12), (250, 224, 130), "fur", 0.5)


def fez(ink: Ink, block: Block, colour: RGB) -> None:
    """A felt cone with a tassel."""
    over = [(-0.70, -0.9), (-0.60, -1.36), (0.0, -1.42), (0.60, -1.36), (0.70, -0.9)]
    part(ink, block.crown(over, -0.56, 0.08, 0.76), colour)
    a, b = block.at(0, -1.38), block.at(-0.78, -1.1)
    ink.stroke(curve([a, block.at(-0.56, -1.42), b]), GOLD, 0.035)
    part(ink, ribbon([(b[0], b[1] - 0.05, 0.05), (b[0], b[1] + 0.12, 0.1), (b[0], b[1] + 0.28, 0.13)]), GOLD, depth=0.4)


def graduation_cap(ink: Ink, block: Block, colour: RGB) -> None:
    """A square board with a tassel."""
    part(
        ink,
        block.crown([(-0.92, -0.8), (-0.6, -1.0), (0.6, -1.0), (0.92, -0.8)], -0.48, 0.06, 0.96),
        shade(colour, 0.2),
    )
    part(
        ink,
        poly(block.many([(-1.4, -1.06), (-0.1, -0.82), (1.36, -1.04), (0.05, -1.32)])),
        light(colour, 0.08),
        depth=0.4,
    )
    a, b = block.at(-0.02, -1.07), block.at(-1.1, -0.98)
    ink.stroke(curve([a, block.at(-0.6, -1.06), b]), GOLD, 0.03)
    part(
        ink,
        ribbon([(b[0], b[1], 0.05), (b[0] - 0.02, b[1] + 0.26, 0.08), (b[0] - 0.02, b[1] + 0.42, 0.14)]),
        GOLD,
        depth=0.4,
    )
