"""Owns cloth around the head: hijab, turban, kerchief, bandana, hood. Does not know: hats, hair."""

from __future__ import annotations

import skia

from generators.backends.animatic.colours import CREAM, RGB, light, shade
from generators.backends.animatic.kit import Ink, Point, blob, ellipse, minus, poly
from generators.backends.animatic.people.hat_shapes import Block, cast, face_opening, part
from generators.backends.animatic.people.hats import GOLD
from generators.backends.animatic.people.touch import TINY, curve, lerp, ribbon


def hijab_back(ink: Ink, block: Block, colour: RGB) -> None:
    """Cloth behind the neck."""
    s = block.skull
    part(
        ink,
        blob(
            [
                s.rim(-90, 0.08),
                s.rim(0, 0.1),
                s.rim(90, 0.06),
                (s.right + 0.06, 0.9),
                (s.right + 0.1, 1.35),
                (s.left - 0.1, 1.4),
                (s.left - 0.04, 0.8),
            ]
        ),
        shade(colour, 0.2),
    )


def hijab(ink: Ink, block: Block, colour: RGB) -> None:
    """A scarf around face and neck."""
    s = block.skull
    x = s.chin_x
    outer = blob([
        *(s.rim(a, 0.12) for a in (-86, -58, -28, 0, 28, 58, 86)), (s.right + 0.04, 0.42), (x + 0.62, 1.0),
        (x + 0.58, 1.32),
        (x + 0.1, 1.52), (x - 0.46, 1.44), (x - 0.74, 1.16), (s.left - 0.02, 0.5),
    ])  # fmt: skip
    if block.rear:
        part(ink, outer, colour)
        return
    part(ink, minus(outer, face_opening(block, 0.0, top=-0.52)), colour)
    if ink.px < TINY:
        return
    fold = shade(colour, 0.38)
    folds: tuple[tuple[Point, ...], ...] = (
        ((s.left + 0.14, 0.62), (x - 0.2, 1.08), (x + 0.46, 0.98)),
        ((s.left + 0.10, 0.84), (x - 0.16, 1.26), (x + 0.52, 1.16)),
        ((s.left + 0.08, -0.2), (s.left + 0.2, 0.34), (s.left + 0.36, 0.72)),
        (s.rim(-50, 0.02), s.rim(-8, -0.12), s.rim(40, -0.06)),
    )  # fmt: skip
    for i, points in enumerate(folds):
        ink.stroke(curve(points), light(colour, 0.3) if i == 3 else fold, 0.03, 120)


def turban(ink: Ink, block: Block, colour: RGB) -> None:
    """Wound cloth with a jewel."""
    over = [(-1.2, -0.62), (-1.12, -1.04), (-0.62, -1.36), (0.0, -1.42), (0.62, -1.36), (1.12, -1.04), (1.18, -0.62)]
    path = block.crown(over, -0.40, -0.02, 1.1)
    cast(ink, block, path, 0.07)
    part(ink, path, colour)
    ink.canvas.save()
    ink.canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    f = block.front
    for i, (u, v) in enumerate(((-1.2, -0.5), (-1.2, -0.78), (-1.1, -1.04), (1.2, -0.56), (1.2, -0.84))):
        bend = [block.at(u, v), block.at(f * 0.6 + u * 0.35, v - 0.12), block.at(f * 0.8 - u * 0.1, -1.2 + 0.08 * i)]
        ink.stroke(curve(bend), shade(colour, 0.4), 0.035, 130)
        ink.stroke(curve([(x, y - 0.05) for x, y in bend]), light(colour, 0.3), 0.02, 90)
    ink.canvas.restore()
    if not block.rear:
        x, y = block.at(f * 0.85, -0.86)
        part(ink, ellipse(x, y, 0.1, 0.13), GOLD, "metal", 0.5)
        ink.flat(ellipse(x, y, 0.055, 0.08), (60, 130, 140))


def headscarf(ink: Ink, block: Block, colour: RGB) -> None:
    """A kerchief tied under the chin."""
    s = block.skull
    x = s.chin_x
    outer = blob([
        *(s.rim(a, 0.11) for a in (-92, -58, -28, 0, 28, 58, 86)), (s.right + 0.03, 0.34), (x + 0.40, 0.94),
        (x, 1.1), (x - 0.44, 0.98),
        (lerp(s.left, s.nape[0], 0.4) - 0.02, 0.62),
    ])  # fmt: skip
    if block.rear:
        part(ink, outer, colour)
    else:
        part(ink, minus(outer, face_opening(block, 0.04, top=-0.58, low=0.99)), colour)
        for side in (-1, 1):
            part(
                ink,
                ribbon([(x, 1.08, 0.08), (x + side * 0.2, 1.2, 0.16), (x + side * 0.3, 1.42, 0.05)]),
                colour,
                depth=0.5,
            )
        part(ink, ellipse(x, 1.08, 0.1, 0.085), shade(colour, 0.12), depth=0.5)
    if ink.px >= TINY:
        for angle in range(-80, 70, 22):
            ink.flat(ellipse(*s.rim(angle, -0.02), 0.045, 0.045), light(colour, 0.6), 220)


def bandana(ink: Ink, block: Block, colour: RGB) -> None:
    """A cloth tied at the back, with dots."""
    s = block.skull
    x, y = block.at(-1.0, -0.42)
    for dx, dy in ((-0.42, 0.1), (-0.34, 0.34)):
        part(
            ink,
            ribbon([(x, y, 0.1), (x + dx * 0.6, y + dy * 0.3, 0.16), (x + dx, y + dy, 0.04)]),
            shade(colour, 0.1),
            depth=0.5,
        )
    path = block.crown([(-1.03, -0.74), (-0.6, -1.04), (0.0, -1.1), (0.6, -1.04), (1.03, -0.74)], -0.40, 0.03)
    part(ink, path, colour)
    for angle, out in (
        (-60, -0.16),
        (-30, -0.1),
        (0, -0.16),
        (30, -0.1),
        (56, -0.18),
        (-44, -0.36),
        (-12, -0.38),
        (20, -0.36),
    ):
        ink.inside(path, ellipse(*s.rim(angle, out), 0.05, 0.05), CREAM, 225)


def hood_back(ink: Ink, block: Block, colour: RGB) -> None:
    """A hood's fall on the shoulders."""
    s = block.skull
    part(
        ink,
        blob(
            [
                s.rim(-88, 0.2),
                s.rim(-30, 0.24),
                s.rim(30, 0.2),
                s.rim(88, 0.1),
                (s.right + 0.2, 1.0),
                (s.right + 0.16, 1.36),
                (s.left - 0.22, 1.4),
                (s.left - 0.24, 0.7),
            ]
        ),
        shade(colour, 0.3),
    )


def hood(ink: Ink, block: Block, colour: RGB) -> None:
    """Cloth around the face with a soft peak."""
    s = block.skull
    outer = blob([
        *(s.rim(a, 0.24) for a in (-96, -62, -30)), s.rim(-4, 0.30), *(s.rim(a, 0.16) for a in (28, 58, 88)),
        (s.right + 0.10, 0.5),
        (s.chin_x + 0.56, 1.06), (s.chin_x + 0.06, 1.26), (s.chin_x - 0.56, 1.14), (s.left - 0.16, 0.62),
    ])  # fmt: skip
    if block.rear:
        part(ink, outer, colour)
        return
    hole = face_opening(block, 0.10, top=-0.56, low=0.98)
    part(ink, minus(outer, hole), colour)
    ink.stroke(hole, light(colour, 0.3), 0.05, 150)
    x = s.chin_x
    part(ink, poly([(x - 0.03, 1.1), (x - 0.22, 1.0), (x - 0.22, 1.24)]), light(colour, 0.2), depth=0.4)
    part(ink, poly([(x + 0.03, 1.1), (x + 0.22, 1.0), (x + 0.22, 1.24)]), light(colour, 0.2), depth=0.4)


def opening(block: Block) -> skia.Path:
    """What a hood or a kerchief shows of face and hair."""
    return face_opening(block, 0.10, top=-0.58, low=0.98)
