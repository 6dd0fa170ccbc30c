"""Owns the skin of a head: skull, ears, nose, cheeks, freckles, wrinkles, tears; eyes and mouth are called.

Does not know: hair, hats, bodies.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import skia

from generators.backends.animatic.colours import CREAM, RGB, mix
from generators.backends.animatic.figure import Pose
from generators.backends.animatic.kit import Ink, Point, blob, ellipse
from generators.backends.animatic.people.expression import Expression, expression, seen_at
from generators.backends.animatic.people.eyes import draw_eyes, eye_of
from generators.backends.animatic.people.mouth import draw_mouth
from generators.backends.animatic.people.skull import FAR, NEAR, Skull
from generators.backends.animatic.people.touch import (
    CLOSE,
    TINY,
    curve,
    line_of,
    lit_skin,
    skin_shade,
    soft,
    weight,
)


@dataclass(frozen=True)
class _Nose:
    """Measures of a kind of nose in head units, for size 1."""

    length: float
    out: float
    """How far the tip stands out when the head turns."""
    width: float
    tip: float
    """Radius of the tip."""
    bump: float = 0.0
    lift: float = 0.0
    """The tip above the wings."""


_NOSES = {
    "button": _Nose(0.0, 0.16, 0.075, 0.07, 0.0, 0.02),
    "snub": _Nose(-0.02, 0.19, 0.085, 0.065, -0.02, 0.045),
    "round": _Nose(0.03, 0.21, 0.105, 0.095),
    "long": _Nose(0.075, 0.25, 0.085, 0.07, 0.0, -0.015),
    "hooked": _Nose(0.06, 0.27, 0.085, 0.068, 0.05, -0.03),
    "broad": _Nose(0.03, 0.2, 0.14, 0.09, 0.0, 0.0),
    "pointed": _Nose(0.03, 0.27, 0.07, 0.045, 0.0, 0.015),
}


def draw_skin(ink: Ink, skull: Skull) -> None:
    """Far ear, skull and its soft light; no features yet."""
    look = skull.look
    if skull.yaw < 0.35:
        _ear(ink, skull, FAR)
    if skull.yaw < 0.12:
        _ear(ink, skull, NEAR)
    outline = skull.outline()
    ink.part(outline, look.skin, role="skin", line=weight(ink), depth=0.7)
    if ink.px < TINY:
        return
    canvas = ink.canvas
    canvas.save()
    canvas.clipPath(outline, skia.ClipOp.kIntersect, True)
    lx = ink.toward_light[0]
    side = max(-1.0, min(1.0, lx * 1.5))
    soft(ink, -0.95 * side + skull.axis * 0.4, 0.35, 0.85, 1.15, skin_shade(look.skin), 92)
    soft(ink, 0.42 * side + skull.axis, -0.1, 0.75, 0.8, lit_skin(look.skin, 0.6), 88)
    soft(ink, skull.chin_x - 0.2 * side, 1.02, 0.62, 0.26, skin_shade(look.skin), 60)
    canvas.restore()


def draw_cheeks(ink: Ink, skull: Skull, pose: Pose) -> None:
    """Blush, freckles and wrinkles."""
    face = seen_at(expression(pose), ink.px)
    canvas = ink.canvas
    canvas.save()
    canvas.clipPath(skull.outline(), skia.ClipOp.kIntersect, True)
    _cheeks(ink, skull, face)
    if skull.look.freckles and ink.px >= TINY:
        _freckles(ink, skull)
    if skull.look.wrinkles > 0.1 and ink.px >= 36:
        _wrinkles(ink, skull, face)
    canvas.restore()


def draw_features(ink: Ink, skull: Skull, pose: Pose, hidden: int | None = None) -> None:
    """Eyes, nose and mouth in the pose's expression; `hidden` is the side of an eye behind a patch."""
    face = seen_at(expression(pose), ink.px)
    draw_mouth(ink, skull, face, pose.mouth)
    draw_eyes(ink, skull, face, hidden)
    _nose(ink, skull)
    _drops(ink, skull, face)


def draw_near_ear(ink: Ink, skull: Skull) -> None:
    """The near ear and earring: over the face once the head turns."""
    if skull.yaw >= 0.12:
        _ear(ink, skull, NEAR)


# -- ears -----------------------------------------------------------------------------------------


def _ear(ink: Ink, skull: Skull, side: int) -> None:
    look = skull.look
    x, y = skull.ear if side == NEAR else skull.far_ear
    size = look.features.ear * (0.86 if look.young else 1.0) * (1.1 if look.age == "elder" else 1.0)
    wide, tall = (0.10 + 0.05 * skull.yaw) * size, 0.185 * size
    points = [
        (x - side * wide * 0.4, y - tall * 0.8),
        (x + side * wide * 0.75, y - tall * 1.0),
        (x + side * wide * 1.15, y - tall * 0.35),
        (x + side * wide * 0.8, y + tall * 0.35),
        (x + side * wide * 0.2, y + tall * 1.0),
        (x - side * wide * 0.5, y + tall * 0.75),
    ]
    if look.ears == "pointed":
        points[1] = (x + side * wide * 2.4, y - tall * 2.1)
        points[2] = (x + side * wide * 1.5, y - tall * 0.4)
    path = blob(points, 0.5 if look.ears == "round" else 0.36)
    ink.part(path, mix(look.skin, (214, 96, 88), 0.12), role="skin", line=weight(ink) * 0.9, depth=0.6)
    if ink.px >= TINY:
        inner = [
            (x + side * wide * 0.1, y - tall * 0.5),
            (x + side * wide * 0.72, y - tall * 0.42),
            (x + side * wide * 0.4, y + tall * 0.32),
        ]
        ink.stroke(curve(inner), skin_shade(look.skin, 0.6), 0.022, 150)
    _earring(ink, skull, (x + side * wide * 0.22, y + tall * 0.95))


def _earring(ink: Ink, skull: Skull, at: Point) -> None:
    kind = skull.look.earrings
    if kind is None or ink.px < 16:
        return
    gold: RGB = (240, 196, 84)
    x, y = at
    if kind == "hoop":
        ring = ellipse(x, y + 0.09, 0.06, 0.095)
        ink.stroke(ring, line_of(gold), 0.034)
        ink.stroke(ring, gold, 0.022)
    else:
        ink.part(ellipse(x, y, 0.036, 0.036), gold, role="metal", line=0.5)


# -- nose -----------------------------------------------------------------------------------------


def _nose(ink: Ink, skull: Skull) -> None:
    look, f = skull.look, skull.yaw
    kind = _NOSES[look.features.nose]
    size = look.features.nose_size * {"baby": 0.72, "child": 0.84, "teen": 0.95}.get(look.age, 1.0)
    size *= 1.08 if look.age == "elder" else 1.0
    tip_y = skull.build.nose_y + kind.length * size - kind.lift * 0.5
    tip_x = skull.axis + kind.out * size * f * 1.15
    wing = kind.width * size
    warm = look.nose_colour or mix(look.skin, (206, 72, 62), 0.5)
    if look.nose_colour is not None:
        ink.part(ellipse(tip_x, tip_y, 0.15, 0.15), look.nose_colour, role="solid", line=weight(ink) * 0.7)
        return
    if ink.px < TINY:
        _tiny_nose(ink, skull, tip_x, tip_y, wing)
        return
    radius = kind.tip * size
    soft(ink, tip_x, tip_y - 0.01, radius * 1.9, radius * 1.7, warm, 74)
    line = line_of(skin_shade(look.skin, 0.35), 0.32)
    thin = max(0.02, 1.0 / ink.px)
    under = tip_y + radius * 0.85
    near_wing = (tip_x - (wing + 0.4 * radius) - 0.02 * f, tip_y + 0.012 + kind.lift * 0.5)
    if f < 0.18:
        _front_nose(ink, (tip_x, under), wing + radius * 0.35, tip_y + kind.lift * 0.4, line, thin)
    else:
        root = (skull.axis + 0.05 + 0.09 * f, skull.build.eye_y + 0.02)
        bridge = (
            (root[0] + tip_x) / 2 + 0.02 * f + kind.bump * f * 1.6,
            (root[1] + tip_y) / 2 - 0.02 - abs(kind.bump) * 0.8,
        )
        front = (tip_x + radius * 0.95, tip_y - radius * 0.1)
        ink.stroke(blob([root, bridge, front], 0.5, close=False), line, thin, 205)
        profile = [front, (tip_x + radius * 0.6, under - radius * 0.12), (tip_x - radius * 0.35, under)]
        ink.stroke(blob(profile, 0.5, close=False), line, thin * 1.15, 225)
        curl = [(near_wing[0] + 0.035, near_wing[1] - 0.05), near_wing, (near_wing[0] + 0.05, near_wing[1] + 0.045)]
        ink.stroke(curve(curl), line, thin, 190)
    _nose_light(ink, skull, (tip_x, tip_y), radius)
    if ink.px >= CLOSE:
        nostril = ellipse(tip_x - radius * 0.75, under - 0.006, 0.026, 0.011, -14)
        ink.flat(nostril, skin_shade(look.skin, 0.75), 150)


def _tiny_nose(ink: Ink, skull: Skull, x: float, y: float, wing: float) -> None:
    line = line_of(skin_shade(skull.look.skin, 0.35), 0.25)
    points = [(x - wing * 0.6, y + 0.04), (x + 0.02, y + 0.07), (x + wing * 0.9, y + 0.01)]
    ink.stroke(curve(points), line, max(0.03, 0.7 / ink.px), 200)


def _front_nose(ink: Ink, under: Point, wing: float, wing_y: float, line: RGB, thin: float) -> None:
    x, y = under
    ink.stroke(
        curve([(x - wing * 0.62, y - 0.012), (x, y + 0.022), (x + wing * 0.62, y - 0.012)]), line, thin * 1.1, 220
    )
    for side in (NEAR, FAR):
        edge = x + side * wing
        ink.stroke(
            curve([(edge - side * 0.02, wing_y - 0.045), (edge, wing_y), (edge - side * 0.035, wing_y + 0.045)]),
            line, thin, 150,
        )  # fmt: skip


def _nose_light(ink: Ink, skull: Skull, tip: Point, radius: float) -> None:
    x, y = tip
    lx = ink.toward_light[0]
    bright = lit_skin(skull.look.skin, 0.62)
    ink.flat(ellipse(x + lx * radius * 0.45, y - radius * 0.4, radius * 0.32, radius * 0.24), bright, 130)
    if ink.px >= CLOSE:
        soft(ink, x - 0.02 * skull.yaw, y - 0.17, 0.035, 0.14, bright, 70)


# -- skin marks -----------------------------------------------------------------------------------


def _cheeks(ink: Ink, skull: Skull, face: Expression) -> None:
    look, b = skull.look, skull.build
    dark = sum(look.skin) < 410
    colour = mix(look.skin, (206, 74, 58) if dark else (232, 84, 78), 0.72)
    base = {"baby": 96, "child": 88, "teen": 64}.get(look.age, 62 if look.gender == "female" else 44)
    alpha = (base + 70 * face.blush) * (0.62 if dark else 1.0)
    y = b.cheek_y + 0.06 - 0.25 * max(face.smile, 0.0)
    for side in (NEAR, FAR):
        x = skull.across(side * 0.47 * skull.width / 0.81)
        soft(ink, x, y, 0.23 * skull.spread(side), 0.155, colour, alpha)


def _freckles(ink: Ink, skull: Skull) -> None:
    dice = random.Random("freckles")
    y = skull.build.cheek_y - 0.02
    colour = mix(skull.look.skin, (150, 74, 40), 0.6)
    count = 7 if ink.px < CLOSE else 15
    for side in (NEAR, FAR):
        for _ in range(count):
            x = skull.across(side * (0.14 + 0.42 * dice.random()))
            radius = 0.011 + 0.009 * dice.random()
            ink.flat(ellipse(x, y + 0.17 * (dice.random() - 0.45), radius, radius), colour, 150)


def _wrinkles(ink: Ink, skull: Skull, face: Expression) -> None:
    look = skull.look
    line, deep = line_of(look.skin, 0.42), 120 * look.wrinkles
    for i, (y, half) in enumerate(((-0.46, 0.26), (-0.38, 0.34))):
        bend = 0.025 + max(face.brow_in, 0.0) * 0.15
        x0, x1 = skull.across(-half), skull.across(half * 0.9)
        ink.stroke(curve([(x0, y + 0.02), ((x0 + x1) / 2, y - bend), (x1, y + 0.015)]), line, 0.014, deep - 20 * i)


def _drops(ink: Ink, skull: Skull, face: Expression) -> None:
    """Tears and sweat."""
    water: RGB = (150, 206, 240)
    if face.tear > 0:
        for side in (NEAR, FAR):
            eye = eye_of(skull, face, side)
            y = eye.y + eye.ry * 1.7
            _drop(ink, eye.x + side * eye.rx * 0.4, y, 0.06, water)
            if ink.px >= TINY:
                _drop(ink, eye.x + side * eye.rx * 0.2, y + 0.24, 0.045, water)
    if face.sweat and ink.px >= 20:
        x, y = skull.rim(-62)
        _drop(ink, x + 0.2, y + 0.12, 0.06, water)


def _drop(ink: Ink, x: float, y: float, radius: float, colour: RGB) -> None:
    path = skia.Path()
    path.moveTo(x, y - radius * 2.1)
    path.cubicTo(x + radius * 0.5, y - radius, x + radius, y - radius * 0.5, x + radius, y)
    path.arcTo(skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius), 0, 180, False)
    path.cubicTo(x - radius, y - radius * 0.5, x - radius * 0.5, y - radius, x, y - radius * 2.1)
    path.close()
    ink.flat(path, colour, 225)
    ink.stroke(path, (70, 130, 180), 0.014, 150)
    ink.flat(ellipse(x - radius * 0.3, y, radius * 0.25, radius * 0.35), CREAM, 190)
